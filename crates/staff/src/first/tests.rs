//! The first run.

use axum::http::StatusCode;
use web::Role;

use super::{is_empty, set_up_code};
use crate::tests::{House, each};

async fn begin(house: &House, code: &str) -> web::testing::Answer {
    let fields = [
        ("code", code),
        ("name", "Ada Prøve"),
        ("email", "ada@verksted.example"),
        ("controller", "2"),
    ];
    house.client.post("/forste-gang", &fields).await
}

#[tokio::test]
async fn an_empty_house_gets_one_administrator_by_the_printed_code() {
    each(|house| async move {
        let vault = &house.test.vault;
        let old = set_up_code(vault).await.unwrap().unwrap();
        let code = set_up_code(vault).await.unwrap().unwrap();
        assert_eq!(
            house.client.get("/forste-gang").await.status,
            StatusCode::OK
        );
        for wrong in ["AAAA-BBBB-CCCC-DDDD", old.as_str()] {
            let answer = begin(&house, wrong).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
            assert!(answer.body.contains("Koden stemmer ikke"));
            assert!(
                answer.body.contains("ada@verksted.example"),
                "what was typed is still there"
            );
        }
        let typed = code.to_lowercase().replace('-', " ");
        let answer = begin(&house, &typed).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert!(answer.location().unwrap().starts_with("/stab/ansatte"));
        assert!(answer.headers.get("set-cookie").is_some());
        assert!(!is_empty(vault).await.unwrap());
        assert!(set_up_code(vault).await.unwrap().is_none());
        assert_eq!(
            house.client.get("/forste-gang").await.status,
            StatusCode::NOT_FOUND
        );
        assert_eq!(begin(&house, &code).await.status, StatusCode::NOT_FOUND);
        assert_eq!(
            house.client.get("/stab/logg-inn").await.status,
            StatusCode::OK
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_missing_is_said_at_its_field() {
    each(|house| async move {
        set_up_code(&house.test.vault).await.unwrap().unwrap();
        let answer = house
            .client
            .post("/forste-gang", &[("name", "Ada"), ("controller", "9")])
            .await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["code", "email", "controller"] {
            assert!(
                answer.body.contains(&format!("href=\"#f-{field}\"")),
                "{field}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_house_with_staff_has_no_first_run() {
    each(|house| async move {
        house.hire("Kari", Role::Technician).await;
        assert!(set_up_code(&house.test.vault).await.unwrap().is_none());
        assert_eq!(
            house.client.get("/forste-gang").await.status,
            StatusCode::NOT_FOUND
        );
    })
    .await;
}

#[tokio::test]
async fn of_two_with_the_code_one_becomes_administrator() {
    each(|house| async move {
        let code = set_up_code(&house.test.vault).await.unwrap().unwrap();
        let one = |name: &'static str| {
            let (client, code) = (house.client.clone(), code.clone());
            tokio::spawn(async move {
                let email = format!("{name}@verksted.example");
                let fields = [
                    ("code", code.as_str()),
                    ("name", name),
                    ("email", &email),
                    ("controller", "1"),
                ];
                client.post("/forste-gang", &fields).await.status
            })
        };
        let (first, second) = (one("Ada"), one("Eva"));
        let both = [first.await.unwrap(), second.await.unwrap()];
        let inside = both
            .iter()
            .filter(|status| **status == StatusCode::SEE_OTHER)
            .count();
        assert_eq!(inside, 1, "{both:?}");
    })
    .await;
}
