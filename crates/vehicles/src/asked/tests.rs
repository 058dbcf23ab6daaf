use std::sync::atomic::{AtomicU32, Ordering};

use jiff::civil::date;
use store::Migration;
use values::{BookingId, Moment, Plate, SubjectId, VisitId};
use vault::{Actor, testing::vault_on};

use super::*;
use crate::register::{Looking, Lookup};

const TABLES: &[&[Migration]] = &[vault::MIGRATIONS, crate::MIGRATIONS];

/// A register that counts how often it is asked.
struct Counting(AtomicU32, fn() -> Lookup);

impl VehicleRegister for Counting {
    fn look_up<'a>(&'a self, _: register::Asked<'a>) -> Looking<'a> {
        self.0.fetch_add(1, Ordering::SeqCst);
        Box::pin(std::future::ready((self.1)()))
    }
}

#[test]
fn only_a_case_that_allows_it() {
    let (booking, visit) = (BookingId::from_raw(5), VisitId::from_raw(6));
    assert_eq!(case_of(Occasion::Intake(visit)), Ok(("visit", 6)));
    assert_eq!(case_of(Occasion::OwnClick(booking)), Ok(("booking", 5)));
    assert_eq!(
        case_of(Occasion::Booking(booking)),
        Err(LookUpRefused::NotYet)
    );
    assert_eq!(case_of(Occasion::None), Err(LookUpRefused::NoCase));
}

#[test]
fn an_answer_is_good_for_a_day() {
    let at = Moment::at_local(date(2026, 3, 2), 9, 0);
    assert!(!is_recent(None, at));
    assert!(is_recent(Some(at), at.plus_minutes(1439)));
    assert!(!is_recent(Some(at), at.plus_days(1)));
}

#[tokio::test]
async fn each_look_up_is_in_the_log_and_none_without_a_case() {
    store::testing::each_engine(TABLES, |store| async move {
        let now = Moment::at_local(date(2026, 3, 2), 9, 0);
        let kept = vault_on(store, now).await.unwrap();
        let vault = &kept.vault;
        let vehicle = SubjectId::from_raw(99);
        let plate = Plate::parse("CU 10001").unwrap();
        let register = Counting(AtomicU32::new(0), || Lookup::Slow);
        let actor = Actor::Visitor;
        let refused = look_up(vault, &register, actor, vehicle, &plate, Occasion::None).await;
        assert!(matches!(
            refused,
            Err(LookUpError::Refused(LookUpRefused::NoCase))
        ));
        assert_eq!(register.0.load(Ordering::SeqCst), 0);
        let visit = Occasion::Intake(VisitId::from_raw(6));
        for _ in 0..2 {
            let answer = look_up(vault, &register, actor, vehicle, &plate, visit).await;
            assert!(matches!(answer, Ok(Asked::Answer(Lookup::Slow))));
        }
        let found = Counting(AtomicU32::new(0), || {
            Lookup::Found(Box::new(crate::vehicle::sample()))
        });
        for _ in 0..2 {
            look_up(vault, &found, actor, vehicle, &plate, visit)
                .await
                .map(|_| ())
                .unwrap();
        }
        assert_eq!(found.0.load(Ordering::SeqCst), 1);
        let lines = vault
            .store()
            .read(move |db| look_ups_of(db, vehicle))
            .await
            .unwrap();
        let outcomes: Vec<&str> = lines.iter().map(|line| line.outcome.as_str()).collect();
        assert_eq!(outcomes.len(), 3);
        assert!(outcomes.contains(&"found") && outcomes.contains(&"slow"));
        let of_visit = vault
            .store()
            .read(move |db| look_ups_for(db, "visit", 6))
            .await
            .unwrap();
        assert_eq!(of_visit.len(), 3);
        kept.clock.set(now.plus_days(2));
        let again = look_up(vault, &found, actor, vehicle, &plate, visit).await;
        assert!(matches!(again, Ok(Asked::Answer(_))));
    })
    .await;
}
