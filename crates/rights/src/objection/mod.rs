//! Objection (GDPR Art. 21): to a purpose that rests on our interest, weighed by an officer, and not used
//! meanwhile (Art. 18(1)(d)); to marketing, at once and without anybody's weighing (Art. 21(2)–(3)).

pub mod pages;
pub mod sql;

use declaration::vocabulary::{Basis, Purpose};
use store::{Db, StoreError, Value};
use values::{Email, Moment, Phone, RightsRequestId, SubjectId};
use vault::{Actor, ConsentSlip, ConsentState, LookUp, Scope, Vault, VaultError};

use crate::requests::{Asked, Kind, Request};

/// What Art. 21(2) is about: everything that wants to sell something.
pub(crate) const MARKETING: &[Purpose] = &[
    Purpose::Newsletter,
    Purpose::Prospecting,
    Purpose::ServiceReminders,
];

/// The purposes one can object to with a weighing: those that rest on our interest.
pub(crate) fn possible(vault: &Vault) -> Vec<Purpose> {
    let declaration = vault.declaration();
    let ours = declaration
        .purposes()
        .filter(|one| one.basis == Basis::LegitimateInterest);
    ours.map(|one| one.id).collect()
}

/// The rows of an objection on their way into the transaction of its request.
#[derive(Clone)]
pub(crate) struct Rows {
    request: RightsRequestId,
    purposes: Vec<Purpose>,
    proven: bool,
    at: Moment,
}

impl Rows {
    /// Those of a request; none when it is no objection.
    pub fn of(request: RightsRequestId, _subject: SubjectId, asked: &Asked, at: Moment) -> Self {
        let purposes = match asked.kind {
            Kind::Objection => asked.objected.clone(),
            _ => Vec::new(),
        };
        Self {
            request,
            purposes,
            proven: asked.identity.is_proven(),
            at,
        }
    }

    /// Lays them down; what is objected to by a proven person is not used from here on.
    pub fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        for purpose in &self.purposes {
            let values = [
                self.request.get().into(),
                purpose.as_str().into(),
                self.at.millis().into(),
            ];
            db.exec(&sql::ADD, &values)?;
        }
        if self.proven {
            begin(db, self.request, self.at)?;
        }
        Ok(())
    }
}

/// The person is proven: what they object to is not used while it is weighed.
pub(crate) fn begin(db: &mut dyn Db, id: RightsRequestId, at: Moment) -> Result<(), StoreError> {
    for row in db.all(&sql::OF_REQUEST, &[id.get().into()])? {
        if row.text("state")? != "pending" {
            continue;
        }
        let Some(purpose) = Purpose::from_name(row.text("purpose")?) else {
            continue;
        };
        let values = [
            row.i64("subject_id")?.into(),
            purpose.as_str().into(),
            at.millis().into(),
        ];
        db.exec(&vault::sql::OBJECTION_ADD, &values)?;
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
/// unless another objection to it stands. Inside the transaction of the answer.
pub(crate) fn decide(
    db: &mut dyn Db,
    request: &Request,
    upheld: &[Purpose],
    officer: SubjectId,
    at: Moment,
) -> Result<(), StoreError> {
    for row in db.all(&sql::OF_REQUEST, &[request.id.get().into()])? {
        let Some(purpose) = Purpose::from_name(row.text("purpose")?) else {
            continue;
        };
        let state = if upheld.contains(&purpose) {
            "upheld"
        } else {
            "overruled"
        };
        let values: [Value; 5] = [
            request.id.get().into(),
            purpose.as_str().into(),
            state.into(),
            at.millis().into(),
            officer.get().into(),
        ];
        db.exec(&sql::DECIDE, &values)?;
        if upheld.contains(&purpose) {
            continue;
        }
        let others = [
            request.subject.get().into(),
            purpose.as_str().into(),
            request.id.get().into(),
        ];
        if db.opt(&sql::STANDS, &others)?.is_none() {
            db.exec(&vault::sql::OBJECTION_LIFT, &others[..2])?;
        }
    }
    Ok(())
}

/// No more marketing, at once: objected, consents withdrawn, the addresses on the list of those who are
/// not written to. `form` says how it was said.
///
/// # Errors
/// When the store fails.
pub(crate) async fn stop_marketing(
    vault: &Vault,
    actor: Actor,
    subject: SubjectId,
    (email, phone): (Option<&Email>, Option<&Phone>),
    lang: &'static str,
    form: &'static str,
) -> Result<(), VaultError> {
    for purpose in MARKETING {
        vault.enter_objection(subject, *purpose).await?;
    }
    for line in vault.consents_standing(subject).await? {
        let (channel, topic) = (word(&line.channel), word(&line.topic));
        let purpose = Purpose::from_name(&line.purpose).filter(|p| MARKETING.contains(p));
        let (Some(purpose), ConsentState::Given) = (purpose, line.state) else {
            continue;
        };
        let slip = ConsentSlip {
            subject,
            controller: line.controller,
            purpose,
            channel,
            topic,
            state: ConsentState::Withdrawn,
            at: vault.world().now(),
            text_version: vault.declaration().version().to_string(),
            lang,
            form,
            actor,
        };
        vault.enter_consent(slip).await?;
    }
    suppress(vault, email, phone, form).await
}

/// The words of the ledger's lines are the program's own.
fn word(text: &str) -> &'static str {
    const KNOWN: &[&str] = &["email", "sms", "post", "phone", "news", "technical"];
    KNOWN
        .iter()
        .copied()
        .find(|known| *known == text)
        .unwrap_or("other")
}

/// Addresses that nobody writes to any more to sell something.
pub(crate) async fn suppress(
    vault: &Vault,
    email: Option<&Email>,
    phone: Option<&Phone>,
    form: &'static str,
) -> Result<(), VaultError> {
    if let Some(email) = email {
        vault
            .suppress(Scope::All, &LookUp::email(email), form)
            .await?;
    }
    if let Some(phone) = phone {
        vault
            .suppress(Scope::All, &LookUp::phone(phone), form)
            .await?;
    }
    Ok(())
}
