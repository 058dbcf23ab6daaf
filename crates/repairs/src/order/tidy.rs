//! Cutting the way from a person to a vehicle when what held it is gone.

use declaration::vocabulary::Category;
use values::SubjectId;
use vault::{Vault, VaultError};

use super::sql;

/// Takes people out of closed visits once nothing of theirs that names the vehicle or their part is
/// kept any more. Answers how many.
///
/// Ground: the declaration, clause on expected life: the vehicle's record lives on without the person.
///
/// # Errors
/// When the store fails.
pub async fn cut_links(vault: &Vault) -> Result<u64, VaultError> {
    let mut cut = 0;
    for statement in [&sql::NAMED, &sql::PARTY_NAMED] {
        let mut after = 0_i64;
        loop {
            let rows = vault
                .store()
                .read(move |db| {
                    let rows = db.all(statement, &[after.into()])?;
                    rows.iter()
                        .map(|row| row.i64(0))
                        .collect::<Result<Vec<_>, _>>()
                })
                .await?;
            let Some(last) = rows.last().copied() else {
                break;
            };
            for who in rows {
                if !has_part(vault, SubjectId::from_raw(who)).await? {
                    cut += 1;
                    let drop = vault.store().write(move |db| {
                        db.exec(&sql::UNNAME, &[who.into()])?;
                        db.exec(&sql::PARTY_DROP, &[who.into()])
                    });
                    drop.await?;
                }
            }
            after = last;
        }
    }
    Ok(cut)
}

/// Whether anything is kept of a person that a visit belongs to.
async fn has_part(vault: &Vault, who: SubjectId) -> Result<bool, VaultError> {
    const KEPT: &[Category] = &[
        Category::VehicleLink,
        Category::Deliverer,
        Category::Purchase,
        Category::Billing,
    ];
    let strands = vault.strands_of(who).await?;
    Ok(strands.iter().any(|strand| KEPT.contains(&strand.category)))
}
