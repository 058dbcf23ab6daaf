//! When a request must be answered (GDPR Art. 12(3)), day by day.

use jiff::civil::date;
use values::Moment;

use super::{
    Channel, Document, Event, Identity, Kind, State, What,
    clock::{days_between, due_after, paused_days, pauses},
    due,
};

#[test]
fn one_month_from_the_day_it_came_clamped_and_across_summer_time() {
    let rules = vault::testing::rules();
    let table = [
        ((2026, 1, 15), (2026, 2, 15), (2026, 4, 15)),
        ((2026, 1, 31), (2026, 2, 28), (2026, 4, 30)),
        ((2028, 1, 30), (2028, 2, 29), (2028, 4, 30)),
        ((2026, 3, 28), (2026, 4, 28), (2026, 6, 28)),
        ((2026, 10, 24), (2026, 11, 24), (2027, 1, 24)),
        ((2026, 11, 30), (2026, 12, 30), (2027, 2, 28)),
        ((2026, 12, 31), (2027, 1, 31), (2027, 3, 31)),
    ];
    for ((y, m, d), last, extended_last) in table {
        for hour in [0, 12, 23] {
            let came = Moment::at_local(date(y, m, d), hour, 59);
            for (extended, (y, m, d)) in [(false, last), (true, extended_last)] {
                let (rule, until) = due(&rules, came, extended).unwrap();
                let last = until.plus_ms(-1).local_date();
                assert_eq!(last, date(y, m, d), "{came:?} {rule}");
            }
        }
    }
}

#[test]
fn words_go_to_the_table_and_back() {
    for kind in Kind::ALL {
        assert_eq!(Kind::from_name(kind.as_str()), Some(*kind));
    }
    for channel in Channel::ALL {
        assert_eq!(Channel::from_name(channel.as_str()), Some(*channel));
    }
    for state in State::ALL {
        assert_eq!(State::from_name(state.as_str()), Some(*state));
    }
}

#[test]
fn the_kinds_are_the_rights_of_the_declaration() {
    let declaration = vault::testing::declaration();
    for right in &declaration.source().rights {
        assert!(Kind::from_name(&right.id).is_some(), "{}", right.id);
    }
}

fn event(what: What, (y, m, d): (i16, i8, i8), hour: i8) -> Event {
    Event {
        at: Moment::at_local(date(y, m, d), hour, 0),
        what,
        actor_kind: "staff".to_owned(),
        staff: None,
        detail: String::new(),
    }
}

type Day = (i16, i8, i8);
type Row = (Day, bool, &'static [(Day, Day)], Day);

/// Received, extended, doubted and proven pairs; the last day to answer.
const CLOCK: &[Row] = &[
    // No doubt: the worked dates.
    ((2026, 1, 31), false, &[], (2026, 2, 28)),
    ((2026, 1, 31), true, &[], (2026, 4, 30)),
    // Three days of doubt are three days more; a doubt gone the same day is none.
    (
        (2026, 1, 31),
        false,
        &[((2026, 2, 2), (2026, 2, 5))],
        (2026, 3, 3),
    ),
    (
        (2026, 1, 31),
        false,
        &[((2026, 2, 2), (2026, 2, 2))],
        (2026, 2, 28),
    ),
    // A leap day is a day.
    ((2028, 1, 30), false, &[], (2028, 2, 29)),
    (
        (2028, 1, 31),
        false,
        &[((2028, 2, 27), (2028, 3, 1))],
        (2028, 3, 3),
    ),
    (
        (2027, 1, 31),
        false,
        &[((2027, 2, 27), (2027, 3, 1))],
        (2027, 3, 2),
    ),
    // Two doubts, and more time on top.
    (
        (2026, 5, 1),
        true,
        &[((2026, 5, 4), (2026, 5, 6)), ((2026, 5, 20), (2026, 5, 21))],
        (2026, 8, 4),
    ),
    // Across both changes of the clock.
    (
        (2026, 3, 20),
        false,
        &[((2026, 3, 28), (2026, 3, 30))],
        (2026, 4, 22),
    ),
    (
        (2026, 10, 20),
        false,
        &[((2026, 10, 24), (2026, 10, 26))],
        (2026, 11, 22),
    ),
    // Doubt over the turn of the year.
    (
        (2026, 12, 15),
        false,
        &[((2026, 12, 30), (2027, 1, 4))],
        (2027, 1, 20),
    ),
];

#[test]
fn the_clock_stands_still_while_there_is_doubt_and_only_then() {
    let rules = vault::testing::rules();
    for (received, extended, doubts, last) in CLOCK {
        for hour in [0, 9, 23] {
            let mut events = Vec::new();
            for (from, to) in *doubts {
                events.push(event(What::Doubted, *from, hour));
                // A second doubt on top of the first changes nothing.
                events.push(event(What::Doubted, *from, 23));
                events.push(event(What::Proven, *to, 23));
                events.push(event(What::Reminded, *to, 23));
            }
            let (y, m, d) = *received;
            let came = Moment::at_local(date(y, m, d), hour, 0);
            let days = paused_days(&pauses(&events), came);
            let (_, until) = due_after(&rules, came, *extended, days).unwrap();
            let (y, m, d) = *last;
            assert_eq!(
                until.plus_ms(-1).local_date(),
                date(y, m, d),
                "{received:?} {doubts:?}"
            );
        }
    }
}

#[test]
fn a_doubt_that_lasts_is_counted_until_now() {
    let events = [event(What::Doubted, (2026, 2, 2), 15)];
    let now = Moment::at_local(date(2026, 2, 12), 8, 0);
    let open = pauses(&events);
    assert_eq!(open, vec![(events[0].at, None)]);
    assert_eq!(paused_days(&open, now), 10);
    // A clock that was set back gives nothing and takes nothing.
    assert_eq!(days_between(now, events[0].at), 0);
}

#[test]
fn identities_documents_and_events_go_to_the_table_and_back() {
    for one in Identity::ALL {
        assert_eq!(Identity::from_name(one.as_str()), Some(*one));
    }
    for one in Document::ALL {
        assert_eq!(Document::from_name(one.as_str()), Some(*one));
    }
    for one in What::ALL {
        assert_eq!(What::from_name(one.as_str()), Some(*one));
    }
}

#[test]
fn a_letter_of_monday_received_on_wednesday_registered_on_friday_counts_from_wednesday() {
    let friday = Moment::at_local(date(2026, 11, 6), 10, 0);
    let table = [
        (("2026-11-04", "2026-11-02"), Ok(date(2026, 11, 4))),
        (("2026-11-04", ""), Ok(date(2026, 11, 4))),
        (("2026-11-06", "2026-11-06"), Ok(date(2026, 11, 6))),
        (("2026-11-07", ""), Err("rights-error-future")),
        (
            ("2026-11-02", "2026-11-04"),
            Err("rights-error-before-letter"),
        ),
        (("2025-10-01", ""), Err("error-range")),
    ];
    for (typed, expected) in table {
        let mut errors = web::Errors::new();
        let found = crate::office::register::dates(typed, friday, &mut errors);
        let found = match found {
            Some((received, _)) => Ok(received.local_date()),
            None => Err(errors.of("received").unwrap_or_default()),
        };
        assert_eq!(found, expected, "{typed:?}");
    }
}
