//! Every promise of the vault, on both engines.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod as_customers;
mod canary;
mod claims;
mod consents;
mod custody;
mod destroying;
mod history;
mod judged;
mod judging;
mod lawful;
mod locked;
mod logfile;
mod looking;
mod noes;
mod openings;
mod retaining;
mod roles;
mod rotation;
mod sealing;
mod suppressing;

use std::sync::Arc;

use declaration::vocabulary::{Category, Role, purpose};
use store::{Location, Sql, Store, Value};
use values::{ControllerId, Email, Moment, PersonName, RecordId, SetClock, StrandId, SubjectId};

use crate::{
    Actor, Ask, Custody, Keep, LookUp, Permit, Personal, Provenance, Sealed, SubjectKind, Vault,
    VaultError,
    testing::{TestVault, declaration, rules, vault_on},
};

crate::record! {
    /// A customer's name and address.
    pub struct Contact in Contact as "contact" {
        /// Name.
        name: PersonName,
        /// E-mail.
        email: Option<Email>,
    }
}

crate::record! {
    /// What was asked.
    pub struct Enquiry in Enquiry as "enquiry" {
        /// The question.
        question: values::FreeText,
    }
}

crate::record! {
    /// Another record in the same category.
    pub struct Note in Contact as "note" {
        /// Name.
        name: PersonName,
    }
}

store::queries! {
    /// Cuts the vault's own path, for the tests that play the attacker.
    NOTHING = "SELECT 1 AS one";
}

/// 2026-03-02T08:00:00Z.
pub(crate) const START: Moment = Moment::from_millis(1_772_438_400_000);

pub(crate) const CONTACT: &[Category] = &[Category::Contact];

pub(crate) const STAFF: Actor = Actor::Staff {
    id: SubjectId::from_raw(77),
    role: Role::Reception,
    controller: ControllerId::from_raw(1),
};

pub(crate) const OFFICER: Actor = Actor::Staff {
    id: SubjectId::from_raw(78),
    role: Role::Privacy,
    controller: ControllerId::from_raw(1),
};

/// A statement of the test's own.
pub(crate) const fn sql(text: &'static str) -> Sql {
    Sql { name: "test", text }
}

/// The same test with a fresh vault on both engines, on as many threads as the program has.
pub(crate) fn each<F, R>(test: F)
where
    F: Fn(Arc<TestVault>) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    block_on(async move {
        store::testing::each_engine(&[crate::MIGRATIONS], |store| async move {
            // Shared, because an async block would take only the fields it names and drop the folder.
            test(Arc::new(vault_on(store, START).await.unwrap())).await;
        })
        .await;
    });
}

pub(crate) fn block_on(test: impl Future<Output = ()>) {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .unwrap()
        .block_on(test);
}

pub(crate) fn from_booking() -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

pub(crate) fn contact(name: &str, email: &str) -> Personal<Contact> {
    Personal::new(Contact {
        name: PersonName::parse(name).unwrap(),
        email: Some(Email::parse(email).unwrap()),
    })
}

/// A visitor's first booking: a subject with a contact that an e-mail finds.
pub(crate) async fn newcomer(
    vault: &Vault,
    name: &str,
    email: &str,
) -> Result<(SubjectId, RecordId), VaultError> {
    newcomer_kept(vault, name, email, &Keep::while_open("booking", 1)).await
}

pub(crate) async fn newcomer_kept(
    vault: &Vault,
    name: &str,
    email: &str,
    keep: &Keep,
) -> Result<(SubjectId, RecordId), VaultError> {
    let mut work = vault.work();
    let subject = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(Actor::Visitor, subject).of(CONTACT);
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let contact = contact(name, email);
    let record = work.seal(&permit, &contact, &from_booking(), keep)?;
    let address = LookUp::email(&Email::parse(email).unwrap());
    work.claim(&permit, Category::Contact, &address)?;
    for hint in LookUp::name_hints(&PersonName::parse(name).unwrap()) {
        work.hint(&permit, Category::Contact, &hint)?;
    }
    lay(vault, work).await?;
    Ok((subject, record))
}

/// One more record for a subject that is there, as staff.
pub(crate) async fn add(
    vault: &Vault,
    subject: SubjectId,
    name: &str,
    keep: &Keep,
) -> Result<RecordId, VaultError> {
    let permit = permit(vault, Ask::seal(STAFF, subject)).await?;
    let mut work = vault.work();
    let contact = contact(name, "more@example.no");
    let record = work.seal(&permit, &contact, &from_booking(), keep)?;
    lay(vault, work).await?;
    Ok(record)
}

pub(crate) async fn lay(vault: &Vault, work: crate::Work) -> Result<(), VaultError> {
    let laid = work.finish();
    Ok(vault.store().write(move |db| laid.lay(db)).await?)
}

/// A permit for the contact.
pub(crate) async fn permit(vault: &Vault, ask: Ask) -> Result<Permit<purpose::Visit>, VaultError> {
    vault.permit(ask.of(CONTACT)).await
}

pub(crate) async fn load(store: &Store, record: RecordId) -> Option<Sealed<Contact>> {
    store
        .read(move |db| Sealed::load(db, record))
        .await
        .unwrap()
}

/// The name in a record, opened by staff.
pub(crate) async fn name_of(
    vault: &Vault,
    subject: SubjectId,
    record: RecordId,
) -> Result<String, VaultError> {
    let permit = permit(vault, Ask::open(STAFF, subject)).await?;
    let sealed = load(vault.store(), record).await.ok_or(VaultError::Gone)?;
    let opened = vault.open(&permit, &sealed)?;
    Ok(opened.name.reveal().to_owned())
}

/// The subject's only strand.
pub(crate) async fn strand_of(vault: &Vault, subject: SubjectId) -> StrandId {
    let strands = vault.strands_of(subject).await.unwrap();
    assert_eq!(strands.len(), 1);
    strands[0].id
}

/// Runs a statement behind the vault's back.
pub(crate) async fn tamper(store: &Store, text: &'static str, values: Vec<Value>) -> u64 {
    store
        .write(move |db| db.exec(&sql(text), &values))
        .await
        .unwrap()
}

/// The first number of the first row.
pub(crate) async fn number(store: &Store, text: &'static str, values: Vec<Value>) -> i64 {
    store
        .read(move |db| db.one(&sql(text), &values)?.i64(0))
        .await
        .unwrap()
}

/// A vault on the same store and custody, as another process or after a restart.
pub(crate) async fn again(held: &TestVault, store: Store) -> Result<Vault, VaultError> {
    let custody = Custody::folder(held.custody.path())?;
    Vault::unlock(store, custody, declaration(), rules(), held.world.clone()).await
}

/// A vault in a folder that can be closed and opened again (SQLite).
pub(crate) struct House {
    pub(crate) data: tempfile::TempDir,
    pub(crate) custody: tempfile::TempDir,
    pub(crate) clock: Arc<SetClock>,
    pub(crate) world: values::World,
}

impl House {
    pub(crate) fn new() -> Self {
        let clock = Arc::new(SetClock::at(START));
        Self {
            data: tempfile::tempdir().unwrap(),
            custody: tempfile::tempdir().unwrap(),
            world: values::World {
                clock: clock.clone(),
                chance: Arc::new(values::SeededChance::new(7)),
            },
            clock,
        }
    }

    pub(crate) async fn store(&self) -> Store {
        let place = Location::Folder(self.data.path().to_owned());
        Store::open(&place, &[crate::MIGRATIONS]).await.unwrap()
    }

    pub(crate) async fn open(&self) -> Result<Vault, VaultError> {
        let custody = Custody::folder(self.custody.path())?;
        let store = self.store().await;
        let world = self.world.clone();
        let vault = Vault::unlock(store.clone(), custody, declaration(), rules(), world).await;
        if vault.is_err() {
            store.close().await.unwrap();
        }
        vault
    }

    /// Copies the data, as a backup by hand would; the store is closed.
    pub(crate) fn copy_data(&self) -> tempfile::TempDir {
        let copy = tempfile::tempdir().unwrap();
        for entry in std::fs::read_dir(self.data.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), copy.path().join(entry.file_name())).unwrap();
        }
        copy
    }

    pub(crate) fn put_back(&self, copy: &tempfile::TempDir) {
        for entry in std::fs::read_dir(self.data.path()).unwrap() {
            std::fs::remove_file(entry.unwrap().path()).unwrap();
        }
        for entry in std::fs::read_dir(copy.path()).unwrap() {
            let entry = entry.unwrap();
            std::fs::copy(entry.path(), self.data.path().join(entry.file_name())).unwrap();
        }
    }
}

pub(crate) async fn close(vault: Vault) {
    let store = vault.store().clone();
    drop(vault);
    store.close().await.unwrap();
}
