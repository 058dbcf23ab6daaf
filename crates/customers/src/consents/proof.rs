//! A consent as a record and a receipt of ISO/IEC TS 27560:2023, in JSON-LD with the terms of DPV 2.3.
//!
//! One record for each legal entity × channel × topic that a person ever answered, with every answer
//! as an event, the words that were read, and the facts behind them.

use declaration::Declaration;
use serde_json::{Value, json};
use store::StoreError;
use values::{ConsentId, Moment, SubjectId};
use vault::{ConsentLine, ConsentState, Vault, VaultError};

const RECORD: &str = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";
const RECEIPT: &str = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";

/// The first line of the matter that a line belongs to: it names the record.
pub(crate) fn first_of(lines: &[ConsentLine], line: &ConsentLine) -> ConsentId {
    let matter = line.matter();
    let same = lines.iter().filter(|one| one.matter() == matter);
    let first = same.min_by_key(|one| (one.recorded_at, one.id));
    first.map_or(line.id, |one| one.id)
}

/// All records of a person, oldest first, each with the id that its receipt is found by.
///
/// # Errors
/// When the store fails.
pub async fn records_27560(
    vault: &Vault,
    subject: SubjectId,
    notice_url: &str,
) -> Result<Vec<(ConsentId, Value)>, VaultError> {
    let lines = vault.consents_of(subject).await?;
    let mut ids: Vec<ConsentId> = Vec::new();
    for line in &lines {
        let id = first_of(&lines, line);
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let mut records = Vec::with_capacity(ids.len());
    for id in ids {
        if let Some(record) = record(vault, subject, &lines, id, notice_url).await? {
            records.push((id, record));
        }
    }
    Ok(records)
}

/// The receipt of one record, with the record in it; `None` when it is not this person's.
/// `notice_url` is the address of the declaration's page.
///
/// # Errors
/// When the store fails.
pub async fn record_27560(
    vault: &Vault,
    subject: SubjectId,
    id: ConsentId,
    notice_url: &str,
) -> Result<Option<Value>, VaultError> {
    let lines = vault.consents_of(subject).await?;
    let Some(record) = record(vault, subject, &lines, id, notice_url).await? else {
        return Ok(None);
    };
    let receipt = uuid(vault, "consent_receipt", id.get());
    Ok(Some(json!({
        "@context": context(),
        "@id": format!("urn:uuid:{receipt}"),
        "@type": "dpv:ConsentReceipt",
        "dct:conformsTo": { "@id": RECEIPT },
        "dct:identifier": receipt,
        "dct:created": time(vault.world().now()),
        "dct:publisher": record["dpv:hasDataController"].clone(),
        "schema:recipient": { "@id": "dpv:DataSubject" },
        "dpv:hasRecordOfActivity": record,
    })))
}

async fn record(
    vault: &Vault,
    subject: SubjectId,
    lines: &[ConsentLine],
    id: ConsentId,
    notice_url: &str,
) -> Result<Option<Value>, VaultError> {
    let mine: Vec<&ConsentLine> = lines
        .iter()
        .filter(|line| first_of(lines, line) == id)
        .collect();
    let Some(last) = mine.iter().max_by_key(|line| (line.recorded_at, line.id)) else {
        return Ok(None);
    };
    let declaration = vault.declaration();
    let record = uuid(vault, "consent_record", id.get());
    let principal = uuid(vault, "consent_principal", subject.get());
    let mut notices = Vec::new();
    let mut events = Vec::new();
    for line in &mine {
        events.push(event(&principal, line, &mine));
        if let Some(notice) = notice(vault, line, notice_url).await?
            && !notices.contains(&notice)
        {
            notices.push(notice);
        }
    }
    let facts = vault.consent_facts(&last.facts_hash).await?;
    Ok(Some(json!({
        "@context": context(),
        "@id": format!("urn:uuid:{record}"),
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": { "@id": RECORD },
        "dct:identifier": record,
        "dpv:hasDataSubject": { "@id": format!("urn:uuid:{principal}"), "@type": "dpv:Customer" },
        "dpv:hasDataController": party(&declaration, last),
        "dpv:hasJurisdiction": [{ "@id": "loc:NO" }],
        "dpv:hasApplicableLaw": [{ "@id": "eu-gdpr:GDPR" }],
        "dpv:hasNotice": notices,
        "dpv:hasProcess": process(&declaration, last, facts.as_deref().unwrap_or_default(), notice_url),
        "dpv:hasConsentStatus": { "@id": status(last, &mine) },
        "dpv:hasActivity": events,
    })))
}

fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "pd": "https://w3id.org/dpv/pd#",
        "loc": "https://w3id.org/dpv/loc#",
        "dct": "http://purl.org/dc/terms/",
        "schema": "https://schema.org/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "ksr": "urn:karosseri:",
    })
}

/// A UUID of version 4 shape, the same each time it is asked for and meaningless to others: made of a
/// keyed hash, so that nothing can be looked up by it.
fn uuid(vault: &Vault, kind: &'static str, id: i64) -> String {
    let tag = vault.tag_code(kind, &id.to_le_bytes());
    let mut bytes = [0_u8; 16];
    bytes.copy_from_slice(&tag.hash()[..16]);
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex = data_encoding::HEXLOWER.encode(&bytes);
    [
        &hex[..8],
        &hex[8..12],
        &hex[12..16],
        &hex[16..20],
        &hex[20..],
    ]
    .join("-")
}

fn time(at: Moment) -> Value {
    json!({ "@type": "xsd:dateTime", "@value": at.rfc3339() })
}

/// The words that were read, with version and language.
async fn notice(
    vault: &Vault,
    line: &ConsentLine,
    notice_url: &str,
) -> Result<Option<Value>, VaultError> {
    let words = vault.consent_text(&line.text_hash).await?;
    // Older words stood in no notice of this house.
    let part_of = (!line.is_to_older_words()).then(|| json!({ "@id": notice_url }));
    Ok(words.map(|words| {
        json!({
            "@id": format!("ksr:words:{}", line.text_hash),
            "@type": "dpv:ConsentNotice",
            "dct:language": words.lang,
            "dct:hasVersion": words.version,
            "dct:description": { "@language": words.lang, "@value": words.text },
            "dct:isPartOf": part_of,
        })
    }))
}

fn party(declaration: &Declaration, line: &ConsentLine) -> Value {
    match declaration.controller(line.controller) {
        Some(found) => json!({
            "@id": format!("ksr:org:{}", found.org_no),
            "@type": "dpv:DataController",
            "dpv:hasName": found.name,
            "dct:identifier": found.org_no,
            "dpv:hasAddress": found.address.join(", "),
            "dpv:hasContact": [found.email, found.phone],
        }),
        None => {
            json!({ "@id": format!("ksr:controller:{}", line.controller.get()), "@type": "dpv:DataController" })
        }
    }
}

/// The processing that the yes is to: the facts as they were, the rest as the declaration has it.
fn process(declaration: &Declaration, line: &ConsentLine, facts: &str, url: &str) -> Value {
    let of = |kind: &str| -> Vec<&str> {
        let lines = facts.lines().filter_map(|fact| fact.strip_prefix(kind));
        lines.collect()
    };
    let data = of("data ").join(" ");
    let data: Vec<Value> = data.split_whitespace().map(datum).collect();
    let recipients = of("recipient ")
        .into_iter()
        .map(|fact| recipient(declaration, fact));
    let source = declaration.source();
    let stated = source.purposes.iter().find(|one| one.id == line.purpose);
    let title = stated.map_or_else(Vec::new, |one| words(&one.title));
    let storage = stated.into_iter().flat_map(|one| &one.keep);
    let storage = storage.map(|(category, keep)| {
        json!({ "@type": "dpv:StorageCondition", "dpv:hasPersonalData": datum(category), "dct:conformsTo": keep.rule, "dct:description": words(&keep.text) })
    });
    let withdraw = source
        .notices
        .withdraw_consent
        .as_ref()
        .map_or_else(Vec::new, words);
    let rights = source
        .rights
        .iter()
        .map(|one| json!({ "@id": format!("eu-gdpr:A{}", one.article) }));
    json!({
        "@type": "dpv:Process",
        "dct:title": title,
        "dpv:hasPurpose": [{ "@id": "dpv:DirectMarketing" }],
        "dct:subject": [line.topic, line.channel],
        "dpv:hasPersonalData": data,
        "dpv:hasProcessingMethod": line.channel,
        "dpv:hasLegalBasis": [{ "@id": "eu-gdpr:A6-1-a" }],
        "dpv:hasRecipient": recipients.collect::<Vec<_>>(),
        "dpv:hasStorageCondition": storage.collect::<Vec<_>>(),
        "dpv:hasRight": rights.chain([json!({ "@id": "eu-gdpr:A7-3" })]).collect::<Vec<_>>(),
        "dpv:hasConsentControl": { "@type": "dpv:WithdrawConsent", "dct:description": withdraw, "dct:source": { "@id": url.replace("/personvern", "/min-side/samtykker") } },
    })
}

fn datum(category: &str) -> Value {
    let terms: &[&str] = match category {
        "contact" => &["pd:Name", "pd:EmailAddress", "pd:TelephoneNumber"],
        "marketing" => &["pd:Name", "pd:EmailAddress"],
        _ => &["dpv:PersonalData"],
    };
    let ids: Vec<Value> = terms.iter().map(|term| json!({ "@id": term })).collect();
    json!({ "@type": ids, "dct:identifier": category, "dpv:hasNecessity": { "@id": "dpv:Required" } })
}

fn recipient(declaration: &Declaration, fact: &str) -> Value {
    let (key, countries) = fact.split_once(' ').unwrap_or((fact, ""));
    let name = declaration
        .recipient(key)
        .map_or(key, |one| one.name.as_str());
    let countries = countries.split_whitespace();
    json!({
        "@type": "dpv:Recipient",
        "dct:identifier": key,
        "dpv:hasName": name,
        "dpv:hasCountry": countries.map(|code| json!({ "@id": format!("loc:{code}") })).collect::<Vec<_>>(),
    })
}

fn words(text: &declaration::Text) -> Vec<Value> {
    let said = declaration::Lang::ALL
        .map(|lang| json!({ "@language": lang.code(), "@value": text.in_lang(lang) }));
    said.into()
}

/// Given anew after an earlier yes that was not taken back: renewed.
fn status(line: &ConsentLine, mine: &[&ConsentLine]) -> &'static str {
    match line.state {
        ConsentState::Withdrawn => "dpv:ConsentWithdrawn",
        ConsentState::Given => {
            let before = mine
                .iter()
                .filter(|one| (one.recorded_at, one.id) < (line.recorded_at, line.id));
            let before = before.max_by_key(|one| (one.recorded_at, one.id));
            match before {
                Some(one) if one.state == ConsentState::Given => "dpv:RenewedConsentGiven",
                _ => "dpv:ConsentGiven",
            }
        }
    }
}

fn event(principal: &str, line: &ConsentLine, mine: &[&ConsentLine]) -> Value {
    let by_person = matches!(line.actor_kind.as_str(), "subject" | "link");
    let entity = if by_person {
        json!({ "@id": format!("urn:uuid:{principal}") })
    } else {
        json!({ "@id": format!("ksr:{}", line.actor_kind), "@type": "dpv:Employee" })
    };
    json!({
        "@id": format!("ksr:consent:{}", line.id.get()),
        "@type": status(line, mine),
        "dct:date": time(line.at),
        "dct:created": time(line.recorded_at),
        "dct:dateSubmitted": line.received_at.map(time),
        "dpv:hasDuration": { "@id": "dpv:UntilEventDuration" },
        "dpv:isImplementedByEntity": entity,
        "dpv:isIndicatedBy": { "@id": format!("urn:uuid:{principal}") },
        "dpv:hasIndicationMethod": line.form,
        "dpv:hasNotice": { "@id": format!("ksr:words:{}", line.text_hash) },
    })
}

/// A consent's id as it stands in an address.
pub(crate) fn parse_id(text: &str) -> Result<ConsentId, StoreError> {
    let id = text.parse().map(ConsentId::from_raw);
    id.map_err(|_| StoreError::Refused("not an id"))
}
