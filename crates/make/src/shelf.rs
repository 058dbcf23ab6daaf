//! Everybody the service holds, by the marks of their addresses.

use std::collections::HashMap;

use store::Db;
use vault::{Vault, VaultError};

use crate::{Failure, Held, Standing, account::Failing, accounts::Account, lines::Mark, sql};

/// So many may be missing.
const FEW: i64 = 5;

/// How an address stands there, worst row first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub id: i64,
    pub standing: Standing,
}

/// Everybody there, by their marks.
pub(crate) struct Shelf {
    pub rows: Vec<(Option<Mark>, Held)>,
    /// Rows of a shape nobody could read.
    pub unread: i64,
    worst: HashMap<Mark, Row>,
}

/// Fewer than the service itself says there are, or nobody at all where many were a moment ago: half
/// an answer is none. While a list is read people come and go, so a few are not missed.
async fn is_short(vault: &Vault, account: &Account, named: i64) -> Result<bool, Failing> {
    if let Some(size) = account.service.size().await? {
        return Ok(named + FEW.max(size / 100) < size);
    }
    let controller = account.controller.get();
    let read = move |db: &mut dyn Db| db.one(&sql::COUNT_TOLD, &[controller.into()])?.i64("n");
    let told = vault.store().read(read).await.map_err(VaultError::from)?;
    Ok(named == 0 && told > FEW)
}

impl Shelf {
    pub(crate) async fn ask(vault: &Vault, account: &Account) -> Result<Self, Failing> {
        let mut worst: HashMap<Mark, Row> = HashMap::new();
        let mut rows = Vec::new();
        let (all, unread) = account.service.held().await?;
        if is_short(vault, account, all.len() as i64 + unread).await? {
            return Err(Failure::Short.into());
        }
        for held in all {
            let tag = |email| *vault.tag(&vault::LookUp::email(email)).hash();
            let mark = held.email.as_ref().map(tag);
            if let Some(mark) = mark {
                let row = Row {
                    id: held.id,
                    standing: held.standing,
                };
                let seen = worst.entry(mark).or_insert(row);
                if row.standing.rank() > seen.standing.rank() {
                    *seen = row;
                }
            }
            rows.push((mark, held));
        }
        Ok(Self {
            rows,
            unread,
            worst,
        })
    }

    pub(crate) fn of(&self, mark: &Mark) -> Option<Row> {
        self.worst.get(mark).copied()
    }
}
