//! A yes and a no.

use declaration::vocabulary::{Category, Purpose};
use vault::{ConsentState, Sealed};

use super::{DAY, House, KARI, MINUTE, each};
use crate::Subscriber;

fn said<'a>(controller: &'a str, topic: &'a str, yes: &'a str) -> [(&'a str, &'a str); 3] {
    [("controller", controller), ("topic", topic), ("yes", yes)]
}

const PAGE: &str = "/min-side/samtykker";

async fn address(house: &House, subject: values::SubjectId) -> Vec<Sealed<Subscriber>> {
    let load = move |db: &mut dyn store::Db| Sealed::<Subscriber>::load_of(db, subject, 9);
    house.store.read(load).await.unwrap()
}

#[tokio::test]
async fn a_no_is_as_easy_as_a_yes_and_the_ledger_keeps_both() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let shown = client.get(PAGE).await.body;
        assert!(shown.contains("Westrum Karosseri AS") && !shown.contains("Trekk alt tilbake"));
        for topic in ["news", "technical"] {
            let given = client
                .post(&format!("/nn{PAGE}"), &said("1", topic, "1"))
                .await;
            assert_eq!(
                given.location(),
                Some("/nn/min-side/samtykker?melding=notice-consent-given")
            );
        }
        client.post(PAGE, &said("1", "news", "1")).await;
        let lines = house.vault.consents_of(me.subject).await.unwrap();
        assert_eq!(lines.len(), 2, "the same yes again is no new line");
        assert_eq!(
            (lines[0].lang.as_str(), lines[0].text_version.as_str()),
            ("nn", "1")
        );
        assert_eq!(
            (lines[0].channel.as_str(), lines[0].form.as_str()),
            ("email", "min-side")
        );
        assert_eq!(lines[0].purpose, Purpose::Newsletter.as_str());
        assert!(
            client
                .get("/min-side")
                .await
                .body
                .contains("Nytt fra verkstedet, fra Westrum")
        );
        house.clock.advance_ms(MINUTE);
        client.post(PAGE, &said("1", "news", "0")).await;
        let standing = house.vault.consents_standing(me.subject).await.unwrap();
        let given: Vec<&str> = standing
            .iter()
            .filter(|line| line.state == ConsentState::Given)
            .map(|line| line.topic.as_str())
            .collect();
        assert_eq!(given, ["technical"], "the other one stands");
        assert!(client.get(PAGE).await.body.contains("Det du har svart før"));
    })
    .await;
}

#[tokio::test]
async fn the_address_is_kept_while_a_yes_stands_and_a_day_longer() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("1", "news", "1")).await;
        client.post(PAGE, &said("2", "technical", "1")).await;
        assert_eq!(address(&house, me.subject).await.len(), 2);
        house.clock.advance_ms(MINUTE);
        client.post(PAGE, &said("1", "news", "0")).await;
        house.clock.advance_ms(3 * DAY);
        let (_, client) = (
            me,
            house
                .client
                .as_visitor(web::Visitor::Subject(me))
                .await
                .unwrap(),
        );
        house.vault.sweep().await.unwrap();
        assert!(
            !address(&house, me.subject).await.is_empty(),
            "one yes stands"
        );
        let all = client.post("/min-side/samtykker/trekk-alt", &[]).await;
        assert_eq!(
            all.location(),
            Some("/min-side/samtykker?melding=notice-consent-none")
        );
        house.clock.advance_ms(2 * DAY);
        house.vault.sweep().await.unwrap();
        assert!(address(&house, me.subject).await.is_empty());
        let left = house.vault.strands_of(me.subject).await.unwrap();
        assert!(
            left.iter()
                .all(|strand| strand.category != Category::Marketing)
        );
        assert_eq!(house.vault.consents_of(me.subject).await.unwrap().len(), 4);
    })
    .await;
}

#[tokio::test]
async fn what_nobody_asks_about_is_not_there() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        assert_eq!(client.post(PAGE, &said("7", "news", "1")).await.status, 404);
        assert_eq!(client.post(PAGE, &said("1", "alt", "1")).await.status, 404);
        let forged = client.post_bare(PAGE, said("1", "news", "1")).await;
        assert!(forged.status.is_client_error());
        assert!(
            house
                .vault
                .consents_of(me.subject)
                .await
                .unwrap()
                .is_empty()
        );
    })
    .await;
}

#[tokio::test]
async fn a_corrected_e_mail_reaches_the_newsletter() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("1", "news", "1")).await;
        let form = [
            ("name", "Kari Nordmann"),
            ("email", "ny@example.no"),
            ("phone", ""),
            ("organisation", ""),
            ("org_no", ""),
            ("language", "nb"),
        ];
        client.post("/min-side/profil", &form).await;
        house.clock.advance_ms(MINUTE);
        let link = house
            .mail_to("ny@example.no")
            .await
            .unwrap()
            .link("/epost/")
            .unwrap();
        assert_eq!(house.client.post(&link, &[]).await.status, 200);
        assert_eq!(address(&house, me.subject).await.len(), 2);
    })
    .await;
}
