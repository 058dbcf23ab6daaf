//! How subjects stand, as the vault itself reads it: one flight for a whole list.

use declaration::{
    Declaration,
    vocabulary::{Basis, Category, Purpose},
};
use store::{Db, Row, Sql, StoreError, Value};
use values::{Moment, StrandId};

use crate::{
    Actor, Ask, ConsentLine, Objection, Standing, StrandState, consent, leave, locked, sql, usable,
};

/// A strand as the judge saw it.
#[derive(Clone)]
pub(crate) struct Snap {
    pub(crate) id: StrandId,
    pub(crate) state: StrandState,
    pub(crate) wrapped: Vec<u8>,
}

/// Keys of strands and categories that were unwrapped, each once.
pub(crate) type StrandKeys = Vec<((StrandId, Category), std::sync::Arc<crate::cipher::Key>)>;

/// What the vault read about a subject.
pub(crate) struct Seen {
    pub(crate) ask: Ask,
    pub(crate) standing: Standing,
    pub(crate) strands: Vec<(Category, Snap)>,
    pub(crate) there: bool,
    /// Whether the subject is a person: no vehicle and no colleague.
    pub(crate) person: bool,
    /// The last words of the person's consent ledger, where the purpose rests on consent.
    consents: Vec<ConsentLine>,
}

impl Seen {
    /// Whether a consent for the purpose stands that still answers what the declaration asks.
    pub(crate) fn heed(&mut self, declaration: &Declaration, purpose: Purpose) {
        self.standing.consent = self
            .consents
            .iter()
            .any(|line| line.purpose == purpose.as_str() && usable(declaration, line));
    }
}

/// Questions about one subject, always these four.
const QUESTIONS: usize = 4;

/// Reads the standing of every subject asked for.
pub(crate) fn see_all(
    db: &mut dyn Db,
    asks: Vec<Ask>,
    purpose: Purpose,
    basis: Option<Basis>,
    now: Moment,
) -> Result<Vec<Seen>, StoreError> {
    let mut batch: Vec<(&Sql, Vec<Value>)> = Vec::with_capacity(asks.len() * QUESTIONS);
    for ask in asks.iter().filter(|ask| !ask.is_new) {
        batch.extend(questions(ask, purpose, basis, now));
    }
    let answers = db.fetch(&batch)?;
    let mut answers = answers.chunks(QUESTIONS);
    asks.into_iter()
        .map(|ask| {
            let two = locked::needs_two(&ask);
            let mut one = match (ask.is_new, two) {
                (true, false) => return Ok(seen_new(ask)),
                (true, true) => seen_new(ask),
                (false, _) => match answers.next() {
                    Some([subject, strands, tied, said]) => {
                        seen(ask, subject, strands, tied, said, basis)?
                    }
                    _ => return Err(StoreError::Type("standing: an answer is missing".into())),
                },
            };
            if two {
                one.standing.unlocked = locked::agreed(db, &one.ask, purpose, now)?;
            }
            if leave::is_asked(&one, purpose) {
                one.standing.leave = leave::stands(db, one.ask.subject, purpose, now)?;
            }
            Ok(one)
        })
        .collect()
}

fn questions(
    ask: &Ask,
    purpose: Purpose,
    basis: Option<Basis>,
    now: Moment,
) -> [(&'static Sql, Vec<Value>); QUESTIONS] {
    let subject = ask.subject.get();
    let person = match ask.actor {
        Actor::Subject(person)
        | Actor::Link {
            subject: person, ..
        } => person.get(),
        Actor::Staff { .. } | Actor::Chore(_) | Actor::Visitor => 0,
    };
    let said = match basis {
        Some(Basis::Consent) => (&sql::CONSENTS_OF, vec![subject.into()]),
        _ => (
            &sql::OBJECTION,
            vec![subject.into(), purpose.as_str().into()],
        ),
    };
    [
        (&sql::SUBJECT, vec![subject.into()]),
        (&sql::STRANDS_OF, vec![subject.into()]),
        match ask.actor {
            // Nobody on the staff has a vehicle of their own here; the glass may be broken for them.
            Actor::Staff { id, .. } => (&sql::GLASS, vec![id.get().into(), now.millis().into()]),
            _ => (
                &sql::TIED,
                vec![subject.into(), person.into(), now.millis().into()],
            ),
        },
        said,
    ]
}

fn seen_new(ask: Ask) -> Seen {
    Seen {
        ask,
        standing: Standing {
            strand: None,
            consent: false,
            objection: Objection::No,
            leave: false,
            tied: false,
            vehicle: false,
            glass: false,
            unlocked: true,
        },
        strands: Vec::new(),
        there: true,
        person: false,
        consents: Vec::new(),
    }
}

fn seen(
    ask: Ask,
    subject: &[Row],
    strands: &[Row],
    tied: &[Row],
    said: &[Row],
    basis: Option<Basis>,
) -> Result<Seen, StoreError> {
    let mut seen = seen_new(ask);
    seen.there = false;
    let Some(row) = subject.first() else {
        return Ok(seen);
    };
    seen.there = row.opt_i64("forgotten_at")?.is_none();
    seen.standing.vehicle = row.text("kind")? == "vehicle";
    seen.person = row.text("kind")? == "person";
    if matches!(seen.ask.actor, Actor::Staff { .. }) {
        seen.standing.glass = !tied.is_empty();
    } else {
        seen.standing.tied = seen.standing.vehicle && !tied.is_empty();
    }
    match basis {
        Some(Basis::Consent) => seen.consents = consent::standing(said)?,
        _ => seen.standing.objection = objection(said)?,
    }
    seen.strands = strands.iter().map(snap).collect::<Result<_, _>>()?;
    Ok(seen)
}

fn objection(said: &[Row]) -> Result<Objection, StoreError> {
    let Some(row) = said.first() else {
        return Ok(Objection::No);
    };
    Objection::from_name(row.text("stands")?)
        .ok_or_else(|| StoreError::Type("objection: unknown word".into()))
}

fn snap(row: &Row) -> Result<(Category, Snap), StoreError> {
    let (category, state) = (row.text("category")?, row.text("state")?);
    let (Some(category), Some(state)) =
        (Category::from_name(category), StrandState::from_name(state))
    else {
        return Err(StoreError::Type("strand: unknown category or state".into()));
    };
    let id = StrandId::from_raw(row.i64("id")?);
    let wrapped = row.bytes("wrapped")?.to_vec();
    Ok((category, Snap { id, state, wrapped }))
}
