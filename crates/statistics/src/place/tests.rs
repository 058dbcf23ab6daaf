//! A small database of the format, written here, and what is read of it.

use std::{collections::BTreeMap, net::Ipv4Addr, path::PathBuf};

use super::*;

/// A value of the format's data section.
pub(crate) enum Data {
    Text(&'static str),
    Short(u16),
    Number(u32),
    Long(u64),
    Map(Vec<(&'static str, Data)>),
    List(Vec<Data>),
}

impl Data {
    fn write(&self, out: &mut Vec<u8>) {
        let mut head = |kind: u8, size: usize| {
            // Kinds above 7 stand in a byte of their own; sizes here are all below 29.
            assert!(size < 29);
            let size = u8::try_from(size).unwrap();
            if kind <= 7 {
                out.push(kind << 5 | size);
            } else {
                out.extend([size, kind - 7]);
            }
        };
        match self {
            Self::Text(text) => {
                head(2, text.len());
                out.extend(text.as_bytes());
            }
            Self::Short(number) => {
                head(5, 2);
                out.extend(number.to_be_bytes());
            }
            Self::Long(number) => {
                head(9, 8);
                out.extend(number.to_be_bytes());
            }
            Self::Number(number) => {
                head(6, 4);
                out.extend(number.to_be_bytes());
            }
            Self::Map(pairs) => {
                head(7, pairs.len());
                for (key, value) in pairs {
                    Self::Text(key).write(out);
                    value.write(out);
                }
            }
            Self::List(values) => {
                head(11, values.len());
                for value in values {
                    value.write(out);
                }
            }
        }
    }
}

/// Writes a database of IPv4 networks. Rule: the MaxMind DB format, version 2.0, records of 32 bits.
pub(crate) fn database(networks: &[(&str, u32, Data)]) -> Vec<u8> {
    let mut data = Vec::new();
    let mut tree: Vec<[Option<Result<usize, usize>>; 2]> = vec![[None, None]];
    for (address, prefix, value) in networks {
        let at = data.len();
        value.write(&mut data);
        let bits = u32::from(address.parse::<Ipv4Addr>().unwrap());
        let mut node = 0;
        for depth in 0..*prefix {
            let bit = usize::from(bits >> (31 - depth) & 1 == 1);
            if depth + 1 == *prefix {
                tree[node][bit] = Some(Err(at));
            } else if let Some(Ok(next)) = tree[node][bit] {
                node = next;
            } else {
                tree.push([None, None]);
                let next = tree.len() - 1;
                tree[node][bit] = Some(Ok(next));
                node = next;
            }
        }
    }
    let count = tree.len();
    let mut file = Vec::new();
    for record in tree.iter().flatten() {
        let number = match record {
            None => count,
            Some(Ok(next)) => *next,
            Some(Err(at)) => count + 16 + at,
        };
        file.extend(u32::try_from(number).unwrap().to_be_bytes());
    }
    file.extend([0; 16]);
    file.extend(data);
    file.extend(b"\xab\xcd\xefMaxMind.com");
    Data::Map(vec![
        ("binary_format_major_version", Data::Short(2)),
        ("binary_format_minor_version", Data::Short(0)),
        ("build_epoch", Data::Long(0)),
        ("database_type", Data::Text("Test")),
        ("description", Data::Map(Vec::new())),
        ("ip_version", Data::Short(4)),
        ("languages", Data::List(Vec::new())),
        ("node_count", Data::Number(u32::try_from(count).unwrap())),
        ("record_size", Data::Short(32)),
    ])
    .write(&mut file);
    file
}

fn city(country: &'static str, code: Option<&'static str>, name: Option<&'static str>) -> Data {
    let mut subdivision = Vec::new();
    subdivision.extend(code.map(|code| ("iso_code", Data::Text(code))));
    subdivision.extend(name.map(|name| ("names", Data::Map(vec![("en", Data::Text(name))]))));
    let mut row = vec![(
        "country",
        Data::Map(vec![("iso_code", Data::Text(country))]),
    )];
    if !subdivision.is_empty() {
        row.push(("subdivisions", Data::List(vec![Data::Map(subdivision)])));
    }
    Data::Map(row)
}

/// The ranges of a small world: networks of the kind that documentation and tests use are left alone.
pub(crate) fn world() -> Ranges {
    let (_folder, path) = file(&database(&[
        ("81.0.0.0", 16, city("NO", Some("11"), Some("Rogaland"))),
        ("81.1.0.0", 16, city("NO", None, Some("Trøndelag"))),
        ("81.2.0.0", 16, city("NO", Some("30"), Some("Viken"))),
        ("81.3.0.0", 16, city("NO", Some("12"), None)),
        ("81.4.0.0", 16, city("SE", Some("O"), None)),
        ("81.5.0.0", 16, city("NO", None, None)),
        (
            "81.6.0.0",
            16,
            Data::Map(vec![("county", Data::Text("NO-56"))]),
        ),
        (
            "81.7.0.0",
            17,
            Data::Map(vec![("county", Data::Text("Møre og Romsdal"))]),
        ),
    ]));
    Ranges::read(&path).unwrap()
}

fn file(bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("fylker.mmdb");
    std::fs::write(&path, bytes).unwrap();
    (folder, path)
}

#[test]
fn an_address_becomes_a_county() {
    let world = world();
    let of = |address: &str| world.county(address.parse().unwrap()).name();
    let wanted = BTreeMap::from([
        ("81.0.0.1", "Rogaland"),
        ("81.0.255.255", "Rogaland"),
        ("81.1.2.3", "Trøndelag"),
        ("81.2.0.0", "ukjent"),
        ("81.3.9.9", "Vestland"),
        ("81.4.1.1", "utlandet"),
        ("81.5.1.1", "ukjent"),
        ("81.6.1.1", "Finnmark"),
        ("81.7.1.1", "Møre og Romsdal"),
        ("81.7.200.1", "utlandet"),
        ("8.8.8.8", "utlandet"),
        ("192.168.1.4", "ukjent"),
        ("127.0.0.1", "ukjent"),
        ("::1", "ukjent"),
        ("::ffff:81.0.0.1", "Rogaland"),
        ("2001:db8::1", "utlandet"),
    ]);
    for (address, county) in wanted {
        assert_eq!(of(address), county, "{address}");
    }
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let (_folder, path) = file(b"not a database");
    let error = Ranges::read(&path).unwrap_err().to_string();
    assert!(error.contains("fylker.mmdb"), "{error}");
    assert!(Ranges::read(std::path::Path::new("finnes-ikke.mmdb")).is_err());
}

#[test]
fn names_and_codes_of_every_county_lead_to_it() {
    for (at, (code, name)) in COUNTIES.iter().enumerate() {
        let wanted = Some(County(u8::try_from(at).unwrap()));
        assert_eq!(County::of_code(&format!("NO-{code}")), wanted);
        assert_eq!(County::of_name(name), wanted);
        assert_eq!(County::of_name(&format!("{name} County")), wanted);
    }
    assert_eq!(County::of_code("30"), None);
    assert_eq!(County::of_name("Viken"), None);
}

#[test]
fn a_file_that_is_replaced_is_read_and_a_damaged_one_leaves_the_old() {
    let of = |code| database(&[("81.0.0.0", 16, city("NO", Some(code), None))]);
    let (_folder, path) = file(&of("11"));
    let watched = Watched::default();
    let county = || watched.ranges().county("81.0.0.1".parse().unwrap()).name();
    assert_eq!(watched.look(&path).unwrap(), Some(1));
    assert_eq!((watched.look(&path).unwrap(), county()), (None, "Rogaland"));
    // Whatever the clock of the disk: another length is another file.
    std::fs::write(&path, b"half a file").unwrap();
    for _ in 0..2 {
        let error = watched.look(&path).unwrap_err().to_string();
        assert!(error.contains("fylker.mmdb"), "{error}");
        assert_eq!(county(), "Rogaland");
    }
    std::fs::remove_file(&path).unwrap();
    assert!(watched.look(&path).is_err());
    assert_eq!(county(), "Rogaland");
    std::fs::write(&path, of("18")).unwrap();
    assert_eq!(watched.look(&path).unwrap(), Some(1));
    assert_eq!(county(), "Nordland");
}
