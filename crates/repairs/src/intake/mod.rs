//! Intake: a vehicle comes, from somebody, with something wrong.

mod forms;
mod meters;
mod pages;
mod receive;
pub(crate) mod sql;
mod to_customers;
mod vehicle;
mod vehicle_page;

pub(crate) use pages::{begin, booked, receive_booked, receive_walk_in, start};
pub(crate) use receive::seal_deliverer;
pub(crate) use vehicle_page::{again as look_up_again, show as show_vehicle, take as take_vehicle};

use store::{Db, StoreError};
use values::{SubjectId, WorkOrderId};

/// The order under which a vehicle is in the house now.
///
/// # Errors
/// When the store fails.
pub fn open_order_of(
    db: &mut dyn Db,
    vehicle: SubjectId,
) -> Result<Option<WorkOrderId>, StoreError> {
    db.opt(&sql::OPEN_OF_VEHICLE, &[vehicle.get().into()])?
        .map(|row| row.i64("id").map(WorkOrderId::from_raw))
        .transpose()
}
