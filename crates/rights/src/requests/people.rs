//! One person, one answer. Somebody is a customer under one subject, and has one of their own for every
//! vehicle they delivered, fetched or paid for: a request is about all of them. Who carries exactly the
//! e-mail that a link proved belongs to the case; everybody else an officer decides on.

use declaration::vocabulary::{Category, purpose::Rights};
use store::{Db, StoreError, Value};
use values::{Email, Moment, RightsRequestId, SubjectId};
use vault::{Actor, Ask, Permit, Vault, VaultError};

use super::{Asked, Identity, NewEvent, Request, What, claim, sql};

/// Found by exactly the e-mail that a link went to.
const BY_EMAIL: &str = "email";
/// Decided by an officer.
const BY_OFFICER: &str = "officer";

/// Further subjects of a case on their way into a transaction.
#[derive(Clone)]
pub(crate) struct Rows(Vec<Vec<Value>>);

impl Rows {
    fn of(
        request: RightsRequestId,
        (found_by, theirs): (&'static str, bool),
        people: &[SubjectId],
        (at, by): (Moment, i64),
    ) -> Self {
        let row = |person: &SubjectId| {
            vec![
                request.get().into(),
                person.get().into(),
                found_by.into(),
                theirs.into(),
                at.millis().into(),
                by.into(),
            ]
        };
        Self(people.iter().map(row).collect())
    }

    /// Lays them down.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        self.0
            .iter()
            .try_for_each(|row| db.exec(&sql::CASE_SUBJECT_PUT, row).map(|_| ()))
    }
}

/// Who else a request is about as it comes in: whoever carries the e-mail that is proven, or will be
/// when the link that goes there comes back.
pub(crate) async fn as_it_comes(
    vault: &Vault,
    permit: &Permit<Rights>,
    asked: &Asked,
    to: Option<&Email>,
) -> Result<Vec<SubjectId>, VaultError> {
    let emails = match (asked.identity, to) {
        (Identity::LoggedIn, _) => customers::own_emails(vault, permit).await?,
        (Identity::InDoubt, Some(to)) => vec![to.clone()],
        _ => Vec::new(),
    };
    others_with(vault, &emails, permit.subject()).await
}

/// Who carries one of these e-mails, but for somebody.
pub(crate) async fn others_with(
    vault: &Vault,
    emails: &[Email],
    but: SubjectId,
) -> Result<Vec<SubjectId>, VaultError> {
    let mut others = Vec::new();
    for email in emails {
        for person in customers::with_email(vault, email).await? {
            if person != but && !others.contains(&person) {
                others.push(person);
            }
        }
    }
    Ok(others)
}

/// The rows of these: theirs at once for somebody who is logged in, or as soon as the link comes back.
pub(crate) fn rows(
    id: RightsRequestId,
    identity: Identity,
    people: &[SubjectId],
    at: Moment,
    actor: Actor,
) -> Rows {
    let theirs = identity == Identity::LoggedIn;
    Rows::of(id, (BY_EMAIL, theirs), people, (at, actor.id()))
}

/// The link came back: whoever carries the address it went to is whoever asks.
pub(crate) fn proven(db: &mut dyn Db, id: RightsRequestId, at: Moment) -> Result<(), StoreError> {
    let values = [id.get().into(), BY_EMAIL.into(), at.millis().into()];
    db.exec(&sql::CASE_SUBJECTS_PROVEN, &values).map(|_| ())
}

/// Everybody a request is about: the subject of the case first.
pub(crate) async fn of_case(
    vault: &Vault,
    request: &Request,
) -> Result<Vec<SubjectId>, VaultError> {
    of_id(vault, request.id, request.subject).await
}

/// The same by the number of the case.
pub(crate) async fn of_id(
    vault: &Vault,
    id: RightsRequestId,
    first: SubjectId,
) -> Result<Vec<SubjectId>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::CASE_SUBJECTS, &[id.get().into()])?;
        rows.iter()
            .map(|row| row.i64("subject_id").map(SubjectId::from_raw))
            .collect::<Result<Vec<_>, _>>()
    };
    let others = vault.store().read(read).await?;
    let others = others.into_iter().filter(|other| *other != first);
    Ok(std::iter::once(first).chain(others).collect())
}

/// Everybody who is the person that is logged in: they proved the e-mail by logging in with it.
pub(crate) async fn of_person(vault: &Vault, me: SubjectId) -> Result<Vec<SubjectId>, VaultError> {
    let ask = Ask::open(Actor::Subject(me), me).of(&[Category::Contact]);
    let others = match vault.permit::<Rights>(ask).await {
        Ok(permit) => {
            let emails = customers::own_emails(vault, &permit).await?;
            others_with(vault, &emails, me).await?
        }
        Err(VaultError::Gone) => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(std::iter::once(me).chain(others).collect())
}

/// An officer decides who else the case is about, and who is not.
///
/// # Errors
/// [`super::was_changed`] when somebody was faster.
pub(crate) async fn decide(
    vault: &Vault,
    actor: Actor,
    request: &Request,
    theirs: &[SubjectId],
    not_theirs: &[SubjectId],
) -> Result<(), VaultError> {
    let (id, version, now) = (request.id, request.version, vault.world().now());
    let by = (now, actor.id());
    let yes = Rows::of(id, (BY_OFFICER, true), theirs, by);
    let no = Rows::of(id, (BY_OFFICER, false), not_theirs, by);
    let event = NewEvent::of(vault, id, What::Matched, actor, "");
    let write = move |db: &mut dyn Db| {
        claim(db, id, version)?;
        yes.lay(db)?;
        no.lay(db)?;
        event.add(db)
    };
    vault.store().write(write).await?;
    Ok(())
}

/// The request as it is for another subject of the same person.
pub(crate) fn as_of(request: &Request, person: SubjectId) -> Request {
    Request {
        subject: person,
        ..request.clone()
    }
}
