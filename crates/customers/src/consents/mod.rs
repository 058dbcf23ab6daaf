//! Consents to the newsletter, one for each legal entity and topic, by e-mail.
//!
//! A no is as easy as a yes: one button each. What is written down is in the ledger, which only
//! grows; the address to send to is kept as long as one yes stands, and a day longer.

mod pages;
mod panel;

use declaration::vocabulary::{Category, Purpose, purpose};
use store::Db;
use values::{ControllerId, Email, PersonName, SubjectId};
use vault::{
    Actor, Ask, ConsentLine, ConsentSlip, ConsentState, Keep, Permit, Personal, Provenance, Sealed,
    Vault, VaultError, Work,
};
use web::{Lang, Me};

use crate::profile;

pub use pages::{decide, show, withdraw_all};
pub(crate) use panel::ConsentsPanel;

/// What one can say yes to: the word in the ledger, its name, and what it is about.
pub(crate) const TOPICS: &[Topic] = &[
    Topic {
        id: "news",
        name: "consent-topic-news",
        about: "consent-about-news",
    },
    Topic {
        id: "technical",
        name: "consent-topic-technical",
        about: "consent-about-technical",
    },
];

const CHANNEL: &str = "email";
const FORM: &str = "min-side";

/// A topic of the newsletter.
pub(crate) struct Topic {
    pub id: &'static str,
    pub name: &'static str,
    pub about: &'static str,
}

vault::record! {
    /// Where to send the newsletter to; there is one while a yes stands.
    pub struct Subscriber in Marketing as "subscriber" {
        /// Name, as the letter greets it.
        name: Option<PersonName>,
        /// The address.
        email: Email,
        /// The words of the topics said yes to, separated by spaces.
        topics: Option<String>,
        /// Where the address is from.
        source: Option<String>,
    }
}

/// A decision: yes or no to one topic of one legal entity.
#[derive(Clone, Copy)]
pub(crate) struct Decision {
    pub controller: ControllerId,
    pub topic: &'static str,
    pub yes: bool,
}

/// Whether a yes stands.
pub(crate) fn stands(lines: &[ConsentLine], controller: ControllerId, topic: &str) -> bool {
    lines.iter().any(|line| {
        line.controller == controller
            && line.topic == topic
            && line.channel == CHANNEL
            && line.purpose == Purpose::Newsletter.as_str()
            && line.state == ConsentState::Given
    })
}

/// Every yes that stands, of the topics this program knows.
pub(crate) fn standing(vault: &Vault, lines: &[ConsentLine]) -> Vec<Decision> {
    let declaration = vault.declaration();
    let all = declaration.controllers().iter().flat_map(|controller| {
        TOPICS.iter().map(|topic| Decision {
            controller: controller.id,
            topic: topic.id,
            yes: true,
        })
    });
    all.filter(|one| stands(lines, one.controller, one.topic))
        .collect()
}

/// Enters decisions in the ledger, in one transaction with what they mean for the address.
pub(crate) async fn enter(
    vault: &Vault,
    me: &Me,
    decisions: &[Decision],
    lang: Lang,
) -> Result<(), VaultError> {
    vault::again(|| enter_once(vault, me, decisions, lang)).await
}

async fn enter_once(
    vault: &Vault,
    me: &Me,
    decisions: &[Decision],
    lang: Lang,
) -> Result<(), VaultError> {
    let lines = vault.consents_standing(me.subject).await?;
    let news: Vec<Decision> = decisions
        .iter()
        .filter(|one| stands(&lines, one.controller, one.topic) != one.yes)
        .copied()
        .collect();
    if news.is_empty() {
        return Ok(());
    }
    let mut work = vault.work();
    let permit = marketing_permit(vault, Actor::Subject(me.subject), me.subject).await?;
    for one in &news {
        work.consent(&slip(vault, me, *one, lang, work.at()));
    }
    if news.iter().any(|one| one.yes) {
        let mut topics: Vec<&str> = standing(vault, &lines).iter().map(|d| d.topic).collect();
        topics.extend(news.iter().filter(|one| one.yes).map(|one| one.topic));
        seal_subscriber(vault, &mut work, me, &permit, &news, topics).await?;
    }
    for one in news.iter().filter(|one| !one.yes) {
        let keep = Keep::from("consent", slot(*one), work.at());
        work.end(&permit, Category::Marketing, &keep)?;
    }
    let laid = work.finish();
    vault
        .store()
        .write(move |db: &mut dyn Db| laid.lay(db))
        .await?;
    Ok(())
}

/// The number under which a yes keeps the address.
fn slot(decision: Decision) -> i64 {
    let topic = TOPICS.iter().position(|topic| topic.id == decision.topic);
    decision.controller.get() * 1000 + topic.map_or(999, |at| at as i64)
}

fn slip(vault: &Vault, me: &Me, decision: Decision, lang: Lang, at: values::Moment) -> ConsentSlip {
    ConsentSlip {
        subject: me.subject,
        controller: decision.controller,
        purpose: Purpose::Newsletter,
        channel: CHANNEL,
        topic: decision.topic,
        state: if decision.yes {
            ConsentState::Given
        } else {
            ConsentState::Withdrawn
        },
        at,
        text_version: vault.declaration().version().to_string(),
        lang: lang.tag(),
        form: FORM,
        actor: Actor::Subject(me.subject),
    }
}

async fn marketing_permit(
    vault: &Vault,
    actor: Actor,
    subject: SubjectId,
) -> Result<Permit<purpose::Newsletter>, VaultError> {
    let ask = Ask::open(actor, subject).of(&[Category::Marketing]);
    vault.permit::<purpose::Newsletter>(ask).await
}

/// The address is that of the account: one the person has shown to be theirs.
async fn seal_subscriber(
    vault: &Vault,
    work: &mut Work,
    me: &Me,
    permit: &Permit<purpose::Newsletter>,
    news: &[Decision],
    mut topics: Vec<&str>,
) -> Result<(), VaultError> {
    let own = profile::own_permit(vault, me).await?;
    let profile = profile::load(vault, &own).await?;
    topics.sort_unstable();
    topics.dedup();
    let record = Personal::new(Subscriber {
        name: profile.contact.as_ref().map(|contact| contact.name.clone()),
        email: profile.account.email.clone(),
        topics: Some(topics.join(" ")),
        source: Some(FORM.to_owned()),
    });
    for (at, one) in news.iter().filter(|one| one.yes).enumerate() {
        let keep = Keep::while_open("consent", slot(*one));
        if at == 0 {
            let source = provenance(vault, me.account.get());
            work.seal(permit, &record, &source, &keep)?;
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
    let Some(first) = standing(vault, &lines).first().copied() else {
        return Ok(());
    };
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    };
    let permit = marketing_permit(vault, actor, subject).await?;
    let load = move |db: &mut dyn Db| Sealed::<Subscriber>::load_of(db, subject, 1);
    let Some(sealed) = vault.store().read(load).await?.pop() else {
        return Ok(());
    };
    let old = vault.open(&permit, &sealed)?;
    let record = Personal::new(Subscriber {
        name: old.name.clone(),
        email: email.clone(),
        topics: old.topics.clone(),
        source: old.source.clone(),
    });
    let keep = Keep::while_open("consent", slot(first));
    let source = provenance(vault, sealed.id().get());
    work.seal(&permit, &record, &source, &keep).map(|_| ())
}

fn provenance(vault: &Vault, source_ref: i64) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref,
        notice_version: vault.declaration().version().to_string(),
    }
}
