//! What changed from one version to the next, so that a person can read it.

use askama::Template;

use crate::model::Declaration;
use crate::source::{Keep, PurposeSource, Recipient, Source};
use crate::text::{Lang, Text};
use crate::vocabulary::{Basis, Category};
use crate::words::{basis_name, category_name, country_name, heading};

/// What happened to a part of the declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It says something else.
    Changed,
}

/// One difference between two versions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// Kind of part: `purpose`, `recipient`, `right`, `clause`, …
    pub section: &'static str,
    /// Its key in the file.
    pub key: String,
    /// What the part is called.
    pub label: Text,
    /// Which aspect of it changed; empty where the whole part came or went.
    pub aspect: Text,
    /// What it said before; empty for something new.
    pub before: Text,
    /// What it says now; empty for something gone.
    pub after: Text,
}

/// One part of a declaration with its aspects, in comparable form.
struct Part {
    section: &'static str,
    key: String,
    label: Text,
    aspects: Vec<(Text, Text)>,
}

/// Every difference from `old` to `new`, in the order of the page; what is gone comes last.
pub fn diff(old: &Declaration, new: &Declaration) -> Vec<Change> {
    let (before, after) = (parts(old.source()), parts(new.source()));
    let mut changes = Vec::new();
    for part in &after {
        match before.iter().find(|was| was.same_part(part)) {
            None => changes.push(part.whole(ChangeKind::Added)),
            Some(was) => part.compare(was, &mut changes),
        }
    }
    let gone = before
        .iter()
        .filter(|was| !after.iter().any(|part| part.same_part(was)));
    changes.extend(gone.map(|was| was.whole(ChangeKind::Removed)));
    changes
}

#[derive(Template)]
#[template(path = "changes.html")]
struct Changes<'a> {
    parts: Vec<&'a [Change]>,
    lang: Lang,
}

impl Changes<'_> {
    fn w(&self, key: &str) -> &'static str {
        heading(key, self.lang)
    }

    fn t<'t>(&self, text: &'t Text) -> &'t str {
        text.in_lang(self.lang)
    }
}

/// The differences as one HTML fragment.
///
/// # Errors
/// Only if writing to memory fails.
pub fn render_changes(changes: &[Change], lang: Lang) -> Result<String, askama::Error> {
    let parts = changes.chunk_by(|one, next| one.same_part(next)).collect();
    Changes { parts, lang }.render()
}

impl Change {
    fn same_part(&self, other: &Change) -> bool {
        (self.section, &self.key, self.kind) == (other.section, &other.key, other.kind)
    }

    /// The word for what happened: a key of the table of headings.
    fn word(&self) -> &'static str {
        match self.kind {
            ChangeKind::Added => "added",
            ChangeKind::Removed => "removed",
            ChangeKind::Changed => "changed",
        }
    }

    /// One line of plain text, for the command line.
    pub fn line(&self, lang: Lang) -> String {
        let part = heading(self.section, lang);
        let label = self.label.in_lang(lang);
        let head = format!("{}: {part} «{label}»", heading(self.word(), lang));
        match self.kind {
            ChangeKind::Added => format!("{head}: {}", self.after.in_lang(lang)),
            ChangeKind::Removed => format!("{head}: {}", self.before.in_lang(lang)),
            ChangeKind::Changed => {
                let (before, after) = (self.before.in_lang(lang), self.after.in_lang(lang));
                let aspect = self.aspect.in_lang(lang);
                format!("{head}, {aspect}: «{before}» → «{after}»")
            }
        }
    }
}

impl Part {
    fn same_part(&self, other: &Part) -> bool {
        self.section == other.section && self.key == other.key
    }

    fn whole(&self, kind: ChangeKind) -> Change {
        let words = self
            .aspects
            .iter()
            .map(|(_, words)| words)
            .find(|words| !words.nb.is_empty());
        let words = words.cloned().unwrap_or_default();
        let (before, after) = match kind {
            ChangeKind::Removed => (words, Text::default()),
            _ => (Text::default(), words),
        };
        let (section, key, label) = (self.section, self.key.clone(), self.label.clone());
        Change {
            kind,
            section,
            key,
            label,
            aspect: Text::default(),
            before,
            after,
        }
    }

    fn compare(&self, was: &Part, changes: &mut Vec<Change>) {
        let mut names: Vec<_> = self.aspects.iter().map(|(name, _)| name).collect();
        names.extend(
            was.aspects
                .iter()
                .map(|(name, _)| name)
                .filter(|name| self.says(name).is_none()),
        );
        for name in names {
            let (before, after) = (was.says(name), self.says(name));
            if before != after {
                changes.push(Change {
                    kind: ChangeKind::Changed,
                    section: self.section,
                    key: self.key.clone(),
                    label: self.label.clone(),
                    aspect: name.clone(),
                    before: before.cloned().unwrap_or_default(),
                    after: after.cloned().unwrap_or_default(),
                });
            }
        }
    }

    fn says(&self, aspect: &Text) -> Option<&Text> {
        self.aspects
            .iter()
            .find(|(name, _)| name == aspect)
            .map(|(_, words)| words)
    }
}

fn parts(source: &Source) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |section, key: &str, label: Text, aspects| {
        parts.push(Part {
            section,
            key: key.to_owned(),
            label,
            aspects,
        });
    };
    for one in &source.controllers {
        let reach = [one.address.join(", "), one.email.clone(), one.phone.clone()].join(", ");
        let contact = one.privacy_contact.clone().unwrap_or_default();
        let aspects = vec![
            (head("letter"), same(&reach)),
            (head("privacy_contact"), contact),
        ];
        part("responsible", &one.key, same(&one.name), aspects);
    }
    for one in &source.purposes {
        part("purpose", &one.id, one.title.clone(), purpose(one));
    }
    for one in &source.sources {
        let notice = one.notice.clone().unwrap_or_default();
        let aspects = vec![
            (head("data_used"), one.what.clone()),
            (head("told"), notice),
        ];
        part("source", &one.key, one.name.clone(), aspects);
    }
    for one in &source.roles {
        let aspects = vec![(head("purpose"), same(&one.purposes.join(", ")))];
        part("role", &one.id, one.title.clone(), aspects);
    }
    for one in &source.recipients {
        part("recipient", &one.key, same(&one.name), recipient(one));
    }
    for one in &source.storage {
        let place = each(|lang| country_name(&one.country, lang));
        part(
            "storage",
            &one.component,
            one.what.clone(),
            vec![(head("where"), place)],
        );
    }
    for (section, key, label, words) in sentences(source) {
        part(section, &key, label, vec![(head("notice"), words)]);
    }
    parts
}

fn purpose(one: &PurposeSource) -> Vec<(Text, Text)> {
    let basis = |lang| Basis::from_name(&one.basis).map_or("", |basis| basis_name(basis, lang));
    let mut aspects = vec![
        (head("reason"), one.why.clone()),
        (head("basis"), each(|lang| basis(lang).to_owned())),
        (head("law"), same(&one.law)),
        (head("interest"), one.interest.clone().unwrap_or_default()),
        (head("data_used"), each(|lang| categories(&one.uses, lang))),
    ];
    aspects.extend(one.keep.iter().map(|(category, keep)| {
        let name = |lang| format!("{}: {}", heading("retention", lang), names(category, lang));
        (each(name), retention(keep))
    }));
    aspects
}

fn retention(keep: &Keep) -> Text {
    each(|lang| {
        let cases = keep.cases.iter().map(|case| case.text.in_lang(lang));
        let all: Vec<_> = std::iter::once(keep.text.in_lang(lang))
            .chain(cases)
            .collect();
        all.join("; ")
    })
}

fn recipient(one: &Recipient) -> Vec<(Text, Text)> {
    let place = |lang| {
        let places: Vec<_> = one
            .countries
            .iter()
            .map(|code| country_name(code, lang))
            .collect();
        places.join(", ")
    };
    let parties: Vec<_> = one
        .agreements
        .iter()
        .map(|found| found.controller.as_str())
        .collect();
    vec![
        (head("for"), one.service.clone()),
        (head("name"), same(&one.name)),
        (
            head("data_used"),
            each(|lang| categories(&one.categories, lang)),
        ),
        (head("transfers"), each(place)),
        (head("agreement"), same(&parties.join(", "))),
    ]
}

/// Parts that consist of one sentence.
fn sentences(source: &Source) -> Vec<(&'static str, String, Text, Text)> {
    let mut found = Vec::new();
    let mut say = |section, key: &str, label: Text, words: &Text| {
        found.push((section, key.to_owned(), label, words.clone()));
    };
    let field_name = |name: &str| same(name);
    source
        .fields
        .iter()
        .for_each(|one| say("field", &one.name, field_name(&one.name), &one.consequence));
    source
        .device
        .iter()
        .for_each(|one| say("on_device", &one.name, same(&one.name), &one.why));
    source
        .rights
        .iter()
        .for_each(|one| say("right", &one.id, one.title.clone(), &one.text));
    source
        .measures
        .iter()
        .for_each(|one| say("measure", &one.key, same(&one.key), &one.text));
    source
        .obligations
        .iter()
        .for_each(|one| say("obligation", &one.key, same(&one.law), &one.text));
    source
        .links
        .iter()
        .for_each(|one| say("link", &one.key, one.label.clone(), &one.note));
    source
        .clauses
        .iter()
        .for_each(|one| say("clause", &one.number, same(&one.number), &one.text));
    if let Some(one) = &source.complaint {
        say("complaint", "complaint", same(&one.authority), &one.text);
    }
    let answering = source.answering.clone().unwrap_or_default();
    let essence = source
        .arrangement
        .as_ref()
        .and_then(|one| one.essence.as_ref());
    let notices = &source.notices;
    let single = [
        ("arrangement", essence),
        ("automated", notices.automated_decisions.as_ref()),
        ("further", notices.further_purpose.as_ref()),
        ("marketing", notices.object_to_marketing.as_ref()),
        ("consent", notices.withdraw_consent.as_ref()),
        ("device", notices.device.as_ref()),
        ("statistics", notices.statistics.as_ref()),
        ("tracking", notices.tracking.as_ref()),
        ("evidence", notices.evidence.as_ref()),
        ("staff", notices.staff.as_ref()),
        ("where", notices.location.as_ref()),
        ("access", notices.access.as_ref()),
        (
            "answering",
            answering.deadline.as_ref().map(|keep| &keep.text),
        ),
    ];
    for (key, words) in single {
        if let Some(words) = words {
            say("notice", key, head(key), words);
        }
    }
    found
}

fn categories(list: &[String], lang: Lang) -> String {
    list.iter()
        .map(|name| names(name, lang))
        .collect::<Vec<_>>()
        .join(", ")
}

fn names(category: &str, lang: Lang) -> String {
    let known = Category::from_name(category);
    known.map_or_else(
        || category.to_owned(),
        |known| category_name(known, lang).to_owned(),
    )
}

fn head(key: &str) -> Text {
    each(|lang| heading(key, lang).to_owned())
}

fn same(words: &str) -> Text {
    each(|_| words.to_owned())
}

fn each(words: impl Fn(Lang) -> String) -> Text {
    Text {
        nb: words(Lang::Nb),
        nn: words(Lang::Nn),
        en: words(Lang::En),
    }
}
