//! A firm moves in with the subscribers it has.

use web::testing::Answer;

use super::*;

const HEAD: &str = "id;external_id;email;first_name;status;consent_at;source;wording;form\r\n";
const AT: &str = "2021-03-04T10:20:30.000Z";

impl House {
    fn import_path(&self) -> String {
        format!("/stab/nyhetsbrev/make/import/{}", self.ours().get())
    }

    fn words(&self) -> String {
        let words = self
            .choice()
            .words(&self.vault.declaration(), web::Lang::Nb);
        words.replace('"', "\"\"")
    }

    /// A row with complete proof.
    fn row(&self, email: &str, status: &str) -> String {
        format!(
            ";;{email};Kari;{status};{AT};westrum.no/nyhetsbrev;\"{}\";skjema\r\n",
            self.words()
        )
    }

    async fn look(&self, staff: &Client, rows: &str) -> Answer {
        let table = format!("{HEAD}{rows}");
        staff
            .post_file(&self.import_path(), &[], ("table", table.as_bytes()))
            .await
    }

    /// Looks and carries out. Answers the path of what came of it.
    async fn import(&self, rows: &str) -> String {
        let staff = self.marketing().await;
        let look = self.look(&staff, rows).await;
        assert_eq!(look.status, 200, "{}", look.body);
        let token = token_of(&look);
        let path = format!("{}/utfor", self.import_path());
        let done = staff.post(&path, &[("token", token.as_str())]).await;
        assert_eq!(done.status, 303, "{}", done.body);
        // What was taken is not there any more.
        let again = staff.post(&path, &[("token", token.as_str())]).await;
        assert_eq!(again.status, 422);
        assert!(
            again.body.contains("Velg den en gang til"),
            "{}",
            again.body
        );
        let path = done.location().unwrap().to_owned();
        path.split('?').next().unwrap().to_owned()
    }

    async fn find(&self, email: &str) -> Option<SubjectId> {
        self.vault.find(&LookUp::email(&mail(email))).await.unwrap()
    }

    async fn table(&self, told: &str) -> Vec<(String, String)> {
        let staff = self.marketing().await;
        let csv = staff.get(&format!("{told}/avvist.csv")).await;
        assert_eq!(csv.status, 200);
        assert!(!csv.body.contains('@'));
        let rows = csv.body.lines().skip(1).map(|line| {
            let (row, why) = line.split_once(';').unwrap();
            (row.to_owned(), why.to_owned())
        });
        rows.collect()
    }
}

fn token_of(answer: &Answer) -> String {
    let from = answer.body.split("name=\"token\" value=\"").nth(1).unwrap();
    from.split('"').next().unwrap().to_owned()
}

/// Five rows that come in, as a yes or a no, and eleven that do not; and one that left there.
fn half_wrong(house: &House, numbered: i64) -> String {
    let words = house.words();
    [
        house.row("en@example.no", "active"),
        house.row("to@example.no", "Active"),
        format!("{numbered};;;Ola;active;2020-01-20;butikken;\"{words}\";\r\n"),
        house.row("nei@example.no", "unsubscribed"),
        house.row("retur@example.no", "bounce"),
        // Refused from here on: rows 7 to 17.
        house.row("borte@example.no", "active"),
        house.row("ikke en adresse", "active"),
        house.row("ukjent@example.no", "pause"),
        format!(";;u1@example.no;;active;;sted;\"{words}\";\r\n"),
        format!(";;u2@example.no;;active;2099-01-01;sted;\"{words}\";\r\n"),
        format!(";;u3@example.no;;active;{AT};;\"{words}\";\r\n"),
        format!(";;u4@example.no;;active;{AT};sted;;\r\n"),
        format!(";;u5@example.no;;active;{AT};sted;Ja takk;\r\n"),
        format!("99;;;;active;{AT};sted;\"{words}\";\r\n"),
        "kort;rad\r\n".to_owned(),
        house.row("nei@example.no", "active"),
        // Left there: a no, whatever the file says.
        house.row("gikk@example.no", "active"),
    ]
    .concat()
}

#[tokio::test]
async fn half_the_rows_wrong_the_right_half_comes_in() {
    each(|house| async move {
        let numbered = house.double.hold("nummer@example.no", "active");
        house.double.hold("gikk@example.no", "unsubscribed");
        let gone = LookUp::email(&mail("borte@example.no"));
        let all = vault::Scope::All;
        house.vault.suppress(all, &gone, "erasure").await.unwrap();
        let rows = half_wrong(&house, numbered);
        let staff = house.marketing().await;
        let look = house.look(&staff, &rows).await;
        assert!(look.body.contains("17 rader"), "{}", look.body);
        assert!(
            house.find("en@example.no").await.is_none(),
            "only looked at"
        );
        assert!(!house.suppressed("nei@example.no").await);
        let told = house.import(&rows).await;
        for email in ["en@example.no", "to@example.no"] {
            let subject = house.find(email).await.unwrap();
            let lines = house.lines(subject).await;
            let said: Moment = lines[0].2;
            assert_eq!(lines.len(), 1);
            assert_eq!(lines[0].0, ConsentState::Given);
            assert_eq!(
                (lines[0].1.as_str(), said.rfc3339().as_str()),
                ("import", "2021-03-04T10:20:30Z")
            );
            let line = house.vault.consents_of(subject).await.unwrap().remove(0);
            assert!(line.recorded_at >= house.vault.world().now().plus_minutes(-1));
            assert_eq!((line.actor_kind.as_str(), line.actor_id), ("staff", 77));
        }
        let numbered_here = house.find("nummer@example.no").await.unwrap();
        assert_eq!(
            house.lines(numbered_here).await[0].2.rfc3339(),
            "2020-01-19T23:00:00Z"
        );
        for email in [
            "nei@example.no",
            "retur@example.no",
            "gikk@example.no",
            "borte@example.no",
        ] {
            assert!(house.suppressed(email).await, "{email}");
            assert!(house.find(email).await.is_none(), "{email}");
        }
        listed(&house, &told).await;
        afterwards(&house, &told).await;
    })
    .await;
}

/// The list holds exactly what was refused.
async fn listed(house: &House, told: &str) {
    let listed: Vec<String> = house
        .table(told)
        .await
        .into_iter()
        .map(|(row, why)| format!("{row} {why}"))
        .collect();
    let listed: Vec<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(
        listed,
        [
            "7 ;Har bedt om å slippe",
            "8 ;Ikke en e-postadresse",
            "9 ;Statusen mangler, eller sier ikke at de får brev",
            "10 ;Det står ikke når de sa ja",
            "11 ;Tidspunktet kan ikke leses, eller har ikke vært",
            "12 ;Det står ikke hvor de sa ja",
            "13 ;Det står ikke hva de sa ja til",
            "14 ;De sa ja til andre ord enn erklæringen spør med, og må spørres på nytt",
            "15 99;Ingen e-postadresse, og Make kjenner ikke nummeret",
            "16 ;Raden har ikke like mange felt som første rad",
            "17 ;Har sagt nei etterpå, her eller i filen",
        ]
    );
}

/// Those who came in are not stopped by what follows, and get on the list there.
async fn afterwards(house: &House, told: &str) {
    let staff = house.marketing().await;
    let page = staff.get(told).await;
    assert!(page.body.contains("avvist.csv") && !page.body.contains("@example.no"));
    let path = house.import_path();
    assert!(
        staff.get(&path).await.body.contains(told),
        "it is among the earlier ones"
    );
    assert_eq!(staff.get(&format!("{path}/4711")).await.status, 404);
    house.minute().await;
    house.agree().await;
    for email in ["en@example.no", "to@example.no", "nummer@example.no"] {
        assert_eq!(house.there(email).as_deref(), Some("active"), "{email}");
    }
    assert_eq!(house.there("borte@example.no"), None);
    house.no("en@example.no", "phone").await;
    house.minute().await;
    assert_eq!(
        house.there("en@example.no").as_deref(),
        Some("unsubscribed")
    );
}

#[tokio::test]
async fn twice_imported_is_once() {
    each(|house| async move {
        let rows = [
            house.row("en@example.no", "active"),
            house.row("EN@example.no", "active"),
            house.row("nei@example.no", "unsubscribed"),
            house.row("sa@example.no", "active"),
        ]
        .concat();
        let known = house.subscriber("kunde@example.no").await;
        let rows = format!("{rows}{}", house.row("kunde@example.no", "active"));
        house.import(&rows).await;
        let subject = house.find("en@example.no").await.unwrap();
        house.no("sa@example.no", "letter").await;
        // A yes of their own after the no of the file: the file does not take it again.
        house.clock.advance_ms(HOUR);
        let back = house.subscriber("nei@example.no").await;
        let told = house.import(&rows).await;
        assert_eq!(house.lines(subject).await.len(), 1);
        assert_eq!(house.find("en@example.no").await, Some(subject));
        assert_eq!(house.lines(known).await.len(), 1, "their own yes is enough");
        let (state, form, _) = house.lines(back).await.pop().unwrap();
        assert_eq!((state, form.as_str()), (ConsentState::Given, "newsletter"));
        assert!(!house.suppressed("nei@example.no").await);
        assert!(
            house.suppressed("sa@example.no").await,
            "a file lifts no no"
        );
        let listed = house.table(&told).await;
        assert_eq!(listed.len(), 1, "{listed:?}");
        assert_eq!(listed[0].0, "5");
    })
    .await;
}

#[tokio::test]
async fn what_is_no_table_is_said_at_the_field() {
    each(|house| async move {
        let staff = house.marketing().await;
        let path = house.import_path();
        for (bytes, says) in [
            (&b"PK\x03\x04\0\0"[..], "CSV UTF-8"),
            (b"email;status\na@b.no;active\n", "Noen kolonner mangler"),
            (b"", "Velg en fil"),
        ] {
            let answer = staff.post_file(&path, &[], ("table", bytes)).await;
            assert_eq!(answer.status, 422);
            assert!(answer.body.contains(says), "{says}: {}", answer.body);
        }
        house.double.hold("fremmed@example.no", "active");
        house.press("preview").await;
        let page = staff.get("/stab/nyhetsbrev/make").await;
        assert!(
            page.body.contains("1 adresse blir stoppet hos Make"),
            "{}",
            page.body
        );
    })
    .await;
}
