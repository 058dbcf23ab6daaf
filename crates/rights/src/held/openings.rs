//! Who has opened a person's data, in words: role and company, never the colleague's name.

use declaration::Declaration;
use values::Moment;
use vault::OpeningLine;
use web::{Lang, Text};

use crate::words;

/// A line of the log in words.
pub(crate) struct Looked {
    pub at: Moment,
    pub who: String,
    pub categories: Vec<String>,
    pub purpose: String,
    pub case: String,
}

fn who(text: &Text, line: &OpeningLine) -> String {
    if line.actor_kind == "chore" {
        let key = match line.title.as_str() {
            "letters" | "deliver" => "rights-who-letters",
            "prove" => "rights-who-prove",
            _ => "rights-who-chore",
        };
        return text.s(key).to_owned();
    }
    let key = match line.title.as_str() {
        "reception" => "role-reception",
        "technician" => "role-technician",
        "claims" => "role-claims",
        "marketing" => "role-marketing",
        "privacy" => "role-privacy",
        "admin" => "role-admin",
        _ => "role-operator",
    };
    text.s(key).to_owned()
}

/// The message that names what kind of case an opening belonged to.
fn case_key(kind: &str) -> &'static str {
    match kind {
        "booking" => "rights-case-booking",
        "visit" => "rights-case-visit",
        "order" | "work_order" => "rights-case-order",
        "enquiry" => "rights-case-enquiry",
        "claim" => "rights-case-claim",
        "rights_request" => "rights-case-request",
        "log_in" => "rights-case-log-in",
        "account" => "rights-case-account",
        "message" => "rights-case-message",
        "purchase" => "rights-case-purchase",
        "vehicle" => "rights-case-vehicle",
        "consents" => "rights-case-consents",
        "look" => "rights-case-look",
        "campaign" => "rights-case-campaign",
        "recall" => "rights-case-recall",
        "prospect" => "rights-case-prospect",
        "locked" | "locked_agreed" => "rights-case-locked",
        "desk" => "rights-case-desk",
        "staff" => "rights-case-staff",
        "review" => "rights-case-review",
        "proof" => "rights-case-proof",
        "" => "rights-case-none",
        _ => "rights-case-other",
    }
}

/// A line in words.
pub(crate) fn looked(
    declaration: &Declaration,
    text: &Text,
    lang: Lang,
    line: &OpeningLine,
) -> Looked {
    let names = line.categories.split(',').filter(|name| !name.is_empty());
    Looked {
        at: line.at,
        who: who(text, line),
        categories: names.map(|name| words::category(name, lang)).collect(),
        purpose: words::purpose(declaration, &line.purpose, lang),
        case: text.s(case_key(&line.case_kind)).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::case_key;

    fn sources(folder: &Path, all: &mut Vec<String>) {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() && name != "tests" {
                sources(&path, all);
            } else if name.ends_with(".rs") && !name.starts_with("tests") {
                all.push(fs::read_to_string(&path).unwrap());
            }
        }
    }

    fn quoted(rest: &str) -> Option<String> {
        let (word, _) = rest.strip_prefix('"')?.split_once('"')?;
        Some(word.to_owned())
    }

    /// The kind a call names: a literal, or a constant of a name that stands for one.
    fn kinds(text: &str, all: &[String], found: &mut BTreeSet<String>) {
        for (at, call) in text.match_indices(".case(") {
            let argument = &text[at + call.len()..];
            found.extend(quoted(argument.trim_start()));
            let path = argument.split([',', ')']).next().unwrap_or_default().trim();
            let name = path.rsplit("::").next().unwrap_or_default();
            let constant = name.chars().all(|c| c.is_ascii_uppercase() || c == '_');
            if !constant || name.is_empty() {
                continue;
            }
            let start = format!("const {name}: &str = ");
            let own: Vec<&str> = text.split(&start).skip(1).collect();
            let others = all.iter().flat_map(|text| text.split(&start).skip(1));
            let here = if own.is_empty() {
                others.collect()
            } else {
                own
            };
            // The origin of a fact bears the same name in one crate, and is no word of a case.
            let word = |rest: &str| quoted(rest).filter(|word| !word.contains(' '));
            found.extend(here.into_iter().filter_map(word));
        }
    }

    /// Whoever reads the log about themselves reads what each line was for.
    #[test]
    fn every_kind_of_case_in_the_code_has_words() {
        let crates = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let mut all = Vec::new();
        for slice in fs::read_dir(crates).unwrap().flatten() {
            let source = slice.path().join("src");
            if source.is_dir() {
                sources(&source, &mut all);
            }
        }
        let mut found = BTreeSet::new();
        for text in &all {
            let used = text.split("#[cfg(test)]").next().unwrap_or_default();
            kinds(used, &all, &mut found);
        }
        assert!(found.len() > 15, "{found:?}");
        for kind in ["rights_request", "staff", "review", "consents", "locked"] {
            assert!(found.contains(kind), "{kind}: {found:?}");
        }
        for kind in found {
            let key = case_key(&kind);
            assert!(!key.ends_with("-other"), "no words for `{kind}`");
            for lang in ["nb", "nn", "en"] {
                let words = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("lang/{lang}.ftl"));
                let words = fs::read_to_string(words).unwrap();
                assert!(words.contains(&format!("\n{key} = ")), "{lang}: {key}");
            }
        }
    }
}
