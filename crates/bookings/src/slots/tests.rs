use std::collections::BTreeMap;

use jiff::civil::{date, time};
use proptest::prelude::*;
use values::{BayId, ControllerId, WorkshopId};

use super::*;
use crate::catalogue::{Bay, Needs};

fn workshop(opens: i64, closes: i64) -> Workshop {
    let day = Some(Hours { opens, closes });
    Workshop {
        id: WorkshopId::from_raw(1),
        controller: ControllerId::from_raw(1),
        name: String::new(),
        address: String::new(),
        postal_code: String::new(),
        city: String::new(),
        phone: String::new(),
        notice_minutes: 120,
        horizon_days: 30,
        open: true,
        hours: [day; 7],
        closed: BTreeMap::new(),
        bays: vec![Bay {
            id: BayId::from_raw(1),
            name: String::new(),
            max_length_cm: Some(1200),
            max_height_cm: None,
            open: true,
        }],
    }
}

#[test]
fn closed_days_say_why() {
    let mut workshop = workshop(7 * 60, 15 * 60);
    workshop.hours[6] = None;
    workshop
        .closed
        .insert(date(2026, 3, 4), "Varetelling".to_owned());
    assert!(open_hours(&workshop, date(2026, 3, 3)).is_ok());
    assert_eq!(
        open_hours(&workshop, date(2026, 3, 4)),
        Err(Closed::Own("Varetelling".to_owned()))
    );
    assert_eq!(
        open_hours(&workshop, date(2026, 3, 8)),
        Err(Closed::Weekday)
    );
    assert_eq!(
        open_hours(&workshop, date(2026, 5, 1)),
        Err(Closed::Holiday(Holiday::Labour))
    );
}

#[test]
fn notice_and_horizon_hold_for_the_public_only() {
    let workshop = workshop(7 * 60, 15 * 60);
    let now = Moment::at_local(date(2026, 3, 2), 9, 0);
    let offered = |hour, who| {
        is_offered(
            &workshop,
            Moment::at_local(date(2026, 3, 2), hour, 0),
            60,
            now,
            who,
        )
    };
    assert!(!offered(10, For::Public) && offered(11, For::Public));
    assert!(offered(10, For::Staff) && !offered(8, For::Staff));
    let far = Moment::at_local(date(2026, 4, 2), 10, 0);
    assert!(!is_offered(&workshop, far, 60, now, For::Public));
    let last = Moment::at_local(date(2026, 4, 1), 14, 0);
    assert!(is_offered(&workshop, last, 60, now, For::Public));
    let too_late = Moment::at_local(date(2026, 4, 1), 14, 30);
    assert!(!is_offered(&workshop, too_late, 60, now, For::Public));
    let off_grid = Moment::at_local(date(2026, 3, 3), 10, 7);
    assert!(!is_offered(&workshop, off_grid, 60, now, For::Public));
    assert!(!is_offered(&workshop, off_grid, 60, now, For::Staff));
}

#[test]
fn bays_take_what_fits() {
    let workshop = workshop(0, 60);
    let needs = |length_cm| Needs {
        length_cm,
        height_cm: 400,
    };
    assert!(workshop.takes(needs(1200)) && !workshop.takes(needs(1201)));
}

/// Every day on which the clocks of Norway change, to 2037.
fn transitions() -> Vec<Date> {
    let last_sunday = |year, month| {
        let last = date(year, month, 31);
        let back = i64::from(last.weekday().to_sunday_zero_offset());
        last.checked_sub(back.days()).unwrap()
    };
    (2025..=2037)
        .flat_map(|year| [last_sunday(year, 3), last_sunday(year, 10)])
        .collect()
}

#[test]
fn the_clocks_change_when_we_think() {
    for day in transitions() {
        let hours =
            (Moment::after_day(day).millis() - Moment::at_local(day, 0, 0).millis()) / 3_600_000;
        assert_eq!(hours, if day.month() == 3 { 23 } else { 25 }, "{day}");
    }
}

/// Around every transition to 2037: what is offered at 08:00 is at 08:00 on the wall, steps are whole,
/// nothing starts in the hour that does not exist, and a job ends before the doors close.
#[test]
fn the_wall_clock_holds_over_every_transition() {
    for day in transitions() {
        for offset in -1_i64..=1 {
            let day = day.checked_add(offset.days()).unwrap();
            for (opens, closes, minutes) in [(7 * 60, 15 * 60, 60), (0, 24 * 60, 90), (60, 300, 15)]
            {
                let closes_at = on_the_wall(day, closes).unwrap();
                let hours = Hours { opens, closes };
                let mut before = None;
                for start in starts(hours, day, minutes) {
                    let wall = start.local();
                    assert_eq!(wall.date(), day);
                    assert_eq!(i64::from(wall.minute()) % STEP_MINUTES, 0);
                    let shown = i64::from(wall.hour()) * 60 + i64::from(wall.minute());
                    assert!((opens..closes).contains(&shown), "{day} {shown}");
                    assert!(start.plus_minutes(minutes) <= closes_at);
                    assert_eq!(start.millis() % (STEP_MINUTES * 60_000), 0);
                    assert!(before.is_none_or(|before| before < start));
                    before = Some(start);
                }
                assert!(before.is_some());
            }
            assert_eq!(
                on_the_wall(day, 8 * 60).unwrap().local().time(),
                time(8, 0, 0, 0)
            );
        }
    }
    let gap = date(2026, 3, 29);
    assert_eq!(on_the_wall(gap, 150), None);
    assert!(on_the_wall(gap, 180).is_some());
}

proptest! {
    /// Two jobs that do not overlap in time share no step, two that do share one.
    #[test]
    fn steps_overlap_exactly_when_times_do(a in 0_i64..2000, b in 0_i64..2000, la in 1_i64..40, lb in 1_i64..40) {
        let begin = Moment::at_local(date(2026, 10, 24), 0, 0);
        let quarter = |n: i64| begin.plus_minutes(n * STEP_MINUTES);
        let (a1, a2) = steps(quarter(a), la * STEP_MINUTES);
        let (b1, b2) = steps(quarter(b), lb * STEP_MINUTES);
        let in_time = a < b + lb && b < a + la;
        prop_assert_eq!(a1 < b2 && b1 < a2, in_time);
    }

    /// What the list of free times shows is exactly what a booking is let have.
    #[test]
    fn shown_is_what_is_offered(days in 0_i64..40, minutes in 1_i64..30) {
        let workshop = workshop(7 * 60, 15 * 60 + 30);
        let now = Moment::at_local(date(2026, 3, 20), 9, 40);
        let service = crate::catalogue::Service {
            id: values::ServiceId::from_raw(1),
            names: Default::default(),
            about: Default::default(),
            minutes: minutes * STEP_MINUTES,
            open: true,
        };
        let day = date(2026, 3, 20).checked_add(days.days()).unwrap();
        let shown = free_days(&workshop, &service, Needs::default(), [day].into_iter(), &Busy::default(), now);
        for quarter in 0..96 {
            let Some(start) = on_the_wall(day, quarter * STEP_MINUTES) else { continue };
            let offered = is_offered(&workshop, start, service.minutes, now, For::Public);
            prop_assert_eq!(shown[0].free.contains(&start), offered);
        }
    }

    /// A week begins on its Monday, whatever the day.
    #[test]
    fn weeks_begin_on_monday(days in 0_i64..5000) {
        let day = date(2026, 1, 1).checked_add(days.days()).unwrap();
        let monday = monday(day);
        prop_assert_eq!(monday.weekday().to_monday_zero_offset(), 0);
        prop_assert!(week(monday).any(|one| one == day));
    }
}
