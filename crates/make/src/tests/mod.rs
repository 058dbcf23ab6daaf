//! The service's shapes, and what happens between two houses, on both engines, against the double over
//! real HTTP.

mod between;
mod finding;
mod importing;
mod older;
mod service;
mod shapes;
mod silence;

use std::sync::Arc;

use newsletter::{
    subscriber::{Came, NoTo, stop, subscribe},
    topics::{Choice, Wishes},
};
use store::{Db, Store, testing::each_engine};
use values::{ControllerId, Email, Moment, SetClock, SubjectId};
use vault::{
    Actor, ConsentState, LookUp, Vault,
    testing::{TestVault, vault_on},
};
use web::{
    App, Colleague, Role, Services, Visitor,
    testing::{Client, house},
};

use crate::{Account, Accounts, double::Double, sql, state};

const TABLES: &[&[store::Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    newsletter::MIGRATIONS,
    crate::MIGRATIONS,
];
const HOUR: i64 = 3_600_000;

store::queries! {
    /// As if the process had been killed between the sending and the note of it.
    UNDONE = "UPDATE make_line SET state = 'sending'";
    /// What is remembered of somebody cannot be read any more.
    SPOILT = "UPDATE make_line SET mark = $1";
    /// So many lines of the list of disclosures.
    DISCLOSED = "SELECT COUNT(*) AS n FROM disclosure WHERE recipient = 'make'";
}

struct House {
    app: App,
    client: Client,
    vault: Vault,
    store: Store,
    clock: Arc<SetClock>,
    double: Double,
    accounts: Accounts,
    address: std::net::SocketAddr,
    _custody: tempfile::TempDir,
}

async fn each<F, R>(test: F)
where
    F: Fn(House) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each_engine(TABLES, |store| async move {
        let start = Moment::at_local(jiff::civil::date(2026, 11, 20), 9, 0);
        let TestVault {
            vault,
            clock,
            world,
            custody,
        } = vault_on(store.clone(), start).await.unwrap();
        let double = Double::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(double.clone().serve(listener));
        let key = vault.declaration().controllers()[0].key.clone();
        let text = format!(
            "{key} = {{ user_id = \"1\", api_key = \"hemmelig\", list = 17, address = \"http://{address}\" }}"
        );
        let accounts = Accounts::read(&text, &vault.declaration()).unwrap();
        let services = Services::default().with(vault.clone()).with(accounts.clone());
        let mut parts = house(&[crate::LANG, newsletter::LANG, customers::LANG], services);
        parts.world = world;
        parts.settings.limits = false;
        let app = App::new(parts);
        let client = Client::new(app.clone(), web::router(&app, crate::routes()));
        test(House {
            app,
            client,
            vault,
            store,
            clock,
            double,
            accounts,
            address,
            _custody: custody,
        })
        .await;
    })
    .await;
}

fn mail(text: &str) -> Email {
    Email::parse(text).unwrap()
}

impl House {
    fn account(&self) -> &Account {
        &self.accounts.all()[0]
    }

    fn choice(&self) -> Choice {
        self.account().choice
    }

    fn ours(&self) -> ControllerId {
        self.account().controller
    }

    fn came(&self, form: &'static str) -> Came {
        Came {
            form,
            lang: web::Lang::Nb,
            at: self.vault.world().now(),
            actor: Actor::Visitor,
        }
    }

    /// An account for each of two legal entities, in the order of their turns; the second at another
    /// address.
    fn two_accounts(&self, address: &str) -> Accounts {
        let declaration = self.vault.declaration();
        let mut keys: Vec<&str> = declaration
            .controllers()
            .iter()
            .map(|one| one.key.as_str())
            .collect();
        keys.truncate(2);
        keys.sort_unstable();
        let own = self.address;
        let text = format!(
            "{} = {{ user_id = \"1\", api_key = \"hemmelig\", list = 17, address = \"http://{own}\" }}\n{} = {{ user_id = \"2\", api_key = \"hemmelig\", list = 17, address = \"http://{address}\" }}",
            keys[0], keys[1]
        );
        Accounts::read(&text, &declaration).unwrap()
    }

    fn app_with(&self, accounts: &Accounts) -> App {
        let services = Services::default()
            .with(self.vault.clone())
            .with(accounts.clone());
        let mut parts = house(&[crate::LANG, newsletter::LANG, customers::LANG], services);
        parts.world = self.vault.world().clone();
        App::new(parts)
    }

    async fn find_subject(&self, email: &str) -> SubjectId {
        self.vault
            .find(&LookUp::email(&mail(email)))
            .await
            .unwrap()
            .unwrap()
    }

    async fn subscriber(&self, email: &str) -> SubjectId {
        self.subscriber_to(email, self.choice()).await
    }

    async fn subscriber_to(&self, email: &str, choice: Choice) -> SubjectId {
        let version = self.vault.declaration().version().to_string();
        self.clock.advance_ms(1_000);
        let (email, none) = (mail(email), Wishes::default());
        let (choice, came) = ([choice], self.came("newsletter"));
        subscribe(&self.vault, &email, &choice, &none, &version, came)
            .await
            .unwrap()
    }

    async fn no(&self, email: &str, form: &'static str) {
        self.clock.advance_ms(1_000);
        let email = mail(email);
        let subject = self.vault.find(&LookUp::email(&email)).await.unwrap();
        let (no, came) = (NoTo::Everything, self.came(form));
        stop(&self.vault, subject, &email, no, came).await.unwrap();
    }

    /// A minute passes.
    async fn minute(&self) {
        self.clock.advance_ms(60_000);
        crate::chore(&self.app).await.unwrap();
    }

    async fn hours(&self, hours: i64) {
        self.clock.advance_ms(hours * HOUR);
        crate::chore(&self.app).await.unwrap();
    }

    fn there(&self, email: &str) -> Option<String> {
        self.double.status_of(email)
    }

    async fn suppressed(&self, email: &str) -> bool {
        let (look_up, choice) = (LookUp::email(&mail(email)), self.choice());
        self.vault
            .suppressed(self.ours(), choice.topic, &look_up)
            .await
            .unwrap()
    }

    async fn lines(&self, subject: SubjectId) -> Vec<(ConsentState, String, Moment)> {
        let mut lines = self.vault.consents_of(subject).await.unwrap();
        lines.retain(|line| crate::lines::is_about(line, self.choice()));
        let line = |line: vault::ConsentLine| (line.state, line.form, line.at);
        lines.into_iter().map(line).collect()
    }

    async fn marketing(&self) -> Client {
        let who = Colleague {
            staff: SubjectId::from_raw(77),
            role: Role::Marketing,
            controller: self.ours(),
        };
        self.client.as_visitor(Visitor::Staff(who)).await.unwrap()
    }

    async fn press(&self, act: &str) -> web::testing::Answer {
        let id = self.ours().get().to_string();
        let fields = [("account", id.as_str()), ("act", act)];
        self.marketing()
            .await
            .post("/stab/nyhetsbrev/make", &fields)
            .await
    }

    async fn agree(&self) {
        assert_eq!(self.press("preview").await.status, 303);
        assert_eq!(self.press("agree").await.status, 303);
        assert!(state(&self.vault, self.ours()).await.unwrap().in_step);
    }

    async fn disclosed(&self) -> i64 {
        let read = |db: &mut dyn Db| db.one(&DISCLOSED, &[])?.i64("n");
        self.store.read(read).await.unwrap()
    }
}

#[test]
fn wrong_accounts_are_named() {
    let declaration = vault::testing::declaration();
    let key = declaration.controllers()[0].key.clone();
    let read = |text: String| {
        Accounts::read(&text, &declaration)
            .err()
            .unwrap_or_default()
    };
    let good = "user_id = \"1\", api_key = \"hemmelig\", list = 17";
    for (text, wants) in [
        (format!("nobody = {{ {good} }}"), "no such legal entity"),
        (format!("{key} = {{ user_id = \"1\" }}"), "expected user_id"),
        (
            format!("{key} = {{ {good}, lits = 1 }}"),
            "expected user_id",
        ),
        (
            format!("{key} = {{ {good}, topic = \"x\" }}"),
            "does not ask about",
        ),
        (
            format!("{key} = {{ {good}, address = \"http://a.no\" }}"),
            "make.address",
        ),
        ("= hemmelig".to_owned(), "not TOML"),
    ] {
        let error = read(text);
        assert!(error.contains(wants), "{error}");
        assert!(!error.contains("hemmelig"));
    }
    let other = declaration.controllers()[1].key.clone();
    let error = read(format!("{key} = {{ {good} }}\n{other} = {{ {good} }}"));
    assert!(error.contains("the same user_id as"), "{error}");
    assert_eq!(read(format!("{key} = {{ {good} }}")), "");
    assert_eq!(read(String::new()), "");
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
}

#[test]
fn every_class_has_its_style() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    assert_eq!(
        web::check::unknown_classes(root).unwrap(),
        Vec::<String>::new()
    );
}

#[test]
fn every_reason_has_its_words() {
    let text = include_str!("../../lang/nb.ftl");
    for reason in crate::REASONS {
        let key = format!("make-count-{} =", reason.replace('_', "-"));
        assert!(text.contains(&key), "{key}");
    }
}

#[tokio::test]
async fn statements_can_be_prepared_and_columns_are_marked() {
    each(|house| async move {
        house.store.prepare_all(&[sql::ALL, ALL]).await.unwrap();
        let marks = include_str!("../../columns.txt");
        for column in house.store.columns().await.unwrap() {
            let line = format!("{}.{} ", column.table, column.name);
            assert!(
                !column.table.starts_with("make_") || marks.contains(&line),
                "{line}"
            );
        }
    })
    .await;
}
