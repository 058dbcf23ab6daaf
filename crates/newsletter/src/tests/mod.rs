//! The slice as its visitors meet it, on both engines.

mod bad_server;
mod choosing;
mod fetched;
mod foreign;
mod leaving;
mod reaching;
mod recalling;
mod reminding;
mod returning;
mod sending;
mod signing_up;

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use declaration::vocabulary::Purpose;
use letters::MailSettings;
use store::{Db, Store, testing::each_engine};
use values::{ControllerId, Email, Moment, SetClock, SubjectId};
use vault::{
    Actor, Vault,
    testing::{TestVault, vault_on},
};
use web::{
    App, Colleague, Role, Services, Visitor,
    testing::{Client, house},
};

use crate::{
    Envelope, Outcome, Pace, Postal, Sender, Sending, SignUps,
    campaign::{self, About, Act},
    subscriber::{Came, subscribe},
    topics::{Choice, Wishes},
};

store::queries! {
    /// Steals a lease back, as if its time had run out.
    LEASES = "UPDATE campaign_recipient SET next_at = 0 WHERE state = 'claimed'";
    /// Who is in somebody's hands.
    CLAIMED = "SELECT subject_id FROM campaign_recipient WHERE state = 'claimed'";
    /// A campaign as it was before anybody sent it.
    UNSENT = "UPDATE campaign SET state = 'draft', started_at = NULL, ended_at = NULL, batch = 0, built = FALSE, built_to = 0 WHERE id = $1";
    /// Everything the ledger and the vault keep.
    COUNT_ALL = "SELECT (SELECT COUNT(*) FROM subject) + (SELECT COUNT(*) FROM strand) + (SELECT COUNT(*) FROM record)
                 + (SELECT COUNT(*) FROM blind) + (SELECT COUNT(*) FROM consent) + (SELECT COUNT(*) FROM suppression)
                 + (SELECT COUNT(*) FROM message) + (SELECT COUNT(*) FROM job) + (SELECT COUNT(*) FROM opening)
                 + (SELECT COUNT(*) FROM campaign_recipient) + (SELECT COUNT(*) FROM objection)
                 + (SELECT COUNT(*) FROM service_no) AS n";
    /// The database as it was before a batch began.
    OLDER = "UPDATE campaign SET batch = batch - 1 WHERE id = $1";
    /// All of them in the hands of a batch.
    ALL_IN_HAND = "UPDATE campaign_recipient SET state = 'claimed', reason = NULL, sent_at = NULL WHERE campaign_id = $1";
    /// And nobody on its list had got it.
    NOBODY_YET = "UPDATE campaign_recipient SET state = 'pending', reason = NULL, attempts = 0, next_at = 0, sent_at = NULL WHERE campaign_id = $1";
}

const TABLES: &[&[store::Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    crate::MIGRATIONS,
];
const OURS: ControllerId = ControllerId::from_raw(1);
const TEXT: &str = "# Vår\n\nHei! [Bestill](https://verksted.example/bestill)\n";

/// A message somebody took: to whom, and its bytes.
type Taken = (String, String);

/// What happens to a message: the test decides, and may do something just before it leaves.
type Mood = Box<dyn FnMut(&str) -> Outcome + Send>;

/// A sender that records.
struct Recorder {
    taken: Mutex<Vec<Taken>>,
    mood: Mutex<Mood>,
    /// After so many it takes what comes and never answers.
    answers: AtomicUsize,
}

impl Sender for Recorder {
    fn send<'a>(&'a self, envelope: &'a Envelope, message: &'a [u8]) -> Sending<'a> {
        Box::pin(async move {
            let to = envelope.to.reveal().to_owned();
            let outcome = (self.mood.lock().unwrap())(&to);
            if outcome == Outcome::Taken {
                let bytes = String::from_utf8(message.to_vec()).unwrap();
                self.taken.lock().unwrap().push((to, bytes));
                let left = |left: usize| left.checked_sub(1);
                let answers = self
                    .answers
                    .fetch_update(Ordering::SeqCst, Ordering::SeqCst, left);
                if answers.is_err() {
                    std::future::pending::<()>().await;
                }
            }
            outcome
        })
    }
}

/// The workshops of the house.
struct Known;

impl crate::Workshops for Known {
    fn named<'a>(&'a self, _: &'a App) -> web::Later<'a, Vec<(i64, String)>> {
        Box::pin(async { Ok(vec![(7, "Hamar".to_owned()), (8, "Gjøvik".to_owned())]) })
    }
}

struct House {
    app: App,
    client: Client,
    vault: Vault,
    store: Store,
    clock: Arc<SetClock>,
    sign_ups: Arc<SignUps>,
    recorder: Arc<Recorder>,
    office: Arc<Postal>,
    custody: tempfile::TempDir,
}

async fn each<F, R>(test: F)
where
    F: Fn(House) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each_engine(TABLES, |store| async move {
        let start = Moment::at_local(jiff::civil::date(2026, 11, 2), 9, 0);
        let TestVault {
            vault,
            clock,
            world,
            custody,
        } = vault_on(store.clone(), start).await.unwrap();
        let sign_ups = SignUps::new();
        let desk = crate::Office::new();
        let services = Services::default()
            .with(vault.clone())
            .with(desk.clone())
            .with(Arc::new(Known) as Arc<dyn crate::Workshops>)
            .with(sign_ups.clone());
        let mut parts = house(&[crate::LANG, customers::LANG, vehicles::LANG], services);
        parts.world = world;
        parts.settings.limits = false;
        let app = App::new(parts);
        let client = Client::new(
            app.clone(),
            web::router(
                &app,
                crate::routes()
                    .merge(customers::routes())
                    .merge(vehicles::routes()),
            ),
        );
        let recorder = Arc::new(Recorder {
            taken: Mutex::default(),
            mood: Mutex::new(Box::new(|_| Outcome::Taken)),
            answers: AtomicUsize::new(usize::MAX),
        });
        let mail = MailSettings::local(25, "nytt@verksted.example");
        let office = Postal::new(app.clone(), recorder.clone(), mail, Pace::default()).unwrap();
        desk.open(office.clone());
        test(House {
            app,
            client,
            vault,
            store,
            clock,
            sign_ups,
            recorder,
            office,
            custody,
        })
        .await;
    })
    .await;
}

fn news() -> Choice {
    Choice {
        controller: OURS,
        topic: "news",
    }
}

impl House {
    fn came(&self) -> Came {
        Came {
            form: "newsletter",
            lang: web::Lang::Nb,
            at: self.vault.world().now(),
            actor: Actor::Visitor,
        }
    }

    async fn subscriber(&self, email: &str) -> SubjectId {
        let email = Email::parse(email).unwrap();
        let version = self.vault.declaration().version().to_string();
        self.clock.advance_ms(1_000);
        subscribe(
            &self.vault,
            &email,
            &[news()],
            &Wishes::default(),
            &version,
            self.came(),
        )
        .await
        .unwrap()
    }

    async fn campaign(&self) -> i64 {
        let about = About {
            choice: news(),
            lang: web::Lang::Nb,
            segment: Wishes::default(),
            open: true,
        };
        let by = SubjectId::from_raw(1);
        let id = campaign::draft(&self.vault, about, "Vår".to_owned(), TEXT.to_owned(), by)
            .await
            .unwrap();
        let now = self.vault.world().now();
        assert!(
            campaign::act(&self.vault, id, Act::Schedule(now))
                .await
                .unwrap()
        );
        id
    }

    fn mood(&self, mood: impl FnMut(&str) -> Outcome + Send + 'static) {
        *self.recorder.mood.lock().unwrap() = Box::new(mood);
    }

    fn taken(&self) -> Vec<Taken> {
        self.recorder.taken.lock().unwrap().clone()
    }

    fn taken_to(&self) -> Vec<String> {
        let mut all: Vec<String> = self.taken().into_iter().map(|(to, _)| to).collect();
        all.sort();
        all
    }

    async fn count(&self) -> i64 {
        let count = |db: &mut dyn Db| db.one(&COUNT_ALL, &[])?.i64("n");
        self.store.read(count).await.unwrap()
    }

    async fn staff(&self, role: Role) -> Client {
        let who = Colleague {
            staff: SubjectId::from_raw(77),
            role,
            controller: OURS,
        };
        self.client.as_visitor(Visitor::Staff(who)).await.unwrap()
    }

    async fn stands(&self, subject: SubjectId) -> bool {
        let lines = self.vault.consents_standing(subject).await.unwrap();
        let news = lines
            .iter()
            .filter(|line| line.purpose == Purpose::Newsletter.as_str());
        news.clone()
            .any(|line| line.state == vault::ConsentState::Given)
    }
}

/// The first address in a text that begins so.
fn link(text: &str, begins: &str) -> String {
    let at = text
        .find(begins)
        .unwrap_or_else(|| panic!("no {begins} in {text}"));
    let rest = &text[at..];
    let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "/:._-".contains(c)));
    let link = rest[..end.unwrap_or(rest.len())].to_owned();
    link.strip_prefix("https://verksted.example")
        .unwrap_or(&link)
        .to_owned()
}

/// The plain text and a header of a message.
fn parts(raw: &str, header: &str) -> (String, String) {
    let mail = mailparse::parse_mail(raw.as_bytes()).unwrap();
    let found = mail
        .headers
        .iter()
        .find(|h| h.get_key().eq_ignore_ascii_case(header));
    let value = found.map(|h| h.get_value()).unwrap_or_default();
    (mail.subparts[0].get_body().unwrap(), value)
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
fn records_stand_in_the_vocabulary() {
    assert_eq!(crate::check_records(), Ok(()));
}

#[test]
fn every_reason_has_its_words_or_falls_back() {
    let text = include_str!("../../lang/nb.ftl");
    for why in [
        crate::Why::Withdrawn,
        crate::Why::Suppressed,
        crate::Why::NoConsent,
        crate::Why::AskAgain,
    ] {
        let key = format!("newsletter-why-{} =", why.as_str().replace('_', "-"));
        assert!(text.contains(&key), "{key}");
    }
}

#[test]
fn service_messages_of_this_slice_contain_no_offer() {
    for text in [
        include_str!("../../lang/nb.ftl"),
        include_str!("../../lang/nn.ftl"),
        include_str!("../../lang/en.ftl"),
    ] {
        let from = text.find("reminder-inspection-letter").unwrap();
        assert_eq!(crate::offer_in(&text[from..]), None);
        let subject = text
            .lines()
            .find(|line| line.starts_with("reminder-inspection-subject"))
            .unwrap();
        assert_eq!(crate::offer_in(subject), None);
    }
}

#[tokio::test]
async fn statements_can_be_prepared_and_columns_are_marked() {
    each(|house| async move {
        house.store.prepare_all(crate::QUERIES).await.unwrap();
        house
            .store
            .prepare_all(&[vault::audience::sql::ALL, ALL])
            .await
            .unwrap();
        let marks = include_str!("../../columns.txt");
        for column in house.store.columns().await.unwrap() {
            let ours = ["campaign", "reminder", "recall"]
                .iter()
                .any(|name| column.table.starts_with(name));
            let line = format!("{}.{} ", column.table, column.name);
            assert!(!ours || marks.contains(&line), "{line}");
        }
    })
    .await;
}
