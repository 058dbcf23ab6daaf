//! Letters to existing customers (markedsføringsloven § 15 third paragraph): on a legitimate interest that
//! is stated, about own similar services, by e-mail, with a no that is offered where the address is given.

use std::collections::BTreeSet;

use super::{Marks, declares};
use crate::consents::Channel;
use crate::source::{CustomerTopicSource, Source};
use crate::text::{Lang, Text};
use crate::vocabulary::{Basis, Category, Purpose};

/// Words of a consent: nobody has given one here.
const CONSENT: &[&str] = &["samtykk", "godtar", "godtek", "consent", "agree", "accept"];

/// Words of a no.
const NO: &[&str] = &["nei", "reserver", " no", "opt out"];

pub(super) fn check(source: &Source, marks: &mut Marks<'_>) {
    let own = Purpose::CustomerNews.as_str();
    for (index, purpose) in source.purposes.iter().enumerate() {
        if purpose.id != own {
            continue;
        }
        let path = format!("purpose/{index}");
        let said = "nothing is said of what existing customers get letters about";
        let none = source.customer_topics.is_empty();
        marks.when(none, &path, "customer-topic-missing", said);
        let other = purpose.basis != Basis::LegitimateInterest.as_str();
        let said = "letters to existing customers rest on a legitimate interest";
        marks.when(other, &path, "customer-topic-missing", said);
        let unkept = !purpose.keep.contains_key(Category::Contact.as_str());
        let said = "how long the address is kept for letters to existing customers is not said";
        marks.when(unkept, &path, "customer-topic-missing", said);
    }
    let mut writes = BTreeSet::new();
    for (index, one) in source.customer_topics.iter().enumerate() {
        let path = format!("customer_topic/{index}");
        for said in unknown(source, one) {
            marks.say(&path, "customer-topic-unknown", said);
        }
        for key in controllers(source, one) {
            if !writes.insert(key) {
                let said = format!("`{key}` has another [[customer_topic]] already");
                marks.say(&path, "customer-topic-unknown", said);
            }
        }
        for said in words(&one.text) {
            marks.say(&path, "customer-topic-words", said);
        }
    }
}

fn controllers<'s>(source: &'s Source, one: &'s CustomerTopicSource) -> Vec<&'s str> {
    if one.controllers.is_empty() {
        return source.controllers.iter().map(|c| c.key.as_str()).collect();
    }
    one.controllers.iter().map(String::as_str).collect()
}

fn unknown(source: &Source, one: &CustomerTopicSource) -> Vec<String> {
    let mut found = Vec::new();
    if !declares(source, Purpose::CustomerNews.as_str()) {
        found.push("the purpose `customer_news` is not declared".to_owned());
    }
    if !declares(source, Purpose::Newsletter.as_str()) {
        found
            .push("the purpose `newsletter` is not declared, whose pages one leaves by".to_owned());
    }
    let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "_-".contains(c);
    if one.topic.is_empty() || one.topic.len() > 40 || !one.topic.chars().all(fits) {
        found.push("a topic is one short word in small letters".to_owned());
    }
    if one.channels != [Channel::Email.as_str()] {
        found.push(format!("`{}` is by e-mail and nothing else", one.topic));
    }
    let strange = one.controllers.iter();
    let strange = strange.filter(|key| !source.controllers.iter().any(|c| c.key == **key));
    found.extend(strange.map(|key| format!("`{key}` is no controller")));
    found
}

fn words(text: &Text) -> Vec<&'static str> {
    let all = Lang::ALL.map(|lang| text.in_lang(lang).to_lowercase());
    let says = |text: &String, list: &[&str]| list.iter().any(|word| text.contains(word));
    let mut found = Vec::new();
    if !all.iter().all(|text| text.contains("{controller}")) {
        found.push("the notice does not say who writes");
    }
    if !all.iter().all(|text| says(text, NO)) {
        found.push("the notice does not say that one can say no");
    }
    if all.iter().any(|text| says(text, CONSENT)) {
        found.push("the notice takes silence for consent");
    }
    found
}
