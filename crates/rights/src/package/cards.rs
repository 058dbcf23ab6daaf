//! Files other programs take: a contact card (RFC 6350), and what lies in a record as a file.

use data_encoding::BASE64;
use values::Moment;
use vault::Opened;

use crate::held::letter;

/// The newest contact.
pub(super) struct Card {
    name: String,
    lines: Vec<(&'static str, String)>,
}

impl Card {
    /// A contact record as a card; nothing without a name.
    pub fn of(record: &Opened) -> Option<Self> {
        let name = record.field("name")?.to_owned();
        let known = [
            ("email", "EMAIL"),
            ("phone", "TEL;TYPE=voice"),
            ("organisation", "ORG"),
            ("language", "LANG"),
        ];
        let lines = known
            .into_iter()
            .filter_map(|(field, property)| Some((property, record.field(field)?.to_owned())));
        Some(Self {
            name,
            lines: lines.collect(),
        })
    }

    /// vCard 4.0.
    pub fn text(&self, now: Moment) -> String {
        let mut card = String::new();
        line(&mut card, "BEGIN:VCARD");
        line(&mut card, "VERSION:4.0");
        line(&mut card, &format!("FN:{}", escaped(&self.name)));
        for (property, value) in &self.lines {
            line(&mut card, &format!("{property}:{}", escaped(value)));
        }
        let rev: String = now.rfc3339().replace(['-', ':'], "");
        line(&mut card, &format!("REV:{rev}"));
        line(&mut card, "END:VCARD");
        card
    }
}

/// Folds at 75 octets, never inside a character (RFC 6350, 3.2).
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

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(',', "\\,")
        .replace(';', "\\;")
        .replace("\r\n", "\\n")
        .replace('\n', "\\n")
}

/// A file of the package that a field holds.
pub(super) struct Attachment {
    pub path: String,
    pub bytes: Vec<u8>,
    /// Whether only the file has it: nobody reads bytes in a table.
    pub instead: bool,
}

/// Fields that hold a file: a document as it was given out, a calendar file, a scan or a photo (as
/// `data:` with its type and base64).
pub(super) fn attachment(record: &Opened, field: &str, text: &str) -> Option<Attachment> {
    if !matches!(field, "document" | "calendar" | "file" | "scan") {
        return None;
    }
    let path = |ending: &str| format!("attachments/{}-{field}.{ending}", record.id.get());
    if let Some(scan) = letter::scanned(record, field, text) {
        return Some(Attachment {
            path: path(scan.kind.ending()),
            bytes: scan.bytes,
            instead: true,
        });
    }
    let scan = text
        .strip_prefix("data:")
        .and_then(|rest| rest.split_once(";base64,"));
    if let Some((kind, coded)) = scan {
        let ending = match kind {
            "image/jpeg" => "jpg",
            "image/png" => "png",
            "application/pdf" => "pdf",
            _ => "bin",
        };
        let bytes = BASE64.decode(coded.trim().as_bytes()).ok()?;
        return Some(Attachment {
            path: path(ending),
            bytes,
            instead: true,
        });
    }
    let ending = match text.trim_start().get(..15).unwrap_or_default() {
        start if start.starts_with("BEGIN:VCALENDAR") => "ics",
        start if start.starts_with('<') => "html",
        _ => return None,
    };
    Some(Attachment {
        path: path(ending),
        bytes: text.as_bytes().to_vec(),
        instead: false,
    })
}
