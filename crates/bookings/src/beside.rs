//! What lies in this slice's own tables about a person, for their copy: the times they booked, as a table
//! and as a calendar, and the look-ups in the vehicle register that were made for them.

use customers::{Aside, Beside, Cell};
use store::Db;
use values::SubjectId;
use vault::Vault;
use vehicles::{LookUpLine, look_ups_for};
use web::{App, Later, Page};

use crate::{
    book::{self, BookingRow, Event, State},
    catalogue::Catalogue,
};

/// Bookings, and look-ups made for them.
pub struct BookingsBeside;

impl Beside for BookingsBeside {
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let read = move |db: &mut dyn Db| {
                let rows = book::find_by_subjects(db, &[who])?;
                let mut looked = Vec::new();
                for row in &rows {
                    looked.extend(look_ups_for(db, "booking", row.id.get())?);
                }
                Ok((rows, looked, Catalogue::load(db)?))
            };
            let (rows, looked, catalogue) = vault.store().read_long(read).await?;
            let mut told = Vec::new();
            if !rows.is_empty() {
                told.push(bookings(app, page, &rows, &catalogue));
            }
            if !looked.is_empty() {
                told.push(look_ups(page, &looked));
            }
            Ok(told)
        })
    }
}

fn service<'a>(catalogue: &'a Catalogue, page: &Page, row: &BookingRow) -> &'a str {
    let service = catalogue.service(row.service);
    service.map_or("", |one| one.name(page.lang))
}

fn place(catalogue: &Catalogue, row: &BookingRow) -> String {
    let place = catalogue.workshop(row.workshop);
    place.map_or_else(String::new, |one| format!("{}, {}", one.name, one.city))
}

fn bookings(app: &App, page: &Page, rows: &[BookingRow], catalogue: &Catalogue) -> Aside {
    let label = |key: &str| page.t.s(key).to_owned();
    let cells = |row: &BookingRow| {
        vec![
            Cell::At(row.starts_at),
            Cell::At(row.ends_at),
            Cell::Text(service(catalogue, page, row).to_owned()),
            Cell::Text(place(catalogue, row)),
            Cell::Text(row.reference.clone()),
            Cell::Word(row.state.as_str(), label(row.state.message_id())),
            Cell::At(row.made_at),
            Cell::Text(row.notice_version.clone()),
        ]
    };
    Aside {
        name: "bookings",
        title: label("beside-bookings"),
        lead: label("beside-bookings-lead"),
        columns: vec![
            ("starts_at", label("beside-from")),
            ("ends_at", label("beside-until")),
            ("service", label("beside-service")),
            ("place", label("beside-place")),
            ("reference", label("beside-reference")),
            ("state", label("beside-state")),
            ("made_at", label("beside-made")),
            ("notice_version", label("beside-notice")),
        ],
        rows: rows.iter().map(cells).collect(),
        calendar: Some(calendar(app, page, rows, catalogue)),
        portable: true,
    }
}

/// Every booking in one calendar: the head of the first, and the event of each.
fn calendar(app: &App, page: &Page, rows: &[BookingRow], catalogue: &Catalogue) -> String {
    let base = app.settings.base_url.as_str();
    let host = base.split("://").nth(1).unwrap_or(base);
    let mut whole = String::new();
    for row in rows {
        let event = Event {
            id: row.id.get(),
            host,
            sequence: row.sequence,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            now: page.now(),
            summary: service(catalogue, page, row),
            place: &place(catalogue, row),
            description: &row.reference,
            cancelled: row.state == State::Cancelled,
        };
        let one = book::calendar(&event);
        let (Some(from), Some(until)) = (one.find("BEGIN:VEVENT"), one.find("END:VCALENDAR"))
        else {
            continue;
        };
        if whole.is_empty() {
            // A file of many events has no method of its own (RFC 5546 is about single ones).
            let head = one[..from].split_inclusive("\r\n");
            whole.extend(head.filter(|line| !line.starts_with("METHOD:")));
        }
        whole.push_str(&one[from..until]);
    }
    whole.push_str("END:VCALENDAR\r\n");
    whole
}

/// Look-ups in the register as a table: what for, by whom (never a name), with what outcome.
pub fn look_ups(page: &Page, lines: &[LookUpLine]) -> Aside {
    let label = |key: &str| page.t.s(key).to_owned();
    let cells = |line: &LookUpLine| {
        let (who, who_key) = match line.actor_kind.as_str() {
            "staff" => ("staff", "beside-by-staff"),
            "subject" | "link" | "visitor" => ("person", "beside-by-you"),
            _ => ("program", "beside-by-program"),
        };
        let (case, case_key) = match line.case_kind.as_str() {
            "visit" => ("visit", "beside-case-visit"),
            _ => ("booking", "beside-case-booking"),
        };
        let (outcome, outcome_key) = match line.outcome.as_str() {
            "found" => ("found", "beside-lookup-found"),
            "unknown" => ("unknown", "beside-lookup-unknown"),
            _ => ("no_answer", "beside-lookup-none"),
        };
        vec![
            Cell::At(line.at),
            Cell::Word(case, label(case_key)),
            Cell::Word(who, label(who_key)),
            Cell::Word(outcome, label(outcome_key)),
        ]
    };
    Aside {
        name: "register_lookups",
        title: label("beside-lookups"),
        lead: label("beside-lookups-lead"),
        columns: vec![
            ("at", label("beside-at")),
            ("case", label("beside-case")),
            ("asked_by", label("beside-asked-by")),
            ("outcome", label("beside-outcome")),
        ],
        rows: lines.iter().map(cells).collect(),
        calendar: None,
        portable: false,
    }
}
