//! Questions of consent: apart from everything else, one purpose each, nothing answered beforehand
//! (GDPR Art. 4(11), 7(2), 7(4), 25(2)).

use std::collections::BTreeSet;

use super::Marks;
use crate::consents::{Channel, ConsentSource};
use crate::source::Source;
use crate::text::{Lang, Text};

const CONSENT: &str = "6(1)(a)";

/// Words of terms and orders: a consent is asked apart from them.
const BUNDLED: &[&str] = &[
    "vilkår",
    "betingelse",
    "bestilling",
    "kontrakt",
    "terms",
    "condition",
    "booking",
    "contract",
    "personvernerklæring",
    "personvernfråsegn",
    "privacy declaration",
];

/// Words of a yes that nobody said.
const BY_DEFAULT: &[&str] = &[
    "med mindre",
    "hvis du ikke",
    "om du ikkje",
    "dersom du ikkje",
    "automatisk",
    "forhåndsvalgt",
    "unless",
    "if you do not",
    "automatically",
    "opt out",
    "reserverer deg",
    "reserverer meg",
];

pub(super) fn check(source: &Source, marks: &mut Marks<'_>) {
    for (index, purpose) in source.purposes.iter().enumerate() {
        let asked = source.consents.iter().any(|one| one.purpose == purpose.id);
        if purpose.basis == CONSENT && !asked {
            let said = format!("nobody is asked for the consent to `{}`", purpose.id);
            marks.say(&format!("purpose/{index}"), "consent-missing", said);
        }
    }
    let mut seen = BTreeSet::new();
    for (index, one) in source.consents.iter().enumerate() {
        let path = format!("consent/{index}");
        for said in unknown(source, one) {
            marks.say(&path, "consent-unknown", said);
        }
        if !seen.insert((&one.purpose, &one.topic)) {
            marks.say(
                &path,
                "consent-unknown",
                format!("`{}` stands twice", one.topic),
            );
        }
        words(&one.text, &path, marks);
    }
}

fn unknown(source: &Source, one: &ConsentSource) -> Vec<String> {
    let mut found = Vec::new();
    let on_consent = |id: &str| {
        source
            .purposes
            .iter()
            .any(|p| p.id == id && p.basis == CONSENT)
    };
    if !on_consent(&one.purpose) {
        found.push(format!(
            "`{}` is no declared purpose on consent",
            one.purpose
        ));
    }
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    if one.topic.is_empty() || one.topic.len() > 40 || !one.topic.chars().all(fits) {
        found.push("a topic is one short word in small letters".to_owned());
    }
    if one.channels.is_empty() {
        found.push(format!("`{}` names no channel", one.topic));
    }
    let channels = one.channels.iter();
    let strange = channels.filter(|name| Channel::from_name(name).is_none());
    found.extend(strange.map(|name| format!("`{name}` is no channel")));
    let keys = one.controllers.iter();
    let strange = keys.filter(|key| !source.controllers.iter().any(|found| found.key == **key));
    found.extend(strange.map(|key| format!("`{key}` is no controller")));
    found
}

fn words(text: &Text, path: &str, marks: &mut Marks<'_>) {
    let all = Lang::ALL.map(|lang| text.in_lang(lang).to_lowercase());
    let says = |list: &[&str]| {
        list.iter()
            .any(|word| all.iter().any(|text| text.contains(word)))
    };
    let names = |part: &str| all.iter().all(|text| text.contains(part));
    let unnamed = !names("{controller}") || !names("{channel}");
    marks.when(
        unnamed,
        path,
        "consent-unnamed",
        "the question does not say who asks and by which channel",
    );
    marks.when(
        says(BUNDLED),
        path,
        "consent-bundled",
        "the question speaks of something else too",
    );
    marks.when(
        says(BY_DEFAULT),
        path,
        "consent-default",
        "the question takes silence for a yes",
    );
}
