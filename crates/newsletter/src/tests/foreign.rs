//! Programs that others wrote read our letters: the standard library of Python, without a complaint.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use super::*;

const READER: &str = "
import sys, email, email.policy
m = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
bad = [d for part in m.walk() for d in list(part.defects) + [d for h in part.values() for d in getattr(h, 'defects', [])]]
print(len(bad), [str(d) for d in bad])
print('|'.join(part.get_content_type() for part in m.walk()))
print(m['List-Unsubscribe-Post'])
print(m['To'].addresses[0].addr_spec)
print(m.get_body(('plain',)).get_content().strip().splitlines()[0])
print('<h1' in m.get_body(('html',)).get_content())
";

#[tokio::test]
async fn python_reads_the_letter_as_it_was_meant() {
    each(|house| async move {
        house.subscriber("a@x.example.no").await;
        house.campaign().await;
        house.office.turn().await.unwrap();
        let (to, mail) = house.taken().remove(0);
        let started = Command::new("python3")
            .args(["-c", READER])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn();
        let Ok(mut reader) = started else {
            eprintln!("left out: no python3");
            return;
        };
        let mut inlet = reader.stdin.take().unwrap();
        inlet.write_all(mail.as_bytes()).unwrap();
        drop(inlet);
        let output = reader.wait_with_output().unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(lines[0], "0 []");
        assert_eq!(lines[1], "multipart/alternative|text/plain|text/html");
        assert_eq!(lines[2], "List-Unsubscribe=One-Click");
        assert_eq!(lines[3], to);
        assert!(
            lines[4].contains("Vår") || lines[4].contains("VÅR"),
            "{said}"
        );
        assert_eq!(lines[5], "True");
    })
    .await;
}
