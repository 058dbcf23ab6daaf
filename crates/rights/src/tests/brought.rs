//! A package from one house is taken in another, once; what cannot be trusted is not.

use values::SubjectId;

use super::{
    House, Person, each,
    package::{copy, unpack},
};
use crate::{brought, package::Scope};

async fn with_account(house: &House) -> SubjectId {
    let me = Person::with_booking(&house.vault, "Kari Østby", "kari@example.no").await;
    let actor = vault::Actor::Subject(me);
    customers::open_account(&house.vault, me, actor, web::Lang::Nb)
        .await
        .unwrap();
    me
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_brought_is_theirs_and_comes_once() {
    each(|house| async move {
        let me = with_account(&house).await;
        super::people::enquiry_of(&house.vault, me, "Bakløfteren lekker olje").await;
        let package = copy(&house, me, Scope::Portable).await;
        let said = brought::read(&package).unwrap();
        assert_eq!(said.lines.len(), 1, "{said:?}");
        let first = brought::take(&house.vault, me, &said).await.unwrap();
        assert_eq!((first.lines, first.known), (1, 0));
        let again = brought::take(&house.vault, me, &said).await.unwrap();
        assert_eq!((again.lines, again.plates, again.known), (0, 0, 1));
        let files = unpack(copy(&house, me, Scope::Access).await);
        let account = files.iter().find(|(name, _)| name == "data/account.json");
        let account = &account.unwrap().1;
        assert!(account.contains("other_workshop") && account.contains("Bakløfteren lekker olje"));
        // The same words of another person are another person's.
        let ola = Person::with_booking(&house.vault, "Ola Vik", "ola@example.no").await;
        let gone = brought::take(&house.vault, ola, &said).await;
        assert!(
            matches!(gone, Err(vault::VaultError::Gone)),
            "no account, nothing taken"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_is_seen_before_it_is_kept() {
    each(|house| async move {
        let me = with_account(&house).await;
        let client = house.as_person(me).await;
        assert_eq!(client.get("/min-side/ta-med").await.status, 200);
        let told = r#"{"from":"Fjord Påbygg AS","made":"2026-10-01","plates":["CU 10001"],"lines":[{"on":"2026-09-01","text":"Ny vinsj"}]}"#;
        let kept = client.post("/min-side/ta-med/behold", &[("told", told)]).await;
        assert_eq!(kept.status, 200, "{}", kept.body);
        assert!(kept.body.contains("1 hendelser og 1 kjøretøy"), "{}", kept.body);
        let page = client.get("/min-side/opplysninger").await;
        assert!(page.body.contains("Ny vinsj") && page.body.contains("et annet verksted"));
        for bad in ["", "{}", "[]", r#"{"from":"","made":"","plates":[],"lines":[]}"#] {
            let answer = client.post("/min-side/ta-med/behold", &[("told", bad)]).await;
            assert_eq!(answer.status, 422, "{bad}");
        }
    })
    .await;
}
