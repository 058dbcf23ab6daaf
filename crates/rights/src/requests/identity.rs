//! Who asks (GDPR Art. 12(6)): proven by a link, by a document shown, or by a named colleague; doubted;
//! and a case that turns out to be about somebody we know.

use data_encoding::BASE64URL_NOPAD;
use declaration::vocabulary::{Category, Purpose, purpose::Rights};
use store::{Db, StoreError, Value, bytes};
use values::{Email, Moment, RecordId, RightsRequestId, SubjectId};
use vault::{Actor, Ask, Keep, LookUp, Permit, Personal, Sealed, Vault, VaultError};
use web::App;

use super::{
    CaseRecord, ClaimRecord, Identity, NewEvent, Request, ScanRecord, What, claim, clock, made,
    one, open_case, people, reply_to, sql, take::SOURCE,
};
use crate::{objection, rectification, words};

/// A link lies in a mailbox for a week: so long one may be away.
const LINK_DAYS: i64 = 7;

/// A one-time link that proves who asks. Only its keyed hash is stored.
#[derive(Clone)]
pub(crate) struct Link {
    code: String,
    row: Vec<Value>,
    pub good_until: Moment,
}

impl Link {
    /// A new one for a case.
    pub fn new(vault: &Vault, request: RightsRequestId, subject: SubjectId) -> Self {
        let world = vault.world();
        let code = BASE64URL_NOPAD.encode(&world.secret());
        let now = world.now();
        let good_until = now.plus_days(LINK_DAYS);
        let row = vec![
            bytes(tag(vault, &code)),
            request.get().into(),
            subject.get().into(),
            now.millis().into(),
            good_until.millis().into(),
        ];
        Self {
            code,
            row,
            good_until,
        }
    }

    /// Where it leads, without language.
    pub fn path(&self) -> String {
        format!("/personvern/krav/{}", self.code)
    }

    /// Lays it down.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        db.exec(&sql::LINK_ADD, &self.row).map(|_| ())
    }
}

fn tag(vault: &Vault, code: &str) -> [u8; 32] {
    *vault.tag_code("rights_link", code.as_bytes()).hash()
}

/// The case and the person of a link, while it is good. Looking uses nothing up.
pub(crate) async fn holder(vault: &Vault, code: &str) -> Result<Option<Request>, VaultError> {
    let (tag, now) = (tag(vault, code), vault.world().now());
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::LINK, &[bytes(tag), now.millis().into()])?
            .map(|row| Ok::<_, StoreError>((row.i64("request_id")?, row.i64("subject_id")?)))
            .transpose()
    };
    let Some((request, subject)) = vault.store().read(read).await? else {
        return Ok(None);
    };
    let found = one(vault, RightsRequestId::from_raw(request)).await?;
    Ok(found.filter(|request| request.subject.get() == subject))
}

/// Links that are no more.
pub(crate) async fn tidy(vault: &Vault) -> Result<(), VaultError> {
    let now = vault.world().now().millis();
    let clean = move |db: &mut dyn Db| db.exec(&sql::LINK_TIDY, &[now.into()]);
    vault.store().write(clean).await?;
    Ok(())
}

/// The address of a person we already had: the typed one if it finds them, or else their contact's.
pub(crate) async fn known_address(
    vault: &Vault,
    subject: SubjectId,
    id: RightsRequestId,
    typed: Option<Email>,
) -> Result<Option<Email>, VaultError> {
    if let Some(typed) = typed
        && vault.find(&LookUp::email(&typed)).await? == Some(subject)
    {
        return Ok(Some(typed));
    }
    let ask = Ask::open(Actor::Chore("rights_desk"), subject)
        .of(&[Category::Contact])
        .case(SOURCE, id.get());
    let permit = vault.permit::<Rights>(ask).await?;
    let contact = customers::latest_contact(vault, &permit).await?;
    Ok(contact.and_then(|(_, contact)| contact.email.clone()))
}

/// Identity is proven: said in the case, the clock goes on. The version is the one the change was
/// decided on.
///
/// # Errors
/// [`super::was_changed`] when somebody was faster.
pub(crate) async fn prove(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    level: Identity,
    (said, detail): (&str, &'static str),
    code: Option<&str>,
) -> Result<(), VaultError> {
    vault::again(|| prove_once(vault, actor, request, level, (said, detail), code)).await
}

async fn prove_once(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    level: Identity,
    (said, detail): (&str, &'static str),
    code: Option<&str>,
) -> Result<(), VaultError> {
    let permit = open_case(vault, actor, request.subject, request.id).await?;
    let mut work = vault.work();
    let now = work.at();
    seal_said(vault, &mut work, &permit, request, said)?;
    let by_link = level == Identity::Link;
    if by_link {
        found_again(vault, &mut work, &permit, request.id).await?;
    }
    // The events are what happened; the row only repeats it for the board.
    let days = clock::paused_days(
        &clock::pauses(&super::events(vault, request.id).await?),
        now,
    );
    let staff = matches!(actor, Actor::Staff { .. }).then_some(actor.id());
    let event = NewEvent::of(vault, request.id, What::Proven, actor, detail);
    let row = vec![
        request.id.get().into(),
        level.as_str().into(),
        staff.into(),
        days.into(),
        due_now(vault, request, days)?.millis().into(),
    ];
    let (laid, id, version) = (work.finish(), request.id, request.version);
    let used = code.map(|code| bytes(tag(vault, code)));
    let write = move |db: &mut dyn Db| {
        if let Some(tag) = &used
            && db.exec(&sql::LINK_USE, &[tag.clone(), now.millis().into()])? != 1
        {
            return Err(StoreError::Refused("wrong-gone"));
        }
        claim(db, id, version)?;
        laid.lay(db)?;
        db.exec(&sql::PROVE, &row)?;
        if by_link {
            people::proven(db, id, now)?;
        }
        objection::begin(db, id, now)?;
        event.add(db)
    };
    vault.store().write(write).await?;
    Ok(())
}

/// A case that stands alone is found by the address its person has proven: the next request of theirs
/// is about this one, too.
async fn found_again(
    vault: &Vault,
    work: &mut vault::Work,
    permit: &Permit<Rights>,
    id: RightsRequestId,
) -> Result<(), VaultError> {
    if let Some(email) = reply_to(vault, permit, Some(id)).await?
        && vault.find(&LookUp::email(&email)).await? != Some(permit.subject())
    {
        work.hint(permit, Category::RightsCase, &LookUp::email(&email))?;
    }
    Ok(())
}

/// The date by the rule the case cites and so many days of standing still.
pub(crate) fn due_now(vault: &Vault, request: &Request, days: i64) -> Result<Moment, VaultError> {
    let rules = vault.rules();
    let rule = rules
        .cited(&request.rule)
        .ok_or_else(|| VaultError::RuleMissing(request.rule.clone()))?;
    Ok(clock::later_by(rule.until(request.received_at), days))
}

fn seal_said(
    vault: &Vault,
    work: &mut vault::Work,
    permit: &Permit<Rights>,
    request: &Request,
    said: &str,
) -> Result<RecordId, VaultError> {
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: None,
        identity: Some(said.to_owned()),
        answer: None,
    });
    let keep = Keep::while_open(SOURCE, request.id.get());
    work.seal(permit, &record, &made(vault, request), &keep)
}

/// Reasonable doubt about who asks: the clock stands still from now, and where we have an address, a
/// link goes to it.
///
/// # Errors
/// [`super::was_changed`] when somebody was faster.
pub(crate) async fn doubt(
    app: &App,
    vault: &Vault,
    actor: Actor,
    request: &Request,
    said: &str,
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let permit = open_case(vault, actor, request.subject, request.id).await?;
        let to = known_address(vault, request.subject, request.id, None).await?;
        let others = others_of(vault, request, to.as_ref()).await?;
        let mut work = vault.work();
        let now = work.at();
        let others = people::rows(request.id, Identity::InDoubt, &others, now, actor);
        seal_said(vault, &mut work, &permit, request, said)?;
        let link = to
            .is_some()
            .then(|| Link::new(vault, request.id, request.subject));
        let posted = match (to, &link) {
            (Some(to), Some(link)) => {
                let letter = words::who_are_you(app, request, link, to);
                let keep = Keep::from(SOURCE, request.id.get(), now);
                let occasion = format!("rights-doubted-{}-{}", request.id.get(), request.version);
                Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
            }
            _ => None,
        };
        let event = NewEvent::of(vault, request.id, What::Doubted, actor, "");
        let (laid, id, version) = (work.finish(), request.id, request.version);
        let row = [id.get().into(), actor.id().into(), now.millis().into()];
        let write = move |db: &mut dyn Db| {
            claim(db, id, version)?;
            laid.lay(db)?;
            db.exec(&sql::DOUBT, &row)?;
            others.lay(db)?;
            event.add(db)?;
            link.as_ref().map_or(Ok(()), |link| link.lay(db))?;
            posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

/// Who carries the address a link goes to and is not of the case yet: theirs when it comes back.
async fn others_of(
    vault: &Vault,
    request: &Request,
    to: Option<&Email>,
) -> Result<Vec<SubjectId>, VaultError> {
    let known = people::of_case(vault, request).await?;
    let mut others = match to {
        Some(to) => people::others_with(vault, std::slice::from_ref(to), request.subject).await?,
        None => Vec::new(),
    };
    others.retain(|other| !known.contains(other));
    Ok(others)
}

/// Whether a case's subject is nobody but the case: nothing else is held about them.
pub(crate) async fn is_unknown(vault: &Vault, request: &Request) -> Result<bool, VaultError> {
    const OF_CASE: &[Category] = &[
        Category::RightsCase,
        Category::Correspondence,
        Category::Evidence,
    ];
    let strands = vault.strands_of(request.subject).await?;
    Ok(strands
        .iter()
        .all(|strand| OF_CASE.contains(&strand.category)))
}

/// The case is about somebody we know: what was said moves into their strands, and what stood apart
/// loses its reason and goes with the next sweep. Answers the request as it is now.
///
/// # Errors
/// [`super::was_changed`] when somebody was faster.
pub(crate) async fn adopt(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    person: SubjectId,
) -> Result<Request, VaultError> {
    vault::again(|| adopt_once(vault, actor, request, person)).await?;
    for strand in vault.strands_of(request.subject).await? {
        vault.end_reasons(strand.id, vec![Purpose::Rights]).await?;
    }
    one(vault, request.id).await?.ok_or(VaultError::Gone)
}

async fn adopt_once(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    person: SubjectId,
) -> Result<(), VaultError> {
    let old = open_case(vault, actor, request.subject, request.id).await?;
    let new = open_case(vault, actor, person, request.id).await?;
    let from = request.subject;
    let load = move |db: &mut dyn Db| {
        Ok((
            Sealed::<CaseRecord>::load_of(db, from, 50)?,
            Sealed::<ScanRecord>::load_of(db, from, 5)?,
        ))
    };
    let (said, scans) = vault.store().read(load).await?;
    let mut work = vault.work();
    let (keep, source) = (
        Keep::while_open(SOURCE, request.id.get()),
        super::take::from(vault, request.id),
    );
    let (mut record, mut scan) = (request.record, None);
    for sealed in said.iter().rev() {
        let one = vault.open(&old, sealed)?;
        // What was said without proof stays a claim: answers go where the person is reached.
        let copy = Personal::new(ClaimRecord {
            request: one.request.clone(),
            name: one.name.clone(),
            reach: one.reach.clone(),
            identity: one.identity.clone(),
        });
        record = work.seal(&new, &copy, &source, &keep)?;
    }
    for sealed in &scans {
        let one = vault.open(&old, sealed)?;
        let copy = Personal::new(ScanRecord {
            description: one.description.clone(),
            file: one.file.clone(),
        });
        scan = Some(work.seal(&new, &copy, &source, &keep)?);
    }
    rectification::adopt(vault, &mut work, (&old, &new), request).await?;
    let event = NewEvent::of(vault, request.id, What::Adopted, actor, "");
    let (laid, id, version) = (work.finish(), request.id, request.version);
    let row = [
        id.get().into(),
        person.get().into(),
        record.get().into(),
        scan.map(RecordId::get).into(),
    ];
    let write = move |db: &mut dyn Db| {
        claim(db, id, version)?;
        laid.lay(db)?;
        db.exec(&sql::ADOPT, &row)?;
        event.add(db)
    };
    vault.store().write(write).await?;
    Ok(())
}
