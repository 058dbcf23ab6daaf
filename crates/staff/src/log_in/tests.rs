//! Logging in and out, as a browser does it.

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use web::{Role, testing::Client};

use super::{ASKED_FOR, one_time_link, sweep_links};
use crate::{
    StaffError,
    tests::{House, each},
};

fn cookie(answer: &web::testing::Answer) -> Option<String> {
    let set = answer.headers.get("set-cookie")?.to_str().ok()?;
    Some(set.split(';').next()?.to_owned())
}

async fn with_cookie(client: &Client, path: &str, cookie: &str) -> web::testing::Answer {
    client
        .send(Request::get(path).header("cookie", cookie), Body::empty())
        .await
}

async fn link(house: &House, role: Role) -> String {
    let id = house.hire("Kari", role).await;
    one_time_link(&house.test.vault, id, ASKED_FOR)
        .await
        .unwrap()
}

#[tokio::test]
async fn a_link_opens_once_and_only_by_its_button() {
    each(|house| async move {
        let path = link(&house, Role::Technician).await;
        for _ in 0..3 {
            let answer = house.client.get(&path).await;
            assert_eq!(answer.status, StatusCode::OK);
            assert!(cookie(&answer).is_none() && answer.body.contains("<button"));
        }
        let answer = house.client.post(&path, &[]).await;
        assert_eq!(
            (answer.status, answer.location()),
            (StatusCode::SEE_OTHER, Some("/stab/meg"))
        );
        let session = cookie(&answer).unwrap();
        assert_eq!(
            with_cookie(&house.client, "/stab/meg", &session)
                .await
                .status,
            StatusCode::OK
        );
        for answer in [
            house.client.get(&path).await,
            house.client.post(&path, &[]).await,
        ] {
            assert_eq!(answer.status, StatusCode::GONE);
        }
    })
    .await;
}

#[tokio::test]
async fn twenty_at_the_same_door_and_one_gets_in() {
    each(|house| async move {
        let path = link(&house, Role::Technician).await;
        let code = path.strip_prefix("/stab/logg-inn/").unwrap();
        let vault = &house.test.vault;
        let mut used = 0;
        let tries: Vec<_> = (0..20)
            .map(|_| {
                let (vault, code) = (vault.clone(), code.to_owned());
                tokio::spawn(async move { super::use_up(&vault, &code).await.unwrap() })
            })
            .collect();
        for one in tries {
            used += usize::from(one.await.unwrap());
        }
        assert_eq!(used, 1);
    })
    .await;
}

#[tokio::test]
async fn a_link_grows_old_and_a_bent_one_opens_nothing() {
    each(|house| async move {
        let path = link(&house, Role::Reception).await;
        let mut bent = path.clone();
        let last = bent.pop().unwrap();
        bent.push(if last == 'A' { 'B' } else { 'A' });
        assert_eq!(house.client.get(&bent).await.status, StatusCode::GONE);
        house.test.clock.advance_ms(ASKED_FOR + 1);
        assert_eq!(house.client.get(&path).await.status, StatusCode::GONE);
        assert_eq!(house.client.post(&path, &[]).await.status, StatusCode::GONE);
        house.test.clock.advance_ms(2 * 24 * 60 * 60_000);
        assert_eq!(sweep_links(&house.test.vault).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_answer_does_not_tell_whether_an_address_is_known() {
    each(|house| async move {
        house.hire("Kari", Role::Reception).await;
        let known = house
            .client
            .post("/stab/logg-inn", &[("email", "KARI@verksted.example")])
            .await;
        let unknown = house
            .client
            .post("/stab/logg-inn", &[("email", "ola@verksted.example")])
            .await;
        assert_eq!((known.status, known.body), (StatusCode::OK, unknown.body));
        assert_eq!(house.letters().await, 1);
        let wrong = house
            .client
            .post("/stab/logg-inn", &[("email", "kari@"), ("til", "/x")])
            .await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("value=\"kari@\"") && wrong.body.contains("value=\"/x\""));
    })
    .await;
}

#[tokio::test]
async fn a_mailbox_is_not_filled_by_others() {
    each(|house| async move {
        house.hire("Kari", Role::Reception).await;
        for _ in 0..8 {
            let answer = house
                .client
                .post("/stab/logg-inn", &[("email", "kari@verksted.example")])
                .await;
            assert_eq!(answer.status, StatusCode::OK);
        }
        assert_eq!(house.letters().await, 5);
    })
    .await;
}

#[tokio::test]
async fn one_goes_on_where_one_was_going_but_never_to_another_site() {
    each(|house| async move {
        let id = house.hire("Ada", Role::Admin).await;
        for (til, expected) in [
            ("/en/stab/meg", "/en/stab/meg"),
            ("//ond.example", "/stab/ansatte"),
            ("https://ond.example", "/stab/ansatte"),
            ("/stab", "/stab/ansatte"),
            ("", "/stab/ansatte"),
        ] {
            let path = one_time_link(&house.test.vault, id, ASKED_FOR)
                .await
                .unwrap();
            let answer = house.client.post(&path, &[("til", til)]).await;
            assert_eq!(answer.location(), Some(expected), "{til}");
        }
    })
    .await;
}

#[tokio::test]
async fn logging_out_ends_the_session() {
    each(|house| async move {
        let id = house.hire("Kari", Role::Technician).await;
        let browser = house.as_member(id).await;
        assert_eq!(browser.get("/stab/meg").await.status, StatusCode::OK);
        assert_eq!(
            browser.post_bare("/stab/ut", []).await.status,
            StatusCode::FORBIDDEN
        );
        let answer = browser.post("/stab/ut", &[]).await;
        assert!(
            answer
                .location()
                .unwrap()
                .starts_with("/stab/logg-inn?melding=")
        );
        assert!(cookie(&answer).unwrap().ends_with('='));
        assert!(browser.get("/stab/meg").await.location().is_some());
    })
    .await;
}

#[tokio::test]
async fn nobody_and_those_who_left_get_no_link() {
    each(|house| async move {
        let vault = &house.test.vault;
        let nobody = values::SubjectId::from_raw(12);
        assert!(matches!(
            one_time_link(vault, nobody, ASKED_FOR).await,
            Err(StaffError::NoMember)
        ));
    })
    .await;
}
