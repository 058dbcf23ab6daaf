use super::*;
use crate::Declaration;

const GOOD: &str = include_str!("../../../../declarations/westrum.toml");

#[test]
fn the_reference_has_no_error() {
    let rules = RuleTable::parse(crate::rules::SHIPPED_RULES).unwrap();
    let findings = Declaration::check_with(GOOD, Some(&rules));
    let grave: Vec<_> = findings.iter().map(ToString::to_string).collect();
    assert!(
        findings.iter().all(|one| one.severity != Severity::Error),
        "{}",
        grave.join("\n")
    );
    let codes: Vec<_> = findings.iter().map(|one| one.code).collect();
    assert_eq!(codes, ["recipient-placeholder", "recipient-placeholder"]);
}
