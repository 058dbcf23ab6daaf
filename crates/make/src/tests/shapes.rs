//! Rows, addresses, lists and accounts that are not as they should be: each spoils only itself.

use serde_json::json;

use super::*;

#[tokio::test]
async fn a_row_of_another_shape_spoils_only_itself() {
    each(|house| async move {
        house.subscriber("ja@example.no").await;
        house.double.hold("ja@example.no", "active");
        let row = |id: serde_json::Value, external: serde_json::Value, email: &str| {
            json!({ "id": id, "email": email, "external_id": external, "email_status": "active", "birthday": 7 })
        };
        house.double.hold_row(row(json!("812"), json!(4711), "tekst@example.no"));
        house.double.hold_row(row(json!(813), json!("K-9"), "tall@example.no"));
        house.double.hold_row(row(json!(null), json!(null), "uten@example.no"));
        house.double.hold_row(row(json!({ "$oid": "x" }), json!([]), "rart@example.no"));
        house.double.hold_row(json!("ingen rad"));
        let (held, unread) = house.account().service.held().await.unwrap();
        let held: Vec<(i64, Option<i64>, Option<&str>)> = held
            .iter()
            .map(|one| (one.id, one.external_id, one.external.as_deref()))
            .collect();
        assert_eq!(
            held,
            [(1, None, None), (812, Some(4711), Some("4711")), (813, None, Some("K-9"))]
        );
        assert_eq!(unread, 3);
        house.press("preview").await;
        let report = crate::reports(&house.vault, house.ours(), 1).await.unwrap();
        for (reason, n) in [("unread", 3), ("unknown", 2), ("match", 1)] {
            assert_eq!(report[0].counts.get(reason), Some(&n), "{:?}", report[0].counts);
        }
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("Rader vi ikke kunne lese"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_status_nobody_knows_lets_no_letters_through() {
    each(|house| async move {
        let gone = LookUp::email(&mail("borte@example.no"));
        let all = vault::Scope::All;
        house.vault.suppress(all, &gone, "erasure").await.unwrap();
        house.double.hold("borte@example.no", "Aktiv");
        house.double.hold("fremmed@example.no", "");
        house.double.hold("ja@example.no", "ACTIVE");
        house.subscriber("ja@example.no").await;
        house.agree().await;
        for email in ["borte@example.no", "fremmed@example.no"] {
            let there = house.there(email);
            assert_eq!(there.as_deref(), Some("unsubscribed"), "{email}");
        }
        assert_eq!(house.there("ja@example.no").as_deref(), Some("ACTIVE"));
    })
    .await;
}

#[tokio::test]
async fn one_address_the_service_does_not_take_stops_no_other() {
    each(|house| async move {
        for n in 0..1_000 {
            house.subscriber(&format!("kunde{n}@example.no")).await;
        }
        house.double.refuse("kunde613@example.no");
        house.minute().await;
        let active = (0..1_000)
            .filter(|n| house.there(&format!("kunde{n}@example.no")).as_deref() == Some("active"));
        assert_eq!(active.count(), 999);
        assert_eq!(house.there("kunde613@example.no"), None);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(
            now.failure.is_none() && now.owed == 0 && now.in_step,
            "{now:?}"
        );
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(
            page.body.contains("Make godtar ikke 1 adresse"),
            "{}",
            page.body
        );
        let refused = house
            .find_subject("kunde613@example.no")
            .await
            .get()
            .to_string();
        assert!(page.body.contains(&refused));
        let calls = house.double.calls();
        house.minute().await;
        assert_eq!(house.double.calls(), calls, "not tried again each minute");
        house.subscriber("ny@example.no").await;
        house.minute().await;
        assert_eq!(house.there("ny@example.no").as_deref(), Some("active"));
    })
    .await;
}

/// A service that takes nobody is out of order; nobody's address is to blame.
#[tokio::test]
async fn a_service_that_takes_nobody_is_out_of_order() {
    each(|house| async move {
        for n in 0..20 {
            let email = format!("kunde{n}@example.no");
            house.double.refuse(&email);
            house.subscriber(&email).await;
        }
        house.minute().await;
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failure.as_deref(), Some("malformed"));
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(!page.body.contains("godtar ikke 5"), "{}", page.body);
    })
    .await;
}

#[tokio::test]
async fn a_list_cut_short_changes_nothing_and_is_said() {
    each(|house| async move {
        for n in 0..30 {
            house.subscriber(&format!("kunde{n}@example.no")).await;
        }
        house.minute().await;
        house.agree().await;
        let heard = house.double.heard().len();
        for rows in [0, 12] {
            house.double.cut_to(Some(rows));
            house.hours(25).await;
            assert_eq!(house.double.heard().len(), heard, "nobody is sent anew");
            let now = state(&house.vault, house.ours()).await.unwrap();
            assert_eq!(now.failure.as_deref(), Some("short"));
        }
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(
            page.body.contains("færre adresser enn listen har"),
            "{}",
            page.body
        );
        house.double.cut_to(None);
        house.hours(25).await;
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failure.is_none() && now.in_step, "{now:?}");
    })
    .await;
}

#[tokio::test]
async fn made_active_there_by_hand_a_later_no_is_told_within_a_minute() {
    each(|house| async move {
        house.subscriber("kari@example.no").await;
        house.minute().await;
        house.agree().await;
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        house.clock.advance_ms(HOUR);
        house.subscriber("kari@example.no").await;
        house.minute().await;
        assert_eq!(
            house.there("kari@example.no").as_deref(),
            Some("unsubscribed")
        );
        house.double.activate("kari@example.no");
        house.agree().await;
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        assert_eq!(
            house.there("kari@example.no").as_deref(),
            Some("unsubscribed")
        );
    })
    .await;
}

/// Nothing has been compared between the hand there and the no here.
#[tokio::test]
async fn a_no_right_after_the_hand_is_told_too() {
    each(|house| async move {
        house.subscriber("kari@example.no").await;
        house.minute().await;
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        house.clock.advance_ms(HOUR);
        house.subscriber("kari@example.no").await;
        for _ in 0..3 {
            house.minute().await;
        }
        assert_eq!(state(&house.vault, house.ours()).await.unwrap().newer, 1);
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        house.double.activate("kari@example.no");
        house.no("kari@example.no", "phone").await;
        house.minute().await;
        let there = house.there("kari@example.no");
        assert_eq!(there.as_deref(), Some("unsubscribed"));
        let calls = house.double.calls();
        house.minute().await;
        assert_eq!(house.double.calls(), calls, "told once");
    })
    .await;
}

/// Two legal entities; what is wrong with the first keeps the second from nothing.
#[tokio::test]
async fn one_broken_account_does_not_starve_the_other() {
    each(|house| async move {
        let second = Double::default();
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        tokio::spawn(second.clone().serve(listener));
        let accounts = house.two_accounts(&address.to_string());
        let app = house.app_with(&accounts);
        let [first, other] = [0, 1].map(|at: usize| accounts.all()[at].choice);
        house.subscriber_to("kari@example.no", first).await;
        crate::chore(&app).await.unwrap();
        assert_eq!(house.there("kari@example.no").as_deref(), Some("active"));
        // What is remembered of the first cannot be read any more.
        let spoil = |db: &mut dyn Db| db.exec(&SPOILT, &[store::bytes([1_u8, 2, 3])]);
        assert_eq!(house.store.write(spoil).await.unwrap(), 1);
        house.subscriber_to("ola@example.no", other).await;
        house.clock.advance_ms(60_000);
        assert!(crate::chore(&app).await.is_err(), "it is said");
        let there = second.status_of("ola@example.no");
        assert_eq!(there.as_deref(), Some("active"));
        assert!(house.there("ola@example.no").is_none());
    })
    .await;
}
