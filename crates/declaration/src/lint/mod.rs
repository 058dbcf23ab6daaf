//! The check: each gap against GDPR Art. 12–14, 26, 28, 30, 32 and ekomloven § 3-15, and each
//! contradiction inside the text. One function per chapter; codes and help stand in [`LINTS`].

#[cfg(test)]
mod cases;
mod clauses;
mod consents;
mod customers;
mod entry;
mod page;
mod table;
#[cfg(test)]
mod tests;
mod who;
mod whom;
mod why;

use serde_json::Value;

use crate::finding::{Finding, Lines, Severity};
use crate::rules::RuleTable;
use crate::source::Source;
use crate::text::{Lang, Text};
use crate::vocabulary::{Category, Purpose};

pub use entry::Lint;
pub use table::LINTS;

/// EU-27 with Norway, Iceland and Liechtenstein.
pub const EEA: &[&str] = &[
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
];

/// Collects findings by path; lines are looked up at the end.
pub(crate) struct Marks<'a> {
    lines: Lines<'a>,
    findings: Vec<Finding>,
}

impl Marks<'_> {
    /// Reports lint `code` at `path`.
    fn say(&mut self, path: &str, code: &'static str, message: impl Into<String>) {
        let lint = LINTS.iter().find(|lint| lint.code == code);
        self.findings.push(Finding {
            line: self.lines.of_path(path),
            severity: lint.map_or(Severity::Error, |lint| lint.severity),
            code,
            message: message.into(),
            help: lint.map_or("", |lint| lint.help).to_owned(),
        });
    }

    /// Reports `code` where `wrong` holds.
    fn when(&mut self, wrong: bool, path: &str, code: &'static str, message: &str) {
        if wrong {
            self.say(path, code, message);
        }
    }
}

/// Everything there is to say about a file that could be read; the gravest first, then by line.
pub(crate) fn check_source(text: &str, source: &Source, rules: Option<&RuleTable>) -> Vec<Finding> {
    let mut marks = Marks {
        lines: Lines::of(text),
        findings: Vec::new(),
    };
    marks.when(
        source.format != 1,
        "format",
        "format-version",
        "unknown version of the format",
    );
    texts(source, &mut marks);
    who::check(source, &mut marks);
    why::check(source, rules, &mut marks);
    whom::check(source, &mut marks);
    page::check(source, rules, &mut marks);
    clauses::check(source, &mut marks);
    consents::check(source, &mut marks);
    customers::check(source, &mut marks);
    let mut findings = marks.findings;
    findings.sort_by_key(|finding| (finding.severity, finding.line));
    findings
}

/// Sentences in every language, and sentences nobody may write.
fn texts(source: &Source, marks: &mut Marks<'_>) {
    for (path, text) in all_texts(source) {
        let missing: Vec<_> = text.missing().into_iter().map(Lang::code).collect();
        if !missing.is_empty() {
            let said = format!("`{path}` has no words in {}", missing.join(", "));
            marks.say(&path, "text-missing", said);
        }
        if implies_consent(&text) {
            marks.say(
                &path,
                "consent-implied",
                "use of the page is taken for consent",
            );
        }
        let words = [&text.nb, &text.nn, &text.en];
        if words
            .iter()
            .any(|words| words.contains("](#") || words.contains("href=\"#"))
        {
            marks.say(&path, "link-dead", "a link in the text leads nowhere");
        }
    }
}

/// Every text of the file with its path.
pub(crate) fn all_texts(source: &Source) -> Vec<(String, Text)> {
    let mut found = Vec::new();
    if let Ok(tree) = serde_json::to_value(source) {
        collect(&tree, String::new(), &mut found);
    }
    found
}

fn collect(node: &Value, path: String, found: &mut Vec<(String, Text)>) {
    let below = |part: &str| {
        if path.is_empty() {
            part.to_owned()
        } else {
            format!("{path}/{part}")
        }
    };
    match node {
        Value::Object(map) if map.contains_key("nb") => {
            if let Ok(text) = serde_json::from_value(node.clone()) {
                found.push((path, text));
            }
        }
        Value::Object(map) => map
            .iter()
            .for_each(|(key, node)| collect(node, below(key), found)),
        Value::Array(list) => {
            let numbered = list.iter().enumerate();
            numbered.for_each(|(index, node)| collect(node, below(&index.to_string()), found));
        }
        _ => {}
    }
}

/// "Ved å bruke nettstedet godkjenner du …" and its relatives.
fn implies_consent(text: &Text) -> bool {
    let said = |words: &str, using: &[&str], agreeing: &[&str]| {
        let words = words.to_lowercase();
        using.iter().any(|part| words.contains(part))
            && agreeing.iter().any(|part| words.contains(part))
    };
    said(
        &text.nb,
        &["ved å bruke"],
        &["godkjenner", "samtykker", "aksepterer", "godtar"],
    ) || said(
        &text.nn,
        &["ved å bruke"],
        &["godkjenner", "samtykkjer", "samtykker", "godtek"],
    ) || said(
        &text.en,
        &["by using", "by visiting"],
        &["accept", "agree", "consent", "approve"],
    )
}

/// The declared purposes, by name.
fn declares(source: &Source, purpose: &str) -> bool {
    source
        .purposes
        .iter()
        .any(|declared| declared.id == purpose)
}

/// Whether a declared purpose uses the category.
fn uses(source: &Source, category: &str) -> bool {
    source
        .purposes
        .iter()
        .any(|declared| declared.uses.iter().any(|used| used == category))
}

/// Reports names that are no category of the vocabulary.
fn known_categories(names: &[String], path: &str, marks: &mut Marks<'_>) {
    for (index, name) in names.iter().enumerate() {
        if Category::from_name(name).is_none() {
            let at = format!("{path}/{index}");
            marks.say(&at, "category-unknown", format!("`{name}` is no category"));
        }
    }
}

/// Purpose and category names that bind something must be declared and used.
fn bound(
    source: &Source,
    purposes: &[String],
    categories: &[String],
    path: &str,
    code: &'static str,
    marks: &mut Marks<'_>,
) {
    known_categories(categories, &format!("{path}/categories"), marks);
    for (index, name) in purposes.iter().enumerate() {
        if Purpose::from_name(name).is_none() || !declares(source, name) {
            let at = format!("{path}/purposes/{index}");
            marks.say(&at, code, format!("the purpose `{name}` is not declared"));
        }
    }
    for (index, name) in categories.iter().enumerate() {
        if Category::from_name(name).is_some() && !uses(source, name) {
            let at = format!("{path}/categories/{index}");
            marks.say(&at, code, format!("no declared purpose uses `{name}`"));
        }
    }
}

/// A day written as 2026-01-31.
fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<jiff::civil::Date>().is_ok()
}

/// The address of a service where many have a page, without saying whose.
fn is_front_door(url: &str) -> bool {
    const SERVICES: [&str; 7] = [
        "facebook.com",
        "instagram.com",
        "linkedin.com",
        "tiktok.com",
        "twitter.com",
        "x.com",
        "youtube.com",
    ];
    let rest = url.strip_prefix("https://").unwrap_or_default();
    let (host, path) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let host = host.to_ascii_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let path = path.split(['?', '#']).next().unwrap_or_default();
    SERVICES.contains(&host) && path.trim_matches('/').is_empty()
}

/// An address one can follow.
fn is_real_link(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('.') && !host.contains(char::is_whitespace))
}
