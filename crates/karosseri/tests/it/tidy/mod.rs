//! The house rules that a program can see. What is not yet right is listed here, in lists that get shorter.

mod source;

use std::collections::{BTreeMap, BTreeSet};

use crate::support;
use source::Source;

/// A function fits on a screen, a file in a head.
const LONGEST_FUNCTION: usize = 60;
const LONGEST_FILE: usize = 400;

/// Longer than the rule allows, and how long. May only shrink; what is right again leaves the list.
const TOO_LONG: &[(&str, usize)] = &[
    ("crates/karosseri/tests/it/tidy/mod.rs", 440),
    ("bench/src/newsletter/mod.rs::speed", 61),
    ("crates/customers/src/tests/consents_told.rs", 405),
    (
        "crates/customers/src/tests/consents_told.rs::the_link_shows_topics_and_nobody_and_acts_on_a_button_only",
        78,
    ),
    ("crates/declaration/src/lint/table.rs", 410),
    ("crates/karosseri/src/serve.rs::app_with", 63),
    ("crates/karosseri/tests/it/bad_days/fetched_back.rs", 405),
    (
        "crates/karosseri/tests/it/bad_days/fetched_back.rs::story",
        80,
    ),
    (
        "crates/newsletter/src/tests/sending.rs::the_office_writes_looks_tests_sends_and_pauses",
        71,
    ),
    ("crates/statistics/src/count/audit.rs::audit", 73),
    (
        "crates/vault/src/tests/noes.rs::what_was_said_after_a_backup_counts_when_it_is_fetched_back",
        80,
    ),
    ("bench/src/rows/pages.rs::signed_in", 72),
    ("bench/src/rows/start.rs::run", 65),
    ("crates/repairs/src/approval/ask.rs::write", 65),
    ("crates/repairs/src/handover/amend.rs::write", 64),
    ("crates/repairs/src/handover/close.rs::write", 70),
    (
        "crates/repairs/src/tests/standing.rs::a_closed_order_is_added_to_and_never_changed",
        61,
    ),
    (
        "crates/customers/src/tests/consents_told.rs::a_letter_dated_monday_and_entered_on_friday",
        79,
    ),
    ("crates/declaration/src/diff_parts.rs::parts", 67),
    ("crates/newsletter/src/decide/tests.rs", 534),
    (
        "crates/newsletter/src/decide/tests.rs::calls_and_paper_l12",
        88,
    ),
    ("crates/newsletter/src/decide/tests.rs::companies_l10", 78),
    (
        "crates/newsletter/src/decide/tests.rs::consent_and_what_ends_it",
        125,
    ),
    (
        "crates/newsletter/src/decide/tests.rs::existing_customers_l11",
        79,
    ),
    ("crates/newsletter/src/reminders/mod.rs::remind", 72),
    ("crates/rights/src/lib.rs::desk", 81),
    ("crates/rights/src/lib.rs::mine", 81),
    ("crates/rights/src/tests/desk.rs", 571),
    (
        "crates/rights/src/tests/desk.rs::a_correction_counts_at_once_and_the_wrong_record_goes_when_nothing_needs_it",
        69,
    ),
    (
        "crates/rights/src/tests/desk.rs::of_two_officers_the_second_is_told_who_was_first",
        64,
    ),
    ("crates/statistics/src/tests/mod.rs", 479),
    ("crates/vault/src/look_store.rs", 552),
    ("crates/vault/src/look_store.rs::watched", 72),
    ("crates/vault/src/tests/looking.rs", 442),
    (
        "crates/vault/src/tests/looking.rs::the_glass_opens_marks_and_ends_by_itself_and_never_for_the_host",
        63,
    ),
    (
        "crates/vault/src/tests/looking.rs::who_is_not_at_work_is_opened_after_a_reason_only",
        77,
    ),
    ("crates/rights/src/proof/tests_setup.rs::broken", 103),
    ("crates/rights/src/proof/words.rs::of", 143),
];

/// Which crate may use which: ARCHITECTURE.md, "The code map".
const EDGES: &[(&str, &[&str])] = &[
    ("values", &[]),
    ("declaration", &["values"]),
    ("store", &[]),
    ("dispatch", &[]),
    ("vault", &["values", "declaration", "store"]),
    ("web", &["values", "declaration", "store", "vault"]),
    ("letters", &["dispatch"]),
    ("vehicles", SHELL),
    ("site", SHELL),
    ("statistics", SHELL),
    ("customers", &["letters"]),
    ("staff", &["letters"]),
    ("newsletter", &["customers", "letters", "vehicles"]),
    ("prospects", &["letters", "newsletter"]),
    ("make", &["customers", "newsletter"]),
    ("rights", &["customers", "letters"]),
    ("bookings", &["customers", "letters", "vehicles"]),
    ("repairs", &["bookings", "customers", "letters", "vehicles"]),
];
/// What every slice may use.
const SHELL: &[&str] = &["values", "declaration", "store", "vault", "web"];

/// What speaks a cipher, and what speaks to a database: one crate each.
const CIPHERS: &[&str] = &[
    "aws-lc-rs",
    "aws-lc-sys",
    "ring",
    "aes-gcm",
    "aes-gcm-siv",
    "aes",
    "chacha20poly1305",
    "hmac",
    "hkdf",
    "argon2",
    "orion",
    "sodiumoxide",
    "openssl",
    "ed25519-dalek",
    "age",
];
const DRIVERS: &[&str] = &[
    "rusqlite",
    "tokio-postgres",
    "postgres",
    "sqlx",
    "diesel",
    "libsqlite3-sys",
    "deadpool-postgres",
];

/// Where tables of others are read, by ids, never written: to prove, and to know what is still there.
const READERS: &[&str] = &[
    "crates/karosseri/src/adapters/sql.rs",
    "crates/karosseri/src/adapters/today.rs",
    "crates/make/src/sql.rs",
    "crates/newsletter/src/queue/sql.rs",
    "crates/prospects/src/sql.rs",
    "crates/repairs/src/accounting/sql.rs",
];

/// Tables whose rows are never changed or removed by anybody.
const APPEND_ONLY: &[&str] = &[
    "consent",
    "customer_word",
    "opening",
    "erasure",
    "work_line",
    "purchase",
    "line_warranty",
    "document",
    "objection",
    "declaration_version",
];

/// A chain of the first form is linked anew once; an objection is upheld or overruled (21(1)); proofs lapse.
const REWRITTEN: &[&str] = &[
    "crates/vault/src/sql.rs: UPDATE opening",
    "crates/vault/src/sql.rs: DELETE FROM objection",
    "crates/vault/src/sql.rs: UPDATE objection",
    "crates/vault/src/sql.rs: DELETE FROM consent",
    "crates/vault/src/sql.rs: DELETE FROM customer_word",
];

/// A table that came to another owner took its rows along.
const MOVED: &[&str] = &["crates/newsletter/src/schema.rs: INTO service_no belongs to vault"];

fn manifests() -> BTreeMap<String, toml::Table> {
    let root = support::root();
    let mut found = BTreeMap::new();
    for folder in std::fs::read_dir(root.join("crates"))
        .expect("crates")
        .flatten()
    {
        let Ok(text) = std::fs::read_to_string(folder.path().join("Cargo.toml")) else {
            continue;
        };
        let name = folder.file_name().to_string_lossy().into_owned();
        found.insert(name, text.parse().expect("TOML"));
    }
    found
}

fn names(manifest: &toml::Table, part: &str) -> BTreeSet<String> {
    let part = manifest.get(part).and_then(toml::Value::as_table);
    part.into_iter()
        .flat_map(toml::Table::keys)
        .cloned()
        .collect()
}

fn nothing(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

#[test]
fn functions_and_files_are_short() {
    let mut long: BTreeMap<String, usize> = BTreeMap::new();
    for source in source::all(&support::root()) {
        let lines = source.text.lines().count();
        if lines > LONGEST_FILE {
            long.insert(source.path.clone(), lines);
        }
        for (name, lines) in source.functions() {
            if lines > LONGEST_FUNCTION {
                long.insert(format!("{}::{name}", source.path), lines);
            }
        }
    }
    let mut findings = Vec::new();
    for (what, lines) in &long {
        match TOO_LONG.iter().find(|(known, _)| known == what) {
            None => findings.push(format!("{what} has {lines} lines")),
            Some((_, known)) if lines > known => {
                findings.push(format!("{what} has grown from {known} to {lines} lines"));
            }
            Some(_) => {}
        }
    }
    for (known, _) in TOO_LONG
        .iter()
        .filter(|(known, _)| !long.contains_key(*known))
    {
        findings.push(format!("{known} is short now: take it off the list"));
    }
    nothing(&findings);
}

#[test]
fn crates_use_only_what_the_map_allows() {
    let manifests = manifests();
    let own: BTreeSet<String> = manifests.keys().cloned().collect();
    let mut findings = Vec::new();
    for (name, manifest) in &manifests {
        if name == "karosseri" {
            continue;
        }
        let Some((_, allowed)) = EDGES.iter().find(|(known, _)| known == name) else {
            findings.push(format!("crate {name} is not on the map"));
            continue;
        };
        let is_slice = !["values", "declaration", "store", "vault", "web"].contains(&name.as_str());
        let shell: &[&str] = if is_slice { SHELL } else { &[] };
        for used in names(manifest, "dependencies").intersection(&own) {
            if !allowed.contains(&used.as_str()) && !shell.contains(&used.as_str()) {
                findings.push(format!("{name} may not use {used}"));
            }
        }
    }
    nothing(&findings);
}

#[test]
fn one_crate_knows_ciphers_and_one_knows_databases() {
    let mut findings = Vec::new();
    for (name, manifest) in manifests() {
        for used in names(&manifest, "dependencies") {
            if CIPHERS.contains(&used.as_str()) && name != "vault" {
                findings.push(format!("{name} uses {used}: only vault knows ciphers"));
            }
            if DRIVERS.contains(&used.as_str()) && name != "store" {
                findings.push(format!("{name} uses {used}: only store knows databases"));
            }
        }
    }
    for source in source::all(&support::root()) {
        let named = |list: &[&'static str], owner: &str| {
            let part_of = |name: &&&str| {
                let path = format!("{}::", name.replace('-', "_"));
                source.code.match_indices(&path).any(|(at, _)| {
                    let before = source.code[..at].chars().next_back();
                    !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
                })
            };
            let free = source.owner() == owner || source.owner() == "bench";
            list.iter()
                .filter(part_of)
                .filter(|_| !free)
                .copied()
                .collect::<Vec<_>>()
        };
        for name in [named(CIPHERS, "vault"), named(DRIVERS, "store")].concat() {
            findings.push(format!("{} names {name}", source.path));
        }
    }
    nothing(&findings);
}

/// The table a statement names after one of its words.
fn after<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word).filter_map(move |(at, _)| {
        let rest = text[at + word.len()..].trim_start();
        let end = rest.find(|c: char| !(c.is_ascii_lowercase() || c == '_' || c.is_ascii_digit()));
        Some(&rest[..end.unwrap_or(rest.len())]).filter(|name| !name.is_empty())
    })
}

/// Statements of a crate: its Rust files in use, and the SQL beside them.
fn statements() -> Vec<(String, String, String)> {
    let root = support::root();
    let mut all: Vec<(String, String, String)> = source::all(&root)
        .iter()
        .filter(|source| !source.is_test() && source.owner() != "bench")
        .map(|s| (s.owner().to_owned(), s.path.clone(), s.in_use()))
        .collect();
    for path in support::folders::files(&root.join("crates")) {
        if path.extension().is_some_and(|end| end == "sql") {
            let text = std::fs::read_to_string(&path).expect("SQL");
            let path = path
                .strip_prefix(&root)
                .expect("inside")
                .display()
                .to_string();
            let owner = path.split('/').nth(1).unwrap_or_default().to_owned();
            all.push((owner, path, text));
        }
    }
    all
}

fn owners(statements: &[(String, String, String)]) -> BTreeMap<String, String> {
    let mut owners = BTreeMap::new();
    for (owner, _, text) in statements {
        for table in after(text, "CREATE TABLE IF NOT EXISTS ").chain(after(text, "CREATE TABLE "))
        {
            owners.insert(table.to_owned(), owner.clone());
        }
    }
    assert!(owners.len() > 30, "the tables were not found: {owners:?}");
    owners
}

#[test]
fn a_table_is_touched_by_its_owner_alone() {
    let statements = statements();
    let owners = owners(&statements);
    let mut findings = Vec::new();
    for (by, path, text) in &statements {
        for word in ["FROM ", "JOIN ", "INTO ", "UPDATE "] {
            for table in after(text, word) {
                // `DELETE FROM` is no reading.
                let reads = matches!(word, "FROM " | "JOIN ")
                    && !text.contains(&format!("DELETE FROM {table}"));
                if reads && READERS.contains(&path.as_str()) {
                    continue;
                }
                if owners.get(table).is_some_and(|owner| owner != by) {
                    findings.push(format!(
                        "{path}: {word}{table} belongs to {}",
                        owners[table]
                    ));
                }
            }
        }
    }
    findings.retain(|finding| !MOVED.contains(&finding.as_str()));
    nothing(&findings);
}

#[test]
fn what_is_appended_is_never_rewritten() {
    let mut findings = Vec::new();
    for (_, path, text) in statements() {
        for word in ["UPDATE ", "DELETE FROM "] {
            for table in after(&text, word).filter(|table| APPEND_ONLY.contains(table)) {
                findings.push(format!("{path}: {word}{table}"));
            }
        }
    }
    findings.retain(|finding| !REWRITTEN.contains(&finding.as_str()));
    nothing(&findings);
}

#[test]
fn nothing_names_a_place_on_somebodys_machine() {
    let root = support::root();
    let listed = std::process::Command::new("git")
        .args(["ls-files", "-z"])
        .current_dir(&root)
        .output()
        .expect("git");
    let mut findings = Vec::new();
    // Put together here, so that this file is not a finding itself.
    let places = ["work", "home", "Users", "root"].map(|name| format!("/{name}/"));
    for path in String::from_utf8_lossy(&listed.stdout)
        .split('\0')
        .filter(|path| !path.is_empty())
    {
        let Ok(text) = std::fs::read_to_string(root.join(path)) else {
            continue;
        };
        for (number, line) in text.lines().enumerate() {
            let starts = |place: &String| {
                line.match_indices(place.as_str()).any(|(at, _)| {
                    let before = line[..at].chars().next_back();
                    before.is_none_or(|c| matches!(c, ' ' | '"' | '\'' | '=' | '`' | '('))
                })
            };
            if places.iter().any(starts) {
                findings.push(format!("{path}:{}: {}", number + 1, line.trim()));
            }
        }
    }
    nothing(&findings);
}

#[test]
fn the_sources_are_there() {
    let sources = source::all(&support::root());
    let slices: BTreeSet<&str> = sources.iter().map(Source::owner).collect();
    assert!(slices.len() > 10, "{slices:?}");
}
