//! The tables of the file that stand after the purposes: recipients, places, rights, clauses.

use serde::{Deserialize, Serialize};

use crate::source::Attested;
use crate::text::Text;

/// `[[recipient]]`: Art. 13(1)(e) and (f), 28.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipient {
    /// Short key; a disclosure names it.
    pub key: String,
    /// Name.
    pub name: String,
    /// `processor`, `controller` (for purposes of its own) or `recipient` (a category, by name).
    pub kind: String,
    /// The name is still to be filled in.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub placeholder: bool,
    /// What it does for us.
    pub service: Text,
    /// Categories it receives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// Purposes it serves.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Countries, ISO 3166-1 alpha-2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub countries: Vec<String>,
    /// Outside the EEA: the mechanism of Art. 45 or 46.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safeguard: Option<Text>,
    /// Processors below it, by name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_processors: Vec<String>,
    /// The agreement, one entry per controller.
    #[serde(default, rename = "agreement", skip_serializing_if = "Vec::is_empty")]
    pub agreements: Vec<Agreement>,
}

/// `agreement = [{…}]` of a recipient: Art. 28(3), for one controller.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Agreement {
    /// Key of the controller that is party to it.
    pub controller: String,
    /// Name of the document.
    pub document: String,
    /// ISO date of the signature.
    pub signed_on: String,
    /// Who vouches for it.
    pub by: String,
}

/// `[[storage]]`: where a component lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Storage {
    /// `database`, `backup`, `mail`, `files`, `keys`.
    pub component: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Key of a controller or recipient that runs it.
    pub operator: String,
    /// What lies there; and why, if not in Norway.
    pub what: Text,
}

/// `[[device]]`: one thing stored on the visitor's device (ekomloven § 3-15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeviceItem {
    /// Name as the browser shows it.
    pub name: String,
    /// `cookie`, `local_storage`, `session_storage`, `indexed_db`.
    pub kind: String,
    /// Host that sets it: `self`, or a name.
    pub party: String,
    /// Whether it is strictly necessary; if not, consent is needed first.
    pub necessary: bool,
    /// What for, and when it is set.
    pub why: Text,
    /// How long it stays.
    pub lifetime: Text,
}

/// `[[right]]`: Art. 13(2)(b).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// `access`, `rectification`, `erasure`, `restriction`, `objection`, `portability`.
    pub id: String,
    /// Article of the GDPR.
    pub article: String,
    /// Name.
    pub title: Text,
    /// What one may ask for.
    pub text: Text,
}

/// `[[measure]]`: Art. 32.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    /// Short key.
    pub key: String,
    /// What is done.
    pub text: Text,
}

/// `[[obligation]]`: a law or agreement behind a retention.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Obligation {
    /// Short key.
    pub key: String,
    /// Reference.
    pub law: String,
    /// What it asks.
    pub text: Text,
    /// Categories that remain because of it, and nothing else.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// The fields that remain, `category.field`, where the law's list is a closed one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Rules of the rule table that carry it out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rules: Vec<String>,
}

/// `[[link]]`: an outbound link; nothing is loaded from there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// Short key.
    pub key: String,
    /// A real https address.
    pub url: String,
    /// What the link is called.
    pub label: Text,
    /// What to know before following it.
    pub note: Text,
}

/// `[[clause]]`: one promise, and how it is shown to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// `C01` …
    pub number: String,
    /// The promise.
    pub text: Text,
    /// Purposes it binds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub purposes: Vec<String>,
    /// Categories it binds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// `live:NAME`, checked by `karosseri prove`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub proof: Vec<String>,
    /// For what no program can see.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attested: Option<Attested>,
}
