//! `/stab/personvern/krav/{id}`: one request, with what is held and what would become of it.

use std::{cmp::Reverse, collections::BTreeSet};

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::disclosures;
use declaration::vocabulary::Category;
use values::{RightsRequestId, Typed};
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, html};

use super::{
    beside::{Mending, mending, on_paper, unread},
    conflict,
    same::{self, Same},
};
use crate::{
    erasure::{self, Fate},
    held::{self, say_until},
    objection, package,
    rectification::{
        FIELDS,
        office::{Owed, in_words},
    },
    requests::{
        self, Document, Kind, Request, State as Stands, clock, identity,
        paper::{Paper, Way},
        people,
    },
    restriction::{self, Ground, Restriction, leave},
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
    pub can_restrict: bool,
}

/// What happened, in words: when, what, by whom.
pub(crate) struct Step {
    pub at: values::Moment,
    pub what: String,
    pub who: String,
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
    pub typed: Typed,
    pub is_erasure: bool,
    pub is_open: bool,
    /// Whether nothing but this case is known of whoever asks, and nobody may be them.
    pub unknown: bool,
    /// Who else in the books the person is, or may be.
    pub same: Vec<Same>,
    /// What was looked for.
    pub sought: Typed,
    pub can_extend: bool,
    pub documents: &'static [Document],
    pub grounds: &'static [Ground],
    /// What is to be corrected.
    pub mending: Mending,
    pub fields: &'static [(&'static str, &'static str)],
    /// What is to be weighed: purpose, its heading, and how the objection stands.
    pub objected: Vec<(&'static str, String, &'static str)>,
    /// What the person objected to and nobody weighs, or what was upheld.
    pub stopped: Vec<String>,
    pub restriction: Option<Restriction>,
    /// Why what is restricted may be used all the same.
    pub leave: leave::Panel,
    /// Whether the person's data is restricted now.
    pub restricted: bool,
    pub told: Vec<Owed>,
    /// Pieces of free text that wait for a look before a copy is whole.
    pub unread: i64,
    /// Whether the case has a letter on paper, and whether one waits to be posted.
    pub paper: Option<bool>,
    pub steps: Vec<Step>,
}

/// The request of an address; another kind of number is not there.
pub(crate) async fn request(vault: &Vault, id: i64) -> Result<Request, Error> {
    let found = requests::one(vault, RightsRequestId::from_raw(id)).await?;
    found.ok_or(Error::NotFound)
}

/// The request while it waits for an answer, or the page that says who was faster.
pub(crate) async fn open_request(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    id: i64,
    typed: &str,
) -> Result<Result<Request, Response>, Error> {
    let request = request(vault, id).await?;
    if request.state == Stands::Open {
        return Ok(Ok(request));
    }
    let answer = conflict::page(vault, page.clone(), who, id, typed).await?;
    Ok(Err(answer))
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
        let people = people::of_case(vault, &request).await?;
        let same = same::all(vault, &page, who, &request).await?;
        let strands = erasure::strands(vault, &people).await?;
        let plan = erasure::plan(&strands, page.now());
        let lines = lines(vault, &page, &request, &strands, &plan);
        let busy = erasure::blockers(&plan);
        let restrictions = restriction::of_subject(vault, request.subject).await?;
        let restriction = restriction::of_request(vault, request.id).await?;
        let notices = disclosures::notices_of(vault, request.subject).await?;
        let infos = strands.iter().map(|(info, _)| info);
        let leave = leave::Panel::of(vault, &page, &request, infos).await?;
        let (objected, stopped) = objected(vault, &page, &request).await?;
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
            typed: typed.as_str().into(),
            is_erasure: request.kind == Kind::Erasure,
            is_open: request.state == Stands::Open,
            unknown: same.is_empty() && identity::is_unknown(vault, &request).await?,
            same,
            sought: Typed::default(),
            can_extend: can_extend(vault, &request, page.now())?,
            documents: Document::ALL,
            grounds: Ground::ALL,
            mending: mending(vault, &page, who, &request).await?,
            fields: FIELDS,
            objected,
            stopped,
            restriction,
            leave,
            restricted: !restrictions.is_empty(),
            unread: unread(vault, &request).await?,
            paper: on_paper(vault, &request).await?,
            told: in_words(vault, &page, notices),
            steps: steps(vault, &page, who, &request).await?,
            request,
            page,
        })
    }
}

/// Once, and inside the first month as pauses have moved it (Art. 12(3)).
pub(crate) fn can_extend(
    vault: &Vault,
    request: &Request,
    now: values::Moment,
) -> Result<bool, Error> {
    let stood = request
        .paused_at
        .map_or(0, |since| clock::days_between(since, now));
    let days = request.paused_days + stood;
    let (_, first) = clock::due_after(&vault.rules(), request.received_at, false, days)?;
    Ok(request.state == Stands::Open && !request.is_extended() && now < first)
}

/// What is to be weighed (purpose, its heading, how it stands), and what has stopped.
type Objections = (Vec<(&'static str, String, &'static str)>, Vec<String>);

async fn objected(vault: &Vault, page: &Page, request: &Request) -> Result<Objections, Error> {
    let declaration = vault.declaration();
    let (mut weighed, mut stopped) = (Vec::new(), Vec::new());
    for one in objection::of_request(vault, request.id).await? {
        let name = one.purpose.as_str();
        let title = words::purpose(&declaration, name, page.lang);
        match one.state.as_str() {
            "pending" => weighed.push((name, title, one.key())),
            "upheld" => stopped.push(title),
            _ => {}
        }
    }
    Ok((weighed, stopped))
}

async fn steps(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    request: &Request,
) -> Result<Vec<Step>, Error> {
    let mut names: Vec<(values::SubjectId, String)> = Vec::new();
    let mut steps = Vec::new();
    for event in requests::events(vault, request.id).await? {
        let by = match event.staff {
            None => words::actor(&page.t, &event.actor_kind),
            Some(staff) if staff == who.staff => page.t.s("rights-who-yourself").to_owned(),
            Some(staff) => match names.iter().find(|(known, _)| *known == staff) {
                Some((_, name)) => name.clone(),
                None => {
                    let case = request.id.get();
                    let name = words::staff_field(vault, who.actor(), staff, case, "name").await?;
                    let name = name.unwrap_or_else(|| page.t.s("rights-who-colleague").to_owned());
                    names.push((staff, name.clone()));
                    name
                }
            },
        };
        let mut what = page.t.s(event.what.key()).to_owned();
        if let Some(document) = Document::from_name(&event.detail) {
            what = format!("{what}: {}", page.t.s(document.key()));
        }
        let told = Paper::from_name(&event.detail).map(Paper::key);
        if let Some(key) = told.or_else(|| Way::from_name(&event.detail).map(Way::key)) {
            what = format!("{what}: {}", page.t.s(key));
        }
        if let (requests::What::Allowed, Some(ground)) =
            (event.what, vault::LeaveGround::from_name(&event.detail))
        {
            what = format!("{what}: {}", page.t.s(leave::ground_key(ground)));
        }
        steps.push(Step {
            at: event.at,
            what,
            who: by,
        });
    }
    Ok(steps)
}

/// The strands with what would become of each.
fn lines(
    vault: &Vault,
    page: &Page,
    request: &Request,
    strands: &[(vault::StrandInfo, Vec<(String, String)>)],
    plan: &[erasure::Planned],
) -> Vec<Line> {
    let expected = requests::pages::expected(vault, page, plan);
    let mut lines = Vec::with_capacity(plan.len());
    for (one, expected) in plan.iter().zip(expected) {
        let Some((info, holds)) = strands.iter().find(|(info, _)| info.id == one.strand) else {
            continue;
        };
        let mut line = line(vault, page, info, holds, one, expected.said);
        line.can_restrict &= info.subject == request.subject;
        lines.push(line);
    }
    lines
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
    // A rule is said once, with its last day, however many visits it holds for.
    let mut ordered: Vec<_> = info.reasons.iter().collect();
    ordered.sort_by_key(|reason| Reverse(reason.until));
    let mut said_before = BTreeSet::new();
    let once = ordered
        .into_iter()
        .filter(|reason| said_before.insert((reason.purpose.clone(), reason.rule.clone())));
    let reasons = once.map(|reason| {
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
        can_restrict: info.category != Category::RightsCase,
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
    // Nothing is handed to somebody of whom we do not know who they are (Art. 12(6)).
    if !asks || !request.identity.is_proven() || request.state != Stands::Open {
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
    let page = package::in_language(&app, &page, words::lang_of(&request.lang));
    let file = package::make(&app, &vault, &page, whose, scope).await?;
    Ok(held::pages::as_file(file, scope))
}
