//! What both pages show.

use std::sync::Arc;

use serde::Deserialize;
use values::ControllerId;
use vault::Vault;
use web::{App, Error, NavLink, Page};

use super::{Figures, Finder, Line, Period, Shown, Span, bars::Bars, map::Map, risen};
use crate::{count::Counts, place::COUNTIES};

/// What is chosen.
#[derive(Default, Deserialize)]
pub struct Choice {
    #[serde(default)]
    p: String,
    #[serde(default)]
    ord: String,
    /// The key of a company.
    #[serde(default)]
    selskap: String,
}

/// How many searches are listed.
const MOST: usize = 60;

/// What is asked for, and what may be shown of it.
pub(super) struct Asked {
    pub period: Period,
    pub span: Span,
    pub counts: Counts,
    /// The chosen company's key.
    pub company: String,
    /// The companies that can be chosen, when there are several: key and name.
    companies: Vec<(String, String)>,
}

impl Asked {
    /// Reads the choice.
    ///
    /// # Errors
    /// [`Error::Off`] where visits are not counted.
    pub fn of(app: &App, choice: &Choice) -> Result<Self, Error> {
        let shown = *app.service::<Shown>()?;
        let declaration = app.service::<Vault>()?.declaration();
        let counts = Counts::of(&declaration).ok_or(Error::Off)?;
        let period = Period::parse(&choice.p);
        let all = declaration.controllers();
        let chosen = all
            .iter()
            .find(|one| all.len() > 1 && one.key == choice.selskap);
        let id: Option<ControllerId> = chosen.map(|one| one.id);
        let companies = all.iter().map(|one| (one.key.clone(), one.name.clone()));
        Ok(Self {
            period,
            span: Span::of(period, app.world.now().local_date(), id, shown.smallest),
            counts,
            company: chosen.map(|one| one.key.clone()).unwrap_or_default(),
            companies: companies.filter(|_| all.len() > 1).collect(),
        })
    }

    /// The choice as an address has it, without the search.
    fn query(&self, period: Period, company: &str) -> String {
        let mut query = format!("?p={}", period.code());
        if !company.is_empty() {
            query.push_str("&selskap=");
            query.push_str(company);
        }
        query
    }
}

pub(super) struct View {
    pub page: Page,
    pub at: &'static str,
    asked: Asked,
    /// The search that is looked at, if one is.
    pub term: String,
    pub figures: Figures,
    /// Searches that lead nowhere today, and where a page about them is begun.
    pub nothing: Vec<(Line, String)>,
    /// What has risen; nothing when there is nothing to compare with.
    pub risen: Option<Vec<risen::Risen>>,
    pub bars: Bars,
    pub map: Map,
    pub public: bool,
    pub places: bool,
    pub keep: String,
}

impl View {
    pub async fn read(
        app: &App,
        page: Page,
        at: &'static str,
        choice: &Choice,
    ) -> Result<Self, Error> {
        let asked = Asked::of(app, choice)?;
        let shown = *app.service::<Shown>()?;
        let vault = app.service::<Vault>()?;
        let today = app.world.now().local_date();
        let (span, counts, period) = (asked.span, asked.counts, asked.period);
        let wanted = choice.ord.clone();
        let (figures, term, risen) = vault
            .store()
            .read(move |db| {
                // Only a search that is on the list can be looked at.
                let all = Figures::read(db, &span, counts, "")?;
                let listed = all.terms.iter().any(|line| line.what == wanted);
                if listed && !wanted.is_empty() {
                    let one = Figures::read(db, &span, counts, &wanted)?;
                    return Ok((one, wanted.clone(), None));
                }
                let risen = risen::risen(db, &span, period, &all)?;
                Ok((all, String::new(), risen))
            })
            .await?;
        Ok(Self {
            bars: Bars::of(&figures.days, period, today, shown.smallest),
            map: Map::of(&figures.counties),
            nothing: nothing(app, &figures).await?,
            risen,
            keep: vault
                .rules()
                .at("statistics-counters", today)
                .map_or_else(String::new, |rule| {
                    rule.text.in_lang(language(&page)).to_owned()
                }),
            page,
            at,
            asked,
            term,
            figures,
            public: shown.public,
            places: shown.places,
        })
    }

    pub fn smallest(&self) -> i64 {
        self.asked.span.smallest
    }

    /// The message that says what one bar is.
    pub fn step(&self) -> &'static str {
        self.asked.period.step()
    }

    /// Whether search words are counted.
    pub fn searches(&self) -> bool {
        self.asked.counts.searches
    }

    /// Whether counties are counted.
    pub fn counties(&self) -> bool {
        self.asked.counts.counties
    }

    fn link(&self, query: String, text: &str, here: bool) -> NavLink {
        NavLink {
            href: format!("{}{}{query}", self.page.l, self.at),
            text: text.to_owned(),
            here,
            heading: None,
        }
    }

    pub fn tabs(&self) -> Vec<NavLink> {
        Period::ALL
            .into_iter()
            .map(|period| {
                let query = self.asked.query(period, &self.asked.company);
                let text = self.page.t.s(period.label());
                self.link(query, text, period == self.asked.period)
            })
            .collect()
    }

    /// The companies that can be chosen; none where there is one.
    pub fn companies(&self) -> Vec<NavLink> {
        let chosen = &self.asked.company;
        let all = (
            String::new(),
            self.page.t.s("figures-companies-all").to_owned(),
        );
        let several = !self.asked.companies.is_empty();
        std::iter::once(&all)
            .filter(|_| several)
            .chain(&self.asked.companies)
            .map(|(key, name)| {
                let query = self.asked.query(self.asked.period, key);
                self.link(query, name, key == chosen)
            })
            .collect()
    }

    pub fn terms(&self) -> &[Line] {
        let most = self.figures.terms.len().min(MOST);
        &self.figures.terms[..most]
    }

    /// The same choice without a search.
    pub fn here(&self) -> String {
        self.asked.query(self.asked.period, &self.asked.company)
    }

    /// The address of the same page for one search.
    pub fn of_term(&self, term: &str) -> String {
        let term = term.replace(' ', "+");
        format!("{}{}{}&ord={term}", self.page.l, self.at, self.here())
    }

    pub fn place<'a>(&'a self, stored: &'a str) -> &'a str {
        match stored {
            "utlandet" => self.page.t.s("figures-abroad"),
            "ukjent" => self.page.t.s("figures-unknown"),
            "(flere)" => self.page.t.s("figures-several"),
            county => county,
        }
    }

    /// What the map says to those who do not see it.
    pub fn map_in_words(&self) -> String {
        let counties = self.figures.counties.iter();
        let known = counties.filter(|line| COUNTIES.iter().any(|(_, name)| *name == line.what));
        let said: Vec<String> = known
            .take(3)
            .map(|line| format!("{} {}", line.what, self.page.count(line.count)))
            .collect();
        said.join(", ")
    }

    /// When a bar begins, for under the drawing: four of them stand beside each other on a telephone.
    pub fn tick(&self, day: jiff::civil::Date) -> String {
        let english = self.page.lang == web::Lang::En;
        match self.asked.period {
            Period::Month | Period::Quarter if english => format!("{}/{}", day.day(), day.month()),
            Period::Month | Period::Quarter => format!("{}.{}.", day.day(), day.month()),
            Period::Year | Period::All => {
                let month: String = self.page.month(day).chars().take(3).collect();
                format!("{month} {}", day.year())
            }
        }
    }

    /// When a bar begins.
    pub fn begins(&self, day: jiff::civil::Date) -> String {
        match self.asked.period {
            Period::Month | Period::Quarter => {
                let dot = if self.page.lang == web::Lang::En {
                    ""
                } else {
                    "."
                };
                format!("{}{dot} {}", day.day(), self.page.month(day))
            }
            Period::Year | Period::All => format!("{} {}", self.page.month(day), day.year()),
        }
    }
}

/// What leads nowhere, as the site is now.
async fn nothing(app: &App, figures: &Figures) -> Result<Vec<(Line, String)>, Error> {
    let Ok(finder) = app.service::<Arc<dyn Finder>>() else {
        return Ok(Vec::new());
    };
    finder.look(app.world.now()).await?;
    let leads_nowhere = figures
        .terms
        .iter()
        .filter(|line| !finder.finds(&line.what));
    let lines = leads_nowhere.take(MOST).cloned();
    Ok(lines
        .map(|line| {
            let begin = finder.begin(&line.what);
            (line, begin)
        })
        .collect())
}

fn language(page: &Page) -> declaration::Lang {
    declaration::Lang::from_code(page.lang.tag()).unwrap_or_default()
}
