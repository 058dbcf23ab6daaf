//! The file as it is written: one struct per table of the format, words still unchecked.
//!
//! Reading (`read`) and canonical printing (`print`) are inverse to each other; what the words must
//! mean is decided in [`crate::lint`] and [`crate::Declaration`]. `docs/declaration.md` explains each key.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use crate::consents::ConsentSource;
pub use crate::customer_topics::CustomerTopicSource;
use crate::finding::{Finding, Lines, Severity};
pub use crate::source_parts::*;
use crate::text::Text;

/// A declaration file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Version of the file format; this program reads 1.
    pub format: u32,
    /// Version, date, title, introduction.
    pub statement: Statement,
    /// Sentences that belong to the whole declaration.
    #[serde(default)]
    pub notices: Notices,
    /// How rights are answered: deadline, price, identity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answering: Option<Answering>,
    /// The supervisory authority.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub complaint: Option<Complaint>,
    /// The arrangement between several controllers (Art. 26).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arrangement: Option<Arrangement>,
    /// The legal entities.
    #[serde(default, rename = "controller", skip_serializing_if = "Vec::is_empty")]
    pub controllers: Vec<Controller>,
    /// Why data are used.
    #[serde(default, rename = "purpose", skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<PurposeSource>,
    /// What a person can say yes to.
    #[serde(default, rename = "consent", skip_serializing_if = "Vec::is_empty")]
    pub consents: Vec<ConsentSource>,
    /// What existing customers get letters about.
    #[serde(
        default,
        rename = "customer_topic",
        skip_serializing_if = "Vec::is_empty"
    )]
    pub customer_topics: Vec<CustomerTopicSource>,
    /// What happens if a required field is not given.
    #[serde(default, rename = "field", skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<FieldSource>,
    /// Where data come from when not from the person.
    #[serde(default, rename = "source", skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<DataSource>,
    /// Who of the staff may use what.
    #[serde(default, rename = "role", skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<RoleSource>,
    /// Who outside receives data.
    #[serde(default, rename = "recipient", skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<Recipient>,
    /// Where each component lies.
    #[serde(default, rename = "storage", skip_serializing_if = "Vec::is_empty")]
    pub storage: Vec<Storage>,
    /// What is stored on the visitor's device.
    #[serde(default, rename = "device", skip_serializing_if = "Vec::is_empty")]
    pub device: Vec<DeviceItem>,
    /// The rights of the person.
    #[serde(default, rename = "right", skip_serializing_if = "Vec::is_empty")]
    pub rights: Vec<Right>,
    /// Technical and organisational measures (Art. 32).
    #[serde(default, rename = "measure", skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<Measure>,
    /// Laws and agreements that oblige.
    #[serde(default, rename = "obligation", skip_serializing_if = "Vec::is_empty")]
    pub obligations: Vec<Obligation>,
    /// Outbound links.
    #[serde(default, rename = "link", skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Numbered promises with their proofs.
    #[serde(default, rename = "clause", skip_serializing_if = "Vec::is_empty")]
    pub clauses: Vec<Clause>,
}

/// `[statement]`: which text this is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Whose declaration; a short key.
    pub tenant: String,
    /// Number of the version; grows by one with every change that is published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<u32>,
    /// ISO date from which it holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub effective_on: Option<String>,
    /// Title of the page.
    pub title: Text,
    /// What changed since the version before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// First words of the page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub introduction: Option<Text>,
}

/// `[notices]`: sentences required once (articles in `docs/declaration.md`).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Notices {
    /// Art. 22, 13(2)(f): automated decisions, or that there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub automated_decisions: Option<Text>,
    /// Art. 13(3), 14(4): notice before data are used for something new.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub further_purpose: Option<Text>,
    /// Art. 21(4): the right to object to direct marketing, shown apart.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub object_to_marketing: Option<Text>,
    /// Art. 7(3): how consent is withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdraw_consent: Option<Text>,
    /// ekomloven § 3-15: what is stored on the visitor's device, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub device: Option<Text>,
    /// What the web site counts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Text>,
    /// Whether opens and clicks in letters are followed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking: Option<Text>,
    /// Photos, signatures and notes taken at intake.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Text>,
    /// The notice to employees whose names stand on work lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub staff: Option<Text>,
    /// Where data lie, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location: Option<Text>,
    /// Who uses the data, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<Text>,
}

/// `[answering]`: Art. 12(3)–(6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Answering {
    /// Within what time (rule and words).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Keep>,
    /// What it costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Text>,
    /// How we know who asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Text>,
}

/// `[complaint]`: Art. 13(2)(d), 77.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Complaint {
    /// Name of the authority.
    pub authority: String,
    /// Where one complains.
    pub url: String,
    /// The sentence.
    pub text: Text,
}

/// `[arrangement]`: Art. 26(2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// `joint` or `separate`.
    pub kind: String,
    /// Its essence, which must be available to the person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub essence: Option<Text>,
    /// The document that was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attested: Option<Attested>,
}

/// What no program can see: who vouches for it, since when, for what.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attested {
    /// Who vouches (a function, not a person's name).
    pub by: String,
    /// ISO date.
    pub on: String,
    /// What was signed or seen.
    pub what: String,
}

/// `[[controller]]`: Art. 13(1)(a) and (b).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Controller {
    /// Small number that never changes; rows carry it.
    pub id: i64,
    /// Short key used elsewhere in the file.
    pub key: String,
    /// Registered name.
    pub name: String,
    /// Nine digits.
    pub org_no: String,
    /// Lines of the postal address.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub address: Vec<String>,
    /// E-mail for questions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Telephone, E.164.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Art. 13(1)(b): the data protection officer, or that there is none and who answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub privacy_contact: Option<Text>,
}

/// `[[purpose]]`: Art. 13(1)(c) and (d), 13(2)(a).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PurposeSource {
    /// A purpose of the vocabulary.
    pub id: String,
    /// Heading.
    pub title: Text,
    /// Why, in plain words.
    pub why: Text,
    /// `6(1)(a)` … `6(1)(f)`, or `none` for data that are not personal.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basis: String,
    /// Art. 6(1)(c): the law; a reference.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub law: String,
    /// Art. 6(1)(f): the interest, and why it weighs more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Text>,
    /// Another basis for some persons (a deliverer who is no party to the contract).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<OtherBasis>,
    /// Categories of the vocabulary.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<String>,
    /// Kinds of statistics of the vocabulary: what is counted, and nothing else is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counts: Vec<String>,
    /// Per category: how long.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub keep: BTreeMap<String, Keep>,
}

/// `also = [{…}]` of a purpose.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OtherBasis {
    /// As in the purpose.
    pub basis: String,
    /// For whom.
    pub whom: Text,
    /// Art. 6(1)(f): the interest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interest: Option<Text>,
    /// The categories of the purpose it is for; all of them when none is named.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
}

/// How long something is kept: the rule that computes the date, and the words for it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    /// Id in the rule table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// The words.
    pub text: Text,
    /// Shorter or longer in a case of its own (a cancelled booking).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cases: Vec<KeepCase>,
}

/// `cases = [{…}]` of a retention.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeepCase {
    /// Name of the case, such as `cancelled`.
    pub when: String,
    /// Id in the rule table.
    pub rule: String,
    /// The words.
    pub text: Text,
}

impl Keep {
    /// The rule for a case of its own; the ordinary rule where there is none.
    pub fn rule_when(&self, case: &str) -> &str {
        let own = self.cases.iter().find(|own| own.when == case);
        own.map_or(&self.rule, |own| &own.rule)
    }
}

/// `[[field]]`: Art. 13(2)(e).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldSource {
    /// A field of the vocabulary.
    pub name: String,
    /// What happens if it is not given.
    pub consequence: Text,
}

/// `[[source]]`: Art. 14(1)(d), 14(2)(f), 14(3).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DataSource {
    /// Short key, such as `vehicle_register`.
    pub key: String,
    /// Who or what it is.
    pub name: Text,
    /// Categories that come from there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// What is fetched, and when.
    pub what: Text,
    /// When the person is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Text>,
}

/// `[[role]]`: which purposes a role of the staff serves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoleSource {
    /// A role of the vocabulary.
    pub id: String,
    /// Who that is.
    pub title: Text,
    /// Purposes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Whether the role may open many persons in one go.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bulk: bool,
    /// The role whose purposes and pages this one may take for a short while, with a reason, when
    /// life or property asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_glass: Option<String>,
}

/// Reads the words of a file. Unknown keys are errors: a typing mistake must not lose a promise.
pub fn read(text: &str) -> Result<Source, Finding> {
    toml::from_str(text).map_err(|error| Finding {
        line: error
            .span()
            .map_or(1, |span| Lines::of(text).at(span.start)),
        severity: Severity::Error,
        code: "format",
        message: error.message().to_owned(),
        help: "the format is described in docs/declaration.md".to_owned(),
    })
}
