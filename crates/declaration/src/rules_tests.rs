use std::sync::LazyLock;

use jiff::civil::date;

use super::*;

static TABLE: LazyLock<RuleTable> = LazyLock::new(|| RuleTable::parse(SHIPPED_RULES).unwrap());

pub(super) fn table() -> &'static RuleTable {
    &TABLE
}

pub(super) fn rule(id: &str) -> Rule {
    table()
        .at(id, date(2026, 11, 1))
        .unwrap_or_else(|| panic!("no rule {id}"))
        .clone()
}

/// Every number of the table of laws (domain, section 3) and of purposes (2b) has a row, with a
/// reference and a day it holds from; shares and hours too.
#[test]
fn no_number_is_missing() {
    let rows = [
        "accounting-primary",
        "accounting-secondary",
        "claim-notice-minimum",
        "claim-consumer-sale",
        "claim-consumer-sale-long",
        "claim-craft",
        "claim-craft-long",
        "claim-business-sale",
        "claim-business-repair",
        "limitation",
        "limitation-knowledge",
        "reservation-wash",
        "competent-inspection",
        "safety-work",
        "relationship-end",
        "booking-cancelled",
        "deliverer",
        "account-closed",
        "account-idle",
        "account-idle-notice",
        "claim-file",
        "warranty-end",
        "reminders",
        "newsletter-withdrawn",
        "consent-proof",
        "prospect",
        "statistics-counters",
        "rights-answer",
        "rights-answer-extended",
        "rights-extension-notice",
        "rights-refusal",
        "rights-case",
        "art14-notice",
        "breach-authority",
        "age-own-consent",
        "age-marketing",
    ];
    for id in rows {
        let rule = rule(id);
        assert!(rule.numbers().next().is_some(), "{id} counts nothing");
        assert!(!rule.reference.is_empty(), "{id}");
    }
    let share = |id| {
        let share = table().share(id, date(2026, 11, 1)).unwrap();
        i64::from(share.basis_points)
    };
    assert_eq!(share("estimate-overrun"), 1500);
    // L6: an estimate of 40 000 kroner ends at 46 000.
    assert_eq!(
        4_000_000 + 4_000_000 * share("estimate-overrun") / 10_000,
        4_600_000
    );
}

#[test]
fn a_voucher_goes_on_the_first_of_january() {
    let issued = Moment::at_local(date(2026, 3, 10), 14, 0);
    let goes = rule("accounting-primary").until(issued);
    assert_eq!(goes, Moment::at_local(date(2032, 1, 1), 0, 0));
    assert_eq!(goes.rfc3339(), "2031-12-31T23:00:00Z");
}

#[test]
fn the_day_is_the_day_in_norway() {
    // 22:30 UTC on New Year's Eve is still the old year; 23:30 UTC is the new year in Norway.
    let before = Moment::at_local(date(2026, 12, 31), 23, 30);
    let after = before.plus_minutes(60);
    assert_eq!(
        rule("accounting-primary").last_day(before),
        date(2031, 12, 31)
    );
    assert_eq!(
        rule("accounting-primary").last_day(after),
        date(2032, 12, 31)
    );
}

#[test]
fn midnight_is_local_in_summer_and_winter() {
    let winter = Moment::at_local(date(2026, 1, 29), 9, 0);
    assert_eq!(
        rule("rights-answer").until(winter).rfc3339(),
        "2026-02-28T23:00:00Z"
    );
    let spring = Moment::at_local(date(2026, 2, 28), 9, 0);
    assert_eq!(
        rule("rights-answer").until(spring).rfc3339(),
        "2026-03-28T23:00:00Z"
    );
    let over = Moment::at_local(date(2026, 3, 1), 9, 0);
    assert_eq!(
        rule("rights-answer").until(over).rfc3339(),
        "2026-04-01T22:00:00Z"
    );
}

#[test]
fn hours_are_exact_across_summer_time() {
    let from = Moment::at_local(date(2026, 3, 28), 12, 0);
    let until = rule("breach-authority").until(from);
    assert_eq!(until.millis() - from.millis(), 72 * 3_600_000);
    assert_eq!(until.local().hour(), 13);
}

#[test]
fn what_is_open_stays_open() {
    for rule in table().all() {
        assert!(rule.until(Moment::FOREVER).is_forever(), "{}", rule.id);
    }
}

#[test]
fn a_changed_law_is_a_new_row() {
    let row = SHIPPED_RULES
        .split("[[rule]]")
        .find(|row| row.contains("breach-authority"))
        .unwrap();
    let newer = row
        .replace("version = 1", "version = 2")
        .replace("2018-07-20", "2027-07-01")
        .replace("hours = 72", "hours = 96");
    let table = RuleTable::parse(&format!("{SHIPPED_RULES}\n[[rule]]{newer}")).unwrap();
    let hours = |day| table.at("breach-authority", day).unwrap().after.hours;
    assert_eq!(hours(date(2027, 6, 30)), 72);
    assert_eq!(hours(date(2027, 7, 1)), 96);
    assert_eq!(table.cited("breach-authority@1").unwrap().after.hours, 72);
}

#[test]
fn a_rule_is_not_yet_there_before_its_day() {
    assert!(table().at("rights-answer", date(2018, 7, 19)).is_none());
    assert!(table().at("rights-answer", date(2018, 7, 20)).is_some());
    assert!(table().at("no-such-rule", date(2026, 1, 1)).is_none());
}

#[test]
fn a_body_of_its_own_kind_lives_its_own_time() {
    let life = |kind| {
        table()
            .vehicle_life(kind, date(2026, 1, 1))
            .unwrap()
            .after
            .years
    };
    assert_eq!(life("loader_crane"), 20);
    assert_eq!(life("something else"), life(""));
}

#[test]
fn bad_tables_name_the_line() {
    let cases = [
        ("id = 3", "rules-format"),
        ("version = 2", "rules-versions"),
        ("after = { years = -1 }", "rules-span"),
        ("reference = \" \"", "rules-text"),
    ];
    let good = SHIPPED_RULES.split("[[rule]]").nth(1).unwrap();
    for (bad, code) in cases {
        let key = bad.split('=').next().unwrap();
        let row = good
            .lines()
            .map(|line| if line.starts_with(key) { bad } else { line });
        let text = format!("\n\n[[rule]]{}", row.collect::<Vec<_>>().join("\n"));
        let findings = RuleTable::parse(&text).unwrap_err();
        assert_eq!(findings[0].code, code);
        assert!(findings[0].line >= 3, "{code}: {}", findings[0].line);
    }
}

#[test]
fn printing_and_reading_are_inverse() {
    let table = table();
    let printed = toml::to_string(table).unwrap();
    assert_eq!(&RuleTable::parse(&printed).unwrap(), table);
}
