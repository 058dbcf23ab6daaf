//! The words of the day: what a line is, how an order stands, how a price is meant.

macro_rules! words {
    ($(#[$doc:meta])* $name:ident $prefix:literal { $($(#[$vdoc:meta])* $variant:ident $word:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and in forms.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one of that word.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }

            /// The key of its name in the language files.
            #[must_use]
            pub const fn message_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, "-", $word)),+ }
            }
        }
    };
}

words! {
    /// What a line of an order is.
    LineKind "line" {
        /// Something found.
        Finding "finding";
        /// Work, in hours.
        Labour "labour";
        /// A part or material.
        Part "part";
        /// Nothing any more: the row that strikes another out.
        Struck "struck";
    }
}

words! {
    /// How grave a finding is (directive 2014/45/EU, the trade's three grades, and a remark).
    Severity "severity" {
        /// Good to know.
        Remark "remark";
        /// Minor.
        Minor "minor";
        /// Major.
        Major "major";
        /// Dangerous.
        Dangerous "dangerous";
    }
}

words! {
    /// What warranty a line carries. Not the statutory right to complain, which nobody can take away.
    WarrantyKind "warranty" {
        /// None.
        None "none";
        /// For some months.
        Months "months";
        /// For some months or until a limit is reached, whichever comes first.
        Limit "limit";
    }
}

words! {
    /// How a price is meant (håndverkertjenesteloven § 32).
    PriceKind "price" {
        /// Estimate: binding, with a ceiling.
        Estimate "estimate";
        /// Fixed.
        Fixed "fixed";
        /// An indication that binds nobody.
        Indication "indication";
    }
}

words! {
    /// How an order stands.
    Stage "stage" {
        /// In the house.
        Open "open";
        /// The work is done.
        Ready "ready";
        /// Handed over. Nothing changes any more.
        Closed "closed";
    }
}

words! {
    /// How a price that was asked about stands.
    ApprovalState "approval" {
        /// Waiting for the customer.
        Asked "asked";
        /// The customer said yes.
        Approved "approved";
        /// The customer said no.
        Declined "declined";
        /// Another price took its place before an answer came.
        Replaced "replaced";
    }
}

words! {
    /// Under which law a buyer stands.
    Buyer "buyer" {
        /// A person, for themselves.
        Consumer "consumer";
        /// A business.
        Business "business";
    }
}

words! {
    /// On what ground somebody says that something is wrong: by law, or by what was promised. Never
    /// one for the other.
    Ground "complaint-ground" {
        /// Reklamasjon: the right by statute.
        Complaint "complaint";
        /// Garanti: the promise of the contract.
        Warranty "warranty";
    }
}

words! {
    /// How word of it came.
    Told "complaint-told" {
        /// By the customer, on their own page.
        Page "page";
        /// At the desk.
        Desk "desk";
        /// By telephone.
        Phone "phone";
        /// By e-mail.
        Email "email";
        /// By letter.
        Letter "letter";
        /// By a question on the web site.
        Enquiry "enquiry";
    }
}

words! {
    /// How a case stands.
    CaseState "complaint-state" {
        /// It waits for us.
        Open "open";
        /// It is decided and the customer told.
        Decided "decided";
        /// It is over.
        Closed "closed";
    }
}

words! {
    /// What came of it.
    Outcome "complaint-outcome" {
        /// Accepted: we put it right.
        Repair "repair";
        /// Accepted: the price goes down.
        Reduction "reduction";
        /// Accepted: the money goes back.
        Refund "refund";
        /// Goodwill (kulanse): we owe nothing, and help all the same.
        Goodwill "goodwill";
        /// Rejected.
        Rejected "rejected";
        /// The customer took it back.
        Withdrawn "withdrawn";
    }
}

words! {
    /// Whether word came in time, as a person judged it.
    Timely "complaint-timely" {
        /// It did.
        Yes "yes";
        /// It did not.
        No "no";
    }
}

impl Severity {
    /// The kind of badge it is shown as.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Remark => "idle",
            Self::Minor => "info",
            Self::Major => "warn",
            Self::Dangerous => "bad",
        }
    }
}

impl Stage {
    /// The kind of badge it is shown as.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Open => "info",
            Self::Ready => "good",
            Self::Closed => "idle",
        }
    }
}

impl ApprovalState {
    /// The kind of badge it is shown as.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Asked => "warn",
            Self::Approved => "good",
            Self::Declined => "bad",
            Self::Replaced => "idle",
        }
    }
}

impl CaseState {
    /// The kind of badge it is shown as.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Open => "warn",
            Self::Decided => "info",
            Self::Closed => "idle",
        }
    }
}
