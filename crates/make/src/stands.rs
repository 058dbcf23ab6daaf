//! Whether each may be on the list there at this moment: the newsletter's own decision, asked with the
//! facts of this moment, for one person or for everybody.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use customers::Subscriber;
use declaration::{Channel, Declaration, vocabulary::Purpose};
use newsletter::{
    Facts, Verdict, decide,
    decide::{AddressKind, Channel as By, Declared, Matter, Register, Said, Whose},
    declared,
    topics::Choice,
};
use store::{Db, Row, StoreError};
use values::{Moment, SubjectId};
use vault::{ConsentLine, ConsentState, Sealed, Vault, VaultError, audience, usable};

use crate::{
    lines::{Mark, Seen, is_about, is_suppressed, lines, refused},
    sql,
};

/// So many people are read at once.
const PAGE: usize = 1_000;

/// How somebody stands towards the list, from the rows of the house.
#[derive(Clone, Copy, Default)]
struct Stands<'l> {
    line: Option<&'l ConsentLine>,
    objected_at: Option<Moment>,
    restricted: bool,
    suppressed: bool,
}

impl<'l> Stands<'l> {
    fn of(reach: &'l audience::Reach, choice: Choice) -> Self {
        Self {
            line: reach.consents.iter().find(|line| is_about(line, choice)),
            objected_at: reach.objected_at,
            ..Self::default()
        }
    }

    /// The newsletter's own decision, with these facts.
    fn decide(self, asked: &mut Asked<'_>, choice: Choice, now: Moment) -> bool {
        let said = self.line.map(|line| Said {
            yes: line.state == ConsentState::Given,
            at: line.at,
            text_still_covers: asked.still(line),
        });
        let facts = Facts {
            matter: Matter::News,
            channel: By::Email,
            controller: choice.controller,
            at: now,
            declared: asked.declared,
            whose: Whose::Unknown,
            address: AddressKind::Named,
            minor: false,
            restricted: self.restricted,
            suppressed: self.suppressed,
            objected_at: self.objected_at,
            said,
            yes_to_another: false,
            sale: None,
            register: Register::NotWashed,
            // The service's own template carries a link that unsubscribes.
            way_out: true,
        };
        matches!(decide(&facts), Verdict::Yes(_))
    }
}

/// What the declaration asks today. Many said yes to the same words: of each of them it is found out once
/// whether they are still asked.
struct Asked<'d> {
    declaration: &'d Declaration,
    declared: Declared,
    /// By language, words, facts and version, as the ledger has them.
    still: HashMap<[String; 4], bool>,
}

impl<'d> Asked<'d> {
    fn of(declaration: &'d Declaration) -> Self {
        Self {
            declaration,
            declared: declared(declaration),
            still: HashMap::new(),
        }
    }

    fn still(&mut self, line: &ConsentLine) -> bool {
        if line.state != ConsentState::Given {
            return false;
        }
        let key = [
            &line.lang,
            &line.text_hash,
            &line.facts_hash,
            &line.text_version,
        ];
        let known = self.still.entry(key.map(String::clone));
        *known.or_insert_with(|| usable(self.declaration, line))
    }
}

/// Asks the decision, inside a transaction. A mark that is not known cannot be on the list of those
/// not to be written to.
pub(crate) fn may(
    db: &mut dyn Db,
    declaration: &Declaration,
    choice: Choice,
    subject: SubjectId,
    mark: Option<&Mark>,
    now: Moment,
) -> Result<bool, StoreError> {
    let Some(reach) = audience::reach(db, subject, Purpose::Newsletter)? else {
        return Ok(false);
    };
    let stands = Stands {
        restricted: db.opt(&sql::RESTRICTED, &[subject.get().into()])?.is_some(),
        suppressed: mark.map_or(Ok(false), |mark| is_suppressed(db, mark, choice))?,
        ..Stands::of(&reach, choice)
    };
    Ok(stands.decide(&mut Asked::of(declaration), choice, now))
}

fn candidates(db: &mut dyn Db, choice: Choice) -> Result<BTreeSet<SubjectId>, StoreError> {
    let mut all = BTreeSet::new();
    let mut after = i64::MIN;
    loop {
        let page = audience::said_yes(
            db,
            Purpose::Newsletter,
            choice.controller,
            Channel::Email.as_str(),
            choice.topic,
            after,
            PAGE as i64,
        )?;
        let Some(last) = page.last() else {
            return Ok(all);
        };
        after = last.get();
        all.extend(page);
    }
}

/// Everybody, as they stand now. Nothing is opened, and a page of people costs a handful of questions,
/// however many they are.
pub(crate) async fn survey(vault: &Vault, choice: Choice) -> Result<Vec<Seen>, VaultError> {
    let (declaration, now) = (vault.declaration(), vault.world().now());
    let read = move |db: &mut dyn Db| {
        let lines = lines(db, choice.controller)?;
        let refused = refused(db, choice.controller, now)?;
        let mut all = candidates(db, choice)?;
        all.extend(lines.keys());
        let all: Vec<SubjectId> = all.into_iter().collect();
        let mut asked = Asked::of(&declaration);
        let mut seen = Vec::with_capacity(all.len());
        for page in all.chunks(PAGE) {
            let facts = PageOfFacts::read(db, choice, page)?;
            seen.extend(page.iter().map(|subject| {
                let line = lines.get(subject).copied();
                let record = facts.records.get(subject).copied();
                let might = record.is_some() && facts.might(&mut asked, choice, *subject, now);
                Seen {
                    subject: *subject,
                    line,
                    record,
                    may: line.is_some() && might && !facts.suppressed.contains(subject),
                    might,
                    refused: record.is_some() && refused.get(subject).copied() == record,
                }
            }));
        }
        Ok(seen)
    };
    Ok(vault.store().read_long(read).await?)
}

/// What the rows of the house say about a page of people.
struct PageOfFacts {
    reaches: BTreeMap<SubjectId, audience::Reach>,
    records: BTreeMap<SubjectId, i64>,
    restricted: BTreeSet<SubjectId>,
    /// By the mark of the address as it was last opened.
    suppressed: BTreeSet<SubjectId>,
}

impl PageOfFacts {
    fn read(db: &mut dyn Db, choice: Choice, page: &[SubjectId]) -> Result<Self, StoreError> {
        let ends = page.first().copied().zip(page.last().copied());
        let ends = ends.unwrap_or((SubjectId::from_raw(0), SubjectId::from_raw(0)));
        let channel = Channel::Email.as_str();
        let matter = (
            Purpose::Newsletter,
            choice.controller,
            channel,
            choice.topic,
        );
        let records = Sealed::<Subscriber>::newest_between(db, ends)?.into_iter();
        let between = [ends.0.get().into(), ends.1.get().into()];
        let rows = db.all(&sql::RESTRICTED_BETWEEN, &between)?;
        let subject = |row: &Row| row.i64("subject_id").map(SubjectId::from_raw);
        let restricted = rows.iter().map(subject);
        let [first, last] = between;
        let values = [
            choice.controller.get().into(),
            choice.topic.into(),
            first,
            last,
        ];
        let mut words = BTreeMap::new();
        for row in &db.all(&sql::SUPPRESSED_BETWEEN, &values)? {
            // The last word counts.
            words.insert(subject(row)?, row.text("state")? == "suppressed");
        }
        Ok(Self {
            reaches: audience::reach_between(db, matter, ends)?,
            records: records.map(|(who, id)| (who, id.get())).collect(),
            restricted: restricted.collect::<Result<_, _>>()?,
            suppressed: words
                .into_iter()
                .filter_map(|(who, no)| no.then_some(who))
                .collect(),
        })
    }

    fn might(
        &self,
        asked: &mut Asked<'_>,
        choice: Choice,
        subject: SubjectId,
        now: Moment,
    ) -> bool {
        let reach = self.reaches.get(&subject);
        reach.is_some_and(|reach| {
            let stands = Stands {
                restricted: self.restricted.contains(&subject),
                ..Stands::of(reach, choice)
            };
            stands.decide(asked, choice, now)
        })
    }
}
