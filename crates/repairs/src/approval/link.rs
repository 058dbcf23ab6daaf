//! `/godkjenn/{code}`: what is asked, line by line, and yes or no. The code is the key; reading it
//! changes nothing.

use axum::{
    extract::{Path, State},
    response::Response,
};
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use declaration::vocabulary::{Category, Purpose, purpose};
use serde::Deserialize;
use values::{ApprovalId, FreeText, Typed};
use vault::{Actor, Ask, Sealed, Vault, VaultError};
use web::{App, Error, Errors, Form, Page, Service, html, html_again};

use super::{
    ApprovalRow, PriceDoc,
    ask::{Answered, put_answer},
    row, sql,
};
use crate::{records::PriceShown, say, words::ApprovalState};

/// The secret of a price's link: 256 bits that only this house can make, the same each time, so that
/// the database keeps its hash only.
#[must_use]
pub fn code_of(vault: &Vault, id: ApprovalId) -> String {
    BASE64URL_NOPAD.encode(secret(vault, id).as_slice())
}

fn secret(vault: &Vault, id: ApprovalId) -> [u8; 32] {
    *vault
        .tag_code("approval-link", &id.get().to_be_bytes())
        .hash()
}

/// What the database knows of it.
pub(crate) fn tag(vault: &Vault, id: ApprovalId) -> [u8; 32] {
    *vault.tag_code("approval", &secret(vault, id)).hash()
}

/// The answer as typed.
#[derive(Default, Deserialize)]
pub(crate) struct AnswerForm {
    #[serde(default)]
    answer: Typed,
    #[serde(default)]
    note: Typed,
    #[serde(default)]
    shown: Typed,
}

#[derive(askama::Template)]
#[template(path = "approve.html")]
struct Approve {
    page: Page,
    row: ApprovalRow,
    doc: PriceDoc,
    who: Option<declaration::Controller>,
    code: String,
    hash: String,
    typed: AnswerForm,
    errors: Errors,
}

struct Found {
    row: ApprovalRow,
    doc: PriceDoc,
    hash: String,
    who: Option<declaration::Controller>,
}

async fn find(vault: &Vault, code: &str) -> Result<Found, Error> {
    let bytes = BASE64URL_NOPAD.decode(code.as_bytes());
    let bytes = bytes
        .ok()
        .filter(|bytes| bytes.len() == 32)
        .ok_or(Error::NotFound)?;
    let tag = *vault.tag_code("approval", &bytes).hash();
    let found = vault
        .store()
        .read(move |db| {
            let found = db.opt(&sql::BY_TAG, &[store::bytes(tag)])?;
            let Some(asked) = found.as_ref().map(row).transpose()? else {
                return Ok(None);
            };
            let shown = Sealed::<PriceShown>::load(db, asked.shown)?;
            let order = crate::order::by_id(db, asked.order)?;
            Ok(Some((asked, shown, order)))
        })
        .await?;
    let (row, shown, order) = found.ok_or(Error::NotFound)?;
    let shown = shown.ok_or(Error::Gone)?;
    let ask = Ask::open(holder(&row), row.customer)
        .of(&[Category::Purchase])
        .case("order", row.order.get());
    let permit = match vault.permit::<purpose::Visit>(ask).await {
        Err(VaultError::Gone) => return Err(Error::Gone),
        other => other?,
    };
    let shown = vault.open(&permit, &shown)?;
    let doc = PriceDoc::read(&shown.document).ok_or(Error::Internal("price"))?;
    let who = order.and_then(|order| vault.declaration().controller(order.controller).cloned());
    Ok(Found {
        hash: HEXLOWER.encode(&row.hash),
        row,
        doc,
        who,
    })
}

/// Whoever holds a price's link.
const fn holder(row: &ApprovalRow) -> Actor {
    Actor::Link {
        subject: row.customer,
        purpose: Purpose::Visit,
    }
}

/// Shows what is asked, and the answer once there is one.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let found = find(&vault, &code).await?;
    html(&view(
        page,
        found,
        code,
        AnswerForm::default(),
        Errors::new(),
    ))
}

fn view(page: Page, found: Found, code: String, typed: AnswerForm, errors: Errors) -> Approve {
    Approve {
        page,
        row: found.row,
        doc: found.doc,
        who: found.who,
        hash: found.hash,
        code,
        typed,
        errors,
    }
}

/// Takes the answer. The same answer twice changes nothing; what was shown must be what is answered.
pub(crate) async fn answer(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(code): Path<String>,
    form: Form<AnswerForm>,
) -> Result<Response, Error> {
    let Form {
        data: typed,
        mut errors,
    } = form;
    let found = find(&vault, &code).await?;
    let state = match typed.answer.as_str() {
        "yes" => Some(ApprovalState::Approved),
        "no" => Some(ApprovalState::Declined),
        _ => {
            errors.add("answer", "error-choice");
            None
        }
    };
    let note = errors.take("note", FreeText::parse_optional(typed.note.as_str()));
    let (Some(state), Some(note), false) = (state, note, errors.any()) else {
        return html_again(&view(page, found, code, typed, errors));
    };
    if found.row.state == ApprovalState::Asked {
        if typed.shown.as_str() != found.hash {
            return Err(Error::Conflict("repair-price-replaced"));
        }
        let answered = Answered {
            answer: state,
            at: app.world.now(),
            via: "link",
            note,
        };
        let about = (&found.row, found.doc.number);
        put_answer(&vault, holder(&found.row), about, &answered).await?;
    }
    Ok(page.go(&format!("/godkjenn/{code}")))
}

impl Approve {
    /// A telephone number as people write it.
    fn phone(&self, number: &str) -> String {
        let shown = values::Phone::parse(number).map(|phone| phone.shown());
        shown.map_or_else(|_| number.to_owned(), |shown| shown.reveal().to_owned())
    }

    fn sum(&self, ore: &values::Ore) -> String {
        self.page.money(ore)
    }

    fn kind_text(&self) -> String {
        let ceiling = self
            .doc
            .ceiling
            .map(|most| say::money(self.page.lang, most));
        let key = match self.doc.kind() {
            crate::PriceKind::Estimate => "repair-ask-estimate",
            crate::PriceKind::Fixed => "repair-ask-fixed",
            crate::PriceKind::Indication => "repair-ask-indication",
        };
        self.page.t.f1(key, "ceiling", ceiling.unwrap_or_default())
    }
}
