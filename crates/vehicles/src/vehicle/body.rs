//! Types of body: which expected life counts, which meters are usual.

use crate::{meters::Function, register::Technical};

macro_rules! bodies {
    ($($(#[$doc:meta])* $name:ident $word:literal [$($function:ident),*];)+) => {
        /// A type of body, named as in the rule table (`vehicle-life-<type>`).
        #[derive(Clone, Copy, PartialEq, Eq, Debug)]
        pub enum BodyType { $($(#[$doc])* $name),+ }

        impl BodyType {
            /// Every type.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word in records and in the rule table.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }

            /// Functions whose use such a body usually counts; the odometer comes on top.
            #[must_use]
            pub const fn functions(self) -> &'static [Function] {
                match self { $(Self::$name => &[$(Function::$function),*]),+ }
            }
        }
    };
}

bodies! {
    /// Box.
    BoxBody "box_body" [TailLift];
    /// Refrigerated box.
    Reefer "reefer_body" [CoolingUnit, TailLift];
    /// Flat bed.
    Flatbed "flatbed" [];
    /// Drop-side body.
    DropSide "drop_side" [];
    /// Tipper.
    Tipper "tipper" [Tip, PowerTakeOff];
    /// Hook lift.
    HookLift "hook_lift" [HookLift, PowerTakeOff];
    /// Crane vehicle.
    LoaderCrane "loader_crane" [CraneHours, CraneLifts, PowerTakeOff];
    /// Tank.
    Tank "tank" [PowerTakeOff];
    /// Concrete mixer.
    Mixer "concrete_mixer" [PowerTakeOff];
    /// Refuse vehicle.
    Refuse "refuse" [PowerTakeOff];
    /// Recovery vehicle.
    Recovery "recovery" [PowerTakeOff];
    /// Timber vehicle.
    Timber "timber" [CraneHours];
    /// Trailer.
    Trailer "trailer" [];
    /// Semi-trailer.
    SemiTrailer "semi_trailer" [];
    /// Anything else.
    Other "other" [];
}

impl BodyType {
    /// The type of that word.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|body| body.as_str() == word)
    }

    /// The key of its name in the language files.
    #[must_use]
    pub fn message_id(self) -> String {
        format!("body-{}", self.as_str().replace('_', "-"))
    }

    /// From the register's answer. The digits are those of EU 2018/858 Annex I; the register's own
    /// code list is not published, so an unknown code falls back on class and equipment.
    #[must_use]
    pub fn of(technical: &Technical) -> Self {
        let digits = technical.body.as_ref().map(|code| code.value.trim());
        match digits.unwrap_or_default() {
            "01" | "1" => Self::Flatbed,
            "02" | "2" | "32" => Self::DropSide,
            "03" | "3" | "06" | "6" => Self::BoxBody,
            "04" | "4" | "05" | "5" => Self::Reefer,
            "09" | "9" => Self::HookLift,
            "10" => Self::Tipper,
            "11" | "12" => Self::Tank,
            "15" => Self::Mixer,
            "17" => Self::Timber,
            "18" => Self::Refuse,
            "24" => Self::Recovery,
            "26" => Self::LoaderCrane,
            _ => Self::of_class(technical),
        }
    }

    fn of_class(technical: &Technical) -> Self {
        let class = technical.class.as_ref();
        let trailer = class.is_some_and(|class| class.value.starts_with('O'));
        let semi = class
            .and_then(|class| class.name.as_deref())
            .is_some_and(|name| name.to_lowercase().contains("semi"));
        match (trailer, semi, technical.temperature_regulated) {
            (_, _, Some(true)) => Self::Reefer,
            (true, true, _) => Self::SemiTrailer,
            (true, false, _) => Self::Trailer,
            _ => Self::Other,
        }
    }
}
