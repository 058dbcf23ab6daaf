//! The proof: every clause of the declaration, with its evidence on live data.

mod around;
pub mod pages;
mod pages_seen;
mod rows;
mod run;
mod sight;
pub mod sql;
mod stated;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_setup;
mod words;

use declaration::vocabulary::ProofName;
use serde::{Deserialize, Serialize};
use values::{Moment, ProofRunId};

use sight::Sight;

pub use around::{Around, ControllerRows, Facts, PageSeen, Soon};
pub use run::{last_proof, last_run, prove};

/// What came of one clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Every live proof found it true.
    Holds,
    /// Somebody vouches for it; no program can see it.
    Attested,
    /// A live proof found it untrue.
    Fails,
}

impl Verdict {
    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Holds => "holds",
            Self::Attested => "attested",
            Self::Fails => "fails",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        [Self::Holds, Self::Attested, Self::Fails]
            .into_iter()
            .find(|verdict| verdict.as_str() == name)
    }
}

/// One live check: what it looked at and what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The check, as a clause names it.
    pub proof: String,
    /// Whether it was found true.
    pub holds: bool,
    /// How many things were looked at.
    pub looked: i64,
    /// What is not as promised: ids, names, places; never anything of a person.
    pub wrong: Vec<String>,
    /// What was looked at and found, in a sentence.
    pub found: String,
    /// What to do, when it does not hold.
    pub todo: String,
}

/// Who vouches for what, since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attestation {
    /// A function, not a person's name.
    pub by: String,
    /// ISO date.
    pub on: String,
    /// What was signed or seen.
    pub what: String,
}

/// One clause with its verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClauseProof {
    /// Its number, such as `C12`.
    pub number: String,
    /// The promise, in bokmål.
    pub text: String,
    /// What came of it.
    pub verdict: Verdict,
    /// The live checks it names.
    pub evidence: Vec<Evidence>,
    /// Who vouches for the rest.
    pub attested: Option<Attestation>,
}

/// A whole run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proof {
    /// When it ended, RFC 3339.
    pub at: String,
    /// Version of the declaration.
    pub version: u32,
    /// Hash of the declaration.
    pub hash: String,
    /// Clause by clause.
    pub clauses: Vec<ClauseProof>,
}

impl Proof {
    fn count(&self, verdict: Verdict) -> usize {
        self.clauses.iter().filter(|c| c.verdict == verdict).count()
    }

    /// How many clauses hold on live data.
    #[must_use]
    pub fn holds(&self) -> usize {
        self.count(Verdict::Holds)
    }

    /// How many rest on somebody's word.
    #[must_use]
    pub fn attested(&self) -> usize {
        self.count(Verdict::Attested)
    }

    /// How many do not hold.
    #[must_use]
    pub fn fails(&self) -> usize {
        self.count(Verdict::Fails)
    }

    /// The run in plain lines, for the command line.
    #[must_use]
    pub fn in_words(&self) -> String {
        let mut out = String::new();
        for clause in &self.clauses {
            let verdict = clause.verdict.as_str();
            out.push_str(&format!(
                "{:<5} {verdict:<9} {}\n",
                clause.number, clause.text
            ));
            for one in &clause.evidence {
                let mark = if one.holds { '+' } else { '!' };
                out.push_str(&format!("      {mark} {}: {}\n", one.proof, one.found));
                if !one.holds {
                    out.push_str(&format!("        → {}\n", one.todo));
                }
            }
            if let Some(word) = &clause.attested {
                out.push_str(&format!(
                    "      ~ {}, {}: {}\n",
                    word.by, word.on, word.what
                ));
            }
        }
        out.push_str(&format!(
            "{} holds, {} attested, {} fails (declaration version {}, {})\n",
            self.holds(),
            self.attested(),
            self.fails(),
            self.version,
            self.at
        ));
        out
    }
}

/// A run as it is remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its id.
    pub id: ProofRunId,
    /// When it ended.
    pub at: Moment,
    /// Version of the declaration.
    pub version: i64,
    /// Clauses that hold.
    pub holds: i64,
    /// Clauses somebody vouches for.
    pub attested: i64,
    /// Clauses that do not hold.
    pub fails: i64,
}

/// What one check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Finding {
    /// How many things it looked at.
    pub looked: i64,
    /// What is not as promised: ids, names, places; never anything of a person.
    pub wrong: Vec<String>,
}

impl Finding {
    /// So many looked at, these ids wrong.
    fn of(looked: i64, wrong: &[i64]) -> Self {
        let wrong = wrong.iter().map(ToString::to_string).collect();
        Self { looked, wrong }
    }

    /// One thing looked at.
    fn note(&mut self, wrong: bool, what: impl FnOnce() -> String) {
        self.looked += 1;
        if wrong {
            self.wrong.push(what());
        }
    }
}

/// Runs one live proof on what was seen. Every proof of the vocabulary is here, or this does not build.
fn check(name: ProofName, sight: &Sight) -> Finding {
    use ProofName as P;
    match name {
        P::ControllersDeclared => stated::controllers_declared(sight),
        P::RulesCited => rows::rules_cited(sight),
        P::NoCookieBeforeLogIn => pages_seen::no_cookie_before_log_in(sight),
        P::ProvenancePresent => rows::provenance_present(sight),
        P::NoDoubleBooking => rows::no_double_booking(sight),
        P::NoticeStamped => rows::notice_stamped(sight),
        P::FieldsDeclared => stated::fields_declared(sight),
        P::ColumnsDeclared => rows::columns_declared(sight),
        P::NationalIdRefused => stated::national_id_refused(sight),
        P::LookUpsBound => rows::look_ups_bound(sight),
        P::RegisterOwnerDropped => stated::register_owner_dropped(sight),
        P::MetersMonotonic => rows::meters_monotonic(sight),
        P::ClosedOrdersIntact => rows::closed_orders_intact(sight),
        P::MarketingNeedsConsent => rows::marketing_needs_consent(sight),
        P::CustomersCouldSayNo => rows::customers_could_say_no(sight),
        P::PurposesBound => stated::purposes_bound(sight),
        P::DelivererApart => rows::deliverer_apart(sight),
        P::StrandsHaveReasons => rows::strands_have_reasons(sight),
        P::HoldsReviewed => rows::holds_reviewed(sight),
        P::NoCardNumbers => stated::no_card_numbers(sight),
        P::HistoryNeedsAccount => rows::history_needs_account(sight),
        P::WarrantyStated => rows::warranty_stated(sight),
        P::StaffBelong => stated::staff_belong(sight),
        P::LogChainWhole => rows::log_chain_whole(sight),
        P::ProcessorsUnderAgreement => stated::processors_under_agreement(sight),
        P::HostIsBlind => rows::host_is_blind(sight),
        P::RecipientsInEea => stated::recipients_in_eea(sight),
        P::RelationshipEndComputed => rows::relationship_end_computed(sight),
        P::VehicleLifeDated => rows::vehicle_life_dated(sight),
        P::WithdrawalsStand => rows::withdrawals_stand(sight),
        P::RightsInTime => rows::rights_in_time(sight),
        P::ErasuresReadBack => rows::erasures_read_back(sight),
        P::ContactsOnPage => pages_seen::contacts_on_page(sight),
        P::DeclarationChecked => stated::declaration_checked(sight),
        P::NoVisitorTable => pages_seen::no_visitor_table(sight),
        P::LinksReal => stated::links_real(sight),
        P::SweepAlive => rows::sweep_alive(sight),
    }
}
