//! Finding a customer at the desk.

use web::Role;

use super::{KARI, each};
use crate::look_up;

#[tokio::test]
async fn customers_are_found_by_what_staff_know_and_each_look_is_logged() {
    each(|house| async move {
        let kari = house.booked("Kari Mette Nordmann", KARI, "95496000").await;
        house.booked("Karin Hansen", "karin@example.no", "").await;
        let (desk, _) = house.staff(Role::Reception).await;
        for typed in [
            KARI,
            "Kari@Example.NO",
            "954 96 000",
            "+4795496000",
            "nord kar",
            "mette",
        ] {
            let found = look_up(&house.vault, desk, typed).await.unwrap();
            assert_eq!(found.len(), 1, "{typed}");
            assert_eq!(found[0].subject, kari);
            assert_eq!(found[0].contact.name.reveal(), "Kari Mette Nordmann");
        }
        assert_eq!(look_up(&house.vault, desk, "kari").await.unwrap().len(), 2);
        for typed in ["", "x", "ingen", "ingen@example.no", "41234567"] {
            assert!(look_up(&house.vault, desk, typed).await.unwrap().is_empty());
        }
        let log = house.vault.openings_about(kari, 50).await.unwrap();
        assert_eq!(log.len(), 7);
        assert!(
            log.iter()
                .all(|line| line.title == "reception" && line.purpose == "visit")
        );
    })
    .await;
}

#[tokio::test]
async fn a_customer_number_finds_and_a_technician_finds_nobody() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let page = client.get("/min-side/profil").await.body;
        let number = page.split("<dd class=\"number\">").nth(1).unwrap();
        let number = number.split('<').next().unwrap().to_owned();
        assert_eq!(number.len(), 8);
        let (desk, _) = house.staff(Role::Reception).await;
        let found = look_up(&house.vault, desk, &number).await.unwrap();
        assert_eq!(found[0].subject, me.subject);
        for role in [
            Role::Technician,
            Role::Admin,
            Role::Marketing,
            Role::Operator,
        ] {
            let (actor, _) = house.staff(role).await;
            assert!(look_up(&house.vault, actor, KARI).await.unwrap().is_empty());
        }
    })
    .await;
}
