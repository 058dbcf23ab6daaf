//! Objection (GDPR Art. 21): to a use that rests on our interest, weighed by an officer, and not used
//! meanwhile (Art. 18(1)(d)); to marketing, at once and without anybody's weighing (Art. 21(2)–(3)). A
//! reminder of service is no marketing (the declaration's C22), and one press ends it, too.

pub mod pages;
pub mod sql;

use customers::{ConsentCame, withdraw_everything};
use declaration::vocabulary::Purpose;
use store::{Db, StoreError, Value};
use values::{Email, Moment, Phone, RightsRequestId, SubjectId};
use vault::{LookUp, Scope, Vault, VaultError};
use web::Lang;

use crate::{
    requests::{Asked, Kind, Request},
    words,
};

/// What Art. 21(2) is about: everything that wants to sell something.
pub(crate) const MARKETING: &[Purpose] = &[
    Purpose::Newsletter,
    Purpose::CustomerNews,
    Purpose::Prospecting,
];

/// What of it this house does. The two that every house could do are said no to in any case.
pub(crate) fn marketing_of(vault: &Vault) -> Vec<Purpose> {
    let declaration = vault.declaration();
    let always = |one: &Purpose| matches!(one, Purpose::Newsletter | Purpose::Prospecting);
    let of_house = MARKETING.iter().copied();
    of_house
        .filter(|one| always(one) || declaration.purpose(*one).is_some())
        .collect()
}

/// The word of a form for all of [`MARKETING`] at once.
pub(crate) const NO_MARKETING: &str = "marketing";

/// Whether a no counts by itself: nobody weighs it, and nobody can overrule it.
const fn is_absolute(purpose: Purpose) -> bool {
    matches!(
        purpose,
        Purpose::Newsletter
            | Purpose::CustomerNews
            | Purpose::Prospecting
            | Purpose::ServiceReminders
    )
}

/// The purposes one can object to: those that rest on our interest, as their main basis or beside it for
/// some persons. Marketing is not among them: it has a way of its own, apart from the rest (Art. 21(4)).
pub(crate) fn possible(vault: &Vault) -> Vec<Purpose> {
    let declaration = vault.declaration();
    let ours = declaration
        .purposes()
        .filter(|one| one.has_interest() && !MARKETING.contains(&one.id));
    ours.map(|one| one.id).collect()
}

/// What can be ticked: word, heading, why, of each purpose one can object to.
pub(crate) fn choices(vault: &Vault, lang: Lang) -> Vec<(&'static str, String, String)> {
    let declaration = vault.declaration();
    let tongue = words::tongue(lang);
    let purposes = possible(vault).into_iter().filter_map(|purpose| {
        let stated = declaration.purpose(purpose)?;
        let title = stated.title.in_lang(tongue).to_owned();
        Some((
            purpose.as_str(),
            title,
            stated.why.in_lang(tongue).to_owned(),
        ))
    });
    purposes.collect()
}

/// The purposes that were ticked.
pub(crate) fn chosen(vault: &Vault, ticked: &[String]) -> Vec<Purpose> {
    let is_ticked = |word: &str| ticked.iter().any(|one| one == word);
    let mut chosen = possible(vault);
    chosen.retain(|purpose| is_ticked(purpose.as_str()));
    if is_ticked(NO_MARKETING) {
        chosen.extend(marketing_of(vault));
    }
    chosen
}

/// Whether marketing is among them.
pub(crate) fn sells(purposes: &[Purpose]) -> bool {
    purposes.iter().any(|one| MARKETING.contains(one))
}

/// The rows of an objection on their way into the transaction of its request.
#[derive(Clone)]
pub(crate) struct Rows {
    request: RightsRequestId,
    subject: SubjectId,
    purposes: Vec<Purpose>,
    proven: bool,
    at: Moment,
}

impl Rows {
    /// Those of a request; none when it is no objection.
    pub fn of(request: RightsRequestId, subject: SubjectId, asked: &Asked, at: Moment) -> Self {
        let purposes = match asked.kind {
            Kind::Objection => asked.objected.clone(),
            _ => Vec::new(),
        };
        Self {
            request,
            subject,
            purposes,
            proven: asked.identity.is_proven(),
            at,
        }
    }

    /// Lays them down. What nobody weighs counts from here on, whoever asks; what is weighed is not used
    /// from here on, where the person is proven.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        for purpose in &self.purposes {
            let values = [
                self.request.get().into(),
                purpose.as_str().into(),
                self.at.millis().into(),
            ];
            if is_absolute(*purpose) {
                db.exec(&sql::ADD_SETTLED, &values)?;
                say(db, self.subject, *purpose, self.at)?;
            } else {
                db.exec(&sql::ADD, &values)?;
            }
        }
        if self.proven {
            begin(db, self.request, self.at)?;
        }
        Ok(())
    }
}

fn say(
    db: &mut dyn Db,
    subject: SubjectId,
    purpose: Purpose,
    at: Moment,
) -> Result<(), StoreError> {
    let values = [
        subject.get().into(),
        purpose.as_str().into(),
        at.millis().into(),
    ];
    db.exec(&vault::sql::OBJECTION_SAY, &values).map(|_| ())
}

/// The person is proven: what they object to is not used while it is weighed, and what counts by itself
/// counts for whoever the case turned out to be about.
pub(crate) fn begin(db: &mut dyn Db, id: RightsRequestId, at: Moment) -> Result<(), StoreError> {
    for row in db.all(&sql::OF_REQUEST, &[id.get().into()])? {
        let Some(purpose) = Purpose::from_name(row.text("purpose")?) else {
            continue;
        };
        let subject = row.i64("subject_id")?;
        if is_absolute(purpose) {
            say(db, SubjectId::from_raw(subject), purpose, at)?;
        } else if row.text("state")? == "pending" {
            let values = [subject.into(), purpose.as_str().into(), at.millis().into()];
            db.exec(&vault::sql::OBJECTION_ADD, &values)?;
        }
    }
    Ok(())
}

/// A purpose of a request, and how the objection to it stands.
#[derive(Clone, Debug)]
pub(crate) struct Objected {
    pub purpose: Purpose,
    /// `pending`, `upheld` or `overruled`.
    pub state: String,
}

impl Objected {
    /// The message with its state.
    pub fn key(&self) -> &'static str {
        match self.state.as_str() {
            "upheld" => "rights-objection-upheld",
            "overruled" => "rights-objection-overruled",
            _ if self.purpose == Purpose::Claims => "rights-objection-pending-claims",
            _ => "rights-objection-pending",
        }
    }
}

/// The purposes of a request.
pub(crate) async fn of_request(
    vault: &Vault,
    id: RightsRequestId,
) -> Result<Vec<Objected>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let mut found = Vec::new();
        for row in db.all(&sql::OF_REQUEST, &[id.get().into()])? {
            if let Some(purpose) = Purpose::from_name(row.text("purpose")?) {
                let state = row.text("state")?.to_owned();
                found.push(Objected { purpose, state });
            }
        }
        Ok(found)
    };
    Ok(vault.store().read(read).await?)
}

/// The officer has weighed: what is upheld stays unused for good, what is overruled may be used again,
/// unless another objection to it stands. What nobody weighs is not touched. Inside the transaction of
/// the answer.
pub(crate) fn decide(
    db: &mut dyn Db,
    request: &Request,
    upheld: &[Purpose],
    officer: SubjectId,
    at: Moment,
) -> Result<(), StoreError> {
    for purpose in pending(db, request.id)? {
        let is_upheld = upheld.contains(&purpose);
        let state = if is_upheld { "upheld" } else { "overruled" };
        let values: [Value; 5] = [
            request.id.get().into(),
            purpose.as_str().into(),
            state.into(),
            at.millis().into(),
            officer.get().into(),
        ];
        db.exec(&sql::DECIDE, &values)?;
        if is_upheld {
            let theirs = [request.subject.get().into(), purpose.as_str().into()];
            db.exec(&vault::sql::OBJECTION_UPHOLD, &theirs)?;
        } else {
            lift(db, (request.id, request.subject), purpose)?;
        }
    }
    Ok(())
}

/// The person took the request back before it was weighed: the use goes on, unless another objection to
/// it stands. Inside the transaction that closes it.
pub(crate) fn take_back(
    db: &mut dyn Db,
    id: RightsRequestId,
    subject: SubjectId,
) -> Result<(), StoreError> {
    for purpose in pending(db, id)? {
        lift(db, (id, subject), purpose)?;
    }
    Ok(())
}

/// What of a request is still to be weighed.
fn pending(db: &mut dyn Db, id: RightsRequestId) -> Result<Vec<Purpose>, StoreError> {
    let mut purposes = Vec::new();
    for row in db.all(&sql::OF_REQUEST, &[id.get().into()])? {
        if row.text("state")? == "pending" {
            purposes.extend(Purpose::from_name(row.text("purpose")?));
        }
    }
    Ok(purposes)
}

/// Lets a use go on that no other objection of the person stands against.
fn lift(
    db: &mut dyn Db,
    (id, subject): (RightsRequestId, SubjectId),
    purpose: Purpose,
) -> Result<(), StoreError> {
    let others = [
        subject.get().into(),
        purpose.as_str().into(),
        id.get().into(),
    ];
    if db.opt(&sql::STANDS, &others)?.is_none() {
        db.exec(&vault::sql::OBJECTION_LIFT, &others[..2])?;
    }
    Ok(())
}

/// No more marketing, at once: objected, consents withdrawn, the addresses on the list of those who are
/// not written to. `came` says how it was said.
///
/// # Errors
/// When the store fails.
pub(crate) async fn stop_marketing(
    vault: &Vault,
    subject: SubjectId,
    (email, phone): (Option<&Email>, Option<&Phone>),
    came: ConsentCame,
) -> Result<(), VaultError> {
    for purpose in marketing_of(vault) {
        vault.enter_objection(subject, purpose).await?;
    }
    match withdraw_everything(vault, subject, came).await {
        // Forgotten in the meantime, or a case of its own: nothing was ever said yes to.
        Err(VaultError::Gone) => {}
        other => other?,
    }
    suppress(vault, email, phone, came.form).await
}

/// The same for whoever has these addresses, and for the addresses when nobody has them. Answers whom it
/// was about.
///
/// # Errors
/// When the store fails.
pub(crate) async fn stop_at(
    vault: &Vault,
    (email, phone): (Option<&Email>, Option<&Phone>),
    came: ConsentCame,
) -> Result<Vec<SubjectId>, VaultError> {
    suppress(vault, email, phone, came.form).await?;
    let by_email = customers::identify(vault, email, None).await?;
    let by_phone = customers::identify(vault, None, phone).await?;
    let mut found: Vec<SubjectId> = by_email.into_iter().chain(by_phone).collect();
    found.dedup();
    for subject in &found {
        stop_marketing(vault, *subject, (None, None), came).await?;
    }
    Ok(found)
}

/// Addresses that nobody writes to any more to sell something.
async fn suppress(
    vault: &Vault,
    email: Option<&Email>,
    phone: Option<&Phone>,
    form: &'static str,
) -> Result<(), VaultError> {
    let email = email.map(LookUp::email);
    let phone = phone.map(LookUp::phone);
    for look_up in email.into_iter().chain(phone) {
        vault.suppress(Scope::All, &look_up, form).await?;
    }
    Ok(())
}
