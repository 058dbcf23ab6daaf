//! Permits: proof, as a value, that an actor may use some categories of one subject for a purpose, now.

use std::{
    collections::BTreeMap,
    marker::PhantomData,
    sync::{Arc, Mutex, PoisonError},
};

use declaration::vocabulary::{Basis, Category, MayUse, Purpose, PurposeType};
use store::{Db, StoreError};
use values::{Moment, StrandId, SubjectId};

use crate::{
    Actor, Ask, Objection, Opened, Personal, Question, RawSealed, Reader, Record, Sealed, Standing,
    StrandState, Vault, VaultError,
    cipher::Key,
    judge,
    keys::StrandAt,
    rotate::tenant_key,
    standing::{Seen, Snap, see_all},
};

/// How long a permit is good for: the time to answer one request.
const GOOD_FOR_MS: i64 = 60_000;

/// How often standings are read anew while the tenant key is turning over.
const KEY_TRIES: u32 = 5;

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
    pub(crate) is_new: bool,
    pub(crate) only_ends: bool,
    opens: bool,
    from: Moment,
    until: Moment,
    /// Strand keys unwrapped under this permit, each once; wiped with it.
    keys: Mutex<crate::standing::StrandKeys>,
    _purpose: PhantomData<fn() -> P>,
}

/// Permits by their subject, or the reason why not.
pub type Permits<P> = BTreeMap<SubjectId, Result<Permit<P>, VaultError>>;

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

    /// Whether it is for this category, too.
    #[must_use]
    pub fn has(&self, category: Category) -> bool {
        self.strands.contains_key(&category)
    }

    /// Whether the subject has anything of the category.
    pub(crate) fn has_strand(&self, category: Category) -> bool {
        self.strands.get(&category).is_some_and(Option::is_some)
    }

    /// Two permits of one request for the same subject.
    fn with(mut self, other: Self) -> Self {
        self.opens &= other.opens;
        self.only_ends |= other.only_ends;
        self.strands.extend(other.strands);
        self
    }

    pub(crate) fn covers(&self, category: Category, now: Moment) -> Result<(), VaultError> {
        if now > self.until || now < self.from {
            return Err(VaultError::PermitDoesNotCover("too old"));
        }
        if self.strands.contains_key(&category) {
            Ok(())
        } else {
            Err(VaultError::PermitDoesNotCover("category not asked for"))
        }
    }

    /// The same for whatever is more than to let a reason end.
    pub(crate) fn writes(&self, category: Category, now: Moment) -> Result<(), VaultError> {
        if self.only_ends {
            return Err(VaultError::PermitDoesNotCover("for ending only"));
        }
        self.covers(category, now)
    }

    /// The key of a strand of this permit's subject: unwrapped at its first use, with its place
    /// bound, and not again for the next record.
    pub(crate) fn key(
        &self,
        vault: &Vault,
        strand: StrandId,
        category: Category,
        wrapped: &[u8],
    ) -> Result<Arc<Key>, VaultError> {
        let place = (strand, category);
        let held = || self.keys.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, key)) = held().iter().find(|(at, _)| *at == place) {
            return Ok(Arc::clone(key));
        }
        let at = StrandAt {
            id: strand,
            subject: self.subject,
            category,
        };
        let key = Arc::new(vault.strand_key(at, wrapped)?);
        held().push((place, Arc::clone(&key)));
        Ok(key)
    }
}

/// What a page reads on its one snapshot: what it wants opened, and the rows.
pub type Reading<T> = dyn Fn(&mut dyn Db) -> Result<(Vec<Ask>, T), StoreError> + Send + Sync;

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
    /// Subjects that may not be opened stand in the answer with the reason. Asks about the same
    /// subject become one permit for all they cover, or a refusal if one of them is refused.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn permits<P: PurposeType>(&self, asks: Vec<Ask>) -> Result<Permits<P>, VaultError> {
        let read = Arc::new(move |_: &mut dyn Db| Ok((asks.clone(), ())));
        let (permits, ()) = self.permits_and::<P, ()>(read).await?;
        Ok(permits)
    }

    /// Reads rows and asks for the permits to open them, on one snapshot: a page's whole reading. The
    /// closure answers what it wants opened and the sealed rows it read; it may run more than once.
    /// The judge decides on standings of the same snapshot, and openings by another are in the log
    /// before this returns.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn permits_and<P: PurposeType, T: Send + 'static>(
        &self,
        read: Arc<Reading<T>>,
    ) -> Result<(Permits<P>, T), VaultError> {
        let now = self.now();
        let declaration = self.declaration();
        let basis = declaration.purpose(P::ID).map(|statement| statement.basis);
        let (seen, rows) = self.seen(read, P::ID, basis, now).await?;
        let mut permits: Permits<P> = BTreeMap::new();
        let mut lines = Vec::new();
        for mut seen in seen {
            seen.heed(&declaration, P::ID);
            let mut ask = seen.ask.clone();
            ask.person = seen.person;
            ask.leave = seen.standing.leave;
            let permit = grant::<P>(&declaration, seen, now);
            let subject = ask.subject;
            // A person opens only what is theirs (the judge sees to it): that is not "by another".
            let by_another = !matches!(ask.actor, Actor::Subject(_) | Actor::Link { .. });
            if permit.is_ok() && ask.opens && by_another {
                lines.push(ask);
            }
            let permit = match permits.remove(&subject) {
                Some(before) => before.and_then(|before| permit.map(|now| before.with(now))),
                None => permit,
            };
            permits.insert(subject, permit);
        }
        if !lines.is_empty() {
            let lines = self.watched(lines, now).await?;
            self.log_openings(lines, P::ID, now).await?;
        }
        Ok((permits, rows))
    }

    /// Reads the standings, and with them the name of the key that their strands are wrapped with.
    async fn seen<T: Send + 'static>(
        &self,
        read: Arc<Reading<T>>,
        purpose: Purpose,
        basis: Option<Basis>,
        now: Moment,
    ) -> Result<(Vec<Seen>, T), VaultError> {
        for _ in 0..KEY_TRIES {
            let read = Arc::clone(&read);
            let read = self.inner.store.read(move |db| {
                let key = tenant_key(db)?;
                let (asks, rows) = read(db)?;
                Ok((key, see_all(db, asks, purpose, basis, now)?, rows))
            });
            let ((generation, fingerprint), seen, rows) = read.await?;
            if self.follow_key(generation, &fingerprint)? {
                return Ok((seen, rows));
            }
        }
        let (generation, wanted) = self.inner.store.read(tenant_key).await?;
        let (_, found) = self.key_name();
        Err(VaultError::WrongKey {
            wanted,
            generation,
            found,
        })
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
        // Judged was this strand; one made since under the same request is new and its own.
        if let Some(Some(snap)) = permit.strands.get(&raw.category)
            && snap.id != raw.strand
        {
            return Err(VaultError::PermitDoesNotCover("another strand"));
        }
        let key = permit.key(self, raw.strand, raw.category, &raw.wrapped)?;
        let place = self.record_place(raw.id.get(), raw.strand, &raw.kind);
        Reader::parse(&key.open(&raw.body, &place)?)
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

/// The standing towards one strand. Where a reason only ends, nothing is used: that is in the person's
/// favour, however they stand.
const fn judged(seen: Standing, strand: Option<StrandState>, only_ends: bool) -> Standing {
    if only_ends {
        Standing {
            strand: None,
            objection: Objection::No,
            ..seen
        }
    } else {
        Standing { strand, ..seen }
    }
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
        is_new,
        only_ends,
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
        let state = strand.as_ref().map(|s| s.state);
        let standing = judged(seen.standing, state, only_ends);
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
        is_new,
        only_ends,
        opens,
        // A clock set back makes no permit last longer.
        from: now.plus_ms(-GOOD_FOR_MS),
        until: now.plus_ms(GOOD_FOR_MS),
        keys: Mutex::default(),
        _purpose: PhantomData,
    })
}
