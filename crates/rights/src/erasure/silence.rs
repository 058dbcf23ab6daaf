//! Whoever is forgotten is not written to either: what is left of an address is a keyed hash that says no.

use declaration::vocabulary::{Category, purpose::Rights};
use store::Db;
use values::{Email, Phone};
use vault::{
    Actor, Ask, LookUp, Opened, Permit, Scope, Tag, Vault, VaultError, record_spans,
    records_between, suppress_in,
};

use crate::{
    requests::{self, Request},
    words,
};

/// Categories that hold an address one can be written to or called at.
const ADDRESSED: &[Category] = &[
    Category::Contact,
    Category::Deliverer,
    Category::Marketing,
    Category::Account,
];

/// Every consent is withdrawn, and every address and number the person had stays out of all marketing by
/// a keyed hash that survives them (GDPR Art. 21(3); the declaration's C31). Before anything is
/// destroyed: a stop in between does it again. Of all there is only these categories are read.
pub(super) async fn silence(
    vault: &Vault,
    actor: Actor,
    request: &Request,
) -> Result<(), VaultError> {
    let subject = request.subject;
    let came = customers::ConsentCame {
        form: "erasure",
        actor,
        lang: words::lang_of(&request.lang),
        said_at: None,
        received_at: Some(request.received_at),
    };
    customers::withdraw_everything(vault, subject, came).await?;
    let strands = vault.strands_of(subject).await?;
    let among: Vec<Category> = strands
        .iter()
        .map(|strand| strand.category)
        .filter(|category| ADDRESSED.contains(category))
        .collect();
    if among.is_empty() {
        return Ok(());
    }
    let ask = Ask::open(actor, subject)
        .of(&among)
        .case(requests::SOURCE, request.id.get());
    let permit: Permit<Rights> = vault.permit(ask).await?;
    let mut tags: Vec<Tag> = Vec::new();
    for category in among {
        let load = move |db: &mut dyn Db| {
            let mut all = Vec::new();
            for span in record_spans(db, subject, category)? {
                all.extend(records_between(db, subject, category, span)?);
            }
            Ok(all)
        };
        for raw in vault.store().read_long(load).await? {
            for tag in reached_at(vault, &vault.open_any(&permit, &raw)?) {
                if !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
        }
    }
    let now = vault.world().now();
    let never = move |db: &mut dyn Db| {
        let mut all = tags.iter();
        all.try_for_each(|tag| suppress_in(db, tag, &Scope::All, now, "erasure"))
    };
    vault.store().write(never).await?;
    Ok(())
}

/// The keyed hashes of what somebody can be reached at by a record.
fn reached_at(vault: &Vault, record: &Opened) -> Vec<Tag> {
    let email = record.field("email").map(Email::parse);
    let phone = record.field("phone").map(Phone::parse);
    let email = email.and_then(Result::ok).map(|one| LookUp::email(&one));
    let phone = phone.and_then(Result::ok).map(|one| LookUp::phone(&one));
    let mut all: Vec<LookUp> = email.into_iter().chain(phone).collect();
    if let Some(code) = record.field("postal_code") {
        let names = ["name", "company"]
            .into_iter()
            .filter_map(|one| record.field(one));
        all.extend(names.map(|name| LookUp::post("post", name, code)));
    }
    all.iter().map(|look_up| vault.tag(look_up)).collect()
}
