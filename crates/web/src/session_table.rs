//! Sessions in the store. Operational data: keyed hashes, ids and instants only.

use store::{Migration, Row, Store, StoreError, bytes};
use values::{AccountId, ControllerId, Moment, SubjectId};

use crate::{Colleague, Error, Later, Me, Role, Session, Sessions, Visitor};

/// The table of sessions.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "web-1",
    sql: "CREATE TABLE session (
            tag {bytes} PRIMARY KEY,
            kind {text} NOT NULL,
            who {i64} NOT NULL,
            account {i64},
            role {text},
            controller {i64},
            created {i64} NOT NULL,
            seen {i64} NOT NULL,
            ends {i64} NOT NULL
          ) {norowid};
          CREATE INDEX session__who ON session (who);
          CREATE INDEX session__ends ON session (ends);",
}];

/// The statements.
pub mod sql {
    store::queries! {
        /// Log-in.
        BEGIN = "INSERT INTO session (tag, kind, who, account, role, controller, created, seen, ends)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
        /// Who a cookie belongs to.
        FIND = "SELECT kind, who, account, role, controller, created, seen, ends
                FROM session WHERE tag = $1";
        /// A session in use stays alive.
        TOUCH = "UPDATE session SET seen = $2 WHERE tag = $1";
        /// Log-out.
        END = "DELETE FROM session WHERE tag = $1";
        /// Log-out everywhere; a person forgotten.
        END_ALL = "DELETE FROM session WHERE who = $1";
        /// What nobody can use any more.
        SWEEP = "DELETE FROM session WHERE ends < $1";
    }
}

/// Sessions that outlive a restart.
pub struct StoredSessions(Store);

impl StoredSessions {
    /// In this store, whose migrations include [`MIGRATIONS`].
    #[must_use]
    pub const fn new(store: Store) -> Self {
        Self(store)
    }
}

impl Sessions for StoredSessions {
    fn begin(&self, session: Session) -> Later<'_, ()> {
        Box::pin(async move {
            let Some((kind, account, role, controller)) = parts(&session.visitor) else {
                return Err(Error::Internal("a session for nobody"));
            };
            let who = session.visitor.subject().map_or(0, SubjectId::get);
            let work = move |db: &mut dyn store::Db| {
                let row = [
                    bytes(session.tag),
                    kind.into(),
                    who.into(),
                    account.into(),
                    role.into(),
                    controller.into(),
                    session.created.millis().into(),
                    session.seen.millis().into(),
                    session.ends.millis().into(),
                ];
                db.exec(&sql::BEGIN, &row).map(drop)
            };
            Ok(self.0.write(work).await?)
        })
    }

    fn find(&self, tag: [u8; 32]) -> Later<'_, Option<Session>> {
        Box::pin(async move {
            let row = self
                .0
                .read(move |db| db.opt(&sql::FIND, &[bytes(tag)]))
                .await?;
            Ok(row.map(|row| session(tag, &row)).transpose()?.flatten())
        })
    }

    fn touch(&self, tag: [u8; 32], at: Moment) -> Later<'_, ()> {
        Box::pin(async move {
            let work = move |db: &mut dyn store::Db| {
                db.exec(&sql::TOUCH, &[bytes(tag), at.millis().into()])
                    .map(drop)
            };
            Ok(self.0.write(work).await?)
        })
    }

    fn end(&self, tag: [u8; 32]) -> Later<'_, ()> {
        Box::pin(async move {
            Ok(self
                .0
                .write(move |db| db.exec(&sql::END, &[bytes(tag)]).map(drop))
                .await?)
        })
    }

    fn end_all(&self, who: SubjectId) -> Later<'_, ()> {
        Box::pin(async move {
            Ok(self
                .0
                .write(move |db| db.exec(&sql::END_ALL, &[who.get().into()]).map(drop))
                .await?)
        })
    }

    fn sweep(&self, before: Moment) -> Later<'_, u64> {
        Box::pin(async move {
            Ok(self
                .0
                .write(move |db| db.exec(&sql::SWEEP, &[before.millis().into()]))
                .await?)
        })
    }
}

type Parts = (&'static str, Option<i64>, Option<&'static str>, Option<i64>);

fn parts(visitor: &Visitor) -> Option<Parts> {
    match visitor {
        Visitor::Nobody => None,
        Visitor::Subject(me) => Some(("subject", Some(me.account.get()), None, None)),
        Visitor::Staff(who) => Some((
            "staff",
            None,
            Some(who.role.as_str()),
            Some(who.controller.get()),
        )),
    }
}

/// A row that this program cannot read (a role that is no more) is no session.
fn session(tag: [u8; 32], row: &Row) -> Result<Option<Session>, StoreError> {
    let who = SubjectId::from_raw(row.i64("who")?);
    let (kind, account) = (row.text("kind")?, row.opt_i64("account")?);
    let role = row.opt_text("role")?.and_then(Role::from_name);
    let controller = row.opt_i64("controller")?.map(ControllerId::from_raw);
    let visitor = match (kind, account, role, controller) {
        ("subject", Some(account), _, _) => Visitor::Subject(Me {
            subject: who,
            account: AccountId::from_raw(account),
        }),
        ("staff", _, Some(role), Some(controller)) => Visitor::Staff(Colleague {
            staff: who,
            role,
            controller,
        }),
        _ => return Ok(None),
    };
    let at = |column| row.i64(column).map(Moment::from_millis);
    let (created, seen, ends) = (at("created")?, at("seen")?, at("ends")?);
    Ok(Some(Session {
        tag,
        visitor,
        created,
        seen,
        ends,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn sessions_come_back_as_they_went_in() {
        store::testing::each_engine(&[MIGRATIONS], |store| async move {
            store.prepare_all(&[sql::ALL]).await.unwrap();
            let sessions = StoredSessions::new(store);
            let (now, later) = (Moment::from_millis(1_000), Moment::from_millis(9_000));
            let subject = SubjectId::from_raw(7);
            let me = Visitor::Subject(Me {
                subject,
                account: AccountId::from_raw(8),
            });
            let controller = ControllerId::from_raw(2);
            let staff = SubjectId::from_raw(9);
            let colleague = Visitor::Staff(Colleague {
                staff,
                role: Role::Claims,
                controller,
            });
            for (tag, visitor) in [([1; 32], me), ([2; 32], me), ([3; 32], colleague)] {
                let session = Session {
                    tag,
                    visitor,
                    created: now,
                    seen: now,
                    ends: later,
                };
                sessions.begin(session).await.unwrap();
                assert_eq!(sessions.find(tag).await.unwrap().unwrap().visitor, visitor);
            }
            sessions
                .touch([1; 32], Moment::from_millis(5_000))
                .await
                .unwrap();
            assert_eq!(
                sessions.find([1; 32]).await.unwrap().unwrap().seen.millis(),
                5_000
            );
            sessions.end_all(subject).await.unwrap();
            assert!(sessions.find([2; 32]).await.unwrap().is_none());
            assert_eq!(sessions.sweep(Moment::from_millis(9_001)).await.unwrap(), 1);
        })
        .await;
    }
}
