//! Mail around the program: keys are made once, what is published is judged, what comes back is noted.

use std::{
    collections::BTreeMap,
    net::{SocketAddr, UdpSocket},
    os::unix::fs::PermissionsExt,
    sync::Arc,
};

use letters::testing::MailServer;
use newsletter::{
    Pace, Plain, Postal,
    campaign::{self, About, Act},
    subscriber::{Came, subscribe},
    topics::{self, Wishes},
};
use values::{Clock, Email, SubjectId};
use web::Lang;

use crate::support::{house, program};

const DOMAIN: &str = "verksted.example";

/// A name server that knows a few text records and nothing else.
pub fn name_server(records: BTreeMap<String, String>) -> SocketAddr {
    let socket = UdpSocket::bind("127.0.0.1:0").expect("a port");
    let address = socket.local_addr().expect("an address");
    std::thread::spawn(move || {
        let mut packet = [0; 1500];
        while let Ok((length, from)) = socket.recv_from(&mut packet) {
            let answer = answer(&packet[..length], &records);
            socket.send_to(&answer, from).expect("sent");
        }
    });
    address
}

/// The answer to a question of one name (RFC 1035, 4.1).
fn answer(packet: &[u8], records: &BTreeMap<String, String>) -> Vec<u8> {
    let (mut name, mut at) = (Vec::new(), 12);
    while packet[at] != 0 {
        let length = usize::from(packet[at]);
        let label = &packet[at + 1..at + 1 + length];
        name.push(String::from_utf8_lossy(label).to_lowercase());
        at += 1 + length;
    }
    let question = &packet[12..at + 5];
    let found = records.get(&name.join("."));
    let code = if found.is_some() { 0x80 } else { 0x83 };
    let mut out = vec![packet[0], packet[1], 0x81, code, 0, 1];
    out.extend([0, u8::from(found.is_some()), 0, 0, 0, 0]);
    out.extend(question);
    if let Some(text) = found {
        let mut data = Vec::new();
        for piece in text.as_bytes().chunks(255) {
            data.push(u8::try_from(piece.len()).expect("a piece"));
            data.extend(piece);
        }
        out.extend([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 60]);
        out.extend(u16::try_from(data.len()).expect("a length").to_be_bytes());
        out.extend(data);
    }
    out
}

/// The records a text tells to publish.
fn told(text: &str) -> BTreeMap<String, String> {
    let line = |line: &str| {
        let (name, value) = line.split_once(". IN TXT ")?;
        let pieces: String = value.split('"').skip(1).step_by(2).collect();
        Some((name.to_owned(), pieces))
    };
    text.lines().filter_map(line).collect()
}

#[test]
fn keys_are_made_once_and_the_domain_is_judged() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = program::place_in(folder.path());
    let keys = ["mail", "keys", "--domain", DOMAIN];
    let made = program::run(&place, &keys).is(0);
    for name in ["rsa.pem", "ed25519.pem"] {
        let file = place.data.join("dkim").join(name);
        let mode = std::fs::metadata(&file).expect("a key").permissions();
        assert_eq!(mode.mode() & 0o777, 0o600, "{name}");
    }
    let again = program::run(&place, &keys).is(2);
    assert!(again.errors.contains("not written over"), "{again:?}");
    let records = told(&made.said);
    assert_eq!(records.len(), 4, "{}", made.said);
    let settings = [
        ("mail_from", "post@verksted.example"),
        ("mail_dkim_domain", DOMAIN),
    ];
    let check = |records: &BTreeMap<String, String>, lang: &str, more: &[(&str, &str)]| {
        let server = name_server(records.clone()).to_string();
        let words = ["mail", "check", "--lang", lang, "--dns", &server];
        program::run_with(&place, &words, &[&settings[..], more].concat())
    };
    let fine = check(&records, "nb", &[]).is(0);
    assert_eq!(fine.said.matches("[i orden]").count(), 4, "{}", fine.said);
    let other = check(&records, "en", &[("mail_from", "post@annet.example")]).is(1);
    assert!(other.said.contains("belong together"), "{}", other.said);
    let none = check(&BTreeMap::new(), "nn", &[]).is(1);
    assert_eq!(
        none.said.matches("[må ordnast]").count(),
        4,
        "{}",
        none.said
    );
    let mut wrong = records.clone();
    for (name, text) in &mut wrong {
        if name.contains("rsa") {
            *text = "v=DKIM1; k=rsa; p=AAAA".to_owned();
        }
    }
    let wrong = check(&wrong, "en", &[]).is(1);
    assert!(wrong.said.contains("Another key is published"));
    assert!(
        wrong
            .said
            .contains(&records["karosseri-rsa._domainkey.verksted.example"])
    );
}

#[test]
fn wrong_mail_settings_are_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = program::place_in(folder.path());
    let check = |settings: &[(&str, &str)]| {
        let outcome =
            program::run_with(&place, &["mail", "check", "--dns", "127.0.0.1:9"], settings);
        assert_eq!(outcome.code, Some(2), "{outcome:?}");
        outcome.errors
    };
    assert!(check(&[("mail_dkim_domain", DOMAIN)]).contains("karosseri mail keys"));
    assert!(check(&[("mail_dkim_rsa_key", "a.pem")]).contains("`mail_dkim_domain` is empty"));
    let missing = [("mail_dkim_domain", DOMAIN), ("mail_dkim_rsa_key", "a.pem")];
    assert!(check(&missing).contains("setting `mail_dkim_rsa_key`"));
    std::fs::write(place.data.join("a.pem"), "nothing").expect("written");
    assert!(check(&missing).contains("expected a private key in PEM form"));
}

fn report(kind: &str, part: &str, id: &str) -> String {
    format!(
        "From: MAILER-DAEMON@mx.example.no\r\nTo: retur@verksted.example\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type={kind}; boundary=\"b\"\r\n\r\n\
         --b\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--b\r\nContent-Type: message/{kind}\r\n\r\n{part}\r\n\
         --b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {id}\r\nSubject: Nytt\r\n\r\n--b--\r\n"
    )
}

const PEOPLE: [&str; 3] = [
    "gone@a.example.no",
    "angry@b.example.no",
    "fine@c.example.no",
];

/// A campaign to these people, sent. Its id, and theirs.
async fn sent_to(
    spawned: &house::Spawned,
    mail: &MailServer,
    emails: &[&str],
) -> (i64, Vec<SubjectId>) {
    let vault = &spawned.house.vault;
    let choice = topics::all(&vault.declaration())[0];
    let version = vault.declaration().version().to_string();
    let mut people = Vec::new();
    for email in emails {
        let came = Came {
            form: "newsletter",
            lang: Lang::Nb,
            at: spawned.clock.now(),
            actor: vault::Actor::Visitor,
        };
        let (email, wishes) = (Email::parse(email).expect("one"), Wishes::default());
        let person = subscribe(vault, &email, &[choice], &wishes, &version, came).await;
        people.push(person.expect("subscribed"));
        spawned.tick();
    }
    let about = About {
        choice,
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: true,
    };
    let by = SubjectId::from_raw(1);
    let draft = campaign::draft(vault, about, "Vår".into(), "Hei!".into(), by).await;
    let id = draft.expect("a draft");
    let now = Act::Schedule(spawned.clock.now());
    assert!(campaign::act(vault, id, now).await.expect("scheduled"));
    let sender = Arc::new(Plain::new(mail.mailer()));
    let mut settings = mail.mailer().settings().clone();
    settings.read_at = Some("retur@verksted.example".to_owned());
    let postal = Postal::new(spawned.app.clone(), sender, settings, Pace::default());
    let postal = postal.expect("an office");
    let sent = postal.turn().await.expect("a turn").sent;
    assert_eq!(sent, emails.len() as u64);
    (id, people)
}

/// Whose yes stands.
async fn stand(vault: &vault::Vault, people: &[SubjectId]) -> Vec<bool> {
    let mut stand = Vec::new();
    for person in people {
        let all = newsletter::subscriber::standing(vault, *person).await;
        stand.push(!all.expect("a ledger").is_empty());
    }
    stand
}

/// A no by mail, behind a file that cannot be moved; before it somebody who only writes "ut", and a
/// forged code.
async fn a_no_by_mail(spawned: &house::Spawned, mail: &MailServer, folder: &std::path::Path) {
    let letter = mail.last_to("fine@c.example.no").expect("a letter");
    let out = letter.header("List-Unsubscribe").expect("a way out");
    let begins = "mailto:retur@verksted.example?subject=ut%20";
    let at = out.find(begins).expect("a mailto") + begins.len();
    let code = out[at..].trim_end_matches('>').trim();
    std::fs::create_dir_all(folder.join("cur/0.z:2,/in")).expect("made");
    let put = |name: &str, subject: &str| {
        let text = format!("From: a@b.no\r\nSubject: {subject}\r\n\r\n\r\n");
        std::fs::write(folder.join("new").join(name), text).expect("written");
    };
    put("0.z", "Hei");
    put("5.e", "ut");
    put("6.f", &format!("ut {}x", &code[1..]));
    let collect = || karosseri::mail::collect(&spawned.house.vault, folder);
    let done = collect().await.expect("collected");
    assert_eq!((done.left, done.other, done.unread), (0, 3, 1));
    put("7.g", &format!("ut\r\n {code}"));
    assert_eq!(collect().await.expect("collected").left, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_comes_back_is_noted_and_acted_on() {
    house::each_place(|place| async move {
        let spawned = house::open(place, &[]).await;
        let vault = &spawned.house.vault;
        let mail = MailServer::start().await;
        let (id, people) = sent_to(&spawned, &mail, &PEOPLE).await;
        let message = |to: &str| mail.last_to(to).expect("a letter").header("Message-ID").expect("one");
        let folder = tempfile::tempdir().expect("a folder");
        for part in ["new", "cur", "tmp"] {
            std::fs::create_dir(folder.path().join(part)).expect("made");
        }
        let status = "Reporting-MTA: dns; mx\r\n\r\nFinal-Recipient: rfc822; x@y.no\r\nAction: failed\r\nStatus: 5.1.1\r\n";
        let complaint = "Feedback-Type: abuse\r\nVersion: 1\r\n";
        let gone = report("delivery-status", status, &message("gone@a.example.no"));
        let angry = report("feedback-report", complaint, &message("angry@b.example.no"));
        let put = |name: &str, text: &str| {
            std::fs::write(folder.path().join("new").join(name), text).expect("written");
        };
        put("1.a", &gone);
        put("2.b", &angry);
        put("3.c", "From: a@b.no\r\nSubject: Re: Nytt\r\n\r\nTakk!\r\n");
        put("4.d", &report("delivery-status", status, "<n.00@verksted.example>"));
        let collect = || karosseri::mail::collect(vault, folder.path());
        let done = collect().await.expect("collected");
        assert_eq!((done.noted, done.idle, done.other), (2, 1, 1));
        let mut left: Vec<String> = std::fs::read_dir(folder.path().join("cur"))
            .expect("cur")
            .map(|entry| entry.expect("one").file_name().to_string_lossy().into_owned())
            .collect();
        left.sort();
        assert_eq!(left, ["1.a:2,S", "2.b:2,S", "3.c:2,", "4.d:2,S"]);
        // Read a second time, as after a crash before the move: nothing more happens.
        put("1.a", &gone);
        put("2.b", &angry);
        assert_eq!(collect().await.expect("collected").noted, 0);
        let told = newsletter::progress(vault, id).await.expect("progress");
        assert_eq!((told.sent, told.failed), (2, 1));
        assert_eq!((told.bounced, told.complained), (1, 1));
        assert_eq!(stand(vault, &people).await, [true, false, true]);
        a_no_by_mail(&spawned, &mail, folder.path()).await;
        assert_eq!(stand(vault, &people).await, [true, false, false]);
        spawned.close().await;
    })
    .await;
}
