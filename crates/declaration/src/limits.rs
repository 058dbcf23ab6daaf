//! Numbers of the rule table that are neither spans nor shares: how many, how many minutes.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{
    rules::{RuleTable, iso_date},
    text::Text,
    vocabulary::Role,
};

/// One version of a limit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// Stable id, such as `bulk-per-hour`.
    pub id: String,
    /// Version of this row, from 1.
    pub version: u32,
    /// First day (in Norway) on which this version is used.
    #[serde(with = "iso_date")]
    pub valid_from: Date,
    /// How many, or how many minutes or days: the words say which.
    pub number: u32,
    /// The law, or `vår egen grense`.
    pub reference: String,
    /// The limit in words.
    pub text: Text,
}

impl RuleTable {
    /// The version of the limit `id` that holds on `day`.
    pub fn limit(&self, id: &str, day: Date) -> Option<&Limit> {
        let versions = self
            .limits
            .iter()
            .filter(|limit| limit.id == id && limit.valid_from <= day);
        versions.max_by_key(|limit| limit.version)
    }

    /// The limit for a role (`<id>-<role>`), else the one for all.
    pub fn limit_of(&self, id: &str, role: Role, day: Date) -> Option<&Limit> {
        let own = self.limit(&format!("{id}-{}", role.as_str()), day);
        own.or_else(|| self.limit(id, day))
    }
}
