//! Who got what about the person (GDPR Art. 15(1)(c)), and who was told of a correction, an erasure or a
//! restriction (Art. 19), as tables of their copy.

use customers::{
    Aside, Cell,
    disclosures::{self, Cause, Disclosure, Notice},
};
use values::SubjectId;
use vault::{Vault, VaultError};
use web::Page;

use crate::words;

/// The tables that have something in them.
///
/// # Errors
/// When the store fails.
pub(super) async fn asides(
    vault: &Vault,
    page: &Page,
    who: SubjectId,
) -> Result<Vec<Aside>, VaultError> {
    let given = disclosures::of(vault, who).await?;
    let notices = disclosures::notices_of(vault, who).await?;
    let mut all = Vec::new();
    if !given.is_empty() {
        all.push(given_table(vault, page, &given));
    }
    if !notices.is_empty() {
        all.push(told_table(vault, page, &notices));
    }
    Ok(all)
}

fn given_table(vault: &Vault, page: &Page, given: &[Disclosure]) -> Aside {
    let declaration = vault.declaration();
    let label = |key: &str| page.t.s(key).to_owned();
    let cells = |one: &Disclosure| {
        let by = declaration.controller(one.controller);
        vec![
            Cell::Text(words::recipient(&declaration, &one.recipient)),
            Cell::Text(words::categories(&one.categories, page.lang)),
            Cell::Text(words::purpose(&declaration, &one.purpose, page.lang)),
            Cell::Text(by.map_or_else(String::new, |found| found.name.clone())),
            Cell::At(one.at),
        ]
    };
    Aside {
        name: "disclosures",
        title: label("copy-gave"),
        lead: label("copy-gave-lead"),
        columns: vec![
            ("recipient", label("copy-gave-who")),
            ("categories", label("rights-what")),
            ("purpose", label("copy-gave-why")),
            ("by", label("copy-gave-by")),
            ("at", label("rights-when")),
        ],
        rows: given.iter().map(cells).collect(),
        calendar: None,
        portable: false,
    }
}

fn told_table(vault: &Vault, page: &Page, notices: &[Notice]) -> Aside {
    let declaration = vault.declaration();
    let label = |key: &str| page.t.s(key).to_owned();
    let cells = |one: &Notice| {
        let said = match one.cause {
            Cause::Rectification => "rights-kind-rectification",
            Cause::Erasure => "rights-kind-erasure",
            Cause::Restriction => "rights-kind-restriction",
        };
        vec![
            Cell::Text(words::recipient(&declaration, &one.recipient)),
            Cell::Text(words::categories(&one.categories, page.lang)),
            Cell::Word(one.cause.as_str(), label(said)),
            Cell::At(one.owed_at),
            Cell::maybe_at(one.told_at),
        ]
    };
    Aside {
        name: "notices",
        title: label("rights-told-title"),
        lead: label("copy-told-lead"),
        columns: vec![
            ("recipient", label("copy-gave-who")),
            ("categories", label("rights-what")),
            ("cause", label("copy-told-cause")),
            ("owed_at", label("copy-told-owed")),
            ("told_at", label("copy-told-at")),
        ],
        rows: notices.iter().map(cells).collect(),
        calendar: None,
        portable: false,
    }
}
