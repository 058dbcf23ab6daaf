//! Two at one erasure, and what outlives it: one answer, one letter, and an address that says no.

use declaration::vocabulary::Purpose;
use values::{ControllerId, RightsRequestId};
use vault::{Actor, LookUp};
use web::Role;

use super::{
    House, Person, colleague,
    desk::{second_officer, version},
    each,
    erased::{asks, carries_out},
    failing::{RECEIPTS, all_done, as_all_is, count, letters_of, newest, request},
};
use crate::{erasure::carry_out, requests};

/// Two officers press at once: one carries it out, the other is told; everything is there once.
#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_erase_at_once_one_does() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let (one, two) = (
            house.as_role(Role::Privacy).await,
            second_officer(&house).await,
        );
        let case = format!("/stab/personvern/krav/{id}");
        let seen = version(&one.get(&case).await);
        let form = [("version", seen.as_str()), ("sure", "1")];
        let path = format!("{case}/slett");
        let (first, second) = tokio::join!(one.post(&path, &form), two.post(&path, &form));
        let (won, lost) = if first.status == 303 {
            (first, second)
        } else {
            (second, first)
        };
        assert_eq!(won.status, 303, "{}", won.body);
        assert_eq!(lost.status, 409);
        assert!(lost.body.contains("Saken er endret"), "{}", lost.body);
        once(&house, &kari, id).await;
    })
    .await;
}

/// The chore beside somebody who is at it: it leaves what is in hand alone; and should two be at it all the
/// same, one answers.
#[tokio::test(flavor = "multi_thread")]
async fn the_chore_beside_an_erasure_doubles_nothing() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let asked = request(&house, id).await;
        let officer = colleague(Role::Privacy).actor();
        let (app, vault) = (&house.app, &house.vault);
        let (mine, chore) = tokio::join!(
            carry_out(app, vault, officer, &asked),
            crate::erasure::finish(app, vault)
        );
        assert!(mine.unwrap().is_some());
        assert_eq!(chore.unwrap(), 0);
        once(&house, &kari, id).await;

        let ola = Person::with_everything(&house.vault, "OLA").await;
        let id = asks(&house, &ola).await;
        let asked = request(&house, id).await;
        let (mine, other) = tokio::join!(
            carry_out(app, vault, officer, &asked),
            carry_out(app, vault, Actor::Chore("rights"), &asked)
        );
        let codes = [mine, other].map(Result::unwrap);
        assert_eq!(codes.iter().flatten().count(), 1, "{codes:?}");
        assert_eq!(letters_of(&house, id).await, 1);
        assert_eq!(count(&house, RECEIPTS).await, 2);
        let mut gone = house.vault.erasures_of(ola.subject).await.unwrap();
        let all = gone.len();
        gone.dedup_by_key(|(category, ..)| *category);
        assert_eq!(gone.len(), all, "destroyed once");
    })
    .await;
}

/// One receipt, one letter, each strand destroyed once.
async fn once(house: &House, person: &Person, id: i64) {
    assert_eq!(count(house, RECEIPTS).await, 1);
    assert_eq!(letters_of(house, id).await, 1);
    as_all_is(house, person, &newest(house).await).await;
    all_done(house, person).await;
    let steps = requests::events(&house.vault, RightsRequestId::from_raw(id)).await;
    let erased = steps.unwrap().into_iter();
    let erased = erased.filter(|step| step.what == requests::What::Erased);
    assert!(erased.count() <= 1);
}

/// Whoever is forgotten is not written to and not called: address and number say no, by hash.
#[tokio::test(flavor = "multi_thread")]
async fn address_and_number_say_no_after_the_person_is_forgotten() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let email = LookUp::email(&values::Email::parse(&kari.email()).unwrap());
        let phone = LookUp::phone(&values::Phone::parse("+4791234567").unwrap());
        let by = ControllerId::from_raw(1);
        for look_up in [&email, &phone] {
            assert!(!house.vault.suppressed(by, "", look_up).await.unwrap());
        }
        let id = asks(&house, &kari).await;
        carries_out(&house, id).await;
        for look_up in [&email, &phone] {
            assert!(house.vault.suppressed(by, "", look_up).await.unwrap());
            let lines = house.vault.suppressions(look_up).await.unwrap();
            assert_eq!(lines.len(), 1, "once");
            assert_eq!(lines[0].source, "erasure");
        }
        let consents = house.vault.consents_of(kari.subject).await.unwrap();
        let last = consents
            .iter()
            .rfind(|line| line.purpose == Purpose::Newsletter.as_str());
        assert_eq!(last.unwrap().state, vault::ConsentState::Withdrawn);
    })
    .await;
}
