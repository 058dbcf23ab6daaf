//! The writing: one snapshot of the books, record after record, each straight into the archive.

use std::collections::BTreeMap;

use declaration::vocabulary::Category;
use serde_json::{Value, json};
use store::{Db, StoreError};
use values::{StrandId, SubjectId};
use vault::{Opened, Vault, VaultError, record_spans, records_between};
use web::{Error, Page};

use super::{
    Frame, Holder, Line, Scope,
    archive::Archive,
    cards, parts,
    site::{Nav, Site},
    told,
};
use crate::{
    review::{Found, Screen},
    words,
};

/// A copy that is written and not yet sent.
pub(crate) struct Written {
    pub bytes: Vec<u8>,
    /// Fields that an officer must look at.
    pub found: Vec<Found>,
    /// The strands it was made of, by whom they belong to.
    pub strands: Vec<(SubjectId, Vec<StrandId>)>,
}

/// Why writing stopped.
pub(super) enum Stop {
    Store(StoreError),
    Vault(VaultError),
    Other(&'static str),
}

impl From<StoreError> for Stop {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<zip::result::ZipError> for Stop {
    fn from(_: zip::result::ZipError) -> Self {
        Self::Other("the package could not be written")
    }
}

impl From<askama::Error> for Stop {
    fn from(_: askama::Error) -> Self {
        Self::Other("a page of the package")
    }
}

impl From<serde_json::Error> for Stop {
    fn from(_: serde_json::Error) -> Self {
        Self::Other("a file of the package")
    }
}

impl From<Stop> for Error {
    fn from(stop: Stop) -> Self {
        match stop {
            Stop::Store(error) => error.into(),
            // A key that went between the reading and the opening: what it kept is gone.
            Stop::Vault(VaultError::Gone) => Self::Conflict("rights-package-changed"),
            Stop::Vault(error) => error.into(),
            Stop::Other(what) => Self::Internal(what),
        }
    }
}

/// Writes the copy.
pub(crate) async fn write(vault: &Vault, page: &Page, frame: Frame) -> Result<Written, Error> {
    let (vault_in, page) = (vault.clone(), page.clone());
    let done = vault
        .store()
        .read_long(move |db| Ok(all(db, &vault_in, &page, frame)));
    Ok(done.await??)
}

/// Everything that is needed while it is written.
pub(super) struct Writer<'a> {
    pub vault: &'a Vault,
    pub page: &'a Page,
    pub frame: &'a Frame,
    pub archive: Archive,
    pub screen: Screen,
    pub site: Site,
    /// Records by file.
    pub counts: BTreeMap<String, usize>,
    /// Records by where they come from.
    pub sources: BTreeMap<String, usize>,
    /// Newest contact, to be written as a card.
    pub card: Option<cards::Card>,
}

fn all(db: &mut dyn Db, vault: &Vault, page: &Page, frame: Frame) -> Result<Written, Stop> {
    let decided = frame.decided.clone();
    let mut writer = Writer {
        vault,
        page,
        frame: &frame,
        archive: Archive::new(frame.made),
        screen: Screen::new(frame.me, &vault.declaration(), decided),
        site: Site::of(&frame, page),
        counts: BTreeMap::new(),
        sources: BTreeMap::new(),
        card: None,
    };
    for holder in &frame.holders {
        writer.learn(db, holder)?;
    }
    for holder in &frame.holders {
        for line in &holder.lines {
            writer.strand(db, holder, line)?;
        }
    }
    parts::write(&mut writer)?;
    if frame.scope == Scope::Access {
        super::topics::write(&mut writer)?;
    }
    parts::manifest(&mut writer)?;
    let strands = frame.holders.iter().map(|holder| {
        let ids = holder.lines.iter().map(|line| line.info.id);
        (holder.subject, ids.collect())
    });
    Ok(Written {
        found: std::mem::take(&mut writer.screen.found),
        bytes: writer.archive.finish()?,
        strands: strands.collect(),
    })
}

/// Categories that say what is the person's own.
const OWN: &[Category] = &[
    Category::Contact,
    Category::Deliverer,
    Category::VehicleLink,
    Category::Vehicle,
    Category::Billing,
    Category::Marketing,
    Category::Account,
];

/// What is done with each opened record.
type Act<'a, W> = &'a mut dyn FnMut(&mut W, &mut dyn Db, Opened) -> Result<(), Stop>;

impl Writer<'_> {
    /// Opens each record of a category and hands it on.
    fn each(
        &mut self,
        db: &mut dyn Db,
        holder: &Holder,
        category: Category,
        act: Act<'_, Self>,
    ) -> Result<(), Stop> {
        let Some(permit) = &holder.permit else {
            return Ok(());
        };
        if holder.locked.contains(&category) {
            return Ok(());
        }
        for span in record_spans(db, holder.subject, category)? {
            for raw in records_between(db, holder.subject, category, span)? {
                let opened = self.vault.open_any(permit, &raw).map_err(Stop::Vault)?;
                act(self, db, opened)?;
            }
        }
        Ok(())
    }

    fn learn(&mut self, db: &mut dyn Db, holder: &Holder) -> Result<(), Stop> {
        let own = holder.lines.iter().map(|line| line.info.category);
        for category in own.filter(|category| OWN.contains(category)) {
            self.each(db, holder, category, &mut |writer, _, opened| {
                writer.screen.learn(&opened);
                if opened.kind == "contact" && holder.is_person() {
                    writer.card = cards::Card::of(&opened).or(writer.card.take());
                }
                Ok(())
            })?;
        }
        Ok(())
    }

    /// One category: JSON, table and page side by side, record after record.
    fn strand(&mut self, db: &mut dyn Db, holder: &Holder, line: &Line) -> Result<(), Stop> {
        let (category, made) = (line.info.category, self.frame.made);
        let name = category.as_str();
        let reads = self.frame.scope == Scope::Access;
        let columns = told::columns(category, self.frame.scope);
        let mut sides = Sides {
            table: Archive::new(made),
            pages: Archive::new(made),
            files: Archive::new(made),
            count: 0,
        };
        let path = format!("{}/{name}", holder.folder);
        self.archive
            .start(format!("{path}.json"), Some("category"))?;
        let locked = holder.locked.contains(&category);
        self.archive.put(self.head(line, locked)?.as_bytes())?;
        sides.table.start(format!("{path}.csv"), None)?;
        sides.table.put(told::csv_head(&columns).as_bytes())?;
        let nav = Nav::of_category(self.page, holder, category);
        if reads {
            sides.pages.start(nav.file.clone(), None)?;
            let top = self
                .site
                .category_top(self.vault, self.page, (holder, line), &nav)?;
            sides.pages.put(top.as_bytes())?;
        }
        let side = &mut sides;
        self.each(db, holder, category, &mut |writer, db, opened| {
            writer.record(db, holder, &opened, &columns, side)
        })?;
        self.archive.put(b"]}")?;
        if reads {
            sides.pages.put(self.site.end(self.page)?.as_bytes())?;
        }
        self.counts.insert(nav.file, sides.count);
        for side in [sides.table, sides.pages, sides.files] {
            self.archive.absorb(side)?;
        }
        Ok(())
    }

    /// One record, in each of its forms.
    fn record(
        &mut self,
        db: &mut dyn Db,
        holder: &Holder,
        opened: &Opened,
        columns: &[&'static str],
        sides: &mut Sides,
    ) -> Result<(), Stop> {
        let mut told = told::frame(self.page, opened);
        for (name, value) in opened.fields() {
            let goes = self.frame.scope == Scope::Access || told::travels(opened.category, name);
            if !goes {
                continue;
            }
            let sight = self
                .screen
                .look(db, self.vault, holder.subject, opened, name, value)?;
            let mut field = told::field_out(self.page, opened, name, sight);
            if let Some(text) = field.value.as_deref()
                && let Some(file) = cards::attachment(opened, name, text)
            {
                sides.files.file(file.path.clone(), &file.bytes, None)?;
                field.file = Some(file.path);
                if file.instead {
                    field.value = None;
                }
            }
            told.fields.push(field);
        }
        if told.fields.is_empty() {
            return Ok(());
        }
        let mut text = Vec::with_capacity(1024);
        if sides.count > 0 {
            text.push(b',');
        }
        serde_json::to_writer(&mut text, &told)?;
        self.archive.put(&text)?;
        let mut row = String::with_capacity(256);
        told::csv_row(&mut row, &told, columns);
        sides.table.put(row.as_bytes())?;
        if self.frame.scope == Scope::Access {
            let shown = self.site.record(self.page, opened.at, &told)?;
            sides.pages.put(shown.as_bytes())?;
        }
        sides.count += 1;
        *self.sources.entry(opened.source_kind.clone()).or_default() += 1;
        Ok(())
    }

    /// What is said of a category before its records: an object that is not closed yet.
    fn head(&self, line: &Line, locked: bool) -> Result<String, Stop> {
        let (vault, page, info) = (self.vault, self.page, &line.info);
        let declaration = vault.declaration();
        let rules = vault.rules();
        let reasons: Vec<Value> = info
            .reasons
            .iter()
            .map(|reason| {
                json!({
                    "purpose": reason.purpose,
                    "purpose_in_words": words::purpose(&declaration, &reason.purpose, page.lang),
                    "legal_basis": words::basis(&declaration, &reason.purpose, page.lang),
                    "because_of": reason.source_kind,
                    "because_of_id": reason.source_id.to_string(),
                    "rule": reason.rule,
                    "rule_in_words": words::rule(vault, &reason.rule, page.lang),
                    "reference": rules.cited(&reason.rule).map_or("", |rule| rule.reference.as_str()),
                    "counted_from": parts::instant(reason.started_at),
                    "until": parts::instant(reason.until),
                })
            })
            .collect();
        let holds: Vec<Value> = line
            .holds
            .iter()
            .map(|(why, review)| {
                json!({ "reason": why, "reason_in_words": words::hold(&page.t, why), "review_on": review })
            })
            .collect();
        let head = json!({
            "schema": "karosseri-category-2",
            "category": info.category.as_str(),
            "name": words::category(info.category.as_str(), page.lang),
            "state": info.state.as_str(),
            "since": parts::instant(info.created_at),
            "keep_until": parts::instant(info.keep_until),
            "reasons": reasons,
            "holds": holds,
            "locked": locked,
        });
        let mut text = serde_json::to_string(&head)?;
        text.pop();
        text.push_str(",\"records\":[");
        Ok(text)
    }
}

/// What is written beside the JSON of a category.
struct Sides {
    table: Archive,
    pages: Archive,
    files: Archive,
    count: usize,
}
