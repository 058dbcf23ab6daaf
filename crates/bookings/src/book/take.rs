//! Booking a time: sealed first, then one transaction in which the database decides who gets it.

use std::sync::Arc;

use jiff::civil::Date;
use store::{Db, StoreError, bytes, plain};
use values::{BayId, BookingId, Moment, RecordId, SubjectId, WorkshopId};
use vault::{Keep, Laid, Personal, Provenance, Vault, VaultError, Work};
use web::App;

use letters::Posted;
use vehicles::VehicleLink;

use super::{BookError, Booked, BookingRow, Key, Kind, NewBooking, Via, code, sql, write_letter};
use crate::{
    catalogue::{Catalogue, Service, Workshop},
    enquiry::Enquiry,
    slots::{self, Busy},
};

/// The word a transaction turns back with when no bay is free.
pub(crate) const TAKEN: &str = "booking-taken";
/// The index that refuses the second of two.
pub(crate) const OCCUPIED: &str = "occupancy__bay_id__step";
/// How often a transaction that met another is done again.
const TRIES: u32 = 8;

/// Books a time. Exactly one of many gets it: the database refuses the others, on both engines.
///
/// # Errors
/// See [`BookError`].
pub async fn book(app: &App, vault: &Vault, new: &NewBooking) -> Result<Booked, BookError> {
    let (catalogue, busy, answered) = before(app, vault, new).await?;
    if let Some((id, same)) = answered {
        return repeated(id, same);
    }
    let (Some(workshop), Some(service)) = (
        catalogue.workshop(new.workshop),
        catalogue
            .service(new.service)
            .filter(|service| service.open),
    ) else {
        return Err(BookError::Unknown);
    };
    if !workshop.takes(new.needs) {
        return Err(BookError::TooBig);
    }
    let now = vault.world().now();
    // A look before anything is sealed; what counts is the transaction.
    let free = slots::is_offered(workshop, new.starts_at, service.minutes, now, new.via.who())
        && busy.any_free(workshop, new.needs, new.starts_at, service.minutes);
    if !free {
        return Err(taken(vault, workshop, service, new).await);
    }
    let mut tries = 0;
    loop {
        tries += 1;
        match attempt(app, vault, new, workshop, service).await {
            Ok(Done::New(id)) => {
                return Ok(Booked {
                    id,
                    repeated: false,
                });
            }
            Ok(Done::Before(id, same)) => return repeated(id, same),
            Err(VaultError::Store(StoreError::Refused(TAKEN))) => {
                return Err(taken(vault, workshop, service, new).await);
            }
            Err(error) if tries < TRIES && met_another(&error) => {}
            Err(error) if met_another(&error) && is_occupied(&error) => {
                return Err(taken(vault, workshop, service, new).await);
            }
            Err(error) => return Err(error.into()),
        }
    }
}

pub(crate) fn is_occupied(error: &VaultError) -> bool {
    matches!(error, VaultError::Store(StoreError::Unique(index)) if index == OCCUPIED)
}

/// Two writers met: a bay was taken meanwhile (another may be free), or a reference, a key, a strand.
pub(crate) fn met_another(error: &VaultError) -> bool {
    let index = |index: &str| {
        index == OCCUPIED || index == "idempotency__key_tag" || index.starts_with("booking__")
    };
    error.is_race() || matches!(error, VaultError::Store(StoreError::Unique(name)) if index(name))
}

fn repeated(id: BookingId, same: bool) -> Result<Booked, BookError> {
    if same {
        Ok(Booked { id, repeated: true })
    } else {
        Err(BookError::KeyUsed(id))
    }
}

fn answered(db: &mut dyn Db, key: &Key) -> Result<Option<(BookingId, bool)>, StoreError> {
    db.opt(&sql::KEY, &[bytes(key.key.as_slice())])?
        .map(|row| {
            let id = BookingId::from_raw(row.i64("booking_id")?);
            Ok((id, row.bytes("body_tag")? == key.body))
        })
        .transpose()
}

type Before = (Arc<Catalogue>, Busy, Option<(BookingId, bool)>);

/// The catalogue, what is taken around the time, and whether it was answered before: one snapshot.
async fn before(app: &App, vault: &Vault, new: &NewBooking) -> Result<Before, VaultError> {
    let (app, key) = (app.clone(), new.key);
    let (id, start, service) = (new.workshop, new.starts_at, new.service);
    let read = vault.store().read(move |db| {
        let answered = match &key {
            Some(key) => answered(db, key)?,
            None => None,
        };
        let catalogue = Catalogue::known(&app, db)?;
        let minutes = catalogue.service(service).map_or(0, |one| one.minutes);
        let until = start.plus_minutes(minutes + slots::STEP_MINUTES);
        let busy = slots::taken_of(db, id, start, until, None)?;
        Ok((catalogue, busy, answered))
    });
    Ok(read.await?)
}

async fn taken(
    vault: &Vault,
    workshop: &Workshop,
    service: &Service,
    new: &NewBooking,
) -> BookError {
    let (workshop, service) = (workshop.clone(), service.clone());
    let (needs, wanted, now) = (new.needs, new.starts_at, vault.world().now());
    let near = vault
        .store()
        .read(move |db| slots::nearest(db, &workshop, &service, needs, wanted, now, 6))
        .await;
    match near {
        Ok(near) => BookError::Taken(near),
        Err(error) => BookError::Vault(error.into()),
    }
}

enum Done {
    New(BookingId),
    Before(BookingId, bool),
}

/// What is sealed about a booking before its transaction.
struct Sealed {
    laid: Laid,
    posted: Option<Posted>,
    row: BookingRow,
    tag: [u8; 32],
}

async fn attempt(
    app: &App,
    vault: &Vault,
    new: &NewBooking,
    workshop: &Workshop,
    service: &Service,
) -> Result<Done, VaultError> {
    let sealed = seal(app, vault, new, workshop, service).await?;
    let (key, via, id) = (new.key, new.via, sealed.row.id);
    let (subject, given) = (sealed.row.subject, given(new, &sealed.row));
    let write = vault.store().write(move |db| {
        if let Some(key) = &key
            && let Some((id, same)) = answered(db, key)?
        {
            return Ok(Done::Before(id, same));
        }
        sealed.laid.lay(db)?;
        let row = &sealed.row;
        let bay = hold(db, row, row.workshop, row.starts_at, row.ends_at)?;
        add(db, row, bay, &sealed.tag, via)?;
        if let Some(key) = &key {
            let values = [
                bytes(key.key.as_slice()),
                bytes(key.body.as_slice()),
                id.get().into(),
                row.made_at.millis().into(),
            ];
            db.exec(&sql::KEY_ADD, &values)?;
        }
        if let Some(posted) = &sealed.posted {
            posted.enqueue(db)?;
        }
        Ok(Done::New(id))
    });
    let done = write.await?;
    if matches!(done, Done::New(_)) {
        customers::follow_answer(vault, subject, (new.letters, given)).await;
    }
    Ok(done)
}

/// Where the address was given, for the ledger of customers.
fn given(new: &NewBooking, row: &BookingRow) -> customers::CustomerGiven {
    customers::CustomerGiven {
        controller: row.controller,
        form: new.via.form(),
        actor: new.actor,
        lang: new.lang,
        case: ("booking", row.id.get()),
    }
}

/// Takes a bay for a span: the smallest that is free. What the booking itself held is let go first
/// by the caller.
pub(crate) fn hold(
    db: &mut dyn Db,
    row: &BookingRow,
    workshop: WorkshopId,
    from: Moment,
    until: Moment,
) -> Result<BayId, StoreError> {
    let minutes = (until.millis() - from.millis()) / 60_000;
    let (first, end) = slots::steps(from, minutes);
    let values = [
        workshop.get().into(),
        first.into(),
        end.into(),
        row.needs.length_cm.into(),
        row.needs.height_cm.into(),
        row.id.get().into(),
    ];
    let bay = db
        .opt(&sql::FREE_BAY, &values)?
        .ok_or(StoreError::Refused(TAKEN))?
        .i64("id")?;
    let values = [bay.into(), first.into(), end.into(), row.id.get().into()];
    db.exec(&sql::OCCUPY, &values)?;
    Ok(BayId::from_raw(bay))
}

fn add(
    db: &mut dyn Db,
    row: &BookingRow,
    bay: BayId,
    tag: &[u8; 32],
    via: Via,
) -> Result<(), StoreError> {
    let values = [
        row.id.get().into(),
        plain(row.reference.as_str()),
        row.controller.get().into(),
        row.workshop.get().into(),
        bay.get().into(),
        row.service.get().into(),
        row.starts_at.millis().into(),
        row.ends_at.millis().into(),
        row.subject.get().into(),
        row.vehicle.get().into(),
        row.contact_record.get().into(),
        row.enquiry_record.map(RecordId::get).into(),
        row.link_record.get().into(),
        plain(row.notice_version.as_str()),
        bytes(tag.as_slice()),
        row.made_at.millis().into(),
        row.needs.length_cm.into(),
        row.needs.height_cm.into(),
        row.lang.tag().into(),
        via.as_str().into(),
    ];
    db.exec(&sql::ADD, &values).map(|_| ())
}

async fn seal(
    app: &App,
    vault: &Vault,
    new: &NewBooking,
    workshop: &Workshop,
    service: &Service,
) -> Result<Sealed, VaultError> {
    let id: BookingId = vault.world().id();
    let mut work = vault.work();
    let about = about(vault, &mut work, new, service, id).await?;
    let row = BookingRow {
        id,
        reference: code::reference(&*vault.world().chance),
        controller: workshop.controller,
        workshop: workshop.id,
        bay: BayId::from_raw(0),
        service: service.id,
        starts_at: new.starts_at,
        ends_at: new.starts_at.plus_minutes(service.minutes),
        state: super::State::Booked,
        subject: about.person.subject,
        vehicle: about.vehicle,
        contact_record: about.person.record,
        enquiry_record: about.enquiry,
        link_record: about.link,
        notice_version: new.notice_version.clone(),
        made_at: work.at(),
        sequence: 0,
        needs: new.needs,
        lang: new.lang,
    };
    let posted = match &new.contact.email {
        Some(email) => {
            let answered = (new.letters, given(new, &row));
            customers::note_answer(vault, &mut work, &about.person.permit, email, answered)?;
            let told = (email, workshop, service);
            let letter = write_letter(app, vault, &row, told, Kind::Booked);
            let dedup = format!("booking-{}-0", id.get());
            let keep = Keep::from("booking", id.get(), work.at());
            let permit = &about.person.permit;
            Some(letters::post(&mut work, permit, letter, &dedup, &keep)?)
        }
        None => None,
    };
    let code = super::code_of(vault, id);
    let tag = super::tag_of_code(vault, &code).ok_or(VaultError::Corrupt("code"))?;
    Ok(Sealed {
        laid: work.finish(),
        posted,
        row,
        tag,
    })
}

/// Whom and what a booking is about, sealed.
struct About {
    person: customers::Taken,
    enquiry: Option<RecordId>,
    link: RecordId,
    vehicle: SubjectId,
}

async fn about(
    vault: &Vault,
    work: &mut Work,
    new: &NewBooking,
    service: &Service,
    id: BookingId,
) -> Result<About, VaultError> {
    let keep = Keep::while_open("booking", id.get());
    let from = Provenance {
        source_kind: new.via.source_kind(),
        source_ref: id.get(),
        notice_version: new.notice_version.clone(),
    };
    let contact = &new.contact;
    let (email, phone) = (contact.email.as_ref(), contact.phone.as_ref());
    let known = match new.known {
        Some(subject) => Some(subject),
        None => customers::identify(vault, email, phone).await?,
    };
    let person =
        customers::take_contact(vault, work, new.actor, known, contact, &from, &keep).await?;
    let enquiry = match &new.question {
        Some(question) => {
            let enquiry = Personal::new(Enquiry {
                question: Some(question.clone()),
                service: Some(service.names[0].clone()),
                answer: None,
            });
            Some(work.seal(&person.permit, &enquiry, &from, &keep)?)
        }
        None => None,
    };
    let (actor, plate) = (new.actor, &new.plate);
    let vehicle =
        vehicles::expect_vehicle(vault, work, actor, plate, None, &from, id.get()).await?;
    let link = Personal::new(VehicleLink {
        plate: new.plate.clone(),
        party: "customer".to_owned(),
        owner_name: None,
        owner_org_no: None,
    });
    let link = vehicles::note_link(work, &person.permit, &link, &from, &keep)?;
    Ok(About {
        person,
        enquiry,
        link,
        vehicle,
    })
}

/// The date in Norway a booking lies on.
impl BookingRow {
    /// The day it starts, by the clock on the wall.
    #[must_use]
    pub fn date(&self) -> Date {
        self.starts_at.local_date()
    }
}
