//! The chain in its first form (keyed hashes, checked only by whoever holds the key), brought into the
//! form of today: checked once more with its key, then linked anew in one transaction.

use store::{Db, StoreError, bytes};

use crate::{OpeningLine, Vault, VaultError, chain, sql};

/// What stands for the chain of today in the keyring.
pub(crate) const FORM: (&str, i64) = ("chain", chain::FORMAT as i64);

impl Vault {
    /// Brings an older chain up to date; one that does not fit its key is left as it is, and said.
    pub(crate) async fn relink_log(&self) -> Result<(), VaultError> {
        let form = |db: &mut dyn Db| db.opt(&sql::CHAIN_FORM, &[]);
        if self.inner.store.read(form).await?.is_some() {
            return Ok(());
        }
        let vault = self.clone();
        let done = self.inner.store.write(move |db| relink(db, &vault)).await?;
        done.map_err(VaultError::LogChanged)
    }

    fn keyed_link(&self, line: &OpeningLine, previous: &[u8]) -> [u8; 32] {
        self.with_keys(|keys| {
            keys.log.hash(&[
                previous,
                &line.seq.to_le_bytes(),
                &line.at.millis().to_le_bytes(),
                line.actor_kind.as_bytes(),
                &line.actor_id.to_le_bytes(),
                line.title.as_bytes(),
                &line.subject.get().to_le_bytes(),
                line.categories.as_bytes(),
                line.purpose.as_bytes(),
                line.case_kind.as_bytes(),
                &line.case_id.to_le_bytes(),
            ])
        })
    }
}

/// The number of the first line that does not fit its key, or nothing: then all are linked anew.
fn relink(db: &mut dyn Db, vault: &Vault) -> Result<Result<(), i64>, StoreError> {
    let tenant = vault.with_keys(|keys| keys.tenant_id.clone());
    let keyed = vault.with_keys(|keys| keys.log.hash(&[b"karosseri opening log", &tenant]));
    let (mut before, mut hash) = (keyed.to_vec(), chain::start(&tenant).to_vec());
    let end = db.one(&sql::CHAIN, &[])?;
    let rows = db.all(&sql::OPENINGS, &[])?;
    let mut links = Vec::with_capacity(rows.len());
    for (nth, row) in (1..).zip(&rows) {
        let line = OpeningLine::read(row)?;
        if line.seq != nth || vault.keyed_link(&line, &before)[..] != line.hash[..] {
            return Ok(Err(nth));
        }
        before = line.hash.clone();
        hash = line.link(&hash).to_vec();
        links.push((
            &sql::OPENING_RELINK,
            vec![nth.into(), bytes(hash.as_slice())],
        ));
    }
    let count = i64::try_from(rows.len()).unwrap_or(i64::MAX);
    if end.i64("seq")? != count || end.bytes("hash")? != before {
        return Ok(Err(count + 1));
    }
    for links in links.chunks(500) {
        db.many(links)?;
    }
    db.exec(&sql::CHAIN_END, &[bytes(hash)])?;
    let (name, form) = FORM;
    let row = [name.into(), form.into(), "".into(), bytes(Vec::new())];
    db.exec(&sql::KEYRING_PUT, &row)?;
    Ok(Ok(()))
}

#[cfg(test)]
impl Vault {
    /// Puts the chain back into its first form.
    #[allow(clippy::unwrap_used)]
    pub(crate) async fn testing_link_before(&self) {
        let tenant = self.with_keys(|keys| keys.tenant_id.clone());
        let first = self.with_keys(|keys| keys.log.hash(&[b"karosseri opening log", &tenant]));
        let vault = self.clone();
        let write = self.inner.store.write(move |db| {
            let mut hash = first.to_vec();
            for row in db.all(&sql::OPENINGS, &[])? {
                let line = OpeningLine::read(&row)?;
                hash = vault.keyed_link(&line, &hash).to_vec();
                let values = [line.seq.into(), bytes(hash.as_slice())];
                db.exec(&sql::OPENING_RELINK, &values)?;
            }
            db.exec(&sql::CHAIN_END, &[bytes(hash)]).map(|_| ())
        });
        write.await.unwrap();
    }
}
