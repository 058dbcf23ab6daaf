//! Bytes: nothing sealed is readable in any file; of a destroyed key nothing is left to use.

use std::{fs, path::Path};

use data_encoding::{BASE64, BASE64_NOPAD, HEXLOWER, HEXUPPER};
use declaration::vocabulary::{Category, purpose};
use values::{Email, PersonName, SubjectId};

use super::{House, STAFF, block_on, close, destroying::asked, each, from_booking, lay, sql};
use crate::{Actor, Ask, Keep, LookUp, Personal, Provenance, SubjectKind, Vault};

const CANARIES: &[&str] = &[
    "Kanarifugl Zqxwvnavn",
    "zqxwvpost@kanari.example",
    "+4790987654",
    "Zqxwvfirma",
    "Zqxwvtekst om varmeren",
];

crate::record! {
    /// Every kind of field.
    pub struct Canary in Contact as "canary" {
        /// A canary.
        name: PersonName,
        /// A canary.
        email: Option<Email>,
        /// A canary.
        phone: Option<values::Phone>,
        /// A canary.
        organisation: Option<values::Line>,
        /// A canary.
        language: values::FreeText,
    }
}

/// A needle as it may lie in a file.
fn disguises(needle: &[u8]) -> Vec<Vec<u8>> {
    let text = String::from_utf8_lossy(needle);
    let mut all = vec![
        needle.to_vec(),
        text.to_lowercase().into_bytes(),
        text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        HEXLOWER.encode(needle).into_bytes(),
        HEXUPPER.encode(needle).into_bytes(),
    ];
    // Base64 has three phases; the ends depend on the neighbours.
    for skip in 0..3 {
        let encoded = BASE64_NOPAD.encode(&needle[skip..skip + (needle.len() - skip) / 3 * 3]);
        all.push(encoded.into_bytes());
    }
    all
}

fn found_in(folder: &Path, needles: &[Vec<u8>]) -> Vec<String> {
    let mut hits = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.to_string_lossy().into_owned();
        let bytes = fs::read(&path).unwrap();
        for needle in needles {
            let name_holds = name.as_bytes().windows(needle.len()).any(|w| w == needle);
            if name_holds || bytes.windows(needle.len()).any(|w| w == needle) {
                hits.push(format!("{name}: {}", BASE64.encode(needle)));
            }
        }
    }
    hits
}

async fn canary(vault: &Vault) -> SubjectId {
    let mut work = vault.work();
    let subject = work.subject(SubjectKind::Person);
    let ask = Ask::seal_new(Actor::Visitor, subject).of(&[Category::Contact]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let [name, email, phone, firm, text] = CANARIES else {
        panic!("five");
    };
    let (name, email) = (
        PersonName::parse(name).unwrap(),
        Email::parse(email).unwrap(),
    );
    let look_ups = [
        LookUp::email(&email),
        LookUp::phone(&values::Phone::parse(phone).unwrap()),
    ];
    let hints = LookUp::name_hints(&name);
    let record = Personal::new(Canary {
        name,
        email: Some(email),
        phone: Some(values::Phone::parse(phone).unwrap()),
        organisation: Some(values::Line::parse(firm).unwrap()),
        language: values::FreeText::parse(text).unwrap(),
    });
    let keep = Keep::while_open("booking", 1);
    let source = Provenance {
        source_ref: 4,
        ..from_booking()
    };
    work.seal(&permit, &record, &source, &keep).unwrap();
    for look_up in &look_ups {
        work.claim(&permit, Category::Contact, look_up).unwrap();
    }
    for hint in &hints {
        work.hint(&permit, Category::Contact, hint).unwrap();
    }
    lay(vault, work).await.unwrap();
    subject
}

async fn column(vault: &Vault, text: &'static str) -> Vec<Vec<u8>> {
    vault
        .store()
        .read(move |db| {
            let rows = db.all(&sql(text), &[])?;
            rows.iter().map(|row| Ok(row.bytes(0)?.to_vec())).collect()
        })
        .await
        .unwrap()
}

async fn forget(vault: &Vault, subject: SubjectId) {
    for strand in vault.strands_of(subject).await.unwrap() {
        let all = declaration::vocabulary::Purpose::ALL.to_vec();
        vault.end_reasons(strand.id, all).await.unwrap();
        vault.destroy(&[strand.id], &asked()).await.unwrap();
    }
}

#[test]
fn no_file_holds_what_was_sealed_nor_keys_of_the_forgotten() {
    block_on(async {
        let house = House::new();
        let vault = house.open().await.unwrap();
        let subject = canary(&vault).await;
        let needles: Vec<_> = CANARIES
            .iter()
            .flat_map(|canary| disguises(canary.as_bytes()))
            .collect();
        for folder in [house.data.path(), house.custody.path()] {
            assert_eq!(found_in(folder, &needles), Vec::<String>::new());
        }
        let keys = column(&vault, "SELECT wrapped FROM strand").await;
        let tags = column(&vault, "SELECT tag FROM blind").await;
        let hints = column(&vault, "SELECT tag FROM hint").await;
        let bodies = column(&vault, "SELECT body FROM record").await;
        let secret: Vec<_> = [keys, tags, hints].concat();
        assert!(secret.len() > 5);
        // The search itself finds what is there.
        assert!(!found_in(house.data.path(), &secret).is_empty());

        forget(&vault, subject).await;
        assert_eq!(found_in(house.data.path(), &secret), Vec::<String>::new());
        vault.sweep().await.unwrap();
        assert_eq!(found_in(house.data.path(), &bodies), Vec::<String>::new());
        assert_eq!(found_in(house.data.path(), &needles), Vec::<String>::new());
        close(vault).await;
    });
}

/// Where the engine keeps old bytes (journal, dead rows, dumps), they open with no key that is left.
#[test]
fn what_may_be_left_opens_with_no_key_that_is_left() {
    each(|t| async move {
        let vault = &t.vault;
        let subject = canary(vault).await;
        let strand = super::strand_of(vault, subject).await;
        let wrapped = column(vault, "SELECT wrapped FROM strand").await.remove(0);
        let at = crate::keys::StrandAt {
            id: strand,
            subject,
            category: Category::Contact,
        };
        assert!(vault.strand_key(at, &wrapped).is_ok());
        forget(vault, subject).await;
        vault.rotate().await.unwrap();
        t.clock.advance_ms(61_000);
        let ask = Ask::open(STAFF, subject).of(&[Category::Contact]);
        assert!(vault.permit::<purpose::Visit>(ask).await.is_err());
        assert!(vault.strand_key(at, &wrapped).is_err());
        let other = super::again(&t, vault.store().clone()).await.unwrap();
        assert!(other.strand_key(at, &wrapped).is_err());
    });
}
