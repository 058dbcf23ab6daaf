//! From an address to a county, in memory. The address goes no further than [`Ranges::county`].

mod mmdb;
#[cfg(test)]
pub(crate) mod tests;
mod watched;

use std::net::IpAddr;

pub use mmdb::CountyError;
pub(crate) use watched::Watched;

/// A place a visit comes from: a county, abroad, or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct County(pub u8);

/// The counties of Norway from 2024, with their number, in the order of the numbers.
/// Source: lov om fastsetting av fylkesnavn; the numbers are those of ISO 3166-2:NO.
pub const COUNTIES: [(&str, &str); 15] = [
    ("03", "Oslo"),
    ("11", "Rogaland"),
    ("15", "Møre og Romsdal"),
    ("18", "Nordland"),
    ("31", "Østfold"),
    ("32", "Akershus"),
    ("33", "Buskerud"),
    ("34", "Innlandet"),
    ("39", "Vestfold"),
    ("40", "Telemark"),
    ("42", "Agder"),
    ("46", "Vestland"),
    ("50", "Trøndelag"),
    ("55", "Troms"),
    ("56", "Finnmark"),
];

/// Counties of before 2020 that lie wholly in one of today's. Those of 2020–2023 that were split again
/// (Viken, Vestfold og Telemark, Troms og Finnmark) do not say enough and are unknown.
const FORMER: [(&str, &str); 9] = [
    ("01", "31"),
    ("02", "32"),
    ("04", "34"),
    ("05", "34"),
    ("06", "33"),
    ("07", "39"),
    ("08", "40"),
    ("19", "55"),
    ("20", "56"),
];
const FORMER_SOUTH_AND_WEST: [(&str, &str); 6] = [
    ("09", "42"),
    ("10", "42"),
    ("12", "46"),
    ("14", "46"),
    ("16", "50"),
    ("17", "50"),
];

impl County {
    /// How many places there are.
    pub const COUNT: usize = COUNTIES.len() + 2;
    /// Not in Norway.
    pub const ABROAD: Self = Self(15);
    /// Nobody knows.
    pub const UNKNOWN: Self = Self(16);

    /// Whether a stored name is one of a place.
    #[must_use]
    pub fn is_name(stored: &str) -> bool {
        let places = [Self::ABROAD, Self::UNKNOWN].map(Self::name);
        COUNTIES.iter().any(|(_, name)| *name == stored) || places.contains(&stored)
    }

    /// The name, as it is stored.
    #[must_use]
    pub fn name(self) -> &'static str {
        match COUNTIES.get(usize::from(self.0)) {
            Some((_, name)) => name,
            None if self == Self::ABROAD => "utlandet",
            None => "ukjent",
        }
    }

    /// The county of a name as databases write it: `Rogaland`, `Oslo County`, `Trondelag`.
    #[must_use]
    pub fn of_name(name: &str) -> Option<Self> {
        let wanted = values::fold_word(name.trim_end_matches(" fylke").trim_end_matches(" County"));
        let at = COUNTIES
            .iter()
            .position(|(_, known)| values::fold_word(known) == wanted)?;
        u8::try_from(at).ok().map(Self)
    }

    /// The county of a code: `NO-11` or `11`, former ones included.
    #[must_use]
    pub fn of_code(code: &str) -> Option<Self> {
        let code = code.strip_prefix("NO-").unwrap_or(code);
        let code = FORMER
            .iter()
            .chain(&FORMER_SOUTH_AND_WEST)
            .find(|(was, _)| *was == code)
            .map_or(code, |(_, now)| now);
        let at = COUNTIES.iter().position(|(known, _)| *known == code)?;
        u8::try_from(at).ok().map(Self)
    }
}

/// The networks of Norway with their counties, sorted: some hundred kilobytes, and one search for a look-up.
#[derive(Debug, Default)]
pub struct Ranges {
    v4: Vec<(u32, u32, County)>,
    v6: Vec<(u128, u128, County)>,
}

impl Ranges {
    /// From which county an address is. What is not reachable from outside has none.
    #[must_use]
    pub fn county(&self, address: IpAddr) -> County {
        match address {
            IpAddr::V4(ip) if ip.is_private() || ip.is_loopback() || ip.is_link_local() => {
                County::UNKNOWN
            }
            IpAddr::V4(ip) => find(&self.v4, u32::from(ip)),
            IpAddr::V6(ip) => match ip.to_ipv4_mapped() {
                Some(ip) => self.county(IpAddr::V4(ip)),
                None if ip.is_loopback() || ip.is_unique_local() => County::UNKNOWN,
                None => find(&self.v6, u128::from(ip)),
            },
        }
    }

    /// How many networks are known.
    #[must_use]
    pub fn len(&self) -> usize {
        self.v4.len() + self.v6.len()
    }

    /// Whether no network is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

fn find<T: Ord + Copy>(ranges: &[(T, T, County)], at: T) -> County {
    let after = ranges.partition_point(|(first, _, _)| *first <= at);
    match after.checked_sub(1).and_then(|index| ranges.get(index)) {
        Some((_, last, county)) if at <= *last => *county,
        _ => County::ABROAD,
    }
}
