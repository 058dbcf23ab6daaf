//! Being forgotten, from the person's page to the receipt.

use customers::disclosures;
use declaration::vocabulary::{Category, Purpose};
use store::Sql;
use values::RightsRequestId;
use vault::Actor;
use web::Role;

use super::{House, Person, desk::version, each, package};
use crate::requests::{self, Kind, State};

const KEPT: &[&str] = &["purchase", "claim", "accounting_copy", "rights_case"];
const GONE: &[&str] = &[
    "contact",
    "deliverer",
    "enquiry",
    "billing",
    "vehicle_link",
    "evidence",
    "marketing",
    "account",
];

const fn sql(text: &'static str) -> Sql {
    Sql { name: "test", text }
}

/// Asks on the own page; answers the request's id.
pub(super) async fn asks(house: &House, person: &Person) -> i64 {
    let own = house.as_person(person.subject).await;
    let unsure = own.post("/min-side/rettigheter/glem-meg", &[]).await;
    assert_eq!(unsure.status, 422);
    let sent = own
        .post("/min-side/rettigheter/glem-meg", &[("sure", "1")])
        .await;
    assert_eq!(sent.status, 303);
    let all = requests::of_subject(&house.vault, person.subject)
        .await
        .unwrap();
    all.iter()
        .find(|r| r.kind == Kind::Erasure)
        .unwrap()
        .id
        .get()
}

pub(super) async fn carries_out(house: &House, id: i64) -> String {
    let officer = house.as_role(Role::Privacy).await;
    let path = format!("/stab/personvern/krav/{id}");
    let page = officer.get(&path).await;
    assert_eq!(page.status, 200);
    let seen = version(&page);
    let version = ("version", seen.as_str());
    let path = format!("{path}/slett");
    assert_eq!(officer.post(&path, &[version]).await.status, 422);
    let done = officer.post(&path, &[version, ("sure", "1")]).await;
    assert_eq!(done.status, 303, "{}", done.body);
    let to = done.location().unwrap();
    to.split('?').next().unwrap().to_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_goes_what_law_keeps_stays_and_the_answer_says_which() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let before = house.vault.everything(ola.subject).await.unwrap().len();
        let id = asks(&house, &kari).await;
        let receipt = carries_out(&house, id).await;
        let left = house.vault.strands_of(kari.subject).await.unwrap();
        let names: Vec<&str> = left.iter().map(|strand| strand.category.as_str()).collect();
        for kept in KEPT {
            assert!(names.contains(kept), "{kept} is gone");
        }
        for gone in GONE {
            assert!(!names.contains(gone), "{gone} is there");
        }
        let locked = left
            .iter()
            .filter(|s| s.state == vault::StrandState::Restricted);
        assert!(locked.count() >= 3);
        let page = house.client.get(&receipt).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("bokføringsloven") && page.body.contains("Slettet."));
        assert!(!page.body.contains("KARI") && !page.body.contains(&kari.email()));
        assert_eq!(
            house.vault.everything(ola.subject).await.unwrap().len(),
            before
        );
        assert!(
            !house
                .vault
                .everything(kari.vehicle)
                .await
                .unwrap()
                .is_empty(),
            "work stays"
        );
        assert!(
            house
                .vault
                .people_of(kari.vehicle)
                .await
                .unwrap()
                .is_empty(),
            "no path back"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_answer_can_still_be_delivered_and_the_old_letters_are_gone() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        carries_out(&house, id).await;
        let letters = letters::status_of(&house.vault, "rights_request", id)
            .await
            .unwrap();
        assert_eq!(letters.len(), 1, "the acknowledgement went with the rest");
        let request = requests::one(&house.vault, RightsRequestId::from_raw(id))
            .await
            .unwrap();
        let request = request.unwrap();
        assert_eq!(request.state, State::Answered);
        let permit =
            requests::open_case(&house.vault, Actor::Chore("test"), kari.subject, request.id);
        let permit = permit.await.unwrap();
        let mut texts = Vec::new();
        for raw in house.vault.everything(kari.subject).await.unwrap() {
            if raw.category == declaration::vocabulary::Category::Correspondence {
                let opened = house.vault.open_any(&permit, &raw).unwrap();
                texts.push(opened.field("text").unwrap_or_default().to_owned());
            }
        }
        assert_eq!(texts.len(), 1);
        assert!(
            texts[0].contains("Kjøp og garantier: Beholdes") && texts[0].contains("/kvittering/")
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hold_keeps_one_strand_and_says_so() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let strands = house.vault.strands_of(kari.subject).await.unwrap();
        let evidence = strands
            .iter()
            .find(|s| s.category.as_str() == "evidence")
            .unwrap();
        let strand = evidence.id.get().to_string();
        let officer = house.as_role(Role::Privacy).await;
        let case = format!("/stab/personvern/krav/{id}");
        let path = format!("{case}/hold");
        let seen = version(&officer.get(&case).await);
        let past = [
            ("version", seen.as_str()),
            ("strand", strand.as_str()),
            ("reason", "dispute"),
            ("review", "2026-01-01"),
        ];
        assert_eq!(officer.post(&path, &past).await.status, 422);
        let good = [
            ("version", seen.as_str()),
            ("strand", strand.as_str()),
            ("reason", "dispute"),
            ("review", "2027-01-15"),
        ];
        assert_eq!(officer.post(&path, &good).await.status, 303);
        let seen = version(&officer.get(&case).await);
        let other = [
            ("version", seen.as_str()),
            ("strand", "1"),
            ("reason", "dispute"),
            ("review", "2027-01-15"),
        ];
        assert_eq!(officer.post(&path, &other).await.status, 404);
        let receipt = carries_out(&house, id).await;
        let page = house.client.get(&receipt).await;
        assert!(page.body.contains("15. januar 2027"), "{}", page.body);
        assert!(house.vault.is_there(evidence.id).await.unwrap());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_on_blocks() {
    each(|house| async move {
        let subject = Person::with_booking(&house.vault, "Kari Nordmann", "kari@example.no").await;
        let kari = Person {
            subject,
            vehicle: subject,
            who: "KARI",
        };
        let id = asks(&house, &kari).await;
        let officer = house.as_role(Role::Privacy).await;
        let page = officer.get(&format!("/stab/personvern/krav/{id}")).await;
        assert!(page.body.contains("så lenge timen din står"));
        let seen = version(&page);
        let path = format!("/stab/personvern/krav/{id}/slett");
        let form = [("version", seen.as_str()), ("sure", "1")];
        let refused = officer.post(&path, &form).await;
        assert_eq!(refused.status, 409);
        assert!(!refused.body.contains("Saken er endret"));
        assert_eq!(house.vault.strands_of(subject).await.unwrap().len(), 3);
    })
    .await;
}

/// The ledger cannot be written: nothing is destroyed, and the answer says so.
#[tokio::test(flavor = "multi_thread")]
async fn an_erasure_that_fails_is_answered_as_one() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let ledger = house.custody.path().join("erased.ledger");
        let aside = house.custody.path().join("aside");
        let had = ledger.exists();
        if had {
            std::fs::rename(&ledger, &aside).unwrap();
        }
        std::fs::create_dir(&ledger).unwrap();
        let receipt = carries_out(&house, id).await;
        let page = house.client.get(&receipt).await;
        assert!(
            page.body.contains("Ikke ferdig slettet ennå"),
            "{}",
            page.body
        );
        assert!(
            !page.body.contains("Slettet. Nøkkelen"),
            "nothing was destroyed"
        );
        std::fs::remove_dir(&ledger).unwrap();
        if had {
            std::fs::rename(&aside, &ledger).unwrap();
        }
        house.vault.sweep().await.unwrap();
        let left = house.vault.strands_of(kari.subject).await.unwrap();
        assert!(left.iter().all(|s| !GONE.contains(&s.category.as_str())));
        let status = || letters::status_of(&house.vault, "rights_request", id);
        assert!(status().await.unwrap().is_empty(), "the letter is owed");
        assert_eq!(crate::chore(&house.app).await.unwrap(), 2);
        assert_eq!(
            status().await.unwrap().len(),
            2,
            "the answer is written when it can be, and then that it is done"
        );
        assert_eq!(crate::chore(&house.app).await.unwrap(), 0);
    })
    .await;
}

/// Killed between the decision and the answer: the chore finishes it, and the answer names all.
#[tokio::test(flavor = "multi_thread")]
async fn what_was_cut_short_is_finished() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let at = house.vault.world().now().millis();
        let decided = move |db: &mut dyn store::Db| {
            db.exec(
                &sql("UPDATE rights_request SET decided_at = $2, officer_id = 77 WHERE id = $1"),
                &[id.into(), at.into()],
            )
        };
        house.store.write(decided).await.unwrap();
        house.clock.advance_ms(5_000);
        assert_eq!(crate::chore(&house.app).await.unwrap(), 0, "in hand");
        house.clock.advance_ms(120_000);
        let strands = house.vault.strands_of(kari.subject).await.unwrap();
        let enquiry = strands
            .iter()
            .find(|s| s.category.as_str() == "enquiry")
            .unwrap()
            .id;
        let ends = vec![declaration::vocabulary::Purpose::Visit];
        house.vault.end_reasons(enquiry, ends).await.unwrap();
        let cause = vault::Cause {
            cause: "request",
            rule: "x".into(),
            actor: Actor::Chore("test"),
        };
        house.vault.destroy(&[enquiry], &cause).await.unwrap();
        assert_eq!(crate::chore(&house.app).await.unwrap(), 1);
        assert_eq!(crate::chore(&house.app).await.unwrap(), 0);
        let request = requests::one(&house.vault, RightsRequestId::from_raw(id))
            .await
            .unwrap();
        assert_eq!(request.unwrap().state, State::Answered);
        let row = house
            .store
            .read(|db| db.one(&sql("SELECT body FROM rights_receipt"), &[]))
            .await;
        let row = row.unwrap();
        let body = row.text("body").unwrap();
        for gone in GONE {
            assert!(
                body.contains(&format!("\"{gone}\",\"outcome\":{{\"is\":\"destroyed\"")),
                "{gone}: {body}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_that_was_changed_says_so() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let receipt = carries_out(&house, id).await;
        assert!(
            house
                .client
                .get(&receipt)
                .await
                .body
                .contains("slik den ble skrevet")
        );
        let bend =
            |db: &mut dyn store::Db| db.exec(&sql("UPDATE rights_receipt SET at = at - 1000"), &[]);
        house.store.write(bend).await.unwrap();
        assert!(
            house
                .client
                .get(&receipt)
                .await
                .body
                .contains("endret etter")
        );
        assert_eq!(
            house
                .client
                .get("/kvittering/AAAAA-AAAAA-AAAAA-AAAAA-AAAAA")
                .await
                .status,
            404
        );
    })
    .await;
}

/// The newsletter service got the address, the vehicle register the plate: the person reads of both; after
/// the erasure the first is owed a notice, once, and the second kept nothing of theirs that went.
#[tokio::test(flavor = "multi_thread")]
async fn whoever_got_what_goes_has_to_be_told() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await;
        let by = values::ControllerId::from_raw(1);
        let plate = disclosures::Entry::plate_asked_about(kari.subject, by);
        let address = disclosures::Entry {
            recipient: "make",
            categories: vec![Category::Marketing],
            purpose: Purpose::Newsletter,
            ..plate.clone()
        };
        disclosures::enter(vault, plate).await.unwrap();
        disclosures::enter(vault, address).await.unwrap();
        let own = house.as_person(kari.subject).await;
        let page = own.get("/min-side/opplysninger").await;
        assert!(page.body.contains("Hvem som har fått opplysninger"));
        let copy = package::copy(&house, kari.subject, crate::package::Scope::Access).await;
        let files = package::unpack(copy);
        let file = |name: &str| files.iter().find(|(known, _)| known == name);
        for name in ["tables/disclosures.json", "pages/disclosures.html"] {
            let (_, text) = file(name).unwrap();
            assert!(text.contains("Make AS") && text.contains("Statens vegvesen"));
        }
        assert!(file("tables/notices.json").is_none(), "nobody is owed any");
        let id = asks(&house, &kari).await;
        carries_out(&house, id).await;
        let owed = disclosures::owed(vault, 9).await.unwrap();
        let owed: Vec<(&str, disclosures::Cause)> = owed
            .iter()
            .map(|one| (one.recipient.as_str(), one.cause))
            .collect();
        assert_eq!(owed, [("make", disclosures::Cause::Erasure)]);
        let request = requests::one(vault, RightsRequestId::from_raw(id)).await;
        let request = request.unwrap().unwrap();
        let again = crate::erasure::told::owe(vault, &request, vec![Category::Marketing]);
        again.await.unwrap();
        assert_eq!(disclosures::owed(vault, 9).await.unwrap().len(), 1);
    })
    .await;
}
