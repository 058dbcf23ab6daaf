//! The vault itself: keys in memory, and what is needed to judge.

use std::sync::{Arc, RwLock};

use declaration::{
    Declaration, RuleTable,
    vocabulary::{Category, CategoryType, Purpose, field},
};
use store::{Row, Store, StoreError, bytes, plain};
use values::{Moment, World};

use crate::{
    Record, VaultError,
    cipher::Key,
    custody::{Custody, TenantKey},
    sql,
};

/// Who may open what. Cheap to clone.
#[derive(Clone)]
pub struct Vault {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) custody: Custody,
    pub(crate) keys: RwLock<Keys>,
    pub(crate) promises: RwLock<Promises>,
    pub(crate) world: World,
}

/// The keys in use.
pub(crate) struct Keys {
    pub(crate) tenant: TenantKey,
    pub(crate) tenant_id: Vec<u8>,
    pub(crate) blind: Key,
    pub(crate) log: Key,
}

/// The declaration in force and the rules it cites.
#[derive(Clone)]
pub(crate) struct Promises {
    pub(crate) declaration: Arc<Declaration>,
    pub(crate) rules: Arc<RuleTable>,
}

/// A key or mark in the database.
struct RingRow {
    name: String,
    generation: i64,
    fingerprint: String,
    wrapped: Vec<u8>,
}

impl RingRow {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            name: row.text("name")?.to_owned(),
            generation: row.i64("generation")?,
            fingerprint: row.text("fingerprint")?.to_owned(),
            wrapped: row.bytes("wrapped")?.to_vec(),
        })
    }
}

impl Vault {
    /// Opens the vault of a tenant: finds or makes its keys, and replays the erasure ledger before
    /// anything can be read.
    ///
    /// # Errors
    /// When the key is missing, is another one, or the data is older than a key rotation. Nothing
    /// is ever overwritten.
    pub async fn unlock(
        store: Store,
        custody: Custody,
        declaration: Arc<Declaration>,
        rules: Arc<RuleTable>,
        world: World,
    ) -> Result<Self, VaultError> {
        let ring = store
            .read(|db| {
                db.all(&sql::KEYRING, &[])?
                    .iter()
                    .map(RingRow::read)
                    .collect::<Result<Vec<_>, _>>()
            })
            .await?;
        let keys = if ring.is_empty() {
            found_house(&store, &custody, &world).await?
        } else {
            keys_of(&custody, &ring)?
        };
        let vault = Self {
            inner: Arc::new(Inner {
                store,
                custody,
                keys: RwLock::new(keys),
                promises: RwLock::new(Promises { declaration, rules }),
                world,
            }),
        };
        vault.check_keeps()?;
        vault.replay_ledger().await?;
        Ok(vault)
    }

    /// The store below. For features' own rows; personal data goes through [`crate::Work`].
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Time and chance.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.inner.world
    }

    pub(crate) fn now(&self) -> Moment {
        self.inner.world.now()
    }

    pub(crate) fn promises(&self) -> Promises {
        self.inner
            .promises
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// The declaration in force.
    #[must_use]
    pub fn declaration(&self) -> Arc<Declaration> {
        self.promises().declaration
    }

    /// The rules in force.
    #[must_use]
    pub fn rules(&self) -> Arc<RuleTable> {
        self.promises().rules
    }

    /// Puts another version of the declaration and the rules in force, for what is judged from now.
    pub fn promise(&self, declaration: Arc<Declaration>, rules: Arc<RuleTable>) {
        let mut held = self
            .inner
            .promises
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *held = Promises { declaration, rules };
    }

    pub(crate) fn with_keys<T>(&self, f: impl FnOnce(&Keys) -> T) -> T {
        f(&self
            .inner
            .keys
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    /// Takes up the tenant key that another process has turned over to.
    pub(crate) fn reload_key(&self) -> Result<(), VaultError> {
        let (present, next) = self.inner.custody.keys()?;
        let newest = next
            .filter(|n| n.generation > present.generation)
            .unwrap_or(present);
        let mut keys = self
            .inner
            .keys
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        keys.tenant = newest;
        Ok(())
    }

    pub(crate) fn key_generation(&self) -> i64 {
        self.with_keys(|keys| keys.tenant.generation)
    }

    /// The tenant key's generation and public fingerprint.
    #[must_use]
    pub fn key_name(&self) -> (i64, String) {
        self.with_keys(|keys| (keys.tenant.generation, keys.tenant.fingerprint()))
    }

    /// Until when data of a category is kept for a purpose, counted from an event, and the rule
    /// (`id@version`) that says so.
    ///
    /// # Errors
    /// When the declaration does not keep the category for the purpose, or names a missing rule.
    pub fn until(
        &self,
        purpose: Purpose,
        category: Category,
        rule_override: Option<&str>,
        from: Moment,
    ) -> Result<(String, Moment), VaultError> {
        let promises = self.promises();
        let undeclared = crate::Refusal::CategoryUndeclared(purpose, category);
        let keep = promises
            .declaration
            .purpose(purpose)
            .ok_or(crate::Refusal::PurposeUndeclared(purpose))?
            .keeps(category)
            .ok_or(undeclared)?;
        let id = rule_override.unwrap_or(&keep.rule);
        let day = if from.is_forever() { self.now() } else { from };
        let rule = promises
            .rules
            .at(id, day.local_date())
            .ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
        Ok((rule.cited(), rule.until(from)))
    }

    /// Every rule the declaration names is in the rule table.
    fn check_keeps(&self) -> Result<(), VaultError> {
        let promises = self.promises();
        for purpose in Purpose::ALL {
            let Some(statement) = promises.declaration.purpose(*purpose) else {
                continue;
            };
            for category in Category::ALL {
                if let Some(keep) = statement.keeps(*category)
                    && !promises.rules.has(&keep.rule)
                {
                    return Err(VaultError::RuleMissing(keep.rule.clone()));
                }
            }
        }
        Ok(())
    }
}

/// An empty database gets its keys.
async fn found_house(store: &Store, custody: &Custody, world: &World) -> Result<Keys, VaultError> {
    let chance = &*world.chance;
    let tenant = if custody.has_key() {
        custody.keys()?.0
    } else {
        custody.create_key(chance)?
    };
    let mut tenant_id = vec![0_u8; 16];
    chance.fill(&mut tenant_id);
    let (blind, log) = (Key::random(chance), Key::random(chance));
    let generation = tenant.generation;
    let seen = i64::try_from(custody.ledger().length()?).unwrap_or(i64::MAX);
    let rows = vec![
        (
            "tenant",
            generation,
            tenant.fingerprint(),
            tenant_id.clone(),
        ),
        (
            "blind",
            generation,
            String::new(),
            wrap(&tenant, &tenant_id, "blind", &blind, world)?,
        ),
        (
            "log",
            generation,
            String::new(),
            wrap(&tenant, &tenant_id, "log", &log, world)?,
        ),
        ("ledger", seen, String::new(), Vec::new()),
    ];
    let start = log.hash(&[b"karosseri opening log", &tenant_id]);
    store
        .write(move |db| {
            for (name, generation, fingerprint, wrapped) in &rows {
                let values = [
                    (*name).into(),
                    (*generation).into(),
                    plain(fingerprint.as_str()),
                    bytes(wrapped.as_slice()),
                ];
                db.exec(&sql::KEYRING_PUT, &values)?;
            }
            db.exec(&sql::CHAIN_START, &[bytes(start.as_slice())])?;
            Ok(())
        })
        .await?;
    Ok(Keys {
        tenant,
        tenant_id,
        blind,
        log,
    })
}

/// The keys of a database that has some, if the custody holds the right tenant key.
fn keys_of(custody: &Custody, ring: &[RingRow]) -> Result<Keys, VaultError> {
    let find = |name: &str| ring.iter().find(|row| row.name == name);
    let tenant_row = find("tenant").ok_or(VaultError::Corrupt("keyring"))?;
    let wanted = tenant_row.fingerprint.clone();
    if !custody.has_key() {
        return Err(VaultError::KeyMissing {
            wanted,
            generation: tenant_row.generation,
        });
    }
    let tenant = right_key(custody, tenant_row)?;
    let tenant_id = tenant_row.wrapped.clone();
    let key = |name: &str| -> Result<Key, VaultError> {
        let row = find(name).ok_or(VaultError::Corrupt("keyring"))?;
        Key::from_slice(&tenant.key.open(&row.wrapped, &bound(&tenant_id, name))?)
    };
    let (blind, log) = (key("blind")?, key("log")?);
    Ok(Keys {
        tenant,
        tenant_id,
        blind,
        log,
    })
}

/// The present key, or the next one when a rotation was cut short between database and file.
fn right_key(custody: &Custody, row: &RingRow) -> Result<TenantKey, VaultError> {
    let (present, next) = custody.keys()?;
    if present.fingerprint() == row.fingerprint {
        return Ok(present);
    }
    if let Some(next) = next
        && next.fingerprint() == row.fingerprint
    {
        custody.promote_next()?;
        return Ok(next);
    }
    if row.generation < present.generation {
        return Err(VaultError::BackupTooOld {
            data: row.generation,
            custody: present.generation,
        });
    }
    Err(VaultError::WrongKey {
        wanted: row.fingerprint.clone(),
        generation: row.generation,
        found: present.fingerprint(),
    })
}

pub(crate) fn wrap(
    tenant: &TenantKey,
    tenant_id: &[u8],
    name: &str,
    key: &Key,
    world: &World,
) -> Result<Vec<u8>, VaultError> {
    tenant
        .key
        .seal(key.bytes(), &bound(tenant_id, name), &*world.chance)
}

/// Associated data of a wrapped key: the tenant and the key's place.
pub(crate) fn bound(tenant_id: &[u8], place: &str) -> Vec<u8> {
    [b"karosseri key 1\0", tenant_id, b"\0", place.as_bytes()].concat()
}

/// Compares a kind of record with the vocabulary: every field stands under the record's category.
///
/// # Errors
/// The first field that does not.
pub fn check_fields<R: Record>() -> Result<(), String> {
    match R::FIELDS
        .iter()
        .find(|name| field(R::Category::ID, name).is_none())
    {
        Some(name) => Err(format!(
            "record `{}`: field `{name}` is not in the vocabulary under `{}`",
            R::KIND,
            R::Category::ID.as_str()
        )),
        None => Ok(()),
    }
}
