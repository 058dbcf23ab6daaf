//! The legal entities and links as the pages show them: from the declaration and nowhere else.

use declaration::{Controller, Declaration, Lang, source::Source};

/// A link out of the house, with what to know before following it.
pub(crate) struct Outward {
    pub url: String,
    pub label: String,
    pub note: String,
}

/// What the foot of every page of the site shows.
pub(crate) struct Foot {
    reached: Vec<Vec<Controller>>,
    pub companies: Vec<Controller>,
    pub links: Vec<Outward>,
    /// Address and title of pages from the folder that stand in the foot.
    pub pages: Vec<(String, String)>,
}

impl Foot {
    pub fn of(declaration: &Declaration, lang: Lang) -> Self {
        let source: &Source = declaration.source();
        let outward = |link: &declaration::source::Link| Outward {
            url: link.url.clone(),
            label: link.label.in_lang(lang).to_owned(),
            note: link.note.in_lang(lang).to_owned(),
        };
        Self {
            reached: declaration
                .reached_at()
                .into_iter()
                .map(|group| group.into_iter().cloned().collect())
                .collect(),
            companies: declaration.controllers().to_vec(),
            // A link that leads nowhere is not shown; the check of the declaration names it.
            links: source
                .links
                .iter()
                .filter(|link| crate::library::markdown::is_real(&link.url))
                .map(outward)
                .collect(),
            pages: Vec::new(),
        }
    }

    /// The companies' names as a sentence part: `A, B og C`.
    pub fn names(&self, and: &str) -> String {
        let names: Vec<&str> = self.companies.iter().map(|one| one.name.as_str()).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => {
                format!("{} {and} {last}", rest.join(", "))
            }
            _ => names.concat(),
        }
    }

    /// Ways to reach them, each once: companies that share an address are shown together.
    pub fn contacts(&self) -> &[Vec<Controller>] {
        &self.reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_with_one_address_are_shown_together() {
        let foot = Foot::of(&vault::testing::declaration(), Lang::Nb);
        assert_eq!(foot.contacts().len(), 1);
        assert_eq!(foot.contacts()[0].len(), 2);
        assert_eq!(foot.names("og"), "Westrum Karosseri AS og Westrum AS");
        assert_eq!(
            foot.companies[0].phone_shown(),
            "95\u{a0}49\u{a0}60\u{a0}00"
        );
    }
}
