//! `/stab/bedrifter`: what the marketing role sees and does; `/bedrift/nei/{code}`: the way out.

use axum::{
    extract::{Path, Query},
    response::Response,
};
use serde::Deserialize;
use store::Db;
use values::{Email, FieldError, FreeText, Line, Moment, OrgNo, Phone, Typed};
use vault::{Personal, Vault, VaultError};
use web::{
    Colleague, Error, Errors, Form, Page, Service as Part, Signed, html, html_again, html_with,
};

use crate::{
    prospect::{self, Found, Notice, Prospect, ProspectRecord, Taken},
    sql, verdicts,
    verdicts::Line as VerdictLine,
    wash::{self, Against},
};

/// So many stand on one page of the list; each is an opening.
const ON_A_PAGE: i64 = 20;

/// One line of the list.
struct Row {
    id: i64,
    record: Personal<ProspectRecord>,
    captured: String,
    notice: NoticeView,
}

/// How the notice stands, in words and colour.
struct NoticeView {
    tone: &'static str,
    text: String,
}

fn notice_view(page: &Page, prospect: &Prospect) -> NoticeView {
    let due = page.on_day(prospect.notice_due_at);
    let late = page.now() >= prospect.notice_due_at;
    let (tone, text) = match prospect.notice {
        Notice::Given => ("good", page.t.s("prospect-notice-given").to_owned()),
        Notice::Posted => ("idle", page.t.s("prospect-notice-posted").to_owned()),
        Notice::Owed | Notice::Failed if late => {
            ("bad", page.t.s("prospect-notice-late").to_owned())
        }
        Notice::Owed => (
            "wait",
            page.t.f1("prospect-notice-owed", "date", due.as_str()),
        ),
        Notice::Failed => (
            "bad",
            page.t.f1("prospect-notice-failed", "date", due.as_str()),
        ),
    };
    NoticeView { tone, text }
}

#[derive(askama::Template)]
#[template(path = "bedrifter.html")]
struct List {
    page: Page,
    rows: Vec<Row>,
    next: Option<i64>,
    owed: i64,
    washed: Vec<(String, String)>,
}

/// Which page of the list.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Before {
    etter: Option<i64>,
}

/// `GET /stab/bedrifter`.
pub(crate) async fn list(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Query(before): Query<Before>,
) -> Result<Response, Error> {
    let from = before.etter.unwrap_or(i64::MAX);
    let read = move |db: &mut dyn Db| {
        let rows = db.all(&sql::PAGE, &[from.into(), (ON_A_PAGE + 1).into()])?;
        let rows = rows
            .iter()
            .map(prospect::row)
            .collect::<Result<Vec<_>, _>>()?;
        let owed = db.one(&sql::OWED, &[])?.i64("owed")?;
        Ok((rows, owed))
    };
    let (mut found, owed) = vault.store().read(read).await?;
    let more = found.len() as i64 > ON_A_PAGE;
    found.truncate(usize::try_from(ON_A_PAGE).unwrap_or(usize::MAX));
    let next = more.then(|| found.last().map(|row| row.id)).flatten();
    let mut rows = Vec::new();
    for one in found {
        let record = match prospect::open(&vault, &one, who.actor(), true).await {
            Err(VaultError::Gone) => continue,
            other => other?,
        };
        rows.push(Row {
            id: one.id,
            record,
            captured: page.on_day(one.captured_at),
            notice: notice_view(&page, &one),
        });
    }
    let washed = washed(&vault, &page).await?;
    html(&List {
        page,
        rows,
        next,
        owed,
        washed,
    })
}

/// When each list was last taken in, in words.
async fn washed(vault: &Vault, page: &Page) -> Result<Vec<(String, String)>, Error> {
    let mut all = Vec::new();
    for (against, key) in [
        (Against::Phone, "prospect-wash-phone"),
        (Against::Post, "prospect-wash-post"),
    ] {
        let said = match wash::last(vault, against).await? {
            Some((at, lines)) => {
                let (date, lines) = (page.on_day(at), page.count(lines));
                let arguments: [(&str, &dyn web::Arg); 2] = [("date", &date), ("lines", &lines)];
                page.t.f("prospect-washed", &arguments)
            }
            None => page.t.s("prospect-never-washed").to_owned(),
        };
        all.push((page.t.s(key).to_owned(), said));
    }
    Ok(all)
}

/// What was typed about somebody.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct New {
    company: Typed,
    org_no: Typed,
    form: Typed,
    name: Typed,
    email: Typed,
    phone: Typed,
    source: Typed,
    on: Typed,
    controller: Option<i64>,
    about: Typed,
}

#[derive(askama::Template)]
#[template(path = "bedrift_ny.html")]
struct Ask {
    page: Page,
    typed: New,
    errors: Errors,
    controllers: Vec<(i64, String)>,
    notice: String,
}

fn ask_page(vault: &Vault, page: Page, typed: New, errors: Errors) -> Ask {
    let declaration = vault.declaration();
    let controllers = declaration.controllers().iter();
    let controllers = controllers.map(|one| (one.id.get(), one.name.clone()));
    Ask {
        controllers: controllers.collect(),
        notice: page.t.s("prospect-notice-sample").to_owned(),
        typed,
        errors,
        page,
    }
}

/// `GET /stab/bedrifter/ny`.
pub(crate) async fn ask(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
) -> Result<Response, Error> {
    let typed = New {
        on: Typed::from(page.now().local_date().to_string()),
        controller: Some(who.controller.get()),
        form: Typed::from("company"),
        ..New::default()
    };
    html(&ask_page(&vault, page, typed, Errors::new()))
}

/// `POST /stab/bedrifter/ny`.
pub(crate) async fn take(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<New>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let found = parse(&vault, &page, &who, &data, &mut errors);
    let (Some(found), false) = (found, errors.any()) else {
        return html_again(&ask_page(&vault, page, data, errors));
    };
    let worded = |record: &ProspectRecord, code: &str| notice(&vault, &page, &found, record, code);
    let taken = prospect::take(&vault, &found, &worded).await?;
    let field = if data.email.is_blank() {
        "phone"
    } else {
        "email"
    };
    match taken {
        Taken::Down(id) => {
            return Ok(page.go_saying(&format!("/stab/bedrifter/{id}"), "notice-saved"));
        }
        Taken::Suppressed => errors.add(field, "prospect-error-suppressed"),
        Taken::Known => errors.add(field, "prospect-error-known"),
    }
    html_again(&ask_page(&vault, page, data, errors))
}

fn parse(
    vault: &Vault,
    page: &Page,
    who: &Colleague,
    typed: &New,
    errors: &mut Errors,
) -> Option<Found> {
    let company = errors.take("company", Line::parse(typed.company.as_str()));
    let org_no = errors.take("org_no", OrgNo::parse_optional(typed.org_no.as_str()));
    let name = errors.take("name", Line::parse_optional(typed.name.as_str()));
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let source = errors.take("source", exact_page(typed.source.as_str()));
    let topics = errors.take("about", FreeText::parse_optional(typed.about.as_str()));
    let on = errors.take("on", values::parse_date(typed.on.as_str()));
    let form = match typed.form.as_str() {
        word @ ("company" | "sole_trader") => word.to_owned(),
        _ => {
            errors.add("form", "error-choice");
            String::new()
        }
    };
    let declaration = vault.declaration();
    let mut controllers = declaration.controllers().iter().map(|one| one.id);
    let controller = controllers.find(|id| typed.controller == Some(id.get()));
    if controller.is_none() {
        errors.add("controller", "error-choice");
    }
    if matches!((&email, &phone), (Some(None), Some(None))) {
        errors.add("email", "prospect-error-nowhere");
    }
    let today = page.now().local_date();
    let on = on.filter(|on| {
        // Older than the notice allows: it could only be destroyed at once.
        let old = Moment::at_local(*on, 12, 0).plus_days(28) < page.now();
        if *on > today || old {
            errors.add("on", "prospect-error-day");
        }
        *on <= today && !old
    });
    let captured_at = on.map(|on| {
        if on == today {
            page.now()
        } else {
            Moment::at_local(on, 12, 0)
        }
    });
    Some(Found {
        record: Personal::new(ProspectRecord {
            company: company?,
            org_no: org_no?,
            name: name?,
            email: email?,
            phone: phone?,
            form,
            source: source?,
            topics: topics?,
        }),
        controller: controller?,
        captured_at: captured_at?,
        by: who.actor(),
    })
}

/// The exact address of a page: with a host and more than that, since "somewhere on their site" is no
/// source (GDPR Art. 14(2)(f)).
fn exact_page(typed: &str) -> Result<String, FieldError> {
    let text = typed.trim();
    if text.is_empty() {
        return Err(FieldError::Missing);
    }
    if text.len() > 500 {
        return Err(FieldError::TooLong);
    }
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"));
    let host = rest.and_then(|rest| rest.split(['/', '?', '#']).next());
    let good = host.is_some_and(|host| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
        host.contains('.') && !host.starts_with('.') && host.bytes().all(plain)
    });
    let clean = !text
        .chars()
        .any(|c| c.is_whitespace() || c.is_control() || c == '@');
    if good && clean {
        Ok(text.to_owned())
    } else {
        Err(FieldError::Address)
    }
}

/// The notice of GDPR Art. 14: who we are, what we have written down, where we found it, why, for how
/// long, and the way out. No word of what we sell.
fn notice(
    vault: &Vault,
    page: &Page,
    found: &Found,
    record: &ProspectRecord,
    code: &str,
) -> (String, String) {
    let declaration = vault.declaration();
    let controller = declaration.controller(found.controller);
    let name = controller.map(|one| one.name.clone()).unwrap_or_default();
    let email = controller.map(|one| one.email.clone()).unwrap_or_default();
    let date = page.on_day(found.captured_at);
    let way_out = page.address(&format!("/bedrift/nei/{code}"));
    let privacy = page.address("/personvern");
    let company = record.company.reveal();
    let arguments: [(&str, &dyn web::Arg); 7] = [
        ("house", &name.as_str()),
        ("email", &email.as_str()),
        ("company", &company),
        ("source", &record.source.as_str()),
        ("date", &date.as_str()),
        ("way-out", &way_out.as_str()),
        ("privacy", &privacy.as_str()),
    ];
    let title = page.t.f1("prospect-notice-title", "house", name.as_str());
    (title, page.t.f("prospect-notice-text", &arguments))
}

#[derive(askama::Template)]
#[template(path = "bedrift.html")]
struct One {
    page: Page,
    id: i64,
    record: Personal<ProspectRecord>,
    captured: String,
    notice: NoticeView,
    owed: bool,
    goes: String,
    verdicts: Vec<VerdictLine>,
}

async fn find(vault: &Vault, id: i64) -> Result<Prospect, Error> {
    prospect::by_id(vault, id).await?.ok_or(Error::NotFound)
}

/// `GET /stab/bedrifter/{id}`.
pub(crate) async fn show(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    let record = match prospect::open(&vault, &one, who.actor(), false).await {
        Err(VaultError::Gone) => return Err(Error::NotFound),
        other => other?,
    };
    let strands = vault.strands_of(one.subject).await?;
    let marketing = strands
        .iter()
        .find(|strand| strand.category == declaration::vocabulary::Category::Marketing);
    let goes = marketing.map(|strand| page.on_day(strand.keep_until));
    let verdicts = verdicts::of(&vault, &page, &one, &record).await?;
    html(&One {
        id,
        captured: page.on(one.captured_at),
        notice: notice_view(&page, &one),
        owed: matches!(one.notice, Notice::Owed | Notice::Failed),
        goes: goes.unwrap_or_default(),
        verdicts,
        record,
        page,
    })
}

/// A button's form.
#[derive(Default, Deserialize)]
pub(crate) struct Nothing {}

/// `POST /stab/bedrifter/{id}/varslet`: the notice was given on paper or by telephone.
pub(crate) async fn told(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::given(&vault, &one, who.actor(), page.now()).await?;
    Ok(page.go_saying(&format!("/stab/bedrifter/{id}"), "notice-saved"))
}

/// `POST /stab/bedrifter/{id}/nei`: they have said no, by telephone or letter.
pub(crate) async fn said_no(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::remove(&vault, &one, Some("phone"), who.actor()).await?;
    Ok(page.go_saying("/stab/bedrifter", "prospect-said-no-done"))
}

/// `POST /stab/bedrifter/{id}/fjern`: no more use for it.
pub(crate) async fn remove(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    Path(id): Path<i64>,
    _form: Signed<Nothing>,
) -> Result<Response, Error> {
    let one = find(&vault, id).await?;
    prospect::remove(&vault, &one, None, who.actor()).await?;
    Ok(page.go_saying("/stab/bedrifter", "prospect-removed"))
}

#[derive(askama::Template)]
#[template(path = "bedrift_nei.html")]
struct WayOut {
    page: Page,
    code: String,
    state: &'static str,
}

/// `GET /bedrift/nei/{code}`: a page that changes nothing, whoever fetches it.
pub(crate) async fn way_out(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
) -> Result<Response, Error> {
    let there = prospect::by_code(&vault, &code).await?.is_some();
    let state = if there { "ask" } else { "gone" };
    html(&WayOut { page, code, state })
}

/// `POST /bedrift/nei/{code}`.
pub(crate) async fn out(
    Part(vault): Part<Vault>,
    page: Page,
    Path(code): Path<String>,
    _form: Form<Nothing>,
) -> Result<Response, Error> {
    if let Some(one) = prospect::by_code(&vault, &code).await? {
        let actor = vault::Actor::Link {
            subject: one.subject,
            purpose: declaration::vocabulary::Purpose::Prospecting,
        };
        prospect::remove(&vault, &one, Some("link"), actor).await?;
    }
    // The same answer whether or not there was anything: pressed twice, it is still done.
    let state = "done";
    html_with(axum::http::StatusCode::OK, &WayOut { page, code, state })
}

#[cfg(test)]
mod tests {
    use super::exact_page;

    #[test]
    fn a_source_is_the_exact_address_of_a_page() {
        for good in ["https://firma.no/kontakt", "http://www.firma.no/om?side=2"] {
            assert_eq!(exact_page(good).as_deref(), Ok(good));
        }
        for bad in [
            "",
            "firma.no",
            "https://",
            "https://firma",
            "ftp://firma.no/a",
            "https://a b.no/",
        ] {
            assert!(exact_page(bad).is_err(), "{bad}");
        }
        assert!(exact_page("https://ola@firma.no/").is_err());
    }
}
