//! The days of the law as a table: last days, leap days, clock changes, two months, judgement.

use jiff::civil::{Date, date};
use values::Moment;

use crate::{
    complaint::{
        LimitLine, Notice, Reach,
        limits::{notice, reach},
    },
    words::{Buyer, Ground, LineKind},
};

use Buyer::{Business, Consumer};
use LineKind::{Labour, Part};

/// Buyer, kind, meant to last, hand-over (day and hour), the last day, the rule.
type Row = (Buyer, LineKind, bool, (Date, i8), Date, &'static str);

/// 29 February: the year that lacks it ends on the 28th, two and five years on; the nights the clock is
/// moved; and to a business it matters not what was meant to last.
#[rustfmt::skip]
const LAST_DAYS: &[Row] = &[
    (Consumer, Labour, false, (date(2024, 2, 29), 12), date(2026, 2, 28), "claim-craft@1"),
    (Consumer, Labour, true, (date(2024, 2, 29), 12), date(2029, 2, 28), "claim-craft-long@1"),
    (Consumer, Part, false, (date(2026, 2, 28), 12), date(2028, 2, 28), "claim-consumer-sale@1"),
    (Consumer, Part, true, (date(2026, 11, 23), 12), date(2031, 11, 23), "claim-consumer-sale-long@1"),
    (Consumer, Labour, false, (date(2026, 3, 29), 1), date(2028, 3, 29), "claim-craft@1"),
    (Consumer, Labour, false, (date(2026, 10, 25), 23), date(2028, 10, 25), "claim-craft@1"),
    (Business, Part, false, (date(2026, 11, 23), 12), date(2028, 11, 23), "claim-business-sale@1"),
    (Business, Part, true, (date(2026, 11, 23), 12), date(2028, 11, 23), "claim-business-sale@1"),
    (Business, Labour, false, (date(2026, 11, 23), 12), date(2029, 11, 23), "claim-business-repair@1"),
];

#[test]
fn the_last_day_by_law() {
    let rules = vault::testing::rules();
    for (buyer, kind, long, (day, hour), last, rule) in LAST_DAYS.iter().copied() {
        let at = Moment::at_local(day, hour, 30);
        let found = reach(&rules, (buyer, kind, long), at).unwrap();
        assert_eq!(found, until(last, rule), "{buyer:?} {kind:?} {long} {day}");
    }
}

fn line(last: Date, rule: &str, warranty: Option<Date>) -> LimitLine {
    LimitLine {
        by_law: Reach {
            last,
            rule: rule.to_owned(),
        },
        warranty,
    }
}

fn until(last: Date, rule: &str) -> Reach {
    Reach {
        last,
        rule: rule.to_owned(),
    }
}

#[test]
fn two_months_are_never_too_late_for_a_consumer_and_the_last_day_is_the_last() {
    let rules = vault::testing::rules();
    let two = [line(date(2028, 3, 2), "claim-craft@1", None)];
    let in_time = |last| Notice::InTime {
        until: until(last, "claim-notice-minimum@1"),
    };
    let judge = |days| Notice::Judge {
        days,
        last: until(date(2028, 3, 2), "claim-craft@1"),
    };
    let late = Notice::TooLate {
        last: until(date(2028, 3, 2), "claim-craft@1"),
    };
    let table = [
        // Found on the last of December: two months on is the last of February.
        (
            date(2026, 12, 31),
            date(2027, 2, 28),
            in_time(date(2027, 2, 28)),
        ),
        (date(2026, 12, 31), date(2027, 3, 1), judge(60)),
        (
            date(2027, 12, 29),
            date(2028, 2, 29),
            in_time(date(2028, 2, 29)),
        ),
        // Across the night the clock goes forward.
        (
            date(2027, 3, 1),
            date(2027, 5, 1),
            in_time(date(2027, 5, 1)),
        ),
        (date(2027, 3, 1), date(2027, 5, 2), judge(62)),
        (
            date(2028, 3, 1),
            date(2028, 3, 2),
            in_time(date(2028, 5, 1)),
        ),
        // Two months do not reach past the last day.
        (date(2028, 3, 1), date(2028, 3, 3), late.clone()),
    ];
    for (found, told, wanted) in table {
        let said = notice(&rules, (Ground::Complaint, Consumer), &two, (found, told));
        assert_eq!(said.unwrap(), wanted, "{found} {told}");
    }
    let business = notice(
        &rules,
        (Ground::Complaint, Business),
        &two,
        (date(2027, 3, 1), date(2027, 3, 2)),
    );
    assert_eq!(
        business.unwrap(),
        judge(1),
        "no two months between businesses"
    );
}

#[test]
fn the_longest_right_counts_and_a_warranty_that_reaches_further() {
    let rules = vault::testing::rules();
    let lines = [
        line(
            date(2028, 3, 2),
            "claim-consumer-sale@1",
            Some(date(2027, 3, 2)),
        ),
        line(date(2031, 3, 2), "claim-craft-long@1", None),
    ];
    let days = (date(2029, 1, 1), date(2029, 6, 1));
    let said = notice(&rules, (Ground::Complaint, Consumer), &lines, days).unwrap();
    let last = until(date(2031, 3, 2), "claim-craft-long@1");
    assert_eq!(said, Notice::Judge { days: 151, last });
    let promised = [line(
        date(2028, 3, 2),
        "claim-craft@1",
        Some(date(2033, 3, 2)),
    )];
    let said = notice(&rules, (Ground::Complaint, Consumer), &promised, days).unwrap();
    let last = until(date(2033, 3, 2), "");
    assert_eq!(said, Notice::Judge { days: 151, last });
}

#[test]
fn a_business_that_came_to_know_late_has_a_year_from_then() {
    let rules = vault::testing::rules();
    let work = [line(date(2029, 11, 23), "claim-business-repair@1", None)];
    let say = |found, told| {
        let by = (Ground::Complaint, Business);
        notice(&rules, by, &work, (found, told)).unwrap()
    };
    let last = until(date(2030, 6, 1), "limitation-knowledge@1");
    assert_eq!(
        say(date(2029, 6, 1), date(2030, 6, 1)),
        Notice::Judge {
            days: 365,
            last: last.clone()
        }
    );
    assert_eq!(
        say(date(2029, 6, 1), date(2030, 6, 2)),
        Notice::TooLate { last }
    );
    let three = until(date(2029, 11, 23), "claim-business-repair@1");
    assert_eq!(
        say(date(2027, 1, 1), date(2029, 11, 24)),
        Notice::TooLate { last: three }
    );
}

#[test]
fn a_warranty_follows_its_own_terms() {
    let rules = vault::testing::rules();
    let say = |warranty, found, told| {
        let lines = [line(date(2028, 3, 2), "claim-craft@1", warranty)];
        let by = (Ground::Warranty, Consumer);
        notice(&rules, by, &lines, (found, told)).unwrap()
    };
    let end = date(2027, 3, 2);
    let last = until(end, "");
    let day = date(2027, 3, 1);
    assert_eq!(say(None, day, day), Notice::None);
    assert_eq!(
        say(Some(end), day, end),
        Notice::InTime {
            until: last.clone()
        }
    );
    let wanted = Notice::Judge {
        days: 2,
        last: last.clone(),
    };
    assert_eq!(say(Some(end), day, date(2027, 3, 3)), wanted);
    let wanted = Notice::TooLate { last };
    assert_eq!(say(Some(end), date(2027, 3, 3), date(2027, 3, 3)), wanted);
}
