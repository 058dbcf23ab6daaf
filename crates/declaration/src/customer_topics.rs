//! What existing customers get letters about without having said yes (markedsføringsloven § 15 third
//! paragraph): a legal entity's own services, similar to those it sold, to whoever was offered an easy no
//! when they gave their address and has not said it.
//!
//! The basis is the purpose `customer_news`: a legitimate interest, declared with it. Without the purpose
//! there is no such topic, whatever else stands in the file.

use serde::{Deserialize, Serialize};
use values::ControllerId;

use crate::consents::{Channel, lasting};
use crate::model::{Controller, Declaration};
use crate::print::hash;
use crate::source::Source;
use crate::text::{Lang, Text};
use crate::vocabulary::{Basis, Category, Purpose};

/// `[[customer_topic]]`: what the letters to existing customers of a legal entity are about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CustomerTopicSource {
    /// A short word; where a `[[consent]]` has the same, whoever said yes to that is written to as well.
    pub topic: String,
    /// What the topic is called.
    pub name: Text,
    /// Which own services, similar to those sold, the letters are about.
    pub similar: Text,
    /// The notice where the address is given, with `{controller}`; it says that one can say no.
    pub text: Text,
    /// `email`: the program writes to existing customers by no other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<String>,
    /// Keys of the controllers that write; empty: each of them, for itself.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<String>,
}

/// What existing customers get letters about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomerTopic {
    /// The topic's word.
    pub topic: &'static str,
    /// What it is called.
    pub name: Text,
    /// Which own services, similar to those sold, the letters are about.
    pub similar: Text,
    /// Which controllers write, each to its own customers.
    pub controllers: Vec<ControllerId>,
    text: Text,
}

impl CustomerTopic {
    /// Those of a file, if the purpose is there, on a legitimate interest, and keeps the address.
    pub(crate) fn all_of(source: &Source) -> Vec<CustomerTopic> {
        let own = Purpose::CustomerNews.as_str();
        let contact = Category::Contact.as_str();
        let declared = source.purposes.iter().any(|one| {
            one.id == own
                && one.basis == Basis::LegitimateInterest.as_str()
                && one.keep.contains_key(contact)
        });
        let topics = source.customer_topics.iter().filter(|_| declared);
        topics.map(|one| CustomerTopic::of(one, source)).collect()
    }

    fn of(one: &CustomerTopicSource, source: &Source) -> CustomerTopic {
        let by_mail = one.channels.iter().any(|c| c == Channel::Email.as_str());
        let writes = |key: &String| one.controllers.is_empty() || one.controllers.contains(key);
        let controllers = source.controllers.iter();
        let controllers = controllers.filter(|found| by_mail && writes(&found.key));
        CustomerTopic {
            topic: lasting(&one.topic),
            name: one.name.clone(),
            similar: one.similar.clone(),
            controllers: controllers
                .map(|found| ControllerId::from_raw(found.id))
                .collect(),
            text: one.text.clone(),
        }
    }

    /// The notice, in one controller's mouth.
    pub fn words(&self, controller: &Controller, lang: Lang) -> String {
        let text = self.text.in_lang(lang);
        text.replace("{controller}", &controller.name)
    }
}

impl Declaration {
    /// What existing customers get letters about; none unless the house declares it.
    pub fn customer_topics(&self) -> &[CustomerTopic] {
        &self.customer_topics
    }

    /// What the existing customers of a controller get letters about.
    pub fn customer_topic_of(&self, controller: ControllerId) -> Option<&CustomerTopic> {
        let topics = self.customer_topics.iter();
        topics
            .into_iter()
            .find(|one| one.controllers.contains(&controller))
    }

    /// The notice of a controller where an address is given, and its fingerprint.
    pub fn customer_notice(
        &self,
        controller: ControllerId,
        lang: Lang,
    ) -> Option<(String, String)> {
        let topic = self.customer_topic_of(controller)?;
        let words = topic.words(self.controller(controller)?, lang);
        let print = hash(&format!("{}\n{words}", lang.code()));
        Some((words, print))
    }
}
