//! Who else in the books a person is: found by keyed hashes, decided by the officer.

use declaration::vocabulary::{Category, Role, purpose};
use values::{Email, PersonName, Phone, Plate, SubjectId};
use vault::{Actor, Ask, Keep, LookUp, Personal, Provenance, SubjectKind, Vault};

use super::{
    House, Person, colleague,
    desk::version,
    each,
    package::{page_of, unpack},
};
use crate::{
    package::{For, Scope, make},
    requests::{self, Identity, Kind, Request, people},
};

vault::record! {
    /// Who handed a vehicle in for somebody else.
    pub struct Handed in Deliverer as "handed" {
        /// Name.
        name: PersonName,
        /// Telephone.
        phone: Phone,
    }
}

/// Somebody who delivered for another, with a name and a telephone only.
async fn deliverer(vault: &Vault, name: &str, phone: &str, email: Option<&str>) -> SubjectId {
    let mut work = vault.work();
    let person = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(Actor::Chore("test"), person).of(&[Category::Deliverer]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let record = Personal::new(Handed {
        name: PersonName::parse(name).unwrap(),
        phone: Phone::parse(phone).unwrap(),
    });
    let from = Provenance {
        source_kind: "deliverer",
        source_ref: 1,
        notice_version: "1".to_owned(),
    };
    let keep = Keep::from("visit", 1, work.at());
    work.seal(&permit, &record, &from, &keep).unwrap();
    let mut hints = LookUp::name_hints(&record.name);
    hints.push(LookUp::phone(&record.phone));
    hints.extend(email.map(|email| LookUp::email(&Email::parse(email).unwrap())));
    for hint in &hints {
        work.hint(&permit, Category::Deliverer, hint).unwrap();
    }
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    person
}

async fn only_case(house: &House) -> Request {
    requests::waiting(&house.vault, 10).await.unwrap().remove(0)
}

/// The link in the letter is opened and its button pressed.
async fn prove_by_link(house: &House, case: &Request) {
    let actor = Actor::Link {
        subject: case.subject,
        purpose: declaration::vocabulary::Purpose::Rights,
    };
    let (said, level) = (("Lenken", "link"), Identity::Link);
    requests::identity::prove(&house.vault, actor, case, level, said, None)
        .await
        .unwrap();
}

/// Everything in the copy that an officer hands out.
async fn handed_out(house: &House, case: &Request) -> String {
    let whose = For {
        actor: colleague(Role::Privacy).actor(),
        subject: case.subject,
        case: case.id.get(),
    };
    let page = page_of(house).await;
    let zip = make(&house.app, &house.vault, &page, whose, Scope::Access);
    let files = unpack(zip.await.unwrap()).into_iter();
    files.map(|(_, text)| text).collect()
}

/// A letter from somebody who showed a passport, of whom the form told no address we know.
async fn letter(house: &House, kind: Kind, fields: &[(&str, &str)]) -> String {
    let officer = house.as_role(Role::Privacy).await;
    let mut typed = vec![
        ("kind", kind.as_str()),
        ("channel", "letter"),
        ("received", "2026-11-02"),
        ("level", "shown"),
        ("document", "passport"),
        ("lang", "nb"),
    ];
    typed.extend(fields);
    let scan = ("scan", &b"%PDF-1.7 et brev"[..]);
    let taken = officer.post_file("/stab/personvern/ny", &typed, scan).await;
    assert_eq!(taken.status, 303, "{}", taken.body);
    format!("/stab/personvern/krav/{}", only_case(house).await.id.get())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proven_letter_is_tied_to_the_customer_the_officer_finds() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let path = letter(&house, Kind::Access, &[("name", "Kari Nordmann")]).await;
        let alone = only_case(&house).await;
        assert_eq!(alone.identity, Identity::Shown);
        let officer = house.as_role(Role::Privacy).await;
        let finn = format!("{path}/finn");
        let nobody = officer.post(&finn, &[("q", "ingen@example.no")]).await;
        assert_eq!(nobody.status, 422);
        assert!(
            nobody.body.contains("value=\"ingen@example.no\"") && nobody.body.contains("f-q-error")
        );

        let before = house.vault.openings_about(kari.subject, 100).await.unwrap();
        let email = kari.email();
        let found = officer.post(&finn, &[("q", email.as_str())]).await;
        assert_eq!(found.status, 200);
        assert!(found.body.contains(&kari.mark("contact", "name")));
        assert!(!found.body.contains(&ola.mark("contact", "name")));
        let after = house.vault.openings_about(kari.subject, 100).await.unwrap();
        assert_eq!(after.len(), before.len() + 1, "to look is to open");

        let seen = version(&found);
        let id = kari.subject.get().to_string();
        let fields = [
            ("version", seen.as_str()),
            ("shown", &id),
            ("subjects", &id),
        ];
        let samme = format!("{path}/samme");
        assert_eq!(officer.post(&samme, &fields).await.status, 303);
        let now = only_case(&house).await;
        assert_eq!((now.id, now.subject), (alone.id, kari.subject));
        assert_eq!(now.identity, Identity::Shown, "shown is shown");
        let late = officer.post(&samme, &fields).await;
        assert_eq!(late.status, 409, "on what was seen before");

        let zip = officer.get(&format!("{path}/opplysninger.zip")).await;
        assert_eq!(zip.status, 200);
        let own = house.as_person(kari.subject).await;
        let own = own.get("/min-side/rettigheter").await.body;
        assert!(own.contains("Innsyn"), "the case is hers now");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_found_by_plate_and_telephone() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let plate = LookUp::plate(&Plate::parse("CU 12345").unwrap());
        let mut work = house.vault.work();
        let ask = Ask::seal(Actor::Chore("test"), kari.vehicle).of(&[Category::Vehicle]);
        let permit = house.vault.permit::<purpose::Visit>(ask).await.unwrap();
        work.claim(&permit, Category::Vehicle, &plate).unwrap();
        let laid = work.finish();
        house.store.write(move |db| laid.lay(db)).await.unwrap();
        let driver = deliverer(&house.vault, "Sjur Kjører", "93333444", None).await;
        let path = letter(&house, Kind::Access, &[("name", "Kari Nordmann")]).await;
        let officer = house.as_role(Role::Privacy).await;
        let finn = format!("{path}/finn");
        for (typed, found, other) in [
            ("cu12345", kari.subject, driver),
            ("93 33 34 44", driver, kari.subject),
        ] {
            let page = officer.post(&finn, &[("q", typed)]).await;
            assert_eq!(page.status, 200, "{typed}");
            let boxed = |id: SubjectId| format!("name=\"subjects\" value=\"{}\"", id.get());
            assert!(page.body.contains(&boxed(found)), "{typed}");
            assert!(!page.body.contains(&boxed(other)), "{typed}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_telephone_is_the_officers_to_decide() {
    each(|house| async move {
        let email = "mor@example.no";
        let mother = Person::with_booking(&house.vault, "Mor Nordmann", email).await;
        // Two who delivered with the telephone of the house; and a name that only begins the same.
        let (hers, his) = ("Mor Nordmann", "Sønn Nordmann");
        let hers = deliverer(&house.vault, hers, "93333444", None).await;
        let his = deliverer(&house.vault, his, "93333444", None).await;
        let by_mail = deliverer(&house.vault, "M. Nordmann", "94444555", Some(email)).await;
        let fields = [
            ("kind", "access"),
            ("name", "Mor Nordmann"),
            ("email", email),
        ];
        house.client.post("/personvern/krav", &fields).await;
        let case = only_case(&house).await;
        assert_eq!(case.subject, mother);
        assert_eq!(
            people::of_case(&house.vault, &case).await.unwrap(),
            [mother]
        );
        prove_by_link(&house, &case).await;
        let case = only_case(&house).await;
        let all = || async { people::of_case(&house.vault, &case).await.unwrap() };
        assert_eq!(
            all().await,
            [mother, by_mail],
            "exactly the address is hers"
        );

        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let officer = house.as_role(Role::Privacy).await;
        let page = officer.get(&path).await;
        let boxed = |id: SubjectId, end: &str| {
            let value = format!("name=\"subjects\" value=\"{}\"{end}", id.get());
            page.body.contains(&value)
        };
        assert!(boxed(by_mail, " checked"), "part of the case");
        assert!(boxed(hers, ">"), "the name is offered and not ticked");
        assert!(!boxed(his, ""), "another name");
        assert!(!page.body.contains("93333444"), "no more than is needed");

        let seen = version(&page);
        let (a, b) = (hers.get().to_string(), by_mail.get().to_string());
        let fields = [
            ("version", seen.as_str()),
            ("shown", &a),
            ("shown", &b),
            ("subjects", &a),
        ];
        let ticked = officer.post(&format!("{path}/samme"), &fields).await;
        assert_eq!(ticked.status, 303);
        assert_eq!(all().await, [mother, hers], "the officer has the last word");
        let text = handed_out(&house, &case).await;
        assert!(text.contains("Mor Nordmann") && text.contains("93333444"));
        assert!(!text.contains("Sønn") && !text.contains("94444555"));
    })
    .await;
}
