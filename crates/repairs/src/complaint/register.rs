//! `/stab/reklamasjon/ny/{order}`: a colleague writes down what a customer says is wrong.

use axum::{extract::State, response::Response};
use customers::CustomerContact;
use declaration::vocabulary::Category;
use values::WorkOrderId;
use vault::{Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    CaseRow,
    forms::{By, CaseForm, parse},
    known::of_order,
    shown::{LineShown, lines_bought},
    take::{NOBODY, bought, take},
    to_open,
};
use crate::{
    at::At,
    handover::PurchaseRow,
    job,
    order::OrderRow,
    words::{Ground, Told},
};

#[derive(askama::Template)]
#[template(path = "complaint-new.html")]
struct Register {
    page: Page,
    order: OrderRow,
    purchase: PurchaseRow,
    contact: Option<Personal<CustomerContact>>,
    lines: Vec<LineShown>,
    before: Vec<CaseRow>,
    typed: CaseForm,
    errors: Errors,
}

impl Register {
    /// How word can come to a colleague.
    fn ways() -> impl Iterator<Item = Told> {
        Told::ALL.iter().copied().filter(|told| *told != Told::Page)
    }

    /// What is likely.
    fn usual<'t>(typed: &'t values::Typed, else_: &'static str) -> &'t str
    where
        'static: 't,
    {
        if typed.is_blank() {
            else_
        } else {
            typed.as_str()
        }
    }

    fn is_ground(&self, ground: &Ground) -> bool {
        Self::usual(&self.typed.ground, Ground::Complaint.as_str()) == ground.as_str()
    }

    fn is_told(&self, told: &Told) -> bool {
        Self::usual(&self.typed.told, Told::Phone.as_str()) == told.as_str()
    }
}

async fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    order: OrderRow,
    (typed, errors): (CaseForm, Errors),
) -> Result<Register, Error> {
    let case = ("order", order.id.get());
    let found = bought(vault, who.actor(), &order, case).await?;
    let purchase = found.purchase.clone();
    let customer = purchase.customer;
    let asked = to_open(vault, who.actor(), customer, (&[Category::Contact], case));
    let contact = match asked.await {
        Ok(permit) => customers::latest_contact(vault, &permit).await?,
        Err(VaultError::Gone) => None,
        Err(error) => return Err(error.into()),
    };
    let id = order.id;
    let before = vault.store().read(move |db| of_order(db, id)).await?;
    Ok(Register {
        lines: lines_bought(vault, page.lang, found),
        contact: contact.map(|(_, contact)| contact),
        page,
        order,
        purchase,
        before,
        typed,
        errors,
    })
}

async fn handed_over(vault: &Vault, id: WorkOrderId) -> Result<OrderRow, Error> {
    let order = job::order(vault, id).await?;
    if order.closed() {
        Ok(order)
    } else {
        Err(Error::Conflict(NOBODY))
    }
}

/// The form.
pub(crate) async fn form(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
) -> Result<Response, Error> {
    let order = handed_over(&vault, id).await?;
    let typed = CaseForm::fresh(&vault, page.now().local_date());
    html(&page_of(&vault, page, who, order, (typed, Errors::new())).await?)
}

/// Takes it in.
pub(crate) async fn register(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<WorkOrderId>,
    form: Signed<CaseForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let order = handed_over(&vault, id).await?;
    let today = page.now().local_date();
    let delivered = order.closed_at.map_or(today, |at| at.local_date());
    let new = parse(&vault, (&typed, By::Staff), (delivered, today), &mut errors);
    let Some(new) = new else {
        return html_again(&page_of(&vault, page, who, order, (typed, errors)).await?);
    };
    let id = take(&app, &vault, who.actor(), (&order, &new)).await?;
    Ok(page.go_saying(&format!("/stab/reklamasjon/{id}"), "notice-complaint-taken"))
}
