//! Who asks: nobody, a person the house knows, or a member of staff.

use axum::{extract::FromRequestParts, http::request::Parts};
use values::{AccountId, ControllerId, SubjectId};
use vault::Actor;

use crate::{Error, Role};

/// Who a request comes from. Only the session decides; nothing in the request can claim it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Visitor {
    /// No session.
    #[default]
    Nobody,
    /// A customer on their own pages.
    Subject(Me),
    /// A member of staff in a role.
    Staff(Colleague),
}

/// A customer who has logged in. As a handler's argument: only such a visitor gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Me {
    /// The person.
    pub subject: SubjectId,
    /// The account they logged in to.
    pub account: AccountId,
}

/// A member of staff who has logged in. As a handler's argument: only such a visitor gets in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// The member of staff.
    pub staff: SubjectId,
    /// The role of this session; one at a time.
    pub role: Role,
    /// The legal entity they work for.
    pub controller: ControllerId,
}

impl Me {
    /// As the judge knows them.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Subject(self.subject)
    }
}

impl Colleague {
    /// As the judge knows them.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        Actor::Staff {
            id: self.staff,
            role: self.role,
            controller: self.controller,
        }
    }
}

impl Visitor {
    /// As the judge knows them. Somebody without a session may give, and open nothing.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        match self {
            Self::Nobody => Actor::Visitor,
            Self::Subject(me) => me.actor(),
            Self::Staff(colleague) => colleague.actor(),
        }
    }

    /// The customer, if it is one.
    #[must_use]
    pub const fn me(&self) -> Option<&Me> {
        if let Self::Subject(me) = self {
            Some(me)
        } else {
            None
        }
    }

    /// The member of staff, if it is one.
    #[must_use]
    pub const fn colleague(&self) -> Option<&Colleague> {
        if let Self::Staff(colleague) = self {
            Some(colleague)
        } else {
            None
        }
    }

    /// The person behind the session.
    #[must_use]
    pub const fn subject(&self) -> Option<SubjectId> {
        match self {
            Self::Nobody => None,
            Self::Subject(me) => Some(me.subject),
            Self::Staff(colleague) => Some(colleague.staff),
        }
    }

    /// The role, if it is a member of staff.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        self.colleague().map(|colleague| colleague.role)
    }

    /// Whether there is a session at all.
    #[must_use]
    pub const fn known(&self) -> bool {
        !matches!(self, Self::Nobody)
    }
}

/// What the door found out about a request; handlers take [`Visitor`], [`Me`] or [`Colleague`].
#[derive(Clone, Default)]
pub(crate) struct Caller {
    pub visitor: Visitor,
    pub session: Option<[u8; 32]>,
    pub csrf: String,
    pub glass: Option<vault::Glass>,
}

pub(crate) fn caller(parts: &Parts) -> Caller {
    parts
        .extensions
        .get::<Caller>()
        .cloned()
        .unwrap_or_default()
}

impl<S: Sync> FromRequestParts<S> for Visitor {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(parts
            .extensions
            .get::<Caller>()
            .map(|caller| caller.visitor)
            .unwrap_or_default())
    }
}

impl<S: Sync> FromRequestParts<S> for Me {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        caller(parts).visitor.me().copied().ok_or(Error::LoggedOut)
    }
}

impl<S: Sync> FromRequestParts<S> for Colleague {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Error> {
        caller(parts)
            .visitor
            .colleague()
            .copied()
            .ok_or(Error::LoggedOut)
    }
}
