//! What happens between two houses, on both engines, against the double over real HTTP.

use std::sync::Arc;

use axum::http::StatusCode;
use customers::disclosures;
use declaration::vocabulary::Category;
use newsletter::{
    subscriber::{Came, NoTo, stop, subscribe},
    topics::{Choice, Wishes},
};
use store::{Db, Store, testing::each_engine};
use values::{ControllerId, Email, Moment, SetClock, SubjectId};
use vault::{
    Actor, ConsentState, LookUp, Scope, Vault,
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

    async fn subscriber(&self, email: &str) -> SubjectId {
        let version = self.vault.declaration().version().to_string();
        self.clock.advance_ms(1_000);
        let (email, none) = (mail(email), Wishes::default());
        let (choice, came) = ([self.choice()], self.came("newsletter"));
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

#[tokio::test]
async fn a_yes_is_told_once_and_a_no_reaches_the_service_the_next_minute() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        for row in house.double.heard() {
            let mut keys: Vec<&str> = row
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            keys.retain(|key| *key != "firstname");
            keys.sort_unstable();
            assert_eq!(keys, ["email", "external_id", "lists"]);
        }
        let told = disclosures::of(&house.vault, subject).await.unwrap();
        assert_eq!((told.len(), told[0].recipient.as_str()), (1, "make"));
        house.minute().await;
        assert_eq!(house.disclosed().await, 1);
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        // A yes again: nobody is made active there by us, and the yes stands.
        house.clock.advance_ms(HOUR);
        house.subscriber("kari@example.no").await;
        house.hours(30).await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        assert!(!format!("{:?}", house.double.heard()).contains("reactivate"));
        assert_eq!(state(&house.vault, house.ours()).await.unwrap().newer, 1);
        let (last, _, _) = house.lines(subject).await.pop().unwrap();
        assert_eq!(last, ConsentState::Given);
    })
    .await;
}

/// F10: unsubscribed there while we hear nothing; staff registers a letter the same day.
#[tokio::test]
async fn a_no_there_and_a_letter_here_on_the_day_of_an_outage() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        house.agree().await;
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        house.minute().await;
        let pressed = house.vault.world().now();
        let at = pressed.rfc3339();
        house.double.press_unsubscribe("kari@example.no", &at);
        house.clock.advance_ms(2 * HOUR);
        house.no("kari@example.no", "letter").await;
        house.minute().await;
        house.hours(3).await;
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failure.as_deref(), Some("down"));
        house.double.break_with(None);
        house.hours(20).await;
        let lines = house.lines(subject).await;
        let of = |form: &str| lines.iter().filter(|(_, of, _)| of == form).count();
        assert_eq!((of("letter"), of("make")), (1, 1), "{lines:?}");
        let (_, _, said) = lines.iter().find(|(_, form, _)| form == "make").unwrap();
        assert_eq!(said.rfc3339(), at);
        assert!(house.suppressed("kari@example.no").await);
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        house.hours(25).await;
        assert_eq!(house.lines(subject).await.len(), lines.len(), "once");
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.in_step && now.failure.is_none() && now.owed == 0);
    })
    .await;
}

#[tokio::test]
async fn a_day_without_the_service_loses_nothing_on_either_side() {
    each(|house| async move {
        for email in ["a@example.no", "b@example.no", "c@example.no"] {
            house.subscriber(email).await;
        }
        house.minute().await;
        house.agree().await;
        house
            .double
            .break_with(Some(StatusCode::SERVICE_UNAVAILABLE));
        house.minute().await;
        house.no("a@example.no", "phone").await;
        house.subscriber("new@example.no").await;
        let at = house.vault.world().now().rfc3339();
        house.double.press_unsubscribe("b@example.no", &at);
        house.double.bounce("c@example.no", &at);
        for _ in 0..24 {
            house.hours(1).await;
        }
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failures > 5 && now.owed >= 2, "{now:?}");
        // Half mended: it breaks again in the middle of the work.
        house.double.break_with(None);
        house.double.break_after(2);
        house.hours(2).await;
        house.double.break_with(None);
        house.hours(2).await;
        assert_eq!(house.there("a@example.no").as_deref(), Some("unsubscribed"));
        assert_eq!(house.there("new@example.no").as_deref(), Some("active"));
        assert!(house.suppressed("b@example.no").await);
        assert!(house.suppressed("c@example.no").await);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failure.is_none() && now.owed == 0, "{now:?}");
        house.agree().await;
    })
    .await;
}

#[tokio::test]
async fn what_has_no_basis_is_refused_listed_and_stopped_after_a_person_looked() {
    each(|house| async move {
        house.double.hold("fremmed@example.no", "active");
        house.double.hold("ja@example.no", "active");
        house.double.hold("borte@example.no", "active");
        house.double.hold("nei@example.no", "unsubscribed");
        house.double.hold("retur@example.no", "bounce");
        house.double.hold("ikke en adresse", "active");
        house.subscriber("ja@example.no").await;
        let gone = LookUp::email(&mail("borte@example.no"));
        house
            .vault
            .suppress(Scope::All, &gone, "erasure")
            .await
            .unwrap();
        house.hours(1).await;
        house.hours(26).await;
        let there = house.there("fremmed@example.no");
        assert_eq!(there.as_deref(), Some("active"), "nobody has looked yet");
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Ikke enige"), "{}", page.body);
        house.agree().await;
        for email in ["fremmed@example.no", "borte@example.no"] {
            assert_eq!(
                house.there(email).as_deref(),
                Some("unsubscribed"),
                "{email}"
            );
        }
        assert_eq!(house.there("ja@example.no").as_deref(), Some("active"));
        assert!(house.suppressed("nei@example.no").await);
        assert!(house.suppressed("retur@example.no").await);
        let report = crate::reports(&house.vault, house.ours(), 1).await.unwrap();
        let counts = &report[0].counts;
        for (reason, n) in [
            ("match", 1),
            ("unknown", 1),
            ("suppressed", 1),
            ("bounced", 1),
        ] {
            assert_eq!(counts.get(reason), Some(&n), "{reason}: {counts:?}");
        }
        assert_eq!(report[0].refused(), 2);
        // From now on by itself.
        house.double.hold("ny.fremmed@example.no", "active");
        house.hours(25).await;
        let there = house.there("ny.fremmed@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("Nå er vi enige"), "{}", page.body);
        assert!(!page.body.contains("example.no"));
        // Imported there once more by somebody: it is stopped again.
        house.double.hold("borte@example.no", "active");
        house.hours(25).await;
        assert_eq!(
            house.there("borte@example.no").as_deref(),
            Some("unsubscribed")
        );
    })
    .await;
}

#[tokio::test]
async fn a_kill_between_sending_and_noting_does_no_harm_twice() {
    each(|house| async move {
        house.subscriber("kari@example.no").await;
        house.minute().await;
        let undo = |db: &mut dyn Db| db.exec(&UNDONE, &[]);
        house.store.write(undo).await.unwrap();
        let heard = house.double.heard().len();
        house.minute().await;
        assert_eq!(house.double.heard().len(), heard, "it is there already");
        assert_eq!(house.disclosed().await, 1, "one sending, one line");
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        // Killed before the note, and said no meanwhile: the no wins.
        house.store.write(undo).await.unwrap();
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
    })
    .await;
}

#[tokio::test]
async fn a_yes_younger_than_the_no_there_stands() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        let at = house.vault.world().now().rfc3339();
        house.double.press_unsubscribe("kari@example.no", &at);
        house.hours(1).await;
        house.subscriber("kari@example.no").await;
        house.double.break_with(None);
        house.hours(26).await;
        let (last, form, _) = house
            .lines(subject)
            .await
            .into_iter()
            .max_by_key(|l| l.2)
            .unwrap();
        assert_eq!((last, form.as_str()), (ConsentState::Given, "newsletter"));
        assert!(!house.suppressed("kari@example.no").await);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.newer, 1);
    })
    .await;
}

#[tokio::test]
async fn a_corrected_address_follows_and_the_notice_is_told() {
    each(|house| async move {
        let subject = house.subscriber("feil@example.no").await;
        house.minute().await;
        let cause = disclosures::Cause::Rectification;
        let about = [Category::Marketing];
        disclosures::owe_notice(&house.vault, subject, &about, cause, None)
            .await
            .unwrap();
        replace_address(&house, subject, "rett@example.no").await;
        house.minute().await;
        assert_eq!(house.there("feil@example.no"), None);
        assert_eq!(house.there("rett@example.no").as_deref(), Some("active"));
        let notices = disclosures::notices_of(&house.vault, subject)
            .await
            .unwrap();
        assert_eq!(notices[0].way.as_deref(), Some("adapter"));
        house.hours(25).await;
        assert_eq!(house.there("rett@example.no").as_deref(), Some("active"));
    })
    .await;
}

/// As a corrected e-mail is written: the same person, a newer record, the look-up moved along.
async fn replace_address(house: &House, subject: SubjectId, email: &str) {
    use declaration::vocabulary::{Purpose, purpose};
    use vault::{Ask, Keep, Personal, Provenance};
    house.clock.advance_ms(1_000);
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    };
    let ask = Ask::open(actor, subject).of(&[Category::Marketing]);
    let permit = house
        .vault
        .permit::<purpose::Newsletter>(ask)
        .await
        .unwrap();
    let record = Personal::new(customers::Subscriber {
        name: values::PersonName::parse("Kari Prøve").ok(),
        email: mail(email),
        topics: Some("news".into()),
        source: Some("min-side".into()),
    });
    let choice = customers::ConsentChoice {
        controller: house.ours(),
        channel: declaration::Channel::Email,
        topic: "news",
    };
    let keep = Keep::while_open("consent", choice.slot());
    let source = Provenance {
        source_kind: "data_subject",
        source_ref: 0,
        notice_version: "1".into(),
    };
    let mut work = house.vault.work();
    work.seal(&permit, &record, &source, &keep).unwrap();
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    house.vault.store().write(write).await.unwrap();
}

#[tokio::test]
async fn two_and_a_half_thousand_in_three_calls() {
    each(|house| async move {
        for n in 0..2_500 {
            house
                .double
                .hold(&format!("fremmed{n}@example.no"), "unsubscribed");
        }
        for n in 0..40 {
            house.subscriber(&format!("kunde{n}@example.no")).await;
        }
        house.minute().await;
        assert_eq!(house.double.heard().len(), 40);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failure.is_none() && now.in_step, "{now:?}");
        assert!(house.suppressed("fremmed2499@example.no").await);
        let calls = house.double.calls();
        house.minute().await;
        assert_eq!(house.double.calls(), calls, "nothing owed, nothing asked");
    })
    .await;
}

#[tokio::test]
async fn a_refused_key_is_told_and_tried_again_seldom() {
    each(|house| async move {
        house.double.break_with(Some(StatusCode::UNAUTHORIZED));
        house.subscriber("kari@example.no").await;
        house.minute().await;
        house.minute().await;
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("godtar ikke kontoen"), "{}", page.body);
        assert!(!page.body.contains("hemmelig"));
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failures, 1);
        assert_eq!(house.press("nonsense").await.status, 400);
        let stranger = house.marketing().await;
        let fields = [("account", "99"), ("act", "preview")];
        let answer = stranger.post("/stab/nyhetsbrev/make", &fields).await;
        assert_eq!(answer.status, 404);
    })
    .await;
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
    let text = include_str!("../lang/nb.ftl");
    for reason in crate::REASONS {
        let key = format!("make-count-{} =", reason.replace('_', "-"));
        assert!(text.contains(&key), "{key}");
    }
}

#[tokio::test]
async fn statements_can_be_prepared_and_columns_are_marked() {
    each(|house| async move {
        house.store.prepare_all(&[sql::ALL, ALL]).await.unwrap();
        let marks = include_str!("../columns.txt");
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
