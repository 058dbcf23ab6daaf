//! The ledger of existing customers: sale, offered no, no; what it keeps, whom it lists, and its end.

use std::sync::Arc;

use declaration::{
    Declaration,
    vocabulary::{Category, Purpose, purpose},
};
use values::{ControllerId, Email, Moment, SubjectId};

use super::{CONTACT, STAFF, START, each, lay, newcomer, permit};
use crate::{
    Actor, Ask, CustomerSlip, CustomerWord, Lawful, LookUp, Vault, VaultError, as_customer,
    audience, testing::rules,
};

const WESTRUM: &str = include_str!("../../../../declarations/westrum.toml");
const CUSTOMERS: &str = include_str!("../../../../declarations/existing-customers.toml");
const SELLER: ControllerId = ControllerId::from_raw(1);

/// The reference with letters to existing customers.
fn declared() -> Arc<Declaration> {
    Arc::new(Declaration::parse(&format!("{WESTRUM}\n{CUSTOMERS}")).unwrap())
}

const fn day(days: i64) -> Moment {
    Moment::from_millis(START.millis() + days * 86_400_000)
}

fn slip(subject: SubjectId, word: CustomerWord, at: Moment) -> CustomerSlip {
    CustomerSlip {
        subject,
        controller: SELLER,
        topic: "own-services",
        word,
        at,
        received_at: None,
        lang: "nb",
        form: "bestill",
        actor: STAFF,
        case: ("booking", 1),
    }
}

async fn sold(vault: &Vault, subject: SubjectId) -> Result<(), VaultError> {
    let permit = permit(vault, Ask::seal(STAFF, subject)).await?;
    let mut work = vault.work();
    work.sold(&permit, &slip(subject, CustomerWord::Sold, work.at()))?;
    lay(vault, work).await
}

async fn offered(vault: &Vault, subject: SubjectId) {
    let mut work = vault.work();
    work.customer(&slip(subject, CustomerWord::Offered, work.at()));
    lay(vault, work).await.unwrap();
}

async fn no(vault: &Vault, subject: SubjectId, said: Moment, received: Option<Moment>) {
    let link = Actor::Link {
        subject,
        purpose: Purpose::CustomerNews,
    };
    let ask = Ask::end(link, subject).of(CONTACT);
    let permit = vault.permit::<purpose::CustomerNews>(ask).await.unwrap();
    let mut work = vault.work();
    let mut slip = slip(subject, CustomerWord::No, said);
    slip.received_at = received;
    work.no_as_customer(&permit, &slip).unwrap();
    work.keep_proof(subject, &address());
    lay(vault, work).await.unwrap();
}

fn address() -> LookUp {
    LookUp::email(&Email::parse("kari@example.no").unwrap())
}

async fn listed(vault: &Vault, controller: ControllerId, now: Moment) -> Vec<SubjectId> {
    let read = move |db: &mut dyn store::Db| audience::bought(db, controller, now, 0, 10);
    vault.store().read(read).await.unwrap()
}

async fn lawful(vault: &Vault, who: SubjectId, at: Moment, known: Moment) -> Lawful {
    let lines = vault.customer_lines(who).await.unwrap();
    as_customer(&lines, SELLER, at, known).lawful(at)
}

#[test]
fn a_letter_needs_a_sale_an_offered_no_and_none_said() {
    each(|t| async move {
        let vault = &t.vault;
        vault.promise(declared(), rules());
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let (ola, _) = newcomer(vault, "Ola", "ola@example.no").await.unwrap();
        offered(vault, kari).await;
        assert!(listed(vault, SELLER, day(0)).await.is_empty(), "no sale");
        t.clock.set(day(3));
        sold(vault, kari).await.unwrap();
        // A sale without the offer is no basis, whatever keeps the address.
        sold(vault, ola).await.unwrap();
        assert_eq!(vault.kept_as_customers().await.unwrap().1.len(), 1);
        assert_eq!(lawful(vault, ola, day(4), day(4)).await, Lawful::No);
        assert!(
            listed(vault, ControllerId::from_raw(2), day(4))
                .await
                .is_empty()
        );
        assert!(listed(vault, SELLER, day(4)).await.contains(&kari));
        for (at, expected) in [
            (0, Lawful::No),
            (3, Lawful::Yes),
            (300, Lawful::Yes),
            (400, Lawful::No),
        ] {
            assert_eq!(
                lawful(vault, kari, day(at), day(400)).await,
                expected,
                "day {at}"
            );
        }
        // Said on day 7, came in on day 9, entered on day 11.
        t.clock.set(day(11));
        no(vault, kari, day(7), Some(day(9))).await;
        assert!(!listed(vault, SELLER, day(11)).await.contains(&kari));
        for (at, known, expected) in [
            (6, 6, Lawful::Yes),
            (8, 8, Lawful::AsKnown),
            (10, 10, Lawful::Late),
            (8, 12, Lawful::No),
            (12, 12, Lawful::No),
        ] {
            let found = lawful(vault, kari, day(at), day(known)).await;
            assert_eq!(found, expected, "day {at} as known on {known}");
        }
        // A no is not undone by the next sale.
        t.clock.set(day(20));
        offered(vault, kari).await;
        sold(vault, kari).await.unwrap();
        assert_eq!(lawful(vault, kari, day(21), day(21)).await, Lawful::No);
    });
}

#[test]
fn an_objection_and_an_undeclared_purpose_refuse() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        assert!(
            sold(vault, kari).await.is_err(),
            "what is not declared cannot run"
        );
        vault.promise(declared(), rules());
        let write = || async {
            let ask = Ask::open(Actor::Chore("nyhetsbrev"), kari).of(&[Category::Contact]);
            vault.permit::<purpose::CustomerNews>(ask).await.is_ok()
        };
        assert!(write().await);
        let objected = vault.enter_objection(kari, Purpose::CustomerNews);
        objected.await.unwrap();
        assert!(!write().await);
    });
}

#[test]
fn the_proof_of_a_letter_to_a_customer_ends() {
    each(|t| async move {
        let vault = &t.vault;
        vault.promise(declared(), rules());
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        offered(vault, kari).await;
        t.clock.set(day(3));
        sold(vault, kari).await.unwrap();
        no(vault, kari, day(5), None).await;
        assert_eq!(vault.proofs_found(&address()).await.unwrap(), [kari]);
        t.clock.set(day(1_000));
        vault.sweep().await.unwrap();
        assert_eq!(vault.customer_lines(kari).await.unwrap().len(), 3);
        t.clock.set(day(1_200));
        vault.sweep().await.unwrap();
        assert!(vault.customer_lines(kari).await.unwrap().is_empty());
        assert!(vault.proofs_found(&address()).await.unwrap().is_empty());
    });
}
