//! Reading a package from elsewhere. Nothing in it is believed: sizes are counted while they are
//! unpacked, every file must be in the manifest with its hash, every machine file must keep to our own
//! copy of its schema, and a national identity number anywhere ends it.

use std::{collections::BTreeMap, io::Read};

use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};
use values::{FreeText, Line as OneLine, Plate};
use zip::ZipArchive;

use crate::package::schema;

/// Files in a package at most.
const MOST_FILES: usize = 1_000;
/// Bytes of one file, and of all of them, unpacked.
const MOST_FILE: u64 = 4 * 1024 * 1024;
const MOST_ALL: u64 = 24 * 1024 * 1024;
/// Lines of history that are taken, the newest first.
const MOST_LINES: usize = 300;
/// Characters of a line.
const LONGEST: usize = 300;
/// Vehicles that are taken.
const MOST_PLATES: usize = 50;

/// Why a package is not taken: the message that says it.
pub(crate) type Refused = &'static str;

/// What a package says, as far as it is taken.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Said {
    /// The house it comes from.
    pub from: String,
    /// When it was made there, an ISO day.
    pub made: String,
    pub plates: Vec<String>,
    pub lines: Vec<Line>,
    /// What was there and is not taken: too much, or not readable.
    #[serde(default)]
    pub left_out: usize,
}

/// A thing that happened there.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(crate) struct Line {
    /// ISO day.
    pub on: String,
    pub text: String,
}

/// Reads a package.
pub(crate) fn read(bytes: &[u8]) -> Result<Said, Refused> {
    let files = unpack(bytes)?;
    let manifest = files.get("manifest.json").ok_or("brought-error-manifest")?;
    let manifest: Value = serde_json::from_slice(manifest).map_err(|_| "brought-error-manifest")?;
    schema::check("manifest", &manifest).map_err(|_| "brought-error-manifest")?;
    if manifest["schema"] != "karosseri-portability-2" {
        return Err("brought-error-kind");
    }
    let listed = manifest["files"]
        .as_array()
        .ok_or("brought-error-manifest")?;
    hashes(&files, listed)?;
    let mut said = Said {
        from: text_of(&manifest["controllers"][0]["name"]),
        made: day(text_of(&manifest["created"])),
        ..Said::default()
    };
    for line in listed {
        let Some(named) = line["schema"].as_str() else {
            continue;
        };
        let path = line["path"].as_str().unwrap_or_default();
        let name = named
            .strip_prefix("schemas/")
            .and_then(|rest| rest.strip_suffix(".json"))
            .ok_or("brought-error-schema")?;
        let document = files.get(path).ok_or("brought-error-hash")?;
        let document: Value =
            serde_json::from_slice(document).map_err(|_| "brought-error-schema")?;
        schema::check(name, &document).map_err(|_| "brought-error-schema")?;
        take(&mut said, name, &document);
    }
    settle(said)
}

/// Every file, unpacked within bounds. A name that leads out of the package, a file that is not plain, or
/// more than is allowed ends it.
fn unpack(bytes: &[u8]) -> Result<BTreeMap<String, Vec<u8>>, Refused> {
    let broken = "brought-error-zip";
    let mut archive = ZipArchive::new(std::io::Cursor::new(bytes)).map_err(|_| broken)?;
    if archive.len() > MOST_FILES {
        return Err("brought-error-large");
    }
    let mut files = BTreeMap::new();
    let mut all = 0;
    for nth in 0..archive.len() {
        let file = archive.by_index(nth).map_err(|_| broken)?;
        let name = file.name().map_err(|_| broken)?.into_owned();
        let plain = !file.is_dir() && !file.is_symlink() && !file.encrypted();
        if !plain || !is_safe(&name) {
            return Err(broken);
        }
        let mut content = Vec::new();
        // What the archive says of its sizes is not believed.
        let read = file.take(MOST_FILE + 1).read_to_end(&mut content);
        read.map_err(|_| broken)?;
        all += content.len() as u64;
        if content.len() as u64 > MOST_FILE || all > MOST_ALL {
            return Err("brought-error-large");
        }
        if files.insert(name, content).is_some() {
            return Err(broken);
        }
    }
    Ok(files)
}

/// A plain path inside the package.
fn is_safe(name: &str) -> bool {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    !name.is_empty()
        && name.len() <= 120
        && name
            .split('/')
            .all(|part| !part.is_empty() && !part.starts_with('.') && part.chars().all(plain))
}

/// Every file is listed once, and is what the manifest says it is.
fn hashes(files: &BTreeMap<String, Vec<u8>>, listed: &[Value]) -> Result<(), Refused> {
    let mut seen = 0;
    for line in listed {
        let content = files.get(line["path"].as_str().unwrap_or_default());
        let content = content.ok_or("brought-error-hash")?;
        let hash = HEXLOWER.encode(&Sha256::digest(content));
        if line["sha256"] != hash.as_str() {
            return Err("brought-error-hash");
        }
        seen += 1;
    }
    if seen + 1 == files.len() {
        Ok(())
    } else {
        Err("brought-error-hash")
    }
}

fn text_of(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn day(instant: String) -> String {
    instant.get(..10).unwrap_or_default().to_owned()
}

/// The fields of a record, by name.
fn fields(record: &Value) -> BTreeMap<&str, &str> {
    let fields = record["fields"].as_array().into_iter().flatten();
    fields
        .filter_map(|field| Some((field["name"].as_str()?, field["value"].as_str()?)))
        .collect()
}

fn take(said: &mut Said, schema: &str, document: &Value) {
    match schema {
        "category" => {
            for record in document["records"].as_array().into_iter().flatten() {
                category(said, text_of(&document["category"]).as_str(), record);
            }
        }
        "table" => {
            let title = text_of(&document["title"]);
            for row in document["rows"].as_array().into_iter().flatten() {
                table(said, &title, row);
            }
        }
        _ => {}
    }
}

fn category(said: &mut Said, category: &str, record: &Value) {
    let fields = fields(record);
    let get = |name: &str| fields.get(name).copied().unwrap_or_default();
    let on = day(text_of(&record["at"]));
    match category {
        "vehicle_link" | "vehicle" => said.plates.push(get("plate").to_owned()),
        "enquiry" if !get("question").is_empty() => said.lines.push(Line {
            on,
            text: get("question").to_owned(),
        }),
        "body_usage" => said.lines.push(Line {
            on,
            text: format!("{}: {} {}", get("function"), get("value"), get("unit")),
        }),
        _ => {}
    }
}

fn table(said: &mut Said, title: &str, row: &Value) {
    let times = ["starts_at", "came_at", "at"];
    let on = times.iter().find_map(|name| row[*name].as_str());
    let what: Vec<&str> = ["service", "place"]
        .iter()
        .filter_map(|name| row[*name].as_str())
        .filter(|text| !text.is_empty())
        .collect();
    if let Some(on) = on {
        said.lines.push(Line {
            on: day(on.to_owned()),
            text: format!("{title}: {}", what.join(", ")),
        });
    }
}

/// What is left when everything is parsed as if somebody had typed it; the same for a package and for
/// what comes back from the preview.
pub(crate) fn settle(said: Said) -> Result<Said, Refused> {
    let texts = said.lines.iter().map(|line| &line.text);
    let mut texts = texts.chain(&said.plates).chain([&said.from, &said.made]);
    let number = texts.any(|text| values::national_id::contains(text));
    drop(texts);
    if number {
        return Err("brought-error-national-id");
    }
    let from = OneLine::parse(&said.from).map_err(|_| "brought-error-manifest")?;
    let mut out = Said {
        from: from.reveal().to_owned(),
        made: if is_day(&said.made) {
            said.made.clone()
        } else {
            String::new()
        },
        left_out: said.left_out,
        ..Said::default()
    };
    for plate in &said.plates {
        match Plate::parse(plate).or_else(|_| Plate::parse_foreign(plate)) {
            Ok(plate) if out.plates.iter().any(|known| known == plate.reveal()) => {}
            Ok(plate) if out.plates.len() < MOST_PLATES => {
                out.plates.push(plate.reveal().to_owned())
            }
            _ => out.left_out += 1,
        }
    }
    let mut lines = said.lines;
    lines.sort_by(|a, b| b.cmp(a));
    lines.dedup();
    for line in lines {
        let text: String = line.text.chars().take(LONGEST).collect();
        match FreeText::parse(&text) {
            Ok(text) if is_day(&line.on) && out.lines.len() < MOST_LINES => out.lines.push(Line {
                on: line.on,
                text: text.reveal().to_owned(),
            }),
            _ => out.left_out += 1,
        }
    }
    Ok(out)
}

fn is_day(text: &str) -> bool {
    text.parse::<jiff::civil::Date>().is_ok()
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::{ZipWriter, write::SimpleFileOptions};

    use super::*;

    fn zip(files: &[(&str, Vec<u8>)]) -> Vec<u8> {
        let mut archive = ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in files {
            archive
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(content).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn manifest(files: &[(&str, Vec<u8>)], kind: &str) -> Vec<u8> {
        let lines: Vec<Value> = files
            .iter()
            .map(|(name, content)| {
                let mut line = serde_json::json!({
                    "path": name,
                    "bytes": content.len(),
                    "sha256": HEXLOWER.encode(&Sha256::digest(content)),
                });
                if name.starts_with("data/") {
                    line["schema"] = "schemas/category.json".into();
                }
                line
            })
            .collect();
        let whole = serde_json::json!({
            "schema": kind, "schemas": "https://verksted.example/personvern/skjema/",
            "created": "2026-11-02T08:00:00Z", "language": "nb",
            "controllers": [{ "name": "Fjord Påbygg AS", "org_no": "", "email": "post@fjord.example" }],
            "declaration_version": 1, "declaration_hash": "x", "files": lines,
        });
        serde_json::to_vec(&whole).unwrap()
    }

    fn enquiry(text: &str) -> Vec<u8> {
        let whole = serde_json::json!({
            "schema": "karosseri-category-2", "category": "enquiry", "name": "Spørsmål",
            "state": "live", "since": null, "keep_until": null, "reasons": [], "holds": [],
            "records": [{
                "id": "1", "kind": "enquiry", "at": "2026-10-01T08:00:00Z", "source": "data_subject",
                "source_in_words": "fra deg", "source_id": "1", "notice_version": "1",
                "fields": [{ "name": "question", "label": "Spørsmål", "origin": "given", "value": text }],
            }],
        });
        serde_json::to_vec(&whole).unwrap()
    }

    fn package(text: &str, kind: &str) -> Vec<u8> {
        let data = vec![("data/enquiry.json", enquiry(text))];
        let manifest = manifest(&data, kind);
        zip(&[data, vec![("manifest.json", manifest)]].concat())
    }

    const GOOD: &str = "karosseri-portability-2";

    #[test]
    fn a_package_is_read() {
        let said = read(&package("Vinsjen ryker", GOOD)).unwrap();
        assert_eq!(said.from, "Fjord Påbygg AS");
        assert_eq!(said.lines.len(), 1);
        assert_eq!(said.lines[0].on, "2026-10-01");
        assert_eq!(settle(said.clone()), Ok(said));
    }

    #[test]
    fn what_cannot_be_trusted_is_refused() {
        let data = ("data/enquiry.json", enquiry("Vinsjen"));
        let listed = manifest(std::slice::from_ref(&data), GOOD);
        let other = ("data/enquiry.json", enquiry("Noe annet"));
        let bomb = (
            "data/big.json",
            vec![b' '; usize::try_from(MOST_FILE).unwrap() + 1],
        );
        let out = ("../enquiry.json", b"{}".to_vec());
        let bad = ("data/enquiry.json", b"{}".to_vec());
        let bad_listed = manifest(std::slice::from_ref(&bad), GOOD);
        let table: Vec<(Vec<u8>, Refused)> = vec![
            (b"no archive".to_vec(), "brought-error-zip"),
            (zip(std::slice::from_ref(&data)), "brought-error-manifest"),
            (
                zip(&[other, ("manifest.json", listed.clone())]),
                "brought-error-hash",
            ),
            (
                zip(&[
                    data.clone(),
                    ("x.txt", vec![1]),
                    ("manifest.json", listed.clone()),
                ]),
                "brought-error-hash",
            ),
            (
                zip(&[bomb, ("manifest.json", listed.clone())]),
                "brought-error-large",
            ),
            (zip(&[out, ("manifest.json", listed)]), "brought-error-zip"),
            (
                zip(&[bad, ("manifest.json", bad_listed)]),
                "brought-error-schema",
            ),
            (
                package("Vinsjen", "karosseri-access-2"),
                "brought-error-kind",
            ),
            (
                package("mitt nummer er 02013299997", GOOD),
                "brought-error-national-id",
            ),
        ];
        for (nth, (bytes, why)) in table.into_iter().enumerate() {
            assert_eq!(read(&bytes), Err(why), "{nth}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_break_it(bytes in proptest::collection::vec(0u8.., 0..400)) {
            let _ = read(&bytes);
        }
    }
}
