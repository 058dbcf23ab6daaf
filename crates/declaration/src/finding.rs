//! What `declaration check` says: a finding with its line, and where that line comes from.

use std::fmt;

use toml_edit::{Document, Item, Value};

/// How grave a finding is. Only an `Error` keeps a declaration from being used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The declaration cannot be used.
    Error,
    /// It can be used, but somebody has something to finish.
    Warning,
    /// Worth knowing.
    Note,
}

impl Severity {
    /// The word printed before a finding.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One remark on a declaration. `code` is stable and listed in `docs/declaration.md`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Line in the file, counted from 1. Something absent is reported at the nearest place that is there.
    pub line: usize,
    /// How grave.
    pub severity: Severity,
    /// Stable code, such as `basis-missing`.
    pub code: &'static str,
    /// What is wrong.
    pub message: String,
    /// What to write, and the article that asks for it.
    pub help: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Finding {
            line,
            severity,
            code,
            message,
            help,
        } = self;
        write!(f, "line {line}: {} [{code}] {message}", severity.word())?;
        if !help.is_empty() {
            write!(f, "\n    {help}")?;
        }
        Ok(())
    }
}

/// Finds lines in the text of a file by path (`purpose/3/keep/contact`).
pub(crate) struct Lines<'a> {
    text: &'a str,
    tree: Option<Document<&'a str>>,
}

impl<'a> Lines<'a> {
    pub(crate) fn of(text: &'a str) -> Lines<'a> {
        Lines {
            text,
            tree: Document::parse(text).ok(),
        }
    }

    /// Line of the byte at `offset`.
    pub(crate) fn at(&self, offset: usize) -> usize {
        let before = self.text.get(..offset).unwrap_or(self.text);
        before.bytes().filter(|byte| *byte == b'\n').count() + 1
    }

    /// Line of the deepest part of `path` that the file has; 1 if it has none of it.
    pub(crate) fn of_path(&self, path: &str) -> usize {
        let Some(tree) = &self.tree else { return 1 };
        let mut here: Option<Step<'_>> = Some(Step::Item(tree.as_item()));
        let mut line = 1;
        for part in path.split('/').filter(|part| !part.is_empty()) {
            here = here.and_then(|step| step.into_part(part));
            match here.as_ref().and_then(Step::offset) {
                Some(offset) => line = self.at(offset),
                None if here.is_none() => break,
                None => {}
            }
        }
        line
    }
}

/// One place on the way down through the tree.
enum Step<'a> {
    Item(&'a Item),
    Value(&'a Value),
    Table(&'a toml_edit::Table),
}

impl<'a> Step<'a> {
    fn into_part(self, part: &str) -> Option<Step<'a>> {
        let index = part.parse::<usize>().ok();
        match self {
            Step::Item(Item::Table(table)) | Step::Table(table) => table.get(part).map(Step::Item),
            Step::Item(Item::ArrayOfTables(tables)) => tables.get(index?).map(Step::Table),
            Step::Item(Item::Value(value)) | Step::Value(value) => match value {
                Value::InlineTable(table) => table.get(part).map(Step::Value),
                Value::Array(array) => array.get(index?).map(Step::Value),
                _ => None,
            },
            Step::Item(_) => None,
        }
    }

    fn offset(&self) -> Option<usize> {
        let span = match self {
            Step::Item(item) => item.span(),
            Step::Value(value) => value.span(),
            Step::Table(table) => table.span(),
        };
        span.map(|span| span.start)
    }
}
