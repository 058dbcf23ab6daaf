//! Putting workshops and services into the database.

use jiff::civil::Date;
use store::{Db, Sql, StoreError, Value, plain};
use values::WorkshopId;

use super::{Bay, Hours, Service, Workshop, sql};

/// Every change goes through here: it raises the revision.
fn change(db: &mut dyn Db, statement: &Sql, values: &[Value]) -> Result<(), StoreError> {
    db.exec(statement, values)?;
    db.exec(&sql::CHANGED, &[]).map(|_| ())
}

fn workshop_values(workshop: &Workshop) -> Vec<Value> {
    vec![
        workshop.id.get().into(),
        workshop.controller.get().into(),
        plain(workshop.name.as_str()),
        plain(workshop.address.as_str()),
        plain(workshop.postal_code.as_str()),
        plain(workshop.city.as_str()),
        plain(workshop.phone.as_str()),
        workshop.notice_minutes.into(),
        workshop.horizon_days.into(),
        workshop.open.into(),
    ]
}

/// A workshop with its hours, closed days and bays.
///
/// # Errors
/// When the store fails.
pub fn add_workshop(db: &mut dyn Db, workshop: &Workshop) -> Result<(), StoreError> {
    change(db, &sql::WORKSHOP_ADD, &workshop_values(workshop))?;
    set_hours(db, workshop.id, &workshop.hours)?;
    for (day, note) in &workshop.closed {
        close_day(db, workshop.id, *day, note)?;
    }
    for bay in &workshop.bays {
        add_bay(db, workshop.id, bay)?;
    }
    Ok(())
}

/// The workshop's own line, without hours and bays.
///
/// # Errors
/// When the store fails.
pub fn set_workshop(db: &mut dyn Db, workshop: &Workshop) -> Result<(), StoreError> {
    change(db, &sql::WORKSHOP_SET, &workshop_values(workshop))
}

/// The hours of a week, Monday first.
///
/// # Errors
/// When the store fails.
pub fn set_hours(
    db: &mut dyn Db,
    workshop: WorkshopId,
    hours: &[Option<Hours>; 7],
) -> Result<(), StoreError> {
    for (weekday, hours) in (1_i64..).zip(hours) {
        let mut values = vec![workshop.get().into(), weekday.into()];
        match hours {
            Some(hours) => {
                values.extend([hours.opens.into(), hours.closes.into()]);
                change(db, &sql::HOURS_PUT, &values)?;
            }
            None => {
                change(db, &sql::HOURS_DROP, &values)?;
            }
        }
    }
    Ok(())
}

/// Closed on a day.
///
/// # Errors
/// When the store fails.
pub fn close_day(
    db: &mut dyn Db,
    workshop: WorkshopId,
    day: Date,
    note: &str,
) -> Result<(), StoreError> {
    let values = [workshop.get().into(), plain(day.to_string()), plain(note)];
    change(db, &sql::CLOSED_PUT, &values)
}

/// Open after all.
///
/// # Errors
/// When the store fails.
pub fn open_day(db: &mut dyn Db, workshop: WorkshopId, day: Date) -> Result<(), StoreError> {
    let values = [workshop.get().into(), plain(day.to_string())];
    change(db, &sql::CLOSED_DROP, &values)
}

fn bay_values(workshop: WorkshopId, bay: &Bay) -> Vec<Value> {
    vec![
        bay.id.get().into(),
        workshop.get().into(),
        plain(bay.name.as_str()),
        bay.max_length_cm.into(),
        bay.max_height_cm.into(),
        bay.open.into(),
    ]
}

/// A bay.
///
/// # Errors
/// When the store fails.
pub fn add_bay(db: &mut dyn Db, workshop: WorkshopId, bay: &Bay) -> Result<(), StoreError> {
    change(db, &sql::BAY_ADD, &bay_values(workshop, bay))
}

/// A bay changes; times booked in it stand.
///
/// # Errors
/// When the store fails.
pub fn set_bay(db: &mut dyn Db, workshop: WorkshopId, bay: &Bay) -> Result<(), StoreError> {
    change(db, &sql::BAY_SET, &bay_values(workshop, bay))
}

fn service_values(service: &Service) -> Vec<Value> {
    let mut values = vec![service.id.get().into()];
    values.extend(service.names.iter().map(|name| plain(name.as_str())));
    values.extend(service.about.iter().map(|about| plain(about.as_str())));
    values.extend([service.minutes.into(), service.open.into()]);
    values
}

/// A service, at a place in the list.
///
/// # Errors
/// When the store fails.
pub fn add_service(db: &mut dyn Db, service: &Service, place: i64) -> Result<(), StoreError> {
    let mut values = service_values(service);
    values.push(place.into());
    change(db, &sql::SERVICE_ADD, &values)
}

/// A service changes.
///
/// # Errors
/// When the store fails.
pub fn set_service(db: &mut dyn Db, service: &Service) -> Result<(), StoreError> {
    change(db, &sql::SERVICE_SET, &service_values(service))
}
