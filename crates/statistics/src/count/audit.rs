//! What lies in the table, read again: for the proof of the declaration.

use store::StoreError;
use vault::{Vault, VaultError};

use super::{Counter, Counts, close::SEVERAL, sql};
use crate::{
    place::County,
    words::{RARE, REMOVED},
};

/// What was looked at, and what should not be there. It never says the words themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Audit {
    /// Different search words, counties and companies.
    pub looked: i64,
    /// What is wrong with how many of them.
    pub wrong: Vec<String>,
}

/// Reads every search word and county that is stored: words pass the scrubber again, counties are of the
/// list, companies and kinds are declared.
///
/// # Errors
/// When the store fails.
pub async fn audit(vault: &Vault, counter: &Counter) -> Result<Audit, VaultError> {
    let declaration = vault.declaration();
    let counts = Counts::of(&declaration);
    let (terms, counties, companies) = vault
        .store()
        .read(|db| {
            let texts = |rows: Vec<store::Row>, name| {
                rows.iter()
                    .map(|row| Ok(row.text(name)?.to_owned()))
                    .collect::<Result<Vec<String>, StoreError>>()
            };
            let terms = texts(db.all(&sql::TERMS, &[])?, "term")?;
            let counties = texts(db.all(&sql::COUNTIES, &[])?, "county")?;
            let companies = db.all(&sql::COMPANIES, &[])?;
            let companies: Result<Vec<i64>, StoreError> = companies
                .iter()
                .map(|row| row.i64("controller_id"))
                .collect();
            Ok((terms, counties, companies?))
        })
        .await?;
    let mut audit = Audit {
        looked: i64::try_from(terms.len() + counties.len() + companies.len()).unwrap_or(i64::MAX),
        wrong: Vec::new(),
    };
    let searches = counts.is_some_and(|counts| counts.searches);
    let places = counts.is_some_and(|counts| counts.counties);
    let known = |id: &i64| {
        declaration
            .controllers()
            .iter()
            .any(|one| one.id.get() == *id)
    };
    for (what, wrong) in [
        (
            "term: not known words",
            terms
                .iter()
                .filter(|term| !counter.may_be_stored(term))
                .count(),
        ),
        (
            "term: counted and not declared",
            terms
                .iter()
                .filter(|term| !searches && !term.is_empty())
                .count(),
        ),
        (
            "county: no county",
            counties
                .iter()
                .filter(|name| *name != SEVERAL && !County::is_name(name))
                .count(),
        ),
        (
            "county: counted and not declared",
            counties
                .iter()
                .filter(|name| !places && is_place(name))
                .count(),
        ),
        (
            "controller_id: no company of the declaration",
            companies.iter().filter(|id| !known(id)).count(),
        ),
    ] {
        if wrong > 0 {
            audit.wrong.push(format!("visit_count.{what} ({wrong})"));
        }
    }
    Ok(audit)
}

/// Whether a stored name says where somebody was.
pub(super) fn is_place(stored: &str) -> bool {
    ![County::UNKNOWN.name(), SEVERAL].contains(&stored)
}

impl Counter {
    /// Whether a term may lie in the table: a mark, or words that the scrubber leaves as they are.
    pub(crate) fn may_be_stored(&self, term: &str) -> bool {
        ["", REMOVED, RARE].contains(&term) || self.scrubbed(term).stored() == term
    }
}
