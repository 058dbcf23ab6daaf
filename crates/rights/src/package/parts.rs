//! The machine files beside the records: vehicles, consents, requests, openings, what the slices keep,
//! the promises, the schemas; and the manifest.

use customers::{Aside, Cell};
use serde_json::{Map, Value, json};
use values::Moment;
use web::Page;

use super::{
    Scope,
    schema::{self, SCHEMAS},
    write::{Stop, Writer},
};
use crate::{held::openings::looked, words};

/// An instant for machines; nothing while it is open.
pub(super) fn instant(at: Moment) -> Value {
    if at.is_forever() {
        Value::Null
    } else {
        Value::String(at.rfc3339())
    }
}

/// Every machine file but the records and the manifest.
pub(super) fn write(writer: &mut Writer<'_>) -> Result<(), Stop> {
    let (frame, page) = (writer.frame, writer.page);
    put(writer, "vehicles.json", "vehicles", &ties(writer))?;
    if frame.scope == Scope::Access {
        put(writer, "consents.json", "consents", &consents(writer))?;
        put(writer, "requests.json", "requests", &requests(writer))?;
        put(writer, "openings.json", "openings", &openings(writer))?;
        put(writer, "erased.json", "erased", &erased(writer))?;
        put(writer, "declaration.json", "declaration", &promises(writer))?;
    }
    for aside in &frame.asides {
        let path = format!("tables/{}.json", aside.name);
        put(writer, &path, "table", &table(aside))?;
        let rows = table_csv(page, aside);
        writer
            .archive
            .file(format!("tables/{}.csv", aside.name), rows.as_bytes(), None)?;
        if let Some(calendar) = &aside.calendar {
            let path = format!("{}.ics", aside.name);
            writer.archive.file(path, calendar.as_bytes(), None)?;
        }
    }
    if let Some(card) = &writer.card {
        let text = card.text(frame.made);
        writer.archive.file("contact.vcf", text.as_bytes(), None)?;
    }
    for (name, text) in SCHEMAS {
        writer
            .archive
            .file(format!("schemas/{name}.json"), text.as_bytes(), None)?;
    }
    if frame.scope == Scope::Portable {
        let said = page.t.f1("copy-portable-readme", "house", page.house());
        writer.archive.file("README.txt", said.as_bytes(), None)?;
    }
    Ok(())
}

fn put(
    writer: &mut Writer<'_>,
    path: &str,
    schema: &'static str,
    value: &Value,
) -> Result<(), Stop> {
    let text = serde_json::to_vec_pretty(value)?;
    Ok(writer.archive.file(path, &text, Some(schema))?)
}

fn ties(writer: &Writer<'_>) -> Value {
    let frame = writer.frame;
    let current = frame.holders.iter().filter_map(|holder| {
        let tie = holder.tie.as_ref()?;
        Some(json!({
            "folder": holder.folder,
            "as": tie.party,
            "from": instant(tie.starts_at),
            "until": instant(tie.ends_at),
        }))
    });
    let former = frame.former.iter().map(|tie| {
        json!({ "as": tie.party, "from": instant(tie.starts_at), "until": instant(tie.ends_at) })
    });
    Value::Array(current.chain(former).collect())
}

/// Consent records after ISO/IEC TS 27560, as far as the ledger has them.
fn consents(writer: &Writer<'_>) -> Value {
    let declaration = writer.vault.declaration();
    let lines = writer.frame.consents.iter().map(|line| {
        let controller = declaration.controller(line.controller);
        json!({
            "schema_version": "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr",
            "record_id": line.id.get().to_string(),
            "notice": line.text_version,
            "language": line.lang,
            "purpose": line.purpose,
            "purpose_in_words": words::purpose(&declaration, &line.purpose, writer.page.lang),
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

fn requests(writer: &Writer<'_>) -> Value {
    let lines = writer.frame.requests.iter().map(|request| {
        json!({
            "id": request.id.get().to_string(),
            "kind": request.kind.as_str(),
            "channel": request.channel.as_str(),
            "received_at": instant(request.received_at),
            "answer_due": instant(request.due_at),
            "rule": request.rule,
            "state": request.state.as_str(),
            "answered_at": request.answered_at.map_or(Value::Null, instant),
        })
    });
    Value::Array(lines.collect())
}

fn openings(writer: &Writer<'_>) -> Value {
    let declaration = writer.vault.declaration();
    let page = writer.page;
    let lines = writer.frame.openings.iter().map(|line| {
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

fn erased(writer: &Writer<'_>) -> Value {
    let lines = writer.frame.erased.iter().map(|(category, at, rule)| {
        json!({ "category": category.as_str(), "at": instant(*at), "rule": rule })
    });
    Value::Array(lines.collect())
}

/// Purposes, bases, recipients and periods as they are promised today.
fn promises(writer: &Writer<'_>) -> Value {
    let declaration = writer.vault.declaration();
    let tongue = words::tongue(writer.page.lang);
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
        "complaint": words::complaint(writer.vault, writer.page.lang),
    })
}

fn machine(cell: &Cell) -> Value {
    match cell {
        Cell::Nothing => Value::Null,
        Cell::Text(text) => Value::String(text.clone()),
        Cell::Word(word, _) => Value::String((*word).to_owned()),
        Cell::At(at) => instant(*at),
        Cell::Count(n) => (*n).into(),
    }
}

/// A value as people read it.
pub(super) fn said(page: &Page, cell: &Cell) -> String {
    match cell {
        Cell::Nothing => String::new(),
        Cell::Text(text) => text.clone(),
        Cell::Word(_, said) => said.clone(),
        Cell::At(at) => page.at(*at),
        Cell::Count(n) => n.to_string(),
    }
}

fn table(aside: &Aside) -> Value {
    let columns = aside.columns.iter();
    let rows = aside.rows.iter().map(|row| {
        let pairs = aside.columns.iter().zip(row);
        let pairs = pairs.map(|((name, _), cell)| ((*name).to_owned(), machine(cell)));
        Value::Object(pairs.collect())
    });
    json!({
        "schema": "karosseri-table-1",
        "name": aside.name,
        "title": aside.title,
        "columns": columns.map(|(name, label)| json!({ "name": name, "label": label })).collect::<Vec<_>>(),
        "rows": rows.collect::<Vec<_>>(),
    })
}

fn table_csv(page: &Page, aside: &Aside) -> String {
    let mut out = String::from("\u{feff}");
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (nth, text) in cells.enumerate() {
            if nth > 0 {
                out.push(',');
            }
            super::told::cell(&mut out, &text);
        }
        out.push_str("\r\n");
    };
    line(&mut aside.columns.iter().map(|(_, label)| label.clone()));
    for row in &aside.rows {
        line(&mut row.iter().map(|cell| said(page, cell)));
    }
    out
}

/// What is in the package, with the SHA-256 of each file. Last.
pub(super) fn manifest(writer: &mut Writer<'_>) -> Result<(), Stop> {
    let declaration = writer.vault.declaration();
    let files: Vec<Value> = writer
        .archive
        .list()
        .iter()
        .map(|one| {
            let mut line = json!({ "path": one.path, "bytes": one.bytes, "sha256": one.sha256 });
            if let (Some(schema), Some(line)) = (one.schema, line.as_object_mut()) {
                line.insert("schema".to_owned(), format!("schemas/{schema}.json").into());
            }
            line
        })
        .collect();
    let controllers = declaration.controllers().iter();
    let controllers: Vec<Value> = controllers
        .map(|one| json!({ "name": one.name, "org_no": one.org_no, "email": one.email }))
        .collect();
    let kind = match writer.frame.scope {
        Scope::Access => "karosseri-access-2",
        Scope::Portable => "karosseri-portability-2",
    };
    let manifest = json!({
        "schema": kind,
        "schemas": schema::address(&base_url(writer.page)),
        "created": writer.frame.made.rfc3339(),
        "language": writer.page.lang.tag(),
        "controllers": controllers,
        "declaration_version": declaration.version(),
        "declaration_hash": declaration.hash(),
        "files": files,
    });
    let text = serde_json::to_vec_pretty(&manifest)?;
    Ok(writer.archive.file("manifest.json", &text, None)?)
}

/// The house's own address.
fn base_url(page: &Page) -> String {
    let whole = page.address("");
    whole
        .strip_suffix(page.l)
        .map_or(whole.clone(), str::to_owned)
}
