//! Adding and ending, as an administrator does it.

use axum::http::StatusCode;
use values::SubjectId;
use vault::Actor;
use web::Role;

use crate::{
    StaffError, add, end_work, find, list, one_time_link,
    tests::{ONE, each, email, name},
};

#[tokio::test]
async fn an_administrator_adds_a_colleague_who_gets_a_letter() {
    each(|house| async move {
        let ada = house.hire("Ada", Role::Admin).await;
        let browser = house.as_member(ada).await;
        let page = browser.get("/stab/ansatte").await.body;
        assert!(page.contains("/stab/oppsett"), "what comes next");
        let fields = [
            ("name", "Kari Prøve"),
            ("email", "kari@verksted.example"),
            ("role", "technician"),
            ("controller", "1"),
        ];
        let answer = browser.post("/stab/ansatte", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert_eq!(house.letters().await, 1);
        let page = browser.get("/stab/ansatte").await.body;
        assert!(page.contains("Kari Prøve") && !page.contains("/stab/oppsett"));
        let again = browser.post("/stab/ansatte", &fields).await;
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.body.contains("href=\"#f-email\"") && again.body.contains("allerede i bruk"));
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    each(|house| async move {
        let ada = house.hire("Ada", Role::Admin).await;
        let browser = house.as_member(ada).await;
        let fields = [
            ("name", "Kari Prøve"),
            ("email", "kari"),
            ("role", "king"),
            ("controller", "9"),
        ];
        let answer = browser.post("/stab/ansatte", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        for field in ["email", "role", "controller"] {
            assert!(
                answer.body.contains(&format!("href=\"#f-{field}\"")),
                "{field}"
            );
        }
        assert!(answer.body.contains("value=\"Kari Prøve\""));
        let bare = browser.post_bare("/stab/ansatte", fields).await;
        assert_eq!(bare.status, StatusCode::FORBIDDEN);
    })
    .await;
}

#[tokio::test]
async fn ending_closes_sessions_and_links_at_once_and_starts_the_rule() {
    each(|house| async move {
        let vault = &house.test.vault;
        let ada = house.hire("Ada", Role::Admin).await;
        let kari = house.hire("Kari", Role::Technician).await;
        let path = one_time_link(vault, kari, 60_000).await.unwrap();
        let (admin, browser) = (house.as_member(ada).await, house.as_member(kari).await);
        let confirm = admin.get(&format!("/stab/ansatte/{kari}/slutt")).await;
        assert!(confirm.body.contains("Kari Prøve"));
        let answer = admin
            .post(&format!("/stab/ansatte/{kari}/slutt"), &[])
            .await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        assert!(
            browser.get("/stab/meg").await.location().is_some(),
            "logged out"
        );
        assert_eq!(house.client.get(&path).await.status, StatusCode::GONE);
        house
            .client
            .post("/stab/logg-inn", &[("email", "kari@verksted.example")])
            .await;
        assert_eq!(house.letters().await, 0);
        for path in [
            format!("/stab/ansatte/{kari}/slutt"),
            format!("/stab/ansatte/{kari}/lenke"),
        ] {
            assert_eq!(admin.post(&path, &[]).await.status, StatusCode::NOT_FOUND);
        }
        // Named for twelve months, then not.
        assert!(admin.get("/stab/ansatte").await.body.contains("Kari Prøve"));
        house.test.clock.advance_ms(364 * 86_400_000);
        assert_eq!(vault.sweep().await.unwrap().destroyed, 0);
        house.test.clock.advance_ms(3 * 86_400_000);
        assert_eq!(vault.sweep().await.unwrap().destroyed, 1);
        let admin = house.as_member(ada).await;
        let page = admin.get("/stab/ansatte").await.body;
        assert!(!page.contains("Kari") && page.contains("Navnet er slettet"));
        assert!(page.contains("Ada Prøve"));
    })
    .await;
}

#[tokio::test]
async fn an_address_is_free_again_when_its_owner_has_left() {
    each(|house| async move {
        let vault = &house.test.vault;
        house.hire("Ada", Role::Admin).await;
        let kari = house.hire("Kari", Role::Technician).await;
        let address = || email("kari@verksted.example");
        let taken = add(vault, name("Kari To"), address(), Role::Claims, ONE).await;
        assert!(matches!(taken, Err(StaffError::Taken)));
        assert_eq!(find(vault, &address()).await.unwrap(), Some(kari));
        end_work(vault, Actor::Chore("test"), kari).await.unwrap();
        assert_eq!(find(vault, &address()).await.unwrap(), None);
        add(vault, name("Kari To"), address(), Role::Claims, ONE)
            .await
            .unwrap();
    })
    .await;
}

#[tokio::test]
async fn the_last_administrator_stays() {
    each(|house| async move {
        let ada = house.hire("Ada", Role::Admin).await;
        let admin = house.as_member(ada).await;
        let answer = admin.post(&format!("/stab/ansatte/{ada}/slutt"), &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        assert!(answer.body.contains("eneste administratoren"));
        assert_eq!(admin.get("/stab/ansatte").await.status, StatusCode::OK);
    })
    .await;
}

#[tokio::test]
async fn others_are_opened_under_the_administrators_name_and_logged() {
    each(|house| async move {
        let vault = &house.test.vault;
        let ada = house.hire("Ada", Role::Admin).await;
        let kari = house.hire("Kari", Role::Reception).await;
        house.as_member(ada).await.get("/stab/ansatte").await;
        let lines = vault.openings_about(kari, 10).await.unwrap();
        assert_eq!(lines.len(), 1);
        // A technician may not open colleagues, whatever the code above them does.
        let actor = Actor::Staff {
            id: kari,
            role: Role::Technician,
            controller: ONE,
        };
        let members = list(vault, actor).await.unwrap();
        assert!(members.iter().all(|member| member.who.is_none()));
    })
    .await;
}

#[tokio::test]
async fn nobody_is_not_there() {
    each(|house| async move {
        let ada = house.hire("Ada", Role::Admin).await;
        let admin = house.as_member(ada).await;
        let nobody = SubjectId::from_raw(99);
        assert_eq!(
            admin
                .get(&format!("/stab/ansatte/{nobody}/slutt"))
                .await
                .status,
            StatusCode::NOT_FOUND
        );
        for action in ["slutt", "lenke"] {
            let answer = admin
                .post(&format!("/stab/ansatte/{nobody}/{action}"), &[])
                .await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}
