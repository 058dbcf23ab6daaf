//! Keys and ledger outside the database: what is missing, wrong or old is refused, and untouched.

use std::{fs, os::unix::fs::PermissionsExt, path::Path};

use super::{
    House, START, block_on, close,
    destroying::{asked, ended},
    load, name_of, newcomer, number,
};
use crate::VaultError;

/// Every file with its bytes, but for the lock, which is always empty.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap())
        .map(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            (name, fs::read(entry.path()).unwrap())
        })
        .filter(|(name, _)| {
            name != "custody.lock" && !name.ends_with("-shm") && !name.ends_with("-wal")
        })
        .collect();
    all.sort();
    all
}

/// A house with one customer, closed.
async fn lived_in() -> (House, values::SubjectId, values::RecordId) {
    let house = House::new();
    let vault = house.open().await.unwrap();
    let (kari, record) = newcomer(&vault, "Kari Nordmann", "kari@example.no")
        .await
        .unwrap();
    close(vault).await;
    (house, kari, record)
}

async fn refused(house: &House) -> VaultError {
    let before = (files(house.data.path()), files(house.custody.path()));
    let Err(error) = house.open().await else {
        panic!("it opened");
    };
    let after = (files(house.data.path()), files(house.custody.path()));
    assert!(before == after, "something was overwritten: {error}");
    error
}

#[test]
fn another_key_is_refused_by_name() {
    block_on(async {
        let (house, kari, record) = lived_in().await;
        let other = House::new();
        let strange = values::World {
            clock: house.clock.clone(),
            chance: std::sync::Arc::new(values::SeededChance::new(99)),
        };
        let other = House {
            world: strange,
            ..other
        };
        let elsewhere = other.open().await.unwrap();
        let (_, found) = elsewhere.key_name();
        close(elsewhere).await;
        let key = house.custody.path().join("tenant.key");
        let right = fs::read(&key).unwrap();
        fs::copy(other.custody.path().join("tenant.key"), &key).unwrap();
        match refused(&house).await {
            VaultError::WrongKey { found: f, .. } => assert_eq!(f, found),
            error => panic!("{error}"),
        }
        fs::write(&key, right).unwrap();
        let vault = house.open().await.unwrap();
        assert!(name_of(&vault, kari, record).await.is_ok());
        close(vault).await;
    });
}

#[test]
fn a_missing_readable_or_damaged_key_is_refused() {
    block_on(async {
        let (house, ..) = lived_in().await;
        let key = house.custody.path().join("tenant.key");
        let right = fs::read_to_string(&key).unwrap();
        assert_eq!(
            fs::metadata(&key).unwrap().permissions().mode() & 0o777,
            0o600
        );
        fs::remove_file(&key).unwrap();
        assert!(matches!(
            refused(&house).await,
            VaultError::KeyMissing { generation: 1, .. }
        ));
        let bent = right.replace("key ", "key 0");
        let digit = right.trim_end().chars().last().unwrap();
        let other = if digit == '0' { "1\n" } else { "0\n" };
        let swapped = format!("{}{other}", &right.trim_end()[..right.len() - 2]);
        for wrong in ["", "hello\n", &right[..60], &bent, &swapped] {
            fs::write(&key, wrong).unwrap();
            fs::set_permissions(&key, fs::Permissions::from_mode(0o600)).unwrap();
            let error = refused(&house).await;
            assert!(matches!(error, VaultError::KeyFileUnreadable(_)), "{error}");
        }
        fs::write(&key, &right).unwrap();
        for mode in [0o644, 0o640, 0o604, 0o666] {
            fs::set_permissions(&key, fs::Permissions::from_mode(mode)).unwrap();
            let error = refused(&house).await;
            assert!(error.to_string().contains("chmod 600"), "{error}");
        }
    });
}

/// Rows without their keys: never made anew over people's data.
#[test]
fn a_house_that_lost_its_keyring_gets_no_new_one() {
    block_on(async {
        let (house, ..) = lived_in().await;
        let store = house.store().await;
        super::tamper(&store, "DELETE FROM keyring", vec![]).await;
        store.close().await.unwrap();
        assert!(matches!(refused(&house).await, VaultError::Corrupt(_)));
    });
}

#[test]
fn an_old_copy_brings_nobody_back() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let (kari, strand) = ended(&vault).await;
        let (ola, record) = newcomer(&vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        close(vault).await;
        let copy = house.copy_data();

        let vault = house.open().await.unwrap();
        house.clock.set(START.plus_days(400));
        assert_eq!(vault.sweep().await.unwrap().destroyed, 1);
        close(vault).await;

        house.put_back(&copy);
        let vault = house.open().await.unwrap();
        assert!(vault.strand(strand).await.unwrap().is_none());
        assert!(vault.everything(kari).await.unwrap().is_empty());
        let (category, at, _) = vault.erasures_of(kari).await.unwrap().remove(0);
        assert_eq!((category.as_str(), at), ("contact", START.plus_days(400)));
        assert!(name_of(&vault, ola, record).await.is_ok());
        close(vault).await;
    });
}

/// A ledger with fewer lines than the database has seen, or with a line nobody can read.
#[test]
fn a_shortened_or_damaged_ledger_is_refused() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let (_, strand) = ended(&vault).await;
        close(vault).await;
        let copy = house.copy_data();
        house.clock.set(START.plus_days(400));
        let vault = house.open().await.unwrap();
        vault.destroy(&[strand], &asked()).await.unwrap();
        close(vault).await;
        let ledger = house.custody.path().join("erased.ledger");
        let whole = fs::read_to_string(&ledger).unwrap();
        assert_eq!(whole.lines().count(), 1);
        fs::write(&ledger, "").unwrap();
        assert!(matches!(refused(&house).await, VaultError::LedgerShort(_)));
        fs::remove_file(&ledger).unwrap();
        assert!(matches!(refused(&house).await, VaultError::LedgerShort(_)));
        house.put_back(&copy);
        fs::write(&ledger, whole.replace("erased", "erasee")).unwrap();
        assert!(matches!(refused(&house).await, VaultError::Corrupt(_)));
        fs::write(&ledger, &whole).unwrap();
        let vault = house.open().await.unwrap();
        assert!(vault.strand(strand).await.unwrap().is_none());
        close(vault).await;
    });
}

/// The machine died while a line was written: the rest of that line is cut off, nothing else.
#[test]
fn a_torn_last_line_is_let_go() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let (_, strand) = ended(&vault).await;
        let (ola, record) = newcomer(&vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        let olas = super::strand_of(&vault, ola).await;
        close(vault).await;
        let ledger = house.custody.path().join("erased.ledger");
        fs::write(&ledger, format!("erased {} 17", olas.get())).unwrap();
        let vault = house.open().await.unwrap();
        assert!(name_of(&vault, ola, record).await.is_ok());
        house.clock.set(START.plus_days(400));
        vault.destroy(&[strand], &asked()).await.unwrap();
        let whole = fs::read_to_string(&ledger).unwrap();
        assert_eq!(whole.lines().count(), 1);
        assert!(whole.starts_with(&format!("erased {} ", strand.get())));
        close(vault).await;
        let vault = house.open().await.unwrap();
        assert!(load(vault.store(), record).await.is_some());
        let strands = "SELECT COUNT(*) FROM strand";
        assert_eq!(number(vault.store(), strands, vec![]).await, 1);
        close(vault).await;
    });
}

#[test]
fn a_backup_from_before_a_rotation_is_refused() {
    block_on(async {
        let (house, kari, record) = lived_in().await;
        let copy = house.copy_data();
        let vault = house.open().await.unwrap();
        vault.rotate().await.unwrap();
        close(vault).await;
        let newer = house.copy_data();
        house.put_back(&copy);
        assert!(matches!(
            refused(&house).await,
            VaultError::BackupTooOld {
                data: 1,
                custody: 2
            }
        ));
        house.put_back(&newer);
        let vault = house.open().await.unwrap();
        assert!(name_of(&vault, kari, record).await.is_ok());
        close(vault).await;
    });
}

/// While one process makes or turns the keys, another waits, then says so.
#[test]
fn keys_are_made_by_one_at_a_time() {
    block_on(async {
        let house = House::new();
        let custody = crate::Custody::folder(house.custody.path()).unwrap();
        let held = custody.lock().unwrap();
        assert!(matches!(
            house.open().await,
            Err(VaultError::CustodyBusy(_))
        ));
        drop(held);
        close(house.open().await.unwrap()).await;
    });
}
