//! What a person has objected to (GDPR Art. 21).

use declaration::vocabulary::Purpose;
use values::SubjectId;

use crate::{Vault, VaultError, sql};

impl Vault {
    /// The purposes a person has said no to.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn objections_of(&self, subject: SubjectId) -> Result<Vec<Purpose>, VaultError> {
        Ok(self
            .inner
            .store
            .read(move |db| {
                let rows = db.all(&sql::OBJECTIONS_OF, &[subject.get().into()])?;
                let names = rows.iter().map(|row| row.text("purpose"));
                let names = names.collect::<Result<Vec<_>, _>>()?;
                Ok(names.into_iter().filter_map(Purpose::from_name).collect())
            })
            .await?)
    }
}
