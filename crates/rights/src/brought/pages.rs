//! `/min-side/ta-med`: choose a package, see what is in it, take it.

use axum::response::Response;
use serde::Deserialize;
use vault::{Vault, VaultError};
use web::{Error, Errors, Me, Page, Service, Signed, UploadedZip, html, html_again};

use super::{Said, Taken, read, settle, take};

/// Nothing is typed beside the file.
#[derive(Default, Deserialize)]
pub struct Nothing {}

/// What the preview sends back.
#[derive(Default, Deserialize)]
pub struct Seen {
    #[serde(default)]
    told: String,
}

#[derive(askama::Template)]
#[template(path = "brought_ask.html")]
struct Choose {
    page: Page,
    errors: Errors,
    /// What was taken just now, in words.
    taken: Option<String>,
}

/// What was taken, in words.
fn said_of(page: &Page, taken: Taken) -> String {
    let Taken {
        lines,
        plates,
        known,
    } = taken;
    page.t.f(
        "brought-done",
        &[("lines", &lines), ("plates", &plates), ("known", &known)],
    )
}

#[derive(askama::Template)]
#[template(path = "brought_look.html")]
struct Look {
    page: Page,
    said: Said,
    told: String,
}

/// Where a package is chosen.
///
/// # Errors
/// When the page cannot be made.
pub async fn ask(page: Page) -> Result<Response, Error> {
    let (errors, taken) = (Errors::new(), None);
    html(&Choose {
        page,
        errors,
        taken,
    })
}

/// What is in it. Nothing is kept yet.
///
/// # Errors
/// When the page cannot be made.
pub async fn look(page: Page, form: UploadedZip<Nothing>) -> Result<Response, Error> {
    let mut errors = form.errors;
    let said = match form.zip {
        Some(bytes) => tokio::task::spawn_blocking(move || read(&bytes))
            .await
            .map_err(|_| Error::Internal("reading a package"))?
            .map_err(|why| errors.add("package", why))
            .ok(),
        None => {
            errors.add("package", "brought-error-none");
            None
        }
    };
    let Some(said) = said.filter(|_| !errors.any()) else {
        let taken = None;
        return html_again(&Choose {
            page,
            errors,
            taken,
        });
    };
    let told = serde_json::to_string(&said).map_err(|_| Error::Internal("a package"))?;
    html(&Look { page, said, told })
}

/// Takes it. What comes back from the preview is judged once more, as if it were new.
///
/// # Errors
/// When the store fails.
pub async fn keep(
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Seen>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let said = serde_json::from_str::<Said>(&data.told).map_err(|_| "brought-error-none");
    match said.and_then(settle) {
        Ok(said) if !errors.any() => {
            let taken = match take(&vault, me.subject, &said).await {
                Err(VaultError::Gone) => return Err(Error::Conflict("brought-error-account")),
                other => Some(said_of(&page, other?)),
            };
            html(&Choose {
                page,
                errors,
                taken,
            })
        }
        other => {
            errors.add("package", other.err().unwrap_or("brought-error-none"));
            let taken = None;
            html_again(&Choose {
                page,
                errors,
                taken,
            })
        }
    }
}
