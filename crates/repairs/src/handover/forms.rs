//! The form of a hand-over.

use serde::Deserialize;
use values::{Address, Email, Line, OrgNo, PersonName, Phone, PostalCode, Typed};
use vault::Personal;
use web::Errors;

use crate::{records::Deliverer, words::Buyer};

/// A hand-over as typed.
#[derive(Default, Deserialize)]
pub(crate) struct HandOverForm {
    #[serde(default)]
    pub buyer: Typed,
    #[serde(default)]
    pub collector: Typed,
    #[serde(default)]
    pub collector_name: Typed,
    #[serde(default)]
    pub collector_phone: Typed,
    #[serde(default)]
    pub payer: Typed,
    #[serde(default)]
    pub name: Typed,
    #[serde(default)]
    pub org_no: Typed,
    #[serde(default)]
    pub address: Typed,
    #[serde(default)]
    pub postal_code: Typed,
    #[serde(default)]
    pub city: Typed,
    #[serde(default)]
    pub email: Typed,
    #[serde(default)]
    pub terms: Typed,
}

/// Who pays, and how.
#[derive(Clone)]
pub(crate) struct Bill {
    /// Whether it is somebody else than the customer.
    pub other: bool,
    pub name: PersonName,
    pub org_no: Option<OrgNo>,
    pub address: Option<Address>,
    pub postal_code: Option<PostalCode>,
    pub city: Option<Line>,
    pub email: Option<Email>,
    pub terms_days: i64,
}

/// A hand-over.
pub(crate) struct HandOver {
    pub buyer: Buyer,
    pub collector: Option<Personal<Deliverer>>,
    pub bill: Bill,
}

/// The longest payment terms that can be typed.
const LONGEST_TERMS: i64 = 90;

/// Parses the form; notes at the fields what is wrong.
pub(crate) fn parse(typed: &HandOverForm, errors: &mut Errors) -> Option<HandOver> {
    let buyer = Buyer::from_name(typed.buyer.as_str());
    if buyer.is_none() {
        errors.add("buyer", "error-choice");
    }
    let collector = parse_collector(typed, errors);
    let bill = parse_bill(typed, errors);
    if errors.any() {
        return None;
    }
    Some(HandOver {
        buyer: buyer?,
        collector: collector?,
        bill: bill?,
    })
}

fn parse_collector(
    typed: &HandOverForm,
    errors: &mut Errors,
) -> Option<Option<Personal<Deliverer>>> {
    if typed.collector.as_str() != "other" {
        return Some(None);
    }
    let name = errors.take(
        "collector_name",
        PersonName::parse(typed.collector_name.as_str()),
    );
    let phone = errors.take(
        "collector_phone",
        Phone::parse_optional(typed.collector_phone.as_str()),
    );
    let (name, phone) = (name?, phone?);
    Some(Some(Personal::new(Deliverer {
        name,
        email: None,
        phone,
    })))
}

fn parse_bill(typed: &HandOverForm, errors: &mut Errors) -> Option<Bill> {
    for (field, text) in [
        ("name", &typed.name),
        ("address", &typed.address),
        ("city", &typed.city),
    ] {
        if holds_card_number(text.as_str()) {
            errors.add(field, "repair-card-number");
        }
    }
    let name = errors.take("name", PersonName::parse(typed.name.as_str()));
    let org_no = errors.take("org_no", OrgNo::parse_optional(typed.org_no.as_str()));
    let address = errors.take("address", Address::parse_optional(typed.address.as_str()));
    let postal_code = errors.take(
        "postal_code",
        PostalCode::parse_optional(typed.postal_code.as_str()),
    );
    let city = errors.take("city", Line::parse_optional(typed.city.as_str()));
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let terms = typed.terms.as_str().trim().parse::<i64>();
    let terms = terms.ok().filter(|days| (0..=LONGEST_TERMS).contains(days));
    if terms.is_none() {
        errors.add("terms", "error-range");
    }
    let other = typed.payer.as_str() == "other";
    if other && matches!(address, Some(None)) && matches!(email, Some(None)) {
        errors.add("address", "error-missing");
    }
    Some(Bill {
        other,
        name: name?,
        org_no: org_no?,
        address: address?,
        postal_code: postal_code?,
        city: city?,
        email: email?,
        terms_days: terms?,
    })
}

/// Whether a text holds a payment card's number: 13 to 19 digits, with blanks or hyphens between them,
/// and the check digit right. Such numbers have no place here.
pub(crate) fn holds_card_number(text: &str) -> bool {
    let mut run: Vec<u32> = Vec::new();
    for c in text.chars().chain(['.']) {
        match c.to_digit(10) {
            Some(digit) => run.push(digit),
            None if matches!(c, ' ' | '-' | '\u{a0}') => {}
            None => {
                if (13..=19).contains(&run.len()) && luhn(&run) {
                    return true;
                }
                run.clear();
            }
        }
    }
    false
}

fn luhn(digits: &[u32]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match (at % 2, digit * 2) {
            (0, _) => *digit,
            (_, twice) if twice > 9 => twice - 9,
            (_, twice) => twice,
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn card_numbers_are_refused() {
        assert!(holds_card_number("4111 1111 1111 1111"));
        assert!(holds_card_number("kort: 5500-0000-0000-0004."));
        assert!(!holds_card_number("4111 1111 1111 1112"));
        assert!(!holds_card_number("Postboks 71, 2320 Furnes"));
        assert!(!holds_card_number("954 96 000"));
    }

    #[test]
    fn somebody_else_who_pays_needs_an_address() {
        let mut form = HandOverForm {
            buyer: Typed::from("business"),
            payer: Typed::from("other"),
            name: Typed::from("Nordlast AS"),
            terms: Typed::from("14"),
            ..HandOverForm::default()
        };
        let mut errors = Errors::new();
        assert!(parse(&form, &mut errors).is_none());
        assert!(errors.of("address").is_some());
        form.email = Typed::from("faktura@nordlast.example");
        let mut errors = Errors::new();
        assert!(parse(&form, &mut errors).unwrap().bill.other);
        form.terms = Typed::from("400");
        let mut errors = Errors::new();
        assert!(parse(&form, &mut errors).is_none() && errors.of("terms").is_some());
    }
}
