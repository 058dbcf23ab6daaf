//! What came of each file: numbers, and every row that was refused, by its number and the service's.
//! No address is kept of them.

use declaration::{Channel, Lang, vocabulary::Purpose};
use store::{Db, StoreError, Value, plain};
use values::{ControllerId, JobId, Moment};
use vault::{Actor, OlderWords, Vault, VaultError};

use super::{Older, Outcome, Why};
use crate::{accounts::Account, sql};

/// Accounts of files older than this go.
const KEEP_DAYS: i64 = 400;

/// A file that was carried out.
pub(super) struct Done {
    pub id: i64,
    pub at: Moment,
    pub yes: i64,
    pub known: i64,
    pub no: i64,
    pub refused: i64,
}

/// Writes down what came of a file.
pub(super) async fn write(
    vault: &Vault,
    account: &Account,
    (outcome, older): (&Outcome, Option<&Older>),
    by: Actor,
) -> Result<JobId, VaultError> {
    let (id, now) = (vault.world().id::<JobId>(), vault.world().now());
    let controller = account.controller.get();
    let head: Vec<Value> = vec![
        id.get().into(),
        controller.into(),
        now.millis().into(),
        by.id().into(),
        outcome.yes.into(),
        outcome.known.into(),
        outcome.no.into(),
        (outcome.refused.len() as i64).into(),
        outcome.covered.into(),
    ];
    // Words that nobody's yes was taken under are not kept.
    let older = older.filter(|_| outcome.covered > 0);
    let key = older.and_then(|older| words_key(vault, account, older));
    let period = older.map(|older| (older.from.millis(), older.until.millis()));
    let head: Vec<Value> = head
        .into_iter()
        .chain([
            key.map_or(Value::Null, plain),
            period.map(|(from, _)| from).into(),
            period.map(|(_, until)| until).into(),
        ])
        .collect();
    let refused: Vec<Vec<Value>> = outcome
        .refused
        .iter()
        .map(|(row, there, why)| {
            let there: Value = (*there).into();
            vec![id.get().into(), (*row).into(), there, why.as_str().into()]
        })
        .collect();
    let old = [controller.into(), now.plus_days(-KEEP_DAYS).millis().into()];
    let all = move |db: &mut dyn Db| {
        db.exec(&sql::TIDY_IMPORT_ROWS, &old)?;
        db.exec(&sql::TIDY_IMPORTS, &old)?;
        db.exec(&sql::IMPORT, &head)?;
        for values in &refused {
            db.exec(&sql::IMPORT_ROW, values)?;
        }
        Ok(())
    };
    vault.store().write(all).await?;
    Ok(id)
}

/// The fingerprint of older words, as the ledger has it.
fn words_key(vault: &Vault, account: &Account, older: &Older) -> Option<String> {
    let (choice, lang) = (account.choice, Lang::from_code(older.lang.tag())?);
    let (purpose, channel) = (Purpose::Newsletter.as_str(), Channel::Email.as_str());
    let declaration = vault.declaration();
    let asked = declaration.asked_for(purpose, choice.controller, channel, choice.topic, lang)?;
    Some(older.words.key(&asked, lang))
}

/// The newest files of an account, newest first.
pub(super) async fn all(
    vault: &Vault,
    controller: ControllerId,
    at_most: i64,
) -> Result<Vec<Done>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::IMPORTS, &[controller.get().into(), at_most.into()])?;
        let done = rows.iter().map(|row| {
            Ok(Done {
                id: row.i64("id")?,
                at: Moment::from_millis(row.i64("at")?),
                yes: row.i64("yes")?,
                known: row.i64("known")?,
                no: row.i64("no")?,
                refused: row.i64("refused")?,
            })
        });
        done.collect::<Result<Vec<_>, StoreError>>()
    };
    Ok(vault.store().read(read).await?)
}

/// What came of one file; `None` when there is no such file of that account.
pub(super) async fn of(
    vault: &Vault,
    controller: ControllerId,
    id: i64,
) -> Result<Option<Outcome>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let key = [id.into(), controller.get().into()];
        let Some(head) = db.opt(&sql::IMPORT_OF, &key)? else {
            return Ok(None);
        };
        let mut outcome = Outcome {
            yes: head.i64("yes")?,
            known: head.i64("known")?,
            no: head.i64("no")?,
            covered: head.i64("covered")?,
            ..Outcome::default()
        };
        let words = head.opt_text("words_hash")?.map(str::to_owned);
        for row in &db.all(&sql::IMPORT_ROWS, &[id.into()])? {
            let why = Why::of(row.text("reason")?);
            let why = why.ok_or_else(|| StoreError::Type("make_import_row.reason".into()))?;
            let refused = (row.i64("row_no")?, row.opt_i64("there_id")?, why);
            outcome.refused.push(refused);
        }
        Ok(Some((outcome, words)))
    };
    let Some((mut outcome, words)) = vault.store().read(read).await? else {
        return Ok(None);
    };
    if let Some(words) = words {
        let kept = vault.consent_text(&words).await?;
        outcome.older = kept.map(|kept| OlderWords {
            text: kept.text,
            whence: kept.version,
        });
    }
    Ok(Some(outcome))
}

/// The refused rows as a table for a spreadsheet.
pub(super) fn csv(
    refused: &[(i64, Option<i64>, Why)],
    head: &str,
    word: impl Fn(Why) -> String,
) -> String {
    let mut text = format!("\u{feff}{head}\r\n");
    for (row, there, why) in refused {
        let there = there.map_or_else(String::new, |id| id.to_string());
        let why = word(*why).replace([';', '"', '\n', '\r'], " ");
        text.push_str(&format!("{row};{there};{why}\r\n"));
    }
    text
}
