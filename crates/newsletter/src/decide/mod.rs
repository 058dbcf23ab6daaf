//! May this be sent? One pure decision, asked again each time a message is handed over.
//!
//! Grounds: markedsføringsloven § 15 (prior consent for e-mail and text messages to natural persons; a
//! named address at work counts as a person, an address of a role does not; sole traders are natural
//! persons; third paragraph: existing customers), §§ 12–14 (reservation register, hours for calls),
//! GDPR Art. 6, 7, 18 and 21. The default is no.

mod address;
mod hours;
#[cfg(test)]
mod tests;

use values::{ControllerId, Moment};

pub use address::{AddressKind, address_kind};
pub use hours::{CALLS_TO, calling_hours, may_be_called_from};

/// By what a message travels.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Channel {
    /// E-mail.
    Email,
    /// Text message.
    Sms,
    /// A call.
    Phone,
    /// A letter on paper.
    Post,
}

/// What sort of message it is. Service messages contain no offers ([`crate::offer_in`]).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Matter {
    /// News: marketing in the sense of the law.
    News,
    /// Something the person needs to know of their own vehicle: inspection due, ready, recall.
    Service,
}

/// Whose address it is, as far as known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// Nobody knows.
    Unknown,
    /// A consumer.
    Person,
    /// A sole proprietorship (ENK): a natural person.
    SoleTrader,
    /// A company or another legal person.
    Company,
}

impl Whose {
    /// Whether the law lets them reserve themselves: businesses of every form cannot (mfl. §§ 12–14).
    #[must_use]
    pub const fn may_reserve(self) -> bool {
        matches!(self, Self::Unknown | Self::Person)
    }
}

/// What the declaration in force lets this house do without consent.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub struct Declared {
    /// News to those who said yes.
    pub consent: bool,
    /// News to existing customers (mfl. § 15 third paragraph). Off unless declared.
    pub existing_customer: bool,
    /// Approaches to companies.
    pub companies: bool,
    /// Service messages.
    pub service: bool,
}

/// A yes or a no of the person.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Said {
    /// Whether it is a yes.
    pub yes: bool,
    /// When it was said.
    pub at: Moment,
    /// Whether the text of that time still covers what would be sent; if not, the person must be
    /// asked anew (GDPR Art. 4(11): specific, informed).
    pub text_still_covers: bool,
}

/// A sale in the course of which the address was given.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Sale {
    /// Who sold.
    pub controller: ControllerId,
    /// Whether what would be sent is about the seller's own, similar goods or services.
    pub own_similar: bool,
    /// Whether an easy and free way to say no was offered when the address was given.
    pub way_out_offered: bool,
}

/// What the reservation register says (mfl. §§ 12–14). Businesses cannot reserve themselves.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Register {
    /// The list was washed this month and the person is not in it.
    Free,
    /// The person has reserved themselves.
    Reserved,
    /// The list was not washed this month.
    NotWashed,
}

/// Everything the decision rests on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Facts {
    /// What sort of message.
    pub matter: Matter,
    /// By what.
    pub channel: Channel,
    /// From whom.
    pub controller: ControllerId,
    /// When it would be handed over.
    pub at: Moment,
    /// What the declaration allows.
    pub declared: Declared,
    /// Whose address.
    pub whose: Whose,
    /// What the address says of itself.
    pub address: AddressKind,
    /// Whether the person is known to be under 18 (mfl. § 21: no advertising that plays on it; here: none).
    pub minor: bool,
    /// Whether the data is restricted (GDPR Art. 18).
    pub restricted: bool,
    /// Whether the address is on the list of those not to be written to.
    pub suppressed: bool,
    /// When the person objected to this sort of message, if they did (GDPR Art. 21).
    pub objected_at: Option<Moment>,
    /// The last word on this controller, channel and topic.
    pub said: Option<Said>,
    /// Whether a yes stands for another controller only.
    pub yes_to_another: bool,
    /// A sale in which the address was given.
    pub sale: Option<Sale>,
    /// The reservation register, for calls and letters on paper.
    pub register: Register,
    /// Whether the message itself carries an easy, free way to say no.
    pub way_out: bool,
}

/// Why it may.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Basis {
    /// The person said yes.
    Consent,
    /// mfl. § 15 third paragraph.
    ExistingCustomer,
    /// An address of a role at a company.
    RoleAddress,
    /// A call or a letter to somebody who has not reserved themselves.
    NotReserved,
    /// A service message nobody has objected to.
    Service,
}

/// Why it may not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Why {
    /// The person never said yes.
    NoConsent,
    /// The yes was taken back.
    Withdrawn,
    /// The person objected.
    Objected,
    /// The address is on the list.
    Suppressed,
    /// The data is restricted.
    Restricted,
    /// In the reservation register.
    Reserved,
    /// Not compared with the register this month.
    NotWashed,
    /// Under age.
    Minor,
    /// The text has changed: ask anew.
    AskAgain,
    /// The yes, or the sale, is another legal entity's.
    WrongController,
    /// A sole trader is a natural person.
    SoleTrader,
    /// A named address at a company is a person's.
    NamedAddress,
    /// Not about the seller's own similar services.
    NotSimilar,
    /// No way out was offered when the address was given.
    NoWayOutThen,
    /// The message carries no way out.
    NoWayOut,
    /// Not on this day or at this hour.
    NotNow,
    /// The declaration has no such message.
    NotDeclared,
}

impl Why {
    /// Every reason.
    pub const ALL: &'static [Self] = &[
        Self::NoConsent,
        Self::Withdrawn,
        Self::Objected,
        Self::Suppressed,
        Self::Restricted,
        Self::Reserved,
        Self::NotWashed,
        Self::Minor,
        Self::AskAgain,
        Self::WrongController,
        Self::SoleTrader,
        Self::NamedAddress,
        Self::NotSimilar,
        Self::NoWayOutThen,
        Self::NoWayOut,
        Self::NotNow,
        Self::NotDeclared,
    ];

    /// The word in the queue.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NoConsent => "no_consent",
            Self::Withdrawn => "withdrawn",
            Self::Objected => "objected",
            Self::Suppressed => "suppressed",
            Self::Restricted => "restricted",
            Self::Reserved => "reserved",
            Self::NotWashed => "not_washed",
            Self::Minor => "minor",
            Self::AskAgain => "ask_again",
            Self::WrongController => "wrong_controller",
            Self::SoleTrader => "sole_trader",
            Self::NamedAddress => "named_address",
            Self::NotSimilar => "not_similar",
            Self::NoWayOutThen => "no_way_out_then",
            Self::NoWayOut => "no_way_out",
            Self::NotNow => "not_now",
            Self::NotDeclared => "not_declared",
        }
    }
}

/// The answer.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It may, on this basis.
    Yes(Basis),
    /// It may not, for this reason.
    No(Why),
}

/// Decides. Pure; nothing but the facts.
#[must_use]
pub fn decide(facts: &Facts) -> Verdict {
    match judged(facts) {
        Ok(basis) => Verdict::Yes(basis),
        Err(why) => Verdict::No(why),
    }
}

fn judged(facts: &Facts) -> Result<Basis, Why> {
    if facts.restricted {
        return Err(Why::Restricted);
    }
    let written = matches!(facts.channel, Channel::Email | Channel::Sms);
    if written && !facts.way_out {
        return Err(Why::NoWayOut);
    }
    if facts.matter == Matter::Service {
        return match facts.objected_at {
            _ if !facts.declared.service => Err(Why::NotDeclared),
            Some(_) => Err(Why::Objected),
            None => Ok(Basis::Service),
        };
    }
    if facts.suppressed {
        return Err(Why::Suppressed);
    }
    if facts.minor {
        return Err(Why::Minor);
    }
    let yes = facts.said.filter(|said| said.yes);
    if let Some(objected) = facts.objected_at
        && yes.is_none_or(|said| said.at <= objected)
    {
        return Err(Why::Objected);
    }
    let basis = match facts.said {
        Some(said) => consented(facts, &said),
        None if written => unasked_writing(facts),
        None => unasked_call(facts),
    };
    match basis {
        // The hours hold for everybody at home, whatever they said yes to.
        Ok(_) if rings_at_the_wrong_hour(facts) => Err(Why::NotNow),
        Err(Why::NoConsent) if facts.yes_to_another && facts.said.is_none() => {
            Err(Why::WrongController)
        }
        other => other,
    }
}

fn rings_at_the_wrong_hour(facts: &Facts) -> bool {
    facts.channel == Channel::Phone && facts.whose.may_reserve() && !calling_hours(facts.at)
}

fn consented(facts: &Facts, said: &Said) -> Result<Basis, Why> {
    match said {
        _ if !facts.declared.consent => Err(Why::NotDeclared),
        Said { yes: false, .. } => Err(Why::Withdrawn),
        // Said tomorrow (a clock that ran ahead) is not said yet.
        Said { at, .. } if *at > facts.at => Err(Why::NoConsent),
        Said {
            text_still_covers: false,
            ..
        } => Err(Why::AskAgain),
        _ => Ok(Basis::Consent),
    }
}

/// E-mail and text messages to somebody who has not said anything (mfl. § 15).
fn unasked_writing(facts: &Facts) -> Result<Basis, Why> {
    if let (Some(sale), true) = (facts.sale, facts.declared.existing_customer) {
        return match sale {
            _ if sale.controller != facts.controller => Err(Why::WrongController),
            _ if !sale.own_similar => Err(Why::NotSimilar),
            _ if !sale.way_out_offered => Err(Why::NoWayOutThen),
            _ => Ok(Basis::ExistingCustomer),
        };
    }
    match (facts.whose, facts.address) {
        (Whose::SoleTrader, _) => Err(Why::SoleTrader),
        (Whose::Company, AddressKind::Named) => Err(Why::NamedAddress),
        (Whose::Company, AddressKind::Role) if !facts.declared.companies => Err(Why::NotDeclared),
        (Whose::Company, AddressKind::Role) if facts.channel == Channel::Email => {
            Ok(Basis::RoleAddress)
        }
        _ => Err(Why::NoConsent),
    }
}

/// Calls and letters on paper (mfl. §§ 12–14).
fn unasked_call(facts: &Facts) -> Result<Basis, Why> {
    if !facts.declared.companies {
        return Err(Why::NotDeclared);
    }
    match facts.register {
        Register::Reserved if facts.whose.may_reserve() => Err(Why::Reserved),
        Register::NotWashed if facts.whose.may_reserve() => Err(Why::NotWashed),
        _ => Ok(Basis::NotReserved),
    }
}
