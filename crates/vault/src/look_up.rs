//! Look-ups: keyed hashes that find a subject by what is never stored in the clear.
//!
//! A *blind* look-up is one subject's alone (an e-mail, a phone, a plate); a *hint* may be shared (the
//! beginnings of a name). Both belong to a strand and go with it: a keyed hash of an e-mail is still
//! personal data.

use declaration::vocabulary::{Category, PurposeType};
use store::{Db, StoreError, bytes};
use values::{StrandId, SubjectId};

use crate::{Permit, StrandState, Vault, VaultError, Work, sql};

/// What can be looked up, in its normal form. Cannot be printed.
pub struct LookUp {
    kind: &'static str,
    normal: zeroize::Zeroizing<String>,
}

/// A keyed hash of something: what the database knows of it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Tag {
    pub(crate) kind: &'static str,
    pub(crate) hash: [u8; 32],
}

impl Tag {
    /// The hash, to be stored or compared.
    #[must_use]
    pub const fn hash(&self) -> &[u8; 32] {
        &self.hash
    }
}

/// Shortest and longest beginning of a word of a name that finds it.
const HINT_CHARS: std::ops::RangeInclusive<usize> = 2..=7;

/// Names with something in the middle; longer ones are taken whole.
const MIDDLE_WORDS: std::ops::RangeInclusive<usize> = 3..=5;

impl LookUp {
    /// Something of a named kind, already in normal form. Kinds are words of the program, such as
    /// `email`, `phone`, `plate`, `log_in`, `reference`.
    #[must_use]
    pub fn of(kind: &'static str, normal: &str) -> Self {
        Self {
            kind,
            normal: zeroize::Zeroizing::new(normal.to_owned()),
        }
    }

    /// By e-mail.
    #[must_use]
    pub fn email(email: &values::Email) -> Self {
        Self::of("email", &email.reveal().to_lowercase())
    }

    /// By phone.
    #[must_use]
    pub fn phone(phone: &values::Phone) -> Self {
        Self::of("phone", phone.reveal())
    }

    /// By plate.
    #[must_use]
    pub fn plate(plate: &values::Plate) -> Self {
        Self::of("plate", plate.reveal())
    }

    /// By chassis number.
    #[must_use]
    pub fn vin(vin: &values::Vin) -> Self {
        Self::of("vin", vin.reveal())
    }

    /// By a name at a postal code: what a letter on paper is addressed to. However it is spelt, and in
    /// whatever order its words stand, it is the same.
    #[must_use]
    pub fn post(kind: &'static str, name: &str, postal_code: &str) -> Self {
        let mut all: Vec<String> = values::words(name).map(values::fold_word).collect();
        all.sort_unstable();
        Self::of(kind, &format!("{} {}", all.join(" "), postal_code.trim()))
    }

    /// The same for a person, who may leave out what they are called in the middle: of a name of three
    /// words or more every two words count as well.
    #[must_use]
    pub fn posts(kind: &'static str, name: &str, postal_code: &str) -> Vec<Self> {
        let all: Vec<&str> = values::words(name).collect();
        let mut found = vec![Self::post(kind, name, postal_code)];
        if !MIDDLE_WORDS.contains(&all.len()) {
            return found;
        }
        for (at, one) in all.iter().enumerate() {
            for other in all.iter().skip(at + 1) {
                found.push(Self::post(kind, &format!("{one} {other}"), postal_code));
            }
        }
        found
    }

    /// Hints under which a name is found: the beginnings of its words.
    #[must_use]
    pub fn name_hints(name: &values::PersonName) -> Vec<Self> {
        let mut hints = Vec::new();
        for word in words(name.reveal()) {
            let chars: Vec<char> = word.chars().collect();
            for length in HINT_CHARS {
                if length <= chars.len() {
                    let start: String = chars[..length].iter().collect();
                    hints.push(Self::of("name", &start));
                }
            }
        }
        hints
    }

    /// The hint to ask for when somebody types the beginning of a name; `None` when it is too short.
    /// With several words the longest is asked for.
    #[must_use]
    pub fn name_start(typed: &str) -> Option<Self> {
        let word = words(typed).max_by_key(|word| word.chars().count())?;
        let start: String = word.chars().take(*HINT_CHARS.end()).collect();
        (start.chars().count() >= *HINT_CHARS.start()).then(|| Self::of("name", &start))
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
}

impl Vault {
    /// The keyed hash of something.
    #[must_use]
    pub fn tag(&self, look_up: &LookUp) -> Tag {
        let hash = self.with_keys(|keys| {
            keys.blind
                .hash(&[look_up.kind.as_bytes(), look_up.normal.as_bytes()])
        });
        Tag {
            kind: look_up.kind,
            hash,
        }
    }

    /// A keyed hash of a secret code (a session, a link): only the hash is stored.
    #[must_use]
    pub fn tag_code(&self, kind: &'static str, code: &[u8]) -> Tag {
        let hash = self.with_keys(|keys| keys.blind.hash(&[kind.as_bytes(), code]));
        Tag { kind, hash }
    }

    /// Whom a look-up finds.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find(&self, look_up: &LookUp) -> Result<Option<SubjectId>, VaultError> {
        let tag = self.tag(look_up);
        Ok(self.inner.store.read(move |db| find_tag(db, &tag)).await?)
    }

    /// Whom a hint may mean, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn find_hint(
        &self,
        look_up: &LookUp,
        at_most: i64,
    ) -> Result<Vec<SubjectId>, VaultError> {
        let tag = self.tag(look_up);
        Ok(self
            .inner
            .store
            .read(move |db| {
                let values = [tag.kind.into(), bytes(tag.hash), at_most.into()];
                db.all(&sql::HINT, &values)?
                    .iter()
                    .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
                    .collect::<Result<Vec<_>, _>>()
            })
            .await?)
    }
}

impl Work {
    /// A look-up of somebody of whom only what is locked is left goes over to this permit's subject; the
    /// other is found by it as a hint from now on.
    ///
    /// # Errors
    /// When the permit does not cover the category.
    pub fn take_over<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        look_up: &LookUp,
        (other, strand): (SubjectId, StrandId),
    ) -> Result<(), VaultError> {
        let Tag { kind, hash } = self.vault().tag(look_up);
        // Still locked, and still there: else the whole is done again.
        self.expect(strand, StrandState::Restricted);
        let dropped = vec![kind.into(), bytes(hash), other.get().into()];
        self.row((sql::BLIND_DROP, dropped));
        let hint = vec![
            kind.into(),
            bytes(hash),
            other.get().into(),
            strand.get().into(),
        ];
        self.row((sql::HINT_ADD, hint));
        self.claim(permit, category, look_up)
    }
}

/// Whom a tag finds, inside a transaction.
pub(crate) fn find_tag(db: &mut dyn Db, tag: &Tag) -> Result<Option<SubjectId>, StoreError> {
    db.opt(&sql::BLIND, &[tag.kind.into(), bytes(tag.hash)])?
        .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
        .transpose()
}
