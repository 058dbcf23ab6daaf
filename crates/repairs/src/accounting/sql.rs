//! Statements of the accounting copies. Copies are added and never changed.

store::queries! {
    /// A copy.
    VOUCHER_ADD = "INSERT INTO voucher (purchase_id, controller_id, subject_id, record_id, number, year, issued_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// The copy of a purchase.
    VOUCHER = "SELECT purchase_id, controller_id, subject_id, record_id, number, year, issued_at FROM voucher WHERE purchase_id = $1";
    /// The copies of a year whose key is there, newest first.
    VOUCHERS = "SELECT v.purchase_id, v.controller_id, v.subject_id, v.record_id, v.number, v.year, v.issued_at FROM voucher v JOIN record r ON r.id = v.record_id WHERE v.year = $1 AND ($2 = 0 OR v.number = $2) ORDER BY v.issued_at DESC, v.purchase_id DESC LIMIT 200";
    /// The years there are copies of.
    VOUCHER_YEARS = "SELECT DISTINCT year FROM voucher ORDER BY year DESC";
    /// Purchases from before copies were written, after one of them.
    UNCOPIED = "SELECT p.id AS id, p.payer_id AS payer_id, p.customer_id AS customer_id, p.controller_id AS controller_id, p.record_id AS record_id, p.billing_record AS billing_record, p.total_ore AS total_ore, p.vat_ore AS vat_ore, p.due_on AS due_on, p.at AS at, o.number AS number, o.visit_id AS visit_id FROM purchase p JOIN work_order o ON o.id = p.order_id WHERE p.id > $1 AND NOT EXISTS (SELECT 1 FROM voucher v WHERE v.purchase_id = p.id) ORDER BY p.id LIMIT 50";
    /// Rows of copies that have gone with their time.
    VOUCHERS_DROP = "DELETE FROM voucher WHERE NOT EXISTS (SELECT 1 FROM record r WHERE r.id = voucher.record_id)";
}
