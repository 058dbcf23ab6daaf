//! Recalls: something on certain vehicles must be looked at, and those who have to do with them are told.
//! A class of its own among the service messages, with a way out of its own; no offer rides along
//! ([`crate::offer_in`]).
//!
//! The declaration knows no purpose for it but service messages, so that it goes to those whose address is
//! kept for these. Which vehicles are meant is asked for the sake of road safety.

pub(crate) mod pages;
pub(crate) mod sql;

use declaration::vocabulary::{Category, Purpose, purpose};
use letters::{Letter, Posted};
use store::{Db, Row, StoreError, plain};
use values::{ControllerId, SubjectId};
use vault::{
    Actor, Ask, Keep, ServiceMessage, Vault, VaultError, Work, audience, said_no_to_service,
};
use vehicles::VehicleRecord;
use web::App;

use crate::codes::lang_of;

/// So many vehicles are looked at in one round.
const ROUND: i64 = 500;
/// So many vehicles are put on the list at once.
const PAGE: i64 = 1_000;
const WHO: Actor = Actor::Chore("tilbakekalling");

/// A recall as an officer writes it.
#[derive(Clone, Debug)]
pub struct Recall {
    /// Whose letter.
    pub controller: ControllerId,
    /// Subject line.
    pub subject: String,
    /// What is wrong and what to do.
    pub body: String,
    /// Of this make only; empty for any.
    pub make: String,
    /// With one of these bodies; none for any.
    pub bodies: Vec<String>,
}

impl Recall {
    fn of_row(row: &Row) -> Result<Self, StoreError> {
        let bodies = row.text("bodies")?.split_whitespace();
        Ok(Self {
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            subject: row.text("subject")?.to_owned(),
            body: row.text("body")?.to_owned(),
            make: row.text("make")?.to_owned(),
            bodies: bodies.map(str::to_owned).collect(),
        })
    }

    /// Whether a vehicle is meant.
    fn concerns(&self, vehicle: &VehicleRecord) -> bool {
        let make = vehicle.make.as_deref().unwrap_or_default();
        let body = vehicle.body_type.as_deref().unwrap_or_default();
        (self.make.is_empty() || make.to_lowercase().contains(&self.make.to_lowercase()))
            && (self.bodies.is_empty() || self.bodies.iter().any(|one| one == body))
    }
}

/// Which vehicles may be meant.
pub(crate) enum Which {
    /// These.
    These(Vec<SubjectId>),
    /// All that somebody has to do with: each is looked at.
    All,
}

/// Takes a recall down. The letters go by the chore.
pub(crate) async fn begin(
    vault: &Vault,
    recall: Recall,
    which: Which,
    by: SubjectId,
) -> Result<i64, VaultError> {
    let now = vault.world().now();
    let id = vault.world().id::<values::JobId>().get();
    let write = move |db: &mut dyn Db| {
        let values = [
            id.into(),
            recall.controller.get().into(),
            // What an officer writes to everybody concerned; nothing about anybody.
            plain(recall.subject.as_str()),
            plain(recall.body.as_str()),
            plain(recall.make.as_str()),
            plain(recall.bodies.join(" ")),
            by.get().into(),
            now.millis().into(),
        ];
        db.exec(&sql::ADD, &values)?;
        match &which {
            Which::These(vehicles) => concern(db, id, vehicles)?,
            Which::All => {
                let mut after = 0;
                loop {
                    let page = audience::tied_now(db, now, after, PAGE)?;
                    let Some(last) = page.last() else { break };
                    after = last.get();
                    concern(db, id, &page)?;
                }
            }
        }
        db.wake();
        Ok(id)
    };
    Ok(vault.store().write(write).await?)
}

fn concern(db: &mut dyn Db, id: i64, vehicles: &[SubjectId]) -> Result<(), StoreError> {
    for vehicle in vehicles {
        db.exec(&sql::CONCERNS, &[id.into(), vehicle.get().into()])?;
    }
    Ok(())
}

/// Posts what has been taken down. Killed at any moment it does the rest at its next round. Answers how
/// many letters.
///
/// # Errors
/// When the store or the vault fails.
pub async fn chore(app: &App) -> Result<u64, web::Error> {
    let vault = app.service::<Vault>()?;
    let declaration = vault.declaration();
    if declaration.purpose(Purpose::ServiceReminders).is_none() {
        return Ok(0);
    }
    let read = |db: &mut dyn Db| {
        let rows = db.all(&sql::PENDING, &[ROUND.into()])?;
        let row = |row: &Row| {
            let vehicle = SubjectId::from_raw(row.i64("vehicle_id")?);
            Ok((row.i64("id")?, vehicle, Recall::of_row(row)?))
        };
        rows.iter().map(row).collect::<Result<Vec<_>, StoreError>>()
    };
    let mut posted = 0;
    for (id, vehicle, recall) in vault.store().read(read).await? {
        posted += vault::again(|| look(app, vault, id, vehicle, &recall)).await?;
    }
    Ok(posted)
}

/// Looks at one vehicle, and tells those who have to do with it.
async fn look(
    app: &App,
    vault: &Vault,
    id: i64,
    vehicle: SubjectId,
    recall: &Recall,
) -> Result<u64, VaultError> {
    let ask = Ask::open(WHO, vehicle)
        .of(&[Category::Vehicle])
        .case("recall", id);
    let record = match vault.permit::<purpose::Safety>(ask).await {
        Ok(permit) => vehicles::latest(vault, &permit, vehicle).await?,
        Err(VaultError::Refused(_) | VaultError::Gone) => None,
        Err(error) => return Err(error),
    };
    let meant = record.as_ref().filter(|record| recall.concerns(record));
    let mut work = vault.work();
    let mut posted = Vec::new();
    if let Some(record) = meant {
        let now = work.at();
        let mut told = Vec::new();
        for tie in vault.people_of(vehicle).await? {
            let today = tie.starts_at <= now && tie.ends_at > now;
            if today && !told.contains(&tie.person) {
                told.push(tie.person);
                let to = (id, vehicle, tie.person);
                posted.extend(tell(app, vault, &mut work, to, recall, record).await?);
            }
        }
    }
    let state = match (meant, posted.is_empty()) {
        (None, _) => "other",
        (Some(_), true) => "nobody",
        (Some(_), false) => "posted",
    };
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        if db.exec(&sql::NOTE, &[id.into(), vehicle.get().into(), state.into()])? == 0 {
            return Ok(0);
        }
        laid.lay(db)?;
        for letter in &posted {
            letter.enqueue(db)?;
        }
        Ok(posted.len() as u64)
    };
    Ok(vault.store().write(write).await?)
}

/// One letter, if the person may be told and has not said that they want no such letters.
async fn tell(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    (id, vehicle, person): (i64, SubjectId, SubjectId),
    recall: &Recall,
    record: &VehicleRecord,
) -> Result<Option<Posted>, VaultError> {
    let now = work.at();
    let may = move |db: &mut dyn Db| {
        let (category, purpose) = (Category::Contact, Purpose::ServiceReminders);
        let kept = audience::kept_for(db, person, category, purpose, now)?;
        Ok(kept && !said_no_to_service(db, person, ServiceMessage::Recall)?)
    };
    if !vault.store().read(may).await? {
        return Ok(None);
    }
    let ask = Ask::open(WHO, person)
        .of(&[Category::Contact, Category::Correspondence])
        .case("recall", id);
    let permit = match vault.permit::<purpose::ServiceReminders>(ask).await {
        Err(VaultError::Refused(_) | VaultError::Gone) => return Ok(None),
        other => other?,
    };
    let Some((_, contact)) = customers::latest_contact(vault, &permit).await? else {
        return Ok(None);
    };
    let Some(email) = contact.email.clone() else {
        return Ok(None);
    };
    let lang = lang_of(&contact.language);
    let base = app.settings.base_url.as_str();
    let out = customers::service_link(vault, lang, person, ServiceMessage::Recall)?;
    let sold = vehicles::sold_link(vault, lang, person, vehicle)?;
    let sold = format!("{base}{sold}");
    let (book, out) = (
        format!("{base}{}/bestill", lang.prefix()),
        format!("{base}{out}"),
    );
    let plate = record.plate.shown().reveal().to_owned();
    let text = app.texts.of(lang).f(
        "recall-letter",
        &[
            ("plate", &plate.as_str()),
            ("text", &recall.body.as_str()),
            ("book", &book.as_str()),
            ("out", &out.as_str()),
            ("sold", &sold),
            ("house", &app.settings.house.as_str()),
        ],
    );
    let letter = Letter::new(email, recall.subject.clone(), text)
        .in_lang(lang)
        .from(recall.controller);
    let keep = Keep::from("recall", id, now);
    let dedup = format!("recall-{id}-{}-{}", vehicle.get(), person.get());
    let posted = letters::post(work, &permit, letter, &dedup, &keep)?;
    Ok(Some(posted.by_day(now)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recall_concerns_its_make_and_its_bodies() {
        let plate = values::Plate::parse("AB12345").unwrap();
        let mut vehicle = VehicleRecord::stated(&plate);
        vehicle.make = Some("SCANIA".to_owned());
        vehicle.body_type = Some("tipper".to_owned());
        let recall = |make: &str, bodies: &[&str]| Recall {
            controller: ControllerId::from_raw(1),
            subject: String::new(),
            body: String::new(),
            make: make.to_owned(),
            bodies: bodies.iter().map(|one| (*one).to_owned()).collect(),
        };
        for (make, bodies, concerns) in [
            ("", &[][..], true),
            ("scania", &[], true),
            ("Volvo", &[], false),
            ("", &["reefer_body", "tipper"], true),
            ("", &["reefer_body"], false),
            ("Scania", &["reefer_body"], false),
        ] {
            let recall = recall(make, bodies);
            assert_eq!(recall.concerns(&vehicle), concerns, "{make} {bodies:?}");
        }
    }
}
