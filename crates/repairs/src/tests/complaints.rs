//! A complaint from the first word to its end: what it keeps, who may see it, what is judged by whom.

use declaration::vocabulary::{Category, Purpose};
use jiff::civil::{Date, date};
use values::{Moment, SubjectId, WorkOrderId};
use vault::StrandInfo;
use web::Role;

use super::house::{House, each_house};
use crate::{
    complaint::{CaseRow, of_order},
    words::{CaseState, Outcome, Timely},
};

const WRONG: &str = "Bakløfterkanari synker igjen";

/// Something sold, and handed over.
async fn sold(house: &House) -> (WorkOrderId, SubjectId) {
    let order = house
        .walk_in("CU 10005", "Kari Kanarinavn", "kanari@example.no")
        .await;
    house.line(order, "labour", "2", "1000").await;
    house.line(order, "part", "1", "500").await;
    let done = house.hand_over(order).await;
    assert_eq!(done.status, 303, "{}", done.body);
    (order, house.kari().await)
}

async fn cases(house: &House, order: WorkOrderId) -> Vec<CaseRow> {
    let read = house.vault.store().read(move |db| of_order(db, order));
    read.await.unwrap()
}

/// The key of a form, so that it is sent as a browser sends it.
fn key(page: &str) -> String {
    let after = page.split("name=\"key\" value=\"").nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

/// Registers a complaint by telephone; the path of the case.
async fn complained(house: &House, order: WorkOrderId, found: Date, told: Date) -> String {
    let claims = house.desk(Role::Claims).await;
    let path = format!("/stab/reklamasjon/ny/{order}");
    let form = claims.get(&path).await;
    assert_eq!(form.status, 200, "{}", form.body);
    let key = key(&form.body);
    let (found, told) = (found.to_string(), told.to_string());
    let typed = [
        ("key", key.as_str()),
        ("ground", "complaint"),
        ("told", "phone"),
        ("text", WRONG),
        ("discovered", &found),
        ("notified", &told),
    ];
    let done = claims.post(&path, &typed).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let again = claims.post(&path, &typed).await;
    assert_eq!(again.location(), done.location(), "sent twice it is one");
    let case = done.location().unwrap();
    case.split('?').next().unwrap().to_owned()
}

async fn strand(house: &House, who: SubjectId, category: Category) -> Option<StrandInfo> {
    let strands = house.vault.strands_of(who).await.unwrap();
    strands.into_iter().find(|one| one.category == category)
}

fn at(day: Date) -> Moment {
    Moment::at_local(day, 10, 0)
}

async fn swept(house: &House, day: Date) {
    house.clock.set(at(day));
    house.vault.sweep().await.unwrap();
}

async fn seen(house: &House, order: WorkOrderId) -> String {
    cases(house, order).await[0].changes.to_string()
}

/// Decided and closed by the claims role.
async fn ended(house: &House, order: WorkOrderId, case: &str) {
    let claims = house.desk(Role::Claims).await;
    let version = seen(house, order).await;
    let typed = [
        ("seen", version.as_str()),
        ("outcome", "goodwill"),
        ("reason", "Vi retter det"),
    ];
    let done = claims.post(&format!("{case}/avgjor"), &typed).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let done = claims.post(&format!("{case}/avslutt"), &[]).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

#[tokio::test]
async fn an_open_complaint_keeps_the_file_and_its_end_counts() {
    each_house(|house| async move {
        let (order, kari) = sold(&house).await;
        let vehicle = house.order(order).await.vehicle;
        house.clock.set(at(date(2027, 5, 3)));
        let case = complained(&house, order, date(2027, 5, 1), date(2027, 5, 3)).await;
        let file = [
            (kari, Category::Claim),
            (kari, Category::Contact),
            (kari, Category::Purchase),
            (vehicle, Category::Work),
        ];
        for (who, category) in file {
            let strand = strand(&house, who, category).await.unwrap();
            assert!(strand.keep_until.is_forever(), "{category:?} has a date");
            let open = strand.reasons.iter().find(|one| one.until.is_forever());
            let open = open.unwrap();
            let said = (open.source_kind.as_str(), open.rule.as_str());
            assert_eq!(said, ("claim", "claim-closed@1"));
            assert_eq!(open.purpose, Purpose::Claims.as_str());
        }
        // Long after every other reason has lapsed (5 years and 3 months after the hand-over).
        swept(&house, date(2033, 6, 1)).await;
        for (who, category) in file {
            let strand = strand(&house, who, category).await;
            assert!(strand.is_some(), "{category:?} is gone while it is open");
        }
        house.clock.set(at(date(2033, 6, 2)));
        ended(&house, order, &case).await;
        let contact = strand(&house, kari, Category::Contact).await.unwrap();
        assert_eq!(
            contact.keep_until,
            Moment::after_day(date(2036, 6, 2)),
            "its end counts"
        );
        swept(&house, date(2036, 6, 2)).await;
        assert!(strand(&house, kari, Category::Claim).await.is_some());
        swept(&house, date(2036, 6, 3)).await;
        let left = house.vault.strands_of(kari).await.unwrap();
        assert!(left.is_empty(), "{left:?}");
        let work = strand(&house, vehicle, Category::Work).await;
        let claims = work.iter().flat_map(|one| &one.reasons);
        let over = claims.filter(|one| one.source_kind == "claim");
        let over: Vec<_> = over.map(|one| one.until).collect();
        assert!(over.iter().all(|until| *until <= at(date(2036, 6, 3))));
    })
    .await;
}

#[tokio::test]
async fn without_a_complaint_the_same_file_goes_in_its_time() {
    each_house(|house| async move {
        let (_, kari) = sold(&house).await;
        swept(&house, date(2033, 6, 1)).await;
        assert!(strand(&house, kari, Category::Contact).await.is_none());
    })
    .await;
}

#[tokio::test]
async fn what_the_law_calls_reasonable_is_judged_by_a_person() {
    each_house(|house| async move {
        let (order, _) = sold(&house).await;
        house.clock.set(at(date(2027, 9, 1)));
        // Three months: more than the two that are never too late.
        let case = complained(&house, order, date(2027, 5, 31), date(2027, 9, 1)).await;
        let desk = house.desk(Role::Reception).await;
        let page = desk.get(&case).await;
        assert_eq!(page.status, 200);
        for word in [
            WRONG,
            "93 dager",
            "innen rimelig tid",
            "2. mars 2028",
            "håndverkertjenesteloven § 22",
            "forbrukerkjøpsloven § 27",
            "claim-craft@1",
        ] {
            assert!(page.body.contains(word), "{word}: {}", page.body);
        }
        let version = seen(&house, order).await;
        let reject = [
            ("seen", version.as_str()),
            ("outcome", "rejected"),
            ("reason", "Det er for sent"),
        ];
        let answer = desk.post(&format!("{case}/avgjor"), &reject).await;
        assert_eq!(answer.status, 422, "nobody has judged");
        assert!(answer.body.contains("Det er for sent"), "typed and kept");
        let line = page.body.split("name=\"long\" value=\"").nth(1).unwrap();
        let line = line.split('"').next().unwrap().to_owned();
        let judge = [
            ("seen", version.as_str()),
            ("ground", "complaint"),
            ("long", &line),
            ("timely", "yes"),
            ("assessment", "Vurderingskanari: en bakløfter skal vare"),
        ];
        let judged = desk.post(&format!("{case}/vurder"), &judge).await;
        assert_eq!(judged.status, 303, "{}", judged.body);
        let page = desk.get(&case).await;
        assert!(page.body.contains("2. mars 2031"), "{}", page.body);
        assert!(page.body.contains("claim-craft-long@1") && page.body.contains("Vurderingskanari"));
        // On the version before the judgement it is told, and what was typed stands.
        let stale = desk.post(&format!("{case}/avgjor"), &reject).await;
        assert_eq!(stale.status, 422);
        assert!(
            stale.body.contains("endret av en annen") && stale.body.contains("Det er for sent")
        );
        let version = seen(&house, order).await;
        let reject = [("seen", version.as_str()), reject[1], reject[2]];
        let done = desk.post(&format!("{case}/avgjor"), &reject).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let row = cases(&house, order).await.remove(0);
        assert_eq!(row.state, CaseState::Decided);
        assert_eq!(row.outcome, Some(Outcome::Rejected));
        assert_eq!(row.timely, Some(Timely::Yes));
    })
    .await;
}

#[tokio::test]
async fn a_case_is_its_customers_and_the_roles_that_work_on_it() {
    each_house(|house| async move {
        let (order, kari) = sold(&house).await;
        house.clock.set(at(date(2026, 4, 1)));
        let me = house.mine(kari).await;
        let purchase = house
            .vault
            .store()
            .read(move |db| crate::handover::purchase_of(db, order));
        let purchase = purchase.await.unwrap().unwrap().id;
        let path = format!("/min-side/kjop/{purchase}/reklamasjon");
        let form = me.get(&path).await;
        let key = key(&form.body);
        let wrong = [
            ("key", key.as_str()),
            ("text", WRONG),
            ("discovered", "1.1.2026"),
        ];
        let answer = me.post(&path, &wrong).await;
        assert_eq!(answer.status, 422, "before the hand-over");
        assert!(answer.body.contains(WRONG) && answer.body.contains("før utleveringen"));
        let right = [wrong[0], wrong[1], ("discovered", "2026-03-30")];
        let done = me.post(&path, &right).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mine = done.location().unwrap().to_owned();
        let seen = me.get(&mine).await;
        assert_eq!(seen.status, 200);
        for word in [WRONG, "Venter på oss", "30. mars 2026", "2. mars 2028"] {
            assert!(seen.body.contains(word), "{word}: {}", seen.body);
        }
        let own = me.get(&format!("/min-side/kjop/{purchase}")).await;
        assert!(own.body.contains("/min-side/reklamasjon/"));
        let row = cases(&house, order).await.remove(0);
        assert_eq!(row.opened_by, kari);
        // Another person's is not there, whatever they know of it.
        let other = house.mine(SubjectId::from_raw(4_711)).await;
        assert_eq!(other.get(&mine).await.status, 404);
        assert_eq!(other.get(&path).await.status, 404);
        seen_by_those_who_work_on_it(&house, (order, kari), &row).await;
    })
    .await;
}

/// The claims role and the reception; each look is in the log, and the workshop's pages say nothing.
async fn seen_by_those_who_work_on_it(
    house: &House,
    (order, kari): (WorkOrderId, SubjectId),
    row: &CaseRow,
) {
    let case = format!("/stab/reklamasjon/{}", row.id);
    for (role, status) in [
        (Role::Claims, 200),
        (Role::Reception, 200),
        (Role::Technician, 403),
        (Role::Marketing, 403),
        (Role::Privacy, 403),
    ] {
        assert_eq!(
            house.desk(role).await.get(&case).await.status,
            status,
            "{role:?}"
        );
    }
    let lines = house.vault.openings_about(kari, 100).await.unwrap();
    let about = lines.iter().filter(|line| line.case_kind == "claim");
    let about: Vec<_> = about
        .map(|line| (line.title.as_str(), line.case_id))
        .collect();
    let id = row.id.get();
    assert!(about.contains(&("claims", id)) && about.contains(&("reception", id)));
    // The workshop's page of the vehicle says nothing of it.
    let job = house.desk(Role::Technician).await;
    let job = job.get(&format!("/stab/verksted/{order}")).await;
    assert!(!job.body.contains("Bakløfterkanari"));
}

#[tokio::test]
async fn an_order_is_found_by_number_plate_and_customer_number_without_a_name() {
    each_house(|house| async move {
        let (order, _) = sold(&house).await;
        let number = house.order(order).await.number.to_string();
        let claims = house.desk(Role::Claims).await;
        for text in [number.as_str(), "CU 10005", "cu10005"] {
            let found = claims.post("/stab/reklamasjon/sok", &[("q", text)]).await;
            assert_eq!(found.status, 200, "{text}");
            let link = format!("/stab/reklamasjon/ny/{order}");
            assert!(found.body.contains(&link), "{text}: {}", found.body);
            assert!(!found.body.contains("Kanarinavn"), "a list opens nobody");
        }
        let none = claims
            .post("/stab/reklamasjon/sok", &[("q", "CU 99999")])
            .await;
        assert!(none.body.contains("Ingen utlevert ordre passer"));
        // An order still in the house has no case.
        let open = house
            .walk_in("CU 10003", "Ola Open", "ola@example.no")
            .await;
        let early = claims.get(&format!("/stab/reklamasjon/ny/{open}")).await;
        assert_eq!(early.status, 409);
    })
    .await;
}
