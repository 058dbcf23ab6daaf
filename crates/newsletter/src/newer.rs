//! A no that is older than the person's own yes: what it ends, and what stands.

use values::SubjectId;
use vault::{ConsentLine, LookUp, Scope, Vault, VaultError, Work};

use crate::{
    subscriber::{Came, is_yes},
    topics::Choice,
};

/// A yes that stands, and the line of the ledger that says so.
pub(crate) type Stands = (Choice, ConsentLine);

pub(crate) async fn said_to(
    vault: &Vault,
    subject: SubjectId,
    about: &[Choice],
) -> Result<Vec<Stands>, VaultError> {
    let lines = vault.consents_standing(subject).await?;
    let stands = about.iter().filter_map(|choice| {
        let line = lines.iter().find(|line| is_yes(line, *choice))?;
        Some((*choice, line.clone()))
    });
    Ok(stands.collect())
}

/// What is said no to stays out by the hash of the address, but for what the person has said yes to
/// since: the list goes by the order in which words came in, so a newer yes is said again behind it.
/// What something else has kept out meanwhile stays out.
pub(crate) async fn silence(
    vault: &Vault,
    work: &mut Work,
    (scope, look_up): (&Scope, &LookUp),
    newer: &[Stands],
    came: Came,
) -> Result<(), VaultError> {
    if matches!(scope, Scope::Topic(..)) {
        if newer.is_empty() {
            work.suppress(scope, look_up, came.form)?;
        }
        return Ok(());
    }
    let mut free = Vec::new();
    for (choice, _) in newer {
        let (controller, topic) = (choice.controller, choice.topic);
        if !vault.suppressed(controller, topic, look_up).await? {
            free.push(*choice);
        }
    }
    work.suppress(scope, look_up, came.form)?;
    for choice in free {
        work.lift_suppression(choice.controller, choice.topic, look_up)?;
    }
    Ok(())
}
