//! The calendar file (RFC 5545): the same UID through every change, a higher SEQUENCE each time, and
//! nothing in it that a shared calendar should not show.

use values::Moment;

/// A booking for a calendar.
pub struct Event<'a> {
    /// The booking's id and the house's host make the UID.
    pub id: i64,
    /// Host of the house.
    pub host: &'a str,
    /// How often it was changed.
    pub sequence: i64,
    /// From.
    pub starts_at: Moment,
    /// Until.
    pub ends_at: Moment,
    /// When the file is written.
    pub now: Moment,
    /// What, without a plate or a name.
    pub summary: &'a str,
    /// Where.
    pub place: &'a str,
    /// The reference, in words.
    pub description: &'a str,
    /// Whether it is given up.
    pub cancelled: bool,
}

const ZONE: &str = "BEGIN:VTIMEZONE\r\nTZID:Europe/Oslo\r\nBEGIN:STANDARD\r\nDTSTART:19961027T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nBEGIN:DAYLIGHT\r\nDTSTART:19960331T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\nEND:DAYLIGHT\r\nEND:VTIMEZONE\r\n";

/// Writes the file.
#[must_use]
pub fn calendar(event: &Event<'_>) -> String {
    let (method, status) = if event.cancelled {
        ("CANCEL", "CANCELLED")
    } else {
        ("PUBLISH", "CONFIRMED")
    };
    let mut out = String::with_capacity(1200);
    line(&mut out, "BEGIN:VCALENDAR");
    line(&mut out, "VERSION:2.0");
    line(&mut out, "PRODID:-//Karosseri//Booking//NO");
    line(&mut out, &format!("METHOD:{method}"));
    out.push_str(ZONE);
    line(&mut out, "BEGIN:VEVENT");
    line(
        &mut out,
        &format!("UID:booking-{}@{}", event.id, event.host),
    );
    line(&mut out, &format!("SEQUENCE:{}", event.sequence));
    line(&mut out, &format!("DTSTAMP:{}", utc(event.now)));
    for (name, at) in [("DTSTART", event.starts_at), ("DTEND", event.ends_at)] {
        line(&mut out, &format!("{name};TZID=Europe/Oslo:{}", wall(at)));
    }
    for (name, text) in [
        ("SUMMARY", event.summary),
        ("LOCATION", event.place),
        ("DESCRIPTION", event.description),
    ] {
        line(&mut out, &format!("{name}:{}", escaped(text)));
    }
    line(&mut out, &format!("STATUS:{status}"));
    line(&mut out, "CLASS:PRIVATE");
    line(&mut out, "END:VEVENT");
    line(&mut out, "END:VCALENDAR");
    out
}

fn wall(at: Moment) -> String {
    let local = at.local();
    format!(
        "{:04}{:02}{:02}T{:02}{:02}{:02}",
        local.year(),
        local.month(),
        local.day(),
        local.hour(),
        local.minute(),
        local.second()
    )
}

fn utc(at: Moment) -> String {
    at.rfc3339()
        .chars()
        .filter(|c| !matches!(c, '-' | ':'))
        .collect()
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Folds at 75 octets, never inside a character.
fn line(out: &mut String, text: &str) {
    let mut room = 75;
    for c in text.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
}
