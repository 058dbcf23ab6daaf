//! What the customer's own page shows of this slice.

use askama::Template;
use customers::MinePanel;
use declaration::vocabulary::{Category, purpose};
use jiff::civil::Date;
use vault::{Ask, Personal, Sealed, Vault, VaultError};
use web::{App, Error, Later, Me, Page};

use super::timeline::{Life, What, life, own};
use crate::{
    approval::{ApprovalRow, code_of, waiting_for},
    handover::{PurchaseRow, covers_of, purchases},
    records::Purchase,
};

/// The customer's vehicles.
pub struct VehiclesPanel;

/// What the customer bought.
pub struct PurchasesPanel;

#[derive(Template)]
#[template(path = "panel-vehicles.html")]
struct Vehicles<'a> {
    page: &'a Page,
    lives: Vec<Life>,
    asked: Vec<(ApprovalRow, String)>,
}

impl MinePanel for VehiclesPanel {
    fn order(&self) -> u16 {
        20
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let mut lives = Vec::new();
            for id in own(vault, me).await? {
                match life(vault, page, me, id).await {
                    Ok(one) => lives.push(one),
                    Err(Error::NotFound | Error::Conflict(_)) => {}
                    Err(error) => return Err(error),
                }
            }
            let who = me.subject;
            let asked = vault.store().read(move |db| waiting_for(db, who)).await?;
            let asked = asked.into_iter().map(|row| {
                let path = format!("/godkjenn/{}", code_of(vault, row.id));
                (row, path)
            });
            let panel = Vehicles {
                page,
                lives,
                asked: asked.collect(),
            };
            Ok(panel.render()?)
        })
    }
}

/// A purchase in a list.
pub(super) struct Bought {
    pub row: PurchaseRow,
    pub record: Personal<Purchase>,
    /// The last day of the longest warranty.
    pub warranty: Option<Date>,
    /// The last day of the right to complain.
    pub claim: Option<Date>,
}

#[derive(Template)]
#[template(path = "panel-purchases.html")]
struct Purchases<'a> {
    page: &'a Page,
    bought: Vec<Bought>,
}

impl MinePanel for PurchasesPanel {
    fn order(&self) -> u16 {
        30
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let bought = bought(vault, me).await?;
            Ok(Purchases { page, bought }.render()?)
        })
    }
}

/// What the customer bought, opened by themselves.
pub(super) async fn bought(vault: &Vault, me: &Me) -> Result<Vec<Bought>, Error> {
    let who = me.subject;
    let found = vault
        .store()
        .read(move |db| {
            let mut found = Vec::new();
            for row in purchases(db, who)? {
                let covers = covers_of(db, row.order)?;
                let sealed = Sealed::<Purchase>::load(db, row.record)?;
                found.push((row, covers, sealed));
            }
            Ok(found)
        })
        .await?;
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let ask = Ask::open(me.actor(), who).of(&[Category::Purchase]);
    let permit = match vault.permit::<purpose::Account>(ask).await {
        Err(VaultError::Gone) => return Ok(Vec::new()),
        other => other?,
    };
    let mut bought = Vec::new();
    for (row, covers, sealed) in found {
        let Some(sealed) = sealed else { continue };
        bought.push(Bought {
            record: vault.open(&permit, &sealed)?,
            warranty: covers.iter().filter_map(|cover| cover.until).max(),
            claim: covers.iter().map(|cover| cover.claim_until).max(),
            row,
        });
    }
    Ok(bought)
}

impl Vehicles<'_> {
    /// What stands on the card: the last things done.
    fn last<'b>(&self, life: &'b Life) -> Vec<&'b super::timeline::Event> {
        let done = |event: &&super::timeline::Event| !matches!(event.what, What::Read(_));
        life.events.iter().filter(done).take(3).collect()
    }
}
