//! What is kept of a person, to be planned with.

use values::SubjectId;
use vault::{StrandInfo, Vault, VaultError};

use super::plan::{Hold, Planned, plan};

/// The strands of a person, under every subject they are in the books, with their holds.
pub(crate) async fn strands(
    vault: &Vault,
    people: &[SubjectId],
) -> Result<Vec<(StrandInfo, Vec<Hold>)>, VaultError> {
    let mut found = Vec::new();
    for person in people {
        for strand in vault.strands_of(*person).await? {
            let holds = vault.holds_of(strand.id).await?;
            let holds = holds
                .into_iter()
                .map(|(_, reason, review)| (reason, review));
            let holds = holds.collect();
            found.push((strand, holds));
        }
    }
    Ok(found)
}

/// The plan for a person as things stand now.
pub(crate) async fn plan_for(
    vault: &Vault,
    people: &[SubjectId],
) -> Result<Vec<Planned>, VaultError> {
    Ok(plan(&strands(vault, people).await?, vault.world().now()))
}
