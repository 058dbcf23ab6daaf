//! Openings out of the ordinary: the judge as a pure function, and the vault around it.

use std::{
    collections::BTreeSet,
    sync::{Arc, Mutex},
};

use declaration::vocabulary::{Category, Role, purpose};
use store::{Db, StoreError};
use values::{ControllerId, FreeText, LookId, SubjectId};

use crate::{
    Actor, Ask, Day, Gaze, Given, Limits, Marks, Pause, Scene, Unusual, Usual, Vault, VaultError,
    Word, judge_look,
    testing::{declaration, rules},
};

use super::{CONTACT, STAFF, START, each, newcomer, permit};

const LIMITS: Limits = Limits {
    days: 14,
    persons: 4,
    margin: 60,
    reason: 60,
    bulk_from: 3,
    bulk: 6,
    glass: 30,
};

fn ids(of: impl IntoIterator<Item = i64>) -> BTreeSet<SubjectId> {
    of.into_iter().map(SubjectId::from_raw).collect()
}

fn given(kinds: &[Unusual], persons: BTreeSet<SubjectId>, glass: bool) -> Given {
    Given {
        id: LookId::from_raw(9),
        kinds: kinds.to_vec(),
        persons,
        glass,
    }
}

/// What is tried, and the judge's word.
struct Case {
    persons: BTreeSet<SubjectId>,
    bulk: bool,
    at_work: BTreeSet<SubjectId>,
    open: bool,
    hour: BTreeSet<SubjectId>,
    hour_bulk: BTreeSet<SubjectId>,
    given: Vec<Given>,
    may_bulk: bool,
}

impl Case {
    fn of(persons: BTreeSet<SubjectId>) -> Self {
        Self {
            at_work: persons.clone(),
            persons,
            bulk: false,
            open: true,
            hour: BTreeSet::new(),
            hour_bulk: BTreeSet::new(),
            given: Vec::new(),
            may_bulk: true,
        }
    }

    fn word(&self) -> Word {
        judge_look(&Scene {
            persons: &self.persons,
            bulk: self.bulk,
            rights_case: false,
            day: &Day {
                at_work: self.at_work.clone(),
                open: self.open,
            },
            hour: &self.hour,
            hour_bulk: &self.hour_bulk,
            given: &self.given,
            may_bulk: self.may_bulk,
            limits: LIMITS,
        })
    }
}

fn go(unusual: bool, look: i64) -> Word {
    Word::Go(Marks {
        unusual,
        look,
        ..Marks::default()
    })
}

#[test]
fn todays_work_is_usual_and_the_rest_asks() {
    assert_eq!(Case::of(ids([1])).word(), go(false, 0));
    assert_eq!(Case::of(ids(1..50)).word(), go(false, 0), "a day's list");
    let mut stranger = Case::of(ids([1, 2]));
    stranger.at_work = ids([2]);
    assert_eq!(
        stranger.word(),
        Word::Ask(vec![Unusual::NotToday], ids([1]))
    );
    stranger.given = vec![given(&[Unusual::NotToday], ids([7]), false)];
    assert_eq!(
        stranger.word(),
        Word::Ask(vec![Unusual::NotToday], ids([1])),
        "for another"
    );
    stranger.given = vec![given(&[Unusual::NotToday], ids([1]), false)];
    assert_eq!(stranger.word(), go(true, 9));
    stranger.open = false;
    let both = Word::Ask(vec![Unusual::OddHours], ids([]));
    assert_eq!(
        stranger.word(),
        both,
        "a reason for one thing is none for the other"
    );
    stranger.given = vec![given(
        &[Unusual::NotToday, Unusual::OddHours],
        ids([1]),
        false,
    )];
    assert_eq!(stranger.word(), go(true, 9));
}

#[test]
fn one_after_another_is_counted() {
    let mut fifth = Case::of(ids([5]));
    fifth.hour = ids(1..=4);
    assert_eq!(fifth.word(), Word::Ask(vec![Unusual::ManyPersons], ids([])));
    fifth.persons = ids([4]);
    fifth.at_work = ids([4]);
    assert_eq!(
        fifth.word(),
        go(false, 0),
        "the same person again is no further one"
    );
    let mut list = Case::of(ids(10..20));
    list.hour = ids(1..=4);
    assert_eq!(
        list.word(),
        go(false, 0),
        "a list of today's work is not counted"
    );
}

#[test]
fn many_at_once_needs_its_right_and_has_a_limit() {
    let mut search = Case::of(ids([1, 2]));
    search.at_work = ids([]);
    search.bulk = true;
    let bulk = |look, glass| {
        Word::Go(Marks {
            bulk: true,
            glass,
            look,
            ..Marks::default()
        })
    };
    assert_eq!(search.word(), bulk(0, false));
    search.may_bulk = false;
    assert_eq!(search.word(), Word::NoBulk);
    search.may_bulk = true;
    search.hour_bulk = ids(3..=6);
    assert_eq!(search.word(), bulk(0, false), "six is the limit");
    search.hour_bulk = ids(3..=7);
    assert_eq!(search.word(), Word::BulkLimit(6));
    let mut unsaid = Case::of(ids(1..=4));
    unsaid.at_work = ids([]);
    unsaid.may_bulk = false;
    assert_eq!(
        unsaid.word(),
        Word::NoBulk,
        "many are many also when nobody says so"
    );
    let mut broken = Case::of(ids([1]));
    broken.at_work = ids([]);
    broken.open = false;
    broken.given = vec![given(&[], ids([]), true)];
    let marks = Marks {
        glass: true,
        look: 9,
        ..Marks::default()
    };
    assert_eq!(broken.word(), Word::Go(marks));
}

/// A house in which what the test says is today's work.
#[derive(Default)]
struct House {
    at_work: Mutex<BTreeSet<SubjectId>>,
    closed: Mutex<bool>,
    only_notes: bool,
}

impl Usual for House {
    fn day(&self, _: &mut dyn Db, gaze: &Gaze) -> Result<Day, StoreError> {
        let at_work = self.at_work.lock().unwrap();
        let persons = gaze.persons.iter().copied();
        Ok(Day {
            at_work: persons.filter(|one| at_work.contains(one)).collect(),
            open: !*self.closed.lock().unwrap(),
        })
    }
    fn asks(&self) -> bool {
        !self.only_notes
    }
}

fn question(error: VaultError) -> LookId {
    match error {
        VaultError::Paused(Pause::NeedsReason(id)) => id,
        other => panic!("{other}"),
    }
}

async fn asked(vault: &Vault, ask: Ask) -> LookId {
    question(permit(vault, ask).await.err().unwrap())
}

fn because() -> FreeText {
    FreeText::parse("Kunden ringte og spurte om en gammel faktura").unwrap()
}

#[test]
fn who_is_not_at_work_is_opened_after_a_reason_only() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let (ola, _) = newcomer(vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        let house = Arc::new(House::default());
        house.at_work.lock().unwrap().insert(ola);
        permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        vault.watch_with(house);
        permit(vault, Ask::open(STAFF, ola)).await.unwrap();
        let id = asked(vault, Ask::open(STAFF, kari)).await;
        assert_eq!(
            asked(vault, Ask::open(STAFF, kari)).await,
            id,
            "one question, not two"
        );
        assert_eq!(
            vault.openings_about(kari, 9).await.unwrap().len(),
            1,
            "nothing was opened"
        );
        // Chores, the person and sealing are not asked.
        permit(vault, Ask::seal(STAFF, kari)).await.unwrap();
        permit(vault, Ask::open(Actor::Subject(kari), kari))
            .await
            .unwrap();
        permit(vault, Ask::open(Actor::Chore("letters"), kari))
            .await
            .unwrap();
        let other = Actor::Staff {
            id: SubjectId::from_raw(5),
            role: Role::Reception,
            controller: ControllerId::from_raw(1),
        };
        let answer = vault.answer_look(id, other, "asked", &because()).await;
        assert!(
            matches!(answer, Err(VaultError::Gone)),
            "not another's question"
        );
        newcomer_staff(vault).await;
        vault
            .answer_look(id, STAFF, "asked", &because())
            .await
            .unwrap();
        let again = vault.answer_look(id, STAFF, "asked", &because()).await;
        assert!(matches!(again, Err(VaultError::Gone)), "once");
        permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        let line = &vault.openings_about(kari, 1).await.unwrap()[0];
        assert_eq!((line.marks.as_str(), line.look), ("unusual", id.get()));
        assert_eq!(line.controller, 1);
        let look = vault.look(id).await.unwrap().unwrap();
        assert_eq!(
            (look.kind.as_str(), look.reason.as_str()),
            ("not_today", "asked")
        );
        let (persons, lines) = vault.look_facts(&look, 10).await.unwrap();
        assert_eq!((persons.len(), lines.len()), (1, 1));
        assert_eq!(vault.looks_unseen().await.unwrap(), 1);
        vault.see_look(id, SubjectId::from_raw(3)).await.unwrap();
        assert_eq!(vault.looks_unseen().await.unwrap(), 0);
        // It is good for an hour.
        t.clock.advance_ms(61 * 60_000);
        assert_ne!(asked(vault, Ask::open(STAFF, kari)).await, id);
        let words = super::number(
            vault.store(),
            "SELECT COUNT(*) FROM look WHERE reason LIKE '%faktura%'",
            vec![],
        )
        .await;
        assert_eq!(words, 0, "the words are sealed");
        assert!(vault.check_chain().await.unwrap().whole());
    });
}

/// The member of staff of the tests is a subject.
async fn newcomer_staff(vault: &Vault) {
    let add =
        "INSERT INTO subject (id, kind, created_at, forgotten_at) VALUES ($1, 'staff', 0, NULL)";
    super::tamper(vault.store(), add, vec![77.into()]).await;
}

#[test]
fn outside_the_hours_everything_asks_and_noting_stops_nobody() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let house = Arc::new(House::default());
        house.at_work.lock().unwrap().insert(kari);
        vault.watch_with(house.clone());
        permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        *house.closed.lock().unwrap() = true;
        let id = asked(vault, Ask::open(STAFF, kari)).await;
        assert_eq!(vault.look(id).await.unwrap().unwrap().kind, "odd_hours");
        vault.watch_with(Arc::new(House {
            only_notes: true,
            ..House::default()
        }));
        permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        assert_eq!(
            vault.openings_about(kari, 1).await.unwrap()[0].marks,
            "unusual"
        );
    });
}

#[test]
fn a_search_has_its_limit_for_an_hour() {
    each(|t| async move {
        let vault = &t.vault;
        vault.watch_with(Arc::new(House::default()));
        let most = vault.limits(Role::Reception).unwrap().bulk;
        let mut asks = Vec::new();
        for n in 0..=most {
            let (one, _) = newcomer(vault, "Kari Nordmann", &format!("k{n}@example.no"))
                .await
                .unwrap();
            asks.push(Ask::open(STAFF, one).of(CONTACT).bulk());
        }
        let last = asks.split_off(most);
        vault.permits::<purpose::Visit>(asks.clone()).await.unwrap();
        let more = vault.permits::<purpose::Visit>(last.clone()).await;
        assert!(matches!(more, Err(VaultError::Paused(Pause::BulkLimit(_)))));
        vault.permits::<purpose::Visit>(asks).await.unwrap();
        t.clock.advance_ms(61 * 60_000);
        vault.permits::<purpose::Visit>(last).await.unwrap();
        let bulk = super::number(
            vault.store(),
            "SELECT COUNT(*) FROM opening WHERE marks = 'bulk'",
            vec![],
        )
        .await;
        assert_eq!(bulk as usize, 2 * most + 1);
    });
}

#[test]
fn the_glass_opens_marks_and_ends_by_itself_and_never_for_the_host() {
    each(|t| async move {
        let vault = &t.vault;
        newcomer_staff(vault).await;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        vault.watch_with(Arc::new(House::default()));
        let of = |role| Actor::Staff {
            id: SubjectId::from_raw(77),
            role,
            controller: ControllerId::from_raw(1),
        };
        let technician = of(Role::Technician);
        let slip: crate::LookSlip = Arc::new(|_| Ok(()));
        for role in [Role::Operator, Role::Admin, Role::Marketing] {
            let broken = vault
                .break_glass(of(role), "danger", &because(), slip.clone())
                .await;
            assert!(matches!(broken, Err(VaultError::Refused(_))), "{role:?}");
        }
        assert!(permit(vault, Ask::open(technician, kari)).await.is_err());
        let failing: crate::LookSlip = Arc::new(|_| Err(StoreError::Refused("no letter")));
        assert!(
            vault
                .break_glass(technician, "danger", &because(), failing)
                .await
                .is_err()
        );
        assert_eq!(
            vault.glass(technician).await.unwrap(),
            None,
            "no glass without its letter"
        );
        let glass = vault
            .break_glass(technician, "danger", &because(), slip.clone())
            .await
            .unwrap();
        assert_eq!(glass.taken, Role::Reception);
        assert_eq!(glass.until, START.plus_minutes(30));
        assert_eq!(vault.glass(technician).await.unwrap(), Some(glass));
        permit(vault, Ask::open(technician, kari)).await.unwrap();
        let line = &vault.openings_about(kari, 1).await.unwrap()[0];
        assert_eq!(
            (line.marks.as_str(), line.look),
            ("break_glass", glass.id.get())
        );
        assert_eq!(line.title, "technician");
        let rights = Ask::open(technician, kari).of(&[Category::Contact]);
        assert!(
            vault.permit::<purpose::Rights>(rights).await.is_err(),
            "only what the other role does"
        );
        t.clock.advance_ms(30 * 60_000);
        assert!(permit(vault, Ask::open(technician, kari)).await.is_err());
        vault
            .break_glass(technician, "danger", &because(), slip)
            .await
            .unwrap();
        vault.mend_glass(SubjectId::from_raw(77)).await.unwrap();
        assert!(permit(vault, Ask::open(technician, kari)).await.is_err());
    });
}

#[test]
fn the_table_has_every_limit_for_every_role() {
    let day = START.local_date();
    for role in Role::ALL {
        Limits::of(&rules(), *role, day).unwrap();
    }
    assert!(!declaration().may_bulk(Role::Operator));
    assert_eq!(declaration().break_glass(Role::Operator), None);
}
