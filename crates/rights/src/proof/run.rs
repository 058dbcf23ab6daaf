//! Walking the clauses, and remembering what came of them.

use declaration::{Clause, Lang, vocabulary::ProofName};
use store::{Db, Row, StoreError, plain};
use values::{Moment, ProofRunId};
use vault::{Vault, VaultError};

use super::{
    Around, Attestation, ClauseProof, Evidence, Proof, Run, Sight, Verdict, check, sql, words,
};

/// How long runs are remembered.
const KEPT_DAYS: i64 = 730;

/// Walks every clause of the declaration in force, writes the run down and answers it.
///
/// # Errors
/// When the store fails; a clause that does not hold is no error.
pub async fn prove(vault: &Vault, around: &dyn Around) -> Result<Proof, VaultError> {
    let sight = Sight::of(vault, around).await?;
    let proof = walk(&sight);
    remember(vault, &sight, &proof).await?;
    Ok(proof)
}

pub(super) fn walk(sight: &Sight) -> Proof {
    let clauses = sight.declaration.clauses();
    Proof {
        at: sight.now.rfc3339(),
        version: sight.declaration.version(),
        hash: sight.declaration.hash().to_owned(),
        clauses: clauses
            .iter()
            .map(|clause| of_clause(sight, clause))
            .collect(),
    }
}

/// A clause holds when all its live proofs do. Where somebody vouches for a part that no program can
/// see, it is attested and no more. One with neither fails, because nothing shows it.
fn of_clause(sight: &Sight, clause: &Clause) -> ClauseProof {
    let evidence: Vec<Evidence> = clause
        .live_proofs()
        .map(|name| evidence(sight, name))
        .collect();
    let attested = clause.attested.as_ref().map(|word| Attestation {
        by: word.by.clone(),
        on: word.on.clone(),
        what: word.what.clone(),
    });
    let verdict = if evidence.iter().any(|one| !one.holds) {
        Verdict::Fails
    } else if attested.is_some() {
        Verdict::Attested
    } else if evidence.is_empty() {
        Verdict::Fails
    } else {
        Verdict::Holds
    };
    ClauseProof {
        number: clause.number.clone(),
        text: clause.text.in_lang(Lang::Nb).to_owned(),
        verdict,
        evidence,
        attested,
    }
}

fn evidence(sight: &Sight, name: ProofName) -> Evidence {
    let finding = check(name, sight);
    let (what, todo) = words::of(name);
    let holds = finding.wrong.is_empty();
    let found = if holds {
        format!("{what}: {} looked at, nothing wrong", finding.looked)
    } else {
        let shown: Vec<&str> = finding.wrong.iter().take(10).map(String::as_str).collect();
        let wrong = finding.wrong.len();
        format!(
            "{what}: {wrong} wrong of {}: {}",
            finding.looked,
            shown.join("; ")
        )
    };
    Evidence {
        proof: name.as_str().to_owned(),
        holds,
        looked: finding.looked,
        wrong: finding.wrong,
        found,
        todo: if holds {
            String::new()
        } else {
            todo.to_owned()
        },
    }
}

async fn remember(vault: &Vault, sight: &Sight, proof: &Proof) -> Result<(), VaultError> {
    let id: ProofRunId = vault.world().id();
    let count = |n: usize| i64::try_from(n).unwrap_or(i64::MAX);
    let run = vec![
        id.get().into(),
        sight.now.millis().into(),
        i64::from(proof.version).into(),
        plain(proof.hash.as_str()),
        count(proof.holds()).into(),
        count(proof.attested()).into(),
        count(proof.fails()).into(),
    ];
    let mut batch = vec![(&sql::RUN_ADD, run)];
    for (place, clause) in proof.clauses.iter().enumerate() {
        let evidence = serde_json::to_string(&(&clause.evidence, &clause.attested));
        let line = vec![
            id.get().into(),
            count(place).into(),
            plain(clause.number.as_str()),
            clause.verdict.as_str().into(),
            plain(evidence.unwrap_or_default()),
        ];
        batch.push((&sql::LINE_ADD, line));
    }
    let old = sight.now.plus_days(-KEPT_DAYS).millis();
    // A clock that stands wrong takes no old proof away.
    if vault.clock_in_doubt().await?.is_none() {
        batch.push((&sql::LINES_TIDY, vec![old.into()]));
        batch.push((&sql::RUNS_TIDY, vec![old.into()]));
    }
    vault
        .store()
        .write(move |db| db.many(&batch).map(|_| ()))
        .await?;
    Ok(())
}

fn run(row: &Row) -> Result<Run, StoreError> {
    Ok(Run {
        id: ProofRunId::from_raw(row.i64("id")?),
        at: Moment::from_millis(row.i64("at")?),
        version: row.i64("version")?,
        holds: row.i64("holds")?,
        attested: row.i64("attested")?,
        fails: row.i64("fails")?,
    })
}

/// The latest run that came to its end.
///
/// # Errors
/// When the store fails.
pub async fn last_run(vault: &Vault) -> Result<Option<Run>, VaultError> {
    let now = vault.world().now().plus_days(1).millis();
    let read = move |db: &mut dyn Db| {
        db.opt(&sql::RUN_LAST, &[now.into()])?
            .map(|row| run(&row))
            .transpose()
    };
    Ok(vault.store().read(read).await?)
}

/// The latest run with its clauses, as remembered; the words of the clauses are those in force now.
///
/// # Errors
/// When the store fails.
pub async fn last_proof(vault: &Vault) -> Result<Option<(Run, Vec<ClauseProof>)>, VaultError> {
    let Some(run) = last_run(vault).await? else {
        return Ok(None);
    };
    let id = run.id;
    let lines = move |db: &mut dyn Db| db.all(&sql::LINES_OF, &[id.get().into()]);
    let rows = vault.store().read(lines).await?;
    let declaration = vault.declaration();
    let mut clauses = Vec::with_capacity(rows.len());
    for row in &rows {
        let number = row.text("number")?.to_owned();
        let stated = declaration
            .clauses()
            .iter()
            .find(|clause| clause.number == number);
        let (evidence, attested) = serde_json::from_str(row.text("evidence")?).unwrap_or_default();
        clauses.push(ClauseProof {
            text: stated.map_or_else(String::new, |c| c.text.in_lang(Lang::Nb).to_owned()),
            number,
            verdict: Verdict::from_name(row.text("verdict")?).unwrap_or(Verdict::Fails),
            evidence,
            attested,
        });
    }
    Ok(Some((run, clauses)))
}
