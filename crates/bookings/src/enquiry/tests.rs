use axum::http::StatusCode;
use web::Role;

use super::open_cases;
use crate::tests::each_house;

#[tokio::test]
async fn a_question_reaches_the_desk_and_is_answered() {
    each_house(|house| async move {
        let browser = house.client();
        let version = house.vault.declaration().version().to_string();
        let mut typed = vec![
            ("question", "Hva koster en krankontroll?"),
            ("name", "Kari"),
            ("notice", version.as_str()),
            ("key", "0123456789abcdef"),
        ];
        let nobody = browser.post("/sporsmal", &typed).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nobody.body.contains("Hva koster en krankontroll?"));
        typed.push(("email", "kari@example.no"));
        for _ in 0..2 {
            let sent = browser.post("/sporsmal", &typed).await;
            assert_eq!(sent.location(), Some("/sporsmal/takk"), "{}", sent.body);
        }
        let cases = house.vault.store().read(|db| open_cases(db)).await.unwrap();
        assert_eq!(cases.len(), 1);
        let desk = house.desk(Role::Reception).await;
        let path = format!("/stab/sporsmal/{}", cases[0].id);
        let list = desk.get("/stab/sporsmal").await;
        assert!(list.body.contains(&path) && !list.body.contains("Kari"));
        let page = desk.get(&path).await;
        assert!(
            page.body.contains("Hva koster en krankontroll?")
                && page.body.contains("kari@example.no")
        );
        let empty = desk.post(&path, &[("answer", " ")]).await;
        assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
        let answered = desk.post(&path, &[("answer", "Fra 4 900 kroner.")]).await;
        assert!(
            answered.location().unwrap().contains("notice-answered"),
            "{}",
            answered.body
        );
        let twice = desk.post(&path, &[("answer", "Igjen")]).await;
        assert_eq!(twice.status, StatusCode::CONFLICT);
        let status = letters::status_of(&house.vault, "enquiry", cases[0].id.get()).await;
        assert_eq!(status.unwrap().len(), 1);
        let strands = house.vault.strands_of(cases[0].subject).await.unwrap();
        assert!(strands.iter().all(|strand| !strand.keep_until.is_forever()));
        assert!(desk.get(&path).await.body.contains("Fra 4 900 kroner."));
    })
    .await;
}
