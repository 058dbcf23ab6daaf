//! What is found there, and what is told there.

use axum::http::StatusCode;
use customers::disclosures;
use declaration::vocabulary::Category;
use vault::Scope;

use super::*;

#[tokio::test]
async fn what_has_no_basis_is_refused_listed_and_stopped_after_a_person_looked() {
    each(|house| async move {
        house.double.hold("fremmed@example.no", "active");
        house.double.hold("ja@example.no", "active");
        house.double.hold("borte@example.no", "active");
        house.double.hold("nei@example.no", "unsubscribed");
        house.double.hold("retur@example.no", "bounce");
        house.double.hold("ikke en adresse", "active");
        house.subscriber("ja@example.no").await;
        let gone = LookUp::email(&mail("borte@example.no"));
        house
            .vault
            .suppress(Scope::All, &gone, "erasure")
            .await
            .unwrap();
        house.hours(1).await;
        house.hours(26).await;
        let there = house.there("fremmed@example.no");
        assert_eq!(there.as_deref(), Some("active"), "nobody has looked yet");
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Ikke enige"), "{}", page.body);
        house.agree().await;
        for email in ["fremmed@example.no", "borte@example.no"] {
            assert_eq!(
                house.there(email).as_deref(),
                Some("unsubscribed"),
                "{email}"
            );
        }
        assert_eq!(house.there("ja@example.no").as_deref(), Some("active"));
        assert!(house.suppressed("nei@example.no").await);
        assert!(house.suppressed("retur@example.no").await);
        let report = crate::reports(&house.vault, house.ours(), 1).await.unwrap();
        let counts = &report[0].counts;
        for (reason, n) in [
            ("match", 1),
            ("unknown", 1),
            ("suppressed", 1),
            ("bounced", 1),
        ] {
            assert_eq!(counts.get(reason), Some(&n), "{reason}: {counts:?}");
        }
        assert_eq!(report[0].refused(), 2);
        afterwards(&house).await;
    })
    .await;
}

/// Once a person has looked, the nights do it.
async fn afterwards(house: &House) {
    // From now on by itself.
    house.double.hold("ny.fremmed@example.no", "active");
    house.hours(25).await;
    let there = house.there("ny.fremmed@example.no");
    assert_eq!(there.as_deref(), Some("unsubscribed"));
    let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
    assert!(page.body.contains("Nå er vi enige"), "{}", page.body);
    assert!(!page.body.contains("example.no"));
    // Taken off there by hand, with a yes that stands here: told of anew.
    house.double.drop_row("ja@example.no");
    house.hours(25).await;
    assert_eq!(house.there("ja@example.no").as_deref(), Some("active"));
    assert_eq!(house.disclosed().await, 2, "found there, and sent there");
    // Imported there once more by somebody: it is stopped again.
    house.double.hold("borte@example.no", "active");
    house.hours(25).await;
    assert_eq!(
        house.there("borte@example.no").as_deref(),
        Some("unsubscribed")
    );
}

#[tokio::test]
async fn a_corrected_address_follows_and_the_notice_is_told() {
    each(|house| async move {
        let subject = house.subscriber("feil@example.no").await;
        house.minute().await;
        let cause = disclosures::Cause::Rectification;
        let about = [Category::Marketing];
        disclosures::owe_notice(&house.vault, subject, &about, cause, None)
            .await
            .unwrap();
        replace_address(&house, subject, "rett@example.no").await;
        house.minute().await;
        assert_eq!(house.there("feil@example.no"), None);
        assert_eq!(house.there("rett@example.no").as_deref(), Some("active"));
        let notices = disclosures::notices_of(&house.vault, subject)
            .await
            .unwrap();
        assert_eq!(notices[0].way.as_deref(), Some("adapter"));
        house.hours(25).await;
        assert_eq!(house.there("rett@example.no").as_deref(), Some("active"));
    })
    .await;
}

#[tokio::test]
async fn a_corrected_address_the_service_does_not_take_is_listed_and_tried_again() {
    each(|house| async move {
        let subject = house.subscriber("feil@example.no").await;
        house.minute().await;
        house.double.refuse("rett@example.no");
        replace_address(&house, subject, "rett@example.no").await;
        house.subscriber("ny@example.no").await;
        house.minute().await;
        assert_eq!(house.there("ny@example.no").as_deref(), Some("active"));
        assert_eq!(house.there("rett@example.no"), None);
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("godtar ikke 1 adresse"), "{}", page.body);
        house.double.take_all();
        house.hours(25).await;
        assert_eq!(house.there("rett@example.no").as_deref(), Some("active"));
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(
            !page.body.contains("godtar ikke 1 adresse"),
            "{}",
            page.body
        );
    })
    .await;
}

/// As a corrected e-mail is written: the same person, a newer record, the look-up moved along.
async fn replace_address(house: &House, subject: SubjectId, email: &str) {
    use declaration::vocabulary::{Purpose, purpose};
    use vault::{Ask, Keep, Personal, Provenance};
    house.clock.advance_ms(1_000);
    let actor = Actor::Link {
        subject,
        purpose: Purpose::Newsletter,
    };
    let ask = Ask::open(actor, subject).of(&[Category::Marketing]);
    let permit = house
        .vault
        .permit::<purpose::Newsletter>(ask)
        .await
        .unwrap();
    let record = Personal::new(customers::Subscriber {
        name: values::PersonName::parse("Kari Prøve").ok(),
        email: mail(email),
        topics: Some("news".into()),
        source: Some("min-side".into()),
    });
    let choice = customers::ConsentChoice {
        controller: house.ours(),
        channel: declaration::Channel::Email,
        topic: "news",
    };
    let keep = Keep::while_open("consent", choice.slot());
    let source = Provenance {
        source_kind: "data_subject",
        source_ref: 0,
        notice_version: "1".into(),
    };
    let mut work = house.vault.work();
    work.seal(&permit, &record, &source, &keep).unwrap();
    let laid = work.finish();
    let write = move |db: &mut dyn Db| laid.lay(db);
    house.vault.store().write(write).await.unwrap();
}

#[tokio::test]
async fn two_and_a_half_thousand_in_three_calls() {
    each(|house| async move {
        for n in 0..2_500 {
            house
                .double
                .hold(&format!("fremmed{n}@example.no"), "unsubscribed");
        }
        for n in 0..40 {
            house.subscriber(&format!("kunde{n}@example.no")).await;
        }
        house.minute().await;
        assert_eq!(house.double.heard().len(), 40);
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert!(now.failure.is_none() && now.in_step, "{now:?}");
        assert!(house.suppressed("fremmed2499@example.no").await);
        let calls = house.double.calls();
        house.minute().await;
        assert_eq!(house.double.calls(), calls, "nothing owed, nothing asked");
    })
    .await;
}

#[tokio::test]
async fn a_refused_key_is_told_and_tried_again_seldom() {
    each(|house| async move {
        house.double.break_with(Some(StatusCode::UNAUTHORIZED));
        house.subscriber("kari@example.no").await;
        house.minute().await;
        house.minute().await;
        let page = house.marketing().await.get("/stab/nyhetsbrev/make").await;
        assert!(page.body.contains("godtar ikke kontoen"), "{}", page.body);
        assert!(!page.body.contains("hemmelig"));
        let now = state(&house.vault, house.ours()).await.unwrap();
        assert_eq!(now.failures, 1);
        assert_eq!(house.press("nonsense").await.status, 400);
        let stranger = house.marketing().await;
        let fields = [("account", "99"), ("act", "preview")];
        let answer = stranger.post("/stab/nyhetsbrev/make", &fields).await;
        assert_eq!(answer.status, 404);
    })
    .await;
}
