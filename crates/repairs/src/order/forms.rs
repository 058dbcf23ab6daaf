//! The form of a line: what was typed, parsed once.

use serde::Deserialize;
use values::{BasisPoints, FreeText, Line, Ore, Quantity, Typed};
use vault::Personal;
use vehicles::Unit;
use web::Errors;

use super::{Limit, NewLine, Warranty, change::Numbers};
use crate::{
    records::WorkText,
    words::{LineKind, Severity, WarrantyKind},
};

/// A line as typed. The technician's form has no price and no warranty.
#[derive(Default, Deserialize)]
pub(crate) struct LineForm {
    #[serde(default)]
    pub kind: Typed,
    #[serde(default)]
    pub text: Typed,
    #[serde(default)]
    pub severity: Typed,
    #[serde(default)]
    pub quantity: Typed,
    #[serde(default)]
    pub part_no: Typed,
    #[serde(default)]
    pub serial: Typed,
    #[serde(default)]
    pub price: Typed,
    #[serde(default)]
    pub vat: Typed,
    #[serde(default)]
    pub warranty: Typed,
    #[serde(default)]
    pub months: Typed,
    #[serde(default)]
    pub limit: Typed,
    #[serde(default)]
    pub unit: Typed,
    #[serde(default)]
    pub long_life: bool,
}

/// The most a warranty may last, in months.
const LONGEST_WARRANTY: i64 = 240;

/// Parses a whole line; notes at the fields what is wrong.
pub(crate) fn parse_line(
    typed: &LineForm,
    errors: &mut Errors,
    general_vat: BasisPoints,
) -> Option<NewLine> {
    let kind = LineKind::from_name(typed.kind.as_str()).filter(|kind| *kind != LineKind::Struck);
    if kind.is_none() {
        errors.add("kind", "error-choice");
    }
    let text = errors.take("text", FreeText::parse(typed.text.as_str()));
    let severity = (kind == Some(LineKind::Finding))
        .then(|| Severity::from_name(typed.severity.as_str()).unwrap_or(Severity::Remark));
    let part_no = errors.take("part_no", Line::parse_optional(typed.part_no.as_str()));
    let serial = errors.take("serial", Line::parse_optional(typed.serial.as_str()));
    let numbers = parse_numbers(typed, errors, kind, general_vat);
    let (Some(text), Some(part_no), Some(serial), Some(numbers)) = (text, part_no, serial, numbers)
    else {
        return None;
    };
    if errors.any() {
        return None;
    }
    let text = Personal::new(WorkText {
        text,
        severity: severity.map(|one| one.as_str().to_owned()),
        part_no,
        serial,
    });
    Some(NewLine { numbers, text })
}

/// Parses the numbers of a line.
pub(crate) fn parse_numbers(
    typed: &LineForm,
    errors: &mut Errors,
    kind: Option<LineKind>,
    general_vat: BasisPoints,
) -> Option<Numbers> {
    let kind = kind?;
    if kind == LineKind::Finding {
        return Some(Numbers {
            kind,
            quantity: Quantity::ONE,
            price: None,
            vat: BasisPoints::ZERO,
            warranty: Warranty::NONE,
            long_life: false,
        });
    }
    let quantity = errors.take("quantity", Quantity::parse(typed.quantity.as_str()));
    let price = if typed.price.is_blank() {
        Some(None)
    } else {
        errors
            .take("price", Ore::parse_price(typed.price.as_str()))
            .map(Some)
    };
    let vat = parse_vat(typed, errors, general_vat);
    let warranty = parse_warranty(typed, errors);
    Some(Numbers {
        kind,
        quantity: quantity?,
        price: price?,
        vat: vat?,
        warranty: warranty?,
        long_life: typed.long_life,
    })
}

fn parse_vat(typed: &LineForm, errors: &mut Errors, general: BasisPoints) -> Option<BasisPoints> {
    match typed.vat.as_str() {
        "" | "general" => Some(general),
        "0" => Some(BasisPoints::ZERO),
        _ => {
            errors.add("vat", "error-choice");
            None
        }
    }
}

fn parse_warranty(typed: &LineForm, errors: &mut Errors) -> Option<Warranty> {
    let kind = match typed.warranty.as_str() {
        "" => WarrantyKind::None,
        word => match WarrantyKind::from_name(word) {
            Some(kind) => kind,
            None => {
                errors.add("warranty", "error-choice");
                return None;
            }
        },
    };
    if kind == WarrantyKind::None {
        return Some(Warranty::NONE);
    }
    let months = typed.months.as_str().trim();
    let months = match (months.is_empty(), kind, months.parse::<i64>()) {
        (true, WarrantyKind::Limit, _) => 0,
        (_, _, Ok(months)) if (1..=LONGEST_WARRANTY).contains(&months) => months,
        (true, ..) => {
            errors.add("months", "error-missing");
            return None;
        }
        _ => {
            errors.add("months", "error-range");
            return None;
        }
    };
    if kind == WarrantyKind::Months {
        return Some(Warranty {
            kind,
            months,
            limit: None,
        });
    }
    let bare: String = typed
        .limit
        .as_str()
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    let value = bare
        .parse::<i64>()
        .ok()
        .filter(|v| (1..=9_999_999).contains(v));
    let unit = Unit::from_name(typed.unit.as_str()).unwrap_or(Unit::Km);
    let Some(value) = value else {
        errors.add("limit", "error-number");
        return None;
    };
    Some(Warranty {
        kind,
        months,
        limit: Some(Limit { value, unit }),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(pairs: &[(&str, &str)]) -> LineForm {
        let mut form = LineForm::default();
        for (name, value) in pairs {
            let field = match *name {
                "kind" => &mut form.kind,
                "text" => &mut form.text,
                "quantity" => &mut form.quantity,
                "price" => &mut form.price,
                "warranty" => &mut form.warranty,
                "months" => &mut form.months,
                "limit" => &mut form.limit,
                "unit" => &mut form.unit,
                _ => &mut form.vat,
            };
            *field = Typed::from(*value);
        }
        form
    }

    #[test]
    fn a_line_is_parsed_once() {
        let mut errors = Errors::new();
        let typed = form(&[
            ("kind", "part"),
            ("text", "Slange 3/8\""),
            ("quantity", "2"),
            ("price", "450"),
            ("warranty", "limit"),
            ("months", "12"),
            ("limit", "50 000"),
            ("unit", "km"),
        ]);
        let line = parse_line(&typed, &mut errors, BasisPoints::GENERAL_VAT).unwrap();
        assert_eq!(line.numbers.price, Some(Ore::new(45_000)));
        assert_eq!(line.numbers.warranty.limit.unwrap().value, 50_000);
        assert_eq!(line.numbers.vat, BasisPoints::GENERAL_VAT);
    }

    #[test]
    fn what_is_wrong_is_said_at_its_field() {
        for (pairs, field) in [
            (&[("kind", "gift"), ("text", "x")][..], "kind"),
            (
                &[("kind", "labour"), ("text", "x"), ("quantity", "0")],
                "quantity",
            ),
            (
                &[
                    ("kind", "part"),
                    ("text", "x"),
                    ("quantity", "1"),
                    ("price", "ti"),
                ],
                "price",
            ),
            (
                &[
                    ("kind", "part"),
                    ("text", "x"),
                    ("quantity", "1"),
                    ("warranty", "months"),
                ],
                "months",
            ),
            (
                &[
                    ("kind", "part"),
                    ("text", "x"),
                    ("quantity", "1"),
                    ("warranty", "limit"),
                ],
                "limit",
            ),
            (
                &[
                    ("kind", "part"),
                    ("text", "x"),
                    ("quantity", "1"),
                    ("vat", "99"),
                ],
                "vat",
            ),
            (&[("kind", "finding"), ("text", "")], "text"),
        ] {
            let mut errors = Errors::new();
            let line = parse_line(&form(pairs), &mut errors, BasisPoints::GENERAL_VAT);
            assert!(line.is_none() && errors.of(field).is_some(), "{field}");
        }
    }
}
