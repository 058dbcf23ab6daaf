//! The rights desk: who asks, two officers, letters, restriction, objection, rectification, reminders.

use declaration::vocabulary::{Category, Purpose, Role, purpose};
use values::{Moment, RightsRequestId, SubjectId};
use vault::{Actor, Ask, Vault, VaultError};
use web::{
    Colleague, Visitor,
    testing::{Answer, Client},
};

use super::{House, Person, colleague, each};
use crate::requests::{self, Asked, Identity, Kind, Request, State};

/// The texts of the letters to somebody, newest last.
async fn letters(vault: &Vault, subject: SubjectId) -> Vec<String> {
    let ask = Ask::open(Actor::Chore("test"), subject).of(&[Category::Correspondence]);
    let permit = vault.permit::<purpose::Rights>(ask).await.unwrap();
    let all = vault.everything(subject).await.unwrap();
    let letters = all.iter().filter(|raw| raw.kind == "letter");
    letters
        .map(|raw| {
            let opened = vault.open_any(&permit, raw).unwrap();
            opened.field("text").unwrap().to_owned()
        })
        .collect()
}

fn link(text: &str) -> String {
    let start = text.find("/personvern/krav/").unwrap();
    let rest = &text[start..];
    rest[..rest.find(char::is_whitespace).unwrap_or(rest.len())].to_owned()
}

async fn all_open(vault: &Vault) -> Vec<Request> {
    requests::waiting(vault, 100).await.unwrap()
}

pub(super) fn version(page: &Answer) -> String {
    let from = page.body.split("name=\"version\" value=\"").nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}

pub(super) async fn second_officer(house: &House) -> Client {
    let second = Colleague {
        staff: SubjectId::from_raw(78),
        ..colleague(Role::Privacy)
    };
    house
        .client
        .as_visitor(Visitor::Staff(second))
        .await
        .unwrap()
}

/// A request of somebody who is logged in.
pub(super) async fn ask(house: &House, subject: SubjectId, kind: Kind) -> RightsRequestId {
    let mut asked = Asked::by_person(&house.app, &house.vault, subject, kind, web::Lang::Nb);
    asked.objected = crate::objection::possible(&house.vault);
    let actor = Actor::Subject(subject);
    requests::receive(&house.app, &house.vault, actor, &asked)
        .await
        .unwrap()
}

async fn one(house: &House, id: RightsRequestId) -> Request {
    requests::one(&house.vault, id).await.unwrap().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn asking_without_an_account_says_the_same_to_everybody() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let send = |email: &str| {
            let (client, email) = (house.client.clone(), email.to_owned());
            async move {
                let fields = [
                    ("kind", "access"),
                    ("name", "Kari Nordmann"),
                    ("email", &email),
                ];
                client.post("/personvern/krav", &fields).await
            }
        };
        let (known, unknown) = (send(&kari.email()).await, send("nobody@example.no").await);
        assert_eq!(
            (known.status.as_u16(), known.location()),
            (303, unknown.location())
        );
        assert_eq!((known.status, &known.body), (unknown.status, &unknown.body));
        let twice = send(&kari.email()).await;
        assert_eq!(twice.location(), known.location());
        let open = all_open(&house.vault).await;
        assert_eq!(open.len(), 2, "the same asked twice is one case");
        assert!(open.iter().all(|one| one.identity == Identity::InDoubt));
        let hers = open.iter().find(|one| one.subject == kari.subject).unwrap();
        let other = open.iter().find(|one| one.subject != kari.subject).unwrap();
        let sent = letters(&house.vault, kari.subject).await;
        let path = link(sent.last().unwrap());
        let told = letters(&house.vault, other.subject).await;
        assert!(
            !told.concat().contains("/personvern/krav/"),
            "no link to nobody"
        );

        // Three days later the link is opened: looking uses nothing up.
        house.clock.set(house.vault.world().now().plus_days(3));
        for _ in 0..2 {
            assert_eq!(house.client.get(&path).await.status, 200);
        }
        assert_eq!(house.client.post(&path, &[]).await.status, 200);
        assert_eq!(house.client.post(&path, &[]).await.status, 410);
        let now = one(&house, hers.id).await;
        assert_eq!(
            (now.identity, now.paused_at, now.paused_days),
            (Identity::Link, None, 3)
        );
        let moved = requests::clock::later_by(hers.due_at, 3);
        assert_eq!(now.due_at, moved);
        let page = house.as_person(kari.subject).await;
        let page = page.get("/min-side/opplysninger").await;
        assert!(
            page.body.contains("Kari Nordmann"),
            "the case is in her own data"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_missing_stands_at_its_field_and_nothing_typed_is_lost() {
    each(|house| async move {
        let fields = [
            ("kind", "erasure"),
            ("name", "Kari Nordmann"),
            ("text", "Slett alt, takk"),
        ];
        let answer = house.client.post("/personvern/krav", &fields).await;
        assert_eq!(answer.status, 422);
        for kept in ["Kari Nordmann", "Slett alt, takk", "f-email-error"] {
            assert!(answer.body.contains(kept), "{kept}");
        }
        assert!(all_open(&house.vault).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_officers_the_second_is_told_who_was_first() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = ask(&house, kari.subject, Kind::Access).await;
        house.clock.set(house.vault.world().now().plus_minutes(1));
        let path = format!("/stab/personvern/krav/{}", id.get());
        let (first, second) = (
            house.as_role(Role::Privacy).await,
            second_officer(&house).await,
        );
        let seen = version(&first.get(&path).await);
        let svar = format!("{path}/svar");
        let fields = |text| {
            [
                ("outcome", "answered"),
                ("version", seen.as_str()),
                ("text", text),
            ]
        };
        assert_eq!(
            first.post(&svar, &fields("Her er kopien.")).await.status,
            303
        );
        let late = second.post(&svar, &fields("Mitt eget svar.")).await;
        assert_eq!(late.status, 409);
        assert!(
            late.body.contains("Mitt eget svar."),
            "what was typed is kept"
        );
        assert!(late.body.contains("Saken er endret") && late.body.contains("Besvart: gjort"));
        assert_eq!(one(&house, id).await.state, State::Answered);

        // The same while the case stays open: more time was told in between.
        let id = ask(&house, kari.subject, Kind::Access).await;
        let path = format!("/stab/personvern/krav/{}", id.get());
        let seen = version(&first.get(&path).await);
        let fields = |text| {
            [
                ("outcome", "answered"),
                ("version", seen.as_str()),
                ("text", text),
            ]
        };
        let utvid = format!("{path}/utvid");
        assert_eq!(
            first
                .post(&utvid, &fields("Mye å gå gjennom."))
                .await
                .status,
            303
        );
        let late = second
            .post(&format!("{path}/svar"), &fields("Ferdig."))
            .await;
        assert_eq!(late.status, 409);
        assert!(late.body.contains("Ferdig."));
        assert_eq!(one(&house, id).await.state, State::Open);
        let again = version(&first.get(&path).await);
        let fields = [("version", again.as_str()), ("text", "Enda mer.")];
        let twice = first.post(&utvid, &fields).await;
        assert_eq!(twice.status, 422, "once only");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_cannot_prove_who_they_are_gets_nothing_but_reasons() {
    each(|house| async move {
        let fields = [
            ("kind", "access"),
            ("name", "Ola Ukjent"),
            ("email", "ola@example.no"),
        ];
        house.client.post("/personvern/krav", &fields).await;
        let case = all_open(&house.vault).await.remove(0);
        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let officer = house.as_role(Role::Privacy).await;
        let page = officer.get(&path).await;
        assert!(page.body.contains("Fristen står stille"));
        let zip = officer.get(&format!("{path}/opplysninger.zip")).await;
        assert_eq!(zip.status, 404, "nothing is handed out");
        let seen = version(&page);
        let mut fields = [
            ("outcome", "answered"),
            ("version", seen.as_str()),
            ("text", "Her."),
        ];
        let svar = format!("{path}/svar");
        assert_eq!(officer.post(&svar, &fields).await.status, 422);
        house.clock.set(house.vault.world().now().plus_days(90));
        assert_eq!(requests::overdue(&house.vault).await.unwrap(), 0);
        let officer = house.as_role(Role::Privacy).await;
        fields[0].1 = "refused";
        assert_eq!(officer.post(&svar, &fields).await.status, 303);
        let sent = letters(&house.vault, case.subject).await.pop().unwrap();
        assert!(
            sent.contains("art. 12 nr. 6") && sent.contains("Datatilsynet"),
            "{sent}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_from_nobody_moves_to_the_customer_it_was_about() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let fields = [
            ("kind", "access"),
            ("name", "Kari"),
            ("email", "ny@example.no"),
            ("text", "ALT-OM-MEG"),
        ];
        house.client.post("/personvern/krav", &fields).await;
        let case = all_open(&house.vault).await.remove(0);
        assert_ne!(case.subject, kari.subject);
        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&path).await);
        let id = kari.subject.get().to_string();
        let fields = [("version", seen.as_str()), ("subjects", &id)];
        let moved = officer.post(&format!("{path}/samme"), &fields).await;
        assert_eq!(moved.status, 303);
        let seen = version(&officer.get(&path).await);
        let shown = [("level", "shown"), ("document", "passport")];
        let fields = [("version", seen.as_str()), shown[0], shown[1]];
        let proven = officer.post(&format!("{path}/identitet"), &fields).await;
        assert_eq!(proven.status, 303);
        let now = one(&house, case.id).await;
        assert_eq!((now.subject, now.identity), (kari.subject, Identity::Shown));
        let page = officer.get(&path).await.body;
        assert!(page.contains("ALT-OM-MEG") && page.contains("pass"));
        let due = house
            .vault
            .due(house.vault.world().now(), 100)
            .await
            .unwrap();
        assert!(
            due.iter().any(|due| due.strand.subject == case.subject),
            "what stood apart goes"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_registered_with_its_scan_and_a_refused_file_loses_nothing() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let officer = house.as_role(Role::Privacy).await;
        let email = kari.email();
        let fields = [
            ("kind", "erasure"),
            ("channel", "letter"),
            ("received", "2026-10-28"),
            ("written", "2026-10-26"),
            ("email", email.as_str()),
            ("text", "BREVETS ORD"),
            ("level", "vouched"),
            ("reason", "Kjenner henne godt"),
            ("lang", "nb"),
        ];
        let path = "/stab/personvern/ny";
        let large = vec![b'x'; web::MOST_FILE + 10];
        for bytes in [&b"<html>"[..], &large] {
            let answer = officer.post_file(path, &fields, ("scan", bytes)).await;
            assert_eq!(answer.status, 422);
            assert!(answer.body.contains("BREVETS ORD") && answer.body.contains("f-scan-error"));
        }
        let pdf = b"%PDF-1.7 et brev";
        let taken = officer.post_file(path, &fields, ("scan", pdf)).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        let case = all_open(&house.vault).await.remove(0);
        assert_eq!(case.identity, Identity::Vouched);
        let wednesday = jiff::civil::date(2026, 10, 28);
        assert_eq!(case.received_at.local_date(), wednesday);
        assert_eq!(
            case.last_day().local_date(),
            jiff::civil::date(2026, 11, 28)
        );
        let scan = format!("/stab/personvern/krav/{}/skann", case.id.get());
        assert_eq!(officer.get(&scan).await.body.as_bytes(), pdf);
        let reception = house.as_role(Role::Reception).await;
        assert_eq!(reception.get(&scan).await.status, 403);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn restricted_is_stored_and_not_used_and_lifted_only_after_a_notice() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = ask(&house, kari.subject, Kind::Restriction).await;
        let path = format!("/stab/personvern/krav/{}", id.get());
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&path).await);
        let fields = [
            ("outcome", "answered"),
            ("version", seen.as_str()),
            ("ground", "accuracy"),
            ("text", "Låst."),
        ];
        assert_eq!(
            officer.post(&format!("{path}/svar"), &fields).await.status,
            303
        );
        let reception = colleague(Role::Reception).actor();
        let visit = || async {
            let ask = Ask::open(reception, kari.subject)
                .of(&[Category::Contact])
                .case("booking", 1);
            house.vault.permit::<purpose::Visit>(ask).await.map(|_| ())
        };
        let refused = visit().await;
        assert!(matches!(
            refused,
            Err(VaultError::Refused(vault::Refusal::Restricted))
        ));
        let own = house
            .as_person(kari.subject)
            .await
            .get("/min-side/rettigheter")
            .await;
        assert!(own.body.contains("Begrenset"));
        assert!(officer.get(&path).await.body.contains("art. 18 nr. 2"));
        assert_eq!(
            officer.post(&format!("{path}/opphev"), &[]).await.status,
            409
        );
        let told = officer
            .post(&format!("{path}/varsle"), &[("why", "Undersøkt.")])
            .await;
        assert_eq!(told.status, 303);
        house.clock.set(house.vault.world().now().plus_minutes(1));
        assert_eq!(
            officer.post(&format!("{path}/opphev"), &[]).await.status,
            303
        );
        assert!(visit().await.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_stops_the_purpose_at_once_and_is_weighed() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        let purpose = crate::objection::possible(&house.vault)[0];
        let fields = [("purposes", purpose.as_str()), ("text", "Jeg vil ikke.")];
        let asked = own.post("/min-side/rettigheter/protest", &fields).await;
        assert_eq!(asked.status, 303);
        let stands = || async { house.vault.objections_of(kari.subject).await.unwrap() };
        assert_eq!(
            stands().await,
            vec![purpose],
            "not used while it is weighed"
        );
        let case = all_open(&house.vault).await.remove(0);
        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&path).await);
        let fields = [
            ("outcome", "refused"),
            ("version", seen.as_str()),
            ("text", "Grunner."),
        ];
        assert_eq!(
            officer.post(&format!("{path}/svar"), &fields).await.status,
            303
        );
        assert!(stands().await.is_empty(), "overruled with grounds");
        // Marketing: nobody decides.
        let stop = own.post("/min-side/rettigheter/reklame", &[]).await;
        assert_eq!(stop.status, 303);
        assert!(stands().await.contains(&Purpose::Newsletter));
        let lines = house.vault.consents_standing(kari.subject).await.unwrap();
        assert!(
            lines
                .iter()
                .all(|line| line.state == vault::ConsentState::Withdrawn)
        );
        assert!(all_open(&house.vault).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_counts_at_once_and_the_wrong_record_goes_when_nothing_needs_it() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari Nordman", "kari@example.no").await;
        let entry = customers::disclosures::Entry {
            subject: kari,
            recipient: "partner",
            categories: vec![Category::Contact],
            purpose: Purpose::Visit,
            controller: values::ControllerId::from_raw(1),
        };
        customers::disclosures::enter(vault, entry).await.unwrap();
        let own = house.as_person(kari).await;
        let fields = [
            ("field", "name"),
            ("value", "Kari Nordmann"),
            ("text", "To n-er"),
        ];
        assert_eq!(
            own.post("/min-side/rettigheter/rett", &fields).await.status,
            303
        );
        let case = all_open(vault).await.remove(0);
        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&path).await);
        let done = officer
            .post(&format!("{path}/rett"), &[("version", &seen)])
            .await;
        assert_eq!(done.status, 303, "{}", done.body);
        let contacts = || async {
            let all = vault.everything(kari).await.unwrap();
            all.iter().filter(|raw| raw.kind == "contact").count()
        };
        customers::drop_superseded(vault).await.unwrap();
        assert_eq!(
            contacts().await,
            2,
            "the booking stands: it shows who was meant"
        );
        end_booking(vault, kari).await;
        assert_eq!(customers::drop_superseded(vault).await.unwrap(), 1);
        assert_eq!(contacts().await, 1);
        // Whoever got it is told, and she sees it.
        assert!(
            own.get("/min-side/rettigheter")
                .await
                .body
                .contains("får beskjed")
        );
        let owed = customers::disclosures::owed(vault, 9).await.unwrap();
        let told = format!("/stab/personvern/mottakere/{}", owed[0].id);
        let fields = [("way", "letter"), ("receipt", "Bekreftet i brev")];
        assert_eq!(officer.post(&told, &fields).await.status, 303);
        assert!(
            own.get("/min-side/rettigheter")
                .await
                .body
                .contains("fikk beskjed")
        );
        assert!(
            customers::disclosures::owed(vault, 9)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

pub(super) async fn end_booking(vault: &Vault, subject: SubjectId) {
    let ask = Ask::open(Actor::Chore("test"), subject).of(&[Category::Contact]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let mut work = vault.work();
    let keep = vault::Keep::from("booking", 9, work.at());
    work.end(&permit, Category::Contact, &keep).unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_overdue_case_makes_the_health_yellow() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = ask(&house, kari.subject, Kind::Access).await;
        assert!(crate::ailments(&house.vault).await.unwrap().is_empty());
        let due = one(&house, id).await.due_at;
        house.clock.set(Moment::from_millis(due.millis()));
        let found = crate::ailments(&house.vault).await.unwrap();
        assert_eq!((found[0].name, found[0].count), ("rights_overdue", 1));
        let officer = house.as_role(Role::Privacy).await;
        let board = officer.get("/stab/personvern?stand=forfalt").await;
        assert!(board.body.contains("1 dag over fristen"), "{}", board.body);
        let none = officer.get("/stab/personvern?stand=tvil").await;
        assert!(!none.body.contains("1 dag over fristen"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_new_page_stands_in_three_languages() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        let officer = house.as_role(Role::Privacy).await;
        for kind in Kind::ALL {
            ask(&house, kari.subject, *kind).await;
        }
        for lang in ["", "/nn", "/en"] {
            for path in [
                "/personvern/krav",
                "/personvern/krav/mottatt",
                "/personvern/reklame",
            ] {
                assert_eq!(
                    house.client.get(&format!("{lang}{path}")).await.status,
                    200,
                    "{path}"
                );
            }
            for path in ["/rett", "/protest"] {
                let page = own.get(&format!("{lang}/min-side/rettigheter{path}")).await;
                assert_eq!(page.status, 200, "{path}");
            }
            let board = officer
                .get(&format!("{lang}/stab/personvern/mottakere"))
                .await;
            assert_eq!(board.status, 200);
            for case in all_open(&house.vault).await {
                let path = format!("{lang}/stab/personvern/krav/{}", case.id.get());
                assert_eq!(officer.get(&path).await.status, 200, "{:?}", case.kind);
            }
        }
    })
    .await;
}
