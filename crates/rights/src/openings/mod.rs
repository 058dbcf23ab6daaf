//! Who opened what, for the person, for the reader who is asked why, and for the privacy officer.

pub(crate) mod glass;
pub(crate) mod key;
pub(crate) mod looked;
pub(crate) mod reason;
pub(crate) mod unusual;

use std::{collections::BTreeMap, sync::Arc};

use store::{Db, StoreError};
use values::{ControllerId, Moment, SubjectId};
use vault::{LookSlip, OpeningLine, Vault};
use web::{App, Door, Later, Page, Role, Routes};

/// A case that stands in the log, by kind and id.
pub type Case = (String, i64);

/// What is known of a case without opening anything: where and when.
#[derive(Clone, Debug, Default)]
pub struct CaseFacts {
    /// The workshop's name.
    pub place: Option<String>,
    /// The day it is about.
    pub at: Option<Moment>,
}

/// What the features' tables know of cases. The program brings it; without it cases have no date.
pub trait Cases: Send + Sync {
    /// The facts of these cases; unknown ones are left out.
    ///
    /// # Errors
    /// When the store fails.
    fn of(&self, db: &mut dyn Db, cases: &[Case]) -> Result<BTreeMap<Case, CaseFacts>, StoreError>;
}

/// A letter to every privacy officer.
#[derive(Clone, Debug)]
pub struct Announcement {
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// What it is about, so that it is sent once.
    pub occasion: String,
}

/// Who the privacy officers are. The program brings it.
pub trait Officers: Send + Sync {
    /// Seals the letters; the answer lays them down and queues them inside a transaction.
    fn letters(&self, letter: Announcement) -> Later<'_, LookSlip>;
}

/// The reasons that can be chosen, with what they are called.
pub(crate) const REASONS: &[(&str, &str)] = &[
    ("contacted", "openings-reason-contacted"),
    ("error", "openings-reason-error"),
    ("claim", "openings-reason-claim"),
    ("payment", "openings-reason-payment"),
    ("colleague", "openings-reason-colleague"),
    ("other", "openings-reason-other"),
];

/// The reasons for breaking the glass.
pub(crate) const DANGERS: &[(&str, &str)] = &[
    ("danger", "openings-danger-life"),
    ("vehicle", "openings-danger-vehicle"),
    ("alone", "openings-danger-alone"),
];

/// The message that names a reason.
pub(crate) fn reason_key(word: &str) -> &'static str {
    let all = REASONS.iter().chain(DANGERS);
    all.clone()
        .find(|(known, _)| *known == word)
        .map_or("openings-reason-none", |(_, key)| key)
}

/// The message that names what was unusual.
pub(crate) fn kind_key(word: &str) -> &'static str {
    match word {
        "not_today" => "openings-kind-not-today",
        "many" => "openings-kind-many",
        "odd_hours" => "openings-kind-odd-hours",
        _ => "openings-kind-glass",
    }
}

/// The message that names a role.
pub(crate) fn role_key(role: &str) -> &'static str {
    match role {
        "reception" => "role-reception",
        "technician" => "role-technician",
        "claims" => "role-claims",
        "marketing" => "role-marketing",
        "privacy" => "role-privacy",
        "admin" => "role-admin",
        _ => "role-operator",
    }
}

/// The name of a legal entity.
pub(crate) fn company(vault: &Vault, id: i64) -> String {
    let declaration = vault.declaration();
    let known = declaration.controller(ControllerId::from_raw(id));
    known.map_or_else(String::new, |one| one.name.clone())
}

/// The facts of the cases of some lines.
pub(crate) async fn cases_of(
    app: &App,
    vault: &Vault,
    lines: &[OpeningLine],
) -> Result<BTreeMap<Case, CaseFacts>, web::Error> {
    let Ok(known) = app.service::<Arc<dyn Cases>>() else {
        return Ok(BTreeMap::new());
    };
    let mut cases: Vec<Case> = lines
        .iter()
        .filter(|line| line.case_id != 0)
        .map(|line| (line.case_kind.clone(), line.case_id))
        .collect();
    cases.sort_unstable();
    cases.dedup();
    let known = Arc::clone(known);
    let read = move |db: &mut dyn Db| known.of(db, &cases);
    Ok(vault.store().read(read).await?)
}

/// The names of colleagues, where the house knows them.
pub(crate) async fn names(
    app: &App,
    ids: Vec<SubjectId>,
    case: (&'static str, i64),
) -> Result<BTreeMap<SubjectId, values::PersonName>, web::Error> {
    match app.service::<Arc<dyn web::StaffNames>>() {
        Ok(known) => known.names(ids, case).await,
        Err(_) => Ok(BTreeMap::new()),
    }
}

const ANYBODY: Door = Door::Staff(Role::ALL);
const OFFICER: Door = Door::Staff(&[Role::Privacy]);

/// The addresses.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .get("/min-side/hvem-har-sett", Door::Subject, looked::who)
        .get("/min-side/hvem-har-sett/{seq}", Door::Subject, looked::ask)
        .get("/stab/grunn/{id}", ANYBODY, reason::show)
        .post("/stab/grunn/{id}", ANYBODY, reason::given)
        .get(web::GLASS, ANYBODY, glass::show)
        .post(web::GLASS, ANYBODY, glass::broken)
        .post("/stab/nodtilgang/slutt", ANYBODY, glass::mended)
        .get("/stab/personvern/uvanlig", OFFICER, unusual::list)
        .get("/stab/personvern/uvanlig/{id}", OFFICER, unusual::show)
        .post("/stab/personvern/uvanlig/{id}", OFFICER, unusual::seen)
        .get("/stab/personvern/logg.jsonl", OFFICER, key::file)
        .get("/personvern/logg-nokkel", Door::Public, key::show)
        .link(
            web::Area::Desk,
            62,
            "/stab/personvern/uvanlig",
            "nav-openings-unusual",
        )
}

/// A page of this house to go back to.
pub(crate) fn back(page: &Page, to: &str) -> String {
    match web::local_path(to) {
        Some(to) => to.to_owned(),
        None => format!("{}/stab", page.l),
    }
}
