//! A file of the log is checked without the database and without a secret.

use std::sync::{Arc, Mutex};

use crate::{Ask, ChainReport, FileReport, verify_log};

use super::{STAFF, each, newcomer, number, permit, strand_of, tamper};

/// A file in memory.
#[derive(Clone, Default)]
struct File(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

async fn exported(vault: &crate::Vault) -> String {
    let file = File::default();
    vault.export_log(file.clone()).await.unwrap();
    let bytes = file.0.lock().unwrap().clone();
    String::from_utf8(bytes).unwrap()
}

fn checked(text: &str) -> FileReport {
    verify_log(text.as_bytes(), None, None).unwrap()
}

async fn six(vault: &crate::Vault) -> values::SubjectId {
    let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
        .await
        .unwrap();
    for n in 1..=6 {
        permit(vault, Ask::open(STAFF, kari).case("booking", n))
            .await
            .unwrap();
    }
    kari
}

#[test]
fn a_file_is_whole_also_after_the_people_in_it_are_forgotten() {
    each(|t| async move {
        let vault = &t.vault;
        let kari = six(vault).await;
        let before = exported(vault).await;
        let strand = strand_of(vault, kari).await;
        let all = declaration::vocabulary::Purpose::ALL.to_vec();
        vault.end_reasons(strand, all).await.unwrap();
        vault
            .destroy(&[strand], &super::destroying::asked())
            .await
            .unwrap();
        let text = exported(vault).await;
        let (key, head) = vault.log_key().unwrap();
        for text in [&before, &text] {
            let report = verify_log(text.as_bytes(), Some(&key), None).unwrap();
            assert!(report.chain.whole(), "{report:?}");
            assert_eq!((report.chain.lines, report.unsigned), (6, 0));
            assert_eq!(report.keys, std::slice::from_ref(&key));
        }
        for word in ["Kari", "Nordmann", "kari@example.no"] {
            assert!(!text.contains(word));
        }
        let head = head.unwrap();
        let kept = verify_log(text.as_bytes(), None, Some((head.seq, &head.hash))).unwrap();
        assert!(kept.chain.whole());
        let other = "0".repeat(64);
        let kept = verify_log(text.as_bytes(), None, Some((head.seq, &other))).unwrap();
        assert_eq!(kept.chain.broken_at, Some(6));
        let wrong = "ab".repeat(32);
        let report = verify_log(text.as_bytes(), Some(&wrong), None).unwrap();
        assert!(!report.chain.whole(), "signed by another key");
    });
}

#[test]
fn every_change_of_a_file_is_found() {
    each(|t| async move {
        six(&t.vault).await;
        let text = exported(&t.vault).await;
        let rows: Vec<&str> = text.lines().collect();
        assert_eq!(rows.len(), 8, "a beginning, six lines, a head");
        let broken = |rows: &[String]| checked(&rows.join("\n")).chain.broken_at;
        let owned = || rows.iter().map(|r| (*r).to_owned()).collect::<Vec<_>>();
        assert_eq!(broken(&owned()), None);
        let mut bent = owned();
        bent[3] = bent[3].replace("\"reception\"", "\"privacy\"");
        assert_eq!(broken(&bent), Some(3));
        let mut gone = owned();
        gone.remove(3);
        assert_eq!(broken(&gone), Some(3));
        let mut cut = owned();
        cut.remove(6);
        assert_eq!(
            broken(&cut),
            Some(6),
            "the head knows of a line that is not there"
        );
        let mut moved = owned();
        moved.swap(2, 3);
        assert_eq!(broken(&moved), Some(2));
        let mut forged = owned();
        forged[7] = forged[7].replacen("\"signature\":\"", "\"signature\":\"00", 1);
        assert_eq!(broken(&forged), Some(6));
        assert!(verify_log(&b"{\"hello\":1}\n"[..], None, None).is_err());
        assert!(verify_log(&b""[..], None, None).is_err());
    });
}

async fn check(vault: &crate::Vault) -> ChainReport {
    vault.check_chain().await.unwrap()
}

#[test]
fn a_tail_that_was_cut_off_is_missed() {
    each(|t| async move {
        let vault = &t.vault;
        six(vault).await;
        vault.sign_log().await.unwrap();
        assert_eq!(check(vault).await.heads, 1);
        vault.sign_log().await.unwrap();
        assert_eq!(check(vault).await.heads, 1, "the same end is signed once");
        // Someone with the database cuts the end off and sets the count back.
        let cut = "DELETE FROM opening WHERE seq > $1";
        tamper(vault.store(), cut, vec![4.into()]).await;
        let back = "UPDATE chain SET seq = $1, hash = (SELECT hash FROM opening WHERE seq = $1)";
        tamper(vault.store(), back, vec![4.into()]).await;
        assert_eq!(check(vault).await.broken_at, Some(5));
        // A restored backup says so itself, and the log goes on.
        vault.log_restored().await.unwrap();
        let report = check(vault).await;
        assert!(report.whole(), "{report:?}");
        assert_eq!(report.lost.len(), 1);
        assert_eq!((report.lost[0].0, report.lost[0].1), (5, 6));
        let (ola, _) = newcomer(vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        permit(vault, Ask::open(STAFF, ola)).await.unwrap();
        let text = exported(vault).await;
        let report = checked(&text);
        assert!(report.chain.whole(), "{report:?}");
        assert_eq!((report.chain.lines, report.unsigned), (5, 0));
    });
}

#[test]
fn a_chain_in_its_first_form_is_checked_and_linked_anew() {
    each(|t| async move {
        let vault = &t.vault;
        six(vault).await;
        let forget = "DELETE FROM keyring WHERE name = 'chain' AND $1 = 1";
        tamper(vault.store(), forget, vec![1.into()]).await;
        // What stands there is not of the first form: it is left alone, and said.
        let error = super::again(&t, vault.store().clone()).await.err().unwrap();
        assert!(matches!(error, crate::VaultError::LogChanged(1)), "{error}");
        let hashes = number(
            vault.store(),
            "SELECT COUNT(DISTINCT hash) FROM opening",
            vec![],
        )
        .await;
        assert_eq!(hashes, 6);
        vault.testing_link_before().await;
        let after = super::again(&t, vault.store().clone()).await.unwrap();
        let report = check(&after).await;
        assert!(report.whole());
        assert_eq!(report.lines, 6);
        assert!(checked(&exported(&after).await).chain.whole());
    });
}
