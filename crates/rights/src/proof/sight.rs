//! Everything a proof looks at, read once: the checks are pure functions of it.

use std::{collections::BTreeMap, sync::Arc};

use declaration::{
    Declaration, RuleTable,
    finding::Severity,
    vocabulary::{Category, FIELDS, FieldDef, Purpose, purpose},
};
use store::Column;
use values::{FreeText, Moment, StrandId};
use vault::{
    Actor, Ask, ChainReport, ConsentState, Question, Reason, Refusal, Standing, Traces, Vault,
    VaultError,
};

use super::{Around, Facts, PageSeen};
use crate::requests::Deadlines;

/// Public pages that are fetched; the first two must be there.
pub(super) const PAGES: &[&str] = &[
    "/",
    "/personvern",
    "/bestill",
    "/sporsmal",
    "/personvern/endringer",
    "/logg-inn",
];

/// Days a strand may wait for its sweep.
pub(super) const GRACE_DAYS: i64 = 2;

/// Vehicle records whose field names are looked at.
const VEHICLES: i64 = 25;

/// What a proof saw.
pub(super) struct Sight {
    pub now: Moment,
    pub declaration: Arc<Declaration>,
    pub rules: Arc<RuleTable>,
    /// Errors that the check of the declaration finds in the text in force.
    pub declaration_errors: Vec<String>,
    /// Whether that text is the declaration the vault judges by.
    pub same_declaration: bool,
    pub traces: Traces,
    pub facts: Facts,
    pub pages: BTreeMap<&'static str, PageSeen>,
    pub columns: Vec<Column>,
    pub column_differences: Vec<String>,
    pub chain: ChainReport,
    pub last_sweep: Option<Moment>,
    pub contact: Vec<(StrandId, Reason)>,
    pub deliverer: Vec<(StrandId, Reason)>,
    /// Strands kept for the newsletter of people whose consent does not stand.
    pub unconsented: Vec<i64>,
    /// Strands still kept for the newsletter after a withdrawal and its rule.
    pub unheard: Vec<i64>,
    pub withdrawals: i64,
    /// Addresses kept for letters to customers, and the strands kept without what that needs.
    pub as_customers: (i64, Vec<i64>),
    /// Field names found in vehicle records, and how many records.
    pub vehicle_fields: Vec<String>,
    pub vehicle_records: i64,
    pub deadlines: Deadlines,
    /// What the program can store.
    pub fields: &'static [FieldDef],
    /// The judge.
    pub judge: fn(&Declaration, &Question, &Standing) -> Result<(), Refusal>,
    /// The parser of free text.
    pub refuses: fn(&str) -> bool,
}

impl Sight {
    /// Looks once at everything.
    pub async fn of(vault: &Vault, around: &dyn Around) -> Result<Self, VaultError> {
        let (declaration, rules) = (vault.declaration(), vault.rules());
        let text = around.declaration_text();
        let findings = Declaration::check_with(&text, Some(&rules));
        let errors = findings.iter().filter(|f| f.severity == Severity::Error);
        let mut sight = Self {
            now: vault.world().now(),
            declaration_errors: errors
                .map(|f| format!("line {}: {}", f.line, f.code))
                .collect(),
            same_declaration: Declaration::archived(&text)
                .is_ok_and(|read| read.hash() == declaration.hash()),
            traces: vault.traces(GRACE_DAYS).await?,
            facts: around.facts().await?,
            pages: pages(around).await,
            columns: vault.store().columns().await?,
            column_differences: around.column_differences().await?,
            chain: vault.check_chain().await?,
            last_sweep: vault.last_sweep().await?.map(|(ended, _, _)| ended),
            contact: vault.reasons_in(Category::Contact).await?,
            deliverer: vault.reasons_in(Category::Deliverer).await?,
            unconsented: Vec::new(),
            unheard: Vec::new(),
            withdrawals: 0,
            as_customers: vault.kept_as_customers().await?,
            vehicle_fields: Vec::new(),
            vehicle_records: 0,
            deadlines: crate::requests::deadlines(vault).await?,
            fields: FIELDS,
            judge: vault::judge,
            refuses: |text| FreeText::parse(text).is_err(),
            declaration,
            rules,
        };
        sight.look_at_consents(vault).await?;
        sight.look_at_vehicles(vault).await?;
        Ok(sight)
    }

    async fn look_at_consents(&mut self, vault: &Vault) -> Result<(), VaultError> {
        for reach in self
            .traces
            .marketing
            .iter()
            .filter(|reach| reach.newsletter)
        {
            let standing = vault.consents_standing(reach.subject).await?;
            let given = |line: &&vault::ConsentLine| {
                line.purpose == Purpose::Newsletter.as_str() && line.state == ConsentState::Given
            };
            if standing.iter().any(|line| given(&line)) {
                continue;
            }
            let withdrawn = standing
                .iter()
                .filter(|line| line.purpose == Purpose::Newsletter.as_str())
                .map(|line| line.recorded_at)
                .max();
            let goes =
                withdrawn.map(|at| vault.until(Purpose::Newsletter, Category::Marketing, None, at));
            match goes.transpose()? {
                Some((_, until)) if reach.keep_until <= until => {}
                Some(_) => self.unheard.push(reach.strand.get()),
                None => self.unconsented.push(reach.strand.get()),
            }
        }
        self.withdrawals = i64::try_from(self.traces.withdrew.len()).unwrap_or(i64::MAX);
        Ok(())
    }

    /// Opens the newest vehicles (not persons) and notes the names of their fields; the log has it.
    async fn look_at_vehicles(&mut self, vault: &Vault) -> Result<(), VaultError> {
        for vehicle in vault.newest_vehicles(VEHICLES).await? {
            let ask = Ask::open(Actor::Chore("prove"), vehicle).of(&[Category::Vehicle]);
            let permit = match vault.permit::<purpose::Rights>(ask).await {
                Ok(permit) => permit,
                Err(VaultError::Gone) => continue,
                Err(error) => return Err(error),
            };
            let records = vault.everything(vehicle).await?;
            for raw in records
                .iter()
                .filter(|raw| raw.category == Category::Vehicle)
            {
                let opened = vault.open_any(&permit, raw)?;
                self.vehicle_records += 1;
                for (name, _) in opened.fields() {
                    if !self.vehicle_fields.iter().any(|known| known == name) {
                        self.vehicle_fields.push(name.to_owned());
                    }
                }
            }
        }
        Ok(())
    }
}

async fn pages(around: &dyn Around) -> BTreeMap<&'static str, PageSeen> {
    let mut pages = BTreeMap::new();
    for path in PAGES {
        pages.insert(*path, around.page(path).await);
    }
    pages
}
