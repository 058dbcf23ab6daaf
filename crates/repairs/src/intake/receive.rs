//! Receiving a vehicle: the register is asked, then everything is written at once: visit, order with
//! its number, who has which part, what is known of the vehicle.

use bookings::{BookingRow, Enquiry};
use customers::CustomerContact;
use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, StoreError, Value, plain};
use values::{
    ControllerId, Line, Moment, OrgNo, Plate, RecordId, SubjectId, VisitId, WorkOrderId, WorkshopId,
};
use vault::{Actor, Ask, Keep, LookUp, Permit, Personal, SubjectKind, Vault, VaultError, Work};
use vehicles::VehicleLink;
use web::Lang;

use super::{sql, to_customers, vehicle};
use crate::{
    open,
    order::add_party,
    records::{Condition, Deliverer, Job},
};

/// Who owns the vehicle, as the customer says.
pub(crate) enum Owner {
    /// The customer.
    Customer,
    /// Another person or a company.
    Other(Line, Option<OrgNo>),
}

/// Who the customer is.
pub(crate) enum Customer {
    /// Whoever booked.
    Booked(Box<BookingRow>),
    /// Somebody at the desk.
    Here(Box<Personal<CustomerContact>>),
}

/// A vehicle that has come.
pub(crate) struct Arrival {
    pub customer: Customer,
    pub controller: ControllerId,
    pub workshop: WorkshopId,
    pub plate: Plate,
    pub owner: Owner,
    pub deliverer: Option<Personal<Deliverer>>,
    pub words: Option<Personal<Enquiry>>,
    pub job: Option<Personal<Job>>,
    pub condition: Option<Personal<Condition>>,
    pub letters: to_customers::Answered,
    pub lang: Lang,
}

/// What came of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Received {
    pub visit: VisitId,
    #[allow(dead_code)] // for the tests and the demo
    pub order: WorkOrderId,
}

/// Receives a vehicle. Whatever the register answers, the vehicle is received.
///
/// # Errors
/// `Refused` with a message when the vehicle is in the house already or the booking is not open; the
/// vault and the store.
pub(crate) async fn receive(
    vault: &Vault,
    register: Option<&dyn vehicles::register::VehicleRegister>,
    actor: Actor,
    arrival: &Arrival,
) -> Result<Received, VaultError> {
    let visit: VisitId = vault.world().id();
    let vehicle = known_vehicle(vault, actor, arrival, visit).await?;
    let there = vault
        .store()
        .read(move |db| super::open_order_of(db, vehicle))
        .await?;
    if there.is_some() {
        return Err(StoreError::Refused(HERE).into());
    }
    let asked = vehicle::ask(vault, register, actor, (vehicle, &arrival.plate), visit).await?;
    let done = vault::again(|| async { write(vault, actor, arrival, visit, &asked).await });
    let (received, customer) = done.await.map_err(|error| match error {
        VaultError::Store(StoreError::Unique(index)) if index.starts_with("visit__") => {
            StoreError::Refused(HERE).into()
        }
        other => other,
    })?;
    to_customers::follow(vault, actor, customer, (arrival, visit)).await;
    Ok(received)
}

/// What a vehicle that is received twice is answered with.
pub(crate) const HERE: &str = "repair-already-here";

/// The vehicle of that plate, made if nobody knew it: the look-up log must be able to name it.
async fn known_vehicle(
    vault: &Vault,
    actor: Actor,
    arrival: &Arrival,
    visit: VisitId,
) -> Result<SubjectId, VaultError> {
    if let Some(known) = vehicles::find(vault, &arrival.plate).await? {
        return Ok(known);
    }
    vault::again(|| async {
        let mut work = vault.work();
        let from = open::told(vault, visit.get());
        let plate = &arrival.plate;
        let id = vehicles::take_vehicle(vault, &mut work, actor, plate, None, &from).await?;
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await?;
        Ok(id)
    })
    .await
}

async fn write(
    vault: &Vault,
    actor: Actor,
    arrival: &Arrival,
    visit: VisitId,
    asked: &vehicle::Answer,
) -> Result<(Received, SubjectId), VaultError> {
    let technical = asked.technical.as_ref();
    let mut work = vault.work();
    let source = if technical.is_some() {
        "public_register"
    } else {
        "data_subject"
    };
    let from = open::provenance(vault, source, visit.get());
    let plate = &arrival.plate;
    let vehicle = vehicles::take_vehicle(vault, &mut work, actor, plate, technical, &from).await?;
    let (job, condition) = at_vehicle(vault, &mut work, actor, (vehicle, visit), arrival).await?;
    let (customer, permit) = customer(vault, &mut work, actor, arrival, visit).await?;
    let words = match &arrival.words {
        Some(words) => {
            let keep = Keep::while_open("visit", visit.get());
            let told = open::told(vault, visit.get());
            Some(work.seal(&permit, words, &told, &keep)?)
        }
        None => None,
    };
    let link = link(vault, &mut work, &permit, (vehicle, visit), arrival).await?;
    let deliverer = deliverer(vault, &mut work, actor, visit, arrival).await?;
    let order: WorkOrderId = vault.world().id();
    let rows = Rows {
        visit,
        order,
        controller: arrival.controller,
        workshop: arrival.workshop,
        booking: match &arrival.customer {
            Customer::Booked(row) => Some(row.id),
            Customer::Here(_) => None,
        },
        vehicle,
        customer,
        at: work.at(),
        by: actor.id(),
        word: asked.word,
        records: [words, job, condition],
        link,
        deliverer,
        notice: vault.declaration().version().to_string(),
        lang: arrival.lang,
    };
    let gave = vehicle::Gave::of(vault, asked, Some(customer), arrival.controller);
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        gave.lay(db)?;
        rows.lay(db)
    });
    write.await?;
    Ok((Received { visit, order }, customer))
}

/// The job and the state of the vehicle, sealed at the vehicle; and the visit as a reason to keep what
/// is known of it, however old it is.
async fn at_vehicle(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (vehicle, visit): (SubjectId, VisitId),
    arrival: &Arrival,
) -> Result<(Option<RecordId>, Option<RecordId>), VaultError> {
    const OF_VEHICLE: &[Category] = &[Category::Vehicle, Category::BodyUsage, Category::Work];
    let known = vault.subject(vehicle).await?.is_some();
    let ask = if known { Ask::seal } else { Ask::seal_new };
    let ask = ask(actor, vehicle)
        .of(OF_VEHICLE)
        .case("visit", visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let life = vehicles::keep(vault, vehicle).await?;
    let seen = open::observed(vault, visit.get());
    let mut job = None;
    if let Some(record) = &arrival.job {
        job = Some(work.seal(&permit, record, &seen, &life)?);
    }
    let mut condition = None;
    if let Some(record) = &arrival.condition {
        condition = Some(work.seal(&permit, record, &seen, &life)?);
    }
    let keep = Keep::while_open("visit", visit.get());
    for category in OF_VEHICLE {
        work.also_keep(&permit, *category, Purpose::Visit, &keep)?;
    }
    Ok((job, condition))
}

/// The customer, with leave to seal for them; what is kept of them has the visit as its reason.
async fn customer(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    arrival: &Arrival,
    visit: VisitId,
) -> Result<(SubjectId, Permit<purpose::Visit>), VaultError> {
    let keep = Keep::while_open("visit", visit.get());
    let (subject, permit) = match &arrival.customer {
        Customer::Booked(row) => {
            const OF_PERSON: &[Category] =
                &[Category::Contact, Category::Enquiry, Category::VehicleLink];
            let ask = Ask::seal(actor, row.subject)
                .of(OF_PERSON)
                .case("visit", visit.get());
            let permit = vault.permit::<purpose::Visit>(ask).await?;
            for category in OF_PERSON {
                // Passes over strands that are not there.
                work.end(&permit, *category, &keep)?;
            }
            (row.subject, permit)
        }
        Customer::Here(contact) => {
            let (email, phone) = (contact.email.as_ref(), contact.phone.as_ref());
            let known = customers::identify(vault, email, phone).await?;
            let told = open::told(vault, visit.get());
            let taken =
                customers::take_contact(vault, work, actor, known, contact, &told, &keep).await?;
            (taken.subject, taken.permit)
        }
    };
    to_customers::note(vault, work, &permit, (arrival, visit))?;
    Ok((subject, permit))
}

/// The person's link to the vehicle. A new owner ends the tie of the one before: what is done from now
/// on is not theirs to see.
async fn link(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (vehicle, visit): (SubjectId, VisitId),
    arrival: &Arrival,
) -> Result<RecordId, VaultError> {
    let (party, owner_name, owner_org_no) = match &arrival.owner {
        Owner::Customer => ("owner", None, None),
        Owner::Other(name, org_no) => ("customer", Some(name.clone()), org_no.clone()),
    };
    if party == "owner" {
        let now = work.at();
        for tie in vault.people_of(vehicle).await? {
            if tie.party == "owner" && tie.person != permit.subject() && tie.ends_at > now {
                work.untie(vehicle, tie.person, "owner");
            }
        }
    }
    let record = Personal::new(VehicleLink {
        plate: arrival.plate.clone(),
        party: party.to_owned(),
        owner_name,
        owner_org_no,
    });
    let keep = Keep::while_open("visit", visit.get());
    let told = open::told(vault, visit.get());
    vehicles::link(vault, work, permit, vehicle, party, &record, &told, &keep).await
}

/// Whoever handed the vehicle in for another: a subject of their own, found by telephone, e-mail and
/// name like anybody, kept for the shortest time.
async fn deliverer(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    visit: VisitId,
    arrival: &Arrival,
) -> Result<Option<(SubjectId, RecordId)>, VaultError> {
    let Some(record) = &arrival.deliverer else {
        return Ok(None);
    };
    seal_deliverer(
        vault,
        work,
        actor,
        visit,
        record,
        &Keep::while_open("visit", visit.get()),
    )
    .await
    .map(Some)
}

/// Seals somebody who hands in or collects.
pub(crate) async fn seal_deliverer(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    visit: VisitId,
    record: &Personal<Deliverer>,
    keep: &Keep,
) -> Result<(SubjectId, RecordId), VaultError> {
    let id = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(actor, id)
        .of(&[Category::Deliverer])
        .case("visit", visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let from = open::provenance(vault, "deliverer", visit.get());
    let sealed = work.seal(&permit, record, &from, keep)?;
    let reach = record.email.as_ref().map(LookUp::email);
    let reach = reach
        .into_iter()
        .chain(record.phone.as_ref().map(LookUp::phone));
    for hint in reach.chain(LookUp::name_hints(&record.name)) {
        work.hint(&permit, Category::Deliverer, &hint)?;
    }
    Ok((id, sealed))
}

/// The rows of an intake.
#[derive(Clone)]
struct Rows {
    visit: VisitId,
    order: WorkOrderId,
    controller: ControllerId,
    workshop: WorkshopId,
    booking: Option<values::BookingId>,
    vehicle: SubjectId,
    customer: SubjectId,
    at: Moment,
    by: i64,
    word: &'static str,
    records: [Option<RecordId>; 3],
    link: RecordId,
    deliverer: Option<(SubjectId, RecordId)>,
    notice: String,
    lang: Lang,
}

impl Rows {
    fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        if let Some(booking) = self.booking
            && !bookings::mark_arrived(db, booking)?
        {
            return Err(StoreError::Refused(HERE));
        }
        let controller = || Value::from(self.controller.get());
        db.exec(&sql::NUMBER_TAKE, &[controller()])?;
        let number = db.one(&sql::NUMBER, &[controller()])?.i64("last")?;
        let [words, job, condition] = self.records.map(|record| record.map(RecordId::get));
        let visit = [
            self.visit.get().into(),
            controller(),
            self.workshop.get().into(),
            self.booking.map(values::BookingId::get).into(),
            self.vehicle.get().into(),
            self.customer.get().into(),
            self.at.millis().into(),
            self.by.into(),
            self.word.into(),
            words.into(),
            job.into(),
            condition.into(),
            plain(self.notice.as_str()),
            self.lang.tag().into(),
        ];
        db.exec(&sql::VISIT_ADD, &visit)?;
        let order = [
            self.order.get().into(),
            self.visit.get().into(),
            controller(),
            self.workshop.get().into(),
            number.into(),
        ];
        db.exec(&sql::ORDER_ADD, &order)?;
        add_party(
            db,
            self.visit,
            "customer",
            (self.customer, Some(self.link)),
            self.at,
        )?;
        if let Some((who, record)) = self.deliverer {
            add_party(db, self.visit, "deliverer", (who, Some(record)), self.at)?;
        }
        Ok(())
    }
}
