//! Closing an order: everything at once or nothing.

use bookings::{BookingRow, Catalogue, Ended};
use declaration::vocabulary::purpose;
use jiff::{Span, civil::Date};
use letters::{Letter, Posted};
use store::{Db, StoreError, Value, bytes, plain};
use values::{JobId, Moment, PurchaseId, RecordId, SubjectId, WorkOrderId};
use vault::{Actor, Keep, Permit, Personal, Vault, VaultError, Work};
use web::{App, Arg};

use super::{
    Copy, Cover, cover,
    document::{self, Facts, VEHICLE_LANG},
    forms::HandOver,
    seal, sql,
};
use crate::{
    approval::{approvals_of, may_hand_over},
    intake::seal_deliverer,
    job::{self, JobView},
    order::{self, CLOSED, OrderRow, PartyRow, Totals, add_party, parties},
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
    let (at_vehicle, documents, posted) = {
        let papers = papers(app, vault, &mut work, &permit, (before, &covers, &kid, due)).await?;
        let record = seal::purchase(
            vault,
            &mut work,
            &permit,
            (order, id),
            (&papers.purchase, &covers),
        )?;
        let at_vehicle =
            seal::end_of_vehicle(vault, &mut work, actor, (order, id), &papers.vehicle).await?;
        let documents = [
            (
                Copy::Vehicle,
                order.vehicle,
                at_vehicle,
                papers.vehicle_hash,
            ),
            (Copy::Customer, customer, record, papers.customer_hash),
        ];
        (record, documents, papers.posted)
    };
    seal::end_of_customer(&mut work, &permit, (order, id))?;
    let bill = (&how.bill, &before.totals, kid.as_str());
    let (payer, billing) = seal::billing(vault, &mut work, &permit, (order, id), bill).await?;
    for party in before
        .parties
        .iter()
        .filter(|party| party.party == "deliverer")
    {
        seal::end_of_deliverer(vault, &mut work, actor, order, party.subject).await?;
    }
    let mut collector = None;
    if let Some(who) = &how.collector {
        let keep = Keep::from("visit", order.visit.get(), work.at());
        let sealed = seal_deliverer(vault, &mut work, actor, order.visit, who, &keep).await?;
        collector = Some(sealed);
    }
    if let Some(row) = &before.booking {
        bookings::end_booking(vault, &mut work, actor, row, Ended::Completed).await?;
    }
    let rows = Rows {
        order: order.clone(),
        id,
        customer,
        payer: (payer, billing, how.bill.other),
        record: at_vehicle,
        buyer: how.buyer,
        totals: before.totals.clone(),
        due,
        covers,
        documents: documents.map(|(copy, subject, record, hash)| {
            let lang = match copy {
                Copy::Vehicle => VEHICLE_LANG,
                Copy::Customer => order.lang,
            };
            DocumentNew {
                id: vault.world().id(),
                copy,
                subject,
                record,
                hash,
                lang,
                version: 1,
            }
        }),
        collector,
        at: work.at(),
        by: actor.id(),
    };
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        rows.lay(db)?;
        posted
            .as_ref()
            .map_or(Ok(()), |posted: &Posted| posted.enqueue(db))
    });
    write.await?;
    Ok(id)
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
        Some(email) => {
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
            let keep = Keep::from("visit", order.visit.get(), at);
            let dedup = format!("done-{}", order.id.get());
            Some(letters::post(work, permit, letter, &dedup, &keep)?)
        }
        None => None,
    };
    let plate = before
        .job
        .vehicle
        .as_ref()
        .map(|one| one.record.plate.clone());
    let words = |facts: &Facts<'_>, what: fn(&document::DocLine) -> String| {
        facts.lines.iter().map(what).collect::<Vec<_>>().join("\n")
    };
    let lines = words(&facts, |line| {
        let text = format!("{}: {}, {}", line.kind, line.text, line.quantity);
        if line.net.is_empty() {
            text
        } else {
            format!("{text}, {}", line.net)
        }
    });
    let warranty = words(&facts, |line| match line.finding {
        true => String::new(),
        false => format!("{}: {}. {}", line.text, line.warranty, line.claim),
    });
    Ok(Papers {
        customer_hash: document::hash(&customer_copy),
        vehicle_hash: document::hash(&vehicle_copy),
        purchase: Personal::new(Purchase {
            number: order.number.to_string(),
            plate,
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

/// A row of `document`.
#[derive(Clone, Copy)]
pub(super) struct DocumentNew {
    pub id: JobId,
    pub copy: Copy,
    pub subject: SubjectId,
    pub record: RecordId,
    pub hash: [u8; 32],
    pub lang: web::Lang,
    pub version: i64,
}

impl DocumentNew {
    pub(super) fn lay(
        &self,
        db: &mut dyn Db,
        (order, at, by): (WorkOrderId, Moment, i64),
    ) -> Result<(), StoreError> {
        let values = [
            self.id.get().into(),
            order.get().into(),
            self.version.into(),
            self.copy.as_str().into(),
            self.subject.get().into(),
            self.record.get().into(),
            bytes(self.hash),
            self.lang.tag().into(),
            at.millis().into(),
            by.into(),
        ];
        db.exec(&sql::DOCUMENT_ADD, &values).map(|_| ())
    }
}

/// The rows of a hand-over.
#[derive(Clone)]
struct Rows {
    order: OrderRow,
    id: PurchaseId,
    customer: SubjectId,
    payer: (SubjectId, RecordId, bool),
    record: RecordId,
    buyer: Buyer,
    totals: Totals,
    due: Date,
    covers: Vec<Cover>,
    documents: [DocumentNew; 2],
    collector: Option<(SubjectId, RecordId)>,
    at: Moment,
    by: i64,
}

impl Rows {
    fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
        let (id, visit) = (self.order.id, self.order.visit);
        let close = [
            id.get().into(),
            self.order.changes.into(),
            self.at.millis().into(),
            self.by.into(),
        ];
        if db.exec(&order::sql::CLOSE, &close)? != 1 {
            return Err(StoreError::Refused(vault::STRAND_CHANGED));
        }
        db.exec(
            &order::sql::VISIT_CLOSE,
            &[visit.get().into(), self.at.millis().into()],
        )?;
        db.exec(&sql::PURCHASE_ADD, &self.purchase())?;
        for cover in &self.covers {
            cover.lay(db, id)?;
        }
        for document in &self.documents {
            document.lay(db, (id, self.at, self.by))?;
        }
        if let Some((who, record)) = self.collector {
            add_party(db, visit, "collector", (who, Some(record)), self.at)?;
        }
        if self.payer.2 {
            add_party(
                db,
                visit,
                "payer",
                (self.payer.0, Some(self.payer.1)),
                self.at,
            )?;
        }
        Ok(())
    }

    fn purchase(&self) -> [Value; 12] {
        [
            self.id.get().into(),
            self.order.id.get().into(),
            self.customer.get().into(),
            self.payer.0.get().into(),
            self.order.controller.get().into(),
            self.record.get().into(),
            self.payer.1.get().into(),
            self.buyer.as_str().into(),
            self.totals.gross.get().into(),
            self.totals.vat.get().into(),
            plain(self.due.to_string()),
            self.at.millis().into(),
        ]
    }
}
