//! Before "send": how many it would reach, counted without opening anybody.

use super::*;
use crate::codes::Out;

impl House {
    async fn reach(&self, id: i64) -> String {
        let page = self.staff(Role::Marketing).await;
        let page = page.get(&format!("/stab/nyhetsbrev/{id}")).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page.body
    }

    async fn openings(&self) -> i64 {
        let count = |db: &mut dyn Db| db.one(&OPENINGS, &[])?.i64("n");
        self.store.read(count).await.unwrap()
    }
}

store::queries! {
    /// Lines of the opening log.
    OPENINGS = "SELECT COUNT(*) AS n FROM opening";
}

#[tokio::test]
async fn the_composer_says_how_many_have_said_yes_and_opens_nobody() {
    each(|house| async move {
        let about = |segment| About {
            choice: news(),
            lang: web::Lang::Nb,
            segment,
            open: true,
        };
        let by = SubjectId::from_raw(1);
        let (subject, text) = ("Vår".to_owned(), TEXT.to_owned());
        let drafted = campaign::draft(&house.vault, about(Wishes::default()), subject, text, by);
        let id = drafted.await.unwrap();
        assert!(
            house
                .reach(id)
                .await
                .contains("Ingen har sagt ja til dette")
        );

        let leaves = house.subscriber("a@example.no").await;
        house.subscriber("b@example.no").await;
        let before = house.openings().await;
        assert!(house.reach(id).await.contains("2 har sagt ja til dette"));
        assert_eq!(house.openings().await, before, "nobody was opened");

        let out = Out {
            subject: leaves,
            choice: news(),
            campaign: id,
        };
        house.clock.advance_ms(1_000);
        let path = format!("/nyhetsbrev/ut/{}", out.seal(&house.vault).unwrap());
        let left = house.client.post_bare(&path, []).await;
        assert_eq!(left.status, 200, "{}", left.body);
        let page = house.reach(id).await;
        assert!(page.contains("Én har sagt ja til dette"), "{page}");
        assert!(!page.contains("Bare de som har valgt"));

        let segment = Wishes {
            workshop: Some(7),
            ..Wishes::default()
        };
        let (subject, text) = ("Vår".to_owned(), TEXT.to_owned());
        let about = Some(about(segment));
        let written = campaign::write(&house.vault, id, about, subject, text, false, by);
        written.await.unwrap();
        assert!(house.reach(id).await.contains("Bare de som har valgt"));
        let now = Act::Schedule(house.vault.world().now());
        assert!(campaign::act(&house.vault, id, now).await.unwrap());
        house.office.turn().await.unwrap();
        assert!(!house.reach(id).await.contains("har sagt ja til dette"));
    })
    .await;
}
