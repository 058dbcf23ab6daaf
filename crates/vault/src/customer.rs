//! The ledger of existing customers (markedsføringsloven § 15 third paragraph): that a no was offered when
//! an address was given, that it was said, and that something was bought. Append-only, ids and times;
//! what was bought is not in it.
//!
//! A letter to somebody who never said yes rests on three facts of one legal entity: it sold something, an
//! easy no had been offered by then, and none has been said since or before. The reason the address is
//! kept for is the purpose `customer_news` of the sale; a no ends it.

use declaration::{
    Lang,
    vocabulary::{Category, Purpose, PurposeType},
};
use store::{Db, Row, Sql, StoreError, Value, plain};
use values::{ConsentId, ControllerId, Moment, SubjectId};

use crate::{Actor, Keep, Lawful, Permit, Vault, VaultError, Work, sql};

/// What a reason to keep an existing customer's address belongs to; its number is the legal entity's.
pub const SALE: &str = "sale";

/// One word of the ledger.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CustomerWord {
    /// The notice was shown where the address was given, with a way to say no, and none was said.
    Offered,
    /// The person said no: there, by a link, or later by whatever way.
    No,
    /// Something was bought.
    Sold,
}

impl CustomerWord {
    /// Every word.
    pub const ALL: [Self; 3] = [Self::Offered, Self::No, Self::Sold];

    /// The word in the table.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Offered => "offered",
            Self::No => "no",
            Self::Sold => "sold",
        }
    }
}

/// What is entered.
#[derive(Clone, Debug)]
pub struct CustomerSlip {
    /// Whose.
    pub subject: SubjectId,
    /// Which legal entity's customer.
    pub controller: ControllerId,
    /// What its letters to customers are about, by the declaration.
    pub topic: &'static str,
    /// What happened.
    pub word: CustomerWord,
    /// When.
    pub at: Moment,
    /// When what a member of staff entered had come in, where they said so.
    pub received_at: Option<Moment>,
    /// The language of what was shown or said.
    pub lang: &'static str,
    /// Through which form: `bestill`, `stab`, `inntak`, `newsletter-link` …
    pub form: &'static str,
    /// Who entered it.
    pub actor: Actor,
    /// What it belongs to: a booking, a visit.
    pub case: (&'static str, i64),
}

/// One line of the ledger.
#[derive(Clone, Debug)]
pub struct CustomerLine {
    /// Which legal entity's customer.
    pub controller: ControllerId,
    /// What its letters to customers were about.
    pub topic: String,
    /// What happened.
    pub word: CustomerWord,
    /// When.
    pub at: Moment,
    /// When it was entered.
    pub recorded_at: Moment,
    /// When what a member of staff entered had come in, where they said so.
    pub received_at: Option<Moment>,
    /// Until when the sale keeps the address, if nobody says no.
    pub until: Option<Moment>,
    /// Fingerprint of the notice.
    pub text_hash: String,
    /// Version of the declaration.
    pub text_version: String,
    /// Through which form.
    pub form: String,
    /// Who entered it: `subject`, `link`, `staff`, `visitor`, `chore`.
    pub actor_kind: String,
    /// The one who entered it.
    pub actor_id: i64,
}

/// How somebody stands as a legal entity's customer at an instant, as known at another.
#[derive(Clone, Debug, Default)]
pub struct AsCustomer {
    /// The latest sale by then.
    pub sold: Option<CustomerLine>,
    /// The latest offer of a no by the time of that sale, about the same topic.
    pub offered: Option<CustomerLine>,
    /// A no by then.
    pub no: Option<CustomerLine>,
    /// A no by then that was entered after what was known.
    pub unknown: Option<CustomerLine>,
}

impl AsCustomer {
    /// Whether the relation stands at an instant, and nobody has said no.
    #[must_use]
    pub fn stands(&self, at: Moment) -> bool {
        let sold = self.sold.as_ref().and_then(|sold| sold.until);
        sold.is_some_and(|until| until > at) && self.offered.is_some() && self.no.is_none()
    }

    /// Whether a letter was lawful at an instant, told apart by what was known.
    #[must_use]
    pub fn lawful(&self, at: Moment) -> Lawful {
        match &self.unknown {
            _ if !self.stands(at) => Lawful::No,
            None => Lawful::Yes,
            Some(no) if no.received_at.is_some_and(|came| came <= at) => Lawful::Late,
            Some(_) => Lawful::AsKnown,
        }
    }
}

/// How a ledger stands towards one legal entity at `valid_at`, from what was entered by `known_at`. A no to
/// its letters counts whenever it was said: only the person's own yes, which is a consent, writes to them
/// again.
#[must_use]
pub fn as_customer(
    lines: &[CustomerLine],
    controller: ControllerId,
    valid_at: Moment,
    known_at: Moment,
) -> AsCustomer {
    let by_then = |line: &&CustomerLine| line.controller == controller && line.at <= valid_at;
    let known = |line: &&CustomerLine| line.recorded_at <= known_at;
    let latest = |word: CustomerWord, until: Moment| {
        let of_word = lines.iter().filter(by_then).filter(known);
        let of_word = of_word.filter(move |line| line.word == word && line.at <= until);
        of_word.max_by_key(|line| (line.at, line.recorded_at))
    };
    let sold = latest(CustomerWord::Sold, valid_at);
    let offered = sold.and_then(|sold| {
        let offers = lines.iter().filter(by_then).filter(known);
        let before = |line: &&CustomerLine| {
            line.word == CustomerWord::Offered && line.at <= sold.at && line.topic == sold.topic
        };
        offers.filter(before).max_by_key(|line| line.at)
    });
    let no = latest(CustomerWord::No, valid_at);
    let late = lines
        .iter()
        .filter(by_then)
        .find(|line| line.word == CustomerWord::No && line.recorded_at > known_at);
    AsCustomer {
        sold: sold.cloned(),
        offered: offered.cloned(),
        no: no.cloned(),
        unknown: late.cloned(),
    }
}

fn line(row: &Row) -> Result<CustomerLine, StoreError> {
    let word = row.text("word")?;
    let word = CustomerWord::ALL.into_iter().find(|w| w.as_str() == word);
    let moment = |name| Ok::<_, StoreError>(row.opt_i64(name)?.map(Moment::from_millis));
    Ok(CustomerLine {
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        topic: row.text("topic")?.to_owned(),
        word: word.ok_or_else(|| StoreError::Type("customer_word: unknown word".into()))?,
        at: Moment::from_millis(row.i64("at")?),
        recorded_at: Moment::from_millis(row.i64("recorded_at")?),
        received_at: moment("received_at")?,
        until: moment("until")?,
        text_hash: row.text("text_hash")?.to_owned(),
        text_version: row.text("text_version")?.to_owned(),
        form: row.text("form")?.to_owned(),
        actor_kind: row.text("actor_kind")?.to_owned(),
        actor_id: row.i64("actor_id")?,
    })
}

/// A person's whole ledger as a customer, oldest first, inside a transaction.
///
/// # Errors
/// When the store fails.
pub fn customer_lines(
    db: &mut dyn Db,
    subject: SubjectId,
) -> Result<Vec<CustomerLine>, StoreError> {
    db.all(&sql::CUSTOMER_OF, &[subject.get().into()])?
        .iter()
        .map(line)
        .collect()
}

/// Whether the sale of a legal entity keeps a person's address now.
///
/// # Errors
/// When the store fails.
pub fn kept_as_customer(
    db: &mut dyn Db,
    subject: SubjectId,
    controller: ControllerId,
    now: Moment,
) -> Result<bool, StoreError> {
    let values = [
        subject.get().into(),
        controller.get().into(),
        now.millis().into(),
    ];
    Ok(db.opt(&sql::CUSTOMER_KEPT, &values)?.is_some())
}

impl Vault {
    /// A person's whole ledger as a customer, oldest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn customer_lines(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<CustomerLine>, VaultError> {
        let read = move |db: &mut dyn Db| customer_lines(db, subject);
        Ok(self.inner.store.read(read).await?)
    }

    /// How many addresses are kept for letters to customers, and the strands of those that are kept
    /// without a sale, without an offered no, or against a no.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn kept_as_customers(&self) -> Result<(i64, Vec<i64>), VaultError> {
        let now = self.now();
        let read = move |db: &mut dyn Db| {
            let (mut looked, mut wrong) = (0, Vec::new());
            for row in db.all(&sql::CUSTOMERS_KEPT, &[now.millis().into()])? {
                looked += 1;
                let lines = customer_lines(db, SubjectId::from_raw(row.i64("subject_id")?))?;
                let controller = ControllerId::from_raw(row.i64("controller_id")?);
                if !as_customer(&lines, controller, now, now).stands(now) {
                    wrong.push(row.i64("strand_id")?);
                }
            }
            Ok((looked, wrong))
        };
        Ok(self.inner.store.read_long(read).await?)
    }

    /// Removes what the ledger has kept for as long as the proof of a letter is kept: counted from the no,
    /// or from the end of the relation. What never led to a sale goes with its person.
    pub(crate) fn lapse_customers(&self, db: &mut dyn Db, now: Moment) -> Result<u64, StoreError> {
        db.exec(&sql::CUSTOMERS_UNSOLD, &[])?;
        let mut lapsed = 0;
        for row in db.all(&sql::CUSTOMERS_ENDED, &[now.millis().into()])? {
            let ended = Moment::from_millis(row.i64("ended")?);
            let until = self.proof_until(ended);
            if until.map_err(|_| StoreError::Refused("consent-proof"))? <= now {
                let subject = row.i64("subject_id")?;
                let values = [subject.into(), row.i64("controller_id")?.into()];
                lapsed += u64::from(db.exec(&sql::CUSTOMER_LAPSE, &values)? > 0);
                db.exec(&sql::CONSENT_PROOF_LAPSE, &[subject.into()])?;
            }
        }
        Ok(lapsed)
    }
}

impl Work {
    /// Enters a word in the ledger of existing customers, with the notice of that moment.
    pub fn customer(&mut self, slip: &CustomerSlip) {
        self.customer_until(slip, None);
    }

    /// Something was bought: from now on the address is kept for letters to customers too, by the
    /// declared rule.
    ///
    /// # Errors
    /// When the declaration does not keep it for that, or the permit does not cover contact.
    pub fn sold<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        slip: &CustomerSlip,
    ) -> Result<(), VaultError> {
        let (purpose, category) = (Purpose::CustomerNews, Category::Contact);
        let keep = Keep::from(SALE, slip.controller.get(), self.at());
        self.also_keep(permit, category, purpose, &keep)?;
        let (_, until) = self.vault().until(purpose, category, None, self.at())?;
        self.customer_until(slip, Some(until));
        Ok(())
    }

    /// Somebody said no: it is in the ledger, and what the sale kept the address for is over. The permit
    /// is one to end reasons.
    ///
    /// # Errors
    /// When the permit does not cover contact.
    pub fn no_as_customer<P: PurposeType>(
        &mut self,
        permit: &Permit<P>,
        slip: &CustomerSlip,
    ) -> Result<(), VaultError> {
        self.customer_until(slip, None);
        let keep = Keep::from(SALE, slip.controller.get(), self.at());
        if permit.has_strand(Category::Contact) {
            self.let_go(permit, Category::Contact, Purpose::CustomerNews, &keep)?;
        }
        Ok(())
    }

    fn customer_until(&mut self, slip: &CustomerSlip, until: Option<Moment>) {
        let id: ConsentId = self.vault().world().id();
        let declaration = self.vault().declaration();
        let lang = Lang::from_code(slip.lang).unwrap_or_default();
        let version = declaration.version().to_string();
        let notice = declaration.customer_notice(slip.controller, lang);
        let mut print = String::new();
        if let Some((text, hash)) = notice {
            let at = self.at();
            self.row(crate::consent_text::kept(&text, &hash, &version, lang, at));
            print = hash;
        }
        let values: Vec<Value> = vec![
            id.get().into(),
            slip.subject.get().into(),
            slip.controller.get().into(),
            slip.topic.into(),
            slip.word.as_str().into(),
            slip.at.millis().into(),
            self.at().millis().into(),
            slip.received_at.map(Moment::millis).into(),
            until.map(Moment::millis).into(),
            plain(print),
            plain(version),
            slip.lang.into(),
            slip.form.into(),
            slip.actor.kind().into(),
            slip.actor.id().into(),
            slip.case.0.into(),
            slip.case.1.into(),
        ];
        let statement: Sql = sql::CUSTOMER_ADD;
        self.row((statement, values));
    }
}
