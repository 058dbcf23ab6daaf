//! What the interface says: Fluent files of every crate, one set for each language.
//!
//! Messages without variables are resolved once, at start, and looked up in a map.

use std::{
    borrow::Cow,
    collections::HashMap,
    hash::{BuildHasherDefault, Hasher},
    sync::Arc,
};

use fluent_bundle::types::FluentNumber;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::Lang;

/// The language files of one crate; made by [`lang_files!`](crate::lang_files).
#[derive(Clone, Copy, Debug)]
pub struct LangFiles {
    /// The crate, for messages about the files.
    pub owner: &'static str,
    /// `nb.ftl`.
    pub nb: &'static str,
    /// `nn.ftl`.
    pub nn: &'static str,
    /// `en.ftl`.
    pub en: &'static str,
}

impl LangFiles {
    pub(crate) const fn of(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Nb => self.nb,
            Lang::Nn => self.nn,
            Lang::En => self.en,
        }
    }
}

/// Embeds `nb.ftl`, `nn.ftl` and `en.ftl` of a folder of the calling crate.
///
/// ```ignore
/// pub const TEXTS: web::LangFiles = web::lang_files!("lang");
/// ```
#[macro_export]
macro_rules! lang_files {
    ($folder:literal) => {
        $crate::LangFiles {
            owner: env!("CARGO_PKG_NAME"),
            nb: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/nb.ftl")),
            nn: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/nn.ftl")),
            en: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/en.ftl")),
        }
    };
}

/// A language file that cannot be used, with where and why.
#[derive(Debug, thiserror::Error)]
#[error("language file {lang}.ftl of {owner}: {reason}")]
pub struct TextsError {
    owner: &'static str,
    lang: &'static str,
    reason: String,
}

/// All texts, in all languages.
#[derive(Clone)]
pub struct Texts([Arc<Text>; 3]);

impl Texts {
    /// Reads the files of every crate; a message may be defined once only.
    ///
    /// # Errors
    /// A file that does not parse, or a message that two crates define.
    pub fn build(files: &[LangFiles]) -> Result<Self, TextsError> {
        let nb = Arc::new(Text::build(Lang::Nb, files, None)?);
        let nn = Arc::new(Text::build(Lang::Nn, files, Some(nb.clone()))?);
        let en = Arc::new(Text::build(Lang::En, files, Some(nb.clone()))?);
        Ok(Self([nb, nn, en]))
    }

    /// The texts of one language.
    #[must_use]
    pub fn of(&self, lang: Lang) -> &Arc<Text> {
        &self.0[lang.index()]
    }
}

/// The texts of one language.
pub struct Text {
    lang: Lang,
    plain: HashMap<Box<str>, Box<str>, BuildHasherDefault<Fnv>>,
    bundle: FluentBundle<FluentResource>,
    fallback: Option<Arc<Text>>,
}

impl Text {
    fn build(
        lang: Lang,
        files: &[LangFiles],
        fallback: Option<Arc<Self>>,
    ) -> Result<Self, TextsError> {
        let tag = if lang == Lang::En {
            "en-GB"
        } else {
            lang.tag()
        };
        let id: LanguageIdentifier = tag.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        let mut keys = Vec::new();
        for file in files {
            let wrong = |reason| TextsError {
                owner: file.owner,
                lang: lang.tag(),
                reason,
            };
            let resource = FluentResource::try_new(file.of(lang).to_owned())
                .map_err(|(_, errors)| wrong(format!("{errors:?}")))?;
            keys.extend(crate::check::keys(&resource));
            bundle
                .add_resource(resource)
                .map_err(|errors| wrong(format!("{errors:?}")))?;
        }
        let plain = keys.into_iter().filter_map(|key| {
            let text = resolve(&bundle, &key)?;
            Some((key.into_boxed_str(), text))
        });
        Ok(Self {
            lang,
            plain: plain.collect(),
            bundle,
            fallback,
        })
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// A message without variables. A missing one falls back to bokmål, then to its own name,
    /// where a reader and the tests see it.
    #[must_use]
    pub fn s<'a>(&'a self, key: &'a str) -> &'a str {
        match self.plain.get(key) {
            Some(text) => text,
            None => self.fallback.as_ref().map_or(key, |nb| nb.s(key)),
        }
    }

    /// A message without variables, if there is one of that name.
    #[must_use]
    pub fn s_known(&self, key: &str) -> Option<&str> {
        match self.plain.get(key) {
            Some(text) => Some(text),
            None => self.fallback.as_ref()?.s_known(key),
        }
    }

    /// A message with variables: `t.f("found", &[("count", &12), ("word", &word)])`.
    #[must_use]
    pub fn f(&self, key: &str, args: &[(&str, &dyn Arg)]) -> String {
        let pattern = self
            .bundle
            .get_message(key)
            .and_then(|message| message.value());
        let Some(pattern) = pattern else {
            return self
                .fallback
                .as_ref()
                .map_or_else(|| key.to_owned(), |nb| nb.f(key, args));
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(Cow::Borrowed(*name), arg.value());
        }
        let mut errors = Vec::new();
        self.bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned()
    }

    /// A message with one variable.
    #[must_use]
    pub fn f1(&self, key: &str, name: &str, value: impl Arg) -> String {
        self.f(key, &[(name, &value)])
    }

    /// Whether this language has the message itself.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.bundle.has_message(key)
    }
}

/// The message's text, when it needs nothing from outside.
fn resolve(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<Box<str>> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors);
    errors
        .is_empty()
        .then(|| text.into_owned().into_boxed_str())
}

/// What may stand for a variable of a message.
pub trait Arg {
    /// The value as Fluent takes it: numbers choose plural forms, text does not.
    fn value(&self) -> FluentValue<'_>;
}

impl<T: Arg + ?Sized> Arg for &T {
    fn value(&self) -> FluentValue<'_> {
        (**self).value()
    }
}
impl Arg for str {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self)
    }
}
impl Arg for String {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(self.as_str())
    }
}
impl Arg for Cow<'_, str> {
    fn value(&self) -> FluentValue<'_> {
        FluentValue::from(&**self)
    }
}

macro_rules! number_args {
    ($($kind:ty),+) => {$(
        impl Arg for $kind {
            fn value(&self) -> FluentValue<'_> {
                FluentValue::Number(FluentNumber::from(*self))
            }
        }
    )+};
}
number_args!(i16, i32, i64, u8, u16, u32, u64, usize);

/// A fast hash for the short keys of the map above, which no visitor can choose.
#[derive(Default)]
struct Fnv(u64);

impl Hasher for Fnv {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILES: LangFiles = LangFiles {
        owner: "test",
        nb: "a = Ja\nn = { $n ->\n  [one] Én time\n *[other] { $n } timer\n}\n",
        nn: "n = { $n } timar\n",
        en: "a = Yes\nn = { $n } hours\n",
    };

    #[test]
    fn plain_and_counted_messages_with_fallback() {
        let texts = Texts::build(&[FILES]).unwrap();
        assert_eq!(texts.of(Lang::En).s("a"), "Yes");
        assert_eq!(texts.of(Lang::Nn).s("a"), "Ja");
        assert_eq!(texts.of(Lang::Nb).s("missing"), "missing");
        assert_eq!(texts.of(Lang::Nb).f1("n", "n", 1), "Én time");
        assert_eq!(texts.of(Lang::Nb).f("n", &[("n", &3)]), "3 timer");
        assert_eq!(texts.of(Lang::Nn).f1("n", "n", 2), "2 timar");
    }

    #[test]
    fn a_message_defined_twice_is_refused() {
        assert!(Texts::build(&[FILES, FILES]).is_err());
    }
}
