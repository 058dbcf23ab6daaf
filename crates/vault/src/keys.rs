//! The keys in memory: found or made at the start, taken up again when the tenant key turns over.

use declaration::vocabulary::Category;
use store::{Row, Store, StoreError, bytes, plain};
use values::{Moment, StrandId, SubjectId, World};
use zeroize::Zeroizing;

use crate::{
    Vault, VaultError, chain, chain_before,
    cipher::Key,
    custody::{Custody, TenantKey},
    sql,
};

/// How long a request that began under the former tenant key may still be answered.
const FORMER_MS: i64 = 60_000;

/// The keys in use.
pub(crate) struct Keys {
    pub(crate) tenant: TenantKey,
    /// The key before, for requests that read their rows before it turned over; wiped soon after.
    former: Option<(TenantKey, Moment)>,
    pub(crate) tenant_id: Vec<u8>,
    pub(crate) blind: Key,
    pub(crate) log: Key,
}

/// Where a strand's key lies: wrapped keys are bound to it, so that a strand given another subject
/// or category by hand does not open.
#[derive(Clone, Copy)]
pub(crate) struct StrandAt {
    pub(crate) id: StrandId,
    pub(crate) subject: SubjectId,
    pub(crate) category: Category,
}

impl StrandAt {
    /// Associated data of the wrapped key.
    pub(crate) fn bound(&self, tenant_id: &[u8]) -> Vec<u8> {
        let mut place = bound(tenant_id, "strand");
        place.extend_from_slice(&self.id.get().to_le_bytes());
        place.extend_from_slice(&self.subject.get().to_le_bytes());
        place.extend_from_slice(self.category.as_str().as_bytes());
        place
    }
}

/// A key or mark in the database.
pub(crate) struct RingRow {
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

/// The keys of this database: those it has, or new ones for an empty one.
pub(crate) async fn find_or_make(
    store: &Store,
    custody: &Custody,
    world: &World,
) -> Result<Keys, VaultError> {
    let _alone = custody.lock()?;
    custody.tidy()?;
    let ring = ring(store).await?;
    if ring.is_empty() {
        return found_house(store, custody, world).await;
    }
    keys_of(custody, &ring)
}

async fn ring(store: &Store) -> Result<Vec<RingRow>, StoreError> {
    store
        .read(|db| {
            db.all(&sql::KEYRING, &[])?
                .iter()
                .map(RingRow::read)
                .collect()
        })
        .await
}

/// An empty database gets its keys. One that was lived in and has lost its keys gets none.
async fn found_house(store: &Store, custody: &Custody, world: &World) -> Result<Keys, VaultError> {
    let inhabited = store
        .read(|db| Ok(db.opt(&sql::INHABITED, &[])?.is_some()))
        .await?;
    if inhabited {
        return Err(VaultError::Corrupt("keyring"));
    }
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
    let (none, mark) = (String::new(), tenant.fingerprint());
    let blind_row = wrap(&tenant, &tenant_id, "blind", &blind, world)?;
    let log_row = wrap(&tenant, &tenant_id, "log", &log, world)?;
    let rows = vec![
        ("tenant", generation, mark, tenant_id.clone()),
        ("blind", generation, none.clone(), blind_row),
        ("log", generation, none.clone(), log_row),
        ("ledger", seen, none.clone(), Vec::new()),
        (chain_before::FORM.0, chain_before::FORM.1, none, Vec::new()),
    ];
    let start = chain::start(&tenant_id);
    store
        .write(move |db| {
            if !db.all(&sql::KEYRING, &[])?.is_empty() {
                return Err(StoreError::Refused("somebody else has made the keys"));
            }
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
        former: None,
        tenant_id,
        blind,
        log,
    })
}

/// The keys of a database that has some, if the custody holds the right tenant key.
fn keys_of(custody: &Custody, ring: &[RingRow]) -> Result<Keys, VaultError> {
    let find = |name: &str| {
        ring.iter()
            .find(|row| row.name == name)
            .ok_or(VaultError::Corrupt("keyring"))
    };
    let row = find("tenant")?;
    let tenant = right_key(custody, row.generation, &row.fingerprint)?;
    let tenant_id = row.wrapped.clone();
    let key = |name: &str| -> Result<Key, VaultError> {
        Key::from_slice(
            &tenant
                .key
                .open(&find(name)?.wrapped, &bound(&tenant_id, name))?,
        )
    };
    let (blind, log) = (key("blind")?, key("log")?);
    Ok(Keys {
        tenant,
        former: None,
        tenant_id,
        blind,
        log,
    })
}

/// The present key, or the next one when a rotation was cut short between database and file.
pub(crate) fn right_key(
    custody: &Custody,
    generation: i64,
    fingerprint: &str,
) -> Result<TenantKey, VaultError> {
    let wanted = fingerprint.to_owned();
    if !custody.has_key() {
        return Err(VaultError::KeyMissing { wanted, generation });
    }
    let (present, next) = custody.keys()?;
    if present.fingerprint() == wanted {
        return Ok(present);
    }
    if let Some(next) = next
        && next.fingerprint() == wanted
    {
        custody.promote_next()?;
        return Ok(next);
    }
    if generation < present.generation {
        return Err(VaultError::BackupTooOld {
            data: generation,
            custody: present.generation,
        });
    }
    Err(VaultError::WrongKey {
        wanted,
        generation,
        found: present.fingerprint(),
    })
}

impl Vault {
    pub(crate) fn with_keys<T>(&self, f: impl FnOnce(&Keys) -> T) -> T {
        f(&self
            .inner
            .keys
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner))
    }

    fn change_keys(&self, f: impl FnOnce(&mut Keys)) {
        f(&mut self
            .inner
            .keys
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner));
    }

    /// A tenant key takes the place of the one in memory.
    pub(crate) fn adopt(&self, key: TenantKey) {
        let until = self.now().plus_ms(FORMER_MS);
        self.change_keys(|keys| {
            // Two requests may find the same new key at once; the former one stays the former one.
            if keys.tenant.generation != key.generation {
                let former = std::mem::replace(&mut keys.tenant, key);
                keys.former = Some((former, until));
            }
        });
    }

    /// Follows the database: takes up the tenant key that another process has turned over to, and
    /// lets go of the former one in time. Answers whether what was read fits; if not, the key has
    /// turned again since: read again.
    pub(crate) fn follow_key(
        &self,
        generation: i64,
        fingerprint: &str,
    ) -> Result<bool, VaultError> {
        let now = self.now();
        let (held, stale) = self.with_keys(|keys| {
            let stale = keys.former.as_ref().is_some_and(|(_, until)| now > *until);
            (keys.tenant.generation, stale)
        });
        if stale {
            self.change_keys(|keys| keys.former = None);
        }
        // Rows from just before this process turned the key open with the former one.
        if generation <= held {
            return Ok(true);
        }
        let (present, next) = self.inner.custody.keys()?;
        let right = [Some(present), next]
            .into_iter()
            .flatten()
            .find(|key| key.fingerprint() == fingerprint);
        let found = right.is_some();
        if let Some(key) = right {
            self.adopt(key);
        }
        Ok(found)
    }

    /// Unwraps a strand's key. A request may have read its rows on the other side of a rotation, so
    /// the former key, and what lies in the custody by now, are tried before giving up.
    pub(crate) fn strand_key(&self, at: StrandAt, wrapped: &[u8]) -> Result<Key, VaultError> {
        let place = self.with_keys(|keys| at.bound(&keys.tenant_id));
        let opened = self.with_keys(|keys| {
            let former = keys.former.as_ref().map(|(key, _)| key);
            first_that_opens([Some(&keys.tenant), former], wrapped, &place)
        });
        let opened = match opened {
            Err(VaultError::DoesNotOpen) => {
                let held = self.inner.custody.keys();
                let (present, next) = held.map_err(|_| VaultError::DoesNotOpen)?;
                first_that_opens([Some(&present), next.as_ref()], wrapped, &place)
            }
            other => other,
        };
        Key::from_slice(&opened?)
    }

    /// A new strand's key under the tenant key, and that key's generation.
    pub(crate) fn wrap_strand(
        &self,
        at: StrandAt,
        key: &Key,
    ) -> Result<(i64, Vec<u8>), VaultError> {
        self.with_keys(|keys| {
            let place = at.bound(&keys.tenant_id);
            let chance = &*self.inner.world.chance;
            let wrapped = keys.tenant.key.seal(key.bytes(), &place, chance)?;
            Ok((keys.tenant.generation, wrapped))
        })
    }

    /// The tenant key's generation and public fingerprint.
    #[must_use]
    pub fn key_name(&self) -> (i64, String) {
        self.with_keys(|keys| (keys.tenant.generation, keys.tenant.fingerprint()))
    }
}

fn first_that_opens(
    keys: [Option<&TenantKey>; 2],
    wrapped: &[u8],
    place: &[u8],
) -> Result<Zeroizing<Vec<u8>>, VaultError> {
    let mut outcome = Err(VaultError::DoesNotOpen);
    for key in keys.into_iter().flatten() {
        outcome = key.key.open(wrapped, place);
        if !matches!(outcome, Err(VaultError::DoesNotOpen)) {
            break;
        }
    }
    outcome
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
fn bound(tenant_id: &[u8], place: &str) -> Vec<u8> {
    [b"karosseri key 1\0", tenant_id, b"\0", place.as_bytes()].concat()
}
