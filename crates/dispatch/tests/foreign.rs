//! Signatures are verified by programs that others wrote (dkimpy, mailauth), on the bytes as they would be sent.
//! Without the programs the test says so; `KAROSSERI_REQUIRE_DKIM=1` makes that a failure.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::process::Command;

use dispatch::dkim::{KeyText, Signer};
use vault::{SigningKind, new_signing_key};

const MESSAGE: &str = "From: =?utf-8?Q?Westrum?= <post@example.no>\r\nTo: a@example.com\r\n\
    Subject: Nytt fra\r\n verkstedet\r\nDate: Sun, 22 Nov 2026 10:00:00 +0100\r\n\
    Message-ID: <k1.r2@example.no>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\
    List-Unsubscribe: <https://example.no/u/x>, <mailto:av@example.no>\r\n\
    List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n\r\nHei!  \r\n\r\nLinje  to.\r\n\r\n\r\n";

fn signer() -> Signer {
    let rsa = new_signing_key(SigningKind::Rsa2048).unwrap();
    let ed = new_signing_key(SigningKind::Ed25519).unwrap();
    let key = |selector, pem| KeyText { selector, pem };
    Signer::new("example.no", Some(key("r1", &rsa)), Some(key("e1", &ed))).unwrap()
}

/// Answers of a verifier, one per signature; none when it is not installed.
fn ask(program: &[String], message: &[u8], signer: &Signer) -> Option<Vec<String>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("message");
    std::fs::write(&file, message).unwrap();
    let mut command = Command::new(&program[0]);
    command.args(&program[1..]).arg(&file);
    for (name, text) in signer.records() {
        command.args([name, text]);
    }
    let output = command.output().ok()?;
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let missing = String::from_utf8_lossy(&output.stderr);
    if missing.contains("No module named") {
        return None;
    }
    eprint!("{missing}");
    assert!(output.status.success());
    Some(text.lines().map(ToOwned::to_owned).collect())
}

/// The programs, and the variable that makes each one's absence a failure.
fn verifiers() -> Vec<(&'static str, Vec<String>)> {
    let script = |name: &str| format!("{}/tests/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut all = vec![(
        "dkimpy",
        vec!["/usr/bin/python3".to_owned(), script("verify.py")],
    )];
    match std::env::var("KAROSSERI_TEST_MAILAUTH") {
        Ok(folder) => all.push((
            "mailauth",
            vec!["node".to_owned(), script("verify.cjs"), folder],
        )),
        Err(_) => {
            assert!(
                std::env::var_os("KAROSSERI_REQUIRE_DKIM").is_none(),
                "KAROSSERI_TEST_MAILAUTH is not set"
            );
            eprintln!("mailauth is not there: not asked");
        }
    }
    all
}

#[test]
fn foreign_verifiers_accept_both_signatures_and_refuse_a_changed_message() {
    let signer = signer();
    let signed = signer.sign(MESSAGE.as_bytes()).unwrap();
    for (name, program) in verifiers() {
        let Some(answers) = ask(&program, &signed, &signer) else {
            assert!(
                std::env::var_os("KAROSSERI_REQUIRE_DKIM").is_none(),
                "{name} is not installed"
            );
            eprintln!("{name} is not installed: not asked");
            continue;
        };
        assert_eq!(answers, ["pass", "pass"], "{name}");
        let text = String::from_utf8(signed.clone()).unwrap();
        for (from, to) in [
            ("One-Click", "Two-Clicks"),
            ("Linje  to.", "Linje tre."),
            ("<https://example.no/u/x>", "<https://example.no/u/y>"),
        ] {
            let bent = text.replace(from, to);
            let answers = ask(&program, bent.as_bytes(), &signer).unwrap();
            assert_eq!(answers.len(), 2, "{name}");
            assert!(answers.iter().all(|a| a != "pass"), "{name}: {from}");
        }
    }
}

#[test]
fn the_records_to_publish_hold_the_keys() {
    let records = signer().records();
    let names: Vec<&str> = records.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(
        names,
        ["r1._domainkey.example.no", "e1._domainkey.example.no"]
    );
    assert!(records[0].1.starts_with("v=DKIM1; k=rsa; p=MII"));
    assert!(records[1].1.starts_with("v=DKIM1; k=ed25519; p="));
    assert_eq!(records[1].1.len(), "v=DKIM1; k=ed25519; p=".len() + 44);
}

#[test]
fn wrong_keys_and_names_are_refused_in_words() {
    let rsa = new_signing_key(SigningKind::Rsa2048).unwrap();
    let key = |selector, pem| Some(KeyText { selector, pem });
    let said = |result: Result<Signer, _>| match result {
        Ok(_) => String::new(),
        Err(error) => {
            let error: dispatch::dkim::DkimError = error;
            error.to_string()
        }
    };
    assert_eq!(said(Signer::new("example.no", key("r1", &rsa), None)), "");
    assert!(said(Signer::new("example", key("r1", &rsa), None)).contains("mail.dkim.domain"));
    assert!(said(Signer::new("example.no", key("r 1", &rsa), None)).contains("selector"));
    assert!(said(Signer::new("example.no", key("r1", "x"), None)).contains("rsa_key"));
    assert!(said(Signer::new("example.no", None, key("e1", &rsa))).contains("ed25519_key"));
    assert!(said(Signer::new("example.no", None, None)).contains("mail.dkim"));
}
