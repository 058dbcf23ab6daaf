//! Promises and their proofs.

use std::collections::BTreeSet;

use super::{Marks, bound, is_day};
use crate::source::{Attested, Source};
use crate::vocabulary::ProofName;

pub(super) fn check(source: &Source, marks: &mut Marks<'_>) {
    marks.when(
        source.clauses.is_empty(),
        "",
        "clause-missing",
        "nothing is promised by number",
    );
    let mut numbers = BTreeSet::new();
    for (index, clause) in source.clauses.iter().enumerate() {
        let path = format!("clause/{index}");
        let number = &clause.number;
        if !numbers.insert(number) {
            marks.say(&path, "clause-twice", format!("{number} stands twice"));
        }
        if clause.proof.is_empty() && clause.attested.is_none() {
            marks.say(
                &path,
                "clause-unproven",
                format!("nothing shows that {number} holds"),
            );
        }
        for (at, proof) in clause.proof.iter().enumerate() {
            let known = proof.strip_prefix("live:").and_then(ProofName::from_name);
            if known.is_none() {
                let said = format!("`{proof}` is no proof");
                marks.say(&format!("{path}/proof/{at}"), "proof-unknown", said);
            }
        }
        if let Some(found) = &clause.attested {
            attested(found, &format!("{path}/attested"), marks);
        }
        let (purposes, categories) = (&clause.purposes, &clause.categories);
        bound(
            source,
            purposes,
            categories,
            &path,
            "clause-undeclared",
            marks,
        );
    }
}

/// By whom, when, for what.
pub(super) fn attested(attested: &Attested, path: &str, marks: &mut Marks<'_>) {
    let blank = [&attested.by, &attested.what]
        .iter()
        .any(|words| words.trim().is_empty());
    let said = "the attestation is not complete";
    marks.when(
        blank || !is_day(&attested.on),
        path,
        "attested-incomplete",
        said,
    );
}
