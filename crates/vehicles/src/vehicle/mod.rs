//! A vehicle's record, its type of body, and a person's link to it.

mod body;
mod take;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use tests::sample;

pub use body::BodyType;
pub use take::{expect_vehicle, find, keep, latest, link, note_link, take_vehicle, technical_of};

use values::{Line, OrgNo, Plate, Vin};

use crate::register::{Code, SOURCE, Technical};

vault::record! {
    /// A vehicle as somebody knew it at one time: what was stated, or the register's snapshot. A new
    /// record each time; the newest counts.
    pub struct VehicleRecord in Vehicle as "vehicle" {
        /// The plate it is asked for by.
        plate: Plate,
        /// Chassis number.
        vin: Option<Vin>,
        /// Make.
        make: Option<String>,
        /// Model.
        model: Option<String>,
        /// Vehicle class, such as `N3`.
        vehicle_class: Option<String>,
        /// Type of body: a word of [`BodyType`].
        body_type: Option<String>,
        /// Colour.
        colour: Option<String>,
        /// First registered, as an ISO date.
        first_registered: Option<String>,
        /// Registration status.
        status: Option<String>,
        /// Permitted gross weight.
        gross_weight_kg: Option<i64>,
        /// Kerb weight.
        kerb_weight_kg: Option<i64>,
        /// Payload.
        payload_kg: Option<i64>,
        /// Length.
        length_mm: Option<i64>,
        /// Axles.
        axles: Option<i64>,
        /// Rated power of the power take-off.
        pto_kw: Option<i64>,
        /// Has a hydraulic lift.
        hydraulic_lift: Option<bool>,
        /// Has a temperature-regulated box.
        temperature_box: Option<bool>,
        /// Deadline of the periodic inspection, as an ISO date; always read, never computed.
        pkk_due_on: Option<String>,
        /// The register's whole answer of the allow-list, with the time it was fetched.
        technical: Option<String>,
        /// Who says so.
        source: String,
    }
}

vault::record! {
    /// That a person has to do with a vehicle, and as what. Sealed at the person.
    pub struct VehicleLink in VehicleLink as "link" {
        /// The plate as the person knows it.
        plate: Plate,
        /// As what: `customer`, `owner`, `driver`, `deliverer`, `payer` …
        party: String,
        /// The owner, if the person says it is another.
        owner_name: Option<Line>,
        /// The owner's organisation number.
        owner_org_no: Option<OrgNo>,
    }
}

/// What a record says of its source when a person stated the vehicle.
pub(crate) const STATED: &str = "oppgitt";

impl VehicleRecord {
    /// Only the plate is known.
    #[must_use]
    pub fn stated(plate: &Plate) -> Self {
        Self {
            plate: plate.clone(),
            vin: None,
            make: None,
            model: None,
            vehicle_class: None,
            body_type: None,
            colour: None,
            first_registered: None,
            status: None,
            gross_weight_kg: None,
            kerb_weight_kg: None,
            payload_kg: None,
            length_mm: None,
            axles: None,
            pto_kw: None,
            hydraulic_lift: None,
            temperature_box: None,
            pkk_due_on: None,
            technical: None,
            source: STATED.to_owned(),
        }
    }

    /// The register's snapshot.
    #[must_use]
    pub fn fetched(plate: &Plate, technical: &Technical) -> Self {
        let said = |code: &Option<Code>| {
            let code = code.as_ref()?;
            Some(code.name.clone().unwrap_or_else(|| code.value.clone()))
        };
        Self {
            plate: technical.plate.clone().unwrap_or_else(|| plate.clone()),
            vin: technical.vin.clone(),
            make: technical.make.clone(),
            model: technical.model.clone(),
            vehicle_class: technical.class.as_ref().map(|class| class.value.clone()),
            body_type: Some(BodyType::of(technical).as_str().to_owned()),
            colour: said(&technical.colour),
            first_registered: first_day(technical).map(|day| day.to_string()),
            status: said(&technical.status),
            gross_weight_kg: technical.gross_weight_kg,
            kerb_weight_kg: technical.kerb_weight_kg,
            payload_kg: technical.payload_kg,
            length_mm: technical.length_mm,
            axles: technical.axles,
            pto_kw: technical.pto_kw,
            hydraulic_lift: technical.hydraulic_lift,
            temperature_box: technical.temperature_regulated,
            pkk_due_on: technical.pkk_due_on.map(|day| day.to_string()),
            technical: serde_json::to_string(technical).ok(),
            source: SOURCE.to_owned(),
        }
    }

    /// `SCANIA R 500`, as far as known.
    #[must_use]
    pub fn make_and_model(&self) -> String {
        [self.make.as_deref(), self.model.as_deref()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// The day from which expected life counts.
pub(crate) fn first_day(technical: &Technical) -> Option<jiff::civil::Date> {
    technical
        .first_registered
        .or(technical.first_registered_norway)
}
