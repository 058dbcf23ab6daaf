use declaration::vocabulary::Category;
use letters::testing::MailServer;

use super::{reminding::customer, *};

const DESK: &str = "/stab/tilbakekalling";
const WORDS: [(&str, &str); 2] = [
    ("subject", "Kontroller låsen på bakløfteren"),
    (
        "text",
        "Låsen kan svikte. Ikke bruk bakløfteren før vi har sett på den.",
    ),
];

/// What a desk types about which vehicles, with the usual words.
fn typed<'a>(which: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    which.iter().chain(&WORDS).copied().collect()
}

impl House {
    async fn recall(&self, which: &[(&str, &str)]) -> u64 {
        let desk = self.staff(Role::Claims).await;
        let sent = desk.post(DESK, &typed(which)).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        crate::post_recalls(&self.app).await.unwrap()
    }

    async fn recalls_say(&self, key: &str, count: i64) -> bool {
        let page = self.staff(Role::Reception).await.get(DESK).await;
        assert_eq!(page.status, 200);
        let words = self.app.texts.of(web::Lang::Nb).f1(key, "count", count);
        page.body.contains(&words)
    }
}

#[tokio::test]
async fn those_who_have_to_do_with_a_vehicle_are_told_once_and_can_say_no() {
    each(|house| async move {
        customer(&house, "2027-06-01", true).await;
        let plates = [
            ("which", "plates"),
            ("plates", "AB 12345\nZZ99999, AB12345"),
        ];
        assert_eq!(house.recall(&plates).await, 1);
        assert_eq!(crate::post_recalls(&house.app).await.unwrap(), 0, "once");
        assert!(house.recalls_say("recall-posted", 1).await);
        let server = MailServer::start().await;
        let deliver = || async {
            letters::deliver_due(&house.vault, &server.mailer())
                .await
                .unwrap()
                .sent
        };
        assert_eq!(deliver().await, 1);
        let letter = server.last_to("kari@example.no").unwrap();
        let mail = mailparse::parse_mail(letter.raw.as_bytes()).unwrap();
        let subject = mail.headers.iter().find(|h| h.get_key() == "Subject");
        assert_eq!(subject.unwrap().get_value(), WORDS[0].1);
        let text = letter.text();
        assert!(
            text.contains("AB 12345") || text.contains("AB12345"),
            "{text}"
        );
        assert!(text.contains(WORDS[1].1), "{text}");
        let out = letter.link("/meldinger/").unwrap();
        let before = house.count().await;
        assert_eq!(house.client.get(&out).await.status, 200);
        assert_eq!(house.client.get("/meldinger/x").await.status, 404);
        assert_eq!(house.count().await, before);
        assert_eq!(house.recall(&plates).await, 1, "looking is no answer");
        let pressed = |on| [("kind", "recall"), ("on", on)];
        let answer = house.client.post(&out, &pressed("false")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(house.recall(&plates).await, 0);
        assert!(house.recalls_say("recall-nobody", 1).await);
        let answer = house.client.post(&out, &pressed("true")).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        assert_eq!(house.recall(&plates).await, 1, "wanted again");
        house.client.post(&out, &pressed("false")).await;
        // A class of its own: the deadlines are told as before.
        house.clock.advance_ms(180 * 24 * 3_600_000);
        assert_eq!(crate::remind(&house.app).await.unwrap().posted, 1);
    })
    .await;
}

#[tokio::test]
async fn whoever_has_the_vehicle_no_more_hears_no_more_of_it() {
    each(|house| async move {
        let (person, vehicle) = customer(&house, "2026-12-01", true).await;
        let plates = [("which", "plates"), ("plates", "AB12345")];
        assert_eq!(house.recall(&plates).await, 1);
        let server = MailServer::start().await;
        letters::deliver_due(&house.vault, &server.mailer())
            .await
            .unwrap();
        let letter = server.last_to("kari@example.no").unwrap();
        let sold = letter.link("/solgt/").unwrap();
        let kept = async || {
            let now = house.vault.world().now();
            let read = move |db: &mut dyn Db| {
                let (category, purpose) = (Category::Contact, Purpose::ServiceReminders);
                vault::audience::kept_for(db, person, category, purpose, now)
            };
            house.store.read(read).await.unwrap()
        };
        let looked = house.client.get(&sold).await;
        assert!(looked.status == 200 && looked.body.contains("<form"));
        for personal in ["Kari", "AB12345", "AB 12345"] {
            assert!(!looked.body.contains(personal), "{personal}");
        }
        assert_eq!(house.client.get("/solgt/x").await.status, 404);
        assert_eq!(house.client.post_bare("/solgt/x", []).await.status, 404);
        assert!(kept().await, "looking is no answer");

        for _ in 0..2 {
            house.clock.advance_ms(1_000);
            assert_eq!(house.client.post_bare(&sold, []).await.status, 200);
        }
        assert!(!kept().await, "kept for a vehicle that is somebody else's");
        assert_eq!(house.recall(&plates).await, 0);
        assert_eq!(crate::remind(&house.app).await.unwrap().posted, 0);
        let noes = house.vault.service_noes(person).await.unwrap();
        assert!(noes.is_empty(), "said of one vehicle, not of all to come");
        let ties = house.vault.people_of(vehicle).await.unwrap();
        assert_eq!(ties.len(), 1, "that it was theirs is not undone");
        assert!(!house.client.get(&sold).await.body.contains("<form"));
    })
    .await;
}

#[tokio::test]
async fn a_kind_of_vehicle_is_found_and_no_other() {
    each(|house| async move {
        customer(&house, "2027-06-01", true).await;
        let kind = |make, body| [("which", "kind"), ("make", make), ("body", body)];
        assert_eq!(house.recall(&kind("scania", "tipper")).await, 1);
        assert_eq!(house.recall(&kind("", "tipper")).await, 1);
        assert_eq!(house.recall(&kind("Volvo", "tipper")).await, 0);
        assert!(house.recalls_say("recall-other", 1).await);
        assert_eq!(house.recall(&kind("", "reefer_body")).await, 0);
    })
    .await;
    each(|house| async move {
        customer(&house, "2027-06-01", false).await;
        let tippers = [("which", "kind"), ("body", "tipper")];
        assert_eq!(house.recall(&tippers).await, 0, "kept for something else");
        assert!(house.recalls_say("recall-nobody", 1).await);
    })
    .await;
}

#[tokio::test]
async fn an_offer_in_a_recall_is_refused_at_its_field() {
    each(|house| async move {
        customer(&house, "2027-06-01", true).await;
        let desk = house.staff(Role::Reception).await;
        let words = house.app.texts.of(web::Lang::Nb);
        for (typed, key) in [
            (
                vec![
                    ("which", "plates"),
                    ("plates", "AB12345"),
                    ("subject", "Lås"),
                    ("text", "Ny lås med rabatt"),
                ],
                "recall-error-offer",
            ),
            (
                vec![
                    ("which", "plates"),
                    ("plates", "AB12345"),
                    ("subject", "Tilbud"),
                    ("text", "Ny lås"),
                ],
                "recall-error-offer",
            ),
            (
                typed(&[("which", "plates"), ("plates", "ZZ99999")]),
                "recall-error-unknown",
            ),
            (
                typed(&[("which", "plates"), ("plates", "")]),
                "recall-error-plates",
            ),
            (typed(&[("which", "kind")]), "recall-error-kind"),
        ] {
            let answer = desk.post(DESK, &typed).await;
            assert_eq!(answer.status, 422, "{key}");
            assert!(answer.body.contains(words.s(key)), "{key}: {}", answer.body);
            let kept = typed.last().unwrap().1;
            assert!(answer.body.contains(kept), "what was typed is gone");
        }
        assert_eq!(crate::post_recalls(&house.app).await.unwrap(), 0);
        assert_eq!(
            house.staff(Role::Marketing).await.get(DESK).await.status,
            403
        );
    })
    .await;
}
