//! What one can say yes to, and what one can wish for. The words are those of the consent ledger.

use declaration::{Channel, Declaration, Question, vocabulary::Purpose};
use values::ControllerId;
use vehicles::BodyType;
use web::Lang;

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
        all(declaration)
            .into_iter()
            .find(|choice| choice.word() == word)
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
        question(declaration, self.topic)
            .map_or_else(String::new, |one| one.name.in_lang(spoken(lang)).to_owned())
    }

    /// The words one says yes to.
    #[must_use]
    pub fn words(&self, declaration: &Declaration, lang: Lang) -> String {
        let controller = declaration.controller(self.controller);
        let words = question(declaration, self.topic).zip(controller);
        words.map_or_else(String::new, |(one, controller)| {
            one.words(controller, Channel::Email, spoken(lang))
        })
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

/// Every topic of every legal entity.
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
