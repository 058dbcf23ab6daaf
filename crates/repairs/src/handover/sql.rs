//! Statements of the hand-over. Documents are added and never changed.

store::queries! {
    /// What was bought.
    PURCHASE_ADD = "INSERT INTO purchase (id, order_id, customer_id, payer_id, controller_id, record_id, billing_record, buyer, total_ore, vat_ore, due_on, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)";
    /// One purchase.
    PURCHASE = "SELECT id, order_id, customer_id, payer_id, controller_id, record_id, billing_record, buyer, total_ore, vat_ore, due_on, at FROM purchase WHERE id = $1";
    /// The purchase of an order.
    PURCHASE_OF = "SELECT id, order_id, customer_id, payer_id, controller_id, record_id, billing_record, buyer, total_ore, vat_ore, due_on, at FROM purchase WHERE order_id = $1";
    /// A customer's purchases, newest first.
    PURCHASES = "SELECT id, order_id, customer_id, payer_id, controller_id, record_id, billing_record, buyer, total_ore, vat_ore, due_on, at FROM purchase WHERE customer_id = $1 ORDER BY at DESC, id DESC";
    /// The warranty on a line, and the last day of the right to complain.
    WARRANTY_ADD = "INSERT INTO line_warranty (line_id, order_id, kind, from_on, until_on, claim_until_on, claim_rule) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The warranties of an order.
    WARRANTIES = "SELECT line_id, kind, from_on, until_on, claim_until_on, claim_rule FROM line_warranty WHERE order_id = $1 ORDER BY line_id";
    /// A document.
    DOCUMENT_ADD = "INSERT INTO document (id, order_id, version, copy, subject_id, record_id, sha256, lang, made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// The documents of an order, newest version first.
    DOCUMENTS = "SELECT id, order_id, version, copy, subject_id, record_id, sha256, lang, made_at FROM document WHERE order_id = $1 ORDER BY version DESC, copy";
    /// Documents of a copy, after one: for the proof.
    DOCUMENTS_AFTER = "SELECT id, order_id, version, copy, subject_id, record_id, sha256, lang, made_at FROM document WHERE copy = $1 AND id > $2 ORDER BY id LIMIT 200";
    /// Closed orders without a document: there must be none.
    BARE = "SELECT COUNT(*) AS n FROM work_order o WHERE o.stage = 'closed' AND NOT EXISTS (SELECT 1 FROM document d WHERE d.order_id = o.id AND d.copy = 'vehicle')";
    /// Lines of closed orders that are to be paid and have no warranty stated: there must be none.
    UNSTATED = "SELECT COUNT(*) AS n FROM work_line l JOIN work_order o ON o.id = l.order_id WHERE o.stage = 'closed' AND l.kind IN ('labour', 'part') AND NOT EXISTS (SELECT 1 FROM work_line c WHERE c.voids = l.id) AND NOT EXISTS (SELECT 1 FROM line_warranty w WHERE w.line_id = l.id)";
}
