//! Who writes requests down at the desk; the board; text that waits for a look.

use declaration::vocabulary::{Category, Role};
use values::{Moment, SubjectId};
use web::testing::Client;

use super::{
    House, Person, each,
    paper::{ask, path, post_versioned},
};
use crate::requests::{self, Identity, Kind, What, paper};

/// A telephone call, written down.
const CALL: &[(&str, &str)] = &[
    ("kind", "rectification"),
    ("channel", "phone"),
    ("received", "2026-11-02"),
    ("email", "kari@example.no"),
    ("text", "ORDENE-I-TELEFONEN"),
    ("level", "vouched"),
    ("reason", "Kjenner stemmen"),
    ("lang", "nb"),
];

/// Somebody else in the same role.
async fn another(house: &House, role: Role) -> Client {
    let other = web::Colleague {
        staff: SubjectId::from_raw(78),
        ..super::colleague(role)
    };
    let other = web::Visitor::Staff(other);
    house.client.as_visitor(other).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_writes_a_call_down_and_sees_nothing_of_it() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari", "kari@example.no").await;
        for role in [Role::Reception, Role::Claims] {
            house.clock.advance_ms(60_000);
            let desk = house.as_role(role).await;
            assert_eq!(desk.get("/stab/personvern/ny").await.status, 200);
            let opened = vault.latest_openings(500).await.unwrap().len();
            let pdf: &[u8] = b"%PDF-1.7 et notat";
            let taken = desk
                .post_file("/stab/personvern/ny", CALL, ("scan", pdf))
                .await;
            assert_eq!(taken.status, 303, "{}", taken.body);
            let page = taken.location().unwrap().split('?').next().unwrap();
            let shown = desk.get(page).await;
            assert_eq!(shown.status, 200);
            assert!(shown.body.contains("2. desember 2026"), "{}", shown.body);
            assert!(!shown.body.contains("ORDENE") && !shown.body.contains("Kari"));
            let case = requests::waiting(vault, 9).await.unwrap();
            let case = case.into_iter().max_by_key(|one| one.id).unwrap();
            assert_eq!((case.subject, case.identity), (kari, Identity::Vouched));
            assert!(page.ends_with(&case.id.get().to_string()));
            for closed in ["", "/skann", "/brev", "/opplysninger.zip"] {
                assert_eq!(desk.get(&path(&case, closed)).await.status, 403, "{closed}");
            }
            // The program laid it down; the case says who wrote it; nobody of the desk opened anything.
            let events = requests::events(vault, case.id).await.unwrap();
            let written = events.iter().find(|event| event.what == What::Registered);
            assert_eq!(written.unwrap().staff, Some(super::colleague(role).staff));
            let lines = vault.latest_openings(500).await.unwrap();
            let new = &lines[..lines.len() - opened];
            assert!(new.iter().all(|line| line.actor_kind != "staff"), "{new:?}");
            // What a colleague wrote down is not there for another.
            assert_eq!(another(&house, role).await.get(page).await.status, 404);
            let officer = house.as_role(Role::Privacy).await;
            assert!(
                officer
                    .get(&path(&case, ""))
                    .await
                    .body
                    .contains("ORDENE-I-TELEFONEN")
            );
        }
        let technician = house.as_role(Role::Technician).await;
        assert_eq!(technician.get("/stab/personvern/ny").await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_board_says_in_colour_and_in_words_how_near_a_date_is() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari", "kari@example.no").await;
        let case = ask(&house, kari, Kind::Access, web::Lang::Nb).await;
        let due = case.due_at;
        let table = [
            (due.plus_days(-20), "info", "dager igjen"),
            (due.plus_days(-8), "warn", "7 dager igjen"),
            (due.plus_ms(-1), "warn", "i dag"),
            (due, "bad", "1 dag over fristen"),
        ];
        for (at, colour, words) in table {
            house.clock.set(at);
            let officer = house.as_role(Role::Privacy).await;
            let board = officer.get("/stab/personvern").await.body;
            let badge = format!("<span class=\"badge badge--{colour}\">");
            let said = board
                .split(&badge)
                .skip(1)
                .map(|rest| rest.split('<').next().unwrap());
            let said: Vec<_> = said.collect();
            assert!(
                said.iter().any(|one| one.contains(words)),
                "{at:?} {said:?}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn access_is_not_done_while_text_waits_for_a_look() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari", "kari@example.no").await;
        let case = ask(&house, kari, Kind::Access, web::Lang::Nb).await;
        let found = crate::review::Found {
            holder: kari,
            record: values::RecordId::from_raw(1),
            category: Category::Enquiry,
            field: "question",
        };
        crate::review::open(&house.vault, kari, vec![found])
            .await
            .unwrap();
        let officer = house.as_role(Role::Privacy).await;
        let page = officer.get(&path(&case, "")).await.body;
        assert!(page.contains("Én tekst venter") && page.contains("/stab/personvern/gjennomsyn"));
        let done = [("outcome", "answered"), ("text", "Her er kopien.")];
        let refused = post_versioned(&officer, &case, "/svar", &done).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("f-outcome-error"));
        let item = crate::review::waiting(&house.vault, 9)
            .await
            .unwrap()
            .remove(0);
        let (officer_id, at) = (SubjectId::from_raw(77), Moment::from_millis(1));
        let write = move |db: &mut dyn store::Db| {
            crate::review::decide(db, 5, &item, &[], "", officer_id, at)
        };
        house.store.write(write).await.unwrap();
        let done = post_versioned(&officer, &case, "/svar", &done).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert!(
            paper::of_request(&house.vault, case.id)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}
