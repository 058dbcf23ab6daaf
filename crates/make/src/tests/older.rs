//! A firm moves in with consents it was given at forms of its own, in other words.

use web::testing::Answer;

use super::*;

const HEAD: &str = "email;status;consent_at;source";
const WORDS: &str = "Ja, jeg vil ha nyhetsbrev på e-post fra Westrum.";
const FORM: &[(&str, &str)] = &[
    ("words", WORDS),
    ("whence", "skjemaet hos Make på westrum.no"),
    ("from", "2019-01-01"),
    ("until", "2023-05-31"),
    ("lang", "nb"),
    ("sure", "1"),
];

const ROWS: &[&str] = &[
    "en@example.no;active;2019-01-01 00:00;westrum.no",
    "to@example.no;active;2023-05-31 23:59;westrum.no",
    "tidlig@example.no;active;2018-12-31;westrum.no",
    "sent@example.no;active;2023-06-01;westrum.no",
    "uten@example.no;active;;westrum.no",
    "stedlos@example.no;active;2020-01-01;",
    "nei@example.no;unsubscribed;2020-01-01;westrum.no",
];

impl House {
    fn older_path(&self) -> String {
        format!("/stab/nyhetsbrev/make/import/{}", self.ours().get())
    }

    async fn look_older(&self, form: &[(&str, &str)], table: &str) -> Answer {
        let staff = self.marketing().await;
        staff
            .post_file(&self.older_path(), form, ("table", table.as_bytes()))
            .await
    }

    /// The form with this instead of what it says.
    fn older_form<'a>(
        &self,
        topic: &'a str,
        name: &str,
        value: &'a str,
    ) -> Vec<(&'a str, &'a str)> {
        let mut form: Vec<(&str, &str)> = FORM.to_vec();
        form.push(("topic", topic));
        for field in &mut form {
            if field.0 == name {
                field.1 = value;
            }
        }
        form
    }
}

fn token(answer: &Answer) -> String {
    let from = answer.body.split("name=\"token\" value=\"").nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}

#[tokio::test]
async fn what_the_older_words_cover_comes_in_and_keeps_them() {
    each(|house| async move {
        let topic = house.choice().word();
        let form = house.older_form(&topic, "", "");
        let table = format!("{HEAD}\r\n{}\r\n", ROWS.join("\r\n"));
        let look = house.look_older(&form, &table).await;
        assert_eq!(look.status, 200, "{}", look.body);
        assert!(
            look.body.contains("2 ja er gitt til disse ordene"),
            "{}",
            look.body
        );
        let staff = house.marketing().await;
        let path = format!("{}/utfor", house.older_path());
        let done = staff.post(&path, &[("token", token(&look).as_str())]).await;
        let told = done
            .location()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        let page = staff.get(&told).await;
        for words in [
            WORDS,
            "skjemaet hos Make på westrum.no (01.01.2019–31.05.2023)",
            "De sa ja på en annen tid enn ordene ble brukt: 2",
            "Det står ikke når de sa ja: 1",
            "Det står ikke hvor de sa ja: 1",
        ] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let declaration = house.vault.declaration();
        for email in ["en@example.no", "to@example.no"] {
            let subject = house.find_subject(email).await;
            let line = house.vault.consents_of(subject).await.unwrap().remove(0);
            assert!(line.is_to_older_words() && vault::usable(&declaration, &line));
            assert_eq!(vault::answers(&declaration, &line), vault::Answers::Covered);
            let kept = house
                .vault
                .consent_text(&line.text_hash)
                .await
                .unwrap()
                .unwrap();
            assert_eq!(kept.text, WORDS);
            assert_eq!((line.actor_kind.as_str(), line.actor_id), ("staff", 77));
        }
        house.minute().await;
        house.agree().await;
        assert_eq!(house.there("en@example.no").as_deref(), Some("active"));
        assert_eq!(house.there("sent@example.no"), None);
        assert!(house.suppressed("nei@example.no").await);
    })
    .await;
}

#[tokio::test]
async fn nothing_is_half_said_about_older_words() {
    each(|house| async move {
        let topic = house.choice().word();
        let table = format!("{HEAD}\r\n{}\r\n", ROWS[0]);
        for (field, value, says) in [
            ("words", " ", "Skriv ordene slik de sto"),
            ("whence", "", "Skriv hvor ordene sto"),
            ("from", "2024-01-01", "første og siste dag"),
            ("until", "2099-01-01", "første og siste dag"),
            ("topic", "", "Velg hva ordene dekker"),
            ("topic", "none", "gjelder noe annet"),
            ("sure", "", "Kryss av når du har lest"),
        ] {
            let form = house.older_form(&topic, field, value);
            let answer = house.look_older(&form, &table).await;
            assert_eq!(answer.status, 422, "{field}");
            assert!(answer.body.contains(says), "{says}: {}", answer.body);
            // What was typed is still there, and open.
            assert!(answer.body.contains("<details class=\"more\" open>"));
            assert!(field == "words" || answer.body.contains(WORDS));
        }
        let form = house.older_form(&topic, "", "");
        let other = "email;status;consent_at;source;wording\r\nen@example.no;active;2020-01-01;sted;Ja takk\r\n";
        let look = house.look_older(&form, other).await;
        assert!(look.body.contains("andre ord enn"), "{}", look.body);
        assert!(look.body.contains("Ingen kommer inn på disse ordene"));
        // Without words at all the column must be there.
        let answer = house.look_older(&[], &table).await;
        assert!(answer.body.contains("Noen kolonner mangler"), "{}", answer.body);
    })
    .await;
}
