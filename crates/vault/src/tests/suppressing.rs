//! A no outlives the person, the key and a backup; only the person's own new yes undoes it.

use store::Location;
use values::{ControllerId, Email};

use super::{House, START, block_on, close, each, newcomer_kept, number};
use crate::{Actor, Cause, Keep, LookUp, Scope, Vault, VaultError, suppressed_in};

const ONE: ControllerId = ControllerId::from_raw(1);
const TWO: ControllerId = ControllerId::from_raw(2);

fn kari() -> LookUp {
    LookUp::email(&Email::parse("Kari@Example.no").unwrap())
}

fn topic(controller: ControllerId, topic: &str) -> Scope {
    Scope::Topic(controller, topic.to_owned())
}

/// What is not to be written, of two legal entities' two topics: `n1 t1 n2 t2`.
async fn silent(vault: &Vault) -> String {
    let mut out = Vec::new();
    for controller in [ONE, TWO] {
        for topic in ["news", "technical"] {
            if vault.suppressed(controller, topic, &kari()).await.unwrap() {
                out.push(format!("{}{}", &topic[..1], controller.get()));
            }
        }
    }
    out.join(" ")
}

/// Each row: what is said, one after another, and what is silent then.
#[test]
fn the_last_word_that_covers_a_topic_decides() {
    const ALL: &str = "n1 t1 n2 t2";
    each(|t| async move {
        let vault = &t.vault;
        let lift = |controller, topic: &'static str| async move {
            vault.lift_suppression(controller, topic, &kari()).await
        };
        assert_eq!(silent(vault).await, "");
        vault
            .suppress(topic(ONE, "news"), &kari(), "link")
            .await
            .unwrap();
        assert_eq!(silent(vault).await, "n1");
        vault
            .suppress(Scope::Controller(TWO), &kari(), "link")
            .await
            .unwrap();
        assert_eq!(silent(vault).await, "n1 n2 t2");
        lift(ONE, "news").await.unwrap();
        assert_eq!(silent(vault).await, "n2 t2");
        vault.suppress(Scope::All, &kari(), "letter").await.unwrap();
        assert_eq!(silent(vault).await, ALL);
        lift(TWO, "technical").await.unwrap();
        assert_eq!(silent(vault).await, "n1 t1 n2");
        vault.suppress(Scope::All, &kari(), "letter").await.unwrap();
        assert_eq!(silent(vault).await, ALL, "said again, it counts again");
        let other = LookUp::email(&Email::parse("ola@example.no").unwrap());
        assert!(!vault.suppressed(ONE, "news", &other).await.unwrap());
        let lines = vault.suppressions(&kari()).await.unwrap();
        assert_eq!(lines.len(), 6, "only added to");
        assert_eq!(
            (lines[2].suppressed, lines[2].source.as_str()),
            (false, "opt_in")
        );
        assert_eq!(lines[5].at, START);
        assert_eq!(lines[5].scope, Scope::All);
    });
}

#[test]
fn the_same_word_again_is_no_new_line() {
    each(|t| async move {
        for _ in 0..20 {
            t.vault.suppress(Scope::All, &kari(), "link").await.unwrap();
        }
        assert_eq!(t.vault.suppressions(&kari()).await.unwrap().len(), 1);
    });
}

#[test]
fn a_topic_is_a_word_and_never_an_address() {
    each(|t| async move {
        for wrong in ["", "kari@example.no", "Kari Nordmann", &"n".repeat(41)] {
            let refused = t.vault.suppress(topic(ONE, wrong), &kari(), "link").await;
            assert!(matches!(refused, Err(VaultError::Store(_))), "{wrong}");
            assert!(t.vault.lift_suppression(ONE, wrong, &kari()).await.is_err());
        }
        let rows = "SELECT COUNT(*) FROM suppression";
        assert_eq!(number(t.vault.store(), rows, vec![]).await, 0);
    });
}

#[test]
fn it_outlives_the_person_and_the_key() {
    each(|t| async move {
        let vault = &t.vault;
        let keep = Keep::from("booking", 1, START.plus_days(-4000));
        let (person, _) = newcomer_kept(vault, "Kari", "kari@example.no", &keep)
            .await
            .unwrap();
        vault
            .suppress(Scope::All, &kari(), "erasure")
            .await
            .unwrap();
        let strands = vault.strands_of(person).await.unwrap();
        let strands: Vec<_> = strands.iter().map(|strand| strand.id).collect();
        let cause = Cause {
            cause: "request",
            rule: "GDPR art. 17".to_owned(),
            actor: Actor::Chore("test"),
        };
        vault.destroy(&strands, &cause).await.unwrap();
        assert_eq!(vault.find(&kari()).await.unwrap(), None, "forgotten");
        vault.rotate().await.unwrap();
        assert_eq!(silent(vault).await, "n1 t1 n2 t2");
        let again = super::again(&t, vault.store().clone()).await.unwrap();
        assert!(
            again.suppressed(TWO, "news", &kari()).await.unwrap(),
            "after a restart"
        );
        let tag = again.tag(&kari());
        let inside = again
            .store()
            .write(move |db| suppressed_in(db, &tag, ONE, "news"))
            .await;
        assert!(inside.unwrap());
    });
}

#[test]
fn it_lies_in_the_backup() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        vault
            .suppress(topic(ONE, "news"), &kari(), "link")
            .await
            .unwrap();
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("copy.karosseri");
        vault.store().backup(&file).await.unwrap();
        close(vault).await;
        let mut restored = House::new();
        restored.custody = house.custody;
        let place = Location::Folder(restored.data.path().to_owned());
        store::restore(&file, &place, &[crate::MIGRATIONS])
            .await
            .unwrap();
        let vault = restored.open().await.unwrap();
        assert_eq!(silent(&vault).await, "n1");
        close(vault).await;
    });
}

/// Together with the rest of a work, or not at all.
#[test]
fn it_may_be_part_of_a_work() {
    each(|t| async move {
        let vault = &t.vault;
        let mut work = vault.work();
        work.suppress(&Scope::All, &kari(), "page").unwrap();
        work.lift_suppression(ONE, "news", &kari()).unwrap();
        assert!(work.suppress(&topic(ONE, "a b"), &kari(), "page").is_err());
        super::lay(vault, work).await.unwrap();
        assert_eq!(silent(vault).await, "t1 n2 t2");
    });
}
