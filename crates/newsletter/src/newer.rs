//! What a no ends: an older no where the person has said yes since, and letters to customers.

use values::{Email, SubjectId};
use vault::{ConsentLine, LookUp, Scope, Vault, VaultError, Work};

use crate::{
    subscriber::{Came, NoTo, is_yes},
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

/// A no to letters somebody gets as a customer: in the ledger, and the end of what their address is kept
/// for. Where that is another address than the one the no came with, it stays out, too.
pub(crate) async fn no_as_customer(
    vault: &Vault,
    work: &mut Work,
    subject: SubjectId,
    (no, email): (NoTo, &Email),
    came: Came,
) -> Result<(), VaultError> {
    let Some(other) = customers::customer_email(vault, subject).await? else {
        return Ok(());
    };
    let about = match no {
        NoTo::Topic(choice) => Some([(choice.controller, choice.topic)]),
        NoTo::Everything => None,
    };
    if other.reveal() != email.reveal() {
        let scope = match no {
            NoTo::Topic(choice) => Scope::Topic(choice.controller, choice.topic.to_owned()),
            NoTo::Everything => Scope::All,
        };
        work.suppress(&scope, &LookUp::email(&other), came.form)?;
        work.keep_proof(subject, &LookUp::email(&other));
    }
    let came = customers::ConsentCame {
        form: came.form,
        actor: came.actor,
        lang: came.lang,
        said_at: Some(came.at),
        received_at: None,
    };
    let about = about.as_ref().map(<[_; 1]>::as_slice);
    customers::no_as_customer(vault, work, subject, about, &came).await
}
