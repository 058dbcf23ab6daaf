//! What the decision is told about a subscriber, read at the moment of sending.

use declaration::{
    Declaration,
    vocabulary::{Basis, Purpose},
};
use store::{Db, StoreError};
use values::{Email, Moment, SubjectId};
use vault::{
    ConsentState, CustomerLine, CustomerWord, as_customer,
    audience::{self, Reach},
    customer_lines, kept_as_customer, usable,
};

use crate::{
    Verdict,
    decide::{self, Channel, Declared, Facts, Matter, Register, Said, Sale, Whose},
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

/// What the declaration in force allows. Existing customers are written to only where the declaration has
/// the purpose of its own for it, on a legitimate interest; Westrum's has not.
#[must_use]
pub fn declared(declaration: &Declaration) -> Declared {
    let basis = |purpose| {
        declaration
            .purpose(purpose)
            .map(|statement| statement.basis)
    };
    Declared {
        consent: basis(Purpose::Newsletter).is_some(),
        existing_customer: basis(Purpose::CustomerNews) == Some(Basis::LegitimateInterest),
        companies: basis(Purpose::Prospecting).is_some(),
        service: basis(Purpose::ServiceReminders).is_some(),
    }
}

/// What the ledger says of somebody as a customer: of whom, since when, and what was answered. What was
/// sold is none of the newsletter's business.
#[derive(Default)]
pub(crate) struct Customer {
    /// Their ledger.
    pub lines: Vec<CustomerLine>,
    /// Whether a sale of the letter's legal entity keeps their address now.
    pub kept: bool,
    /// When they objected to such letters, if they did (GDPR Art. 21).
    pub objected_at: Option<Moment>,
}

impl Customer {
    /// Reads it, inside the transaction that asks.
    pub fn read(
        db: &mut dyn Db,
        subject: SubjectId,
        about: Choice,
        now: Moment,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            lines: customer_lines(db, subject)?,
            kept: kept_as_customer(db, subject, about.controller, now)?,
            objected_at: audience::objected_at(db, subject, Purpose::CustomerNews)?,
        })
    }

    /// The sale a letter may rest on; that of another legal entity where there is none of this one, so
    /// that the answer says so.
    fn sale(&self, declaration: &Declaration, about: Choice, now: Moment) -> Option<Sale> {
        let topic = about.of_customers(declaration);
        let own = as_customer(&self.lines, about.controller, now, now);
        if self.kept && own.sold.is_some() {
            let about_this = |line: &CustomerLine| line.topic == about.topic;
            return Some(Sale {
                controller: about.controller,
                own_similar: topic.is_some(),
                way_out_offered: own.offered.as_ref().is_some_and(about_this),
            });
        }
        let mut others = self
            .lines
            .iter()
            .filter(|line| line.word == CustomerWord::Sold);
        let other = others.find(|line| line.controller != about.controller)?;
        Some(Sale {
            controller: other.controller,
            own_similar: false,
            way_out_offered: false,
        })
    }

    /// When they said no to such letters or objected to them, whichever was later.
    fn no_at(&self, about: Choice, declaration: &Declaration, now: Moment) -> Option<Moment> {
        about.of_customers(declaration)?;
        let said = as_customer(&self.lines, about.controller, now, now).no;
        said.map(|line| line.at).max(self.objected_at)
    }
}

/// The facts about one recipient.
pub(crate) fn of_subscriber(
    declaration: &Declaration,
    about: Choice,
    email: &Email,
    (reach, customer): (&Reach, &Customer),
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
        objected_at: reach
            .objected_at
            .max(customer.no_at(about, declaration, now)),
        said,
        yes_to_another,
        sale: customer.sale(declaration, about, now),
        register: Register::NotWashed,
        way_out: true,
    }
}
