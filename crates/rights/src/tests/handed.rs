//! A copy that an officer hands over: in the person's language, with what became of their requests, and
//! honest about what lies in the locked store.

use std::io::Read;

use axum::{body::Body, http::Request};
use declaration::vocabulary::{Category, Purpose};
use tower::ServiceExt;
use values::{ControllerId, SubjectId};
use vault::Actor;
use web::{Role, Visitor};

use super::{
    House, Person, colleague,
    desk::{ask, version},
    each,
    package::{copy, page_of, unpack},
};
use crate::{
    package::{For, Scope, make},
    requests::{self, Asked, Kind},
};

/// A ZIP as a browser of this visitor gets it.
async fn fetched(house: &House, visitor: Visitor, path: &str) -> Vec<u8> {
    let mut headers = axum::http::HeaderMap::new();
    web::log_in(&house.app, visitor, &mut headers)
        .await
        .unwrap();
    let set = headers["set-cookie"].to_str().unwrap();
    let cookie = set.split(';').next().unwrap().to_owned();
    let request = Request::get(path).header("cookie", cookie);
    let router = web::router(&house.app, crate::routes());
    let answer = router.oneshot(request.body(Body::empty()).unwrap()).await;
    let answer = answer.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    let bytes = axum::body::to_bytes(answer.into_body(), usize::MAX).await;
    bytes.unwrap().to_vec()
}

/// One file of a ZIP.
fn file(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[tokio::test(flavor = "multi_thread")]
async fn what_an_officer_hands_over_is_in_the_language_it_was_asked_in() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        for (lang, title) in [
            (web::Lang::En, "What we know about you"),
            (web::Lang::Nn, "Dette veit vi om deg"),
        ] {
            let me = kari.subject;
            let asked = Asked::by_person(&house.app, &house.vault, me, Kind::Access, lang);
            let by = Actor::Subject(me);
            let id = requests::receive(&house.app, &house.vault, by, &asked).await;
            let path = format!(
                "/stab/personvern/krav/{}/opplysninger.zip",
                id.unwrap().get()
            );
            // The officer's own pages are in bokmål.
            let zip = fetched(&house, Visitor::Staff(colleague(Role::Privacy)), &path).await;
            let index = file(&zip, "index.html");
            assert!(index.contains(&format!("lang=\"{}\"", lang.tag())));
            let shown = house.app.texts.of(lang).s("copy-title");
            assert!(index.contains(shown), "{title}: {shown}");
        }
    })
    .await;
}

async fn by(house: &House, officer: Actor, whom: SubjectId, case: i64) -> Vec<(String, String)> {
    let whose = For {
        actor: officer,
        subject: whom,
        case,
    };
    let page = page_of(house).await;
    let made = make(&house.app, &house.vault, &page, whose, Scope::Access).await;
    unpack(made.unwrap())
}

fn of<'a>(files: &'a [(String, String)], name: &str) -> &'a str {
    let found = files.iter().find(|(known, _)| known == name);
    &found.unwrap_or_else(|| panic!("no {name}")).1
}

/// The officer's copy says that two have to open the accounting copies; when two have, they are in it; the
/// person's own copy has them without anybody's leave.
#[tokio::test(flavor = "multi_thread")]
async fn what_is_locked_is_told_of_and_comes_when_two_have_agreed() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = ask(&house, kari.subject, Kind::Access).await;
        let mark = kari.mark("accounting_copy", "document_no");
        let officer = colleague(Role::Privacy).actor();
        let files = by(&house, officer, kari.subject, id.get()).await;
        let json: serde_json::Value =
            serde_json::from_str(of(&files, "data/accounting_copy.json")).unwrap();
        assert_eq!(json["locked"], true);
        assert_eq!(json["records"].as_array().unwrap().len(), 0);
        let page = of(&files, "pages/accounting_copy.html");
        assert!(page.contains("det låste regnskapslageret") && page.contains("må to gjøre det"));
        assert!(of(&files, "index.html").contains("det låste regnskapslageret"));
        assert!(files.iter().all(|(_, text)| !text.contains(&mark)));

        let records = house.vault.everything(kari.subject).await.unwrap();
        let record = records
            .iter()
            .find(|raw| raw.category == Category::AccountingCopy);
        let record = record.unwrap().id;
        let unlock = house
            .vault
            .ask_to_unlock(officer, record, Purpose::Rights, "access")
            .await
            .unwrap();
        let files = by(&house, officer, kari.subject, id.get()).await;
        assert!(
            files.iter().all(|(_, text)| !text.contains(&mark)),
            "asking alone opens nothing"
        );
        let second = Actor::Staff {
            id: SubjectId::from_raw(79),
            role: Role::Claims,
            controller: ControllerId::from_raw(1),
        };
        house.vault.agree_to_unlock(second, unlock).await.unwrap();
        let files = by(&house, officer, kari.subject, id.get()).await;
        assert!(of(&files, "data/accounting_copy.json").contains(&mark));
        assert!(of(&files, "pages/accounting_copy.html").contains(&mark));
        assert!(!of(&files, "pages/accounting_copy.html").contains("må to gjøre det"));
        assert!(!of(&files, "index.html").contains("det låste regnskapslageret"));

        let own = unpack(copy(&house, kari.subject, Scope::Access).await);
        assert!(of(&own, "data/accounting_copy.json").contains(&mark));
        assert!(of(&own, "data/accounting_copy.json").contains("\"locked\":false"));
    })
    .await;
}

/// Objections, restrictions and the steps of each case are in the copy: page, JSON and table.
#[tokio::test(flavor = "multi_thread")]
async fn what_became_of_requests_is_in_the_copy() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let before = unpack(copy(&house, kari.subject, Scope::Access).await);
        let there = |name: &str| before.iter().any(|(known, _)| known == name);
        assert!(!there("tables/objections.json") && !there("tables/restrictions.json"));
        ask(&house, kari.subject, Kind::Objection).await;
        let id = ask(&house, kari.subject, Kind::Restriction).await;
        let case = format!("/stab/personvern/krav/{}", id.get());
        let officer = house.as_role(Role::Privacy).await;
        let seen = version(&officer.get(&case).await);
        let fields = [
            ("outcome", "answered"),
            ("version", seen.as_str()),
            ("ground", "accuracy"),
            ("text", "Låst."),
        ];
        let answered = officer.post(&format!("{case}/svar"), &fields).await;
        assert_eq!(answered.status, 303);
        let files = unpack(copy(&house, kari.subject, Scope::Access).await);
        for (name, machine, said) in [
            ("objections", "\"pending\"", "vurderes; brukes ikke imens"),
            ("restrictions", "\"accuracy\"", "vi undersøker det"),
            ("case_steps", "\"received\"", "Kravet kom"),
        ] {
            let json = of(&files, &format!("tables/{name}.json"));
            assert!(json.contains(machine), "{json}");
            for shown in [format!("tables/{name}.csv"), format!("pages/{name}.html")] {
                assert!(of(&files, &shown).contains(said), "{shown}");
            }
        }
        let restricted: serde_json::Value =
            serde_json::from_str(of(&files, "tables/restrictions.json")).unwrap();
        let row = &restricted["rows"][0];
        assert!(row["since"].is_string() && row["lifted_at"].is_null());
        let steps = of(&files, "tables/case_steps.json");
        assert!(!steps.contains("77"), "no colleague's number");
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let theirs = unpack(copy(&house, ola.subject, Scope::Access).await);
        assert!(
            theirs
                .iter()
                .all(|(name, _)| name != "tables/objections.json")
        );
    })
    .await;
}

/// A file in her copy and behind a link on her page, byte for byte; nobody else's, and nowhere its bytes
/// as text.
async fn the_letter_is_hers_too(house: &House, kari: &Person, pdf: &[u8]) {
    let wall = data_encoding::BASE64.encode(pdf);
    let files = unpack(copy(house, kari.subject, Scope::Access).await);
    let of = |wanted: &dyn Fn(&str) -> bool| {
        let found = files.iter().find(|(name, _)| wanted(name));
        found.map(|(name, text)| (name.as_str(), text.as_str()))
    };
    let scan = |name: &str| name.starts_with("attachments/") && name.ends_with("-file.pdf");
    let (path, text) = of(&scan).unwrap();
    assert_eq!(text.as_bytes(), pdf);
    for name in [
        "data/evidence.json",
        "data/evidence.csv",
        "pages/evidence.html",
    ] {
        let (_, text) = of(&|known| known == name).unwrap();
        assert!(text.contains(path), "{name} names the file");
        assert!(!text.contains(&wall), "{name} is a wall");
    }
    let own = house.as_person(kari.subject).await;
    let page = own.get("/min-side/opplysninger").await;
    assert!(!page.body.contains(&wall));
    let link = page.body.split("href=\"").find_map(|rest| {
        let link = rest.split('"').next()?;
        link.contains("/opplysninger/brev/")
            .then(|| link.to_owned())
    });
    let link = link.unwrap();
    let file = own.get(&link).await;
    assert_eq!(file.body.as_bytes(), pdf);
    assert_eq!(file.headers["content-type"], "application/pdf");
    let ola = Person::with_everything(&house.vault, "OLA").await;
    let other = house.as_person(ola.subject).await;
    assert_eq!(other.get(&link).await.status, 404);
    assert_eq!(house.client.get(&link).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_on_paper_is_a_file_in_the_copy_and_a_link_on_the_page() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let officer = house.as_role(Role::Privacy).await;
        let email = kari.email();
        let fields = [
            ("kind", "erasure"),
            ("channel", "letter"),
            ("received", "2026-10-28"),
            ("email", email.as_str()),
            ("text", "BREVETS ORD"),
            ("level", "vouched"),
            ("reason", "Kjenner henne godt"),
            ("lang", "nb"),
        ];
        let pdf = b"%PDF-1.7 et brev";
        let sent = officer.post_file("/stab/personvern/ny", &fields, ("scan", pdf));
        assert_eq!(sent.await.status, 303);
        the_letter_is_hers_too(&house, &kari, pdf).await;
    })
    .await;
}
