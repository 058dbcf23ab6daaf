use super::*;

#[tokio::test]
async fn a_segment_reaches_only_those_who_chose_it() {
    each(|house| async move {
        let page = house.client.get("/nyhetsbrev").await.body;
        assert!(page.contains("Hamar") && page.contains("Gjøvik"), "{page}");
        let version = house.vault.declaration().version().to_string();
        for (email, workshop) in [
            ("hamar@a.example.no", Some(7)),
            ("gjovik@a.example.no", Some(8)),
            ("begge@a.example.no", None),
        ] {
            let email = Email::parse(email).unwrap();
            let wishes = Wishes {
                workshop,
                bodies: Vec::new(),
            };
            let came = house.came();
            subscribe(&house.vault, &email, &[news()], &wishes, &version, came)
                .await
                .unwrap();
            house.clock.advance_ms(1_000);
        }
        let desk = house.staff(Role::Marketing).await;
        let typed = [
            ("topic", "1-news"),
            ("lang", "nb"),
            ("subject", "Hamar"),
            ("text", "Nye åpningstider"),
            ("workshop", "7"),
        ];
        let made = desk.post("/stab/nyhetsbrev", &typed).await;
        let place = made
            .location()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let act = format!("{place}/gjor");
        assert_eq!(desk.post(&act, &[("act", "send")]).await.status, 303);
        for _ in 0..3 {
            house.office.turn().await.unwrap();
        }
        assert_eq!(house.taken_to(), ["hamar@a.example.no"]);
        let told = desk.get(&place).await.body;
        let words = house.app.texts.of(web::Lang::Nb);
        assert!(told.contains(words.s("newsletter-why-segment")), "{told}");
    })
    .await;
}
