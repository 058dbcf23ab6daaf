//! Entering a yes or a no: the ledger, the address it is sent to, and the hash that outlives both, in
//! one transaction.

use declaration::{
    Channel, Declaration,
    vocabulary::{Category, Purpose, purpose},
};
use store::Db;
use values::{Email, Moment, PersonName, SubjectId};
use vault::{
    Actor, Ask, ConsentLine, ConsentSlip, ConsentState, Keep, LookUp, Permit, Personal, Provenance,
    Scope, Sealed, Vault, VaultError, Work,
};
use web::Lang;

use super::{
    Choice, Decision, FORM, Subscriber, given, last_word, of_customers::say_no_as_customer, stands,
};

/// How a no came, and who entered it.
#[derive(Clone, Copy, Debug)]
pub struct Came {
    /// Through which form or on what way: `min-side`, `link`, `letter`, `phone`.
    pub form: &'static str,
    /// Who entered it.
    pub actor: Actor,
    /// Language of the words.
    pub lang: Lang,
    /// When it was said, where that was before it is entered.
    pub said_at: Option<Moment>,
    /// When it had come in, where a member of staff enters it.
    pub received_at: Option<Moment>,
}

impl Came {
    /// Just now, by the person.
    pub(crate) const fn now(form: &'static str, actor: Actor, lang: Lang) -> Self {
        Self {
            form,
            actor,
            lang,
            said_at: None,
            received_at: None,
        }
    }
}

/// Who can be written to: name, address, and the record that shows they are theirs.
pub(crate) struct Address {
    pub name: Option<PersonName>,
    pub email: Email,
    pub source: i64,
}

/// What is entered about one person.
pub(crate) struct Entry<'a> {
    pub subject: SubjectId,
    pub decisions: &'a [Decision],
    /// Nothing more from anybody here, whatever else comes up.
    pub stop_all: bool,
    pub came: Came,
    /// The address, for a yes; a no needs none.
    pub address: Option<&'a Address>,
    /// What a member of staff typed to find the person: kept out like the address itself.
    pub typed: &'a [LookUp],
}

/// A no to everything, said by a person or in their name.
///
/// # Errors
/// When the store fails.
pub async fn withdraw_everything(
    vault: &Vault,
    subject: SubjectId,
    came: Came,
) -> Result<(), VaultError> {
    let entry = Entry {
        subject,
        decisions: &[],
        stop_all: true,
        came,
        address: None,
        typed: &[],
    };
    enter(vault, &entry).await
}

/// Enters decisions in the ledger, in one transaction with what they mean for the address.
pub(crate) async fn enter(vault: &Vault, entry: &Entry<'_>) -> Result<(), VaultError> {
    vault::again(|| enter_once(vault, entry)).await
}

async fn enter_once(vault: &Vault, entry: &Entry<'_>) -> Result<(), VaultError> {
    let declaration = vault.declaration();
    let lines = vault.consents_standing(entry.subject).await?;
    let given = given(&lines);
    let mut work = vault.work();
    let said = sort(&declaration, &lines, entry, work.at());
    let permit = marketing_permit(vault, entry.subject).await?;
    let mut emails = addresses(vault, &permit, entry.address).await?;
    if entry.stop_all || entry.decisions.iter().any(|one| !one.yes) {
        say_no_as_customer(vault, &mut work, entry, &mut emails).await?;
    }
    silence(vault, &mut work, entry, &said, &emails).await?;
    if !said.no.is_empty() {
        for email in &emails {
            work.keep_proof(entry.subject, &LookUp::email(email));
        }
    }
    for about in said.no.iter().filter(|about| given.contains(about)) {
        let slip = slip(vault, entry, *about, false, work.at());
        work.consent_received(&slip, entry.came.received_at);
        let keep = Keep::from("consent", about.slot(), work.at());
        work.end(&permit, Category::Marketing, &keep)?;
    }
    for about in &said.outlasted {
        let slip = slip(vault, entry, *about, false, work.at());
        work.consent_received(&slip, entry.came.received_at);
    }
    for about in &said.yes {
        let slip = slip(vault, entry, *about, true, work.at());
        work.consent(&slip);
        for email in emails.iter().filter(|_| about.channel == Channel::Email) {
            work.lift_suppression(about.controller, about.topic, &LookUp::email(email))?;
        }
    }
    if let (Some(address), false) = (entry.address, said.yes.is_empty()) {
        let mut topics: Vec<&str> = given.iter().chain(&said.yes).map(|one| one.topic).collect();
        topics.sort_unstable();
        topics.dedup();
        seal_subscriber(
            vault,
            &mut work,
            &permit,
            address,
            &said.yes,
            &topics.join(" "),
        )?;
    }
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    Ok(vault.store().write(write).await?)
}

/// What is entered, by what it does.
#[derive(Default)]
struct Sorted {
    /// New yeses.
    yes: Vec<Choice>,
    /// Noes that hold.
    no: Vec<Choice>,
    /// Noes that are older than the person's own yes: the ledger has them, and the yes stands.
    outlasted: Vec<Choice>,
}

fn sort(
    declaration: &Declaration,
    lines: &[ConsentLine],
    entry: &Entry<'_>,
    now: Moment,
) -> Sorted {
    let said_at = entry.came.said_at.unwrap_or(now);
    let newer =
        |about: Choice| last_word(lines, about).is_some_and(|line| line.outlasts(said_at, now));
    let mut sorted = Sorted::default();
    let decided = entry.decisions.iter().filter(|one| !one.yes);
    let noes: Vec<Choice> = if entry.stop_all {
        given(lines)
    } else {
        decided.map(|one| one.about).collect()
    };
    (sorted.outlasted, sorted.no) = noes.into_iter().partition(|about| newer(*about));
    let yes = entry.decisions.iter().filter(|one| one.yes);
    let yes = yes.map(|one| one.about);
    sorted.yes = yes
        .filter(|about| !stands(declaration, lines, *about))
        .collect();
    sorted
}

/// What is said no to stays out by the hash of the address, too, whatever comes to its record.
async fn silence(
    vault: &Vault,
    work: &mut Work,
    entry: &Entry<'_>,
    said: &Sorted,
    emails: &[Email],
) -> Result<(), VaultError> {
    let own: Vec<LookUp> = emails.iter().map(LookUp::email).collect();
    if entry.stop_all {
        for look_up in own.iter().chain(entry.typed) {
            stop_all(vault, work, entry, &said.outlasted, look_up).await?;
        }
        return Ok(());
    }
    let mail = |about: &&Choice| about.channel == Channel::Email;
    for look_up in &own {
        keep_out(work, entry, said.no.iter().filter(mail), look_up)?;
    }
    for look_up in entry.typed {
        keep_out(work, entry, said.no.iter(), look_up)?;
    }
    Ok(())
}

fn keep_out<'c>(
    work: &mut Work,
    entry: &Entry<'_>,
    no: impl Iterator<Item = &'c Choice>,
    look_up: &LookUp,
) -> Result<(), VaultError> {
    for about in no {
        let scope = Scope::Topic(about.controller, about.topic.to_owned());
        work.suppress(&scope, look_up, entry.came.form)?;
    }
    Ok(())
}

/// Everything stays out but what the person has said yes to since: the list goes by the order in which
/// words came in, so their newer yes is said again behind the older no. What something else has kept
/// out meanwhile stays out.
async fn stop_all(
    vault: &Vault,
    work: &mut Work,
    entry: &Entry<'_>,
    outlasted: &[Choice],
    look_up: &LookUp,
) -> Result<(), VaultError> {
    let mut free = Vec::new();
    for about in outlasted {
        let (controller, topic) = (about.controller, about.topic);
        if !vault.suppressed(controller, topic, look_up).await? {
            free.push(about);
        }
    }
    work.suppress(&Scope::All, look_up, entry.came.form)?;
    for about in free {
        work.lift_suppression(about.controller, about.topic, look_up)?;
    }
    Ok(())
}

fn slip(vault: &Vault, entry: &Entry<'_>, about: Choice, yes: bool, at: Moment) -> ConsentSlip {
    ConsentSlip {
        subject: entry.subject,
        controller: about.controller,
        purpose: Purpose::Newsletter,
        channel: about.channel.as_str(),
        topic: about.topic,
        state: if yes {
            ConsentState::Given
        } else {
            ConsentState::Withdrawn
        },
        at: entry.came.said_at.unwrap_or(at),
        text_version: vault.declaration().version().to_string(),
        lang: entry.came.lang.tag(),
        form: entry.came.form,
        actor: entry.came.actor,
    }
}

/// In the person's own name: a no is theirs, whoever writes it down, and a yes is theirs alone.
async fn marketing_permit(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Permit<purpose::Newsletter>, VaultError> {
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    };
    let ask = Ask::open(actor, subject).of(&[Category::Marketing]);
    vault.permit::<purpose::Newsletter>(ask).await
}

/// Every address the person is or was written to at, to make hashes of; shown to nobody.
async fn addresses(
    vault: &Vault,
    permit: &Permit<purpose::Newsletter>,
    address: Option<&Address>,
) -> Result<Vec<Email>, VaultError> {
    let mut emails: Vec<Email> = address.map(|one| one.email.clone()).into_iter().collect();
    for sealed in subscribers(vault, permit.subject(), 5).await? {
        let email = vault.open(permit, &sealed)?.email.clone();
        if !emails.iter().any(|known| known.reveal() == email.reveal()) {
            emails.push(email);
        }
    }
    Ok(emails)
}

async fn subscribers(
    vault: &Vault,
    subject: SubjectId,
    at_most: i64,
) -> Result<Vec<Sealed<Subscriber>>, VaultError> {
    let load = move |db: &mut dyn Db| Sealed::<Subscriber>::load_of(db, subject, at_most);
    Ok(vault.store().read(load).await?)
}

/// The address the person is written to at now, for a yes that is renewed.
pub(crate) async fn present_address(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Option<Address>, VaultError> {
    let permit = marketing_permit(vault, subject).await?;
    let Some(sealed) = subscribers(vault, subject, 1).await?.pop() else {
        return Ok(None);
    };
    let record = vault.open(&permit, &sealed)?;
    Ok(Some(Address {
        name: record.name.clone(),
        email: record.email.clone(),
        source: sealed.id().get(),
    }))
}

fn seal_subscriber(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Newsletter>,
    address: &Address,
    yes: &[Choice],
    topics: &str,
) -> Result<(), VaultError> {
    let record = Personal::new(Subscriber {
        name: address.name.clone(),
        email: address.email.clone(),
        topics: Some(topics.to_owned()),
        source: Some(FORM.to_owned()),
    });
    for (at, one) in yes.iter().enumerate() {
        let keep = Keep::while_open("consent", one.slot());
        if at == 0 {
            work.seal(permit, &record, &provenance(vault, address.source), &keep)?;
        } else {
            work.also_keep(permit, Category::Marketing, Purpose::Newsletter, &keep)?;
        }
    }
    Ok(())
}

/// A corrected e-mail reaches the newsletter, too (GDPR Art. 19).
pub(crate) async fn follow_email(
    vault: &Vault,
    work: &mut Work,
    subject: SubjectId,
    email: &Email,
) -> Result<(), VaultError> {
    let lines = vault.consents_standing(subject).await?;
    let Some(first) = given(&lines).first().copied() else {
        return Ok(());
    };
    let permit = marketing_permit(vault, subject).await?;
    let Some(sealed) = subscribers(vault, subject, 1).await?.pop() else {
        return Ok(());
    };
    let old = vault.open(&permit, &sealed)?;
    let record = Personal::new(Subscriber {
        name: old.name.clone(),
        email: email.clone(),
        topics: old.topics.clone(),
        source: old.source.clone(),
    });
    let keep = Keep::while_open("consent", first.slot());
    let source = provenance(vault, sealed.id().get());
    work.seal(&permit, &record, &source, &keep)?;
    Ok(())
}

fn provenance(vault: &Vault, source_ref: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref,
        notice_version: vault.declaration().version().to_string(),
    }
}
