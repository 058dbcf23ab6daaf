//! Where one slice answers another's question: slices do not know each other, the house does.

mod facts;
mod figures;
mod officers;
mod sql;
mod today;

use std::sync::Arc;

use axum::{Router, body::Body, http::Request};
use bookings::{Catalogue, Workshop};
use rights::{Around, Facts, PageSeen};
use site::{LastProof, ProofSummary, SiteFacts, Soon, Workplace};
use tower::ServiceExt;
use vault::{Vault, VaultError};
use web::Lang;

use crate::{checks, house::House};

pub use figures::{counter, keep_words, know_places, look_at_places, pages};
pub use officers::Officers;
pub use sql::ALL as QUERIES;
pub use today::{Colleagues, KnownCases, Today, sql::ALL as TODAY_QUERIES};

/// Largest page the proof reads.
const MOST_BYTES: usize = 4 << 20;

/// The workshops, for the public pages.
pub struct Workshops(pub Vault, pub web::Texts);

impl SiteFacts for Workshops {
    fn workshops(&self, lang: Lang) -> Soon<'_, Vec<Workplace>> {
        Box::pin(async move {
            let Ok(catalogue) = self.0.store().read(|db| Catalogue::load(db)).await else {
                return Vec::new();
            };
            let services: Vec<String> = catalogue
                .open_services()
                .map(|service| service.name(lang).to_owned())
                .collect();
            catalogue
                .open_workshops()
                .map(|workshop| self.workplace(workshop, &services, lang))
                .collect()
        })
    }
}

impl Workshops {
    fn workplace(&self, workshop: &Workshop, services: &[String], lang: Lang) -> Workplace {
        Workplace {
            name: workshop.name.clone(),
            address: workshop.place(),
            hours: hours(workshop, self.1.of(lang)),
            services: services.to_vec(),
            controller: workshop.controller,
            book: format!("/bestill?verksted={}", workshop.id),
        }
    }
}

/// The workshops one can wish for letters about.
pub struct Wishable(pub Vault);

impl newsletter::Workshops for Wishable {
    fn named<'a>(&'a self, app: &'a web::App) -> web::Later<'a, Vec<(i64, String)>> {
        Box::pin(async move {
            let asking = app.clone();
            let known = move |db: &mut dyn store::Db| Catalogue::known(&asking, db);
            let catalogue = self.0.store().read(known).await?;
            let open = catalogue.open_workshops();
            Ok(open.map(|one| (one.id.get(), one.name.clone())).collect())
        })
    }
}

/// Opening hours in words, days with the same hours together: `mandag–fredag 07.00–15.30`.
fn hours(workshop: &Workshop, text: &web::Text) -> String {
    let clock = |minutes: i64| format!("{:02}.{:02}", minutes / 60, minutes % 60);
    let day = |index: usize| text.s(DAYS[index.min(6)]).to_owned();
    let mut spans: Vec<(usize, usize, (i64, i64))> = Vec::new();
    for (index, open) in workshop.hours.iter().enumerate() {
        let Some(open) = open else { continue };
        let same = (open.opens, open.closes);
        match spans.last_mut() {
            Some((_, last, before)) if *last + 1 == index && *before == same => *last = index,
            _ => spans.push((index, index, same)),
        }
    }
    let words = spans.into_iter().map(|(first, last, (opens, closes))| {
        let days = if first == last {
            day(first)
        } else {
            format!("{}–{}", day(first), day(last))
        };
        format!("{days} {}–{}", clock(opens), clock(closes))
    });
    words.collect::<Vec<_>>().join(", ")
}

const DAYS: [&str; 7] = [
    "day-1", "day-2", "day-3", "day-4", "day-5", "day-6", "day-7",
];

/// The latest proof, for the declaration's page.
pub struct LatestProof(pub Vault);

impl LastProof for LatestProof {
    fn last(&self) -> Soon<'_, Option<ProofSummary>> {
        Box::pin(async move {
            let run = rights::last_run(&self.0).await.ok()??;
            Some(ProofSummary {
                at: run.at,
                holds: run.holds,
                attested: run.attested,
                fails: run.fails,
            })
        })
    }
}

/// What a proof asks of the whole house.
pub struct Surroundings {
    vault: Vault,
    declaration_text: Arc<str>,
    router: std::sync::OnceLock<Router>,
    counter: std::sync::OnceLock<Arc<statistics::Counter>>,
}

impl Surroundings {
    /// Of a house. Its pages can be seen from [`Surroundings::open_doors`] on.
    #[must_use]
    pub fn of(house: &House) -> Self {
        Self {
            vault: house.vault.clone(),
            declaration_text: house.declaration_text.clone(),
            router: std::sync::OnceLock::new(),
            counter: std::sync::OnceLock::new(),
        }
    }

    /// Gives the proof the pages as visitors get them.
    pub fn open_doors(&self, router: Router) {
        // A second router for the same house would show the same pages; the first one stands.
        let _ = self.router.set(router);
    }

    /// Gives the proof what knows which search words may be stored.
    pub fn count_with(&self, counter: Arc<statistics::Counter>) {
        // As above: a second one would know the same words.
        let _ = self.counter.set(counter);
    }

    async fn see(&self, path: &str) -> PageSeen {
        let Some(router) = self.router.get().cloned() else {
            return PageSeen::default();
        };
        let Ok(request) = Request::builder().uri(path).body(Body::empty()) else {
            return PageSeen::default();
        };
        let answer = match router.oneshot(request).await {
            Ok(answer) => answer,
            Err(never) => match never {},
        };
        let (status, headers) = (answer.status(), answer.headers().clone());
        let body = axum::body::to_bytes(answer.into_body(), MOST_BYTES)
            .await
            .unwrap_or_default();
        PageSeen {
            status,
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        }
    }
}

impl Around for Surroundings {
    fn page<'a>(&'a self, path: &'a str) -> rights::Soon<'a, PageSeen> {
        Box::pin(self.see(path))
    }

    fn column_differences(&self) -> rights::Soon<'_, Result<Vec<String>, VaultError>> {
        Box::pin(async move {
            let columns = self.vault.store().columns().await?;
            Ok(match checks::marked_columns() {
                Ok(marks) => checks::column_differences(&marks, &columns),
                Err(error) => vec![error],
            })
        })
    }

    fn declaration_text(&self) -> String {
        self.declaration_text.to_string()
    }

    fn facts(&self) -> rights::Soon<'_, Result<Facts, VaultError>> {
        Box::pin(facts::collect(
            &self.vault,
            self.counter.get().map(AsRef::as_ref),
        ))
    }
}
