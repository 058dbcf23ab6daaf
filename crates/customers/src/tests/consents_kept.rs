//! The proof of a consent when its person is gone: found by the address, kept as long as promised.

use values::{Email, Moment};
use vault::{ConsentState, LookUp};
use web::Role;

use super::{
    DAY, House, KARI,
    consents_newer::again,
    consents_told::{PAGE, kari, said, silent},
    each,
};

/// A subscriber and nothing else: somebody who signed up with a letter and has no account.
async fn subscriber(house: &House, email: &str) -> values::SubjectId {
    let vault = &house.vault;
    let email = Email::parse(email).unwrap();
    let mut work = vault.work();
    let subject = work.subject(vault::SubjectKind::Person);
    let actor = vault::Actor::Link {
        subject,
        purpose: declaration::vocabulary::Purpose::Newsletter,
    };
    let ask = vault::Ask::seal_new(actor, subject);
    let ask = ask.of(&[declaration::vocabulary::Category::Marketing]);
    let permit = vault.permit::<declaration::vocabulary::purpose::Newsletter>(ask);
    let permit = permit.await.unwrap();
    let marketing = declaration::vocabulary::Category::Marketing;
    work.claim(&permit, marketing, &LookUp::email(&email))
        .unwrap();
    let about = crate::consents::choices(&vault.declaration())[0];
    let record = vault::Personal::new(crate::Subscriber {
        name: None,
        email,
        topics: Some(about.topic.to_owned()),
        source: Some("newsletter".to_owned()),
    });
    let from = vault::Provenance {
        source_kind: "data_subject",
        source_ref: 0,
        notice_version: "1".to_owned(),
    };
    let keep = vault::Keep::while_open("consent", about.slot());
    work.seal(&permit, &record, &from, &keep).unwrap();
    work.consent(&vault::ConsentSlip {
        subject,
        controller: about.controller,
        purpose: declaration::vocabulary::Purpose::Newsletter,
        channel: about.channel.as_str(),
        topic: about.topic,
        state: ConsentState::Given,
        at: work.at(),
        text_version: vault.declaration().version().to_string(),
        lang: "nb",
        form: "newsletter",
        actor,
    });
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    subject
}

async fn rows(house: &House, text: &'static str) -> i64 {
    let sql = store::Sql { name: "test", text };
    let count = move |db: &mut dyn store::Db| db.one(&sql, &[])?.i64("n");
    house.store.read(count).await.unwrap()
}

const LINES: &str = "SELECT COUNT(*) AS n FROM consent";
const HASHES: &str = "SELECT COUNT(*) AS n FROM consent_proof";

const FIND: &str = "/stab/personvern/samtykker";

/// The verdict for the address, without a name; each look is in the log.
async fn officer_is_answered(house: &House, subject: values::SubjectId) -> String {
    let (_, officer) = house.staff(Role::Privacy).await;
    let found = officer.post(FIND, &[("who", KARI)]).await;
    let page = found.location().unwrap().to_owned();
    assert_eq!(page, format!("{FIND}/{}", subject.get()));
    for (day, words) in [
        ("2026-11-05", "Lovlig: Samtykket gjaldt."),
        ("2026-11-13", "Ikke lovlig: Det var ikke noe samtykke."),
    ] {
        let answer = officer
            .get(&format!("{page}?dag={day}&tid=12:00"))
            .await
            .body;
        assert!(answer.contains(words), "{day}: {answer}");
        assert!(answer.contains("Personen er slettet hos oss"));
        assert!(answer.contains("til 13. november 2029"), "{answer}");
        assert!(!answer.contains("example.no"));
    }
    let log = house.vault.openings_about(subject, 9).await.unwrap();
    assert_eq!(log.len(), 2, "each look is in the log");
    assert_eq!(log[0].case_kind, "consents");
    let (_, desk) = house.staff(Role::Reception).await;
    assert_eq!(desk.get(&page).await.status, 403);
    page
}

/// "Was this letter lawful when it was sent?" is answered for three years after the address is gone,
/// and then by nobody.
#[tokio::test]
async fn the_proof_outlives_the_address_for_as_long_as_promised() {
    each(|house| async move {
        let subject = subscriber(&house, KARI).await;
        assert_eq!(
            rows(&house, HASHES).await,
            0,
            "the address itself leads there"
        );
        house.clock.advance_ms(10 * DAY);
        let link = crate::consent_link(&house.vault, subject).unwrap();
        let out = house.client.post(&link, &[("everything", "1")]).await;
        assert_eq!(out.status, 200);
        house.clock.advance_ms(2 * DAY);
        house.vault.sweep().await.unwrap();
        assert_eq!(
            house.vault.find(&kari()).await.unwrap(),
            None,
            "the address is gone"
        );
        assert_eq!(
            (rows(&house, LINES).await, rows(&house, HASHES).await),
            (2, 1)
        );

        let page = officer_is_answered(&house, subject).await;
        let left = Moment::at_local(jiff::civil::date(2029, 11, 12), 12, 0);
        house.clock.set(left);
        house.vault.sweep().await.unwrap();
        assert_eq!(
            (rows(&house, LINES).await, rows(&house, HASHES).await),
            (2, 1)
        );
        house.clock.advance_ms(DAY);
        assert_eq!(house.vault.sweep().await.unwrap().proofs, 1);
        assert_eq!(
            (rows(&house, LINES).await, rows(&house, HASHES).await),
            (0, 0)
        );
        assert!(silent(&house, 1, "news").await, "the no outlives its proof");
        let (_, officer) = house.staff(Role::Privacy).await;
        let nobody = officer.post(FIND, &[("who", KARI)]).await;
        assert_eq!(nobody.status, 422);
        assert_eq!(officer.get(&page).await.status, 404);
    })
    .await;
}

/// A yes that stands keeps its line however old it is; one matter's end is not another's. Whoever
/// has the address after somebody does not hide them.
#[tokio::test]
async fn a_standing_yes_keeps_its_proof_and_an_address_that_changed_hands_has_two() {
    each(|house| async move {
        let first = subscriber(&house, KARI).await;
        let link = crate::consent_link(&house.vault, first).unwrap();
        house.client.post(&link, &[("everything", "1")]).await;
        house.clock.advance_ms(2 * DAY);
        house.vault.sweep().await.unwrap();
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("news", "1")).await;
        client.post(PAGE, &said("technical", "1")).await;
        house.clock.advance_ms(DAY);
        again(&house, me).await.post(PAGE, &said("news", "0")).await;
        let find = "/stab/personvern/samtykker";
        let (_, officer) = house.staff(Role::Privacy).await;
        let both = officer.post(find, &[("who", KARI)]).await.body;
        for one in [first, me.subject] {
            let link = format!("{find}/{}\"", one.get());
            assert_eq!(both.matches(&link).count(), 1, "{both}");
        }
        assert!(!both.contains("f-who-error"));
        house
            .clock
            .set(Moment::at_local(jiff::civil::date(2031, 1, 1), 9, 0));
        house.vault.sweep().await.unwrap();
        assert!(house.vault.consents_of(first).await.unwrap().is_empty());
        let left = house.vault.consents_of(me.subject).await.unwrap();
        let left: Vec<&str> = left.iter().map(|line| line.topic.as_str()).collect();
        assert_eq!(left, ["technical"]);
    })
    .await;
}
