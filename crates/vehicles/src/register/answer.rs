//! The register's answer on the wire, as far as it may be read.
//!
//! Only what stands here is ever deserialised: the owner block (`eierskap`, with birth dates),
//! remarks, transporters and manufacturers' representatives are skipped by the parser and exist
//! as nothing but bytes of the answer, which are wiped. Field names: the published schema of
//! `/enkeltoppslag/kjoretoydata`; every field may be missing or null.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, de::IgnoredAny};
use values::{Line, Moment, Plate, Vin};

use super::{Adr, Asked, Code, Lookup, Technical};

/// Reads a body. Never says what was in it.
pub(super) fn read(body: &[u8], asked: Asked<'_>, fetched_at: Moment) -> Lookup {
    let Ok(answer) = serde_json::from_slice::<Answer>(body) else {
        return Lookup::Malformed;
    };
    if let Some(complaint) = answer.complaint.0 {
        return from_complaint(&complaint);
    }
    let Some(vehicles) = answer.vehicles else {
        return if answer.withheld.technical() {
            Lookup::Withheld
        } else {
            Lookup::Malformed
        };
    };
    let chosen = vehicles.iter().position(|vehicle| vehicle.is(asked));
    match vehicles.into_iter().nth(chosen.unwrap_or(0)) {
        None => Lookup::Unknown,
        Some(vehicle) if answer.withheld.technical() || vehicle.withheld.technical() => {
            Lookup::Withheld
        }
        Some(vehicle) => match vehicle.technical(fetched_at) {
            Some(technical) => Lookup::Found(Box::new(technical)),
            None => Lookup::Malformed,
        },
    }
}

/// The `feilmelding` values seen in the wild.
fn from_complaint(complaint: &str) -> Lookup {
    match complaint {
        "TJENESTE_IKKE_TILGJENGELIG" => Lookup::Down,
        "INGEN_TILGANG" => Lookup::Refused,
        known if known.ends_with("_UKJENT") || known.ends_with("_UGYLDIG") => Lookup::Unknown,
        _ => Lookup::Malformed,
    }
}

/// A struct whose every field may be missing or null.
macro_rules! shape {
    ($($name:ident { $($field:ident: $type:ty = $wire:literal),+ $(,)? })+) => {$(
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct $name {
            $(#[serde(rename = $wire, deserialize_with = "or_default")] $field: $type),+
        }
    )+};
}

shape! {
    Answer {
        complaint: Text = "feilmelding",
        vehicles: Option<Vec<Vehicle>> = "kjoretoydataListe",
        withheld: Withheld = "skjermingsomfang",
    }
    Vehicle {
        id: Id = "kjoretoyId",
        first: FirstInNorway = "forstegangsregistrering",
        plates: Vec<PlateOnIt> = "kjennemerke",
        registration: Registration = "registrering",
        approval: Approval = "godkjenning",
        inspection: Inspection = "periodiskKjoretoyKontroll",
        withheld: Withheld = "skjermingsomfang",
    }
    Id { plate: Text = "kjennemerke", vin: Text = "understellsnummer" }
    FirstInNorway { on: Day = "registrertForstegangNorgeDato" }
    PlateOnIt {
        plate: Text = "kjennemerke",
        category: Text = "kjennemerkekategori",
        until: Text = "tilTidspunkt",
    }
    Registration { status: WireCode = "registreringsstatus" }
    Approval {
        first: FirstApproval = "forstegangsGodkjenning",
        technical: TechnicalApproval = "tekniskGodkjenning",
        additional: Vec<Additional> = "tilleggsgodkjenninger",
    }
    FirstApproval { registered_on: Day = "forstegangRegistrertDato" }
    TechnicalApproval { class: Class = "kjoretoyklassifisering", data: Data = "tekniskeData" }
    Class { name: Text = "beskrivelse", code: WireCode = "tekniskKode" }
    Additional { until: Day = "godkjentTil", special: Special = "tilleggsgodkjenningSpesifikkeData" }
    Special { adr: Option<WireAdr> = "adrGodkjenning" }
    WireAdr { body: WireCode = "adrPabyggTypeKode", tank: Tank = "adrTankTekniskeData" }
    Tank { leak: Day = "adrTankNesteTetthetsproveDato", pressure: Day = "adrTankNesteTrykkproveDato" }
    Inspection { due: Day = "kontrollfrist", approved: Day = "sistGodkjent" }
    Data {
        general: General = "generelt",
        body: Body = "karosseriOgLasteplan",
        size: Size = "dimensjoner",
        weights: Weights = "vekter",
        axles: Axles = "akslinger",
        drive: Drive = "motorOgDrivverk",
        environment: Environment = "miljodata",
    }
    General {
        make: Vec<Make> = "merke",
        model: Vec<Text> = "handelsbetegnelse",
        type_name: Text = "typebetegnelse",
        completed_as: Text = "ferdigbyggetEllerEndretSomFolger",
    }
    Make { name: Text = "merke" }
    Body {
        bodywork: WireCode = "karosseritype",
        body: WireCode = "pabyggsKode",
        lift: Flag = "hydrauliskLoft",
        cold: Flag = "temperaturregulertSkap",
        colour: Vec<WireCode> = "rFarge",
    }
    Size {
        length: Number = "lengde",
        width: Number = "bredde",
        height: Number = "hoyde",
        load_length: Number = "lengdeInnvendigLasteplan",
    }
    Weights {
        kerb: Number = "egenvekt",
        payload: Number = "nyttelast",
        gross: Number = "tillattTotalvekt",
        technical_gross: Number = "tekniskTillattTotalvekt",
        train: Number = "tillattVogntogvekt",
    }
    Axles { count: Number = "antallAksler", groups: Vec<AxleGroup> = "akselGruppe" }
    AxleGroup { list: AxleList = "akselListe" }
    AxleList { axles: Vec<Axle> = "aksel" }
    Axle { drives: Flag = "drivAksel", air: Flag = "luftfjaering" }
    Drive { pto_kw: Number = "effektKraftuttakKW", engines: Vec<Engine> = "motor" }
    Engine { fuels: Vec<Fuel> = "drivstoff" }
    Fuel { code: WireCode = "drivstoffKode" }
    Environment { euro: WireCode = "euroKlasse" }
    WireCode { value: Text = "kodeVerdi", name: Text = "kodeNavn", about: Text = "kodeBeskrivelse" }
}

impl Vehicle {
    fn is(&self, asked: Asked<'_>) -> bool {
        match asked {
            Asked::Plate(plate) => {
                let wanted = plate.lookup_form();
                let all = self.plates.iter().map(|on_it| &on_it.plate);
                std::iter::once(&self.id.plate)
                    .chain(all)
                    .filter_map(Text::plate)
                    .any(|own| own.lookup_form().reveal() == wanted.reveal())
            }
            Asked::Vin(vin) => self
                .id
                .vin
                .vin()
                .is_some_and(|own| own.reveal() == vin.reveal()),
        }
    }

    /// None if the answer names neither the vehicle nor its make.
    fn technical(self, fetched_at: Moment) -> Option<Technical> {
        let personal_plate = self.personal_plate();
        let (plate, vin) = (self.id.plate.plate(), self.id.vin.vin());
        let approval = self.approval;
        let adr = approval.additional.into_iter().find_map(Additional::adr);
        let TechnicalApproval { class, data } = approval.technical;
        let make = data
            .general
            .make
            .into_iter()
            .find_map(|make| make.name.line());
        if vin.is_none() && make.is_none() {
            return None;
        }
        let (driven_axles, air_suspension) = data.axles.summary();
        let engines = data.drive.engines.into_iter();
        Some(Technical {
            plate,
            personal_plate,
            vin,
            fetched_at,
            make,
            model: data.general.model.into_iter().find_map(|name| name.line()),
            type_name: data.general.type_name.line(),
            class: class.code(),
            bodywork: data.body.bodywork.code(),
            body: data.body.body.code(),
            completed_as: data.general.completed_as.line(),
            hydraulic_lift: data.body.lift.0,
            temperature_regulated: data.body.cold.0,
            colour: data.body.colour.into_iter().find_map(WireCode::code),
            length_mm: data.size.length.measure(),
            width_mm: data.size.width.measure(),
            height_mm: data.size.height.measure(),
            load_length_mm: data.size.load_length.measure(),
            kerb_weight_kg: data.weights.kerb.measure(),
            payload_kg: data.weights.payload.measure(),
            gross_weight_kg: data.weights.gross.measure(),
            technical_gross_weight_kg: data.weights.technical_gross.measure(),
            train_weight_kg: data.weights.train.measure(),
            axles: data.axles.count.measure(),
            driven_axles,
            air_suspension,
            pto_kw: data.drive.pto_kw.measure(),
            fuels: engines
                .flat_map(|engine| engine.fuels)
                .filter_map(|f| f.code.code())
                .collect(),
            euro_class: data.environment.euro.code(),
            first_registered: approval.first.registered_on.0,
            first_registered_norway: self.first.on.0,
            status: self.registration.status.code(),
            pkk_due_on: self.inspection.due.0,
            pkk_approved_on: self.inspection.approved.0,
            adr,
        })
    }

    fn personal_plate(&self) -> Option<Plate> {
        self.plates
            .iter()
            .filter(|on_it| on_it.until.0.is_none())
            .find(|on_it| on_it.category.0.as_deref() == Some("PERSONLIG"))
            .and_then(|on_it| on_it.plate.plate())
    }
}

impl Axles {
    /// How many axles drive, and whether any has air suspension; unknown if none is listed.
    fn summary(&self) -> (Option<i64>, Option<bool>) {
        let axles: Vec<&Axle> = self
            .groups
            .iter()
            .flat_map(|group| &group.list.axles)
            .collect();
        if axles.is_empty() {
            return (None, None);
        }
        let driven = axles
            .iter()
            .filter(|axle| axle.drives.0 == Some(true))
            .count();
        let air = axles.iter().any(|axle| axle.air.0 == Some(true));
        (i64::try_from(driven).ok(), Some(air))
    }
}

impl Additional {
    fn adr(self) -> Option<Adr> {
        let wire = self.special.adr?;
        Some(Adr {
            body: wire.body.code(),
            valid_until: self.until.0,
            leak_test_due: wire.tank.leak.0,
            pressure_test_due: wire.tank.pressure.0,
        })
    }
}

impl Class {
    /// The class with its Norwegian word, which stands beside the code and not in it.
    fn code(self) -> Option<Code> {
        let name = self.name.line();
        self.code.code().map(|code| Code {
            name: name.or(code.name),
            ..code
        })
    }
}

impl WireCode {
    fn code(self) -> Option<Code> {
        Some(Code {
            value: self.value.line()?,
            name: self.name.line().or_else(|| self.about.line()),
        })
    }
}

/// One scalar of any JSON type: a number sent as text, or text as a number, loses no vehicle.
#[derive(Deserialize)]
#[serde(untagged)]
enum Scalar {
    Flag(bool),
    Whole(i64),
    Real(f64),
    Text(String),
    Other(IgnoredAny),
}

#[derive(Default)]
struct Text(Option<String>);
#[derive(Default)]
struct Number(Option<i64>);
#[derive(Default)]
struct Flag(Option<bool>);
#[derive(Default)]
struct Day(Option<Date>);

impl Text {
    /// One tidy line; text with control characters or a national identity number is dropped.
    fn line(&self) -> Option<String> {
        let line = Line::parse(self.0.as_deref()?).ok()?;
        Some(line.reveal().to_owned())
    }

    fn plate(&self) -> Option<Plate> {
        Plate::parse(self.0.as_deref()?).ok()
    }

    fn vin(&self) -> Option<Vin> {
        Vin::parse(self.0.as_deref()?).ok()
    }
}

impl Number {
    /// The register writes 0 where it knows nothing.
    fn measure(self) -> Option<i64> {
        self.0.filter(|value| (1..=10_000_000).contains(value))
    }
}

macro_rules! lenient {
    ($($type:ident: $scalar:ident => $read:expr;)+) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let $scalar = Scalar::deserialize(from)?;
                Ok(Self($read))
            }
        }
    )+};
}

lenient! {
    Text: scalar => match scalar {
        Scalar::Text(text) => Some(text),
        Scalar::Whole(number) => Some(number.to_string()),
        _ => None,
    };
    Number: scalar => match scalar {
        Scalar::Whole(number) => Some(number),
        #[allow(clippy::cast_possible_truncation)]
        Scalar::Real(number) => Some(number.round() as i64),
        Scalar::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    Flag: scalar => match scalar {
        Scalar::Flag(flag) => Some(flag),
        _ => None,
    };
    // Some dates come with a time of day behind them.
    Day: scalar => match scalar {
        Scalar::Text(text) => text.get(..10).and_then(|day| day.parse().ok()),
        _ => None,
    };
}

/// `skjermingsomfang`: a code, a text or a list of either.
#[derive(Default, Deserialize)]
#[serde(untagged)]
enum Withheld {
    Many(Vec<Withheld>),
    Text(String),
    Code(WireCode),
    Other(IgnoredAny),
    #[default]
    Nothing,
}

impl Withheld {
    fn technical(&self) -> bool {
        match self {
            Self::Many(all) => all.iter().any(Self::technical),
            Self::Text(text) => text == "TEKNISK_DATA",
            Self::Code(code) => code.value.0.as_deref() == Some("TEKNISK_DATA"),
            Self::Other(_) | Self::Nothing => false,
        }
    }
}

fn or_default<'de, T, D>(from: D) -> Result<T, D::Error>
where
    T: Default + Deserialize<'de>,
    D: Deserializer<'de>,
{
    Option::<T>::deserialize(from).map(Option::unwrap_or_default)
}
