//! One booking's statements and sealing, and nothing else: no page, no catalogue, no letter to write,
//! no look whether the time is free before the database is asked.

use std::sync::Arc;

use bookings::{Enquiry, slots};
use karosseri::house::House;
use letters::Letter;
use store::{Db, Sql, StoreError, Value, bytes, plain};
use values::{BookingId, Email, FreeText, Moment, Plate};
use vault::{Actor, Keep, Laid, Personal, Vault, VaultError, again};
use vehicles::VehicleLink;

use crate::{Res, fixture, rows::bookings::QUESTION};

/// A statement of the product, by the end of its name.
fn product(name: &str) -> Res<&'static Sql> {
    let lists = bookings::QUERIES.iter();
    let found = lists
        .flat_map(|list| list.iter())
        .find(|sql| sql.name.ends_with(name));
    found.ok_or_else(|| format!("bookings has no statement {name}").into())
}

struct Statements {
    free_bay: &'static Sql,
    occupy: &'static Sql,
    add: &'static Sql,
    key: &'static Sql,
    key_add: &'static Sql,
}

/// The probe.
pub struct SameWork {
    vault: Vault,
    sql: Arc<Statements>,
}

/// What one request asks for: `workshop service start person plate`.
struct Asked {
    workshop: i64,
    service: i64,
    start: Moment,
    person: usize,
    plate: usize,
}

impl Asked {
    fn parse(body: &str) -> Res<Self> {
        let mut words = body.split(' ');
        let mut next = || {
            words
                .next()
                .and_then(|word| word.parse::<i64>().ok())
                .ok_or("a number")
        };
        Ok(Self {
            workshop: next()?,
            service: next()?,
            start: Moment::from_millis(next()?),
            person: usize::try_from(next()?)?,
            plate: usize::try_from(next()?)?,
        })
    }
}

/// Everything sealed, with the values of the booking's own rows.
#[derive(Clone)]
struct Ready {
    laid: Laid,
    posted: letters::Posted,
    free_bay: Vec<Value>,
    steps: (i64, i64),
    id: i64,
    row: Vec<Value>,
    key: Vec<Value>,
}

impl SameWork {
    /// On a house's vault.
    pub fn of(house: &House) -> Res<Self> {
        let sql = Statements {
            free_bay: product("book::sql::FREE_BAY")?,
            occupy: product("book::sql::OCCUPY")?,
            add: product("book::sql::ADD")?,
            key: product("book::sql::KEY")?,
            key_add: product("book::sql::KEY_ADD")?,
        };
        Ok(Self {
            vault: house.vault.clone(),
            sql: Arc::new(sql),
        })
    }

    /// One booking, durable when this answers.
    pub async fn book(&self, body: &str) -> Res<()> {
        let asked = Asked::parse(body)?;
        again(|| async {
            let ready = seal(&self.vault, &asked).await?;
            let sql = Arc::clone(&self.sql);
            Ok(self
                .vault
                .store()
                .write(move |db| lay(db, &sql, &ready))
                .await?)
        })
        .await?;
        Ok(())
    }
}

fn lay(db: &mut dyn Db, sql: &Statements, ready: &Ready) -> Result<(), StoreError> {
    db.opt(sql.key, &ready.key[..1])?;
    ready.laid.lay(db)?;
    let bay = db.one(sql.free_bay, &ready.free_bay)?.i64("id")?;
    let (first, end) = ready.steps;
    db.exec(
        sql.occupy,
        &[bay.into(), first.into(), end.into(), ready.id.into()],
    )?;
    let mut row = ready.row.clone();
    row[4] = bay.into();
    db.exec(sql.add, &row)?;
    db.exec(sql.key_add, &ready.key)?;
    ready.posted.enqueue(db)
}

/// Ids of what was sealed.
struct Ids {
    booking: i64,
    person: i64,
    vehicle: i64,
    contact: i64,
    enquiry: i64,
    link: i64,
}

async fn seal(vault: &Vault, asked: &Asked) -> Result<Ready, VaultError> {
    let bad = |_| VaultError::Corrupt("probe");
    let id: BookingId = vault.world().id();
    let keep = Keep::while_open("booking", id.get());
    let provenance = fixture::provenance(vault, id.get());
    let (mut work, by) = (vault.work(), Actor::Visitor);
    let contact = fixture::contact(asked.person).map_err(bad)?;
    let known = customers::identify(vault, contact.email.as_ref(), None).await?;
    let person =
        customers::take_contact(vault, &mut work, by, known, &contact, &provenance, &keep).await?;
    let permit = &person.permit;
    let enquiry = Personal::new(Enquiry {
        question: Some(FreeText::parse(QUESTION).map_err(bad)?),
        service: Some("Karosserisjekk".to_owned()),
        answer: None,
    });
    let enquiry = work.seal(permit, &enquiry, &provenance, &keep)?;
    let plate = Plate::parse(&fixture::plate(asked.plate)).map_err(bad)?;
    let vehicle =
        vehicles::expect_vehicle(vault, &mut work, by, &plate, None, &provenance, id.get()).await?;
    let link = Personal::new(VehicleLink {
        plate,
        party: "customer".to_owned(),
        owner_name: None,
        owner_org_no: None,
    });
    let link = vehicles::note_link(&mut work, permit, &link, &provenance, &keep)?;
    // As long as the product's letter with its calendar file.
    let email = Email::parse(&fixture::email(asked.person)).map_err(bad)?;
    let letter = Letter::new(email, "Timen din er bestilt", "x".repeat(600))
        .with_calendar("x".repeat(1_100));
    let kept = Keep::from("booking", id.get(), work.at());
    let dedup = format!("booking-{}-0", id.get());
    let posted = letters::post(&mut work, permit, letter, &dedup, &kept)?;
    let ids = Ids {
        booking: id.get(),
        person: person.subject.get(),
        vehicle: vehicle.get(),
        contact: person.record.get(),
        enquiry: enquiry.get(),
        link: link.get(),
    };
    let at = work.at();
    Ok(ready(vault, asked, &ids, work.finish(), posted, at))
}

/// The values of the booking's own rows.
fn ready(
    vault: &Vault,
    asked: &Asked,
    ids: &Ids,
    laid: Laid,
    posted: letters::Posted,
    at: Moment,
) -> Ready {
    let id = ids.booking;
    let steps = slots::steps(asked.start, 60);
    let secret = vault.world().secret();
    let letters = secret[..8].iter().map(|byte| char::from(b'A' + byte % 26));
    let tag = |what, of: &[u8]| bytes(*vault.tag_code(what, of).hash());
    let until = asked.start.plus_minutes(60);
    Ready {
        laid,
        posted,
        free_bay: [asked.workshop, steps.0, steps.1, 0, 0, id]
            .map(Value::from)
            .to_vec(),
        steps,
        id,
        row: vec![
            id.into(),
            plain(letters.collect::<String>()),
            1.into(),
            asked.workshop.into(),
            Value::Null,
            asked.service.into(),
            asked.start.millis().into(),
            until.millis().into(),
            ids.person.into(),
            ids.vehicle.into(),
            ids.contact.into(),
            ids.enquiry.into(),
            ids.link.into(),
            plain(vault.declaration().version().to_string()),
            tag("booking-manage", &secret),
            at.millis().into(),
            0.into(),
            0.into(),
            "nb".into(),
            "api".into(),
        ],
        key: vec![
            tag("booking-key", &id.to_be_bytes()),
            tag("booking-body", QUESTION.as_bytes()),
            id.into(),
            at.millis().into(),
        ],
    }
}
