//! What of a record may leave in a person's copy.

use std::{borrow::Cow, collections::BTreeMap};

use declaration::{Declaration, vocabulary::Category};
use store::{Db, StoreError};
use values::SubjectId;
use vault::{LookUp, Opened, Vault, hinted};

use super::{
    Decided, FREE, Found, Key,
    detect::{self, Own},
};

/// How a field is shown.
pub(crate) enum Sight<'a> {
    /// As it is.
    Whole(&'a str),
    /// Not yet: an officer looks first.
    Held,
    /// With stretches hidden, for a reason.
    Masked(Cow<'a, str>, String),
}

/// What is the person's own in a record; fields of the records that say who somebody is.
pub(crate) fn own_of(own: &mut Own, record: &Opened) {
    for (name, value) in record.fields() {
        match (record.category, name) {
            (_, "email" | "reach" | "to") => own.email(value),
            (_, "phone") => own.phone(value),
            (_, "plate") => own.plate(value),
            (
                Category::Contact
                | Category::Billing
                | Category::Deliverer
                | Category::Marketing
                | Category::RightsCase,
                "name" | "organisation" | "city" | "address",
            )
            | (Category::VehicleLink, "owner_name")
            | (Category::Purchase, "buyer") => own.name(value),
            (Category::Vehicle, "make" | "model") => own.name(value),
            _ => {}
        }
    }
}

/// Looks through a person's records, one after the other.
pub(crate) struct Screen {
    me: SubjectId,
    own: Own,
    decided: BTreeMap<Key, Decided>,
    known: BTreeMap<String, bool>,
    /// Stretches that wait, to find them again in documents made of the same texts.
    stretches: Vec<String>,
    /// Stretches that stay hidden, there too.
    hidden: Vec<(String, String)>,
    /// What an officer must look at.
    pub found: Vec<Found>,
    /// How many fields are held back or shown in part.
    pub held: usize,
}

impl Screen {
    /// With what is the house's own: names, addresses, numbers of the legal entities.
    pub fn new(me: SubjectId, declaration: &Declaration, decided: BTreeMap<Key, Decided>) -> Self {
        let mut own = Own::default();
        for one in declaration.controllers() {
            own.name(&one.name);
            own.email(&one.email);
            own.phone(&one.phone);
            one.address.iter().for_each(|line| own.name(line));
        }
        Self {
            me,
            own,
            decided,
            known: BTreeMap::new(),
            stretches: Vec::new(),
            hidden: Vec::new(),
            found: Vec::new(),
            held: 0,
        }
    }

    /// Learns what is the person's own.
    pub fn learn(&mut self, record: &Opened) {
        own_of(&mut self.own, record);
    }

    /// What of a field may leave.
    pub fn look<'a>(
        &mut self,
        db: &mut dyn Db,
        vault: &Vault,
        holder: SubjectId,
        record: &Opened,
        field: &str,
        value: &'a str,
    ) -> Result<Sight<'a>, StoreError> {
        let free = FREE
            .iter()
            .find(|(category, name)| *category == record.category && *name == field);
        let Some((category, name)) = free else {
            return Ok(self.document(field, value));
        };
        match self.decided.get(&(record.id.get(), field.to_owned())) {
            Some(Decided::Released) => return Ok(Sight::Whole(value)),
            Some(Decided::Masked(marks, reason)) => {
                let marked = marks.iter().filter_map(|(from, to)| value.get(*from..*to));
                self.hidden
                    .extend(marked.map(|one| (one.to_owned(), reason.clone())));
                let shown = detect::masked(value, marks);
                return Ok(Sight::Masked(Cow::Owned(shown), reason.clone()));
            }
            Some(Decided::Waiting) => {
                self.held += 1;
                return Ok(Sight::Held);
            }
            None => {}
        }
        let spans = self.spans(db, vault, value)?;
        if spans.is_empty() {
            return Ok(Sight::Whole(value));
        }
        let stretches = spans.iter().filter_map(|one| value.get(one.from..one.to));
        self.stretches.extend(stretches.map(str::to_owned));
        self.held += 1;
        self.found.push(Found {
            holder,
            record: record.id,
            category: *category,
            field: name,
        });
        Ok(Sight::Held)
    }

    /// A document made of texts that wait, or of which a part stays hidden, is treated as they are.
    fn document<'a>(&mut self, field: &str, value: &'a str) -> Sight<'a> {
        if field != "document" {
            return Sight::Whole(value);
        }
        if self.stretches.iter().any(|one| value.contains(one)) {
            self.held += 1;
            return Sight::Held;
        }
        let mut shown = Cow::Borrowed(value);
        let mut why = None;
        for (stretch, reason) in &self.hidden {
            if shown.contains(stretch) {
                shown = Cow::Owned(shown.replace(stretch, "[…]"));
                why = Some(reason.clone());
            }
        }
        match why {
            Some(reason) => Sight::Masked(shown, reason),
            None => Sight::Whole(value),
        }
    }

    /// What in a text may tell of others.
    pub fn spans(
        &mut self,
        db: &mut dyn Db,
        vault: &Vault,
        text: &str,
    ) -> Result<Vec<detect::Span>, StoreError> {
        let (me, cache) = (self.me, &mut self.known);
        let mut failed = None;
        let mut known = |word: &str| match cache.get(word) {
            Some(known) => *known,
            None => {
                let answer = is_name(db, vault, me, word).unwrap_or_else(|error| {
                    failed = Some(error);
                    false
                });
                cache.insert(word.to_owned(), answer);
                answer
            }
        };
        let spans = detect::mentions(text, &self.own, &mut known);
        failed.map_or(Ok(spans), Err)
    }
}

/// Whether a word is the name of somebody else in the books, found by its keyed hash: nobody's name is
/// opened for it.
fn is_name(db: &mut dyn Db, vault: &Vault, me: SubjectId, word: &str) -> Result<bool, StoreError> {
    if let Some(hint) = LookUp::name_start(word) {
        let people = hinted(db, &vault.tag(&hint), 50)?;
        if people.contains(&me) {
            return Ok(false);
        }
        if !people.is_empty() {
            return Ok(true);
        }
    }
    let staff = LookUp::of("staff_name", word);
    Ok(!hinted(db, &vault.tag(&staff), 1)?.is_empty())
}
