//! What the proof asks: every closed order equals the hash of its document; every line that was paid
//! for has its warranty stated.

use declaration::vocabulary::{Category, purpose};
use store::Db;
use vault::{Actor, Ask, Sealed, Vault, VaultError};

use super::{
    Copy,
    document::{self as paper},
    sql,
};
use crate::records::VehicleDocument;

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Intact {
    /// Documents that were opened and compared.
    pub checked: u64,
    /// Documents that are not what their hash says.
    pub broken: Vec<i64>,
    /// Documents whose vehicle has outlived its record: gone by rule.
    pub gone: u64,
    /// Closed orders without a document.
    pub bare: i64,
}

/// Opens the vehicle's copy of every closed order, as the named chore, and compares it with its hash.
///
/// # Errors
/// When the store fails.
pub async fn documents_intact(vault: &Vault, chore: &'static str) -> Result<Intact, VaultError> {
    let mut intact = Intact::default();
    let mut after = 0_i64;
    loop {
        let rows = vault
            .store()
            .read(move |db| {
                let values = [Copy::Vehicle.as_str().into(), after.into()];
                let rows = db.all(&sql::DOCUMENTS_AFTER, &values)?;
                let mut found = Vec::new();
                for row in rows {
                    let row = super::document(&row)?;
                    let sealed = Sealed::<VehicleDocument>::load(db, row.record)?;
                    found.push((row, sealed));
                }
                Ok(found)
            })
            .await?;
        let Some((last, _)) = rows.last() else {
            break;
        };
        after = last.id;
        let asks = rows
            .iter()
            .filter(|(_, sealed)| sealed.is_some())
            .map(|(row, _)| {
                Ask::open(Actor::Chore(chore), row.subject)
                    .of(&[Category::Work])
                    .case("order", row.order.get())
            });
        let permits = vault.permits::<purpose::Safety>(asks.collect()).await?;
        for (row, sealed) in &rows {
            match (sealed, permits.get(&row.subject)) {
                (Some(sealed), Some(Ok(permit))) => {
                    let opened = vault.open(permit, sealed)?;
                    intact.checked += 1;
                    if paper::hash(&opened.document).as_slice() != row.sha256 {
                        intact.broken.push(row.id);
                    }
                }
                _ => intact.gone += 1,
            }
        }
    }
    intact.bare = vault
        .store()
        .read(|db| db.one(&sql::BARE, &[])?.i64("n"))
        .await?;
    Ok(intact)
}

/// How many lines of closed orders have no warranty stated; there must be none.
///
/// # Errors
/// When the store fails.
pub fn unstated_warranties(db: &mut dyn Db) -> Result<i64, store::StoreError> {
    db.one(&sql::UNSTATED, &[])?.i64("n")
}
