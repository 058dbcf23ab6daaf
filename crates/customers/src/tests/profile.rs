//! What is corrected, and when it counts.

use values::{Email, Phone};
use vault::{LookUp, Sealed};

use super::{DAY, House, KARI, each};
use crate::{CustomerContact, identify};

const NEW: &str = "kari.ny@example.no";

fn form<'a>(name: &'a str, email: &'a str, phone: &'a str) -> [(&'a str, &'a str); 6] {
    [
        ("name", name),
        ("email", email),
        ("phone", phone),
        ("organisation", ""),
        ("org_no", ""),
        ("language", "nb"),
    ]
}

async fn found(house: &House, email: &str) -> Option<values::SubjectId> {
    let email = Email::parse(email).unwrap();
    identify(&house.vault, Some(&email), None).await.unwrap()
}

#[tokio::test]
async fn a_correction_is_a_new_record_and_look_ups_move() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "95496000").await;
        let shown = client.get("/min-side/profil").await.body;
        assert!(
            shown.contains("value=\"Kari Nordmann\"") && shown.contains("value=\"954 96 000\"")
        );
        let same = form("Kari Nordmann", KARI, "95496000");
        let same = client.post("/min-side/profil", &same).await;
        assert_eq!(
            same.location(),
            Some("/min-side/profil?melding=notice-profile-same")
        );
        house.clock.advance_ms(1);
        let saved = client
            .post("/min-side/profil", &form("Kari Hansen", KARI, "41234567"))
            .await;
        assert_eq!(
            saved.location(),
            Some("/min-side/profil?melding=notice-profile-saved")
        );
        let by = async |phone| {
            let phone = Phone::parse(phone).unwrap();
            identify(&house.vault, None, Some(&phone)).await.unwrap()
        };
        assert_eq!(
            (by("41234567").await, by("95496000").await),
            (Some(me.subject), None)
        );
        let hint = |name| LookUp::name_start(name).unwrap();
        assert!(
            house
                .vault
                .find_hint(&hint("nordmann"), 5)
                .await
                .unwrap()
                .is_empty()
        );
        assert_eq!(
            house.vault.find_hint(&hint("hansen"), 5).await.unwrap(),
            [me.subject]
        );
        let subject = me.subject;
        let records = house
            .store
            .read(move |db| Sealed::<CustomerContact>::load_of(db, subject, 9))
            .await
            .unwrap();
        assert_eq!(records.len(), 2);
        assert_eq!(
            records[0].raw().source_ref,
            records[1].id().get(),
            "it names the old one"
        );
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_at_the_field_and_nothing_typed_is_lost() {
    each(|house| async move {
        let (_, client) = house.customer("Kari Nordmann", KARI, "").await;
        let mut typed = form("", "kari@", "12");
        typed[4].1 = "123";
        let answer = client.post("/min-side/profil", &typed).await;
        assert_eq!(answer.status, 422);
        for part in [
            "f-name-error",
            "f-email-error",
            "f-phone-error",
            "f-org_no-error",
            "value=\"kari@\"",
            "value=\"12\"",
            "value=\"123\"",
        ] {
            assert!(answer.body.contains(part), "{part}");
        }
        let number = form("Kari 02013299997", KARI, "");
        let answer = client.post("/min-side/profil", &number).await;
        assert_eq!(answer.status, 422);
        assert!(!answer.body.contains("02013299997"));
    })
    .await;
}

#[tokio::test]
async fn a_new_e_mail_counts_when_it_has_said_yes() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let asked = client
            .post("/min-side/profil", &form("Kari Nordmann", NEW, ""))
            .await;
        assert_eq!(
            asked.location(),
            Some("/min-side/profil?melding=notice-profile-email")
        );
        assert_eq!(
            (found(&house, KARI).await, found(&house, NEW).await),
            (Some(me.subject), None)
        );
        assert!(
            client.get("/min-side/profil").await.body.contains(NEW),
            "it waits"
        );
        let link = house.mail_to(NEW).await.unwrap().link("/epost/").unwrap();
        for _ in 0..2 {
            assert_eq!(house.client.get(&link).await.status, 200);
        }
        let done = house.client.post(&link, &[]).await;
        assert_eq!(done.status, 200);
        assert!(done.body.contains("E-posten er endret"));
        assert_eq!(
            (found(&house, KARI).await, found(&house, NEW).await),
            (None, Some(me.subject))
        );
        assert_eq!(house.client.post(&link, &[]).await.status, 410);
        let told = house.mail_to(KARI).await.unwrap();
        assert!(told.header("Subject").unwrap().contains("endret"));
        assert!(
            !told.raw.contains(NEW),
            "the old address is not told the new one"
        );
        house.client.post("/logg-inn", &[("email", KARI)]).await;
        let before = house.post.taken().len();
        house.mail_goes().await;
        assert_eq!(
            house.post.taken().len(),
            before,
            "the old address logs nobody in"
        );
        let link = house.link_for(NEW).await;
        assert_eq!(
            house.client.post(&link, &[]).await.location(),
            Some("/min-side")
        );
        assert!(client.get("/min-side").await.body.contains(NEW));
    })
    .await;
}

#[tokio::test]
async fn a_change_of_e_mail_ends_after_a_day_and_only_the_newest_counts() {
    each(|house| async move {
        let (_, client) = house.customer("Kari Nordmann", KARI, "").await;
        client
            .post("/min-side/profil", &form("Kari Nordmann", NEW, ""))
            .await;
        let first = house.mail_to(NEW).await.unwrap().link("/epost/").unwrap();
        let third = "kari.tredje@example.no";
        client
            .post("/min-side/profil", &form("Kari Nordmann", third, ""))
            .await;
        let second = house.mail_to(third).await.unwrap().link("/epost/").unwrap();
        assert_eq!(house.client.post(&first, &[]).await.status, 410);
        house.clock.advance_ms(DAY);
        assert_eq!(house.client.post(&second, &[]).await.status, 410);
    })
    .await;
}

#[tokio::test]
async fn an_e_mail_that_finds_somebody_else_stays_theirs() {
    each(|house| async move {
        let ola = house.booked("Ola", "ola@example.no", "").await;
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let asked = form("Kari Nordmann", "ola@example.no", "");
        let asked = client.post("/min-side/profil", &asked).await;
        let waiting = Some("/min-side/profil?melding=notice-profile-email");
        assert_eq!(
            asked.location(),
            waiting,
            "the page does not tell who is known"
        );
        let link = house
            .mail_to("ola@example.no")
            .await
            .unwrap()
            .link("/epost/")
            .unwrap();
        assert_eq!(house.client.post(&link, &[]).await.status, 409);
        assert_eq!(found(&house, "ola@example.no").await, Some(ola));
        assert_eq!(found(&house, KARI).await, Some(me.subject));
    })
    .await;
}
