//! Who may enter, and that nobody reaches another's request.

use axum::http::Method;
use vault::Actor;
use web::{Door, Role};

use super::{Person, each};
use crate::requests::{self, Asked, Kind};

#[tokio::test(flavor = "multi_thread")]
async fn the_role_matrix() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let customer = house.as_person(kari.subject).await;
        for route in crate::routes().table() {
            let path = route.path.replace("{id}", "1").replace("{code}", "x");
            if route.method != Method::GET {
                continue;
            }
            let (nobody, theirs) = (house.client.get(&path).await, customer.get(&path).await);
            for role in Role::ALL {
                let answer = house.as_role(*role).await.get(&path).await;
                let let_in = match route.door {
                    Door::Public | Door::Link => true,
                    Door::Subject => false,
                    Door::Staff(roles) => roles.contains(role),
                };
                assert_eq!(
                    answer.status != 403,
                    let_in,
                    "{role:?} at {path}: {}",
                    answer.status
                );
            }
            match route.door {
                Door::Staff(_) => assert_eq!(
                    (nobody.status.as_u16(), theirs.status.as_u16()),
                    (303, 403),
                    "{path}"
                ),
                Door::Subject => {
                    assert_eq!(nobody.status, 303, "{path}");
                    assert_ne!(theirs.status, 403, "{path}");
                }
                Door::Public | Door::Link => assert_ne!(nobody.status, 403, "{path}"),
            }
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn another_persons_request_is_not_there() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let ola = Person::with_everything(&house.vault, "OLA").await;
        let nb = web::Lang::Nb;
        let asked = Asked::by_person(
            &house.app,
            &house.vault,
            kari.subject,
            Kind::Restriction,
            nb,
        );
        let actor = Actor::Subject(kari.subject);
        let id = requests::receive(&house.app, &house.vault, actor, &asked)
            .await
            .unwrap();
        let path = format!("/min-side/rettigheter/{}/trekk", id.get());
        let other = house.as_person(ola.subject).await;
        assert_eq!(other.post(&path, &[]).await.status, 404);
        let own = house.as_person(kari.subject).await;
        assert_eq!(own.post(&path, &[]).await.status, 303);
        assert_eq!(
            own.post(&path, &[]).await.status,
            404,
            "it is not open any more"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_opened_by_staff_is_told_by_role() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let reception = super::colleague(Role::Reception);
        let ask = vault::Ask::open(reception.actor(), kari.subject)
            .of(&[declaration::vocabulary::Category::Contact])
            .case("booking", 4);
        let opened = house
            .vault
            .permit::<declaration::vocabulary::purpose::Visit>(ask)
            .await;
        opened.unwrap();
        let page = house
            .as_person(kari.subject)
            .await
            .get("/min-side/hvem-har-sett")
            .await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("Servicerådgiver") && page.body.contains("en bestilling"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_the_desk_and_the_person_stands() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        for path in ["", "/nn", "/en"] {
            for page in [
                "/min-side",
                "/min-side/opplysninger",
                "/min-side/rettigheter",
                "/min-side/rettigheter/glem-meg",
            ] {
                let answer = own.get(&format!("{path}{page}")).await;
                assert_eq!(answer.status, 200, "{path}{page}");
            }
            let officer = house.as_role(Role::Privacy).await;
            for page in ["", "/ny", "/sveip", "/logg", "/hold", "/bevis"] {
                let answer = officer.get(&format!("{path}/stab/personvern{page}")).await;
                assert_eq!(answer.status, 200, "{path}{page}");
            }
        }
    })
    .await;
}
