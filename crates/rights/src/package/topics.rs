//! The pages of the copy that are not records: why and by what right, who gets it, where it comes from,
//! when it goes, what was said yes to, what was asked, who has looked; and the first page.

use declaration::{basis_name, vocabulary::Category};

use super::{
    first::index,
    parts,
    site::Site,
    write::{Stop, Writer},
};
use crate::{
    held::{card_of, openings::looked},
    words,
};

/// A page of cards.
pub(super) struct Topic {
    pub title: String,
    pub lead: String,
    pub items: Vec<Item>,
    /// What it says when there is nothing.
    pub empty: String,
    /// The machine file with the same; empty when there is none.
    pub file: String,
}

/// A card.
#[derive(Default)]
pub(super) struct Item {
    pub heading: String,
    pub aside: String,
    pub badge: &'static str,
    pub text: String,
    pub facts: Vec<(String, String)>,
}

/// Name and heading of each topic.
pub(super) const TOPICS: &[(&str, &str)] = &[
    ("purposes", "copy-topic-purposes"),
    ("recipients", "copy-topic-recipients"),
    ("sources", "copy-topic-sources"),
    ("retention", "copy-topic-retention"),
    ("consents", "copy-topic-consents"),
    ("requests", "copy-topic-requests"),
    ("openings", "copy-topic-openings"),
    ("erased", "copy-topic-erased"),
    ("rights", "copy-topic-rights"),
];

/// Writes every topic, what the slices keep, and the first page.
pub(super) fn write(writer: &mut Writer<'_>) -> Result<(), Stop> {
    type Make = fn(&Writer<'_>) -> Topic;
    let made: [(&str, Make); 9] = [
        ("purposes", purposes),
        ("recipients", recipients),
        ("sources", sources),
        ("retention", retention),
        ("consents", consents),
        ("requests", requests),
        ("openings", openings),
        ("erased", erased),
        ("rights", rights),
    ];
    for (name, topic) in made {
        put(writer, name, &topic(writer))?;
    }
    for aside in &writer.frame.asides {
        let topic = Topic {
            title: aside.title.clone(),
            lead: aside.lead.clone(),
            items: aside
                .rows
                .iter()
                .map(|row| row_item(writer, aside, row))
                .collect(),
            empty: writer.page.t.s("copy-none").to_owned(),
            file: format!("tables/{}.json", aside.name),
        };
        put(writer, aside.name, &topic)?;
    }
    let index = Site::index(&index(writer))?;
    Ok(writer.archive.file("index.html", index.as_bytes(), None)?)
}

fn put(writer: &mut Writer<'_>, name: &str, topic: &Topic) -> Result<(), Stop> {
    let text = writer.site.topic(writer.page, topic)?;
    let path = format!("pages/{name}.html");
    Ok(writer.archive.file(path, text.as_bytes(), None)?)
}

fn row_item(writer: &Writer<'_>, aside: &customers::Aside, row: &[customers::Cell]) -> Item {
    let said: Vec<String> = row
        .iter()
        .map(|cell| parts::said(writer.page, cell))
        .collect();
    let labels = aside.columns.iter().map(|(_, label)| label.clone());
    let facts: Vec<(String, String)> = labels.zip(said.iter().cloned()).skip(1).collect();
    Item {
        heading: said.first().cloned().unwrap_or_default(),
        facts,
        ..Item::default()
    }
}

/// A topic with the usual keys: `copy-topic-x`, `copy-lead-x`, and what it says when it is empty.
fn topic(writer: &Writer<'_>, [title, lead]: [&str; 2], items: Vec<Item>, file: &str) -> Topic {
    let text = &writer.page.t;
    Topic {
        title: text.s(title).to_owned(),
        lead: text.s(lead).to_owned(),
        items,
        empty: text.s("copy-none").to_owned(),
        file: file.to_owned(),
    }
}

fn purposes(writer: &Writer<'_>) -> Topic {
    let declaration = writer.vault.declaration();
    let page = writer.page;
    let tongue = words::tongue(page.lang);
    let used = |category: &Category| {
        let mut lines = writer.frame.holders.iter().flat_map(|holder| &holder.lines);
        lines.any(|line| line.info.category == *category)
    };
    let touched = declaration
        .purposes()
        .filter(|stated| stated.categories().iter().any(used));
    let items = touched.map(|stated| {
        let names = stated.categories().iter().filter(|category| used(category));
        let names: Vec<String> = names
            .map(|one| words::category(one.as_str(), page.lang))
            .collect();
        let label = |key: &str| page.t.s(key).to_owned();
        Item {
            heading: stated.title.in_lang(tongue).to_owned(),
            text: stated.why.in_lang(tongue).to_owned(),
            facts: vec![
                (
                    label("copy-basis"),
                    basis_name(stated.basis, tongue).to_owned(),
                ),
                (label("rights-what"), names.join(", ")),
            ],
            ..Item::default()
        }
    });
    let keys = ["copy-topic-purposes", "copy-lead-purposes"];
    topic(writer, keys, items.collect(), "declaration.json")
}

fn recipients(writer: &Writer<'_>) -> Topic {
    let declaration = writer.vault.declaration();
    let page = writer.page;
    let tongue = words::tongue(page.lang);
    let held = |name: &String| {
        let mut lines = writer.frame.holders.iter().flat_map(|holder| &holder.lines);
        lines.any(|line| line.info.category.as_str() == name)
    };
    let items = declaration.recipients().iter().filter_map(|one| {
        let names = one.categories.iter().filter(|name| held(name));
        let names: Vec<String> = names.map(|name| words::category(name, page.lang)).collect();
        (!names.is_empty()).then(|| Item {
            heading: one.name.clone(),
            aside: one.countries.join(", "),
            text: one.service.in_lang(tongue).to_owned(),
            facts: vec![(page.t.s("rights-what").to_owned(), names.join(", "))],
            ..Item::default()
        })
    });
    let keys = ["copy-topic-recipients", "copy-lead-recipients"];
    topic(writer, keys, items.collect(), "declaration.json")
}

fn sources(writer: &Writer<'_>) -> Topic {
    let text = &writer.page.t;
    let items = writer.sources.iter().map(|(kind, count)| Item {
        heading: first_up(words::source_of(text, kind)),
        aside: text.f1("copy-count", "count", *count),
        ..Item::default()
    });
    let keys = ["copy-topic-sources", "copy-lead-sources"];
    topic(writer, keys, items.collect(), "")
}

/// With a capital.
fn first_up(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().collect::<String>());
    format!("{}{}", first.unwrap_or_default(), chars.as_str())
}

fn retention(writer: &Writer<'_>) -> Topic {
    let (page, vault) = (writer.page, writer.vault);
    let mut items = Vec::new();
    for holder in &writer.frame.holders {
        for line in &holder.lines {
            let card = card_of(vault, &page.t, page.lang, &line.info, &line.holds);
            let whys = card.whys.into_iter().map(|why| (why.purpose, why.said));
            let holds = card.holds.into_iter().map(|(why, review)| {
                let label = page.t.s("rights-held-back").to_owned();
                (
                    label,
                    format!("{why}. {} {review}", page.t.s("rights-review")),
                )
            });
            items.push(Item {
                heading: card.name,
                aside: card.until,
                badge: card.badge,
                facts: whys.chain(holds).collect(),
                ..Item::default()
            });
        }
    }
    topic(
        writer,
        ["copy-topic-retention", "copy-lead-retention"],
        items,
        "",
    )
}

fn consents(writer: &Writer<'_>) -> Topic {
    let declaration = writer.vault.declaration();
    let page = writer.page;
    let items = writer.frame.consents.iter().rev().map(|line| {
        let given = line.state == vault::ConsentState::Given;
        let state = if given {
            "rights-consent-given"
        } else {
            "rights-consent-withdrawn"
        };
        let controller = declaration.controller(line.controller);
        let label = |key: &str| page.t.s(key).to_owned();
        Item {
            heading: words::purpose(&declaration, &line.purpose, page.lang),
            aside: page.t.s(state).to_owned(),
            badge: if given { "good" } else { "" },
            facts: vec![
                (label("rights-when"), page.at(line.at)),
                (label("copy-channel"), line.channel.clone()),
                (label("copy-topic"), line.topic.clone()),
                (
                    label("copy-text"),
                    page.t
                        .f1("rights-notice", "version", line.text_version.as_str()),
                ),
                (label("copy-form"), line.form.clone()),
                (
                    label("copy-controller"),
                    controller.map_or_else(String::new, |one| one.name.clone()),
                ),
            ],
            ..Item::default()
        }
    });
    let keys = ["copy-topic-consents", "copy-lead-consents"];
    topic(writer, keys, items.collect(), "consents.json")
}

fn requests(writer: &Writer<'_>) -> Topic {
    let page = writer.page;
    let items = writer.frame.requests.iter().map(|one| {
        let label = |key: &str| page.t.s(key).to_owned();
        let answered = one.answered_at.map_or_else(String::new, |at| page.on(at));
        Item {
            heading: page.t.s(one.kind.key()).to_owned(),
            aside: page.t.s(one.state.key()).to_owned(),
            facts: vec![
                (label("copy-came"), page.on(one.received_at)),
                (
                    label("rights-how-came"),
                    page.t.s(one.channel.key()).to_owned(),
                ),
                (label("rights-answer-by"), page.on(one.last_day())),
                (label("rights-state-answered"), answered),
            ],
            ..Item::default()
        }
    });
    let keys = ["copy-topic-requests", "copy-lead-requests"];
    topic(writer, keys, items.collect(), "requests.json")
}

fn openings(writer: &Writer<'_>) -> Topic {
    let declaration = writer.vault.declaration();
    let page = writer.page;
    let items = writer.frame.openings.iter().map(|line| {
        let words = looked(&declaration, &page.t, page.lang, line);
        let label = |key: &str| page.t.s(key).to_owned();
        Item {
            heading: page.at(words.at),
            aside: words.who,
            facts: vec![
                (
                    label("rights-why"),
                    format!("{} · {}", words.purpose, words.case),
                ),
                (label("rights-what"), words.categories.join(", ")),
            ],
            ..Item::default()
        }
    });
    let keys = ["copy-topic-openings", "copy-lead-openings"];
    topic(writer, keys, items.collect(), "openings.json")
}

fn erased(writer: &Writer<'_>) -> Topic {
    let page = writer.page;
    let items = writer.frame.erased.iter().map(|(category, at, rule)| Item {
        heading: words::category(category.as_str(), page.lang),
        aside: page.on(*at),
        text: words::rule(writer.vault, rule, page.lang),
        ..Item::default()
    });
    let keys = ["copy-topic-erased", "copy-lead-erased"];
    topic(writer, keys, items.collect(), "erased.json")
}

fn rights(writer: &Writer<'_>) -> Topic {
    let declaration = writer.vault.declaration();
    let tongue = words::tongue(writer.page.lang);
    let rights = declaration.source().rights.iter();
    let items = rights.map(|right| Item {
        heading: right.title.in_lang(tongue).to_owned(),
        aside: writer
            .page
            .t
            .f1("copy-article", "number", right.article.as_str()),
        text: right.text.in_lang(tongue).to_owned(),
        ..Item::default()
    });
    let keys = ["copy-topic-rights", "copy-lead-rights"];
    topic(writer, keys, items.collect(), "declaration.json")
}
