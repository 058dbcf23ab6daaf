//! Who is who when somebody books.

use declaration::vocabulary::{Category, purpose};
use values::{Email, Phone};
use vault::{Actor, Ask, LookUp};

use super::{KARI, each};
use crate::{identify, latest_contact};

#[tokio::test]
async fn the_same_e_mail_is_the_same_person() {
    each(|house| async move {
        let one = house.booked("Kari Nordmann", KARI, "95496000").await;
        let two = house.booked("Kari N.", "KARI@example.no", "").await;
        assert_eq!(one, two);
        let by_phone = house.booked("Kari", "", "+47 954 96 000").await;
        assert_eq!(one, by_phone);
        let other = house
            .booked("Ola Nordmann", "ola@example.no", "95496000")
            .await;
        assert_ne!(one, other, "an e-mail that is given decides alone");
        let phone = Phone::parse("95496000").unwrap();
        let found = identify(&house.vault, None, Some(&phone)).await.unwrap();
        assert_eq!(found, Some(one), "the telephone stays hers");
    })
    .await;
}

#[tokio::test]
async fn a_stranger_who_types_her_e_mail_changes_nothing_about_how_she_is_found() {
    each(|house| async move {
        let kari = house.booked("Kari Nordmann", KARI, "").await;
        house.booked("Vond Person", KARI, "41234567").await;
        let phone = Phone::parse("41234567").unwrap();
        assert_eq!(
            identify(&house.vault, None, Some(&phone)).await.unwrap(),
            None
        );
        let hint = LookUp::name_start("vond").unwrap();
        assert!(house.vault.find_hint(&hint, 5).await.unwrap().is_empty());
        let ask = Ask::open(Actor::Subject(kari), kari).of(&[Category::Contact]);
        let permit = house.vault.permit::<purpose::Account>(ask).await.unwrap();
        let (_, contact) = latest_contact(&house.vault, &permit)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            contact.name.reveal(),
            "Vond Person",
            "the record is there, with its source"
        );
    })
    .await;
}

#[tokio::test]
async fn two_first_bookings_at_once_make_one_person() {
    each(|house| async move {
        let all = tokio::join!(
            house.booked("Kari Nordmann", KARI, ""),
            house.booked("Kari Nordmann", KARI, ""),
            house.booked("Kari Nordmann", KARI, ""),
        );
        assert!(all.0 == all.1 && all.1 == all.2);
        let email = Email::parse(KARI).unwrap();
        let found = identify(&house.vault, Some(&email), None).await.unwrap();
        assert_eq!(found, Some(all.0));
    })
    .await;
}
