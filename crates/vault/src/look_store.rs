//! What the judge of unusual openings reads and leaves behind: reasons asked for and given, the broken
//! glass, and who read how many of late.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::{Arc, Mutex, PoisonError, RwLock},
};

use declaration::vocabulary::{Category, Role, purpose};
use store::{Db, Row, StoreError, plain};
use values::{ControllerId, FreeText, LookId, Moment, RecordId, SubjectId};

use crate::{
    Actor, Ask, BREAK_GLASS, Gaze, Given, Keep, Limits, Marks, OpeningLine, Pause, Permit,
    Personal, Provenance, Scene, Unusual, Usual, Vault, VaultError, Word, judge_look,
    look::may_bulk, sql,
};

const HOUR_MS: i64 = 3_600_000;
/// A question that was left unanswered is the same question for so long.
const SAME_QUESTION_MS: i64 = 15 * 60_000;

crate::record! {
    /// Why a member of staff opened what was out of the ordinary, in their words.
    pub struct LookReason in RightsCase as "look_reason" {
        /// The words.
        reason: FreeText,
    }
}

/// Who read whom in the last hour, in this process; read from the log at the first question.
#[derive(Default)]
pub(crate) struct Watch {
    usual: RwLock<Option<Arc<dyn Usual>>>,
    pace: Mutex<HashMap<SubjectId, Vec<Step>>>,
}

/// When, whom, and whether in bulk.
type Step = (Moment, SubjectId, bool);

/// A question of the judge, and its answer.
#[derive(Clone, Debug)]
pub struct Look {
    /// Its number.
    pub id: LookId,
    /// Who was asked.
    pub staff: SubjectId,
    /// In which role.
    pub role: String,
    /// Employed by.
    pub controller: ControllerId,
    /// What was unusual, separated by commas; or `break_glass`.
    pub kind: String,
    /// When it was asked.
    pub asked_at: Moment,
    /// When it was answered; `None` if the reader turned away.
    pub given_at: Option<Moment>,
    /// Until when the answer is good.
    pub until: Moment,
    /// The chosen reason, a word of the program.
    pub reason: String,
    /// The reader's own words, sealed.
    pub record: Option<RecordId>,
    /// When an officer looked at it.
    pub seen_at: Option<Moment>,
    /// Who.
    pub seen_by: Option<SubjectId>,
}

/// The glass is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glass {
    /// Its number.
    pub id: LookId,
    /// Until when.
    pub until: Moment,
    /// As which role the reader may act until then.
    pub taken: Role,
}

/// What is written in the same transaction as a broken glass: the letters that announce it.
pub type LookSlip = Arc<dyn Fn(&mut dyn Db) -> Result<(), StoreError> + Send + Sync>;

impl Look {
    fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: LookId::from_raw(row.i64("id")?),
            staff: SubjectId::from_raw(row.i64("staff_id")?),
            role: row.text("role")?.to_owned(),
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            kind: row.text("kind")?.to_owned(),
            asked_at: Moment::from_millis(row.i64("asked_at")?),
            given_at: row.opt_i64("given_at")?.map(Moment::from_millis),
            until: Moment::from_millis(row.i64("until")?),
            reason: row.text("reason")?.to_owned(),
            record: row.opt_i64("record_id")?.map(RecordId::from_raw),
            seen_at: row.opt_i64("seen_at")?.map(Moment::from_millis),
            seen_by: row.opt_i64("seen_by")?.map(SubjectId::from_raw),
        })
    }

    /// Whether it is the broken glass.
    #[must_use]
    pub fn is_glass(&self) -> bool {
        self.kind == BREAK_GLASS
    }
}

/// What stands for a reader now.
fn given(db: &mut dyn Db, reader: SubjectId, now: Moment) -> Result<Vec<Given>, StoreError> {
    let mut by_id: BTreeMap<i64, Given> = BTreeMap::new();
    for row in db.all(
        &sql::LOOKS_LIVE,
        &[reader.get().into(), now.millis().into()],
    )? {
        let (id, kind) = (row.i64("id")?, row.text("kind")?);
        let entry = by_id.entry(id).or_insert_with(|| Given {
            id: LookId::from_raw(id),
            kinds: kind.split(',').filter_map(Unusual::from_name).collect(),
            persons: BTreeSet::new(),
            glass: kind == BREAK_GLASS,
        });
        let person = row.opt_i64("subject_id")?.map(SubjectId::from_raw);
        entry.persons.extend(person);
    }
    Ok(by_id.into_values().collect())
}

fn recent(db: &mut dyn Db, reader: SubjectId, after: Moment) -> Result<Vec<Step>, StoreError> {
    let values = [reader.get().into(), after.millis().into()];
    let rows = db.all(&sql::OPENINGS_RECENT, &values)?;
    let step = |row: &Row| {
        let bulk = row.text("marks")?.split(',').any(|mark| mark == "bulk");
        let whom = SubjectId::from_raw(row.i64("subject_id")?);
        Ok((Moment::from_millis(row.i64("at")?), whom, bulk))
    };
    rows.iter().map(step).collect()
}

impl Vault {
    /// From now on openings out of the ordinary are noticed; without this everything is usual.
    pub fn watch_with(&self, usual: Arc<dyn Usual>) {
        let slot = &self.inner.watch.usual;
        *slot.write().unwrap_or_else(PoisonError::into_inner) = Some(usual);
    }

    fn usual(&self) -> Option<Arc<dyn Usual>> {
        let slot = &self.inner.watch.usual;
        slot.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The numbers in force today for a role.
    ///
    /// # Errors
    /// When the rule table lacks one.
    pub fn limits(&self, role: Role) -> Result<Limits, VaultError> {
        Limits::of(&self.rules(), role, self.now().local_date())
    }

    /// Lets a reader go on, with what is to stand in the log, or stops them before anything is opened.
    pub(crate) async fn watched(
        &self,
        mut asks: Vec<Ask>,
        now: Moment,
    ) -> Result<Vec<Ask>, VaultError> {
        for ask in &mut asks {
            ask.marks.bulk = ask.bulk;
        }
        let Some((reader, role, controller)) = asks.iter().find_map(|ask| staff(&ask.actor)) else {
            return Ok(asks);
        };
        let whom = |ask: &Ask| ask.person && ask.actor.id() == reader.get();
        let persons: BTreeSet<SubjectId> =
            asks.iter().filter(|a| whom(a)).map(|a| a.subject).collect();
        let Some(usual) = self.usual().filter(|_| !persons.is_empty()) else {
            return Ok(asks);
        };
        let limits = self.limits(role)?;
        let gaze = Gaze {
            reader,
            controller,
            persons: persons.iter().copied().collect(),
            at: now,
            days: limits.days,
            margin: limits.margin,
        };
        let house = Arc::clone(&usual);
        let first = !self.has_pace(reader);
        let read = self.inner.store.read(move |db| {
            let steps = match first {
                true => recent(db, reader, now.plus_ms(-HOUR_MS))?,
                false => Vec::new(),
            };
            Ok((house.day(db, &gaze)?, given(db, reader, now)?, steps))
        });
        let (day, given, steps) = read.await?;
        let (hour, hour_bulk) = self.pace(reader, now, steps);
        let scene = Scene {
            persons: &persons,
            bulk: asks.iter().any(|ask| whom(ask) && ask.bulk),
            rights_case: asks.iter().filter(|a| whom(a)).all(Ask::is_rights_case),
            day: &day,
            hour: &hour,
            hour_bulk: &hour_bulk,
            given: &given,
            may_bulk: may_bulk(&self.declaration(), role, &given),
            limits,
        };
        let marks = match judge_look(&scene) {
            Word::Go(marks) => marks,
            Word::NoBulk => return Err(Pause::NoBulk.into()),
            Word::BulkLimit(limit) => return Err(Pause::BulkLimit(limit).into()),
            Word::Ask(kinds, whom) if usual.asks() => {
                let id = self
                    .question(reader, role, controller, &kinds, whom)
                    .await?;
                return Err(Pause::NeedsReason(id).into());
            }
            Word::Ask(..) => Marks {
                unusual: true,
                bulk: scene.bulk,
                ..Marks::default()
            },
        };
        self.step(reader, now, &persons, marks.bulk);
        for ask in &mut asks {
            if ask.actor.id() == reader.get() && (ask.person || marks.glass) {
                ask.marks = marks;
            }
        }
        Ok(asks)
    }

    fn has_pace(&self, reader: SubjectId) -> bool {
        let pace = self.inner.watch.pace.lock();
        pace.unwrap_or_else(PoisonError::into_inner)
            .contains_key(&reader)
    }

    /// Whom a reader opened in the last hour, one by one and in bulk.
    fn pace(
        &self,
        reader: SubjectId,
        now: Moment,
        before: Vec<Step>,
    ) -> (BTreeSet<SubjectId>, BTreeSet<SubjectId>) {
        let pace = self.inner.watch.pace.lock();
        let mut pace = pace.unwrap_or_else(PoisonError::into_inner);
        let steps = pace.entry(reader).or_default();
        steps.extend(before);
        let from = now.plus_ms(-HOUR_MS);
        steps.retain(|(at, ..)| *at > from && *at <= now);
        let of = |bulk: bool| steps.iter().filter(move |s| s.2 == bulk).map(|s| s.1);
        (of(false).collect(), of(true).collect())
    }

    fn step(&self, reader: SubjectId, now: Moment, persons: &BTreeSet<SubjectId>, bulk: bool) {
        let pace = self.inner.watch.pace.lock();
        let mut pace = pace.unwrap_or_else(PoisonError::into_inner);
        let steps = pace.entry(reader).or_default();
        for person in persons {
            match steps.iter_mut().find(|s| s.1 == *person && s.2 == bulk) {
                Some(step) => step.0 = now,
                None => steps.push((now, *person, bulk)),
            }
        }
    }

    /// The question a reader has to answer first; the same one while it waits.
    async fn question(
        &self,
        reader: SubjectId,
        role: Role,
        controller: ControllerId,
        kinds: &[Unusual],
        whom: BTreeSet<SubjectId>,
    ) -> Result<LookId, VaultError> {
        let words: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
        let (kind, now) = (words.join(","), self.now());
        let new: LookId = self.inner.world.id();
        let write = self.inner.store.write(move |db| {
            let since = now.plus_ms(-SAME_QUESTION_MS).millis();
            let values = [reader.get().into(), plain(kind.as_str()), since.into()];
            for row in db.all(&sql::LOOKS_WAITING, &values)? {
                let id = row.i64("id")?;
                let known = persons_of(db, LookId::from_raw(id))?;
                if known == whom {
                    return Ok(LookId::from_raw(id));
                }
            }
            add(db, new, (reader, role, controller), &kind, now)?;
            for person in &whom {
                let values = [new.get().into(), person.get().into()];
                db.exec(&sql::LOOK_PERSON_ADD, &values)?;
            }
            Ok(new)
        });
        Ok(write.await?)
    }

    /// Answers a question. The reader's words are sealed as a record about the reader; the chosen
    /// reason, a word of the program, stands beside them. Nothing happens twice.
    ///
    /// # Errors
    /// [`VaultError::Gone`] when it is not this reader's question, or is answered already.
    pub async fn answer_look(
        &self,
        id: LookId,
        actor: Actor,
        reason: &'static str,
        why: &FreeText,
    ) -> Result<(), VaultError> {
        let Some((reader, role, _)) = staff(&actor) else {
            return Err(VaultError::Gone);
        };
        let look = self.look(id).await?.filter(|look| look.staff == reader);
        if look.is_none_or(|look| look.given_at.is_some() || look.is_glass()) {
            return Err(VaultError::Gone);
        }
        let minutes = self.limits(role)?.reason;
        self.give(id, reader, minutes, reason, why, Arc::new(|_| Ok(())))
            .await
    }

    /// Breaks the glass: for so many minutes the actor may do what another role does, every opening is
    /// marked, and `slip` (the letters that announce it) is written in the same transaction.
    ///
    /// # Errors
    /// [`crate::Refusal::NotThisActor`] when the declaration does not let the role; the operator never.
    pub async fn break_glass(
        &self,
        actor: Actor,
        reason: &'static str,
        why: &FreeText,
        slip: LookSlip,
    ) -> Result<Glass, VaultError> {
        let Some((reader, role, controller)) = staff(&actor) else {
            return Err(crate::Refusal::NotThisActor.into());
        };
        let taken = self.declaration().break_glass(role);
        let taken = taken.ok_or(crate::Refusal::NotThisActor)?;
        let (id, now): (LookId, Moment) = (self.inner.world.id(), self.now());
        let minutes = self.limits(role)?.glass;
        let with = Arc::new(move |db: &mut dyn Db| {
            add(db, id, (reader, role, controller), BREAK_GLASS, now)?;
            slip(db)
        });
        self.give(id, reader, minutes, reason, why, with).await?;
        Ok(Glass {
            id,
            until: now.plus_minutes(minutes),
            taken,
        })
    }

    async fn give(
        &self,
        id: LookId,
        reader: SubjectId,
        minutes: i64,
        reason: &'static str,
        why: &FreeText,
        first: LookSlip,
    ) -> Result<(), VaultError> {
        crate::again(|| {
            let (first, why) = (Arc::clone(&first), why.clone());
            async move {
                let ask = Ask::seal(Actor::Chore("openings"), reader).of(&[Category::RightsCase]);
                let permit: Permit<purpose::Rights> = self.permit(ask).await?;
                let mut work = self.work();
                let now = work.at();
                let provenance = Provenance {
                    source_kind: "data_subject",
                    source_ref: id.get(),
                    notice_version: self.declaration().version().to_string(),
                };
                let keep = Keep::from("look", id.get(), now);
                let words = Personal::new(LookReason { reason: why });
                let record = work.seal(&permit, &words, &provenance, &keep)?;
                let laid = work.finish();
                let until = now.plus_minutes(minutes);
                let write = self.inner.store.write(move |db| {
                    first(db)?;
                    laid.lay(db)?;
                    let values = [
                        id.get().into(),
                        now.millis().into(),
                        until.millis().into(),
                        reason.into(),
                        record.get().into(),
                    ];
                    db.exec(&sql::LOOK_GIVE, &values)
                });
                match write.await? {
                    1 => Ok(()),
                    _ => Err(VaultError::Gone),
                }
            }
        })
        .await
    }

    /// Whether the glass is broken for a member of staff now.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn glass(&self, actor: Actor) -> Result<Option<Glass>, VaultError> {
        let Some((reader, role, _)) = staff(&actor) else {
            return Ok(None);
        };
        let Some(taken) = self.declaration().break_glass(role) else {
            return Ok(None);
        };
        let values = [reader.get().into(), self.now().millis().into()];
        let read = move |db: &mut dyn Db| db.opt(&sql::GLASS, &values);
        let row = self.inner.store.read(read).await?;
        let glass = row.map(|row| {
            Ok::<_, StoreError>(Glass {
                id: LookId::from_raw(row.i64("id")?),
                until: Moment::from_millis(row.i64("until")?),
                taken,
            })
        });
        Ok(glass.transpose()?)
    }

    /// Ends a broken glass before its time.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn mend_glass(&self, staff: SubjectId) -> Result<(), VaultError> {
        let values = [staff.get().into(), self.now().millis().into()];
        let end = move |db: &mut dyn Db| db.exec(&sql::GLASS_END, &values);
        self.inner.store.write(end).await?;
        Ok(())
    }

    /// One question.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look(&self, id: LookId) -> Result<Option<Look>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let row = db.opt(&sql::LOOK, &[id.get().into()])?;
            row.map(|row| Look::read(&row)).transpose()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// Questions and their answers, newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn looks(&self, at_most: i64) -> Result<Vec<Look>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let rows = db.all(&sql::LOOKS, &[at_most.into()])?;
            rows.iter().map(Look::read).collect::<Result<Vec<_>, _>>()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// How many no officer has looked at.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn looks_unseen(&self) -> Result<i64, VaultError> {
        let read = |db: &mut dyn Db| db.one(&sql::LOOKS_UNSEEN, &[])?.i64("n");
        Ok(self.inner.store.read(read).await?)
    }

    /// Whom a question is about, and what was opened after it was answered.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn look_facts(
        &self,
        look: &Look,
        at_most: i64,
    ) -> Result<(BTreeSet<SubjectId>, Vec<OpeningLine>), VaultError> {
        let (id, from, until) = (look.id, look.asked_at, look.until.plus_minutes(1));
        let read = move |db: &mut dyn Db| {
            let values = [
                id.get().into(),
                from.millis().into(),
                until.millis().into(),
                at_most.into(),
            ];
            let rows = db.all(&sql::OPENINGS_UNDER, &values)?;
            let lines = rows.iter().map(OpeningLine::read);
            Ok((persons_of(db, id)?, lines.collect::<Result<_, _>>()?))
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// One line of the log.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn opening(&self, seq: i64) -> Result<Option<OpeningLine>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let row = db.opt(&sql::OPENING, &[seq.into()])?;
            row.map(|row| OpeningLine::read(&row)).transpose()
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// An officer has looked at it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn see_look(&self, id: LookId, by: SubjectId) -> Result<(), VaultError> {
        let values = [id.get().into(), self.now().millis().into(), by.get().into()];
        let seen = move |db: &mut dyn Db| db.exec(&sql::LOOK_SEEN, &values);
        self.inner.store.write(seen).await?;
        Ok(())
    }
}

fn persons_of(db: &mut dyn Db, id: LookId) -> Result<BTreeSet<SubjectId>, StoreError> {
    let rows = db.all(&sql::LOOK_PERSONS, &[id.get().into()])?;
    let ids = rows.iter().map(|row| row.i64("subject_id"));
    ids.map(|id| id.map(SubjectId::from_raw)).collect()
}

fn add(
    db: &mut dyn Db,
    id: LookId,
    (reader, role, controller): (SubjectId, Role, ControllerId),
    kind: &str,
    now: Moment,
) -> Result<(), StoreError> {
    let values = [
        id.get().into(),
        reader.get().into(),
        role.as_str().into(),
        controller.get().into(),
        plain(kind),
        now.millis().into(),
    ];
    db.exec(&sql::LOOK_ADD, &values).map(|_| ())
}

fn staff(actor: &Actor) -> Option<(SubjectId, Role, ControllerId)> {
    match actor {
        Actor::Staff {
            id,
            role,
            controller,
        } => Some((*id, *role, *controller)),
        _ => None,
    }
}
