//! The package holds everything of the person and nothing of anybody else.

use std::io::Read;

use axum::{body::Body, http::Request};
use tower::ServiceExt;

use super::{House, MARKS, Person, each};

/// Every file of a package, by name.
fn unpack(bytes: Vec<u8>) -> Vec<(String, String)> {
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

async fn package(house: &House, person: &Person) -> Vec<(String, String)> {
    let held = crate::held::everything(
        &house.vault,
        vault::Actor::Subject(person.subject),
        person.subject,
        0,
    );
    let held = held.await.unwrap();
    let page = page_of(house).await;
    unpack(crate::package::pack(&house.app, &house.vault, &page, &held).unwrap())
}

/// A page of the house, as a handler would have it.
async fn page_of(house: &House) -> web::Page {
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
            let index = &files[0].1;
            assert!(
                index.contains(&mark.replace('+', "&#43;")) || index.contains(&mark),
                "{mark}"
            );
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
        let index = &files[0].1;
        assert!(!index.contains("<script") && !index.contains("http-equiv"));
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
