//! The account, from its opening to its end.

use declaration::vocabulary::Category;
use values::Moment;
use vault::StrandInfo;

use super::{DAY, House, KARI, each};

async fn strands(house: &House, subject: values::SubjectId) -> Vec<StrandInfo> {
    house.vault.strands_of(subject).await.unwrap()
}

fn until(strands: &[StrandInfo], category: Category) -> Option<Moment> {
    let strand = strands.iter().find(|strand| strand.category == category)?;
    let reason = strand
        .reasons
        .iter()
        .find(|reason| reason.source_kind == "account")?;
    Some(reason.until)
}

#[tokio::test]
async fn while_it_is_open_the_history_is_kept_and_thirty_days_longer() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let open = strands(&house, me.subject).await;
        for category in [
            Category::Account,
            Category::Contact,
            Category::VehicleLink,
            Category::Purchase,
        ] {
            assert_eq!(
                until(&open, category),
                Some(Moment::FOREVER),
                "{category:?}"
            );
        }
        let asked = client.get("/min-side/konto/lukk").await;
        assert!(asked.body.contains("Avslutt kontoen"));
        let closed = client.post("/min-side/konto/lukk", &[]).await;
        assert_eq!(
            closed.location(),
            Some("/logg-inn?melding=notice-account-closed")
        );
        assert_eq!(client.get("/min-side").await.status, 303, "logged out");
        let ended = strands(&house, me.subject).await;
        let day = until(&ended, Category::Account).unwrap();
        assert!(day > house.vault.world().now().plus_days(29) && !day.is_forever());
        house.clock.advance_ms(32 * DAY);
        house.vault.sweep().await.unwrap();
        let left = strands(&house, me.subject).await;
        let left: Vec<Category> = left.iter().map(|strand| strand.category).collect();
        assert!(!left.contains(&Category::Account) && !left.contains(&Category::Purchase));
        assert!(
            left.contains(&Category::Contact),
            "the booking still stands"
        );
    })
    .await;
}

#[tokio::test]
async fn a_closed_account_can_be_opened_anew() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post("/min-side/konto/lukk", &[]).await;
        house.clock.advance_ms(DAY);
        let link = house.link_for(KARI).await;
        assert!(
            house
                .client
                .get(&link)
                .await
                .body
                .contains("Opprett kundekonto")
        );
        house.client.post(&link, &[]).await;
        let open = crate::account_of(&house.vault, me.subject)
            .await
            .unwrap()
            .unwrap();
        assert_ne!(open.id, me.account);
    })
    .await;
}

#[tokio::test]
async fn the_own_page_greets_and_has_its_panels() {
    each(|house| async move {
        let (_, client) = house.customer("Kari Nordmann", KARI, "95496000").await;
        let shown = client.get("/min-side").await;
        assert_eq!(shown.status, 200);
        for part in [
            "Hei, Kari Nordmann",
            KARI,
            "954 96 000",
            "Kundenummer",
            "Samtykker",
        ] {
            assert!(shown.body.contains(part), "{part}");
        }
        let english = client.get("/en/min-side").await;
        assert!(english.body.contains("Hello, Kari Nordmann"));
    })
    .await;
}

#[tokio::test]
async fn two_log_ins_at_once_open_one_account() {
    each(|house| async move {
        house.booked("Kari Nordmann", KARI, "").await;
        let (one, two) = (house.link_for(KARI).await, house.link_for(KARI).await);
        let (one, two) = tokio::join!(house.client.post(&one, &[]), house.client.post(&two, &[]));
        assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303));
    })
    .await;
}

#[tokio::test]
async fn who_does_not_come_for_two_years_is_asked_and_then_let_go() {
    each(|house| async move {
        let (kari, _) = house.customer("Kari Nordmann", KARI, "").await;
        let (ola, _) = house.customer("Ola Nordmann", "ola@example.no", "").await;
        for one in [kari, ola] {
            house.booking_ends(one.subject).await;
        }
        let chore = || async { crate::close_idle(&house.app).await.unwrap() };
        house.clock.advance_ms(700 * DAY);
        assert_eq!(chore().await, crate::Idle::default(), "not yet");
        house.clock.advance_ms(40 * DAY);
        let asked = chore().await;
        assert_eq!((asked.asked, asked.closed), (2, 0));
        assert_eq!(chore().await.asked, 0, "asked once");
        house.clock.advance_ms(DAY);
        for to in [KARI, "ola@example.no"] {
            let letter = house.mail_to(to).await.unwrap();
            assert!(letter.text().contains("to år"), "{}", letter.text());
        }
        // Ola comes back; Kari does not.
        let link = house.link_for("ola@example.no").await;
        assert_eq!(house.client.post(&link, &[]).await.status, 303);
        house.clock.advance_ms(32 * DAY);
        let ended = chore().await;
        assert_eq!((ended.asked, ended.closed), (0, 1));
        let open = |one: values::SubjectId| {
            let vault = house.vault.clone();
            async move { crate::account_of(&vault, one).await.unwrap().is_some() }
        };
        assert!(!open(kari.subject).await && open(ola.subject).await);
        house.clock.advance_ms(32 * DAY);
        house.vault.sweep().await.unwrap();
        assert!(until(&strands(&house, kari.subject).await, Category::Account).is_none());
        assert!(until(&strands(&house, ola.subject).await, Category::Account).is_some());
    })
    .await;
}

#[tokio::test]
async fn an_account_that_belongs_to_a_customer_stays() {
    each(|house| async move {
        // The booking is open and keeps the contact data.
        let (kari, _) = house.customer("Kari Nordmann", KARI, "").await;
        house.clock.advance_ms(1_000 * DAY);
        assert_eq!(
            crate::close_idle(&house.app).await.unwrap(),
            crate::Idle::default()
        );
        assert!(
            crate::account_of(&house.vault, kari.subject)
                .await
                .unwrap()
                .is_some()
        );
    })
    .await;
}
