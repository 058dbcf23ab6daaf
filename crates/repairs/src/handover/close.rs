//! Closing an order: everything at once or nothing.

use bookings::{BookingRow, Catalogue, Ended};
use declaration::vocabulary::purpose;
use jiff::{Span, civil::Date};
use letters::{Letter, Posted};
use store::StoreError;
use values::{Email, Moment, PurchaseId, RecordId, SubjectId, WorkOrderId};
use vault::{Actor, Keep, Permit, Personal, Vault, VaultError, Work};
use web::{App, Arg};

use super::{
    Copy, Cover, cover,
    document::{self, Facts, VEHICLE_LANG},
    forms::HandOver,
    rows::{DocumentNew, Rows},
    seal,
};
use crate::{
    accounting,
    approval::{approvals_of, may_hand_over},
    intake::seal_deliverer,
    job::{self, JobView},
    order::{self, CLOSED, PartyRow, Totals, parties},
    records::{Purchase, VehicleDocument},
    say,
    words::Buyer,
};

/// What is read before an order closes.
struct Before {
    job: JobView,
    parties: Vec<PartyRow>,
    booking: Option<BookingRow>,
    catalogue: Catalogue,
    totals: Totals,
}

/// Hands an order over. Nothing of it can be changed afterwards.
///
/// # Errors
/// `Refused` with a message when the price must be asked about first, a line has no price, or the
/// order is closed; the vault and the store.
pub(crate) async fn close(
    app: &App,
    vault: &Vault,
    actor: Actor,
    id: WorkOrderId,
    how: &HandOver,
) -> Result<PurchaseId, VaultError> {
    vault::again(|| async {
        let before = look(vault, actor, id).await?;
        write(app, vault, actor, &before, how).await
    })
    .await
}

fn refused(why: &'static str) -> VaultError {
    StoreError::Refused(why).into()
}

async fn look(vault: &Vault, actor: Actor, id: WorkOrderId) -> Result<Before, VaultError> {
    let found = vault
        .store()
        .read(move |db| {
            let Some(order) = order::by_id(db, id)? else {
                return Ok(None);
            };
            let booking = match order.booking {
                Some(booking) => bookings::by_id(db, booking)?,
                None => None,
            };
            let parties = parties(db, order.visit)?;
            let asked = approvals_of(db, id)?;
            Ok(Some((order, booking, parties, asked, Catalogue::load(db)?)))
        })
        .await?;
    let (order, booking, parties, asked, catalogue) = found.ok_or(VaultError::Gone)?;
    if order.closed() {
        return Err(refused(CLOSED));
    }
    let job = job::view::<purpose::Visit>(vault, actor, order).await?;
    let totals = crate::sums(&job.current()).ok_or_else(|| refused("error-range"))?;
    if totals.unpriced > 0 {
        return Err(refused("repair-unpriced"));
    }
    let today = vault.world().now().local_date();
    if may_hand_over(&vault.rules(), &asked, totals.gross, today).is_err() {
        return Err(refused("repair-price-not-approved"));
    }
    Ok(Before {
        job,
        parties,
        booking,
        catalogue,
        totals,
    })
}

async fn write(
    app: &App,
    vault: &Vault,
    actor: Actor,
    before: &Before,
    how: &HandOver,
) -> Result<PurchaseId, VaultError> {
    let order = &before.job.order;
    let customer = order
        .customer
        .ok_or_else(|| refused("repair-nobody-to-ask"))?;
    let mut work = vault.work();
    let permit = seal::customer_permit(vault, actor, order, customer).await?;
    let id: PurchaseId = vault.world().id();
    let covers = covers(vault, &before.job, how.buyer, work.at())?;
    let kid = document::kid(order);
    let due = due_on(work.at().local_date(), how.bill.terms_days);
    let about = (before, covers.as_slice(), kid.as_str(), due);
    let papers = papers(app, vault, &mut work, &permit, about).await?;
    let (sold, both) = ((&papers.purchase, covers.as_slice()), (order, id));
    let record = seal::purchase(vault, &mut work, &permit, both, sold)?;
    let at_vehicle = seal::end_of_vehicle(vault, &mut work, actor, both, &papers.vehicle).await?;
    seal::end_of_customer(vault, &mut work, &permit, both, before.totals.gross).await?;
    let bill = (&how.bill, &before.totals, &*kid);
    let (payer, billing) = seal::billing(vault, &mut work, &permit, order, bill).await?;
    let sale = sale(before, id, (&papers.billed, due), work.at());
    let at_payer = (payer, how.bill.other);
    let voucher = accounting::seal(vault, &mut work, actor, at_payer, (&how.bill, &sale)).await?;
    let collector = end_of_others(vault, &mut work, actor, before, how).await?;
    let document = |copy, subject, record, hash, lang| DocumentNew {
        id: vault.world().id(),
        copy,
        subject,
        record,
        hash,
        lang,
        version: 1,
    };
    let (of_vehicle, of_customer) = (papers.vehicle_hash, papers.customer_hash);
    let (vehicle, posted) = (order.vehicle, papers.posted);
    let rows = Rows {
        order: order.clone(),
        id,
        customer,
        payer: (payer, billing, how.bill.other),
        record,
        buyer: how.buyer,
        totals: before.totals.clone(),
        due,
        covers,
        documents: [
            document(Copy::Vehicle, vehicle, at_vehicle, of_vehicle, VEHICLE_LANG),
            document(Copy::Customer, customer, record, of_customer, order.lang),
        ],
        collector,
        at: work.at(),
        by: actor.id(),
    };
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        rows.lay(db)?;
        voucher.lay(db)?;
        posted
            .as_ref()
            .map_or(Ok(()), |posted: &Posted| posted.enqueue(db))
    });
    write.await?;
    Ok(id)
}

/// What bookkeeping needs to know of the sale.
fn sale(
    before: &Before,
    purchase: PurchaseId,
    (lines, due): (&str, Date),
    at: Moment,
) -> accounting::Sale {
    let order = &before.job.order;
    accounting::Sale {
        purchase,
        controller: order.controller,
        number: order.number,
        visit: order.visit.get(),
        lines: lines.to_owned(),
        total: before.totals.gross,
        vat: before.totals.vat,
        due_on: due.to_string(),
        at,
    }
}

/// Everybody else whose part ends: who handed in, who comes for it, and the booking.
async fn end_of_others(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    before: &Before,
    how: &HandOver,
) -> Result<Option<(SubjectId, RecordId)>, VaultError> {
    let order = &before.job.order;
    for party in &before.parties {
        if party.party == "deliverer" {
            seal::end_of_deliverer(vault, work, actor, order, party.subject).await?;
        }
    }
    if let Some(row) = &before.booking {
        bookings::end_booking(vault, work, actor, row, Ended::Completed).await?;
    }
    let Some(who) = &how.collector else {
        return Ok(None);
    };
    let keep = Keep::from("visit", order.visit.get(), work.at());
    let sealed = seal_deliverer(vault, work, actor, order.visit, who, &keep).await?;
    Ok(Some(sealed))
}

fn covers(
    vault: &Vault,
    job: &JobView,
    buyer: Buyer,
    at: Moment,
) -> Result<Vec<Cover>, VaultError> {
    let rules = vault.rules();
    let billable = job.current().into_iter().filter(|line| line.billable());
    billable
        .map(|line| cover(&rules, line, buyer, at))
        .collect()
}

fn due_on(today: Date, days: i64) -> Date {
    let span = Span::new().try_days(days);
    span.and_then(|span| today.checked_add(span))
        .unwrap_or(today)
}

/// Both copies, sealed records ready, and the letter.
struct Papers {
    purchase: Personal<Purchase>,
    vehicle: Personal<VehicleDocument>,
    customer_hash: [u8; 32],
    vehicle_hash: [u8; 32],
    /// What is to be paid for, line by line.
    billed: String,
    posted: Option<Posted>,
}

async fn papers(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (before, covers, kid, due): (&Before, &[Cover], &str, Date),
) -> Result<Papers, VaultError> {
    let order = &before.job.order;
    let contact = customers::latest_contact(vault, permit).await?;
    let (_, contact) = contact.ok_or(VaultError::Gone)?;
    let buyer = seal::buyer_name(&contact);
    let t = app.texts.of(order.lang);
    let at = work.at();
    let about = (&before.job, &before.catalogue, covers);
    let facts = super::document_facts(vault, t, about, (at, 1, true));
    let bought = document::bought(t, buyer.reveal(), &before.totals, (kid, due));
    let customer_copy = document::for_customer(&facts, &bought)?;
    let nb = app.texts.of(VEHICLE_LANG);
    let bare: Facts<'_> = super::document_facts(vault, nb, about, (at, 1, false));
    let vehicle_copy = document::for_vehicle(&bare)?;
    let posted = match &contact.email {
        Some(email) => Some(letter(app, work, permit, before, email)?),
        None => None,
    };
    let vehicle = before.job.vehicle.as_ref();
    let (lines, warranty) = in_words(&facts);
    Ok(Papers {
        customer_hash: document::hash(&customer_copy),
        vehicle_hash: document::hash(&vehicle_copy),
        billed: billed(&facts),
        purchase: Personal::new(Purchase {
            number: order.number.to_string(),
            plate: vehicle.map(|one| one.record.plate.clone()),
            buyer,
            lines,
            total_ore: before.totals.gross.get(),
            vat_ore: before.totals.vat.get(),
            warranty,
            document: customer_copy,
        }),
        vehicle: Personal::new(VehicleDocument {
            text: order.number.to_string(),
            document: vehicle_copy,
        }),
        posted,
    })
}

/// The letter that says it is handed over, and where everything stands.
fn letter(
    app: &App,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    before: &Before,
    email: &Email,
) -> Result<Posted, VaultError> {
    let order = &before.job.order;
    let t = app.texts.of(order.lang);
    let number = order.number.to_string();
    let total = say::money(order.lang, before.totals.gross);
    let address = format!("{}{}/min-side", app.settings.base_url, order.lang.prefix());
    let args: [(&str, &dyn Arg); 3] = [
        ("number", &number),
        ("total", &total),
        ("address", &address),
    ];
    let letter = Letter::new(
        email.clone(),
        t.f("repair-letter-done-subject", &args),
        t.f("repair-letter-done", &args),
    )
    .in_lang(order.lang)
    .from(order.controller);
    let keep = Keep::from("visit", order.visit.get(), work.at());
    letters::post(
        work,
        permit,
        letter,
        &format!("done-{}", order.id.get()),
        &keep,
    )
}

/// The lines that are paid for, and nothing that was only found.
fn billed(facts: &Facts<'_>) -> String {
    let lines = facts.lines.iter().filter(|line| !line.finding);
    let lines = lines.map(|line| format!("{}, {} {}", line.text, line.quantity, line.net));
    lines.collect::<Vec<_>>().join("\n")
}

/// Lines and warranties in words, for the person's own copy of their data.
fn in_words(facts: &Facts<'_>) -> (String, String) {
    let (mut lines, mut warranties) = (Vec::new(), Vec::new());
    for line in &facts.lines {
        let text = format!(
            "{}: {}, {} {}",
            line.kind, line.text, line.quantity, line.net
        );
        lines.push(text.trim_end().to_owned());
        if !line.finding {
            warranties.push(format!("{}: {}. {}", line.text, line.warranty, line.claim));
        }
    }
    (lines.join("\n"), warranties.join("\n"))
}
