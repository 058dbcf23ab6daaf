//! A service that is silent for long, and the hour of the night.

use axum::http::StatusCode;

use super::*;

/// A day without an answer, while people say yes and no here: the page and health say since when, what
/// waits, and that a no here counts already.
#[tokio::test]
async fn a_long_silence_is_seen_by_whoever_is_to_see_it() {
    each(|house| async move {
        for email in ["a@example.no", "b@example.no"] {
            house.subscriber(email).await;
        }
        house.minute().await;
        house.agree().await;
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        house.clock.advance_ms(HOUR);
        house.subscriber("c@example.no").await;
        house.minute().await;
        let begun = house.vault.world().now();
        house.no("a@example.no", "phone").await;
        house.hours(5).await;
        let health = || crate::ailments(&house.vault, &house.accounts);
        assert_eq!(
            health().await.unwrap(),
            Vec::new(),
            "five hours are no long time"
        );
        house.hours(2).await;
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failing_since, Some(begun), "since the first failure");
        let all = health().await.unwrap();
        assert_eq!(
            (all.len(), all[0].name, all[0].count),
            (1, "make_silent", 1)
        );
        let says = &all[0].sentence;
        assert!(says.contains(&begun.rfc3339()), "{says}");
        assert!(
            says.contains("1 unsubscribes and 1 new subscribers"),
            "{says}"
        );
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        for words in [
            "1 avmelding, 1 ny",
            "En avmelding hos oss gjelder alt",
            "Send derfor ikke brev fra Make",
        ] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        house.double.break_with(None);
        house.hours(2).await;
        assert_eq!(health().await.unwrap(), Vec::new(), "mended");
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failing_since, None);
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("Ingenting"), "{}", page.body);
        assert_eq!(house.there("a@example.no").as_deref(), Some("unsubscribed"));
    })
    .await;
}

/// A refused account is said at once: no waiting mends it.
#[tokio::test]
async fn a_refused_account_is_said_at_once() {
    each(|house| async move {
        house.double.let_in_only("1", "en annen");
        house.minute().await;
        let all = crate::ailments(&house.vault, &house.accounts)
            .await
            .unwrap();
        assert!(all[0].sentence.contains("refuses"), "{all:?}");
        house.double.let_in_only("1", "hemmelig");
        house.hours(1).await;
        let all = crate::ailments(&house.vault, &house.accounts)
            .await
            .unwrap();
        assert_eq!(all, Vec::new());
    })
    .await;
}

impl House {
    /// Turns each quarter of an hour until an instant. Answers when both sides were compared.
    async fn until(&self, end: Moment) -> Vec<Moment> {
        let mut nights = Vec::new();
        while self.vault.world().now() < end {
            self.clock.advance_ms(15 * 60_000);
            crate::chore(&self.app).await.unwrap();
            nights.extend(state(&self.vault, self.ours()).await.unwrap().compared_at);
            nights.dedup();
        }
        nights
    }
}

#[tokio::test]
async fn both_sides_are_compared_once_a_night_at_the_same_hour() {
    each(|house| async move {
        house.subscriber("kari@example.no").await;
        house.minute().await;
        house.agree().await;
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        let next = "Natt til lørdag 21. november 2026";
        assert!(page.body.contains(next), "{}", page.body);
        let day = |day| jiff::civil::date(2026, 11, day);
        let nights = house.until(Moment::at_local(day(23), 12, 0)).await;
        let hours: Vec<(i8, i8)> = nights
            .iter()
            .map(|at| (at.local().day(), at.local().hour()))
            .collect();
        assert_eq!(hours, [(20, 9), (21, 4), (22, 4), (23, 4)]);
        // Down over two nights: made up for when it is back, and at four again.
        house.double.break_with(Some(StatusCode::BAD_GATEWAY));
        house.until(Moment::at_local(day(25), 10, 0)).await;
        house.double.break_with(None);
        let nights = house.until(Moment::at_local(day(26), 12, 0)).await;
        let hours: Vec<(i8, i8)> = nights
            .iter()
            .map(|at| (at.local().day(), at.local().hour()))
            .collect();
        assert_eq!(hours.first(), Some(&(23, 4)));
        assert_eq!(hours.last(), Some(&(26, 4)));
        assert_eq!(hours.len(), 3, "{hours:?}");
        assert_eq!(hours[1].0, 25);
    })
    .await;
}
