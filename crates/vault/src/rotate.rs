//! The tenant key turns over: strand keys are wrapped again, records are not touched, and every old
//! copy of the data (journal, free page, replica, backup) stops opening when the old key is gone.

use declaration::vocabulary::Category;
use store::{Db, Row, StoreError, bytes, plain};
use values::{StrandId, SubjectId};

use crate::{
    STRAND_CHANGED, Vault, VaultError,
    cipher::Key,
    custody::TenantKey,
    keys::{StrandAt, right_key, wrap},
    sql,
};

/// Keys wrapped again in one flight.
const FLIGHT: usize = 1000;

impl Vault {
    /// Makes a new tenant key, wraps every strand key with it in one transaction, and destroys the
    /// old one. Answers how many strand keys were wrapped again. One process at a time.
    ///
    /// # Errors
    /// When the custody or the store fails: the old key stays in force, or, if the database had
    /// already taken the new one, the next start or the next rotation finishes the change.
    pub async fn rotate(&self) -> Result<u64, VaultError> {
        let custody = &self.inner.custody;
        let _alone = custody.lock()?;
        let (generation, fingerprint) = self.inner.store.read(tenant_key).await?;
        let present = right_key(custody, generation, &fingerprint)?;
        if self.key_name() != (generation, fingerprint.clone()) {
            self.adopt(present);
        }
        let next = TenantKey {
            generation: generation + 1,
            key: Key::random(&*self.world().chance),
        };
        custody.prepare_next(&next)?;
        let vault = self.clone();
        let copy = TenantKey {
            generation: next.generation,
            key: Key::from_slice(next.key.bytes())?,
        };
        let count = self
            .inner
            .store
            .write(move |db| {
                if tenant_key(db)?.1 != fingerprint {
                    return Err(StoreError::Refused(STRAND_CHANGED));
                }
                rewrap_all(db, &vault, &copy)
            })
            .await?;
        custody.promote_next()?;
        self.adopt(next);
        self.scrub_keys().await?;
        Ok(count)
    }
}

/// Generation and fingerprint of the key that wraps the strands now.
pub(crate) fn tenant_key(db: &mut dyn Db) -> Result<(i64, String), StoreError> {
    let row = db.one(&sql::TENANT_KEY, &[])?;
    Ok((row.i64("generation")?, row.text("fingerprint")?.to_owned()))
}

fn rewrap_all(db: &mut dyn Db, vault: &Vault, next: &TenantKey) -> Result<u64, StoreError> {
    let rows = db.all(&sql::STRANDS_ALL, &[])?;
    let tenant_id = vault.with_keys(|keys| keys.tenant_id.clone());
    for rows in rows.chunks(FLIGHT) {
        let batch = rows
            .iter()
            .map(|row| rewrapped(row, vault, next, &tenant_id))
            .collect::<Result<Vec<_>, _>>()?;
        db.many(&batch)?;
    }
    let world = vault.world();
    let rings = vault.with_keys(|keys| {
        Ok::<_, VaultError>([
            (
                "blind",
                wrap(next, &tenant_id, "blind", &keys.blind, world)?,
            ),
            ("log", wrap(next, &tenant_id, "log", &keys.log, world)?),
        ])
    });
    for (name, wrapped) in rings.map_err(broken)? {
        put(db, name, next.generation, "", wrapped)?;
    }
    put(
        db,
        "tenant",
        next.generation,
        &next.fingerprint(),
        tenant_id,
    )?;
    Ok(rows.len() as u64)
}

fn broken(_: VaultError) -> StoreError {
    StoreError::Refused("a strand key does not open")
}

fn rewrapped(
    row: &Row,
    vault: &Vault,
    next: &TenantKey,
    tenant_id: &[u8],
) -> Result<(&'static store::Sql, Vec<store::Value>), StoreError> {
    let category = Category::from_name(row.text("category")?)
        .ok_or_else(|| StoreError::Type("strand: unknown category".into()))?;
    let at = StrandAt {
        id: StrandId::from_raw(row.i64("id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        category,
    };
    let key = vault
        .strand_key(at, row.bytes("wrapped")?)
        .map_err(broken)?;
    let wrapped = next
        .key
        .seal(key.bytes(), &at.bound(tenant_id), &*vault.world().chance)
        .map_err(broken)?;
    Ok((
        &sql::STRAND_REWRAP,
        vec![at.id.get().into(), bytes(wrapped)],
    ))
}

fn put(
    db: &mut dyn Db,
    name: &'static str,
    generation: i64,
    fingerprint: &str,
    wrapped: Vec<u8>,
) -> Result<(), StoreError> {
    let values = [
        name.into(),
        generation.into(),
        plain(fingerprint),
        bytes(wrapped),
    ];
    db.exec(&sql::KEYRING_PUT, &values).map(|_| ())
}
