//! When a request must be answered (GDPR Art. 12(3)), day by day.

use jiff::civil::date;
use values::Moment;

use super::{Channel, Kind, State, due};

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
