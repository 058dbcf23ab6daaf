use std::sync::Arc;

use jiff::civil::date;
use values::{BookingId, Moment, WorkshopId};
use vault::Actor;

use super::*;
use crate::{
    slots::For,
    tests::{House, at, each_house, monday_morning},
};

async fn row(house: &House, id: BookingId) -> BookingRow {
    let read = house.vault.store().read(move |db| by_id(db, id)).await;
    read.unwrap().unwrap()
}

fn link(row: &BookingRow) -> Actor {
    holder(row)
}

async fn occupied(house: &House) -> usize {
    let workshop = house.workshop;
    let (from, until) = (monday_morning(), monday_morning().plus_days(30));
    let busy = house
        .vault
        .store()
        .read(move |db| crate::slots::taken_of(db, workshop, from, until, None))
        .await;
    busy.unwrap().count()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_hundred_exactly_one_gets_it_twenty_times() {
    each_house(|house| async move {
        house.one_bay().await;
        let house = Arc::new(house);
        for round in 0..20_usize {
            let day = date(2026, 3, 3);
            let start = at(day, 8, 0).plus_days(7 * (round / 5) as i64);
            let start = start.plus_minutes(60 * (round % 5) as i64);
            let start = match start.local_date() {
                day if values::holiday(day).is_some() => start.plus_days(20),
                _ => start,
            };
            let mut clients = tokio::task::JoinSet::new();
            for nth in 0..200 {
                let house = house.clone();
                clients.spawn(async move {
                    let new = house.new_booking(round * 200 + nth, start);
                    book(&house.app, &house.vault, &new).await
                });
            }
            let mut got = 0;
            while let Some(answer) = clients.join_next().await {
                match answer.unwrap() {
                    Ok(_) => got += 1,
                    Err(BookError::Taken(near)) => assert!(!near.contains(&start)),
                    Err(error) => panic!("round {round}: {error}"),
                }
            }
            assert_eq!(got, 1, "round {round}");
        }
        assert_eq!(occupied(&house).await, 20 * 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_bays_take_two_and_then_no_more() {
    each_house(|house| async move {
        let start = at(date(2026, 3, 3), 8, 0);
        let mut booked = Vec::new();
        for nth in 0..2 {
            let new = house.new_booking(nth, start);
            booked.push(book(&house.app, &house.vault, &new).await.unwrap().id);
        }
        let (one, two) = (row(&house, booked[0]).await, row(&house, booked[1]).await);
        assert_ne!(one.bay, two.bay);
        assert_ne!(one.reference, two.reference);
        let third = house.new_booking(3, start.plus_minutes(30));
        let refused = book(&house.app, &house.vault, &third).await;
        let Err(BookError::Taken(near)) = refused else {
            panic!("a third one got in");
        };
        assert!(near.contains(&at(date(2026, 3, 3), 9, 0)) && near.len() == 6);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_that_move_to_one_time_one_does() {
    each_house(|house| async move {
        house.one_bay().await;
        let day = date(2026, 3, 3);
        let to = at(day, 12, 0);
        let mut rows = Vec::new();
        for nth in 0..6 {
            let new = house.new_booking(nth, at(day, 7, 0).plus_minutes(60 * nth as i64));
            let new = NewBooking {
                starts_at: if nth == 5 {
                    at(date(2026, 3, 4), 8, 0)
                } else {
                    new.starts_at
                },
                ..new
            };
            let booked = book(&house.app, &house.vault, &new).await.unwrap();
            rows.push(row(&house, booked.id).await);
        }
        let house = Arc::new(house);
        let mut movers = tokio::task::JoinSet::new();
        for row in rows {
            let house = house.clone();
            movers.spawn(async move {
                let to = (house.workshop, to);
                move_booking(
                    &house.app,
                    &house.vault,
                    link(&row),
                    row.id,
                    to,
                    For::Public,
                )
                .await
            });
        }
        let (mut moved, mut taken) = (0, 0);
        while let Some(answer) = movers.join_next().await {
            match answer.unwrap() {
                Ok(()) => moved += 1,
                Err(ChangeError::Taken(_)) => taken += 1,
                Err(error) => panic!("{error}"),
            }
        }
        assert_eq!((moved, taken), (1, 5));
        assert_eq!(occupied(&house).await, 6 * 4);
    })
    .await;
}

#[tokio::test]
async fn a_booking_moves_onto_its_own_time() {
    each_house(|house| async move {
        house.one_bay().await;
        let start = at(date(2026, 3, 3), 8, 0);
        let new = house.new_booking(1, start);
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let before = row(&house, id).await;
        let to = (house.workshop, start.plus_minutes(30));
        move_booking(&house.app, &house.vault, link(&before), id, to, For::Public)
            .await
            .unwrap();
        let after = row(&house, id).await;
        assert_eq!(after.starts_at, to.1);
        assert_eq!((before.sequence, after.sequence), (0, 1));
        assert_eq!(occupied(&house).await, 4);
        let nowhere = (WorkshopId::from_raw(1), start);
        let refused = move_booking(
            &house.app,
            &house.vault,
            link(&after),
            id,
            nowhere,
            For::Public,
        )
        .await;
        assert!(matches!(refused, Err(ChangeError::Unknown)));
    })
    .await;
}

#[tokio::test]
async fn the_same_key_is_the_same_booking() {
    each_house(|house| async move {
        let start = at(date(2026, 3, 3), 8, 0);
        let mut new = house.new_booking(1, start);
        new.key = Some(Key::of(&house.vault, "a key of a form", &["CU10001", "8"]));
        let first = book(&house.app, &house.vault, &new).await.unwrap();
        let again = book(&house.app, &house.vault, &new).await.unwrap();
        assert_eq!(first.id, again.id);
        assert!(again.repeated && !first.repeated);
        new.key = Some(Key::of(&house.vault, "a key of a form", &["CU10001", "9"]));
        let other = book(&house.app, &house.vault, &new).await;
        assert!(matches!(other, Err(BookError::KeyUsed(id)) if id == first.id));
        let now = house.vault.world().now();
        let forget = move |db: &mut dyn Db| forget_keys(db, now.plus_days(8));
        assert_eq!(house.vault.store().write(forget).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_sent_twice_at_once_is_one_booking() {
    each_house(|house| async move {
        let house = Arc::new(house);
        let mut clients = tokio::task::JoinSet::new();
        for _ in 0..20 {
            let house = house.clone();
            clients.spawn(async move {
                let mut new = house.new_booking(1, at(date(2026, 3, 3), 8, 0));
                new.key = Some(Key::of(&house.vault, "double click", &["x"]));
                book(&house.app, &house.vault, &new).await.unwrap().id
            });
        }
        let ids: std::collections::BTreeSet<_> = clients.join_all().await.into_iter().collect();
        assert_eq!(ids.len(), 1);
        assert_eq!(occupied(&house).await, 4);
    })
    .await;
}

#[tokio::test]
async fn cancelled_frees_the_time_and_shortens_what_is_kept() {
    each_house(|house| async move {
        house.one_bay().await;
        let start = at(date(2026, 3, 3), 8, 0);
        let new = house.new_booking(1, start);
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let booked = row(&house, id).await;
        let strands = house.vault.strands_of(booked.subject).await.unwrap();
        let open: Vec<_> = strands
            .iter()
            .filter(|strand| strand.keep_until.is_forever())
            .map(|strand| strand.category)
            .collect();
        use declaration::vocabulary::Category;
        assert_eq!(open, [Category::Contact, Category::VehicleLink]);
        cancel(&house.app, &house.vault, link(&booked), id)
            .await
            .unwrap();
        cancel(&house.app, &house.vault, link(&booked), id)
            .await
            .unwrap();
        assert_eq!(occupied(&house).await, 0);
        let strands = house.vault.strands_of(booked.subject).await.unwrap();
        let until = Moment::after_day(date(2026, 6, 2));
        for strand in &strands {
            if strand.category == Category::Correspondence {
                continue;
            }
            assert_eq!(strand.keep_until, until, "{:?}", strand.category);
            assert!(strand.reasons[0].rule.starts_with("booking-cancelled@"));
        }
        let vehicle = house.vault.strands_of(booked.vehicle).await.unwrap();
        assert_eq!(vehicle[0].keep_until, until);
        // Somebody else takes the time: it cannot be taken up again.
        let other = house.new_booking(2, start);
        book(&house.app, &house.vault, &other).await.unwrap();
        let refused = reopen(&house.app, &house.vault, link(&booked), id).await;
        assert!(matches!(refused, Err(ChangeError::Taken(_))));
    })
    .await;
}

#[tokio::test]
async fn taken_up_again_it_is_kept_and_holds_its_time() {
    each_house(|house| async move {
        let new = house.new_booking(1, at(date(2026, 3, 3), 8, 0));
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let booked = row(&house, id).await;
        cancel(&house.app, &house.vault, link(&booked), id)
            .await
            .unwrap();
        reopen(&house.app, &house.vault, link(&booked), id)
            .await
            .unwrap();
        let after = row(&house, id).await;
        assert_eq!((after.state, after.sequence), (State::Booked, 2));
        assert_eq!(occupied(&house).await, 4);
        let strands = house.vault.strands_of(booked.subject).await.unwrap();
        assert!(strands[0].keep_until.is_forever());
    })
    .await;
}

#[tokio::test]
async fn what_has_begun_is_not_the_holders_to_change() {
    each_house(|house| async move {
        let start = at(date(2026, 3, 3), 8, 0);
        let new = house.new_booking(1, start);
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let booked = row(&house, id).await;
        house.clock.set(start.plus_minutes(1));
        let to = (house.workshop, at(date(2026, 3, 4), 8, 0));
        let moved =
            move_booking(&house.app, &house.vault, link(&booked), id, to, For::Public).await;
        assert!(matches!(moved, Err(ChangeError::NotOpen)));
        let gone = cancel(&house.app, &house.vault, link(&booked), id).await;
        assert!(matches!(gone, Err(ChangeError::NotOpen)));
        let arrive = move |db: &mut dyn Db| mark_arrived(db, id);
        assert!(house.vault.store().write(arrive).await.unwrap());
        assert!(!house.vault.store().write(arrive).await.unwrap());
        let desk = house.colleague(web::Role::Reception).actor();
        let none = mark_no_show(&house.vault, desk, id).await;
        assert!(matches!(none, Err(ChangeError::NotOpen)));
    })
    .await;
}

#[tokio::test]
async fn a_booking_nobody_spoke_of_ends_by_itself() {
    each_house(|house| async move {
        let start = at(date(2026, 3, 3), 8, 0);
        let new = house.new_booking(1, start);
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        house.clock.set(start.plus_days(13));
        assert_eq!(end_overdue(&house.vault).await.unwrap(), 0);
        house.clock.set(start.plus_days(15));
        assert_eq!(end_overdue(&house.vault).await.unwrap(), 1);
        assert_eq!(end_overdue(&house.vault).await.unwrap(), 0);
        let ended = row(&house, id).await;
        assert_eq!(ended.state, State::NoShow);
        let strands = house.vault.strands_of(ended.subject).await.unwrap();
        assert!(strands.iter().all(|strand| !strand.keep_until.is_forever()));
    })
    .await;
}

#[tokio::test]
async fn too_long_for_any_bay() {
    each_house(|house| async move {
        let mut new = house.new_booking(1, at(date(2026, 3, 3), 8, 0));
        new.needs.length_cm = 2500;
        let refused = book(&house.app, &house.vault, &new).await;
        assert!(matches!(refused, Err(BookError::TooBig)));
        new.needs.length_cm = 1500;
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let long = row(&house, id).await;
        let mut second = house.new_booking(2, at(date(2026, 3, 3), 8, 0));
        second.needs.length_cm = 1500;
        let refused = book(&house.app, &house.vault, &second).await;
        assert!(matches!(refused, Err(BookError::Taken(_))));
        second.needs.length_cm = 900;
        let id = book(&house.app, &house.vault, &second).await.unwrap().id;
        assert_ne!(row(&house, id).await.bay, long.bay);
    })
    .await;
}

#[test]
fn the_calendar_file_keeps_its_identity() {
    let event = |sequence, cancelled| {
        calendar(&Event {
            id: 42,
            host: "verksted.example",
            sequence,
            starts_at: at(date(2026, 3, 3), 8, 0),
            ends_at: at(date(2026, 3, 3), 9, 0),
            now: monday_morning(),
            summary: "Hydraulikk; slanger, pumper",
            place: "Furnes, Verkstedveien 1, 2320 Furnes, et sted med et ganske langt navn ved Mjøsa",
            description: "Referanse ABCD1234",
            cancelled,
        })
    };
    let first = event(0, false);
    assert!(first.contains("UID:booking-42@verksted.example\r\n"));
    assert!(first.contains("DTSTART;TZID=Europe/Oslo:20260303T080000\r\n"));
    assert!(first.contains("BEGIN:VTIMEZONE\r\n") && first.contains("METHOD:PUBLISH\r\n"));
    assert!(first.contains("SUMMARY:Hydraulikk\\; slanger\\, pumper\r\n"));
    assert!(first.contains("DTSTAMP:20260302T080000Z\r\n"));
    assert!(first.split("\r\n").all(|line| line.len() <= 75));
    let gone = event(2, true);
    assert!(gone.contains("METHOD:CANCEL\r\n") && gone.contains("SEQUENCE:2\r\n"));
    assert!(gone.contains("STATUS:CANCELLED\r\n") && gone.contains("UID:booking-42@"));
}

#[tokio::test]
async fn links_are_long_and_only_their_hash_is_kept() {
    each_house(|house| async move {
        let new = house.new_booking(1, at(date(2026, 3, 3), 8, 0));
        let id = book(&house.app, &house.vault, &new).await.unwrap().id;
        let code = code_of(&house.vault, id);
        assert_eq!(code.len(), 43);
        let found = id_of_code(&house.vault, &code).await.unwrap();
        assert_eq!(found.map(|row| row.id), Some(id));
        let mut other = code.clone();
        other.replace_range(..1, if code.starts_with('A') { "B" } else { "A" });
        for wrong in [other.as_str(), "", "æøå", &code[1..]] {
            assert!(id_of_code(&house.vault, wrong).await.unwrap().is_none());
        }
    })
    .await;
}
