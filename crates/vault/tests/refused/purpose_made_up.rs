//! Purposes, and what they may use, are those of the vocabulary.
use declaration::vocabulary::{MayUse, Purpose, PurposeType, category, purpose};

struct Anything;

impl PurposeType for Anything {
    const ID: Purpose = Purpose::Visit;
}

impl MayUse<category::Contact> for purpose::Repair {}

fn main() {}
