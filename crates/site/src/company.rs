//! The legal entities and links as the pages show them: from the declaration and nowhere else.

use declaration::{Declaration, Lang, source::Source};

/// A legal entity, ready to be shown.
pub(crate) struct Company {
    pub name: String,
    pub address: Vec<String>,
    pub email: String,
    pub phone: String,
    pub phone_shown: String,
}

/// A link out of the house, with what to know before following it.
pub(crate) struct Outward {
    pub url: String,
    pub label: String,
    pub note: String,
}

/// What the foot of every page of the site shows.
pub(crate) struct Foot {
    pub companies: Vec<Company>,
    pub links: Vec<Outward>,
}

impl Foot {
    pub fn of(declaration: &Declaration, lang: Lang) -> Self {
        let source: &Source = declaration.source();
        let company = |one: &declaration::Controller| Company {
            name: one.name.clone(),
            address: one.address.clone(),
            email: one.email.clone(),
            phone_shown: phone_shown(&one.phone),
            phone: one.phone.clone(),
        };
        let outward = |link: &declaration::source::Link| Outward {
            url: link.url.clone(),
            label: link.label.in_lang(lang).to_owned(),
            note: link.note.in_lang(lang).to_owned(),
        };
        Self {
            companies: declaration.controllers().iter().map(company).collect(),
            links: source.links.iter().map(outward).collect(),
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
    pub fn contacts(&self) -> Vec<(Vec<&Company>, &Company)> {
        let mut groups: Vec<(Vec<&Company>, &Company)> = Vec::new();
        for one in &self.companies {
            let same = |known: &Company| {
                (&known.address, &known.email, &known.phone)
                    == (&one.address, &one.email, &one.phone)
            };
            match groups.iter_mut().find(|(_, first)| same(first)) {
                Some((members, _)) => members.push(one),
                None => groups.push((vec![one], one)),
            }
        }
        groups
    }
}

/// `+4795496000` as `95 49 60 00`; other countries as they are.
fn phone_shown(phone: &str) -> String {
    match phone.strip_prefix("+47") {
        Some(digits) if digits.len() == 8 => spaced(digits, 2),
        _ => phone.to_owned(),
    }
}

fn spaced(digits: &str, group: usize) -> String {
    let chars: Vec<char> = digits.chars().collect();
    chars
        .chunks(group)
        .map(String::from_iter)
        .collect::<Vec<_>>()
        .join("\u{a0}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn companies_with_one_address_are_shown_together() {
        let foot = Foot::of(&vault::testing::declaration(), Lang::Nb);
        assert_eq!(foot.contacts().len(), 1);
        assert_eq!(foot.contacts()[0].0.len(), 2);
        assert_eq!(foot.names("og"), "Westrum Karosseri AS og Westrum AS");
        assert_eq!(foot.companies[0].phone_shown, "95\u{a0}49\u{a0}60\u{a0}00");
    }

    #[test]
    fn foreign_numbers_stay_as_they_are() {
        assert_eq!(phone_shown("+46701234567"), "+46701234567");
    }
}
