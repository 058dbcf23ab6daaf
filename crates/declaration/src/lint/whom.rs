//! Recipients, agreements, places, and the word "only".

use std::collections::BTreeSet;

use super::{EEA, Marks, bound, is_day};
use crate::source::{Recipient, Source};
use crate::text::Text;

pub(super) fn check(source: &Source, marks: &mut Marks<'_>) {
    let recipients = &source.recipients;
    marks.when(
        recipients.is_empty(),
        "",
        "recipients-missing",
        "no recipient is named",
    );
    let mut keys = BTreeSet::new();
    for (index, recipient) in recipients.iter().enumerate() {
        let path = format!("recipient/{index}");
        if !keys.insert(&recipient.key) {
            marks.say(
                &path,
                "recipient-twice",
                format!("`{}` stands twice", recipient.key),
            );
        }
        named(recipient, &path, marks);
        places(recipient, &path, marks);
        agreements(source, recipient, &path, marks);
        let (purposes, categories) = (&recipient.purposes, &recipient.categories);
        bound(
            source,
            purposes,
            categories,
            &path,
            "recipient-undeclared",
            marks,
        );
    }
    storage(source, marks);
    only(source, marks);
}

fn named(recipient: &Recipient, path: &str, marks: &mut Marks<'_>) {
    let nameless = recipient.name.trim().is_empty();
    marks.when(
        nameless,
        path,
        "recipient-name-missing",
        "a recipient without a name",
    );
    if recipient.placeholder {
        let said = format!("the name of `{}` is still to be filled in", recipient.key);
        marks.say(path, "recipient-placeholder", said);
    }
    let kinds = ["processor", "controller", "recipient"];
    if !kinds.contains(&recipient.kind.as_str()) {
        let said = format!("`{}` is no kind of recipient", recipient.kind);
        marks.say(&format!("{path}/kind"), "recipient-kind-unknown", said);
    }
}

fn places(recipient: &Recipient, path: &str, marks: &mut Marks<'_>) {
    let countries = &recipient.countries;
    let said = "in which country is not said";
    marks.when(
        countries.is_empty(),
        path,
        "recipient-country-missing",
        said,
    );
    let abroad = countries
        .iter()
        .position(|country| !EEA.contains(&country.as_str()));
    if let (Some(index), None) = (abroad, &recipient.safeguard) {
        let said = format!(
            "`{}` takes data outside the EEA without a safeguard",
            recipient.key
        );
        marks.say(
            &format!("{path}/countries/{index}"),
            "recipient-outside-eea",
            said,
        );
    }
}

/// Art. 28(3): the agreement binds each controller that uses the processor.
fn agreements(source: &Source, recipient: &Recipient, path: &str, marks: &mut Marks<'_>) {
    for (index, agreement) in recipient.agreements.iter().enumerate() {
        let at = format!("{path}/agreement/{index}");
        if !source
            .controllers
            .iter()
            .any(|controller| controller.key == agreement.controller)
        {
            let said = format!("`{}` is no controller", agreement.controller);
            marks.say(&at, "agreement-controller-unknown", said);
        }
        let words = [&agreement.document, &agreement.by];
        let blank = words.iter().any(|words| words.trim().is_empty());
        let said = "the agreement lacks document, day or who vouches";
        marks.when(
            blank || !is_day(&agreement.signed_on),
            &at,
            "attested-incomplete",
            said,
        );
    }
    if recipient.kind != "processor" {
        return;
    }
    for controller in &source.controllers {
        if !recipient
            .agreements
            .iter()
            .any(|found| found.controller == controller.key)
        {
            let said = format!(
                "{} has no agreement with {}",
                controller.name, recipient.name
            );
            marks.say(path, "agreement-missing", said);
        }
    }
}

fn storage(source: &Source, marks: &mut Marks<'_>) {
    for component in ["database", "backup", "mail"] {
        if !source
            .storage
            .iter()
            .any(|place| place.component == component)
        {
            let said = format!("where the {component} lies is not said");
            marks.say("storage", "storage-missing", said);
        }
    }
    for (index, place) in source.storage.iter().enumerate() {
        let path = format!("storage/{index}");
        if !EEA.contains(&place.country.as_str()) {
            let said = format!("the {} lies outside the EEA", place.component);
            marks.say(&format!("{path}/country"), "storage-outside-eea", said);
        }
        let ours = source
            .controllers
            .iter()
            .any(|one| one.key == place.operator);
        let theirs = source
            .recipients
            .iter()
            .any(|one| one.key == place.operator);
        let said = format!("`{}` runs it, but is not in the file", place.operator);
        marks.when(
            !(ours || theirs),
            &format!("{path}/operator"),
            "storage-operator-unknown",
            &said,
        );
    }
}

/// "Only us" is untrue beside recipients (X1), unless it says "on our instruction".
fn only(source: &Source, marks: &mut Marks<'_>) {
    if source.recipients.is_empty() {
        return;
    }
    let mut statements = Vec::new();
    let notices = [
        ("notices/access", &source.notices.access),
        ("notices/location", &source.notices.location),
    ];
    for (path, text) in notices {
        statements.extend(text.as_ref().map(|text| (path.to_owned(), text)));
    }
    let names: Vec<_> = source
        .controllers
        .iter()
        .map(|controller| controller.name.as_str())
        .collect();
    for (index, clause) in source.clauses.iter().enumerate() {
        if names.iter().any(|name| clause.text.nb.contains(name)) {
            statements.push((format!("clause/{index}/text"), &clause.text));
        }
    }
    for (path, text) in statements {
        let said = "\"only\" stands beside other recipients";
        marks.when(says_only(text), &path, "only-contradicted", said);
    }
}

fn says_only(text: &Text) -> bool {
    let has = |words: &str, only: &[&str], excuse: &str| {
        let words = words.to_lowercase();
        let spoken = words.split(|letter: char| !letter.is_alphabetic());
        spoken.into_iter().any(|word| only.contains(&word)) && !words.contains(excuse)
    };
    has(&text.nb, &["kun", "bare", "utelukkende"], "instruks")
        || has(&text.nn, &["berre", "kun"], "instruks")
        || has(&text.en, &["only", "solely", "exclusively"], "instruction")
}
