//! A newsletter as it leaves the whole house: signed so that others believe it, tried out on oneself first,
//! and with the workshops of the house to choose from.

use std::{process::Command, sync::Arc};

use dispatch::dkim::{KeyText, Signer};
use letters::testing::{MailServer, Received};
use newsletter::{
    Pace, Plain, Postal,
    campaign::{self, About, Act},
    subscriber::{Came, subscribe},
    topics::{self, Wishes},
};
use values::{Clock, Email, SubjectId};
use vault::{SigningKind, new_signing_key};
use web::Lang;

use crate::{
    slots,
    support::{self, house, house::Spawned},
};

const DOMAIN: &str = "verksted.example";
/// Whatever a signature or a wire may stumble over.
const TEXT: &str = "# Vår\n\nHei! Blåbærsyltetøy.\n\n.punktum\n\n- ett\n- to\n\n[Les](https://verksted.example/a?b=c)\n";

fn signer() -> Arc<Signer> {
    let key = |kind| new_signing_key(kind).expect("a key");
    let (rsa, ed) = (key(SigningKind::Rsa2048), key(SigningKind::Ed25519));
    let named = |selector, pem| Some(KeyText { selector, pem });
    let signer = Signer::new(DOMAIN, named("r1", &*rsa), named("e1", &*ed));
    Arc::new(signer.expect("a signer"))
}

/// The office of the house, which sends through a server of its own.
fn office(spawned: &Spawned, mail: &MailServer, signer: &Arc<Signer>) -> Arc<Postal> {
    let mailer = mail.mailer().signing(signer.clone());
    let mut settings = mailer.settings().clone();
    settings.read_at = Some(format!("retur@{DOMAIN}"));
    let sender = Arc::new(Plain::new(mailer));
    let postal = Postal::new(spawned.app.clone(), sender, settings, Pace::default());
    postal.expect("an office")
}

async fn subscriber(spawned: &Spawned, email: &str) -> SubjectId {
    let vault = &spawned.house.vault;
    let choice = topics::all(&vault.declaration())[0];
    let came = Came {
        form: "newsletter",
        lang: Lang::Nb,
        at: spawned.clock.now(),
        actor: vault::Actor::Visitor,
    };
    let email = Email::parse(email).expect("an address");
    let version = vault.declaration().version().to_string();
    let wishes = Wishes::default();
    let person = subscribe(vault, &email, &[choice], &wishes, &version, came).await;
    spawned.tick();
    person.expect("subscribed")
}

/// What the programs of others say of each signature of a letter; each is required where `./test` says so.
fn verified(letter: &[u8], signer: &Signer) {
    let script = |name: &str| {
        let path = support::root().join("crates/dispatch/tests").join(name);
        path.display().to_string()
    };
    let mut programs = vec![vec!["/usr/bin/python3".to_owned(), script("verify.py")]];
    let mailauth = support::given("KAROSSERI_TEST_MAILAUTH", "KAROSSERI_REQUIRE_DKIM");
    programs.extend(mailauth.map(|at| vec!["node".to_owned(), script("verify.cjs"), at]));
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("message");
    std::fs::write(&file, letter).expect("written");
    for program in programs {
        let mut command = Command::new(&program[0]);
        command.args(&program[1..]).arg(&file);
        for (name, text) in signer.records() {
            command.args([name, text]);
        }
        let output = command.output().expect("a verifier");
        let errors = String::from_utf8_lossy(&output.stderr);
        if errors.contains("No module named") && std::env::var("KAROSSERI_REQUIRE_DKIM").is_err() {
            println!("left out: dkimpy is not installed (./test installs it)");
            continue;
        }
        let said = String::from_utf8_lossy(&output.stdout);
        let said: Vec<&str> = said.lines().collect();
        assert_eq!(said, ["pass", "pass"], "{program:?}: {errors}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_very_bytes_of_a_campaign_bear_signatures_that_others_verify() {
    house::each_place(|place| async move {
        let spawned = house::open(place, &[]).await;
        let vault = &spawned.house.vault;
        let (mail, signer) = (MailServer::start().await, signer());
        subscriber(&spawned, "a@kunde.example").await;
        let about = About {
            choice: topics::all(&vault.declaration())[0],
            lang: Lang::Nb,
            segment: Wishes::default(),
            open: true,
        };
        let by = SubjectId::from_raw(1);
        let subject =
            "Vårsjekk for påbygg: nå er det på tide å se over bakløfter, kran og tippkasse";
        let draft = campaign::draft(vault, about, subject.into(), TEXT.into(), by).await;
        let now = Act::Schedule(spawned.clock.now());
        let due = campaign::act(vault, draft.expect("a draft"), now).await;
        assert!(due.expect("scheduled"));
        for at_once in [false, true] {
            if at_once {
                mail.take_at_once();
            }
            let office = office(&spawned, &mail, &signer);
            office.turn().await.expect("a turn");
        }
        let letters = mail.taken();
        assert_eq!(letters.len(), 1);
        verified(letters[0].raw.as_bytes(), &signer);
        spawned.close().await;
    })
    .await;
}

/// The plain text and the HTML of a letter.
fn parts(letter: &Received) -> (String, String) {
    let mail = mailparse::parse_mail(letter.raw.as_bytes()).expect("a message");
    let body = |at: usize| mail.subparts[at].get_body().expect("a part");
    assert_eq!(mail.subparts.len(), 2);
    assert_eq!(mail.subparts[0].ctype.mimetype, "text/plain");
    assert_eq!(mail.subparts[1].ctype.mimetype, "text/html");
    (body(0), body(1))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_is_tried_out_on_oneself_and_its_way_out_changes_nothing() {
    house::each_place(|place| async move {
        let spawned = house::furnished(place, &[]).await;
        let (mail, signer) = (MailServer::start().await, signer());
        let office = office(&spawned, &mail, &signer);
        let desks = spawned
            .app
            .service::<newsletter::Office>()
            .expect("an office");
        desks.open(office);
        let customer = subscriber(&spawned, "a@kunde.example").await;
        let mut desk = spawned.enter("marketing").await;
        let page = desk.open("/stab/nyhetsbrev/ny").await;
        let typed = [("subject", "Vår"), ("text", TEXT)];
        let made = desk.submit(&page, "/stab/nyhetsbrev", &typed).await;
        let place = made.path.split('?').next().unwrap_or_default().to_owned();
        let page = desk.open(&place).await;
        let told = desk.submit(&page, &format!("{place}/prov"), &[]).await;
        let said = spawned.app.texts.of(Lang::Nb).s("notice-newsletter-tested");
        assert!(told.words().contains(said), "{}", told.words());

        let letters = mail.taken();
        assert_eq!(letters.len(), 1, "to oneself and nobody else");
        assert!(letters[0].to.starts_with("marked"), "{}", letters[0].to);
        let (plain, html) = parts(&letters[0]);
        assert!(plain.contains("Blåbærsyltetøy") && html.contains("Blåbærsyltetøy"));
        assert!(html.contains("<h1") && !plain.contains("<h1"));
        verified(letters[0].raw.as_bytes(), &signer);

        let out = letters[0].link("/nyhetsbrev/ut/").expect("a way out");
        let mut visitor = spawned.visitor();
        let page = visitor.open(&out).await.is(200);
        visitor.submit(&page, "/nyhetsbrev/ut/", &[]).await.is(200);
        let standing = newsletter::subscriber::standing(&spawned.house.vault, customer).await;
        assert_eq!(standing.expect("a ledger").len(), 1);
        let me = Email::parse(&letters[0].to).expect("an address");
        let choice = topics::all(&spawned.house.vault.declaration())[0];
        let me = vault::LookUp::email(&me);
        let never = spawned
            .house
            .vault
            .suppressed(choice.controller, choice.topic, &me)
            .await;
        assert!(
            !never.expect("asked"),
            "the officer's own address is shut out"
        );
        spawned.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_up_names_the_workshops_of_the_house() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let page = spawned.visitor().get("/nyhetsbrev").await.is(200);
        assert!(page.words().contains("Prøveverkstedet"), "{}", page.words());
        spawned.close().await;
    })
    .await;
}
