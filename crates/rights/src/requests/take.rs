//! Taking a request in: sealed, dated by the rule table, acknowledged.

use data_encoding::BASE64;
use declaration::vocabulary::{Category, Purpose, purpose::Rights};
use store::{Db, Value, plain};
use values::{
    ControllerId, Email, FreeText, Line, Moment, PersonName, RecordId, RightsRequestId, SubjectId,
};
use vault::{
    Actor, Ask, Keep, Permit, Personal, Provenance, Sealed, SubjectKind, Vault, VaultError, Work,
};
use web::{App, File, Lang};

use super::{
    CaseRecord, Channel, ClaimRecord, Identity, Kind, NewEvent, Request, ScanRecord, What, due,
    identity::{Link, known_address},
    people, sql,
};
use crate::{objection, rectification::CorrectionRecord, words};

/// What everything of a request is kept for the sake of.
pub(crate) const SOURCE: &str = "rights_request";

/// What is needed to answer.
const NEEDED: &[Category] = &[
    Category::Contact,
    Category::RightsCase,
    Category::Correspondence,
    Category::Evidence,
];

/// What a visitor without an account may add to.
const TOLD: &[Category] = &[Category::RightsCase, Category::Correspondence];

/// What somebody at the desk may lay down, and not open.
const WRITTEN_DOWN: &[Category] = &[
    Category::RightsCase,
    Category::Correspondence,
    Category::Evidence,
];

/// Whom a request is about, as far as is known when it comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// Somebody we have.
    Known(SubjectId),
    /// Nobody we know: the case gets a subject of its own.
    Unknown,
}

/// A request as it is taken in.
pub(crate) struct Asked {
    pub whose: Whose,
    pub controller: ControllerId,
    pub kind: Kind,
    pub channel: Channel,
    pub received_at: Moment,
    /// The letter's own date.
    pub written_on: Option<Moment>,
    pub text: Option<String>,
    /// The name given, and how to be reached: what somebody without proof says about themselves.
    pub name: Option<PersonName>,
    pub reach: Option<Line>,
    pub identity: Identity,
    /// How we know, in a sentence for the case.
    pub identity_said: String,
    pub scan: Option<File>,
    /// An objection: to which purposes.
    pub objected: Vec<Purpose>,
    /// A rectification: which field, and what it should be.
    pub correction: Option<(String, FreeText)>,
    pub lang: Lang,
    /// Who wrote it down, when it is somebody who may lay it down and read nothing of it.
    pub clerk: Option<Actor>,
}

impl Asked {
    /// A request of somebody who is logged in, now.
    pub fn by_person(app: &App, vault: &Vault, subject: SubjectId, kind: Kind, lang: Lang) -> Self {
        let declaration = vault.declaration();
        let first = declaration.controllers().first().map(|one| one.id);
        Self {
            whose: Whose::Known(subject),
            // The controllers answer for each other; the first of the declaration takes it in.
            controller: first.unwrap_or_else(|| ControllerId::from_raw(1)),
            kind,
            channel: Channel::Page,
            received_at: vault.world().now(),
            written_on: None,
            text: None,
            name: None,
            reach: None,
            identity: Identity::LoggedIn,
            identity_said: app.texts.of(lang).s(Identity::LoggedIn.key()).to_owned(),
            scan: None,
            objected: Vec::new(),
            correction: None,
            lang,
            clerk: None,
        }
    }

    /// The address typed, if what was typed is one.
    fn typed_email(&self) -> Option<Email> {
        Email::parse(self.reach.as_ref()?.reveal()).ok()
    }
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

/// Where an answer goes: to the contact as it stands now, so that a corrected address counts from the
/// correction on; where there is none any more (erased, or nobody we knew), to what this case says.
pub(crate) async fn reply_to(
    vault: &Vault,
    permit: &Permit<Rights>,
    case: Option<RightsRequestId>,
) -> Result<Option<Email>, VaultError> {
    if let Some(email) = customers::reached_at(vault, permit).await? {
        return Ok(Some(email));
    }
    let Some(case) = case else {
        return Ok(None);
    };
    let subject = permit.subject();
    let load = move |db: &mut dyn Db| Sealed::<CaseRecord>::load_of(db, subject, 500);
    for sealed in vault.store().read(load).await? {
        if sealed.raw().source_ref == case.get()
            && let Some(email) = vault.open(permit, &sealed)?.email()
        {
            return Ok(Some(email));
        }
    }
    Ok(None)
}

/// Takes a request in and acknowledges it by letter, where there is an e-mail: with a link that proves
/// who asks where that is in doubt and there is an address we already had. Answers its id.
pub(crate) async fn receive(
    app: &App,
    vault: &Vault,
    actor: Actor,
    asked: &Asked,
) -> Result<RightsRequestId, VaultError> {
    vault::again(|| receive_once(app, vault, actor, asked)).await
}

async fn receive_once(
    app: &App,
    vault: &Vault,
    actor: Actor,
    asked: &Asked,
) -> Result<RightsRequestId, VaultError> {
    let id: RightsRequestId = vault.world().id();
    let (rule, due_at) = due(&vault.rules(), asked.received_at, false)?;
    let mut work = vault.work();
    let permit = permit_for(vault, &mut work, actor, asked, id).await?;
    let to = answer_address(vault, &permit, asked, id).await?;
    let (record, scan) = seal(vault, &mut work, &permit, asked, id, to.as_ref())?;
    let doubted = asked.identity == Identity::InDoubt;
    let known = matches!(asked.whose, Whose::Known(_));
    let others = people::as_it_comes(vault, &permit, asked, to.as_ref()).await?;
    // Whoever delivered for another has no look-up of their own, and proves their address all the same.
    let provable = known || !others.is_empty();
    let link =
        (doubted && provable && to.is_some()).then(|| Link::new(vault, id, permit.subject()));
    let posted = match to {
        Some(to) => {
            let letter = match (doubted, &link) {
                (false, _) => words::received(app, asked, due_at, to),
                (true, Some(link)) => words::received_with_link(app, asked, link, to),
                (true, None) => words::received_in_doubt(app, asked, to),
            };
            let sent = Keep::from(SOURCE, id.get(), work.at());
            let occasion = format!("rights-received-{}", id.get());
            Some(letters::post(&mut work, &permit, letter, &occasion, &sent)?)
        }
        None => None,
    };
    let by = asked.clerk.unwrap_or(actor);
    let events = events_of(vault, by, asked, id, link.is_some());
    let row = row(
        asked,
        by,
        id,
        permit.subject(),
        (rule, due_at),
        (record, scan),
        work.at(),
    );
    let objected = objection::Rows::of(id, permit.subject(), asked, work.at());
    let others = people::rows(id, asked.identity, &others, work.at(), actor);
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        db.exec(&sql::ADD, &row)?;
        others.lay(db)?;
        events.iter().try_for_each(|event| event.add(db))?;
        objected.lay(db)?;
        link.as_ref().map_or(Ok(()), |link| link.lay(db))?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    };
    vault.store().write(write).await?;
    Ok(id)
}

async fn permit_for(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    asked: &Asked,
    id: RightsRequestId,
) -> Result<Permit<Rights>, VaultError> {
    let ask = match (asked.whose, actor) {
        (Whose::Known(subject), Actor::Visitor) => Ask::seal(actor, subject).of(TOLD),
        (Whose::Known(subject), _) if asked.clerk.is_some() => {
            Ask::seal(actor, subject).of(WRITTEN_DOWN)
        }
        (Whose::Known(subject), _) => Ask::open(actor, subject).of(NEEDED),
        (Whose::Unknown, Actor::Visitor) => {
            Ask::seal_new(actor, work.subject(SubjectKind::Person)).of(TOLD)
        }
        (Whose::Unknown, _) => Ask::seal_new(actor, work.subject(SubjectKind::Person)).of(NEEDED),
    };
    vault.permit::<Rights>(ask.case(SOURCE, id.get())).await
}

/// Where the acknowledgement goes. To the address somebody typed only if nobody else is found under it.
async fn answer_address(
    vault: &Vault,
    permit: &Permit<Rights>,
    asked: &Asked,
    id: RightsRequestId,
) -> Result<Option<Email>, VaultError> {
    match (asked.whose, asked.identity) {
        (Whose::Unknown, _) => Ok(asked.typed_email()),
        (Whose::Known(subject), identity)
            if identity == Identity::InDoubt || asked.clerk.is_some() =>
        {
            known_address(vault, subject, id, asked.typed_email()).await
        }
        (Whose::Known(_), _) => reply_to(vault, permit, Some(id)).await,
    }
}

/// Seals what was said. Without proof, what somebody says of themselves is kept apart: it never becomes
/// where answers of a person we know go.
fn seal(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<Rights>,
    asked: &Asked,
    id: RightsRequestId,
    to: Option<&Email>,
) -> Result<(RecordId, Option<RecordId>), VaultError> {
    let (keep, source) = (Keep::while_open(SOURCE, id.get()), from(vault, id));
    let apart = asked.identity == Identity::InDoubt && matches!(asked.whose, Whose::Known(_));
    let text = || asked.text.clone().map(FreeText::restore);
    let said = Some(asked.identity_said.clone());
    let record = if apart {
        let record = Personal::new(ClaimRecord {
            request: text(),
            name: asked.name.clone(),
            reach: asked.reach.clone(),
            identity: said,
        });
        work.seal(permit, &record, &source, &keep)?
    } else {
        let reach = to.map(|email| Line::restore(email.reveal().to_owned()));
        let record = Personal::new(CaseRecord {
            request: text(),
            name: asked.name.clone(),
            reach: reach.or_else(|| asked.reach.clone()),
            identity: said,
            answer: None,
        });
        work.seal(permit, &record, &source, &keep)?
    };
    if let Some((field, value)) = &asked.correction {
        let record = Personal::new(CorrectionRecord {
            field: field.clone(),
            value: value.clone(),
        });
        work.seal(permit, &record, &source, &keep)?;
    }
    let scan = match &asked.scan {
        Some(file) => {
            let record = Personal::new(ScanRecord {
                description: file.kind.media_type().to_owned(),
                file: BASE64.encode(&file.bytes),
            });
            Some(work.seal(permit, &record, &source, &keep)?)
        }
        None => None,
    };
    Ok((record, scan))
}

fn events_of(
    vault: &Vault,
    actor: Actor,
    asked: &Asked,
    id: RightsRequestId,
    linked: bool,
) -> Vec<NewEvent> {
    let came = match actor {
        Actor::Staff { .. } => What::Registered,
        _ => What::Received,
    };
    let mut events = vec![NewEvent::of(vault, id, came, actor, asked.channel.as_str())];
    if asked.identity == Identity::InDoubt {
        events.push(NewEvent::of(vault, id, What::Doubted, actor, ""));
    } else {
        let level = asked.identity.as_str();
        events.push(NewEvent::of(vault, id, What::Proven, actor, level));
    }
    if linked {
        events.push(NewEvent::of(vault, id, What::LinkSent, actor, ""));
    }
    events
}

fn row(
    asked: &Asked,
    actor: Actor,
    id: RightsRequestId,
    subject: SubjectId,
    (rule, due_at): (String, Moment),
    (record, scan): (RecordId, Option<RecordId>),
    now: Moment,
) -> Vec<Value> {
    let staff = matches!(actor, Actor::Staff { .. }).then_some(actor.id());
    let proven_by = staff.filter(|_| asked.identity.is_proven());
    let paused = (asked.identity == Identity::InDoubt).then_some(now.millis());
    vec![
        id.get().into(),
        subject.get().into(),
        asked.controller.get().into(),
        asked.kind.as_str().into(),
        asked.channel.as_str().into(),
        asked.received_at.millis().into(),
        due_at.millis().into(),
        plain(rule),
        record.get().into(),
        asked.lang.tag().into(),
        asked.identity.as_str().into(),
        proven_by.into(),
        paused.into(),
        asked.written_on.map(Moment::millis).into(),
        now.millis().into(),
        scan.map(RecordId::get).into(),
    ]
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
