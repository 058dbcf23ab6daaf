//! What a document says, out of the opened job.

use bookings::Catalogue;
use values::Moment;
use vault::Vault;
use web::Text;

use super::{
    Cover,
    document::{self, Facts},
};
use crate::{job::JobView, order::WorkLine};

/// The facts of a document made at an instant, in a version; with prices or without.
pub(crate) fn document_facts<'a>(
    vault: &Vault,
    t: &'a Text,
    (job, catalogue, covers): (&JobView, &Catalogue, &[Cover]),
    (at, version, priced): (Moment, i64, bool),
) -> Facts<'a> {
    let order = &job.order;
    let workshop = catalogue.workshop(order.workshop);
    let declaration = vault.declaration();
    let controller = declaration.controller(order.controller);
    let record = job.vehicle.as_ref().map(|vehicle| &vehicle.record);
    let closed = order.closed_at.unwrap_or(at);
    let readings = job.meters().into_iter().map(|reading| {
        let unit = t.s(reading.unit.message_id());
        let name = t.s(reading.function.message_id()).to_owned();
        (name, format!("{}\u{a0}{unit}", reading.value))
    });
    Facts {
        number: order.number,
        version,
        workshop: workshop.map_or_else(String::new, |one| format!("{}, {}", one.name, one.place())),
        controller: controller.map_or_else(String::new, |one| one.name.clone()),
        org_no: controller.map_or_else(String::new, |one| one.org_no.clone()),
        plate: job.plate(),
        vehicle: job
            .vehicle
            .as_ref()
            .map_or_else(String::new, |one| one.name()),
        vin: record
            .and_then(|record| record.vin.as_ref())
            .map_or_else(String::new, |vin| vin.reveal().to_owned()),
        opened: document::when(t, order.opened_at),
        closed: document::when(t, closed),
        made: document::when(t, at),
        readings: readings.collect(),
        lines: lines(t, job, covers, (version > 1, priced)),
        code: document::code(vault.world().secret()),
        t,
    }
}

/// The lines that count; after an addition also those it took the place of, where they were in the
/// first document.
fn lines(
    t: &Text,
    job: &JobView,
    covers: &[Cover],
    (amended, priced): (bool, bool),
) -> Vec<document::DocLine> {
    let closed_at = job.order.closed_at;
    let shown = |line: &&WorkLine| {
        let was_there = closed_at.is_some_and(|at| line.at <= at);
        line.text.is_some() && (line.current() || amended && was_there && amended_away(job, line))
    };
    let cover = |line: &WorkLine| covers.iter().find(|cover| cover.line == line.id);
    job.lines
        .iter()
        .filter(shown)
        .map(|line| document::line(t, line, cover(line), priced))
        .collect()
}

/// Whether what took a line's place came after the hand-over.
fn amended_away(job: &JobView, line: &WorkLine) -> bool {
    let by = job
        .lines
        .iter()
        .find(|other| Some(other.id) == line.voided_by);
    by.is_some_and(|by| by.amends)
}
