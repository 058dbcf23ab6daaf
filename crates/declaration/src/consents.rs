//! What a person can say yes to, in the exact words of the question (GDPR Art. 4(11), 7).
//!
//! A question is for one purpose, names who asks and by which channel, and speaks of nothing else.
//! The format has no key for an answer: none can be filled in beforehand.

use std::collections::BTreeSet;
use std::sync::{Mutex, OnceLock, PoisonError};

use serde::{Deserialize, Serialize};
use values::ControllerId;

use crate::model::{Controller, Declaration};
use crate::print::hash;
use crate::source::Source;
use crate::text::{Lang, Text};
use crate::vocabulary::Purpose;

/// `[[consent]]`: a question of consent. There is no key for an answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsentSource {
    /// A short word, such as `news`; what the ledger and the newsletter call it.
    pub topic: String,
    /// The one purpose it is for; its basis is consent.
    pub purpose: String,
    /// What the topic is called.
    pub name: Text,
    /// The question, with `{controller}` and `{channel}` where they are named.
    pub text: Text,
    /// `email`, `sms`, `phone`, `post`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Keys of the controllers that ask; empty: each of them, for itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<String>,
}

/// How somebody is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// By e-mail.
    Email,
    /// By text message.
    Sms,
    /// By phone.
    Phone,
    /// By post.
    Post,
}

impl Channel {
    /// All channels.
    pub const ALL: [Channel; 4] = [Channel::Email, Channel::Sms, Channel::Phone, Channel::Post];

    /// The word in the file and the ledger.
    pub const fn as_str(self) -> &'static str {
        match self {
            Channel::Email => "email",
            Channel::Sms => "sms",
            Channel::Phone => "phone",
            Channel::Post => "post",
        }
    }

    /// The channel of that word.
    pub fn from_name(name: &str) -> Option<Channel> {
        Channel::ALL.into_iter().find(|one| one.as_str() == name)
    }

    /// As it stands in a question: `på e-post`.
    pub const fn words(self, lang: Lang) -> &'static str {
        match (self, lang) {
            (Channel::Email, Lang::En) => "by e-mail",
            (Channel::Email, _) => "på e-post",
            (Channel::Sms, Lang::En) => "by text message",
            (Channel::Sms, _) => "på SMS",
            (Channel::Phone, Lang::En) => "by phone",
            (Channel::Phone, _) => "på telefon",
            (Channel::Post, Lang::En) => "by post",
            (Channel::Post, _) => "i posten",
        }
    }
}

/// A question that may be put: one purpose, one topic, to be answered for each controller and channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The purpose.
    pub purpose: Purpose,
    /// The topic's word.
    pub topic: &'static str,
    /// What the topic is called.
    pub name: Text,
    /// By which channels it is asked, one answer each.
    pub channels: Vec<Channel>,
    /// Which controllers ask, one answer each.
    pub controllers: Vec<ControllerId>,
    text: Text,
}

/// What a yes is a yes to, as fingerprints: of the exact words in their language, and of the facts
/// behind them. A yes holds for these and no others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedFor {
    /// The words as they were read.
    pub text: String,
    /// SHA-256 of language and words.
    pub text_hash: String,
    /// Purpose, basis, controller, channel, topic, categories of data, recipients with countries.
    pub facts: String,
    /// SHA-256 of them.
    pub facts_hash: String,
}

impl Question {
    pub(crate) fn all_of(source: &Source) -> Vec<Question> {
        source
            .consents
            .iter()
            .filter_map(|one| Question::from_source(one, source))
            .collect()
    }

    fn from_source(one: &ConsentSource, source: &Source) -> Option<Question> {
        let asks = |key: &String| one.controllers.is_empty() || one.controllers.contains(key);
        let controllers = source.controllers.iter().filter(|found| asks(&found.key));
        Some(Question {
            purpose: Purpose::from_name(&one.purpose)?,
            topic: lasting(&one.topic),
            name: one.name.clone(),
            channels: one
                .channels
                .iter()
                .filter_map(|name| Channel::from_name(name))
                .collect(),
            controllers: controllers
                .map(|found| ControllerId::from_raw(found.id))
                .collect(),
            text: one.text.clone(),
        })
    }

    /// The question in one controller's mouth, by one channel.
    pub fn words(&self, controller: &Controller, channel: Channel, lang: Lang) -> String {
        self.text
            .in_lang(lang)
            .replace("{controller}", &controller.name)
            .replace("{channel}", channel.words(lang))
    }
}

/// A word of a declaration or of the ledger for as long as the program runs. Those words are few: never
/// call it with what somebody typed.
pub fn lasting(word: &str) -> &'static str {
    static WORDS: OnceLock<Mutex<BTreeSet<&'static str>>> = OnceLock::new();
    let words = WORDS.get_or_init(Mutex::default);
    let mut words = words.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(known) = words.get(word) {
        return known;
    }
    // Clippy guards statements by this; these are a declaration's few words, and no statement is made of them.
    #[allow(clippy::disallowed_methods)]
    let kept: &'static str = Box::leak(word.to_owned().into_boxed_str());
    words.insert(kept);
    kept
}

impl Declaration {
    /// What a person can say yes to, in the order of the file.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The question about a topic of a purpose.
    pub fn question(&self, purpose: &str, topic: &str) -> Option<&Question> {
        let is = |one: &&Question| one.purpose.as_str() == purpose && one.topic == topic;
        self.questions.iter().find(is)
    }

    /// What a yes would be to, today; `None` when it is not asked for.
    pub fn asked_for(
        &self,
        purpose: &str,
        controller: ControllerId,
        channel: &str,
        topic: &str,
        lang: Lang,
    ) -> Option<AskedFor> {
        let question = self.question(purpose, topic)?;
        let channel = Channel::from_name(channel)?;
        let controller = self.controller(controller)?;
        if !question.channels.contains(&channel) || !question.controllers.contains(&controller.id) {
            return None;
        }
        let text = question.words(controller, channel, lang);
        let facts = self.facts_of(question, controller, channel);
        Some(AskedFor {
            text_hash: hash(&format!("{}\n{text}", lang.code())),
            facts_hash: hash(&facts),
            text,
            facts,
        })
    }

    /// One fact a line, so that two of them can be compared and the difference named.
    fn facts_of(&self, question: &Question, controller: &Controller, channel: Channel) -> String {
        let purpose = question.purpose.as_str();
        let source = self.source();
        let stated = source.purposes.iter().find(|one| one.id == purpose);
        let sorted = |list: &[String]| {
            let mut list = list.to_vec();
            list.sort_unstable();
            list.join(" ")
        };
        let (basis, uses) = stated.map_or_else(Default::default, |one| {
            (one.basis.clone(), sorted(&one.uses))
        });
        let mut lines = vec![
            format!("purpose {purpose}"),
            format!("basis {basis}"),
            format!("controller {}", controller.org_no),
            format!("channel {}", channel.as_str()),
            format!("topic {}", question.topic),
            format!("data {uses}"),
        ];
        let serving = source.recipients.iter();
        let serving = serving.filter(|one| one.purposes.iter().any(|id| id == purpose));
        let mut recipients: Vec<String> = serving
            .map(|one| format!("recipient {} {}", one.key, sorted(&one.countries)))
            .collect();
        recipients.sort_unstable();
        lines.extend(recipients);
        lines.join("\n")
    }
}
