//! What has been typed so far, and what of it is fit to go on with.

use jiff::civil::Date;
use serde::Deserialize;
use values::{
    Email, FieldError, FreeText, Line, Moment, PersonName, Phone, Plate, PlateKind, ServiceId,
    Typed, WorkshopId,
};
use vault::Personal;
use web::{Errors, Lang};

use customers::{CustomerAnswer, CustomerContact, CustomerNotice};

use crate::catalogue::{Catalogue, Needs, Service, Workshop};

/// The steps, in order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub(crate) enum Step {
    /// Plate.
    #[default]
    Vehicle,
    /// Service, and how long the vehicle is.
    Service,
    /// Workshop and time.
    Time,
    /// Who, and what they ask.
    Contact,
    /// Everything once more.
    Summary,
}

impl Step {
    pub(crate) const ALL: [Self; 5] = [
        Self::Vehicle,
        Self::Service,
        Self::Time,
        Self::Contact,
        Self::Summary,
    ];

    /// The word in the form's buttons.
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Vehicle => "kjoretoy",
            Self::Service => "tjeneste",
            Self::Time => "tid",
            Self::Contact => "kontakt",
            Self::Summary => "oppsummering",
        }
    }

    pub(crate) const fn message_id(self) -> &'static str {
        match self {
            Self::Vehicle => "flow-step-vehicle",
            Self::Service => "flow-step-service",
            Self::Time => "flow-step-time",
            Self::Contact => "flow-step-contact",
            Self::Summary => "flow-step-summary",
        }
    }
}

/// What a button asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Wish {
    /// A step.
    See(Step),
    /// Book it.
    Book,
}

/// The form as it travels from step to step.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Draft {
    /// Where the pressed button leads: a step, `uke:2026-11-23`, `start:…`, `verksted:…`, `bestill`.
    pub til: String,
    pub plate: Typed,
    pub foreign: bool,
    pub look_up: bool,
    pub service: Option<i64>,
    pub length: Option<i64>,
    pub workshop: Option<i64>,
    pub start: Option<i64>,
    pub week: Typed,
    pub name: Typed,
    pub email: Typed,
    pub phone: Typed,
    pub organisation: Typed,
    pub question: Typed,
    pub notice: Typed,
    /// Fingerprint of the notice about letters to customers that was shown.
    pub letters_shown: Typed,
    /// No thanks to them.
    pub no_letters: bool,
    pub key: Typed,
}

/// The fields of each step, for errors that the form brings.
const fn fields(step: Step) -> &'static [&'static str] {
    match step {
        Step::Vehicle => &["plate"],
        Step::Service => &["service", "length"],
        Step::Time => &["start"],
        Step::Contact => &["name", "email", "phone", "organisation", "question"],
        Step::Summary => &[],
    }
}

impl Draft {
    /// Takes what the pressed button says into the draft.
    pub(crate) fn wish(&mut self) -> Wish {
        let til = std::mem::take(&mut self.til);
        if til == "bestill" {
            return Wish::Book;
        }
        if let Some((word, value)) = til.split_once(':') {
            let number = value.parse().ok();
            match word {
                "uke" => self.week = Typed::from(value),
                "verksted" => {
                    self.workshop = number;
                    self.start = None;
                }
                "start" => {
                    self.start = number;
                    return Wish::See(Step::Contact);
                }
                _ => {}
            }
            return Wish::See(Step::Time);
        }
        let step = Step::ALL.into_iter().find(|step| step.word() == til);
        Wish::See(step.unwrap_or_default())
    }

    /// The plate, if it has a form; a foreign one after the hint was ticked.
    pub(crate) fn plate(&self, errors: &mut Errors) -> Option<Plate> {
        if self.foreign {
            return errors.take("plate", Plate::parse_foreign(self.plate.as_str()));
        }
        match Plate::parse(self.plate.as_str()) {
            Ok(plate) if plate.kind() == PlateKind::Foreign => {
                errors.add("plate", "error-plate-foreign");
                None
            }
            Err(FieldError::Plate) => {
                errors.add("plate", "error-plate-foreign");
                None
            }
            parsed => errors.take("plate", parsed),
        }
    }

    pub(crate) fn service<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Service> {
        let id = ServiceId::from_raw(self.service?);
        catalogue.open_services().find(|service| service.id == id)
    }

    /// The chosen workshop; the only one, when there is one.
    pub(crate) fn workshop<'a>(&self, catalogue: &'a Catalogue) -> Option<&'a Workshop> {
        let mut open = catalogue.open_workshops();
        match self.workshop {
            Some(id) => open.find(|one| one.id == WorkshopId::from_raw(id)),
            None => open.next(),
        }
    }

    pub(crate) fn needs(&self) -> Needs {
        Needs {
            length_cm: self.length.unwrap_or(0).clamp(0, 5000),
            height_cm: 0,
        }
    }

    pub(crate) fn start(&self) -> Option<Moment> {
        self.start.map(Moment::from_millis)
    }

    /// The week that is looked at.
    pub(crate) fn week(&self) -> Option<Date> {
        self.week.as_str().parse().ok()
    }

    /// Who it is and how they are reached: an e-mail or a telephone, one of the two.
    pub(crate) fn contact(
        &self,
        lang: Lang,
        errors: &mut Errors,
    ) -> Option<Personal<CustomerContact>> {
        let name = errors.take("name", PersonName::parse(self.name.as_str()));
        let email = errors.take("email", Email::parse_optional(self.email.as_str()));
        let phone = errors.take("phone", Phone::parse_optional(self.phone.as_str()));
        let organisation = errors.take(
            "organisation",
            Line::parse_optional(self.organisation.as_str()),
        );
        if matches!((&email, &phone), (Some(None), Some(None))) {
            errors.add("email", "error-reach");
        }
        if errors.any() {
            return None;
        }
        Some(Personal::new(CustomerContact {
            name: name?,
            email: email?,
            phone: phone?,
            organisation: organisation?,
            org_no: None,
            language: lang.tag().to_owned(),
            customer_no: None,
        }))
    }

    pub(crate) fn question(&self, errors: &mut Errors) -> Option<FreeText> {
        errors
            .take("question", FreeText::parse_optional(self.question.as_str()))
            .flatten()
    }

    /// What came of the notice about letters to customers. Silence counts for the words that were shown,
    /// and no others; a no counts in any case.
    pub(crate) fn letters(&self, notice: Option<&CustomerNotice>) -> CustomerAnswer {
        let shown = notice.is_some_and(|one| one.print == self.letters_shown.as_str());
        match (self.no_letters, shown) {
            (true, _) => CustomerAnswer::No,
            (false, true) => CustomerAnswer::Silent,
            (false, false) => CustomerAnswer::NotShown,
        }
    }

    /// What is wrong with one step.
    fn check_step(&self, step: Step, catalogue: &Catalogue, version: &str, errors: &mut Errors) {
        match step {
            Step::Vehicle => {
                self.plate(errors);
            }
            Step::Service => {
                if self.service(catalogue).is_none() {
                    errors.add("service", "error-choice");
                }
            }
            Step::Time => {
                if self.workshop(catalogue).is_none() || self.start.is_none() {
                    errors.add("start", "error-start");
                }
            }
            Step::Contact => {
                self.contact(Lang::Nb, errors);
                self.question(errors);
                if !errors.any() && self.notice.as_str() != version {
                    errors.add("notice", "error-notice-changed");
                }
            }
            Step::Summary => {}
        }
    }

    /// The first step before `wanted` that cannot be passed, with what is wrong in it.
    pub(crate) fn check(
        &self,
        wanted: Step,
        catalogue: &Catalogue,
        version: &str,
        given: &Errors,
    ) -> Result<(), (Step, Errors)> {
        for step in Step::ALL.into_iter().filter(|step| *step < wanted) {
            let mut errors = Errors::new();
            for field in fields(step) {
                if let Some(message) = given.of(field) {
                    errors.add(field, message);
                }
            }
            self.check_step(step, catalogue, version, &mut errors);
            if errors.any() {
                return Err((step, errors));
            }
        }
        Ok(())
    }

    /// What a repeated request must say again word for word.
    pub(crate) fn parts(&self) -> Vec<String> {
        let numbers = [self.service, self.workshop, self.start, self.length];
        let words = [
            &self.plate,
            &self.name,
            &self.email,
            &self.phone,
            &self.organisation,
            &self.question,
        ];
        let numbers = numbers.map(|number| number.unwrap_or(-1).to_string());
        let words = words.map(|word| word.as_str().trim().to_owned());
        let answer = (!self.letters_shown.is_blank()).then(|| self.no_letters.to_string());
        numbers.into_iter().chain(words).chain(answer).collect()
    }
}
