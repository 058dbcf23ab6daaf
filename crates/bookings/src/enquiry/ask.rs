//! `/sporsmal`: asking.

use axum::response::Response;
use data_encoding::HEXLOWER;
use serde::Deserialize;
use values::{Email, FreeText, PersonName, Phone, Plate, PlateKind, Typed, WorkshopId};
use vault::{Actor, Personal, Vault};
use web::{Error, Errors, Form, Page, Service as Part, Visitor, html, html_again};

use customers::CustomerContact;

use super::store_side::{NewEnquiry, ask};
use crate::{
    catalogue::Catalogue,
    flow::{Notice, notice},
};

/// The form.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    name: Typed,
    email: Typed,
    phone: Typed,
    plate: Typed,
    question: Typed,
    workshop: Option<i64>,
    notice: Typed,
    key: Typed,
}

#[derive(askama::Template)]
#[template(path = "sporsmal.html")]
struct Ask {
    page: Page,
    draft: Draft,
    errors: Errors,
    notice: Notice,
    places: Vec<(i64, String)>,
}

#[derive(askama::Template)]
#[template(path = "sporsmal-takk.html")]
struct Thanks {
    page: Page,
}

async fn view(vault: &Vault, page: Page, draft: Draft, errors: Errors) -> Result<Ask, Error> {
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let places = catalogue.workshops.iter().filter(|one| one.open);
    Ok(Ask {
        notice: notice(vault, page.lang),
        places: places
            .map(|one| (one.id.get(), format!("{}, {}", one.name, one.city)))
            .collect(),
        page,
        draft,
        errors,
    })
}

/// `GET /sporsmal`.
pub(crate) async fn form(Part(vault): Part<Vault>, page: Page) -> Result<Response, Error> {
    let draft = Draft {
        key: Typed::from(HEXLOWER.encode(&vault.world().secret())),
        ..Draft::default()
    };
    html(&view(&vault, page, draft, Errors::new()).await?)
}

/// `POST /sporsmal`.
pub(crate) async fn send(
    Part(vault): Part<Vault>,
    page: Page,
    visitor: Visitor,
    form: Form<Draft>,
) -> Result<Response, Error> {
    let Form {
        data: draft,
        mut errors,
    } = form;
    let Some(new) = parse(&vault, &page, visitor, &draft, &mut errors).await? else {
        return html_again(&view(&vault, page, draft, errors).await?);
    };
    ask(&vault, &new).await?;
    Ok(page.go("/sporsmal/takk"))
}

/// `GET /sporsmal/takk`.
pub(crate) async fn thanks(page: Page) -> Result<Response, Error> {
    html(&Thanks { page })
}

async fn parse(
    vault: &Vault,
    page: &Page,
    visitor: Visitor,
    draft: &Draft,
    errors: &mut Errors,
) -> Result<Option<NewEnquiry>, Error> {
    let name = errors.take("name", PersonName::parse(draft.name.as_str()));
    let email = errors.take("email", Email::parse_optional(draft.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(draft.phone.as_str()));
    if matches!((&email, &phone), (Some(None), Some(None))) {
        errors.add("email", "error-reach");
    }
    let plate = errors.take("plate", any_plate(draft.plate.as_str()));
    let question = errors.take("question", FreeText::parse(draft.question.as_str()));
    let version = vault.declaration().version().to_string();
    if !errors.any() && draft.notice.as_str() != version {
        errors.add("notice", "error-notice-changed");
    }
    let (Some(name), Some(email), Some(phone), Some(plate), Some(question), false) =
        (name, email, phone, plate, question, errors.any())
    else {
        return Ok(None);
    };
    let catalogue = vault.store().read(|db| Catalogue::load(db)).await?;
    let chosen = draft.workshop.map(WorkshopId::from_raw);
    let workshop = chosen
        .and_then(|id| catalogue.workshop(id))
        .or_else(|| catalogue.workshops.first());
    let declaration = vault.declaration();
    let first = declaration.controllers().first().map(|one| one.id);
    let controller = workshop.map(|one| one.controller).or(first);
    let me = visitor.me();
    Ok(Some(NewEnquiry {
        controller: controller.ok_or(Error::Off)?,
        contact: Personal::new(CustomerContact {
            name,
            email,
            phone,
            organisation: None,
            org_no: None,
            language: page.lang.tag().to_owned(),
            customer_no: None,
        }),
        question,
        plate,
        lang: page.lang,
        notice_version: version,
        actor: me.map_or(Actor::Visitor, |me| Actor::Subject(me.subject)),
        known: me.map(|me| me.subject),
        key_tag: *vault
            .tag_code("enquiry-key", draft.key.as_str().as_bytes())
            .hash(),
    }))
}

/// A Norwegian or a foreign plate, or none.
fn any_plate(typed: &str) -> Result<Option<Plate>, values::FieldError> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    match Plate::parse(typed) {
        Ok(plate) if plate.kind() != PlateKind::Foreign => Ok(Some(plate)),
        Ok(_) => Plate::parse_foreign(typed).map(Some),
        Err(error) => Err(error),
    }
}
