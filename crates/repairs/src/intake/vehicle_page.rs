//! `/stab/inntak/{visit}`: what the register said, what is written by hand, and the meters.

use axum::{extract::State, response::Response};
use declaration::vocabulary::purpose;
use serde::Deserialize;
use values::{Line, Plate, Typed, Vin, VisitId, parse_date};
use vault::{Personal, Vault};
use vehicles::{BodyType, Function, Meter, ReadingError, VehicleRecord, meters_of};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    meters::{self, MeterLine, ReadOff},
    vehicle,
};
use crate::at::At;
use crate::{
    job::{self, JobView},
    open::body_of,
    order::{self, OrderRow},
};

/// Vehicle and meters as typed.
#[derive(Default, Deserialize)]
pub(crate) struct VehicleForm {
    #[serde(default)]
    make: Typed,
    #[serde(default)]
    model: Typed,
    #[serde(default)]
    body: Typed,
    #[serde(default)]
    vin: Typed,
    #[serde(default)]
    first: Typed,
    #[serde(default)]
    meter: Vec<String>,
    #[serde(default)]
    value: Vec<Typed>,
    #[serde(default)]
    replaced: Vec<String>,
    #[serde(default)]
    extra: Typed,
    #[serde(default)]
    extra_value: Typed,
}

#[derive(askama::Template)]
#[template(path = "intake-vehicle.html")]
struct VehiclePage {
    page: Page,
    job: JobView,
    lines: Vec<MeterLine>,
    typed: VehicleForm,
    errors: Errors,
}

impl VehiclePage {
    /// Whether the register gave what is shown.
    fn is_from_register(&self) -> bool {
        let word = self.job.order.lookup.as_str();
        matches!(word, "register-found" | "register-recent")
    }

    fn record(&self) -> Option<&VehicleRecord> {
        self.job.vehicle.as_ref().map(|vehicle| &*vehicle.record)
    }
}

async fn load(
    vault: &Vault,
    who: Colleague,
    visit: VisitId,
) -> Result<(JobView, Vec<Meter>), Error> {
    let found = vault
        .store()
        .read(move |db| order::by_visit(db, visit))
        .await?;
    let order = found.ok_or(Error::NotFound)?;
    if order.closed() {
        return Err(Error::Conflict(order::CLOSED));
    }
    let vehicle = order.vehicle;
    let view = job::view::<purpose::Visit>(vault, who.actor(), order).await?;
    let meters = vault.store().read(move |db| meters_of(db, vehicle)).await?;
    Ok((view, meters))
}

/// Shows the form.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(visit): At<VisitId>,
) -> Result<Response, Error> {
    let (job, meters) = load(&vault, who, visit).await?;
    let record = job.vehicle.as_ref().map(|vehicle| &vehicle.record);
    let text = |field: Option<&String>| Typed::from(field.cloned().unwrap_or_default());
    let typed = VehicleForm {
        make: text(record.and_then(|record| record.make.as_ref())),
        model: text(record.and_then(|record| record.model.as_ref())),
        body: text(record.and_then(|record| record.body_type.as_ref())),
        vin: Typed::from(
            record
                .and_then(|r| r.vin.as_ref())
                .map_or("", |vin| vin.reveal()),
        ),
        first: text(record.and_then(|record| record.first_registered.as_ref())),
        ..VehicleForm::default()
    };
    let lines = lines_for(&job, &meters);
    html(&VehiclePage {
        page,
        job,
        lines,
        typed,
        errors: Errors::new(),
    })
}

fn lines_for(job: &JobView, meters: &[Meter]) -> Vec<MeterLine> {
    let body = job
        .vehicle
        .as_ref()
        .and_then(|vehicle| body_of(&vehicle.record));
    meters::lines(meters, &job.readings, body)
}

/// Asks the register once more.
pub(crate) async fn again(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(visit): At<VisitId>,
    form: Signed<VehicleForm>,
) -> Result<Response, Error> {
    drop(form);
    let (job, _) = load(&vault, who, visit).await?;
    if let Some(plate) = plate_of(&job) {
        let register = crate::register_of(&app);
        let order = &job.order;
        vehicle::ask_again(&vault, register.as_deref(), who.actor(), order, &plate).await?;
    }
    Ok(page.go(&format!("/stab/inntak/{visit}")))
}

fn plate_of(job: &JobView) -> Option<Plate> {
    job.vehicle
        .as_ref()
        .map(|vehicle| vehicle.record.plate.clone())
}

/// Takes what was written and read.
pub(crate) async fn take(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(visit): At<VisitId>,
    form: Signed<VehicleForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (job, meters) = load(&vault, who, visit).await?;
    let mut lines = lines_for(&job, &meters);
    add_extra(&mut lines, &typed);
    fill(&mut lines, &typed);
    let read = parse_lines(&lines, &mut errors);
    let record = job
        .vehicle
        .as_ref()
        .and_then(|vehicle| by_hand(&vehicle.record, &typed, &mut errors));
    if errors.any() {
        return html_again(&VehiclePage {
            page,
            job,
            lines,
            typed,
            errors,
        });
    }
    if let Some(record) = record {
        vehicle::by_hand(&vault, who.actor(), &job.order, &record).await?;
    }
    if let Err((at, message)) = take_all(&vault, who, &job.order, &read).await? {
        errors.add(&format!("value-{at}"), message);
        return html_again(&VehiclePage {
            page,
            job,
            lines,
            typed,
            errors,
        });
    }
    Ok(page.go_saying(
        &format!("/stab/ordre/{}", job.order.id),
        "notice-repair-received",
    ))
}

async fn take_all(
    vault: &Vault,
    who: Colleague,
    order: &OrderRow,
    read: &[(usize, ReadOff)],
) -> Result<Result<(), (usize, &'static str)>, Error> {
    for (at, one) in read {
        match meters::take(vault, who.actor(), order, one).await {
            Ok(()) => {}
            Err(ReadingError::Vault(error)) => return Err(error.into()),
            Err(wrong) => return Ok(Err((*at, wrong.message_id()))),
        }
    }
    Ok(Ok(()))
}

/// A meter that such a body does not usually have.
fn add_extra(lines: &mut Vec<MeterLine>, typed: &VehicleForm) {
    let Some(function) = Function::from_name(typed.extra.as_str()) else {
        return;
    };
    if typed.extra_value.is_blank() {
        return;
    }
    lines.push(MeterLine {
        key: format!("new-{}", function.as_str()),
        function,
        unit: function.unit(),
        last: None,
        typed: typed.extra_value.clone(),
        replaced: false,
    });
}

fn fill(lines: &mut [MeterLine], typed: &VehicleForm) {
    for (key, value) in typed.meter.iter().zip(&typed.value) {
        if let Some(line) = lines.iter_mut().find(|line| line.key == *key) {
            line.typed = value.clone();
            line.replaced = typed.replaced.contains(key);
        }
    }
}

fn parse_lines(lines: &[MeterLine], errors: &mut Errors) -> Vec<(usize, ReadOff)> {
    let mut read = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        match meters::parse(line) {
            Ok(Some(one)) => read.push((at, one)),
            Ok(None) => {}
            Err(message) => errors.add(&format!("value-{at}"), message),
        }
    }
    read
}

/// The record with what was typed by hand; `None` when nothing changed.
fn by_hand(
    known: &VehicleRecord,
    typed: &VehicleForm,
    errors: &mut Errors,
) -> Option<Personal<VehicleRecord>> {
    let line = |errors: &mut Errors, name: &str, typed: &Typed| {
        let parsed = errors.take(name, Line::parse_optional(typed.as_str()))?;
        Some(parsed.map(|line| line.reveal().to_owned()))
    };
    let make = line(errors, "make", &typed.make)?;
    let model = line(errors, "model", &typed.model)?;
    let vin = errors.take("vin", Vin::parse_optional(typed.vin.as_str()))?;
    let first = if typed.first.is_blank() {
        None
    } else {
        Some(
            errors
                .take("first", parse_date(typed.first.as_str()))?
                .to_string(),
        )
    };
    let body = BodyType::from_name(typed.body.as_str()).map(|body| body.as_str().to_owned());
    // What is left empty is not known better than before.
    let make = make.or_else(|| known.make.clone());
    let model = model.or_else(|| known.model.clone());
    let vin = vin.or_else(|| known.vin.clone());
    let first = first.or_else(|| known.first_registered.clone());
    let body = body.or_else(|| known.body_type.clone());
    let same_vin = known.vin.as_ref().map(Vin::reveal) == vin.as_ref().map(Vin::reveal);
    let same = known.make == make && known.model == model && known.first_registered == first;
    if same && same_vin && known.body_type == body {
        return None;
    }
    let mut record = VehicleRecord::stated(&known.plate);
    record.make = make;
    record.model = model;
    record.vin = vin;
    record.first_registered = first;
    record.body_type = body;
    record.vehicle_class.clone_from(&known.vehicle_class);
    record.colour.clone_from(&known.colour);
    record.gross_weight_kg = known.gross_weight_kg;
    record.kerb_weight_kg = known.kerb_weight_kg;
    record.payload_kg = known.payload_kg;
    record.length_mm = known.length_mm;
    record.axles = known.axles;
    record.pto_kw = known.pto_kw;
    record.hydraulic_lift = known.hydraulic_lift;
    record.temperature_box = known.temperature_box;
    record.pkk_due_on.clone_from(&known.pkk_due_on);
    Some(Personal::new(record))
}
