//! What stands beside a case: what is to be corrected, its letters on paper, text that waits for a look.

use values::Typed;
use vault::Vault;
use web::{Colleague, Error, Page};

use crate::{
    rectification::{self, field_key, wanted},
    requests::{self, Kind, Request, paper},
    review, words,
};

/// Field, what it is now, what it should be, and whether a press puts it right.
type Wrong = (String, String, String, bool);

/// What is to be corrected in a case, and what an officer typed about it.
#[derive(Default)]
pub(crate) struct Mending {
    /// What was asked for, if it was said field by field.
    pub wrong: Option<Wrong>,
    /// Whether it has been carried out.
    pub corrected: bool,
    /// What an officer typed of what it should be: field and value.
    pub wish: (String, Typed),
    /// What an officer typed of what was changed by hand: kind of data and words.
    pub changed: (String, Typed),
    /// The kinds of data that can be changed by hand, by name.
    pub kinds: Vec<(&'static str, String)>,
}

/// What is to be corrected.
pub(crate) async fn mending(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    request: &Request,
) -> Result<Mending, Error> {
    let (wrong, corrected) = wrong(vault, page, who, request).await?;
    Ok(Mending {
        wrong,
        corrected,
        kinds: kinds(vault, page, request).await?,
        ..Mending::default()
    })
}

/// What is to be corrected, and what it is now; and whether it is done.
async fn wrong(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    request: &Request,
) -> Result<(Option<Wrong>, bool), Error> {
    if request.kind != Kind::Rectification {
        return Ok((None, true));
    }
    let permit = requests::open_case(vault, who.actor(), request.subject, request.id).await;
    let Ok(permit) = permit else {
        return Ok((None, true));
    };
    let events = requests::events(vault, request.id).await?;
    let done = rectification::is_done(vault, &permit, request, &events).await?;
    let Some((field, value)) = wanted(vault, &permit, request).await? else {
        return Ok((None, done));
    };
    let contact = customers::latest_contact(vault, &permit).await?;
    let now = contact.and_then(|(_, contact)| rectification::stands(&contact, &field));
    let by_press = now.is_some() && customers::Part::parse(&field, &value).is_ok();
    let name = page.t.s(field_key(&field)).to_owned();
    Ok((Some((name, now.unwrap_or_default(), value, by_press)), done))
}

/// Whether the case has a letter on paper, and whether one waits to be posted.
pub(crate) async fn on_paper(vault: &Vault, request: &Request) -> Result<Option<bool>, Error> {
    let all = paper::of_request(vault, request.id).await?;
    let waits = all.iter().any(|one| one.posted_on.is_none());
    Ok((!all.is_empty()).then_some(waits))
}

/// How many pieces of free text wait for a look before a copy is whole.
pub(crate) async fn unread(vault: &Vault, request: &Request) -> Result<i64, Error> {
    Ok(match request.kind {
        Kind::Access | Kind::Portability => review::waiting_of(vault, request.subject).await?,
        _ => 0,
    })
}

async fn kinds(
    vault: &Vault,
    page: &Page,
    request: &Request,
) -> Result<Vec<(&'static str, String)>, Error> {
    if request.kind != Kind::Rectification {
        return Ok(Vec::new());
    }
    let all = rectification::correctable(vault, request.subject).await?;
    let named = all.into_iter().map(|one| {
        let name = one.as_str();
        (name, words::category(name, page.lang))
    });
    Ok(named.collect())
}
