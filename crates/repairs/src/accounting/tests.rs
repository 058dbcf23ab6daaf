//! The copy has the fields of the obligation and no other.

use declaration::vocabulary::{Category, fields_of};
use vault::Record;

use crate::records::Voucher;

#[test]
fn the_record_is_the_vocabulary_and_the_vocabulary_the_obligation() {
    let known: Vec<&str> = fields_of(Category::AccountingCopy)
        .map(|field| field.name)
        .collect();
    assert_eq!(Voucher::FIELDS, known);
    let declaration = vault::testing::declaration();
    let obligations = &declaration.source().obligations;
    let listed: Vec<&str> = obligations
        .iter()
        .flat_map(|one| &one.fields)
        .filter_map(|field| field.strip_prefix("accounting_copy."))
        .collect();
    assert_eq!(listed, known);
}
