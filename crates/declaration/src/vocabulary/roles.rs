//! Roles of staff, legal bases, and the activities that features declare.

use super::{Category, Purpose};

/// What a member of staff is here to do. Each role is a set of purposes in the declaration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Role {
    /// Service adviser: bookings, intake, hand-over.
    Reception,
    /// Technician: vehicle, body, work; no contact, no billing.
    Technician,
    /// Complaints and warranty.
    Claims,
    /// Newsletter: only who may be written to.
    Marketing,
    /// Privacy officer: rights cases and logs.
    Privacy,
    /// Settings and staff; no customers' data.
    Admin,
    /// The host: health and backup, no opening.
    Operator,
}

impl Role {
    /// Every role.
    pub const ALL: &'static [Self] = &[
        Self::Reception,
        Self::Technician,
        Self::Claims,
        Self::Marketing,
        Self::Privacy,
        Self::Admin,
        Self::Operator,
    ];

    /// The name in the declaration and the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reception => "reception",
            Self::Technician => "technician",
            Self::Claims => "claims",
            Self::Marketing => "marketing",
            Self::Privacy => "privacy",
            Self::Admin => "admin",
            Self::Operator => "operator",
        }
    }

    /// The role of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.as_str() == name)
    }
}

/// Legal basis of a purpose (GDPR Art. 6(1)).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Basis {
    /// Art. 6(1)(a): consent, which must stand at the moment of use.
    Consent,
    /// Art. 6(1)(b): a contract, or steps towards one.
    Contract,
    /// Art. 6(1)(c): a legal obligation.
    LegalObligation,
    /// Art. 6(1)(f): a legitimate interest, which an objection stops.
    LegitimateInterest,
    /// Nothing personal is kept.
    NotPersonal,
}

impl Basis {
    /// Every basis.
    pub const ALL: &'static [Self] = &[
        Self::Consent,
        Self::Contract,
        Self::LegalObligation,
        Self::LegitimateInterest,
        Self::NotPersonal,
    ];

    /// As written in a declaration.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Consent => "6(1)(a)",
            Self::Contract => "6(1)(b)",
            Self::LegalObligation => "6(1)(c)",
            Self::LegitimateInterest => "6(1)(f)",
            Self::NotPersonal => "none",
        }
    }

    /// The basis written so.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .copied()
            .find(|basis| basis.as_str() == name)
    }
}

/// One thing a feature does with personal data, declared beside its code and compared with the
/// declaration at start.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Activity {
    /// A stable name, such as `bookings.book`.
    pub name: &'static str,
    /// What for.
    pub purpose: Purpose,
    /// Categories opened.
    pub reads: &'static [Category],
    /// Categories sealed.
    pub writes: &'static [Category],
    /// Keys of recipients in the declaration that data goes to.
    pub recipients: &'static [&'static str],
}
