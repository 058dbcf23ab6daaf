//! Each proof finds what it is for: the data or the setup is broken on purpose, and it fails.

use std::sync::Arc;

use declaration::{
    Declaration,
    vocabulary::{Category, ProofName},
};
use store::{Db, Sql};
use values::Moment;
use vault::ConsentState;

use super::{Evidence, Sight, check, run::walk, testing::Calm, tests_setup::broken};
use crate::{
    Verdict,
    tests::{House, Person, each, slip},
};

const fn sql(text: &'static str) -> Sql {
    Sql { name: "test", text }
}

async fn change(house: &House, text: &'static str) {
    let exec = move |db: &mut dyn Db| db.exec(&sql(text), &[]);
    assert!(
        house.store.write(exec).await.unwrap() > 0,
        "{text} changed nothing"
    );
}

pub(super) async fn look(house: &House, around: &Calm) -> Sight {
    Sight::of(&house.vault, around).await.unwrap()
}

pub(super) fn failing(sight: &Sight) -> Vec<&'static str> {
    let fails = |name: &&ProofName| !check(**name, sight).wrong.is_empty();
    ProofName::ALL
        .iter()
        .filter(fails)
        .map(|name| name.as_str())
        .collect()
}

/// A house with people in it, swept.
async fn lived_in(house: &House) -> Person {
    let kari = Person::with_everything(&house.vault, "KARI").await;
    house.vault.sweep().await.unwrap();
    kari
}

#[tokio::test(flavor = "multi_thread")]
async fn a_house_in_order_holds_every_clause() {
    each(|house| async move {
        lived_in(&house).await;
        let proof = crate::prove(&house.vault, &Calm::default()).await.unwrap();
        assert_eq!(proof.fails(), 0, "{}", proof.in_words());
        assert_eq!(proof.holds() + proof.attested(), proof.clauses.len());
        let last = crate::last_run(&house.vault).await.unwrap().unwrap();
        assert_eq!(usize::try_from(last.holds).unwrap(), proof.holds());
        let again = super::last_proof(&house.vault).await.unwrap().unwrap().1;
        assert_eq!(again.len(), proof.clauses.len());
        assert_eq!(again[0].evidence, proof.clauses[0].evidence);
        assert!(serde_json::to_string(&proof).unwrap().contains("\"holds\""));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_empty_house_holds_too() {
    each(|house| async move {
        let sight = look(&house, &Calm::default()).await;
        assert_eq!(failing(&sight), Vec::<&str>::new());
    })
    .await;
}

/// Rows of the vault and of this slice, bent one at a time.
const BENT: &[(&str, &str)] = &[
    (
        "rules_cited",
        "UPDATE reason SET rule = 'nowhere@1' WHERE purpose = 'accounting'",
    ),
    (
        "provenance_present",
        "UPDATE record SET notice_version = '' WHERE kind = 'contact'",
    ),
    (
        "strands_have_reasons",
        "UPDATE strand SET keep_until = 7 WHERE category = 'contact'",
    ),
    (
        "history_needs_account",
        "INSERT INTO reason (strand_id, purpose, source_kind, source_id, rule, started_at, until) SELECT id, 'account', 'account', 5, 'account-closed@1', 1, 9223372036854775807 FROM strand WHERE category = 'purchase'",
    ),
    (
        "deliverer_apart",
        "UPDATE reason SET rule = 'relationship-end@1' WHERE rule LIKE 'deliverer@%'",
    ),
    (
        "relationship_end_computed",
        "UPDATE reason SET until = until + 86400000 WHERE rule LIKE 'relationship-end@%'",
    ),
    (
        "vehicle_life_dated",
        "UPDATE reason SET until = 9223372036854775807 WHERE rule LIKE 'vehicle-life@%'",
    ),
    ("withdrawals_stand", "UPDATE consent SET text_version = ''"),
    (
        "log_chain_whole",
        "UPDATE opening SET purpose = 'claims' WHERE seq = 1",
    ),
    (
        "host_is_blind",
        "UPDATE record SET body = CAST('KARI NORDMANN' AS BYTES) WHERE kind = 'contact'",
    ),
    ("marketing_needs_consent", "DELETE FROM consent"),
    (
        "customers_could_say_no",
        "INSERT INTO reason (strand_id, purpose, source_kind, source_id, rule, started_at, until) SELECT strand_id, 'customer_news', 'sale', 1, rule, started_at, until FROM reason WHERE strand_id IN (SELECT id FROM strand WHERE category = 'contact') ORDER BY strand_id LIMIT 1",
    ),
    ("sweep_alive", "UPDATE sweep SET ended_at = 5"),
    (
        "fields_declared",
        "UPDATE strand SET category = 'shoe_size' WHERE category = 'evidence'",
    ),
];

/// What is bent, and what then fails.
async fn bent(house: &House, name: &str, text: &'static str) {
    let vault = &house.vault;
    let ask = vault::Ask::open(
        crate::tests::colleague(web::Role::Privacy).actor(),
        kari_of(house).await,
    )
    .of(&[Category::Contact]);
    vault
        .permit::<declaration::vocabulary::purpose::Rights>(ask)
        .await
        .unwrap();
    if name == "history_needs_account" {
        change(house, "DELETE FROM strand WHERE category = 'account'").await;
    }
    change(house, text).await;
    let sight = look(house, &Calm::default()).await;
    assert!(
        failing(&sight).contains(&name),
        "{name} does not see it: {:?}",
        failing(&sight)
    );
}

async fn kari_of(house: &House) -> values::SubjectId {
    let find = |db: &mut dyn Db| {
        db.one(
            &sql("SELECT MIN(id) AS id FROM subject WHERE kind = 'person'"),
            &[],
        )?
        .i64("id")
    };
    values::SubjectId::from_raw(house.store.read(find).await.unwrap())
}

macro_rules! bent {
    ($($name:ident: $at:literal,)+) => {$(
        #[tokio::test(flavor = "multi_thread")]
        async fn $name() {
            each(|house| async move {
                lived_in(&house).await;
                let (name, text) = BENT[$at];
                assert_eq!(name, stringify!($name));
                let pg = matches!(house.store.location(), store::Location::Postgres { .. });
                let text = match (name, pg) {
                    ("host_is_blind", true) => "UPDATE record SET body = 'KARI NORDMANN'::bytea WHERE kind = 'contact'",
                    ("host_is_blind", false) => "UPDATE record SET body = CAST('KARI NORDMANN' AS BLOB) WHERE kind = 'contact'",
                    _ => text,
                };
                bent(&house, name, text).await;
            })
            .await;
        }
    )+};
}
bent! {
    rules_cited: 0,
    provenance_present: 1,
    strands_have_reasons: 2,
    history_needs_account: 3,
    deliverer_apart: 4,
    relationship_end_computed: 5,
    vehicle_life_dated: 6,
    withdrawals_stand: 7,
    log_chain_whole: 8,
    host_is_blind: 9,
    marketing_needs_consent: 10,
    customers_could_say_no: 11,
    sweep_alive: 12,
    fields_declared: 13,
}

#[tokio::test(flavor = "multi_thread")]
async fn holds_erasures_requests_and_late_withdrawals() {
    each(|house| async move {
        let kari = lived_in(&house).await;
        let strands = house.vault.strands_of(kari.subject).await.unwrap();
        let of = |name: &str| {
            strands
                .iter()
                .find(|s| s.category.as_str() == name)
                .unwrap()
                .id
        };
        let day = jiff::civil::date(2026, 12, 1);
        house
            .vault
            .hold(of("evidence"), "dispute", kari.subject, day)
            .await
            .unwrap();
        house
            .vault
            .end_reasons(of("enquiry"), vec![declaration::vocabulary::Purpose::Visit])
            .await
            .unwrap();
        let cause = vault::Cause {
            cause: "sweep",
            rule: "enquiry-answered@1".into(),
            actor: vault::Actor::Chore("test"),
        };
        house.vault.destroy(&[of("enquiry")], &cause).await.unwrap();
        let own = house.as_person(kari.subject).await;
        own.post("/min-side/rettigheter/glem-meg", &[("sure", "1")])
            .await;
        assert_eq!(
            failing(&look(&house, &Calm::default()).await),
            Vec::<&str>::new()
        );
        change(&house, "UPDATE hold SET review_on = '2026-01-01'").await;
        change(
            &house,
            "UPDATE erasure SET strand_id = (SELECT MIN(id) FROM strand)",
        )
        .await;
        change(&house, "UPDATE rights_request SET due_at = 5").await;
        house
            .vault
            .enter_consent(slip(&house.vault, kari.subject, ConsentState::Withdrawn))
            .await
            .unwrap();
        let seen = failing(&look(&house, &Calm::default()).await);
        for name in [
            "holds_reviewed",
            "erasures_read_back",
            "rights_in_time",
            "withdrawals_stand",
        ] {
            assert!(seen.contains(&name), "{name}: {seen:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_holder_from_the_register_is_seen() {
    vault::record! {
        /// What an adapter must not keep.
        pub struct Holder in Vehicle as "holder" {
            /// The holder.
            owner_name: String,
        }
    }
    each(|house| async move {
        let kari = lived_in(&house).await;
        let ask =
            vault::Ask::seal(vault::Actor::Chore("test"), kari.vehicle).of(&[Category::Vehicle]);
        let permit = house
            .vault
            .permit::<declaration::vocabulary::purpose::Visit>(ask)
            .await
            .unwrap();
        let mut work = house.vault.work();
        let holder = vault::Personal::new(Holder {
            owner_name: "Kari".into(),
        });
        let from = vault::Provenance {
            source_kind: "public_register",
            source_ref: 1,
            notice_version: "1".into(),
        };
        let keep = vault::Keep::from("vehicle", 1, work.at());
        work.seal(&permit, &holder, &from, &keep).unwrap();
        let laid = work.finish();
        house.store.write(move |db| laid.lay(db)).await.unwrap();
        let seen = failing(&look(&house, &Calm::default()).await);
        assert_eq!(seen, vec!["register_owner_dropped"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_column_about_visitors_is_seen() {
    each(|house| async move {
        let table = sql("CREATE TABLE hit (ip_address TEXT, card_no TEXT)");
        house
            .store
            .write(move |db| db.exec(&table, &[]))
            .await
            .unwrap();
        let seen = failing(&look(&house, &Calm::default()).await);
        assert_eq!(seen, vec!["no_card_numbers", "no_visitor_table"]);
    })
    .await;
}

/// Clause C38: five columns and no sixth, whatever it is called, and no fewer.
#[tokio::test(flavor = "multi_thread")]
async fn a_column_more_or_fewer_of_the_counts_is_seen() {
    for change in [
        "ALTER TABLE visit_count ADD COLUMN hour BIGINT",
        "ALTER TABLE visit_count DROP COLUMN county",
    ] {
        each(|house| async move {
            assert!(failing(&look(&house, &Calm::default()).await).is_empty());
            let change = sql(change);
            house
                .store
                .write(move |db| db.exec(&change, &[]))
                .await
                .unwrap();
            let seen = failing(&look(&house, &Calm::default()).await);
            assert_eq!(seen, vec!["no_visitor_table"]);
        })
        .await;
    }
}

/// Together the tests above make every proof of the vocabulary fail at least once.
#[test]
fn every_proof_is_broken_somewhere() {
    let mut seen: Vec<&str> = BENT.iter().map(|(name, _)| *name).collect();
    seen.extend(broken().iter().map(|(name, _)| *name));
    seen.extend([
        "holds_reviewed",
        "erasures_read_back",
        "rights_in_time",
        "register_owner_dropped",
        "no_card_numbers",
        "no_visitor_table",
        "purposes_bound",
        "recipients_in_eea",
        "processors_under_agreement",
        "links_real",
    ]);
    for name in ProofName::ALL {
        assert!(
            seen.contains(&name.as_str()),
            "{} cannot be seen to fail",
            name.as_str()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clause_that_nothing_shows_fails_and_a_word_is_no_proof() {
    each(|house| async move {
        let mut sight = look(&house, &Calm::default()).await;
        let text = Calm::default()
            .text
            .replace("proof = [\"live:rules_cited\"]", "proof = []");
        sight.declaration = Arc::new(Declaration::archived(&text).unwrap());
        let proof = walk(&sight);
        let of = |number: &str| {
            proof
                .clauses
                .iter()
                .find(|c| c.number == number)
                .unwrap()
                .verdict
        };
        assert_eq!(of("C02"), Verdict::Fails);
        assert_eq!(of("C26"), Verdict::Attested);
        let words = proof.in_words();
        assert!(words.contains("C02") && words.contains("fails"));
    })
    .await;
}

#[test]
fn evidence_is_read_as_it_was_written() {
    let one = Evidence {
        proof: "sweep_alive".into(),
        holds: false,
        looked: 1,
        wrong: vec!["x".into()],
        found: "y".into(),
        todo: "z".into(),
    };
    let text = serde_json::to_string(&one).unwrap();
    assert_eq!(serde_json::from_str::<Evidence>(&text).unwrap(), one);
    assert!(Moment::FOREVER.is_forever());
}
