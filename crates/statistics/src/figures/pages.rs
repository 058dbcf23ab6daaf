//! The pages.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::{Query, State},
    http::{HeaderValue, header},
    response::{IntoResponse, Response},
};
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use vault::Vault;
use web::{App, Error, NavLink, Page, Service, html};

use super::{Figures, Finder, Line, Period, Shown, bars::Bars, export, map};
use crate::place::COUNTIES;

/// What is chosen.
#[derive(Default, Deserialize)]
pub struct Choice {
    #[serde(default)]
    p: String,
    #[serde(default)]
    ord: String,
}

/// How many searches are listed.
const MOST: usize = 60;

/// What both pages show.
struct View {
    page: Page,
    at: &'static str,
    period: Period,
    /// The search that is looked at, if one is.
    term: String,
    figures: Figures,
    /// Searches that lead nowhere today.
    nothing: Vec<Line>,
    bars: Bars,
    tiles: Vec<map::Tile>,
    smallest: i64,
    public: bool,
    places: bool,
    keep: String,
}

#[derive(Template)]
#[template(path = "figures_staff.html")]
struct Staff {
    page: Page,
    v: View,
}

#[derive(Template)]
#[template(path = "figures_public.html")]
struct Public {
    page: Page,
    v: View,
}

impl View {
    async fn read(app: &App, page: Page, at: &'static str, choice: &Choice) -> Result<Self, Error> {
        let shown = *app.service::<Shown>()?;
        let vault = app.service::<Vault>()?;
        let declaration = vault.declaration();
        if declaration.purpose(Purpose::Statistics).is_none() {
            return Err(Error::Off);
        }
        let period = Period::parse(&choice.p);
        let today = app.world.now().local_date();
        let (first, wanted) = (period.first(today), choice.ord.clone());
        let (figures, term) = vault
            .store()
            .read(move |db| {
                // Only a search that is on the list can be looked at.
                let all = Figures::read(db, first, shown.smallest, "")?;
                let listed = all.terms.iter().any(|line| line.what == wanted);
                if !listed || wanted.is_empty() {
                    return Ok((all, String::new()));
                }
                let one = Figures::read(db, first, shown.smallest, &wanted)?;
                Ok((one, wanted.clone()))
            })
            .await?;
        let count_of = |name: &str| {
            let line = figures.counties.iter().find(|line| line.what == name);
            line.map_or(0, |line| line.count)
        };
        let finder = app.service::<Arc<dyn Finder>>().ok();
        let leads = |line: &&Line| finder.is_some_and(|finder| !finder.finds(&line.what));
        Ok(Self {
            bars: Bars::of(&figures.days, period, today, shown.smallest),
            tiles: map::tiles(count_of),
            nothing: figures
                .terms
                .iter()
                .filter(leads)
                .take(MOST)
                .cloned()
                .collect(),
            keep: vault
                .rules()
                .at("statistics-counters", today)
                .map_or_else(String::new, |rule| {
                    rule.text.in_lang(language(&page)).to_owned()
                }),
            page,
            at,
            period,
            term,
            figures,
            smallest: shown.smallest,
            public: shown.public,
            places: shown.places,
        })
    }

    fn tabs(&self) -> Vec<NavLink> {
        Period::ALL
            .into_iter()
            .map(|period| NavLink {
                href: format!("{}{}?p={}", self.page.l, self.at, period.code()),
                text: self.page.t.s(period.label()).to_owned(),
                here: period == self.period,
                heading: None,
            })
            .collect()
    }

    fn terms(&self) -> &[Line] {
        let most = self.figures.terms.len().min(MOST);
        &self.figures.terms[..most]
    }

    /// The address of the same page for one search.
    fn of_term(&self, term: &str) -> String {
        let term = term.replace(' ', "+");
        format!(
            "{}{}?p={}&ord={term}",
            self.page.l,
            self.at,
            self.period.code()
        )
    }

    fn place<'a>(&'a self, stored: &'a str) -> &'a str {
        match stored {
            "utlandet" => self.page.t.s("figures-abroad"),
            "ukjent" => self.page.t.s("figures-unknown"),
            "(flere)" => self.page.t.s("figures-several"),
            county => county,
        }
    }

    /// What the map says to those who do not see it.
    fn map_in_words(&self) -> String {
        let counties = self.figures.counties.iter();
        let known = counties.filter(|line| COUNTIES.iter().any(|(_, name)| *name == line.what));
        let said: Vec<String> = known
            .take(3)
            .map(|line| format!("{} {}", line.what, line.count))
            .collect();
        said.join(", ")
    }
}

fn language(page: &Page) -> declaration::Lang {
    declaration::Lang::from_code(page.lang.tag()).unwrap_or_default()
}

/// `GET /stab/tall`.
///
/// # Errors
/// When the store fails or nothing is counted here.
pub async fn staff(
    State(app): State<App>,
    page: Page,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    let v = View::read(&app, page.clone(), "/stab/tall", &choice).await?;
    html(&Staff { page, v })
}

/// `GET /tall`: the same for everybody, where the settings say so.
///
/// # Errors
/// [`Error::NotFound`] where they do not.
pub async fn public(
    State(app): State<App>,
    page: Page,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    if !app.service::<Shown>()?.public {
        return Err(Error::NotFound);
    }
    let v = View::read(&app, page.clone(), "/tall", &choice).await?;
    html(&Public { page, v })
}

/// `GET /stab/tall.csv`.
///
/// # Errors
/// When the store fails.
pub async fn staff_csv(
    Service(vault): Service<Vault>,
    State(app): State<App>,
    Query(choice): Query<Choice>,
) -> Result<Response, Error> {
    let shown = *app.service::<Shown>()?;
    let first = Period::parse(&choice.p).first(app.world.now().local_date());
    let declaration = vault.declaration();
    let text = vault
        .store()
        .read(move |db| export::csv(db, &declaration, first, shown.smallest))
        .await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"tall.csv\"",
        ),
    ];
    let headers = headers.map(|(name, value)| (name, HeaderValue::from_static(value)));
    Ok((headers, text).into_response())
}

/// `GET /tall.csv`.
///
/// # Errors
/// As [`public`].
pub async fn public_csv(
    vault: Service<Vault>,
    State(app): State<App>,
    choice: Query<Choice>,
) -> Result<Response, Error> {
    if !app.service::<Shown>()?.public {
        return Err(Error::NotFound);
    }
    staff_csv(vault, State(app), choice).await
}
