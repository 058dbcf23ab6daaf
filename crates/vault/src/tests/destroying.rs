//! A strand lives exactly as long as its last reason, and then is gone whatever happens on the way.

use declaration::vocabulary::Purpose;
use values::{Moment, StrandId, SubjectId};

use super::{
    House, STAFF, START, add, again, close, each, load, name_of, newcomer, newcomer_kept, number,
    permit, strand_of, tamper,
};
use crate::{Actor, Ask, Cause, Keep, LookUp, Outcome, StrandState, Vault, VaultError};

pub(crate) fn asked() -> Cause {
    Cause {
        cause: "request",
        rule: "GDPR 17".to_owned(),
        actor: STAFF,
    }
}

/// Kari's visit ended at the start; her contact is kept for 12 months from then.
pub(crate) async fn ended(vault: &Vault) -> (SubjectId, StrandId) {
    let keep = Keep::from("booking", 1, START);
    let (kari, _) = newcomer_kept(vault, "Kari Nordmann", "kari@example.no", &keep)
        .await
        .unwrap();
    (kari, strand_of(vault, kari).await)
}

pub(crate) async fn lapse(vault: &Vault, strand: StrandId) -> Moment {
    vault.strand(strand).await.unwrap().unwrap().keep_until
}

pub(crate) async fn end_all(vault: &Vault, strand: StrandId) {
    let left = vault.end_reasons(strand, Purpose::ALL.to_vec()).await;
    assert!(left.unwrap().is_empty());
}

#[test]
fn it_goes_on_the_day_and_not_before() {
    each(|t| async move {
        let (vault, email) = (&t.vault, values::Email::parse("kari@example.no").unwrap());
        let (kari, strand) = ended(vault).await;
        let last = lapse(vault, strand).await;
        t.clock.set(last.plus_ms(-1));
        assert!(vault.due(vault.now(), 10).await.unwrap().is_empty());
        assert_eq!(vault.sweep().await.unwrap().destroyed, 0);
        assert!(permit(vault, Ask::open(STAFF, kari)).await.is_ok());
        t.clock.set(last);
        let due = vault.due(vault.now(), 10).await.unwrap();
        assert_eq!(due.len(), 1);
        let reason = due[0].last_reason.as_ref().unwrap();
        assert_eq!(reason.rule, "relationship-end@1");
        let report = vault.sweep().await.unwrap();
        assert_eq!((report.destroyed, report.left), (1, 0));
        let on_files = matches!(vault.store().location(), store::Location::Folder(_));
        assert_eq!(report.clean, on_files);
        assert!(matches!(
            permit(vault, Ask::open(STAFF, kari)).await,
            Err(VaultError::Gone)
        ));
        assert_eq!(vault.find(&LookUp::email(&email)).await.unwrap(), None);
        assert!(vault.everything(kari).await.unwrap().is_empty());
        assert_eq!(vault.erasures_of(kari).await.unwrap().len(), 1);
        let left = "SELECT COUNT(*) FROM record";
        assert_eq!(number(vault.store(), left, vec![]).await, 0, "no noise");
        let left = "SELECT (SELECT COUNT(*) FROM hint) + (SELECT COUNT(*) FROM reason)";
        assert_eq!(number(vault.store(), left, vec![]).await, 0);
    });
}

/// A clock that runs ten years ahead or behind makes nothing go before its date.
#[test]
fn a_jumping_clock_erases_nothing_early() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let keep = Keep::from("booking", 2, START.plus_days(20 * 365));
        let (_, long) = newcomer_kept(vault, "Ola", "ola@example.no", &keep)
            .await
            .unwrap();
        for days in [3650, -3650, 7300, 0] {
            t.clock.set(START.plus_days(days));
            let report = vault.sweep().await.unwrap();
            assert_eq!(report.destroyed, 0, "after {days} days");
            assert!(name_of(vault, kari, record).await.is_ok());
        }
        assert!(load(vault.store(), long).await.is_some());
    });
}

#[test]
fn the_dry_run_is_what_the_sweep_then_does() {
    each(|t| async move {
        let vault = &t.vault;
        for n in 0_i64..12 {
            let keep = Keep::from("booking", n, START.plus_days(-40 * n));
            newcomer_kept(vault, "Kunde", &format!("c{n}@example.no"), &keep)
                .await
                .unwrap();
        }
        t.clock.set(START.plus_days(200));
        let due = vault.due(vault.now(), 100).await.unwrap();
        assert!(!due.is_empty() && due.len() < 12);
        let report = vault.sweep().await.unwrap();
        assert_eq!(report.destroyed, due.len() as u64);
        for due in &due {
            assert!(vault.strand(due.strand.id).await.unwrap().is_none());
        }
        let left = "SELECT COUNT(*) FROM strand";
        assert_eq!(
            number(vault.store(), left, vec![]).await,
            12 - due.len() as i64
        );
        assert_eq!(vault.sweep().await.unwrap().destroyed, 0);
    });
}

#[test]
fn a_hold_pins_and_its_release_lets_go() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let review = jiff::civil::date(2028, 9, 1);
        let owner = SubjectId::from_raw(78);
        let hold = vault.hold(strand, "claim", owner, review).await.unwrap();
        t.clock.set(lapse(vault, strand).await);
        let report = vault.sweep().await.unwrap();
        assert_eq!((report.destroyed, report.held), (0, 1));
        let state = vault.strand(strand).await.unwrap().unwrap().state;
        assert_eq!(state, StrandState::Held);
        assert!(permit(vault, Ask::open(STAFF, kari)).await.is_err());
        let told = vault.destroy(&[strand], &asked()).await.unwrap();
        assert_eq!(told[0].outcome, Outcome::Held);
        vault.release(hold, owner).await.unwrap();
        let by = "SELECT released_by FROM hold";
        assert_eq!(super::number(vault.store(), by, vec![]).await, owner.get());
        assert_eq!(vault.sweep().await.unwrap().destroyed, 1);
        let gone = vault.hold(strand, "claim", owner, review).await;
        assert!(matches!(gone, Err(VaultError::Gone)));
    });
}

/// While a claim holds the strand a new reason may come: then it is in use again.
#[test]
fn held_alone_ends_with_a_new_reason() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let review = jiff::civil::date(2028, 9, 1);
        let hold = vault.hold(strand, "claim", kari, review).await.unwrap();
        t.clock.set(lapse(vault, strand).await);
        vault.sweep().await.unwrap();
        let own = permit(vault, Ask::seal(Actor::Subject(kari), kari))
            .await
            .unwrap();
        let mut work = vault.work();
        let keep = Keep::while_open("booking", 9);
        work.also_keep(
            &own,
            declaration::vocabulary::Category::Contact,
            Purpose::Visit,
            &keep,
        )
        .unwrap();
        super::lay(vault, work).await.unwrap();
        vault.release(hold, kari).await.unwrap();
        let state = vault.strand(strand).await.unwrap().unwrap().state;
        assert_eq!(state, StrandState::Live);
        assert_eq!(vault.sweep().await.unwrap().destroyed, 0);
    });
}

/// The list was taken, then the customer came back: the strand stays.
#[test]
fn a_reason_that_comes_while_the_list_is_worked_through_saves() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        t.clock.set(lapse(vault, strand).await);
        let due = vault.due(vault.now(), 10).await.unwrap();
        assert_eq!(due.len(), 1);
        let record = add(vault, kari, "Kari", &Keep::while_open("booking", 2))
            .await
            .unwrap();
        let told = vault.destroy(&[strand], &asked()).await.unwrap();
        assert_eq!(told[0].outcome, Outcome::Kept);
        assert!(name_of(vault, kari, record).await.is_ok());
        end_all(vault, strand).await;
        let told = vault.destroy(&[strand, strand], &asked()).await.unwrap();
        assert_eq!(told[0].outcome, Outcome::Destroyed);
        let told = vault.destroy(&[strand], &asked()).await.unwrap();
        assert_eq!(told[0].outcome, Outcome::WasGone);
    });
}

/// From the mark on it opens for nobody, and neither a hold nor a restriction brings it back.
#[test]
fn a_marked_strand_is_gone_for_everybody() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let strand = strand_of(vault, kari).await;
        let opened = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        let mark = "UPDATE strand SET state = 'ending' WHERE id = $1";
        tamper(vault.store(), mark, vec![strand.get().into()]).await;
        assert!(load(vault.store(), record).await.is_none());
        assert!(vault.everything(kari).await.unwrap().is_empty());
        assert!(vault.strands_of(kari).await.unwrap().is_empty());
        assert!(vault.due(Moment::FOREVER, 10).await.unwrap().is_empty());
        for restricted in [true, false] {
            let told = vault.restrict(strand, restricted).await;
            assert!(matches!(told, Err(VaultError::Gone)));
        }
        let day = jiff::civil::date(2028, 9, 1);
        assert!(vault.hold(strand, "claim", kari, day).await.is_err());
        let mut work = vault.work();
        let typed = super::contact("Kari", "k@example.no");
        let keep = Keep::while_open("booking", 3);
        work.seal(&opened, &typed, &super::from_booking(), &keep)
            .unwrap();
        let error = super::lay(vault, work).await.unwrap_err();
        assert!(error.is_race(), "{error}");
    });
}

/// A permit from before, a strand made after: a forgotten subject gets no new strand.
#[test]
fn a_forgotten_subject_stays_forgotten() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let ask = Ask::seal(STAFF, kari).of(&[declaration::vocabulary::Category::Enquiry]);
        let before = vault
            .permit::<declaration::vocabulary::purpose::Visit>(ask)
            .await
            .unwrap();
        end_all(vault, strand).await;
        vault.destroy(&[strand], &asked()).await.unwrap();
        let mut work = vault.work();
        let question = crate::Personal::new(super::Enquiry {
            question: values::FreeText::parse("Er den klar?").unwrap(),
        });
        let keep = Keep::while_open("booking", 3);
        work.seal(&before, &question, &super::from_booking(), &keep)
            .unwrap();
        let error = super::lay(vault, work).await.unwrap_err();
        assert!(error.is_race(), "{error}");
        let (_, forgotten) = vault.subject(kari).await.unwrap().unwrap();
        assert_eq!(forgotten, Some(START));
    });
}

/// Killed after the mark, or after the ledger: the next start finishes it.
#[test]
fn what_was_cut_short_is_finished_at_the_start() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, marked) = ended(vault).await;
        let keep = Keep::from("booking", 1, START);
        let (ola, _) = newcomer_kept(vault, "Ola", "ola@example.no", &keep)
            .await
            .unwrap();
        let in_ledger = strand_of(vault, ola).await;
        let mark = "UPDATE strand SET state = 'ending' WHERE id = $1";
        for strand in [marked, in_ledger] {
            tamper(vault.store(), mark, vec![strand.get().into()]).await;
        }
        let ledger = vault.inner.custody.ledger();
        ledger.append(&[in_ledger], START).unwrap();
        let other = again(&t, vault.store().clone()).await.unwrap();
        let left = "SELECT COUNT(*) FROM strand";
        assert_eq!(number(other.store(), left, vec![]).await, 0);
        assert_eq!(other.erasures_of(ola).await.unwrap().len(), 1);
    });
}

/// The same by the sweep of a process that never stopped.
#[test]
fn what_was_cut_short_is_finished_by_the_sweep() {
    each(|t| async move {
        let (_, strand) = ended(&t.vault).await;
        let mark = "UPDATE strand SET state = 'ending' WHERE id = $1";
        tamper(t.vault.store(), mark, vec![strand.get().into()]).await;
        let report = t.vault.sweep().await.unwrap();
        assert_eq!((report.resumed, report.destroyed), (1, 0));
        assert!(t.vault.strand(strand).await.unwrap().is_none());
    });
}

/// An erasure that the ledger cannot take down does not happen.
#[test]
fn without_the_ledger_nothing_is_destroyed() {
    super::block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let (_, strand) = ended(&vault).await;
        end_all(&vault, strand).await;
        let ledger = house.custody.path().join("erased.ledger");
        std::fs::create_dir(&ledger).unwrap();
        assert!(vault.destroy(&[strand], &asked()).await.is_err());
        let left = "SELECT COUNT(*) FROM strand";
        assert_eq!(number(vault.store(), left, vec![]).await, 1);
        std::fs::remove_dir(&ledger).unwrap();
        assert_eq!(vault.sweep().await.unwrap().resumed, 1);
        assert_eq!(number(vault.store(), left, vec![]).await, 0);
        close(vault).await;
    });
}

/// Tasks that destroy at once never cut each other's lines off.
#[test]
fn the_ledger_takes_turns() {
    let folder = tempfile::tempdir().unwrap();
    let custody = crate::Custody::folder(folder.path()).unwrap();
    std::thread::scope(|scope| {
        for thread in 0..8_i64 {
            let custody = &custody;
            scope.spawn(move || {
                for n in 0..40 {
                    let strand = StrandId::from_raw(thread * 1000 + n);
                    custody.ledger().append(&[strand; 3], START).unwrap();
                }
            });
        }
    });
    let (lines, _) = custody.ledger().since(0).unwrap();
    assert_eq!(lines.len(), 8 * 40 * 3);
}

/// Several sweeps, destructions and new reasons at once: nothing with a reason is lost.
#[test]
fn sweeps_and_new_bookings_at_once() {
    each(|t| async move {
        let mut subjects = Vec::new();
        for n in 0..20 {
            let keep = Keep::from("booking", 1, START);
            let email = format!("c{n}@example.no");
            subjects.push(
                newcomer_kept(&t.vault, "Kunde", &email, &keep)
                    .await
                    .unwrap()
                    .0,
            );
        }
        t.clock.set(START.plus_days(400));
        let sweeps = (0..2).map(|_| {
            let vault = t.vault.clone();
            tokio::spawn(async move { vault.sweep().await.map(|_| ()) })
        });
        let sweeps: Vec<_> = sweeps.collect();
        let mut saved = Vec::new();
        for subject in subjects.iter().rev() {
            let keep = Keep::while_open("booking", 2);
            match add(&t.vault, *subject, "Kunde", &keep).await {
                Ok(record) => saved.push((*subject, record)),
                Err(error) => assert!(error.is_race() || matches!(error, VaultError::Gone)),
            }
        }
        for sweep in sweeps {
            sweep.await.unwrap().unwrap();
        }
        for (subject, record) in &saved {
            assert!(name_of(&t.vault, *subject, *record).await.is_ok());
        }
        let strands = number(t.vault.store(), "SELECT COUNT(*) FROM strand", vec![]).await;
        assert_eq!(strands, saved.len() as i64);
    });
}
