//! `/min-side/opplysninger` and the package.

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use customers::disclosures;
use vault::Vault;
use web::{App, Error, Me, Page, Service, html};

use super::{Card, Seen, cards, everything};
use crate::{
    package::{self, Scope},
    words,
};

/// A consent in words.
struct Consent {
    what: String,
    channel: String,
    state: &'static str,
    badge: &'static str,
    at: values::Moment,
}

/// A vehicle with its cards.
struct Ride {
    plate: String,
    cards: Vec<Card>,
}

#[derive(askama::Template)]
#[template(path = "held.html")]
struct What {
    page: Page,
    cards: Vec<Card>,
    rides: Vec<Ride>,
    consents: Vec<Consent>,
    requests: Vec<crate::requests::Request>,
    /// Who got what, and when.
    given: Vec<(String, String, values::Moment)>,
    /// Category, when, by which rule.
    erased: Vec<(String, values::Moment, String)>,
}

/// What we hold about the person who is logged in.
///
/// # Errors
/// When the store fails.
pub async fn show(Service(vault): Service<Vault>, page: Page, me: Me) -> Result<Response, Error> {
    let held = everything(&vault, me.subject).await?;
    let (text, lang) = (page.t.clone(), page.lang);
    let given = given(&vault, lang, me).await?;
    let seen: Seen = held
        .hidden
        .iter()
        .map(|(key, instead)| (key.clone(), instead_of(&page, instead.as_ref())))
        .collect();
    let plate_of = |vehicle: &super::Vehicle| {
        let records = vehicle.strands.iter().flat_map(|strand| &strand.records);
        records
            .filter_map(|r| r.field("plate"))
            .next_back()
            .unwrap_or_default()
            .to_owned()
    };
    let rides = held.vehicles.iter().map(|vehicle| Ride {
        plate: plate_of(vehicle),
        cards: cards(&vault, &text, lang, &vehicle.strands, &seen),
    });
    let declaration = vault.declaration();
    let consents = held.consents.iter().rev().map(|line| Consent {
        what: words::purpose(&declaration, &line.purpose, lang),
        channel: line.channel.clone(),
        state: match line.state {
            vault::ConsentState::Given => "rights-consent-given",
            vault::ConsentState::Withdrawn => "rights-consent-withdrawn",
        },
        badge: match line.state {
            vault::ConsentState::Given => "good",
            vault::ConsentState::Withdrawn => "idle",
        },
        at: line.at,
    });
    let erased = held.erased.iter().map(|(category, at, rule)| {
        (
            words::category(category.as_str(), lang),
            *at,
            words::rule(&vault, rule, lang),
        )
    });
    html(&What {
        cards: cards(&vault, &text, lang, &held.strands, &seen),
        rides: rides.collect(),
        consents: consents.collect(),
        requests: held.requests.clone(),
        given,
        erased: erased.collect(),
        page,
    })
}

/// Who got what about the person, and when (Art. 15(1)(c)).
async fn given(
    vault: &Vault,
    lang: web::Lang,
    me: Me,
) -> Result<Vec<(String, String, values::Moment)>, Error> {
    let declaration = vault.declaration();
    let all = disclosures::of(vault, me.subject).await?;
    let said = all.into_iter().map(|one| {
        let who = words::recipient(&declaration, &one.recipient);
        (who, words::categories(&one.categories, lang), one.at)
    });
    Ok(said.collect())
}

/// What stands where a field may tell of others.
fn instead_of(page: &Page, instead: Option<&(String, String)>) -> String {
    match instead {
        None => page.t.s("copy-held-back").to_owned(),
        Some((text, why)) => format!("{text} ({})", package::why_masked(page, why)),
    }
}

/// The copy of whoever is logged in, and of nobody else: there is no id in the address.
///
/// # Errors
/// When the store fails, or something was destroyed while the copy was made.
pub async fn download(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
) -> Result<Response, Error> {
    own(&app, &vault, &page, me, Scope::Access).await
}

/// What they may take elsewhere (Art. 20).
///
/// # Errors
/// As [`download`].
pub async fn take_along(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
) -> Result<Response, Error> {
    own(&app, &vault, &page, me, Scope::Portable).await
}

async fn own(
    app: &App,
    vault: &Vault,
    page: &Page,
    me: Me,
    scope: Scope,
) -> Result<Response, Error> {
    let whose = package::For {
        actor: me.actor(),
        subject: me.subject,
        case: 0,
    };
    let file = package::make(app, vault, page, whose, scope).await?;
    Ok(as_file(file, scope))
}

/// A copy as an attachment that no cache keeps.
pub(crate) fn as_file(file: Vec<u8>, scope: Scope) -> Response {
    let name = match scope {
        Scope::Access => "attachment; filename=\"opplysninger.zip\"",
        Scope::Portable => "attachment; filename=\"overforbar.zip\"",
    };
    let headers = [
        (header::CONTENT_TYPE, "application/zip"),
        (header::CONTENT_DISPOSITION, name),
        (header::CACHE_CONTROL, "no-store"),
    ];
    (headers, file).into_response()
}
