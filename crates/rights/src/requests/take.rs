//! Taking a request in: sealed, dated by the rule table, acknowledged.

use declaration::vocabulary::{Category, purpose::Rights};
use store::{Db, plain};
use values::{ControllerId, Email, FreeText, Line, Moment, RightsRequestId, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Personal, Provenance, Sealed, Vault, VaultError};
use web::{App, Lang};

use super::{CaseRecord, Channel, Kind, Request, due, sql};
use crate::words;

/// What everything of a request is kept for the sake of.
pub(crate) const SOURCE: &str = "rights_request";

/// What is needed to answer.
const NEEDED: &[Category] = &[
    Category::Contact,
    Category::RightsCase,
    Category::Correspondence,
];

/// A request as it is taken in.
#[derive(Clone)]
pub(crate) struct Asked {
    pub subject: SubjectId,
    pub controller: ControllerId,
    pub kind: Kind,
    pub channel: Channel,
    pub received_at: Moment,
    pub text: Option<String>,
    /// The message that says how we know who it is.
    pub identity: &'static str,
    pub lang: Lang,
}

/// A permit for the case of a request.
pub(crate) async fn open_case(
    vault: &Vault,
    actor: Actor,
    subject: SubjectId,
    id: RightsRequestId,
) -> Result<Permit<Rights>, VaultError> {
    let ask = Ask::open(actor, subject).of(NEEDED).case(SOURCE, id.get());
    vault.permit::<Rights>(ask).await
}

/// Where an answer goes: what the case says, or else the contact.
pub(crate) async fn reply_to(
    vault: &Vault,
    permit: &Permit<Rights>,
) -> Result<Option<Email>, VaultError> {
    let subject = permit.subject();
    let load = move |db: &mut dyn Db| Sealed::<CaseRecord>::load_of(db, subject, 50);
    for sealed in vault.store().read(load).await? {
        if let Some(email) = vault.open(permit, &sealed)?.email() {
            return Ok(Some(email));
        }
    }
    let contact = customers::latest_contact(vault, permit).await?;
    Ok(contact.and_then(|(_, contact)| contact.email.as_ref().map(clone_email)))
}

/// A copy of an address for the envelope of a letter.
pub(crate) fn clone_email(email: &Email) -> Email {
    Email::restore(email.reveal().to_owned())
}

/// Takes a request in and acknowledges it by letter, where there is an e-mail. Answers its id.
pub(crate) async fn receive(
    app: &App,
    vault: &Vault,
    actor: Actor,
    asked: &Asked,
) -> Result<RightsRequestId, VaultError> {
    vault::again(|| async move {
        let id: RightsRequestId = vault.world().id();
        let permit = open_case(vault, actor, asked.subject, id).await?;
        let (rule, due_at) = due(&vault.rules(), asked.received_at, false)?;
        let email = reply_to(vault, &permit).await?;
        let mut work = vault.work();
        let keep = Keep::while_open(SOURCE, id.get());
        let record = work.seal(
            &permit,
            &record(app, asked, email.as_ref()),
            &from(vault, id),
            &keep,
        )?;
        let posted = match email {
            Some(email) => {
                let letter = words::received(app, asked, due_at, email);
                let sent = Keep::from(SOURCE, id.get(), work.at());
                let occasion = format!("rights-received-{}", id.get());
                Some(letters::post(&mut work, &permit, letter, &occasion, &sent)?)
            }
            None => None,
        };
        let laid = work.finish();
        let row = vec![
            id.get().into(),
            asked.subject.get().into(),
            asked.controller.get().into(),
            asked.kind.as_str().into(),
            asked.channel.as_str().into(),
            asked.received_at.millis().into(),
            due_at.millis().into(),
            plain(rule),
            record.get().into(),
            asked.lang.tag().into(),
        ];
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            db.exec(&sql::ADD, &row)?;
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        };
        vault.store().write(write).await?;
        Ok(id)
    })
    .await
}

fn record(app: &App, asked: &Asked, email: Option<&Email>) -> Personal<CaseRecord> {
    Personal::new(CaseRecord {
        request: asked.text.clone().map(FreeText::restore),
        name: None,
        reach: email.map(|email| Line::restore(email.reveal().to_owned())),
        identity: Some(app.texts.of(asked.lang).s(asked.identity).to_owned()),
        answer: None,
    })
}

/// Provenance of what is written about a request.
pub(crate) fn from(vault: &Vault, id: RightsRequestId) -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: id.get(),
        notice_version: vault.declaration().version().to_string(),
    }
}

/// Provenance of an answer.
pub(crate) fn made(vault: &Vault, request: &Request) -> Provenance {
    Provenance {
        source_kind: "derived",
        ..from(vault, request.id)
    }
}
