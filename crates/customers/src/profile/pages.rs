//! `/min-side/profil`.

use axum::{extract::State, response::Response};
use serde::Deserialize;
use values::{Email, Line, OrgNo, PersonName, Phone, Typed};
use vault::Vault;
use web::{App, Error, Errors, Lang, Me, Page, Service, Signed, html, html_again};

use super::{Corrected, Done, Profile, load, own_permit, put_right};
use crate::{
    service::{Switch, switches},
    words,
};

/// What is typed.
#[derive(Default, Deserialize)]
pub struct TypedProfile {
    name: Typed,
    email: Typed,
    #[serde(default)]
    phone: Typed,
    #[serde(default)]
    organisation: Typed,
    #[serde(default)]
    org_no: Typed,
    #[serde(default)]
    language: String,
}

#[derive(askama::Template)]
#[template(path = "profile.html")]
struct Show {
    page: Page,
    typed: TypedProfile,
    errors: Errors,
    languages: [Lang; 3],
    customer_no: String,
    waiting: Option<Email>,
    without_name: String,
    without_email: String,
    switches: Vec<Switch>,
}

impl Show {
    fn new(
        vault: &Vault,
        page: Page,
        (profile, switches): (Profile, Vec<Switch>),
        typed: TypedProfile,
        errors: Errors,
    ) -> Self {
        let without = |field| words::consequence(vault, field, page.lang);
        Self {
            without_name: without("contact.name"),
            without_email: without("account.email"),
            customer_no: profile.account.customer_no.clone().unwrap_or_default(),
            waiting: profile.waiting,
            languages: Lang::ALL,
            switches,
            page,
            typed,
            errors,
        }
    }
}

/// Shows it, ready to be corrected.
///
/// # Errors
/// When the store fails.
pub async fn show(Service(vault): Service<Vault>, page: Page, me: Me) -> Result<Response, Error> {
    let permit = own_permit(&vault, &me).await?;
    let profile = load(&vault, &permit).await?;
    let typed = typed(&profile, page.lang);
    let all = (profile, switches(&vault, me.subject).await?);
    html(&Show::new(&vault, page, all, typed, Errors::new()))
}

fn typed(profile: &Profile, lang: Lang) -> TypedProfile {
    let mut typed = TypedProfile {
        email: profile.account.email.reveal().into(),
        language: lang.tag().to_owned(),
        ..TypedProfile::default()
    };
    if let Some(contact) = &profile.contact {
        typed.name = contact.name.reveal().into();
        typed.language.clone_from(&contact.language);
        if let Some(phone) = &contact.phone {
            typed.phone = phone.shown().reveal().into();
        }
        if let Some(organisation) = &contact.organisation {
            typed.organisation = organisation.reveal().into();
        }
        if let Some(org_no) = &contact.org_no {
            typed.org_no = org_no.shown().reveal().into();
        }
    }
    typed
}

/// Corrects it.
///
/// # Errors
/// When the store fails.
pub async fn correct(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    me: Me,
    form: Signed<TypedProfile>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let Some(said) = parse(&typed, &mut errors) else {
        let permit = own_permit(&vault, &me).await?;
        let profile = load(&vault, &permit).await?;
        let all = (profile, switches(&vault, me.subject).await?);
        return html_again(&Show::new(&vault, page, all, typed, errors));
    };
    let notice = match put_right(&app, &vault, &me, &said).await? {
        Done::Same => "notice-profile-same",
        Done::Corrected => "notice-profile-saved",
        Done::AskedNewAddress => "notice-profile-email",
    };
    Ok(page.go_saying("/min-side/profil", notice))
}

fn parse(typed: &TypedProfile, errors: &mut Errors) -> Option<Corrected> {
    let name = errors.take("name", PersonName::parse(typed.name.as_str()));
    let email = errors.take("email", Email::parse(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let organisation = errors.take(
        "organisation",
        Line::parse_optional(typed.organisation.as_str()),
    );
    let org_no = errors.take("org_no", OrgNo::parse_optional(typed.org_no.as_str()));
    let lang = Lang::from_tag(&typed.language);
    if lang.is_none() {
        errors.add("language", "error-choice");
    }
    if errors.any() {
        return None;
    }
    Some(Corrected {
        name: name?,
        email: email?,
        phone: phone?,
        organisation: organisation?,
        org_no: org_no?,
        lang: lang?,
    })
}
