//! Holds on a strand and on one record, tonight's list, and what a hold kept back from an erasure.

use declaration::vocabulary::Category;
use web::Role;

use super::{
    House, Person, each,
    erased::{asks, carries_out},
    start,
};
use crate::requests;

async fn strand(house: &House, person: &Person, category: Category) -> Option<vault::StrandInfo> {
    let strands = house.vault.strands_of(person.subject).await.unwrap();
    strands.into_iter().find(|one| one.category == category)
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_hold_kept_back_goes_by_itself_and_the_person_is_told() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let officer = house.as_role(Role::Privacy).await;
        let contact = strand(&house, &kari, Category::Contact).await.unwrap();
        let form = format!("/stab/personvern/hold/ny/{}", contact.id.get());
        assert_eq!(officer.get(&form).await.status, 200);
        let late = [("reason", "dispute"), ("review", "2027-11-02")];
        assert_eq!(
            officer.post(&form, &late).await.status,
            422,
            "six months at most"
        );
        let stranger = [
            ("reason", "dispute"),
            ("review", "2026-12-01"),
            ("record", "7"),
        ];
        assert_eq!(officer.post(&form, &stranger).await.status, 422);
        let records = house.vault.everything(kari.subject).await.unwrap();
        let record = records.iter().find(|raw| raw.category == Category::Contact);
        let record = record.unwrap().id.get().to_string();
        let right = [
            ("reason", "dispute"),
            ("review", "2026-12-01"),
            ("record", &*record),
        ];
        assert_eq!(officer.post(&form, &right).await.status, 303);
        let list = officer.get("/stab/personvern/hold").await;
        assert!(list.body.contains(&record) && !list.body.contains("KARI"));
        let receipt = carries_out(&house, id).await;
        assert!(strand(&house, &kari, Category::Contact).await.is_some());
        let page = house.client.get(&receipt).await;
        assert!(page.body.contains("1. desember 2026"), "{}", page.body);
        let before = letters_of(&house, id).await;
        house.clock.set(start().plus_days(31));
        house.vault.sweep().await.unwrap();
        assert!(strand(&house, &kari, Category::Contact).await.is_none());
        crate::chore(&house.app).await.unwrap();
        assert_eq!(letters_of(&house, id).await, before + 1, "told");
        crate::chore(&house.app).await.unwrap();
        assert_eq!(letters_of(&house, id).await, before + 1, "once");
    })
    .await;
}

/// From the case's own page a hold has the same limit, and none lies there that the case does not know.
#[tokio::test(flavor = "multi_thread")]
async fn a_hold_from_the_case_has_its_limit_and_its_line() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let id = asks(&house, &kari).await;
        let officer = house.as_role(Role::Privacy).await;
        let case = format!("/stab/personvern/krav/{id}");
        let seen = super::desk::version(&officer.get(&case).await);
        let evidence = strand(&house, &kari, Category::Evidence).await.unwrap();
        let number = evidence.id.get().to_string();
        let hold = async |review: &str| {
            let typed = [
                ("version", &*seen),
                ("strand", &*number),
                ("reason", "dispute"),
                ("review", review),
            ];
            officer.post(&format!("{case}/hold"), &typed).await.status
        };
        assert_eq!(hold("2099-01-01").await, 422, "six months at most");
        assert!(house.vault.holds().await.unwrap().is_empty());
        assert_eq!(hold("2026-12-01").await, 303);
        // The second officer, who has not seen the first's: told, and nothing is held twice.
        assert_eq!(hold("2026-12-01").await, 409);
        assert_eq!(house.vault.holds().await.unwrap().len(), 1);
    })
    .await;
}

async fn letters_of(house: &House, id: i64) -> usize {
    let letters = letters::status_of(&house.vault, requests::SOURCE, id).await;
    letters.unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn tonight_names_reasons_and_nobody_and_asks_when_it_must() {
    each(|house| async move {
        Person::with_everything(&house.vault, "KARI").await;
        house.vault.sweep().await.unwrap();
        house.clock.set(start().plus_days(400));
        let officer = house.as_role(Role::Privacy).await;
        let page = officer.get("/stab/personvern/sveip").await;
        assert_eq!(page.status, 200);
        assert!(
            page.body
                .contains("12 måneder etter at kundeforholdet er slutt")
        );
        assert!(!page.body.contains("KARI") && !page.body.contains("kari@"));
        assert!(
            !crate::keeping(&house.vault).await.unwrap().is_empty(),
            "dead"
        );
        let vault::Night::Asks(doubt) = house.vault.sweep_or_ask().await.unwrap() else {
            panic!("four hundred days ask")
        };
        let page = officer.get("/stab/personvern/sveip").await;
        let yes = format!("/stab/personvern/sveip/{}/ja", doubt.id);
        assert!(page.body.contains(&yes));
        assert_eq!(officer.post(&yes, &[]).await.status, 303);
        let night = house.vault.sweep_or_ask().await.unwrap();
        assert!(matches!(night, vault::Night::Swept(report) if report.destroyed > 0));
        assert!(crate::keeping(&house.vault).await.unwrap().is_empty());
    })
    .await;
}

/// Every strand's date in words, in three languages, with law, rule and day.
#[tokio::test(flavor = "multi_thread")]
async fn each_date_is_explained() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        for lang in web::Lang::ALL {
            let text = house.app.texts.of(lang);
            for info in house.vault.strands_of(kari.subject).await.unwrap() {
                let said = crate::explain::explain(&house.vault, text, lang, &info, &[]);
                assert!(!said.reasons.is_empty() && !said.until.is_empty());
                for reason in &said.reasons {
                    assert!(!reason.purpose.is_empty() && !reason.law.is_empty());
                    assert!(
                        reason.sentence.contains(&reason.until),
                        "{}",
                        reason.sentence
                    );
                }
            }
        }
        let info = strand(&house, &kari, Category::AccountingCopy)
            .await
            .unwrap();
        let text = house.app.texts.of(web::Lang::Nb);
        let said = crate::explain::explain(&house.vault, text, web::Lang::Nb, &info, &[]);
        assert_eq!(said.until, "Slettes etter 31. desember 2031");
        assert!(said.reasons[0].law.contains("bokføringsloven § 13"));
        let strands = house.vault.strands_of(kari.subject).await.unwrap();
        let (end, _) = crate::explain::relationship_end(&strands).unwrap();
        assert_eq!(end, start());
    })
    .await;
}
