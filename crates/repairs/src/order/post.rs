//! What the adviser does to an order: lines, prices, asking the customer.

use axum::{extract::State, response::Response};
use declaration::vocabulary::purpose;
use serde::Deserialize;
use values::{FreeText, Moment, Typed, WorkLineId, WorkOrderId, parse_date, parse_time};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html_again};

use super::{
    CLOSED, LineForm, OrderRow, WorkLine, add_line,
    forms::parse_numbers,
    page::{Again, page_of},
    parse_line, reprice, strike,
};
use crate::at::{At, At2};
use crate::{
    approval, job,
    words::{ApprovalState, LineKind, PriceKind},
};

/// How the customer is to be asked, as typed.
#[derive(Default, Deserialize)]
pub(crate) struct AskForm {
    #[serde(default)]
    pub kind: Typed,
    #[serde(default)]
    pub how: Typed,
    #[serde(default)]
    pub answer: Typed,
    #[serde(default)]
    pub note: Typed,
    #[serde(default)]
    pub day: Typed,
    #[serde(default)]
    pub time: Typed,
}

pub(super) fn here(id: WorkOrderId) -> String {
    format!("/stab/ordre/{id}")
}

async fn line_of(
    vault: &Vault,
    order: WorkOrderId,
    line: WorkLineId,
) -> Result<(OrderRow, WorkLine), Error> {
    let found = vault
        .store()
        .read(move |db| Ok((super::by_id(db, order)?, super::load_lines(db, order)?)))
        .await?;
    let order = found.0.ok_or(Error::NotFound)?;
    if order.closed() {
        return Err(Error::Conflict(CLOSED));
    }
    let line = found
        .1
        .into_iter()
        .find(|one| one.id == line && one.current());
    Ok((order, line.ok_or(Error::Conflict("repair-line-corrected"))?))
}

/// Adds a line.
pub(crate) async fn add(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<LineForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let order = job::order(&vault, id).await?;
    let Some(new) = parse_line(&typed, &mut errors, crate::general_vat(&vault)) else {
        let again = Again {
            typed,
            errors,
            wrong: "line".to_owned(),
            ..Again::default()
        };
        return html_again(&page_of(&vault, page, who, id, again).await?);
    };
    add_line::<purpose::Visit>(&vault, who.actor(), &order, &new, None).await?;
    Ok(page.go(&format!("{}#linjer", here(id))))
}

/// Corrects a line: a new row takes its place.
pub(crate) async fn correct(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At2(id, line): At2<WorkOrderId, WorkLineId>,
    form: Signed<LineForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (order, _) = line_of(&vault, id, line).await?;
    let Some(new) = parse_line(&typed, &mut errors, crate::general_vat(&vault)) else {
        let again = Again {
            typed,
            errors,
            wrong: line.to_string(),
            ..Again::default()
        };
        return html_again(&page_of(&vault, page, who, id, again).await?);
    };
    add_line::<purpose::Visit>(&vault, who.actor(), &order, &new, Some(line)).await?;
    Ok(page.go(&format!("{}#linjer", here(id))))
}

/// Sets price, tax and warranty of a line the technician wrote; its text stays as it is.
pub(crate) async fn price(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At2(id, line): At2<WorkOrderId, WorkLineId>,
    form: Signed<LineForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (order, old) = line_of(&vault, id, line).await?;
    let vat = crate::general_vat(&vault);
    let numbers = parse_numbers(&typed, &mut errors, Some(old.kind), vat);
    let (Some(numbers), false) = (numbers, errors.any()) else {
        let again = Again {
            typed,
            errors,
            wrong: line.to_string(),
            ..Again::default()
        };
        return html_again(&page_of(&vault, page, who, id, again).await?);
    };
    reprice(&vault, who.actor(), &order, numbers, (old.record, line))
        .await
        .map_err(super::change::told)?;
    Ok(page.go(&format!("{}#linjer", here(id))))
}

/// Strikes a line out.
pub(crate) async fn strike_out(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At2(id, line): At2<WorkOrderId, WorkLineId>,
    form: Signed<LineForm>,
) -> Result<Response, Error> {
    drop(form);
    let (order, old) = line_of(&vault, id, line).await?;
    if old.kind == LineKind::Struck {
        return Err(Error::NotFound);
    }
    strike(&vault, who.actor(), &order, line).await?;
    Ok(page.go(&format!("{}#linjer", here(id))))
}

/// Asks the customer, by letter or with the answer they gave on the phone.
pub(crate) async fn ask_price(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<AskForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let kind = PriceKind::from_name(typed.kind.as_str());
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    let phone = typed.how.as_str() == "phone";
    let answer = if phone {
        parse_answer(&typed, &mut errors, app.world.now())
    } else {
        None
    };
    let (Some(kind), false) = (kind, errors.any()) else {
        let again = Again {
            ask: typed,
            errors,
            wrong: "ask".to_owned(),
            ..Again::default()
        };
        return html_again(&page_of(&vault, page, who, id, again).await?);
    };
    let order = job::order(&vault, id).await?;
    let view = job::view::<purpose::Visit>(&vault, who.actor(), order).await?;
    let asked = approval::ask(&app, &vault, who.actor(), &view, (kind, !phone)).await?;
    let Some((state, at, note)) = answer else {
        let notice = if asked.mailed {
            "notice-repair-asked"
        } else {
            "notice-repair-not-mailed"
        };
        return Ok(page.go_saying(&here(id), notice));
    };
    let said = (state, at, &note);
    approval::by_phone(&vault, who.actor(), &view, asked.id, said).await?;
    Ok(page.go_saying(&here(id), "notice-repair-answered"))
}

/// Registers what the customer said on the phone about a price that was sent.
pub(crate) async fn answered_by_phone(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At2(id, asked): At2<WorkOrderId, values::ApprovalId>,
    form: Signed<AskForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some((state, at, note)) = parse_answer(&typed, &mut errors, app.world.now()) else {
        let again = Again {
            ask: typed,
            errors,
            wrong: "phone".to_owned(),
            ..Again::default()
        };
        return html_again(&page_of(&vault, page, who, id, again).await?);
    };
    let order = job::order(&vault, id).await?;
    let view = job::view::<purpose::Visit>(&vault, who.actor(), order).await?;
    approval::by_phone(&vault, who.actor(), &view, asked, (state, at, &note)).await?;
    Ok(page.go_saying(&here(id), "notice-repair-answered"))
}

/// Yes or no, when, and with whom. The burden of proof is the workshop's, so all three are asked for.
fn parse_answer(
    typed: &AskForm,
    errors: &mut Errors,
    now: Moment,
) -> Option<(ApprovalState, Moment, FreeText)> {
    let state = match typed.answer.as_str() {
        "yes" => Some(ApprovalState::Approved),
        "no" => Some(ApprovalState::Declined),
        _ => {
            errors.add("answer", "error-choice");
            None
        }
    };
    let note = errors.take("note", FreeText::parse(typed.note.as_str()));
    let day = match typed.day.is_blank() {
        true => Some(now.local_date()),
        false => errors.take("day", parse_date(typed.day.as_str())),
    };
    let time = match typed.time.is_blank() {
        true => Some(now.local().time()),
        false => errors.take("time", parse_time(typed.time.as_str())),
    };
    let (state, note, day, time) = (state?, note?, day?, time?);
    let at = Moment::at_local(day, time.hour(), time.minute());
    if at > now {
        errors.add("time", "repair-answer-future");
        return None;
    }
    Some((state, at, note))
}
