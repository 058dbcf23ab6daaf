//! The counter of visits, with what it asks of the site; and the folder of the site's own pages.

use std::{fs, path::Path, sync::Arc};

use declaration::vocabulary::Purpose;
use site::Site;
use statistics::{Belongs, Counter, CounterSettings, Finder, Shown, Vocabulary};
use values::Moment;
use web::{App, FootLinks, Later, Services, Visits};

use crate::house::{House, HouseError};

/// The site's words and hits, for the counter and its page.
struct Words(Site);

impl Vocabulary for Words {
    fn word(&self, folded: &str) -> Option<String> {
        self.0.word(folded)
    }

    fn stamp(&self) -> u64 {
        self.0.words_stamp()
    }
}

impl Finder for Words {
    fn finds(&self, words: &str) -> bool {
        self.0.finds(words)
    }

    fn look(&self, now: Moment) -> Later<'_, ()> {
        Box::pin(async move {
            self.0.look(now).await;
            Ok(())
        })
    }

    fn begin(&self, words: &str) -> String {
        self.0.begin(words)
    }
}

/// The counter as parts of the house.
///
/// # Errors
/// When the setting that says whose which page is cannot be read.
pub fn counter(house: &House, site: &Site, services: Services) -> Result<Services, HouseError> {
    let words = Arc::new(Words(site.clone()));
    let declaration = house.vault.declaration();
    let belongs = Belongs::read(house.settings.text("site_companies"), &declaration)
        .map_err(|why| HouseError::Other(format!("setting `site_companies`: {why}")))?;
    let settings = CounterSettings::of(&declaration, belongs, words.clone());
    let public = house.settings.yes("public_statistics");
    let foot = public && declaration.purpose(Purpose::Statistics).is_some();
    let counter = Arc::new(Counter::new(settings));
    Ok(services
        .with(Shown {
            smallest: house.settings.text("smallest_count").parse().unwrap_or(5),
            public,
            places: house.settings.given("county_database").is_some(),
        })
        .with(FootLinks(
            foot.then_some(("/tall", "foot-figures"))
                .into_iter()
                .collect(),
        ))
        .with(words as Arc<dyn Finder>)
        .with(counter.clone() as Arc<dyn Visits>)
        .with(counter))
}

/// Reads the county database beside everything else: visits until then come from nowhere known. A file
/// that is damaged or missing is named in health, and read as soon as it is whole.
pub fn know_places(house: &House, counter: &Arc<Counter>) {
    let (house, counter) = (house.clone(), counter.clone());
    tokio::spawn(async move {
        if let Err(error) = look_at_places(&house, &counter).await {
            tracing::error!(%error, "visits come from nowhere known");
        }
    });
}

/// Reads the county database if it is another than last time.
///
/// # Errors
/// When it cannot be read; what was read before stays in use.
pub async fn look_at_places(house: &House, counter: &Arc<Counter>) -> Result<(), HouseError> {
    let Some(file) = house.settings.given("county_database") else {
        return Ok(());
    };
    if !counter.counts_counties() {
        return Ok(());
    }
    let (path, counter) = (Path::new(file).to_owned(), counter.clone());
    let looked = tokio::task::spawn_blocking(move || counter.look_at_places(&path));
    let other = |e: &dyn std::fmt::Display| HouseError::Other(e.to_string());
    let read = looked.await.map_err(|e| other(&e))?;
    if let Some(networks) = read.map_err(|e| other(&e))? {
        tracing::info!(networks, "county database");
    }
    Ok(())
}

/// Looks at the site's folder, and forgets stored words that it no longer says.
///
/// # Errors
/// When the store fails.
pub async fn keep_words(house: &House, app: &App, now: Moment) -> Result<(), HouseError> {
    let other = |e: web::Error| HouseError::Other(e.to_string());
    app.service::<Site>().map_err(other)?.look(now).await;
    let counter = app.service::<Arc<Counter>>().map_err(other)?;
    statistics::forget_words(house.store(), counter).await?;
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
