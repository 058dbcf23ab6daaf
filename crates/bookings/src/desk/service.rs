//! `/stab/oppsett/tjeneste`: a service.

use axum::{extract::Path, response::Response};
use serde::Deserialize;
use values::{ServiceId, Typed};
use vault::Vault;
use web::{Error, Errors, Page, Service as Part, Signed, html, html_again};

use super::setup::{catalogue, number, words};
use crate::catalogue::{Catalogue, Service, setup};

/// A service, as typed.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct ServiceForm {
    name_nb: Typed,
    name_nn: Typed,
    name_en: Typed,
    about_nb: Typed,
    about_nn: Typed,
    about_en: Typed,
    minutes: Typed,
    open: bool,
}

#[derive(askama::Template)]
#[template(path = "stab-oppsett-tjeneste.html")]
struct OneService {
    page: Page,
    id: i64,
    form: ServiceForm,
    errors: Errors,
}

/// `GET /stab/oppsett/tjeneste/{id}`; 0 is a new one.
pub(crate) async fn service(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let form = if id == 0 {
        ServiceForm {
            minutes: Typed::from("60"),
            open: true,
            ..ServiceForm::default()
        }
    } else {
        let catalogue = catalogue(&vault).await?;
        let known = catalogue.service(ServiceId::from_raw(id));
        let known = known.ok_or(Error::NotFound)?;
        let typed = |text: &String| Typed::from(text.as_str());
        ServiceForm {
            name_nb: typed(&known.names[0]),
            name_nn: typed(&known.names[1]),
            name_en: typed(&known.names[2]),
            about_nb: typed(&known.about[0]),
            about_nn: typed(&known.about[1]),
            about_en: typed(&known.about[2]),
            minutes: Typed::from(known.minutes.to_string()),
            open: known.open,
        }
    };
    html(&OneService {
        page,
        id,
        form,
        errors: Errors::new(),
    })
}

/// `POST /stab/oppsett/tjeneste/{id}`.
pub(crate) async fn save_service(
    Part(vault): Part<Vault>,
    page: Page,
    Path(id): Path<i64>,
    form: Signed<ServiceForm>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let minutes = number(&mut errors, "minutes", &data.minutes, (15, 600));
    if minutes % 15 != 0 {
        errors.add("minutes", "error-quarter");
    }
    let names = [
        words(&mut errors, "name_nb", &data.name_nb, 80),
        words(&mut errors, "name_nn", &data.name_nn, 80),
        words(&mut errors, "name_en", &data.name_en, 80),
    ];
    let about = [&data.about_nb, &data.about_nn, &data.about_en];
    let about = about.map(|typed| typed.as_str().trim().chars().take(200).collect());
    if errors.any() {
        return html_again(&OneService {
            page,
            id,
            form: data,
            errors,
        });
    }
    let service = Service {
        id: if id == 0 {
            vault.world().id()
        } else {
            ServiceId::from_raw(id)
        },
        names,
        about,
        minutes,
        open: data.open,
    };
    vault
        .store()
        .write(move |db| {
            let place = Catalogue::load(db)?.services.len() as i64;
            if id == 0 {
                setup::add_service(db, &service, place)
            } else {
                setup::set_service(db, &service)
            }
        })
        .await?;
    Ok(page.go_saying("/stab/oppsett", "notice-saved"))
}
