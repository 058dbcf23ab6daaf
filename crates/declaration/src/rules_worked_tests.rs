//! Every rule of the table with a worked date, and no rule that nothing is counted by.

use jiff::civil::{Date, date};
use values::Moment;

use super::tests::{rule, table};

/// Worked dates: rule, day of the event, last day it reaches.
const WORKED: &[(&str, Date, Date)] = &[
    ("accounting-primary", date(2026, 3, 10), date(2031, 12, 31)),
    ("accounting-primary", date(2026, 1, 1), date(2031, 12, 31)),
    ("accounting-primary", date(2026, 12, 31), date(2031, 12, 31)),
    ("accounting-secondary", date(2026, 5, 4), date(2030, 6, 30)),
    ("claim-craft-long", date(2024, 2, 29), date(2029, 2, 28)),
    ("claim-craft", date(2024, 2, 29), date(2026, 2, 28)),
    ("claim-consumer-sale", date(2026, 3, 29), date(2028, 3, 29)),
    (
        "claim-notice-minimum",
        date(2026, 12, 31),
        date(2027, 2, 28),
    ),
    ("restriction-leave", date(2026, 1, 31), date(2026, 3, 2)),
    ("claim-file", date(2024, 2, 29), date(2029, 5, 29)),
    ("claim-file", date(2024, 11, 30), date(2030, 2, 28)),
    ("rights-answer", date(2026, 1, 31), date(2026, 2, 28)),
    (
        "rights-answer-extended",
        date(2026, 1, 31),
        date(2026, 4, 30),
    ),
    ("relationship-end", date(2024, 2, 29), date(2025, 2, 28)),
    ("booking-cancelled", date(2026, 11, 30), date(2027, 2, 28)),
    ("account-closed", date(2026, 10, 10), date(2026, 11, 9)),
    ("account-idle", date(2024, 2, 29), date(2026, 2, 28)),
    ("account-idle-notice", date(2026, 1, 31), date(2026, 3, 2)),
    ("deliverer", date(2026, 8, 31), date(2027, 2, 28)),
    ("deliverer", date(2027, 8, 31), date(2028, 2, 29)),
    ("evidence", date(2026, 11, 30), date(2027, 2, 28)),
    (
        "accounting-secondary",
        date(2026, 12, 31),
        date(2030, 6, 30),
    ),
    ("accounting-primary", date(2024, 2, 29), date(2029, 12, 31)),
    (
        "claim-consumer-sale-long",
        date(2024, 2, 29),
        date(2029, 2, 28),
    ),
    (
        "claim-business-sale",
        date(2026, 10, 25),
        date(2028, 10, 25),
    ),
    (
        "claim-business-repair",
        date(2024, 2, 29),
        date(2027, 2, 28),
    ),
    ("limitation", date(2025, 2, 28), date(2028, 2, 28)),
    ("limitation-knowledge", date(2024, 2, 29), date(2025, 2, 28)),
    ("warranty-end", date(2026, 11, 30), date(2027, 2, 28)),
    ("claim-closed", date(2026, 1, 15), date(2029, 1, 15)),
    ("rights-case", date(2024, 2, 29), date(2027, 2, 28)),
    ("prospect", date(2026, 8, 31), date(2027, 2, 28)),
    ("art14-notice", date(2026, 1, 31), date(2026, 2, 28)),
    ("safety-work", date(2024, 2, 29), date(2029, 2, 28)),
    ("reminders", date(2026, 2, 28), date(2028, 2, 28)),
    ("statistics-counters", date(2026, 2, 28), date(2028, 2, 28)),
    ("reservation-wash", date(2026, 1, 31), date(2026, 2, 28)),
    ("competent-inspection", date(2024, 2, 29), date(2025, 2, 28)),
    (
        "rights-extension-notice",
        date(2026, 1, 31),
        date(2026, 2, 28),
    ),
    ("rights-refusal", date(2026, 3, 31), date(2026, 4, 30)),
    ("age-own-consent", date(2012, 2, 29), date(2025, 2, 28)),
    ("age-own-consent", date(2012, 6, 1), date(2025, 6, 1)),
    ("age-marketing", date(2012, 2, 29), date(2027, 2, 28)),
    ("vehicle-life-refuse", date(2016, 2, 29), date(2028, 2, 29)),
    (
        "vehicle-life-box_body",
        date(2016, 2, 29),
        date(2031, 2, 28),
    ),
    (
        "vehicle-life-loader_crane",
        date(2016, 2, 29),
        date(2036, 2, 29),
    ),
    ("hold-longest", date(2026, 8, 31), date(2027, 2, 28)),
    ("sweep-alive", date(2026, 3, 28), date(2026, 3, 30)),
    ("enquiry-answered", date(2024, 2, 29), date(2025, 2, 28)),
    ("enquiry-answered", date(2026, 3, 29), date(2027, 3, 29)),
    ("message", date(2024, 2, 29), date(2025, 2, 28)),
    ("staff-end", date(2026, 12, 31), date(2027, 12, 31)),
    ("staff-end", date(2024, 2, 29), date(2025, 2, 28)),
    ("consent-proof", date(2024, 2, 29), date(2027, 2, 28)),
    ("rights-reminder", date(2026, 2, 25), date(2026, 3, 4)),
    ("hold-reminder", date(2026, 12, 24), date(2027, 1, 7)),
    ("hold-reminder", date(2026, 10, 18), date(2026, 11, 1)),
    ("sweep-jump", date(2024, 2, 10), date(2024, 3, 11)),
    ("backup-age", date(2026, 3, 1), date(2027, 4, 5)),
    ("sweep-jump", date(2026, 2, 10), date(2026, 3, 12)),
    ("vehicle-life", date(2016, 2, 29), date(2031, 2, 28)),
    (
        "vehicle-life-reefer_body",
        date(2016, 2, 29),
        date(2028, 2, 29),
    ),
    ("vehicle-life-flatbed", date(2016, 2, 29), date(2034, 2, 28)),
    (
        "vehicle-life-drop_side",
        date(2016, 2, 29),
        date(2034, 2, 28),
    ),
    ("vehicle-life-tipper", date(2016, 2, 29), date(2031, 2, 28)),
    (
        "vehicle-life-hook_lift",
        date(2016, 2, 29),
        date(2034, 2, 28),
    ),
    (
        "vehicle-life-tail_lift",
        date(2016, 2, 29),
        date(2031, 2, 28),
    ),
    ("vehicle-life-tank", date(2016, 2, 29), date(2036, 2, 29)),
    (
        "vehicle-life-concrete_mixer",
        date(2016, 2, 29),
        date(2028, 2, 29),
    ),
    (
        "vehicle-life-recovery",
        date(2016, 2, 29),
        date(2036, 2, 29),
    ),
    ("vehicle-life-timber", date(2016, 2, 29), date(2028, 2, 29)),
    ("vehicle-life-trailer", date(2016, 2, 29), date(2036, 2, 29)),
    (
        "vehicle-life-semi_trailer",
        date(2016, 2, 29),
        date(2034, 2, 28),
    ),
];

/// Rules in hours: exact to the instant, also where the clocks are set forward or back.
const HOURS: &[(&str, i64)] = &[
    ("newsletter-withdrawn", 24),
    ("breach-authority", 72),
    ("locked-open", 1),
    ("locked-ask", 24),
];

#[test]
fn hours_come_out_on_every_kind_of_day() {
    for (id, hours) in HOURS {
        for day in [date(2026, 3, 28), date(2026, 10, 24), date(2024, 2, 28)] {
            let from = Moment::at_local(day, 23, 30);
            let until = rule(id).until(from);
            assert_eq!(until.millis() - from.millis(), hours * 3_600_000, "{id}");
        }
    }
}

/// Every rule of the table has a worked date; whoever adds one is sent here.
#[test]
fn every_rule_has_a_worked_date() {
    for rule in table().all() {
        let (id, dated) = (&rule.id, rule.after.hours == 0);
        let worked = WORKED.iter().any(|(known, ..)| known == id);
        let counted = HOURS.iter().any(|(known, _)| known == id);
        assert!(
            worked == dated && counted != dated,
            "{id}: a rule in days stands in WORKED, one in hours in HOURS"
        );
    }
    for id in WORKED.iter().map(|(id, ..)| id) {
        assert!(table().has(id), "{id} is no rule");
    }
}

/// Rules that nothing is counted by: the law as the pages of the rule table show it, because the clock
/// they stand for is the other party's, or is kept by a person.
const INFORMATION_ONLY: &[&str] = &[
    // The consumer's own clock for complaining; a claim is taken in whenever it comes.
    "claim-notice-minimum",
    "limitation",
    "limitation-knowledge",
    // The consent ledger is append-only: of a forgotten person its lines keep a number and no key.
    "consent-proof",
    // Ages: nobody is asked for a date of birth here.
    "age-own-consent",
    "age-marketing",
    // The owner's duty towards the authorities.
    "competent-inspection",
    // A washed list is good for its calendar month, which is stricter.
    "reservation-wash",
    // Both end with the month of the answer, which `rights-answer` counts.
    "rights-extension-notice",
    "rights-refusal",
];

/// What is not named as information is used by the program or the reference declaration.
#[test]
fn no_rule_is_dead() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut text = std::fs::read_to_string(root.join("declarations/westrum.toml")).unwrap();
    let mut folders = vec![root.join("crates")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() && !["tests", "target"].contains(&name.as_str()) {
                folders.push(path);
            } else if name.ends_with(".rs") && !name.contains("test") {
                text += &std::fs::read_to_string(path).unwrap();
            }
        }
    }
    let dead = table().all().iter().map(|rule| rule.id.as_str());
    let dead = dead.filter(|id| !id.starts_with("vehicle-life-"));
    let dead = dead.filter(|id| !text.contains(&format!("\"{id}\"")));
    let dead: Vec<_> = dead.filter(|id| !INFORMATION_ONLY.contains(id)).collect();
    assert_eq!(dead, Vec::<&str>::new(), "wire them, or say why not");
    for id in INFORMATION_ONLY {
        assert!(table().has(id), "{id} is no rule");
    }
}

#[test]
fn worked_dates_come_out() {
    for (id, event, last) in WORKED {
        for (hour, minute) in [(0, 0), (12, 0), (23, 59)] {
            let from = Moment::at_local(*event, hour, minute);
            assert_eq!(rule(id).last_day(from), *last, "{id} from {event}");
            assert_eq!(
                rule(id).until(from),
                Moment::after_day(*last),
                "{id} from {event}"
            );
        }
    }
}
