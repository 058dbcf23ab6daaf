//! The tenant key turns over: everything living opens, everything old is dead.

use std::fs;

use values::{SeededChance, StrandId};

use super::{
    CONTACT, House, STAFF, add, again, block_on, close, contact, each, from_booking, lay, load,
    name_of, newcomer, permit, sql, strand_of,
};
use crate::{
    Ask, Custody, Keep, Vault, VaultError, cipher::Key, custody::TenantKey, keys::StrandAt,
};

async fn wrapped(vault: &Vault, strand: StrandId) -> Vec<u8> {
    vault
        .store()
        .read(move |db| {
            let text = sql("SELECT wrapped FROM strand WHERE id = $1");
            let row = db.one(&text, &[strand.get().into()])?;
            Ok(row.bytes("wrapped")?.to_vec())
        })
        .await
        .unwrap()
}

#[test]
fn everything_living_opens_and_old_copies_do_not() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let strand = strand_of(vault, kari).await;
        let old = wrapped(vault, strand).await;
        let key_file = t.custody.path().join("tenant.key");
        let old_file = fs::read_to_string(&key_file).unwrap();
        assert_eq!(vault.rotate().await.unwrap(), 1);
        assert_eq!(vault.key_name().0, 2);
        let record2 = add(vault, kari, "Kari Hansen", &Keep::while_open("visit", 2))
            .await
            .unwrap();
        assert!(name_of(vault, kari, record).await.is_ok());
        let place = StrandAt {
            id: strand,
            subject: kari,
            category: CONTACT[0],
        };
        let after = again(&t, vault.store().clone()).await.unwrap();
        assert!(after.strand_key(place, &old).is_err(), "old wrapped bytes");
        assert!(name_of(&after, kari, record2).await.is_ok());
        let hex = old_file.lines().last().unwrap().trim_start_matches("key ");
        let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap();
        let old_key = Key::from_slice(&bytes).unwrap();
        let bound = after.with_keys(|keys| place.bound(&keys.tenant_id));
        assert!(old_key.open(&old, &bound).is_ok());
        let new = wrapped(vault, strand).await;
        assert!(old_key.open(&new, &bound).is_err(), "old key");
        for entry in fs::read_dir(t.custody.path()).unwrap() {
            let text = fs::read(entry.unwrap().path()).unwrap();
            let found = text.windows(hex.len()).any(|w| w == hex.as_bytes());
            assert!(!found, "the old key lies in the custody");
        }
        let email = values::Email::parse("kari@example.no").unwrap();
        let found = after.find(&crate::LookUp::email(&email)).await.unwrap();
        assert_eq!(found, Some(kari));
        assert!(after.check_chain().await.unwrap().broken_at.is_none());
    });
}

/// The former key is let go of in memory, too.
#[test]
fn the_former_key_is_kept_for_a_minute_only() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let before = load(vault.store(), record).await.unwrap();
        let held = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        vault.rotate().await.unwrap();
        assert!(vault.open(&held, &before).is_ok(), "a request under way");
        t.clock.advance_ms(61_000);
        let held = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        assert!(vault.open(&held, &before).is_err());
        let now = load(vault.store(), record).await.unwrap();
        assert!(vault.open(&held, &now).is_ok());
    });
}

/// Another process turns the key: whatever this one is in the middle of goes on or is done again.
#[test]
fn another_process_may_turn_the_key() {
    each(|t| async move {
        let vault = &t.vault;
        let other = again(&t, vault.store().clone()).await.unwrap();
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let held = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        let mut work = vault.work();
        let fresh = work.subject(crate::SubjectKind::Person);
        let ask = Ask::seal_new(crate::Actor::Visitor, fresh);
        let seals = permit(vault, ask).await.unwrap();
        let (typed, keep) = (
            contact("Ola", "ola@example.no"),
            Keep::while_open("booking", 2),
        );
        work.seal(&seals, &typed, &from_booking(), &keep).unwrap();

        other.rotate().await.unwrap();
        let error = lay(vault, work).await.unwrap_err();
        assert!(error.is_race(), "{error}");
        let now = load(vault.store(), record).await.unwrap();
        assert!(vault.open(&held, &now).is_ok(), "rows of after");
        newcomer(vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        assert_eq!(vault.key_name(), other.key_name());

        other.rotate().await.unwrap();
        vault.rotate().await.unwrap();
        assert!(name_of(vault, kari, record).await.is_ok());
        assert!(name_of(&other, kari, record).await.is_ok());
        assert_eq!(vault.key_name().0, 4);
    });
}

fn prepared(custody: &Custody, generation: i64) {
    let next = TenantKey {
        generation,
        key: Key::random(&SeededChance::new(11)),
    };
    custody.prepare_next(&next).unwrap();
}

/// Cut short before the database took the new key: the old one is in force, here and elsewhere.
#[test]
fn cut_short_before_the_database() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let (kari, record) = newcomer(&vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let custody = Custody::folder(house.custody.path()).unwrap();
        prepared(&custody, 2);
        assert!(name_of(&vault, kari, record).await.is_ok());
        close(vault).await;
        let vault = house.open().await.unwrap();
        assert_eq!(vault.key_name().0, 1);
        assert!(name_of(&vault, kari, record).await.is_ok());
        vault.rotate().await.unwrap();
        prepared(&custody, 3);
        assert!(name_of(&vault, kari, record).await.is_ok());
        close(vault).await;
        let vault = house.open().await.unwrap();
        assert!(name_of(&vault, kari, record).await.is_ok());
        close(vault).await;
    });
}

/// Cut short after the database took the new key, at each step of the change of files.
#[test]
fn cut_short_after_the_database() {
    block_on(async {
        for step in 0..3 {
            let house = House::new();
            let vault = house.open().await.unwrap();
            let (kari, record) = newcomer(&vault, "Kari Nordmann", "kari@example.no")
                .await
                .unwrap();
            let [key, next, old] = ["tenant.key", "tenant.key.next", "tenant.key.old"]
                .map(|name| house.custody.path().join(name));
            let before = fs::read(&key).unwrap();
            vault.rotate().await.unwrap();
            close(vault).await;
            // Put the files back to how they lay at the step.
            fs::rename(&key, &next).unwrap();
            fs::write(&key, &before).unwrap();
            let closed = fs::metadata(&next).unwrap().permissions();
            fs::set_permissions(&key, closed).unwrap();
            match step {
                0 => {}
                1 => fs::hard_link(&key, &old).unwrap(),
                _ => {
                    fs::hard_link(&key, &old).unwrap();
                    fs::rename(&next, &key).unwrap();
                }
            }
            let vault = house.open().await.unwrap();
            assert_eq!(vault.key_name().0, 2, "step {step}");
            assert!(name_of(&vault, kari, record).await.is_ok());
            assert!(!old.exists() && !next.exists(), "step {step}");
            assert_ne!(fs::read(&key).unwrap(), before);
            vault.rotate().await.unwrap();
            assert!(name_of(&vault, kari, record).await.is_ok());
            close(vault).await;
        }
    });
}

/// Two at once: one waits for the other, and the custody's key is always the database's.
#[test]
fn two_rotations_take_turns() {
    each(|t| async move {
        let (kari, record) = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let other = again(&t, t.vault.store().clone()).await.unwrap();
        let (one, two) = (t.vault.clone(), other.clone());
        let (one, two) = (
            tokio::spawn(async move { one.rotate().await }),
            tokio::spawn(async move { two.rotate().await }),
        );
        for done in [one.await.unwrap(), two.await.unwrap()] {
            assert!(matches!(done, Ok(_) | Err(VaultError::CustodyBusy(_))));
        }
        let third = again(&t, t.vault.store().clone()).await.unwrap();
        for vault in [&t.vault, &other, &third] {
            assert!(name_of(vault, kari, record).await.is_ok());
        }
    });
}

/// Bookings and openings go on while the key turns, in two processes.
#[test]
fn work_goes_on_while_the_key_turns() {
    each(|t| async move {
        let other = again(&t, t.vault.store().clone()).await.unwrap();
        let mut tasks = Vec::new();
        for worker in 0..4 {
            let vault = if worker % 2 == 0 { &t.vault } else { &other }.clone();
            tasks.push(tokio::spawn(async move {
                for n in 0..15 {
                    let email = format!("w{worker}n{n}@example.no");
                    let (kari, record) = crate::again(|| newcomer(&vault, "Kari", &email))
                        .await
                        .unwrap();
                    name_of(&vault, kari, record).await.unwrap();
                }
            }));
        }
        for turn in 0..4 {
            let vault = if turn % 2 == 0 { &t.vault } else { &other };
            vault.rotate().await.unwrap();
            tokio::time::sleep(std::time::Duration::from_millis(25)).await;
        }
        for task in tasks {
            task.await.unwrap();
        }
        assert_eq!(t.vault.check_chain().await.unwrap().lines, 60);
        assert!(t.vault.check_chain().await.unwrap().broken_at.is_none());
    });
}
