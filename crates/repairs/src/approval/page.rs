//! What is shown when a price is asked about: data, so that it can be shown again exactly.

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use values::{BasisPoints, Ore, Quantity};

use crate::{
    order::{Totals, WorkLine},
    words::{LineKind, PriceKind, Severity},
};

/// A price as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PriceDoc {
    /// Random, so that the hash of what was shown tells nothing to anybody who guesses.
    pub code: String,
    /// The order's number.
    pub number: i64,
    /// How the price is meant.
    pub kind: String,
    /// The plate as people write it.
    pub plate: String,
    /// Line by line.
    pub lines: Vec<PriceLine>,
    /// Without tax.
    pub net: Ore,
    /// Tax.
    pub vat: Ore,
    /// With tax.
    pub gross: Ore,
    /// The most it may become without another question.
    pub ceiling: Option<Ore>,
}

/// A line as shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PriceLine {
    pub kind: String,
    pub text: String,
    pub severity: Option<String>,
    pub quantity: Quantity,
    pub price: Option<Ore>,
    pub vat: BasisPoints,
    pub net: Option<Ore>,
}

impl PriceLine {
    pub(crate) fn of(line: &WorkLine) -> Self {
        let text = line.text.as_ref().map(|text| text.text.reveal().to_owned());
        Self {
            kind: line.kind.as_str().to_owned(),
            text: text.unwrap_or_default(),
            severity: line.severity().map(|one| one.as_str().to_owned()),
            quantity: line.quantity,
            price: line.price.filter(|_| line.billable()),
            vat: line.vat,
            net: line.net().filter(|_| line.billable()),
        }
    }

    pub(crate) fn kind(&self) -> LineKind {
        LineKind::from_name(&self.kind).unwrap_or(LineKind::Finding)
    }

    pub(crate) fn severity(&self) -> Option<Severity> {
        Severity::from_name(self.severity.as_deref()?)
    }
}

impl PriceDoc {
    pub(crate) fn new(
        code: [u8; 32],
        number: i64,
        (kind, ceiling): (PriceKind, Option<Ore>),
        plate: String,
        (lines, totals): (Vec<PriceLine>, &Totals),
    ) -> Self {
        Self {
            code: HEXLOWER.encode(&code[..16]),
            number,
            kind: kind.as_str().to_owned(),
            plate,
            lines,
            net: totals.net,
            vat: totals.vat,
            gross: totals.gross,
            ceiling,
        }
    }

    pub(crate) fn kind(&self) -> PriceKind {
        PriceKind::from_name(&self.kind).unwrap_or(PriceKind::Indication)
    }

    /// As it is stored.
    pub(crate) fn print(&self) -> Option<String> {
        serde_json::to_string(self).ok()
    }

    /// As it was stored.
    pub(crate) fn read(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok()
    }

    /// The lines in words, for the person's own copy of their data.
    pub(crate) fn lines_in_words(&self) -> String {
        let one = |line: &PriceLine| match line.price {
            Some(price) => format!(
                "{}: {} x {} + {}",
                line.text, line.quantity, price, line.vat
            ),
            None => line.text.clone(),
        };
        self.lines.iter().map(one).collect::<Vec<_>>().join("\n")
    }
}

/// SHA-256 of what was shown.
pub(crate) fn hash(text: &str) -> [u8; 32] {
    Sha256::digest(text.as_bytes()).into()
}
