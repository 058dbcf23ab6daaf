//! What the tests of this slice share, and what holds for all of it.

use axum::http::StatusCode;
use store::Store;
use values::{ControllerId, Email, Moment, PersonName, SubjectId};
use vault::testing::{TestVault, vault_on};
use web::{
    App, Role, Services,
    testing::{Client, house},
};

use crate::{COLUMNS, LANG, MIGRATIONS, QUERIES, StaffError, add, routes};

/// A house with a vault, and a browser in it.
pub(crate) struct House {
    pub test: TestVault,
    pub client: Client,
}

pub(crate) const ONE: ControllerId = ControllerId::from_raw(1);

pub(crate) fn name(text: &str) -> PersonName {
    PersonName::parse(text).unwrap()
}

pub(crate) fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

impl House {
    pub async fn open(store: Store) -> Self {
        let day = Moment::at_local(jiff::civil::date(2026, 11, 22), 9, 0);
        let test = vault_on(store, day).await.unwrap();
        let mut house = house(&[LANG], Services::default().with(test.vault.clone()));
        house.world = test.world.clone();
        let app = App::new(house);
        let client = Client::new(app.clone(), web::router(&app, routes()));
        Self { test, client }
    }

    pub async fn hire(&self, who: &str, role: Role) -> SubjectId {
        let address = email(&format!("{}@verksted.example", who.to_lowercase()));
        add(
            &self.test.vault,
            name(&format!("{who} Prøve")),
            address,
            role,
            ONE,
        )
        .await
        .unwrap()
    }

    /// A browser in which this member is logged in.
    pub async fn as_member(&self, id: SubjectId) -> Client {
        let post = crate::post(&self.test.vault, id).await.unwrap();
        let colleague = post.colleague(&self.test.vault.declaration()).unwrap();
        self.client
            .as_visitor(web::Visitor::Staff(colleague))
            .await
            .unwrap()
    }

    /// How many letters wait to be sent.
    pub async fn letters(&self) -> i64 {
        let store = self.test.vault.store();
        store
            .read(|db| store::jobs::count(db, letters::JOB))
            .await
            .unwrap()
    }
}

/// The same on both engines.
pub(crate) async fn each<F, R>(test: F)
where
    F: Fn(House) -> R,
    R: Future<Output = ()>,
{
    let all = [vault::MIGRATIONS, letters::MIGRATIONS, MIGRATIONS];
    store::testing::each_engine(&all, |store| async { test(House::open(store).await).await }).await;
}

#[test]
fn templates_use_styles_that_exist() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        web::check::unknown_classes(root).unwrap(),
        Vec::<String>::new()
    );
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[LANG]);
}

#[test]
fn records_are_in_the_vocabulary_and_activities_in_the_declaration() {
    crate::check_records().unwrap();
    let declaration = vault::testing::declaration();
    for activity in crate::ACTIVITIES {
        assert_eq!(declaration.undeclared(activity), [], "{}", activity.name);
    }
}

#[tokio::test]
async fn statements_and_columns_fit_the_schema() {
    each(|house| async move {
        let store = house.test.vault.store();
        store.prepare_all(QUERIES).await.unwrap();
        let ours = ["staff", "staff_link", "staff_setup"];
        let real = store.columns().await.unwrap().into_iter();
        let mut real: Vec<String> = real
            .filter(|column| ours.contains(&column.table.as_str()))
            .map(|column| format!("{}.{}", column.table, column.name))
            .collect();
        let marked = COLUMNS.lines().filter_map(|line| line.split(' ').next());
        let mut marked: Vec<String> = marked.map(str::to_owned).collect();
        real.sort();
        marked.sort();
        assert_eq!(real, marked);
    })
    .await;
}

#[tokio::test]
async fn an_account_without_a_declared_controller_is_not_made_and_lets_nobody_in() {
    each(|house| async move {
        let vault = &house.test.vault;
        let nobody = ControllerId::from_raw(77);
        let made = add(
            vault,
            name("Kari Prøve"),
            email("k@x.example"),
            Role::Admin,
            nobody,
        )
        .await;
        assert!(matches!(made, Err(StaffError::NoController(77))));
        // The declaration loses the legal entity afterwards.
        let id = house.hire("Kari", Role::Reception).await;
        let mut post = crate::post(vault, id).await.unwrap();
        assert!(post.colleague(&vault.declaration()).is_some());
        post.controller = nobody;
        assert!(post.colleague(&vault.declaration()).is_none());
        // In a browser.
        let store = vault.store();
        store
            .write(move |db| db.exec(&MOVE_AWAY, &[id.get().into()]))
            .await
            .unwrap();
        let path = crate::one_time_link(vault, id, 60_000).await.unwrap();
        let answer = house.client.post(&path, &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("personvernerklæringen"));
        assert!(answer.headers.get("set-cookie").is_none());
    })
    .await;
}

store::queries! {
    /// A member of a legal entity that is no longer declared.
    MOVE_AWAY = "UPDATE staff SET controller_id = 77 WHERE id = $1";
}

#[tokio::test]
async fn doors_open_for_those_they_are_for() {
    each(|house| async move {
        let admin = house.hire("Ada", Role::Admin).await;
        let end = format!("/stab/ansatte/{admin}/slutt");
        for role in Role::ALL {
            let id = house.hire(&format!("Rolle{}", role.as_str()), *role).await;
            let browser = house.as_member(id).await;
            let is_admin = *role == Role::Admin;
            for path in ["/stab/ansatte", end.as_str()] {
                let expected = if is_admin {
                    StatusCode::OK
                } else {
                    StatusCode::FORBIDDEN
                };
                assert_eq!(browser.get(path).await.status, expected, "{role:?} {path}");
            }
            let me = browser.get("/stab/meg").await;
            assert_eq!(me.status, StatusCode::OK);
            assert!(me.body.contains(&format!("Rolle{}", role.as_str())));
            if !is_admin {
                let answer = browser.post(&end, &[]).await;
                assert_eq!(answer.status, StatusCode::FORBIDDEN);
            }
        }
        for path in ["/stab/ansatte", "/stab/meg"] {
            let answer = house.client.get(path).await;
            assert_eq!(
                answer.location(),
                Some(format!("/stab/logg-inn?til={path}").as_str())
            );
        }
        let me = web::Me {
            subject: admin,
            account: values::AccountId::from_raw(1),
        };
        let customer = house
            .client
            .as_visitor(web::Visitor::Subject(me))
            .await
            .unwrap();
        assert_eq!(
            customer.get("/stab/ansatte").await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}
