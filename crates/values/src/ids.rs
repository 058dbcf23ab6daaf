//! Typed ids: made by the program before sealing, never secret.

use std::{fmt, hash::Hash};

use crate::{Chance, Moment};

/// A kind of id: one marker type for each table that has rows of its own.
pub trait Id: Copy + Eq + Ord + Hash + fmt::Debug + Send + Sync + 'static {
    /// From the number in the database or a link.
    fn from_raw(raw: i64) -> Self;
    /// The number for the database or a link.
    fn get(self) -> i64;
    /// A new id: 41 bits of milliseconds and 22 random bits.
    #[must_use]
    fn make(now: Moment, chance: &dyn Chance) -> Self {
        let mut random = [0_u8; 4];
        chance.fill(&mut random);
        let low = i64::from(u32::from_le_bytes(random) & 0x003F_FFFF);
        Self::from_raw(((now.millis() & 0x01FF_FFFF_FFFF) << 22) | low)
    }
}

/// Declares typed ids.
#[macro_export]
macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);
        impl $crate::Id for $name {
            fn from_raw(raw: i64) -> Self { Self(raw) }
            fn get(self) -> i64 { self.0 }
        }
        impl $name {
            /// The number for the database or a link.
            #[must_use]
            pub const fn get(self) -> i64 { self.0 }
            /// From the number in the database or a link.
            #[must_use]
            pub const fn from_raw(raw: i64) -> Self { Self(raw) }
        }
        impl ::std::fmt::Debug for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0)
            }
        }
        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                write!(f, "{}", self.0)
            }
        }
        impl ::std::str::FromStr for $name {
            type Err = ::std::num::ParseIntError;
            fn from_str(text: &str) -> Result<Self, Self::Err> { text.parse().map(Self) }
        }
    )+};
}

ids! {
    /// Whom data is about: a person, a vehicle, a member of staff.
    SubjectId,
    /// One subject's data of one category.
    StrandId,
    /// One sealed record.
    RecordId,
    /// A booked time.
    BookingId,
    /// A workshop.
    WorkshopId,
    /// A bay of a workshop.
    BayId,
    /// A service that can be booked.
    ServiceId,
    /// A vehicle's time in a workshop.
    VisitId,
    /// The order for the work of a visit.
    WorkOrderId,
    /// One line of a work order.
    WorkLineId,
    /// A price shown to a customer for approval.
    ApprovalId,
    /// What a customer bought when an order was handed over.
    PurchaseId,
    /// A request for one's rights.
    RightsRequestId,
    /// A consent given or withdrawn.
    ConsentId,
    /// A meter of a body's function.
    MeterId,
    /// A link between a vehicle and a person for a time.
    PartyId,
    /// A job in the queue.
    JobId,
    /// A look-up in a register.
    LookUpId,
    /// A customer account.
    AccountId,
    /// A run of the proof.
    ProofRunId,
    /// A hold that keeps a strand.
    HoldId,
    /// A reason asked for in front of an unusual opening, or the glass broken.
    LookId,
    /// A legal entity of the tenant.
    ControllerId,
}
