//! The rule table: every legal number the program uses, as data with a date it holds from.
//!
//! Numbers are never constants in code: a changed law is a new row in `declarations/rules.toml`,
//! and what was decided under the old row keeps citing the old version.

use jiff::Span as Civil;
use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};
use values::Moment;

use crate::finding::{Finding, Lines, Severity};
use crate::text::Text;

/// How much time a rule gives.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct After {
    /// Calendar years.
    pub years: i32,
    /// Calendar months.
    pub months: i32,
    /// Calendar days.
    pub days: i32,
    /// Hours by the clock; a rule in hours is exact to the instant.
    pub hours: i32,
}

/// From where a rule counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedFrom {
    /// The event itself.
    Event,
    /// The end of the calendar year (the accounting year) in which the event lies.
    YearEnd,
}

/// What a rule is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RuleKind {
    /// Something is kept until then.
    Keep,
    /// Something must be done by then.
    Deadline,
    /// A right of the other party lasts until then.
    Claim,
    /// Somebody is old enough from then on.
    Age,
}

/// One row of the table: one version of one rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Stable id, cited by declarations and by every automatic act.
    pub id: String,
    /// Version of this row, from 1.
    pub version: u32,
    /// First day (in Norway) on which this version is used.
    #[serde(with = "iso_date")]
    pub valid_from: Date,
    /// What it is for.
    pub kind: RuleKind,
    /// The event it counts from, such as `relationship_end`.
    pub anchor: String,
    /// The event itself, or the end of its year.
    pub counted_from: CountedFrom,
    /// How long.
    pub after: After,
    /// The law, or `vår egen frist` where the number is the workshop's choice.
    pub reference: String,
    /// The rule in words.
    pub text: Text,
}

impl Rule {
    /// `id@version`, as it stands in logs and answers.
    pub fn cited(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }

    /// The numbers of the rule that are not zero: what its words have to say.
    pub fn numbers(&self) -> impl Iterator<Item = i32> {
        let After {
            years,
            months,
            days,
            hours,
        } = self.after;
        [years, months, days, hours]
            .into_iter()
            .filter(|number| *number != 0)
    }

    /// The last day, in Norway, that the rule reaches. A month that lacks the day ends on its last day.
    pub fn last_day(&self, from: Moment) -> Date {
        if from.is_forever() {
            return Date::MAX;
        }
        let start = match self.counted_from {
            CountedFrom::Event => from.local_date(),
            CountedFrom::YearEnd => date(from.local_date().year(), 12, 31),
        };
        let After {
            years,
            months,
            days,
            ..
        } = self.after;
        let months = i64::from(years)
            .saturating_mul(12)
            .saturating_add(i64::from(months));
        let reached = Civil::new()
            .try_months(months)
            .and_then(|span| start.checked_add(span))
            .and_then(|day| {
                Civil::new()
                    .try_days(days)
                    .and_then(|span| day.checked_add(span))
            });
        let reached = reached.unwrap_or(Date::MAX);
        match self.counted_from {
            // Counted from the last day of a month, a period of whole months ends on a last day too.
            CountedFrom::YearEnd if days == 0 => reached.last_of_month(),
            _ => reached,
        }
    }

    /// The first instant at which the rule no longer reaches: midnight after [`Rule::last_day`] in
    /// Norway; for a rule in hours the instant itself. What is open-ended stays open-ended.
    pub fn until(&self, from: Moment) -> Moment {
        if from.is_forever() {
            return Moment::FOREVER;
        }
        let After {
            years,
            months,
            days,
            hours,
        } = self.after;
        if hours != 0 && (years, months, days) == (0, 0, 0) {
            return from.plus_minutes(i64::from(hours).saturating_mul(60));
        }
        Moment::after_day(self.last_day(from)).plus_minutes(i64::from(hours).saturating_mul(60))
    }
}

/// One version of a legal share of an amount: a ceiling, a rate of tax.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Share {
    /// Stable id, such as `estimate-overrun`.
    pub id: String,
    /// Version of this row, from 1.
    pub version: u32,
    /// First day (in Norway) on which this version is used.
    #[serde(with = "iso_date")]
    pub valid_from: Date,
    /// The share in hundredths of a per cent.
    pub basis_points: u32,
    /// The law, or `vår egen grense`.
    pub reference: String,
    /// The share in words.
    pub text: Text,
}

impl Share {
    /// `id@version`.
    pub fn cited(&self) -> String {
        format!("{}@{}", self.id, self.version)
    }
}

/// All rules, in all versions.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RuleTable {
    #[serde(rename = "rule")]
    rules: Vec<Rule>,
    #[serde(rename = "share", default)]
    shares: Vec<Share>,
    #[serde(rename = "limit", default)]
    pub(crate) limits: Vec<crate::limits::Limit>,
}

/// The table that comes with the program (`declarations/rules.toml`).
pub const SHIPPED_RULES: &str = include_str!("../../../declarations/rules.toml");

impl RuleTable {
    /// Reads a table; every row must be complete, every id's versions must start at 1, grow, and
    /// hold from ever later days.
    pub fn parse(text: &str) -> Result<RuleTable, Vec<Finding>> {
        let table: RuleTable = toml::from_str(text).map_err(|error| {
            let line = error
                .span()
                .map_or(1, |span| Lines::of(text).at(span.start));
            vec![finding(line, "rules-format", error.message().to_owned())]
        })?;
        let findings = table.contradictions(&Lines::of(text));
        if findings.is_empty() {
            Ok(table)
        } else {
            Err(findings)
        }
    }

    /// The version of rule `id` that holds on `day`.
    pub fn at(&self, id: &str, day: Date) -> Option<&Rule> {
        let versions = self
            .rules
            .iter()
            .filter(|rule| rule.id == id && rule.valid_from <= day);
        versions.max_by_key(|rule| rule.version)
    }

    /// The version of the share `id` that holds on `day`.
    pub fn share(&self, id: &str, day: Date) -> Option<&Share> {
        let versions = self
            .shares
            .iter()
            .filter(|share| share.id == id && share.valid_from <= day);
        versions.max_by_key(|share| share.version)
    }

    /// One given version of a rule, as an old log line cites it (`id@version`).
    pub fn cited(&self, cited: &str) -> Option<&Rule> {
        self.rules.iter().find(|rule| rule.cited() == cited)
    }

    /// Expected life of a vehicle by its body type (`vehicle-life-<type>`), else the general rule.
    pub fn vehicle_life(&self, body_type: &str, day: Date) -> Option<&Rule> {
        let own = self.at(&format!("vehicle-life-{body_type}"), day);
        own.or_else(|| self.at("vehicle-life", day))
    }

    /// The newest version of a rule.
    pub fn latest(&self, id: &str) -> Option<&Rule> {
        self.at(id, Date::MAX)
    }

    /// Whether any version of `id` exists.
    pub fn has(&self, id: &str) -> bool {
        self.rules.iter().any(|rule| rule.id == id)
    }

    /// Every row, in the order of the file.
    pub fn all(&self) -> &[Rule] {
        &self.rules
    }

    fn contradictions(&self, lines: &Lines<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for (index, rule) in self.rules.iter().enumerate() {
            let before = self.rules[..index]
                .iter()
                .rfind(|earlier| earlier.id == rule.id);
            let grows = match before {
                Some(earlier) => {
                    rule.version == earlier.version + 1 && rule.valid_from > earlier.valid_from
                }
                None => rule.version == 1,
            };
            let After {
                years,
                months,
                days,
                hours,
            } = rule.after;
            let line = lines.of_path(&format!("rule/{index}"));
            if !grows {
                let said = format!(
                    "the versions of rule `{}` do not follow each other",
                    rule.id
                );
                findings.push(finding(line, "rules-versions", said));
            }
            if [years, months, days, hours]
                .iter()
                .any(|part| !(0..=1000).contains(part))
            {
                let said = format!("rule `{}` counts backwards or too far", rule.id);
                findings.push(finding(line, "rules-span", said));
            }
            if !rule.text.missing().is_empty() || rule.reference.trim().is_empty() {
                let said = format!("rule `{}` lacks its words or its reference", rule.id);
                findings.push(finding(line, "rules-text", said));
            }
        }
        findings
    }
}

fn finding(line: usize, code: &'static str, message: String) -> Finding {
    let help =
        "a rule has id, version, valid_from, kind, anchor, counted_from, after, reference, text";
    Finding {
        line,
        severity: Severity::Error,
        code,
        message,
        help: help.to_owned(),
    }
}

/// ISO dates as strings, so that a table reads the same in every tool.
pub(crate) mod iso_date {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub(crate) fn serialize<S: Serializer>(date: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(date)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(|_| D::Error::custom("a date as 2026-01-31"))
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "rules_worked_tests.rs"]
mod worked;
