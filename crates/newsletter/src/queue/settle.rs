//! How an attempt ended, written down: only by the one who still holds the recipient.

use store::{Db, Sql, Value, bytes};
use values::{Moment, SubjectId};
use vault::VaultError;

use super::{
    Claimed, List, sql,
    streak::Told,
    turn::{Ended, Postal},
};
use crate::{
    campaign::Campaign,
    compose::{self, Letterhead},
};

/// The word beside a recipient whose letter was across and not answered. Once more, and no oftener.
pub(super) const DOUBTED: &str = "unsure";

/// Back to the queue, or as it stands from now on.
enum Settled {
    Back(Moment),
    Mark {
        state: &'static str,
        reason: Option<&'static str>,
        code: Option<u16>,
        next: Moment,
        sent: Option<Moment>,
        /// Whether it went with the text of today.
        texted: bool,
    },
}

impl Postal {
    pub(super) async fn mark(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        item: &Claimed,
        ended: Ended,
    ) -> Result<(), VaultError> {
        let now = self.vault.world().now();
        let told = Told::of(&ended);
        let basis = ended.basis(item.list);
        let key: Vec<Value> = vec![
            campaign.id.into(),
            item.subject.get().into(),
            item.attempts.into(),
        ];
        let settled = self.settle(item, ended, now);
        let (statement, rest) = self.row(campaign, head, (item.subject, basis), settled);
        let values: Vec<Value> = key.into_iter().chain(rest).collect();
        let (id, who, refused) = (campaign.id, item.subject.get(), told.is_refused());
        let write = move |db: &mut dyn Db| {
            db.exec(&statement, &values)?;
            if refused {
                let late = [id.into(), who.into(), now.millis().into()];
                db.exec(&sql::AGAIN_LATE, &late)?;
            }
            Ok(())
        };
        self.vault.store().write(write).await?;
        if let Some(stop) = self.streaks.note(campaign.id, told, now) {
            self.stop(campaign.id, stop).await?;
        }
        Ok(())
    }

    /// The statement that writes it down, with what follows on the recipient's key.
    fn row(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        (subject, basis): (SubjectId, List),
        settled: Settled,
    ) -> (Sql, Vec<Value>) {
        match settled {
            Settled::Back(at) => (sql::BACK, vec![at.millis().into()]),
            Settled::Mark {
                state,
                reason,
                code,
                next,
                sent,
                texted,
            } => {
                let sent = sent.map(Moment::millis);
                let revision = texted.then_some(head.revision);
                let code = code.map(i64::from);
                let message = match state {
                    "skipped" => Value::Null,
                    _ => bytes(compose::message_tag(&self.vault, campaign.id, subject)),
                };
                let rest = vec![
                    state.into(),
                    reason.into(),
                    code.into(),
                    next.millis().into(),
                    sent.into(),
                    revision.into(),
                    message,
                    basis.as_str().into(),
                ];
                (sql::MARK, rest)
            }
        }
    }

    fn settle(&self, item: &Claimed, ended: Ended, now: Moment) -> Settled {
        let mark = |state, reason, code, next| Settled::Mark {
            state,
            reason,
            code,
            next,
            sent: (state == "sent").then_some(now),
            texted: ["sent", "unsure"].contains(&state),
        };
        match ended {
            Ended::Sent(_) => mark("sent", None, None, now),
            Ended::Skipped(reason) => mark("skipped", Some(reason), None, now),
            Ended::Failed(code) => mark("failed", None, code, now),
            Ended::Later(code) if item.attempts >= self.pace.attempts => {
                mark("failed", Some("gave_up"), code, now)
            }
            Ended::Unsure if item.doubted => mark("unsure", None, None, now),
            Ended::Unsure => mark(
                "pending",
                Some(DOUBTED),
                None,
                now.plus_ms(self.pause(item.attempts)),
            ),
            Ended::Later(code) => mark(
                "pending",
                item.doubted.then_some(DOUBTED),
                code,
                now.plus_ms(self.pause(item.attempts)),
            ),
            Ended::Back(at) => Settled::Back(at),
            Ended::Away => Settled::Back(now.plus_ms(30_000)),
            // Which text it was is not known here.
            Ended::Before(certain, at) => Settled::Mark {
                state: if certain { "sent" } else { "unsure" },
                reason: None,
                code: None,
                next: now,
                sent: certain.then_some(at),
                texted: false,
            },
        }
    }

    /// Twice as long each time, from a minute to four hours, give or take a quarter: not everybody
    /// comes again at once.
    fn pause(&self, attempts: i64) -> i64 {
        let doublings = u32::try_from((attempts - 1).clamp(0, 12)).unwrap_or(12);
        let pause = (60_000_i64 << doublings).min(4 * 3_600_000);
        let mut die = [0_u8; 2];
        self.vault.world().chance.fill(&mut die);
        pause * (768 + i64::from(u16::from_le_bytes(die)) % 512) / 1024
    }
}
