//! Which text this is, and whose.

use std::collections::BTreeSet;

use super::{Marks, is_day};
use crate::source::{Controller, Source};

pub(super) fn check(source: &Source, marks: &mut Marks<'_>) {
    statement(source, marks);
    let controllers = &source.controllers;
    marks.when(
        controllers.is_empty(),
        "",
        "controller-missing",
        "nobody is responsible",
    );
    let (mut ids, mut keys) = (BTreeSet::new(), BTreeSet::new());
    for (index, controller) in controllers.iter().enumerate() {
        let path = format!("controller/{index}");
        if !ids.insert(controller.id) || !keys.insert(&controller.key) {
            marks.say(
                &path,
                "controller-twice",
                format!("`{}` stands twice", controller.key),
            );
        }
        contacts(controller, &path, marks);
    }
    let essence = source
        .arrangement
        .as_ref()
        .and_then(|arrangement| arrangement.essence.as_ref());
    let said = "how the controllers share their duties is not said";
    marks.when(
        controllers.len() > 1 && essence.is_none(),
        "arrangement",
        "arrangement-missing",
        said,
    );
    if let Some(attested) = source
        .arrangement
        .as_ref()
        .and_then(|found| found.attested.as_ref())
    {
        super::clauses::attested(attested, "arrangement/attested", marks);
    }
}

fn statement(source: &Source, marks: &mut Marks<'_>) {
    let statement = &source.statement;
    let day = statement.effective_on.as_deref();
    marks.when(
        statement.version.is_none(),
        "statement",
        "version-missing",
        "the text has no version",
    );
    let dated = day.is_some_and(is_day);
    let path = "statement/effective_on";
    marks.when(
        !dated,
        path,
        "date-missing",
        "the text has no date from which it holds",
    );
    let said = "what is new is not said";
    marks.when(
        statement.summary.is_none(),
        "statement",
        "summary-missing",
        said,
    );
}

fn contacts(controller: &Controller, path: &str, marks: &mut Marks<'_>) {
    let name = &controller.name;
    if values::OrgNo::parse(&controller.org_no).is_err() {
        let at = format!("{path}/org_no");
        marks.say(
            &at,
            "org-no-wrong",
            format!("the organisation number of {name} is wrong"),
        );
    }
    let phone = controller.phone.strip_prefix('+').unwrap_or_default();
    let dialled = phone.len() >= 8 && phone.bytes().all(|byte| byte.is_ascii_digit());
    if controller.address.is_empty() || !controller.email.contains('@') || !dialled {
        let said = format!("{name} cannot be reached by letter, e-mail and phone");
        marks.say(path, "contact-missing", said);
    }
    if controller.privacy_contact.is_none() {
        let said = format!("whether {name} has a data protection officer is not said");
        marks.say(path, "privacy-contact-missing", said);
    }
}
