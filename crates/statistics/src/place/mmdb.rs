//! Reading an IP-to-place database in the MaxMind format: only what lies in Norway is kept.

use std::{collections::HashMap, net::IpAddr, path::Path};

use maxminddb::Reader;
use serde::Deserialize;

use super::{County, Ranges};

/// Why a database cannot be used.
#[derive(Clone, Debug, thiserror::Error)]
#[error("county database {path}: {reason}")]
pub struct CountyError {
    path: String,
    reason: String,
}

impl CountyError {
    pub(super) fn of(path: &Path, reason: &dyn std::fmt::Display) -> Self {
        Self {
            path: path.display().to_string(),
            reason: reason.to_string(),
        }
    }
}

/// What is read of a row; GeoLite2-City, DB-IP and one's own builds all fit.
#[derive(Deserialize)]
struct Found {
    country: Option<Country>,
    #[serde(default)]
    subdivisions: Vec<Subdivision>,
    /// In one's own build: the county's number or name, and nothing else.
    county: Option<String>,
}

#[derive(Deserialize)]
struct Country {
    iso_code: Option<String>,
}

#[derive(Deserialize)]
struct Subdivision {
    iso_code: Option<String>,
    #[serde(default)]
    names: HashMap<String, String>,
}

impl Found {
    /// The county, or nothing for what lies abroad.
    fn county(&self) -> Option<County> {
        if let Some(county) = &self.county {
            return County::of_code(county).or_else(|| County::of_name(county));
        }
        let country = self.country.as_ref()?.iso_code.as_deref()?;
        if country != "NO" {
            return None;
        }
        let of = |one: &Subdivision| {
            let by_code = one.iso_code.as_deref().and_then(County::of_code);
            by_code.or_else(|| one.names.values().find_map(|name| County::of_name(name)))
        };
        Some(
            self.subdivisions
                .iter()
                .find_map(of)
                .unwrap_or(County::UNKNOWN),
        )
    }
}

impl Ranges {
    /// Reads a database once; the file is not needed afterwards. Takes seconds for a database of the
    /// whole world: not for the start of a program to wait for.
    ///
    /// # Errors
    /// When the file cannot be read or is not a database of this format.
    pub fn read(path: &Path) -> Result<Self, CountyError> {
        let wrong = |reason: String| CountyError::of(path, &reason);
        let reader = Reader::open_readfile(path).map_err(|e| wrong(e.to_string()))?;
        let networks = reader
            .networks(maxminddb::WithinOptions::default())
            .map_err(|e| wrong(e.to_string()))?;
        // Many networks share one row of data; each row is decoded once.
        let mut known: HashMap<usize, Option<County>> = HashMap::new();
        let mut ranges = Self::default();
        for row in networks {
            let row = row.map_err(|e| wrong(e.to_string()))?;
            let decode = || -> Result<Option<County>, CountyError> {
                let found: Option<Found> = row.decode().map_err(|e| wrong(e.to_string()))?;
                Ok(found.and_then(|found| found.county()))
            };
            let county = match row.offset().and_then(|at| known.get(&at)) {
                Some(county) => *county,
                None => {
                    let county = decode()?;
                    if let Some(at) = row.offset() {
                        known.insert(at, county);
                    }
                    county
                }
            };
            if let Some(county) = county {
                let network = row.network().map_err(|e| wrong(e.to_string()))?;
                ranges.take(network.ip(), network.prefix(), county);
            }
        }
        ranges.v4.sort_unstable_by_key(|(first, _, _)| *first);
        ranges.v6.sort_unstable_by_key(|(first, _, _)| *first);
        Ok(ranges)
    }

    fn take(&mut self, first: IpAddr, prefix: u8, county: County) {
        match first {
            IpAddr::V4(ip) => {
                let rest = u32::MAX.checked_shr(u32::from(prefix)).unwrap_or(0);
                let first = u32::from(ip);
                self.v4.push((first, first | rest, county));
            }
            // IPv4 lies in the first 32 bits' worth of an IPv6 tree.
            IpAddr::V6(ip) if prefix >= 96 && u128::from(ip) >> 32 == 0 => {
                let low = u32::try_from(u128::from(ip)).unwrap_or_default();
                self.take(IpAddr::V4(low.into()), prefix - 96, county);
            }
            IpAddr::V6(ip) => {
                let rest = u128::MAX.checked_shr(u32::from(prefix)).unwrap_or(0);
                let first = u128::from(ip);
                self.v6.push((first, first | rest, county));
            }
        }
    }
}
