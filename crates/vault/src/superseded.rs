//! One record goes before its strand: a corrected one has taken its place (GDPR Art. 5(1)(d), 16).

use values::RecordId;

use crate::{Vault, VaultError, sql};

impl Vault {
    /// Deletes one record, row and bytes. The strand's key stays, for its other records need it; so the
    /// engine's journal is emptied, too, as after a destruction.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn drop_record(&self, record: RecordId) -> Result<(), VaultError> {
        self.inner
            .store
            .write(move |db| db.exec(&sql::RECORD_DROP, &[record.get().into()]))
            .await?;
        // Whether the files are free of it now or a reader stood in the way: the next sweep tries again.
        self.scrub_keys().await?;
        Ok(())
    }
}
