//! The allow-list: what of the register's answer enters the house.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use values::{Moment, Plate, Vin};

/// Named to whoever is shown the data, as the register's terms ask.
pub const SOURCE: &str = "Statens vegvesen";

/// One value of a code list of the register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// The code, such as `BA` or `N3`.
    pub value: String,
    /// Its Norwegian name, if the register gives one.
    pub name: Option<String>,
}

/// Approval for dangerous goods.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Adr {
    /// Kind of body it is approved with.
    pub body: Option<Code>,
    /// Last day of the approval.
    #[serde(with = "iso")]
    pub valid_until: Option<Date>,
    /// Next leak test of the tank.
    #[serde(with = "iso")]
    pub leak_test_due: Option<Date>,
    /// Next pressure test of the tank.
    #[serde(with = "iso")]
    pub pressure_test_due: Option<Date>,
}

/// A vehicle's technical data. Owner, lessee, transporter, birth date, address and every remark in
/// free text are not among the fields and are never read out of the answer.
///
/// Serialises without plate and chassis number: those are the vehicle's own record.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Technical {
    /// The vehicle's ordinary plate.
    #[serde(skip)]
    pub plate: Option<Plate>,
    /// A personal plate now on it; it can move to another vehicle.
    #[serde(skip)]
    pub personal_plate: Option<Plate>,
    /// Chassis number: what the vehicle is keyed on.
    #[serde(skip)]
    pub vin: Option<Vin>,
    /// When the register answered.
    #[serde(with = "millis")]
    pub fetched_at: Moment,
    /// Make, such as `SCANIA`.
    pub make: Option<String>,
    /// Trade name, such as `R 500`.
    pub model: Option<String>,
    /// Type designation.
    pub type_name: Option<String>,
    /// Vehicle class (`N3`), named by the register (`Lastebil`).
    pub class: Option<Code>,
    /// Kind of bodywork (`karosseritype`).
    pub bodywork: Option<Code>,
    /// Kind of body mounted on it (`pabyggsKode`).
    pub body: Option<Code>,
    /// How it was completed or changed (`ferdigbyggetEllerEndretSomFolger`).
    pub completed_as: Option<String>,
    /// Has a hydraulic lift.
    pub hydraulic_lift: Option<bool>,
    /// Has a temperature-regulated box.
    pub temperature_regulated: Option<bool>,
    /// Colour.
    pub colour: Option<Code>,
    /// Length in millimetres.
    pub length_mm: Option<i64>,
    /// Width in millimetres.
    pub width_mm: Option<i64>,
    /// Height in millimetres.
    pub height_mm: Option<i64>,
    /// Inner length of the load space in millimetres.
    pub load_length_mm: Option<i64>,
    /// Kerb weight in kilograms.
    pub kerb_weight_kg: Option<i64>,
    /// Payload in kilograms.
    pub payload_kg: Option<i64>,
    /// Permitted gross weight in kilograms.
    pub gross_weight_kg: Option<i64>,
    /// Technically permitted gross weight in kilograms.
    pub technical_gross_weight_kg: Option<i64>,
    /// Permitted weight of the road train in kilograms.
    pub train_weight_kg: Option<i64>,
    /// Number of axles.
    pub axles: Option<i64>,
    /// How many of them drive.
    pub driven_axles: Option<i64>,
    /// Whether any has air suspension.
    pub air_suspension: Option<bool>,
    /// Rated power of the power take-off in kilowatts.
    pub pto_kw: Option<i64>,
    /// Fuels.
    pub fuels: Vec<Code>,
    /// Euro class.
    pub euro_class: Option<Code>,
    /// First registered anywhere.
    #[serde(with = "iso")]
    pub first_registered: Option<Date>,
    /// First registered in Norway.
    #[serde(with = "iso")]
    pub first_registered_norway: Option<Date>,
    /// Registration status, such as `REGISTRERT`.
    pub status: Option<Code>,
    /// Deadline of the periodic inspection; always read, never computed.
    #[serde(with = "iso")]
    pub pkk_due_on: Option<Date>,
    /// Last approved periodic inspection.
    #[serde(with = "iso")]
    pub pkk_approved_on: Option<Date>,
    /// Approval for dangerous goods.
    pub adr: Option<Adr>,
}

/// Dates as ISO text.
mod iso {
    use jiff::civil::Date;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(date: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        match date {
            Some(date) => to.collect_str(date),
            None => to.serialize_none(),
        }
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        let text = Option::<String>::deserialize(from)?;
        text.map(|text| text.parse().map_err(|_| D::Error::custom("not a date")))
            .transpose()
    }
}

/// Instants as milliseconds.
mod millis {
    use serde::{Deserialize, Deserializer, Serializer};
    use values::Moment;

    pub fn serialize<S: Serializer>(at: &Moment, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i64(at.millis())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Moment, D::Error> {
        i64::deserialize(from).map(Moment::from_millis)
    }
}
