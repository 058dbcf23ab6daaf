//! Messages about one's own vehicle: which of them somebody wants by e-mail. Each kind has a switch of its
//! own, on a page without log-in that every such letter leads to (`/meldinger/{code}`), and in the profile.

mod pages;

use declaration::{Declaration, vocabulary::Purpose};
use values::{Moment, SubjectId};
use vault::{ServiceMessage, Vault, VaultError};
use web::Lang;

pub use pages::title;
pub(crate) use pages::{Switch, switches};
pub use pages::{answer, choose, show};

const USE: &str = "service-messages";

/// The way out of a letter of this kind: the path of a page that asks, and changes nothing when it is looked
/// at. It is good as long as the house stands, and says nothing to others.
///
/// # Errors
/// When sealing fails.
pub fn service_link(
    vault: &Vault,
    lang: Lang,
    subject: SubjectId,
    kind: ServiceMessage,
) -> Result<String, VaultError> {
    let text = format!("{} {}", subject.get(), kind.as_str());
    let code = vault.seal_token(USE, text.as_bytes(), Moment::FOREVER)?;
    Ok(format!("{}/meldinger/{code}", lang.prefix()))
}

/// Whose such a code is, and of which kind the letter was.
fn holder(vault: &Vault, code: &str) -> Option<(SubjectId, ServiceMessage)> {
    let bytes = vault.open_token(USE, code)?;
    let (subject, kind) = std::str::from_utf8(&bytes).ok()?.split_once(' ')?;
    let subject = SubjectId::from_raw(subject.parse().ok()?);
    Some((subject, ServiceMessage::from_name(kind)?))
}

/// The kinds this house sends. Deadlines and recalls are written to addresses that are kept for reminders.
pub(crate) fn kinds(declaration: &Declaration) -> Vec<ServiceMessage> {
    let reminds = declaration.purpose(Purpose::ServiceReminders).is_some();
    let sent = |kind: &ServiceMessage| reminds || *kind == ServiceMessage::Ready;
    ServiceMessage::ALL.into_iter().filter(sent).collect()
}
