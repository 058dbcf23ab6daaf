use values::Email;
use vault::LookUp;

use super::*;

const KARI: &str = "kari@example.no";

async fn asked(house: &House, email: &str) -> String {
    let answer = house
        .client
        .post(
            "/nyhetsbrev",
            &[("email", email), ("topic", "1-news"), ("body", "tipper")],
        )
        .await;
    assert_eq!(answer.status, 303, "{}", answer.body);
    assert_eq!(answer.location(), Some("/nyhetsbrev/sendt"));
    assert_eq!(house.sign_ups.send_due(&house.office).await, 1);
    house.taken().last().unwrap().1.clone()
}

#[tokio::test]
async fn nothing_is_stored_before_the_confirmation() {
    each(|house| async move {
        let before = house.count().await;
        let mail = asked(&house, KARI).await;
        let (text, _) = parts(&mail, "Subject");
        let confirm = link(&text, "https://verksted.example/nyhetsbrev/bekreft/");
        let page = house.client.get(&confirm).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains(KARI), "{}", page.body);
        for _ in 0..20 {
            house.client.get(&confirm).await;
        }
        assert_eq!(
            house.count().await,
            before,
            "no row before the button is pressed"
        );
        let done = house.client.post(&confirm, &[]).await;
        assert_eq!(done.status, 200, "{}", done.body);
        // The page says where the receipt lies, without log-in.
        let receipts = link(&done.body, "/samtykke/");
        let receipts = receipts.split('"').next().unwrap();
        assert!(receipts.len() > "/samtykke/".len());
        let email = Email::parse(KARI).unwrap();
        let subject = house
            .vault
            .find(&LookUp::email(&email))
            .await
            .unwrap()
            .unwrap();
        assert!(house.stands(subject).await);
        let kept = crate::subscriber::kept(&house.vault, subject)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept.wishes.bodies, ["tipper"]);
        let lines = house.vault.consents_of(subject).await.unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].form, "newsletter");
    })
    .await;
}

#[tokio::test]
async fn a_known_customer_gets_the_same_answer_and_stays_one_person() {
    each(|house| async move {
        let first = house.subscriber(KARI).await;
        let mail = asked(&house, "Kari@example.no").await;
        let (text, _) = parts(&mail, "Subject");
        let confirm = link(&text, "https://verksted.example/nyhetsbrev/bekreft/");
        assert_eq!(house.client.post(&confirm, &[]).await.status, 200);
        let email = Email::parse(KARI).unwrap();
        assert_eq!(
            house.vault.find(&LookUp::email(&email)).await.unwrap(),
            Some(first)
        );
    })
    .await;
}

#[tokio::test]
async fn never_write_to_me_works_while_it_waits_and_only_oneself_undoes_it() {
    each(|house| async move {
        let mail = asked(&house, KARI).await;
        let (text, out) = parts(&mail, "List-Unsubscribe");
        let stop = link(&out, "https://verksted.example/nyhetsbrev/stopp/");
        let confirm = link(&text, "https://verksted.example/nyhetsbrev/bekreft/");
        let before = house.count().await;
        assert_eq!(house.client.get(&stop).await.status, 200);
        assert_eq!(house.count().await, before);
        let done = house
            .client
            .post_bare(&stop, [("List-Unsubscribe", "One-Click")])
            .await;
        assert_eq!(done.status, 200);
        assert_eq!(house.client.get(&confirm).await.status, 200);
        assert_eq!(
            house.client.post(&confirm, &[]).await.status,
            410,
            "the older wish gives way"
        );
        let email = Email::parse(KARI).unwrap();
        assert!(
            house
                .vault
                .suppressed(OURS, "news", &LookUp::email(&email))
                .await
                .unwrap()
        );
        let again = asked(&house, KARI).await;
        let (text, _) = parts(&again, "Subject");
        let confirm = link(&text, "https://verksted.example/nyhetsbrev/bekreft/");
        assert_eq!(house.client.post(&confirm, &[]).await.status, 200);
        assert!(
            !house
                .vault
                .suppressed(OURS, "news", &LookUp::email(&email))
                .await
                .unwrap()
        );
        assert!(
            house
                .vault
                .suppressed(OURS, "technical", &LookUp::email(&email))
                .await
                .unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn a_code_is_good_for_two_days_and_cannot_be_made() {
    each(|house| async move {
        let mail = asked(&house, KARI).await;
        let (text, _) = parts(&mail, "Subject");
        let confirm = link(&text, "https://verksted.example/nyhetsbrev/bekreft/");
        house.clock.advance_ms(2 * 24 * 3_600_000);
        assert_eq!(house.client.get(&confirm).await.status, 410);
        assert_eq!(house.client.post(&confirm, &[]).await.status, 410);
        assert_eq!(
            house.client.get("/nyhetsbrev/bekreft/aGVp").await.status,
            410
        );
        let code = confirm.rsplit('/').next().unwrap();
        assert_eq!(
            house
                .client
                .get(&format!("/nyhetsbrev/ut/{code}"))
                .await
                .status,
            404,
            "for one use only"
        );
    })
    .await;
}

#[tokio::test]
async fn one_address_is_not_asked_over_and_over() {
    each(|house| async move {
        for _ in 0..10 {
            let fields = [("email", KARI), ("topic", "1-news")];
            assert_eq!(house.client.post("/nyhetsbrev", &fields).await.status, 303);
        }
        assert_eq!(house.sign_ups.send_due(&house.office).await, 3);
        let wrong = house
            .client
            .post("/nyhetsbrev", &[("email", "kari@"), ("topic", "1-news")])
            .await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("kari@"));
        let none = house.client.post("/nyhetsbrev", &[("email", KARI)]).await;
        assert_eq!(none.status, 422);
        for path in [
            "/nyhetsbrev",
            "/nyhetsbrev/sendt",
            "/nyhetsbrev/arkiv",
            "/nn/nyhetsbrev",
            "/en/nyhetsbrev",
        ] {
            assert_eq!(house.client.get(path).await.status, 200, "{path}");
        }
    })
    .await;
}
