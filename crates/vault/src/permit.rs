//! Permits: proof, as a value, that an actor may use some categories of one subject for a purpose, now.

use std::{collections::BTreeMap, marker::PhantomData};

use declaration::vocabulary::{Basis, Category, MayUse, Purpose, PurposeType};
use store::{Db, Row, StoreError};
use values::{Moment, StrandId, SubjectId};

use crate::{
    Actor, Opened, Personal, Question, RawSealed, Reader, Record, Sealed, Standing, StrandState,
    Vault, VaultError, cipher::Key, consent, judge, sql, vault::bound,
};

/// How long a permit is good for: the time to answer one request.
const GOOD_FOR_MS: i64 = 60_000;

/// What is asked of the vault before anything is opened or sealed.
#[derive(Clone)]
pub struct Ask {
    pub(crate) actor: Actor,
    pub(crate) subject: SubjectId,
    pub(crate) categories: Vec<Category>,
    pub(crate) opens: bool,
    pub(crate) is_new: bool,
    pub(crate) case_kind: &'static str,
    pub(crate) case_id: i64,
}

impl Ask {
    /// To open (and seal) data about a subject. Leaves a line in the opening log unless the actor is
    /// that subject.
    #[must_use]
    pub const fn open(actor: Actor, subject: SubjectId) -> Self {
        Self {
            actor,
            subject,
            categories: Vec::new(),
            opens: true,
            is_new: false,
            case_kind: "",
            case_id: 0,
        }
    }

    /// To seal only: nothing can be opened with the permit.
    #[must_use]
    pub const fn seal(actor: Actor, subject: SubjectId) -> Self {
        let mut ask = Self::open(actor, subject);
        ask.opens = false;
        ask
    }

    /// To seal for a subject that the same [`crate::Work`] makes.
    #[must_use]
    pub const fn seal_new(actor: Actor, subject: SubjectId) -> Self {
        let mut ask = Self::seal(actor, subject);
        ask.is_new = true;
        ask
    }

    /// Which categories.
    #[must_use]
    pub fn of(mut self, categories: &[Category]) -> Self {
        self.categories = categories.to_vec();
        self
    }

    /// What it is done for: a booking, a visit, a request.
    #[must_use]
    pub const fn case(mut self, kind: &'static str, id: i64) -> Self {
        self.case_kind = kind;
        self.case_id = id;
        self
    }
}

/// A strand as the judge saw it.
#[derive(Clone)]
pub(crate) struct Snap {
    pub(crate) id: StrandId,
    pub(crate) state: StrandState,
    pub(crate) wrapped: Vec<u8>,
}

/// Proof that an actor may use some categories of one subject for the purpose `P`, now. Made only by
/// [`Vault::permit`]; short-lived.
///
/// ```compile_fail
/// let forged = vault::Permit::<declaration::vocabulary::purpose::Visit> { };
/// ```
pub struct Permit<P: PurposeType> {
    pub(crate) actor: Actor,
    pub(crate) subject: SubjectId,
    pub(crate) strands: BTreeMap<Category, Option<Snap>>,
    opens: bool,
    until: Moment,
    _purpose: PhantomData<fn() -> P>,
}

impl<P: PurposeType> Permit<P> {
    /// Whom it is about.
    #[must_use]
    pub const fn subject(&self) -> SubjectId {
        self.subject
    }

    /// Who may act.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    pub(crate) fn covers(&self, category: Category, now: Moment) -> Result<(), VaultError> {
        if now > self.until {
            return Err(VaultError::PermitDoesNotCover("too old"));
        }
        if self.strands.contains_key(&category) {
            Ok(())
        } else {
            Err(VaultError::PermitDoesNotCover("category not asked for"))
        }
    }
}

/// What the vault read about a subject.
struct Seen {
    ask: Ask,
    standing: Standing,
    strands: Vec<(Category, Snap)>,
    there: bool,
}

impl Vault {
    /// Asks for a permit. The vault reads the subject's standing, the judge decides category by
    /// category, and an opening by another is in the log, durably, before this returns.
    ///
    /// # Errors
    /// [`VaultError::Refused`] with the judge's reason; [`VaultError::Gone`] when the subject is not
    /// there or forgotten.
    pub async fn permit<P: PurposeType>(&self, ask: Ask) -> Result<Permit<P>, VaultError> {
        let subject = ask.subject;
        self.permits::<P>(vec![ask])
            .await?
            .remove(&subject)
            .ok_or(VaultError::Gone)?
    }

    /// Asks for several permits at once (a day's list): one reading, one transaction for the log.
    /// Subjects that may not be opened stand in the answer with the reason.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn permits<P: PurposeType>(
        &self,
        asks: Vec<Ask>,
    ) -> Result<BTreeMap<SubjectId, Result<Permit<P>, VaultError>>, VaultError> {
        let now = self.now();
        let declaration = self.declaration();
        let basis = declaration.purpose(P::ID).map(|statement| statement.basis);
        let (generation, seen) = self
            .inner
            .store
            .read(move |db| {
                let generation = db.one(&sql::GENERATION, &[])?.i64("generation")?;
                let seen = asks.into_iter().map(|ask| see(db, ask, P::ID, basis, now));
                Ok((generation, seen.collect::<Result<Vec<_>, StoreError>>()?))
            })
            .await?;
        if generation != self.key_generation() {
            self.reload_key()?;
        }
        let mut permits = BTreeMap::new();
        let mut lines = Vec::new();
        for seen in seen {
            let ask = seen.ask.clone();
            let permit = grant::<P>(&declaration, seen, now);
            let subject = ask.subject;
            // A person opens only what is theirs (the judge sees to it): that is not "by another".
            let by_another = !matches!(ask.actor, Actor::Subject(_) | Actor::Link { .. });
            if permit.is_ok() && ask.opens && by_another {
                lines.push(ask);
            }
            permits.insert(subject, permit);
        }
        if !lines.is_empty() {
            self.log_openings(lines, P::ID, now).await?;
        }
        Ok(permits)
    }

    /// Opens a sealed record. Does not compile for a purpose that may not use its category.
    ///
    /// # Errors
    /// When the permit is for another subject or category, too old, or for sealing only; when the
    /// bytes do not open.
    pub fn open<R, P>(
        &self,
        permit: &Permit<P>,
        sealed: &Sealed<R>,
    ) -> Result<Personal<R>, VaultError>
    where
        R: Record,
        P: PurposeType + MayUse<R::Category>,
    {
        let reader = self.open_raw(permit, &sealed.raw)?;
        R::take(&reader).map(Personal::new)
    }

    /// Opens a record of whatever kind, for a person's own export and for the answer to a request.
    ///
    /// # Errors
    /// As [`Vault::open`].
    pub fn open_any(
        &self,
        permit: &Permit<declaration::vocabulary::purpose::Rights>,
        raw: &RawSealed,
    ) -> Result<Opened, VaultError> {
        Ok(Opened {
            id: raw.id,
            category: raw.category,
            kind: raw.kind.clone(),
            at: raw.at,
            source_kind: raw.source_kind.clone(),
            source_ref: raw.source_ref,
            notice_version: raw.notice_version.clone(),
            fields: self.open_raw(permit, raw)?,
        })
    }

    fn open_raw<P: PurposeType>(
        &self,
        permit: &Permit<P>,
        raw: &RawSealed,
    ) -> Result<Reader, VaultError> {
        if permit.subject != raw.subject {
            return Err(VaultError::PermitDoesNotCover("another subject"));
        }
        if !permit.opens {
            return Err(VaultError::PermitDoesNotCover("for sealing only"));
        }
        permit.covers(raw.category, self.now())?;
        let key = self.strand_key(raw.strand, &raw.wrapped)?;
        let place = self.record_place(raw.id.get(), raw.strand, &raw.kind);
        Reader::parse(&key.open(&raw.body, &place)?)
    }

    pub(crate) fn strand_key(&self, strand: StrandId, wrapped: &[u8]) -> Result<Key, VaultError> {
        self.with_keys(|keys| {
            let place = bound(&keys.tenant_id, &format!("strand {}", strand.get()));
            Key::from_slice(&keys.tenant.key.open(wrapped, &place)?)
        })
    }

    /// Associated data of a record: tenant, table, row, strand, kind and format, so that bytes moved
    /// elsewhere do not open.
    pub(crate) fn record_place(&self, record: i64, strand: StrandId, kind: &str) -> Vec<u8> {
        let mut place = Vec::with_capacity(64);
        place.extend_from_slice(b"karosseri record 1\0");
        self.with_keys(|keys| place.extend_from_slice(&keys.tenant_id));
        place.extend_from_slice(&record.to_le_bytes());
        place.extend_from_slice(&strand.get().to_le_bytes());
        place.extend_from_slice(kind.as_bytes());
        place
    }
}

fn see(
    db: &mut dyn Db,
    ask: Ask,
    purpose: Purpose,
    basis: Option<Basis>,
    now: Moment,
) -> Result<Seen, StoreError> {
    let mut standing = Standing {
        strand: None,
        consent: false,
        objection: false,
        tied: false,
        vehicle: false,
    };
    if ask.is_new {
        return Ok(Seen {
            ask,
            standing,
            strands: Vec::new(),
            there: true,
        });
    }
    let subject = ask.subject.get();
    let row = db.opt(&sql::SUBJECT, &[subject.into()])?;
    let Some(row) = row else {
        return Ok(Seen {
            ask,
            standing,
            strands: Vec::new(),
            there: false,
        });
    };
    standing.vehicle = row.text("kind")? == "vehicle";
    let there = row.opt_i64("forgotten_at")?.is_none();
    if standing.vehicle
        && let Actor::Subject(person)
        | Actor::Link {
            subject: person, ..
        } = ask.actor
    {
        let values = [subject.into(), person.get().into(), now.millis().into()];
        standing.tied = db.opt(&sql::TIED, &values)?.is_some();
    }
    match basis {
        Some(Basis::Consent) => {
            standing.consent = consent::stands(db, ask.subject, purpose)?;
        }
        Some(Basis::LegitimateInterest) => {
            let values = [subject.into(), purpose.as_str().into()];
            standing.objection = db.opt(&sql::OBJECTION, &values)?.is_some();
        }
        _ => {}
    }
    let strands = db.all(&sql::STRANDS_OF, &[subject.into()])?;
    let strands = strands.iter().filter_map(|row| snap(row).transpose());
    Ok(Seen {
        strands: strands.collect::<Result<_, _>>()?,
        ask,
        standing,
        there,
    })
}

fn snap(row: &Row) -> Result<Option<(Category, Snap)>, StoreError> {
    let (category, state) = (row.text("category")?, row.text("state")?);
    let (Some(category), Some(state)) =
        (Category::from_name(category), StrandState::from_name(state))
    else {
        return Ok(None);
    };
    let id = StrandId::from_raw(row.i64("id")?);
    Ok(Some((
        category,
        Snap {
            id,
            state,
            wrapped: row.bytes("wrapped")?.to_vec(),
        },
    )))
}

fn grant<P: PurposeType>(
    declaration: &declaration::Declaration,
    seen: Seen,
    now: Moment,
) -> Result<Permit<P>, VaultError> {
    if !seen.there {
        return Err(VaultError::Gone);
    }
    let Ask {
        actor,
        subject,
        categories,
        opens,
        ..
    } = seen.ask;
    if actor == Actor::Visitor && opens {
        return Err(crate::Refusal::NotThisActor.into());
    }
    let mut strands = BTreeMap::new();
    for category in categories {
        let strand = seen
            .strands
            .iter()
            .find(|(c, _)| *c == category)
            .map(|(_, s)| s.clone());
        let standing = Standing {
            strand: strand.as_ref().map(|s| s.state),
            ..seen.standing
        };
        judge(
            declaration,
            &Question {
                actor,
                subject,
                purpose: P::ID,
                category,
            },
            &standing,
        )?;
        strands.insert(category, strand);
    }
    Ok(Permit {
        actor,
        subject,
        strands,
        opens,
        until: now.plus_ms(GOOD_FOR_MS),
        _purpose: PhantomData,
    })
}
