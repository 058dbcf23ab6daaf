//! The page of those who run the machine: what needs somebody, backups, and what receivers see of the
//! mail domain; and not a word about anybody.

use std::collections::BTreeMap;

use karosseri::cli::Command;

use crate::{
    post::name_server,
    support::{client::Client, house},
};

const PAGE: &str = "/stab/drift";

async fn asked(client: &mut Client) -> String {
    let page = client.open(PAGE).await;
    client
        .submit(&page, "/stab/drift/domene", &[])
        .await
        .words()
}

#[tokio::test]
async fn who_runs_the_machine_sees_how_it_is_and_nobody_in_it() {
    house::each_place(|place| async move {
        let records = BTreeMap::from([
            ("verksted.example".to_owned(), "v=spf1 mx -all".to_owned()),
            (
                "_dmarc.verksted.example".to_owned(),
                "v=DMARC1; p=none".to_owned(),
            ),
        ]);
        let server = name_server(records).to_string();
        let settings = [
            ("mail_from", "post@verksted.example"),
            ("mail_dns", server.as_str()),
        ];
        let spawned = house::furnished(place, &settings).await;
        let mut operator = spawned.enter("operator").await;
        let words = operator.open("/stab/drift").await.words();
        assert!(words.contains("Siste sikkerhetskopi Aldri"), "{words}");

        // What a backup leaves behind, and what two days without one say.
        let folder = tempfile::tempdir().expect("a folder");
        let to = folder.path().join("kopi");
        let took = Command::Backup { to };
        karosseri::commands::run(spawned.house.clone(), took)
            .await
            .expect("a backup");
        let words = operator.open(PAGE).await.words();
        assert!(!words.contains("sikkerhetskopi Aldri"), "{words}");
        assert!(words.contains(" rader "), "{words}");
        assert!(!words.contains("på tide"), "{words}");
        spawned.pass_days(3);
        let mut operator = spawned.enter("operator").await;
        let words = operator.open(PAGE).await.words();
        assert!(words.contains("på tide med en ny"), "{words}");

        // What receivers see: SPF stands, mail is not signed, DMARC asks for nothing.
        let words = asked(&mut operator).await;
        assert!(words.contains("2 ting må ordnes"), "{words}");
        assert!(
            words.contains("hvem som får sende for det (SPF)"),
            "{words}"
        );
        assert!(words.contains("p=quarantine"), "{words}");

        // Nobody of the demo's people stands there.
        for canary in ["Kari", "kunde.example", "CU 10001", "400 00"] {
            assert!(!words.contains(canary), "{canary}: {words}");
        }
        spawned.close().await;
    })
    .await;
}
