//! Free text that tells of others waits for a human, is decided, and is in the next copy.

use values::SubjectId;
use web::Role;

use super::{
    House, Person, each,
    package::{copy, unpack},
};
use crate::package::Scope;

const TOLD: &str = "Vinsjen ryker. Ring sjåføren Bjørnar på 41 23 45 67";

async fn asked(house: &House, who: SubjectId, text: &str) {
    super::people::enquiry_of(&house.vault, who, text).await;
}

async fn all_of(house: &House, who: SubjectId) -> String {
    let files = unpack(copy(house, who, Scope::Access).await);
    files.into_iter().map(|(_, text)| text).collect()
}

async fn item(house: &House) -> i64 {
    let waiting = crate::review::waiting(&house.vault, 10).await.unwrap();
    assert_eq!(waiting.len(), 1);
    waiting[0].id
}

#[tokio::test(flavor = "multi_thread")]
async fn a_field_waits_and_comes_with_the_next_copy() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Østby", "kari@example.no").await;
        asked(&house, kari, TOLD).await;
        asked(&house, kari, "Bare om bakløfteren min.").await;
        let first = all_of(&house, kari).await;
        assert!(!first.contains("Bjørnar") && !first.contains("41 23 45 67"));
        assert!(first.contains("Personvernansvarlig ser på det"));
        assert!(
            first.contains("Bare om bakløfteren min."),
            "the rest is released"
        );
        let page = house
            .as_person(kari)
            .await
            .get("/min-side/opplysninger")
            .await;
        assert!(!page.body.contains("Bjørnar") && page.body.contains("bakløfteren"));
        // A second copy opens nothing twice.
        all_of(&house, kari).await;
        let id = item(&house).await;

        let officer = house.as_role(Role::Privacy).await;
        let list = officer.get("/stab/personvern/gjennomsyn").await;
        assert_eq!(list.status, 200);
        assert!(
            !list.body.contains("Bjørnar"),
            "nothing is opened in the list"
        );
        let path = format!("/stab/personvern/gjennomsyn/{id}");
        let one = officer.get(&path).await;
        assert!(one.body.contains("<mark>Bjørnar</mark>"), "{}", one.body);
        assert!(one.body.contains("<mark>41 23 45 67</mark>"));
        let wrong = officer
            .post(&path, &[("what", "mask"), ("reason", "")])
            .await;
        assert_eq!(wrong.status, 422);
        let fields = [
            ("what", "mask"),
            ("hide", "0"),
            ("hide", "1"),
            ("reason", "other_contact"),
        ];
        let done = officer.post(&path, &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(officer.get(&path).await.status, 404, "decided once");

        let next = all_of(&house, kari).await;
        assert!(next.contains("Vinsjen ryker. Ring sjåføren […] på […]"));
        assert!(!next.contains("Bjørnar") && next.contains("kontaktopplysninger til en annen"));
        assert!(
            next.contains("Kopien din er klar"),
            "the letter is in the copy too"
        );
        let openings = house.vault.openings_about(kari, 50).await.unwrap();
        assert!(openings.iter().any(|line| line.case_kind == "review"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_officer_may_release_all_of_it() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Østby", "kari@example.no").await;
        asked(&house, kari, TOLD).await;
        assert!(!all_of(&house, kari).await.contains("Bjørnar"));
        let path = format!("/stab/personvern/gjennomsyn/{}", item(&house).await);
        let officer = house.as_role(Role::Privacy).await;
        let done = officer.post(&path, &[("what", "release")]).await;
        assert_eq!(done.status, 303);
        assert!(all_of(&house, kari).await.contains(TOLD));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_names_of_others_in_the_books_are_found_without_opening_them() {
    each(|house| async move {
        let kari = Person::with_booking(&house.vault, "Kari Østby", "kari@example.no").await;
        let other = Person::with_booking(&house.vault, "Torgeir Viken", "torgeir@example.no").await;
        asked(
            &house,
            kari,
            "Bilen sto hos Torgeir i helga, jeg heter Kari Østby.",
        )
        .await;
        assert!(!all_of(&house, kari).await.contains("Torgeir"));
        let opened = house.vault.openings_about(other, 50).await.unwrap();
        assert!(opened.is_empty(), "nobody else's data are opened for it");
        for role in [Role::Reception, Role::Admin, Role::Technician] {
            let answer = house
                .as_role(role)
                .await
                .get("/stab/personvern/gjennomsyn")
                .await;
            assert_eq!(answer.status, 403);
        }
    })
    .await;
}
