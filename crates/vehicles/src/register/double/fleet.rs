//! The synthetic vehicles. No plate or chassis number belongs to a real vehicle's owner:
//! `CU 10001` and `TESTSISDINKY00004` are the register's own test values, the rest is made up.

/// One made-up vehicle of the double.
#[derive(Clone, Copy, Debug)]
pub struct Synthetic {
    /// Ordinary plate as the register prints it, with a space.
    pub plate: &'static str,
    /// A personal plate on it as well.
    pub personal_plate: Option<&'static str>,
    /// Chassis number.
    pub vin: &'static str,
    /// Make.
    pub make: &'static str,
    /// Trade name.
    pub model: &'static str,
    /// Vehicle class code.
    pub class: &'static str,
    /// Vehicle class in Norwegian.
    pub class_name: &'static str,
    /// `karosseritype` with its name.
    pub bodywork: (&'static str, &'static str),
    /// `pabyggsKode` with its name (digits of EU 2018/858 Annex I; the register's list is its own).
    pub body: (&'static str, &'static str),
    /// `ferdigbyggetEllerEndretSomFolger`.
    pub completed_as: Option<&'static str>,
    /// Hydraulic lift.
    pub lift: bool,
    /// Temperature-regulated box.
    pub cold: bool,
    /// Colour code and name.
    pub colour: (&'static str, &'static str),
    /// Length, width, height, inner length of the load space.
    pub size_mm: [i64; 4],
    /// Kerb weight, gross weight, weight of the road train.
    pub weights_kg: [i64; 3],
    /// Axles.
    pub axles: i64,
    /// Air suspension.
    pub air: bool,
    /// Power take-off in kW; 0 is unknown, as in the register.
    pub pto_kw: i64,
    /// Fuel code and name; none for a trailer.
    pub fuel: Option<(&'static str, &'static str)>,
    /// Euro class.
    pub euro: Option<&'static str>,
    /// First registered.
    pub first: &'static str,
    /// Deadline of the periodic inspection.
    pub inspection_due: Option<&'static str>,
    /// Last approved periodic inspection.
    pub inspected: Option<&'static str>,
    /// Approved for dangerous goods.
    pub dangerous_goods: bool,
}

impl Synthetic {
    /// Whether it carries this plate (written without space).
    pub fn has_plate(&self, plate: &str) -> bool {
        [Some(self.plate), self.personal_plate]
            .into_iter()
            .flatten()
            .any(|own| own.replace(' ', "") == plate)
    }
}

/// The vehicles of the double: crane, tail lift, hook lift, tipper, reefer, tank, tractor, recovery,
/// vans (one electric, one with a personal plate), trailers.
pub fn vehicles() -> Vec<Synthetic> {
    vec![
        LORRY,
        TAIL_LIFT,
        HOOK_LIFT,
        TIPPER,
        REEFER,
        TANK,
        TRACTOR,
        RECOVERY,
        TAIL_LIFT_VAN,
        ELECTRIC_VAN,
        PERSONAL_PLATE,
        REEFER_TRAILER,
        HOOK_LIFT_TRAILER,
        OLD_TRAILER,
    ]
}

const DIESEL: Option<(&str, &str)> = Some(("2", "Diesel"));
const ELECTRIC: Option<(&str, &str)> = Some(("5", "Elektrisk"));

/// The lorry that the others are written as differences from.
const LORRY: Synthetic = Synthetic {
    plate: "CU 10001",
    personal_plate: None,
    vin: "TESTSISDINKY00004",
    make: "SCANIA",
    model: "R 500",
    class: "N3",
    class_name: "Lastebil",
    bodywork: ("BA", "Lastebil"),
    body: ("26", "Kranbil"),
    completed_as: Some("Påmontert lastebilkran bak førerhus"),
    lift: true,
    cold: false,
    colour: ("3", "Rød"),
    size_mm: [9800, 2550, 3900, 6200],
    weights_kg: [14_200, 27_000, 50_000],
    axles: 3,
    air: true,
    pto_kw: 60,
    fuel: DIESEL,
    euro: Some("EURO VI"),
    first: "2019-11-04",
    inspection_due: Some("2027-02-28"),
    inspected: Some("2026-02-10"),
    dangerous_goods: false,
};

const VAN: Synthetic = Synthetic {
    class: "N1",
    class_name: "Varebil",
    lift: false,
    completed_as: None,
    size_mm: [5990, 2020, 2600, 3200],
    weights_kg: [2150, 3500, 5500],
    axles: 2,
    air: false,
    pto_kw: 0,
    ..LORRY
};

const TRAILER: Synthetic = Synthetic {
    class: "O4",
    class_name: "Tilhenger",
    bodywork: ("DA", "Semitilhenger"),
    weights_kg: [7400, 39_000, 0],
    pto_kw: 0,
    fuel: None,
    euro: None,
    ..LORRY
};

const TAIL_LIFT: Synthetic = Synthetic {
    plate: "CU 10002",
    vin: "TESTKRSR000000002",
    make: "VOLVO",
    model: "FL 280",
    class: "N2",
    body: ("03", "Skap"),
    completed_as: Some("Skap med bakløfter 1500 kg"),
    colour: ("1", "Hvit"),
    size_mm: [8900, 2550, 3650, 6600],
    weights_kg: [7900, 12_000, 15_500],
    axles: 2,
    pto_kw: 0,
    first: "2021-03-16",
    inspection_due: Some("2027-03-31"),
    inspected: Some("2026-03-11"),
    ..LORRY
};

const HOOK_LIFT: Synthetic = Synthetic {
    plate: "CU 10003",
    vin: "TESTKRSR000000003",
    make: "MERCEDES-BENZ",
    model: "AROCS 2653",
    body: ("09", "Krokløft"),
    completed_as: Some("Påmontert krokløft 20 tonn"),
    colour: ("9", "Gul"),
    size_mm: [8200, 2550, 3500, 6000],
    pto_kw: 85,
    weights_kg: [12_900, 27_500, 50_000],
    first: "2020-06-02",
    inspection_due: Some("2026-12-31"),
    inspected: Some("2025-12-09"),
    ..LORRY
};

const TIPPER: Synthetic = Synthetic {
    plate: "CU 10004",
    vin: "TESTKRSR000000004",
    make: "MAN",
    model: "TGS 33.510",
    body: ("10", "Tipp"),
    completed_as: Some("Treveis tippkasse"),
    colour: ("4", "Blå"),
    size_mm: [7900, 2550, 3300, 5400],
    weights_kg: [13_600, 28_000, 50_000],
    pto_kw: 70,
    first: "2018-09-12",
    inspection_due: Some("2027-01-31"),
    ..LORRY
};

const REEFER: Synthetic = Synthetic {
    plate: "CU 10005",
    vin: "TESTKRSR000000005",
    make: "SCANIA",
    model: "P 320",
    body: ("04", "Skap, temperaturregulert"),
    completed_as: Some("Kjøleskap med bakløfter"),
    cold: true,
    colour: ("1", "Hvit"),
    size_mm: [9900, 2600, 3950, 7400],
    axles: 2,
    weights_kg: [10_400, 19_000, 26_000],
    pto_kw: 0,
    first: "2022-01-20",
    inspection_due: Some("2027-01-31"),
    inspected: Some("2026-01-15"),
    ..LORRY
};

const TANK: Synthetic = Synthetic {
    plate: "CU 10006",
    vin: "TESTKRSR000000006",
    make: "VOLVO",
    model: "FMX 540",
    body: ("11", "Tank"),
    completed_as: Some("Tankpåbygg"),
    lift: false,
    axles: 4,
    colour: ("8", "Grå"),
    size_mm: [9400, 2550, 3600, 0],
    dangerous_goods: true,
    weights_kg: [13_100, 32_000, 50_000],
    pto_kw: 110,
    first: "2017-05-30",
    inspection_due: Some("2026-11-30"),
    inspected: Some("2025-11-12"),
    ..LORRY
};

const TRACTOR: Synthetic = Synthetic {
    plate: "CU 10007",
    vin: "TESTKRSR000000007",
    make: "SCANIA",
    model: "S 660",
    bodywork: ("BC", "Trekkbil for semitilhenger"),
    body: ("99", "Annet"),
    lift: false,
    completed_as: None,
    colour: ("2", "Svart"),
    size_mm: [6900, 2550, 3950, 0],
    weights_kg: [9900, 27_000, 60_000],
    first: "2023-08-14",
    pto_kw: 0,
    inspection_due: Some("2027-08-31"),
    inspected: Some("2026-08-19"),
    ..LORRY
};

const RECOVERY: Synthetic = Synthetic {
    plate: "CU 10008",
    vin: "TESTKRSR000000008",
    make: "VOLVO",
    model: "FH 500",
    body: ("24", "Bergingsbil"),
    completed_as: Some("Bergingspåbygg med vinsj"),
    colour: ("9", "Gul"),
    weights_kg: [19_500, 32_000, 60_000],
    axles: 4,
    pto_kw: 95,
    first: "2016-02-25",
    inspection_due: Some("2027-02-28"),
    ..LORRY
};

const TAIL_LIFT_VAN: Synthetic = Synthetic {
    plate: "CU 10009",
    vin: "TESTKRSR000000009",
    make: "VOLKSWAGEN",
    model: "CRAFTER",
    lift: true,
    completed_as: Some("Bakløfter 500 kg"),
    body: ("03", "Skap"),
    colour: ("1", "Hvit"),
    first: "2020-10-01",
    inspection_due: Some("2026-10-31"),
    inspected: Some("2024-10-22"),
    ..VAN
};

const ELECTRIC_VAN: Synthetic = Synthetic {
    plate: "EL 10010",
    vin: "TESTKRSR000000010",
    make: "FORD",
    model: "E-TRANSIT",
    body: ("03", "Skap"),
    colour: ("1", "Hvit"),
    fuel: ELECTRIC,
    euro: None,
    first: "2023-02-07",
    inspection_due: Some("2027-02-28"),
    inspected: None,
    ..VAN
};

const PERSONAL_PLATE: Synthetic = Synthetic {
    plate: "CU 10011",
    personal_plate: Some("SYNTET"),
    vin: "TESTKRSR000000011",
    make: "TOYOTA",
    model: "HILUX",
    body: ("02", "Lasteplan med lemmer"),
    colour: ("7", "Grønn"),
    first: "2015-04-17",
    inspection_due: Some("2027-04-30"),
    ..VAN
};

const REEFER_TRAILER: Synthetic = Synthetic {
    plate: "CU 1012",
    vin: "TESTKRSR000000012",
    make: "SYNTETISK TILHENGER",
    model: "SKAP 13,6",
    body: ("04", "Skap, temperaturregulert"),
    completed_as: None,
    cold: true,
    colour: ("1", "Hvit"),
    size_mm: [13_950, 2600, 4000, 13_400],
    first: "2019-01-09",
    inspection_due: Some("2027-01-31"),
    ..TRAILER
};

const HOOK_LIFT_TRAILER: Synthetic = Synthetic {
    plate: "CU 1013",
    vin: "TESTKRSR000000013",
    make: "SYNTETISK TILHENGER",
    model: "KROK 3",
    bodywork: ("DB", "Slepvogn"),
    body: ("09", "Krokløft"),
    completed_as: None,
    lift: false,
    colour: ("8", "Grå"),
    size_mm: [8100, 2550, 1500, 6500],
    weights_kg: [5200, 24_000, 0],
    first: "2014-06-18",
    inspection_due: Some("2026-06-30"),
    ..TRAILER
};

/// A chassis number that is shorter than today's.
const OLD_TRAILER: Synthetic = Synthetic {
    plate: "CU 1014",
    vin: "TEST196842",
    make: "SYNTETISK TILHENGER",
    model: "PLAN",
    class: "O2",
    body: ("01", "Lasteplan"),
    completed_as: None,
    lift: false,
    air: false,
    colour: ("8", "Grå"),
    size_mm: [5200, 2300, 900, 4000],
    weights_kg: [520, 2500, 0],
    axles: 2,
    first: "1998-05-05",
    inspection_due: None,
    inspected: None,
    ..TRAILER
};
