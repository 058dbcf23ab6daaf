//! The codes in our links: sealed, so that nothing of them is stored and nobody can make one.

use declaration::Declaration;
use values::{Email, Moment, SubjectId};
use vault::{Vault, VaultError};
use web::Lang;

use crate::topics::{Choice, Wishes};

/// The way out in a letter, and the way to one's choices.
const OUT: &str = "newsletter-out";
/// A sign-up that waits for its confirmation.
const SIGN_UP: &str = "newsletter-sign-up";
/// "It was not me": in the letter that asks for the confirmation.
const STOP: &str = "newsletter-stop";

/// A confirmation can be given for two days.
const SIGN_UP_DAYS: i64 = 2;

/// Whose letter it was, and what it was about.
#[derive(Clone, Copy, Debug)]
pub struct Out {
    /// Whose.
    pub subject: SubjectId,
    /// What it was about.
    pub choice: Choice,
    /// The campaign, 0 when it was none.
    pub campaign: i64,
}

/// What somebody asked for and has not confirmed.
pub struct SignUp {
    /// The address.
    pub email: Email,
    /// What they said yes to.
    pub choices: Vec<Choice>,
    /// What they wish for.
    pub wishes: Wishes,
    /// Language of the page.
    pub lang: Lang,
    /// The version of the declaration that was shown.
    pub version: String,
    /// Whether the address was on the list of those not to be written to when they asked: then the
    /// confirmation is a new yes. If it came on the list later, it is not.
    pub was_suppressed: bool,
}

impl Out {
    /// As a code that is good as long as the house stands.
    ///
    /// # Errors
    /// When sealing fails.
    pub fn seal(&self, vault: &Vault) -> Result<String, VaultError> {
        let text = format!(
            "{} {} {}",
            self.subject.get(),
            self.choice.word(),
            self.campaign
        );
        vault.seal_token(OUT, text.as_bytes(), Moment::FOREVER)
    }

    /// Of a code; `None` when it is not one of ours. The topic need not be declared any more: the way out
    /// of a letter works as long as the house stands.
    #[must_use]
    pub fn open(vault: &Vault, code: &str) -> Option<Self> {
        let bytes = vault.open_token(OUT, code)?;
        let mut words = std::str::from_utf8(&bytes).ok()?.split(' ');
        let subject = SubjectId::from_raw(words.next()?.parse().ok()?);
        let choice = Choice::of_old_word(words.next()?)?;
        let campaign = words.next()?.parse().ok()?;
        Some(Self {
            subject,
            choice,
            campaign,
        })
    }
}

impl SignUp {
    /// As a code, good for two days.
    ///
    /// # Errors
    /// When sealing fails.
    pub fn seal(&self, vault: &Vault) -> Result<String, VaultError> {
        let choices: Vec<String> = self.choices.iter().map(Choice::word).collect();
        let text = [
            self.email.reveal(),
            &choices.join(" "),
            &self.wishes.words().unwrap_or_default(),
            self.lang.tag(),
            &self.version,
            if self.was_suppressed { "1" } else { "0" },
        ]
        .join("\n");
        let until = vault.world().now().plus_days(SIGN_UP_DAYS);
        vault.seal_token(SIGN_UP, text.as_bytes(), until)
    }

    /// Of a code; `None` when it is not one of ours, or too old.
    #[must_use]
    pub fn open(vault: &Vault, code: &str) -> Option<Self> {
        let bytes = vault.open_token(SIGN_UP, code)?;
        let mut lines = std::str::from_utf8(&bytes).ok()?.split('\n');
        let email = Email::parse(lines.next()?).ok()?;
        let choices = choices(&vault.declaration(), lines.next()?);
        let wishes = Wishes::of_words(lines.next()?);
        let lang = lang_of(lines.next()?);
        let version = lines.next()?.to_owned();
        let was_suppressed = lines.next()? == "1";
        Some(Self {
            email,
            choices,
            wishes,
            lang,
            version,
            was_suppressed,
        })
    }
}

fn choices(declaration: &Declaration, words: &str) -> Vec<Choice> {
    let words = words.split_whitespace();
    words
        .filter_map(|word| Choice::of_word(declaration, word))
        .collect()
}

/// The language of that tag.
#[must_use]
pub fn lang_of(tag: &str) -> Lang {
    let known = Lang::ALL.into_iter().find(|lang| lang.tag() == tag);
    known.unwrap_or_default()
}

/// "Never write to this address", as a code.
///
/// # Errors
/// When sealing fails.
pub fn seal_stop(vault: &Vault, email: &Email) -> Result<String, VaultError> {
    vault.seal_token(STOP, email.reveal().as_bytes(), Moment::FOREVER)
}

/// The address of such a code.
#[must_use]
pub fn open_stop(vault: &Vault, code: &str) -> Option<Email> {
    let bytes = vault.open_token(STOP, code)?;
    Email::parse(std::str::from_utf8(&bytes).ok()?).ok()
}
