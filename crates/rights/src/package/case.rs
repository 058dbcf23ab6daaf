//! What became of a person's requests, as tables of their copy: what was objected to and how it was
//! weighed, what was restricted, why and until when, and what happened to each case.

use customers::{Aside, Cell};
use declaration::vocabulary::Purpose;
use store::{Db, Row, StoreError};
use values::{Moment, SubjectId};
use vault::{Vault, VaultError};
use web::Page;

use crate::{
    requests::{Kind, What},
    restriction::Ground,
    words,
};

pub(crate) mod sql {
    store::queries! {
        /// What a person has objected to.
        OBJECTED = "SELECT o.purpose, o.state, o.at, o.decided_at FROM rights_objection o JOIN rights_request r ON r.id = o.request_id WHERE r.subject_id = $1 ORDER BY o.at, o.purpose";
        /// What was restricted, lifted or not.
        RESTRICTED = "SELECT ground, set_at, notice_at, lifted_at FROM rights_restriction WHERE subject_id = $1 ORDER BY set_at, id";
        /// What happened to a person's cases.
        STEPS = "SELECT r.kind, r.received_at, e.at, e.what, e.actor_kind FROM rights_event e JOIN rights_request r ON r.id = e.request_id WHERE r.subject_id = $1 ORDER BY e.at, e.id";
    }
}

/// Name, and the messages with the heading, the sentence under it and the columns.
type Head = (
    &'static str,
    [&'static str; 2],
    &'static [(&'static str, &'static str)],
);

const OBJECTED: Head = (
    "objections",
    ["copy-objected", "copy-objected-lead"],
    &[
        ("purpose", "copy-objected-to"),
        ("state", "copy-objected-state"),
        ("at", "rights-when"),
        ("decided_at", "copy-objected-decided"),
    ],
);

const RESTRICTED: Head = (
    "restrictions",
    ["copy-restricted", "copy-restricted-lead"],
    &[
        ("ground", "copy-restricted-why"),
        ("since", "copy-restricted-since"),
        ("told_at", "copy-restricted-told"),
        ("lifted_at", "copy-restricted-lifted"),
    ],
);

const STEPS: Head = (
    "case_steps",
    ["copy-steps", "copy-steps-lead"],
    &[
        ("request", "copy-steps-of"),
        ("received_at", "copy-came"),
        ("what", "rights-what"),
        ("by", "copy-steps-by"),
        ("at", "rights-when"),
    ],
);

/// The tables that have something in them.
///
/// # Errors
/// When the store fails.
pub(super) async fn asides(
    vault: &Vault,
    page: &Page,
    who: SubjectId,
) -> Result<Vec<Aside>, VaultError> {
    let id = who.get();
    let read = move |db: &mut dyn Db| {
        let mut all = Vec::with_capacity(3);
        for statement in [&sql::OBJECTED, &sql::RESTRICTED, &sql::STEPS] {
            all.push(db.all(statement, &[id.into()])?);
        }
        Ok(all)
    };
    let found = vault.store().read(read).await?;
    type Cells = fn(&Vault, &Page, &Row) -> Result<Vec<Cell>, StoreError>;
    let kinds: [(Head, Cells); 3] = [
        (OBJECTED, objected),
        (RESTRICTED, restricted),
        (STEPS, step),
    ];
    let mut tables = Vec::new();
    for ((head, cells), rows) in kinds.into_iter().zip(found) {
        let rows = rows.iter().map(|row| cells(vault, page, row));
        let rows = rows.collect::<Result<Vec<_>, _>>()?;
        if !rows.is_empty() {
            tables.push(table(page, head, rows));
        }
    }
    Ok(tables)
}

fn table(page: &Page, (name, [title, lead], columns): Head, rows: Vec<Vec<Cell>>) -> Aside {
    let label = |key: &str| page.t.s(key).to_owned();
    let columns = columns.iter().map(|(name, key)| (*name, label(key)));
    Aside {
        name,
        title: label(title),
        lead: label(lead),
        columns: columns.collect(),
        rows,
        calendar: None,
        portable: false,
    }
}

fn unknown(what: &str) -> StoreError {
    StoreError::Type(format!("{what}: unknown"))
}

fn at(row: &Row, name: &str) -> Result<Cell, StoreError> {
    Ok(Cell::maybe_at(row.opt_i64(name)?.map(Moment::from_millis)))
}

fn objected(vault: &Vault, page: &Page, row: &Row) -> Result<Vec<Cell>, StoreError> {
    let purpose = Purpose::from_name(row.text("purpose")?);
    let purpose = purpose.ok_or_else(|| unknown("rights_objection.purpose"))?;
    let (state, key) = match row.text("state")? {
        "upheld" => ("upheld", "rights-objection-upheld"),
        "overruled" => ("overruled", "rights-objection-overruled"),
        _ => ("pending", "rights-objection-pending"),
    };
    let declaration = vault.declaration();
    let title = words::purpose(&declaration, purpose.as_str(), page.lang);
    Ok(vec![
        Cell::Word(purpose.as_str(), title),
        Cell::Word(state, page.t.s(key).to_owned()),
        at(row, "at")?,
        at(row, "decided_at")?,
    ])
}

fn restricted(_: &Vault, page: &Page, row: &Row) -> Result<Vec<Cell>, StoreError> {
    let ground = Ground::from_name(row.text("ground")?);
    let ground = ground.ok_or_else(|| unknown("rights_restriction.ground"))?;
    Ok(vec![
        Cell::Word(ground.as_str(), page.t.s(ground.key()).to_owned()),
        at(row, "set_at")?,
        at(row, "notice_at")?,
        at(row, "lifted_at")?,
    ])
}

fn step(_: &Vault, page: &Page, row: &Row) -> Result<Vec<Cell>, StoreError> {
    let kind = Kind::from_name(row.text("kind")?);
    let kind = kind.ok_or_else(|| unknown("rights_request.kind"))?;
    let what = What::from_name(row.text("what")?);
    let what = what.ok_or_else(|| unknown("rights_event.what"))?;
    // Who of the house it was stands in the log of openings by role; names of colleagues are not told.
    let by = match row.text("actor_kind")? {
        "staff" => page.t.s("copy-steps-by-staff").to_owned(),
        kind => words::actor(&page.t, kind),
    };
    Ok(vec![
        Cell::Word(kind.as_str(), page.t.s(kind.key()).to_owned()),
        at(row, "received_at")?,
        Cell::Word(what.as_str(), page.t.s(what.key()).to_owned()),
        Cell::Text(by),
        at(row, "at")?,
    ])
}
