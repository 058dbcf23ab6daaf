//! Look-ups that are one person's alone: two first bookings cannot make two persons.

use declaration::vocabulary::Category;
use values::{Email, SubjectId};

use super::{STAFF, START, contact, each, from_booking, lay, newcomer, number, permit};
use crate::{Ask, Keep, LookUp, Vault, VaultError};

async fn book(vault: &Vault, email: &str) -> Result<(SubjectId, bool), VaultError> {
    let look_up = LookUp::email(&Email::parse(email).unwrap());
    let mut lost = false;
    for _ in 0..10 {
        if let Some(found) = vault.find(&look_up).await? {
            return Ok((found, lost));
        }
        match newcomer(vault, "Kari Nordmann", email).await {
            Ok((made, _)) => return Ok((made, lost)),
            Err(error) if error.is_race() => lost = true,
            Err(error) => return Err(error),
        }
    }
    panic!("never found and never made");
}

#[test]
fn two_first_bookings_make_one_person() {
    each(|t| async move {
        for round in 0..20 {
            let email = format!("round{round}@example.no");
            let mut tasks = Vec::new();
            for _ in 0..2 {
                let (vault, email) = (t.vault.clone(), email.clone());
                tasks.push(tokio::spawn(async move { book(&vault, &email).await }));
            }
            let mut found = Vec::new();
            for task in tasks {
                found.push(task.await.unwrap().unwrap().0);
            }
            assert_eq!(found[0], found[1], "round {round}");
        }
        let subjects = "SELECT COUNT(*) FROM subject";
        assert_eq!(number(t.vault.store(), subjects, vec![]).await, 20);
        let blinds = "SELECT COUNT(*) FROM blind";
        assert_eq!(number(t.vault.store(), blinds, vec![]).await, 20);
    });
}

/// Both looked before either wrote: the second is told that it lost, and nothing of it is kept.
#[test]
fn the_loser_sees_a_race_and_finds_the_winner() {
    each(|t| async move {
        let (kari, _) = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let error = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap_err();
        assert!(error.is_race(), "{error}");
        let (found, lost) = book(&t.vault, "kari@example.no").await.unwrap();
        assert_eq!((found, lost), (kari, false));
        let subjects = "SELECT COUNT(*) FROM subject";
        assert_eq!(number(t.vault.store(), subjects, vec![]).await, 1);
    });
}

/// A person may claim again what is theirs (the next booking types the same e-mail).
#[test]
fn ones_own_claim_may_be_repeated() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        for email in ["kari@example.no", "kari@other.example"] {
            let held = permit(vault, Ask::seal(STAFF, kari)).await.unwrap();
            let mut work = vault.work();
            let keep = Keep::from("booking", 2, START);
            let typed = contact("Kari Nordmann", email);
            work.seal(&held, &typed, &from_booking(), &keep).unwrap();
            let look_up = LookUp::email(&Email::parse(email).unwrap());
            work.claim(&held, Category::Contact, &look_up).unwrap();
            lay(vault, work).await.unwrap();
            assert_eq!(vault.find(&look_up).await.unwrap(), Some(kari));
        }
        let held = permit(vault, Ask::seal(STAFF, kari)).await.unwrap();
        let mut work = vault.work();
        let old = LookUp::email(&Email::parse("kari@example.no").unwrap());
        work.unclaim(&held, &old);
        lay(vault, work).await.unwrap();
        assert_eq!(vault.find(&old).await.unwrap(), None);
    });
}

/// Ids of one millisecond may fall together: the second is made again, not an error.
#[test]
fn two_equal_ids_are_a_race() {
    each(|t| async move {
        let vault = &t.vault;
        let laid = {
            let mut work = vault.work();
            work.subject(crate::SubjectKind::Person);
            work.finish()
        };
        let again = laid.clone();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
        let error = vault.store().write(move |db| again.lay(db)).await;
        let error = VaultError::from(error.unwrap_err());
        assert!(error.is_race(), "{error}");
    });
}
