//! The package holds everything of the person and nothing of anybody else.

use std::io::Read;

use axum::{body::Body, http::Request};
use tower::ServiceExt;

use values::SubjectId;

use super::{House, MARKS, Person, each};
use crate::package::{For, Scope, gather, make, schema, whole, write::write};

/// Every file of a package, by name.
pub(super) fn unpack(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = Vec::new();
    for at in 0..archive.len() {
        let mut file = archive.by_index(at).unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.push((file.name().unwrap().into_owned(), text));
    }
    files
}

/// A person's copy, made by themselves.
pub(super) async fn copy(house: &House, who: SubjectId, scope: Scope) -> Vec<u8> {
    let whose = For {
        actor: vault::Actor::Subject(who),
        subject: who,
        case: 0,
    };
    let page = page_of(house).await;
    make(&house.app, &house.vault, &page, whose, scope)
        .await
        .unwrap()
}

async fn package(house: &House, person: &Person) -> Vec<(String, String)> {
    unpack(copy(house, person.subject, Scope::Access).await)
}

/// A page of the house, as a handler would have it.
pub(super) async fn page_of(house: &House) -> web::Page {
    use axum::extract::FromRequestParts;
    let (mut parts, _) = Request::get("/").body(()).unwrap().into_parts();
    web::Page::from_request_parts(&mut parts, &house.app)
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_every_kind_is_in_it_and_nothing_of_others() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let files = package(&house, &kari).await;
        for (category, field) in MARKS {
            let mark = kari.mark(category, field);
            let json = |name: &str| name.ends_with(&format!("{category}.json"));
            let data = files.iter().find(|(name, _)| json(name));
            assert!(
                data.unwrap().1.contains(&mark),
                "{category}.{field} is not in its JSON"
            );
            let shown = files.iter().any(|(name, text)| {
                name.starts_with("pages/")
                    && (text.contains(&mark) || text.contains(&mark.replace('+', "&#43;")))
            });
            let attached = files
                .iter()
                .any(|(name, _)| name.starts_with("attachments/"));
            assert!(shown || attached, "{mark} is on no page");
            let other = ola.mark(category, field);
            if !other.starts_with('+') {
                let found = files.iter().find(|(_, text)| text.contains(&other));
                assert!(
                    found.is_none(),
                    "{other} in {:?}",
                    found.map(|(name, _)| name)
                );
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_manifest_has_the_hash_of_every_part() {
    each(|house| async move {
        use sha2::{Digest, Sha256};
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let files = package(&house, &kari).await;
        let (_, manifest) = files
            .iter()
            .find(|(name, _)| name == "manifest.json")
            .unwrap();
        let manifest: serde_json::Value = serde_json::from_str(manifest).unwrap();
        let listed = manifest["files"].as_array().unwrap();
        assert_eq!(listed.len() + 1, files.len());
        for (name, text) in files.iter().filter(|(name, _)| name != "manifest.json") {
            let entry = listed
                .iter()
                .find(|entry| entry["path"] == name.as_str())
                .unwrap();
            let hash = data_encoding::HEXLOWER.encode(&Sha256::digest(text.as_bytes()));
            assert_eq!(entry["sha256"], hash.as_str(), "{name}");
        }
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        for needed in [
            "consents.json",
            "requests.json",
            "openings.json",
            "declaration.json",
            "contact.vcf",
        ] {
            assert!(names.contains(&needed), "{needed}");
        }
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let outside = ["<script", "http-equiv", "src=", "@import", "url("];
            let found = outside.iter().find(|word| text.contains(**word));
            assert!(found.is_none(), "{name}: {found:?}");
            assert!(
                text.starts_with("<!doctype html>") && text.contains("</html>"),
                "{name}"
            );
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_gets_their_own_and_nobody_else_gets_any() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let page = house
            .as_person(kari.subject)
            .await
            .get("/min-side/opplysninger")
            .await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(&kari.mark("enquiry", "question")));
        assert!(!page.body.contains("OLA") && !page.body.contains(&ola.email()));
        let zip = house
            .as_person(kari.subject)
            .await
            .get("/min-side/opplysninger.zip")
            .await;
        assert_eq!(zip.status, 200);
        assert_eq!(zip.headers["content-type"], "application/zip");
        assert_eq!(zip.headers["cache-control"], "no-store");
        let nobody = house.client.get("/min-side/opplysninger.zip").await;
        assert_eq!(nobody.status, 303);
        let staff = house
            .as_role(web::Role::Privacy)
            .await
            .get("/min-side/opplysninger.zip")
            .await;
        assert_eq!(staff.status, 403);
    })
    .await;
}

/// Keeps the helper honest: what is unpacked was packed by a handler's route too.
#[tokio::test(flavor = "multi_thread")]
async fn the_archive_opens() {
    each(|house| async move {
        // The whole of it: its folder must stand while anything is written.
        let house = house;
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let me = web::Me {
            subject: kari.subject,
            account: values::AccountId::from_raw(1),
        };
        let mut headers = axum::http::HeaderMap::new();
        web::log_in(&house.app, web::Visitor::Subject(me), &mut headers)
            .await
            .unwrap();
        let cookie = headers["set-cookie"]
            .to_str()
            .unwrap()
            .split(';')
            .next()
            .unwrap()
            .to_owned();
        let request = Request::get("/min-side/opplysninger.zip")
            .header("cookie", cookie)
            .body(Body::empty())
            .unwrap();
        let router = web::router(&house.app, crate::routes());
        let answer = router.oneshot(request).await.unwrap();
        let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX)
            .await
            .unwrap();
        assert!(
            unpack(bytes.to_vec())
                .iter()
                .any(|(name, _)| name == "index.html")
        );
    })
    .await;
}

/// Every link between the pages leads to a file of the package.
#[tokio::test(flavor = "multi_thread")]
async fn every_link_leads_somewhere() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let files = package(&house, &kari).await;
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        for (name, text) in files.iter().filter(|(name, _)| name.ends_with(".html")) {
            let folder = name.rsplit_once('/').map_or("", |(folder, _)| folder);
            for link in text.split("href=\"").skip(1) {
                let link = link.split('"').next().unwrap();
                if link.starts_with("https://") || link.starts_with("mailto:") {
                    continue;
                }
                let target = match link.strip_prefix("../") {
                    Some(up) => up.to_owned(),
                    None if folder.is_empty() => link.to_owned(),
                    None => format!("{folder}/{link}"),
                };
                assert!(names.contains(&target.as_str()), "{name} -> {link}");
            }
        }
    })
    .await;
}

/// Every machine file that names a schema keeps to it, in both kinds of package.
#[tokio::test(flavor = "multi_thread")]
async fn machine_files_keep_to_the_published_schemas() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        for scope in [Scope::Access, Scope::Portable] {
            let files = unpack(copy(&house, kari.subject, scope).await);
            let of = |wanted: &str| {
                let found = files.iter().find(|(name, _)| name == wanted);
                serde_json::from_str::<serde_json::Value>(&found.unwrap().1).unwrap()
            };
            let manifest = of("manifest.json");
            assert_eq!(schema::check("manifest", &manifest), Ok(()));
            let mut checked = 0;
            for line in manifest["files"].as_array().unwrap() {
                let Some(schema) = line["schema"].as_str() else {
                    continue;
                };
                assert!(files.iter().any(|(name, _)| name == schema), "{schema}");
                let name = schema.strip_prefix("schemas/").unwrap();
                let name = name.strip_suffix(".json").unwrap();
                let path = line["path"].as_str().unwrap();
                assert_eq!(schema::check(name, &of(path)), Ok(()), "{path}");
                checked += 1;
            }
            assert!(checked > 5, "{checked}");
        }
        let served = house.client.get("/personvern/skjema/category.json").await;
        assert_eq!(served.status, 200);
        assert!(served.body.contains("karosseri-category-2"));
        let none = house.client.get("/personvern/skjema/kari.json").await;
        assert_eq!(none.status, 404);
    })
    .await;
}

/// Art. 20: what was given or observed, on contract or consent; nothing derived, nothing of others.
#[tokio::test(flavor = "multi_thread")]
async fn what_travels_is_what_they_gave_and_what_was_observed() {
    each(|house| async move {
        use declaration::vocabulary::{Category, Origin, field};
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let files = unpack(copy(&house, kari.subject, Scope::Portable).await);
        let all: String = files.iter().map(|(_, text)| text.as_str()).collect();
        let mut went = 0;
        for (category, name) in MARKS {
            let known = field(Category::from_name(category).unwrap(), name).unwrap();
            let others = matches!(*name, "owner_name" | "owner_org_no");
            let there = all.contains(&kari.mark(category, name));
            let common = matches!(*name, "email" | "reach" | "phone");
            if known.origin == Origin::Derived || others || *category == "rights_case" {
                assert!(!there || common, "{category}.{name} went along");
            }
            went += usize::from(there);
        }
        assert!(went > 15, "{went}");
        for needed in ["contact", "vehicle_link", "enquiry"] {
            assert!(
                files
                    .iter()
                    .any(|(name, _)| *name == format!("data/{needed}.json")),
                "{needed}"
            );
        }
        let pages = files
            .iter()
            .any(|(name, _)| name.ends_with(".html") && !name.starts_with("attach"));
        assert!(!pages, "a package for programs has no site");
    })
    .await;
}

/// An erasure while the copy is made: nothing of it leaves, and the next copy is whole.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_destroyed_meanwhile_does_not_leave() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let whose = For {
            actor: vault::Actor::Subject(kari.subject),
            subject: kari.subject,
            case: 0,
        };
        let page = page_of(&house).await;
        let strands = house.vault.strands_of(kari.subject).await.unwrap();
        let enquiry = declaration::vocabulary::Category::Enquiry;
        let enquiry = strands
            .iter()
            .find(|info| info.category == enquiry)
            .unwrap();
        let destroy = || async {
            let purposes = declaration::vocabulary::Purpose::ALL.to_vec();
            house.vault.end_reasons(enquiry.id, purposes).await.unwrap();
            let cause = vault::Cause {
                cause: "request",
                rule: "gdpr-17".to_owned(),
                actor: vault::Actor::Chore("test"),
            };
            house.vault.destroy(&[enquiry.id], &cause).await.unwrap();
        };
        // Between the writing and the sending.
        let frame = gather(&house.app, &house.vault, &page, whose, Scope::Access);
        let written = write(&house.vault, &page, frame.await.unwrap())
            .await
            .unwrap();
        assert!(whole(&house.vault, &written).await.is_ok());
        // Between the leave to open and the reading.
        let frame = gather(&house.app, &house.vault, &page, whose, Scope::Access)
            .await
            .unwrap();
        destroy().await;
        let gone = web::Error::Conflict("rights-package-changed");
        assert_eq!(whole(&house.vault, &written).await, Err(gone.clone()));
        let late = match write(&house.vault, &page, frame).await {
            Ok(written) => whole(&house.vault, &written).await,
            Err(error) => Err(error),
        };
        assert_eq!(late, Err(gone));
        let after = unpack(copy(&house, kari.subject, Scope::Access).await);
        let mark = kari.mark("enquiry", "question");
        assert!(after.iter().all(|(_, text)| !text.contains(&mark)));
        let erased = after
            .iter()
            .find(|(name, _)| name == "erased.json")
            .unwrap();
        assert!(erased.1.contains("enquiry"));
    })
    .await;
}
