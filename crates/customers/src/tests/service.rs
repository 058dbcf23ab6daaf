//! Messages about one's own vehicle: a switch for each kind, by link, in the profile and through staff.

use vault::ServiceMessage::{self, Ready, Recall, Reminder};
use web::{Lang, Role};

use super::{House, KARI, each};

const PROFILE: &str = "/min-side/profil";
const SWITCH: &str = "/min-side/profil/meldinger";

async fn noes(house: &House, subject: values::SubjectId) -> Vec<ServiceMessage> {
    house.vault.service_noes(subject).await.unwrap()
}

/// How many kinds a page says are sent, and how many are not.
fn shown(page: &str) -> (usize, usize) {
    let on = page.matches("name=\"on\" value=\"false\"").count();
    (on, page.matches("name=\"on\" value=\"true\"").count())
}

#[tokio::test]
async fn each_kind_has_a_switch_of_its_own_in_the_profile() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        assert_eq!(shown(&client.get(PROFILE).await.body), (3, 0));
        for (kind, left) in [
            ("ready", vec![Ready]),
            ("recall", vec![Ready, Recall]),
            ("reminder", vec![Ready, Reminder, Recall]),
        ] {
            for _ in 0..2 {
                let answer = client
                    .post(SWITCH, &[("kind", kind), ("on", "false")])
                    .await;
                assert_eq!(answer.status, 303, "{}", answer.body);
            }
            assert_eq!(noes(&house, me.subject).await, left);
        }
        assert_eq!(shown(&client.get(PROFILE).await.body), (0, 3));
        client
            .post(SWITCH, &[("kind", "reminder"), ("on", "true")])
            .await;
        assert_eq!(noes(&house, me.subject).await, [Ready, Recall]);
        let wrong = client
            .post(SWITCH, &[("kind", "news"), ("on", "false")])
            .await;
        assert_eq!(wrong.status, 404);
    })
    .await;
}

#[tokio::test]
async fn the_link_of_a_letter_shows_its_kind_first_and_nobody() {
    each(|house| async move {
        let (me, _) = house.customer("Kari Nordmann", KARI, "").await;
        for (kind, word) in [(Ready, "ready"), (Reminder, "reminder"), (Recall, "recall")] {
            let link = crate::service_link(&house.vault, Lang::Nb, me.subject, kind).unwrap();
            let page = house.client.get(&link).await;
            assert_eq!((page.status.as_u16(), shown(&page.body)), (200, (3, 0)));
            assert!(page.headers.get("set-cookie").is_none());
            assert!(!page.body.contains("Kari") && !page.body.contains(KARI));
            let first = page.body.split("name=\"kind\" value=\"").nth(1).unwrap();
            assert!(first.starts_with(word), "{first}");
        }
        assert!(
            noes(&house, me.subject).await.is_empty(),
            "looking changes nothing"
        );
        let english = crate::service_link(&house.vault, Lang::En, me.subject, Ready).unwrap();
        assert!(
            house
                .client
                .get(&english)
                .await
                .body
                .contains("Ring me instead")
        );
        assert_eq!(house.client.get("/meldinger/AAAA").await.status, 404);
        let other = crate::consent_link(&house.vault, me.subject).unwrap();
        let other = other.replace("/samtykke/", "/meldinger/");
        assert_eq!(
            house.client.get(&other).await.status,
            404,
            "made for another use"
        );
    })
    .await;
}

#[tokio::test]
async fn staff_write_down_a_no_to_one_kind() {
    each(|house| async move {
        let (me, _) = house.customer("Kari Nordmann", KARI, "").await;
        let (_, desk) = house.staff(Role::Reception).await;
        let page = desk.get("/stab/nei-takk").await.body;
        assert!(page.contains("Sikkerhet (beskjed om kjøretøyet)"), "{page}");
        let today = house.vault.world().now().local_date().to_string();
        for email in [KARI, "ingen@example.no"] {
            let typed = [
                ("way", "phone"),
                ("what", "service recall"),
                ("email", email),
                ("said", today.as_str()),
                ("received", today.as_str()),
            ];
            let answer = desk.post("/stab/nei-takk", &typed).await;
            let said = "/stab/nei-takk?melding=notice-consent-no";
            assert_eq!(answer.location(), Some(said), "{}", answer.body);
        }
        assert_eq!(noes(&house, me.subject).await, [Recall]);
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
