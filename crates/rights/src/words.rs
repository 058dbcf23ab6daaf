//! Words for what the rows say: sources, reasons, purposes, outcomes; and the letters of this slice.

mod desk;

use declaration::{
    Declaration, Lang as Tongue, basis_name, category_name, day_name,
    vocabulary::{Category, Purpose, field},
};
use values::{Email, Moment};
use vault::Vault;
use web::{App, Lang, Text};

use crate::{
    erasure::{
        plan,
        receipt::{Line, Outcome},
    },
    requests::{Asked, Request},
};

pub(crate) use desk::*;

/// The declaration's language for a page's.
pub(crate) fn tongue(lang: Lang) -> Tongue {
    Tongue::from_code(lang.tag()).unwrap_or_default()
}

/// The language of that tag; bokmål for any other.
pub(crate) fn lang_of(tag: &str) -> Lang {
    Lang::ALL
        .into_iter()
        .find(|lang| lang.tag() == tag)
        .unwrap_or_default()
}

/// What a category is called; its name where the program knows none.
pub(crate) fn category(name: &str, lang: Lang) -> String {
    Category::from_name(name).map_or_else(
        || name.to_owned(),
        |one| category_name(one, tongue(lang)).to_owned(),
    )
}

/// The same for several.
pub(crate) fn categories(names: &[String], lang: Lang) -> String {
    let names: Vec<String> = names.iter().map(|name| category(name, lang)).collect();
    names.join(", ")
}

/// What a recipient of that key is called.
pub(crate) fn recipient(declaration: &Declaration, key: &str) -> String {
    let known = declaration.recipient(key);
    known.map_or_else(|| key.to_owned(), |one| one.name.clone())
}

/// What a field is called.
pub(crate) fn label(category: Category, name: &str, lang: Lang) -> String {
    let known = field(category, name);
    let label = known.map(|field| match lang {
        Lang::Nb => field.nb,
        Lang::Nn => field.nn,
        Lang::En => field.en,
    });
    label.unwrap_or(name).to_owned()
}

/// The heading of a purpose.
pub(crate) fn purpose(declaration: &Declaration, name: &str, lang: Lang) -> String {
    let stated = Purpose::from_name(name).and_then(|purpose| declaration.purpose(purpose));
    stated.map_or_else(
        || name.to_owned(),
        |one| one.title.in_lang(tongue(lang)).to_owned(),
    )
}

/// Its legal basis.
pub(crate) fn basis(declaration: &Declaration, name: &str, lang: Lang) -> &'static str {
    let stated = Purpose::from_name(name).and_then(|purpose| declaration.purpose(purpose));
    stated.map_or("", |one| basis_name(one.basis, tongue(lang)))
}

/// A day as people write it.
pub(crate) fn day(at: Moment, lang: Lang) -> String {
    day_name(at.local_date(), tongue(lang))
}

/// The last day something is kept: it goes at the midnight after.
pub(crate) fn last_day(until: Moment, lang: Lang) -> String {
    day(until.plus_ms(-1), lang)
}

/// Where a record comes from.
pub(crate) fn source(text: &Text, kind: &str) -> String {
    source_of(text, kind).to_owned()
}

/// The same, borrowed.
pub(crate) fn source_of<'a>(text: &'a Text, kind: &str) -> &'a str {
    let key = match kind {
        "data_subject" => "rights-source-you",
        "deliverer" => "rights-source-deliverer",
        "public_register" | "vehicle_register" | "register" => "rights-source-register",
        "staff_observation" | "staff" => "rights-source-staff",
        "derived" => "rights-source-derived",
        "public_web" => "rights-source-web",
        "other_workshop" => "rights-source-workshop",
        _ => "rights-source-other",
    };
    text.s(key)
}

/// As long as what.
pub(crate) fn as_long_as(text: &Text, source: &str) -> String {
    let key = match source {
        "booking" => "rights-while-booking",
        "visit" | "intake" => "rights-while-visit",
        "order" | "work_order" => "rights-while-order",
        "approval" => "rights-while-approval",
        "account" => "rights-while-account",
        "enquiry" => "rights-while-enquiry",
        "rights_request" => "rights-while-request",
        "consent" | "newsletter" => "rights-while-consent",
        "staff" => "rights-while-staff",
        "vehicle" => "rights-while-vehicle",
        "claim" => "rights-while-claim",
        _ => "rights-while-other",
    };
    text.s(key).to_owned()
}

/// A rule in words.
pub(crate) fn rule(vault: &Vault, cited: &str, lang: Lang) -> String {
    let rules = vault.rules();
    rules.cited(cited).map_or_else(
        || cited.to_owned(),
        |rule| rule.text.in_lang(tongue(lang)).to_owned(),
    )
}

/// Why something is held, by the words an officer can choose.
pub(crate) const HOLDS: &[(&str, &str)] = &[
    ("claim_open", "rights-hold-claim"),
    ("dispute", "rights-hold-dispute"),
    ("authority", "rights-hold-authority"),
];

/// Why something is held.
pub(crate) fn hold(text: &Text, reason: &str) -> String {
    let known = HOLDS.iter().find(|(name, _)| *name == reason);
    text.s(known.map_or("rights-hold-other", |(_, key)| *key))
        .to_owned()
}

/// What became of a category, in a sentence.
pub(crate) fn outcome(vault: &Vault, text: &Text, lang: Lang, line: &Line) -> String {
    match &line.outcome {
        Outcome::Destroyed => text.s("rights-outcome-destroyed").to_owned(),
        Outcome::Unfinished => text.s("rights-outcome-unfinished").to_owned(),
        Outcome::InUse => text.s("rights-finally-in-use").to_owned(),
        Outcome::Held { reason, review_on } => {
            let why = hold(text, reason);
            let day = review_on
                .parse()
                .map_or_else(|_| review_on.clone(), |date| day_name(date, tongue(lang)));
            text.f("rights-outcome-held", &[("why", &why), ("day", &day)])
        }
        Outcome::Kept {
            rule: cited,
            purpose: why,
            until,
        } => {
            let declaration = vault.declaration();
            let law = plan::law(&declaration, &vault.rules(), why, cited);
            let why = purpose(&declaration, why, lang);
            let until = Moment::from_millis(*until);
            if until.is_forever() {
                return text.f("rights-outcome-open", &[("why", &why), ("law", &law)]);
            }
            let day = last_day(until, lang);
            text.f(
                "rights-outcome-kept",
                &[("why", &why), ("law", &law), ("day", &day)],
            )
        }
    }
}

/// The whole answer to a request to be forgotten.
pub(crate) fn erased(
    app: &App,
    vault: &Vault,
    request: &Request,
    lines: &[Line],
    code: &str,
) -> String {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    let house = app.settings.house.as_str();
    let received = day(request.received_at, lang);
    let mut said = text.f(
        "rights-erased-top",
        &[("house", &house), ("received", &received)],
    );
    for line in lines {
        let name = category(&line.category, lang);
        said.push_str(&format!("\n\n{name}: {}", outcome(vault, text, lang, line)));
    }
    let link = format!(
        "{}{}/kvittering/{code}",
        app.settings.base_url,
        lang.prefix()
    );
    said.push_str("\n\n");
    said.push_str(&text.f("rights-erased-receipt", &[("code", &code)]));
    said.push_str(&format!("\n\n{link}\n\n"));
    let letter = vault.until(
        Purpose::Rights,
        Category::Correspondence,
        None,
        request.received_at,
    );
    let kept = letter.map_or_else(|_| String::new(), |(cited, _)| rule(vault, &cited, lang));
    said.push_str(&text.f1("rights-erased-work", "rule", kept.as_str()));
    said.push_str("\n\n");
    said.push_str(&complaint(vault, lang));
    said
}

/// Where one complains (Art. 12(4), 77), in the declaration's words.
pub(crate) fn complaint(vault: &Vault, lang: Lang) -> String {
    let declaration = vault.declaration();
    let complaint = declaration.source().complaint.as_ref();
    complaint.map_or_else(String::new, |one| {
        format!("{}\n\n{}", one.text.in_lang(tongue(lang)), one.url)
    })
}

/// The letter that says a request was received and when it is answered.
pub(crate) fn received(app: &App, asked: &Asked, due_at: Moment, to: Email) -> letters::Letter {
    let text = app.texts.of(asked.lang);
    let house = app.settings.house.as_str();
    let what = text.s(asked.kind.key()).to_owned();
    let (came, last) = (
        day(asked.received_at, asked.lang),
        last_day(due_at, asked.lang),
    );
    let subject = text.f1("rights-mail-received-subject", "house", house);
    let body = text.f(
        "rights-mail-received-body",
        &[
            ("what", &what),
            ("came", &came),
            ("last", &last),
            ("house", &house),
        ],
    );
    letters::Letter::new(to, subject, body)
        .in_lang(asked.lang)
        .from(asked.controller)
}

/// The letter with an answer.
pub(crate) fn answer_letter(
    app: &App,
    request: &Request,
    body: String,
    to: Email,
) -> letters::Letter {
    let lang = lang_of(&request.lang);
    let house = app.settings.house.as_str();
    let subject = app
        .texts
        .of(lang)
        .f1("rights-mail-answer-subject", "house", house);
    letters::Letter::new(to, subject, body)
        .in_lang(lang)
        .from(request.controller)
}

/// The words that say that more time is needed, and why.
pub(crate) fn extended(app: &App, request: &Request, why: &str, due_at: Moment) -> String {
    let lang = lang_of(&request.lang);
    let (came, last) = (day(request.received_at, lang), last_day(due_at, lang));
    let text = app.texts.of(lang);
    let said = text.f("rights-mail-extended", &[("came", &came), ("last", &last)]);
    format!("{said}\n\n{why}")
}

/// The last letter of an erasure that a hold kept back a part of.
pub(crate) fn finally_erased(app: &App, request: &Request, done: &[(String, String)]) -> String {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    let house = app.settings.house.as_str();
    let received = day(request.received_at, lang);
    let mut said = text.f(
        "rights-finally-top",
        &[("house", &house), ("received", &received)],
    );
    for (name, outcome) in done {
        let key = match outcome.as_str() {
            "destroyed" => "rights-outcome-destroyed",
            _ => "rights-finally-in-use",
        };
        said.push_str(&format!("\n\n{}: {}", category(name, lang), text.s(key)));
    }
    said
}
