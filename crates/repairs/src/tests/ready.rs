//! The work is done: who is written to, and who would rather be rung up.

use letters::testing::MailServer;
use web::Role;

use super::house::{House, each_house};

const TO: &str = "kanari@example.no";

/// Presses "ready" twice, ten minutes after the last time, and answers what the adviser is told, and how many letters left.
async fn told(house: &House, server: &MailServer, order: values::WorkOrderId) -> (String, u64) {
    house.clock.advance_ms(600_000);
    let desk = house.desk(Role::Reception).await;
    let mut to = String::new();
    for _ in 0..2 {
        let answer = desk.post(&format!("/stab/ordre/{order}/klar"), &[]).await;
        answer.location().expect("told").clone_into(&mut to);
    }
    let notice = to.split("melding=").nth(1).expect("a notice").to_owned();
    let left = letters::deliver_due(&house.vault, &server.mailer()).await;
    (notice, left.unwrap().sent)
}

#[tokio::test]
async fn whoever_would_rather_be_rung_up_is_and_can_change_their_mind() {
    each_house(|house| async move {
        let server = MailServer::start().await;
        let order = house.walk_in("CU 10005", "Ola Kanarinavn", TO).await;
        let mail = ("notice-repair-told".to_owned(), 1);
        let call = ("notice-repair-call-rather".to_owned(), 0);
        assert_eq!(told(&house, &server, order).await, mail);
        let letter = server.last_to(TO).unwrap();
        let out = letter.link("/meldinger/").expect("a way out");

        let looked = house.client().get(&out).await;
        assert_eq!(looked.status, 200);
        for personal in ["Kanarinavn", TO, "CU10005", "CU 10005"] {
            assert!(!looked.body.contains(personal), "{personal}");
        }
        assert_eq!(
            told(&house, &server, order).await,
            mail,
            "looking is no answer"
        );
        let forged = out.replace("/meldinger/", "/meldinger/A");
        let no = [("kind", "ready"), ("on", "false")];
        assert_eq!(house.client().post(&forged, &no).await.status, 404);
        assert_eq!(told(&house, &server, order).await, mail);

        for _ in 0..2 {
            assert_eq!(house.client().post(&out, &no).await.status, 303);
        }
        assert_eq!(told(&house, &server, order).await, call);
        let desk = house.desk(Role::Reception).await;
        let path = format!("/stab/ordre/{order}");
        let rather = "Vil heller bli ringt";
        assert!(desk.get(&path).await.body.contains(rather));

        // On the telephone, and the next time over again.
        let ring = format!("{path}/ring");
        desk.post(&ring, &[("rather", "false")]).await;
        assert!(!desk.get(&path).await.body.contains(rather));
        assert_eq!(told(&house, &server, order).await, mail);
        desk.post(&ring, &[("rather", "true")]).await;
        assert_eq!(told(&house, &server, order).await, call);
        let technician = house.desk(Role::Technician).await;
        let answer = technician.post(&ring, &[("rather", "false")]).await;
        assert_eq!(answer.status, 403);
        let yes = [("kind", "ready"), ("on", "true")];
        assert_eq!(house.client().post(&out, &yes).await.status, 303);
        assert_eq!(told(&house, &server, order).await, mail);
    })
    .await;
}
