//! Over real HTTP against the double.

use axum::http::StatusCode;
use values::{Email, PersonName};

use crate::{Failure, Make, MakeSettings, SetupError, Standing, Told, double::Double};

async fn service() -> (Double, Make) {
    let double = Double::default();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(double.clone().serve(listener));
    let settings = MakeSettings {
        user_id: "1".into(),
        api_key: "hemmelig".into(),
        list: 17,
        topic: "news".into(),
        address,
    };
    (double, Make::new(&settings).unwrap())
}

fn told(number: i64) -> Told {
    Told {
        email: Email::parse(&format!("kunde{number}@example.com")).unwrap(),
        first_name: PersonName::parse("Kari").ok(),
        external_id: number,
    }
}

#[tokio::test]
async fn only_four_fields_leave_and_bulk_calls_keep_the_limit() {
    let (double, make) = service().await;
    let people: Vec<Told> = (0..2_500).map(told).collect();
    make.put(&people).await.unwrap();
    let heard = double.heard();
    assert_eq!(heard.len(), 2_500);
    for row in &heard {
        let mut keys: Vec<&str> = row
            .as_object()
            .unwrap()
            .keys()
            .map(String::as_str)
            .collect();
        keys.sort_unstable();
        assert_eq!(keys, ["email", "external_id", "firstname", "lists"]);
    }
    assert_eq!(make.held().await.unwrap().0.len(), 2_500);
}

#[tokio::test]
async fn nobody_is_made_active_again() {
    let (double, make) = service().await;
    double.hold("kunde1@example.com", "unsubscribed");
    make.put(&[told(1)]).await.unwrap();
    let status = double.status_of("kunde1@example.com");
    assert_eq!(status.as_deref(), Some("unsubscribed"));
    assert!(!format!("{:?}", double.heard()).contains("reactivate"));
}

#[tokio::test]
async fn what_the_service_holds_comes_in_without_what_we_have_no_use_for() {
    let (double, make) = service().await;
    double.hold("a@example.com", "active");
    double.hold("b@example.com", "bounce");
    double.hold("ikke en adresse", "underlig");
    let (held, _) = make.held().await.unwrap();
    assert_eq!(held[0].standing, Standing::Active);
    assert!(held[0].since.is_some());
    assert_eq!(held[1].standing, Standing::Bounced);
    assert_eq!(held[2].standing, Standing::Other);
    assert!(held[2].email.is_none());
    make.stop(held[0].email.as_ref().unwrap()).await.unwrap();
    let status = double.status_of("a@example.com");
    assert_eq!(status.as_deref(), Some("unsubscribed"));
    make.remove(held[1].id).await.unwrap();
    make.remove(held[1].id).await.unwrap();
    assert_eq!(double.status_of("b@example.com"), None);
    let nobody = Email::parse("ukjent@example.com").unwrap();
    make.stop(&nobody).await.unwrap();
}

#[tokio::test]
async fn events_come_in_both_shapes() {
    let (double, make) = service().await;
    double.hold("a@example.com", "active");
    double.press_unsubscribe("a@example.com", "2026-11-20T08:00:00.000Z");
    double.bounce("b@example.com", "2026-11-21T08:00:00.000Z");
    let left = make.unsubscribes().await.unwrap();
    assert_eq!(left[0].email.reveal(), "a@example.com");
    assert_eq!(left[0].at.unwrap().millis(), 1_795_161_600_000);
    assert_eq!(make.bounces().await.unwrap().len(), 1);
}

#[tokio::test]
async fn outages_are_told_apart() {
    let (double, make) = service().await;
    for (status, wanted) in [
        (StatusCode::INTERNAL_SERVER_ERROR, Failure::Down),
        (StatusCode::BAD_GATEWAY, Failure::Down),
        (StatusCode::TOO_MANY_REQUESTS, Failure::Pause(7)),
        (StatusCode::FORBIDDEN, Failure::Refused),
        (StatusCode::IM_A_TEAPOT, Failure::Malformed),
    ] {
        double.break_with(Some(status));
        assert_eq!(make.held().await.err(), Some(wanted));
        assert_eq!(make.put(&[told(1)]).await.err(), Some(wanted));
    }
    double.break_with(None);
    make.put(&[told(1)]).await.unwrap();
    let away = MakeSettings {
        user_id: "1".into(),
        api_key: "x".into(),
        list: 1,
        topic: "news".into(),
        address: "http://127.0.0.1:9".into(),
    };
    let away = Make::new(&away).unwrap();
    assert_eq!(away.held().await.err(), Some(Failure::Down));
}

#[test]
fn wrong_settings_are_named() {
    let with = |address: &str, key: &str| {
        let settings = MakeSettings {
            user_id: "1".into(),
            api_key: key.into(),
            list: 1,
            topic: "news".into(),
            address: address.into(),
        };
        assert!(!format!("{settings:?}").contains("hemmelig"));
        Make::new(&settings).err()
    };
    assert_eq!(
        with("http://example.com", "hemmelig"),
        Some(SetupError::Address)
    );
    assert_eq!(with("tull", "hemmelig"), Some(SetupError::Address));
    assert_eq!(with("http://127.0.0.1:1", " "), Some(SetupError::Key));
    assert_eq!(with("http://127.0.0.1:1", "hemmelig"), None);
}

#[tokio::test]
async fn the_double_speaks_as_the_service_does() {
    let (double, make) = service().await;
    double.hold("a@example.com", "unsubscribed");
    double.hold_on(18, "annen@example.com", "active");
    make.put(&[told(1)]).await.unwrap();
    let held = make.held().await.unwrap().0;
    assert_eq!(held.len(), 2, "another list is another list");
    assert_eq!(make.size().await.unwrap(), Some(2));
    // A status is said by name, and only one of them makes anybody active again.
    let people = r#"[{"email":"a@example.com"}]"#;
    let bulk = "subscribers/bulkinsert?subscriber_list_id[]=17&tag=merge&status=";
    for (status, after) in [
        ("active", "unsubscribed"),
        ("reactivate", "active"),
        ("bounce", "bounce"),
    ] {
        let answer = double_call(&double, &format!("{bulk}{status}"), people).await;
        assert_eq!(answer, StatusCode::OK);
        assert_eq!(double.status_of("a@example.com").as_deref(), Some(after));
    }
    assert_eq!(double.reactivated(), 1);
    let much = format!(
        "[{}]",
        vec![r#"{"email":"x@example.com"}"#; 1_001].join(",")
    );
    for (path, body, wanted) in [
        (bulk, much.as_str(), StatusCode::PAYLOAD_TOO_LARGE),
        (
            "subscribers/bulkinsert?subscriber_list_id=99",
            people,
            StatusCode::NOT_FOUND,
        ),
        (
            bulk,
            r#"[{"email":"x@example.com","nick":"x"}]"#,
            StatusCode::UNPROCESSABLE_ENTITY,
        ),
        (
            bulk,
            r#"[{"email":"x@example.com","FAVORITT":"x"}]"#,
            StatusCode::OK,
        ),
    ] {
        assert_eq!(
            double_call(&double, path, body).await,
            wanted,
            "{path} {body}"
        );
    }
    double.let_in_only("1", "en annen");
    assert_eq!(make.held().await.err(), Some(Failure::Refused));
}

/// A call as another program would make it.
async fn double_call(double: &Double, path: &str, body: &str) -> StatusCode {
    use tower::ServiceExt;
    let request = axum::http::Request::post(format!("/{path}"))
        .header("authorization", "Basic MTp4")
        .header("content-type", "application/json")
        .body(axum::body::Body::from(body.to_owned()));
    double
        .router()
        .oneshot(request.unwrap())
        .await
        .unwrap()
        .status()
}
