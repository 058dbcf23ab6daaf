//! Random lives of strands, compared with a model that knows only dates.

use std::{collections::BTreeMap, sync::Arc};

use declaration::{
    RuleTable,
    rules::SHIPPED_RULES,
    vocabulary::{Category, Purpose},
};
use jiff::civil::Date;
use proptest::prelude::*;
use values::{HoldId, Moment, StrandId, SubjectId};

use super::{STAFF, START, block_on, newcomer_kept, permit, strand_of};
use crate::{
    Ask, Keep, MIGRATIONS, StrandState, Vault, VaultError,
    testing::{declaration, vault_on},
};

#[derive(Clone, Debug)]
enum Step {
    /// Staff opens a reason, or it is there and stays open.
    Open(i64),
    /// What it was open for has ended.
    End(i64),
    /// A hold is set, to be reviewed after so many days.
    Hold(i64),
    /// The oldest hold is renewed.
    Renew(i64),
    /// The person ends what they can end.
    Withdraw,
    /// The rule changes, from then on.
    Rule,
    /// The oldest hold is released.
    Release,
    /// Restricted, or not.
    Restrict(bool),
    /// Time passes.
    Days(i64),
    /// The daily chore.
    Sweep,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        2 => (0_i64..3).prop_map(Step::Open),
        3 => (0_i64..3).prop_map(Step::End),
        2 => (0_i64..400).prop_map(Step::Hold),
        1 => (0_i64..400).prop_map(Step::Renew),
        1 => Just(Step::Withdraw),
        1 => Just(Step::Rule),
        2 => Just(Step::Release),
        1 => any::<bool>().prop_map(Step::Restrict),
        3 => (-100_i64..300).prop_map(Step::Days),
        3 => Just(Step::Sweep),
    ]
}

/// What ought to be.
#[derive(Default)]
struct Model {
    reasons: BTreeMap<i64, Moment>,
    holds: Vec<(HoldId, Date)>,
    restricted: bool,
    gone: bool,
}

impl Model {
    fn lapsed(&self, now: Moment) -> bool {
        self.reasons.values().all(|until| *until <= now)
    }

    /// Holds whose day of review is not over.
    fn held(&self, now: Moment) -> bool {
        let today = now.local_date();
        self.holds.iter().any(|(_, review)| *review >= today)
    }
}

/// The table with another length of the relationship from a day on.
fn changed(from: Moment) -> RuleTable {
    let row = SHIPPED_RULES.split("[[rule]]");
    let mut row = row.filter(|row| row.contains("id = \"relationship-end\""));
    let newer = row
        .next()
        .unwrap()
        .replace("version = 1", "version = 2")
        .replace("2018-07-20", &from.local_date().to_string())
        .replace("months = 12", "months = 3");
    RuleTable::parse(&format!("{SHIPPED_RULES}\n[[rule]]{newer}")).unwrap()
}

struct Life<'v> {
    vault: &'v Vault,
    clock: &'v values::SetClock,
    subject: SubjectId,
    strand: StrandId,
    model: Model,
}

impl Life<'_> {
    async fn keep(&mut self, keep: &Keep, source: i64, until: Moment) {
        let ask = Ask::seal(STAFF, self.subject);
        let permit = match permit(self.vault, ask).await {
            Ok(permit) => permit,
            Err(VaultError::Gone) => return assert!(self.model.gone),
            Err(error) => {
                let state = self.vault.strand(self.strand).await.unwrap().unwrap().state;
                return assert_ne!(state, StrandState::Live, "{error}");
            }
        };
        assert!(!self.model.gone);
        let mut work = self.vault.work();
        work.also_keep(&permit, Category::Contact, Purpose::Visit, keep)
            .unwrap();
        super::lay(self.vault, work).await.unwrap();
        self.model.reasons.insert(source, until);
    }

    async fn take(&mut self, step: &Step) {
        let now = self.vault.now();
        match *step {
            Step::Open(n) => {
                let keep = Keep::while_open("booking", n);
                self.keep(&keep, n, Moment::FOREVER).await;
            }
            Step::End(n) => {
                let until = self
                    .vault
                    .until(Purpose::Visit, Category::Contact, None, now);
                let keep = Keep::from("booking", n, now);
                self.keep(&keep, n, until.unwrap().1).await;
            }
            Step::Hold(days) => {
                let day = now.plus_days(days).local_date();
                let set = self.vault.hold(self.strand, "claim", self.subject, day);
                match set.await {
                    Ok(hold) => self.model.holds.push((hold, day)),
                    Err(_) => assert!(self.model.gone),
                }
            }
            Step::Renew(days) if !self.model.holds.is_empty() && !self.model.gone => {
                let day = now.plus_days(days).local_date();
                let (hold, _) = self.model.holds.remove(0);
                let renewed = self.vault.renew_hold(hold, self.subject, day).await;
                self.model.holds.push((renewed.unwrap(), day));
            }
            Step::Release if !self.model.holds.is_empty() => {
                let (hold, _) = self.model.holds.remove(0);
                self.vault.release(hold, self.subject).await.unwrap();
            }
            Step::Release | Step::Renew(_) => {}
            Step::Withdraw => {
                let ended = vec![(self.strand, vec![Purpose::Visit])];
                let ended = self.vault.end_reasons_of_all(ended).await.unwrap();
                assert_eq!(ended.len(), 1, "nothing else keeps it");
                self.model.reasons.clear();
            }
            Step::Rule => {
                let rules = changed(now);
                self.vault.promise(declaration(), Arc::new(rules));
            }
            Step::Restrict(restricted) => {
                match self.vault.restrict(self.strand, restricted).await {
                    Ok(()) => self.model.restricted = restricted,
                    Err(_) => assert!(self.model.gone),
                }
            }
            Step::Days(days) => self.clock.set(now.plus_days(days)),
            Step::Sweep => self.sweep(now).await,
        }
    }

    async fn sweep(&mut self, now: Moment) {
        let due = self.vault.due(now, 10).await.unwrap();
        let held = self.model.held(now);
        let goes = !self.model.gone && self.model.lapsed(now) && !held;
        assert_eq!(due.len(), usize::from(goes), "dry run");
        let report = self.vault.sweep().await.unwrap();
        assert_eq!(report.destroyed, u64::from(goes), "sweep");
        let pinned = !self.model.gone && self.model.lapsed(now) && held;
        let today = now.local_date();
        self.model.holds.retain(|(_, review)| *review >= today);
        assert_eq!(report.held, u64::from(pinned));
        self.model.gone |= goes;
    }

    async fn agrees(&self) {
        let strand = self.vault.strand(self.strand).await.unwrap();
        assert_eq!(strand.is_none(), self.model.gone);
        let Some(strand) = strand else { return };
        let latest = self.model.reasons.values().copied().max();
        assert_eq!(strand.keep_until, latest.unwrap_or_default());
        let restricted = strand.state == StrandState::Restricted;
        assert_eq!(restricted, self.model.restricted);
        if strand.state == StrandState::Held {
            assert!(!self.model.restricted);
        }
    }
}

fn live(steps: &[Step]) {
    block_on(async {
        store::testing::each_engine(&[MIGRATIONS], |store| async move {
            let t = vault_on(store, START).await.unwrap();
            let keep = Keep::while_open("booking", 0);
            let (subject, _) = newcomer_kept(&t.vault, "Kari", "kari@example.no", &keep)
                .await
                .unwrap();
            let mut life = Life {
                vault: &t.vault,
                clock: &t.clock,
                subject,
                strand: strand_of(&t.vault, subject).await,
                model: Model::default(),
            };
            life.model.reasons.insert(0, Moment::FOREVER);
            for step in steps {
                life.take(step).await;
                life.agrees().await;
            }
        })
        .await;
    });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_strand_lives_as_long_as_its_last_reason(steps in prop::collection::vec(step(), 1..40)) {
        live(&steps);
    }
}
