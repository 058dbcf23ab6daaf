//! The tenant key turns over: strand keys are wrapped again, records are not touched, and every old
//! copy of the data (journal, free page, replica, backup) stops opening when the old key is gone.

use store::{Db, StoreError, bytes, plain};
use values::StrandId;

use crate::{
    Vault, VaultError,
    cipher::Key,
    custody::TenantKey,
    sql,
    vault::{bound, wrap},
};

impl Vault {
    /// Makes a new tenant key, wraps every strand key with it in one transaction, and destroys the
    /// old one. Answers how many strand keys were wrapped again.
    ///
    /// # Errors
    /// When the custody or the store fails: the old key stays in force, or, if the database had
    /// already taken the new one, the next start finishes the change.
    pub async fn rotate(&self) -> Result<u64, VaultError> {
        let world = self.world().clone();
        let (generation, _) = self.key_name();
        let next = TenantKey {
            generation: generation + 1,
            key: Key::random(&*world.chance),
        };
        self.inner.custody.prepare_next(&next)?;
        let vault = self.clone();
        let copy = TenantKey {
            generation: next.generation,
            key: Key::from_slice(next.key.bytes())?,
        };
        let count = self
            .inner
            .store
            .write(move |db| rewrap_all(db, &vault, &copy))
            .await?;
        self.inner.custody.promote_next()?;
        let mut keys = self
            .inner
            .keys
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        keys.tenant = next;
        drop(keys);
        self.scrub_keys().await?;
        Ok(count)
    }
}

fn rewrap_all(db: &mut dyn Db, vault: &Vault, next: &TenantKey) -> Result<u64, StoreError> {
    let broken = |_: VaultError| StoreError::Refused("a strand key does not open");
    let rows = db.all(&sql::STRANDS_ALL, &[])?;
    let world = vault.world().clone();
    let tenant_id = vault.with_keys(|keys| keys.tenant_id.clone());
    let mut batch = Vec::with_capacity(rows.len());
    for row in &rows {
        let strand = StrandId::from_raw(row.i64("id")?);
        let key = vault
            .strand_key(strand, row.bytes("wrapped")?)
            .map_err(broken)?;
        let place = bound(&tenant_id, &format!("strand {}", strand.get()));
        let wrapped = next
            .key
            .seal(key.bytes(), &place, &*world.chance)
            .map_err(broken)?;
        batch.push((
            &sql::STRAND_REWRAP,
            vec![strand.get().into(), bytes(wrapped)],
        ));
    }
    for chunk in batch.chunks(1000) {
        db.many(chunk)?;
    }
    let rings = vault.with_keys(|keys| {
        Ok::<_, VaultError>([
            (
                "blind",
                wrap(next, &tenant_id, "blind", &keys.blind, &world)?,
            ),
            ("log", wrap(next, &tenant_id, "log", &keys.log, &world)?),
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
