//! A job as the one who does it sees it: vehicle, body, fault and lines. No contact, no price.

use bookings::Enquiry;
use declaration::vocabulary::{Category, MayUse, PurposeType, category};
use store::Db;
use values::{RecordId, Shown, WorkOrderId};
use vault::{Actor, Ask, Personal, Sealed, Vault, VaultError};
use web::Error;

use crate::{
    open::VehicleShown,
    order::{self, OrderRow, WorkLine},
    records::{Condition, Job},
};

/// A job, opened.
pub(crate) struct JobView {
    pub order: OrderRow,
    pub vehicle: Option<VehicleShown>,
    pub words: Vec<Personal<Enquiry>>,
    pub job: Option<Personal<Job>>,
    pub condition: Option<Personal<Condition>>,
    pub lines: Vec<WorkLine>,
    pub readings: Vec<vehicles::Shown>,
}

impl JobView {
    pub fn plate(&self) -> Option<Shown> {
        self.vehicle.as_ref().map(VehicleShown::plate)
    }

    /// The newest reading of each meter.
    pub fn meters(&self) -> Vec<&vehicles::Shown> {
        let mut newest: Vec<&vehicles::Shown> = Vec::new();
        for reading in &self.readings {
            if !newest.iter().any(|one| one.meter == reading.meter) {
                newest.push(reading);
            }
        }
        newest
    }

    pub fn current(&self) -> Vec<&WorkLine> {
        order::current(&self.lines).collect()
    }

    /// Lines that were struck out or replaced.
    pub fn old(&self) -> Vec<&WorkLine> {
        let gone = |line: &&WorkLine| line.voided_by.is_some() && line.text.is_some();
        self.lines.iter().filter(gone).collect()
    }
}

/// The order of that id.
///
/// # Errors
/// [`Error::NotFound`] when there is none.
pub(crate) async fn order(vault: &Vault, id: WorkOrderId) -> Result<OrderRow, Error> {
    let found = vault.store().read(move |db| order::by_id(db, id)).await?;
    found.ok_or(Error::NotFound)
}

/// Opens a job, with the visit as the case in the log.
///
/// # Errors
/// When the judge says no, or the store fails.
pub(crate) async fn view<P>(
    vault: &Vault,
    actor: Actor,
    order: OrderRow,
) -> Result<JobView, VaultError>
where
    P: PurposeType
        + MayUse<category::Work>
        + MayUse<category::Vehicle>
        + MayUse<category::BodyUsage>
        + MayUse<category::Enquiry>,
{
    let case = order.visit.get();
    let ask = Ask::open(actor, order.vehicle)
        .of(&[Category::Vehicle, Category::BodyUsage, Category::Work])
        .case("visit", case);
    let permit = vault.permit::<P>(ask).await?;
    let record = vehicles::latest(vault, &permit, order.vehicle).await?;
    let (job, condition) = (order.job_record, order.condition_record);
    let (job, condition) = vault
        .store()
        .read(move |db| Ok((load::<Job>(db, job)?, load::<Condition>(db, condition)?)))
        .await?;
    Ok(JobView {
        vehicle: record.map(|record| VehicleShown { record }),
        words: words::<P>(vault, actor, &order).await?,
        job: job.map(|one| vault.open(&permit, &one)).transpose()?,
        condition: condition.map(|one| vault.open(&permit, &one)).transpose()?,
        lines: order::open_lines(vault, &permit, order.id).await?,
        readings: vehicles::readings(vault, &permit, order.vehicle).await?,
        order,
    })
}

fn load<R: vault::Record>(
    db: &mut dyn Db,
    id: Option<RecordId>,
) -> Result<Option<Sealed<R>>, store::StoreError> {
    match id {
        Some(id) => Sealed::load(db, id),
        None => Ok(None),
    }
}

/// What the customer wrote when booking, and said at the desk.
async fn words<P>(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
) -> Result<Vec<Personal<Enquiry>>, VaultError>
where
    P: PurposeType + MayUse<category::Enquiry>,
{
    let Some(customer) = order.customer else {
        return Ok(Vec::new());
    };
    let (booking, said) = (order.booking, order.words_record);
    let sealed = vault
        .store()
        .read(move |db| {
            let booked = match booking {
                Some(booking) => bookings::by_id(db, booking)?,
                None => None,
            };
            let asked = booked.and_then(|row| row.enquiry_record);
            let mut found = Vec::new();
            for record in [asked, said].into_iter().flatten() {
                found.extend(Sealed::<Enquiry>::load(db, record)?);
            }
            Ok(found)
        })
        .await?;
    if sealed.is_empty() {
        return Ok(Vec::new());
    }
    let ask = Ask::open(actor, customer)
        .of(&[Category::Enquiry])
        .case("visit", order.visit.get());
    let permit = match vault.permit::<P>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone | VaultError::Refused(_)) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    sealed.iter().map(|one| vault.open(&permit, one)).collect()
}
