//! Log-in by link.

use super::{DAY, KARI, MINUTE, each};

#[tokio::test]
async fn known_or_not_the_answer_is_the_same() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        let known = house.client.post("/logg-inn", &[("email", KARI)]).await;
        let other = [("email", "ukjent@example.no")];
        let unknown = house.client.post("/logg-inn", &other).await;
        assert_eq!(known.status, unknown.status);
        assert_eq!(known.body, unknown.body);
        assert_eq!(known.location(), Some("/logg-inn/sendt"));
        assert_eq!(known.location(), unknown.location());
        assert!(known.headers.get("set-cookie").is_none());
        house.mail_goes().await;
        assert_eq!(house.post.taken().len(), 1);
        assert!(
            house
                .client
                .get("/logg-inn/sendt")
                .await
                .body
                .contains("Sjekk e-posten")
        );
        let wrong = house
            .client
            .post("/en/logg-inn", &[("email", "kari@")])
            .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"kari@\"") && wrong.body.contains("f-email-error"));
    })
    .await;
}

#[tokio::test]
async fn a_link_works_once_and_reading_it_uses_nothing_up() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        let link = house.link_for("Kari@Example.no").await;
        for _ in 0..3 {
            let shown = house.client.get(&link).await;
            assert_eq!(shown.status, 200);
            assert!(shown.body.contains("Opprett konto og logg inn"));
            assert!(!shown.body.contains("Kari"));
        }
        let entered = house.client.post(&link, &[]).await;
        assert_eq!(
            entered.location(),
            Some("/min-side?melding=notice-account-opened")
        );
        let cookie = entered.headers.get("set-cookie").unwrap().to_str().unwrap();
        assert!(cookie.starts_with("__Host-session="));
        assert_eq!(house.client.post(&link, &[]).await.status, 410);
        assert_eq!(house.client.get(&link).await.status, 410);
        let again = house.link_for(KARI).await;
        assert!(
            house
                .client
                .get(&again)
                .await
                .body
                .contains("Velkommen tilbake")
        );
        assert_eq!(
            house.client.post(&again, &[]).await.location(),
            Some("/min-side")
        );
    })
    .await;
}

#[tokio::test]
async fn a_link_is_good_for_half_an_hour() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        let link = house.link_for(KARI).await;
        house.clock.advance_ms(29 * MINUTE);
        assert_eq!(house.client.get(&link).await.status, 200);
        house.clock.advance_ms(MINUTE);
        assert_eq!(house.client.get(&link).await.status, 410);
        assert_eq!(house.client.post(&link, &[]).await.status, 410);
        house.clock.advance_ms(MINUTE);
        assert_eq!(crate::tidy(&house.vault).await.unwrap(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_address_is_not_flooded() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        for _ in 0..6 {
            let asked = house.client.post("/logg-inn", &[("email", KARI)]).await;
            assert_eq!(asked.status, 303);
        }
        house.mail_goes().await;
        assert_eq!(house.post.taken().len(), 3);
        house.clock.advance_ms(15 * MINUTE);
        house.link_for(KARI).await;
        assert_eq!(house.post.taken().len(), 4);
    })
    .await;
}

#[tokio::test]
async fn the_letter_speaks_the_language_of_the_page_and_leads_on() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        let form = [("email", KARI), ("til", "/nn/min-side/samtykker")];
        house.client.post("/nn/logg-inn", &form).await;
        let mail = house.mail_to(KARI).await.unwrap();
        assert_eq!(mail.header("Content-Language").unwrap(), "nn");
        assert!(mail.text().contains("Her er lenkja du bad om"));
        assert!(
            !mail.raw.contains("Nordmann"),
            "no name a stranger could have typed"
        );
        let link = mail.link("/logg-inn/").unwrap();
        assert!(link.ends_with("?til=/nn/min-side/samtykker"), "{link}");
        let shown = house.client.get(&link).await;
        assert!(shown.body.contains("value=\"/nn/min-side/samtykker\""));
        let path = link.split('?').next().unwrap();
        let form = [("til", "/nn/min-side/samtykker")];
        let entered = house.client.post(path, &form).await;
        assert_eq!(entered.location(), Some("/nn/min-side/samtykker"));
        let away = house.link_for(KARI).await;
        let form = [("til", "https://evil.example/")];
        assert_eq!(
            house.client.post(&away, &form).await.location(),
            Some("/min-side")
        );
    })
    .await;
}

#[tokio::test]
async fn logged_out_is_out() {
    each(|house| async move {
        let (_, client) = house.customer("Kari Nordmann", KARI, "").await;
        assert_eq!(client.get("/min-side").await.status, 200);
        assert_eq!(client.get("/logg-inn").await.location(), Some("/min-side"));
        let forged = client.post_bare("/logg-ut", []).await;
        assert!(forged.status.is_client_error());
        assert_eq!(client.get("/min-side").await.status, 200);
        let out = client.post("/logg-ut", &[]).await;
        assert_eq!(out.location(), Some("/logg-inn?melding=notice-logged-out"));
        assert_eq!(client.get("/min-side").await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn a_forgotten_person_cannot_get_in() {
    each(|house| async move {
        let subject = house.booked("Kari Nordmann", KARI, "").await;
        let link = house.link_for(KARI).await;
        let forget = move |db: &mut dyn store::Db| {
            crate::forget(db, subject)?;
            letters::forget(db, subject)
        };
        house.store.write(forget).await.unwrap();
        assert_eq!(house.client.post(&link, &[]).await.status, 410);
        house.clock.advance_ms(DAY);
        house
            .client
            .post("/logg-inn", &[("email", "ingen@example.no")])
            .await;
        house.mail_goes().await;
        assert_eq!(house.post.taken().len(), 1);
    })
    .await;
}
