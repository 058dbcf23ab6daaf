//! What the program can do with personal data, fixed when it is built: one list, from which
//! everything else derives. A declaration narrows it, never widens it.
//!
//! Categories and purposes exist twice from the same lines: as values ([`Category`],
//! [`Purpose`]) for the judge and the declaration, and as types ([`category`], [`purpose`]) so that
//! opening a category for a purpose that may not use it does not compile ([`MayUse`]).

mod counts;
mod fields;
mod proofs;
mod roles;

pub use counts::Count;
pub use fields::{FIELDS, FieldDef, Origin, field, fields_of};
pub use proofs::ProofName;
pub use roles::{Activity, Basis, Role};

mod locked {
    /// Keeps [`super::PurposeType`] and [`super::CategoryType`] closed to other crates.
    pub trait Locked {}
}

/// A category as a type.
pub trait CategoryType: locked::Locked + Send + Sync + 'static {
    /// The category as a value.
    const ID: Category;
}

/// A purpose as a type.
pub trait PurposeType: locked::Locked + Send + Sync + 'static {
    /// The purpose as a value.
    const ID: Purpose;
}

/// Purposes whose code may touch a category. Closed: the list in this file is the only source.
#[diagnostic::on_unimplemented(
    message = "the purpose `{Self}` may not use the category `{C}`",
    note = "the pairs are listed in the vocabulary of the declaration crate"
)]
pub trait MayUse<C: CategoryType>: PurposeType {}

macro_rules! vocabulary {
    (
        categories { $($(#[$cdoc:meta])* $cat:ident = $cname:literal),+ $(,)? }
        purposes { $($(#[$pdoc:meta])* $pur:ident = $pname:literal uses [$($uses:ident),*]),+ $(,)? }
    ) => {
        /// A kind of personal data.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Category { $($(#[$cdoc])* $cat),+ }

        impl Category {
            /// Every category, in the order a person is shown them.
            pub const ALL: &'static [Self] = &[$(Self::$cat),+];
            /// The name in the declaration and the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$cat => $cname),+ }
            }
            /// The category of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($cname => Some(Self::$cat),)+ _ => None }
            }
        }

        /// Why personal data is used.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum Purpose { $($(#[$pdoc])* $pur),+ }

        impl Purpose {
            /// Every purpose the program has code for.
            pub const ALL: &'static [Self] = &[$(Self::$pur),+];
            /// The name in the declaration and the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$pur => $pname),+ }
            }
            /// The purpose of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($pname => Some(Self::$pur),)+ _ => None }
            }
            /// The categories that code for this purpose may touch.
            #[must_use]
            pub const fn categories(self) -> &'static [Category] {
                match self { $(Self::$pur => &[$(Category::$uses),*]),+ }
            }
        }

        /// The categories as types.
        pub mod category {
            $($(#[$cdoc])* pub struct $cat;
            impl super::locked::Locked for $cat {}
            impl super::CategoryType for $cat { const ID: super::Category = super::Category::$cat; })+
        }

        /// The purposes as types.
        pub mod purpose {
            $($(#[$pdoc])* pub struct $pur;
            impl super::locked::Locked for $pur {}
            impl super::PurposeType for $pur { const ID: super::Purpose = super::Purpose::$pur; }
            $(impl super::MayUse<super::category::$uses> for $pur {})*)+
        }
    };
}

vocabulary! {
    categories {
        /// Name, e-mail, phone, organisation of a customer.
        Contact = "contact",
        /// Name and contact of someone who hands in a vehicle that is another's.
        Deliverer = "deliverer",
        /// What a person asks about a vehicle, a product or a service.
        Enquiry = "enquiry",
        /// That a person has to do with a vehicle, and as what.
        VehicleLink = "vehicle_link",
        /// Plate, chassis number and technical data. Belongs to the vehicle.
        Vehicle = "vehicle",
        /// Odometer and the meters of the body's functions. Belongs to the vehicle.
        BodyUsage = "body_usage",
        /// Findings, labour and parts. Belongs to the vehicle.
        Work = "work",
        /// What a person bought, and the warranty on it.
        Purchase = "purchase",
        /// Invoice address, payment terms and payment id.
        Billing = "billing",
        /// The copy of a voucher that bookkeeping law asks for, locked: two people open it.
        AccountingCopy = "accounting_copy",
        /// A complaint or a warranty claim.
        Claim = "claim",
        /// What is needed to send someone news they said yes to.
        Marketing = "marketing",
        /// The account on the customer's own page.
        Account = "account",
        /// Photos, scans and signatures.
        Evidence = "evidence",
        /// Messages sent to a person.
        Correspondence = "correspondence",
        /// A request for one's rights, and the answer.
        RightsCase = "rights_case",
        /// Name and address of a member of staff.
        Staff = "staff",
    }
    purposes {
        /// Booking a time, receiving and handing over a vehicle.
        Visit = "visit" uses [Contact, Deliverer, Enquiry, VehicleLink, Vehicle, BodyUsage, Work,
            Purchase, Billing, Evidence, Correspondence],
        /// Doing the work: what a technician needs, and no more.
        Repair = "repair" uses [Enquiry, Vehicle, BodyUsage, Work, Evidence],
        /// The customer's account and the history on it.
        Account = "account" uses [Account, Contact, Enquiry, VehicleLink, Vehicle, BodyUsage, Work,
            Purchase, Billing, Correspondence],
        /// What bookkeeping law asks to be kept.
        Accounting = "accounting" uses [AccountingCopy],
        /// Complaints under the law and claims under a warranty.
        Claims = "claims" uses [Claim, Contact, VehicleLink, Vehicle, Work, Purchase, Evidence,
            Correspondence],
        /// Workshop regulation and safety recalls.
        Safety = "safety" uses [Vehicle, Work],
        /// Telling that an inspection or a service is due.
        ServiceReminders = "service_reminders" uses [Contact, VehicleLink, Vehicle, Correspondence],
        /// News to those who said yes.
        Newsletter = "newsletter" uses [Marketing, Contact],
        /// News to those who bought something here and have not said no (markedsføringsloven § 15 third
        /// paragraph). Off unless declared.
        CustomerNews = "customer_news" uses [Contact],
        /// Finding new customers among companies.
        Prospecting = "prospecting" uses [Marketing],
        /// Counting what visitors search for, knowing nobody.
        Statistics = "statistics" uses [],
        /// Answering what a person asks about their own data.
        Rights = "rights" uses [Contact, Deliverer, Enquiry, VehicleLink, Vehicle, BodyUsage, Work,
            Purchase, Billing, AccountingCopy, Claim, Marketing, Account, Evidence, Correspondence,
            RightsCase, Staff],
        /// Letting staff in, and knowing who they are.
        StaffAccess = "staff_access" uses [Staff, Correspondence],
    }
}

impl Category {
    /// Whether the data is about a vehicle: its strand belongs to the vehicle, which lives on when
    /// the link to a person is cut.
    #[must_use]
    pub const fn is_of_vehicle(self) -> bool {
        matches!(self, Self::Vehicle | Self::BodyUsage | Self::Work)
    }

    /// Whether it lies in the locked store: beside the person themself only somebody may open it with
    /// whom another has agreed, for a case and a while.
    #[must_use]
    pub const fn is_locked(self) -> bool {
        matches!(self, Self::AccountingCopy)
    }
}
