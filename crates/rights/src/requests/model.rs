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

pub(super) use words;

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
        /// Art. 7(3): a consent is withdrawn.
        Withdrawal = "withdrawal",
    }
}

words! {
    /// How a request came.
    Channel {
        /// On the person's own page.
        Page = "page",
        /// On the public page, without an account.
        Web = "web",
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
            Self::Withdrawal => "rights-kind-withdrawal",
        }
    }
}

impl Channel {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Page => "rights-channel-page",
            Self::Web => "rights-channel-web",
            Self::Letter => "rights-channel-letter",
            Self::Email => "rights-channel-email",
            Self::Phone => "rights-channel-phone",
            Self::Desk => "rights-channel-desk",
        }
    }

    /// The word for it in the ledger of consents.
    #[must_use]
    pub const fn form(self) -> &'static str {
        match self {
            Self::Letter => "letter",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Desk => "desk",
            Self::Page | Self::Web => "page",
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

words! {
    /// How we know that whoever asks is the person the data is about (Art. 12(6)).
    Identity {
        /// Logged in on their own page.
        LoggedIn = "logged_in",
        /// Has opened a link that was sent to an address we already had.
        Link = "link",
        /// Has shown a document in person: who saw it and what kind, never its number.
        Shown = "shown",
        /// A named member of staff knows who it is, and has said why.
        Vouched = "vouched",
        /// There is reasonable doubt. The clock stands still.
        InDoubt = "in_doubt",
    }
}

impl Identity {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::LoggedIn => "rights-identity-logged-in",
            Self::Link => "rights-identity-link",
            Self::Shown => "rights-identity-shown",
            Self::Vouched => "rights-identity-vouched",
            Self::InDoubt => "rights-identity-in-doubt",
        }
    }

    /// Whether it is proven.
    #[must_use]
    pub const fn is_proven(self) -> bool {
        !matches!(self, Self::InDoubt)
    }
}

words! {
    /// A kind of document that shows who somebody is. Its number is not written down anywhere.
    Document {
        /// A passport.
        Passport = "passport",
        /// A driving licence.
        DrivingLicence = "driving_licence",
        /// A national identity card.
        IdCard = "id_card",
        /// A residence card.
        ResidenceCard = "residence_card",
    }
}

impl Document {
    /// The message with its name.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Passport => "rights-document-passport",
            Self::DrivingLicence => "rights-document-driving-licence",
            Self::IdCard => "rights-document-id-card",
            Self::ResidenceCard => "rights-document-residence-card",
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
    /// How we know who asks.
    pub identity: Identity,
    /// Since when the clock stands still; `None` while it runs.
    pub paused_at: Option<Moment>,
    /// Whole days that earlier pauses have given.
    pub paused_days: i64,
    /// The date on the letter, if it has one.
    pub written_on: Option<Moment>,
    /// When it was written down here.
    pub registered_at: Moment,
    /// The sealed scan of the letter.
    pub scan: Option<RecordId>,
    /// Grows with every change: whoever changes says which one they have seen.
    pub version: i64,
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

    /// Whether more time has been told already.
    #[must_use]
    pub fn is_extended(&self) -> bool {
        self.rule.starts_with(super::EXTENDED)
    }

    /// Whether it is past its date. A clock that stands still is never past it.
    #[must_use]
    pub fn is_overdue(&self, now: Moment) -> bool {
        self.state == State::Open && self.paused_at.is_none() && self.due_at <= now
    }

    /// The date in words and its colour, for the board and the case.
    #[must_use]
    pub fn due_words(&self, page: &web::Page) -> String {
        let (left, text) = (self.days_left(page.now()), &page.t);
        match self.paused_at {
            Some(since) => text.f1("rights-paused-since", "day", page.on(since)),
            None if left < 0 => text.f1("rights-overdue", "days", -left),
            None => text.f1("rights-days-left", "days", left),
        }
    }

    /// The colour of its date.
    #[must_use]
    pub fn urgency(&self, now: Moment) -> &'static str {
        if self.paused_at.is_some() {
            return "idle";
        }
        match self.days_left(now) {
            ..0 => "bad",
            0..=7 => "warn",
            _ => "info",
        }
    }
}

vault::record! {
    /// What somebody asked without an account, who says they are this person: never where an answer goes.
    pub struct ClaimRecord in RightsCase as "rights_claim" {
        /// What is asked, in their words.
        request: Option<FreeText>,
        /// The name they gave.
        name: Option<PersonName>,
        /// How they want to be reached.
        reach: Option<Line>,
        /// What is known of who they are.
        identity: Option<String>,
    }
}

vault::record! {
    /// The letter itself, scanned.
    pub struct ScanRecord in Evidence as "rights_scan" {
        /// What it is a scan of.
        description: String,
        /// The file, base64.
        file: String,
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
