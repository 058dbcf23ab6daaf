//! What the decision is told about a subscriber, read at the moment of sending.

use declaration::{
    Declaration,
    vocabulary::{Basis, Purpose},
};
use values::{Email, Moment};
use vault::{ConsentState, audience::Reach, usable};

use crate::{
    Verdict,
    decide::{self, Channel, Declared, Facts, Matter, Register, Said, Whose},
    subscriber::{is_about, is_yes},
    topics::{self, Choice},
};

/// What came of asking.
pub(crate) enum Asked {
    /// The answer.
    Now(Verdict),
    /// Nobody of that id is there.
    Gone,
    /// The campaign is not under way any more, or has another text.
    Stopped,
}

/// What the declaration in force allows. The existing-customer rule counts only where the purpose of
/// the newsletter rests on a legitimate interest; Westrum's has one basis, consent.
#[must_use]
pub fn declared(declaration: &Declaration) -> Declared {
    let basis = |purpose| {
        declaration
            .purpose(purpose)
            .map(|statement| statement.basis)
    };
    Declared {
        consent: basis(Purpose::Newsletter).is_some(),
        existing_customer: basis(Purpose::Newsletter) == Some(Basis::LegitimateInterest),
        companies: basis(Purpose::Prospecting).is_some(),
        service: basis(Purpose::ServiceReminders).is_some(),
    }
}

/// The facts about one subscriber. What was sold to them is none of the newsletter's business: there
/// is no sale among them.
pub(crate) fn of_subscriber(
    declaration: &Declaration,
    about: Choice,
    email: &Email,
    reach: &Reach,
    (suppressed, restricted): (bool, bool),
    now: Moment,
) -> Facts {
    let line = reach.consents.iter().find(|line| is_about(line, about));
    let said = line.map(|line| Said {
        yes: line.state == ConsentState::Given,
        at: line.at,
        text_still_covers: usable(declaration, line),
    });
    let others = topics::all(declaration);
    let yes_to_another = others
        .iter()
        .filter(|other| other.controller != about.controller)
        .any(|other| reach.consents.iter().any(|line| is_yes(line, *other)));
    Facts {
        matter: Matter::News,
        channel: Channel::Email,
        controller: about.controller,
        at: now,
        declared: declared(declaration),
        whose: Whose::Unknown,
        address: decide::address_kind(email),
        minor: false,
        restricted,
        suppressed,
        objected_at: reach.objected_at,
        said,
        yes_to_another,
        sale: None,
        register: Register::NotWashed,
        way_out: true,
    }
}
