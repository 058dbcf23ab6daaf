//! Letters to existing customers (markedsføringsloven § 15 third paragraph), where the declaration has them:
//! the notice where an address is given, what was answered, the sale, and the no. Whoever writes the
//! letters learns of it from the vault's ledger: whose customer and since when, never what was bought.

mod rows;

use declaration::{
    Declaration,
    vocabulary::{Category, Purpose, PurposeType, purpose},
};
use values::{ControllerId, Email, SubjectId};
use vault::{
    Actor, Ask, CustomerLine, CustomerSlip, CustomerWord, LookUp, Permit, Scope, Vault, VaultError,
    Work, as_customer,
};
use web::Lang;

use crate::{
    consents::{Came, withdraw_topic},
    latest_contact, words,
};

pub(crate) use rows::{CustomerRow, customer_rows, customer_sentence};

/// The notice of a legal entity where an e-mail is given, with the way to say no.
#[derive(Clone, Debug)]
pub struct CustomerNotice {
    /// The legal entity.
    pub controller: ControllerId,
    /// Its name.
    pub name: String,
    /// The notice, in its own mouth.
    pub words: String,
    /// Fingerprint of the notice, so that nobody's silence counts for words they have not seen.
    pub print: String,
}

/// The notice of a legal entity; none where its declaration has no letters to existing customers.
#[must_use]
pub fn customer_notice(
    vault: &Vault,
    controller: ControllerId,
    lang: Lang,
) -> Option<CustomerNotice> {
    let declaration = vault.declaration();
    let (words, print) = declaration.customer_notice(controller, words::lang(lang))?;
    let name = declaration.controller(controller)?.name.clone();
    Some(CustomerNotice {
        controller,
        name,
        words,
        print,
    })
}

/// The notices of several legal entities, each once, in the order given.
#[must_use]
pub fn customer_notices(
    vault: &Vault,
    controllers: impl IntoIterator<Item = ControllerId>,
    lang: Lang,
) -> Vec<CustomerNotice> {
    let mut notices: Vec<CustomerNotice> = Vec::new();
    for controller in controllers {
        if !notices.iter().any(|one| one.controller == controller) {
            notices.extend(customer_notice(vault, controller, lang));
        }
    }
    notices
}

/// What came of the notice where an address was given.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub enum CustomerAnswer {
    /// It was not shown or said: nothing may ever rest on it.
    #[default]
    NotShown,
    /// It was, with a way to say no, and none was said. That is no yes.
    Silent,
    /// No thanks.
    No,
}

impl CustomerAnswer {
    /// Of the words of a form at the desk, where somebody says whether they have told it: `told`, `no`.
    #[must_use]
    pub fn of_desk(word: &str) -> Self {
        match word {
            "told" => Self::Silent,
            "no" => Self::No,
            _ => Self::NotShown,
        }
    }
}

/// Where an address was given.
#[derive(Clone, Copy, Debug)]
pub struct Given {
    /// To which legal entity.
    pub controller: ControllerId,
    /// Through which form: `bestill`, `stab`, `inntak`.
    pub form: &'static str,
    /// Who entered it.
    pub actor: Actor,
    /// The language of the notice.
    pub lang: Lang,
    /// What it belongs to: a booking, a visit.
    pub case: (&'static str, i64),
}

impl Given {
    fn slip(
        &self,
        topic: &'static str,
        word: CustomerWord,
        of: (SubjectId, &Work),
    ) -> CustomerSlip {
        CustomerSlip {
            subject: of.0,
            controller: self.controller,
            topic,
            word,
            at: of.1.at(),
            received_at: None,
            lang: self.lang.tag(),
            form: self.form,
            actor: self.actor,
            case: self.case,
        }
    }
}

/// Enters what came of the notice, together with the address that was given. A no keeps the address out
/// by its hash, too, and ends what an earlier sale kept it for.
///
/// # Errors
/// When the permit does not cover contact.
pub fn note_answer<P: PurposeType>(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<P>,
    email: &Email,
    (answer, given): (CustomerAnswer, Given),
) -> Result<(), VaultError> {
    let declaration = vault.declaration();
    let Some(topic) = declaration.customer_topic_of(given.controller) else {
        return Ok(());
    };
    let topic = topic.topic;
    let slip = |word, work: &Work| given.slip(topic, word, (permit.subject(), work));
    match answer {
        CustomerAnswer::NotShown => {}
        CustomerAnswer::Silent => {
            let slip = slip(CustomerWord::Offered, work);
            work.customer(&slip);
        }
        CustomerAnswer::No => {
            let slip = slip(CustomerWord::No, work);
            work.no_as_customer(permit, &slip)?;
            let scope = Scope::Topic(given.controller, topic.to_owned());
            work.suppress(&scope, &LookUp::email(email), given.form)?;
        }
    }
    Ok(())
}

/// A no where the address was given is a no to a yes about the same, too: what said it is written down by
/// now, and no letter goes against it whatever comes of this.
pub async fn follow_answer(
    vault: &Vault,
    subject: SubjectId,
    (answer, given): (CustomerAnswer, Given),
) {
    let declaration = vault.declaration();
    let topic = declaration.customer_topic_of(given.controller);
    let (CustomerAnswer::No, Some(topic)) = (answer, topic) else {
        return;
    };
    let came = Came {
        form: given.form,
        actor: given.actor,
        lang: given.lang,
        said_at: None,
        received_at: None,
    };
    let about = (given.controller, topic.topic);
    if let Err(error) = withdraw_topic(vault, subject, about, came).await {
        tracing::warn!(%error, "a no to letters for customers");
    }
}

/// Something was bought. The address is kept for letters to customers from now on if the declaration has
/// them, a no was offered by now, nobody has said it, and there is an address that may be written to.
///
/// # Errors
/// When the permit does not cover contact, or the store fails.
pub async fn note_sale(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    given: Given,
) -> Result<(), VaultError> {
    let (declaration, subject) = (vault.declaration(), permit.subject());
    let Some(topic) = declaration.customer_topic_of(given.controller) else {
        return Ok(());
    };
    let objected = vault.objections_of(subject).await?;
    if [Purpose::Newsletter, Purpose::CustomerNews]
        .iter()
        .any(|no| objected.contains(no))
    {
        return Ok(());
    }
    let lines = vault.customer_lines(subject).await?;
    let controller = given.controller;
    if !may_be_kept(&lines, controller, topic.topic) {
        return Ok(());
    }
    let Some(email) = latest_contact(vault, permit)
        .await?
        .and_then(|(_, one)| one.email.clone())
    else {
        return Ok(());
    };
    let look_up = LookUp::email(&email);
    if vault.suppressed(controller, topic.topic, &look_up).await? {
        return Ok(());
    }
    let slip = given.slip(topic.topic, CustomerWord::Sold, (subject, work));
    work.sold(permit, &slip)?;
    work.keep_proof(subject, &look_up);
    Ok(())
}

/// Whether a no was offered about this, and none was said.
fn may_be_kept(lines: &[CustomerLine], controller: ControllerId, topic: &str) -> bool {
    let own = || lines.iter().filter(|line| line.controller == controller);
    let said_no = own().any(|line| line.word == CustomerWord::No);
    !said_no && own().any(|line| line.word == CustomerWord::Offered && line.topic == topic)
}

/// Whether a no was offered to somebody by a legal entity before, or said.
///
/// # Errors
/// When the store fails.
pub async fn was_asked_as_customer(
    vault: &Vault,
    subject: SubjectId,
    controller: ControllerId,
) -> Result<bool, VaultError> {
    let lines = vault.customer_lines(subject).await?;
    let asked =
        |line: &CustomerLine| line.controller == controller && line.word != CustomerWord::Sold;
    Ok(lines.iter().any(asked))
}

/// The legal entities whose letters somebody gets as their customer now, with the topic.
///
/// # Errors
/// When the store fails.
pub async fn customer_of(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Vec<(ControllerId, &'static str)>, VaultError> {
    let declaration = vault.declaration();
    if declaration.customer_topics().is_empty() {
        return Ok(Vec::new());
    }
    let (lines, now) = (vault.customer_lines(subject).await?, vault.world().now());
    let mut stands = Vec::new();
    for controller in declaration.controllers() {
        let topic = declaration.customer_topic_of(controller.id);
        let how = as_customer(&lines, controller.id, now, now);
        if let (Some(topic), true) = (topic, how.stands(now)) {
            stands.push((controller.id, topic.topic));
        }
    }
    Ok(stands)
}

/// Whoever holds a link that went to a person's address.
const fn by_link(subject: SubjectId) -> Actor {
    Actor::Link {
        subject,
        purpose: Purpose::CustomerNews,
    }
}

/// The address somebody is written to at as a customer, read in their own name, to be kept out by its
/// hash; shown to nobody.
///
/// # Errors
/// When the store fails.
pub async fn customer_email(
    vault: &Vault,
    subject: SubjectId,
) -> Result<Option<Email>, VaultError> {
    if vault.declaration().purpose(Purpose::CustomerNews).is_none()
        || vault.customer_lines(subject).await?.is_empty()
    {
        return Ok(None);
    }
    let ask = Ask::open(by_link(subject), subject).of(&[Category::Contact]);
    let permit = match vault.permit::<purpose::CustomerNews>(ask).await {
        Err(VaultError::Gone) => return Ok(None),
        other => other?,
    };
    let contact = latest_contact(vault, &permit).await?;
    Ok(contact.and_then(|(_, one)| one.email.clone()))
}

/// Carries out a no to letters for customers: to some legal entities' or, with none named, to all. Enters
/// it where something was offered or sold and no has not been said, and ends what the address was kept for.
/// The list of those not to be written to is the caller's.
///
/// # Errors
/// When the store fails.
pub async fn no_as_customer(
    vault: &Vault,
    work: &mut Work,
    subject: SubjectId,
    about: Option<&[(ControllerId, &str)]>,
    came: &Came,
) -> Result<(), VaultError> {
    let lines = vault.customer_lines(subject).await?;
    let noes = to_end(&vault.declaration(), &lines, about);
    if noes.is_empty() {
        return Ok(());
    }
    let ask = Ask::end(by_link(subject), subject).of(&[Category::Contact]);
    let permit = vault.permit::<purpose::CustomerNews>(ask).await?;
    for (controller, topic) in noes {
        let slip = CustomerSlip {
            subject,
            controller,
            topic,
            word: CustomerWord::No,
            at: came.said_at.unwrap_or(work.at()),
            received_at: came.received_at,
            lang: came.lang.tag(),
            form: came.form,
            actor: came.actor,
            case: ("", 0),
        };
        work.no_as_customer(&permit, &slip)?;
    }
    Ok(())
}

/// Whose letters a no ends: those of whom something is known here, and no no.
fn to_end(
    declaration: &Declaration,
    lines: &[CustomerLine],
    about: Option<&[(ControllerId, &str)]>,
) -> Vec<(ControllerId, &'static str)> {
    let mut noes = Vec::new();
    for controller in declaration.controllers() {
        let Some(topic) = declaration.customer_topic_of(controller.id) else {
            continue;
        };
        let own = || lines.iter().filter(|line| line.controller == controller.id);
        let meant = about.is_none_or(|all| all.contains(&(controller.id, topic.topic)));
        let said = own().any(|line| line.word == CustomerWord::No);
        if meant && !said && own().next().is_some() {
            noes.push((controller.id, topic.topic));
        }
    }
    noes
}
