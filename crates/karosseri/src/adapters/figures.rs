//! The counter of visits, with what it asks of the site; and the folder of the site's own pages.

use std::{fs, path::Path, sync::Arc};

use site::Site;
use statistics::{Counter, CounterSettings, Finder, Ranges, Shown, Vocabulary};
use web::{Services, Visits};

use crate::house::{House, HouseError};

/// The site's words and hits, for the counter and its page.
struct Words(Site);

impl Vocabulary for Words {
    fn word(&self, folded: &str) -> Option<String> {
        self.0.word(folded)
    }
}

impl Finder for Words {
    fn finds(&self, words: &str) -> bool {
        self.0.finds(words)
    }
}

/// The counter as parts of the house.
pub fn counter(house: &House, site: &Site, services: Services) -> Services {
    let words = Arc::new(Words(site.clone()));
    let declaration = house.vault.declaration();
    let settings = CounterSettings::of(&declaration, words.clone());
    let counter = Arc::new(Counter::new(settings));
    services
        .with(Shown {
            smallest: house.settings.text("smallest_count").parse().unwrap_or(5),
            public: house.settings.yes("public_statistics"),
            places: house.settings.given("county_database").is_some(),
        })
        .with(words as Arc<dyn Finder>)
        .with(counter.clone() as Arc<dyn Visits>)
        .with(counter)
}

/// Reads the county database beside everything else: visits until then come from nowhere known.
///
/// # Errors
/// When the settings name a file that is not there.
pub fn know_places(house: &House, counter: &Arc<Counter>) -> Result<(), HouseError> {
    let Some(file) = house.settings.given("county_database") else {
        return Ok(());
    };
    let path = Path::new(file).to_owned();
    fs::File::open(&path).map_err(|e| HouseError::file(&path, &e))?;
    let counter = counter.clone();
    tokio::task::spawn_blocking(move || match Ranges::read(&path) {
        Ok(ranges) => {
            tracing::info!(networks = ranges.len(), "county database");
            counter.know_places(ranges);
        }
        Err(error) => tracing::error!(%error, "visits come from nowhere known"),
    });
    Ok(())
}

/// Pages that a new house begins with: file and text.
const SAMPLES: &[(&str, &str)] = &[
    (
        "tjenester/krankontroll.md",
        include_str!("../../sample-site/tjenester/krankontroll.md"),
    ),
    (
        "tjenester/krankontroll.nn.md",
        include_str!("../../sample-site/tjenester/krankontroll.nn.md"),
    ),
    (
        "tjenester/krankontroll.en.md",
        include_str!("../../sample-site/tjenester/krankontroll.en.md"),
    ),
    (
        "tjenester/bakloftere.md",
        include_str!("../../sample-site/tjenester/bakloftere.md"),
    ),
    (
        "tjenester/karosseri.md",
        include_str!("../../sample-site/tjenester/karosseri.md"),
    ),
    (
        "verksteder/furnes.md",
        include_str!("../../sample-site/verksteder/furnes.md"),
    ),
    (
        "nyheter/nettsider.md",
        include_str!("../../sample-site/nyheter/nettsider.md"),
    ),
    (
        "nyheter/nettsider.en.md",
        include_str!("../../sample-site/nyheter/nettsider.en.md"),
    ),
    ("om-oss.md", include_str!("../../sample-site/om-oss.md")),
    (
        "om-oss.nn.md",
        include_str!("../../sample-site/om-oss.nn.md"),
    ),
    (
        "om-oss.en.md",
        include_str!("../../sample-site/om-oss.en.md"),
    ),
    ("hytte.svg", include_str!("../../sample-site/hytte.svg")),
];

/// The folder of the site's own pages. A new house begins with sample pages, as it begins with the
/// reference declaration; a folder that the settings name is the workshop's own.
///
/// # Errors
/// When the folder cannot be made.
pub fn pages(house: &House) -> Result<std::path::PathBuf, HouseError> {
    let folder = house.settings.path_in_data("site_folder", "site");
    if !folder.exists() && house.settings.given("site_folder").is_none() {
        for (name, text) in SAMPLES {
            let path = folder.join(name);
            let write = || -> std::io::Result<()> {
                fs::create_dir_all(path.parent().unwrap_or(&folder))?;
                fs::write(&path, text)
            };
            write().map_err(|e| HouseError::file(&path, &e))?;
        }
    }
    Ok(folder)
}
