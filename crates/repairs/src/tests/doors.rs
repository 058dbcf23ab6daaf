//! Every route of the slice against every kind of visitor.

use axum::http::Method;
use web::{Door, Role};

use super::house::{House, each_house};

#[tokio::test]
async fn every_door_lets_in_whom_it_should_and_nobody_else() {
    each_house(|house| async move {
        for role in Role::ALL {
            let client = house.desk(*role).await;
            for route in crate::routes().table() {
                let path = fill(route.path);
                let answer = match route.method {
                    Method::GET => client.get(&path).await,
                    _ => client.post(&path, &[]).await,
                };
                let allowed = match route.door {
                    Door::Staff(roles) => roles.contains(role),
                    Door::Subject => false,
                    Door::Public | Door::Link => true,
                };
                assert_eq!(
                    answer.status != 403,
                    allowed,
                    "{role:?} {} {path}: {}",
                    route.method,
                    answer.status
                );
            }
        }
    })
    .await;
}

#[tokio::test]
async fn strangers_are_led_to_the_log_in() {
    each_house(|house: House| async move {
        let nobody = house.client();
        for route in crate::routes().table() {
            let path = fill(route.path);
            let answer = match route.method {
                Method::GET => nobody.get(&path).await,
                _ => nobody.post(&path, &[]).await,
            };
            match (route.door, route.method) {
                (Door::Link, _) => assert_eq!(answer.status, 404, "{path}"),
                (_, Method::GET) => assert_eq!(answer.status, 303, "{path}"),
                _ => assert_eq!(answer.status, 401, "{path}"),
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_technician_sees_no_price() {
    each_house(|house| async move {
        let order = house
            .walk_in("CU 10002", "Ola Nordmann", "ola@example.no")
            .await;
        house.line(order, "part", "1", "4321").await;
        let technician = house.desk(Role::Technician).await;
        for path in [
            "/stab/verksted".to_owned(),
            format!("/stab/verksted/{order}"),
        ] {
            let page = technician.get(&path).await;
            assert!(page.status.is_success(), "{}", page.body);
            for hidden in ["4321", "4\u{a0}321", "Ola Nordmann", "ola@example.no"] {
                assert!(!page.body.contains(hidden), "{path}: {hidden}");
            }
        }
        // A price in the technician's form is passed over.
        let fields = [
            ("kind", "part"),
            ("text", "Bolt"),
            ("quantity", "1"),
            ("price", "1"),
        ];
        technician
            .post(&format!("/stab/verksted/{order}"), &fields)
            .await;
        let lines = house
            .vault
            .store()
            .read(move |db| crate::order::load_lines(db, order));
        assert_eq!(lines.await.unwrap().last().unwrap().price, None);
    })
    .await;
}

fn fill(path: &str) -> String {
    path.replace("{code}", "AAAA")
        .replace("{copy}", "kunde")
        .split('/')
        .map(|part| if part.starts_with('{') { "1" } else { part })
        .collect::<Vec<_>>()
        .join("/")
}
