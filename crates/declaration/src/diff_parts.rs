//! A declaration taken apart into comparable pieces.

use crate::source::{Keep, PurposeSource, Recipient, Source};
use crate::text::{Lang, Text};
use crate::vocabulary::{Basis, Category, field};
use crate::words::{basis_name, category_name, country_name, heading};

/// One part of a declaration with its aspects, in comparable form.
pub(crate) struct Part {
    pub(crate) section: &'static str,
    pub(crate) key: String,
    pub(crate) label: Text,
    pub(crate) aspects: Vec<(Text, Text)>,
}

/// Every part of a declaration, in the order of the page.
pub(crate) fn parts(source: &Source) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut part = |section, key: &str, label: Text, aspects| {
        parts.push(Part {
            section,
            key: key.to_owned(),
            label,
            aspects,
        });
    };
    for one in &source.controllers {
        let reach = [one.address.join(", "), one.email.clone(), one.phone.clone()].join(", ");
        let contact = one.privacy_contact.clone().unwrap_or_default();
        let aspects = vec![
            (head("letter"), same(&reach)),
            (head("privacy_contact"), contact),
        ];
        part("responsible", &one.key, same(&one.name), aspects);
    }
    for one in &source.purposes {
        part("purpose", &one.id, one.title.clone(), purpose(one));
    }
    for one in &source.consents {
        let said = [one.channels.join(", "), one.controllers.join(", ")].join(" ");
        let aspects = vec![
            (head("notice"), one.text.clone()),
            (head("for"), same(said.trim())),
        ];
        let key = format!("{}/{}", one.purpose, one.topic);
        part("question", &key, one.name.clone(), aspects);
    }
    for one in &source.sources {
        let notice = one.notice.clone().unwrap_or_default();
        let aspects = vec![
            (head("data_used"), one.what.clone()),
            (head("told"), notice),
        ];
        part("source", &one.key, one.name.clone(), aspects);
    }
    for one in &source.roles {
        let mut may = one.purposes.clone();
        may.extend(one.bulk.then(|| "bulk".to_owned()));
        may.extend(
            one.break_glass
                .iter()
                .map(|role| format!("break_glass = {role}")),
        );
        let aspects = vec![(head("purpose"), same(&may.join(", ")))];
        part("role", &one.id, one.title.clone(), aspects);
    }
    for one in &source.recipients {
        part("recipient", &one.key, same(&one.name), recipient(one));
    }
    for one in &source.storage {
        let place = each(|lang| country_name(&one.country, lang));
        part(
            "storage",
            &one.component,
            one.what.clone(),
            vec![(head("where"), place)],
        );
    }
    for (section, key, label, words) in sentences(source) {
        part(section, &key, label, vec![(head("notice"), words)]);
    }
    parts
}

fn purpose(one: &PurposeSource) -> Vec<(Text, Text)> {
    let basis = |lang| Basis::from_name(&one.basis).map_or("", |basis| basis_name(basis, lang));
    let mut aspects = vec![
        (head("reason"), one.why.clone()),
        (head("basis"), each(|lang| basis(lang).to_owned())),
        (head("law"), same(&one.law)),
        (head("interest"), one.interest.clone().unwrap_or_default()),
        (head("data_used"), each(|lang| categories(&one.uses, lang))),
        (
            head("counted"),
            each(|lang| crate::words::counted(&one.counts, lang)),
        ),
    ];
    aspects.extend(one.keep.iter().map(|(category, keep)| {
        let name = |lang| format!("{}: {}", heading("retention", lang), names(category, lang));
        (each(name), retention(keep))
    }));
    aspects
}

fn retention(keep: &Keep) -> Text {
    each(|lang| {
        let cases = keep.cases.iter().map(|case| case.text.in_lang(lang));
        let all: Vec<_> = std::iter::once(keep.text.in_lang(lang))
            .chain(cases)
            .collect();
        all.join("; ")
    })
}

fn recipient(one: &Recipient) -> Vec<(Text, Text)> {
    let place = |lang| {
        let places: Vec<_> = one
            .countries
            .iter()
            .map(|code| country_name(code, lang))
            .collect();
        places.join(", ")
    };
    let parties: Vec<_> = one
        .agreements
        .iter()
        .map(|found| found.controller.as_str())
        .collect();
    vec![
        (head("for"), one.service.clone()),
        (head("name"), same(&one.name)),
        (
            head("data_used"),
            each(|lang| categories(&one.categories, lang)),
        ),
        (head("transfers"), each(place)),
        (head("agreement"), same(&parties.join(", "))),
    ]
}

/// A part that consists of one sentence: section, key, label, words.
type Sentence = (&'static str, String, Text, Text);

fn sentences(source: &Source) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut say = |section, key: &str, label: Text, words: &Text| {
        found.push((section, key.to_owned(), label, words.clone()));
    };
    for one in &source.fields {
        say("field", &one.name, field_label(&one.name), &one.consequence);
    }
    for one in &source.customer_topics {
        let similar = format!("{}/similar", one.topic);
        say("customer_topic", &one.topic, one.name.clone(), &one.text);
        say("customer_topic", &similar, one.name.clone(), &one.similar);
    }
    for one in &source.device {
        say("on_device", &one.name, same(&one.name), &one.why);
    }
    for one in &source.rights {
        say("right", &one.id, one.title.clone(), &one.text);
    }
    for one in &source.measures {
        say("measure", &one.key, beginning(&one.text), &one.text);
    }
    for one in &source.obligations {
        say("obligation", &one.key, same(&one.law), &one.text);
    }
    for one in &source.links {
        say("link", &one.key, one.label.clone(), &one.note);
    }
    for one in &source.clauses {
        say("clause", &one.number, same(&one.number), &one.text);
    }
    if let Some(one) = &source.complaint {
        say("complaint", "complaint", same(&one.authority), &one.text);
    }
    found.extend(notices(source));
    found
}

fn notices(source: &Source) -> Vec<Sentence> {
    let answering = source.answering.as_ref();
    let deadline = answering
        .and_then(|one| one.deadline.as_ref())
        .map(|keep| &keep.text);
    let essence = source
        .arrangement
        .as_ref()
        .and_then(|one| one.essence.as_ref());
    let notices = &source.notices;
    let single = [
        ("arrangement", essence),
        ("automated", notices.automated_decisions.as_ref()),
        ("further", notices.further_purpose.as_ref()),
        ("marketing", notices.object_to_marketing.as_ref()),
        ("consent", notices.withdraw_consent.as_ref()),
        ("device", notices.device.as_ref()),
        ("statistics", notices.statistics.as_ref()),
        ("tracking", notices.tracking.as_ref()),
        ("evidence", notices.evidence.as_ref()),
        ("staff", notices.staff.as_ref()),
        ("where", notices.location.as_ref()),
        ("access", notices.access.as_ref()),
        ("answering", deadline),
    ];
    let said = single
        .into_iter()
        .filter_map(|(key, words)| Some((key, words?)));
    said.map(|(key, words)| ("notice", key.to_owned(), head(key), words.clone()))
        .collect()
}

/// Label of a field named `category.field`.
fn field_label(name: &str) -> Text {
    let known = name.split_once('.').and_then(|(category, name)| {
        let found = field(Category::from_name(category)?, name)?;
        Some(Text {
            nb: found.nb.into(),
            nn: found.nn.into(),
            en: found.en.into(),
        })
    });
    known.unwrap_or_else(|| same(name))
}

/// The first sentence.
fn beginning(text: &Text) -> Text {
    each(|lang| {
        text.in_lang(lang)
            .split(['.', ';'])
            .next()
            .unwrap_or_default()
            .to_owned()
    })
}

fn categories(list: &[String], lang: Lang) -> String {
    list.iter()
        .map(|name| names(name, lang))
        .collect::<Vec<_>>()
        .join(", ")
}

fn names(category: &str, lang: Lang) -> String {
    let known = Category::from_name(category);
    known.map_or_else(
        || category.to_owned(),
        |known| category_name(known, lang).to_owned(),
    )
}

fn head(key: &str) -> Text {
    each(|lang| heading(key, lang).to_owned())
}

fn same(words: &str) -> Text {
    each(|_| words.to_owned())
}

fn each(words: impl Fn(Lang) -> String) -> Text {
    Text {
        nb: words(Lang::Nb),
        nn: words(Lang::Nn),
        en: words(Lang::En),
    }
}
