//! A subscriber: how a confirmed yes comes in and how a no is carried out, whoever brings it.

use declaration::vocabulary::{Category, Purpose, purpose};
use store::Db;
use values::{Email, Moment, SubjectId};
use vault::{
    Actor, Ask, ConsentLine, ConsentSlip, ConsentState, Keep, LookUp, Permit, Personal, Provenance,
    Scope, Sealed, SubjectKind, Vault, VaultError, Work,
};
use web::Lang;

use customers::Subscriber;

use crate::{
    newer::{Stands, no_as_customer, said_to, silence},
    topics::{self, CHANNEL, Choice, Wishes},
};

vault::record! {
    /// What a subscriber wishes the letters to be about.
    pub struct WishesRecord in Marketing as "wishes" {
        /// Words, separated by spaces.
        wishes: Option<String>,
    }
}

/// Through what a yes or a no came.
#[derive(Clone, Copy, Debug)]
pub struct Came {
    /// The word in the ledger: `newsletter`, `newsletter-link`, `phone`, `letter` …
    pub form: &'static str,
    /// Language of what was shown.
    pub lang: Lang,
    /// When it was said: a letter is older than its registration.
    pub at: Moment,
    /// Who enters it.
    pub actor: Actor,
}

/// What somebody says no to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NoTo {
    /// One topic of one legal entity.
    Topic(Choice),
    /// All news from everybody here.
    Everything,
}

/// Takes a confirmed yes: the ledger, the address, the look-up of a new person, in one transaction.
///
/// # Errors
/// When the judge refuses or the store fails.
pub async fn subscribe(
    vault: &Vault,
    email: &Email,
    choices: &[Choice],
    wishes: &Wishes,
    version: &str,
    came: Came,
) -> Result<SubjectId, VaultError> {
    vault::again(|| subscribe_once(vault, email, choices, wishes, version, came)).await
}

async fn subscribe_once(
    vault: &Vault,
    email: &Email,
    choices: &[Choice],
    wishes: &Wishes,
    version: &str,
    came: Came,
) -> Result<SubjectId, VaultError> {
    let look_up = LookUp::email(email);
    let known = vault.find(&look_up).await?;
    let mut work = vault.work();
    let (subject, permit) = match known {
        Some(subject) => (subject, own_permit(vault, subject).await?),
        None => new_person(vault, &mut work, &look_up).await?,
    };
    let standing = match known {
        Some(subject) => standing(vault, subject).await?,
        None => Vec::new(),
    };
    for choice in choices {
        let actor = own_actor(subject);
        let came = Came { actor, ..came };
        work.consent(&slip(subject, *choice, true, version, came));
        work.lift_suppression(choice.controller, choice.topic, &look_up)?;
    }
    let mut topics: Vec<&str> = standing.iter().chain(choices).map(|c| c.topic).collect();
    topics.sort_unstable();
    topics.dedup();
    let record = Personal::new(Subscriber {
        name: None,
        email: email.clone(),
        topics: Some(topics.join(" ")),
        source: Some(came.form.to_owned()),
    });
    let source = provenance(version, 0);
    seal_all(&mut work, &permit, &record, wishes, choices, &source)?;
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    vault.store().write(write).await?;
    Ok(subject)
}

fn seal_all(
    work: &mut Work,
    permit: &Permit<purpose::Newsletter>,
    record: &Personal<Subscriber>,
    wishes: &Wishes,
    choices: &[Choice],
    source: &Provenance,
) -> Result<(), VaultError> {
    let keeps = choices
        .iter()
        .map(|c| Keep::while_open("consent", c.slot()));
    for (at, keep) in keeps.enumerate() {
        if at == 0 {
            work.seal(permit, record, source, &keep)?;
            let wishes = Personal::new(WishesRecord {
                wishes: wishes.words(),
            });
            work.seal(permit, &wishes, source, &keep)?;
        } else {
            work.also_keep(permit, Category::Marketing, Purpose::Newsletter, &keep)?;
        }
    }
    Ok(())
}

async fn new_person(
    vault: &Vault,
    work: &mut Work,
    look_up: &LookUp,
) -> Result<(SubjectId, Permit<purpose::Newsletter>), VaultError> {
    let subject = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(own_actor(subject), subject).of(&[Category::Marketing]);
    let permit = vault.permit::<purpose::Newsletter>(ask).await?;
    work.claim(&permit, Category::Marketing, look_up)?;
    Ok((subject, permit))
}

/// Whoever holds a link that went to a person's address.
pub(crate) const fn own_actor(subject: SubjectId) -> Actor {
    Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    }
}

async fn own_permit(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Permit<purpose::Newsletter>, VaultError> {
    let ask = Ask::open(own_actor(subject), subject).of(&[Category::Marketing]);
    vault.permit::<purpose::Newsletter>(ask).await
}

fn provenance(version: &str, source_ref: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref,
        notice_version: version.to_owned(),
    }
}

fn slip(subject: SubjectId, choice: Choice, yes: bool, version: &str, came: Came) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: choice.controller,
        purpose: Purpose::Newsletter,
        channel: CHANNEL,
        topic: choice.topic,
        state: if yes {
            ConsentState::Given
        } else {
            ConsentState::Withdrawn
        },
        at: came.at,
        text_version: version.to_owned(),
        lang: came.lang.tag(),
        form: came.form,
        actor: came.actor,
    }
}

/// Every yes of a person that stands.
///
/// # Errors
/// When the store fails.
pub async fn standing(vault: &Vault, subject: SubjectId) -> Result<Vec<Choice>, VaultError> {
    let lines = vault.consents_standing(subject).await?;
    let stands = |choice: &Choice| lines.iter().any(|line| is_yes(line, *choice));
    let mut all = topics::all(&vault.declaration());
    all.retain(stands);
    Ok(all)
}

/// Whether a line is a yes to this.
pub(crate) fn is_yes(line: &ConsentLine, choice: Choice) -> bool {
    is_about(line, choice) && line.state == ConsentState::Given
}

/// Whether a line is about this.
pub(crate) fn is_about(line: &ConsentLine, choice: Choice) -> bool {
    line.controller == choice.controller
        && line.topic == choice.topic
        && line.channel == CHANNEL
        && line.purpose == Purpose::Newsletter.as_str()
}

/// What a subscriber has: address and wishes; `None` when nothing is left of them.
pub(crate) struct Kept {
    pub email: Email,
    pub wishes: Wishes,
}

/// Reads what a subscriber has, as themselves.
///
/// # Errors
/// When the store fails.
pub(crate) async fn kept(vault: &Vault, subject: SubjectId) -> Result<Option<Kept>, VaultError> {
    let permit = match own_permit(vault, subject).await {
        Err(VaultError::Gone) => return Ok(None),
        other => other?,
    };
    let (record, wishes) = vault.store().read(move |db| load(db, subject)).await?;
    let Some(record) = record else {
        return Ok(None);
    };
    let record = vault.open(&permit, &record)?;
    let wishes = wishes.map(|w| vault.open(&permit, &w)).transpose()?;
    Ok(Some(Kept {
        email: record.email.clone(),
        wishes: wishes_of(wishes.as_ref()),
    }))
}

pub(crate) fn wishes_of(record: Option<&Personal<WishesRecord>>) -> Wishes {
    let words = record.and_then(|record| record.wishes.as_deref());
    words.map(Wishes::of_words).unwrap_or_default()
}

/// The newest records of a subscriber, sealed.
pub(crate) type Loaded = (Option<Sealed<Subscriber>>, Option<Sealed<WishesRecord>>);

pub(crate) fn load(db: &mut dyn Db, subject: SubjectId) -> Result<Loaded, store::StoreError> {
    let record = Sealed::<Subscriber>::load_of(db, subject, 1)?.pop();
    let wishes = Sealed::<WishesRecord>::load_of(db, subject, 1)?.pop();
    Ok((record, wishes))
}

/// Carries out a no that came by the person's own link. Does nothing more the second time; whoever is
/// not here any more has nothing to say no to.
///
/// # Errors
/// When the store fails.
pub async fn leave(
    vault: &Vault,
    subject: SubjectId,
    no: NoTo,
    came: Came,
) -> Result<(), VaultError> {
    let email = match kept(vault, subject).await? {
        Some(kept) => Some(kept.email),
        // Whoever never said yes, and gets letters as a customer.
        None => customers::customer_email(vault, subject).await?,
    };
    let Some(email) = email else {
        return Ok(());
    };
    stop(vault, Some(subject), &email, no, came).await
}

/// Carries out a no to an address: the ledger, the end of the reason it is kept for, and the hash that
/// outlives it. `subject` is the person of the address, if there is one.
///
/// # Errors
/// When the store fails.
pub async fn stop(
    vault: &Vault,
    subject: Option<SubjectId>,
    email: &Email,
    no: NoTo,
    came: Came,
) -> Result<(), VaultError> {
    vault::again(|| stop_once(vault, subject, email, no, came)).await
}

async fn stop_once(
    vault: &Vault,
    subject: Option<SubjectId>,
    email: &Email,
    no: NoTo,
    came: Came,
) -> Result<(), VaultError> {
    let look_up = LookUp::email(email);
    let mut work = vault.work();
    let (scope, about): (Scope, Vec<Choice>) = match no {
        NoTo::Topic(choice) => (
            Scope::Topic(choice.controller, choice.topic.to_owned()),
            vec![choice],
        ),
        NoTo::Everything => (Scope::All, everything(vault, subject).await?),
    };
    let standing = match subject {
        Some(subject) => said_to(vault, subject, &about).await?,
        None => Vec::new(),
    };
    let (newer, ended): (Vec<Stands>, Vec<Stands>) = standing
        .into_iter()
        .partition(|(_, line)| line.outlasts(came.at, work.at()));
    silence(vault, &mut work, (&scope, &look_up), &newer, came).await?;
    if let Some(subject) = subject {
        work.keep_proof(subject, &look_up);
        no_as_customer(vault, &mut work, subject, (no, email), came).await?;
        withdraw(vault, &mut work, subject, (&ended, &newer), came).await?;
    }
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    Ok(vault.store().write(write).await?)
}

/// All that is asked for today, and what this person once said yes to and is not asked any more.
async fn everything(vault: &Vault, subject: Option<SubjectId>) -> Result<Vec<Choice>, VaultError> {
    let mut all = topics::written(&vault.declaration());
    let Some(subject) = subject else {
        return Ok(all);
    };
    for line in vault.consents_standing(subject).await? {
        let choice = Choice {
            controller: line.controller,
            topic: declaration::lasting(&line.topic),
        };
        if is_yes(&line, choice) && !all.contains(&choice) {
            all.push(choice);
        }
    }
    Ok(all)
}

/// Enters the noes; those that end a yes end what it kept, too.
async fn withdraw(
    vault: &Vault,
    work: &mut Work,
    subject: SubjectId,
    (ended, newer): (&[Stands], &[Stands]),
    came: Came,
) -> Result<(), VaultError> {
    if ended.is_empty() && newer.is_empty() {
        return Ok(());
    }
    // Nothing is opened: what is sealed loses the reason it is kept for.
    let ask = Ask::seal(own_actor(subject), subject).of(&[Category::Marketing]);
    let permit = vault.permit::<purpose::Newsletter>(ask).await?;
    let version = vault.declaration().version().to_string();
    for (choice, _) in newer {
        work.consent(&slip(subject, *choice, false, &version, came));
    }
    for (choice, _) in ended {
        work.consent(&slip(subject, *choice, false, &version, came));
        let keep = Keep::from("consent", choice.slot(), work.at());
        work.end(&permit, Category::Marketing, &keep)?;
    }
    Ok(())
}

/// Writes down other wishes of a subscriber.
///
/// # Errors
/// When nothing is left of them, or the store fails.
pub async fn wish(vault: &Vault, subject: SubjectId, wishes: &Wishes) -> Result<(), VaultError> {
    vault::again(|| wish_once(vault, subject, wishes)).await
}

async fn wish_once(vault: &Vault, subject: SubjectId, wishes: &Wishes) -> Result<(), VaultError> {
    let Some(first) = standing(vault, subject).await?.first().copied() else {
        return Ok(());
    };
    let permit = own_permit(vault, subject).await?;
    let mut work = vault.work();
    let record = Personal::new(WishesRecord {
        wishes: wishes.words(),
    });
    let version = vault.declaration().version().to_string();
    let keep = Keep::while_open("consent", first.slot());
    work.seal(&permit, &record, &provenance(&version, 0), &keep)?;
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    Ok(vault.store().write(write).await?)
}
