//! The judge: one pure function that says whether a category of a subject may be used for a purpose.
//!
//! It knows nothing but its two arguments and the declaration. The vault reads the standing itself;
//! nobody can hand in a flattering one.

use declaration::{
    Declaration,
    vocabulary::{Basis, Category, Purpose},
};
use values::SubjectId;

use crate::Actor;

/// What is asked: this actor, this subject, this purpose, this category.
#[derive(Clone, Copy, Debug)]
pub struct Question {
    /// Who asks.
    pub actor: Actor,
    /// Whom the data is about.
    pub subject: SubjectId,
    /// What for.
    pub purpose: Purpose,
    /// Which data.
    pub category: Category,
}

/// State of a strand.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum StrandState {
    /// In use.
    Live,
    /// Stored, not usable but for rights, claims and what a reason was written down for (GDPR Art. 18(2)).
    Restricted,
    /// Kept by a hold alone after its reasons lapsed: usable for claims and rights.
    Held,
}

impl StrandState {
    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Live => "live",
            Self::Restricted => "restricted",
            Self::Held => "held",
        }
    }

    /// The state of that word.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Live, Self::Restricted, Self::Held]
            .into_iter()
            .find(|s| s.as_str() == name)
    }
}

/// Whether the subject has said no to a purpose (GDPR Art. 21).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Objection {
    /// They have not.
    No,
    /// They have, and it is weighed: not used meanwhile but for claims (Art. 18(1)(d) and (2)).
    Weighed,
    /// They have, and it counts: upheld, or about what nobody weighs (marketing, a reminder).
    Stands,
}

impl Objection {
    /// The one of a word in the database.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "weighed" => Some(Self::Weighed),
            "upheld" | "absolute" => Some(Self::Stands),
            _ => None,
        }
    }
}

/// How the subject stands, as the vault reads it.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    /// State of the strand; `None` when there is none yet.
    pub strand: Option<StrandState>,
    /// Whether a consent for the purpose stands.
    pub consent: bool,
    /// Whether the subject has objected to the purpose (GDPR Art. 21).
    pub objection: Objection,
    /// Whether somebody has written down a reason of Art. 18(2) to use what is restricted for the purpose.
    pub leave: bool,
    /// Whether the subject is a vehicle that the acting person has to do with today.
    pub tied: bool,
    /// Whether the subject is itself a record about a vehicle, not a person.
    pub vehicle: bool,
    /// Whether the glass is broken for the reader now.
    pub glass: bool,
    /// Whether what is locked may be touched: two people have agreed, or nothing is to be opened.
    pub unlocked: bool,
}

/// Why not.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Refusal {
    /// The declaration does not have the purpose.
    #[error("the declaration has no purpose `{}`: add [[purpose]] id = \"{}\"", .0.as_str(), .0.as_str())]
    PurposeUndeclared(Purpose),
    /// The declaration does not keep the category for the purpose.
    #[error("purpose `{}` does not keep `{}`: add a keep with a rule for it", .0.as_str(), .1.as_str())]
    CategoryUndeclared(Purpose, Category),
    /// The actor is not one who may act for the purpose.
    #[error("not for this actor")]
    NotThisActor,
    /// It is about somebody else.
    #[error("about somebody else")]
    SomebodyElse,
    /// Restricted (GDPR Art. 18).
    #[error("restricted")]
    Restricted,
    /// No consent stands.
    #[error("no consent stands")]
    NoConsent,
    /// The subject has objected (GDPR Art. 21).
    #[error("the subject has objected")]
    Objected,
    /// It is locked, and no two people have agreed to open it.
    #[error("locked: one asks, another agrees")]
    NeedsTwo,
}

/// Decides. Pure.
///
/// # Errors
/// The first reason why not.
pub fn judge(
    declaration: &Declaration,
    question: &Question,
    standing: &Standing,
) -> Result<(), Refusal> {
    let Question {
        purpose, category, ..
    } = *question;
    let statement = declaration
        .purpose(purpose)
        .ok_or(Refusal::PurposeUndeclared(purpose))?;
    let about_rights = purpose == Purpose::Rights;
    if !purpose.categories().contains(&category)
        || !(about_rights || statement.categories().contains(&category))
    {
        return Err(Refusal::CategoryUndeclared(purpose, category));
    }
    may_act(declaration, question, standing)?;
    let own = question.actor.is(question.subject);
    if category.is_locked() && !own && !standing.unlocked {
        return Err(Refusal::NeedsTwo);
    }
    // What is locked anyway is used for nothing but the law that asks for it.
    let free = own || about_rights || purpose == Purpose::Claims || category.is_locked();
    match standing.strand {
        Some(StrandState::Restricted) if !(free || standing.leave) => {
            return Err(Refusal::Restricted);
        }
        Some(StrandState::Held) if !free => return Err(Refusal::Restricted),
        _ => {}
    }
    if about_rights || own {
        return Ok(());
    }
    if statement.basis == Basis::Consent && !standing.consent {
        return Err(Refusal::NoConsent);
    }
    let objected = match standing.objection {
        Objection::No => false,
        Objection::Weighed => purpose != Purpose::Claims,
        Objection::Stands => true,
    };
    if objected && statement.rests_on_interest(category) {
        return Err(Refusal::Objected);
    }
    Ok(())
}

/// Purposes for which a person may use their own data.
const OWN: &[Purpose] = &[
    Purpose::Visit,
    Purpose::Account,
    Purpose::Rights,
    Purpose::Newsletter,
    Purpose::Claims,
];

/// Purposes for which someone without an account may give data.
const VISITORS: &[Purpose] = &[Purpose::Visit, Purpose::Rights, Purpose::Newsletter];

/// Categories that only the workshop itself writes.
const OF_OUR_HANDS: &[Category] = &[
    Category::BodyUsage,
    Category::Work,
    Category::Purchase,
    Category::AccountingCopy,
    Category::Claim,
    Category::Staff,
];

fn may_act(
    declaration: &Declaration,
    question: &Question,
    standing: &Standing,
) -> Result<(), Refusal> {
    let Question {
        actor,
        purpose,
        category,
        ..
    } = *question;
    let may = match actor {
        Actor::Subject(id) => {
            theirs(id, question, standing)?;
            OWN.contains(&purpose)
        }
        Actor::Link {
            subject: id,
            purpose: good_for,
        } => {
            theirs(id, question, standing)?;
            good_for == purpose
        }
        Actor::Staff { role, .. } => {
            let taken = declaration.break_glass(role).filter(|_| standing.glass);
            let mut roles = std::iter::once(role).chain(taken);
            roles.any(|role| declaration.role_purposes(role).contains(&purpose))
        }
        Actor::Chore(_) => true,
        // A visitor may seal what they typed, for a new subject or one that a look-up found, and
        // never open (permits for visitors are made for sealing only).
        Actor::Visitor => VISITORS.contains(&purpose) && !OF_OUR_HANDS.contains(&category),
    };
    if may {
        Ok(())
    } else {
        Err(Refusal::NotThisActor)
    }
}

/// It is about the person, or about a vehicle they have to do with today.
fn theirs(person: SubjectId, question: &Question, standing: &Standing) -> Result<(), Refusal> {
    let theirs = if standing.vehicle {
        standing.tied && question.category.is_of_vehicle()
    } else {
        person == question.subject
    };
    if theirs {
        Ok(())
    } else {
        Err(Refusal::SomebodyElse)
    }
}
