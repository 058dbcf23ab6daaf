//! The letters about a booking, with the calendar file.

use letters::Letter;
use values::{Email, Moment};
use vault::Vault;
use web::{App, Text};

use super::{BookingRow, Event, calendar, code_of};
use crate::catalogue::{Service, Workshop};

/// What a letter is about.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Kind {
    /// A time was booked.
    Booked,
    /// It was moved.
    Moved,
    /// It was given up.
    Cancelled,
    /// It holds again.
    Reopened,
}

/// `mandag 23. november 2026 kl. 08:00`, in a text's own language.
pub(crate) fn when(text: &Text, at: Moment) -> String {
    let local = at.local();
    let weekday = format!("day-{}", local.date().weekday().to_monday_one_offset());
    let month = format!("month-{}", local.month());
    let time = format!("{:02}:{:02}", local.hour(), local.minute());
    let day = i64::from(local.day());
    let year = local.year().to_string();
    text.f(
        "booking-when",
        &[
            ("weekday", &text.s(&weekday)),
            ("day", &day),
            ("month", &text.s(&month)),
            ("year", &year.as_str()),
            ("time", &time.as_str()),
        ],
    )
}

/// The address of a booking's own page.
pub(crate) fn address(app: &App, vault: &Vault, row: &BookingRow) -> String {
    let prefix = row.lang.prefix();
    let base = &app.settings.base_url;
    format!("{base}{prefix}/time/{}", code_of(vault, row.id))
}

/// The calendar file of a booking.
pub(crate) fn file(
    app: &App,
    row: &BookingRow,
    workshop: &Workshop,
    service: &Service,
    now: Moment,
) -> String {
    let text = app.texts.of(row.lang);
    let host = app.settings.base_url.split("://").last().unwrap_or("local");
    let host = host.split([':', '/']).next().unwrap_or("local");
    let summary = text.f(
        "booking-calendar-summary",
        &[
            ("service", &service.name(row.lang)),
            ("house", &app.settings.house.as_str()),
        ],
    );
    let description = text.f1(
        "booking-calendar-description",
        "reference",
        row.reference.as_str(),
    );
    let place = format!("{}, {}", workshop.name, workshop.place());
    calendar(&Event {
        id: row.id.get(),
        host,
        sequence: row.sequence,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        now,
        summary: &summary,
        place: &place,
        description: &description,
        cancelled: matches!(row.state, super::State::Cancelled),
    })
}

/// Writes the letter in the booking's language. The plate is not in it: the page of the link shows it.
pub(crate) fn write(
    app: &App,
    vault: &Vault,
    row: &BookingRow,
    (email, workshop, service): (&Email, &Workshop, &Service),
    kind: Kind,
) -> Letter {
    let text = app.texts.of(row.lang);
    let (subject, body) = match kind {
        Kind::Booked => ("letter-booked-subject", "letter-booked-text"),
        Kind::Moved => ("letter-moved-subject", "letter-moved-text"),
        Kind::Cancelled => ("letter-cancelled-subject", "letter-cancelled-text"),
        Kind::Reopened => ("letter-reopened-subject", "letter-reopened-text"),
    };
    let when = when(text, row.starts_at);
    let place = workshop.place();
    let link = match kind {
        Kind::Cancelled => format!("{}{}/bestill", app.settings.base_url, row.lang.prefix()),
        _ => address(app, vault, row),
    };
    let subject = text.f1(subject, "when", when.as_str());
    let body = text.f(
        body,
        &[
            ("service", &service.name(row.lang)),
            ("when", &when.as_str()),
            ("workshop", &workshop.name.as_str()),
            ("place", &place.as_str()),
            ("reference", &row.reference.as_str()),
            ("link", &link.as_str()),
            ("house", &app.settings.house.as_str()),
        ],
    );
    let now = vault.world().now();
    Letter::new(email.clone(), subject, body)
        .in_lang(row.lang)
        .from(row.controller)
        .with_calendar(file(app, row, workshop, service, now))
}
