//! Who answers requests about rights here.

use declaration::vocabulary::Role;
use values::SubjectId;
use vault::{Vault, VaultError};

use super::sql;

/// Those who work here in the role for privacy.
pub struct Officers(pub Vault);

impl rights::PrivacyDesk for Officers {
    fn officers(&self) -> rights::Soon<'_, Result<Vec<SubjectId>, VaultError>> {
        Box::pin(async move {
            let role = Role::Privacy.as_str();
            let read = move |db: &mut dyn store::Db| {
                db.all(&sql::OFFICERS, &[role.into()])?
                    .iter()
                    .map(|row| row.i64("id").map(SubjectId::from_raw))
                    .collect::<Result<Vec<_>, _>>()
            };
            Ok(self.0.store().read(read).await?)
        })
    }
}
