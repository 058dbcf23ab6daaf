//! The API: described, repeatable, and clear about what is wrong.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::{
    slots,
    support::{client::Client, house},
};

/// A path of the route table without what stands in braces.
fn shape(path: &str) -> String {
    path.split('/')
        .map(|part| if part.starts_with('{') { "{}" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}

#[test]
fn the_description_and_the_routes_are_the_same() {
    let text = serde_json::to_string(&karosseri::api::openapi()).expect("JSON");
    let described: Value = serde_json::from_str(&text).expect("JSON");
    let version = described["openapi"].as_str().expect("a version");
    assert!(version.starts_with("3.1"), "{version}");
    let mut in_description = BTreeSet::new();
    for (path, item) in described["paths"].as_object().expect("paths") {
        for method in item.as_object().expect("methods").keys() {
            in_description.insert(format!("{} {}", method.to_uppercase(), shape(path)));
        }
    }
    let in_table: BTreeSet<String> = karosseri::parts::routes()
        .table()
        .iter()
        .filter(|route| route.path.starts_with("/api/v1/"))
        .map(|route| format!("{} {}", route.method, shape(route.path)))
        .collect();
    assert_eq!(in_description, in_table);
    for (path, item) in described["paths"].as_object().expect("paths") {
        for (method, operation) in item.as_object().expect("methods") {
            let answers = operation["responses"].as_object().expect("answers");
            assert!(!answers.is_empty(), "{method} {path} describes no answer");
        }
    }
    let schemas = &described["components"]["schemas"];
    for reference in text.split("#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap_or_default();
        assert!(
            schemas[name].is_object(),
            "schema {name} is named and not there"
        );
    }
}

async fn booking(client: &Client, version: &str) -> Value {
    let workshops = client.get("/api/v1/workshops").await.is(200).json();
    let services = client.get("/api/v1/services").await.is(200).json();
    let (workshop, service) = (&workshops[0]["id"], &services[0]["id"]);
    let path = format!(
        "/api/v1/slots?workshop={}&service={}",
        workshop.as_str().expect("id"),
        service.as_str().expect("id")
    );
    let slots = client.get(&path).await.is(200).json();
    json!({
        "workshop": workshop, "service": service, "start": slots[0]["start"], "plate": "CU 12345",
        "contact": { "name": "Prøve Person", "email": "api@kunde.example" },
        "language": "en", "notice_version": version,
    })
}

async fn post(client: &Client, key: Option<&str>, body: &Value) -> crate::support::client::Seen {
    let mut headers = vec![("content-type", "application/json")];
    headers.extend(key.map(|key| ("idempotency-key", key)));
    client
        .send(
            "POST",
            "/api/v1/bookings",
            &headers,
            body.to_string().into_bytes(),
        )
        .await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_key_is_the_same_booking() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let client = spawned.visitor();
        let version = spawned.house.vault.declaration().version().to_string();
        let body = booking(&client, &version).await;
        let first = post(&client, Some("key-number-1"), &body).await.is(201);
        let again = post(&client, Some("key-number-1"), &body).await.is(201);
        assert_eq!(first.json()["reference"], again.json()["reference"]);
        assert!(again.headers.contains_key("idempotent-replayed"));
        let mut other = body.clone();
        other["plate"] = json!("CU 54321");
        let refused = post(&client, Some("key-number-1"), &other).await.is(422);
        problem(&refused, 422);
        problem(&post(&client, None, &body).await.is(400), 400);
        let taken = post(&client, Some("key-number-2"), &body).await;
        // The workshop has two bays: the second gets the other one, the third none.
        assert!(matches!(taken.status.as_u16(), 201 | 409));
        let code = first.json()["manage_code"]
            .as_str()
            .expect("a code")
            .to_owned();
        let path = format!("/api/v1/bookings/{code}");
        assert_eq!(client.get(&path).await.is(200).json()["state"], "booked");
        client.send("DELETE", &path, &[], Vec::new()).await.is(204);
        assert_eq!(client.get(&path).await.is(200).json()["state"], "cancelled");
        spawned.close().await;
    })
    .await;
}

/// Problem details as RFC 9457 has them.
fn problem(seen: &crate::support::client::Seen, status: u16) -> Value {
    let kind = seen
        .headers
        .get("content-type")
        .and_then(|value| value.to_str().ok());
    assert!(
        kind.is_some_and(|kind| kind.starts_with("application/problem+json")),
        "{kind:?}"
    );
    let body = seen.json();
    assert!(
        body["type"].as_str().is_some_and(|kind| !kind.is_empty()),
        "{body}"
    );
    assert!(
        body["title"]
            .as_str()
            .is_some_and(|title| !title.is_empty()),
        "{body}"
    );
    assert_eq!(body["status"], status, "{body}");
    body
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_is_said_as_problem_details() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let client = spawned.visitor();
        let version = spawned.house.vault.declaration().version().to_string();
        let mut body = booking(&client, &version).await;
        body["plate"] = json!("?");
        body["contact"] = json!({ "name": "", "email": "no", "phone": "1" });
        body["start"] = json!("in the morning");
        let seen = post(&client, Some("key-wrong-1"), &body).await.is(422);
        let told = problem(&seen, 422);
        let pointers: BTreeSet<&str> = told["errors"]
            .as_array()
            .expect("errors")
            .iter()
            .filter_map(|e| e["pointer"].as_str())
            .collect();
        for pointer in [
            "#/plate",
            "#/contact/name",
            "#/contact/email",
            "#/contact/phone",
            "#/start",
        ] {
            assert!(
                pointers.contains(pointer),
                "{pointer} is not among {pointers:?}"
            );
        }
        assert!(
            !seen.body().contains("in the morning"),
            "the answer repeats what was sent"
        );
        problem(
            &post(&client, Some("key-wrong-2"), &json!("no"))
                .await
                .is(400),
            400,
        );
        problem(
            &post(&client, Some("key-wrong-3"), &json!({ "unknown": 1 }))
                .await
                .is(400),
            400,
        );
        problem(&client.get("/api/v1/nothing").await.is(404), 404);
        problem(&client.get("/api/v1/bookings/wrong").await.is(404), 404);
        problem(
            &client
                .get("/api/v1/slots?workshop=1&service=2")
                .await
                .is(422),
            422,
        );
        described(&spawned, &client).await;
        spawned.close().await;
    })
    .await;
}

/// What a program reads first.
async fn described(spawned: &house::Spawned, client: &Client) {
    let declared = client.get("/api/v1/declaration").await.is(200).json();
    assert_eq!(declared["hash"], spawned.house.vault.declaration().hash());
    assert_eq!(
        client.get("/api/v1/health").await.is(200).json()["status"],
        "ok"
    );
    client.get("/api/openapi.json").await.is(200).json();
}
