//! Purchases from before there were accounting copies get theirs, and what was kept for bookkeeping
//! with every field of it is let go.

use declaration::vocabulary::{Category, Purpose, purpose};
use store::{Db, Row, StoreError};
use values::{Moment, Ore, PurchaseId, RecordId, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Sealed, Vault, VaultError};

use super::{Sale, sql};
use crate::{
    handover::Bill,
    records::{Billing, Purchase},
};

const CHORE: Actor = Actor::Chore("accounting");

/// A purchase without its copy.
#[derive(Clone)]
struct Older {
    sale: Sale,
    customer: SubjectId,
    payer: SubjectId,
    record: RecordId,
    billing: RecordId,
}

fn older(row: &Row) -> Result<Older, StoreError> {
    Ok(Older {
        sale: Sale {
            purchase: PurchaseId::from_raw(row.i64("id")?),
            controller: values::ControllerId::from_raw(row.i64("controller_id")?),
            number: row.i64("number")?,
            visit: row.i64("visit_id")?,
            lines: String::new(),
            total: Ore::new(row.i64("total_ore")?),
            vat: Ore::new(row.i64("vat_ore")?),
            due_on: row.text("due_on")?.to_owned(),
            at: Moment::from_millis(row.i64("at")?),
        },
        customer: SubjectId::from_raw(row.i64("customer_id")?),
        payer: SubjectId::from_raw(row.i64("payer_id")?),
        record: RecordId::from_raw(row.i64("record_id")?),
        billing: RecordId::from_raw(row.i64("billing_record")?),
    })
}

/// Writes the copies that are missing, and drops the rows of those that have gone. Answers how many
/// were written. May be cut short at any instant and run again.
///
/// # Errors
/// When the store or the vault fails.
pub async fn copy_older(vault: &Vault) -> Result<u64, VaultError> {
    let (mut written, mut after) = (0, 0_i64);
    loop {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::UNCOPIED, &[after.into()])?;
            rows.iter().map(older).collect::<Result<Vec<_>, _>>()
        };
        let batch = vault.store().read(read).await?;
        let Some(last) = batch.last() else { break };
        after = last.sale.purchase.get();
        for one in &batch {
            match vault::again(|| copy(vault, one)).await {
                Ok(()) => written += 1,
                // The person or their billing is gone: there is nothing left to copy.
                Err(VaultError::Gone) => {}
                Err(error) => return Err(error),
            }
        }
    }
    let drop = |db: &mut dyn Db| db.exec(&sql::VOUCHERS_DROP, &[]);
    vault.store().write(drop).await?;
    Ok(written)
}

async fn copy(vault: &Vault, older: &Older) -> Result<(), VaultError> {
    let case = older.sale.purchase.get();
    let ask = |subject, category| {
        Ask::open(CHORE, subject)
            .of(&[category])
            .case("purchase", case)
    };
    let bought: Permit<purpose::Rights> = vault
        .permit(ask(older.customer, Category::Purchase))
        .await?;
    let billed: Permit<purpose::Rights> = vault.permit(ask(older.payer, Category::Billing)).await?;
    let (record, billing) = (older.record, older.billing);
    let load = move |db: &mut dyn Db| {
        let purchase = Sealed::<Purchase>::load(db, record)?;
        Ok((purchase, Sealed::<Billing>::load(db, billing)?))
    };
    let (purchase, billing) = vault.store().read(load).await?;
    let billing = vault.open(&billed, &billing.ok_or(VaultError::Gone)?)?;
    let purchase = vault.open(&bought, &purchase.ok_or(VaultError::Gone)?)?;
    let sale = Sale {
        lines: purchase.lines.clone(),
        ..older.sale.clone()
    };
    let bill = Bill {
        other: false,
        name: billing.name.clone(),
        org_no: billing.org_no.clone(),
        address: billing.address.clone(),
        postal_code: billing.postal_code.clone(),
        city: billing.city.clone(),
        email: None,
        terms_days: billing.payment_terms_days,
    };
    let mut work = vault.work();
    let row = super::seal(
        vault,
        &mut work,
        CHORE,
        (older.payer, false),
        (&bill, &sale),
    )
    .await?;
    let kept = Keep::from("purchase", case, sale.at);
    work.let_go(&bought, Category::Purchase, Purpose::Accounting, &kept)?;
    work.let_go(&billed, Category::Billing, Purpose::Accounting, &kept)?;
    let laid = work.finish();
    let write = move |db: &mut dyn Db| {
        laid.lay(db)?;
        row.lay(db)
    };
    vault.store().write(write).await?;
    Ok(())
}
