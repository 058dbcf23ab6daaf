//! The words of requests.

use values::{
    ControllerId, Email, FreeText, Line, Moment, PersonName, RecordId, RightsRequestId, SubjectId,
};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }
        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            /// The word in the table.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }
            /// The one of that word.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == name)
            }
        }
    };
}

words! {
    /// What is asked for, by the names the declaration gives the rights.
    Kind {
        /// Art. 15.
        Access = "access",
        /// Art. 16.
        Rectification = "rectification",
        /// Art. 17.
        Erasure = "erasure",
        /// Art. 18.
        Restriction = "restriction",
        /// Art. 21.
        Objection = "objection",
        /// Art. 20.
        Portability = "portability",
    }
}

words! {
    /// How a request came.
    Channel {
        /// On the person's own page.
        Page = "page",
        /// By letter.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By telephone.
        Phone = "phone",
        /// Said at the desk.
        Desk = "desk",
    }
}

words! {
    /// How a request stands.
    State {
        /// Waits for its answer.
        Open = "open",
        /// Answered and done.
        Answered = "answered",
        /// Refused, with reasons.
        Refused = "refused",
        /// Taken back by the person.
        Withdrawn = "withdrawn",
    }
}

impl Kind {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Access => "rights-kind-access",
            Self::Rectification => "rights-kind-rectification",
            Self::Erasure => "rights-kind-erasure",
            Self::Restriction => "rights-kind-restriction",
            Self::Objection => "rights-kind-objection",
            Self::Portability => "rights-kind-portability",
        }
    }
}

impl Channel {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "rights-channel-page",
            Self::Letter => "rights-channel-letter",
            Self::Email => "rights-channel-email",
            Self::Phone => "rights-channel-phone",
            Self::Desk => "rights-channel-desk",
        }
    }
}

impl State {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Open => "rights-state-open",
            Self::Answered => "rights-state-answered",
            Self::Refused => "rights-state-refused",
            Self::Withdrawn => "rights-state-withdrawn",
        }
    }

    /// The colour it is shown in.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Open => "info",
            Self::Answered => "good",
            Self::Refused => "bad",
            Self::Withdrawn => "idle",
        }
    }
}

/// A request as its row has it: nothing of what was said.
#[derive(Clone, Debug)]
pub struct Request {
    /// Its id.
    pub id: RightsRequestId,
    /// Whose.
    pub subject: SubjectId,
    /// To which legal entity.
    pub controller: ControllerId,
    /// What is asked for.
    pub kind: Kind,
    /// How it came.
    pub channel: Channel,
    /// When it came; the clock runs from here.
    pub received_at: Moment,
    /// The first instant at which it is overdue.
    pub due_at: Moment,
    /// The rule that says so, as `id@version`.
    pub rule: String,
    /// How it stands.
    pub state: State,
    /// When the officer decided, if it is being carried out.
    pub decided_at: Option<Moment>,
    /// When it was closed.
    pub answered_at: Option<Moment>,
    /// Who answered.
    pub officer: Option<SubjectId>,
    /// The newest record of the case.
    pub record: RecordId,
    /// The language the person reads.
    pub lang: String,
}

impl Request {
    /// Whole days left to answer: 0 on the last day, negative when overdue.
    #[must_use]
    pub fn days_left(&self, now: Moment) -> i64 {
        let last = self.due_at.plus_ms(-1).local_date();
        let span = now.local_date().until(last).map(|span| span.get_days());
        span.map_or(0, i64::from)
    }

    /// The last day on which it is in time.
    #[must_use]
    pub fn last_day(&self) -> Moment {
        self.due_at.plus_ms(-1)
    }

    /// The colour of its date.
    #[must_use]
    pub fn urgency(&self, now: Moment) -> &'static str {
        match self.days_left(now) {
            ..0 => "bad",
            0..=7 => "warn",
            _ => "info",
        }
    }
}

vault::record! {
    /// What a person asked, or what they were answered; the newest of a request is its answer.
    pub struct CaseRecord in RightsCase as "rights_case" {
        /// What was asked, in the person's words.
        request: Option<FreeText>,
        /// The name, as far as it was needed to find them.
        name: Option<PersonName>,
        /// Where the answer goes.
        reach: Option<Line>,
        /// How we know who it is.
        identity: Option<String>,
        /// The answer.
        answer: Option<String>,
    }
}

impl CaseRecord {
    /// The address answers go to, if it is an e-mail.
    #[must_use]
    pub fn email(&self) -> Option<Email> {
        Email::parse(self.reach.as_ref()?.reveal()).ok()
    }
}
