//! `/stab/verksted`: the technician's pages. Vehicle, body, fault, lines; no contact and no price.

use std::collections::BTreeMap;

use axum::{extract::Query, response::Response};
use bookings::Catalogue;
use declaration::vocabulary::{MayUse, Purpose, PurposeType, category, purpose};
use serde::Deserialize;
use values::{SubjectId, Typed, WorkLineId, WorkOrderId};
use vault::{Vault, VaultError};
use web::{Colleague, Error, Errors, NavLink, Page, Role, Service, Signed, html, html_again};

use crate::at::{At, At2};
use crate::{
    desk::{Where, tabs},
    job::{self, JobView},
    open::{self, VehicleShown, Wanted},
    order::{self, LineForm, OrderRow, add_line, parse_line, sql, strike},
    words::Stage,
};

/// A technician works for the repair, an adviser who looks in for the visit.
const fn purpose_of(who: Colleague) -> Purpose {
    match who.role {
        Role::Technician => Purpose::Repair,
        _ => Purpose::Visit,
    }
}

#[derive(askama::Template)]
#[template(path = "workshop.html")]
struct Jobs {
    page: Page,
    tabs: Vec<NavLink>,
    orders: Vec<OrderRow>,
    vehicles: BTreeMap<SubjectId, VehicleShown>,
}

impl Jobs {
    fn vehicle(&self, id: &SubjectId) -> Option<&VehicleShown> {
        self.vehicles.get(id)
    }
}

/// The jobs of a workshop.
pub(crate) async fn jobs(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Query(asked): Query<Where>,
) -> Result<Response, Error> {
    let (catalogue, workshop, orders) = vault
        .store()
        .read(move |db| {
            let catalogue = Catalogue::load(db)?;
            let workshop = asked.of(&catalogue, who);
            let orders = match &workshop {
                Some(workshop) => order::in_house(db, workshop.id)?,
                None => Vec::new(),
            };
            Ok((catalogue, workshop, orders))
        })
        .await?;
    let wanted: Vec<Wanted> = orders
        .iter()
        .map(|order| (order.vehicle, "visit", order.visit.get()))
        .collect();
    let vehicles = match purpose_of(who) {
        Purpose::Repair => open::vehicles::<purpose::Repair>(&vault, who.actor(), &wanted).await?,
        _ => open::vehicles::<purpose::Visit>(&vault, who.actor(), &wanted).await?,
    };
    html(&Jobs {
        tabs: match &workshop {
            Some(here) => tabs(&page, &catalogue, "/stab/verksted", here.id),
            None => Vec::new(),
        },
        orders,
        vehicles,
        page,
    })
}

#[derive(askama::Template)]
#[template(path = "workshop-job.html")]
struct JobPage {
    page: Page,
    job: JobView,
    typed: LineForm,
    errors: Errors,
    /// Which of the three forms is open.
    form: &'static str,
}

impl JobPage {
    fn own(&self, line: &order::WorkLine) -> bool {
        Some(line.by) == self.page.visitor.subject()
    }
}

async fn view(vault: &Vault, who: Colleague, id: WorkOrderId) -> Result<JobView, Error> {
    let order = job::order(vault, id).await?;
    Ok(match purpose_of(who) {
        Purpose::Repair => job::view::<purpose::Repair>(vault, who.actor(), order).await?,
        _ => job::view::<purpose::Visit>(vault, who.actor(), order).await?,
    })
}

/// A job.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
) -> Result<Response, Error> {
    let job = view(&vault, who, id).await?;
    html(&JobPage {
        page,
        job,
        typed: LineForm::default(),
        errors: Errors::new(),
        form: "",
    })
}

/// Adds a finding, hours or a part. A price in the form is passed over: prices are the adviser's.
pub(crate) async fn add(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<LineForm>,
) -> Result<Response, Error> {
    let Signed {
        data: mut typed,
        mut errors,
    } = form;
    typed.price = Typed::default();
    typed.warranty = Typed::default();
    typed.vat = Typed::default();
    typed.long_life = false;
    let Some(new) = parse_line(&typed, &mut errors, crate::general_vat(&vault)) else {
        let form = match typed.kind.as_str() {
            "labour" => "labour",
            "part" => "part",
            _ => "finding",
        };
        return html_again(&JobPage {
            job: view(&vault, who, id).await?,
            page,
            typed,
            errors,
            form,
        });
    };
    let order = job::order(&vault, id).await?;
    match purpose_of(who) {
        Purpose::Repair => add_as::<purpose::Repair>(&vault, who, &order, &new).await?,
        _ => add_as::<purpose::Visit>(&vault, who, &order, &new).await?,
    }
    Ok(page.go_saying(&format!("/stab/verksted/{id}"), "notice-repair-line"))
}

async fn add_as<P>(
    vault: &Vault,
    who: Colleague,
    order: &OrderRow,
    new: &order::NewLine,
) -> Result<(), VaultError>
where
    P: PurposeType + MayUse<category::Work>,
{
    add_line::<P>(vault, who.actor(), order, new, None).await
}

/// Strikes a line of their own out: it was written wrongly.
pub(crate) async fn strike_out(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At2(id, line): At2<WorkOrderId, WorkLineId>,
    form: Signed<StageForm>,
) -> Result<Response, Error> {
    drop(form);
    let order = job::order(&vault, id).await?;
    let lines = vault
        .store()
        .read(move |db| order::load_lines(db, id))
        .await?;
    let own = lines
        .iter()
        .any(|one| one.id == line && one.current() && one.by == who.staff && one.price.is_none());
    if !own {
        return Err(Error::Conflict("repair-line-not-yours"));
    }
    strike(&vault, who.actor(), &order, line).await?;
    Ok(page.go(&format!("/stab/verksted/{id}")))
}

/// A stage as typed.
#[derive(Default, Deserialize)]
pub(crate) struct StageForm {
    #[serde(default)]
    stage: Typed,
}

/// The work is done, or it goes on after all.
pub(crate) async fn stage(
    Service(vault): Service<Vault>,
    page: Page,
    At(id): At<WorkOrderId>,
    form: Signed<StageForm>,
) -> Result<Response, Error> {
    let stage = match form.data.stage.as_str() {
        "ready" => Stage::Ready,
        _ => Stage::Open,
    };
    let changed = vault
        .store()
        .write(move |db| db.exec(&sql::STAGE, &[id.get().into(), stage.as_str().into()]))
        .await?;
    if changed != 1 {
        return Err(Error::Conflict(order::CLOSED));
    }
    Ok(page.go(&format!("/stab/verksted/{id}")))
}
