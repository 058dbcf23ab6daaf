//! Holds on one record that end by themselves, rules that change in the middle, sweeps that ask first
//! and sweeps that are killed.

use std::{sync::Arc, time::Duration};

use declaration::{
    RuleTable,
    rules::SHIPPED_RULES,
    vocabulary::{Category, Purpose},
};
use jiff::civil::date;
use values::Moment;

use super::{
    OFFICER, STAFF, START, add,
    destroying::{asked, ended},
    each, load, name_of, newcomer_kept, number, strand_of,
};
use crate::{
    Ask, Keep, Night, StrandState, Vault, VaultError, Why, suspicious,
    testing::{declaration, rules},
};

fn owner() -> values::SubjectId {
    values::SubjectId::from_raw(OFFICER.id())
}

async fn night(vault: &Vault) -> Night {
    vault.sweep_or_ask().await.unwrap()
}

fn swept(night: Night) -> crate::SweepReport {
    match night {
        Night::Swept(report) => report,
        Night::Asks(doubt) => panic!("asks: {}", doubt.in_words()),
    }
}

fn why(night: Night) -> Why {
    match night {
        Night::Asks(doubt) => doubt.why,
        Night::Swept(_) => panic!("swept"),
    }
}

#[test]
fn one_record_is_held_and_the_rest_goes() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let keep = Keep::from("booking", 1, START);
        let named = add(vault, kari, "Kari Nordmann", &keep).await.unwrap();
        let review = date(2027, 6, 1);
        vault
            .hold_record(named, "dispute", owner(), review)
            .await
            .unwrap();
        let line = vault.holds().await.unwrap().remove(0);
        assert_eq!((line.record, line.owner), (Some(named), owner()));
        t.clock.set(START.plus_days(370));
        let report = vault.sweep().await.unwrap();
        assert_eq!((report.destroyed, report.held), (0, 1));
        let info = vault.strand(strand).await.unwrap().unwrap();
        assert_eq!(info.state, StrandState::Held);
        let left = "SELECT COUNT(*) FROM record";
        assert_eq!(number(vault.store(), left, vec![]).await, 1);
        assert!(load(vault.store(), named).await.is_some());
    });
}

#[test]
fn a_hold_ends_by_itself_after_its_day_unless_renewed() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, strand) = ended(vault).await;
        let review = date(2027, 6, 1);
        let hold = vault
            .hold(strand, "dispute", owner(), review)
            .await
            .unwrap();
        t.clock.set(Moment::at_local(review, 23, 59));
        assert!(vault.due(vault.now(), 9).await.unwrap().is_empty());
        let report = vault.sweep().await.unwrap();
        assert_eq!(
            (report.destroyed, report.released),
            (0, 0),
            "its day counts"
        );
        let longer = date(2027, 7, 1);
        let renewed = vault.renew_hold(hold, owner(), longer).await.unwrap();
        assert!(matches!(
            vault.renew_hold(hold, owner(), longer).await,
            Err(VaultError::Gone)
        ));
        t.clock.set(Moment::after_day(review));
        assert_eq!(vault.sweep().await.unwrap().destroyed, 0);
        assert_eq!(vault.holds_of(strand).await.unwrap()[0].0, renewed);
        t.clock.set(Moment::after_day(longer));
        assert_eq!(vault.due(vault.now(), 9).await.unwrap().len(), 1, "tonight");
        let report = vault.sweep().await.unwrap();
        assert_eq!((report.destroyed, report.released), (1, 1));
        assert!(vault.strand(strand).await.unwrap().is_none());
    });
}

/// What began under one version of a rule keeps its date; what begins under the next has the next.
#[test]
fn a_rule_that_changes_in_the_middle_is_chosen_by_the_event() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, old) = ended(vault).await;
        let row = SHIPPED_RULES
            .split("[[rule]]")
            .find(|row| row.contains("id = \"relationship-end\""))
            .unwrap();
        let newer = row
            .replace("version = 1", "version = 2")
            .replace("2018-07-20", "2026-06-01")
            .replace("months = 12", "months = 24");
        let table = RuleTable::parse(&format!("{SHIPPED_RULES}\n[[rule]]{newer}")).unwrap();
        vault.promise(declaration(), Arc::new(table));
        let may = Moment::at_local(date(2026, 5, 31), 23, 0);
        let june = Moment::at_local(date(2026, 6, 1), 0, 0);
        for (n, event, rule, day) in [
            (2, may, "relationship-end@1", date(2027, 6, 1)),
            (3, june, "relationship-end@2", date(2028, 6, 2)),
        ] {
            let keep = Keep::from("booking", n, event);
            let email = format!("c{n}@example.no");
            let (who, _) = newcomer_kept(vault, "Kunde", &email, &keep).await.unwrap();
            let strand = strand_of(vault, who).await;
            let info = vault.strands_of(who).await.unwrap().remove(0);
            assert_eq!(info.reasons[0].rule, rule);
            assert_eq!(info.keep_until, Moment::at_local(day, 0, 0));
            assert_eq!(info.id, strand);
        }
        let first = vault.strand(old).await.unwrap().unwrap();
        assert_eq!(first.keep_until, Moment::at_local(date(2027, 3, 3), 0, 0));
        for cited in ["relationship-end@1", "relationship-end@2"] {
            assert!(vault.rules().cited(cited).is_some());
        }
    });
}

#[test]
fn what_is_suspicious_stands_in_a_table() {
    let rules = rules();
    let at = |days: i64| START.plus_days(days);
    let table = [
        (0, None, 5_000, 5_000, None),
        (0, Some(-1), 0, 0, None),
        (0, Some(-1), 100, 100, None),
        (0, Some(-1), 101, 200, Some(Why::Much)),
        (0, Some(-1), 200, 1_000, None),
        (0, Some(-1), 201, 1_000, Some(Why::Much)),
        // Ten days of outage go on; two months ask; ten years ask, too.
        (10, Some(0), 90, 900, None),
        (30, Some(0), 1, 900, None),
        (31, Some(0), 1, 900, Some(Why::Ahead)),
        (60, Some(0), 1, 900, Some(Why::Ahead)),
        (3_650, Some(0), 1, 900, Some(Why::Ahead)),
        // Also when nothing would go: the sweep would be dated by a clock ten years ahead.
        (3_650, Some(0), 0, 900, Some(Why::Ahead)),
        (31, Some(0), 0, 0, Some(Why::Ahead)),
        (0, Some(1), 1, 9, None),
        (0, Some(2), 1, 9, Some(Why::Behind)),
        (-3_650, Some(0), 0, 9, Some(Why::Behind)),
    ];
    for (now, last, due, alive, expected) in table {
        let found = suspicious(&rules, at(now), last.map(at), due, alive);
        assert_eq!(found, expected, "{now} {last:?} {due} of {alive}");
    }
}

#[test]
fn a_clock_ten_years_ahead_asks_and_a_clock_ten_years_behind_waits() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let hold = date(2026, 9, 1);
        vault.hold(strand, "dispute", owner(), hold).await.unwrap();
        let (_, other) = {
            let keep = Keep::from("booking", 2, START);
            let (who, _) = newcomer_kept(vault, "Ola", "ola@example.no", &keep)
                .await
                .unwrap();
            (who, strand_of(vault, who).await)
        };
        swept(night(vault).await);
        for days in [3_650, -3_650] {
            t.clock.set(START.plus_days(days));
            let expected = if days > 0 { Why::Ahead } else { Why::Behind };
            assert_eq!(why(night(vault).await), expected);
            assert_eq!(why(night(vault).await), expected, "asked again, not done");
            assert!(vault.strand(other).await.unwrap().is_some());
            assert_eq!(
                vault.holds_of(strand).await.unwrap().len(),
                1,
                "not released"
            );
        }
        let questions = "SELECT COUNT(*) FROM sweep_doubt";
        assert_eq!(
            number(vault.store(), questions, vec![]).await,
            2,
            "each once"
        );
        // The clock is right again: nothing was lost, and the night goes on.
        t.clock.set(START.plus_days(1));
        assert_eq!(swept(night(vault).await).destroyed, 0);
        assert!(vault.doubt().await.unwrap().is_none());
        assert_eq!(vault.strands_of(kari).await.unwrap().len(), 1);
    });
}

#[test]
fn a_person_says_that_it_is_right() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, strand) = ended(vault).await;
        swept(night(vault).await);
        t.clock.set(START.plus_days(400));
        let Night::Asks(doubt) = night(vault).await else {
            panic!("a house shut for a year asks")
        };
        assert_eq!((doubt.due, doubt.alive), (1, 1));
        assert!(doubt.in_words().contains("1 of 1"));
        vault.confirm_sweep(doubt.id, owner()).await.unwrap();
        assert!(vault.confirm_sweep(doubt.id, owner()).await.is_err());
        assert_eq!(swept(night(vault).await).destroyed, 1);
        assert!(vault.strand(strand).await.unwrap().is_none());
        assert!(vault.doubt().await.unwrap().is_none());
        // A word for one night is no word for the next.
        t.clock.set(START.plus_days(410));
        swept(night(vault).await);
    });
}

/// A sweep that a person let run by a clock ten years ahead does not stand in the way for ten years.
#[test]
fn when_the_clock_comes_back_a_person_says_so_and_the_nights_go_on() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, strand) = ended(vault).await;
        vault
            .hold(strand, "dispute", owner(), date(2037, 1, 1))
            .await
            .unwrap();
        swept(night(vault).await);
        let agree = async |expected: Why| {
            let Night::Asks(doubt) = night(vault).await else {
                panic!("does not ask {expected:?}")
            };
            assert_eq!(doubt.why, expected);
            assert_eq!(vault.clock_in_doubt().await.unwrap(), Some(expected));
            let open = vault.doubt().await.unwrap().unwrap();
            assert_eq!(open.why, expected, "one question at a time");
            vault.confirm_sweep(open.id, owner()).await.unwrap();
            assert_eq!(vault.clock_in_doubt().await.unwrap(), None);
            swept(night(vault).await);
        };
        t.clock.set(START.plus_days(3_650));
        agree(Why::Ahead).await;
        t.clock.set(START.plus_days(2));
        agree(Why::Behind).await;
        let (ended, ..) = vault.last_sweep().await.unwrap().unwrap();
        assert_eq!(ended, START.plus_days(2), "the wrong one counts no more");
        t.clock.set(START.plus_days(3));
        swept(night(vault).await);
        assert!(vault.doubt().await.unwrap().is_none());
        assert!(vault.strand(strand).await.unwrap().is_some());
    });
}

/// What was written while the clock stood years behind is past its date as soon as it is right again.
/// (Ten years behind no rule is in force yet, and nothing can be written at all.)
#[test]
fn what_a_wrong_clock_dated_is_asked_about_before_it_goes() {
    each(|t| async move {
        let vault = &t.vault;
        swept(night(vault).await);
        let wrong = START.plus_days(-5 * 365);
        t.clock.set(wrong);
        assert_eq!(why(night(vault).await), Why::Behind);
        t.clock.set(wrong.plus_days(3));
        assert_eq!(why(night(vault).await), Why::Behind);
        let (_, strand) = {
            let keep = Keep::from("booking", 3, vault.now());
            let (who, _) = newcomer_kept(vault, "Ola", "ola@example.no", &keep)
                .await
                .unwrap();
            (who, strand_of(vault, who).await)
        };
        t.clock.set(START.plus_days(1));
        let Night::Asks(doubt) = night(vault).await else {
            panic!("a day old, and it went")
        };
        assert_eq!((doubt.why, doubt.due), (Why::Astray, 1));
        assert!(vault.strand(strand).await.unwrap().is_some());
        assert_eq!(
            vault.clock_in_doubt().await.unwrap(),
            None,
            "the clock is right"
        );
        vault.confirm_sweep(doubt.id, owner()).await.unwrap();
        assert_eq!(swept(night(vault).await).destroyed, 1);
    });
}

#[test]
fn ten_days_without_power_are_no_reason_to_ask() {
    each(|t| async move {
        let vault = &t.vault;
        let (_, strand) = ended(vault).await;
        t.clock.set(START.plus_days(360));
        swept(night(vault).await);
        t.clock.set(START.plus_days(370));
        assert_eq!(swept(night(vault).await).destroyed, 1);
        assert!(vault.strand(strand).await.unwrap().is_none());
    });
}

/// A sweep dropped at any of its waits leaves nothing half-done that the next one does not finish.
#[test]
fn a_sweep_killed_anywhere_is_finished_by_the_next() {
    each(|t| async move {
        let vault = &t.vault;
        let mut doomed = Vec::new();
        for n in 0_i64..40 {
            let from = START.plus_days(if n % 4 == 0 { 400 } else { 0 });
            let keep = Keep::from("booking", n, from);
            let email = format!("c{n}@example.no");
            let (who, record) = newcomer_kept(vault, "Kunde", &email, &keep).await.unwrap();
            if n % 4 != 0 {
                doomed.push(strand_of(vault, who).await);
            } else {
                assert!(name_of(vault, who, record).await.is_ok());
            }
        }
        t.clock.set(START.plus_days(380));
        for micros in (0..40).map(|n| n * 150) {
            let wait = Duration::from_micros(micros);
            let _ = tokio::time::timeout(wait, vault.sweep()).await;
        }
        let report = vault.sweep().await.unwrap();
        assert_eq!(report.left, 0);
        for strand in doomed {
            assert!(!vault.is_there(strand).await.unwrap());
        }
        let left = "SELECT COUNT(*) FROM strand";
        assert_eq!(number(vault.store(), left, vec![]).await, 10);
        let traces = vault.traces(2).await.unwrap();
        assert!(traces.survivors.is_empty() && traces.overdue.is_empty());
        assert!(traces.misdated.is_empty());
    });
}

#[test]
fn reasons_of_everything_end_in_one_piece() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, strand) = ended(vault).await;
        let gone = values::StrandId::from_raw(4);
        let ask = Ask::seal(STAFF, kari);
        let permit = super::permit(vault, ask).await.unwrap();
        let mut work = vault.work();
        let claims = Keep::from("purchase", 5, START);
        work.also_keep(&permit, Category::Contact, Purpose::Claims, &claims)
            .unwrap();
        super::lay(vault, work).await.unwrap();
        let visit = vec![Purpose::Visit];
        let ended = vault
            .end_reasons_of_all(vec![(strand, visit), (gone, vec![])])
            .await;
        assert_eq!(ended.unwrap(), vec![gone], "claims keep it");
        let info = vault.strand(strand).await.unwrap().unwrap();
        assert_eq!(info.state, StrandState::Restricted);
        let all = vec![(strand, Purpose::ALL.to_vec())];
        assert_eq!(vault.end_reasons_of_all(all).await.unwrap(), vec![strand]);
        assert_eq!(vault.destroy(&[strand], &asked()).await.unwrap().len(), 1);
        assert!(!vault.is_there(strand).await.unwrap());
    });
}
