//! A typical truck workshop, to begin with: one click, then everything can be changed.

use store::{Db, StoreError};
use values::{BayId, ControllerId, ServiceId, WorkshopId, World};

use super::{Bay, Hours, Service, Workshop, setup};

/// Services of a typical body workshop: names in bokmål, nynorsk, English, a sentence in each, and
/// minutes.
pub const TEMPLATE: &[([&str; 3], [&str; 3], i64)] = &[
    (
        ["Service på påbygg", "Service på påbygg", "Body service"],
        [
            "Smøring, oljer, filtre og justering av påbygget.",
            "Smørjing, oljer, filter og justering av påbygget.",
            "Lubrication, oils, filters and adjustment of the body.",
        ],
        120,
    ),
    (
        [
            "Kran: årlig kontroll",
            "Kran: årleg kontroll",
            "Crane: yearly inspection",
        ],
        [
            "Sakkyndig kontroll av lastebilkran.",
            "Sakkunnig kontroll av lastebilkran.",
            "Inspection of a loader crane by an authorised person.",
        ],
        180,
    ),
    (
        ["Bakløfter", "Bakløftar", "Tail lift"],
        [
            "Feilsøking og reparasjon av bakløfter.",
            "Feilsøking og reparasjon av bakløftar.",
            "Fault finding and repair of a tail lift.",
        ],
        90,
    ),
    (
        ["Hydraulikk", "Hydraulikk", "Hydraulics"],
        [
            "Lekkasje, slanger, sylindre og pumper.",
            "Lekkasje, slangar, sylindrar og pumper.",
            "Leaks, hoses, cylinders and pumps.",
        ],
        120,
    ),
    (
        ["Skade på karosseri", "Skade på karosseri", "Body damage"],
        [
            "Vi ser på skaden og lager et prisoverslag.",
            "Vi ser på skaden og lagar eit prisoverslag.",
            "We look at the damage and make an estimate.",
        ],
        60,
    ),
    (
        ["Annet", "Anna", "Something else"],
        [
            "Skriv hva det gjelder, så ringer vi om vi lurer på noe.",
            "Skriv kva det gjeld, så ringjer vi om vi lurer på noko.",
            "Tell us what it is; we call if we need to know more.",
        ],
        60,
    ),
];

/// Lays a workshop with two bays and, in an empty house, the services. Both can be changed at once.
///
/// # Errors
/// When the store fails.
pub fn lay_template(
    db: &mut dyn Db,
    world: &World,
    controller: ControllerId,
    name: &str,
    address: [&str; 3],
    with_services: bool,
) -> Result<WorkshopId, StoreError> {
    let weekday = Some(Hours {
        opens: 7 * 60,
        closes: 15 * 60 + 30,
    });
    let bay = |name: &str, max_length_cm| Bay {
        id: world.id::<BayId>(),
        name: name.to_owned(),
        max_length_cm,
        max_height_cm: Some(450),
        open: true,
    };
    let workshop = Workshop {
        id: world.id(),
        controller,
        name: name.to_owned(),
        address: address[0].to_owned(),
        postal_code: address[1].to_owned(),
        city: address[2].to_owned(),
        phone: String::new(),
        notice_minutes: 120,
        horizon_days: 90,
        open: true,
        hours: [weekday, weekday, weekday, weekday, weekday, None, None],
        closed: Default::default(),
        bays: vec![bay("1", Some(1200)), bay("2", Some(2200))],
    };
    setup::add_workshop(db, &workshop)?;
    if with_services {
        for (place, (names, about, minutes)) in (0_i64..).zip(TEMPLATE) {
            let service = Service {
                id: world.id::<ServiceId>(),
                names: names.map(str::to_owned),
                about: about.map(str::to_owned),
                minutes: *minutes,
                open: true,
            };
            setup::add_service(db, &service, place)?;
        }
    }
    Ok(workshop.id)
}
