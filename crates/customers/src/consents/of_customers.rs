//! Where what is said yes or no to meets the letters one gets as a customer.

use declaration::Channel;
use values::{ControllerId, Email, SubjectId};
use vault::{LookUp, Vault, VaultError, Work};

use super::{
    Decision,
    enter::{Came, Entry, enter},
    given,
};
use crate::as_customer::{customer_email, no_as_customer};

/// A no to one topic of a legal entity that was said where no consent was asked about: a yes to the same
/// topic ends with it. Does nothing where none stands.
///
/// # Errors
/// When the store fails.
pub(crate) async fn withdraw_topic(
    vault: &Vault,
    subject: SubjectId,
    (controller, topic): (ControllerId, &str),
    came: Came,
) -> Result<(), VaultError> {
    let lines = vault.consents_standing(subject).await?;
    let mut about = given(&lines);
    about.retain(|one| (one.controller, one.topic) == (controller, topic));
    let decisions = about
        .into_iter()
        .map(|about| Decision { about, yes: false });
    let decisions: Vec<Decision> = decisions.collect();
    if decisions.is_empty() {
        return Ok(());
    }
    let entry = Entry {
        subject,
        decisions: &decisions,
        stop_all: false,
        came,
        address: None,
        typed: &[],
    };
    enter(vault, &entry).await
}

/// What is said no to may be letters to a customer: they end, too, and so does the address they went to.
pub(super) async fn say_no_as_customer(
    vault: &Vault,
    work: &mut Work,
    entry: &Entry<'_>,
    emails: &mut Vec<Email>,
) -> Result<(), VaultError> {
    let Some(email) = customer_email(vault, entry.subject).await? else {
        return Ok(());
    };
    work.keep_proof(entry.subject, &LookUp::email(&email));
    if !emails.iter().any(|known| known.reveal() == email.reveal()) {
        emails.push(email);
    }
    let noes = entry.decisions.iter().filter(|one| !one.yes);
    let noes = noes.filter(|one| one.about.channel == Channel::Email);
    let about: Vec<(ControllerId, &str)> = noes
        .map(|one| (one.about.controller, one.about.topic))
        .collect();
    let about = (!entry.stop_all).then_some(about.as_slice());
    no_as_customer(vault, work, entry.subject, about, &entry.came).await
}
