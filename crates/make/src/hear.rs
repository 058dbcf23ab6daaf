//! What is said at the service comes home: whoever unsubscribes there has said no here, too, at the
//! instant they said it; an address whose letters come back is written to no more.

use std::collections::HashSet;

use newsletter::subscriber::{Came, NoTo, stop};
use store::{Db, StoreError, bytes};
use values::{Email, Moment, SubjectId};
use vault::{ConsentSlip, ConsentState, LookUp, Scope, Tag, Vault, VaultError, suppress_in};

use crate::{
    account::Failing,
    accounts::Account,
    lines::{Mark, State, WHO, is_about, mark_of},
    sql,
};

/// The word of the ledger for what came through the service.
pub(crate) const FORM: &str = "make";

/// What was heard.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub(crate) enum Kind {
    /// Somebody said no.
    Unsubscribed,
    /// Letters come back.
    Bounced,
    /// We stopped it there ourselves.
    Ours,
}

/// So many strangers' words are written in one transaction.
const AT_ONCE: usize = 500;
/// An event so near to our own stop is its echo.
const ECHO_MS: i64 = 2 * 60_000;

impl Kind {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Unsubscribed => "unsubscribed",
            Self::Bounced => "bounced",
            Self::Ours => "ours",
        }
    }
}

/// What has been heard from one account.
pub(crate) struct Heard {
    exact: HashSet<(String, Mark, i64)>,
    once: HashSet<(String, Mark)>,
}

impl Heard {
    /// Whether anything of the kind has been heard about an address.
    pub(crate) fn ever(&self, kind: Kind, mark: Mark) -> bool {
        [kind, Kind::Ours]
            .iter()
            .any(|one| self.once.contains(&(one.as_str().to_owned(), mark)))
    }

    /// Whether this very word has been heard, or is the echo of our own.
    fn has(&self, vault: &Vault, word: &Word<'_>) -> bool {
        let mark = *vault.tag(&LookUp::email(word.email)).hash();
        let key = (word.kind.as_str().to_owned(), mark, word.said());
        self.exact.contains(&key) || self.is_echo(mark, word.said())
    }

    fn is_echo(&self, mark: Mark, said: i64) -> bool {
        let ours = Kind::Ours.as_str();
        self.once.contains(&(ours.to_owned(), mark))
            && self
                .exact
                .iter()
                .any(|(kind, of, at)| kind == ours && *of == mark && (at - said).abs() <= ECHO_MS)
    }

    fn note(&mut self, kind: Kind, mark: Mark, said: i64) {
        self.exact.insert((kind.as_str().to_owned(), mark, said));
        self.once.insert((kind.as_str().to_owned(), mark));
    }
}

/// Reads it.
pub(crate) async fn heard(vault: &Vault, account: &Account) -> Result<Heard, VaultError> {
    let controller = account.controller.get();
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::HEARD, &[controller.into()])?;
        let rows = rows.iter().map(|row| {
            Ok((
                row.text("kind")?.to_owned(),
                mark_of(row)?,
                row.i64("said")?,
            ))
        });
        rows.collect::<Result<HashSet<_>, StoreError>>()
    };
    let exact = vault.store().read_long(read).await?;
    let once = exact
        .iter()
        .map(|(kind, mark, _)| (kind.clone(), *mark))
        .collect();
    Ok(Heard { exact, once })
}

/// One word from the service.
pub(crate) struct Word<'a> {
    pub kind: Kind,
    pub email: &'a Email,
    /// When it was said; none when the service does not tell.
    pub at: Option<Moment>,
    /// The service's number of the event.
    pub id: Option<i64>,
}

impl Word<'_> {
    /// What tells it from another word about the same address.
    fn said(&self) -> i64 {
        self.at.map(Moment::millis).or(self.id).unwrap_or(0)
    }
}

/// Asks for what was said there since the last time. Answers how much was new.
pub(crate) async fn listen(vault: &Vault, account: &Account) -> Result<u64, Failing> {
    let mut known = heard(vault, account).await?;
    let left = account.service.unsubscribes().await?;
    let back = account.service.bounces().await?;
    let left = left.iter().map(|event| (Kind::Unsubscribed, event));
    let back = back.iter().map(|event| (Kind::Bounced, event));
    let words = left.chain(back).map(|(kind, event)| Word {
        kind,
        email: &event.email,
        at: event.at,
        id: event.id,
    });
    Ok(take_all(vault, account, &mut known, words.collect()).await?)
}

/// Does what follows from each word. Strangers' words, of which there may be thousands the first time,
/// are written many at a time.
pub(crate) async fn take_all(
    vault: &Vault,
    account: &Account,
    known: &mut Heard,
    mut words: Vec<Word<'_>>,
) -> Result<u64, VaultError> {
    words.retain(|word| !known.has(vault, word));
    let new = words.len() as u64;
    let mut strangers = Vec::new();
    for (word, stranger) in words.iter().zip(strange(vault, account, &words).await?) {
        match stranger {
            Some(tag) => strangers.push((word.kind, tag, word.said(), word.at)),
            None => take(vault, account, known, word).await?,
        }
    }
    for some in strangers.chunks(AT_ONCE) {
        take_strangers(vault, account, some.to_vec()).await?;
    }
    for (kind, tag, said, _) in strangers {
        known.note(kind, *tag.hash(), said);
    }
    Ok(new)
}

/// A stranger's word: what, whose by a keyed hash, what tells it from others, and when.
type Strange = (Kind, Tag, i64, Option<Moment>);

/// The hash of each address nobody here has.
async fn strange(
    vault: &Vault,
    account: &Account,
    words: &[Word<'_>],
) -> Result<Vec<Option<Tag>>, VaultError> {
    let tag = |word: &Word<'_>| vault.tag(&LookUp::email(word.email));
    let tags: Vec<Tag> = words.iter().map(tag).collect();
    let controller = account.controller.get();
    let read = move |db: &mut dyn Db| {
        let mut strange = Vec::with_capacity(tags.len());
        for tag in &tags {
            let blind = ["email".into(), bytes(*tag.hash())];
            let line = [controller.into(), bytes(*tag.hash())];
            let nobody = db.opt(&vault::sql::BLIND, &blind)?.is_none()
                && db.all(&sql::BY_MARK, &line)?.is_empty();
            strange.push(nobody.then(|| tag.clone()));
        }
        Ok(strange)
    };
    Ok(vault.store().read_long(read).await?)
}

async fn take_strangers(
    vault: &Vault,
    account: &Account,
    some: Vec<Strange>,
) -> Result<(), VaultError> {
    let (now, choice) = (vault.world().now(), account.choice);
    let write = move |db: &mut dyn Db| {
        for (kind, tag, said, at) in &some {
            let topic = Scope::Topic(choice.controller, choice.topic.to_owned());
            match kind {
                Kind::Unsubscribed => suppress_in(db, tag, &topic, now, FORM)?,
                Kind::Bounced => suppress_in(db, tag, &Scope::All, now, "bounce")?,
                Kind::Ours => {}
            }
            let values = [
                choice.controller.get().into(),
                kind.as_str().into(),
                bytes(*tag.hash()),
                (*said).into(),
                at.map_or(now, |at| at.min(now)).millis().into(),
                now.millis().into(),
            ];
            db.exec(&sql::HEAR, &values)?;
        }
        Ok(())
    };
    Ok(vault.store().write(write).await?)
}

/// Does what follows from a word, once. Killed in between it does the same again, to the same end.
pub(crate) async fn take(
    vault: &Vault,
    account: &Account,
    known: &mut Heard,
    word: &Word<'_>,
) -> Result<(), VaultError> {
    let look_up = LookUp::email(word.email);
    let mark = *vault.tag(&look_up).hash();
    let said = word.said();
    if known.has(vault, word) {
        return Ok(());
    }
    let now = vault.world().now();
    // A clock that runs ahead there says nothing about tomorrow here.
    let at = word.at.map_or(now, |at| at.min(now));
    let subject = match vault.find(&look_up).await? {
        Some(subject) => Some(subject),
        None => by_mark(vault, account, mark).await?,
    };
    let yes = match subject {
        Some(subject) => standing_yes(vault, account, subject).await?,
        None => None,
    };
    let at = yes.map_or(at, |yes| within_its_second(at, yes));
    if yes.is_none_or(|yes| yes <= at) {
        match word.kind {
            Kind::Unsubscribed => say_no(vault, account, subject, word.email, at).await?,
            Kind::Bounced => vault.suppress(Scope::All, &look_up, "bounce").await?,
            Kind::Ours => {}
        }
    }
    if let (Kind::Unsubscribed, Some(subject)) = (word.kind, subject) {
        write_down(vault, account, subject, at).await?;
    }
    note(vault, account, subject, (word.kind, mark, said), at).await?;
    known.note(word.kind, mark, said);
    Ok(())
}

async fn by_mark(
    vault: &Vault,
    account: &Account,
    mark: Mark,
) -> Result<Option<SubjectId>, VaultError> {
    let values = [account.controller.get().into(), bytes(mark)];
    let read = move |db: &mut dyn Db| {
        let row = db.all(&sql::BY_MARK, &values)?.into_iter().next();
        row.map(|row| row.i64("subject_id").map(SubjectId::from_raw))
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// When the yes was said that stands, if one does.
async fn standing_yes(
    vault: &Vault,
    account: &Account,
    subject: SubjectId,
) -> Result<Option<Moment>, VaultError> {
    let lines = vault.consents_standing(subject).await?;
    let mut yes = lines
        .iter()
        .filter(|line| is_about(line, account.choice) && line.state == ConsentState::Given);
    Ok(yes.next().map(|line| line.at))
}

/// A no that is told to the second was said some time in it: of a yes in the same second it is taken to
/// come after.
fn within_its_second(no: Moment, yes: Moment) -> Moment {
    let whole = no.millis().rem_euclid(1_000) == 0;
    if whole && yes > no && yes < no.plus_ms(1_000) {
        return yes.plus_ms(1);
    }
    no
}

async fn say_no(
    vault: &Vault,
    account: &Account,
    subject: Option<SubjectId>,
    email: &Email,
    at: Moment,
) -> Result<(), VaultError> {
    let came = Came {
        form: FORM,
        lang: web::Lang::Nb,
        at,
        actor: WHO,
    };
    stop(vault, subject, email, NoTo::Topic(account.choice), came).await
}

/// A no that was said there stands in the ledger even when another no came before it here: the person
/// said it (F10). Only where they had said yes, and once.
async fn write_down(
    vault: &Vault,
    account: &Account,
    subject: SubjectId,
    at: Moment,
) -> Result<(), VaultError> {
    let lines = vault.consents_of(subject).await?;
    let about = || lines.iter().filter(|line| is_about(line, account.choice));
    let had_yes = about().any(|line| line.state == ConsentState::Given && line.at <= at);
    let stands = about()
        .any(|line| line.state == ConsentState::Withdrawn && line.form == FORM && line.at == at);
    if !had_yes || stands {
        return Ok(());
    }
    let slip = ConsentSlip {
        subject,
        controller: account.controller,
        purpose: declaration::vocabulary::Purpose::Newsletter,
        channel: declaration::Channel::Email.as_str(),
        topic: account.choice.topic,
        state: ConsentState::Withdrawn,
        at,
        text_version: vault.declaration().version().to_string(),
        lang: web::Lang::Nb.tag(),
        form: FORM,
        actor: WHO,
    };
    vault.enter_consent(slip).await.map(|_| ())
}

async fn note(
    vault: &Vault,
    account: &Account,
    subject: Option<SubjectId>,
    (kind, mark, said): (Kind, Mark, i64),
    at: Moment,
) -> Result<(), VaultError> {
    let now = vault.world().now().millis();
    let controller = account.controller.get();
    let values = vec![
        controller.into(),
        kind.as_str().into(),
        bytes(mark),
        said.into(),
        at.millis().into(),
        now.into(),
    ];
    let write = move |db: &mut dyn Db| {
        if let Some(subject) = subject {
            let stopped = State::Stopped.as_str();
            let values = [
                controller.into(),
                subject.get().into(),
                stopped.into(),
                now.into(),
            ];
            db.exec(&sql::STATE, &values)?;
        }
        db.exec(&sql::HEAR, &values).map(|_| ())
    };
    Ok(vault.store().write(write).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_no_told_to_the_second_comes_after_a_yes_of_that_second() {
        let at = Moment::from_millis;
        for (no, yes, taken) in [
            (5_000, 5_400, 5_401),
            (5_000, 5_999, 6_000),
            (5_000, 6_000, 5_000),
            (5_000, 4_900, 5_000),
            (5_001, 5_400, 5_001),
        ] {
            assert_eq!(within_its_second(at(no), at(yes)), at(taken), "{no} {yes}");
        }
    }
}
