//! Whoever has no e-mail is told on paper, and it counts when the letter has gone; more time.

use declaration::vocabulary::Role;
use values::SubjectId;
use web::testing::{Answer, Client};

use super::{House, Person, corrected::letters, desk::version, each};
use crate::requests::{self, Asked, Channel, Identity, Kind, Request, State, What};

const PHONE: &str = "95496000";

/// Somebody who has a telephone and nothing else.
async fn by_phone_only(house: &House) -> SubjectId {
    let contact = vault::Personal::new(customers::CustomerContact {
        name: values::PersonName::parse("Kari Nordmann").unwrap(),
        email: None,
        phone: values::Phone::parse_optional(PHONE).unwrap(),
        organisation: None,
        org_no: None,
        language: "nn".to_owned(),
        customer_no: None,
    });
    let vault = &house.vault;
    let mut work = vault.work();
    let from = vault::Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    };
    let keep = vault::Keep::while_open("booking", 9);
    let visitor = vault::Actor::Visitor;
    let taken = customers::take_contact(vault, &mut work, visitor, None, &contact, &from, &keep);
    let subject = taken.await.unwrap().subject;
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    subject
}

pub(super) async fn ask(house: &House, subject: SubjectId, kind: Kind, lang: web::Lang) -> Request {
    let mut asked = Asked::by_person(&house.app, &house.vault, subject, kind, lang);
    (asked.channel, asked.identity) = (Channel::Phone, Identity::Vouched);
    let actor = super::colleague(Role::Privacy).actor();
    let id = requests::receive(&house.app, &house.vault, actor, &asked).await;
    house.clock.advance_ms(60_000);
    requests::one(&house.vault, id.unwrap())
        .await
        .unwrap()
        .unwrap()
}

async fn now(house: &House, case: &Request) -> Request {
    requests::one(&house.vault, case.id).await.unwrap().unwrap()
}

pub(super) fn path(case: &Request, rest: &str) -> String {
    format!("/stab/personvern/krav/{}{rest}", case.id.get())
}

async fn has(house: &House, case: &Request, what: What) -> bool {
    let events = requests::events(&house.vault, case.id).await.unwrap();
    events.iter().any(|event| event.what == what)
}

pub(super) async fn post_versioned(
    officer: &Client,
    case: &Request,
    to: &str,
    more: &[(&str, &str)],
) -> Answer {
    let seen = version(&officer.get(&path(case, "")).await);
    let mut fields = vec![("version", seen.as_str())];
    fields.extend(more);
    officer.post(&path(case, to), &fields).await
}

/// The letter has gone today.
async fn gone(house: &House, officer: &Client, case: &Request) -> Answer {
    let today = house.vault.world().now().local_date().to_string();
    let fields = [("way", "post"), ("posted", today.as_str())];
    officer.post(&path(case, "/brev"), &fields).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_is_lifted_after_the_letter_on_paper_has_gone() {
    each(|house| async move {
        let kari = by_phone_only(&house).await;
        let officer = house.as_role(Role::Privacy).await;
        let case = ask(&house, kari, Kind::Restriction, web::Lang::Nn).await;
        let fields = [
            ("outcome", "answered"),
            ("ground", "accuracy"),
            ("text", "LÅST-NO"),
        ];
        let answered = post_versioned(&officer, &case, "/svar", &fields).await;
        let brev = path(&case, "/brev");
        assert!(
            answered.location().unwrap().starts_with(&brev),
            "not: the answer is sent"
        );
        let page = officer.get(&brev).await.body;
        for said in ["Kari Nordmann", "LÅST-NO", "lang=\"nn\"", "Westrum"] {
            assert!(page.contains(said), "{said}");
        }
        assert!(
            officer
                .get(&path(&case, ""))
                .await
                .body
                .contains("Brevet er ikke postet ennå")
        );
        let board = officer.get("/stab/personvern").await.body;
        assert!(board.contains("Brev som skal postes") && board.contains(&brev));
        assert_eq!(gone(&house, &officer, &case).await.status, 303);
        assert_eq!(gone(&house, &officer, &case).await.status, 409, "once");
        assert!(
            !officer
                .get("/stab/personvern")
                .await
                .body
                .contains("Brev som skal postes")
        );
        lifted_on_paper(&house, &officer, &case).await;
    })
    .await;
}

/// The notice before it is lifted: written, and told only when it has gone.
async fn lifted_on_paper(house: &House, officer: &Client, case: &Request) {
    let brev = path(case, "/brev");
    house.clock.advance_ms(60_000);
    let told = officer
        .post(&path(case, "/varsle"), &[("why", "Undersøkt.")])
        .await;
    assert!(told.location().unwrap().starts_with(&brev));
    house.clock.advance_ms(60_000);
    assert!(!has(house, case, What::NoticeGiven).await);
    assert_eq!(officer.post(&path(case, "/opphev"), &[]).await.status, 409);
    let tomorrow = [("way", "post"), ("posted", "2026-11-03")];
    let early = officer.post(&brev, &tomorrow).await;
    assert_eq!(early.status, 422, "nobody posts a letter tomorrow");
    assert!(early.body.contains("f-posted-error"));
    assert_eq!(officer.post(&path(case, "/opphev"), &[]).await.status, 409);
    assert_eq!(gone(house, officer, case).await.status, 303);
    house.clock.advance_ms(60_000);
    assert!(has(house, case, What::NoticeGiven).await);
    assert_eq!(officer.post(&path(case, "/opphev"), &[]).await.status, 303);
    let reception = house.as_role(Role::Reception).await;
    assert_eq!(reception.get(&brev).await.status, 403);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_on_paper_that_lies_here_past_its_date_is_overdue() {
    each(|house| async move {
        let kari = by_phone_only(&house).await;
        let officer = house.as_role(Role::Privacy).await;
        let case = ask(&house, kari, Kind::Access, web::Lang::Nb).await;
        let fields = [("outcome", "answered"), ("text", "Kom innom.")];
        assert_eq!(
            post_versioned(&officer, &case, "/svar", &fields)
                .await
                .status,
            303
        );
        assert_eq!(now(&house, &case).await.state, State::Answered);
        assert!(crate::ailments(&house.vault).await.unwrap().is_empty());
        house.clock.set(case.due_at);
        assert_eq!(crate::ailments(&house.vault).await.unwrap()[0].count, 1);
        let officer = house.as_role(Role::Privacy).await;
        assert_eq!(gone(&house, &officer, &case).await.status, 303);
        assert!(crate::ailments(&house.vault).await.unwrap().is_empty());
    })
    .await;
}

fn last_day(case: &Request) -> String {
    case.last_day().local_date().to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn more_time_is_told_inside_the_first_month_and_moves_the_date() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari", "kari@example.no").await;
        let officer = house.as_role(Role::Privacy).await;
        // 2 November and one month: 2 December; three months: 2 February.
        let case = ask(&house, kari, Kind::Access, web::Lang::Nb).await;
        assert_eq!(last_day(&case), "2026-12-02");
        let why = [("text", "Mye å gå gjennom.")];
        assert_eq!(
            post_versioned(&officer, &case, "/utvid", &why).await.status,
            303
        );
        assert_eq!(last_day(&now(&house, &case).await), "2027-02-02");
        let (to, text) = letters(vault, kari).await.pop().unwrap();
        assert_eq!(to, "kari@example.no");
        for said in ["Mye å gå gjennom.", "2. november 2026", "2. februar 2027"] {
            assert!(text.contains(said), "{said}: {text}");
        }
        assert_eq!(
            post_versioned(&officer, &case, "/utvid", &why).await.status,
            422,
            "once"
        );

        // While the clock stands still it may be told, too; the days of doubt come on top.
        let case = ask(&house, kari, Kind::Portability, web::Lang::Nb).await;
        let doubt = post_versioned(&officer, &case, "/tvil", &[("why", "Ukjent stemme")]).await;
        assert_eq!(doubt.status, 303, "{}", doubt.body);
        house.clock.set(vault.world().now().plus_days(3));
        let officer = house.as_role(Role::Privacy).await;
        assert_eq!(
            post_versioned(&officer, &case, "/utvid", &why).await.status,
            303
        );
        let known = [("level", "shown"), ("document", "passport")];
        let known = post_versioned(&officer, &case, "/identitet", &known).await;
        assert_eq!(known.status, 303, "{}", known.body);
        assert_eq!(last_day(&now(&house, &case).await), "2027-02-05");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn more_time_on_paper_counts_when_the_letter_has_gone_and_not_after_the_first_month() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_booking(vault, "Kari", "kari@example.no").await;
        let officer = house.as_role(Role::Privacy).await;
        let why = [("text", "Mye å gå gjennom.")];
        let ola = by_phone_only(&house).await;
        let case = ask(&house, ola, Kind::Access, web::Lang::Nb).await;
        let first = last_day(&case);
        assert_eq!(
            post_versioned(&officer, &case, "/utvid", &why).await.status,
            303
        );
        assert_eq!(last_day(&now(&house, &case).await), first);
        assert_eq!(
            post_versioned(&officer, &case, "/utvid", &why).await.status,
            422
        );
        assert_eq!(gone(&house, &officer, &case).await.status, 303);
        assert_ne!(last_day(&now(&house, &case).await), first);

        // On the thirty-second day it is too late: by e-mail as on paper.
        let late = ask(&house, kari, Kind::Restriction, web::Lang::Nb).await;
        let paper = ask(&house, ola, Kind::Restriction, web::Lang::Nb).await;
        assert_eq!(
            post_versioned(&officer, &paper, "/utvid", &why)
                .await
                .status,
            303
        );
        house.clock.set(vault.world().now().plus_days(32));
        let officer = house.as_role(Role::Privacy).await;
        assert_eq!(
            post_versioned(&officer, &late, "/utvid", &why).await.status,
            422
        );
        assert_eq!(gone(&house, &officer, &paper).await.status, 422);
        assert!(!has(&house, &paper, What::Extended).await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_is_forgotten_and_has_no_email_is_told_on_paper() {
    each(|house| async move {
        let kari = by_phone_only(&house).await;
        let officer = house.as_role(Role::Privacy).await;
        let case = ask(&house, kari, Kind::Erasure, web::Lang::Nb).await;
        let by = vault::Actor::Chore("rights");
        let done = crate::erasure::carry_out(&house.app, &house.vault, by, &case).await;
        assert!(done.unwrap().is_some());
        house.clock.advance_ms(60_000);
        assert!(has(&house, &case, What::LetterOwed).await);
        let board = officer.get("/stab/personvern").await.body;
        assert!(board.contains(&path(&case, "/brev")), "{board}");
        let letter = officer.get(&path(&case, "/brev")).await.body;
        assert!(letter.contains("/kvittering/"), "{letter}");
        assert_eq!(gone(&house, &officer, &case).await.status, 303);
        house.clock.advance_ms(60_000);
        assert!(has(&house, &case, What::Posted).await);
        let board = officer.get("/stab/personvern").await.body;
        assert!(!board.contains(&path(&case, "/brev")), "{board}");
    })
    .await;
}
