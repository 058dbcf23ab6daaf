use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use jiff::civil::date;
use serde_json::{Value, json};
use web::testing::Answer;

use crate::tests::{House, at, each_house};

async fn post(house: &House, key: &str, body: &Value) -> Answer {
    let request = Request::post("/api/v1/bookings")
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    house
        .client()
        .send(request, Body::from(body.to_string()))
        .await
}

fn booking(house: &House) -> Value {
    json!({
        "workshop": house.workshop.to_string(),
        "service": house.service.to_string(),
        "start": at(date(2026, 3, 3), 8, 0).rfc3339(),
        "plate": "CU 10001",
        "contact": { "name": "Kari Nordmann", "email": "kari@example.no" },
        "notice_version": house.vault.declaration().version().to_string(),
    })
}

fn read(answer: &Answer) -> Value {
    serde_json::from_str(&answer.body).unwrap()
}

#[tokio::test]
async fn a_program_books_reads_and_cancels() {
    each_house(|house| async move {
        let browser = house.client();
        let workshops = read(&browser.get("/api/v1/workshops").await);
        assert_eq!(workshops[0]["id"], house.workshop.to_string());
        let services = read(&browser.get("/api/v1/services").await);
        assert_eq!(services.as_array().unwrap().len(), 6);
        let query = format!(
            "/api/v1/slots?workshop={}&service={}&from=2026-03-03&days=1",
            house.workshop, house.service
        );
        let slots = read(&browser.get(&query).await);
        assert_eq!(slots[0]["local"], "2026-03-03T07:00");
        assert_eq!(slots[0]["start"], "2026-03-03T06:00:00Z");
        let made = post(&house, "first-key", &booking(&house)).await;
        assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
        let again = post(&house, "first-key", &booking(&house)).await;
        assert_eq!(read(&made), read(&again));
        assert_eq!(again.headers["idempotent-replayed"], "true");
        let mut other = booking(&house);
        other["plate"] = "CU 10002".into();
        let other = post(&house, "first-key", &other).await;
        assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY);
        let path = made.headers["location"].to_str().unwrap();
        assert_eq!(read(&browser.get(path).await)["state"], "booked");
        for _ in 0..2 {
            let gone = browser.send(Request::delete(path), Body::empty()).await;
            assert_eq!(gone.status, StatusCode::NO_CONTENT);
        }
        assert_eq!(read(&browser.get(path).await)["state"], "cancelled");
        assert_eq!(
            browser.get("/api/v1/bookings/nonsense").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn wrong_fields_have_pointers() {
    each_house(|house| async move {
        let mut wrong = booking(&house);
        wrong["plate"] = "AB 01234".into();
        wrong["contact"] = json!({ "name": "02013299997", "phone": "12" });
        wrong["notice_version"] = "0".into();
        let answer = post(&house, "wrong-key", &wrong).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        let problem = read(&answer);
        let pointers: Vec<&str> = problem["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| error["pointer"].as_str().unwrap())
            .collect();
        let wanted = [
            "#/plate",
            "#/contact/name",
            "#/contact/phone",
            "#/notice_version",
        ];
        assert_eq!(pointers, wanted);
        assert!(!answer.body.contains("99997"));
        let no_key = post(&house, "", &booking(&house)).await;
        assert_eq!(no_key.status, StatusCode::BAD_REQUEST);
        let unknown = post(&house, "other-key", &json!({ "fnr": "x" })).await;
        assert_eq!(unknown.status, StatusCode::BAD_REQUEST);
        let slots = house
            .client()
            .get("/api/v1/slots?workshop=1&service=x")
            .await;
        assert_eq!(slots.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn a_taken_time_names_the_nearest() {
    each_house(|house| async move {
        house.one_bay().await;
        assert_eq!(
            post(&house, "key-of-one", &booking(&house)).await.status,
            StatusCode::CREATED
        );
        let second = post(&house, "key-of-two", &booking(&house)).await;
        assert_eq!(second.status, StatusCode::CONFLICT);
        assert!(read(&second)["nearest"].as_array().unwrap().len() > 3);
    })
    .await;
}

#[test]
fn the_description_names_every_path() {
    let described = serde_json::to_value(super::openapi()).unwrap();
    for path in [
        "/api/v1/workshops",
        "/api/v1/services",
        "/api/v1/slots",
        "/api/v1/bookings",
        "/api/v1/bookings/{code}",
    ] {
        assert!(described["paths"][path].is_object(), "{path}");
    }
}
