//! A wrong key, no key, a key others can read: the house does not open, says which key it wants, and
//! nothing is overwritten.

use std::{collections::BTreeMap, fs, os::unix::fs::PermissionsExt, path::PathBuf};

use crate::support::{
    folders,
    house::{self, Place},
    program,
};

/// Every file of the custody with what is in it.
fn custody(place: &Place) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = folders::files(&place.data.join("custody"));
    files
        .into_iter()
        .map(|path| (path.clone(), fs::read(path).expect("read")))
        .collect()
}

fn key(place: &Place) -> PathBuf {
    place.data.join("custody/tenant.key")
}

/// The house refuses, names what it wants, and leaves everything as it was.
fn refuses(place: &Place, wants: &[&str]) {
    let before = custody(place);
    for words in [
        &["key", "show"][..],
        &["prove"],
        &["serve", "--listen", "127.0.0.1:0"],
    ] {
        let ended = program::run(place, words).is(2);
        for want in wants {
            assert!(
                ended.errors.contains(want),
                "`{want}` is not in: {}",
                ended.errors
            );
        }
    }
    assert_eq!(custody(place), before, "the custody was changed");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wrong_key_opens_nothing_and_overwrites_nothing() {
    house::each_place(|place| async move {
        let shown = program::run(&place, &["key", "show"]).is(0).said;
        let fingerprint = shown
            .split_whitespace()
            .nth(2)
            .expect("a name")
            .trim_end_matches(',')
            .to_owned();
        let right = fs::read(key(&place)).expect("a key");
        assert_eq!(
            fs::metadata(key(&place))
                .expect("a key")
                .permissions()
                .mode()
                & 0o777,
            0o600
        );

        fs::set_permissions(key(&place), fs::Permissions::from_mode(0o640)).expect("set");
        refuses(&place, &["tenant.key", "chmod 600"]);
        fs::set_permissions(key(&place), fs::Permissions::from_mode(0o600)).expect("set");

        fs::remove_file(key(&place)).expect("removed");
        refuses(&place, &[&fingerprint]);
        assert!(!key(&place).exists(), "a new key was made over old data");

        let elsewhere = tempfile::tempdir().expect("a folder");
        let other = program::place_in(elsewhere.path());
        program::run(&other, &["key", "show"]).is(0);
        fs::copy(key(&other), key(&place)).expect("copied");
        refuses(&place, &[&fingerprint, "wrong key"]);

        fs::write(key(&place), b"not a key\n").expect("written");
        fs::set_permissions(key(&place), fs::Permissions::from_mode(0o600)).expect("set");
        refuses(&place, &["tenant.key"]);

        fs::write(key(&place), &right).expect("written");
        let again = program::run(&place, &["key", "show"]).is(0).said;
        assert_eq!(again, shown);
    })
    .await;
}
