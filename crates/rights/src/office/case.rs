//! `/stab/personvern/krav/{id}`: one request, with what is held and what would become of it.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::Category;
use values::RightsRequestId;
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, html};

use crate::{
    erasure::{self, Fate},
    held::{self, say_until},
    package,
    requests::{self, Kind, Request, State as Stands},
    words,
};

/// A strand as the officer sees it: nothing of its content.
pub(crate) struct Line {
    pub strand: i64,
    pub name: String,
    pub state: &'static str,
    /// Purpose, rule, law, until.
    pub reasons: Vec<(String, String, String, String)>,
    pub holds: Vec<(String, String)>,
    pub goes: bool,
    pub said: String,
    pub can_hold: bool,
}

#[derive(askama::Template)]
#[template(path = "case.html")]
pub(crate) struct Case {
    pub page: Page,
    pub request: Request,
    pub now: values::Moment,
    /// Label and value of what the case itself says.
    pub said: Vec<(String, String)>,
    pub lines: Vec<Line>,
    pub busy: Vec<String>,
    pub holds: &'static [(&'static str, &'static str)],
    pub errors: Errors,
    pub typed: String,
    pub is_erasure: bool,
    pub is_open: bool,
}

/// The request of an address; another kind of number is not there.
pub(crate) async fn request(vault: &Vault, id: i64) -> Result<Request, Error> {
    let found = requests::one(vault, RightsRequestId::from_raw(id)).await?;
    found.ok_or(Error::NotFound)
}

impl Case {
    pub(crate) async fn of(
        vault: &Vault,
        page: Page,
        who: Colleague,
        request: Request,
        errors: Errors,
        typed: String,
    ) -> Result<Self, Error> {
        let said = case_records(vault, &page, who, &request).await?;
        let strands = erasure::carry::strands(vault, request.subject).await?;
        let plan = erasure::plan(&strands, page.now());
        let expected = requests::pages::expected(vault, &page, &plan);
        let mut lines = Vec::with_capacity(plan.len());
        for (one, expected) in plan.iter().zip(expected) {
            let Some((info, holds)) = strands.iter().find(|(info, _)| info.id == one.strand) else {
                continue;
            };
            lines.push(line(vault, &page, info, holds, one, expected.said));
        }
        let busy = erasure::blockers(&plan);
        Ok(Self {
            now: page.now(),
            said,
            lines,
            busy: busy
                .iter()
                .map(|source| words::as_long_as(&page.t, source))
                .collect(),
            holds: words::HOLDS,
            errors,
            typed,
            is_erasure: request.kind == Kind::Erasure,
            is_open: request.state == Stands::Open,
            request,
            page,
        })
    }
}

fn line(
    vault: &Vault,
    page: &Page,
    info: &vault::StrandInfo,
    holds: &[(String, String)],
    planned: &erasure::Planned,
    said: String,
) -> Line {
    let declaration = vault.declaration();
    let rules = vault.rules();
    let reasons = info.reasons.iter().map(|reason| {
        let law = rules.cited(&reason.rule).map(|rule| rule.reference.clone());
        (
            words::purpose(&declaration, &reason.purpose, page.lang),
            words::rule(vault, &reason.rule, page.lang),
            law.unwrap_or_default(),
            say_until(&page.t, reason, page.lang),
        )
    });
    let state = match info.state {
        vault::StrandState::Live => "rights-strand-live",
        vault::StrandState::Restricted => "rights-strand-restricted",
        vault::StrandState::Held => "rights-strand-held",
    };
    Line {
        strand: info.id.get(),
        name: words::category(info.category.as_str(), page.lang),
        state,
        reasons: reasons.collect(),
        holds: holds
            .iter()
            .map(|(why, review)| (words::hold(&page.t, why), review.clone()))
            .collect(),
        goes: planned.fate == Fate::Goes,
        said,
        can_hold: info.category != Category::RightsCase && holds.is_empty(),
    }
}

/// What was asked and answered, opened for this case (the log has it).
async fn case_records(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    request: &Request,
) -> Result<Vec<(String, String)>, Error> {
    let permit = match requests::open_case(vault, who.actor(), request.subject, request.id).await {
        Ok(permit) => permit,
        // Forgotten since: the case's own time is over.
        Err(vault::VaultError::Gone) => return Ok(Vec::new()),
        Err(error) => return Err(error.into()),
    };
    let mut said = Vec::new();
    for raw in vault.everything(request.subject).await? {
        let this = raw.source_ref == request.id.get() && raw.category == Category::RightsCase;
        if this {
            said.extend(held::fields(&vault.open_any(&permit, &raw)?, page.lang));
        }
    }
    Ok(said)
}

/// The page of a case.
///
/// # Errors
/// When there is no such request, or the store fails.
pub async fn show(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    html(&Case::of(&vault, page, who, request, Errors::new(), String::new()).await?)
}

/// The package of the person of a request for access or portability, to be handed over; the log has it.
///
/// # Errors
/// When the request is of another kind or not open, or the store fails.
pub async fn download(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    let asks = matches!(request.kind, Kind::Access | Kind::Portability);
    if !asks || request.state != Stands::Open {
        return Err(Error::NotFound);
    }
    let whose = package::For {
        actor: who.actor(),
        subject: request.subject,
        case: id,
    };
    let scope = match request.kind {
        Kind::Portability => package::Scope::Portable,
        _ => package::Scope::Access,
    };
    let file = package::make(&app, &vault, &page, whose, scope).await?;
    Ok(held::pages::as_file(file, scope))
}
