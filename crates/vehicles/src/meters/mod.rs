//! Odometer and the meters of a body's functions: what may be read, and that it never goes down.

pub(crate) mod sql;
mod store_side;
#[cfg(test)]
mod tests;

pub use store_side::{
    Meter, NewReading, ReadingStep, Shown, add_meter, meters_of, open_readings, read_meter,
    readings, replace_meter, sealed_readings,
};

use values::{FieldError, FreeText, MeterTenths};
use vault::VaultError;

vault::record! {
    /// One reading of one meter, sealed at the vehicle. Holds nothing of who drove.
    pub struct Reading in BodyUsage as "reading" {
        /// What is counted: a word of [`Function`].
        function: String,
        /// Which meter.
        meter: String,
        /// The value in tenths.
        value: i64,
        /// In what: a word of [`Unit`].
        unit: String,
        /// How it was read: a word of [`Method`].
        method: String,
        /// What the reader adds.
        note: Option<FreeText>,
    }
}

macro_rules! words {
    ($(#[$doc:meta])* $name:ident $prefix:literal { $($(#[$vdoc:meta])* $variant:ident $word:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every one.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word in the database and in records.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word),+ }
            }

            /// The one of that word.
            #[must_use]
            pub fn from_name(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word)
            }

            /// The key of its name in the language files.
            #[must_use]
            pub const fn message_id(self) -> &'static str {
                match self { $(Self::$variant => concat!($prefix, "-", $word)),+ }
            }
        }
    };
}

words! {
    /// What a meter counts.
    Function "function" {
        /// Distance driven.
        Odometer "odometer";
        /// Hours of the power take-off.
        PowerTakeOff "pto";
        /// Tips of the body.
        Tip "tip";
        /// Hours of the crane.
        CraneHours "crane-hours";
        /// Lifts of the crane.
        CraneLifts "crane-lifts";
        /// Cycles of the tail lift.
        TailLift "tail-lift";
        /// Cycles of the hook lift.
        HookLift "hook-lift";
        /// Hours of the cooling unit.
        CoolingUnit "cooling-unit";
        /// Another function.
        Other "other";
    }
}

words! {
    /// In what a meter counts.
    Unit "unit" {
        /// Kilometres.
        Km "km";
        /// Hours, with one decimal.
        Hours "hours";
        /// Times.
        Cycles "cycles";
    }
}

words! {
    /// How a reading came about.
    Method "method" {
        /// Read off by somebody.
        Manual "manual";
        /// From the vehicle's telematics, without the driver.
        Rfms "rfms";
        /// From a file of the body's maker.
        File "file";
    }
}

impl Function {
    /// In what it is usually counted.
    #[must_use]
    pub const fn unit(self) -> Unit {
        match self {
            Self::Odometer => Unit::Km,
            Self::PowerTakeOff | Self::CraneHours | Self::CoolingUnit => Unit::Hours,
            Self::Tip | Self::CraneLifts | Self::TailLift | Self::HookLift | Self::Other => {
                Unit::Cycles
            }
        }
    }
}

/// Why a reading is not taken.
#[derive(Debug, thiserror::Error)]
pub enum ReadingError {
    /// Lower than the last one: the meter was replaced, or it was read wrongly.
    #[error("lower than the last reading")]
    Lower {
        /// The last reading.
        last: MeterTenths,
    },
    /// The meter was replaced by another.
    #[error("the meter was replaced")]
    Replaced,
    /// Not a meter of this vehicle.
    #[error("no such meter")]
    NoMeter,
    /// The vault or the store.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl ReadingError {
    /// The message at the field.
    #[must_use]
    pub const fn message_id(&self) -> &'static str {
        match self {
            Self::Lower { .. } => "error-meter-lower",
            Self::Replaced => "error-meter-replaced",
            Self::NoMeter => FieldError::Choice.message_id(),
            Self::Vault(_) => "wrong-internal",
        }
    }
}

/// The rule: a value never goes down. Only a new meter (an event of its own) starts lower.
///
/// # Errors
/// [`ReadingError::Lower`] with the value that stands.
pub fn check_step(last: Option<MeterTenths>, next: MeterTenths) -> Result<(), ReadingError> {
    match last {
        Some(last) if next.since(last) < 0 => Err(ReadingError::Lower { last }),
        _ => Ok(()),
    }
}
