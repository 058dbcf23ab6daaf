//! What is asked of the vault: who wants to open, seal or end what, about whom, for which case.

use declaration::vocabulary::Category;
use values::SubjectId;

use crate::Actor;

/// What is asked of the vault before anything is opened or sealed.
#[derive(Clone)]
pub struct Ask {
    pub(crate) actor: Actor,
    pub(crate) subject: SubjectId,
    pub(crate) categories: Vec<Category>,
    pub(crate) opens: bool,
    pub(crate) is_new: bool,
    pub(crate) case_kind: &'static str,
    pub(crate) case_id: i64,
    pub(crate) bulk: bool,
    /// Whether the subject is a person; the vault's own reading says so.
    pub(crate) person: bool,
    pub(crate) marks: crate::Marks,
    /// Whether something restricted is opened by leave (Art. 18(2)).
    pub(crate) leave: bool,
    /// Whether nothing is asked but to let reasons end.
    pub(crate) only_ends: bool,
}

impl Ask {
    /// To open (and seal) data about a subject. Leaves a line in the opening log unless the actor is
    /// that subject.
    #[must_use]
    pub const fn open(actor: Actor, subject: SubjectId) -> Self {
        Self {
            actor,
            subject,
            categories: Vec::new(),
            opens: true,
            is_new: false,
            case_kind: "",
            case_id: 0,
            bulk: false,
            person: false,
            marks: crate::Marks {
                bulk: false,
                unusual: false,
                glass: false,
                look: 0,
            },
            leave: false,
            only_ends: false,
        }
    }

    /// To seal only: nothing can be opened with the permit.
    #[must_use]
    pub const fn seal(actor: Actor, subject: SubjectId) -> Self {
        let mut ask = Self::open(actor, subject);
        ask.opens = false;
        ask
    }

    /// To seal for a subject that the same [`crate::Work`] makes.
    #[must_use]
    pub const fn seal_new(actor: Actor, subject: SubjectId) -> Self {
        let mut ask = Self::seal(actor, subject);
        ask.is_new = true;
        ask
    }

    /// To end reasons only ([`crate::Work::end`]): what something is kept for is over. That uses nothing
    /// about the subject, so no restriction and no objection stands against it; nothing can be opened or
    /// sealed with the permit.
    #[must_use]
    pub const fn end(actor: Actor, subject: SubjectId) -> Self {
        let mut ask = Self::seal(actor, subject);
        ask.only_ends = true;
        ask
    }

    /// Which categories.
    #[must_use]
    pub fn of(mut self, categories: &[Category]) -> Self {
        self.categories = categories.to_vec();
        self
    }

    /// One of many in one go: a search, a list that is not today's work, an export. Needs the role's
    /// right `bulk`, counts towards its limit for an hour, and the log says so.
    #[must_use]
    pub const fn bulk(mut self) -> Self {
        self.bulk = true;
        self
    }

    /// Who asks.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// About whom.
    #[must_use]
    pub const fn subject(&self) -> SubjectId {
        self.subject
    }

    /// Work on a case about the person's own rights is usual whenever it is done.
    pub(crate) fn is_rights_case(&self) -> bool {
        self.case_kind == "rights_request" && self.case_id != 0
    }

    /// What the log says of it: what is out of the ordinary, and whether it needed leave (Art. 18(2)).
    pub(crate) fn mark_words(&self) -> String {
        let mut words = self.marks.words();
        if self.leave {
            let comma = if words.is_empty() { "" } else { "," };
            words = words + comma + "leave";
        }
        words
    }

    /// What it is done for: a booking, a visit, a request.
    #[must_use]
    pub const fn case(mut self, kind: &'static str, id: i64) -> Self {
        self.case_kind = kind;
        self.case_id = id;
        self
    }
}
