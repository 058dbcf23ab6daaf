//! What one can say yes to, and what one can wish for. The words are those of the consent ledger.

use declaration::{Channel, CustomerTopic, Declaration, Question, vocabulary::Purpose};
use values::ControllerId;
use vehicles::BodyType;
use web::{Lang, Page};

/// The channel of the ledger.
pub(crate) const CHANNEL: &str = Channel::Email.as_str();

/// A topic of one legal entity.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Choice {
    /// The legal entity.
    pub controller: ControllerId,
    /// The topic's word.
    pub topic: &'static str,
}

impl Choice {
    /// As a form or a code writes it: `1-news`.
    #[must_use]
    pub fn word(&self) -> String {
        format!("{}-{}", self.controller.get(), self.topic)
    }

    /// The choice that word stands for, if the declaration asks it.
    #[must_use]
    pub fn of_word(declaration: &Declaration, word: &str) -> Option<Self> {
        let mut all = all(declaration).into_iter();
        all.find(|choice| choice.word() == word)
    }

    /// The same for whatever a letter can be about, asked or not.
    #[must_use]
    pub fn of_letter(declaration: &Declaration, word: &str) -> Option<Self> {
        let mut all = written(declaration).into_iter();
        all.find(|choice| choice.word() == word)
    }

    /// The choice that word stood for when we wrote it ourselves, whether or not the declaration still asks
    /// it. Never call it with what somebody typed.
    pub(crate) fn of_old_word(word: &str) -> Option<Self> {
        let (controller, topic) = word.split_once('-')?;
        Some(Self {
            controller: ControllerId::from_raw(controller.parse().ok()?),
            topic: declaration::lasting(topic),
        })
    }

    /// What the topic is called; empty when the declaration does not ask it any more.
    #[must_use]
    pub fn name(&self, declaration: &Declaration, lang: Lang) -> String {
        let asked = question(declaration, self.topic).map(|one| &one.name);
        let of_customers = || self.of_customers(declaration).map(|one| &one.name);
        asked
            .or_else(of_customers)
            .map_or_else(String::new, |name| name.in_lang(spoken(lang)).to_owned())
    }

    /// The words one says yes to, or gets told as a customer.
    #[must_use]
    pub fn words(&self, declaration: &Declaration, lang: Lang) -> String {
        let controller = declaration.controller(self.controller);
        let asked = question(declaration, self.topic).zip(controller);
        let asked =
            asked.map(|(one, controller)| one.words(controller, Channel::Email, spoken(lang)));
        let told = || declaration.customer_notice(self.controller, spoken(lang));
        asked
            .or_else(|| told().map(|(words, _)| words))
            .unwrap_or_default()
    }

    /// What it is called and whose it is, in a line of a page.
    #[must_use]
    pub fn line(&self, page: &Page, declaration: &Declaration) -> String {
        let controller = declaration.controller(self.controller);
        let controller = controller.map_or("", |one| one.name.as_str());
        let topic = self.name(declaration, page.lang);
        let values: [(&str, &dyn web::Arg); 2] = [("topic", &topic), ("controller", &controller)];
        page.t.f("newsletter-line", &values)
    }

    /// The topic as one of letters to existing customers, if the declaration has it for this legal entity.
    #[must_use]
    pub fn of_customers<'d>(&self, declaration: &'d Declaration) -> Option<&'d CustomerTopic> {
        let topic = declaration.customer_topic_of(self.controller)?;
        (topic.topic == self.topic).then_some(topic)
    }

    /// The number under which a yes keeps the address: the customer's own page uses the same.
    pub(crate) fn slot(&self) -> i64 {
        customers::ConsentChoice {
            controller: self.controller,
            channel: Channel::Email,
            topic: self.topic,
        }
        .slot()
    }
}

fn question<'d>(declaration: &'d Declaration, topic: &str) -> Option<&'d Question> {
    asked(declaration).find(|one| one.topic == topic)
}

/// What the newsletter asks by e-mail.
fn asked(declaration: &Declaration) -> impl Iterator<Item = &Question> {
    let all = declaration.questions().iter();
    all.filter(|one| one.purpose == Purpose::Newsletter && one.channels.contains(&Channel::Email))
}

/// The declaration's word for a language.
pub(crate) const fn spoken(lang: Lang) -> declaration::Lang {
    match lang {
        Lang::Nb => declaration::Lang::Nb,
        Lang::Nn => declaration::Lang::Nn,
        Lang::En => declaration::Lang::En,
    }
}

/// Every topic of every legal entity that a letter can be about: what is asked, and what existing
/// customers are written about.
#[must_use]
pub fn written(declaration: &Declaration) -> Vec<Choice> {
    let mut every = all(declaration);
    for controller in declaration.controllers() {
        if let Some(topic) = declaration.customer_topic_of(controller.id) {
            let choice = Choice {
                controller: controller.id,
                topic: topic.topic,
            };
            if !every.contains(&choice) {
                every.push(choice);
            }
        }
    }
    every
}

/// Every topic of every legal entity that one can say yes to.
#[must_use]
pub fn all(declaration: &Declaration) -> Vec<Choice> {
    let of = |controller: ControllerId| {
        asked(declaration)
            .filter(move |one| one.controllers.contains(&controller))
            .map(move |one| Choice {
                controller,
                topic: one.topic,
            })
    };
    declaration
        .controllers()
        .iter()
        .flat_map(|c| of(c.id))
        .collect()
}

/// What a subscriber wishes the letters to be about, by their own choice: nothing here is looked up
/// in what they have had done.
#[derive(Clone, Default, PartialEq, Eq, Debug)]
pub struct Wishes {
    /// A workshop, by its number.
    pub workshop: Option<i64>,
    /// Types of body, by their words.
    pub bodies: Vec<&'static str>,
}

impl Wishes {
    /// As it lies in the record: `workshop:1 body:tipper`.
    #[must_use]
    pub fn words(&self) -> Option<String> {
        let workshop = self.workshop.map(|id| format!("workshop:{id}"));
        let bodies = self.bodies.iter().map(|body| format!("body:{body}"));
        let words: Vec<String> = workshop.into_iter().chain(bodies).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    /// Read back; what is not known any more is passed over.
    #[must_use]
    pub fn of_words(words: &str) -> Self {
        let mut wishes = Self::default();
        for word in words.split_whitespace() {
            match word.split_once(':') {
                Some(("workshop", id)) => wishes.workshop = id.parse().ok(),
                Some(("body", body)) => wishes.bodies.extend(body_word(body)),
                _ => {}
            }
        }
        wishes
    }

    /// Whether somebody with these wishes is in a segment: whoever has not chosen is not.
    #[must_use]
    pub fn are_in(&self, segment: &Self) -> bool {
        let workshop = segment.workshop.is_none() || segment.workshop == self.workshop;
        let body = segment.bodies.is_empty()
            || segment.bodies.iter().any(|body| self.bodies.contains(body));
        workshop && body
    }
}

/// The program's own word for a type of body.
#[must_use]
pub fn body_word(word: &str) -> Option<&'static str> {
    BodyType::ALL
        .iter()
        .map(|body| body.as_str())
        .find(|known| *known == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wishes_go_there_and_back_and_choose_segments() {
        let tipper = body_word("tipper");
        let wishes = Wishes {
            workshop: Some(7),
            bodies: tipper.into_iter().collect(),
        };
        let words = wishes.words().unwrap();
        assert_eq!(Wishes::of_words(&words), wishes);
        assert_eq!(Wishes::of_words("body:unknown x y:z"), Wishes::default());
        let nobody = Wishes::default();
        assert!(nobody.are_in(&nobody) && wishes.are_in(&nobody));
        assert!(!nobody.are_in(&wishes) && wishes.are_in(&wishes));
        let elsewhere = Wishes {
            workshop: Some(8),
            bodies: Vec::new(),
        };
        assert!(!wishes.are_in(&elsewhere));
    }
}
