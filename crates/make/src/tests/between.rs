//! Yes and no, here and there, with and without an answer.

use axum::http::StatusCode;
use customers::disclosures;

use super::*;

#[tokio::test]
async fn a_yes_is_told_once_and_a_no_reaches_the_service_the_next_minute() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        for row in house.double.heard() {
            let mut keys: Vec<&str> = row
                .as_object()
                .unwrap()
                .keys()
                .map(String::as_str)
                .collect();
            keys.retain(|key| *key != "firstname");
            keys.sort_unstable();
            assert_eq!(keys, ["email", "external_id", "lists"]);
        }
        let told = disclosures::of(&house.vault, subject).await.unwrap();
        assert_eq!((told.len(), told[0].recipient.as_str()), (1, "make"));
        house.minute().await;
        assert_eq!(house.disclosed().await, 1);
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        // A yes again: nobody is made active there by us, and the yes stands.
        house.clock.advance_ms(HOUR);
        house.subscriber("kari@example.no").await;
        house.hours(30).await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        assert!(!format!("{:?}", house.double.heard()).contains("reactivate"));
        assert_eq!(state(&house.vault, house.ours()).await.unwrap().newer, 1);
        let (last, _, _) = house.lines(subject).await.pop().unwrap();
        assert_eq!(last, ConsentState::Given);
    })
    .await;
}

/// F10: unsubscribed there while we hear nothing; staff registers a letter the same day.
#[tokio::test]
async fn a_no_there_and_a_letter_here_on_the_day_of_an_outage() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        house.agree().await;
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        house.minute().await;
        let pressed = house.vault.world().now();
        let at = pressed.rfc3339();
        house.double.press_unsubscribe("kari@example.no", &at);
        house.clock.advance_ms(2 * HOUR);
        house.no("kari@example.no", "letter").await;
        house.minute().await;
        house.hours(3).await;
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failure.as_deref(), Some("down"));
        house.double.break_with(None);
        house.hours(20).await;
        let lines = house.lines(subject).await;
        let of = |form: &str| lines.iter().filter(|(_, of, _)| of == form).count();
        assert_eq!((of("letter"), of("make")), (1, 1), "{lines:?}");
        let (_, _, said) = lines.iter().find(|(_, form, _)| form == "make").unwrap();
        assert_eq!(said.rfc3339(), at);
        assert!(house.suppressed("kari@example.no").await);
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        house.hours(25).await;
        assert_eq!(house.lines(subject).await.len(), lines.len(), "once");
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.in_step && now.failure.is_none() && now.owed == 0);
    })
    .await;
}

#[tokio::test]
async fn a_day_without_the_service_loses_nothing_on_either_side() {
    each(|house| async move {
        for email in ["a@example.no", "b@example.no", "c@example.no"] {
            house.subscriber(email).await;
        }
        house.minute().await;
        house.agree().await;
        house
            .double
            .break_with(Some(StatusCode::SERVICE_UNAVAILABLE));
        house.minute().await;
        house.no("a@example.no", "phone").await;
        house.subscriber("new@example.no").await;
        let at = house.vault.world().now().rfc3339();
        house.double.press_unsubscribe("b@example.no", &at);
        house.double.bounce("c@example.no", &at);
        for _ in 0..24 {
            house.hours(1).await;
        }
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failures > 5 && now.owed >= 2, "{now:?}");
        // Half mended: it breaks again in the middle of the work.
        house.double.break_with(None);
        house.double.break_after(2);
        house.hours(2).await;
        house.double.break_with(None);
        house.hours(2).await;
        assert_eq!(house.there("a@example.no").as_deref(), Some("unsubscribed"));
        assert_eq!(house.there("new@example.no").as_deref(), Some("active"));
        assert!(house.suppressed("b@example.no").await);
        assert!(house.suppressed("c@example.no").await);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failure.is_none() && now.owed == 0, "{now:?}");
        house.agree().await;
    })
    .await;
}

#[tokio::test]
async fn a_kill_between_sending_and_noting_does_no_harm_twice() {
    each(|house| async move {
        house.subscriber("kari@example.no").await;
        house.minute().await;
        let undo = |db: &mut dyn Db| db.exec(&UNDONE, &[]);
        house.store.write(undo).await.unwrap();
        let heard = house.double.heard().len();
        house.minute().await;
        assert_eq!(house.double.heard().len(), heard, "it is there already");
        assert_eq!(house.disclosed().await, 1, "one sending, one line");
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        // Killed before the note, and said no meanwhile: the no wins.
        house.store.write(undo).await.unwrap();
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
    })
    .await;
}

#[tokio::test]
async fn a_yes_younger_than_the_no_there_stands() {
    each(|house| async move {
        let subject = house.subscriber("kari@example.no").await;
        house.minute().await;
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        let at = house.vault.world().now().rfc3339();
        house.double.press_unsubscribe("kari@example.no", &at);
        house.hours(1).await;
        house.subscriber("kari@example.no").await;
        house.double.break_with(None);
        house.hours(26).await;
        let (last, form, _) = house
            .lines(subject)
            .await
            .into_iter()
            .max_by_key(|l| l.2)
            .unwrap();
        assert_eq!((last, form.as_str()), (ConsentState::Given, "newsletter"));
        assert!(!house.suppressed("kari@example.no").await);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.newer, 1);
    })
    .await;
}
