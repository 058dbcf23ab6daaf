//! Restrictions: each locks and lifts its own, none opens what an erasure locked, and what is restricted
//! is used for what an officer has written down, and marked in the log.

use declaration::vocabulary::{Category, Purpose, Role, purpose};
use values::{RightsRequestId, SubjectId};
use vault::{Actor, Ask, Refusal, StrandState, Vault, VaultError};
use web::testing::Client;

use super::{House, Person, colleague, desk::version, each};
use crate::{
    requests::{self, Asked, Kind},
    restriction,
};

async fn ask(house: &House, who: SubjectId, kind: Kind) -> RightsRequestId {
    let asked = Asked::by_person(&house.app, &house.vault, who, kind, web::Lang::Nb);
    let actor = Actor::Subject(who);
    requests::receive(&house.app, &house.vault, actor, &asked)
        .await
        .unwrap()
}

async fn state(vault: &Vault, who: SubjectId, category: Category) -> Option<StrandState> {
    let strands = vault.strands_of(who).await.unwrap();
    let found = strands.into_iter().find(|one| one.category == category);
    found.map(|strand| strand.state)
}

/// A case that restricts the strands of these categories; none means all.
async fn restrict(house: &House, officer: &Client, who: SubjectId, of: &[Category]) -> String {
    let id = ask(house, who, Kind::Restriction).await;
    let path = format!("/stab/personvern/krav/{}", id.get());
    let seen = version(&officer.get(&path).await);
    let strands = house.vault.strands_of(who).await.unwrap();
    let chosen = strands.iter().filter(|one| of.contains(&one.category));
    let chosen: Vec<String> = chosen.map(|one| one.id.get().to_string()).collect();
    assert_eq!(chosen.len(), of.len());
    let mut fields = vec![
        ("outcome", "answered"),
        ("version", seen.as_str()),
        ("ground", "accuracy"),
        ("text", "Låst."),
    ];
    fields.extend(chosen.iter().map(|id| ("strands", id.as_str())));
    let answered = officer.post(&format!("{path}/svar"), &fields).await;
    assert_eq!(answered.status, 303, "{}", answered.body);
    path
}

async fn lift(house: &House, officer: &Client, path: &str) {
    let why = [("why", "Undersøkt.")];
    let told = officer.post(&format!("{path}/varsle"), &why).await;
    assert_eq!(told.status, 303);
    house.clock.set(house.vault.world().now().plus_minutes(1));
    // Whoever has no e-mail (any more) is told on paper, and that counts when it has gone.
    let brev = format!("{path}/brev");
    if told.location().is_some_and(|to| to.contains("/brev")) {
        let today = house.vault.world().now().local_date().to_string();
        let gone = [("way", "post"), ("posted", today.as_str())];
        // The answer may lie there too: each goes in its turn.
        while officer.get(&brev).await.body.contains("name=\"posted\"") {
            let gone = officer.post(&brev, &gone).await;
            assert_eq!(gone.status, 303, "{}", gone.body);
            house.clock.set(house.vault.world().now().plus_minutes(1));
        }
    }
    let lifted = officer.post(&format!("{path}/opphev"), &[]).await;
    assert_eq!(lifted.status, 303, "{}", lifted.body);
}

/// Lifts what stands about somebody who has no address any more and was told on paper.
async fn lift_told(vault: &Vault, who: SubjectId) {
    let one = restriction::of_subject(vault, who).await.unwrap().remove(0);
    let told = [one.id.into(), (one.set_at.millis() - 1).into()];
    let note = move |db: &mut dyn store::Db| db.exec(&restriction::sql::NOTICE, &told);
    assert_eq!(vault.store().write(note).await.unwrap(), 1);
    let officer = colleague(Role::Privacy).actor();
    restriction::lift(vault, &one, officer).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn each_restriction_lifts_its_own() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await.subject;
        let officer = house.as_role(Role::Privacy).await;
        let (contact, link) = (Category::Contact, Category::VehicleLink);
        let first = restrict(&house, &officer, kari, &[contact, Category::Enquiry]).await;
        let second = restrict(&house, &officer, kari, &[link, Category::Enquiry]).await;
        let locked = Some(StrandState::Restricted);
        assert_eq!(state(vault, kari, contact).await, locked);
        lift(&house, &officer, &first).await;
        assert_eq!(state(vault, kari, contact).await, Some(StrandState::Live));
        assert_eq!(state(vault, kari, link).await, locked);
        let both = state(vault, kari, Category::Enquiry).await;
        assert_eq!(both, locked, "the other restriction locks it, too");
        lift(&house, &officer, &second).await;
        for category in [link, Category::Enquiry] {
            assert_eq!(state(vault, kari, category).await, Some(StrandState::Live));
        }
    })
    .await;
}

/// Fetched back from a copy, the strand is locked again and its case is not there: registered anew, it can
/// be lifted.
#[tokio::test(flavor = "multi_thread")]
async fn a_restriction_whose_case_was_lost_is_lifted_by_a_new_one() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await.subject;
        let officer = house.as_role(Role::Privacy).await;
        let contact = Category::Contact;
        let strands = vault.strands_of(kari).await.unwrap();
        let strand = strands.iter().find(|one| one.category == contact);
        // What a start says again: no case lists it.
        vault.restrict(strand.unwrap().id, true).await.unwrap();
        let again = restrict(&house, &officer, kari, &[contact]).await;
        lift(&house, &officer, &again).await;
        assert_eq!(state(vault, kari, contact).await, Some(StrandState::Live));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_erasure_locked_stays_locked_when_a_restriction_is_lifted() {
    each(|house| async move {
        let vault = &house.vault;
        let officer = house.as_role(Role::Privacy).await;
        let locked = Some(StrandState::Restricted);
        // Before the erasure, and after it: neither opens the claim file.
        for (who, restricted_first) in [("KARI", true), ("OLA", false)] {
            let person = Person::with_everything(vault, who).await.subject;
            if restricted_first {
                restrict(&house, &officer, person, &[]).await;
            }
            let id = ask(&house, person, Kind::Erasure).await;
            let case = requests::one(vault, id).await.unwrap().unwrap();
            let by = Actor::Chore("rights");
            crate::erasure::carry_out(&house.app, vault, by, &case)
                .await
                .unwrap();
            assert_eq!(state(vault, person, Category::Purchase).await, locked);
            if !restricted_first {
                restrict(&house, &officer, person, &[]).await;
            }
            lift_told(vault, person).await;
            let now = state(vault, person, Category::Purchase).await;
            assert_eq!(now, locked, "{who}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_restricted_is_used_for_what_was_written_down_and_marked() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await.subject;
        let officer = house.as_role(Role::Privacy).await;
        let path = restrict(&house, &officer, kari, &[]).await;
        let reception = colleague(Role::Reception).actor();
        let visit = || async {
            let ask = Ask::open(reception, kari)
                .of(&[Category::Contact])
                .case("booking", 1);
            vault.permit::<purpose::Visit>(ask).await.map(|_| ())
        };
        let refused = |answer: Result<(), VaultError>| {
            matches!(answer, Err(VaultError::Refused(Refusal::Restricted)))
        };
        assert!(refused(visit().await));
        let give = format!("{path}/bruk");
        let empty = officer.post(&give, &[("ground", "consent")]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("f-purpose-error") && empty.body.contains("f-reason-error"));
        for never in ["newsletter", "prospecting", "rights"] {
            let fields = [("purpose", never), ("ground", "consent"), ("reason", "Ja.")];
            assert_eq!(officer.post(&give, &fields).await.status, 422, "{never}");
        }
        let fields = [
            ("purpose", "visit"),
            ("ground", "consent"),
            ("reason", "HUN BA OM DET"),
        ];
        assert_eq!(officer.post(&give, &fields).await.status, 303);
        assert!(visit().await.is_ok());
        let account = Ask::open(reception, kari).of(&[Category::Contact]);
        let account = vault.permit::<purpose::Account>(account).await;
        assert!(account.is_err(), "for no other purpose");
        let log = vault.openings_about(kari, 100).await.unwrap();
        let by_leave = |line: &&vault::OpeningLine| line.marks.contains("leave");
        let marked: Vec<_> = log.iter().filter(by_leave).collect();
        assert_eq!(marked.len(), 1, "the one opening that needed it");
        assert_eq!(marked[0].purpose, Purpose::Visit.as_str());
        // The officer and the person read why.
        let page = officer.get(&path).await.body;
        assert!(page.contains("HUN BA OM DET") && page.contains("/slutt"));
        let own = house.as_person(kari).await;
        let seen = own.get("/min-side/hvem-har-sett").await.body;
        assert!(seen.contains("selv om opplysningene er begrenset"));
        // It ends when it is ended, and by itself.
        let id = vault.leaves_of(kari).await.unwrap()[0].id;
        let end = format!("{give}/{id}/slutt");
        assert_eq!(officer.post(&end, &[]).await.status, 303);
        assert_eq!(officer.post(&end, &[]).await.status, 404);
        assert!(refused(visit().await));
        assert_eq!(officer.post(&give, &fields).await.status, 303);
        assert!(visit().await.is_ok());
        house.clock.set(vault.world().now().plus_days(31));
        assert!(refused(visit().await));
        assert!(vault.leaves_of(kari).await.unwrap().is_empty());
    })
    .await;
}
