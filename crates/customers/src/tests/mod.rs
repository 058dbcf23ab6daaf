//! The slice as its visitors meet it, on both engines.

mod accounts;
mod consents;
mod consents_kept;
mod consents_newer;
mod consents_told;
mod desk;
mod log_in;
mod persons;
mod profile;
mod service;

use std::sync::Arc;

use declaration::vocabulary::{Category, purpose};
use letters::testing::{MailServer, Received};
use store::{Store, testing::each_engine};
use values::{AccountId, Email, Moment, PersonName, Phone, SetClock, SubjectId};
use vault::{
    Actor, Ask, Keep, Personal, Provenance, Vault,
    testing::{TestVault, vault_on},
};
use web::{
    App, Colleague, Me, Role, Services, Visitor,
    testing::{Client, house},
};

use crate::{CustomerContact, identify, take_contact};

pub(crate) const TABLES: &[&[store::Migration]] = &[
    store::jobs::MIGRATIONS,
    vault::MIGRATIONS,
    letters::MIGRATIONS,
    crate::MIGRATIONS,
];
pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 24 * 60 * MINUTE;
pub(crate) const KARI: &str = "kari@example.no";

/// A house with this slice only, a mail server and a clock.
pub(crate) struct House {
    pub app: App,
    pub client: Client,
    pub vault: Vault,
    pub store: Store,
    pub clock: Arc<SetClock>,
    pub post: MailServer,
    _custody: tempfile::TempDir,
}

pub(crate) async fn each<F, R>(test: F)
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
        let services = Services::default().with(vault.clone());
        let mut parts = house(&[crate::LANG], services);
        parts.world = world;
        parts.settings.limits = false;
        let app = App::new(parts);
        let client = Client::new(app.clone(), web::router(&app, crate::routes()));
        let post = MailServer::start().await;
        test(House {
            app,
            client,
            vault,
            store,
            clock,
            post,
            _custody: custody,
        })
        .await;
    })
    .await;
}

pub(crate) fn contact(name: &str, email: &str, phone: &str) -> Personal<CustomerContact> {
    Personal::new(CustomerContact {
        name: PersonName::parse(name).unwrap(),
        email: Email::parse_optional(email).unwrap(),
        phone: Phone::parse_optional(phone).unwrap(),
        organisation: None,
        org_no: None,
        language: "nb".to_owned(),
        customer_no: None,
    })
}

impl House {
    /// A visitor books: what a booking does with who they are.
    pub async fn booked(&self, name: &str, email: &str, phone: &str) -> SubjectId {
        let vault = &self.vault;
        self.clock.advance_ms(1000);
        vault::again(|| async move {
            let contact = contact(name, email, phone);
            let known = identify(vault, contact.email.as_ref(), contact.phone.as_ref()).await?;
            let mut work = vault.work();
            let from = Provenance {
                source_kind: "data_subject",
                source_ref: 1,
                notice_version: "1".to_owned(),
            };
            let keep = Keep::while_open("booking", 1);
            let actor = Actor::Visitor;
            let taken =
                take_contact(vault, &mut work, actor, known, &contact, &from, &keep).await?;
            assert_eq!(taken.is_new, known.is_none());
            let laid = work.finish();
            vault.store().write(move |db| laid.lay(db)).await?;
            Ok(taken.subject)
        })
        .await
        .unwrap()
    }

    /// The visit a person booked is over.
    pub async fn booking_ends(&self, subject: SubjectId) {
        let vault = &self.vault;
        let ask = Ask::seal(Actor::Chore("test"), subject).of(&[Category::Contact]);
        let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
        let mut work = vault.work();
        let keep = Keep::from("booking", 1, work.at());
        work.end(&permit, Category::Contact, &keep).unwrap();
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
    }

    /// Chores run until nothing is left to send.
    pub async fn mail_goes(&self) {
        self.clock.advance_ms(1000);
        crate::send_links(&self.app).await.unwrap();
        letters::deliver_due(&self.vault, &self.post.mailer())
            .await
            .unwrap();
    }

    /// The newest letter to an address.
    pub async fn mail_to(&self, email: &str) -> Option<Received> {
        self.mail_goes().await;
        self.post.last_to(email)
    }

    /// Somebody asks for a link and gets it.
    pub async fn link_for(&self, email: &str) -> String {
        let asked = self.client.post("/logg-inn", &[("email", email)]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        let mail = self.mail_to(&email.to_lowercase()).await.unwrap();
        mail.link("/logg-inn/").unwrap()
    }

    /// A customer with an account, logged in.
    pub async fn customer(&self, name: &str, email: &str, phone: &str) -> (Me, Client) {
        let subject = self.booked(name, email, phone).await;
        let link = self.link_for(email).await;
        let entered = self.client.post(&link, &[]).await;
        assert_eq!(entered.status, 303, "{}", entered.body);
        let account = crate::account_of(&self.vault, subject).await.unwrap();
        let me = Me {
            subject,
            account: account.unwrap().id,
        };
        let client = self.client.as_visitor(Visitor::Subject(me)).await.unwrap();
        (me, client)
    }

    pub async fn staff(&self, role: Role) -> (Actor, Client) {
        let who = Colleague {
            staff: SubjectId::from_raw(9),
            role,
            controller: values::ControllerId::from_raw(1),
        };
        let client = self.client.as_visitor(Visitor::Staff(who)).await.unwrap();
        (who.actor(), client)
    }
}

/// Somebody else's session, for trying other people's things.
pub(crate) fn stranger() -> Visitor {
    Visitor::Subject(Me {
        subject: SubjectId::from_raw(77),
        account: AccountId::from_raw(78),
    })
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG]);
}

#[test]
fn topics_and_notices_have_their_words() {
    let texts = web::Texts::build(&[web::TEXTS, crate::LANG]).unwrap();
    for lang in web::Lang::ALL {
        let text = texts.of(lang);
        for notice in [
            "notice-logged-out",
            "notice-account-opened",
            "notice-account-closed",
            "notice-profile-same",
            "notice-profile-saved",
            "notice-profile-email",
            "notice-consent-given",
            "notice-consent-withdrawn",
            "notice-consent-none",
            "notice-consent-words",
            "notice-consent-no",
            "nav-desk-no",
            "nav-desk-consents",
            "nav-mine-start",
            "nav-mine-consents",
            "nav-mine-profile",
        ] {
            assert!(text.has(notice), "{notice}");
        }
    }
}

#[test]
fn records_fit_the_vocabulary() {
    crate::check_records().unwrap();
    let declaration = vault::testing::declaration();
    for activity in crate::ACTIVITIES.iter().chain(letters::ACTIVITIES) {
        assert_eq!(declaration.undeclared(activity), [], "{}", activity.name);
    }
}

#[tokio::test]
async fn statements_prepare_and_every_column_is_marked() {
    each(|house| async move {
        house.store.prepare_all(crate::QUERIES).await.unwrap();
        let marked: Vec<&str> = include_str!("../../columns.txt")
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| line.split_whitespace().next())
            .collect();
        let tables = [
            "account",
            "log_in_link",
            "log_in_ask",
            "email_change",
            "disclosure",
            "disclosure_notice",
            "superseded",
        ];
        let columns = house.store.columns().await.unwrap();
        let real: Vec<String> = columns
            .iter()
            .filter(|column| tables.contains(&column.table.as_str()))
            .map(|column| format!("{}.{}", column.table, column.name))
            .collect();
        let mut marked: Vec<String> = marked.into_iter().map(str::to_owned).collect();
        let mut real = real;
        marked.sort();
        real.sort();
        assert_eq!(marked, real);
    })
    .await;
}

#[tokio::test]
async fn doors_are_as_they_should_be() {
    each(|house| async move {
        let (_, desk) = house.staff(Role::Reception).await;
        for path in [
            "/min-side",
            "/min-side/profil",
            "/min-side/samtykker",
            "/min-side/konto/lukk",
        ] {
            let nobody = house.client.get(path).await;
            assert_eq!(
                nobody.location(),
                Some(format!("/logg-inn?til={path}").as_str())
            );
            assert_eq!(desk.get(path).await.status, 403);
        }
        let bare = house
            .client
            .post("/min-side/samtykker/trekk-alt", &[])
            .await;
        assert_eq!(bare.status, 401);
        // A session whose person is not there sees nothing.
        let lost = house.client.as_visitor(stranger()).await.unwrap();
        assert_eq!(lost.get("/min-side/profil").await.status, 404);
        for path in ["/logg-inn/abc", "/min-side/profil/epost/abc"] {
            assert_eq!(house.client.get(path).await.status, 410);
            assert_eq!(house.client.post(path, &[]).await.status, 410);
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_personal_lies_in_the_clear() {
    each(|house| async move {
        let (_, client) = house
            .customer("Kanarinavn Østli", "kanari-en@example.no", "95496000")
            .await;
        let form = [
            ("name", "Kanarinavn Retta"),
            ("email", "kanari-to@example.no"),
            ("phone", "41234567"),
            ("organisation", "Kanarifirma AS"),
            ("org_no", ""),
            ("language", "nn"),
        ];
        assert_eq!(client.post("/min-side/profil", &form).await.status, 303);
        house.mail_goes().await;
        let folder = tempfile::tempdir().unwrap();
        let copy = folder.path().join("copy");
        house.store.backup(&copy).await.unwrap();
        let mut files = vec![copy];
        if let store::Location::Folder(data) = house.store.location() {
            files.extend(
                std::fs::read_dir(data)
                    .unwrap()
                    .map(|entry| entry.unwrap().path()),
            );
        }
        for file in files.iter().filter(|file| file.is_file()) {
            let bytes = std::fs::read(file).unwrap();
            for canary in [
                "anarinavn",
                "anari-en",
                "anari-to",
                "95496000",
                "41234567",
                "anarifirma",
            ] {
                let found = bytes.windows(canary.len()).any(|w| w == canary.as_bytes());
                assert!(!found, "{canary} in {}", file.display());
            }
        }
    })
    .await;
}
