//! A corrected e-mail: everything that was reached at the old address is reached at the new one.

use customers::disclosures;
use declaration::vocabulary::{Category, Role, purpose};
use store::Db;
use values::{Email, SubjectId};
use vault::{Actor, Ask, ConsentState, Keep, LookUp, Personal, Provenance, Sealed};

use super::{
    House, Person,
    corrected::{NEW, OLD, got, letters, path, registered},
    desk::version,
    each,
    people::slip,
};
use crate::requests::{self, Asked, Kind};

async fn found(house: &House, email: &str) -> Option<SubjectId> {
    let email = Email::parse(email).unwrap();
    house.vault.find(&LookUp::email(&email)).await.unwrap()
}

/// The newsletter's address, with the yes it needs.
async fn subscribes(house: &House, subject: SubjectId, email: &str) {
    let vault = &house.vault;
    vault
        .enter_consent(slip(vault, subject, ConsentState::Given))
        .await
        .unwrap();
    let ask = Ask::seal(Actor::Chore("test"), subject).of(&[Category::Marketing]);
    let permit = vault.permit::<purpose::Newsletter>(ask).await.unwrap();
    let record = Personal::new(customers::Subscriber {
        name: None,
        email: Email::parse(email).unwrap(),
        topics: Some("news".to_owned()),
        source: None,
    });
    let from = Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    };
    let mut work = vault.work();
    work.seal(&permit, &record, &from, &Keep::while_open("consent", 1))
        .unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
}

async fn subscribed_at(house: &House, subject: SubjectId) -> String {
    let ask = Ask::open(Actor::Chore("test"), subject).of(&[Category::Marketing]);
    let permit = house
        .vault
        .permit::<purpose::Newsletter>(ask)
        .await
        .unwrap();
    let load = move |db: &mut dyn Db| Sealed::<customers::Subscriber>::load_of(db, subject, 1);
    let sealed = house.store.read(load).await.unwrap().pop().unwrap();
    let opened = house.vault.open(&permit, &sealed).unwrap();
    opened.email.reveal().to_owned()
}

/// Somebody asks for a log-in link at the new address; where the letter with it goes.
async fn log_in_letter(house: &House, subject: SubjectId, email: &str) -> Option<String> {
    house.clock.advance_ms(60_000);
    let before = letters(&house.vault, subject).await.len();
    house.client.post("/logg-inn", &[("email", email)]).await;
    customers::send_links(&house.app).await.unwrap();
    let mut all = letters(&house.vault, subject).await;
    (all.len() > before).then(|| all.pop().unwrap().0)
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_corrected_email_answers_go_to_the_new_one() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari Nordmann", OLD).await;
        subscribes(&house, kari, OLD).await;
        got(&house, kari, "make", Category::Marketing).await;
        let access = Asked::by_person(&house.app, vault, kari, Kind::Access, web::Lang::Nb);
        let before = requests::receive(&house.app, vault, Actor::Subject(kari), &access).await;
        let before = requests::one(vault, before.unwrap())
            .await
            .unwrap()
            .unwrap();
        assert_eq!(letters(vault, kari).await.pop().unwrap().0, OLD);
        let officer = house.as_role(Role::Privacy).await;
        let wish = [("email", OLD), ("field", "email"), ("value", NEW)];
        let case = registered(&house, &officer, &wish).await;
        house.clock.advance_ms(60_000);
        let seen = version(&officer.get(&path(&case)).await);
        let press = [("version", seen.as_str())];
        let done = officer.post(&format!("{}/rett", path(&case)), &press).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(
            letters(vault, kari).await.pop().unwrap().0,
            NEW,
            "its own answer"
        );
        // The answer of a case that came before, and the acknowledgement of one that comes after.
        house.clock.advance_ms(60_000);
        let answer = [
            ("version", "1"),
            ("outcome", "answered"),
            ("text", "Her er kopien."),
        ];
        let answered = officer
            .post(&format!("{}/svar", path(&before)), &answer)
            .await;
        assert_eq!(answered.status, 303, "{}", answered.body);
        assert_eq!(letters(vault, kari).await.pop().unwrap().0, NEW);
        house.clock.advance_ms(60_000);
        requests::receive(&house.app, vault, Actor::Subject(kari), &access)
            .await
            .unwrap();
        assert_eq!(letters(vault, kari).await.pop().unwrap().0, NEW);
        // What finds her, what logs her in, and the newsletter moved along; its service is told.
        assert_eq!(
            (found(&house, OLD).await, found(&house, NEW).await),
            (None, Some(kari))
        );
        assert_eq!(log_in_letter(&house, kari, OLD).await, None);
        assert_eq!(log_in_letter(&house, kari, NEW).await.as_deref(), Some(NEW));
        assert_eq!(subscribed_at(&house, kari).await, NEW);
        let owed = disclosures::owed(vault, 9).await.unwrap();
        assert_eq!((owed[0].recipient.as_str(), owed.len()), ("make", 1));
    })
    .await;
}

/// The new address opens the link it got, and says yes.
async fn says_yes(house: &House, subject: SubjectId) {
    let all = letters(&house.vault, subject).await;
    let mut all = all.iter();
    let (to, text) = all.find(|(_, text)| text.contains("/epost/")).unwrap();
    assert_eq!(to, NEW);
    let from = text.find("/min-side/profil/epost/").unwrap();
    let link = text[from..].split_whitespace().next().unwrap();
    house.clock.advance_ms(60_000);
    assert_eq!(house.client.post(link, &[]).await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_email_of_an_account_is_asked_before_it_counts() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari Nordmann", OLD).await;
        let own = Actor::Subject(kari);
        let opened = customers::open_account(vault, kari, own, web::Lang::Nb).await;
        opened.unwrap();
        subscribes(&house, kari, OLD).await;
        let officer = house.as_role(Role::Privacy).await;
        let words = [("email", OLD), ("text", "Ny adresse")];
        let case = registered(&house, &officer, &words).await;
        house.clock.advance_ms(60_000);
        let rett = format!("{}/rett", path(&case));
        // An address that finds somebody else stays theirs, and the officer is told.
        Person::with_booking(vault, "Ola", "ola@example.no").await;
        let seen = version(&officer.get(&path(&case)).await);
        let taken = [
            ("version", seen.as_str()),
            ("field", "email"),
            ("value", "ola@example.no"),
        ];
        let taken = officer.post(&rett, &taken).await;
        assert_eq!(taken.status, 422);
        assert!(taken.body.contains("f-value-error"));
        house.clock.advance_ms(60_000);
        let right = [
            ("version", seen.as_str()),
            ("field", "email"),
            ("value", NEW),
        ];
        let asked = officer.post(&rett, &right).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        // Nothing moved yet, and the case waits.
        assert_eq!(
            (found(&house, OLD).await, found(&house, NEW).await),
            (Some(kari), None)
        );
        assert_eq!(log_in_letter(&house, kari, OLD).await.as_deref(), Some(OLD));
        let seen = version(&officer.get(&path(&case)).await);
        let answer = [
            ("version", seen.as_str()),
            ("outcome", "answered"),
            ("text", "Gjort."),
        ];
        let svar = format!("{}/svar", path(&case));
        assert_eq!(officer.post(&svar, &answer).await.status, 422);
        says_yes(&house, kari).await;
        // Now it counts: she is found, written to and logged in at the new one; the case can be answered.
        assert_eq!(
            (found(&house, OLD).await, found(&house, NEW).await),
            (None, Some(kari))
        );
        assert_eq!(log_in_letter(&house, kari, OLD).await, None);
        assert_eq!(log_in_letter(&house, kari, NEW).await.as_deref(), Some(NEW));
        assert_eq!(subscribed_at(&house, kari).await, NEW);
        assert_eq!(officer.post(&svar, &answer).await.status, 303);
        assert_eq!(letters(vault, kari).await.pop().unwrap().0, NEW);
    })
    .await;
}
