//! Service messages: a deadline for the periodic inspection comes near. A class of their own, with a
//! way out of their own (GDPR Art. 21); they contain no offer ([`crate::offer_in`]).
//!
//! At most one for a person, a vehicle and a deadline. Only people who have to do with the vehicle
//! today, who have not objected, and whose address is kept for this very purpose, not just for others.

pub(crate) mod sql;

use declaration::vocabulary::{Category, Purpose, purpose};
use jiff::civil::Date;
use letters::Letter;
use store::{Db, plain};
use values::{Moment, SubjectId};
use vault::{Actor, Ask, Keep, ServiceMessage, Vault, VaultError, audience};
use web::App;

use crate::codes::lang_of;

/// So long before the deadline, unless the office has said otherwise.
const DAYS_BEFORE: i64 = 42;
/// So many vehicles are looked at in one flight.
const PAGE: i64 = 200;
/// A vehicle without a known deadline is looked at again after this.
const LOOK_AGAIN_DAYS: i64 = 7;

/// What a round did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reminded {
    /// Letters posted.
    pub posted: u64,
    /// Vehicles opened to see their deadline.
    pub looked: u64,
}

/// Reminds of deadlines that come near. Killed at any moment it does the rest at its next round.
///
/// # Errors
/// When the store or the vault fails.
pub async fn chore(app: &App) -> Result<Reminded, web::Error> {
    let vault = app.service::<Vault>()?;
    let mut done = Reminded::default();
    if vault
        .declaration()
        .purpose(Purpose::ServiceReminders)
        .is_none()
    {
        return Ok(done);
    }
    let now = vault.world().now();
    let days = vault.store().read(days_before).await?;
    let mut after = 0;
    loop {
        let page = move |db: &mut dyn Db| audience::tied_now(db, now, after, PAGE);
        let vehicles = vault.store().read(page).await?;
        let Some(last) = vehicles.last() else {
            return Ok(done);
        };
        after = last.get();
        for vehicle in vehicles {
            let early = move |db: &mut dyn Db| {
                let values = [vehicle.get().into(), now.millis().into()];
                Ok(db.opt(&sql::EARLY, &values)?.is_some())
            };
            if vault.store().read(early).await? {
                continue;
            }
            done.looked += 1;
            done.posted += look(app, vault, vehicle, days, now).await?;
        }
    }
}

fn days_before(db: &mut dyn Db) -> Result<i64, store::StoreError> {
    let row = db.opt(&sql::DAYS, &[])?;
    row.map_or(Ok(DAYS_BEFORE), |row| row.i64("days_before"))
}

/// Looks at one vehicle: reminds if it is time, and notes when to look again.
async fn look(
    app: &App,
    vault: &Vault,
    vehicle: SubjectId,
    days: i64,
    now: Moment,
) -> Result<u64, web::Error> {
    let ask = Ask::open(Actor::Chore("paaminnelse"), vehicle)
        .of(&[Category::Vehicle])
        .case("vehicle", vehicle.get());
    let permit = match vault.permit::<purpose::ServiceReminders>(ask).await {
        Err(VaultError::Refused(_) | VaultError::Gone) => return Ok(0),
        other => other?,
    };
    let record = vehicles::latest(vault, &permit, vehicle).await?;
    let due = record
        .as_ref()
        .and_then(|record| record.pkk_due_on.as_deref());
    let due: Option<Date> = due.and_then(|due| due.parse().ok());
    let mut posted = 0;
    let mut again = now.plus_days(LOOK_AGAIN_DAYS);
    if let (Some(due), Some(record)) = (due, &record) {
        let begin = Moment::at_local(due, 8, 0).plus_days(-days);
        if now < begin {
            again = begin;
        } else if now.local_date() < due {
            for tie in vault.people_of(vehicle).await? {
                if tie.starts_at <= now && tie.ends_at > now {
                    let plate = record.plate.clone();
                    posted += remind(app, vault, vehicle, tie.person, &plate, due).await?;
                }
            }
        }
    }
    let note =
        move |db: &mut dyn Db| db.exec(&sql::LOOK, &[vehicle.get().into(), again.millis().into()]);
    vault.store().write(note).await?;
    Ok(posted)
}

/// Posts one reminder, if the person may be reminded and has not been.
async fn remind(
    app: &App,
    vault: &Vault,
    vehicle: SubjectId,
    person: SubjectId,
    plate: &values::Plate,
    due: Date,
) -> Result<u64, web::Error> {
    let now = vault.world().now();
    let key = due.to_string();
    let before = {
        let key = key.clone();
        move |db: &mut dyn Db| {
            let values = [
                vehicle.get().into(),
                person.get().into(),
                plain(key.as_str()),
            ];
            let there = db.opt(&sql::THERE, &values)?.is_some();
            let kept = audience::kept_for(
                db,
                person,
                Category::Contact,
                Purpose::ServiceReminders,
                now,
            )?;
            Ok(!there && kept)
        }
    };
    if !vault.store().read(before).await? {
        return Ok(0);
    }
    let ask = Ask::open(Actor::Chore("paaminnelse"), person)
        .of(&[Category::Contact, Category::Correspondence])
        .case("vehicle", vehicle.get());
    let permit = match vault.permit::<purpose::ServiceReminders>(ask).await {
        Err(VaultError::Refused(_) | VaultError::Gone) => return Ok(0),
        other => other?,
    };
    let Some((_, contact)) = customers::latest_contact(vault, &permit).await? else {
        return Ok(0);
    };
    let Some(email) = contact.email.clone() else {
        return Ok(0);
    };
    let lang = lang_of(&contact.language);
    let (subject, text) = words(app, vault, (person, vehicle), lang, plate, due)?;
    let letter = Letter::new(email, subject, text).in_lang(lang);
    let mut work = vault.work();
    let keep = Keep::from("reminder", vehicle.get(), now);
    let dedup = format!("pkk-{}-{}-{key}", vehicle.get(), person.get());
    let posted = letters::post(&mut work, &permit, letter, &dedup, &keep)?.by_day(work.at());
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        let values = [
            vehicle.get().into(),
            person.get().into(),
            plain(key.as_str()),
            now.millis().into(),
        ];
        if db.exec(&sql::ADD, &values)? == 0 {
            return Ok(0);
        }
        laid.lay(db)?;
        posted.enqueue(db)?;
        Ok(1)
    };
    Ok(vault.store().write(write).await?)
}

fn words(
    app: &App,
    vault: &Vault,
    (person, vehicle): (SubjectId, SubjectId),
    lang: web::Lang,
    plate: &values::Plate,
    due: Date,
) -> Result<(String, String), web::Error> {
    let text = app.texts.of(lang);
    let base = app.settings.base_url.as_str();
    let out = customers::service_link(vault, lang, person, ServiceMessage::Reminder)?;
    let out = format!("{base}{out}");
    let sold = vehicles::sold_link(vault, lang, person, vehicle)?;
    let sold = format!("{base}{sold}");
    let book = format!("{base}{}/bestill", lang.prefix());
    let day = format!("{}.{}.{}", due.day(), due.month(), due.year());
    let plate = plate.shown().reveal().to_owned();
    let house = app.settings.house.as_str();
    let values: [(&str, &dyn web::Arg); 6] = [
        ("sold", &sold),
        ("plate", &plate.as_str()),
        ("date", &day),
        ("book", &book),
        ("out", &out),
        ("house", &house),
    ];
    let body = text.f("reminder-inspection-letter", &values);
    Ok((
        text.f1("reminder-inspection-subject", "date", day.as_str()),
        body,
    ))
}
