//! The list of campaigns and the composer.

use axum::{
    extract::{Path, State},
    response::Response,
};
use serde::Deserialize;
use store::Db;
use values::Typed;
use vault::Vault;
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    Hints,
    reach::reach,
    shown::{Shown, Written, shown},
    told::{Told, fetched, fresh, told, words},
};
use crate::{
    campaign::{self, About, Campaign, Revision, State as How},
    codes::lang_of,
    letter::{Fault, faults},
    offered::{Offer, offers, wishes_typed},
    queue::progress,
    topics::{Choice, Wishes},
};

/// What is written.
#[derive(Default, Deserialize)]
pub struct Draft {
    topic: String,
    lang: String,
    subject: Typed,
    text: Typed,
    #[serde(default)]
    body: Vec<String>,
    #[serde(default)]
    workshop: Option<i64>,
    #[serde(default)]
    open: bool,
    #[serde(default)]
    rest: bool,
}

struct Line {
    id: i64,
    subject: String,
    about: String,
    state: &'static str,
    kind: &'static str,
    when: String,
}

#[derive(askama::Template)]
#[template(path = "office_list.html")]
struct List {
    page: Page,
    lines: Vec<Line>,
    bulletins: Vec<web::Bulletin>,
    lead: &'static str,
}

struct Wrong {
    text: String,
}

#[derive(askama::Template)]
#[template(path = "office_compose.html")]
struct Compose {
    page: Page,
    /// 0 for a new one.
    id: i64,
    campaign: Option<Campaign>,
    /// Nothing of it can be changed any more.
    is_over: bool,
    /// Every so many seconds the page looks again; empty when nothing moves.
    fresh: &'static str,
    state: &'static str,
    kind: &'static str,
    draft: Draft,
    errors: Errors,
    offer: Offer,
    topics: Vec<(String, String, bool)>,
    langs: Vec<(&'static str, String, bool)>,
    wrong: Vec<Wrong>,
    shown: Option<Shown>,
    progress: Option<Told>,
    /// After the database was fetched back from a copy: how it stands.
    fetched: Option<Vec<String>>,
    hints: Hints,
    /// How many it would reach, before it begins.
    reach: Vec<String>,
    now: String,
}

#[derive(askama::Template)]
#[template(path = "office_preview.html")]
struct Preview {
    page: Page,
    shown: Option<Shown>,
    wrong: Vec<Wrong>,
}

/// All campaigns.
///
/// # Errors
/// When the store fails.
pub async fn list(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let campaigns = campaign::list(&vault).await?;
    let declaration = vault.declaration();
    let line = |c: &Campaign| {
        let (state, kind) = words(c.state);
        let when = c.started_at.or(c.send_at);
        Line {
            id: c.id,
            subject: c.subject.clone(),
            about: c.about.line(&page, &declaration),
            state,
            kind,
            when: when.map_or_else(String::new, |at| page.at(at)),
        }
    };
    let lines = campaigns.iter().map(line).collect();
    let bulletins = page.bulletins().await?;
    let lead = Hints::of(&declaration).lead;
    html(&List {
        page,
        lines,
        bulletins,
        lead,
    })
}

/// A blank page.
///
/// # Errors
/// When the declaration has no newsletter.
pub async fn new(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let declared = crate::topics::written(&vault.declaration());
    (!declared.is_empty()).then_some(()).ok_or(Error::Off)?;
    let draft = Draft {
        topic: format!("{}-news", who.controller.get()),
        lang: "nb".to_owned(),
        open: true,
        ..Draft::default()
    };
    let view = view(&app, &vault, page, None, draft, Errors::new(), false).await?;
    html(&view)
}

/// One campaign: what is written, how it looks, how far it has come.
///
/// # Errors
/// When there is none of that number.
pub async fn compose(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let (campaign, text) = load(&vault, id).await?;
    let draft = Draft {
        topic: campaign.about.word(),
        lang: campaign.lang.tag().to_owned(),
        subject: Typed::from(text.subject.as_str()),
        text: Typed::from(text.body.as_str()),
        body: campaign
            .segment
            .bodies
            .iter()
            .map(|b| (*b).to_owned())
            .collect(),
        workshop: campaign.segment.workshop,
        open: campaign.open,
        rest: false,
    };
    let view = view(
        &app,
        &vault,
        page,
        Some(campaign),
        draft,
        Errors::new(),
        true,
    )
    .await?;
    html(&view)
}

pub(super) async fn load(vault: &Vault, id: i64) -> Result<(Campaign, Revision), Error> {
    let read = move |db: &mut dyn Db| {
        let Some(found) = campaign::get(db, id)? else {
            return Ok(None);
        };
        let text = campaign::text(db, id, found.latest)?;
        Ok(text.map(|text| (found, text)))
    };
    vault.store().read(read).await?.ok_or(Error::NotFound)
}

async fn view(
    app: &App,
    vault: &Vault,
    page: Page,
    campaign: Option<Campaign>,
    draft: Draft,
    errors: Errors,
    show: bool,
) -> Result<Compose, Error> {
    let declaration = vault.declaration();
    let topics = crate::topics::written(&declaration)
        .into_iter()
        .map(|choice| {
            let word = choice.word();
            let chosen = word == draft.topic;
            (word, choice.line(&page, &declaration), chosen)
        });
    let topics = topics.collect();
    let langs = web::Lang::ALL.into_iter().map(|lang| {
        let name = page.t.s(lang_name(lang)).to_owned();
        (lang.tag(), name, lang.tag() == draft.lang)
    });
    let langs = langs.collect();
    let (mut progress_told, mut listed) = (None, None);
    if let Some(c) = campaign.as_ref().filter(|c| c.started_at.is_some()) {
        let progress = progress(vault, c.id).await?;
        listed = c.built.then(|| progress.all());
        progress_told = Some(told(&page, &progress));
    }
    let (state, kind) = words(campaign.as_ref().map_or(How::Draft, |c| c.state));
    let text = draft.text.as_str();
    let shelf = campaign.as_ref().map_or(0, |c| c.id);
    let now = page.now().local().strftime("%Y-%m-%dT%H:%M").to_string();
    Ok(Compose {
        id: campaign.as_ref().map_or(0, |c| c.id),
        state,
        kind,
        offer: offers(app, vault, &page, &[], &draft.body, draft.workshop).await?,
        topics,
        langs,
        wrong: wrong(&page, &faults(text)),
        shown: show.then(|| looks(app, vault, &draft, shelf)).flatten(),
        progress: progress_told,
        fetched: campaign.as_ref().and_then(|c| fetched(&page, c, listed)),
        fresh: fresh(campaign.as_ref()),
        is_over: campaign.as_ref().is_some_and(|c| c.ended_at.is_some()),
        hints: Hints::of(&declaration),
        reach: reach(vault, &page, campaign.as_ref()).await?,
        campaign,
        draft,
        errors,
        now,
        page,
    })
}

const fn lang_name(lang: web::Lang) -> &'static str {
    match lang {
        web::Lang::Nb => "newsletter-lang-nb",
        web::Lang::Nn => "newsletter-lang-nn",
        web::Lang::En => "newsletter-lang-en",
    }
}

/// What is written, as it will look. `shelf`: its place in the archive.
fn looks(app: &App, vault: &Vault, draft: &Draft, shelf: i64) -> Option<Shown> {
    let written = Written {
        choice: Choice::of_word(&vault.declaration(), &draft.topic),
        lang: lang_of(&draft.lang),
        shelf: draft.open.then_some(shelf),
        subject: draft.subject.as_str(),
        text: draft.text.as_str(),
    };
    shown(app, vault, &written)
}

fn wrong(page: &Page, faults: &[Fault]) -> Vec<Wrong> {
    let line = |fault: &Fault| {
        let line = i64::try_from(fault.line).unwrap_or(i64::MAX);
        Wrong {
            text: page.t.f1(fault.kind.message_id(), "line", line),
        }
    };
    faults.iter().map(line).collect()
}

/// Keeps a new draft.
///
/// # Errors
/// When the store fails.
pub async fn create(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Draft>,
) -> Result<Response, Error> {
    let Signed {
        data: draft,
        mut errors,
    } = form;
    let Some((about, subject, text)) = checked(&app, &vault, &draft, &mut errors).await? else {
        return html_again(&view(&app, &vault, page, None, draft, errors, true).await?);
    };
    let id = campaign::draft(&vault, about, subject, text, who.staff).await?;
    Ok(page.go_saying(&format!("/stab/nyhetsbrev/{id}"), "notice-newsletter-kept"))
}

/// Keeps what is written.
///
/// # Errors
/// When there is none of that number, or it is over.
pub async fn save(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    form: Signed<Draft>,
) -> Result<Response, Error> {
    let (campaign, _) = load(&vault, id).await?;
    if campaign.ended_at.is_some() {
        return Err(Error::Conflict("newsletter-error-ended"));
    }
    let Signed {
        data: draft,
        mut errors,
    } = form;
    let Some((about, subject, text)) = checked(&app, &vault, &draft, &mut errors).await? else {
        let view = view(&app, &vault, page, Some(campaign), draft, errors, true).await?;
        return html_again(&view);
    };
    let rest = draft.rest;
    campaign::write(&vault, id, Some(about), subject, text, rest, who.staff).await?;
    Ok(page.go_saying(&format!("/stab/nyhetsbrev/{id}"), "notice-newsletter-kept"))
}

async fn checked(
    app: &App,
    vault: &Vault,
    draft: &Draft,
    errors: &mut Errors,
) -> Result<Option<(About, String, String)>, Error> {
    let subject = draft.subject.as_str().trim();
    if subject.is_empty() {
        errors.add("subject", "newsletter-error-subject");
    } else if subject.chars().count() > 150 {
        errors.add("subject", "newsletter-error-subject-long");
    }
    let text = draft.text.as_str().replace("\r\n", "\n");
    if text.trim().is_empty() {
        errors.add("text", "newsletter-error-text");
    } else if !faults(&text).is_empty() {
        errors.add("text", "newsletter-error-faults");
    }
    let choice = Choice::of_letter(&vault.declaration(), &draft.topic);
    if choice.is_none() {
        errors.add("topic", "newsletter-error-topic");
    }
    let segment: Wishes = wishes_typed(app, &draft.body, draft.workshop).await?;
    let Some(choice) = choice else {
        return Ok(None);
    };
    let about = About {
        choice,
        lang: lang_of(&draft.lang),
        segment,
        open: draft.open,
    };
    Ok((!errors.any()).then(|| (about, subject.to_owned(), text)))
}

/// How it will look; keeps nothing. The composer's script asks for it as one types.
///
/// # Errors
/// A template that does not render.
pub async fn preview(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    _: Colleague,
    form: Signed<Draft>,
) -> Result<Response, Error> {
    html(&Preview {
        shown: looks(&app, &vault, &form.data, 0),
        wrong: wrong(&page, &faults(form.data.text.as_str())),
        page,
    })
}
