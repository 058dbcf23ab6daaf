//! What changed from one version to the next, so that a person can read it.

use askama::Template;

use crate::diff_parts::{Part, parts};
use crate::model::Declaration;
use crate::text::{Lang, Text};
use crate::words::heading;

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
    groups: Vec<Group<'a>>,
    lang: Lang,
}

/// What happened to the parts of one kind.
struct Group<'a> {
    kind: ChangeKind,
    section: &'static str,
    parts: Vec<&'a [Change]>,
}

impl Group<'_> {
    fn word(&self) -> &'static str {
        self.kind.word()
    }

    fn id(&self) -> String {
        format!("{}-{}", self.word(), self.section)
    }
}

impl Changes<'_> {
    fn w(&self, key: &str) -> &'static str {
        heading(key, self.lang)
    }

    fn t<'t>(&self, text: &'t Text) -> &'t str {
        text.in_lang(self.lang)
    }

    /// The language in which the words really stand: an old version may lack one.
    fn spoken(&self, text: &Text) -> &'static str {
        if text.missing().contains(&self.lang) {
            Lang::Nb.code()
        } else {
            self.lang.code()
        }
    }
}

/// The differences as one HTML fragment: contents, then each part closed until it is opened. What says
/// something else comes before what is new, and what is gone last.
///
/// # Errors
/// Only if writing to memory fails.
pub fn render_changes(changes: &[Change], lang: Lang) -> Result<String, askama::Error> {
    let mut groups: Vec<Group<'_>> = Vec::new();
    for parts in changes.chunk_by(|one, next| one.same_part(next)) {
        let Some(first) = parts.first() else { continue };
        let same =
            |group: &&mut Group<'_>| (group.kind, group.section) == (first.kind, first.section);
        match groups.iter_mut().find(same) {
            Some(group) => group.parts.push(parts),
            None => groups.push(Group {
                kind: first.kind,
                section: first.section,
                parts: vec![parts],
            }),
        }
    }
    groups.sort_by_key(|group| match group.kind {
        ChangeKind::Changed => (0, group.section != "clause"),
        ChangeKind::Added => (1, group.section != "clause"),
        ChangeKind::Removed => (2, group.section != "clause"),
    });
    Changes { groups, lang }.render()
}

impl ChangeKind {
    /// The word for what happened: a key of the table of headings.
    fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Changed => "changed",
        }
    }
}

impl Change {
    fn same_part(&self, other: &Change) -> bool {
        (self.section, &self.key, self.kind) == (other.section, &other.key, other.kind)
    }

    /// One line of plain text, for the command line.
    pub fn line(&self, lang: Lang) -> String {
        let part = heading(self.section, lang);
        let label = self.label.in_lang(lang);
        let head = format!("{}: {part} «{label}»", heading(self.kind.word(), lang));
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
