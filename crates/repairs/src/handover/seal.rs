//! What is sealed when an order closes, at whom, and until when each of it is kept.

use customers::CustomerContact;
use declaration::vocabulary::{Category, Purpose, purpose};
use values::{Moment, Ore, PurchaseId, RecordId, SubjectId};
use vault::{Actor, Ask, Keep, LookUp, Permit, Personal, SubjectKind, Vault, VaultError, Work};

use super::{Cover, forms::Bill};
use crate::{
    open,
    order::{OrderRow, Totals},
    records::{Billing, Purchase, VehicleDocument},
};

/// What the customer's strands are needed for when an order closes.
const OF_CUSTOMER: &[Category] = &[
    Category::Contact,
    Category::Enquiry,
    Category::VehicleLink,
    Category::Purchase,
    Category::Billing,
    Category::Correspondence,
];
/// What is known of the vehicle.
const OF_VEHICLE: &[Category] = &[Category::Vehicle, Category::BodyUsage, Category::Work];

/// Leave to open and seal for the customer.
pub(super) async fn customer_permit(
    vault: &Vault,
    actor: Actor,
    order: &OrderRow,
    customer: SubjectId,
) -> Result<Permit<purpose::Visit>, VaultError> {
    let ask = Ask::open(actor, customer)
        .of(OF_CUSTOMER)
        .case("visit", order.visit.get());
    vault.permit(ask).await
}

/// The purchase, kept for the relation and for claims, each by its own rule; what bookkeeping asks for is
/// a copy of its own. The account, where there is one, has its reason on the strand already.
pub(super) fn purchase(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (order, id): (&OrderRow, PurchaseId),
    (record, covers): (&Personal<Purchase>, &[Cover]),
) -> Result<RecordId, VaultError> {
    let now = work.at();
    let visit = Keep::from("visit", order.visit.get(), now);
    let bought = Keep::from("purchase", id.get(), now);
    let from = open::provenance(vault, "derived", order.visit.get());
    let sealed = work.seal(permit, record, &from, &visit)?;
    work.also_keep(permit, Category::Purchase, Purpose::Claims, &bought)?;
    if let Some(last) = covers.iter().filter_map(|cover| cover.until).max() {
        let end = Moment::after_day(last);
        let warranty = Keep::from("warranty", id.get(), end).by_rule("warranty-end");
        work.also_keep(permit, Category::Purchase, Purpose::Claims, &warranty)?;
    }
    Ok(sealed)
}

/// The relation's reasons end: their rules count from now. Contact and link are the claim file's too, and
/// kept for reminders.
pub(super) async fn end_of_customer(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (order, id): (&OrderRow, PurchaseId),
    paid: Ore,
) -> Result<(), VaultError> {
    let now = work.at();
    let visit = Keep::from("visit", order.visit.get(), now);
    let bought = Keep::from("purchase", id.get(), now);
    for category in [Category::Contact, Category::Enquiry, Category::VehicleLink] {
        work.end(permit, category, &visit)?;
    }
    for category in [Category::Contact, Category::VehicleLink] {
        work.also_keep(permit, category, Purpose::Claims, &bought)?;
    }
    // What was put right for nothing is no sale.
    if paid.get() > 0 {
        customer(vault, work, permit, order).await?;
    }
    reminded(vault, work, permit, order).await
}

/// Something was paid for: whoever may be written to as a customer, by the declaration and by what they
/// were offered and answered, is kept for that too.
async fn customer(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    order: &OrderRow,
) -> Result<(), VaultError> {
    let given = customers::CustomerGiven {
        controller: order.controller,
        form: "utlevering",
        actor: permit.actor(),
        lang: order.lang,
        case: ("visit", order.visit.get()),
    };
    customers::note_sale(vault, work, permit, given).await
}

/// The customer may be reminded of the vehicle's deadlines: from this visit on contact and link are kept
/// for that too, if the declaration says so and the customer has not said no. The next visit of the
/// same vehicle moves the date.
async fn reminded(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    order: &OrderRow,
) -> Result<(), VaultError> {
    let declaration = vault.declaration();
    let Some(promised) = declaration.purpose(Purpose::ServiceReminders) else {
        return Ok(());
    };
    let objected = vault.objections_of(permit.subject()).await?;
    if objected.contains(&Purpose::ServiceReminders) {
        return Ok(());
    }
    let visited = Keep::from("last_visit", order.vehicle.get(), work.at());
    for category in [Category::Contact, Category::VehicleLink] {
        if promised.keeps(category).is_some() {
            work.also_keep(permit, category, Purpose::ServiceReminders, &visited)?;
        }
    }
    Ok(())
}

/// What is known of the vehicle: the visit ends as a reason, and the work done is kept for claims and
/// for safety beside the vehicle's own life.
pub(super) async fn end_of_vehicle(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    (order, id): (&OrderRow, PurchaseId),
    document: &Personal<VehicleDocument>,
) -> Result<RecordId, VaultError> {
    let ask = Ask::seal(actor, order.vehicle)
        .of(OF_VEHICLE)
        .case("visit", order.visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let life = vehicles::keep(vault, order.vehicle).await?;
    let from = open::provenance(vault, "derived", order.visit.get());
    let sealed = work.seal(&permit, document, &from, &life)?;
    let now = work.at();
    let visit = Keep::from("visit", order.visit.get(), now).by_rule("relationship-end");
    for category in OF_VEHICLE {
        work.end(&permit, *category, &visit)?;
    }
    let bought = Keep::from("purchase", id.get(), now);
    work.also_keep(&permit, Category::Work, Purpose::Claims, &bought)?;
    work.also_keep(&permit, Category::Work, Purpose::Safety, &bought)?;
    Ok(sealed)
}

/// Whoever handed the vehicle in for another: their short term begins.
pub(super) async fn end_of_deliverer(
    vault: &Vault,
    work: &mut Work,
    actor: Actor,
    order: &OrderRow,
    who: SubjectId,
) -> Result<(), VaultError> {
    let ask = Ask::end(actor, who)
        .of(&[Category::Deliverer])
        .case("visit", order.visit.get());
    match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => {
            let visit = Keep::from("visit", order.visit.get(), work.at());
            work.end(&permit, Category::Deliverer, &visit)
        }
        Err(VaultError::Gone) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Who pays: the customer, or a subject of their own, who sees nothing of the customer nor the other
/// way round. Kept for the relation; bookkeeping has its own copy.
pub(super) async fn billing(
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    order: &OrderRow,
    (bill, totals, kid): (&Bill, &Totals, &str),
) -> Result<(SubjectId, RecordId), VaultError> {
    let bill = bill.clone();
    let other = bill.other;
    let hints = if other { look_ups(&bill) } else { Vec::new() };
    let record = Personal::new(Billing {
        name: bill.name,
        org_no: bill.org_no,
        address: bill.address,
        postal_code: bill.postal_code,
        city: bill.city,
        email: bill.email,
        payment_terms_days: bill.terms_days,
        kid: kid.to_owned(),
        amount_ore: totals.gross.get(),
        vat_ore: totals.vat.get(),
        document_no: order.number.to_string(),
    });
    let now = work.at();
    let visit = Keep::from("visit", order.visit.get(), now);
    let from = open::told(vault, order.visit.get());
    if !other {
        let sealed = work.seal(permit, &record, &from, &visit)?;
        return Ok((permit.subject(), sealed));
    }
    let payer = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(permit.actor(), payer)
        .of(&[Category::Billing])
        .case("visit", order.visit.get());
    let theirs = vault.permit::<purpose::Visit>(ask).await?;
    let sealed = work.seal(&theirs, &record, &from, &visit)?;
    for hint in &hints {
        work.hint(&theirs, Category::Billing, hint)?;
    }
    Ok((payer, sealed))
}

fn look_ups(bill: &Bill) -> Vec<LookUp> {
    let mut hints = LookUp::name_hints(&bill.name);
    hints.extend(bill.email.as_ref().map(LookUp::email));
    hints
}

/// The buyer's name as it stands in their newest contact.
pub(super) fn buyer_name(contact: &CustomerContact) -> values::PersonName {
    let company = contact.organisation.as_ref();
    company
        .and_then(|name| values::PersonName::parse(name.reveal()).ok())
        .unwrap_or_else(|| contact.name.clone())
}
