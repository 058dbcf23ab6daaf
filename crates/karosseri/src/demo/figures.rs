//! Some months of visits to the demo's site: how many came from each county, and what they searched for.
//! Made up, the same in every demo, and counted through the counter that counts real ones.

use std::sync::Arc;

use jiff::{ToSpan, civil::Date};
use statistics::{Counter, County};
use values::{ControllerId, Moment};
use web::{Counted, Place, Visits};

use super::furnish::{Furnishing, other};
use crate::house::HouseError;

/// How far back.
const DAYS: i64 = 190;

/// Counties, and how many visits of a hundred: most come from around the workshops.
const FROM: &[(&str, u32)] = &[
    ("Innlandet", 34),
    ("Akershus", 15),
    ("Oslo", 13),
    ("Buskerud", 8),
    ("Østfold", 6),
    ("Trøndelag", 6),
    ("Vestland", 4),
    ("Møre og Romsdal", 3),
    ("Vestfold", 3),
    ("Rogaland", 3),
    ("Telemark", 2),
    ("Agder", 1),
    ("Nordland", 1),
];

/// Searches of a day with a hundred visits, and how they go with the seasons.
const SEARCHES: &[(&str, u32, Season)] = &[
    ("krankontroll", 9, Season::Always),
    ("bakløfter", 7, Season::Always),
    ("pris lakkering", 5, Season::Always),
    ("åpningstider", 4, Season::Always),
    ("skapbil", 3, Season::Always),
    ("hydraulikk lekkasje", 3, Season::Always),
    ("brøyteplog", 6, Season::Winter),
    ("strøapparat", 3, Season::Winter),
    ("motorvarmer", 3, Season::Winter),
    ("dekkhotell", 4, Season::Winter),
    ("understellsbehandling", 5, Season::Summer),
    ("presenning", 3, Season::Summer),
];

#[derive(Clone, Copy)]
enum Season {
    Always,
    /// More and more towards today.
    Winter,
    /// Fewer and fewer.
    Summer,
}

impl Season {
    /// In hundredths, so many days before today.
    fn share(self, back: i64) -> u32 {
        let gone = u32::try_from(DAYS - back).unwrap_or(0) * 100 / u32::try_from(DAYS).unwrap_or(1);
        match self {
            Self::Always => 60,
            Self::Winter => gone * gone / 100,
            Self::Summer => (100 - gone.min(100)) * 90 / 100,
        }
    }
}

/// Something between 70 and 130, the same for the same day and place.
fn about_a_hundred(day: i64, place: usize) -> u32 {
    let mixed = (day as u64 * 40 + place as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    70 + u32::try_from(mixed % 61).unwrap_or(30)
}

/// How many visits a day has, in all.
fn busy(date: Date, back: i64) -> u32 {
    let week_day = match date.weekday().to_monday_zero_offset() {
        5 => 45,
        6 => 38,
        _ => 100,
    };
    let grown = 80 + u32::try_from(DAYS - back).unwrap_or(0) / 4;
    300 * week_day / 100 * grown / 100
}

/// Counts them, day by day, and closes the days as the nights would have.
pub(super) async fn visits(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    let counter = furnishing.app.service::<Arc<Counter>>().map_err(other)?;
    let companies: Vec<ControllerId> = {
        let declaration = furnishing.vault.declaration();
        declaration.controllers().iter().map(|one| one.id).collect()
    };
    let store = furnishing.vault.store();
    for back in (0..DAYS).rev() {
        let date = now.local_date().checked_sub(back.days()).map_err(other)?;
        let noon = Moment::at_local(date, 12, 0);
        day(counter, &companies, date, back);
        counter.flush(store, noon).await?;
    }
    statistics::chore(&furnishing.vault, now, 5).await?;
    Ok(())
}

fn day(counter: &Counter, companies: &[ControllerId], date: Date, back: i64) {
    let visits = busy(date, back);
    let noon = Moment::at_local(date, 12, 0);
    for (at, (name, share)) in FROM.iter().enumerate() {
        let Some(county) = County::of_name(name) else {
            continue;
        };
        // What lies near the second company's workshops reads its pages.
        let company = companies.get(at % 3 % companies.len().max(1)).copied();
        let place = Place {
            from: county.0,
            company,
        };
        let here = visits * share / 100 * about_a_hundred(back, at) / 100;
        for _ in 0..here {
            counter.count(place, &Counted::default(), noon);
        }
        // One search in so many is for each of these.
        for (which, (words, of_hundred, season)) in SEARCHES.iter().enumerate() {
            let wanted = here * of_hundred * season.share(back) / 100;
            let times = (wanted * about_a_hundred(back, at * 16 + which) / 100 + 50) / 100;
            let page = Counted {
                searched: Some((*words).to_owned()),
                controller: None,
            };
            for _ in 0..times {
                counter.count(place, &page, noon);
            }
        }
    }
}
