//! The opening log: durable before the answer, a chain that shows every change.

use declaration::vocabulary::{Category, purpose};
use store::plain;
use values::SubjectId;

use super::{
    CONTACT, STAFF, destroying::asked, each, name_of, newcomer, number, permit, strand_of, tamper,
};
use crate::{Actor, Ask, Vault};

async fn lines(vault: &Vault) -> i64 {
    number(vault.store(), "SELECT COUNT(*) FROM opening", vec![]).await
}

async fn broken_at(vault: &Vault) -> Option<i64> {
    vault.check_chain().await.unwrap().broken_at
}

#[test]
fn staff_leave_a_line_before_the_permit_is_there() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let ask = Ask::open(STAFF, kari).case("booking", 42);
        let held = permit(vault, ask).await.unwrap();
        let told = vault.openings_about(kari, 10).await.unwrap();
        assert_eq!(told.len(), 1);
        let line = &told[0];
        assert_eq!((line.actor_kind.as_str(), line.actor_id), ("staff", 77));
        assert_eq!(line.title, "reception");
        assert_eq!(
            (line.categories.as_str(), line.purpose.as_str()),
            ("contact", "visit")
        );
        assert_eq!((line.case_kind.as_str(), line.case_id), ("booking", 42));
        assert_eq!(line.subject, held.subject());
        let chore = Ask::open(Actor::Chore("letters"), kari);
        permit(vault, chore).await.unwrap();
        assert_eq!(
            vault.openings_about(kari, 1).await.unwrap()[0].title,
            "letters"
        );
        assert_eq!(lines(vault).await, 2);
    });
}

#[test]
fn ones_own_sealing_and_refusals_leave_none() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let link = Actor::Link {
            subject: kari,
            purpose: declaration::vocabulary::Purpose::Visit,
        };
        for actor in [Actor::Subject(kari), link] {
            permit(vault, Ask::open(actor, kari)).await.unwrap();
        }
        permit(vault, Ask::seal(STAFF, kari)).await.unwrap();
        let stranger = Actor::Subject(SubjectId::from_raw(3));
        assert!(permit(vault, Ask::open(stranger, kari)).await.is_err());
        let ask = Ask::open(STAFF, kari).of(CONTACT);
        assert!(vault.permit::<purpose::Newsletter>(ask).await.is_err());
        assert_eq!(lines(vault).await, 0);
        assert_eq!(broken_at(vault).await, None);
    });
}

#[test]
fn every_change_of_the_log_is_found() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        for n in 1..=6 {
            permit(vault, Ask::open(STAFF, kari).case("booking", n))
                .await
                .unwrap();
        }
        assert_eq!(broken_at(vault).await, None);
        let numbers = ["at", "actor_id", "subject_id", "case_id"];
        let changes = [
            ("UPDATE opening SET at = at + $1 WHERE seq = 3", 0),
            (
                "UPDATE opening SET actor_id = actor_id + $1 WHERE seq = 3",
                1,
            ),
            (
                "UPDATE opening SET subject_id = subject_id + $1 WHERE seq = 3",
                2,
            ),
            ("UPDATE opening SET case_id = case_id + $1 WHERE seq = 3", 3),
        ];
        for (change, what) in changes {
            tamper(vault.store(), change, vec![1.into()]).await;
            assert_eq!(broken_at(vault).await, Some(3), "{}", numbers[what]);
            tamper(vault.store(), change, vec![(-1).into()]).await;
            assert_eq!(broken_at(vault).await, None);
        }
        let words = [
            ("UPDATE opening SET title = $1 WHERE seq = 3", "reception"),
            (
                "UPDATE opening SET categories = $1 WHERE seq = 3",
                "contact",
            ),
            ("UPDATE opening SET purpose = $1 WHERE seq = 3", "visit"),
            ("UPDATE opening SET case_kind = $1 WHERE seq = 3", "booking"),
            ("UPDATE opening SET actor_kind = $1 WHERE seq = 3", "staff"),
        ];
        for (change, right) in words {
            tamper(vault.store(), change, vec![plain("other")]).await;
            assert_eq!(broken_at(vault).await, Some(3), "{change}");
            tamper(vault.store(), change, vec![plain(right)]).await;
        }
        assert_eq!(broken_at(vault).await, None);
    });
}

#[test]
fn lines_taken_out_put_in_or_moved_are_found() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        for n in 1..=6 {
            permit(vault, Ask::open(STAFF, kari).case("booking", n))
                .await
                .unwrap();
        }
        let copy = "INSERT INTO opening SELECT 7, at, actor_kind, actor_id, title, subject_id, categories, purpose, case_kind, case_id, hash, controller_id, marks, look_id FROM opening WHERE seq = $1";
        tamper(vault.store(), copy, vec![6.into()]).await;
        assert_eq!(broken_at(vault).await, Some(7), "put in at the end");
        let out = "DELETE FROM opening WHERE seq = $1";
        tamper(vault.store(), out, vec![7.into()]).await;
        assert_eq!(broken_at(vault).await, None);
        tamper(vault.store(), out, vec![6.into()]).await;
        assert_eq!(broken_at(vault).await, Some(6), "taken from the end");
        tamper(
            vault.store(),
            "UPDATE opening SET seq = 6 WHERE seq = $1",
            vec![5.into()],
        )
        .await;
        assert_eq!(broken_at(vault).await, Some(6), "moved");
        tamper(vault.store(), out, vec![2.into()]).await;
        assert_eq!(broken_at(vault).await, Some(3), "taken from the middle");
    });
}

#[test]
fn the_chain_outlives_the_people_in_it() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        name_of(vault, kari, record).await.unwrap();
        let strand = strand_of(vault, kari).await;
        let all = declaration::vocabulary::Purpose::ALL.to_vec();
        vault.end_reasons(strand, all).await.unwrap();
        vault.destroy(&[strand], &asked()).await.unwrap();
        vault.sweep().await.unwrap();
        assert_eq!(broken_at(vault).await, None);
        assert_eq!(vault.openings_about(kari, 5).await.unwrap().len(), 1);
        vault.rotate().await.unwrap();
        assert_eq!(broken_at(vault).await, None);
    });
}

#[test]
fn fifty_at_once_keep_the_chain_whole() {
    each(|t| async move {
        let (kari, _) = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let mut tasks = Vec::new();
        for n in 0..50 {
            let vault = t.vault.clone();
            tasks.push(tokio::spawn(async move {
                let ask = Ask::open(STAFF, kari).case("booking", n);
                let held = permit(&vault, ask).await.map(|_| ());
                // The line is there before the permit is.
                let about = vault.openings_about(kari, 100).await.unwrap();
                held.map(|()| assert!(about.iter().any(|line| line.case_id == n)))
            }));
        }
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        let report = t.vault.check_chain().await.unwrap();
        assert_eq!((report.lines, report.broken_at), (50, None));
    });
}

/// Categories that were asked for and refused are in no line: all or nothing.
#[test]
fn one_refused_category_refuses_the_permit() {
    each(|t| async move {
        let (kari, _) = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let ask = Ask::open(STAFF, kari).of(&[Category::Contact, Category::Claim]);
        assert!(t.vault.permit::<purpose::Visit>(ask).await.is_err());
        assert_eq!(lines(&t.vault).await, 0);
    });
}
