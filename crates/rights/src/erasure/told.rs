//! Whoever got what is erased has to be told (GDPR Art. 19).

use customers::disclosures::{self, Cause};
use declaration::vocabulary::Category;
use values::{Moment, SubjectId};
use vault::{Vault, VaultError};

use super::{
    plan::Planned,
    receipt::{Line, Outcome},
};
use crate::requests::Request;

/// What is erased by these lines: gone, or on its way, since it was decided.
fn gone<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<Category> {
    let gone = |line: &&Line| matches!(line.outcome, Outcome::Destroyed | Outcome::Unfinished);
    lines
        .filter(gone)
        .filter_map(|line| Category::from_name(&line.category))
        .collect()
}

/// What is gone, or on its way, under one subject of the person; also what went before a stop in between.
pub(crate) async fn gone_of(
    vault: &Vault,
    person: SubjectId,
    planned: &[Planned],
    lines: &[Line],
    since: Moment,
) -> Result<Vec<Category>, VaultError> {
    let theirs = planned.iter().zip(lines);
    let theirs = theirs.filter(|(one, _)| one.person == person);
    let mut all = gone(theirs.map(|(_, line)| line));
    for (category, at, _) in vault.erasures_of(person).await? {
        if at >= since && !all.contains(&category) {
            all.push(category);
        }
    }
    Ok(all)
}

/// Owes every recipient of these categories a notice: each category once for a request, also when an
/// erasure that was cut short is gone through again.
///
/// # Errors
/// When the store fails.
pub(crate) async fn owe(
    vault: &Vault,
    request: &Request,
    mut categories: Vec<Category>,
) -> Result<(), VaultError> {
    let mut known = disclosures::notices_of(vault, request.subject).await?;
    known.retain(|one| one.cause == Cause::Erasure && one.request == Some(request.id));
    categories.retain(|category| {
        let mut owed = known.iter().flat_map(|one| &one.categories);
        !owed.any(|name| name == category.as_str())
    });
    let (subject, id) = (request.subject, Some(request.id));
    disclosures::owe_notice(vault, subject, &categories, Cause::Erasure, id).await?;
    Ok(())
}
