//! What the customer's own page shows of this slice.

use askama::Template;
use customers::{Asking, Mine, Panel};
use declaration::vocabulary::Category;
use jiff::civil::Date;
use store::StoreError;
use values::{RecordId, SubjectId, WorkOrderId};
use vault::{Personal, Sealed};
use web::{Error, Page};

use super::timeline::{Life, LifeRows, own_in};
use crate::{
    approval::{ApprovalRow, code_of, waiting_for},
    handover::{Cover, PurchaseRow, covers_of_each, purchases},
    records::Purchase,
};

/// So many of the last things done stand on a vehicle's card.
const LAST: usize = 3;

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

impl Panel for VehiclesPanel {
    type Rows = (Vec<(SubjectId, LifeRows)>, Vec<ApprovalRow>);
    const ORDER: u16 = 20;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        let (who, now) = (asking.me.subject, asking.now);
        let mut lives = Vec::new();
        for id in own_in(asking.db, who, now)? {
            asking.open(id, &[Category::Vehicle, Category::Work]);
            let rows = LifeRows::read(asking.app, asking.db, id, LAST)?;
            lives.push((id, rows));
        }
        Ok((lives, waiting_for(asking.db, who)?))
    }

    fn show(&self, mine: &Mine<'_>, (rows, asked): Self::Rows) -> Result<String, Error> {
        let (vault, page) = (mine.vault, mine.page);
        let mut lives = Vec::with_capacity(rows.len());
        for (id, rows) in rows {
            match mine.permit(id) {
                Ok(permit) => lives.extend(rows.open(vault, permit)?),
                Err(Error::NotFound | Error::Conflict(_)) => {}
                Err(error) => return Err(error),
            }
        }
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

impl Panel for PurchasesPanel {
    type Rows = Vec<(PurchaseRow, Vec<Cover>, Option<Sealed<Purchase>>)>;
    const ORDER: u16 = 30;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        let rows = purchases(asking.db, asking.me.subject)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        asking.open(asking.me.subject, &[Category::Purchase]);
        let orders: Vec<WorkOrderId> = rows.iter().map(|row| row.order).collect();
        let records: Vec<RecordId> = rows.iter().map(|row| row.record).collect();
        let covers = covers_of_each(asking.db, &orders)?;
        let sealed = Sealed::load_each(asking.db, &records)?;
        let found = rows.into_iter().zip(covers).zip(sealed);
        Ok(found
            .map(|((row, covers), sealed)| (row, covers, sealed))
            .collect())
    }

    fn show(&self, mine: &Mine<'_>, rows: Self::Rows) -> Result<String, Error> {
        let mut bought = Vec::with_capacity(rows.len());
        for (row, covers, sealed) in rows {
            let Some(sealed) = sealed else { continue };
            let permit = mine.permit(mine.me.subject)?;
            bought.push(Bought {
                record: mine.vault.open(permit, &sealed)?,
                warranty: covers.iter().filter_map(|cover| cover.until).max(),
                claim: covers.iter().map(|cover| cover.claim_until).max(),
                row,
            });
        }
        let page = mine.page;
        Ok(Purchases { page, bought }.render()?)
    }
}
