//! The document of a closed order: rendered once, from given texts and data, and never again. The
//! vehicle's copy has no field for a person or a price, so that none can get in.

use askama::Template;
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use values::{Moment, Ore, Shown};
use vault::VaultError;
use web::{Arg, Lang, Text};

use super::{Cover, PurchaseRow};
use crate::{
    order::{OrderRow, Totals, WorkLine},
    say,
    words::{LineKind, WarrantyKind},
};

/// What both copies say.
pub(crate) struct Facts<'a> {
    pub t: &'a Text,
    pub number: i64,
    pub version: i64,
    /// Who did it, on one line.
    pub workshop: String,
    pub controller: String,
    pub org_no: String,
    pub plate: Option<Shown>,
    pub vehicle: String,
    pub vin: String,
    pub opened: String,
    pub closed: String,
    pub made: String,
    pub readings: Vec<(String, String)>,
    pub lines: Vec<DocLine>,
    /// Random; makes the hash tell nothing to anybody who guesses the text.
    pub code: String,
}

/// A line of a document.
pub(crate) struct DocLine {
    pub kind: String,
    pub text: String,
    pub severity: String,
    pub part: String,
    pub quantity: String,
    pub warranty: String,
    pub claim: String,
    pub net: String,
    pub finding: bool,
    /// Taken out by an addition.
    pub old: bool,
    /// Added after the hand-over.
    pub added: bool,
}

/// What only the customer's copy says.
pub(crate) struct Bought {
    pub buyer: String,
    pub net: String,
    pub vat: Vec<(String, String)>,
    pub total: String,
    pub kid: String,
    pub due: String,
}

#[derive(Template)]
#[template(path = "document-vehicle.html")]
struct VehicleCopy<'a> {
    facts: &'a Facts<'a>,
}

#[derive(Template)]
#[template(path = "document-customer.html")]
struct CustomerCopy<'a> {
    facts: &'a Facts<'a>,
    bought: &'a Bought,
}

/// The vehicle's copy.
pub(crate) fn for_vehicle(facts: &Facts<'_>) -> Result<String, VaultError> {
    let copy = VehicleCopy { facts };
    copy.render().map_err(|_| VaultError::Corrupt("document"))
}

/// The customer's copy.
pub(crate) fn for_customer(facts: &Facts<'_>, bought: &Bought) -> Result<String, VaultError> {
    let copy = CustomerCopy { facts, bought };
    copy.render().map_err(|_| VaultError::Corrupt("document"))
}

/// SHA-256 of a document's bytes.
pub(crate) fn hash(document: &str) -> [u8; 32] {
    Sha256::digest(document.as_bytes()).into()
}

/// A random code as it is printed.
pub(crate) fn code(secret: [u8; 32]) -> String {
    HEXLOWER.encode(&secret[..16])
}

/// The day and time of an instant in words.
pub(crate) fn when(t: &Text, at: Moment) -> String {
    let local = at.local();
    format!(
        "{} {:02}:{:02}",
        say::date(t, at.local_date()),
        local.hour(),
        local.minute()
    )
}

/// A line, in the document's language.
pub(crate) fn line(t: &Text, line: &WorkLine, cover: Option<&Cover>, priced: bool) -> DocLine {
    let text = line.text.as_ref();
    let part = text.map_or_else(String::new, |text| {
        let numbers = text.part_no.iter().chain(text.serial.iter());
        let numbers: Vec<&str> = numbers.map(|one| one.reveal()).collect();
        numbers.join(", ")
    });
    let unit = match line.kind {
        LineKind::Labour => t.s("repair-unit-hours"),
        _ => t.s("repair-unit-pieces"),
    };
    let net = line.net().filter(|_| priced && line.billable());
    DocLine {
        kind: t.s(line.kind.message_id()).to_owned(),
        text: text.map_or_else(String::new, |text| text.text.reveal().to_owned()),
        severity: line
            .severity()
            .map_or_else(String::new, |one| t.s(one.message_id()).to_owned()),
        part,
        quantity: format!("{}\u{a0}{unit}", line.quantity),
        warranty: cover.map_or_else(String::new, |cover| warranty(t, line, cover)),
        claim: cover.map_or_else(String::new, |cover| {
            t.f1("repair-doc-claim", "day", say::date(t, cover.claim_until))
        }),
        net: net.map_or_else(String::new, |net| say::money(t.lang(), net)),
        finding: line.kind == LineKind::Finding,
        old: line.voided_by.is_some(),
        added: line.amends,
    }
}

/// The warranty of a line in words, with its last day.
pub(crate) fn warranty(t: &Text, line: &WorkLine, cover: &Cover) -> String {
    let until = cover
        .until
        .map(|day| t.f1("repair-doc-until", "day", say::date(t, day)));
    let limit = line.warranty.limit.map(|limit| {
        let unit = t.s(limit.unit.message_id());
        format!("{}\u{a0}{unit}", limit.value)
    });
    match (line.warranty.kind, until, limit) {
        (WarrantyKind::None, ..) | (_, None, None) => t.s("repair-doc-no-warranty").to_owned(),
        (_, Some(until), None) => until,
        (_, None, Some(limit)) => t.f1("repair-doc-limit", "limit", limit),
        (_, Some(until), Some(limit)) => {
            let args: [(&str, &dyn Arg); 2] = [("until", &until), ("limit", &limit)];
            t.f("repair-doc-until-or", &args)
        }
    }
}

/// The sums of a purchase in words.
pub(crate) fn bought(
    t: &Text,
    buyer: &str,
    totals: &Totals,
    (kid, due): (&str, jiff::civil::Date),
) -> Bought {
    let money = |ore: Ore| say::money(t.lang(), ore);
    Bought {
        buyer: buyer.to_owned(),
        net: money(totals.net),
        vat: totals
            .by_rate
            .iter()
            .map(|(rate, vat)| (rate.to_string(), money(*vat)))
            .collect(),
        total: money(totals.gross),
        kid: kid.to_owned(),
        due: say::date(t, due),
    }
}

/// The payment id of an order: its legal entity and number, and a check digit (MOD10).
pub(crate) fn kid(order: &OrderRow) -> String {
    let base = format!("{:02}{:07}", order.controller.get() % 100, order.number);
    let check = values::kid_mod10(&base).unwrap_or('0');
    format!("{base}{check}")
}

impl Facts<'_> {
    fn version_text(&self) -> String {
        if self.version == 1 {
            String::new()
        } else {
            self.t.f1("repair-doc-version", "version", self.version)
        }
    }

    fn amended(&self) -> bool {
        self.version > 1
    }
}

/// When a purchase is due.
pub(crate) fn due(purchase: &PurchaseRow) -> jiff::civil::Date {
    purchase.due_on
}

/// The language a copy is written in: the vehicle's in bokmål, whoever owns it.
pub(crate) const VEHICLE_LANG: Lang = Lang::Nb;
