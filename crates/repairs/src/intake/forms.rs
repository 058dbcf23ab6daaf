//! The form of an intake: parsed once, redisplayed as typed.

use bookings::Enquiry;
use customers::CustomerContact;
use serde::Deserialize;
use values::{Email, FreeText, Line, OrgNo, PersonName, Phone, Typed};
use vault::Personal;
use web::{Errors, Lang};

use super::receive::Owner;
use crate::records::{Condition, Deliverer, Job};

/// An intake as typed.
#[derive(Default, Deserialize)]
pub(crate) struct IntakeForm {
    #[serde(default)]
    pub plate: Typed,
    #[serde(default)]
    pub foreign: bool,
    #[serde(default)]
    pub workshop: Typed,
    #[serde(default)]
    pub name: Typed,
    #[serde(default)]
    pub email: Typed,
    #[serde(default)]
    pub phone: Typed,
    #[serde(default)]
    pub organisation: Typed,
    #[serde(default)]
    pub org_no: Typed,
    #[serde(default)]
    pub owner: Typed,
    #[serde(default)]
    pub owner_name: Typed,
    #[serde(default)]
    pub owner_org_no: Typed,
    #[serde(default)]
    pub deliverer: Typed,
    #[serde(default)]
    pub deliverer_name: Typed,
    #[serde(default)]
    pub deliverer_phone: Typed,
    #[serde(default)]
    pub deliverer_email: Typed,
    #[serde(default)]
    pub words: Typed,
    #[serde(default)]
    pub job: Typed,
    #[serde(default)]
    pub condition: Typed,
    #[serde(default)]
    pub letters: Typed,
}

/// The part of an intake that is the same with and without a booking.
pub(crate) struct Common {
    pub owner: Owner,
    pub deliverer: Option<Personal<Deliverer>>,
    pub words: Option<Personal<Enquiry>>,
    pub job: Option<Personal<Job>>,
    pub condition: Option<Personal<Condition>>,
}

/// Parses what both kinds of intake have.
pub(crate) fn parse_common(typed: &IntakeForm, errors: &mut Errors) -> Option<Common> {
    let owner = parse_owner(typed, errors);
    let deliverer = parse_deliverer(typed, errors);
    let text = |errors: &mut Errors, name: &str, typed: &Typed| {
        errors.take(name, FreeText::parse_optional(typed.as_str()))
    };
    let words = text(errors, "words", &typed.words);
    let job = text(errors, "job", &typed.job);
    let condition = text(errors, "condition", &typed.condition);
    Some(Common {
        owner: owner?,
        deliverer: deliverer?,
        words: words?.map(|question| {
            Personal::new(Enquiry {
                question: Some(question),
                service: None,
                answer: None,
            })
        }),
        job: job?.map(|text| Personal::new(Job { text })),
        condition: condition?.map(|text| Personal::new(Condition { text })),
    })
}

fn parse_owner(typed: &IntakeForm, errors: &mut Errors) -> Option<Owner> {
    if typed.owner.as_str() != "other" {
        return Some(Owner::Customer);
    }
    let name = errors.take("owner_name", Line::parse(typed.owner_name.as_str()));
    let org_no = errors.take(
        "owner_org_no",
        OrgNo::parse_optional(typed.owner_org_no.as_str()),
    );
    Some(Owner::Other(name?, org_no?))
}

/// Somebody who can be reached: a name, and a telephone or an e-mail.
fn parse_deliverer(typed: &IntakeForm, errors: &mut Errors) -> Option<Option<Personal<Deliverer>>> {
    if typed.deliverer.as_str() != "other" {
        return Some(None);
    }
    let name = errors.take(
        "deliverer_name",
        PersonName::parse(typed.deliverer_name.as_str()),
    );
    let phone = errors.take(
        "deliverer_phone",
        Phone::parse_optional(typed.deliverer_phone.as_str()),
    );
    let email = errors.take(
        "deliverer_email",
        Email::parse_optional(typed.deliverer_email.as_str()),
    );
    let (name, phone, email) = (name?, phone?, email?);
    Some(Some(Personal::new(Deliverer { name, email, phone })))
}

/// Parses who stands at the desk: a name, and a telephone or an e-mail.
pub(crate) fn parse_contact(
    typed: &IntakeForm,
    errors: &mut Errors,
    lang: Lang,
) -> Option<Personal<CustomerContact>> {
    let name = errors.take("name", PersonName::parse(typed.name.as_str()));
    let email = errors.take("email", Email::parse_optional(typed.email.as_str()));
    let phone = errors.take("phone", Phone::parse_optional(typed.phone.as_str()));
    let organisation = errors.take(
        "organisation",
        Line::parse_optional(typed.organisation.as_str()),
    );
    let org_no = errors.take("org_no", OrgNo::parse_optional(typed.org_no.as_str()));
    if matches!((&email, &phone), (Some(None), Some(None))) {
        errors.add("phone", "repair-reach-missing");
    }
    let contact = CustomerContact {
        name: name?,
        email: email?,
        phone: phone?,
        organisation: organisation?,
        org_no: org_no?,
        language: lang.tag().to_owned(),
        customer_no: None,
    };
    (!errors.any()).then(|| Personal::new(contact))
}
