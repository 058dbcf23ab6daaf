//! A correction, on whatever way it was asked for: carried out, told, and answered to where the person
//! is now.

use customers::disclosures::{self, Cause, Entry};
use declaration::vocabulary::{Category, Purpose, Role, purpose};
use store::Db;
use values::{ControllerId, SubjectId};
use vault::{Actor, Ask, Personal, Sealed, Vault};
use web::testing::Client;

use super::{House, Person, desk::version, each};
use crate::requests::{self, Request, State};

pub(super) const OLD: &str = "gammel@example.no";
pub(super) const NEW: &str = "ny@example.no";

/// The letters to somebody: where to, and the text; newest last.
pub(super) async fn letters(vault: &Vault, subject: SubjectId) -> Vec<(String, String)> {
    let ask = Ask::open(Actor::Chore("test"), subject).of(&[Category::Correspondence]);
    let permit = vault.permit::<purpose::Rights>(ask).await.unwrap();
    let all = vault.everything(subject).await.unwrap();
    let mut letters: Vec<_> = all.iter().filter(|raw| raw.kind == "letter").collect();
    letters.sort_by_key(|raw| raw.id);
    letters
        .into_iter()
        .map(|raw| {
            let opened = vault.open_any(&permit, raw).unwrap();
            let field = |name| opened.field(name).unwrap().to_owned();
            (field("to"), field("text"))
        })
        .collect()
}

async fn contacts(house: &House, subject: SubjectId) -> Vec<Personal<customers::CustomerContact>> {
    let ask = Ask::open(Actor::Chore("test"), subject).of(&[Category::Contact]);
    let permit = house.vault.permit::<purpose::Rights>(ask).await.unwrap();
    let load = move |db: &mut dyn Db| Sealed::<customers::CustomerContact>::load_of(db, subject, 9);
    let sealed = house.store.read(load).await.unwrap();
    let opened = sealed.iter().map(|one| house.vault.open(&permit, one));
    opened.collect::<Result<_, _>>().unwrap()
}

pub(super) async fn got(
    house: &House,
    subject: SubjectId,
    recipient: &'static str,
    what: Category,
) {
    let entry = Entry {
        subject,
        recipient,
        categories: vec![what],
        purpose: Purpose::Visit,
        controller: ControllerId::from_raw(1),
    };
    disclosures::enter(&house.vault, entry).await.unwrap();
}

/// An officer writes down a request for a correction, with who asks established; answers the case.
pub(super) async fn registered(house: &House, officer: &Client, more: &[(&str, &str)]) -> Request {
    house.clock.advance_ms(60_000);
    let mut fields = vec![
        ("kind", "rectification"),
        ("channel", "letter"),
        ("received", "2026-11-01"),
        ("level", "vouched"),
        ("reason", "Kjenner henne godt"),
        ("lang", "nb"),
    ];
    fields.extend(more);
    let none: &[u8] = b"";
    let taken = officer
        .post_file("/stab/personvern/ny", &fields, ("scan", none))
        .await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    let open = requests::waiting(&house.vault, 9).await.unwrap();
    open.into_iter().max_by_key(|one| one.id).unwrap()
}

pub(super) fn path(case: &Request) -> String {
    format!("/stab/personvern/krav/{}", case.id.get())
}

async fn now(house: &House, case: &Request) -> Request {
    requests::one(&house.vault, case.id).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_by_letter_is_carried_out() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari Nordman", OLD).await;
        got(&house, kari, "partner", Category::Contact).await;
        let officer = house.as_role(Role::Privacy).await;
        let wish = [
            ("email", OLD),
            ("field", "name"),
            ("value", "Kari Nordmann"),
        ];
        let case = registered(&house, &officer, &wish).await;
        let page = officer.get(&path(&case)).await;
        assert!(page.body.contains("Kari Nordman<") && page.body.contains("Kari Nordmann<"));
        house.clock.advance_ms(60_000);
        let fields = [("version", version(&page))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let done = officer
            .post(&format!("{}/rett", path(&case)), &fields)
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(
            contacts(&house, kari).await[0].name.reveal(),
            "Kari Nordmann"
        );
        assert_eq!(now(&house, &case).await.state, State::Answered);
        let owed = disclosures::owed(vault, 9).await.unwrap();
        assert_eq!((owed.len(), owed[0].request), (1, Some(case.id)));
        assert_eq!(owed[0].cause, Cause::Rectification);
        // The wrong one stands as long as the booking shows who was meant.
        customers::drop_superseded(vault).await.unwrap();
        assert_eq!(contacts(&house, kari).await.len(), 2);
        super::desk::end_booking(vault, kari).await;
        customers::drop_superseded(vault).await.unwrap();
        let left = contacts(&house, kari).await;
        assert_eq!((left.len(), left[0].name.reveal()), (1, "Kari Nordmann"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn done_means_that_something_was_put_right() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Nordman", OLD).await;
        let officer = house.as_role(Role::Privacy).await;
        let words = [("email", OLD), ("text", "Telefonen min er feil")];
        let case = registered(&house, &officer, &words).await;
        house.clock.advance_ms(60_000);
        let seen = version(&officer.get(&path(&case)).await);
        let answer = [
            ("version", seen.as_str()),
            ("outcome", "answered"),
            ("text", "Gjort."),
        ];
        let svar = format!("{}/svar", path(&case));
        let refused = officer.post(&svar, &answer).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("f-changed-error") && refused.body.contains("Gjort."));
        assert_eq!(now(&house, &case).await.state, State::Open);
        // A wrong value stands at its field; a right one is carried out from the officer's own words.
        let rett = format!("{}/rett", path(&case));
        let wrong = [
            ("version", seen.as_str()),
            ("field", "phone"),
            ("value", "12"),
        ];
        let wrong = officer.post(&rett, &wrong).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("f-value-error") && wrong.body.contains("value=\"12\""));
        let right = [
            ("version", seen.as_str()),
            ("field", "phone"),
            ("value", "95496000"),
        ];
        assert_eq!(officer.post(&rett, &right).await.status, 303);
        let phone = contacts(&house, kari).await[0].phone.clone().unwrap();
        assert_eq!(
            phone.reveal(),
            values::Phone::parse("95496000").unwrap().reveal()
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_changed_by_hand_is_named_and_told() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Nordman", OLD).await;
        got(&house, kari, "partner", Category::Contact).await;
        let officer = house.as_role(Role::Privacy).await;
        let words = [("email", OLD), ("text", "Telefonen min er feil")];
        let case = registered(&house, &officer, &words).await;
        house.clock.advance_ms(60_000);
        let seen = version(&officer.get(&path(&case)).await);
        let answer = [
            ("version", seen.as_str()),
            ("outcome", "answered"),
            ("text", "Gjort."),
            ("category", "contact"),
            ("changed", "Kallenavnet på skiltet"),
        ];
        let svar = format!("{}/svar", path(&case));
        let done = officer.post(&svar, &answer).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let said = letters(&house.vault, kari).await.pop().unwrap().1;
        assert!(said.contains("Kallenavnet på skiltet"), "{said}");
        let owed = disclosures::owed(&house.vault, 9).await.unwrap();
        assert!(owed.iter().any(|one| one.request == Some(case.id)));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_without_an_account_says_what_is_wrong_and_it_moves_along_with_the_case() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Nordman", OLD).await;
        let empty = [("kind", "rectification"), ("name", "Kari"), ("email", NEW)];
        let empty = house.client.post("/personvern/krav", &empty).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("f-value-error"));
        let fields = [
            ("kind", "rectification"),
            ("name", "Kari"),
            ("email", "en.annen@example.no"),
            ("field", "name"),
            ("value", "Kari Nordmann"),
        ];
        assert_eq!(
            house.client.post("/personvern/krav", &fields).await.status,
            303
        );
        let case = requests::waiting(&house.vault, 9).await.unwrap().remove(0);
        assert_ne!(case.subject, kari);
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&path(&case)).await);
        let shown = [
            ("version", seen.as_str()),
            ("level", "shown"),
            ("document", "passport"),
        ];
        let proven = officer
            .post(&format!("{}/identitet", path(&case)), &shown)
            .await;
        assert_eq!(proven.status, 303, "{}", proven.body);
        house.clock.advance_ms(60_000);
        let found = officer
            .post(&format!("{}/finn", path(&case)), &[("q", OLD)])
            .await;
        let (seen, id) = (version(&found), kari.get().to_string());
        let ticked = [
            ("version", seen.as_str()),
            ("shown", &id),
            ("subjects", &id),
        ];
        let ticked = officer
            .post(&format!("{}/samme", path(&case)), &ticked)
            .await;
        assert_eq!(ticked.status, 303, "{}", ticked.body);
        house.clock.advance_ms(60_000);
        let seen = version(&officer.get(&path(&case)).await);
        let press = [("version", seen.as_str())];
        let done = officer.post(&format!("{}/rett", path(&case)), &press).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(
            contacts(&house, kari).await[0].name.reveal(),
            "Kari Nordmann"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stop_after_the_correction_owes_nobody_twice() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari Nordman", OLD).await;
        got(&house, kari, "partner", Category::Contact).await;
        let officer = house.as_role(Role::Privacy).await;
        let wish = [
            ("email", OLD),
            ("field", "name"),
            ("value", "Kari Nordmann"),
        ];
        let case = registered(&house, &officer, &wish).await;
        house.clock.advance_ms(60_000);
        // The correction and its notices are one transaction; the answer did not come any more.
        let part = customers::Part::parse("name", "Kari Nordmann").unwrap();
        let (about, cause) = (part.categories(), Cause::Rectification);
        let owing = disclosures::owing(vault, kari, about, cause, Some(case.id));
        let owing = owing.await.unwrap();
        let also = move |db: &mut dyn Db| owing.lay(db);
        let whose = (kari, case.id.get(), web::Lang::Nb);
        let done = customers::correct_contact(&house.app, vault, whose, &part, also).await;
        assert_eq!(done.unwrap(), customers::Correction::Done);
        let seen = version(&officer.get(&path(&case)).await);
        let press = [("version", seen.as_str())];
        let again = officer.post(&format!("{}/rett", path(&case)), &press).await;
        assert_eq!(again.status, 303, "{}", again.body);
        assert_eq!(now(&house, &case).await.state, State::Answered);
        assert_eq!(contacts(&house, kari).await.len(), 2, "no third record");
        assert_eq!(disclosures::owed(vault, 9).await.unwrap().len(), 1);
        let said = letters(vault, kari).await.pop().unwrap().1;
        assert!(said.contains("får beskjed"), "{said}");
    })
    .await;
}
