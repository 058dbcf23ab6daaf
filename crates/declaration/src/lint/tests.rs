use super::cases::{CASES, say};
use super::*;
use crate::source::read;
use crate::{Declaration, print};

const GOOD: &str = include_str!("../../../../declarations/westrum.toml");
const PUBLISHED: &str = include_str!("../../../../declarations/westrum-0.toml");

/// The reference with its placeholders filled in.
fn good() -> Source {
    let mut source = read(GOOD).unwrap();
    source
        .recipients
        .iter_mut()
        .for_each(|recipient| recipient.placeholder = false);
    source
}

fn rules() -> RuleTable {
    RuleTable::parse(crate::rules::SHIPPED_RULES).unwrap()
}

fn findings(source: &Source) -> Vec<Finding> {
    Declaration::check_with(&print::print(source), Some(&rules()))
}

fn list(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn each_lint_speaks_where_it_should() {
    for (code, spoil) in CASES {
        let mut source = good();
        spoil(&mut source);
        let found = findings(&source);
        let spoken = found.iter().find(|finding| finding.code == *code);
        let spoken = spoken.unwrap_or_else(|| panic!("{code} is silent:\n{}", list(&found)));
        assert!(!spoken.help.is_empty() && spoken.line >= 1, "{code}");
        let lint = LINTS.iter().find(|lint| lint.code == *code).unwrap();
        assert_eq!(spoken.severity, lint.severity);
    }
}

#[test]
fn no_lint_speaks_where_it_should_not() {
    let found = findings(&good());
    assert!(found.is_empty(), "{}", list(&found));
}

#[test]
fn every_lint_has_a_case_and_a_line_of_help() {
    for lint in LINTS {
        let cases = CASES.iter().filter(|(code, _)| *code == lint.code).count();
        assert_eq!(cases, usize::from(lint.code != "format"), "{}", lint.code);
        assert!(!lint.help.is_empty());
    }
    assert_eq!(LINTS.len(), CASES.len() + 1);
}

#[test]
fn an_error_refuses_and_a_warning_does_not() {
    let mut source = good();
    source.statement.summary = None;
    assert!(Declaration::parse(&print::print(&source)).is_ok());
    assert!(Declaration::parse_with(&print::print(&source), &rules()).is_ok());
    assert!(Declaration::parse_with(&print::print(&source), &RuleTable::default()).is_err());
    source.complaint = None;
    let found = Declaration::parse(&print::print(&source)).unwrap_err();
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        ["complaint-missing", "summary-missing"],
        "the gravest first"
    );
}

#[test]
fn what_is_no_declaration_names_the_line() {
    for (text, line) in [
        ("format = 1\nnonsense = true\n", 2),
        ("format = 1\n\n[statement]\ntenant = 3\n", 4),
        ("format = \n", 1),
    ] {
        let found = Declaration::parse(text).unwrap_err();
        assert_eq!((found[0].code, found[0].line), ("format", line), "{text}");
    }
}

#[test]
fn the_reference_only_waits_for_names() {
    let found = Declaration::check_with(GOOD, Some(&rules()));
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        ["recipient-placeholder", "recipient-placeholder"],
        "{}",
        list(&found)
    );
    let line = GOOD
        .lines()
        .position(|line| line.starts_with("key = \"hosting\""))
        .unwrap();
    assert_eq!(
        found[0].line, line,
        "the line of [[recipient]], just above its key"
    );
}

#[test]
fn a_finding_points_at_its_line() {
    let spoilt = GOOD.replacen(
        "countries = [\"NO\"]",
        "countries = [\n  \"NO\",\n  \"US\",\n]",
        1,
    );
    let found = Declaration::check(&spoilt);
    let line = spoilt.lines().position(|line| line == "  \"US\",").unwrap() + 1;
    let spoken = found
        .iter()
        .find(|one| one.code == "recipient-outside-eea")
        .unwrap();
    assert_eq!(spoken.line, line);
}

/// The statement as it was published: what the check has to find in it.
#[test]
fn the_published_statement_shows_its_gaps() {
    let found = Declaration::check(PUBLISHED);
    let expected = [
        "basis-missing",
        "recipient-name-missing",
        "recipient-country-missing",
        "keep-number-missing",
        "keep-missing",
        "right-missing",
        "complaint-missing",
        "consequence-missing",
        "automated-missing",
        "further-purpose-missing",
        "source-categories-missing",
        "source-notice-missing",
        "object-marketing-missing",
        "arrangement-missing",
        "answer-deadline-missing",
        "answer-price-missing",
        "answer-identity-missing",
        "version-missing",
        "date-missing",
        "device-missing",
        "tracking-missing",
        "measures-missing",
        "privacy-contact-missing",
        "only-contradicted",
        "consent-implied",
        "link-dead",
        "agreement-missing",
        "clause-missing",
        "storage-missing",
        "roles-missing",
    ];
    for code in expected {
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{code} is silent"
        );
    }
    // What the published statement does say is not held against it.
    for code in [
        "withdraw-missing",
        "controller-missing",
        "contact-missing",
        "purpose-missing",
    ] {
        assert!(!found.iter().any(|finding| finding.code == code), "{code}");
    }
}

#[test]
fn saying_only_on_our_instruction_is_allowed() {
    let mut source = good();
    source.notices.access = Some(say("Kun vi, og leverandører etter instruks fra oss."));
    source.notices.access.as_mut().unwrap().en =
        "Only us, and suppliers on our instruction.".into();
    assert!(findings(&source).is_empty());
}
