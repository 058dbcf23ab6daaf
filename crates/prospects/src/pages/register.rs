//! `/stab/reservasjoner`: the reservation register's list is taken in, and how far it reaches.

use axum::response::Response;
use vault::{Vault, VaultError};
use web::{
    Error, Errors, Page, Role, Service as Part, Streamed, Taking, UploadedStream, html, html_again,
};

use super::may::list_in_words;
use crate::wash::{Against, Intake, WashError, Washed};

/// What came of a file, in words.
struct Taken {
    said: String,
    passed_over: i64,
    named: Vec<(i64, String)>,
    more: i64,
}

#[derive(askama::Template)]
#[template(path = "reservasjoner.html")]
struct Register {
    page: Page,
    errors: Errors,
    lists: Vec<String>,
    taken: Option<Taken>,
    calls: bool,
}

async fn view(
    vault: &Vault,
    page: Page,
    errors: Errors,
    taken: Option<Taken>,
) -> Result<Register, Error> {
    let mut lists = Vec::new();
    for against in Against::ALL {
        lists.push(list_in_words(vault, &page, *against).await?);
    }
    Ok(Register {
        calls: matches!(page.visitor.role(), Some(Role::Marketing)),
        page,
        errors,
        lists,
        taken,
    })
}

/// `GET /stab/reservasjoner`.
pub(crate) async fn show(Part(vault): Part<Vault>, page: Page) -> Result<Response, Error> {
    html(&view(&vault, page, Errors::new(), None).await?)
}

/// A list as it comes: what was wrong with it stops it.
struct Coming {
    intake: Intake,
    wrong: Option<WashError>,
}

impl Taking for Coming {
    async fn take(&mut self, piece: &[u8]) -> bool {
        self.wrong = self.intake.push(piece).await.err();
        self.wrong.is_none()
    }
}

/// `POST /stab/reservasjoner`. A file that breaks off ends in an error before it is counted as a list.
pub(crate) async fn take(
    Part(vault): Part<Vault>,
    page: Page,
    form: UploadedStream,
) -> Result<Response, Error> {
    let mut coming = Coming {
        intake: Intake::new(&vault),
        wrong: None,
    };
    let came = form.read(&mut coming).await?;
    let taken = match (came, coming.wrong) {
        (_, Some(wrong)) => Err(wrong_in_words(wrong)?),
        (Streamed::Nothing, None) => Err("wash-error-none"),
        (Streamed::TooLong, None) => Err("error-file-large"),
        (Streamed::Whole, None) => match coming.intake.end().await {
            Ok(washed) => Ok(washed),
            Err(wrong) => Err(wrong_in_words(wrong)?),
        },
    };
    match taken {
        Ok(washed) => {
            let taken = in_words(&page, &washed);
            html(&view(&vault, page, Errors::new(), Some(taken)).await?)
        }
        Err(message) => {
            let mut errors = Errors::new();
            errors.add("list", message);
            html_again(&view(&vault, page, errors, None).await?)
        }
    }
}

/// What is wrong with the file; what is wrong with the house is no business of the field.
fn wrong_in_words(wrong: WashError) -> Result<&'static str, VaultError> {
    match wrong {
        WashError::NoText => Ok("wash-error-text"),
        WashError::Columns => Ok("wash-error-columns"),
        WashError::Empty | WashError::File(_) => Ok("wash-error-empty"),
        WashError::Vault(error) => Err(error),
    }
}

fn in_words(page: &Page, washed: &Washed) -> Taken {
    let named = washed.named.iter();
    let (phones, addresses) = (page.count(washed.phones), page.count(washed.addresses));
    let arguments: [(&str, &dyn web::Arg); 4] = [
        ("phone-count", &washed.phones),
        ("phones", &phones),
        ("address-count", &washed.addresses),
        ("addresses", &addresses),
    ];
    Taken {
        said: page.t.f("wash-taken", &arguments),
        passed_over: washed.passed_over,
        named: named
            .map(|one| (one.line, page.t.s(one.why.message_id()).to_owned()))
            .collect(),
        more: washed.passed_over - washed.named.len() as i64,
    }
}
