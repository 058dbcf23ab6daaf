//! What a logged-in customer need not type again.

use declaration::vocabulary::{Category, purpose};
use values::Typed;
use vault::{Actor, Ask, Vault, VaultError};

use super::draft::Draft;

/// Whoever is logged in need not type what we already hold.
pub(super) async fn prefill(
    vault: &Vault,
    subject: values::SubjectId,
    draft: &mut Draft,
) -> Result<(), VaultError> {
    let ask = Ask::open(Actor::Subject(subject), subject).of(&[Category::Contact]);
    let Ok(permit) = vault.permit::<purpose::Visit>(ask).await else {
        return Ok(());
    };
    if let Some((_, contact)) = customers::latest_contact(vault, &permit).await? {
        draft.name = Typed::from(contact.name.reveal());
        if let Some(email) = &contact.email {
            draft.email = Typed::from(email.reveal());
        }
        if let Some(phone) = &contact.phone {
            draft.phone = Typed::from(phone.shown().reveal());
        }
        if let Some(organisation) = &contact.organisation {
            draft.organisation = Typed::from(organisation.reveal());
        }
    }
    Ok(())
}
