//! The rows of a hand-over, for one transaction.

use jiff::civil::Date;
use store::{Db, StoreError, Value, bytes, plain};
use values::{JobId, Moment, PurchaseId, RecordId, SubjectId, WorkOrderId};

use super::{Copy, Cover, sql};
use crate::{
    order::{self, OrderRow, Totals, add_party},
    words::Buyer,
};

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
pub(super) struct Rows {
    pub order: OrderRow,
    pub id: PurchaseId,
    pub customer: SubjectId,
    pub payer: (SubjectId, RecordId, bool),
    pub record: RecordId,
    pub buyer: Buyer,
    pub totals: Totals,
    pub due: Date,
    pub covers: Vec<Cover>,
    pub documents: [DocumentNew; 2],
    pub collector: Option<(SubjectId, RecordId)>,
    pub at: Moment,
    pub by: i64,
}

impl Rows {
    pub(super) fn lay(&self, db: &mut dyn Db) -> Result<(), StoreError> {
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
