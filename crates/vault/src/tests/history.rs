//! Random lives of strands, compared with a model that knows only dates.

use std::collections::BTreeMap;

use declaration::vocabulary::{Category, Purpose};
use proptest::prelude::*;
use values::{HoldId, Moment, StrandId, SubjectId};

use super::{STAFF, START, block_on, newcomer_kept, permit, strand_of};
use crate::{Ask, Keep, MIGRATIONS, StrandState, Vault, VaultError, testing::vault_on};

#[derive(Clone, Debug)]
enum Step {
    /// Staff opens a reason, or it is there and stays open.
    Open(i64),
    /// What it was open for has ended.
    End(i64),
    /// A hold is set.
    Hold,
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
        1 => Just(Step::Hold),
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
    holds: Vec<HoldId>,
    restricted: bool,
    gone: bool,
}

impl Model {
    fn lapsed(&self, now: Moment) -> bool {
        self.reasons.values().all(|until| *until <= now)
    }
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
            Step::Hold => {
                let day = jiff::civil::date(2030, 1, 1);
                match self
                    .vault
                    .hold(self.strand, "claim", self.subject, day)
                    .await
                {
                    Ok(hold) => self.model.holds.push(hold),
                    Err(_) => assert!(self.model.gone),
                }
            }
            Step::Release if !self.model.holds.is_empty() => {
                let hold = self.model.holds.remove(0);
                self.vault.release(hold).await.unwrap();
            }
            Step::Release => {}
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
        let goes = !self.model.gone && self.model.lapsed(now) && self.model.holds.is_empty();
        assert_eq!(due.len(), usize::from(goes), "dry run");
        let report = self.vault.sweep().await.unwrap();
        assert_eq!(report.destroyed, u64::from(goes), "sweep");
        let pinned = !self.model.gone && self.model.lapsed(now) && !self.model.holds.is_empty();
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
