//! The letters and sentences of the rights desk.

use declaration::vocabulary::{Category, purpose::Rights};
use values::{Email, Moment, SubjectId};
use vault::{Actor, Ask, Vault, VaultError};
use web::{App, Lang, Text};

use super::{complaint, day, lang_of, last_day};
use crate::requests::{self, Asked, Identity, Request, State, What, identity::Link};

/// A field of a colleague's own record, such as the name; the log has that it was opened.
pub(crate) async fn staff_field(
    vault: &Vault,
    actor: Actor,
    staff: SubjectId,
    case: i64,
    field: &str,
) -> Result<Option<String>, VaultError> {
    let ask = Ask::open(actor, staff)
        .of(&[Category::Staff])
        .case(requests::SOURCE, case);
    let permit = match vault.permit::<Rights>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => return Ok(None),
        Err(error) => return Err(error),
    };
    let mut found = None;
    for raw in vault.everything(staff).await? {
        if raw.category == Category::Staff {
            let opened = vault.open_any(&permit, &raw)?;
            found = opened.field(field).map(str::to_owned).or(found);
        }
    }
    Ok(found)
}

/// Who did something, where it was no colleague.
pub(crate) fn actor(text: &Text, kind: &str) -> String {
    let key = match kind {
        "subject" => "rights-actor-subject",
        "link" => "rights-actor-link",
        "visitor" => "rights-actor-visitor",
        _ => "rights-actor-chore",
    };
    text.s(key).to_owned()
}

fn subject_line(app: &App, lang: Lang) -> String {
    let house = app.settings.house.as_str();
    let text = app.texts.of(lang);
    text.f1("rights-mail-received-subject", "house", house)
}

fn address(app: &App, lang: Lang, path: &str) -> String {
    format!("{}{}{path}", app.settings.base_url, lang.prefix())
}

/// Somebody asked in the name of a person we know: the link shows whether it was them.
pub(crate) fn received_with_link(
    app: &App,
    asked: &Asked,
    link: &Link,
    to: Email,
) -> letters::Letter {
    let text = app.texts.of(asked.lang);
    let what = text.s(asked.kind.key()).to_owned();
    let body = text.f(
        "rights-mail-link-body",
        &[
            ("what", &what),
            ("came", &day(asked.received_at, asked.lang)),
            ("link", &address(app, asked.lang, &link.path())),
            ("last", &last_day(link.good_until, asked.lang)),
            ("house", &app.settings.house.as_str()),
        ],
    );
    letters::Letter::new(to, subject_line(app, asked.lang), body)
        .in_lang(asked.lang)
        .from(asked.controller)
        .until(link.good_until)
}

/// Somebody asked from an address that we do not have.
pub(crate) fn received_in_doubt(app: &App, asked: &Asked, to: Email) -> letters::Letter {
    let text = app.texts.of(asked.lang);
    let what = text.s(asked.kind.key()).to_owned();
    let body = text.f(
        "rights-mail-doubt-body",
        &[
            ("what", &what),
            ("came", &day(asked.received_at, asked.lang)),
            ("house", &app.settings.house.as_str()),
        ],
    );
    letters::Letter::new(to, subject_line(app, asked.lang), body)
        .in_lang(asked.lang)
        .from(asked.controller)
}

/// An officer doubts who asked: the link shows it.
pub(crate) fn who_are_you(app: &App, request: &Request, link: &Link, to: Email) -> letters::Letter {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    let what = text.s(request.kind.key()).to_owned();
    let body = text.f(
        "rights-mail-link-body",
        &[
            ("what", &what),
            ("came", &day(request.received_at, lang)),
            ("link", &address(app, lang, &link.path())),
            ("last", &last_day(link.good_until, lang)),
            ("house", &app.settings.house.as_str()),
        ],
    );
    letters::Letter::new(to, subject_line(app, lang), body)
        .in_lang(lang)
        .from(request.controller)
        .until(link.good_until)
}

/// To a colleague: a date is near, or past. Nothing of the person in it.
pub(crate) fn reminder(app: &App, request: &Request, stage: What, to: Email) -> letters::Letter {
    let text = app.texts.of(Lang::Nb);
    let what = text.s(request.kind.key()).to_owned();
    let path = format!("/stab/personvern/krav/{}", request.id.get());
    let key = match stage {
        What::Overdue => ("rights-mail-overdue-subject", "rights-mail-overdue-body"),
        _ => ("rights-mail-reminder-subject", "rights-mail-reminder-body"),
    };
    let args: [(&str, &dyn web::Arg); 3] = [
        ("what", &what),
        ("last", &day(request.last_day(), Lang::Nb)),
        ("link", &address(app, Lang::Nb, &path)),
    ];
    letters::Letter::new(to, text.f(key.0, &args), text.f(key.1, &args)).from(request.controller)
}

/// To a colleague: a hold they answer for runs out. Nothing of the person in it.
pub(crate) fn hold_reminder(
    app: &App,
    hold: &vault::HoldLine,
    review: jiff::civil::Date,
    to: Email,
) -> letters::Letter {
    let text = app.texts.of(Lang::Nb);
    let args: [(&str, &dyn web::Arg); 4] = [
        ("what", &super::category(&hold.category, Lang::Nb)),
        ("why", &super::hold(text, &hold.reason)),
        ("last", &day(Moment::at_local(review, 12, 0), Lang::Nb)),
        ("link", &address(app, Lang::Nb, "/stab/personvern/hold")),
    ];
    let subject = text.f("rights-mail-hold-subject", &args);
    letters::Letter::new(to, subject, text.f("rights-mail-hold-body", &args))
}

/// The answer to a request, with the ways on (Art. 12(4)); a refusal for doubt says so (Art. 12(6)).
pub(crate) fn answered(
    app: &App,
    vault: &Vault,
    request: &Request,
    state: State,
    words: &str,
) -> String {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    let mut said = words.to_owned();
    if state == State::Refused && request.identity == Identity::InDoubt {
        said.push_str("\n\n");
        said.push_str(text.s("rights-refused-in-doubt"));
    }
    if state == State::Refused {
        said.push_str("\n\n");
        said.push_str(text.s("rights-refused-court"));
    }
    said.push_str("\n\n");
    said.push_str(&complaint(vault, lang));
    said
}

/// What an officer put right by hand, before the words of the answer.
pub(crate) fn changed(app: &App, request: &Request, what: Option<&str>, words: &str) -> String {
    let text = app.texts.of(lang_of(&request.lang));
    match what {
        Some(what) => format!(
            "{}\n\n{words}",
            text.f1("rights-changed-said", "what", what)
        ),
        None => words.to_owned(),
    }
}

/// What was asked to be corrected is corrected.
pub(crate) fn corrected(app: &App, vault: &Vault, request: &Request, owed: usize) -> String {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    let mut said = text.s("rights-corrected-said").to_owned();
    if owed > 0 {
        said.push_str("\n\n");
        said.push_str(&text.f1("rights-corrected-told", "count", owed));
    }
    said.push_str("\n\n");
    said.push_str(&complaint(vault, lang));
    said
}

/// The notice before a restriction is lifted (Art. 18(3)).
pub(crate) fn will_be_lifted(app: &App, request: &Request, why: &str) -> String {
    let lang = lang_of(&request.lang);
    let text = app.texts.of(lang);
    format!("{}\n\n{why}", text.s("rights-will-be-lifted"))
}
