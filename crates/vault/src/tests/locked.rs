//! The locked store: one asks, another agrees, and nobody else opens it.

use declaration::vocabulary::{Category, Purpose, Role, purpose};
use values::{ControllerId, Moment, PersonName, RecordId, SubjectId};

use super::{START, each, from_booking, lay};
use crate::{
    Actor, Ask, Keep, Personal, Refusal, Sealed, SubjectKind, UnlockState, Vault, VaultError,
};

crate::record! {
    /// A copy, as far as this test needs it.
    pub struct Copy in AccountingCopy as "voucher" {
        /// Who pays.
        name: PersonName,
    }
}

const fn staff(id: i64, role: Role) -> Actor {
    Actor::Staff {
        id: SubjectId::from_raw(id),
        role,
        controller: ControllerId::from_raw(1),
    }
}

const ADVISER: Actor = staff(1, Role::Reception);
const OTHER_ADVISER: Actor = staff(2, Role::Reception);
const OFFICER: Actor = staff(3, Role::Privacy);
const CLAIMS: Actor = staff(4, Role::Claims);

/// A sale: the adviser seals, which needs nobody else.
async fn sold(vault: &Vault) -> (SubjectId, RecordId) {
    let mut work = vault.work();
    let kari = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(ADVISER, kari).of(&[Category::AccountingCopy]);
    let permit = vault.permit::<purpose::Accounting>(ask).await.unwrap();
    let copy = Personal::new(Copy {
        name: PersonName::parse("Kari Nordmann").unwrap(),
    });
    let keep = Keep::from("purchase", 1, START);
    let record = work.seal(&permit, &copy, &from_booking(), &keep).unwrap();
    lay(vault, work).await.unwrap();
    (kari, record)
}

async fn opens(
    vault: &Vault,
    actor: Actor,
    whom: SubjectId,
    record: RecordId,
) -> Result<(), VaultError> {
    let ask = Ask::open(actor, whom)
        .of(&[Category::AccountingCopy])
        .case("locked", 1);
    let permit = vault.permit::<purpose::Accounting>(ask).await?;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<Copy>::load(db, record))
        .await?;
    let opened = vault.open(&permit, &sealed.ok_or(VaultError::Gone)?)?;
    assert_eq!(opened.name.reveal(), "Kari Nordmann");
    Ok(())
}

fn locked(answer: Result<(), VaultError>) -> bool {
    matches!(answer, Err(VaultError::Refused(Refusal::NeedsTwo)))
}

fn not_this_one<T>(answer: Result<T, VaultError>) -> bool {
    matches!(answer, Err(VaultError::Refused(Refusal::NotThisActor)))
}

#[test]
fn one_asks_another_agrees_and_only_the_first_opens_for_an_hour() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = sold(vault).await;
        assert!(locked(opens(vault, ADVISER, kari, record).await));
        let ask = vault.ask_to_unlock(ADVISER, record, Purpose::Accounting, "audit");
        let id = ask.await.unwrap();
        assert!(
            locked(opens(vault, ADVISER, kari, record).await),
            "asked only"
        );
        assert!(
            not_this_one(vault.agree_to_unlock(ADVISER, id).await),
            "oneself"
        );
        assert!(not_this_one(vault.agree_to_unlock(OTHER_ADVISER, id).await));
        vault.agree_to_unlock(OFFICER, id).await.unwrap();
        assert!(vault.agree_to_unlock(CLAIMS, id).await.is_err(), "once");
        opens(vault, ADVISER, kari, record).await.unwrap();
        assert!(locked(opens(vault, OTHER_ADVISER, kari, record).await));
        assert!(opens(vault, OFFICER, kari, record).await.is_err());
        let lines = vault.openings_about(kari, 10).await.unwrap();
        let cases: Vec<(&str, i64)> = lines
            .iter()
            .map(|line| (line.case_kind.as_str(), line.actor_id))
            .collect();
        assert!(cases.contains(&("locked", 1)) && cases.contains(&("locked_agreed", 3)));
        t.clock.set(START.plus_minutes(59));
        opens(vault, ADVISER, kari, record).await.unwrap();
        t.clock.set(START.plus_minutes(60));
        assert!(locked(opens(vault, ADVISER, kari, record).await));
        t.clock.set(START.plus_days(-3_650));
        assert!(
            locked(opens(vault, ADVISER, kari, record).await),
            "a clock set back"
        );
        assert!(vault.check_chain().await.unwrap().broken_at.is_none());
    });
}

#[test]
fn what_waits_lapses_and_what_is_ended_is_over() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = sold(vault).await;
        let id = vault
            .ask_to_unlock(ADVISER, record, Purpose::Accounting, "audit")
            .await
            .unwrap();
        t.clock.set(START.plus_minutes(24 * 60));
        let state = async |at: Moment| vault.unlocking(id).await.unwrap().unwrap().state(at);
        assert_eq!(state(START).await, UnlockState::Waits);
        assert_eq!(state(vault.now()).await, UnlockState::Over);
        assert!(matches!(
            vault.agree_to_unlock(OFFICER, id).await,
            Err(VaultError::Gone)
        ));
        let id = vault
            .ask_to_unlock(OFFICER, record, Purpose::Rights, "access")
            .await
            .unwrap();
        vault.agree_to_unlock(CLAIMS, id).await.unwrap();
        let ask = Ask::open(OFFICER, kari)
            .of(&[Category::AccountingCopy])
            .case("locked", id);
        assert!(vault.permit::<purpose::Rights>(ask.clone()).await.is_ok());
        vault.end_unlocking(OFFICER, id).await.unwrap();
        assert!(vault.permit::<purpose::Rights>(ask).await.is_err());
    });
}

#[test]
fn who_may_ask_and_who_may_agree_is_a_table() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = sold(vault).await;
        for (n, role) in (10..).zip(Role::ALL) {
            let asks = vault
                .ask_to_unlock(staff(n, *role), record, Purpose::Accounting, "audit")
                .await;
            assert_eq!(asks.is_ok(), *role == Role::Reception, "{role:?}");
            let id = vault
                .ask_to_unlock(ADVISER, record, Purpose::Accounting, "audit")
                .await
                .unwrap();
            let agreed = vault.agree_to_unlock(staff(n, *role), id).await;
            let may = matches!(role, Role::Privacy | Role::Claims);
            assert_eq!(agreed.is_ok(), may, "{role:?}");
        }
        // The person reads their own; a chore, a visitor and another person never.
        let ask = |actor| Ask::open(actor, kari).of(&[Category::AccountingCopy]);
        let own = vault
            .permit::<purpose::Rights>(ask(Actor::Subject(kari)))
            .await;
        assert!(own.is_ok());
        for actor in [
            Actor::Chore("sweep"),
            Actor::Visitor,
            Actor::Subject(SubjectId::from_raw(99)),
            CLAIMS,
        ] {
            let answer = vault.permit::<purpose::Rights>(ask(actor)).await;
            assert!(answer.is_err(), "{actor:?}");
        }
        assert!(
            vault
                .permit::<purpose::Accounting>(ask(Actor::Chore("a")))
                .await
                .is_err()
        );
    });
}

/// What is locked stays of use to the law that asks for it, and to nothing else, when the person has
/// asked to be forgotten.
#[test]
fn a_restriction_does_not_keep_the_two_out() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = sold(vault).await;
        let strand = super::strand_of(vault, kari).await;
        vault.restrict(strand, true).await.unwrap();
        assert!(locked(opens(vault, ADVISER, kari, record).await));
        let id = vault
            .ask_to_unlock(ADVISER, record, Purpose::Accounting, "authority")
            .await
            .unwrap();
        vault.agree_to_unlock(CLAIMS, id).await.unwrap();
        opens(vault, ADVISER, kari, record).await.unwrap();
    });
}
