//! Reading the odometer and the meters of the body's functions.

use declaration::vocabulary::{Category, purpose};
use values::{MeterId, MeterTenths, Typed};
use vault::{Actor, Ask, Vault, VaultError};
use vehicles::{
    BodyType, Function, Meter, Method, NewReading, ReadingError, Unit, add_meter, check_step,
    meters_of, read_meter, replace_meter,
};

use crate::{open, order::OrderRow};

/// A meter in the form: one that is there, or one that such a body usually has.
pub(crate) struct MeterLine {
    /// The meter's id, or `new-` and the function.
    pub key: String,
    pub function: Function,
    pub unit: Unit,
    pub last: Option<MeterTenths>,
    pub typed: Typed,
    pub replaced: bool,
}

/// The lines of the form: the odometer, what the body usually has, and what else there is.
pub(crate) fn lines(
    meters: &[Meter],
    readings: &[vehicles::Shown],
    body: Option<BodyType>,
) -> Vec<MeterLine> {
    let usual = body.map_or(&[][..], BodyType::functions);
    let mut lines = Vec::new();
    for meter in meters.iter().filter(|meter| meter.replaced_by.is_none()) {
        let of_meter = readings.iter().filter(|reading| reading.meter == meter.id);
        lines.push(MeterLine {
            key: meter.id.to_string(),
            function: meter.function,
            unit: meter.unit,
            last: of_meter.map(|reading| reading.value).max(),
            typed: Typed::default(),
            replaced: false,
        });
    }
    for function in [Function::Odometer].iter().chain(usual) {
        if !lines.iter().any(|line| line.function == *function) {
            lines.push(MeterLine {
                key: format!("new-{}", function.as_str()),
                function: *function,
                unit: function.unit(),
                last: None,
                typed: Typed::default(),
                replaced: false,
            });
        }
    }
    lines.sort_by_key(|line| line.function);
    lines
}

/// A value that was read.
pub(crate) struct ReadOff {
    pub key: String,
    pub function: Function,
    pub value: MeterTenths,
    pub replaced: bool,
}

/// Parses a line; nothing typed is nothing read.
///
/// # Errors
/// The message at the field.
pub(crate) fn parse(line: &MeterLine) -> Result<Option<ReadOff>, &'static str> {
    if line.typed.is_blank() {
        return Ok(None);
    }
    let value = MeterTenths::parse(line.typed.as_str()).map_err(|error| error.message_id())?;
    if !line.replaced {
        check_step(line.last, value).map_err(|error| error.message_id())?;
    }
    Ok(Some(ReadOff {
        key: line.key.clone(),
        function: line.function,
        value,
        replaced: line.replaced,
    }))
}

/// Takes one reading: makes the meter if it is new, replaces it if it was replaced, and seals the value.
///
/// # Errors
/// When the value goes down after all, the judge says no or the store fails.
pub(crate) async fn take(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    read: &ReadOff,
) -> Result<(), ReadingError> {
    let meter = meter_for(vault, order, read).await?;
    let keep = vehicles::keep(vault, order.vehicle).await?;
    let mut tries = 0;
    loop {
        tries += 1;
        match once(vault, actor, order, (meter, read.value), &keep).await {
            Err(ReadingError::Vault(error)) if error.is_race() && tries < 5 => {}
            other => return other,
        }
    }
}

async fn meter_for(vault: &Vault, order: &OrderRow, read: &ReadOff) -> Result<MeterId, VaultError> {
    let (vehicle, function, replaced) = (order.vehicle, read.function, read.replaced);
    let (fresh, now) = (vault.world().id::<MeterId>(), vault.world().now());
    let known = read.key.parse::<MeterId>().ok();
    let done = vault.store().write(move |db| {
        let there = meters_of(db, vehicle)?;
        let mut active = there.iter().filter(|meter| meter.replaced_by.is_none());
        let meter = match known {
            Some(id) => active.find(|meter| meter.id == id),
            None => active.find(|meter| meter.function == function),
        };
        match meter {
            Some(meter) if replaced => {
                replace_meter(db, meter.id, fresh, now)?;
                Ok(fresh)
            }
            Some(meter) => Ok(meter.id),
            None => {
                add_meter(db, fresh, vehicle, function, function.unit(), now)?;
                Ok(fresh)
            }
        }
    });
    Ok(done.await?)
}

async fn once(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    (meter, value): (MeterId, MeterTenths),
    keep: &vault::Keep,
) -> Result<(), ReadingError> {
    let ask = Ask::open(actor, order.vehicle)
        .of(&[Category::BodyUsage])
        .case("visit", order.visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let mut work = vault.work();
    let seen = open::observed(vault, order.visit.get());
    let new = NewReading {
        meter,
        value,
        method: Method::Manual,
        note: None,
    };
    let vehicle = order.vehicle;
    let step = read_meter(vault, &mut work, &permit, vehicle, new, &seen, keep).await?;
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        step.lay(db)
    });
    write.await.map_err(VaultError::from)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_form_has_the_odometer_and_what_the_body_usually_has() {
        let all = lines(&[], &[], Some(BodyType::LoaderCrane));
        let functions: Vec<_> = all.iter().map(|line| line.function).collect();
        assert_eq!(functions[0], Function::Odometer);
        assert!(functions.contains(&Function::CraneHours));
        assert_eq!(lines(&[], &[], None).len(), 1);
    }

    #[test]
    fn a_value_goes_down_only_with_a_new_meter() {
        let mut line = lines(&[], &[], None).remove(0);
        line.last = MeterTenths::parse("1000").ok();
        line.typed = Typed::from("999");
        assert_eq!(parse(&line).err(), Some("error-meter-lower"));
        line.replaced = true;
        assert!(parse(&line).unwrap().is_some());
        line.typed = Typed::from("");
        assert!(parse(&line).unwrap().is_none());
        line.typed = Typed::from("mye");
        assert_eq!(parse(&line).err(), Some("error-number"));
    }
}
