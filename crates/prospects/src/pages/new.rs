//! Writing somebody down, and what they are told.

use axum::response::Response;
use serde::Deserialize;
use values::{Address, Email, FieldError, FreeText, Line, Moment, OrgNo, Phone, PostalCode, Typed};
use vault::{Personal, Vault};
use web::{Colleague, Error, Errors, Lang, Page, Service as Part, Signed, html, html_again};

use crate::prospect::{self, Found, ProspectRecord, Taken};

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
    address: Typed,
    postal_code: Typed,
    source: Typed,
    front: Typed,
    lang: Typed,
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
    langs: [Lang; 3],
    notice: String,
}

fn ask_page(vault: &Vault, page: Page, typed: New, errors: Errors) -> Ask {
    let declaration = vault.declaration();
    let controllers = declaration.controllers().iter();
    let controllers = controllers.map(|one| (one.id.get(), one.name.clone()));
    Ask {
        controllers: controllers.collect(),
        langs: Lang::ALL,
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
        lang: Typed::from(Lang::Nb.tag()),
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
    let field = match () {
        () if !data.email.is_blank() => "email",
        () if !data.phone.is_blank() => "phone",
        () => "postal_code",
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
    let address = errors.take("address", Address::parse_optional(typed.address.as_str()));
    let code = PostalCode::parse_optional(typed.postal_code.as_str());
    let postal_code = errors.take("postal_code", code);
    let source = exact_page(typed.source.as_str(), !typed.front.is_blank());
    let source = source.map_err(|message| errors.add("source", message)).ok();
    let lang = Lang::from_tag(typed.lang.as_str()).ok_or(FieldError::Choice);
    let lang = errors.take("lang", lang);
    let topics = errors.take("about", FreeText::parse_optional(typed.about.as_str()));
    let on = errors.take("on", values::parse_date(typed.on.as_str()));
    let form = match typed.form.as_str() {
        word @ ("company" | "sole_trader") => Ok(word.to_owned()),
        _ => Err(FieldError::Choice),
    };
    let form = errors.take("form", form);
    let declaration = vault.declaration();
    let mut controllers = declaration.controllers().iter().map(|one| one.id);
    let controller = controllers.find(|id| typed.controller == Some(id.get()));
    if controller.is_none() {
        errors.add("controller", "error-choice");
    }
    if let (Some(address), Some(postal_code)) = (&address, &postal_code) {
        both_or_neither(address.is_some(), postal_code.is_some(), errors);
    }
    if let (Some(None), Some(None), Some(None)) = (&email, &phone, &postal_code) {
        errors.add("email", "prospect-error-nowhere");
    }
    let captured_at = on.and_then(|on| captured(page, on, errors));
    Some(Found {
        record: Personal::new(ProspectRecord {
            company: company?,
            org_no: org_no?,
            name: name?,
            email: email?,
            phone: phone?,
            address: address?,
            postal_code: postal_code?,
            form: form?,
            source: source?,
            topics: topics?,
        }),
        controller: controller?,
        captured_at: captured_at?,
        by: who.actor(),
        lang: lang?,
    })
}

/// A letter on paper needs an address and a postal code.
fn both_or_neither(address: bool, postal_code: bool, errors: &mut Errors) {
    match (address, postal_code) {
        (true, false) => errors.add("postal_code", "may-error-postal-code"),
        (false, true) => errors.add("address", "prospect-error-address"),
        _ => {}
    }
}

/// A day of the last four weeks: older than that, the notice would come too late and the data could only
/// be destroyed at once.
fn captured(page: &Page, on: jiff::civil::Date, errors: &mut Errors) -> Option<Moment> {
    let today = page.now().local_date();
    if on == today {
        return Some(page.now());
    }
    let at = Moment::at_local(on, 12, 0);
    if on > today || at.plus_days(28) < page.now() {
        errors.add("on", "prospect-error-day");
        return None;
    }
    Some(at)
}

/// The exact address of a page: "somewhere on their site" is no source (GDPR Art. 14(2)(f)). The front
/// page is one only where somebody says that it stands there.
fn exact_page(typed: &str, on_the_front: bool) -> Result<String, &'static str> {
    let text = typed.trim();
    if text.is_empty() {
        return Err("error-missing");
    }
    if text.len() > 500 {
        return Err("error-too-long");
    }
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://"))
        .ok_or("prospect-error-source")?;
    let (host, page) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let plain = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    let good = host.contains('.') && !host.starts_with('.') && host.bytes().all(plain);
    let unclean = |c: char| c.is_whitespace() || c.is_control() || c == '@';
    if !good || text.chars().any(unclean) {
        return Err("prospect-error-source");
    }
    if page.trim_matches(['/', '?', '#']).is_empty() && !on_the_front {
        return Err("prospect-error-front");
    }
    Ok(text.to_owned())
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
    let page = &page.in_lang(found.lang);
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

#[cfg(test)]
mod tests {
    use super::exact_page;

    #[test]
    fn a_source_is_the_exact_address_of_a_page() {
        for good in [
            "https://firma.no/kontakt",
            "http://www.firma.no/om?side=2",
            "https://firma.no/#kontakt",
            "https://firma.no?side=kontakt",
        ] {
            assert_eq!(exact_page(good, false).as_deref(), Ok(good));
        }
        for front in ["https://firma.no", "https://firma.no/", "http://firma.no/#"] {
            assert_eq!(exact_page(front, false), Err("prospect-error-front"));
            assert_eq!(exact_page(front, true).as_deref(), Ok(front));
        }
        for bad in [
            "",
            "firma.no",
            "https://",
            "https://firma",
            "ftp://firma.no/a",
            "https://a b.no/",
            "https://ola@firma.no/",
        ] {
            assert!(exact_page(bad, true).is_err(), "{bad}");
        }
    }
}
