//! Everybody the service holds, by the marks of their addresses.

use std::collections::HashMap;

use vault::Vault;

use crate::{Failure, Held, Standing, accounts::Account, lines::Mark};

/// How an address stands there, worst row first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row {
    pub id: i64,
    pub standing: Standing,
}

/// Everybody there, by their marks.
pub(crate) struct Shelf {
    pub rows: Vec<(Option<Mark>, Held)>,
    worst: HashMap<Mark, Row>,
}

impl Shelf {
    pub(crate) async fn ask(vault: &Vault, account: &Account) -> Result<Self, Failure> {
        let mut worst: HashMap<Mark, Row> = HashMap::new();
        let mut rows = Vec::new();
        for held in account.service.held().await? {
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
        Ok(Self { rows, worst })
    }

    pub(crate) fn of(&self, mark: &Mark) -> Option<Row> {
        self.worst.get(mark).copied()
    }
}
