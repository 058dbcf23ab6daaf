//! The checked declaration: what the vault, the forms and the pages ask.

use std::collections::BTreeMap;

use jiff::civil::Date;
use values::ControllerId;

use crate::finding::{Finding, Severity};
use crate::lint;
use crate::print::{hash, print};
use crate::rules::RuleTable;
use crate::source::{self, Clause, Controller as ControllerSource, Recipient, Source};
use crate::statement::PurposeStatement;
use crate::text::{Lang, Text};
use crate::vocabulary::{Activity, Category, FIELDS, FieldDef, Origin, ProofName, Purpose, Role};

/// One version of what a workshop promises. Immutable; share it in an `Arc`.
#[derive(Clone, Debug)]
pub struct Declaration {
    source: Source,
    canonical: String,
    hash: String,
    version: u32,
    effective_on: Date,
    controllers: Vec<Controller>,
    purposes: BTreeMap<Purpose, PurposeStatement>,
    pub(crate) questions: Vec<crate::consents::Question>,
    pub(crate) customer_topics: Vec<crate::customer_topics::CustomerTopic>,
    pub(crate) roles: BTreeMap<Role, crate::roles::RoleStatement>,
}

/// A legal entity of the tenant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Controller {
    /// The small number that rows carry.
    pub id: ControllerId,
    /// Short key in the file.
    pub key: String,
    /// Registered name.
    pub name: String,
    /// Nine digits.
    pub org_no: String,
    /// Lines of the postal address.
    pub address: Vec<String>,
    /// E-mail for questions.
    pub email: String,
    /// Telephone, E.164.
    pub phone: String,
    /// Data protection officer, or that there is none and who answers.
    pub privacy_contact: Text,
}

/// Something the code does that the declaration does not promise.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Undeclared {
    /// A category that the purpose does not use.
    #[error("activity `{activity}`: add \"{}\" to `uses` of the purpose `{}`", .category.as_str(), .purpose.as_str())]
    Category {
        /// Name of the activity.
        activity: &'static str,
        /// Its purpose.
        purpose: Purpose,
        /// The category.
        category: Category,
    },
    /// A recipient that is not named.
    #[error("activity `{activity}`: add a [[recipient]] with key = \"{recipient}\"")]
    Recipient {
        /// Name of the activity.
        activity: &'static str,
        /// Key of the recipient.
        recipient: &'static str,
    },
}

impl Declaration {
    /// Reads and checks a declaration; refused if the check has an error.
    ///
    /// # Errors
    /// All findings, if one of them is an error.
    pub fn parse(text: &str) -> Result<Declaration, Vec<Finding>> {
        Declaration::checked(text, None)
    }

    /// As [`Declaration::parse`]; every retention must also cite a rule of the table, with its number.
    /// What starts the program uses this one.
    ///
    /// # Errors
    /// All findings, if one of them is an error.
    pub fn parse_with(text: &str, rules: &RuleTable) -> Result<Declaration, Vec<Finding>> {
        Declaration::checked(text, Some(rules))
    }

    fn checked(text: &str, rules: Option<&RuleTable>) -> Result<Declaration, Vec<Finding>> {
        let source = source::read(text).map_err(|finding| vec![finding])?;
        let findings = lint::check_source(text, &source, rules);
        if findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
        {
            return Err(findings);
        }
        Ok(Declaration::from_source(source))
    }

    /// Reads an earlier version as it was published, for comparison only: it may fail the check.
    pub fn archived(text: &str) -> Result<Declaration, Finding> {
        source::read(text).map(Declaration::from_source)
    }

    /// Everything there is to say about the file, the gravest first.
    pub fn check(text: &str) -> Vec<Finding> {
        Declaration::check_with(text, None)
    }

    /// As [`Declaration::check`]; with the rule table, retention must also cite rules that exist.
    pub fn check_with(text: &str, rules: Option<&RuleTable>) -> Vec<Finding> {
        match source::read(text) {
            Ok(source) => lint::check_source(text, &source, rules),
            Err(finding) => vec![finding],
        }
    }

    fn from_source(source: Source) -> Declaration {
        let canonical = print(&source);
        let statement = &source.statement;
        let effective_on = statement
            .effective_on
            .as_deref()
            .and_then(|day| day.parse().ok());
        Declaration {
            hash: hash(&canonical),
            canonical,
            version: statement.version.unwrap_or_default(),
            effective_on: effective_on.unwrap_or(Date::ZERO),
            controllers: source
                .controllers
                .iter()
                .map(Controller::from_source)
                .collect(),
            purposes: source
                .purposes
                .iter()
                .filter_map(PurposeStatement::from_source)
                .collect(),
            questions: crate::consents::Question::all_of(&source),
            customer_topics: crate::customer_topics::CustomerTopic::all_of(&source),
            roles: source
                .roles
                .iter()
                .filter_map(crate::roles::RoleStatement::named)
                .collect(),
            source,
        }
    }

    /// Number of the version; records made under it carry it as their notice version.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// First day on which it holds.
    pub fn effective_on(&self) -> Date {
        self.effective_on
    }

    /// Hex SHA-256 of the canonical text.
    pub fn hash(&self) -> &str {
        &self.hash
    }

    /// The canonical text.
    pub fn canonical(&self) -> &str {
        &self.canonical
    }

    /// Short key of the tenant.
    pub fn tenant(&self) -> &str {
        &self.source.statement.tenant
    }

    /// Title of the public page.
    pub fn title(&self, lang: Lang) -> &str {
        self.source.statement.title.in_lang(lang)
    }

    /// The file, table by table: every text is there.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The legal entities, in the order of the file.
    pub fn controllers(&self) -> &[Controller] {
        &self.controllers
    }

    /// The legal entity that rows name by `id`.
    pub fn controller(&self, id: ControllerId) -> Option<&Controller> {
        self.controllers
            .iter()
            .find(|controller| controller.id == id)
    }

    /// What is promised about `purpose`; `None`: the feature is off for this tenant.
    pub fn purpose(&self, purpose: Purpose) -> Option<&PurposeStatement> {
        self.purposes.get(&purpose)
    }

    /// Every declared purpose.
    pub fn purposes(&self) -> impl Iterator<Item = &PurposeStatement> {
        self.purposes.values()
    }

    /// Whether any declared purpose uses `category`.
    pub fn uses(&self, category: Category) -> bool {
        self.purposes()
            .any(|purpose| purpose.categories().contains(&category))
    }

    /// Everyone outside who receives data.
    pub fn recipients(&self) -> &[Recipient] {
        &self.source.recipients
    }

    /// The recipient of that key.
    pub fn recipient(&self, key: &str) -> Option<&Recipient> {
        self.source
            .recipients
            .iter()
            .find(|recipient| recipient.key == key)
    }

    /// The numbered promises.
    pub fn clauses(&self) -> &[Clause] {
        &self.source.clauses
    }

    /// What happens if `field` (`contact.name`) is not given.
    pub fn consequence(&self, field: &str) -> Option<&Text> {
        let stated = self
            .source
            .fields
            .iter()
            .find(|stated| stated.name == field);
        stated.map(|stated| &stated.consequence)
    }

    /// Compares what the code does with what is promised: names the line to add. An activity whose
    /// purpose is not declared is off, not undeclared.
    pub fn undeclared(&self, activity: &Activity) -> Vec<Undeclared> {
        let name = activity.name;
        let Some(stated) = self.purpose(activity.purpose) else {
            return Vec::new();
        };
        let used = activity.reads.iter().chain(activity.writes);
        let categories = used
            .filter(|used| !stated.categories().contains(used))
            .map(|category| Undeclared::Category {
                activity: name,
                purpose: activity.purpose,
                category: *category,
            });
        let unnamed = activity
            .recipients
            .iter()
            .filter(|key| self.recipient(key).is_none());
        let recipients = unnamed.map(|recipient| Undeclared::Recipient {
            activity: name,
            recipient,
        });
        categories.chain(recipients).collect()
    }
}

impl Declaration {
    /// Declared purposes that no activity of the code serves: promised, but nothing does it.
    pub fn unserved(&self, activities: &[Activity]) -> Vec<Purpose> {
        let served = |purpose: &Purpose| activities.iter().any(|one| one.purpose == *purpose);
        self.purposes
            .keys()
            .copied()
            .filter(|purpose| !served(purpose))
            .collect()
    }
}

impl PartialEq for Declaration {
    fn eq(&self, other: &Self) -> bool {
        self.source == other.source
    }
}

impl Declaration {
    /// The controllers by how they are reached: those with one address, e-mail and phone together.
    pub fn reached_at(&self) -> Vec<Vec<&Controller>> {
        let mut groups: Vec<Vec<&Controller>> = Vec::new();
        for one in self.controllers() {
            let same = |known: &Controller| {
                (&known.address, &known.email, &known.phone)
                    == (&one.address, &one.email, &one.phone)
            };
            match groups
                .iter_mut()
                .find(|group| group.first().is_some_and(|first| same(first)))
            {
                Some(group) => group.push(one),
                None => groups.push(vec![one]),
            }
        }
        groups
    }
}

/// `+4795496000` as `95 49 60 00` with no-break spaces; other countries' numbers as they are.
pub(crate) fn phone_shown(phone: &str) -> String {
    match phone.strip_prefix("+47") {
        Some(digits) if digits.len() == 8 => {
            let chars: Vec<char> = digits.chars().collect();
            let pairs: Vec<String> = chars.chunks(2).map(String::from_iter).collect();
            pairs.join("\u{a0}")
        }
        _ => phone.to_owned(),
    }
}

impl Controller {
    /// The telephone number as people read it.
    pub fn phone_shown(&self) -> String {
        phone_shown(&self.phone)
    }

    fn from_source(source: &ControllerSource) -> Controller {
        Controller {
            id: ControllerId::from_raw(source.id),
            key: source.key.clone(),
            name: source.name.clone(),
            org_no: source.org_no.clone(),
            address: source.address.clone(),
            email: source.email.clone(),
            phone: source.phone.clone(),
            privacy_contact: source.privacy_contact.clone().unwrap_or_default(),
        }
    }
}

impl Clause {
    /// The live proofs it names, without `live:`; unknown ones are left out (the check refuses them).
    pub fn live_proofs(&self) -> impl Iterator<Item = ProofName> {
        let named = self
            .proof
            .iter()
            .filter_map(|proof| proof.strip_prefix("live:"));
        named.filter_map(ProofName::from_name)
    }
}

/// Fields a person must give, of the categories in use: `category.field` (Art. 13(2)(e)).
pub(crate) fn required_fields(used: &[Category]) -> impl Iterator<Item = String> {
    let asked = |field: &&FieldDef| field.required && field.origin == Origin::Given;
    let required = FIELDS
        .iter()
        .filter(asked)
        .filter(move |field| used.contains(&field.category));
    required.map(|field| format!("{}.{}", field.category.as_str(), field.name))
}
