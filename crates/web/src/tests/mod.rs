//! The shell as a visitor meets it, with a small slice of its own.

mod sample;

use axum::{body::Body, http::Request};

use crate::testing::{Client, house};
use crate::{App, Error, Role, Services, router};
use sample::{CUSTOMER, client, staff, table};

#[test]
fn texts_are_in_step() {
    crate::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::TEXTS]);
}

#[test]
fn every_message_an_error_names_exists() {
    let app = App::new(house(&[], Services::default()));
    let nb = app.texts.of(crate::Lang::Nb);
    for error in values::FieldError::ALL {
        assert!(nb.has(error.message_id()), "{}", error.message_id());
    }
    for error in [
        Error::NotFound,
        Error::Forbidden,
        Error::LoggedOut,
        Error::Stale,
        Error::BadRequest(""),
        Error::Gone,
        Error::Off,
        Error::TooMany(1),
        Error::Busy,
        Error::Lost,
        Error::Internal(""),
    ] {
        assert!(nb.has(error.message_id()), "{}", error.message_id());
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_and_no_cookie() {
    let client = client();
    for path in ["/sporsmal", "/finnes-ikke", "/min-side", "/knekk"] {
        let answer = client.get(path).await;
        let header = |name: &str| {
            answer
                .headers
                .get(name)
                .unwrap()
                .to_str()
                .unwrap()
                .to_owned()
        };
        let policy = header("content-security-policy");
        assert!(
            policy.starts_with("default-src 'none'") && !policy.contains("unsafe"),
            "{path}"
        );
        assert!(header("strict-transport-security").contains("max-age"));
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert!(!answer.headers.contains_key("set-cookie"), "{path}");
    }
}

#[tokio::test]
async fn assets_have_lasting_addresses() {
    let client = client();
    let page = client.get("/sporsmal").await.body;
    let at = page.find("/static/karosseri.").unwrap();
    let address = page[at..].split('"').next().unwrap();
    let answer = client.get(address).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.headers["cache-control"]
            .to_str()
            .unwrap()
            .contains("immutable")
    );
    assert_eq!(client.get("/static/karosseri.0.css").await.status, 404);
}

#[tokio::test]
async fn pages_speak_the_language_of_their_path() {
    let client = client();
    for (path, tag) in [
        ("/sporsmal", "nb"),
        ("/nn/sporsmal", "nn"),
        ("/en/sporsmal", "en"),
    ] {
        let answer = client.get(path).await;
        assert_eq!(answer.status, 200);
        assert!(
            answer.body.contains(&format!("<html lang=\"{tag}\"")),
            "{path}"
        );
    }
    assert!(
        client
            .get("/en/finnes-ikke")
            .await
            .body
            .contains("That did not work")
    );
    assert!(
        client
            .get("/en/sporsmal")
            .await
            .body
            .contains("href=\"/nn/sporsmal\"")
    );
}

#[tokio::test]
async fn doors_open_for_whom_they_are_made() {
    let nobody = client();
    let answer = nobody.get("/nn/min-side").await;
    assert_eq!(
        (answer.status.as_u16(), answer.location()),
        (303, Some("/nn/logg-inn?til=/nn/min-side"))
    );
    assert_eq!(
        nobody.get("/stab/i-dag?q=Kari").await.location(),
        Some("/stab/logg-inn?til=/stab/i-dag")
    );
    assert_eq!(nobody.get("/api/v1/mitt").await.status, 401);
    assert_eq!(nobody.post("/min-side", &[]).await.status, 401);
    let customer = nobody.as_visitor(CUSTOMER).await.unwrap();
    assert_eq!(customer.get("/min-side").await.status, 200);
    assert_eq!(customer.get("/stab/i-dag").await.status, 403);
    let adviser = nobody.as_visitor(staff(Role::Reception)).await.unwrap();
    assert_eq!(adviser.get("/stab/i-dag").await.body, "desk");
    assert_eq!(adviser.get("/min-side").await.status, 403);
    let technician = nobody.as_visitor(staff(Role::Technician)).await.unwrap();
    assert_eq!(technician.get("/stab/i-dag").await.status, 403);
    assert_eq!(
        customer.get("/min-side").await.headers["cache-control"],
        "no-store"
    );
}

#[tokio::test]
async fn navigation_shows_what_opens() {
    let nobody = client();
    assert!(
        !nobody
            .get("/sporsmal")
            .await
            .body
            .contains("href=\"/stab/i-dag\"")
    );
    let adviser = nobody.as_visitor(staff(Role::Reception)).await.unwrap();
    assert!(
        adviser
            .get("/sporsmal")
            .await
            .body
            .contains("href=\"/stab/i-dag\"")
    );
}

#[tokio::test]
async fn a_form_keeps_what_was_typed() {
    let client = client();
    let answer = client
        .post("/en/sporsmal", &[("plate", "<tull>"), ("note", "Hei & hå")])
        .await;
    assert_eq!(answer.status, 422);
    assert!(
        answer.body.contains("value=\"&#60;tull&#62;\""),
        "{}",
        answer.body
    );
    assert!(
        answer.body.contains("Hei &#38; hå") && answer.body.contains("as it stands on the plate")
    );
    assert!(answer.body.contains("aria-invalid=\"true\""));
    let done = client.post("/en/sporsmal", &[("plate", "AB 12345")]).await;
    assert_eq!(
        (done.status.as_u16(), done.location()),
        (303, Some("/en/takk?melding=notice-done"))
    );
}

#[tokio::test]
async fn an_identity_number_is_refused_and_not_shown_again() {
    let answer = client()
        .post(
            "/sporsmal",
            &[("plate", "AB 12345"), ("note", "fnr 020132 99997")],
        )
        .await;
    assert_eq!(answer.status, 422);
    assert!(!answer.body.contains("99997") && answer.body.contains("fødselsnummer"));
}

#[tokio::test]
async fn a_session_form_needs_its_token() {
    let nobody = client();
    let customer = nobody.as_visitor(CUSTOMER).await.unwrap();
    let fields = [("plate", "x")];
    assert_eq!(customer.post("/min-side", &fields).await.body, "x");
    assert_eq!(customer.post_bare("/min-side", fields).await.status, 403);
    let other = nobody.as_visitor(CUSTOMER).await.unwrap();
    let page = other.get("/min-side").await.body;
    let token = page
        .split("name=\"_csrf\" value=\"")
        .nth(1)
        .unwrap()
        .split('"')
        .next()
        .unwrap();
    let strange = customer
        .post_bare("/min-side", [("plate", "x"), ("_csrf", token)])
        .await;
    assert_eq!(strange.status, 403);
}

#[tokio::test]
async fn a_form_from_elsewhere_is_refused() {
    let request = Request::post("/sporsmal")
        .header("content-type", "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(
        client()
            .send(request, Body::from("plate=AB12345"))
            .await
            .status,
        403
    );
}

#[tokio::test]
async fn errors_are_a_sentence_and_a_reference() {
    let client = client();
    let broken = client.get("/en/knekk").await;
    assert_eq!(broken.status, 500);
    assert!(broken.body.contains("The fault is ours") && !broken.body.contains("on purpose"));
    let busy = client.get("/travelt").await;
    assert_eq!(
        (
            busy.status.as_u16(),
            busy.headers["retry-after"].to_str().unwrap()
        ),
        (503, "1")
    );
    let wrong = client.get("/ting/tolv").await;
    assert_eq!(wrong.status, 400);
    assert!(
        !wrong.body.contains("parse"),
        "the framework's words are replaced"
    );
    assert_eq!(client.post("/ting/1", &[]).await.status, 405);
    let problem = client.get("/en/api/v1/ting/2").await;
    assert_eq!(problem.status, 404);
    assert_eq!(problem.headers["content-type"], "application/problem+json");
    assert!(
        problem
            .body
            .contains("urn:karosseri:problem:wrong-not-found")
    );
    assert!(client.get("/api/nei").await.body.contains("\"status\":404"));
}

#[tokio::test]
async fn too_often_is_too_often() {
    let client = client();
    for _ in 0..2 {
        assert_eq!(
            client.post("/ofte", &[("plate", "AB 12345")]).await.status,
            303
        );
    }
    let answer = client.post("/ofte", &[("plate", "AB 12345")]).await;
    assert_eq!(answer.status, 429);
    assert!(answer.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn the_style_page_renders_in_every_language() {
    let adviser = client().as_visitor(staff(Role::Technician)).await.unwrap();
    for prefix in ["", "/nn", "/en"] {
        assert_eq!(
            adviser.get(&format!("{prefix}/stab/stilark")).await.status,
            200
        );
    }
}

#[test]
fn templates_use_styles_that_exist() {
    let unknown = crate::check::unknown_classes(std::path::Path::new(env!("CARGO_MANIFEST_DIR")));
    assert_eq!(unknown.unwrap(), Vec::<String>::new());
}

#[tokio::test]
async fn counts_name_paths_and_nobody() {
    let app = App::new(house(&[], Services::default()));
    let router = router(&app, table());
    let client = Client::new(app.clone(), router);
    client.get("/ting/1").await;
    client.get("/ting/2").await;
    client.get("/finnes-ikke/Kari").await;
    let counts = Client::new(app.clone(), crate::health::router(app))
        .get("/metrics")
        .await
        .body;
    assert!(
        counts.contains("path=\"/ting/{id}\",class=\"2xx\"} 1"),
        "{counts}"
    );
    assert!(counts.contains("path=\"/ting/{id}\",class=\"4xx\"} 1"));
    assert!(counts.contains("path=\"none\",class=\"4xx\"} 1") && !counts.contains("Kari"));
}
