//! `/stab/personvern/samtykker`: "was this letter lawful when it was sent?" A person's consent ledger
//! as a timeline, and the answer for a day and hour: as it was known then, and as it is known now.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use declaration::{
    Declaration,
    vocabulary::{Category, purpose},
};
use serde::Deserialize;
use values::{Email, Moment, Phone, SubjectId, Typed};
use vault::{
    AsOf, Ask, ConsentLine, ConsentState, Lawful, LookUp, Matter, Vault, VaultError, as_of,
};
use web::{Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    officer_customer::{customer_answers, customer_timeline},
    view,
};
use crate::{identify, latest_contact};

/// What is typed to find somebody.
#[derive(Default, Deserialize)]
pub struct Wanted {
    #[serde(default)]
    who: Typed,
}

#[derive(askama::Template)]
#[template(path = "consent_find.html")]
struct Find {
    page: Page,
    wanted: Wanted,
    errors: Errors,
    several: Vec<Several>,
}

/// One of several whom an address has led to: it was one person's, and then another's.
struct Several {
    subject: i64,
    when: String,
}

/// The search.
///
/// # Errors
/// A template that does not render.
pub async fn search(page: Page) -> Result<Response, Error> {
    let (wanted, errors) = (Wanted::default(), Errors::new());
    html(&Find {
        page,
        wanted,
        errors,
        several: Vec::new(),
    })
}

/// Finds by e-mail or telephone: who has the address, and whose consents it led to once.
///
/// # Errors
/// When the store fails.
pub async fn find(
    Service(vault): Service<Vault>,
    page: Page,
    form: Signed<Wanted>,
) -> Result<Response, Error> {
    let Signed {
        data: wanted,
        mut errors,
    } = form;
    let found = found(&vault, wanted.who.as_str()).await?;
    if let [subject] = found[..] {
        return Ok(page.go(&format!("/stab/personvern/samtykker/{}", subject.get())));
    }
    if found.is_empty() {
        errors.add("who", "consent-find-nobody");
    }
    let mut several = Vec::new();
    for subject in found {
        let lines = vault.consents_of(subject).await?;
        let bought = vault.customer_lines(subject).await?;
        let last = lines.last().map(|line| line.at);
        let last = last.max(bought.last().map(|line| line.at));
        let when = last.map(|at| page.on(at));
        several.push(Several {
            subject: subject.get(),
            when: when.unwrap_or_default(),
        });
    }
    html_again(&Find {
        page,
        wanted,
        errors,
        several,
    })
}

async fn found(vault: &Vault, typed: &str) -> Result<Vec<SubjectId>, VaultError> {
    let (email, phone) = (Email::parse(typed).ok(), Phone::parse(typed).ok());
    let mut found: Vec<SubjectId> = Vec::new();
    found.extend(identify(vault, email.as_ref(), phone.as_ref()).await?);
    let look_up = match (&email, &phone) {
        (Some(email), _) => Some(LookUp::email(email)),
        (None, Some(phone)) => Some(LookUp::phone(phone)),
        (None, None) => None,
    };
    if let Some(look_up) = look_up {
        for subject in vault.proofs_found(&look_up).await? {
            if !found.contains(&subject) {
                found.push(subject);
            }
        }
    }
    Ok(found)
}

/// The moment asked about.
#[derive(Default, Deserialize)]
pub struct When {
    #[serde(default)]
    dag: Typed,
    #[serde(default)]
    tid: Typed,
}

/// The answer about one topic.
pub(super) struct Answer {
    pub title: String,
    pub kind: &'static str,
    pub verdict: String,
    pub then: String,
    pub now: Option<String>,
}

pub(super) struct Line {
    pub machine: String,
    pub when: String,
    pub what: String,
    pub entered: String,
    pub words: String,
    pub outlasted: bool,
}

#[derive(askama::Template)]
#[template(path = "consent_look.html")]
struct Look {
    page: Page,
    subject: i64,
    name: String,
    /// Nothing but the ledger is left: until when.
    gone: Option<String>,
    when: When,
    errors: Errors,
    asked: Option<String>,
    answers: Vec<Answer>,
    lines: Vec<Line>,
}

/// The timeline, and the answer for the moment in the address. Looking leaves a line in the opening log.
///
/// # Errors
/// When nobody of that id is there, or the store fails.
pub async fn look(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    Path(subject): Path<i64>,
    Query(when): Query<When>,
) -> Result<Response, Error> {
    let subject = SubjectId::from_raw(subject);
    let (name, lines, gone) = opened(&vault, &page, &who, subject).await?;
    let declaration = vault.declaration();
    let mut errors = Errors::new();
    let at = moment(&when, page.now(), &mut errors);
    let bought = vault.customer_lines(subject).await?;
    let mut answers = at.map_or_else(Vec::new, |at| answers(&page, &declaration, &lines, at));
    if let Some(at) = at {
        answers.extend(customer_answers(&page, &declaration, &bought, at));
    }
    let mut shown = Vec::new();
    for line in &lines {
        let mut shown_line = timeline(&page, &vault, &declaration, line).await?;
        shown_line.outlasted = outlasted(&lines, line);
        shown.push((line.at, shown_line));
    }
    for line in &bought {
        let shown_line = customer_timeline(&page, &vault, &declaration, line).await?;
        shown.push((line.at, shown_line));
    }
    shown.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    html(&Look {
        subject: subject.get(),
        name,
        gone,
        asked: at.map(|at| format!("{} {}", page.on_day(at), page.time(at))),
        answers,
        lines: shown.into_iter().map(|(_, line)| line).collect(),
        when,
        errors,
        page,
    })
}

/// The name, so that the officer sees whom they have found, and the ledger; of somebody who is
/// forgotten the ledger alone, and the day on which it goes.
async fn opened(
    vault: &Vault,
    page: &Page,
    who: &Colleague,
    subject: SubjectId,
) -> Result<(String, Vec<ConsentLine>, Option<String>), Error> {
    let ask = Ask::open(who.actor(), subject)
        .of(&[Category::Contact, Category::Marketing])
        .case("consents", 0);
    let permit = match vault.permit::<purpose::Rights>(ask).await {
        Err(VaultError::Gone) => {
            let left = vault.proof_left(who.actor(), subject).await?;
            let (lines, until) = left.ok_or(Error::NotFound)?;
            return Ok((String::new(), lines, Some(page.on(until))));
        }
        other => other?,
    };
    let contact = latest_contact(vault, &permit).await?;
    let name = contact.map_or_else(String::new, |(_, one)| one.name.reveal().to_owned());
    Ok((name, vault.consents_of(subject).await?, None))
}

fn moment(when: &When, now: Moment, errors: &mut Errors) -> Option<Moment> {
    if when.dag.as_str().is_empty() {
        return None;
    }
    let date = errors.take("dag", values::parse_date(when.dag.as_str()))?;
    let typed = when.tid.as_str();
    let (hour, minute) = typed.split_once(':').unwrap_or((typed, "0"));
    let clock = (hour.trim().parse::<i8>(), minute.trim().parse::<i8>());
    let (Ok(hour @ 0..=23), Ok(minute @ 0..=59)) = clock else {
        errors.add("tid", "error-time");
        return None;
    };
    let at = Moment::at_local(date, hour, minute);
    if at > now {
        errors.add("dag", "consent-look-ahead");
        return None;
    }
    Some(at)
}

fn answers(
    page: &Page,
    declaration: &Declaration,
    lines: &[ConsentLine],
    at: Moment,
) -> Vec<Answer> {
    let mut matters: Vec<Matter> = Vec::new();
    for line in lines {
        if !matters.contains(&line.matter()) {
            matters.push(line.matter());
        }
    }
    let answer = |matter: &Matter| {
        let then = as_of(lines, matter, at, at);
        let now = as_of(lines, matter, at, page.now());
        answer(page, declaration, matter, &then, &now, at)
    };
    matters.iter().map(answer).collect()
}

fn answer(
    page: &Page,
    declaration: &Declaration,
    matter: &Matter,
    then: &AsOf,
    now: &AsOf,
    at: Moment,
) -> Answer {
    let controller = view::controller_name(declaration, matter.controller);
    let topic = view::topic_name(declaration, &matter.topic, page.lang);
    let values: [(&str, &dyn web::Arg); 2] = [
        ("topic", &topic.as_str()),
        ("controller", &controller.as_str()),
    ];
    let (kind, key) = match then.lawful(at) {
        Lawful::Yes => ("good", "consent-lawful-yes"),
        Lawful::AsKnown => ("warn", "consent-lawful-as-known"),
        Lawful::Late => ("bad", "consent-lawful-late"),
        Lawful::No => ("bad", "consent-lawful-no"),
    };
    let told = |answer: &AsOf| match &answer.line {
        Some(line) => format!(
            "{}. {}",
            view::sentence(page, declaration, line),
            entered(page, line)
        ),
        None => page.t.s("consent-lawful-nothing").to_owned(),
    };
    let differs = then.line.as_ref().map(|line| line.id) != now.line.as_ref().map(|line| line.id);
    Answer {
        title: page.t.f("consent-line", &values),
        kind,
        verdict: page.t.s(key).to_owned(),
        then: told(then),
        now: differs.then(|| told(now)),
    }
}

/// When a word was said, came in and was entered, how and by whom.
pub(super) struct Entered<'a> {
    pub said: Moment,
    pub recorded: Moment,
    pub received: Option<Moment>,
    pub form: &'a str,
    /// Kind and number.
    pub by: (&'a str, i64),
}

fn entered(page: &Page, line: &ConsentLine) -> String {
    let of = Entered {
        said: line.at,
        recorded: line.recorded_at,
        received: line.received_at,
        form: &line.form,
        by: (line.actor_kind.as_str(), line.actor_id),
    };
    entered_words(page, &of)
}

pub(super) fn entered_words(page: &Page, of: &Entered<'_>) -> String {
    let moment = |at: Moment| format!("{} {}", page.on(at), page.time(at));
    let (said, entered) = (moment(of.said), moment(of.recorded));
    let way = view::way(of.form, &page.t);
    let by = by(page, of.by);
    let received = of.received.map(|at| page.on(at)).unwrap_or_default();
    let values: [(&str, &dyn web::Arg); 5] = [
        ("said", &said.as_str()),
        ("entered", &entered.as_str()),
        ("way", &way.as_str()),
        ("by", &by.as_str()),
        ("received", &received.as_str()),
    ];
    if of.received.is_some() {
        page.t.f("consent-entered-received", &values)
    } else {
        page.t.f("consent-entered", &values)
    }
}

fn by(page: &Page, (kind, id): (&str, i64)) -> String {
    match kind {
        "subject" | "link" | "visitor" => page.t.s("consent-by-person").to_owned(),
        "staff" => page.t.f1("consent-by-staff", "id", id.to_string().as_str()),
        _ => page.t.s("consent-by-program").to_owned(),
    }
}

async fn timeline(
    page: &Page,
    vault: &Vault,
    declaration: &Declaration,
    line: &ConsentLine,
) -> Result<Line, Error> {
    let words = vault.consent_text(&line.text_hash).await?;
    Ok(Line {
        machine: line.at.rfc3339(),
        when: format!("{} {}", page.on(line.at), page.time(line.at)),
        what: view::sentence(page, declaration, line),
        entered: entered(page, line),
        words: words.map_or_else(String::new, |words| words.text),
        outlasted: false,
    })
}

/// Whether a no changed nothing when it was entered: a newer yes was there already.
fn outlasted(lines: &[ConsentLine], no: &ConsentLine) -> bool {
    no.state == ConsentState::Withdrawn
        && lines.iter().any(|yes| {
            let before = yes.recorded_at <= no.recorded_at;
            before && yes.matter() == no.matter() && yes.outlasts(no.at, no.recorded_at)
        })
}
