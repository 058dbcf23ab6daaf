//! What the slices' tables show, for the proof.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, purpose};
use repairs::documents_intact;
use rights::{ControllerRows, Facts};
use statistics::{Audit, Counter};
use store::{Db, Sql, StoreError};
use values::SubjectId;
use vault::{Actor, Ask, Opened, Vault, VaultError};

use super::sql;
use crate::parts;

/// Newest vehicles whose meters a proof opens: it is run daily, and each opening is logged.
const LOOKED_AT: i64 = 200;

/// Collects everything.
pub async fn collect(vault: &Vault, counter: Option<&Counter>) -> Result<Facts, VaultError> {
    let mut facts = vault.store().read_long(counted).await?;
    let visits = match counter {
        Some(counter) => statistics::audit(vault, counter).await?,
        None => Audit::default(),
    };
    (facts.visit_values, facts.visits_wrong) = (visits.looked, visits.wrong);
    facts.record_faults = parts::check_records();
    (facts.meters, facts.meters_down) = meters(vault).await?;
    facts
        .orders_changed
        .extend(documents_intact(vault, "prove").await?.broken);
    Ok(facts)
}

fn counted(db: &mut dyn Db) -> Result<Facts, StoreError> {
    let mut facts = Facts {
        controllers: controllers(db, &sql::CONTROLLERS)?,
        staff: controllers(db, &sql::STAFF)?,
        bookings: count(db, &sql::BOOKINGS)?,
        double_bookings: ids(db, &sql::DOUBLE)?,
        bookings_without_notice: ids(db, &sql::NO_NOTICE)?,
        look_ups: count(db, &sql::LOOK_UPS)?,
        look_ups_unbound: ids(db, &sql::UNBOUND)?,
        closed_orders: count(db, &sql::CLOSED)?,
        orders_changed: ids(db, &sql::UNDOCUMENTED)?,
        purchase_lines: count(db, &sql::BOUGHT)?,
        lines_without_warranty: ids(db, &sql::NO_WARRANTY)?,
        ..Facts::default()
    };
    db.each(&sql::TEXTS, &[], &mut |row| {
        facts.texts_searched += 1;
        let place = row.text("place")?;
        if values::national_id::contains(row.text("body")?)
            && !facts.national_ids.iter().any(|known| known == place)
        {
            facts.national_ids.push(place.to_owned());
        }
        Ok(())
    })?;
    Ok(facts)
}

fn controllers(db: &mut dyn Db, sql: &Sql) -> Result<Vec<ControllerRows>, StoreError> {
    const KNOWN: [&str; 6] = [
        "booking",
        "visit",
        "work_order",
        "purchase",
        "enquiry_case",
        "complaint",
    ];
    db.all(sql, &[])?
        .iter()
        .map(|row| {
            let what = row
                .text("what")
                .ok()
                .and_then(|w| KNOWN.iter().find(|k| **k == w));
            Ok(ControllerRows {
                what: what.unwrap_or(&"staff"),
                controller: row.opt_i64("controller_id")?,
                rows: row.i64("n")?,
            })
        })
        .collect()
}

fn count(db: &mut dyn Db, sql: &Sql) -> Result<i64, StoreError> {
    db.one(sql, &[])?.i64("n")
}

fn ids(db: &mut dyn Db, sql: &Sql) -> Result<Vec<i64>, StoreError> {
    db.all(sql, &[])?.iter().map(|row| row.i64("id")).collect()
}

/// Opens what a vehicle's strand of one category holds; nothing when it is gone.
async fn opened(
    vault: &Vault,
    vehicle: SubjectId,
    category: Category,
) -> Result<Vec<Opened>, VaultError> {
    let ask = Ask::open(Actor::Chore("prove"), vehicle)
        .of(&[category])
        .case("proof", 0);
    let permit = match vault.permit::<purpose::Rights>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let sealed = vault.everything(vehicle).await?;
    let wanted = sealed.iter().filter(|raw| raw.category == category);
    wanted.map(|raw| vault.open_any(&permit, raw)).collect()
}

/// Reads every meter's series of the newest vehicles: how many readings, and which go down.
async fn meters(vault: &Vault) -> Result<(i64, Vec<i64>), VaultError> {
    let vehicles = vault
        .store()
        .read(|db| {
            let rows = db.all(&sql::METERED, &[LOOKED_AT.into()])?;
            rows.iter()
                .map(|row| row.i64("vehicle_id"))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let (mut read, mut down) = (0, Vec::new());
    for vehicle in vehicles {
        let mut readings = opened(vault, SubjectId::from_raw(vehicle), Category::BodyUsage).await?;
        readings.retain(|record| record.kind == "reading");
        readings.sort_by_key(|record| (record.at, record.id));
        let mut last: BTreeMap<String, i64> = BTreeMap::new();
        for reading in &readings {
            let value = reading
                .field("value")
                .and_then(|value| value.parse::<i64>().ok());
            let (Some(meter), Some(value)) = (reading.field("meter"), value) else {
                continue;
            };
            read += 1;
            if last
                .insert(meter.to_owned(), value)
                .is_some_and(|before| value < before)
            {
                down.push(reading.id.get());
            }
        }
    }
    Ok((read, down))
}
