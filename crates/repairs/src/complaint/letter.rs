//! What the customer is told by letter: that the case is there, and what came of it.

use declaration::vocabulary::{Category, purpose};
use letters::{Letter, Posted};
use values::FreeText;
use vault::{Actor, Keep, Permit, Vault, VaultError, Work};
use web::{App, Arg};

use super::{CASE, ComplaintId, OVER, to_open};
use crate::{order::OrderRow, words::Outcome};

/// Which letter.
pub(super) enum Letters<'a> {
    /// The case is there.
    Received,
    /// It is decided, and why.
    Decided(Outcome, &'a FreeText),
}

/// Seals the letter; `None` when there is nobody to write to.
pub(super) async fn post(
    (app, vault, actor): (&App, &Vault, Actor),
    work: &mut Work,
    permit: &Permit<purpose::Claims>,
    (order, id, what): (&OrderRow, ComplaintId, &Letters<'_>),
) -> Result<Option<Posted>, VaultError> {
    let case = (CASE, id.get());
    let asked = to_open(vault, actor, permit.subject(), (&[Category::Contact], case));
    let opened = match asked.await {
        Ok(opened) => opened,
        Err(VaultError::Gone) => return Ok(None),
        Err(error) => return Err(error),
    };
    let contact = customers::latest_contact(vault, &opened).await?;
    let Some(email) = contact.and_then(|(_, contact)| contact.email.clone()) else {
        return Ok(None);
    };
    let t = app.texts.of(order.lang);
    let number = order.number.to_string();
    let address = format!(
        "{}{}/min-side/reklamasjon/{id}",
        app.settings.base_url,
        order.lang.prefix()
    );
    let rule = super::shown::in_words(vault, order.lang, OVER);
    let (outcome, reason) = match what {
        Letters::Received => ("", ""),
        Letters::Decided(outcome, reason) => (t.s(outcome.message_id()), reason.reveal()),
    };
    let args: [(&str, &dyn Arg); 5] = [
        ("number", &number),
        ("address", &address),
        ("rule", &rule),
        ("outcome", &outcome),
        ("reason", &reason),
    ];
    let (subject, text, word) = match what {
        Letters::Received => (
            "complaint-letter-received-subject",
            "complaint-letter-received",
            "received",
        ),
        Letters::Decided(..) => (
            "complaint-letter-decided-subject",
            "complaint-letter-decided",
            "decided",
        ),
    };
    let letter = Letter::new(email, t.f(subject, &args), t.f(text, &args))
        .in_lang(order.lang)
        .from(order.controller);
    let keep = Keep::from(CASE, id.get(), work.at());
    letters::post(work, permit, letter, &format!("claim-{word}-{id}"), &keep).map(Some)
}
