//! What stands after the hand-over: nothing changes, additions show both, and nothing personal lies in
//! the clear.

use store::{Location, Store};
use web::Role;

use super::house::{CANARIES, House, TABLES, each_house};
use crate::{Stage, handover};

async fn closed(house: &House) -> values::WorkOrderId {
    let order = house
        .walk_in("CU 10005", "Ola Kanarinavn", "kanari@example.no")
        .await;
    house.line(order, "labour", "2", "1000").await;
    let done = house.hand_over(order).await;
    assert_eq!(done.status, 303, "{}", done.body);
    order
}

#[tokio::test]
async fn a_closed_order_is_added_to_and_never_changed() {
    each_house(|house| async move {
        let order = closed(&house).await;
        let desk = house.desk(Role::Reception).await;
        let lines = house
            .vault
            .store()
            .read(move |db| crate::order::load_lines(db, order));
        let line = lines.await.unwrap().remove(0).id;
        for (path, fields) in [
            (
                format!("/stab/ordre/{order}/linje"),
                vec![("kind", "finding"), ("text", "Mer"), ("severity", "minor")],
            ),
            (format!("/stab/ordre/{order}/linje/{line}/stryk"), vec![]),
            (format!("/stab/ordre/{order}/klar"), vec![]),
            (
                format!("/stab/verksted/{order}/status"),
                vec![("stage", "open")],
            ),
        ] {
            let answer = desk.post(&path, &fields).await;
            assert_eq!(answer.status, 409, "{path}");
        }
        assert_eq!(house.hand_over(order).await.status, 409);
        let voids = line.to_string();
        let fields = [
            ("text", "Slange og kupling byttet"),
            ("voids", voids.as_str()),
        ];
        let added = desk
            .post(&format!("/stab/ordre/{order}/tillegg"), &fields)
            .await;
        assert_eq!(added.status, 303, "{}", added.body);
        let document = desk
            .get(&format!("/stab/ordre/{order}/dokument/kunde"))
            .await;
        assert!(
            document.body.contains("<del>Slange byttet</del>"),
            "{}",
            document.body
        );
        assert!(
            document
                .body
                .contains("<ins>Slange og kupling byttet</ins>")
        );
        let rows = house
            .vault
            .store()
            .read(move |db| handover::documents_of(db, order));
        let versions: Vec<_> = rows.await.unwrap().iter().map(|row| row.version).collect();
        assert_eq!(versions, [2, 2, 1, 1]);
        let intact = handover::documents_intact(&house.vault, "prove")
            .await
            .unwrap();
        assert_eq!((intact.checked, intact.broken.len()), (2, 0));
        assert_eq!(house.order(order).await.stage, Stage::Closed);
    })
    .await;
}

#[tokio::test]
async fn a_new_owner_sees_the_work_and_not_the_person() {
    each_house(|house| async move {
        let order = closed(&house).await;
        let vehicle = house.order(order).await.vehicle;
        let first = house.kari().await;
        house.walk_in("CU 10005", "Ny Eier", "ny@example.no").await;
        let email = values::Email::parse("ny@example.no").unwrap();
        let next = customers::identify(&house.vault, Some(&email), None).await;
        let next = next.unwrap().unwrap();
        let path = format!("/min-side/kjoretoy/{vehicle}");
        let page = house.mine(next).await.get(&path).await;
        assert!(page.body.contains("Slange byttet"), "{}", page.body);
        let document = house.mine(next).await;
        let document = document.get(&format!("{path}/ordre/{order}")).await;
        assert!(document.body.contains("Slange byttet"));
        for hidden in ["Kanarinavn", "2\u{a0}500,00", "1\u{a0}000,00"] {
            assert!(
                !page.body.contains(hidden) && !document.body.contains(hidden),
                "{hidden}"
            );
        }
        // The one before has no more to do with it, and keeps what they bought.
        assert_eq!(house.mine(first).await.get(&path).await.status, 404);
        let bought = house
            .vault
            .store()
            .read(move |db| handover::purchases(db, first));
        let bought = bought.await.unwrap().remove(0);
        let page = house
            .mine(first)
            .await
            .get(&format!("/min-side/kjop/{}", bought.id))
            .await;
        assert!(page.status.is_success());
    })
    .await;
}

#[tokio::test]
async fn an_order_changed_meanwhile_is_handed_over_as_it_is() {
    each_house(|house| async move {
        let order = house
            .walk_in("CU 10006", "Ola Nordmann", "ola@example.no")
            .await;
        house.line(order, "labour", "1", "1000").await;
        let desk = house.desk(Role::Reception).await;
        let path = format!("/stab/ordre/{order}/linje");
        let fields = [
            ("kind", "part"),
            ("text", "Bolt"),
            ("quantity", "1"),
            ("price", "500"),
        ];
        let (one, two) = tokio::join!(house.hand_over(order), desk.post(&path, &fields));
        assert!(two.status == 303 || two.status == 409, "{}", two.status);
        let row = house.order(order).await;
        if one.status == 303 && row.stage == Stage::Closed {
            let bought = house
                .vault
                .store()
                .read(move |db| handover::purchase_of(db, order));
            let total = bought.await.unwrap().unwrap().total.get();
            assert!([125_000, 187_500].contains(&total));
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_personal_lies_in_the_clear() {
    let folder = tempfile::tempdir().unwrap();
    let place = Location::Folder(folder.path().to_owned());
    let store = Store::open(&place, TABLES).await.unwrap();
    let house = House::on(store.clone()).await;
    house.booked("CU 10001").await;
    closed(&house).await;
    store.close().await.unwrap();
    let mut read = 0;
    for entry in std::fs::read_dir(folder.path()).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
        read += bytes.len();
        for canary in CANARIES {
            let found = bytes
                .windows(canary.len())
                .any(|part| part == canary.as_bytes());
            assert!(!found, "{canary}");
        }
    }
    assert!(read > 10_000);
}

#[tokio::test]
async fn a_vehicle_is_given_up_by_whoever_has_it_and_by_nobody_else() {
    each_house(|house| async move {
        let order = closed(&house).await;
        let vehicle = house.order(order).await.vehicle;
        let path = format!("/min-side/kjoretoy/{vehicle}");
        let sold = format!("{path}/solgt");
        let stranger = house.mine(values::SubjectId::from_raw(99)).await;
        assert_eq!(stranger.post(&sold, &[]).await.status, 404);
        let owner = house.kari().await;
        let mine = house.mine(owner).await;
        assert!(
            mine.get(&path)
                .await
                .body
                .contains("Jeg har det ikke lenger")
        );
        let given_up = mine.post(&sold, &[]).await;
        let said = "/min-side?melding=notice-vehicle-sold";
        assert_eq!(given_up.location(), Some(said), "{}", given_up.body);
        assert_eq!(mine.get(&path).await.status, 404);
        assert_eq!(mine.post(&sold, &[]).await.status, 404, "once");
        let bought = house
            .vault
            .store()
            .read(move |db| handover::purchases(db, owner));
        let bought = bought.await.unwrap().remove(0);
        let page = mine.get(&format!("/min-side/kjop/{}", bought.id)).await;
        assert_eq!(page.status, 200, "what was bought stays");
        // Who comes with it again begins anew.
        house
            .walk_in("CU 10005", "Ola Kanarinavn", "kanari@example.no")
            .await;
        assert_eq!(mine.get(&path).await.status, 200);
    })
    .await;
}
