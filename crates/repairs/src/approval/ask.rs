//! Asking the customer: the price is sealed as shown, hashed, and a letter with a link goes out.

use declaration::vocabulary::{Category, purpose};
use letters::{Letter, Posted};
use store::StoreError;
use values::{ApprovalId, FreeText, Moment, Ore, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Personal, Vault, VaultError, Work};
use web::{App, Arg};

use super::{
    ApprovalRow, NeedsAnswer, PriceDoc, approvals_of, ceiling, link,
    page::{PriceLine, hash},
    sql,
};
use crate::{
    job::JobView,
    open,
    order::{self, CLOSED},
    records::{PriceAnswer, PriceShown},
    say,
    words::{ApprovalState, PriceKind},
};

/// What came of asking.
pub(crate) struct Asked {
    pub id: ApprovalId,
    /// Whether a letter goes out.
    pub mailed: bool,
}

/// Asks the customer of an order about its price as it is now. A price not answered yet is replaced.
///
/// # Errors
/// `Refused` with a message when there is nobody to ask, nothing to ask about, or the order changed
/// meanwhile; the vault and the store.
pub(crate) async fn ask(
    app: &App,
    vault: &Vault,
    actor: Actor,
    job: &JobView,
    (kind, by_mail): (PriceKind, bool),
) -> Result<Asked, VaultError> {
    let refused = |why| VaultError::Store(StoreError::Refused(why));
    let order = &job.order;
    if order.closed() {
        return Err(refused(CLOSED));
    }
    let customer = order
        .customer
        .ok_or_else(|| refused("repair-nobody-to-ask"))?;
    let lines = job.current();
    let sums = crate::sums(&lines).ok_or_else(|| refused("error-range"))?;
    if sums.unpriced > 0 {
        return Err(refused("repair-unpriced"));
    }
    if sums.gross == Ore::ZERO {
        return Err(refused("repair-nothing-to-ask"));
    }
    let today = vault.world().now().local_date();
    let most = ceiling(&vault.rules(), kind, sums.gross, today)
        .map_err(|_: NeedsAnswer| VaultError::RuleMissing(super::OVERRUN.to_owned()))?;
    let plate = job
        .plate()
        .map_or_else(String::new, |plate| plate.reveal().to_owned());
    let shown = lines.iter().map(|line| PriceLine::of(line)).collect();
    let code = vault.world().secret();
    let doc = PriceDoc::new(code, order.number, (kind, most), plate, (shown, &sums));
    let id: ApprovalId = vault.world().id();
    vault::again(|| async {
        write(
            app,
            vault,
            actor,
            job,
            (&doc, kind),
            (id, customer, by_mail),
        )
        .await
    })
    .await
}

async fn write(
    app: &App,
    vault: &Vault,
    actor: Actor,
    job: &JobView,
    (doc, kind): (&PriceDoc, PriceKind),
    (id, customer, by_mail): (ApprovalId, SubjectId, bool),
) -> Result<Asked, VaultError> {
    let order = &job.order;
    let ask = Ask::open(actor, customer)
        .of(&[
            Category::Contact,
            Category::Purchase,
            Category::Correspondence,
        ])
        .case("visit", order.visit.get());
    let permit = vault.permit::<purpose::Visit>(ask).await?;
    let mut work = vault.work();
    let document = doc.print().ok_or(VaultError::Corrupt("price"))?;
    let hashed = hash(&document);
    let record = Personal::new(PriceShown {
        number: order.number.to_string(),
        approval: kind.as_str().to_owned(),
        lines: doc.lines_in_words(),
        total_ore: doc.gross.get(),
        vat_ore: doc.vat.get(),
        document,
    });
    let keep = Keep::while_open("visit", order.visit.get());
    let provenance = open::provenance(vault, "derived", order.visit.get());
    let record = work.seal(&permit, &record, &provenance, &keep)?;
    let posted = if by_mail {
        letter(app, vault, &mut work, &permit, (job, doc, id)).await?
    } else {
        None
    };
    let values = [
        id.get().into(),
        order.id.get().into(),
        customer.get().into(),
        store::bytes(link::tag(vault, id)),
        kind.as_str().into(),
        doc.gross.get().into(),
        record.get().into(),
        store::bytes(hashed),
        order.changes.into(),
        work.at().millis().into(),
        actor.id().into(),
    ];
    let (laid, order, changes) = (work.finish(), order.id, order.changes);
    let mailed = posted.is_some();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        match order::by_id(db, order)? {
            Some(now) if now.closed() => return Err(StoreError::Refused(CLOSED)),
            Some(now) if now.changes == changes => {}
            _ => return Err(StoreError::Refused("repair-order-changed")),
        }
        db.exec(&sql::REPLACE, &[order.get().into()])?;
        db.exec(&sql::ADD, &values)?;
        posted.as_ref().map_or(Ok(()), |posted| posted.enqueue(db))
    });
    write.await?;
    Ok(Asked { id, mailed })
}

/// The letter with the link; `None` when the customer has no e-mail.
async fn letter(
    app: &App,
    vault: &Vault,
    work: &mut Work,
    permit: &Permit<purpose::Visit>,
    (job, doc, id): (&JobView, &PriceDoc, ApprovalId),
) -> Result<Option<Posted>, VaultError> {
    let Some((_, contact)) = customers::latest_contact(vault, permit).await? else {
        return Ok(None);
    };
    let Some(email) = &contact.email else {
        return Ok(None);
    };
    let order = &job.order;
    let text = app.texts.of(order.lang);
    let path = format!("/godkjenn/{}", link::code_of(vault, id));
    let address = format!("{}{}{path}", app.settings.base_url, order.lang.prefix());
    let number = order.number.to_string();
    let total = say::money(order.lang, doc.gross);
    let kind = text.s(doc.kind().message_id()).to_lowercase();
    let args: [(&str, &dyn Arg); 5] = [
        ("number", &number),
        ("plate", &doc.plate),
        ("total", &total),
        ("kind", &kind),
        ("address", &address),
    ];
    let letter = Letter::new(
        email.clone(),
        text.f("repair-letter-price-subject", &args),
        text.f("repair-letter-price", &args),
    )
    .in_lang(order.lang)
    .from(order.controller);
    let keep = Keep::from("visit", order.visit.get(), work.at());
    let dedup = format!("price-{}", id.get());
    letters::post(work, permit, letter, &dedup, &keep).map(Some)
}

/// The customer answered on the phone: who was spoken with and when stands beside it.
///
/// # Errors
/// When it was answered already, the judge says no or the store fails.
pub(crate) async fn by_phone(
    vault: &Vault,
    actor: Actor,
    job: &JobView,
    id: ApprovalId,
    (answer, at, note): (ApprovalState, Moment, &FreeText),
) -> Result<(), VaultError> {
    let order = job.order.id;
    let asked = vault
        .store()
        .read(move |db| approvals_of(db, order))
        .await?;
    let asked = asked
        .into_iter()
        .find(|one| one.id == id)
        .ok_or(VaultError::Gone)?;
    let answered = Answered {
        answer,
        at,
        via: "phone",
        note: Some(note.clone()),
    };
    let done = put_answer(vault, actor, (&asked, job.order.number), &answered).await?;
    if done {
        Ok(())
    } else {
        Err(StoreError::Refused("repair-answered-already").into())
    }
}

/// An answer.
pub(crate) struct Answered {
    pub answer: ApprovalState,
    pub at: Moment,
    pub via: &'static str,
    pub note: Option<FreeText>,
}

/// Enters an answer; false when there was one already.
///
/// # Errors
/// When the judge says no or the store fails.
pub(crate) async fn put_answer(
    vault: &Vault,
    actor: Actor,
    (asked, number): (&ApprovalRow, i64),
    answered: &Answered,
) -> Result<bool, VaultError> {
    vault::again(|| async {
        let mut work = vault.work();
        let mut note = None;
        if let Some(text) = &answered.note {
            let ask = Ask::seal(actor, asked.customer)
                .of(&[Category::Purchase])
                .case("order", asked.order.get());
            let permit = vault.permit::<purpose::Visit>(ask).await?;
            let record = Personal::new(PriceAnswer {
                number: number.to_string(),
                approval: text.clone(),
            });
            let order = asked.order;
            let there = vault
                .store()
                .read(move |db| order::by_id(db, order))
                .await?;
            let visit = there.ok_or(VaultError::Gone)?.visit.get();
            let keep = Keep::while_open("visit", visit);
            let provenance = open::told(vault, visit);
            note = Some(work.seal(&permit, &record, &provenance, &keep)?);
        }
        let values = [
            asked.id.get().into(),
            answered.answer.as_str().into(),
            answered.at.millis().into(),
            answered.via.into(),
            actor.id().into(),
            note.map(values::RecordId::get).into(),
        ];
        let laid = work.finish();
        let write = vault.store().write(move |db| {
            if db.exec(&sql::ANSWER, &values)? == 0 {
                return Ok(false);
            }
            laid.lay(db)?;
            Ok(true)
        });
        Ok(write.await?)
    })
    .await
}
