use axum::http::StatusCode;
use jiff::civil::date;
use web::{Role, testing::Answer};

use crate::{
    book,
    tests::{House, at, each_house},
};

/// The hidden and visible fields of the form on a page, as a browser would send them back.
fn fields(page: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for tag in page.split("<input").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let value = |name: &str| {
            let rest = tag.split(&format!("{name}=\"")).nth(1)?;
            Some(rest.split('"').next()?.to_owned())
        };
        let ticked = !matches!(value("type").as_deref(), Some("radio" | "checkbox"))
            || tag.contains(" checked");
        if let (Some(name), true) = (value(" name"), ticked) {
            found.push((name, unescaped(&value(" value").unwrap_or_default())));
        }
    }
    for area in page.split("<textarea").skip(1) {
        let name = area
            .split("name=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        let text = area
            .split('>')
            .nth(1)
            .and_then(|rest| rest.split('<').next());
        if let (Some(name), Some(text)) = (name, text) {
            found.push((name.to_owned(), unescaped(text.trim_start_matches('\n'))));
        }
    }
    found
}

fn unescaped(text: &str) -> String {
    text.replace("&#38;", "&")
        .replace("&#34;", "\"")
        .replace("&#39;", "'")
}

/// Presses a button of the page, with these fields typed.
async fn press(house: &House, page: &Answer, til: &str, typed: &[(&str, &str)]) -> Answer {
    let mut sent = fields(&page.body);
    for (name, value) in typed {
        sent.retain(|(known, _)| known != name);
        sent.push(((*name).to_owned(), (*value).to_owned()));
    }
    sent.push(("til".to_owned(), til.to_owned()));
    let sent: Vec<(&str, &str)> = sent.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    house.client().post("/bestill", &sent).await
}

async fn to_contact(house: &House) -> Answer {
    let one = house.client().get("/bestill").await;
    assert_eq!(one.status, StatusCode::OK);
    let two = press(house, &one, "tjeneste", &[("plate", "cu 10001")]).await;
    let service = house.service.to_string();
    let three = press(house, &two, "tid", &[("service", &service)]).await;
    assert!(three.body.contains("start:"), "{}", three.body);
    let start = format!("start:{}", at(date(2026, 3, 3), 8, 0).millis());
    assert!(three.body.contains(&start));
    press(house, &three, &start, &[]).await
}

#[tokio::test]
async fn a_stranger_books_in_five_steps() {
    each_house(|house| async move {
        let four = to_contact(&house).await;
        assert!(four.headers.get("set-cookie").is_none());
        assert!(four.body.contains("Uten navn kan vi ikke inngå avtale"));
        let typed = [
            ("name", "Kari O’Neil & sønn"),
            ("email", "kari@example.no"),
            ("question", "Kranen lekker."),
        ];
        let five = press(&house, &four, "oppsummering", &typed).await;
        assert!(five.body.contains("Kranen lekker.") && five.body.contains("CU 10001"));
        let done = press(&house, &five, "bestill", &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
        let to = done.location().unwrap().to_owned();
        assert!(to.starts_with("/time/") && to.ends_with("melding=notice-booked"));
        let page = house.client().get(&to).await;
        assert!(page.body.contains("CU 10001") && page.body.contains("kari@example.no"));
        let path = to.split('?').next().unwrap();
        let file = house.client().get(&format!("{path}/time.ics")).await;
        assert!(file.body.contains("BEGIN:VEVENT") && !file.body.contains("10001"));
        let again = press(&house, &five, "bestill", &[]).await;
        assert_eq!(again.location().unwrap().split('?').next(), Some(path));
        let changed = press(&house, &five, "bestill", &[("name", "En annen")]).await;
        assert!(changed.location().unwrap().contains("notice-booked-before"));
        let code = path.trim_start_matches("/time/");
        let row = book::id_of_code(&house.vault, code).await.unwrap().unwrap();
        let status = letters::status_of(&house.vault, "booking", row.id.get()).await;
        assert_eq!(status.unwrap().len(), 1);
        assert_eq!(
            row.notice_version,
            house.vault.declaration().version().to_string()
        );
    })
    .await;
}

#[tokio::test]
async fn wrong_fields_are_said_where_they_are_and_nothing_is_lost() {
    each_house(|house| async move {
        let one = house.client().get("/bestill").await;
        for wrong in ["", "AB 01234", "B-XY 9876 PQ"] {
            let answer = press(&house, &one, "tjeneste", &[("plate", wrong)]).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
            assert!(answer.body.contains("id=\"f-plate-error\""));
            assert!(answer.body.contains(wrong) && answer.body.contains("name=\"foreign\""));
        }
        let foreign = [("plate", "B-XY 9876"), ("foreign", "1")];
        let two = press(&house, &one, "tjeneste", &foreign).await;
        assert_eq!(two.status, StatusCode::OK);
        let none = press(&house, &two, "tid", &[]).await;
        assert!(none.body.contains("id=\"f-service-error\""));
        let four = to_contact(&house).await;
        let typed = [
            ("name", "Kari"),
            ("phone", "123"),
            ("question", "Hei & hopp"),
        ];
        let wrong = press(&house, &four, "oppsummering", &typed).await;
        assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            wrong.body.contains("id=\"f-phone-error\"") && wrong.body.contains("Hei &#38; hopp")
        );
        let nobody = press(&house, &four, "oppsummering", &[("name", "Kari")]).await;
        assert!(nobody.body.contains("id=\"f-email-error\""));
        let back = press(&house, &wrong, "tid", &[]).await;
        assert!(back.status == StatusCode::OK && back.body.contains("Hei &#38; hopp"));
    })
    .await;
}

#[tokio::test]
async fn a_national_identity_number_is_refused_in_any_field() {
    each_house(|house| async move {
        let four = to_contact(&house).await;
        for field in ["name", "question", "organisation"] {
            let mut typed = vec![("name", "Kari"), ("phone", "95496000")];
            typed.retain(|(name, _)| *name != field);
            typed.push((field, "020132 99997"));
            let answer = press(&house, &four, "oppsummering", &typed).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field}");
            assert!(!answer.body.contains("99997"));
            assert!(
                answer.body.contains(&format!("id=\"f-{field}-error\"")),
                "{field}"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn a_phone_is_enough() {
    each_house(|house| async move {
        let four = to_contact(&house).await;
        let typed = [("name", "Per"), ("phone", "954 96 000")];
        let five = press(&house, &four, "oppsummering", &typed).await;
        let done = press(&house, &five, "bestill", &[]).await;
        let path = done
            .location()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let page = house.client().get(&path).await;
        assert!(
            page.body
                .contains(&format!("https://verksted.example{path}"))
        );
        let code = path.trim_start_matches("/time/");
        let row = book::id_of_code(&house.vault, code).await.unwrap().unwrap();
        let status = letters::status_of(&house.vault, "booking", row.id.get()).await;
        assert!(status.unwrap().is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_taken_time_is_a_conflict_with_the_nearest_free_ones() {
    each_house(|house| async move {
        house.one_bay().await;
        let four = to_contact(&house).await;
        let typed = [("name", "Kari"), ("email", "kari@example.no")];
        let five = press(&house, &four, "oppsummering", &typed).await;
        let start = at(date(2026, 3, 3), 8, 0);
        let other = house.new_booking(1, start);
        book::book(&house.app, &house.vault, &other).await.unwrap();
        let answer = press(&house, &five, "bestill", &[]).await;
        assert_eq!(answer.status, StatusCode::CONFLICT);
        let near = at(date(2026, 3, 3), 9, 0).millis();
        assert!(answer.body.contains(&format!("start:{near}")));
        assert!(answer.body.contains("value=\"kari@example.no\""));
        let five = press(&house, &answer, &format!("start:{near}"), &[]).await;
        let five = press(&house, &five, "oppsummering", &[]).await;
        let done = press(&house, &five, "bestill", &[]).await;
        assert_eq!(done.status, StatusCode::SEE_OTHER);
    })
    .await;
}

#[tokio::test]
async fn the_link_moves_and_cancels_and_reading_changes_nothing() {
    each_house(|house| async move {
        let start = at(date(2026, 3, 3), 8, 0);
        let new = house.new_booking(1, start);
        let id = book::book(&house.app, &house.vault, &new).await.unwrap().id;
        let path = format!("/time/{}", book::code_of(&house.vault, id));
        let browser = house.client();
        let choose = browser.get(&format!("{path}/flytt")).await;
        assert_eq!(choose.status, StatusCode::OK);
        let to = at(date(2026, 3, 4), 10, 0).millis().to_string();
        let moved = browser
            .post(&format!("{path}/flytt"), &[("start", &to)])
            .await;
        assert!(moved.location().unwrap().contains("notice-moved"));
        let page = browser.get(&path).await;
        assert!(page.body.contains("4. mars 2026 kl. 10:00"));
        assert_eq!(
            browser.get(&format!("{path}/avbestill")).await.status,
            StatusCode::METHOD_NOT_ALLOWED
        );
        let gone = browser
            .post(&format!("{path}/avbestill"), &[("start", "")])
            .await;
        assert!(gone.location().unwrap().contains("notice-cancelled"));
        let again = browser
            .post(&format!("{path}/flytt"), &[("start", &to)])
            .await;
        assert_eq!(again.status, StatusCode::CONFLICT);
        let wrong = format!("/time/{}", "A".repeat(43));
        for path in [wrong.as_str(), "/time/x"] {
            assert_eq!(browser.get(path).await.status, StatusCode::NOT_FOUND);
            let posted = browser
                .post(&format!("{path}/avbestill"), &[("start", "")])
                .await;
            assert_eq!(posted.status, StatusCode::NOT_FOUND);
        }
    })
    .await;
}

#[tokio::test]
async fn staff_see_it_with_a_line_in_the_log_and_others_do_not() {
    each_house(|house| async move {
        let new = house.new_booking(1, at(date(2026, 3, 3), 8, 0));
        let id = book::book(&house.app, &house.vault, &new).await.unwrap().id;
        let path = format!("/stab/time/{id}");
        let desk = house.desk(Role::Reception).await;
        let board = desk.get("/stab/kalender").await;
        assert!(board.body.contains(&path) && !board.body.contains("Nordmann"));
        let page = desk.get(&path).await;
        assert!(page.body.contains("Kari Nordmann") && page.body.contains("CU 10002"));
        assert_eq!(desk.get("/stab/time/1").await.status, StatusCode::NOT_FOUND);
        let row = house
            .vault
            .store()
            .read(move |db| book::by_id(db, id))
            .await;
        let subject = row.unwrap().unwrap().subject;
        let lines = house.vault.openings_about(subject, 10).await.unwrap();
        assert!(lines.iter().any(|line| line.case_kind == "booking"));
        for role in [Role::Technician, Role::Admin, Role::Marketing] {
            let other = house.desk(role).await;
            assert_eq!(other.get(&path).await.status, StatusCode::FORBIDDEN);
        }
        let date_time = [
            ("workshop", house.workshop.to_string()),
            ("date", "2026-03-05".into()),
            ("time", "07:15".into()),
        ];
        let form: Vec<(&str, &str)> = date_time.iter().map(|(n, v)| (*n, v.as_str())).collect();
        let moved = desk.post(&format!("{path}/flytt"), &form).await;
        assert!(
            moved.location().unwrap().contains("notice-moved"),
            "{}",
            moved.body
        );
        let gone = desk.post(&path, &[("gjor", "avbestill")]).await;
        assert!(gone.location().unwrap().contains("notice-cancelled"));
        let back = desk.post(&path, &[("gjor", "gjenapne")]).await;
        assert!(back.location().unwrap().contains("notice-reopened"));
    })
    .await;
}

#[tokio::test]
async fn staff_book_for_a_customer_on_the_phone() {
    each_house(|house| async move {
        let desk = house.desk(Role::Reception).await;
        let form = desk
            .get(&format!(
                "/stab/bestill?verksted={}&dag=2026-03-02",
                house.workshop
            ))
            .await;
        assert_eq!(form.status, StatusCode::OK);
        let (workshop, service) = (house.workshop.to_string(), house.service.to_string());
        let mut typed = vec![
            ("workshop", workshop.as_str()),
            ("service", service.as_str()),
            ("date", "2.3.2026"),
            ("time", "9:30"),
            ("plate", "AB 12345"),
            ("name", "Per Olsen"),
            ("key", "abcdefgh"),
        ];
        let nobody = desk.post("/stab/bestill", &typed).await;
        assert_eq!(nobody.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(nobody.body.contains("Per Olsen"));
        typed.push(("phone", "95496000"));
        let done = desk.post("/stab/bestill", &typed).await;
        assert!(
            done.location().unwrap().starts_with("/stab/time/"),
            "{}",
            done.body
        );
    })
    .await;
}
