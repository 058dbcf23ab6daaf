//! Personal text in memory: it can be parsed, rendered in a page and revealed on purpose.
//!
//! A value of these types cannot be compared or serialised, and `Debug` and `Display` print only
//! its kind. Templates write it through [`askama::FastWritable`], which askama prefers to
//! `Display`, with the page's escaping. (askama 0.16 asks for `Display` too before it escapes;
//! that is why there is one, and why it never shows the content.) The text is wiped on drop.

use zeroize::Zeroize;

/// Makes one personal text type from its rule: `fn(&str) -> Result<String, FieldError>`.
macro_rules! personal_text {
    ($(#[$doc:meta])* $name:ident, $rule:path) => {
        $(#[$doc])*
        #[derive(Clone)]
        pub struct $name(String);

        impl $name {
            /// Parses what was typed, once, at the door.
            pub fn parse(typed: &str) -> Result<Self, $crate::FieldError> {
                let text = typed.trim();
                if text.is_empty() {
                    return Err($crate::FieldError::Missing);
                }
                if $crate::national_id::contains(text) {
                    return Err($crate::FieldError::NationalId);
                }
                $rule(text).map(Self)
            }

            /// The same for a field that may be left empty.
            pub fn parse_optional(typed: &str) -> Result<Option<Self>, $crate::FieldError> {
                if typed.trim().is_empty() {
                    return Ok(None);
                }
                Self::parse(typed).map(Some)
            }

            /// Takes back text that `parse` accepted earlier (out of a sealed record): a rule
            /// that has become stricter since must not make old records unreadable.
            pub fn restore(text: String) -> Self {
                Self(text)
            }

            /// The text itself. Every call is a place where personal text leaves its type.
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        $crate::text::hidden_text!($name);
    };
}

/// What every text that must not show has: a blank `Debug` and `Display`, rendering, wiping.
macro_rules! hidden_text {
    ($name:ident) => {
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        /// Never the content; see the module `text` for why it exists at all.
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(concat!(stringify!($name), "(…)"))
            }
        }

        impl ::askama::FastWritable for $name {
            fn write_into(
                &self,
                dest: &mut dyn ::std::fmt::Write,
                _: &dyn ::askama::Values,
            ) -> ::askama::Result<()> {
                Ok(dest.write_str(&self.0)?)
            }
        }

        impl Drop for $name {
            fn drop(&mut self) {
                ::zeroize::Zeroize::zeroize(&mut self.0);
            }
        }
    };
}

pub(crate) use {hidden_text, personal_text};

/// What somebody typed in a form, before it is parsed: kept only to be shown to them again.
#[derive(Clone, Default, serde::Deserialize)]
#[serde(transparent)]
pub struct Typed(String);

hidden_text!(Typed);

impl Typed {
    /// The raw text, for `parse`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Nothing but white space.
    pub fn is_blank(&self) -> bool {
        self.0.trim().is_empty()
    }
}

impl From<&str> for Typed {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for Typed {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// A personal text written as people read it (`CU 10001`, `954 96 000`); hides like its source.
#[derive(Clone)]
pub struct Shown(String);

hidden_text!(Shown);

impl Shown {
    pub(crate) fn new(text: String) -> Self {
        Self(text)
    }

    /// The text itself, for a mail or a document.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

/// Control characters, and the marks that turn the direction of text around.
pub(crate) fn is_forbidden(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}')
}

/// One line: white space becomes single spaces; forbidden characters are refused.
pub(crate) fn one_line(text: &str, longest: usize) -> Result<String, crate::FieldError> {
    if text.chars().any(is_forbidden) {
        return Err(crate::FieldError::Characters);
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if line.chars().count() > longest {
        line.zeroize();
        return Err(crate::FieldError::TooLong);
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Email, FieldError, Line};
    use askama::Template;

    #[derive(Template)]
    #[template(
        ext = "html",
        source = r#"<b>{{ line }}</b><input value="{{ typed }}">{{ shown }}{% if let Some(email) = email %}{{ email }}{% endif %}"#
    )]
    struct Page<'a> {
        line: &'a Line,
        typed: Typed,
        shown: Shown,
        email: Option<Email>,
    }

    #[test]
    fn a_template_writes_the_content_escaped() {
        let line = Line::parse("<script>&\"'").unwrap();
        let page = Page {
            line: &line,
            typed: Typed::from("\"><i>"),
            shown: Shown::new("CU 10001".to_owned()),
            email: Email::parse("kari@example.no").ok(),
        };
        assert_eq!(
            page.render().unwrap(),
            "<b>&#60;script&#62;&#38;&#34;&#39;</b><input value=\"&#34;&#62;&#60;i&#62;\">\
             CU 10001kari@example.no"
        );
    }

    #[test]
    fn debug_and_display_show_the_kind_only() {
        let email = Email::parse("kari@example.no").unwrap();
        assert_eq!(format!("{email:?} {email}"), "Email(…) Email(…)");
        let typed = Typed::from("kari@example.no");
        assert_eq!(format!("{typed:?} {typed}"), "Typed(…) Typed(…)");
    }

    /// Passes only if the type lacks the trait: two blanket impls make the call ambiguous.
    macro_rules! lacks {
        ($type:ty: $($bound:tt)+) => {{
            trait Ambiguous<A> { fn some_item() {} }
            impl<T: ?Sized> Ambiguous<()> for T {}
            struct Has;
            impl<T: ?Sized + $($bound)+> Ambiguous<Has> for T {}
            <$type as Ambiguous<_>>::some_item();
        }};
    }

    #[test]
    fn it_cannot_be_compared_or_serialised() {
        lacks!(Email: PartialEq);
        lacks!(Email: serde::Serialize);
        lacks!(Email: std::hash::Hash);
        lacks!(Email: AsRef<str>);
        lacks!(Typed: PartialEq);
        lacks!(Typed: serde::Serialize);
        lacks!(Shown: serde::Serialize);
    }

    #[test]
    fn typed_is_read_from_a_form() {
        let typed: Typed = serde_json::from_str("\" CU 10001 \"").unwrap();
        assert_eq!(typed.as_str(), " CU 10001 ");
        assert!(!typed.is_blank());
        assert!(Typed::default().is_blank());
    }

    #[test]
    fn one_line_tidies_and_refuses() {
        assert_eq!(one_line("a \t b", 9).err(), Some(FieldError::Characters));
        assert_eq!(one_line("a   b", 3).ok().as_deref(), Some("a b"));
        assert_eq!(one_line("abcd", 3).err(), Some(FieldError::TooLong));
        assert_eq!(
            one_line("a\u{202e}b", 9).err(),
            Some(FieldError::Characters)
        );
    }
}
