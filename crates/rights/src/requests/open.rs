//! `/personvern/krav`: asking without an account. The answer is the same whoever is meant, and whether
//! anybody is. `/personvern/krav/{code}`: the link that shows who asks.

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::ConsentCame;
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use store::Db;
use values::{Email, FreeText, Line, PersonName, Phone, SubjectId, Typed};
use vault::{Actor, Vault, VaultError};
use web::{App, Error, Errors, Form, Page, Service, html, html_again};

use super::{Asked, Channel, Identity, Kind, Whose, identity, receive, sql, was_changed};
use crate::{
    objection,
    rectification::{self, FIELDS},
    words,
};

/// A second request of the same kind within this time is the first one sent twice.
const TWICE_MINUTES: i64 = 60;

/// The form as it was typed.
#[derive(Default, Deserialize)]
pub struct Claim {
    #[serde(default)]
    kind: String,
    #[serde(default)]
    name: Typed,
    #[serde(default)]
    email: Typed,
    #[serde(default)]
    phone: Typed,
    #[serde(default)]
    text: Typed,
    /// A correction: which field, and what it should be.
    #[serde(default)]
    field: String,
    #[serde(default)]
    value: Typed,
    /// An objection: to what.
    #[serde(default)]
    objected: Vec<String>,
}

impl Claim {
    fn objects_to(&self, word: &str) -> bool {
        self.objected.iter().any(|one| one == word)
    }
}

#[derive(askama::Template)]
#[template(path = "claim.html")]
struct Ask {
    page: Page,
    fields: &'static [(&'static str, &'static str)],
    /// Word, heading and why, of each purpose one can object to.
    purposes: Vec<(&'static str, String, String)>,
    kinds: &'static [Kind],
    typed: Claim,
    errors: Errors,
    complaint: String,
}

impl Ask {
    fn new(vault: &Vault, page: Page, typed: Claim, errors: Errors) -> Self {
        Self {
            complaint: words::complaint(vault, page.lang),
            purposes: objection::choices(vault, page.lang),
            kinds: Kind::ALL,
            fields: FIELDS,
            page,
            typed,
            errors,
        }
    }
}

/// The form.
///
/// # Errors
/// A template that does not render.
pub async fn ask(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    html(&Ask::new(&vault, page, Claim::default(), Errors::new()))
}

struct Parsed {
    kind: Kind,
    name: PersonName,
    email: Option<Email>,
    phone: Option<Phone>,
    text: Option<FreeText>,
    correction: Option<(String, FreeText)>,
    objected: Vec<Purpose>,
}

fn parse(vault: &Vault, typed: &Claim, errors: &mut Errors) -> Option<Parsed> {
    let kind = Kind::from_name(&typed.kind);
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    let name = errors.take("name", PersonName::parse(typed.name.as_str()));
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let text = errors.take("text", FreeText::parse_optional(typed.text.as_str()));
    let has_words = text.as_ref().is_some_and(Option::is_some);
    let wish = (typed.field.as_str(), typed.value.as_str());
    let correction = rectification::wish(kind, wish, has_words, errors);
    let (email, phone) = (email.flatten(), phone.flatten());
    if email.is_none() && phone.is_none() && !errors.any() {
        errors.add("email", "rights-error-reach");
    }
    let objected = objection::chosen(vault, &typed.objected);
    if kind == Some(Kind::Objection) && objected.is_empty() {
        errors.add("objected", "error-choice");
    }
    if errors.any() {
        return None;
    }
    Some(Parsed {
        kind: kind?,
        name: name?,
        email,
        phone,
        text: text.flatten(),
        correction,
        objected,
    })
}

/// Takes it in: in doubt until a link, a document or a colleague says who it is.
///
/// # Errors
/// When the store fails.
pub async fn send(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    form: Form<Claim>,
) -> Result<Response, Error> {
    let Form {
        data: typed,
        mut errors,
    } = form;
    let Some(parsed) = parse(&vault, &typed, &mut errors) else {
        return html_again(&Ask::new(&vault, page, typed, errors));
    };
    let found = customers::identify(&vault, parsed.email.as_ref(), parsed.phone.as_ref()).await?;
    if parsed.kind == Kind::Objection && objection::sells(&parsed.objected) {
        let came = ConsentCame {
            form: "page",
            actor: Actor::Visitor,
            lang: page.lang,
            said_at: None,
            received_at: None,
        };
        let reach = (parsed.email.as_ref(), parsed.phone.as_ref());
        objection::stop_at(&vault, reach, came).await?;
    }
    let mut asked = asked(&app, &vault, &page, parsed, found);
    if !is_twice(&vault, &asked).await? {
        let taken = receive(&app, &vault, Actor::Visitor, &asked).await;
        if matches!(taken, Err(VaultError::Gone)) {
            // Forgotten since: nobody we know any more.
            asked.whose = Whose::Unknown;
            receive(&app, &vault, Actor::Visitor, &asked).await?;
        } else {
            taken?;
        }
    }
    Ok(page.go("/personvern/krav/mottatt"))
}

fn asked(app: &App, vault: &Vault, page: &Page, parsed: Parsed, found: Option<SubjectId>) -> Asked {
    let subject = found.unwrap_or_else(|| SubjectId::from_raw(0));
    let mut asked = Asked::by_person(app, vault, subject, parsed.kind, page.lang);
    asked.whose = found.map_or(Whose::Unknown, Whose::Known);
    asked.channel = Channel::Web;
    asked.identity = Identity::InDoubt;
    asked.identity_said = page.t.s("rights-identity-web").to_owned();
    let email = parsed.email.map(|email| email.reveal().to_owned());
    let phone = parsed.phone.map(|phone| phone.reveal().to_owned());
    let reach = email.or(phone);
    asked.reach = reach.map(Line::restore);
    asked.name = Some(parsed.name);
    asked.text = parsed.text.map(|text| text.reveal().to_owned());
    asked.correction = parsed.correction;
    asked.objected = parsed.objected;
    asked
}

async fn is_twice(vault: &Vault, asked: &Asked) -> Result<bool, VaultError> {
    let Whose::Known(subject) = asked.whose else {
        return Ok(false);
    };
    let since = asked.received_at.plus_minutes(-TWICE_MINUTES).millis();
    let kind = asked.kind.as_str();
    let look = move |db: &mut dyn Db| {
        let values = [subject.get().into(), kind.into(), since.into()];
        Ok(db.opt(&sql::TWICE, &values)?.is_some())
    };
    Ok(vault.store().read(look).await?)
}

#[derive(askama::Template)]
#[template(path = "claim_sent.html")]
struct Sent {
    page: Page,
    complaint: String,
}

/// What happens now: the same for everybody.
///
/// # Errors
/// A template that does not render.
pub async fn sent(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    html(&Sent {
        complaint: words::complaint(&vault, page.lang),
        page,
    })
}

#[derive(askama::Template)]
#[template(path = "claim_prove.html")]
struct Prove {
    page: Page,
    code: String,
    request: super::Request,
    done: bool,
}

/// Shows a button and uses nothing up: programs that look through mail follow its links.
///
/// # Errors
/// [`Error::Gone`] when the link is used up or too old.
pub async fn open(
    Service(vault): Service<Vault>,
    Path(code): Path<String>,
    page: Page,
) -> Result<Response, Error> {
    let request = identity::holder(&vault, &code).await?.ok_or(Error::Gone)?;
    html(&Prove {
        page,
        code,
        request,
        done: false,
    })
}

/// Nothing but the button.
#[derive(Deserialize)]
pub struct Button {}

/// The link was opened at the address we already had: that is who asks. The clock goes on.
///
/// # Errors
/// [`Error::Gone`] when the link is used up or too old.
pub async fn prove(
    Service(vault): Service<Vault>,
    Path(code): Path<String>,
    page: Page,
    _: Form<Button>,
) -> Result<Response, Error> {
    for _ in 0..4 {
        let request = identity::holder(&vault, &code).await?.ok_or(Error::Gone)?;
        let actor = Actor::Link {
            subject: request.subject,
            purpose: Purpose::Rights,
        };
        let said = page.t.s("rights-identity-said-link").to_owned();
        let level = Identity::Link;
        let word = level.as_str();
        let proven =
            identity::prove(&vault, actor, &request, level, (&said, word), Some(&code)).await;
        match proven {
            // An officer changed the case in the same moment: look again.
            Err(error) if was_changed(&error) => {}
            other => {
                other?;
                let request = super::one(&vault, request.id).await?.ok_or(Error::Gone)?;
                return html(&Prove {
                    page,
                    code: String::new(),
                    request,
                    done: true,
                });
            }
        }
    }
    Err(Error::Busy)
}
