//! `/stab/kan-vi-ringe`: before the first call or letter for sale somebody types a number, or a name and
//! a postal code, and reads yes or no. Nothing typed is kept, or stands in an address or the log.

use axum::response::Response;
use newsletter::decide::{Basis, Verdict, Whose, Why, may_be_called_from};
use serde::Deserialize;
use values::{Line, Phone, PostalCode, Typed};
use vault::Vault;
use web::{Colleague, Error, Errors, Page, Role, Service as Part, Signed, html, html_again};

use crate::{
    reach::{self, Addressee, Meant},
    wash::{self, Against},
};

/// What was typed.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    who: Typed,
    phone: Typed,
    name: Typed,
    postal_code: Typed,
    minor: Typed,
}

/// The same, parsed.
struct Parsed {
    whose: Whose,
    minor: bool,
    phone: Option<Phone>,
    letter: Option<(Line, PostalCode)>,
}

impl Parsed {
    fn addressee(&self) -> Option<Addressee<'_>> {
        self.letter.as_ref().map(|(name, postal_code)| Addressee {
            name: name.reveal(),
            postal_code,
        })
    }
}

/// Yes or no to one way, in words.
struct Answer {
    may: bool,
    said: String,
    why: String,
    when: String,
}

#[derive(askama::Template)]
#[template(path = "kan_ringe.html")]
struct Ask {
    page: Page,
    typed: Asked,
    errors: Errors,
    answers: Vec<Answer>,
    /// Whether one may get in touch, and hear a no.
    may: bool,
    lists: Vec<String>,
    takes_lists: bool,
    finds_companies: bool,
}

async fn view(vault: &Vault, page: Page, typed: Asked, errors: Errors) -> Result<Ask, Error> {
    let mut lists = Vec::new();
    for against in Against::ALL {
        lists.push(list_in_words(vault, &page, *against).await?);
    }
    let role = page.visitor.role();
    Ok(Ask {
        takes_lists: matches!(role, Some(Role::Marketing | Role::Privacy)),
        finds_companies: matches!(role, Some(Role::Marketing)),
        answers: Vec::new(),
        may: false,
        lists,
        page,
        typed,
        errors,
    })
}

/// How far the register's list reaches, in a sentence.
pub(super) async fn list_in_words(
    vault: &Vault,
    page: &Page,
    against: Against,
) -> Result<String, Error> {
    let list = wash::last(vault, against).await?;
    let (holds, ended, never) = match against {
        Against::Phone => ("wash-phone-holds", "wash-phone-ended", "wash-phone-never"),
        Against::Post => ("wash-post-holds", "wash-post-ended", "wash-post-never"),
    };
    let Some(list) = list else {
        return Ok(page.t.s(never).to_owned());
    };
    let (taken, lines) = (page.on(list.at), page.count(list.lines));
    let last_day = page.on(list.ends.plus_ms(-1));
    let arguments: [(&str, &dyn web::Arg); 4] = [
        ("taken", &taken),
        ("count", &list.lines),
        ("lines", &lines),
        ("until", &last_day),
    ];
    let key = if page.now() < list.ends { holds } else { ended };
    Ok(page.t.f(key, &arguments))
}

/// `GET /stab/kan-vi-ringe`.
pub(crate) async fn ask(Part(vault): Part<Vault>, page: Page) -> Result<Response, Error> {
    let typed = Asked {
        who: Typed::from("person"),
        ..Asked::default()
    };
    html(&view(&vault, page, typed, Errors::new()).await?)
}

/// `POST /stab/kan-vi-ringe`: the answer, on the page itself.
pub(crate) async fn answer(
    Part(vault): Part<Vault>,
    page: Page,
    who: Colleague,
    form: Signed<Asked>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let Some(parsed) = parse(&data, &mut errors) else {
        return html_again(&view(&vault, page, data, errors).await?);
    };
    let meant = Meant {
        controller: who.controller,
        whose: parsed.whose,
        minor: parsed.minor,
    };
    let mut answers = Vec::new();
    if let Some(phone) = &parsed.phone {
        let verdict = meant.call(&vault, phone).await?;
        answers.push(in_words(&page, Against::Phone, parsed.whose, verdict));
    }
    if let Some(to) = parsed.addressee() {
        let verdict = meant.write(&vault, &to).await?;
        answers.push(in_words(&page, Against::Post, parsed.whose, verdict));
    }
    let mut view = view(&vault, page, data, errors).await?;
    view.may = answers.iter().any(|answer| answer.may);
    view.answers = answers;
    html(&view)
}

/// `POST /stab/kan-vi-ringe/nei`: they said that they do not want to be called or written to.
pub(crate) async fn no(
    Part(vault): Part<Vault>,
    page: Page,
    form: Signed<Asked>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let Some(parsed) = parse(&data, &mut errors) else {
        return html_again(&view(&vault, page, data, errors).await?);
    };
    let to = parsed.addressee();
    reach::say_no(&vault, parsed.whose, parsed.phone.as_ref(), to.as_ref()).await?;
    Ok(page.go_saying("/stab/kan-vi-ringe", "notice-may-no"))
}

fn parse(typed: &Asked, errors: &mut Errors) -> Option<Parsed> {
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let name = errors.take("name", Line::parse_optional(typed.name.as_str()));
    let code = PostalCode::parse_optional(typed.postal_code.as_str());
    let code = errors.take("postal_code", code);
    let whose = match typed.who.as_str() {
        "person" => Some(Whose::Person),
        "business" => Some(Whose::Company),
        _ => {
            errors.add("who", "error-choice");
            None
        }
    };
    let letter = match (name?, code?) {
        (Some(name), Some(code)) => Some((name, code)),
        (Some(_), None) => {
            errors.add("postal_code", "may-error-postal-code");
            None
        }
        (None, Some(_)) => {
            errors.add("name", "may-error-name");
            None
        }
        (None, None) => None,
    };
    let phone = phone?;
    if phone.is_none() && letter.is_none() && !errors.any() {
        errors.add("phone", "may-error-nothing");
    }
    (!errors.any()).then_some(Parsed {
        whose: whose?,
        minor: !typed.minor.is_blank(),
        phone,
        letter,
    })
}

fn in_words(page: &Page, against: Against, whose: Whose, verdict: Verdict) -> Answer {
    let (may, key) = match verdict {
        Verdict::Yes(_) => (true, "yes"),
        Verdict::No(Why::NotNow) => (false, "later"),
        Verdict::No(_) => (false, "no"),
    };
    let way = match against {
        Against::Phone => "call",
        Against::Post => "write",
    };
    let why = match verdict {
        Verdict::Yes(Basis::NotReserved) if !whose.may_reserve() => "may-why-business",
        Verdict::Yes(Basis::NotReserved) => "may-why-free",
        Verdict::Yes(_) => "may-why-said-yes",
        Verdict::No(why) => why_key(why, against),
    };
    Answer {
        may,
        said: page.t.s(&format!("may-{way}-{key}")).to_owned(),
        why: page.t.s(why).to_owned(),
        when: when(page, against, whose, verdict),
    }
}

const fn why_key(why: Why, against: Against) -> &'static str {
    match (why, against) {
        (Why::Reserved, Against::Phone) => "may-why-reserved-phone",
        (Why::Reserved, Against::Post) => "may-why-reserved-post",
        (Why::NotWashed, _) => "may-why-not-washed",
        (Why::NotNow, _) => "may-why-not-now",
        (Why::Minor, _) => "may-why-minor",
        (Why::Restricted, _) => "may-why-restricted",
        (Why::Suppressed | Why::Objected | Why::Withdrawn, _) => "may-why-said-no",
        (Why::NotDeclared, _) => "may-why-not-declared",
        _ => "may-why-no-basis",
    }
}

/// When it becomes possible, or ceases to be; empty when there is nothing to say.
fn when(page: &Page, against: Against, whose: Whose, verdict: Verdict) -> String {
    let now = page.now();
    match verdict {
        Verdict::Yes(_) if against == Against::Phone && whose.may_reserve() => {
            page.t
                .f1("may-when-until", "time", page.time(reach::until(now)))
        }
        Verdict::Yes(_) => String::new(),
        Verdict::No(Why::NotNow) => {
            let from = may_be_called_from(now);
            let day = if from.local_date() == now.local_date() {
                page.t.s("may-when-today").to_owned()
            } else {
                page.on_day(from)
            };
            let time = page.time(from);
            let arguments: [(&str, &dyn web::Arg); 2] = [("day", &day), ("time", &time)];
            page.t.f("may-when-from", &arguments)
        }
        Verdict::No(Why::NotWashed) => {
            let month = page.month(now.local_date()).to_owned();
            page.t.f1("may-when-washed", "month", month)
        }
        Verdict::No(Why::Reserved) => page.t.s("may-when-reserved").to_owned(),
        Verdict::No(Why::Minor) => page.t.s("may-when-minor").to_owned(),
        Verdict::No(Why::Suppressed | Why::Objected | Why::Withdrawn) => {
            page.t.s("may-when-said-no").to_owned()
        }
        Verdict::No(_) => String::new(),
    }
}
