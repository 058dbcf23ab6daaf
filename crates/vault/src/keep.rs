//! Where a record comes from, and how long it is kept.

use values::Moment;

/// Where a record comes from (GDPR Art. 14(2)(f)) and which notice was shown.
#[derive(Clone, Debug)]
pub struct Provenance {
    /// `data_subject`, `deliverer`, `public_register`, `staff_observation`, `derived` …
    pub source_kind: &'static str,
    /// What it belongs to, such as a booking's id.
    pub source_ref: i64,
    /// The version of the declaration shown at collection.
    pub notice_version: String,
}

/// How long data is kept, and for the sake of what.
#[derive(Clone, Debug)]
pub struct Keep {
    pub(crate) source_kind: &'static str,
    pub(crate) source_id: i64,
    pub(crate) from: Moment,
    pub(crate) rule: Option<String>,
}

impl Keep {
    /// As long as something is open: a booking, a visit, an account. [`Work::end`] ends it.
    #[must_use]
    pub const fn while_open(source_kind: &'static str, source_id: i64) -> Self {
        Self {
            source_kind,
            source_id,
            from: Moment::FOREVER,
            rule: None,
        }
    }

    /// For the span of the declared rule, counted from an event that has happened.
    #[must_use]
    pub const fn from(source_kind: &'static str, source_id: i64, from: Moment) -> Self {
        Self {
            source_kind,
            source_id,
            from,
            rule: None,
        }
    }

    /// What it is kept for the sake of: a kind and an id.
    #[must_use]
    pub const fn source(&self) -> (&'static str, i64) {
        (self.source_kind, self.source_id)
    }

    /// By another rule of the table than the declared one (expected life by type of body).
    #[must_use]
    pub fn by_rule(mut self, rule: &str) -> Self {
        self.rule = Some(rule.to_owned());
        self
    }
}
