//! Who lives in the demo. Nobody: names, addresses and numbers are made up, plates are the register
//! double's, organisation numbers are test numbers.

use declaration::vocabulary::Role;

/// A synthetic customer with a vehicle, visits in the past and times to come.
pub(super) struct Customer {
    pub name: &'static str,
    pub email: &'static str,
    pub phone: &'static str,
    pub organisation: &'static str,
    pub org_no: &'static str,
    pub plate: &'static str,
    /// Which of the three workshops.
    pub workshop: usize,
    /// Which of the services.
    pub service: usize,
    /// Who hands the vehicle in, when it is not the customer: name and phone.
    pub deliverer: Option<(&'static str, &'static str)>,
    /// Visits, in days before today.
    pub visits_days_ago: &'static [i64],
    /// Odometer at the first visit, in kilometres.
    pub km: i64,
    /// Whether the vehicle is in the house now, and how far the work has come.
    pub in_house: Option<Far>,
    /// Whether the customer has an account.
    pub account: bool,
    /// Times to come: days from today, hour, minute.
    pub coming: &'static [(i64, i8, i8)],
    pub question: &'static str,
}

/// How far the work on a vehicle in the house has come.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Far {
    /// The price is sent, the customer has not answered.
    Asked,
    /// Ready to be fetched.
    Ready,
}

/// Name, and street, postal code and town.
pub(super) const WORKSHOPS: &[(&str, [&str; 3])] = &[
    ("Furnes", ["Verkstedveien 1", "2320", "Furnes"]),
    ("Elverum", ["Påbyggveien 2", "2408", "Elverum"]),
    ("Gjøvik", ["Ramma 3", "2815", "Gjøvik"]),
];

/// Name, e-mail, role, and for which of the controllers.
pub(super) const EMPLOYEES: &[(&str, &str, Role, usize)] = &[
    (
        "Randi Mottak",
        "mottak@verksted.example",
        Role::Reception,
        0,
    ),
    (
        "Tor Teknikk",
        "teknikk@verksted.example",
        Role::Technician,
        0,
    ),
    (
        "Rita Reklamasjon",
        "reklamasjon@verksted.example",
        Role::Claims,
        0,
    ),
    ("Mats Marked", "marked@verksted.example", Role::Marketing, 0),
    (
        "Pia Personvern",
        "personvern@verksted.example",
        Role::Privacy,
        0,
    ),
    (
        "Ada Administrasjon",
        "admin@verksted.example",
        Role::Admin,
        0,
    ),
    ("Didrik Drift", "drift@verksted.example", Role::Operator, 0),
    (
        "Mona Mottak",
        "mottak2@verksted.example",
        Role::Reception,
        1,
    ),
];

const fn customer(
    name: &'static str,
    email: &'static str,
    phone: &'static str,
    plate: &'static str,
) -> Customer {
    Customer {
        name,
        email,
        phone,
        organisation: "",
        org_no: "",
        plate,
        workshop: 0,
        service: 0,
        deliverer: None,
        visits_days_ago: &[],
        km: 80_000,
        in_house: None,
        account: false,
        coming: &[],
        question: "",
    }
}

pub(super) const CUSTOMERS: &[Customer] = &[
    Customer {
        visits_days_ago: &[1120, 760, 395, 60],
        km: 212_400,
        account: true,
        service: 1,
        coming: &[(6, 9, 0)],
        question: "Krana siger når den står utslått. Kan dere se på det samtidig med kontrollen?",
        ..customer(
            "Kari Eksempel",
            "kari@kunde.example",
            "400 00 101",
            "CU10002",
        )
    },
    Customer {
        organisation: "Eksempel Transport AS",
        org_no: "123456785",
        deliverer: Some(("Per Prøve", "400 00 202")),
        visits_days_ago: &[900, 480, 130],
        km: 341_000,
        coming: &[(0, 9, 30), (14, 8, 0)],
        question: "Sjåføren sier at krana er treg på morgenen.",
        ..customer(
            "Frida Flåte",
            "flate@kunde.example",
            "400 00 201",
            "CU10003",
        )
    },
    Customer {
        workshop: 1,
        service: 3,
        visits_days_ago: &[640, 210],
        km: 98_000,
        coming: &[(1, 10, 0)],
        question: "Det drypper olje under tippsylinderen.",
        ..customer(
            "Ola Oppdiktet",
            "ola@kunde.example",
            "400 00 301",
            "CU10004",
        )
    },
    Customer {
        workshop: 2,
        service: 2,
        visits_days_ago: &[330],
        km: 54_300,
        coming: &[(2, 12, 0)],
        question: "Bakløfteren stopper halvveis.",
        ..customer(
            "Siri Syntetisk",
            "siri@kunde.example",
            "400 00 401",
            "CU10005",
        )
    },
    Customer {
        service: 4,
        coming: &[(0, 13, 0)],
        question: "Bulk i høyre side av skapet etter en port.",
        ..customer("Ivar Innbilt", "", "400 00 501", "CU10006")
    },
    Customer {
        service: 0,
        visits_days_ago: &[1350],
        km: 12_000,
        question: "",
        ..customer("Gunn Glemt", "gunn@kunde.example", "400 00 601", "CU10007")
    },
    Customer {
        service: 0,
        visits_days_ago: &[25],
        km: 188_900,
        in_house: Some(Far::Asked),
        question: "Kjøleaggregatet durer mer enn før.",
        ..customer(
            "Nils Nestenvirkelig",
            "nils@kunde.example",
            "400 00 701",
            "CU10008",
        )
    },
    Customer {
        service: 3,
        km: 64_200,
        in_house: Some(Far::Ready),
        question: "Slangen til bakløfteren lekker.",
        ..customer(
            "Bjørn Blaff",
            "bjorn@kunde.example",
            "400 00 901",
            "CU10009",
        )
    },
    Customer {
        workshop: 1,
        service: 5,
        coming: &[(3, 9, 0)],
        question: "Ønsker pris på lyslist og verktøyskap.",
        ..customer(
            "Eli Elektrisk",
            "eli@kunde.example",
            "400 00 801",
            "EL10010",
        )
    },
];
