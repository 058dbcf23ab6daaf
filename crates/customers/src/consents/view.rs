//! What a page shows of consents: legal entity by legal entity, in the words of the question.

use declaration::{AskedFor, Declaration};
use values::ControllerId;
use vault::{Answers, ConsentLine, ConsentState, Vault, answers};
use web::{Lang, Page, Text};

use super::{Choice, choices, last_word};
use crate::words;

/// How a choice stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum State {
    /// No, or never answered.
    No,
    /// Yes.
    Yes,
    /// A yes to other words or facts than today's: not used until it is renewed.
    Again,
}

/// A legal entity and what it asks.
pub(crate) struct Entity {
    pub id: i64,
    pub name: String,
    pub choices: Vec<Row>,
}

/// One question with its answer.
pub(crate) struct Row {
    pub controller: i64,
    pub channel: &'static str,
    pub topic: &'static str,
    pub name: String,
    pub words: String,
    /// Fingerprint of what is shown, so that nobody answers words they have not seen.
    pub shown: String,
    pub state: State,
    pub since: String,
    /// What has changed since the yes: keys of messages.
    pub changed: Vec<&'static str>,
}

impl Row {
    pub(crate) fn yes(&self) -> bool {
        self.state == State::Yes
    }
    pub(crate) fn again(&self) -> bool {
        self.state == State::Again
    }
    /// Whether there is a yes to take back.
    pub(crate) fn said_yes(&self) -> bool {
        self.state != State::No
    }
}

/// Everything that is asked, with the person's answers.
pub(crate) async fn entities(
    page: &Page,
    vault: &Vault,
    lines: &[ConsentLine],
) -> Result<Vec<Entity>, vault::VaultError> {
    let declaration = vault.declaration();
    let mut entities: Vec<Entity> = Vec::new();
    for about in choices(&declaration) {
        let Some(row) = row(page, vault, &declaration, lines, about).await? else {
            continue;
        };
        match entities.iter_mut().find(|one| one.id == row.controller) {
            Some(entity) => entity.choices.push(row),
            None => entities.push(Entity {
                id: row.controller,
                name: controller_name(&declaration, about.controller),
                choices: vec![row],
            }),
        }
    }
    Ok(entities)
}

async fn row(
    page: &Page,
    vault: &Vault,
    declaration: &Declaration,
    lines: &[ConsentLine],
    about: Choice,
) -> Result<Option<Row>, vault::VaultError> {
    let Some(asked) = asked(declaration, about, page.lang) else {
        return Ok(None);
    };
    let line = last_word(lines, about);
    let state = line.map_or(State::No, |line| state(declaration, line));
    let changed = match line {
        Some(line) if state == State::Again => changed(vault, declaration, line, about).await?,
        _ => Vec::new(),
    };
    let since = line.map_or_else(String::new, |line| {
        let date = page.on(line.at);
        let key = match line.state {
            ConsentState::Given => "consent-yes-since",
            ConsentState::Withdrawn => "consent-no-since",
        };
        page.t.f1(key, "date", date.as_str())
    });
    Ok(Some(Row {
        controller: about.controller.get(),
        channel: about.channel.as_str(),
        topic: about.topic,
        name: topic_name(declaration, about.topic, page.lang),
        words: asked.text,
        shown: asked.text_hash,
        state,
        since,
        changed,
    }))
}

fn state(declaration: &Declaration, line: &ConsentLine) -> State {
    match (line.state, answers(declaration, line)) {
        (ConsentState::Given, Answers::Still | Answers::Covered) => State::Yes,
        (ConsentState::Given, Answers::Changed | Answers::NotAsked) => State::Again,
        (ConsentState::Withdrawn, _) => State::No,
    }
}

/// What is asked today, in a language.
pub(crate) fn asked(declaration: &Declaration, about: Choice, lang: Lang) -> Option<AskedFor> {
    let (channel, lang) = (about.channel.as_str(), words::lang(lang));
    declaration.asked_for("newsletter", about.controller, channel, about.topic, lang)
}

/// What is different from what the yes was given to.
async fn changed(
    vault: &Vault,
    declaration: &Declaration,
    line: &ConsentLine,
    about: Choice,
) -> Result<Vec<&'static str>, vault::VaultError> {
    let lang = declaration::Lang::from_code(&line.lang).unwrap_or_default();
    let channel = about.channel.as_str();
    let now = declaration.asked_for("newsletter", about.controller, channel, about.topic, lang);
    let Some(now) = now else {
        return Ok(Vec::new());
    };
    let mut keys = Vec::new();
    if !line.answers_words(&now) {
        keys.push("consent-changed-words");
    }
    if now.facts_hash != line.facts_hash {
        let before = vault.consent_facts(&line.facts_hash).await?;
        keys.extend(facts_changed(&before.unwrap_or_default(), &now.facts));
    }
    Ok(keys)
}

fn facts_changed(before: &str, now: &str) -> Vec<&'static str> {
    let of = |facts: &str, kind: &str| -> Vec<String> {
        let lines = facts.lines().filter(|line| line.starts_with(kind));
        lines.map(str::to_owned).collect()
    };
    let mut keys = Vec::new();
    for (kind, key) in [
        ("data ", "consent-changed-data"),
        ("recipient ", "consent-changed-recipients"),
        ("controller ", "consent-changed-controller"),
    ] {
        if of(before, kind) != of(now, kind) {
            keys.push(key);
        }
    }
    keys
}

pub(crate) fn controller_name(declaration: &Declaration, id: ControllerId) -> String {
    let found = declaration.controller(id);
    found.map_or_else(|| id.get().to_string(), |one| one.name.clone())
}

/// What a topic is called; its word when the declaration has it no longer.
pub(crate) fn topic_name(declaration: &Declaration, topic: &str, lang: Lang) -> String {
    let asked = declaration
        .question("newsletter", topic)
        .map(|one| &one.name);
    let of_customers = || {
        let mut topics = declaration.customer_topics().iter();
        topics.find(|one| one.topic == topic).map(|one| &one.name)
    };
    asked.or_else(of_customers).map_or_else(
        || topic.to_owned(),
        |name| name.in_lang(words::lang(lang)).to_owned(),
    )
}

/// The way a line came, in words.
pub(crate) fn way(form: &str, t: &Text) -> String {
    let key = match form {
        "min-side" => "consent-way-page",
        "link" | "newsletter-link" => "consent-way-link",
        "letter" => "consent-way-letter",
        "phone" => "consent-way-phone",
        "email" => "consent-way-email",
        "desk" => "consent-way-desk",
        "newsletter" => "consent-way-newsletter",
        "bestill" => "consent-way-booking",
        "stab" => "consent-way-phone-booking",
        "inntak" => "consent-way-intake",
        "utlevering" => "consent-way-handover",
        "complaint" => "consent-way-complaint",
        "import" => "consent-way-import",
        other => return other.to_owned(),
    };
    t.s(key).to_owned()
}

/// A line of the ledger in a sentence.
pub(crate) fn sentence(page: &Page, declaration: &Declaration, line: &ConsentLine) -> String {
    let controller = controller_name(declaration, line.controller);
    let topic = topic_name(declaration, &line.topic, page.lang);
    let values: [(&str, &dyn web::Arg); 3] = [
        ("controller", &controller.as_str()),
        ("topic", &topic.as_str()),
        ("version", &line.text_version.as_str()),
    ];
    let key = match line.state {
        ConsentState::Given if line.is_to_older_words() => "consent-past-older",
        ConsentState::Given => "consent-past-given",
        ConsentState::Withdrawn => "consent-past-withdrawn",
    };
    page.t.f(key, &values)
}
