use values::Email;
use vault::{ConsentSlip, LookUp};

use super::*;
use crate::{
    codes::Out,
    subscriber::{Came, NoTo, stop},
    topics::{self, Choice},
};

/// One letter to one subscriber; answers who they are, and the way out in it.
async fn letter(house: &House) -> (SubjectId, String, String) {
    let subject = house.subscriber("kari@example.no").await;
    house.campaign().await;
    while house.office.turn().await.unwrap().sent > 0 {}
    let (_, mail) = house.taken().pop().unwrap();
    let (text, out) = parts(&mail, "List-Unsubscribe");
    let out = link(&out, "https://verksted.example/nyhetsbrev/ut/");
    (
        subject,
        out,
        link(&text, "https://verksted.example/nyhetsbrev/valg/"),
    )
}

#[tokio::test]
async fn a_storm_of_gets_changes_nothing_and_one_post_does() {
    each(|house| async move {
        let (subject, out, choices) = letter(&house).await;
        let before = house.count().await;
        for _ in 0..50 {
            assert_eq!(house.client.get(&out).await.status, 200);
            assert_eq!(house.client.get(&choices).await.status, 200);
        }
        assert_eq!(house.count().await, before);
        assert!(house.stands(subject).await);
        let request = axum::http::Request::post(&out)
            .header("content-type", "application/x-www-form-urlencoded")
            .header("sec-fetch-site", "cross-site");
        let answer = house
            .client
            .send(request, "List-Unsubscribe=One-Click".into())
            .await;
        assert_eq!(answer.status, 200, "no cookie, no token, no redirect");
        assert!(answer.headers.get("set-cookie").is_none());
        assert!(!house.stands(subject).await);
        let again = house
            .client
            .post_bare(&out, [("List-Unsubscribe", "One-Click")])
            .await;
        assert_eq!(again.status, 200);
        let email = Email::parse("kari@example.no").unwrap();
        assert!(
            house
                .vault
                .suppressed(OURS, "news", &LookUp::email(&email))
                .await
                .unwrap()
        );
        assert!(
            !house
                .vault
                .suppressed(OURS, "technical", &LookUp::email(&email))
                .await
                .unwrap()
        );
    })
    .await;
}

#[tokio::test]
async fn everything_is_more_than_this_and_wishes_can_be_changed() {
    each(|house| async move {
        let (subject, out, choices) = letter(&house).await;
        house.clock.advance_ms(1_000);
        let saved = house
            .client
            .post(&choices, &[("topic", "1-news"), ("body", "tipper")])
            .await;
        assert_eq!(saved.status, 303);
        assert!(house.stands(subject).await);
        let kept = crate::subscriber::kept(&house.vault, subject)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(kept.wishes.bodies, ["tipper"]);
        let none = house.client.post(&choices, &[("body", "tipper")]).await;
        assert_eq!(none.status, 303);
        assert!(!house.stands(subject).await, "an unticked topic is left");
        assert_eq!(
            house
                .client
                .post_bare(&out, [("what", "everything")])
                .await
                .status,
            200
        );
        let email = Email::parse("kari@example.no").unwrap();
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

/// A no of the third of November, entered after the person's own yes of the fifth.
#[tokio::test]
async fn a_yes_newer_than_the_letter_stands_and_gets_its_letters() {
    each(|house| async move {
        let before = house.subscriber("ola@example.no").await;
        house.clock.advance_ms(3 * 24 * 3_600_000);
        let subject = house.subscriber("kari@example.no").await;
        let news = topics::all(&house.vault.declaration())[0];
        for no in [NoTo::Topic(news), NoTo::Everything] {
            for (who, email) in [(subject, "kari@example.no"), (before, "ola@example.no")] {
                let came = Came {
                    form: "letter",
                    lang: web::Lang::Nb,
                    at: Moment::at_local(jiff::civil::date(2026, 11, 3), 23, 59),
                    actor: Actor::Subject(who),
                };
                let email = Email::parse(email).unwrap();
                stop(&house.vault, Some(who), &email, no, came)
                    .await
                    .unwrap();
            }
            assert!(house.stands(subject).await && !house.stands(before).await);
        }
        let kari = LookUp::email(&Email::parse("kari@example.no").unwrap());
        for (topic, silent) in [("news", false), ("technical", true)] {
            let found = house.vault.suppressed(OURS, topic, &kari).await.unwrap();
            assert_eq!(found, silent, "{topic}");
        }
        house.clock.advance_ms(2 * 24 * 3_600_000);
        house.vault.sweep().await.unwrap();
        house.campaign().await;
        house.office.turn().await.unwrap();
        assert_eq!(house.taken_to(), ["kari@example.no"]);
    })
    .await;
}

/// A letter may be years old when somebody presses its link: what it was about may be gone from the
/// declaration since.
#[tokio::test]
async fn the_way_out_works_after_its_topic_was_dropped() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        let dropped = Choice {
            controller: OURS,
            topic: "dropped",
        };
        let given = ConsentSlip {
            subject,
            controller: OURS,
            purpose: Purpose::Newsletter,
            channel: "email",
            topic: dropped.topic,
            state: vault::ConsentState::Given,
            at: house.vault.world().now(),
            text_version: "0.1".to_owned(),
            lang: "nb",
            form: "newsletter",
            actor: Actor::Subject(subject),
        };
        house.vault.enter_consent(given).await.unwrap();
        let out = Out {
            subject,
            choice: dropped,
            campaign: 0,
        };
        let path = format!("/nyhetsbrev/ut/{}", out.seal(&house.vault).unwrap());
        let page = house.client.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("sendes ikke lenger"), "{}", page.body);
        let choices = path.replace("/ut/", "/valg/");
        assert_eq!(house.client.get(&choices).await.status, 200);
        house.clock.advance_ms(1_000);
        let yes_to_dropped = async || {
            let lines = house.vault.consents_standing(subject).await.unwrap();
            let mut about = lines.iter().filter(|line| line.topic == dropped.topic);
            about.any(|line| line.state == vault::ConsentState::Given)
        };
        assert!(yes_to_dropped().await);
        let one_click = [("List-Unsubscribe", "One-Click")];
        let done = house.client.post_bare(&path, one_click).await;
        assert_eq!(done.status, 200);
        assert!(
            done.body.contains("sagt nei til dem for godt"),
            "{}",
            done.body
        );
        assert!(!yes_to_dropped().await);
        let email = LookUp::email(&Email::parse("kari@example.no").unwrap());
        let silent = async |topic| house.vault.suppressed(OURS, topic, &email).await.unwrap();
        assert!(silent("dropped").await && !silent("news").await);
        assert!(house.stands(subject).await, "the other yes stands");
        let everything = [("what", "everything")];
        assert_eq!(house.client.post_bare(&path, everything).await.status, 200);
        assert!(!house.stands(subject).await && silent("news").await);
    })
    .await;
}
