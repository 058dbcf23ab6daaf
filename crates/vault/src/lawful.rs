//! "Was this letter lawful when it was sent?": the consent ledger asked about a moment, with what was
//! known at a moment (GDPR Art. 7(1), 7(3): what was lawful before a withdrawal stays lawful).
//!
//! A line has two times: when it was said (`at`), and when it was entered (`recorded_at`). Pure.

use declaration::{Declaration, Lang, vocabulary::Purpose};
use values::{ControllerId, Moment, SubjectId};

use crate::{
    ConsentLine, ConsentState, Vault, VaultError, consent,
    older::{Answered, answer},
};

/// What a question is about: one controller, purpose, channel and topic.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matter {
    /// The controller.
    pub controller: ControllerId,
    /// The purpose's word.
    pub purpose: String,
    /// The channel's word.
    pub channel: String,
    /// The topic's word.
    pub topic: String,
}

/// The answer for one moment, as known at another.
#[derive(Clone, Debug)]
pub struct AsOf {
    /// The line that decides; `None` when nothing was said.
    pub line: Option<ConsentLine>,
    /// A no that was said by then, or had even come in by then, and was entered later.
    pub unknown: Option<ConsentLine>,
}

/// Whether writing was lawful, told apart by what was known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lawful {
    /// A consent stood, and nothing that came to light since says otherwise.
    Yes,
    /// A consent stood as far as was known; a no had been said, and had not reached us.
    AsKnown,
    /// A no had reached us, and was not entered yet: ours to answer for.
    Late,
    /// No consent stood.
    No,
}

impl AsOf {
    /// The answer in one word, for the moment asked about.
    #[must_use]
    pub fn lawful(&self, at: Moment) -> Lawful {
        let given = self
            .line
            .as_ref()
            .is_some_and(|line| line.state == ConsentState::Given);
        match &self.unknown {
            _ if !given => Lawful::No,
            None => Lawful::Yes,
            Some(no) if no.received_at.is_some_and(|came| came <= at) => Lawful::Late,
            Some(_) => Lawful::AsKnown,
        }
    }
}

impl ConsentLine {
    /// What the line is about.
    #[must_use]
    pub fn matter(&self) -> Matter {
        Matter {
            controller: self.controller,
            purpose: self.purpose.clone(),
            channel: self.channel.clone(),
            topic: self.topic.clone(),
        }
    }
}

/// The line that decides a matter at `valid_at`, from what was entered by `known_at`, and a no that
/// held at `valid_at` and was entered after `known_at`.
#[must_use]
pub fn as_of(lines: &[ConsentLine], matter: &Matter, valid_at: Moment, known_at: Moment) -> AsOf {
    let about: Vec<&ConsentLine> = lines
        .iter()
        .filter(|line| line.matter() == *matter && line.at <= valid_at)
        .collect();
    let known: Vec<&ConsentLine> = about
        .iter()
        .copied()
        .filter(|line| line.recorded_at <= known_at)
        .collect();
    let line = consent::last_word(&known);
    let today = consent::last_word(&about);
    let turned = |no: &&ConsentLine| {
        no.state == ConsentState::Withdrawn
            && no.recorded_at > known_at
            && line.is_some_and(|line| line.state == ConsentState::Given)
    };
    AsOf {
        unknown: today.filter(turned).cloned(),
        line: line.cloned(),
    }
}

/// Whether a yes still answers what is asked today.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Answers {
    /// Words and facts are those it was given to: it carries over.
    Still,
    /// It was given to older words, and a person has judged that they cover what is asked: it holds.
    Covered,
    /// The words, or the facts behind them, have changed: it must be asked again, and is not used.
    Changed,
    /// It is not asked for any more, and is not used.
    NotAsked,
}

/// Compares a line with what the declaration asks today, in the line's language. Nothing but the words
/// of this question and the facts behind it counts: another change of the declaration asks nobody.
#[must_use]
pub fn answers(declaration: &Declaration, line: &ConsentLine) -> Answers {
    let lang = Lang::from_code(&line.lang).unwrap_or_default();
    let asked = declaration.asked_for(
        &line.purpose,
        line.controller,
        &line.channel,
        &line.topic,
        lang,
    );
    let same_version = line.text_version == declaration.version().to_string();
    match asked {
        // Entered before fingerprints were kept, or for what no form asks: good for its own version.
        _ if line.text_hash.is_empty() && same_version => Answers::Still,
        None => Answers::NotAsked,
        Some(asked) if asked.facts_hash == line.facts_hash => {
            match answer(&line.text_hash, &asked) {
                Some(Answered::These) => Answers::Still,
                Some(Answered::Older) => Answers::Covered,
                None => Answers::Changed,
            }
        }
        Some(_) => Answers::Changed,
    }
}

/// Whether a line is a yes that may be used today.
#[must_use]
pub fn usable(declaration: &Declaration, line: &ConsentLine) -> bool {
    let holds = matches!(
        answers(declaration, line),
        Answers::Still | Answers::Covered
    );
    line.state == ConsentState::Given && holds
}

impl Vault {
    /// The line that decides each matter of a purpose at `valid_at`, as known at `known_at`.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consents_as_of(
        &self,
        subject: SubjectId,
        purpose: Purpose,
        valid_at: Moment,
        known_at: Moment,
    ) -> Result<Vec<(Matter, AsOf)>, VaultError> {
        let lines = self.consents_of(subject).await?;
        let mut matters: Vec<Matter> = Vec::new();
        for line in lines.iter().filter(|line| line.purpose == purpose.as_str()) {
            let matter = line.matter();
            if !matters.contains(&matter) {
                matters.push(matter);
            }
        }
        let answer = |matter: Matter| {
            let answer = as_of(&lines, &matter, valid_at, known_at);
            (matter, answer)
        };
        Ok(matters.into_iter().map(answer).collect())
    }

    /// Every yes of a person that stands and may be used today.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn consents_usable(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<ConsentLine>, VaultError> {
        let declaration = self.declaration();
        let mut lines = self.consents_standing(subject).await?;
        lines.retain(|line| usable(&declaration, line));
        Ok(lines)
    }
}
