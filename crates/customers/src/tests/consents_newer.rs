//! A no that is entered after the person's own newer yes; and no box that says yes by itself.

use web::Role;

use super::{
    DAY, House, KARI,
    consents_told::{PAGE, forms, kari, said, silent, yeses},
    each,
};

/// Dated Monday, come in on Wednesday.
fn letter() -> Vec<(&'static str, &'static str)> {
    vec![
        ("email", KARI),
        ("what", "1-email-news"),
        ("way", "letter"),
        ("said", "2026-11-09"),
        ("received", "2026-11-11"),
    ]
}

/// The same person, logged in anew: a log-in does not last for days.
pub(super) async fn again(house: &House, me: web::Me) -> web::testing::Client {
    let visitor = web::Visitor::Subject(me);
    house.client.as_visitor(visitor).await.unwrap()
}

/// A no in a letter dated Monday, the person's own yes on Wednesday, entered on Friday: the newest
/// answer holds, wherever one looks.
#[tokio::test]
async fn a_yes_newer_than_the_letter_stands() {
    for everything in [false, true] {
        each(|house| async move {
            let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
            client.post(PAGE, &said("technical", "1")).await;
            house.clock.advance_ms(9 * DAY);
            let client = again(&house, me).await;
            client.post(PAGE, &said("news", "1")).await;
            house.clock.advance_ms(2 * DAY);
            let (_, desk) = house.staff(Role::Reception).await;
            let mut form = letter();
            form.push((
                "what",
                if everything {
                    "alt"
                } else {
                    "1-email-technical"
                },
            ));
            let told = desk.post("/stab/nei-takk", &form).await;
            let told = desk.get(told.location().unwrap()).await.body;
            assert!(told.contains("det nyeste svaret som gjelder"), "{told}");
            assert_eq!(yeses(&house, me.subject).await, ["1-news"]);
            assert!(
                !silent(&house, 1, "news").await,
                "the yes of Wednesday stands"
            );
            assert!(silent(&house, 1, "technical").await, "the older yes ended");
            assert_eq!(silent(&house, 2, "news").await, everything);
            let client = again(&house, me).await;
            let page = client.get(PAGE).await.body;
            assert_eq!(forms(&page, "0").len(), 1, "one to take back");
            assert_eq!(forms(&page, "1").len(), 3, "and three to say yes to");
            house.clock.advance_ms(2 * DAY);
            house.vault.sweep().await.unwrap();
            let marketing = declaration::vocabulary::Category::Marketing;
            let strands = house.vault.strands_of(me.subject).await.unwrap();
            assert!(
                strands.iter().any(|one| one.category == marketing),
                "the address is there"
            );
            let (_, officer) = house.staff(Role::Privacy).await;
            let ledger = format!("/stab/personvern/samtykker/{}", me.subject.get());
            let ledger = officer.get(&ledger).await.body;
            assert_eq!(ledger.matches("Endret ingenting").count(), 1);
            again(&house, me).await.post(PAGE, &said("news", "0")).await;
            house.clock.advance_ms(2 * DAY);
            house.vault.sweep().await.unwrap();
            let strands = house.vault.strands_of(me.subject).await.unwrap();
            assert!(
                !strands.iter().any(|one| one.category == marketing),
                "and goes with the last yes"
            );
        })
        .await;
    }
}

/// What was kept out for another reason since the yes is not let in by the telling of it.
#[tokio::test]
async fn an_older_no_to_everything_lets_nothing_in_again() {
    each(|house| async move {
        house.clock.advance_ms(9 * DAY);
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("news", "1")).await;
        assert_eq!(yeses(&house, me.subject).await, ["1-news"]);
        house.clock.advance_ms(DAY);
        let all = vault::Scope::All;
        house.vault.suppress(all, &kari(), "bounce").await.unwrap();
        house.clock.advance_ms(DAY);
        let (_, desk) = house.staff(Role::Reception).await;
        let mut form = letter();
        form.push(("what", "alt"));
        desk.post("/stab/nei-takk", &form).await;
        assert!(silent(&house, 1, "news").await, "a dead address stays out");
    })
    .await;
}

/// No template of the house has a box for a consent, so none can be ticked beforehand or be left on
/// the way through another form: a consent is a button of its own.
#[test]
fn no_form_of_the_house_bundles_or_presumes_a_consent() {
    let crates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let mut seen = 0;
    for slice in std::fs::read_dir(crates).unwrap() {
        let Ok(pages) = std::fs::read_dir(slice.unwrap().path().join("pages")) else {
            continue;
        };
        for page in pages {
            let path = page.unwrap().path();
            let Ok(text) = std::fs::read_to_string(&path) else {
                continue;
            };
            seen += 1;
            let boxes = text
                .lines()
                .filter(|line| line.contains("checkbox") || line.contains("ui::tick"));
            for line in boxes.filter(|line| !path.ends_with("consent_no.html") && line.len() > 1) {
                let about = [
                    "consent",
                    "samtykk",
                    "newsletter",
                    "nyhetsbrev",
                    "marketing",
                ];
                let about = about.iter().any(|word| line.to_lowercase().contains(word));
                let ticked = line.contains(" checked>") || line.contains(", true, errors");
                assert!(!(about && ticked), "{}: {line}", path.display());
            }
            let asks_more =
                text.contains("action=\"{{ page.l }}/bestill") || text.contains("konto");
            let bundles = text.contains("name=\"consent") || text.contains("\"samtykke\"");
            assert!(!(asks_more && bundles), "{}", path.display());
        }
    }
    assert!(seen > 20);
}
