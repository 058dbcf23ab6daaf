//! The exact words a consent was given to, and the facts behind them, by fingerprint: to be shown
//! years later (ISO/IEC TS 27560). They are the declaration's words and name nobody.

use declaration::{AskedFor, Declaration, Lang};
use store::{Sql, Value, plain};
use values::{ConsentId, Moment};

use crate::{ConsentSlip, Vault, VaultError, sql};

/// Words that a person once answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsentText {
    /// Version of the declaration they first stood in.
    pub version: String,
    /// Their language.
    pub lang: String,
    /// The words.
    pub text: String,
}

/// How many yeses another declaration would have to ask for again, and how many carry over.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReAsk {
    /// Asked again: the words or the facts changed, or the question is gone.
    pub again: i64,
    /// Carried over.
    pub carried: i64,
}

/// The rows of one line: words and facts where they are new, then the line.
pub(crate) fn rows(
    declaration: &Declaration,
    id: ConsentId,
    slip: &ConsentSlip,
    received_at: Option<Moment>,
    now: Moment,
) -> Vec<(Sql, Vec<Value>)> {
    let lang = Lang::from_code(slip.lang).unwrap_or_default();
    let (purpose, channel) = (slip.purpose.as_str(), slip.channel);
    let asked = declaration.asked_for(purpose, slip.controller, channel, slip.topic, lang);
    let version = declaration.version().to_string();
    let mut rows = Vec::new();
    if let Some(asked) = &asked {
        rows.push(kept(&asked.text, &asked.text_hash, &version, lang, now));
        rows.push(kept_facts(asked, &version, now));
    }
    let (text, facts) = asked.map_or_else(Default::default, |one| (one.text_hash, one.facts_hash));
    let mut values = crate::consent::values(id, slip, now);
    values.extend([
        plain(text),
        plain(facts),
        received_at.map(Moment::millis).into(),
    ]);
    rows.push((sql::CONSENT_ADD, values));
    rows
}

/// Words of the declaration, kept once.
pub(crate) fn kept(
    text: &str,
    hash: &str,
    version: &str,
    lang: Lang,
    now: Moment,
) -> (Sql, Vec<Value>) {
    let values = vec![
        plain(hash),
        plain(version),
        lang.code().into(),
        plain(text),
        now.millis().into(),
    ];
    (sql::CONSENT_TEXT_KEEP, values)
}

pub(crate) fn kept_facts(asked: &AskedFor, version: &str, now: Moment) -> (Sql, Vec<Value>) {
    let values = vec![
        plain(asked.facts_hash.as_str()),
        plain(version),
        plain(asked.facts.as_str()),
        now.millis().into(),
    ];
    (sql::CONSENT_FACTS_KEEP, values)
}

impl Vault {
    /// The words of a fingerprint that the ledger names; `None` for a line from before they were kept.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consent_text(&self, hash: &str) -> Result<Option<ConsentText>, VaultError> {
        let hash = hash.to_owned();
        let row = self
            .inner
            .store
            .read(move |db| db.opt(&sql::CONSENT_TEXT, &[plain(hash.as_str())]))
            .await?;
        let text = row.map(|row| {
            Ok::<_, store::StoreError>(ConsentText {
                version: row.text("version")?.to_owned(),
                lang: row.text("lang")?.to_owned(),
                text: row.text("text")?.to_owned(),
            })
        });
        Ok(text.transpose()?)
    }

    /// The facts of a fingerprint that the ledger names, one a line: `recipient make NO`.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consent_facts(&self, hash: &str) -> Result<Option<String>, VaultError> {
        let hash = hash.to_owned();
        let row = self
            .inner
            .store
            .read(move |db| db.opt(&sql::CONSENT_FACTS, &[plain(hash.as_str())]))
            .await?;
        let facts = row.map(|row| row.text("facts").map(str::to_owned));
        Ok(facts.transpose()?)
    }

    /// How many standing yeses a declaration would ask for again. Counted in the database by what
    /// was answered; reads no person.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn re_asked_by(&self, declaration: &Declaration) -> Result<ReAsk, VaultError> {
        let rows = self
            .inner
            .store
            .read(|db| db.all(&sql::CONSENTS_BY_TEXT, &[]))
            .await?;
        let mut count = ReAsk::default();
        for row in &rows {
            let lang = Lang::from_code(row.text("lang")?).unwrap_or_default();
            let controller = values::ControllerId::from_raw(row.i64("controller_id")?);
            let asked = declaration.asked_for(
                row.text("purpose")?,
                controller,
                row.text("channel")?,
                row.text("topic")?,
                lang,
            );
            let (text, facts) = (row.text("text_hash")?, row.text("facts_hash")?);
            let untold =
                text.is_empty() && row.text("text_version")? == declaration.version().to_string();
            let same = asked.is_some_and(|one| {
                one.facts_hash == facts && crate::older::answer(text, &one).is_some()
            });
            let many = row.i64("many")?;
            if same || untold {
                count.carried += many;
            } else {
                count.again += many;
            }
        }
        Ok(count)
    }
}
