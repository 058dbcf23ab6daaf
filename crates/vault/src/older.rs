//! A yes that was given to older words, before the house moved in here. It covers what those words say and
//! no more; whether that is what is asked today, a person decides who has read them, and the ledger line
//! says so: its fingerprint names both the words that were answered and the words they were judged to
//! cover. When the question or the facts behind it change, the yes must be asked again like any other.

use declaration::{AskedFor, Declaration, Lang, print::hash};
use store::{Sql, Value, plain};
use values::{ConsentId, Moment};

use crate::{ConsentLine, ConsentSlip, Work, consent_text, sql};

/// What the fingerprint of such a line begins with.
const COVERS: &str = "covers";

/// Words that were answered elsewhere, as they stood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OlderWords {
    /// The words.
    pub text: String,
    /// Where they stood and when, for whoever asks years later.
    pub whence: String,
}

impl OlderWords {
    /// The fingerprint of a line whose yes was given to these words and is judged to cover a question.
    #[must_use]
    pub fn key(&self, asked: &AskedFor, lang: Lang) -> String {
        let own = hash(&format!("{}\n{}\n{}", lang.code(), self.whence, self.text));
        format!("{COVERS}.{}.{own}", asked.text_hash)
    }
}

fn asked(declaration: &Declaration, slip: &ConsentSlip) -> Option<(AskedFor, Lang)> {
    let lang = Lang::from_code(slip.lang).unwrap_or_default();
    let purpose = slip.purpose.as_str();
    let asked = declaration.asked_for(purpose, slip.controller, slip.channel, slip.topic, lang)?;
    Some((asked, lang))
}

/// Whether the words a fingerprint stands for are, or cover, those of another.
pub(crate) fn answer(text_hash: &str, asked: &AskedFor) -> Option<Answered> {
    if text_hash == asked.text_hash {
        return Some(Answered::These);
    }
    (covered(text_hash) == Some(&asked.text_hash)).then_some(Answered::Older)
}

/// Which words were answered.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Answered {
    /// The very words.
    These,
    /// Older ones that cover them.
    Older,
}

fn covered(text_hash: &str) -> Option<&str> {
    let (word, rest) = text_hash.split_once('.')?;
    let (covered, _) = rest.split_once('.')?;
    (word == COVERS).then_some(covered)
}

impl ConsentLine {
    /// Whether this was said to older words, and a person has judged what they cover.
    #[must_use]
    pub fn is_to_older_words(&self) -> bool {
        covered(&self.text_hash).is_some()
    }

    /// Whether the words that were answered are, or cover, those that are asked.
    #[must_use]
    pub fn answers_words(&self, asked: &AskedFor) -> bool {
        answer(&self.text_hash, asked).is_some()
    }
}

fn rows(
    declaration: &Declaration,
    id: ConsentId,
    (slip, older): (&ConsentSlip, &OlderWords),
    now: Moment,
) -> Option<Vec<(Sql, Vec<Value>)>> {
    let (asked, lang) = asked(declaration, slip)?;
    let version = declaration.version().to_string();
    let hash = older.key(&asked, lang);
    let words = vec![
        plain(hash.as_str()),
        plain(older.whence.as_str()),
        lang.code().into(),
        plain(older.text.as_str()),
        now.millis().into(),
    ];
    let mut values = crate::consent::values(id, slip, now);
    values.extend([plain(hash), plain(asked.facts_hash.as_str()), Value::Null]);
    Some(vec![
        (sql::CONSENT_TEXT_KEEP, words),
        consent_text::kept_facts(&asked, &version, now),
        (sql::CONSENT_ADD, values),
    ])
}

impl Work {
    /// Enters a yes to older words that a person has judged to cover what the slip is about. `None`, and
    /// nothing is entered, when that is not asked for today.
    pub fn consent_to_older(
        &mut self,
        slip: &ConsentSlip,
        older: &OlderWords,
    ) -> Option<ConsentId> {
        let id: ConsentId = self.vault().world().id();
        let declaration = self.vault().declaration();
        let rows = rows(&declaration, id, (slip, older), self.at())?;
        for row in rows {
            self.row(row);
        }
        Some(id)
    }
}
