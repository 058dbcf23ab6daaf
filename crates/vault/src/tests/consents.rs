//! The consent ledger: only ever added to; the last word stands at once.

use declaration::vocabulary::{Category, Purpose, purpose};
use values::{ControllerId, SubjectId};

use super::{STAFF, START, each, lay, newcomer, number};
use crate::{Actor, Ask, ConsentSlip, ConsentState, Refusal, Vault, VaultError};

const LETTERS: Actor = Actor::Chore("letters");

fn slip(
    subject: SubjectId,
    channel: &'static str,
    state: ConsentState,
    minutes: i64,
) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: ControllerId::from_raw(1),
        purpose: Purpose::Newsletter,
        channel,
        topic: "news",
        state,
        at: START.plus_minutes(minutes),
        text_version: "1".to_owned(),
        lang: "nb",
        form: "min-side",
        actor: Actor::Subject(subject),
    }
}

async fn may_write(vault: &Vault, subject: SubjectId) -> bool {
    let ask = Ask::open(LETTERS, subject).of(&[Category::Contact]);
    match vault.permit::<purpose::Newsletter>(ask).await {
        Ok(_) => true,
        Err(VaultError::Refused(Refusal::NoConsent)) => false,
        Err(error) => panic!("{error}"),
    }
}

async fn enter(vault: &Vault, slip: ConsentSlip) {
    vault.enter_consent(slip).await.unwrap();
}

#[test]
fn consent_is_needed_given_and_withdrawn_at_once() {
    use ConsentState::{Given, Withdrawn};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        assert!(!may_write(vault, kari).await);
        enter(vault, slip(kari, "email", Given, 0)).await;
        assert!(may_write(vault, kari).await);
        enter(vault, slip(kari, "sms", Given, 1)).await;
        enter(vault, slip(kari, "email", Withdrawn, 2)).await;
        assert!(may_write(vault, kari).await, "sms still stands");
        let standing = vault.consents_standing(kari).await.unwrap();
        let state = |channel: &str| {
            let line = standing.iter().find(|line| line.channel == channel);
            line.unwrap().state
        };
        assert_eq!((state("email"), state("sms")), (Withdrawn, Given));
        enter(vault, slip(kari, "sms", Withdrawn, 3)).await;
        assert!(!may_write(vault, kari).await);
        enter(vault, slip(kari, "sms", Given, 4)).await;
        assert!(may_write(vault, kari).await, "changed their mind");
        assert_eq!(vault.consents_of(kari).await.unwrap().len(), 5);
        let rows = "SELECT COUNT(*) FROM consent";
        assert_eq!(
            number(vault.store(), rows, vec![]).await,
            5,
            "only added to"
        );
    });
}

/// A letter is entered days after it was written.
#[test]
fn what_was_said_later_counts_not_what_was_entered_later() {
    use ConsentState::{Given, Withdrawn};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        enter(vault, slip(kari, "email", Withdrawn, 0)).await;
        enter(vault, slip(kari, "email", Given, -500)).await;
        assert!(!may_write(vault, kari).await, "an older yes");
        let mut line = slip(kari, "email", Given, 0);
        line.at = START;
        enter(vault, line).await;
        assert!(!may_write(vault, kari).await, "the same instant: no");
    });
}

/// A yes that bears a date to come (a clock ran ahead) does not outlast a no.
#[test]
fn a_yes_from_the_future_is_ended_by_a_no() {
    use ConsentState::{Given, Withdrawn};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        t.clock.set(START.plus_days(3650));
        enter(vault, slip(kari, "email", Given, 3650 * 1440)).await;
        t.clock.set(START);
        enter(vault, slip(kari, "email", Withdrawn, 0)).await;
        assert!(!may_write(vault, kari).await);
        t.clock.set(START.plus_days(1));
        enter(vault, slip(kari, "email", Given, 1440)).await;
        assert!(may_write(vault, kari).await);
    });
}

/// Another controller's consent, another purpose and another person are matters of their own.
#[test]
fn a_consent_is_for_its_own_matter_only() {
    use ConsentState::{Given, Withdrawn};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let (ola, _) = newcomer(vault, "Ola", "ola@example.no").await.unwrap();
        let mut other = slip(kari, "email", Given, 0);
        other.purpose = Purpose::Prospecting;
        enter(vault, other).await;
        assert!(!may_write(vault, kari).await);
        enter(vault, slip(kari, "email", Given, 1)).await;
        let mut sister = slip(kari, "email", Withdrawn, 2);
        sister.controller = ControllerId::from_raw(2);
        enter(vault, sister).await;
        assert!(may_write(vault, kari).await);
        assert!(!may_write(vault, ola).await);
    });
}

/// A new subscriber's yes and their sealed address go in one transaction, under the yes itself.
#[test]
fn a_consent_may_be_part_of_a_work() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let mut work = vault.work();
        work.consent(&slip(kari, "email", ConsentState::Given, 0));
        lay(vault, work).await.unwrap();
        assert!(may_write(vault, kari).await);
    });
}

#[test]
fn an_objection_stops_a_legitimate_interest() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let remind = || async {
            let ask = Ask::open(LETTERS, kari).of(&[Category::Contact]);
            vault.permit::<purpose::ServiceReminders>(ask).await
        };
        assert!(remind().await.is_ok());
        for _ in 0..2 {
            vault
                .enter_objection(kari, Purpose::ServiceReminders)
                .await
                .unwrap();
        }
        assert!(matches!(
            remind().await,
            Err(VaultError::Refused(Refusal::Objected))
        ));
        let visit = Ask::open(STAFF, kari);
        assert!(super::permit(vault, visit).await.is_ok());
    });
}

/// A no that nobody weighs outlives every weighing; a weighed one goes with its own.
#[test]
fn an_absolute_no_is_not_lifted_with_a_weighed_one() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let run = |statement: &'static store::Sql, purpose: Purpose, dated: bool| {
            let mut values: Vec<store::Value> = vec![kari.get().into(), purpose.as_str().into()];
            if dated {
                values.push(START.millis().into());
            }
            let write = move |db: &mut dyn store::Db| db.exec(statement, &values);
            let store = vault.store().clone();
            async move { store.write(write).await.unwrap() }
        };
        use crate::sql::{OBJECTION_ADD, OBJECTION_LIFT, OBJECTION_UPHOLD};
        let (visit, reminders) = (Purpose::Visit, Purpose::ServiceReminders);
        for purpose in [visit, reminders] {
            run(&OBJECTION_ADD, purpose, true).await;
        }
        vault.enter_objection(kari, reminders).await.unwrap();
        for purpose in [visit, reminders] {
            run(&OBJECTION_LIFT, purpose, false).await;
        }
        assert_eq!(vault.objections_of(kari).await.unwrap(), [reminders]);
        run(&OBJECTION_ADD, visit, true).await;
        run(&OBJECTION_UPHOLD, visit, false).await;
        run(&OBJECTION_LIFT, visit, false).await;
        assert_eq!(vault.objections_of(kari).await.unwrap().len(), 2, "upheld");
    });
}

/// What something was kept for ends however the person stands, and nothing else can be done by it.
#[test]
fn a_reason_ends_although_its_strand_is_restricted() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let strand = vault.strands_of(kari).await.unwrap().remove(0);
        vault.restrict(strand.id, true).await.unwrap();
        let seal = super::permit(vault, Ask::seal(STAFF, kari)).await;
        assert!(matches!(
            seal,
            Err(VaultError::Refused(Refusal::Restricted))
        ));
        let permit = super::permit(vault, Ask::end(STAFF, kari)).await.unwrap();
        let mut work = vault.work();
        let keep = crate::Keep::from("booking", 1, work.at());
        let also = work.also_keep(&permit, Category::Contact, Purpose::Claims, &keep);
        assert!(matches!(also, Err(VaultError::PermitDoesNotCover(_))));
        let hint = crate::LookUp::of("name", "kari");
        let hint = work.hint(&permit, Category::Contact, &hint);
        assert!(matches!(hint, Err(VaultError::PermitDoesNotCover(_))));
        work.end(&permit, Category::Contact, &keep).unwrap();
        lay(vault, work).await.unwrap();
        let strand = vault.strands_of(kari).await.unwrap().remove(0);
        assert!(!strand.keep_until.is_forever(), "its rule counts from now");
        assert_eq!(strand.state, crate::StrandState::Restricted);
    });
}
