//! Writing: what is sealed before a transaction and laid down inside it.

use std::collections::{BTreeMap, BTreeSet};

use declaration::vocabulary::{Category, CategoryType, MayUse, Purpose, PurposeType};
use store::{Sql, bytes, plain};
use values::{ConsentId, Moment, RecordId, StrandId, SubjectId};

use crate::{
    ConsentSlip, Keep, Laid, LookUp, Permit, Personal, Provenance, Record, StrandState, Tag, Vault,
    VaultError, Writer, cipher::Key, keys::StrandAt, laid::Rows, sql,
};

/// What a subject is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SubjectKind {
    /// A natural person, or a company reached through one.
    Person,
    /// A vehicle with its body.
    Vehicle,
    /// A member of staff.
    Staff,
}

impl SubjectKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Vehicle => "vehicle",
            Self::Staff => "staff",
        }
    }
}

struct NewStrand {
    id: StrandId,
    key: Key,
}

/// Rows for one transaction, sealed beforehand. The closure that lays them may run again.
pub struct Work {
    vault: Vault,
    at: Moment,
    strands: BTreeMap<(SubjectId, Category), NewStrand>,
    made: BTreeSet<SubjectId>,
    rows: Rows,
}

impl Vault {
    /// Begins a piece of work.
    #[must_use]
    pub fn work(&self) -> Work {
        Work {
            vault: self.clone(),
            at: self.now(),
            strands: BTreeMap::new(),
            made: BTreeSet::new(),
            rows: Rows::default(),
        }
    }
}

impl Work {
    /// When the work is done, as far as its rows are concerned.
    #[must_use]
    pub const fn at(&self) -> Moment {
        self.at
    }

    /// The vault it is a work of.
    #[must_use]
    pub const fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Makes a new subject.
    pub fn subject(&mut self, kind: SubjectKind) -> SubjectId {
        let id: SubjectId = self.vault.world().id();
        let values = vec![
            id.get().into(),
            kind.as_str().into(),
            self.at.millis().into(),
        ];
        self.rows.insert(sql::SUBJECT_ADD, values);
        self.made.insert(id);
        id
    }

    /// Seals a record and opens the reason it is kept for. Does not compile for a purpose that may
    /// not use the category.
    ///
    /// # Errors
    /// When the permit does not cover the category, or the declaration does not keep it.
    pub fn seal<R, P>(
        &mut self,
        permit: &Permit<P>,
        record: &Personal<R>,
        provenance: &Provenance,
        keep: &Keep,
    ) -> Result<RecordId, VaultError>
    where
        R: Record,
        P: PurposeType + MayUse<R::Category>,
    {
        let category = R::Category::ID;
        permit.writes(category, self.at)?;
        let strand = self.strand_for(permit, category)?;
        self.keep_strand(strand, P::ID, category, keep)?;
        let id: RecordId = self.vault.world().id();
        let mut writer = Writer::default();
        record.put(&mut writer);
        let place = self.vault.record_place(id.get(), strand, R::KIND);
        let chance = self.vault.world().chance.clone();
        let body = match self.strands.get(&(permit.subject, category)) {
            Some(new) => new.key.seal(writer.bytes(), &place, &*chance)?,
            None => {
                let snap = permit.strands.get(&category).and_then(Option::as_ref);
                let snap = snap.ok_or(VaultError::PermitDoesNotCover("strand"))?;
                let key = permit.key(&self.vault, snap.id, category, &snap.wrapped)?;
                key.seal(writer.bytes(), &place, &*chance)?
            }
        };
        let values = vec![
            id.get().into(),
            strand.get().into(),
            R::KIND.into(),
            self.at.millis().into(),
            provenance.source_kind.into(),
            provenance.source_ref.into(),
            plain(provenance.notice_version.as_str()),
            bytes(body),
        ];
        self.rows.insert(sql::RECORD_ADD, values);
        Ok(id)
    }

    /// A further reason for a category this permit covers (a purchase is kept for bookkeeping too).
    ///
    /// # Errors
    /// When the declaration does not keep the category for that purpose, or there is no such strand.
    pub fn also_keep<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        purpose: Purpose,
        keep: &Keep,
    ) -> Result<(), VaultError> {
        permit.writes(category, self.at)?;
        let strand = self.strand_for(permit, category)?;
        self.keep_strand(strand, purpose, category, keep)
    }

    /// What a reason was open for has ended: from now its rule counts. Strands of the subject that do
    /// not have the category are passed over.
    ///
    /// # Errors
    /// When the declaration does not keep the category for the purpose.
    pub fn end<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        keep: &Keep,
    ) -> Result<(), VaultError> {
        permit.covers(category, self.at)?;
        let there = self.strands.contains_key(&(permit.subject, category))
            || permit.strands.get(&category).is_some_and(Option::is_some);
        if !there {
            return Ok(());
        }
        let strand = self.strand_for(permit, category)?;
        self.keep_strand(strand, P::ID, category, keep)
    }

    /// A reason is let go: what it was kept for is kept elsewhere now, or not at all.
    ///
    /// # Errors
    /// When the permit does not cover the category.
    pub fn let_go<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        purpose: Purpose,
        keep: &Keep,
    ) -> Result<(), VaultError> {
        permit.covers(category, self.at)?;
        let strand = self.strand_for(permit, category)?;
        let values = vec![
            strand.get().into(),
            purpose.as_str().into(),
            keep.source_kind.into(),
            keep.source_id.into(),
        ];
        self.rows.insert(sql::REASON_LET_GO, values);
        self.rows.date(strand);
        Ok(())
    }

    /// Claims a look-up for a subject's strand: nobody else can have it.
    ///
    /// # Errors
    /// When the permit does not cover the category.
    pub fn claim<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        look_up: &LookUp,
    ) -> Result<(), VaultError> {
        self.look_up(permit, category, look_up, sql::BLIND_ADD)
    }

    /// Adds a look-up that others may share.
    ///
    /// # Errors
    /// When the permit does not cover the category.
    pub fn hint<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        look_up: &LookUp,
    ) -> Result<(), VaultError> {
        self.look_up(permit, category, look_up, sql::HINT_ADD)
    }

    /// The strand must still be as it was seen.
    pub(crate) fn expect(&mut self, strand: StrandId, state: StrandState) {
        self.rows.expect(strand, state);
    }

    /// Gives a look-up up (a corrected e-mail).
    pub fn unclaim<P: PurposeType>(&mut self, permit: &Permit<P>, look_up: &LookUp) {
        // What was sent to it until now may have to be proven.
        self.keep_proof(permit.subject, look_up);
        let Tag { kind, hash } = self.vault.tag(look_up);
        let values = vec![kind.into(), bytes(hash), permit.subject.get().into()];
        self.rows.insert(sql::BLIND_DROP, values);
    }

    /// Gives a shared look-up up (a corrected name).
    pub fn unhint<P: PurposeType>(&mut self, permit: &Permit<P>, look_up: &LookUp) {
        let Tag { kind, hash } = self.vault.tag(look_up);
        let values = vec![kind.into(), bytes(hash), permit.subject.get().into()];
        self.rows.insert(sql::HINT_DROP, values);
    }

    /// A row of one of the vault's own tables.
    pub(crate) fn row(&mut self, (statement, values): (Sql, Vec<store::Value>)) {
        self.rows.insert(statement, values);
    }

    /// Enters a consent or a withdrawal together with the rest of the work.
    pub fn consent(&mut self, slip: &ConsentSlip) -> ConsentId {
        self.consent_received(slip, None)
    }

    /// The same for what a member of staff enters: when the letter or the call had come in.
    pub fn consent_received(
        &mut self,
        slip: &ConsentSlip,
        received_at: Option<Moment>,
    ) -> ConsentId {
        let id: ConsentId = self.vault.world().id();
        let declaration = self.vault.declaration();
        for row in crate::consent_text::rows(&declaration, id, slip, received_at, self.at) {
            self.row(row);
        }
        id
    }

    /// A person has to do with a vehicle from now on.
    pub fn tie(&mut self, vehicle: SubjectId, person: SubjectId, party: &'static str) {
        let values = vec![
            vehicle.get().into(),
            person.get().into(),
            party.into(),
            self.at.millis().into(),
            Moment::FOREVER.millis().into(),
        ];
        self.rows.insert(sql::TIE_ADD, values);
    }

    /// That ends now.
    pub fn untie(&mut self, vehicle: SubjectId, person: SubjectId, party: &'static str) {
        let values = vec![
            vehicle.get().into(),
            person.get().into(),
            party.into(),
            self.at.millis().into(),
        ];
        self.rows.insert(sql::TIE_END, values);
    }

    /// Everything so far, for the transaction: only SQL and values are left in it.
    #[must_use]
    pub fn finish(self) -> Laid {
        Laid::of(self.rows)
    }

    fn look_up<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
        look_up: &LookUp,
        statement: Sql,
    ) -> Result<(), VaultError> {
        permit.writes(category, self.at)?;
        let strand = self.strand_for(permit, category)?;
        let Tag { kind, hash } = self.vault.tag(look_up);
        let values = vec![
            kind.into(),
            bytes(hash),
            permit.subject.get().into(),
            strand.get().into(),
        ];
        self.rows.insert(statement, values);
        Ok(())
    }

    fn strand_for<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        category: Category,
    ) -> Result<StrandId, VaultError> {
        let place = (permit.subject, category);
        let made = self.made.contains(&permit.subject);
        if permit.is_new && !made {
            return Err(VaultError::PermitDoesNotCover("not made by this work"));
        }
        if let Some(new) = self.strands.get(&place) {
            return Ok(new.id);
        }
        if let Some(Some(snap)) = permit.strands.get(&category) {
            self.rows.expect(snap.id, snap.state);
            return Ok(snap.id);
        }
        if !made {
            self.rows.expect_subject(permit.subject);
        }
        self.new_strand(permit.subject, category)
    }

    fn new_strand(
        &mut self,
        subject: SubjectId,
        category: Category,
    ) -> Result<StrandId, VaultError> {
        let world = self.vault.world().clone();
        let id: StrandId = world.id();
        let key = Key::random(&*world.chance);
        let at = StrandAt {
            id,
            subject,
            category,
        };
        let (generation, wrapped) = self.vault.wrap_strand(at, &key)?;
        self.rows.wrapped_with(generation);
        let values = vec![
            id.get().into(),
            subject.get().into(),
            category.as_str().into(),
            self.at.millis().into(),
            bytes(wrapped),
        ];
        self.rows.insert(sql::STRAND_ADD, values);
        self.strands
            .insert((subject, category), NewStrand { id, key });
        Ok(id)
    }

    fn keep_strand(
        &mut self,
        strand: StrandId,
        purpose: Purpose,
        category: Category,
        keep: &Keep,
    ) -> Result<(), VaultError> {
        let (rule, until) = self
            .vault
            .until(purpose, category, keep.rule.as_deref(), keep.from)?;
        let values = vec![
            strand.get().into(),
            purpose.as_str().into(),
            keep.source_kind.into(),
            keep.source_id.into(),
            plain(rule),
            keep.from.millis().into(),
            until.millis().into(),
        ];
        self.rows.insert(sql::REASON_PUT, values);
        self.rows.date(strand);
        Ok(())
    }
}
