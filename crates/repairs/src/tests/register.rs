//! Whatever the register does, the vehicle is received.

use web::Role;

use super::house::each_house;

#[tokio::test]
async fn the_intake_goes_on_whatever_the_register_does() {
    each_house(|house| async move {
        for (plate, word) in [
            ("CU 10090", "register-slow"),
            ("CU 10092", "register-unknown"),
            ("CU 10093", "register-malformed"),
            ("CU 10096", "register-down"),
            ("CU 10097", "register-withheld"),
            ("CU 10089", "register-unknown"),
            ("CU 10091", "register-over-quota"),
        ] {
            let email = format!("{}@example.no", plate.replace(' ', ""));
            let order = house.walk_in(plate, "Ola Nordmann", &email).await;
            let row = house.order(order).await;
            assert_eq!(row.lookup, word, "{plate}");
            let log = house
                .vault
                .store()
                .read(move |db| vehicles::look_ups_for(db, "visit", row.visit.get()));
            assert_eq!(log.await.unwrap().len(), 1, "{plate}");
            let gave = customers::disclosures::of(&house.vault, row.customer.unwrap()).await;
            let gave = gave.unwrap();
            assert_eq!(gave.len(), 1, "{plate}: who heard of it is in her ledger");
            let declaration = house.vault.declaration();
            let known = declaration.recipient(&gave[0].recipient).unwrap();
            assert_eq!(known.categories, gave[0].categories);
            let desk = house.desk(Role::Reception).await;
            let page = desk.get(&format!("/stab/inntak/{}", row.visit)).await;
            assert!(
                page.body.contains("Innleveringen er i orden"),
                "{}",
                page.body
            );
            let typed = [
                ("make", "Scania"),
                ("model", "P280"),
                ("body", "loader_crane"),
                ("meter", "new-odometer"),
                ("value", "1000"),
            ];
            let path = format!("/stab/inntak/{}", row.visit);
            house.clock.advance_ms(1000);
            let saved = desk.post(&path, &typed).await;
            assert_eq!(saved.status, 303, "{}", saved.body);
            let page = desk.get(&path).await;
            assert!(page.body.contains("Scania") && page.body.contains("Krantimer"));
        }
    })
    .await;
}

#[tokio::test]
async fn a_meter_goes_down_only_when_it_was_replaced() {
    each_house(|house| async move {
        let order = house
            .walk_in("CU 10003", "Ola Nordmann", "ola@example.no")
            .await;
        let row = house.order(order).await;
        let desk = house.desk(Role::Reception).await;
        let path = format!("/stab/inntak/{}", row.visit);
        let first = [("meter", "new-odometer"), ("value", "5000")];
        assert_eq!(desk.post(&path, &first).await.status, 303);
        let vehicle = row.vehicle;
        let meters = house
            .vault
            .store()
            .read(move |db| vehicles::meters_of(db, vehicle));
        let key = meters.await.unwrap()[0].id.to_string();
        let lower = [("meter", key.as_str()), ("value", "4000")];
        let answer = desk.post(&path, &lower).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("lavere enn forrige") && answer.body.contains("4000"));
        let fresh = [
            ("meter", key.as_str()),
            ("value", "10"),
            ("replaced", key.as_str()),
        ];
        assert_eq!(desk.post(&path, &fresh).await.status, 303);
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_is_said_and_nothing_typed_is_lost() {
    each_house(|house| async move {
        let desk = house.desk(Role::Reception).await;
        let workshop = house.workshop.to_string();
        let fields = [
            ("plate", "CU 10004"),
            ("workshop", workshop.as_str()),
            ("name", "Ola Nordmann"),
            ("email", "ola@"),
            ("owner", "other"),
            ("owner_name", ""),
            ("deliverer", "other"),
            ("deliverer_name", "Per"),
            ("job", "02013299997 skal bort"),
        ];
        let answer = desk.post("/stab/inn/ny", &fields).await;
        assert_eq!(answer.status, 422);
        assert!(answer.body.contains("Ola Nordmann") && answer.body.contains("ola@"));
        assert!(answer.body.contains("fødselsnummer") && !answer.body.contains("02013299997"));
        let wrong = desk.post("/stab/inn", &[("plate", "?")]).await;
        assert_eq!(wrong.status, 422);
    })
    .await;
}
