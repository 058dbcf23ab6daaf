//! From the booking to the document, over the pages.

use declaration::vocabulary::Category;
use web::Role;

use super::house::{House, each_house, last_id};
use crate::{ApprovalState, Stage, approval, handover, history};

async fn receive(house: &House) -> values::WorkOrderId {
    let booking = house.booked("CU 10001").await;
    let desk = house.desk(Role::Reception).await;
    let home = desk.get("/stab").await;
    assert!(home.status.is_success(), "{}", home.body);
    assert!(home.body.contains("CU 10001") && home.body.contains("Kari Kanarinavn"));
    let form = desk.get(&format!("/stab/inn/{booking}")).await;
    assert!(form.body.contains("Hydraulikkanari"), "{}", form.body);
    let typed = [
        ("owner", "other"),
        ("owner_name", "Eierkanari AS"),
        ("deliverer", "other"),
        ("deliverer_name", "Per Sjåførkanari"),
        ("deliverer_phone", "41234567"),
        ("job", "Finn lekkasjen"),
        ("condition", "Bulkekanari på lem"),
    ];
    let answer = desk.post(&format!("/stab/inn/{booking}"), &typed).await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = desk.get(answer.location().unwrap()).await;
    assert!(page.body.contains("Statens vegvesen"), "{}", page.body);
    let visit = last_id(answer.location().unwrap());
    let order = house.order_at(&answer).await;
    let meters = [("meter", "new-odometer"), ("value", "184200")];
    let read = desk.post(&format!("/stab/inntak/{visit}"), &meters).await;
    assert_eq!(read.status, 303, "{}", read.body);
    let again = desk.post(&format!("/stab/inn/{booking}"), &typed).await;
    assert_eq!(again.status, 303, "received twice leads to the order");
    order
}

async fn work(house: &House, order: values::WorkOrderId) {
    let technician = house.desk(Role::Technician).await;
    let path = format!("/stab/verksted/{order}");
    let page = technician.get(&path).await;
    assert!(page.body.contains("Finn lekkasjen") && page.body.contains("Hydraulikkanari"));
    for hidden in [
        "Kanarinavn",
        "kanari@",
        "98 76 54 31",
        "987 65 431",
        "Sjåførkanari",
    ] {
        assert!(!page.body.contains(hidden), "{hidden}");
    }
    let lines = [
        [
            ("kind", "finding"),
            ("text", "Slange sprukket"),
            ("severity", "major"),
            ("quantity", ""),
        ],
        [
            ("kind", "labour"),
            ("text", "Byttet slange"),
            ("severity", ""),
            ("quantity", "1,5"),
        ],
        [
            ("kind", "part"),
            ("text", "Slange 3/8"),
            ("severity", ""),
            ("quantity", "2"),
        ],
    ];
    for line in lines {
        let answer = technician.post(&path, &line).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}

async fn price(house: &House, order: values::WorkOrderId) {
    let desk = house.desk(Role::Reception).await;
    let lines = house
        .vault
        .store()
        .read(move |db| crate::order::load_lines(db, order));
    for line in lines
        .await
        .unwrap()
        .into_iter()
        .filter(|line| line.billable())
    {
        let quantity = line.quantity.to_string();
        let typed = [
            ("quantity", quantity.as_str()),
            ("price", "1000"),
            ("warranty", "months"),
            ("months", "24"),
        ];
        let path = format!("/stab/ordre/{order}/linje/{}/pris", line.id);
        let answer = desk.post(&path, &typed).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
    }
}

async fn approve(house: &House, order: values::WorkOrderId) {
    let desk = house.desk(Role::Reception).await;
    let typed = [("kind", "estimate"), ("how", "mail")];
    let asked = desk
        .post(&format!("/stab/ordre/{order}/pris"), &typed)
        .await;
    assert!(
        asked.location().unwrap().contains("notice-repair-asked"),
        "{}",
        asked.body
    );
    let blocked = house.hand_over(order).await;
    assert_eq!(blocked.status, 409, "not before the customer has answered");
    let rows = house
        .vault
        .store()
        .read(move |db| approval::approvals_of(db, order));
    let row = rows.await.unwrap().remove(0);
    let link = format!("/godkjenn/{}", approval::code_of(&house.vault, row.id));
    let page = house.client().get(&link).await;
    assert!(page.body.contains("Byttet slange") && page.body.contains("4\u{a0}375,00"));
    assert!(page.headers.get("set-cookie").is_none());
    let hash = data_encoding::HEXLOWER.encode(&row.hash);
    let stale = house
        .client()
        .post(&link, &[("answer", "yes"), ("shown", "00")])
        .await;
    assert_eq!(stale.status, 409);
    let yes = [
        ("answer", "yes"),
        ("note", "Svarkanari"),
        ("shown", hash.as_str()),
    ];
    for _ in 0..2 {
        assert_eq!(house.client().post(&link, &yes).await.status, 303);
    }
    let no = [("answer", "no"), ("shown", hash.as_str())];
    house.client().post(&link, &no).await;
    let rows = house
        .vault
        .store()
        .read(move |db| approval::approvals_of(db, order));
    assert_eq!(rows.await.unwrap()[0].state, ApprovalState::Approved);
    assert_eq!(house.client().get("/godkjenn/AAAA").await.status, 404);
}

#[tokio::test]
async fn a_vehicle_is_booked_received_repaired_and_handed_over() {
    each_house(|house| async move {
        let order = receive(&house).await;
        work(&house, order).await;
        price(&house, order).await;
        approve(&house, order).await;
        let done = house.hand_over(order).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(house.order(order).await.stage, Stage::Closed);
        afterwards(&house, order).await;
        seen_by_the_customer(&house, order).await;
    })
    .await;
}

async fn afterwards(house: &House, order: values::WorkOrderId) {
    let intact = handover::documents_intact(&house.vault, "prove")
        .await
        .unwrap();
    assert_eq!(
        (intact.checked, intact.broken.len(), intact.bare),
        (1, 0, 0)
    );
    let unstated = house
        .vault
        .store()
        .read(|db| handover::unstated_warranties(db));
    assert_eq!(unstated.await.unwrap(), 0);
    let desk = house.desk(Role::Reception).await;
    let vehicle = desk
        .get(&format!("/stab/ordre/{order}/dokument/kjoretoy"))
        .await;
    assert!(vehicle.body.contains("Byttet slange"), "{}", vehicle.body);
    for hidden in ["Kanari", "kanari", "4\u{a0}375", "1\u{a0}000,00"] {
        assert!(!vehicle.body.contains(hidden), "{hidden}");
    }
    let customer = desk
        .get(&format!("/stab/ordre/{order}/dokument/kunde"))
        .await;
    assert!(customer.body.contains("4\u{a0}375,00") && customer.body.contains("2. mars 2028"));
    let kari = house.kari().await;
    let strands = house.vault.strands_of(kari).await.unwrap();
    for category in [Category::Contact, Category::Purchase, Category::Billing] {
        let strand = strands.iter().find(|one| one.category == category).unwrap();
        assert!(!strand.keep_until.is_forever(), "{category:?}");
        assert!(
            strand
                .reasons
                .iter()
                .all(|reason| !reason.until.is_forever())
        );
    }
    let found = desk.post("/stab/sok", &[("q", "sjåførk")]).await;
    assert!(found.body.contains("Per Sjåførkanari"), "{}", found.body);
    for q in [
        "CU10001",
        "kanari@example.no",
        "98765431",
        "Kanarin",
        "1001",
    ] {
        let found = desk.post("/stab/sok", &[("q", q)]).await;
        assert!(found.body.contains("Ordre 1001"), "{q}: {}", found.body);
    }
    let none = desk.post("/stab/sok", &[("q", "CU 10007")]).await;
    assert!(none.body.contains("Ingen treff"));
}

async fn seen_by_the_customer(house: &House, order: values::WorkOrderId) {
    let kari = house.kari().await;
    let mine = house.mine(kari).await;
    let row = house.order(order).await;
    let vehicle = mine
        .get(&format!("/min-side/kjoretoy/{}", row.vehicle))
        .await;
    assert!(vehicle.status.is_success(), "{}", vehicle.body);
    assert!(vehicle.body.contains("Byttet slange") && vehicle.body.contains("184\u{a0}200"));
    let bought = house
        .vault
        .store()
        .read(move |db| handover::purchases(db, kari));
    let bought = bought.await.unwrap().remove(0);
    let page = mine.get(&format!("/min-side/kjop/{}", bought.id)).await;
    assert!(
        page.status.is_success() && page.body.contains("2. mars 2028"),
        "{}",
        page.body
    );
    let document = mine
        .get(&format!("/min-side/kjop/{}/dokument", bought.id))
        .await;
    assert!(document.body.contains("KID"));
    let other = house.mine(values::SubjectId::from_raw(99)).await;
    for path in [
        format!("/min-side/kjop/{}", bought.id),
        format!("/min-side/kjop/{}/dokument", bought.id),
        format!("/min-side/kjoretoy/{}", row.vehicle),
        format!("/min-side/kjoretoy/{}/ordre/{order}", row.vehicle),
    ] {
        assert_eq!(other.get(&path).await.status, 404, "{path}");
    }
    let _ = history::VehiclesPanel;
    let panels = mine.get("/min-side").await;
    assert!(panels.body.contains("Kjøretøyene dine"), "{}", panels.body);
    assert!(panels.body.contains("Kjøpene dine") && panels.body.contains("Garanti til"));
}
