//! Consents: one for each legal entity, topic and channel that the declaration asks about.
//!
//! A no is as easy as a yes: one button each. What is written down is in the ledger, which only
//! grows; the address to send to is kept as long as one yes stands, and a day longer. A yes holds for
//! the words and facts it was given to: what the declaration has changed since is asked again, and
//! nothing else is.

mod enter;
mod links;
mod no;
mod of_customers;
mod officer;
mod officer_customer;
mod pages;
mod panel;
mod proof;
mod receipt;
mod view;

use declaration::{Channel, Declaration, Question, vocabulary::Purpose};
use values::{ControllerId, Email, PersonName};
use vault::{ConsentLine, ConsentState, usable};

pub(crate) use enter::follow_email;
pub use enter::{Came, withdraw_everything};
pub use links::{acted as link_acted, link_for, open as link_open};
pub use no::{ask as no_ask, take as no_take};
pub(crate) use of_customers::withdraw_topic;
pub use officer::{find as officer_find, look as officer_look, search as officer_search};
pub use pages::{decide, show, withdraw_all};
pub(crate) use panel::ConsentsPanel;
pub use proof::{record_27560, records_27560};
pub use receipt::{by_link as receipt_by_link, show as receipt};
pub(crate) use view::controller_name;

const FORM: &str = "min-side";

vault::record! {
    /// Where to send the newsletter to; there is one while a yes stands.
    pub struct Subscriber in Marketing as "subscriber" {
        /// Name, as the letter greets it.
        name: Option<PersonName>,
        /// The address.
        email: Email,
        /// The words of the topics said yes to, separated by spaces.
        topics: Option<String>,
        /// Where the address is from.
        source: Option<String>,
    }
}

/// What a yes or a no is about: one legal entity, channel and topic. The purpose is the newsletter's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The legal entity.
    pub controller: ControllerId,
    /// The channel.
    pub channel: Channel,
    /// The topic's word.
    pub topic: &'static str,
}

/// A yes or a no.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Decision {
    pub about: Choice,
    pub yes: bool,
}

/// The questions of the newsletter, in the order of the declaration.
pub(crate) fn questions(declaration: &Declaration) -> impl Iterator<Item = &Question> {
    let all = declaration.questions().iter();
    all.filter(|one| one.purpose == Purpose::Newsletter)
}

/// Everything one can answer: legal entity by legal entity, topic by topic, channel by channel.
#[must_use]
pub fn choices(declaration: &Declaration) -> Vec<Choice> {
    let mut all = Vec::new();
    for controller in declaration.controllers() {
        for one in questions(declaration).filter(|one| one.controllers.contains(&controller.id)) {
            all.extend(one.channels.iter().map(|channel| Choice {
                controller: controller.id,
                channel: *channel,
                topic: one.topic,
            }));
        }
    }
    all
}

/// Everything one can say no to: what is asked, and the letters to existing customers.
pub(crate) fn refusable(declaration: &Declaration) -> Vec<Choice> {
    let mut all = choices(declaration);
    for controller in declaration.controllers() {
        if let Some(topic) = declaration.customer_topic_of(controller.id) {
            let choice = Choice {
                controller: controller.id,
                channel: Channel::Email,
                topic: topic.topic,
            };
            if !all.contains(&choice) {
                all.push(choice);
            }
        }
    }
    all
}

impl Choice {
    /// As a form writes it: `1-email-news`.
    #[must_use]
    pub fn word(&self) -> String {
        let (controller, channel) = (self.controller.get(), self.channel.as_str());
        format!("{controller}-{channel}-{}", self.topic)
    }

    /// The choice that a line is about; `None` for another purpose.
    #[must_use]
    pub fn of(line: &ConsentLine) -> Option<Self> {
        (line.purpose == Purpose::Newsletter.as_str()).then_some(())?;
        Some(Self {
            controller: line.controller,
            channel: Channel::from_name(&line.channel)?,
            topic: declaration::lasting(&line.topic),
        })
    }

    /// The number under which a yes keeps the address.
    #[must_use]
    pub fn slot(&self) -> i64 {
        let number = match (self.channel, self.topic) {
            (Channel::Email, "news") => 0,
            (Channel::Email, "technical") => 1,
            // FNV-1a, folded: the order of the declaration must not move a number.
            (channel, topic) => {
                let bytes = channel.as_str().bytes().chain([b'/']).chain(topic.bytes());
                let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                    (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
                });
                1_000 + (hash >> 33) as i64
            }
        };
        if number < 1_000 {
            return self.controller.get() * 1_000 + number;
        }
        (self.controller.get() << 40) + number
    }
}

/// The last word on a choice.
pub(crate) fn last_word(lines: &[ConsentLine], about: Choice) -> Option<&ConsentLine> {
    lines.iter().find(|line| Choice::of(line) == Some(about))
}

/// Whether a yes stands that may be used.
pub(crate) fn stands(declaration: &Declaration, lines: &[ConsentLine], about: Choice) -> bool {
    last_word(lines, about).is_some_and(|line| usable(declaration, line))
}

/// Every yes that has not been taken back, whether or not it may be used today.
pub(crate) fn given(lines: &[ConsentLine]) -> Vec<Choice> {
    let yes = lines
        .iter()
        .filter(|line| line.state == ConsentState::Given);
    yes.filter_map(Choice::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_its_own_and_stays() {
        let of = |controller, channel, topic| {
            let controller = ControllerId::from_raw(controller);
            Choice {
                controller,
                channel,
                topic,
            }
            .slot()
        };
        assert_eq!(of(1, Channel::Email, "news"), 1000);
        assert_eq!(of(2, Channel::Email, "technical"), 2001);
        let mut all = Vec::new();
        for controller in 1..4 {
            for channel in Channel::ALL {
                for topic in ["news", "technical", "courses", "offers"] {
                    all.push(of(controller, channel, topic));
                }
            }
        }
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 48);
    }
}
