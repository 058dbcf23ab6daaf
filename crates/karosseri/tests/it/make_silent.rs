//! A newsletter service that does not answer is seen where people look: at the desk, at the newsletter, in
//! the house's health.

use std::sync::Arc;

use values::Clock;

use crate::support::house;

#[tokio::test(flavor = "multi_thread")]
async fn a_long_silence_stands_at_the_desk_and_in_health() {
    house::each_place(|place| async move {
        let declaration = declaration::Declaration::parse(karosseri::house::REFERENCE_DECLARATION);
        let key = declaration.expect("the declaration").controllers()[0].key.clone();
        // Nobody listens there.
        let setting = format!(
            "{key} = {{ user_id = \"1\", api_key = \"hemmelig\", list = 17, address = \"http://127.0.0.1:9\" }}"
        );
        // The account is named after the house was furnished: nothing has been tried before.
        let furnished = house::furnished(place.clone(), &[]).await;
        let now = furnished.clock.now();
        furnished.close().await;
        let spawned = house::open_at(place, &[("make", &setting)], now).await;
        let ready = spawned.app.service::<Arc<dyn web::health::Ready>>();
        let ready = ready.expect("health").clone();
        let names = || async {
            let all = ready.ailments().await.expect("health");
            all.iter().map(|one| one.name).collect::<Vec<_>>()
        };
        make::chore(&spawned.app).await.expect("a turn");
        assert!(!names().await.contains(&"make_silent"), "no long time yet");
        let later = spawned.clock.now().plus_minutes(7 * 60);
        spawned.clock.set(later);
        make::chore(&spawned.app).await.expect("a turn");
        assert!(names().await.contains(&"make_silent"));
        let mut reception = spawned.enter("reception").await;
        let desk = reception.open("/stab").await.is(200);
        for words in [
            "Make har ikke svart siden",
            "nye abonnenter venter på å bli sendt dit",
            "En avmelding hos oss gjelder alt",
        ] {
            assert!(desk.words().contains(words), "{words}: {}", desk.words());
        }
        assert_eq!(desk.link("/stab/nyhetsbrev/make"), None, "no door of theirs");
        let mut marketing = spawned.enter("marketing").await;
        let office = marketing.open("/stab/nyhetsbrev").await.is(200);
        assert!(office.words().contains("Make har ikke svart siden"));
        let link = office.link("/stab/nyhetsbrev/make").expect("a link");
        let page = marketing.open(&link).await.is(200);
        assert!(page.words().contains("Make svarer ikke"), "{}", page.words());
        spawned.close().await;
    })
    .await;
}
