//! The slice as people meet it, on both engines.

mod at_once;
mod brought;
mod clerk;
mod corrected;
mod desk;
mod doors;
mod erased;
mod failing;
mod handed;
mod holding;
mod moved;
mod objecting;
mod package;
mod paper;
mod people;
mod records;
mod restricting;
mod review;
mod same;
mod travels;

use std::sync::Arc;

use store::{Store, testing::each_engine};
use values::{AccountId, ControllerId, Moment, SetClock, SubjectId};
use vault::{
    Vault,
    testing::{TestVault, vault_on},
};
use web::{
    App, Colleague, Me, Role, Services, Visitor,
    testing::{Client, house},
};

pub(crate) use people::{Person, slip};
pub(crate) use records::MARKS;

/// The counts of visits, which another slice keeps: the proof looks at their columns.
const VISITS: &[store::Migration] = &[store::Migration {
    name: "visits",
    sql: "CREATE TABLE visit_count (day {text} NOT NULL, controller_id {i64} NOT NULL, term {text} NOT NULL, county {text} NOT NULL, count {i64} NOT NULL)",
}];

const TABLES: &[&[store::Migration]] = &[
    store::jobs::MIGRATIONS,
    vault::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    crate::MIGRATIONS,
    VISITS,
];

/// A house with this slice, its neighbours' tables and a clock.
pub(crate) struct House {
    pub app: App,
    pub client: Client,
    pub vault: Vault,
    pub store: Store,
    pub clock: Arc<SetClock>,
    pub custody: tempfile::TempDir,
}

/// 2026-11-02 09:00 in Norway.
pub(crate) fn start() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 11, 2), 9, 0)
}

/// The same test on both engines.
pub(crate) async fn each<F, R>(test: F)
where
    F: Fn(House) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each_engine(TABLES, |store| async move {
        let TestVault {
            vault,
            clock,
            world,
            custody,
        } = vault_on(store.clone(), start()).await.unwrap();
        let around: Arc<dyn crate::Around> = Arc::new(crate::proof::testing::Calm::default());
        let services = Services::default()
            .with(vault.clone())
            .with(around)
            .with(customers::MinePanels(crate::panels()));
        let mut parts = house(&[crate::LANG, customers::LANG], services);
        parts.world = world;
        parts.settings.limits = false;
        let app = App::new(parts);
        let routes = crate::routes().merge(customers::routes());
        let client = Client::new(app.clone(), web::router(&app, routes));
        test(House {
            app,
            client,
            vault,
            store,
            clock,
            custody,
        })
        .await;
    })
    .await;
}

impl House {
    /// A browser of this person.
    pub async fn as_person(&self, subject: SubjectId) -> Client {
        let me = Me {
            subject,
            account: AccountId::from_raw(1),
        };
        self.client.as_visitor(Visitor::Subject(me)).await.unwrap()
    }

    /// A browser of somebody in this role.
    pub async fn as_role(&self, role: Role) -> Client {
        self.client
            .as_visitor(Visitor::Staff(colleague(role)))
            .await
            .unwrap()
    }
}

pub(crate) const fn colleague(role: Role) -> Colleague {
    Colleague {
        staff: SubjectId::from_raw(77),
        role,
        controller: ControllerId::from_raw(1),
    }
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
    let texts = web::Texts::build(&[web::TEXTS, crate::LANG]).unwrap();
    let text = texts.of(web::Lang::En);
    for key in crate::proof::pages::keys() {
        assert!(text.has(&key), "{key}");
    }
}

#[test]
fn classes_are_known() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let unknown = web::check::unknown_classes(root).unwrap();
    assert!(unknown.is_empty(), "{unknown:#?}");
}

#[test]
fn records_stand_in_the_vocabulary() {
    crate::check_records().unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn statements_are_prepared_on_both_engines() {
    each(|house| async move {
        house.store.prepare_all(crate::QUERIES).await.unwrap();
        house
            .store
            .prepare_all(&[vault::evidence::sql::ALL])
            .await
            .unwrap();
        let listed = include_str!("../../columns.txt");
        for column in house.store.columns().await.unwrap() {
            let ours = [
                "rights_request",
                "rights_receipt",
                "rights_event",
                "rights_link",
                "rights_paper",
                "rights_case_subject",
                "rights_restriction",
                "rights_restriction_strand",
                "rights_objection",
                "rights_review",
                "rights_review_decision",
                "rights_brought",
                "proof_run",
                "proof_line",
            ];
            if ours.contains(&column.table.as_str()) {
                let name = format!("{}.{} ", column.table, column.name);
                assert!(listed.lines().any(|line| line.starts_with(&name)), "{name}");
            }
        }
    })
    .await;
}
