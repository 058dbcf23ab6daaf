use values::Email;
use vault::LookUp;

use super::*;

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

#[tokio::test]
async fn by_phone_or_letter_for_the_known_and_the_unknown_alike() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.clock.advance_ms(3 * 24 * 3_600_000);
        let desk = house.staff(Role::Reception).await;
        assert_eq!(desk.get("/stab/nyhetsbrev/avmeld").await.status, 200);
        for email in ["kari@example.no", "ukjent@example.no"] {
            let fields = [
                ("email", email),
                ("what", "everything"),
                ("how", "letter"),
                ("on", "2026-11-03"),
            ];
            let answer = desk.post("/stab/nyhetsbrev/avmeld", &fields).await;
            assert_eq!(answer.status, 303, "{}", answer.body);
            let look_up = LookUp::email(&Email::parse(email).unwrap());
            assert!(
                house
                    .vault
                    .suppressed(OURS, "news", &look_up)
                    .await
                    .unwrap()
            );
        }
        assert!(!house.stands(subject).await);
        let tomorrow = [
            ("email", "a@example.no"),
            ("what", "everything"),
            ("how", "letter"),
            ("on", "2027-01-01"),
        ];
        assert_eq!(
            desk.post("/stab/nyhetsbrev/avmeld", &tomorrow).await.status,
            422
        );
        let technician = house.staff(Role::Technician).await;
        assert_eq!(technician.get("/stab/nyhetsbrev/avmeld").await.status, 403);
        assert_eq!(desk.get("/stab/nyhetsbrev").await.status, 403);
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
        let desk = house.staff(Role::Reception).await;
        for what in ["1-news", "everything"] {
            for email in ["kari@example.no", "ola@example.no"] {
                let fields = [
                    ("email", email),
                    ("what", what),
                    ("how", "letter"),
                    ("on", "2026-11-03"),
                ];
                let answer = desk.post("/stab/nyhetsbrev/avmeld", &fields).await;
                assert_eq!(answer.status, 303, "{}", answer.body);
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
