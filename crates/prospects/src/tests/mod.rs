//! Clauses C14 and C31, fixtures F3 and F9, on both engines.

mod reaching;
mod washing;

use declaration::vocabulary::{Category, Purpose, Role};
use store::{Store, testing::each_engine};
use values::{Email, Line, Moment, Phone, SubjectId};
use vault::{
    Actor, Personal, Vault,
    testing::{TestVault, vault_on},
};

use crate::prospect::{self, Found, Notice, ProspectRecord, Taken};

const TABLES: &[&[store::Migration]] = &[
    store::jobs::MIGRATIONS,
    vault::MIGRATIONS,
    letters::MIGRATIONS,
    crate::MIGRATIONS,
];
const ADDRESS: &str = "post@kanari-transport.example.no";

fn nine() -> Moment {
    Moment::at_local(jiff::civil::date(2026, 3, 2), 9, 0)
}

async fn each<F>(test: F)
where
    F: AsyncFn(&TestVault),
{
    let test = &test;
    each_engine(TABLES, |store: Store| async move {
        store.prepare_all(crate::QUERIES).await.unwrap();
        let house = vault_on(store, nine()).await.unwrap();
        test(&house).await;
    })
    .await;
}

fn found(vault: &Vault, email: Option<&str>, phone: Option<&str>) -> Found {
    Found {
        record: Personal::new(ProspectRecord {
            company: Line::parse("Prøve Transport AS").unwrap(),
            org_no: None,
            name: None,
            email: email.map(|e| Email::parse(e).unwrap()),
            phone: phone.map(|p| Phone::parse(p).unwrap()),
            address: None,
            postal_code: None,
            form: "company".into(),
            source: "https://example.no/kontakt".into(),
            topics: None,
        }),
        controller: vault.declaration().controllers()[0].id,
        captured_at: vault.world().now(),
        by: officer(vault),
        lang: web::Lang::Nb,
    }
}

fn officer(vault: &Vault) -> Actor {
    Actor::Staff {
        id: SubjectId::from_raw(7),
        role: Role::Marketing,
        controller: vault.declaration().controllers()[0].id,
    }
}

fn worded(_: &ProspectRecord, code: &str) -> (String, String) {
    ("Beskjed".into(), format!("Nei: {code}"))
}

async fn take(vault: &Vault, email: Option<&str>, phone: Option<&str>) -> Taken {
    prospect::take(vault, &found(vault, email, phone), &worded)
        .await
        .unwrap()
}

async fn down(vault: &Vault, email: Option<&str>, phone: Option<&str>) -> prospect::Prospect {
    let Taken::Down(id) = take(vault, email, phone).await else {
        panic!("not written down")
    };
    prospect::by_id(vault, id).await.unwrap().unwrap()
}

async fn has_marketing(vault: &Vault, subject: SubjectId) -> bool {
    let strands = vault.strands_of(subject).await.unwrap();
    strands
        .iter()
        .any(|one| one.category == Category::Marketing)
}

#[tokio::test]
async fn without_the_notice_it_is_gone_on_day_32_with_it_after_six_months() {
    each(async |house| {
        let vault = &house.vault;
        let told = down(vault, None, Some("+4740000001")).await;
        let untold = down(vault, None, Some("+4740000002")).await;
        assert_eq!(untold.notice, Notice::Owed);
        house.clock.set(nine().plus_days(20));
        prospect::given(vault, &told, officer(vault), vault.world().now())
            .await
            .unwrap();
        house.clock.set(nine().plus_days(29));
        vault.sweep().await.unwrap();
        assert!(has_marketing(vault, untold.subject).await);
        house.clock.set(nine().plus_days(32));
        vault.sweep().await.unwrap();
        assert!(!has_marketing(vault, untold.subject).await);
        assert!(has_marketing(vault, told.subject).await);
        crate::chore(vault).await.unwrap();
        assert!(prospect::by_id(vault, untold.id).await.unwrap().is_none());
        house.clock.set(nine().plus_days(183));
        vault.sweep().await.unwrap();
        assert!(has_marketing(vault, told.subject).await);
        house.clock.set(nine().plus_days(186));
        vault.sweep().await.unwrap();
        assert!(!has_marketing(vault, told.subject).await);
    })
    .await;
}

#[tokio::test]
async fn whoever_said_no_cannot_be_written_down_again() {
    each(async |house| {
        let vault = &house.vault;
        let first = down(vault, Some(ADDRESS), None).await;
        assert_eq!(first.notice, Notice::Posted);
        assert_eq!(take(vault, Some(ADDRESS), None).await, Taken::Known);
        prospect::remove(vault, &first, Some("link"), officer(vault))
            .await
            .unwrap();
        assert!(!has_marketing(vault, first.subject).await);
        house.clock.set(nine().plus_days(400));
        vault.sweep().await.unwrap();
        let again = take(vault, Some("POST@kanari-transport.example.no"), None).await;
        assert_eq!(again, Taken::Suppressed);
    })
    .await;
}

#[tokio::test]
async fn the_way_out_works_after_an_objection_too() {
    each(async |house| {
        let vault = &house.vault;
        let first = down(vault, Some(ADDRESS), None).await;
        vault
            .enter_objection(first.subject, Purpose::Prospecting)
            .await
            .unwrap();
        let own = vault::Actor::Link {
            subject: first.subject,
            purpose: Purpose::Prospecting,
        };
        prospect::remove(vault, &first, Some("link"), own)
            .await
            .unwrap();
        assert!(!has_marketing(vault, first.subject).await);
        assert_eq!(take(vault, Some(ADDRESS), None).await, Taken::Suppressed);
    })
    .await;
}

#[tokio::test]
async fn removed_without_a_no_it_may_be_found_again() {
    each(async |house| {
        let vault = &house.vault;
        let first = down(vault, Some(ADDRESS), None).await;
        prospect::remove(vault, &first, None, officer(vault))
            .await
            .unwrap();
        assert!(prospect::by_id(vault, first.id).await.unwrap().is_none());
        down(vault, Some(ADDRESS), None).await;
    })
    .await;
}

#[tokio::test]
async fn a_notice_counts_as_given_when_the_mail_server_has_it() {
    each(async |house| {
        let vault = &house.vault;
        let server = letters::testing::MailServer::start().await;
        let one = down(vault, Some(ADDRESS), None).await;
        crate::chore(vault).await.unwrap();
        let still = prospect::by_id(vault, one.id).await.unwrap().unwrap();
        assert_eq!(still.notice, Notice::Posted);
        letters::deliver_due(vault, &server.mailer()).await.unwrap();
        assert_eq!(crate::chore(vault).await.unwrap(), 1);
        let after = prospect::by_id(vault, one.id).await.unwrap().unwrap();
        assert_eq!(after.notice, Notice::Given);
        assert!(after.notice_at.is_some());
        let record = prospect::open(vault, &after, officer(vault), false)
            .await
            .unwrap();
        assert_eq!(record.email.as_ref().map(Email::reveal), Some(ADDRESS));
    })
    .await;
}

/// Whoever says no, or asks to be left alone, while their notice is on its way does not stop the others'.
#[tokio::test]
async fn an_objection_while_the_notice_travels() {
    each(async |house| {
        let vault = &house.vault;
        let server = letters::testing::MailServer::start().await;
        let mut all = Vec::new();
        for n in 0..3 {
            let address = format!("post{n}@kanari-transport.example.no");
            all.push(down(vault, Some(&address), None).await);
        }
        let (objects, restricted, willing) = (&all[0], &all[1], &all[2]);
        let subject = objects.subject.get();
        let object = move |db: &mut dyn store::Db| {
            let purpose = declaration::vocabulary::Purpose::Prospecting.as_str();
            let values = [subject.into(), purpose.into(), nine().millis().into()];
            db.exec(&vault::sql::OBJECTION_ADD, &values)
        };
        vault.store().write(object).await.unwrap();
        let strands = vault.strands_of(restricted.subject).await.unwrap();
        for strand in strands {
            vault.restrict(strand.id, true).await.unwrap();
        }
        letters::deliver_due(vault, &server.mailer()).await.unwrap();
        assert_eq!(server.taken().len(), 3, "the notice is the law's letter");
        assert_eq!(crate::chore(vault).await.unwrap(), 3);
        assert_eq!(crate::chore(vault).await.unwrap(), 0, "followed once");
        for one in &all {
            let after = prospect::by_id(vault, one.id).await.unwrap().unwrap();
            assert_eq!(after.notice, Notice::Given);
        }
        // Only the debt of the notice kept them, and it is paid: they go when it lapses.
        house.clock.set(nine().plus_days(32));
        vault.sweep().await.unwrap();
        assert!(!has_marketing(vault, objects.subject).await);
        assert!(!has_marketing(vault, restricted.subject).await);
        assert!(has_marketing(vault, willing.subject).await);
    })
    .await;
}

/// The letter was taken, they counted as told, and it came back.
#[tokio::test]
async fn a_notice_that_comes_back_was_not_given() {
    each(async |house| {
        let vault = &house.vault;
        let server = letters::testing::MailServer::start().await;
        let early = down(vault, Some(ADDRESS), None).await;
        let late = down(vault, Some("post2@kanari-transport.example.no"), None).await;
        let reached = down(vault, Some("post3@kanari-transport.example.no"), None).await;
        letters::deliver_due(vault, &server.mailer()).await.unwrap();
        assert_eq!(crate::chore(vault).await.unwrap(), 3);
        let comes_back = async |one: &prospect::Prospect| {
            let letter = &letters::status_of(vault, "prospect", one.id).await.unwrap()[0];
            let id = format!("{}@verksted.example", letter.id.get());
            assert!(letters::returned(vault, &id, 511).await.unwrap());
            assert_eq!(crate::chore(vault).await.unwrap(), 1);
            assert_eq!(crate::chore(vault).await.unwrap(), 0, "once");
            let now = prospect::by_id(vault, one.id).await.unwrap().unwrap();
            assert_eq!((now.notice, now.notice_at), (Notice::Failed, None));
            now
        };
        house.clock.set(nine().plus_days(2));
        let early = comes_back(&early).await;
        // Told on the telephone since: then they are told, whatever came back before.
        house.clock.set(nine().plus_days(3));
        let now = vault.world().now();
        prospect::given(vault, &early, officer(vault), now)
            .await
            .unwrap();
        assert_eq!(crate::chore(vault).await.unwrap(), 0);
        house.clock.set(nine().plus_days(33));
        vault.sweep().await.unwrap();
        assert!(has_marketing(vault, late.subject).await);
        // Its month is over: it goes tonight.
        let late = comes_back(&late).await;
        vault.sweep().await.unwrap();
        assert!(!has_marketing(vault, late.subject).await);
        assert!(has_marketing(vault, early.subject).await);
        assert!(has_marketing(vault, reached.subject).await);
    })
    .await;
}

/// Clause C31: by telephone and on paper as by e-mail.
#[tokio::test]
async fn whoever_said_no_by_phone_cannot_be_found_on_a_page_again() {
    each(async |house| {
        let vault = &house.vault;
        let number = "+4740000001";
        let first = down(vault, None, Some(number)).await;
        assert_eq!(take(vault, None, Some("400 00 001")).await, Taken::Known);
        prospect::remove(vault, &first, Some("phone"), officer(vault))
            .await
            .unwrap();
        house.clock.set(nine().plus_days(400));
        vault.sweep().await.unwrap();
        assert_eq!(take(vault, None, Some(number)).await, Taken::Suppressed);
        let both = take(vault, Some(ADDRESS), Some(number)).await;
        assert_eq!(both, Taken::Suppressed, "with an address never heard of");
        let phone = Phone::parse("+4740000003").unwrap();
        let erased = vault::LookUp::phone(&phone);
        vault
            .suppress(vault::Scope::All, &erased, "erasure")
            .await
            .unwrap();
        let again = take(vault, None, Some("+4740000003")).await;
        assert_eq!(again, Taken::Suppressed);
    })
    .await;
}

#[tokio::test]
async fn the_address_on_paper_keeps_out_too_and_the_notice_has_its_language() {
    each(async |house| {
        let vault = &house.vault;
        let on_paper = || {
            let mut found = found(vault, None, None);
            found.lang = web::Lang::En;
            found.record = Personal::new(ProspectRecord {
                company: Line::parse("Prøve Transport AS").unwrap(),
                org_no: None,
                name: None,
                email: None,
                phone: None,
                address: Some(values::Address::parse("Storgata 1").unwrap()),
                postal_code: Some(values::PostalCode::parse("2320").unwrap()),
                form: "company".into(),
                source: "https://example.no/kontakt".into(),
                topics: None,
            });
            found
        };
        let Taken::Down(id) = prospect::take(vault, &on_paper(), &worded).await.unwrap() else {
            panic!("not written down")
        };
        let one = prospect::by_id(vault, id).await.unwrap().unwrap();
        assert_eq!((one.notice, one.lang), (Notice::Owed, web::Lang::En));
        let again = prospect::take(vault, &on_paper(), &worded).await.unwrap();
        assert_eq!(again, Taken::Known);
        prospect::remove(vault, &one, Some("phone"), officer(vault))
            .await
            .unwrap();
        let again = prospect::take(vault, &on_paper(), &worded).await.unwrap();
        assert_eq!(again, Taken::Suppressed);
    })
    .await;
}

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[web::TEXTS, crate::LANG]);
}
