//! The parts of the package: JSON for each category, tables as CSV, the promises, a contact card.

use data_encoding::HEXLOWER;
use declaration::vocabulary::{Category, Origin, field};
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};
use values::Moment;
use vault::{Opened, Vault};
use web::{Error, Page};

use crate::{
    held::{Held, Strand, openings::looked},
    words,
};

/// Version of the package's layout.
const SCHEMA: &str = "karosseri-package-1";

/// One file of the package.
pub(crate) struct Part {
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Part {
    pub(super) fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self {
            name: name.into(),
            bytes,
        }
    }

    fn json(name: impl Into<String>, value: &Value) -> Result<Self, Error> {
        let text = serde_json::to_vec_pretty(value).map_err(|_| Error::Internal("package"))?;
        Ok(Self::new(name, text))
    }
}

/// Every part but the index and the manifest.
pub(super) fn parts(
    vault: &Vault,
    page: &Page,
    held: &Held,
    now: Moment,
) -> Result<Vec<Part>, Error> {
    let mut parts = Vec::new();
    for strand in &held.strands {
        push_strand(&mut parts, vault, page, "data", strand)?;
    }
    for (at, vehicle) in held.vehicles.iter().enumerate() {
        let folder = format!("vehicles/{}", at + 1);
        for strand in &vehicle.strands {
            push_strand(&mut parts, vault, page, &folder, strand)?;
        }
    }
    parts.push(Part::json("vehicles.json", &ties(held))?);
    parts.push(Part::json("consents.json", &consents(vault, held))?);
    parts.push(Part::json("requests.json", &requests(held))?);
    parts.push(Part::json("openings.json", &openings(vault, page, held))?);
    parts.push(Part::json("erased.json", &erased(held))?);
    parts.push(Part::json("declaration.json", &promises(vault, page))?);
    if let Some(card) = vcard(held, now) {
        parts.push(Part::new("contact.vcf", card.into_bytes()));
    }
    Ok(parts)
}

fn push_strand(
    parts: &mut Vec<Part>,
    vault: &Vault,
    page: &Page,
    folder: &str,
    strand: &Strand,
) -> Result<(), Error> {
    let name = strand.info.category.as_str();
    parts.push(Part::json(
        format!("{folder}/{name}.json"),
        &of_strand(vault, page, strand),
    )?);
    if !strand.records.is_empty() {
        parts.push(Part::new(
            format!("{folder}/{name}.csv"),
            csv(strand).into_bytes(),
        ));
    }
    Ok(())
}

/// An instant for machines; nothing while it is open.
fn instant(at: Moment) -> Value {
    if at.is_forever() {
        Value::Null
    } else {
        Value::String(at.rfc3339())
    }
}

fn of_strand(vault: &Vault, page: &Page, strand: &Strand) -> Value {
    let info = &strand.info;
    let declaration = vault.declaration();
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
                "counted_from": instant(reason.started_at),
                "until": instant(reason.until),
            })
        })
        .collect();
    let holds: Vec<Value> = strand
        .holds
        .iter()
        .map(|(why, review)| json!({ "reason": why, "review_on": review }))
        .collect();
    json!({
        "category": info.category.as_str(),
        "name": words::category(info.category.as_str(), page.lang),
        "state": info.state.as_str(),
        "since": instant(info.created_at),
        "keep_until": instant(info.keep_until),
        "reasons": reasons,
        "holds": holds,
        "records": strand.records.iter().map(|r| of_record(page, r)).collect::<Vec<_>>(),
    })
}

fn of_record(page: &Page, record: &Opened) -> Value {
    let fields: Vec<Value> = record
        .fields()
        .map(|(name, value)| {
            let origin = field(record.category, name).map(|known| match known.origin {
                Origin::Given => "given",
                Origin::Observed => "observed",
                Origin::Derived => "derived",
            });
            json!({
                "name": name,
                "label": words::label(record.category, name, page.lang),
                "origin": origin,
                "value": value,
            })
        })
        .collect();
    json!({
        "id": record.id.get().to_string(),
        "kind": record.kind,
        "at": instant(record.at),
        "source": record.source_kind,
        "source_in_words": words::source(&page.t, &record.source_kind),
        "source_id": record.source_ref.to_string(),
        "notice_version": record.notice_version,
        "fields": fields,
    })
}

/// RFC 4180; a byte order mark so that spreadsheets read the letters right.
fn csv(strand: &Strand) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for record in &strand.records {
        for (name, _) in record.fields() {
            if !columns.contains(&name) {
                columns.push(name);
            }
        }
    }
    let head = ["record", "kind", "at", "source", "notice_version"];
    let mut out = String::from("\u{feff}");
    row(&mut out, head.into_iter().chain(columns.iter().copied()));
    for record in &strand.records {
        let (id, at) = (record.id.get().to_string(), record.at.rfc3339());
        let fixed = [
            &id,
            &record.kind,
            &at,
            &record.source_kind,
            &record.notice_version,
        ];
        let cells = columns
            .iter()
            .map(|name| record.field(name).unwrap_or_default());
        row(&mut out, fixed.into_iter().map(String::as_str).chain(cells));
    }
    out
}

fn row<'a>(out: &mut String, cells: impl Iterator<Item = &'a str>) {
    let cells: Vec<String> = cells.map(cell).collect();
    out.push_str(&cells.join(","));
    out.push_str("\r\n");
}

/// Quoted where needed; what a spreadsheet would run as a formula is shown as text.
fn cell(text: &str) -> String {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let plain = if runs {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if plain.contains([',', '"', '\n', '\r', ';']) {
        format!("\"{}\"", plain.replace('"', "\"\""))
    } else {
        plain
    }
}

fn ties(held: &Held) -> Value {
    let current = held.vehicles.iter().enumerate().map(|(at, vehicle)| {
        json!({
            "folder": format!("vehicles/{}", at + 1),
            "as": vehicle.tie.party,
            "from": instant(vehicle.tie.starts_at),
            "until": instant(vehicle.tie.ends_at),
        })
    });
    let former = held.former.iter().map(|tie| {
        json!({ "as": tie.party, "from": instant(tie.starts_at), "until": instant(tie.ends_at) })
    });
    Value::Array(current.chain(former).collect())
}

/// Consent records after ISO/IEC TS 27560, as far as the ledger has them.
fn consents(vault: &Vault, held: &Held) -> Value {
    let declaration = vault.declaration();
    let lines = held.consents.iter().map(|line| {
        let controller = declaration.controller(line.controller);
        json!({
            "schema_version": "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr",
            "record_id": line.id.get().to_string(),
            "notice": line.text_version,
            "language": line.lang,
            "purpose": line.purpose,
            "topic": line.topic,
            "channel": line.channel,
            "controller": controller.map(|one| one.name.clone()),
            "event_type": line.state.as_str(),
            "event_time": instant(line.at),
            "recorded_at": instant(line.recorded_at),
            "given_through": line.form,
        })
    });
    Value::Array(lines.collect())
}

fn requests(held: &Held) -> Value {
    let lines = held.requests.iter().map(|request| {
        json!({
            "id": request.id.get().to_string(),
            "kind": request.kind.as_str(),
            "channel": request.channel.as_str(),
            "received_at": instant(request.received_at),
            "answer_due": instant(request.due_at),
            "rule": request.rule,
            "state": request.state.as_str(),
            "answered_at": request.answered_at.map(instant),
        })
    });
    Value::Array(lines.collect())
}

fn openings(vault: &Vault, page: &Page, held: &Held) -> Value {
    let declaration = vault.declaration();
    let lines = held.openings.iter().map(|line| {
        let words = looked(&declaration, &page.t, page.lang, line);
        json!({
            "at": instant(line.at),
            "who": words.who,
            "role": line.title,
            "purpose": line.purpose,
            "purpose_in_words": words.purpose,
            "categories": line.categories.split(',').collect::<Vec<_>>(),
            "case": line.case_kind,
            "case_id": line.case_id.to_string(),
        })
    });
    Value::Array(lines.collect())
}

fn erased(held: &Held) -> Value {
    let lines = held.erased.iter().map(|(category, at, rule)| {
        json!({ "category": category.as_str(), "at": instant(*at), "rule": rule })
    });
    Value::Array(lines.collect())
}

/// Purposes, bases, recipients and retention as they are promised today.
fn promises(vault: &Vault, page: &Page) -> Value {
    let declaration = vault.declaration();
    let tongue = words::tongue(page.lang);
    let purposes = declaration.purposes().map(|stated| {
        let mut keeps = Map::new();
        for (category, keep) in stated.retentions() {
            let said = json!({ "rule": keep.rule, "in_words": keep.text.in_lang(tongue) });
            keeps.insert(category.as_str().to_owned(), said);
        }
        json!({
            "id": stated.id.as_str(),
            "title": stated.title.in_lang(tongue),
            "why": stated.why.in_lang(tongue),
            "legal_basis": stated.basis.as_str(),
            "categories": stated.categories().iter().map(|c| c.as_str()).collect::<Vec<_>>(),
            "kept": keeps,
        })
    });
    let recipients = declaration.recipients().iter().map(|one| {
        json!({
            "name": one.name,
            "kind": one.kind,
            "service": one.service.in_lang(tongue),
            "categories": one.categories,
            "countries": one.countries,
        })
    });
    json!({
        "title": declaration.title(tongue),
        "version": declaration.version(),
        "effective_on": declaration.effective_on().to_string(),
        "hash": declaration.hash(),
        "purposes": purposes.collect::<Vec<_>>(),
        "recipients": recipients.collect::<Vec<_>>(),
        "rights": declaration.source().rights.iter().map(|right| json!({
            "id": right.id, "article": right.article, "text": right.text.in_lang(tongue),
        })).collect::<Vec<_>>(),
        "complaint": words::complaint(vault, page.lang),
    })
}

/// vCard 4.0 (RFC 6350) of the newest contact.
fn vcard(held: &Held, now: Moment) -> Option<String> {
    let contact = held
        .strands
        .iter()
        .find(|s| s.info.category == Category::Contact)?;
    let record = contact
        .records
        .iter()
        .max_by_key(|record| (record.at, record.id))?;
    let name = record.field("name")?;
    let mut card = format!("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{}\r\n", escaped(name));
    for (field, property) in [
        ("email", "EMAIL"),
        ("phone", "TEL"),
        ("organisation", "ORG"),
    ] {
        if let Some(value) = record.field(field) {
            card.push_str(&format!("{property}:{}\r\n", escaped(value)));
        }
    }
    let rev = now.rfc3339().replace(['-', ':'], "");
    card.push_str(&format!("REV:{rev}\r\nEND:VCARD\r\n"));
    Some(card)
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\")
        .replace(',', "\\,")
        .replace(';', "\\;")
        .replace('\n', "\\n")
}

/// What is in the package, with the SHA-256 of each part.
pub(super) fn manifest(
    vault: &Vault,
    page: &Page,
    parts: &[Part],
    now: Moment,
) -> Result<Part, Error> {
    let declaration = vault.declaration();
    let files: Vec<Value> = parts
        .iter()
        .map(|part| {
            let hash = HEXLOWER.encode(&Sha256::digest(&part.bytes));
            json!({ "path": part.name, "bytes": part.bytes.len(), "sha256": hash })
        })
        .collect();
    let controllers = declaration.controllers().iter();
    let controllers: Vec<Value> = controllers
        .map(|one| json!({ "name": one.name, "org_no": one.org_no, "email": one.email }))
        .collect();
    let manifest = json!({
        "schema": SCHEMA,
        "created": now.rfc3339(),
        "language": page.lang.tag(),
        "controllers": controllers,
        "declaration_version": declaration.version(),
        "files": files,
    });
    Part::json("manifest.json", &manifest)
}
