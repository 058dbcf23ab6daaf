use axum::http::StatusCode;
use web::Role;

use crate::tests::each_house;

#[tokio::test]
async fn an_empty_house_is_set_up_in_the_browser() {
    each_house(|house| async move {
        let admin = house.desk(Role::Admin).await;
        assert_eq!(admin.get("/stab/oppsett").await.status, StatusCode::OK);
        let line = [
            ("controller", "2"),
            ("name", "Elverum"),
            ("address", "Storgata 1"),
            ("postal_code", "2408"),
            ("city", "Elverum"),
            ("notice_hours", "2"),
            ("horizon_days", "60"),
            ("open", "1"),
        ];
        let made = admin.post("/stab/oppsett/mal", &line).await;
        let path = made
            .location()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let page = admin.get(&path).await;
        assert!(page.body.contains("Elverum") && page.body.contains("value=\"07:00\""));
        let mut hours = Vec::new();
        for day in 0..7 {
            hours.push(("opens", if day < 5 { "06:00" } else { "" }));
            hours.push(("closes", if day < 5 { "20:00" } else { "" }));
        }
        let saved = admin.post(&format!("{path}/tider"), &hours).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        hours[1].1 = "05:00";
        let wrong = admin.post(&format!("{path}/tider"), &hours).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}

#[tokio::test]
async fn bays_closed_days_and_services_are_kept() {
    each_house(|house| async move {
        let admin = house.desk(Role::Admin).await;
        let path = format!("/stab/oppsett/verksted/{}", house.workshop);
        let bay = [
            ("bay_name", "Høy hall"),
            ("length", "25,25"),
            ("height", "4,6"),
        ];
        assert_eq!(
            admin.post(&format!("{path}/plasser"), &bay).await.status,
            StatusCode::SEE_OTHER
        );
        let day = [("day", "2026-03-20"), ("note", "Varetelling")];
        assert_eq!(
            admin.post(&format!("{path}/stengt"), &day).await.status,
            StatusCode::SEE_OTHER
        );
        let page = admin.get(&path).await;
        for words in ["Høy hall", "25,25", "Varetelling"] {
            assert!(page.body.contains(words), "{words}");
        }
        assert_eq!(
            admin.post(&format!("{path}/apent"), &day).await.status,
            StatusCode::SEE_OTHER
        );
        let service = [
            ("name_nb", "EU-kontroll"),
            ("name_nn", "EU-kontroll"),
            ("name_en", "Inspection"),
            ("minutes", "90"),
            ("open", "1"),
        ];
        let made = admin.post("/stab/oppsett/tjeneste/0", &service).await;
        assert_eq!(made.status, StatusCode::SEE_OTHER);
        let list = admin.get("/stab/oppsett").await;
        assert!(list.body.contains("EU-kontroll"));
        let desk = house.desk(Role::Reception).await;
        assert_eq!(
            desk.get("/stab/oppsett").await.status,
            StatusCode::FORBIDDEN
        );
    })
    .await;
}
