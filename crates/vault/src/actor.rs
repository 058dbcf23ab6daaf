//! Who acts.

use declaration::vocabulary::{Purpose, Role};
use values::{ControllerId, SubjectId};

/// Who acts: the subject, a member of staff in a role, the holder of a link, or a named chore.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Actor {
    /// A person, logged in, about themselves.
    Subject(SubjectId),
    /// The holder of a link that was sent to a person: may do one thing for that person.
    Link {
        /// Whom the link was sent to.
        subject: SubjectId,
        /// What it is good for.
        purpose: Purpose,
    },
    /// A member of staff, in a role, employed by a controller.
    Staff {
        /// Who.
        id: SubjectId,
        /// As what.
        role: Role,
        /// Employed by.
        controller: ControllerId,
    },
    /// A part of the program that acts by itself, by name.
    Chore(&'static str),
    /// Someone without an account, giving data about themselves (a booking, an enquiry): may seal
    /// what they typed, and open nothing.
    Visitor,
}

impl Actor {
    /// The word for the opening log.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Subject(_) => "subject",
            Self::Link { .. } => "link",
            Self::Staff { .. } => "staff",
            Self::Chore(_) => "chore",
            Self::Visitor => "visitor",
        }
    }

    /// The id for the opening log; 0 where there is none.
    #[must_use]
    pub const fn id(&self) -> i64 {
        match self {
            Self::Subject(id) | Self::Link { subject: id, .. } | Self::Staff { id, .. } => id.get(),
            Self::Chore(_) | Self::Visitor => 0,
        }
    }

    /// The legal entity a member of staff works for.
    #[must_use]
    pub const fn controller(&self) -> Option<ControllerId> {
        match self {
            Self::Staff { controller, .. } => Some(*controller),
            Self::Subject(_) | Self::Link { .. } | Self::Chore(_) | Self::Visitor => None,
        }
    }

    /// The role or the chore's name, for the opening log.
    #[must_use]
    pub const fn title(&self) -> &'static str {
        match self {
            Self::Staff { role, .. } => role.as_str(),
            Self::Chore(name) => name,
            Self::Link { purpose, .. } => purpose.as_str(),
            Self::Subject(_) | Self::Visitor => "",
        }
    }

    /// Whether the actor is that person, logged in or by link.
    #[must_use]
    pub fn is(&self, person: SubjectId) -> bool {
        matches!(self, Self::Subject(id) | Self::Link { subject: id, .. } if *id == person)
    }
}
