//! A record as it is told: the same fields for the page, the JSON and the table.

use std::{borrow::Cow, fmt::Write as _};

use declaration::vocabulary::{Basis, Category, Origin, Purpose, field, fields_of};
use serde::Serialize;
use vault::{Opened, StrandInfo, Vault};
use web::Page;

use super::Scope;
use crate::{
    review::{REASONS, Sight},
    words,
};

/// A field as it leaves.
#[derive(Serialize)]
pub(super) struct Field<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub origin: Option<&'static str>,
    pub value: Option<Cow<'a, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_back: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

/// A record as it leaves.
#[derive(Serialize)]
pub(super) struct Told<'a> {
    pub id: String,
    pub kind: &'a str,
    pub at: String,
    pub source: &'a str,
    pub source_in_words: &'a str,
    pub source_id: String,
    pub notice_version: &'a str,
    pub fields: Vec<Field<'a>>,
}

/// Fields that tell of others even when the person gave them (Art. 20(4)).
const OF_OTHERS: &[(Category, &str)] = &[
    (Category::VehicleLink, "owner_name"),
    (Category::VehicleLink, "owner_org_no"),
];

/// What a field is called.
pub(super) fn label<'a>(category: Category, name: &'a str, page: &Page) -> &'a str {
    field(category, name).map_or(name, |known| match page.lang {
        web::Lang::Nb => known.nb,
        web::Lang::Nn => known.nn,
        web::Lang::En => known.en,
    })
}

/// Whether a field goes along when a person takes their data elsewhere: given by them or observed about
/// them, and not about others. Rule: GDPR Art. 20(1), (4).
pub(super) fn travels(category: Category, name: &str) -> bool {
    let made_by_us = field(category, name).is_none_or(|known| known.origin == Origin::Derived);
    !made_by_us && !OF_OTHERS.contains(&(category, name))
}

/// Whether a strand goes along: one of its purposes rests on a contract or a consent.
pub(super) fn strand_travels(vault: &Vault, info: &StrandInfo) -> bool {
    let declaration = vault.declaration();
    let free = |name: &str| {
        let stated = Purpose::from_name(name).and_then(|one| declaration.purpose(one));
        stated.is_some_and(|one| matches!(one.basis, Basis::Contract | Basis::Consent))
    };
    let any = info.reasons.iter().any(|reason| free(&reason.purpose));
    any && fields_of(info.category).any(|known| travels(info.category, known.name))
}

pub(super) fn field_out<'a>(
    page: &Page,
    record: &Opened,
    name: &'a str,
    sight: Sight<'a>,
) -> Field<'a> {
    let origin = field(record.category, name).map(|known| match known.origin {
        Origin::Given => "given",
        Origin::Observed => "observed",
        Origin::Derived => "derived",
    });
    let (value, held_back, reason) = match sight {
        Sight::Whole(text) => (Some(Cow::Borrowed(text)), None, None),
        Sight::Held => (
            None,
            Some("review"),
            Some(page.t.s("copy-held-back").to_owned()),
        ),
        Sight::Masked(text, why) => (Some(text), Some("masked"), Some(why_masked(page, &why))),
    };
    Field {
        name,
        label: label(record.category, name, page),
        origin,
        value,
        held_back,
        reason,
        file: None,
    }
}

/// Why a stretch is hidden, in words.
pub(crate) fn why_masked(page: &Page, reason: &str) -> String {
    let known = REASONS.iter().find(|(name, _)| *name == reason);
    let why = page
        .t
        .s(known.map_or("review-reason-name", |(_, key)| *key));
    page.t.f1("copy-masked", "why", why)
}

/// A record without its fields.
pub(super) fn frame<'a>(page: &'a Page, record: &'a Opened) -> Told<'a> {
    Told {
        id: record.id.get().to_string(),
        kind: &record.kind,
        at: record.at.rfc3339(),
        source: &record.source_kind,
        source_in_words: words::source_of(&page.t, &record.source_kind),
        source_id: record.source_ref.to_string(),
        notice_version: &record.notice_version,
        fields: Vec::new(),
    }
}

/// The columns of a category's table.
pub(super) fn columns(category: Category, scope: Scope) -> Vec<&'static str> {
    fields_of(category)
        .map(|known| known.name)
        .filter(|name| scope == Scope::Access || travels(category, name))
        .collect()
}

/// The head of a category's table (RFC 4180), with a byte order mark so that spreadsheets read the
/// letters right.
pub(super) fn csv_head(columns: &[&str]) -> String {
    let mut out = String::from("\u{feff}record,kind,at,came_from,notice_version");
    for column in columns {
        out.push(',');
        cell(&mut out, column);
    }
    out.push_str("\r\n");
    out
}

/// A record as a row.
pub(super) fn csv_row(out: &mut String, told: &Told<'_>, columns: &[&str]) {
    // Writing to a String cannot fail.
    let _ = write!(
        out,
        "{},{},{},{},",
        told.id, told.kind, told.at, told.source
    );
    cell(out, told.notice_version);
    for column in columns {
        out.push(',');
        let found = told.fields.iter().find(|one| one.name == *column);
        if let Some(one) = found {
            let shown = one.value.as_deref().or(one.file.as_deref());
            let shown = shown.or(one.reason.as_deref());
            cell(out, shown.unwrap_or_default());
        }
    }
    out.push_str("\r\n");
}

/// Quoted where needed; what a spreadsheet would run as a formula is shown as text.
pub(super) fn cell(out: &mut String, text: &str) {
    let runs = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.contains([',', '"', '\n', '\r', ';']);
    if quoted {
        out.push('"');
    }
    if runs {
        out.push('\'');
    }
    if quoted {
        out.push_str(&text.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(text);
    }
}
