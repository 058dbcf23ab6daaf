//! The copy in three languages, its tables beside its JSON, its contact card; and a copy that is asked for
//! while something of it is destroyed.

use std::{collections::BTreeMap, sync::Arc};

use customers::{Aside, Beside, Besides};
use serde_json::Value;
use values::SubjectId;
use vault::{Actor, Cause, Vault};
use web::{
    App, Later, Me, Page, Services, Visitor,
    testing::{Client, house as parts_of},
};

use super::{
    House, Person, each,
    package::{copy, page_of, unpack},
};
use crate::package::{For, Scope, in_language, make};

async fn in_lang(house: &House, who: SubjectId, lang: web::Lang) -> Vec<(String, String)> {
    let page = in_language(&house.app, &page_of(house).await, lang);
    let whose = For {
        actor: Actor::Subject(who),
        subject: who,
        case: 0,
    };
    let made = make(&house.app, &house.vault, &page, whose, Scope::Access).await;
    unpack(made.unwrap())
}

/// Every page says which language it is in and is in it: headings of each topic, nothing of the others,
/// no name of a text instead of the text.
#[tokio::test(flavor = "multi_thread")]
async fn the_copy_stands_in_three_languages() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let keys = [
            "copy-title",
            "copy-topic-retention",
            "copy-topic-erased",
            "copy-lead-openings",
            "copy-next-nothing",
            "copy-wrong-text",
        ];
        let mut seen: BTreeMap<&str, String> = BTreeMap::new();
        for lang in web::Lang::ALL {
            let files = in_lang(&house, kari.subject, lang).await;
            let pages = files
                .iter()
                .filter(|(name, _)| name.ends_with(".html") && !name.starts_with("attachments"));
            let mut all = String::new();
            for (name, text) in pages {
                assert!(
                    text.contains(&format!("<html lang=\"{}\">", lang.tag())),
                    "{name}"
                );
                for raw in [">copy-", ">rights-", ">held-", ">review-"] {
                    assert!(!text.contains(raw), "{name}: a text's name");
                }
                all.push_str(text);
            }
            let text = house.app.texts.of(lang);
            for key in keys {
                let said = text.s(key).replace('\'', "&#39;");
                assert!(all.contains(&said), "{}: {key}", lang.tag());
                let others = web::Lang::ALL.into_iter().filter(|other| *other != lang);
                for other in others {
                    let theirs = house.app.texts.of(other).s(key);
                    assert!(
                        theirs == text.s(key) || !all.contains(theirs),
                        "{key} is in {}",
                        other.tag()
                    );
                }
            }
            let manifest = files.iter().find(|(name, _)| name == "manifest.json");
            let manifest: Value = serde_json::from_str(&manifest.unwrap().1).unwrap();
            assert_eq!(manifest["language"], lang.tag());
            seen.insert(lang.tag(), all);
        }
        assert_eq!(seen.len(), 3);
        // What the person said is the same in all of them.
        let mark = kari.mark("enquiry", "question");
        assert!(seen.values().all(|all| all.contains(&mark)));
    })
    .await;
}

/// The rows of a table (RFC 4180).
fn rows(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && row.is_empty() && cell.is_empty(), "cut off");
    rows
}

/// What a cell says, without the mark that keeps a spreadsheet from running it.
fn plain(cell: &str) -> &str {
    let runs = |rest: &&str| rest.starts_with(['=', '+', '-', '@', '\t', '\r']);
    cell.strip_prefix('\'').filter(runs).unwrap_or(cell)
}

/// Every table has a row for each record and in it what the JSON has, field by field.
#[tokio::test(flavor = "multi_thread")]
async fn csv_twins_say_what_the_json_says() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let tricky = "=1+1; \"sitert\", og\nen ny linje";
        super::people::enquiry_of(&house.vault, kari.subject, tricky).await;
        let files = unpack(copy(&house, kari.subject, Scope::Access).await);
        let of = |name: &str| files.iter().find(|(known, _)| known == name);
        let (mut compared, mut found) = (0, false);
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".json")) {
            let Some((_, table)) = of(&name.replace(".json", ".csv")) else {
                assert!(!name.starts_with("data/"), "{name} has no table");
                continue;
            };
            let json: Value = serde_json::from_str(text).unwrap();
            let mut rows = rows(table).into_iter();
            let head = rows.next().unwrap();
            let names: std::collections::BTreeSet<&String> = head.iter().collect();
            assert_eq!(names.len(), head.len(), "{name}: two columns of one name");
            let Some(records) = json["records"].as_array() else {
                assert_eq!(rows.len(), json["rows"].as_array().unwrap().len(), "{name}");
                continue;
            };
            assert_eq!(rows.len(), records.len(), "{name}");
            for (record, row) in records.iter().zip(rows) {
                assert_eq!(row.len(), head.len());
                assert_eq!(record["id"], row[0].as_str());
                assert_eq!(record["at"], row[2].as_str());
                for field in record["fields"].as_array().unwrap() {
                    let place = head
                        .iter()
                        .position(|column| field["name"] == column.as_str());
                    let cell = plain(&row[place.unwrap()]);
                    let value = field["value"].as_str().or(field["file"].as_str());
                    assert_eq!(value, Some(cell), "{name}: {}", field["name"]);
                    found |= cell == tricky;
                    compared += 1;
                }
            }
        }
        assert!(found && compared > 80, "{compared}");
        // In the file itself the formula is no formula.
        let (_, table) = of("data/enquiry.csv").unwrap();
        assert!(table.contains("\"'=1+1; \"\"sitert\"\", og\nen ny linje\""));
    })
    .await;
}

/// The card is one (RFC 6350): lines of at most 75 octets, what the contact says, nothing else.
#[tokio::test(flavor = "multi_thread")]
async fn the_contact_card_is_one_that_other_programs_take() {
    each(|house| async move {
        let long = format!("Kari {}, Østby; AS", "Å".repeat(60));
        let me = Person::with_booking(&house.vault, &long, "kari@example.no").await;
        let files = unpack(copy(&house, me, Scope::Portable).await);
        let (_, card) = files
            .iter()
            .find(|(name, _)| name == "contact.vcf")
            .unwrap();
        assert!(card.ends_with("END:VCARD\r\n"));
        assert!(card.split("\r\n").all(|line| line.len() <= 75), "{card}");
        let whole = card.replace("\r\n ", "");
        let lines: Vec<&str> = whole.split("\r\n").collect();
        assert_eq!(lines[..2], ["BEGIN:VCARD", "VERSION:4.0"]);
        let name = long.replace(',', "\\,").replace(';', "\\;");
        assert!(lines.contains(&format!("FN:{name}").as_str()), "{whole}");
        assert!(lines.contains(&"EMAIL:kari@example.no"));
        assert!(lines.contains(&"LANG:nb"));
        assert!(lines.iter().any(|line| line.starts_with("REV:20261102T")));
    })
    .await;
}

/// Destroys somebody's question while their copy is gathered, as an erasure at the same moment does.
struct Meanwhile(Vault);

impl Beside for Meanwhile {
    fn tell<'a>(&'a self, _: &'a App, _: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>> {
        Box::pin(async move {
            let strands = self.0.strands_of(who).await?;
            let enquiry = strands
                .iter()
                .find(|one| one.category.as_str() == "enquiry");
            if let Some(enquiry) = enquiry {
                let purposes = declaration::vocabulary::Purpose::ALL.to_vec();
                self.0.end_reasons(enquiry.id, purposes).await?;
                let cause = Cause {
                    cause: "request",
                    rule: "gdpr-17".to_owned(),
                    actor: Actor::Chore("test"),
                };
                self.0.destroy(&[enquiry.id], &cause).await?;
            }
            Ok(Vec::new())
        })
    }
}

/// Over the wire: nothing leaves, the page says what happened and what to do, and the next copy is whole.
#[tokio::test(flavor = "multi_thread")]
async fn a_copy_that_an_erasure_overtakes_says_so() {
    each(|house| async move {
        // All of it, with the folder of its keys.
        let house = &house;
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let meanwhile: Arc<dyn Beside> = Arc::new(Meanwhile(house.vault.clone()));
        let services = Services::default()
            .with(house.vault.clone())
            .with(Besides(vec![meanwhile]));
        let mut parts = parts_of(&[crate::LANG, customers::LANG], services);
        parts.world = house.vault.world().clone();
        parts.settings.limits = false;
        let app = App::new(parts);
        let routes = crate::routes().merge(customers::routes());
        let client = Client::new(app.clone(), web::router(&app, routes));
        let me = Me {
            subject: kari.subject,
            account: values::AccountId::from_raw(1),
        };
        let own = client.as_visitor(Visitor::Subject(me)).await.unwrap();
        let late = own.get("/min-side/opplysninger.zip").await;
        assert_eq!(late.status, 409, "{}", late.body);
        let said = house
            .app
            .texts
            .of(web::Lang::Nb)
            .s("rights-package-changed");
        assert!(late.body.contains(said), "{}", late.body);
        assert!(!late.body.contains("KARI") && !late.body.starts_with("PK"));
        let next = own.get("/min-side/opplysninger.zip").await;
        assert_eq!(next.status, 200);
        assert!(next.body.starts_with("PK"));
    })
    .await;
}
