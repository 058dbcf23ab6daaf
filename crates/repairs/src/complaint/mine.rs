//! `/min-side/kjop/{id}/reklamasjon` and `/min-side/reklamasjon/{id}`: the customer says that something
//! is wrong, and sees how it goes.

use axum::{extract::State, response::Response};
use declaration::vocabulary::Category;
use values::PurchaseId;
use vault::{Vault, VaultError};
use web::{App, Error, Errors, Me, Page, Service, Signed, html, html_again};

use super::{
    CaseRow, ComplaintId,
    case::{Texts, texts},
    decide::case_of,
    forms::{By, CaseForm, parse},
    known::{by_id, lines_of},
    shown::{LineShown, in_words, law, lines_bought},
    take::{bought, take},
    to_open,
};
use crate::{
    at::At,
    handover::{PurchaseRow, purchase_by_id},
    job,
    order::OrderRow,
};

#[derive(askama::Template)]
#[template(path = "mine-complain.html")]
struct Complain {
    page: Page,
    order: OrderRow,
    purchase: PurchaseRow,
    lines: Vec<LineShown>,
    /// The right by law, and the longest warranty.
    last: Option<jiff::civil::Date>,
    warranty: Option<jiff::civil::Date>,
    kept: String,
    typed: CaseForm,
    errors: Errors,
}

/// A purchase of the customer's own; anybody else's is not there.
async fn own(vault: &Vault, me: &Me, id: PurchaseId) -> Result<(PurchaseRow, OrderRow), Error> {
    let found = vault.store().read(move |db| purchase_by_id(db, id)).await?;
    let purchase = found.filter(|row| row.customer == me.subject);
    let purchase = purchase.ok_or(Error::NotFound)?;
    let order = job::order(vault, purchase.order).await?;
    Ok((purchase, order))
}

async fn page_of(
    vault: &Vault,
    page: Page,
    me: &Me,
    (purchase, order): (PurchaseRow, OrderRow),
    (typed, errors): (CaseForm, Errors),
) -> Result<Complain, Error> {
    let case = ("order", order.id.get());
    let found = bought(vault, me.actor(), &order, case).await?;
    let lines = lines_bought(vault, page.lang, found);
    Ok(Complain {
        last: lines.iter().map(|line| line.last).max(),
        warranty: lines.iter().filter_map(|line| line.warranty).max(),
        kept: in_words(vault, page.lang, super::OVER),
        page,
        order,
        purchase,
        lines,
        typed,
        errors,
    })
}

/// The form.
pub(crate) async fn complain_form(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<PurchaseId>,
) -> Result<Response, Error> {
    let found = own(&vault, &me, id).await?;
    let typed = CaseForm::fresh(&vault, page.now().local_date());
    html(&page_of(&vault, page, &me, found, (typed, Errors::new())).await?)
}

/// Takes it in.
pub(crate) async fn complain(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<PurchaseId>,
    form: Signed<CaseForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (purchase, order) = own(&vault, &me, id).await?;
    let today = page.now().local_date();
    let days = (purchase.at.local_date(), today);
    let Some(new) = parse(&vault, (&typed, By::Customer), days, &mut errors) else {
        let found = (purchase, order);
        return html_again(&page_of(&vault, page, &me, found, (typed, errors)).await?);
    };
    let id = take(&app, &vault, me.actor(), (&order, &new)).await?;
    Ok(page.go_saying(
        &format!("/min-side/reklamasjon/{id}"),
        "notice-complaint-sent",
    ))
}

#[derive(askama::Template)]
#[template(path = "mine-complaint.html")]
struct MineCase {
    page: Page,
    row: CaseRow,
    order: OrderRow,
    purchase: PurchaseId,
    texts: Texts,
    /// Each last day by law, with its rule in words.
    by_law: Vec<(jiff::civil::Date, String)>,
    warranty: Option<jiff::civil::Date>,
    kept: String,
}

/// A case of one's own; anybody else's is not there.
pub(crate) async fn mine(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    At(id): At<ComplaintId>,
) -> Result<Response, Error> {
    let who = me.subject;
    let read = vault.store().read(move |db| {
        let row = by_id(db, id)?.filter(|row| row.customer == who);
        let Some(row) = row else { return Ok(None) };
        let purchase = crate::handover::purchase_of(db, row.order)?;
        Ok(Some((lines_of(db, id)?, purchase, row)))
    });
    let (lines, purchase, row) = read.await?.ok_or(Error::NotFound)?;
    let order = job::order(&vault, row.order).await?;
    let asked = to_open(&vault, me.actor(), who, (&[Category::Claim], case_of(&row)));
    let texts = match asked.await {
        Ok(permit) => texts(&vault, &permit, &row).await?,
        Err(VaultError::Gone) => return Err(Error::Gone),
        Err(error) => return Err(error.into()),
    };
    let mut by_law: Vec<(jiff::civil::Date, String)> = Vec::new();
    for line in &lines {
        let said = (line.claim_until, law(&vault, page.lang, &line.claim_rule));
        if !by_law.contains(&said) {
            by_law.push(said);
        }
    }
    html(&MineCase {
        kept: in_words(&vault, page.lang, super::OVER),
        warranty: lines.iter().filter_map(|line| line.warranty_until).max(),
        purchase: purchase.ok_or(Error::NotFound)?.id,
        by_law,
        page,
        row,
        order,
        texts,
    })
}
