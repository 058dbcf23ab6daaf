//! Whoever said no after a backup was taken is not written to when it is fetched back; whoever said yes
//! again after that no is.

use std::sync::Arc;

use declaration::vocabulary::Purpose;
use store::{Location, Outside, Run, Value};
use values::{ControllerId, Email, StrandId, SubjectId};

use super::{
    START, again,
    destroying::{asked, end_all},
    each, newcomer, number,
};
use crate::{
    Actor, ConsentSlip, ConsentState, LookUp, Scope, ServiceMessage, StrandState, Vault,
    VaultError, custody::Custody, noes::Noes, sql, testing::TestVault,
};

const ONE: ControllerId = ControllerId::from_raw(1);

fn mail(to: &str) -> LookUp {
    LookUp::email(&Email::parse(to).unwrap())
}

fn slip(subject: SubjectId, state: ConsentState, minutes: i64) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: ONE,
        purpose: Purpose::Newsletter,
        channel: "email",
        topic: "news",
        state,
        at: START.plus_minutes(minutes),
        text_version: "1".to_owned(),
        lang: "nb",
        form: "min-side",
        actor: Actor::Subject(subject),
    }
}

async fn enter(vault: &Vault, subject: SubjectId, state: ConsentState, minutes: i64) {
    vault
        .enter_consent(slip(subject, state, minutes))
        .await
        .unwrap();
}

/// What was fetched back, and the place it lies in.
struct Back {
    vault: Vault,
    place: Location,
    _folder: tempfile::TempDir,
}

impl Back {
    /// Fetches a backup back into an empty place of the same engine, beside the same custody.
    async fn of(t: &TestVault, file: &std::path::Path) -> Result<Self, VaultError> {
        let folder = tempfile::tempdir().unwrap();
        let place = match t.vault.store().location() {
            Location::Folder(_) => Location::Folder(folder.path().to_owned()),
            Location::Postgres { url, .. } => Location::Postgres {
                url: url.clone(),
                schema: format!("{}_back", store::testing::fresh_schema()),
            },
        };
        let tables: &[&'static [store::Migration]] = &[crate::MIGRATIONS];
        store::restore(file, &place, tables).await.unwrap();
        let store = store::Store::open(&place, tables).await.unwrap();
        let vault = match again(t, store.clone()).await {
            Ok(vault) => vault,
            Err(error) => {
                store.close().await.unwrap();
                tidy(&place).await;
                return Err(error);
            }
        };
        Ok(Self {
            vault,
            place,
            _folder: folder,
        })
    }

    async fn close(self) {
        super::close(self.vault).await;
        tidy(&self.place).await;
    }
}

async fn tidy(place: &Location) {
    if let Location::Postgres { url, schema } = place {
        store::testing::drop_schema(url, schema).await;
    }
}

fn copy() -> (tempfile::TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("copy.karosseri");
    (folder, file)
}

async fn says_yes(vault: &Vault, subject: SubjectId) -> bool {
    let lines = vault.consents_standing(subject).await.unwrap();
    lines.iter().any(|line| line.state == ConsentState::Given)
}

async fn rows(vault: &Vault) -> Vec<i64> {
    let mut all = Vec::new();
    for table in [
        "suppression",
        "consent",
        "objection",
        "service_no",
        "reason",
        "strand",
    ] {
        let text: &'static str = match table {
            "suppression" => "SELECT COUNT(*) FROM suppression",
            "consent" => "SELECT COUNT(*) FROM consent",
            "objection" => "SELECT COUNT(*) FROM objection",
            "service_no" => "SELECT COUNT(*) FROM service_no",
            "reason" => "SELECT COUNT(*) FROM reason",
            _ => "SELECT COUNT(*) FROM strand WHERE state = 'restricted'",
        };
        all.push(number(vault.store(), text, vec![]).await);
    }
    all
}

fn ledger(t: &TestVault) -> std::path::PathBuf {
    t.custody.path().join("noes.ledger")
}

#[test]
fn what_was_said_after_a_backup_counts_when_it_is_fetched_back() {
    use ConsentState::{Given, Withdrawn};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let (ola, _) = newcomer(vault, "Ola", "ola@example.no").await.unwrap();
        let (liv, _) = newcomer(vault, "Liv", "liv@example.no").await.unwrap();
        for who in [kari, ola, liv] {
            enter(vault, who, Given, 0).await;
        }
        let strand = vault.strands_of(kari).await.unwrap()[0].id;
        let lifted = vault.strands_of(ola).await.unwrap()[0].id;
        vault.restrict(lifted, true).await.unwrap();
        let (_folder, file) = copy();
        vault.store().backup(&file).await.unwrap();

        vault
            .suppress(Scope::All, &mail("per@example.no"), "bounce")
            .await
            .unwrap();
        let gone = Scope::Topic(ONE, "news".to_owned());
        vault
            .suppress(gone, &mail("ola@example.no"), "link")
            .await
            .unwrap();
        enter(vault, kari, Withdrawn, 5).await;
        enter(vault, ola, Withdrawn, 5).await;
        enter(vault, ola, Given, 9).await;
        vault
            .lift_suppression(ONE, "news", &mail("ola@example.no"))
            .await
            .unwrap();
        vault
            .enter_objection(liv, Purpose::ServiceReminders)
            .await
            .unwrap();
        vault.restrict(strand, true).await.unwrap();
        vault.restrict(lifted, false).await.unwrap();
        // Whom the copy does not know has nothing to be told.
        let (new, _) = newcomer(vault, "Ny", "ny@example.no").await.unwrap();
        enter(vault, new, Withdrawn, 5).await;

        let back = Back::of(&t, &file).await.unwrap();
        let vault = &back.vault;
        assert!(
            vault
                .suppressed(ONE, "news", &mail("per@example.no"))
                .await
                .unwrap()
        );
        assert!(
            !vault
                .suppressed(ONE, "news", &mail("ola@example.no"))
                .await
                .unwrap()
        );
        assert!(!says_yes(vault, kari).await, "withdrawn after the backup");
        assert!(says_yes(vault, ola).await, "said yes again after that");
        assert!(says_yes(vault, liv).await, "never said no to this");
        assert_eq!(
            vault.objections_of(liv).await.unwrap(),
            [Purpose::ServiceReminders]
        );
        assert!(vault.consents_of(new).await.unwrap().is_empty());
        let state = |id: StrandId| async move { vault.strand(id).await.unwrap().unwrap().state };
        assert_eq!(state(strand).await, StrandState::Restricted);
        assert_eq!(state(lifted).await, StrandState::Live);
        assert_eq!(
            vault.locked_by_restriction(&[strand, lifted]).unwrap(),
            [strand]
        );
        // Said once more at the next start, they change nothing.
        let before = rows(vault).await;
        let later = again(&t, vault.store().clone()).await.unwrap();
        assert_eq!(rows(&later).await, before);
        let text = std::fs::read_to_string(ledger(&t)).unwrap();
        assert!(!text.contains('@') && !text.contains("example"), "{text}");
        back.close().await;
    });
}

#[test]
fn a_no_to_messages_about_the_vehicle_is_fetched_back_and_can_be_taken_back() {
    use ServiceMessage::{Ready, Recall, Reminder};
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let (ola, _) = newcomer(vault, "Ola", "ola@example.no").await.unwrap();
        vault.stop_service(ola, Ready).await.unwrap();
        let (_folder, file) = copy();
        vault.store().backup(&file).await.unwrap();
        for kind in [Ready, Recall] {
            vault.stop_service(kari, kind).await.unwrap();
        }
        for kind in [Reminder, Recall] {
            vault.stop_service(ola, kind).await.unwrap();
        }
        for kind in [Ready, Reminder] {
            vault.resume_service(ola, kind).await.unwrap();
        }
        let back = Back::of(&t, &file).await.unwrap();
        let noes = |who| back.vault.service_noes(who);
        assert_eq!(noes(kari).await.unwrap(), [Ready, Recall]);
        assert_eq!(noes(ola).await.unwrap(), [Recall], "wanted again");
        // Those of a forgotten person go with the next sweep.
        let strands = back.vault.strands_of(kari).await.unwrap();
        let strands: Vec<StrandId> = strands.iter().map(|strand| strand.id).collect();
        for strand in &strands {
            end_all(&back.vault, *strand).await;
        }
        back.vault.destroy(&strands, &asked()).await.unwrap();
        back.vault.sweep().await.unwrap();
        assert!(noes(kari).await.unwrap().is_empty());
        assert_eq!(noes(ola).await.unwrap(), [Recall]);
        back.close().await;
    });
}

/// What the program was about to write when it died.
fn about_to(t: &TestVault, name: &'static str, values: Vec<Value>) {
    let custody = Custody::folder(t.custody.path()).unwrap();
    let run = Run { name, values };
    Noes::of(&custody, &t.world).before(&[run]).unwrap();
}

#[test]
fn a_no_on_its_way_when_the_program_died_counts_and_a_yes_does_not() {
    each(|t| async move {
        let (kari, _) = newcomer(&t.vault, "Kari", "kari@example.no").await.unwrap();
        let (ola, _) = newcomer(&t.vault, "Ola", "ola@example.no").await.unwrap();
        let (yes, no) = (
            t.vault.strands_of(kari).await.unwrap()[0].id,
            t.vault.strands_of(ola).await.unwrap()[0].id,
        );
        t.vault.restrict(yes, true).await.unwrap();
        about_to(&t, sql::STRAND_LIFT.name, vec![yes.get().into()]);
        about_to(&t, sql::STRAND_RESTRICT.name, vec![no.get().into()]);
        let vault = again(&t, t.vault.store().clone()).await.unwrap();
        for strand in [yes, no] {
            let state = vault.strand(strand).await.unwrap().unwrap().state;
            assert_eq!(state, StrandState::Restricted);
        }
    });
}

#[test]
fn a_thousand_noes_in_one_transaction_and_a_refused_one() {
    each(|t| async move {
        let vault = &t.vault;
        let mut work = vault.work();
        for n in 0..1000 {
            let to = mail(&format!("n{n}@example.no"));
            work.suppress(&Scope::All, &to, "bounce").unwrap();
        }
        super::lay(vault, work).await.unwrap();
        let lines = || std::fs::read_to_string(ledger(&t)).unwrap().lines().count();
        assert_eq!(lines(), 1001);
        let tag = vault.tag(&mail("turned-back@example.no"));
        let turned_back = vault.store().write(move |db| {
            crate::suppress_in(db, &tag, &Scope::All, START, "link")?;
            Err::<(), _>(store::StoreError::Refused("on purpose"))
        });
        turned_back.await.unwrap_err();
        assert_eq!(lines(), 1001, "what the closure turned back from is no no");
        // Said already: nothing new.
        vault
            .suppress(Scope::All, &mail("n7@example.no"), "bounce")
            .await
            .unwrap();
        assert_eq!(lines(), 1001);
    });
}

#[test]
fn old_lines_are_cut_off_and_what_is_older_is_refused() {
    each(|t| async move {
        let vault = &t.vault;
        let (_folder, old) = copy();
        vault.store().backup(&old).await.unwrap();
        vault
            .suppress(Scope::All, &mail("a@example.no"), "link")
            .await
            .unwrap();
        t.clock.set(START.plus_days(300));
        vault
            .suppress(Scope::All, &mail("b@example.no"), "link")
            .await
            .unwrap();
        vault.sweep().await.unwrap();
        let lines = || std::fs::read_to_string(ledger(&t)).unwrap().lines().count();
        assert_eq!(lines(), 3, "both may be needed");
        let back = Back::of(&t, &old).await.unwrap();
        assert!(
            back.vault
                .suppressed(ONE, "news", &mail("a@example.no"))
                .await
                .unwrap()
        );
        back.close().await;

        t.clock.set(START.plus_days(450));
        let (_folder, newer) = copy();
        vault.sweep().await.unwrap();
        vault.store().backup(&newer).await.unwrap();
        assert_eq!(lines(), 2, "the first is older than any backup may be");
        vault
            .suppress(Scope::All, &mail("c@example.no"), "link")
            .await
            .unwrap();
        let back = Back::of(&t, &newer).await.unwrap();
        for to in ["a@example.no", "b@example.no", "c@example.no"] {
            assert!(
                back.vault.suppressed(ONE, "news", &mail(to)).await.unwrap(),
                "{to}"
            );
        }
        back.close().await;
        let refused = Back::of(&t, &old).await;
        assert!(matches!(refused, Err(VaultError::BackupBeforeNoes)));
    });
}

#[test]
fn a_ledger_that_is_lost_or_damaged_is_refused_and_half_a_line_is_not() {
    each(|t| async move {
        let vault = &t.vault;
        for to in ["a@example.no", "b@example.no"] {
            vault.suppress(Scope::All, &mail(to), "link").await.unwrap();
        }
        t.clock.set(START.plus_days(3));
        vault.sweep().await.unwrap();
        let (path, store) = (ledger(&t), vault.store().clone());
        let right = std::fs::read(&path).unwrap();
        let open = || async { again(&t, store.clone()).await.map(Arc::new) };
        std::fs::write(&path, [&right[..], b"17 no addr"].concat()).unwrap();
        open().await.unwrap();
        vault
            .suppress(Scope::All, &mail("c@example.no"), "link")
            .await
            .unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.lines().count(), 4, "{text}");
        std::fs::write(&path, [&right[..], b"17 no nonsense\n"].concat()).unwrap();
        assert!(matches!(open().await, Err(VaultError::Corrupt(_))));
        std::fs::write(&path, &right[..right.len() / 2]).unwrap();
        assert!(matches!(open().await, Err(VaultError::NoesShort(_))));
        std::fs::remove_file(&path).unwrap();
        assert!(matches!(open().await, Err(VaultError::NoesShort(_))));
        std::fs::write(&path, &right).unwrap();
        open().await.unwrap();
    });
}
