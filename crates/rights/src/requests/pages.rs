//! `/min-side/rettigheter`: asking, and taking back; `/kvittering/{code}`.

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::disclosures;
use serde::Deserialize;
use values::{FreeText, RightsRequestId, Typed};
use vault::Vault;
use web::{App, Error, Errors, Me, Page, Service, Signed, html, html_again};

use super::{Asked, Kind, Request, State as Stands, of_subject, people, receive, withdraw};
use crate::{
    erasure::{self, Fate, plan::law, receipt},
    objection::marketing_of,
    rectification::office::{Owed, in_words},
    restriction, words,
};

/// What is asked for with the form of the page; the others have pages of their own.
const BY_FORM: &[Kind] = &[Kind::Access, Kind::Portability, Kind::Restriction];

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Ask {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    text: Typed,
}

#[derive(askama::Template)]
#[template(path = "requests.html")]
struct Rights {
    page: Page,
    requests: Vec<Request>,
    kinds: &'static [Kind],
    typed: Ask,
    errors: Errors,
    complaint: String,
    /// Whether the person's data is restricted now.
    restricted: bool,
    /// Purposes the person has said no to.
    objected: Vec<String>,
    no_marketing: bool,
    /// Who got what, and who was told of a correction, an erasure or a restriction.
    told: Vec<Owed>,
}

impl Rights {
    async fn of(
        vault: &Vault,
        page: Page,
        me: Me,
        typed: Ask,
        errors: Errors,
    ) -> Result<Self, Error> {
        let declaration = vault.declaration();
        let objections = vault.objections_of(me.subject).await?;
        let notices = disclosures::notices_of(vault, me.subject).await?;
        Ok(Self {
            restricted: !restriction::of_subject(vault, me.subject).await?.is_empty(),
            no_marketing: marketing_of(vault)
                .iter()
                .all(|one| objections.contains(one)),
            objected: objections
                .iter()
                .map(|one| words::purpose(&declaration, one.as_str(), page.lang))
                .collect(),
            told: in_words(vault, &page, notices),
            requests: of_subject(vault, me.subject).await?,
            complaint: words::complaint(vault, page.lang),
            kinds: BY_FORM,
            page,
            typed,
            errors,
        })
    }
}

/// The rights of the person who is logged in, and what they have asked before.
///
/// # Errors
/// When the store fails.
pub async fn show(Service(vault): Service<Vault>, page: Page, me: Me) -> Result<Response, Error> {
    html(&Rights::of(&vault, page, me, Ask::default(), Errors::new()).await?)
}

/// Something is asked for.
///
/// # Errors
/// When the store fails.
pub async fn ask(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Ask>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let kind = Kind::from_name(&typed.kind).filter(|kind| BY_FORM.contains(kind));
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    let text = errors
        .take("text", FreeText::parse_optional(typed.text.as_str()))
        .flatten();
    let (Some(kind), false) = (kind, errors.any()) else {
        return html_again(&Rights::of(&vault, page, me, typed, errors).await?);
    };
    let mut asked = Asked::by_person(&app, &vault, me.subject, kind, page.lang);
    asked.text = text.map(|text| text.reveal().to_owned());
    receive(&app, &vault, me.actor(), &asked).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-received"))
}

/// What would become of a category, in words.
pub(crate) struct Expected {
    pub name: String,
    pub goes: bool,
    pub said: String,
}

#[derive(askama::Template)]
#[template(path = "forget.html")]
struct Forget {
    page: Page,
    expected: Vec<Expected>,
    busy: Vec<String>,
    open: bool,
    errors: Errors,
}

/// A plan in words.
pub(crate) fn expected(vault: &Vault, page: &Page, plan: &[erasure::Planned]) -> Vec<Expected> {
    let (text, lang) = (&page.t, page.lang);
    let declaration = vault.declaration();
    let said = |fate: &Fate| match fate {
        Fate::Goes => text.s("rights-fate-goes").to_owned(),
        Fate::Busy { source } => text.f1(
            "rights-fate-busy",
            "what",
            words::as_long_as(text, source).as_str(),
        ),
        Fate::Held { reason, review_on } => {
            let why = words::hold(text, reason);
            text.f("rights-outcome-held", &[("why", &why), ("day", review_on)])
        }
        Fate::Kept {
            rule,
            purpose,
            until,
        } => {
            let why = words::purpose(&declaration, purpose, lang);
            let law = law(&declaration, &vault.rules(), purpose, rule);
            if until.is_forever() {
                return text.f("rights-outcome-open", &[("why", &why), ("law", &law)]);
            }
            let day = words::last_day(*until, lang);
            text.f(
                "rights-outcome-kept",
                &[("why", &why), ("law", &law), ("day", &day)],
            )
        }
    };
    plan.iter()
        .map(|one| Expected {
            name: words::category(one.category.as_str(), lang),
            goes: one.fate == Fate::Goes,
            said: said(&one.fate),
        })
        .collect()
}

async fn forget_page(vault: &Vault, page: Page, me: Me, errors: Errors) -> Result<Forget, Error> {
    let people = people::of_person(vault, me.subject).await?;
    let plan = erasure::plan_for(vault, &people).await?;
    let requests = of_subject(vault, me.subject).await?;
    let busy = erasure::blockers(&plan);
    Ok(Forget {
        expected: expected(vault, &page, &plan),
        busy: busy
            .iter()
            .map(|source| words::as_long_as(&page.t, source))
            .collect(),
        open: requests
            .iter()
            .any(|r| r.kind == Kind::Erasure && r.state == Stands::Open),
        page,
        errors,
    })
}

/// What being forgotten means, category by category, before anything is asked.
///
/// # Errors
/// When the store fails.
pub async fn forget(Service(vault): Service<Vault>, page: Page, me: Me) -> Result<Response, Error> {
    html(&forget_page(&vault, page, me, Errors::new()).await?)
}

/// The box that says it was understood.
#[derive(Deserialize)]
pub struct Sure {
    #[serde(default)]
    sure: bool,
}

/// The person asks to be forgotten.
///
/// # Errors
/// When the store fails.
pub async fn forget_me(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<Sure>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    if !data.sure {
        errors.add("sure", "error-unticked");
        return html_again(&forget_page(&vault, page, me, errors).await?);
    }
    let requests = of_subject(&vault, me.subject).await?;
    if !requests
        .iter()
        .any(|r| r.kind == Kind::Erasure && r.state == Stands::Open)
    {
        let asked = Asked::by_person(&app, &vault, me.subject, Kind::Erasure, page.lang);
        receive(&app, &vault, me.actor(), &asked).await?;
    }
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-received"))
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// The person takes their own request back; another's is not there.
///
/// # Errors
/// When it is not theirs, not open, or the store fails.
pub async fn take_back(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    me: Me,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    withdraw(&vault, me.subject, RightsRequestId::from_raw(id)).await?;
    Ok(page.go_saying("/min-side/rettigheter", "notice-rights-withdrawn"))
}

#[derive(askama::Template)]
#[template(path = "receipt.html")]
struct ReceiptPage {
    page: Page,
    receipt: receipt::Receipt,
    /// Category, and what became of it.
    lines: Vec<(String, String)>,
    /// The receipt that followed when the rest was done.
    then: Option<(receipt::Receipt, Vec<(String, String)>)>,
}

/// A receipt, to whoever has its code.
///
/// # Errors
/// When there is none of that code.
pub async fn receipt(
    Service(vault): Service<Vault>,
    Path(code): Path<String>,
    page: Page,
) -> Result<Response, Error> {
    let (receipt, then) = receipt::find(&vault, &code).await?.ok_or(Error::NotFound)?;
    let said = |receipt: &receipt::Receipt| {
        let lines = receipt.lines.iter().map(|line| {
            let said = words::outcome(&vault, &page.t, page.lang, line);
            (words::category(&line.category, page.lang), said)
        });
        lines.collect()
    };
    html(&ReceiptPage {
        lines: said(&receipt),
        then: then.map(|then| {
            let lines = said(&then);
            (then, lines)
        }),
        receipt,
        page,
    })
}
