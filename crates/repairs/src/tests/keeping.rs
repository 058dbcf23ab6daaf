//! F12: a life of data, in time travel. The deliverer goes first, the contact with the relationship, the
//! claim file after five years, the voucher on its first of January, the vehicle last; and the voucher
//! is read by two.

use declaration::vocabulary::Category;
use jiff::civil::date;
use values::{Moment, SubjectId};
use web::Role;

use super::house::{House, each_house};
use crate::accounting;

async fn sold(house: &House) -> (values::WorkOrderId, SubjectId) {
    let desk = house.desk(Role::Reception).await;
    let workshop = house.workshop.to_string();
    let typed = [
        ("plate", "CU 10005"),
        ("workshop", &workshop),
        ("name", "Kari Kanarinavn"),
        ("email", "kanari@example.no"),
        ("owner", "self"),
        ("deliverer", "other"),
        ("deliverer_name", "Per Sjåførkanari"),
        ("deliverer_phone", "41234567"),
        ("job", "Service"),
    ];
    let answer = desk.post("/stab/inn/ny", &typed).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let order = house.order_at(&answer).await;
    house.line(order, "labour", "2", "1000").await;
    let done = house.hand_over(order).await;
    assert_eq!(done.status, 303, "{}", done.body);
    (order, house.kari().await)
}

async fn categories(house: &House, who: SubjectId) -> Vec<&'static str> {
    let strands = house.vault.strands_of(who).await.unwrap();
    strands.iter().map(|one| one.category.as_str()).collect()
}

#[tokio::test]
async fn each_thing_goes_in_its_time() {
    each_house(|house| async move {
        let (order, kari) = sold(&house).await;
        let row = house.order(order).await;
        let parties = house
            .vault
            .store()
            .read(move |db| crate::order::parties(db, row.visit));
        let parties = parties.await.unwrap();
        let per = parties.iter().find(|one| one.party == "deliverer").unwrap();
        // The day, who, what is there still, what is gone.
        let table: &[(jiff::civil::Date, SubjectId, &[&str], &[&str])] = &[
            (date(2026, 9, 2), per.subject, &["deliverer"], &[]),
            (date(2026, 9, 3), per.subject, &[], &["deliverer"]),
            (
                date(2027, 3, 2),
                kari,
                &["contact", "billing", "purchase"],
                &[],
            ),
            (
                date(2027, 3, 4),
                kari,
                &["contact", "vehicle_link", "purchase", "accounting_copy"],
                &["billing", "enquiry"],
            ),
            // Three and a half years after: the right to complain of what lasts long still runs.
            (
                date(2029, 9, 3),
                kari,
                &["contact", "purchase", "accounting_copy"],
                &["billing", "enquiry"],
            ),
            (date(2029, 9, 3), row.vehicle, &["vehicle"], &[]),
            (date(2031, 6, 1), kari, &["contact", "purchase"], &[]),
            (
                date(2031, 6, 4),
                kari,
                &["accounting_copy"],
                &["contact", "vehicle_link", "purchase"],
            ),
            (date(2031, 12, 31), kari, &["accounting_copy"], &[]),
            (date(2032, 1, 1), kari, &[], &["accounting_copy"]),
            (date(2033, 1, 1), row.vehicle, &["vehicle"], &[]),
        ];
        for (day, who, there, gone) in table {
            on(&house, *day, *who, there, gone).await;
        }
        let people = house.vault.people_of(row.vehicle).await.unwrap();
        assert!(people.is_empty(), "no path back");
        assert_eq!(accounting::copy_older(&house.vault).await.unwrap(), 0);
        lives_out_its_time(&house, row.vehicle).await;
    })
    .await;
}

/// The vehicle's own time, by the kind of its body: to the last day, and not a day longer.
async fn lives_out_its_time(house: &House, id: SubjectId) {
    let strands = house.vault.strands_of(id).await.unwrap();
    let vehicle = strands
        .iter()
        .find(|one| one.category == Category::Vehicle)
        .unwrap();
    let life = &vehicle.reasons[0];
    assert_eq!(life.rule, "vehicle-life-reefer_body@1");
    let rules = house.vault.rules();
    let last = rules.cited(&life.rule).unwrap().last_day(life.started_at);
    assert_eq!(vehicle.keep_until, Moment::after_day(last));
    let years = last.year() - life.started_at.local_date().year();
    assert_eq!(years, 12, "as long as a reefer lasts");
    on(house, last, id, &["vehicle"], &[]).await;
    on(house, last.tomorrow().unwrap(), id, &[], &["vehicle"]).await;
    let left = house.vault.everything(id).await.unwrap();
    assert_eq!(left.len(), 0, "of the vehicle nothing is left");
}

/// On a night of its life: what is there still, what is gone.
async fn on(house: &House, day: jiff::civil::Date, who: SubjectId, there: &[&str], gone: &[&str]) {
    house.clock.set(Moment::at_local(day, 3, 0));
    house.vault.sweep().await.unwrap();
    let found = categories(house, who).await;
    for one in there {
        assert!(found.contains(one), "{day}: {one} is gone, {found:?}");
    }
    for one in gone {
        assert!(!found.contains(one), "{day}: {one} is there");
    }
}

/// One record that a dispute needs outlives the time of its category; nothing else does, and it goes by
/// itself when the hold ends.
#[tokio::test]
async fn one_record_under_hold_outlives_its_time() {
    each_house(|house| async move {
        let (_, kari) = sold(&house).await;
        let records = house.vault.everything(kari).await.unwrap();
        let bill = records
            .iter()
            .find(|one| one.category == Category::Billing)
            .unwrap();
        let owner = SubjectId::from_raw(7);
        let review = date(2027, 9, 1);
        house
            .vault
            .hold_record(bill.id, "dispute", owner, review)
            .await
            .unwrap();
        on(&house, date(2027, 3, 4), kari, &["billing"], &["enquiry"]).await;
        let left = house.vault.everything(kari).await.unwrap();
        let left = left.iter().filter(|one| one.category == Category::Billing);
        let left: Vec<_> = left.map(|one| one.id).collect();
        assert_eq!(left, [bill.id], "that record and no other");
        on(&house, review, kari, &["billing"], &[]).await;
        on(&house, date(2027, 9, 2), kari, &["contact"], &["billing"]).await;
        assert!(house.vault.holds().await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_voucher_is_read_by_two() {
    each_house(|house| async move {
        let (_, kari) = sold(&house).await;
        let strands = house.vault.strands_of(kari).await.unwrap();
        for strand in &strands {
            let booked = strand.reasons.iter().any(|one| one.purpose == "accounting");
            let copy = strand.category == Category::AccountingCopy;
            assert_eq!(booked, copy, "{:?}", strand.category);
        }
        let desk = house.desk(Role::Reception).await;
        let officer = house.desk(Role::Privacy).await;
        let list = desk.get("/stab/regnskap?ar=2026").await;
        assert_eq!(list.status, 200);
        assert!(!list.body.contains("Fakturakanari") && !list.body.contains("Kanarinavn"));
        let be = list.body.split("/stab/regnskap/").nth(1).unwrap();
        let purchase = be.split('/').next().unwrap().to_owned();
        let path = format!("/stab/regnskap/{purchase}");
        assert_eq!(desk.get(&path).await.status, 409, "nobody asked");
        let asked = desk
            .post(&format!("{path}/be"), &[("reason", "audit")])
            .await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        assert_eq!(desk.get(&path).await.status, 409, "nobody agreed");
        let waits = officer.get("/stab/regnskap?ar=2026").await;
        let ja = waits.body.split("/stab/regnskap/apning/").nth(1).unwrap();
        let id = ja.split('/').next().unwrap().to_owned();
        let yes = format!("/stab/regnskap/apning/{id}/ja");
        assert_eq!(desk.post(&yes, &[]).await.status, 403, "not oneself");
        assert_eq!(officer.post(&yes, &[]).await.status, 303);
        assert_eq!(
            officer.get(&path).await.status,
            409,
            "who agrees cannot open"
        );
        let sheet = desk.get(&path).await;
        assert_eq!(sheet.status, 200, "{}", sheet.body);
        assert!(sheet.body.contains("Fakturakanari") && sheet.body.contains("Slange byttet"));
        house.clock.advance_ms(3_600_000);
        let desk = house.desk(Role::Reception).await;
        assert_eq!(desk.get(&path).await.status, 409, "an hour is over");
    })
    .await;
}
