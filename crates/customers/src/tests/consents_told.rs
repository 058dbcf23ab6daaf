//! The link without log-in, the no by letter, the officer's question, the receipt, and the count of
//! what one has to press.

use std::sync::Arc;

use declaration::Declaration;
use values::{ControllerId, Email};
use vault::{ConsentState, LookUp, testing::rules};
use web::Role;

use super::{DAY, House, KARI, MINUTE, each};

pub(super) const PAGE: &str = "/min-side/samtykker";

pub(super) fn said<'a>(topic: &'a str, yes: &'a str) -> [(&'a str, &'a str); 3] {
    [("controller", "1"), ("topic", topic), ("yes", yes)]
}

pub(super) fn kari() -> LookUp {
    LookUp::email(&Email::parse(KARI).unwrap())
}

pub(super) async fn silent(house: &House, controller: i64, topic: &str) -> bool {
    let controller = ControllerId::from_raw(controller);
    let silent = house.vault.suppressed(controller, topic, &kari()).await;
    silent.unwrap()
}

pub(super) async fn yeses(house: &House, subject: values::SubjectId) -> Vec<String> {
    let lines = house.vault.consents_standing(subject).await.unwrap();
    let given = lines
        .into_iter()
        .filter(|line| line.state == ConsentState::Given);
    let mut given: Vec<String> = given
        .map(|line| format!("{}-{}", line.controller.get(), line.topic))
        .collect();
    given.sort();
    given
}

/// What one has to do on a page to send one of its forms: a button, and every box or field.
fn presses(form: &str) -> usize {
    let fields = form.matches("<input").count() + form.matches("<select").count();
    let hidden = form.matches("type=\"hidden\"").count();
    form.matches("<button").count() + fields - hidden
}

/// The forms of a page whose hidden field `yes` says so.
pub(super) fn forms<'a>(page: &'a str, yes: &str) -> Vec<&'a str> {
    let wanted = format!("name=\"yes\" value=\"{yes}\"");
    let parts = page.split("<form").skip(1);
    let forms = parts.filter_map(|part| part.split("</form>").next());
    forms.filter(|form| form.contains(&wanted)).collect()
}

#[tokio::test]
async fn a_no_takes_no_more_presses_than_a_yes() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        let before = client.get(PAGE).await.body;
        assert!(forms(&before, "0").is_empty(), "nothing to take back");
        let give: Vec<usize> = forms(&before, "1").into_iter().map(presses).collect();
        assert_eq!(
            give,
            [1, 1, 1, 1],
            "two companies, two topics, one button each"
        );
        client.post(PAGE, &said("news", "1")).await;
        client.post(PAGE, &said("technical", "1")).await;
        let after = client.get(PAGE).await.body;
        let withdraw: Vec<usize> = forms(&after, "0").into_iter().map(presses).collect();
        assert_eq!(withdraw, [1, 1]);
        let link = crate::consent_link(&house.vault, me.subject).unwrap();
        let out = house.client.get(&link).await.body;
        let by_link: Vec<usize> = forms(&out, "0").into_iter().map(presses).collect();
        assert_eq!(by_link, [1, 1]);
        let all = out
            .split("<form")
            .filter(|form| form.contains("name=\"everything\""));
        assert_eq!(all.map(presses).collect::<Vec<_>>(), [1]);
        for page in [before, after, out] {
            assert!(!page.contains(" checked") && !page.contains(" selected=\"\""));
            assert!(
                !page.contains("type=\"checkbox\""),
                "no box to leave ticked"
            );
        }
    })
    .await;
}

#[tokio::test]
async fn the_link_shows_topics_and_nobody_and_acts_on_a_button_only() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("news", "1")).await;
        client.post(PAGE, &said("technical", "1")).await;
        house.clock.advance_ms(400 * DAY);
        let link = crate::consent_link(&house.vault, me.subject).unwrap();
        for _ in 0..20 {
            let shown = house.client.get(&link).await;
            assert_eq!(shown.status, 200);
            assert!(shown.body.contains("Nytt fra verkstedet"));
            assert!(!shown.body.contains("Kari") && !shown.body.contains("example.no"));
        }
        // The receipts behind it: what was answered and in which words, and not a word of who.
        let shown = house.client.get(&link).await.body;
        let path = |from: &str, end: &str| {
            let at = shown.find(from).unwrap();
            shown[at..].split(end).next().unwrap().to_owned()
        };
        let receipt = path(&format!("{link}/kvittering/"), "\"");
        let paper = house.client.get(&receipt).await;
        assert!(paper.status == 200 && paper.body.contains("Westrum Karosseri AS kan sende meg"));
        let machine = house.client.get(&format!("{receipt}.json")).await;
        assert!(machine.status == 200 && machine.body.contains("dpv-27560"));
        for text in [&paper.body, &machine.body] {
            assert!(!text.contains("Kari") && !text.contains("kari@"), "{text}");
        }
        let (other, _) = house.customer("Ola Nordmann", "ola@example.no", "").await;
        let others = crate::consent_link(&house.vault, other.subject).unwrap();
        let theirs = receipt.replace(&link, &others);
        assert_eq!(house.client.get(&theirs).await.status, 404);
        assert_eq!(yeses(&house, me.subject).await, ["1-news", "1-technical"]);
        assert_eq!(house.vault.consents_of(me.subject).await.unwrap().len(), 2);
        let one = house.client.post(&link, &said("news", "0")).await;
        assert!(one.status == 200 && one.body.contains("trukket tilbake"));
        assert_eq!(yeses(&house, me.subject).await, ["1-technical"]);
        assert!(silent(&house, 1, "news").await && !silent(&house, 1, "technical").await);
        let new = house.client.post(&link, &said("news", "1")).await;
        assert_eq!(new.status, 404, "a link gives nothing new");
        let all = house.client.post(&link, &[("everything", "1")]).await;
        assert_eq!(all.status, 200);
        assert!(yeses(&house, me.subject).await.is_empty());
        assert!(
            silent(&house, 2, "technical").await,
            "everything, from everybody"
        );
        let lines = house.vault.consents_of(me.subject).await.unwrap();
        assert_eq!(
            (lines[3].form.as_str(), lines[3].actor_kind.as_str()),
            ("link", "link")
        );
        assert_eq!(house.client.get("/samtykke/abc").await.status, 404);
        assert_eq!(
            house
                .client
                .post("/samtykke/abc", &[("everything", "1")])
                .await
                .status,
            404
        );
        house.clock.advance_ms(MINUTE);
        let (_, client) = (
            me,
            house
                .client
                .as_visitor(web::Visitor::Subject(me))
                .await
                .unwrap(),
        );
        client.post(PAGE, &said("news", "1")).await;
        assert!(
            !silent(&house, 1, "news").await,
            "their own new yes lifts it"
        );
        assert!(silent(&house, 2, "news").await, "and nothing else");
    })
    .await;
}

fn letter<'a>(who: &'a str, said: &'a str, received: &'a str) -> Vec<(&'a str, &'a str)> {
    vec![
        ("email", who),
        ("what", "1-email-news"),
        ("way", "letter"),
        ("said", said),
        ("received", received),
    ]
}

/// Monday 2 November: a yes. A letter dated Monday the 9th, come in on Wednesday, entered on Friday.
#[tokio::test]
async fn a_letter_dated_monday_and_entered_on_friday() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("news", "1")).await;
        house.clock.advance_ms(11 * DAY);
        let (_, desk) = house.staff(Role::Reception).await;
        let unknown = desk
            .post(
                "/stab/nei-takk",
                &letter("ingen@example.no", "2026-11-09", "2026-11-11"),
            )
            .await;
        let known = desk
            .post("/stab/nei-takk", &letter(KARI, "2026-11-09", "2026-11-11"))
            .await;
        assert_eq!(
            unknown.location(),
            known.location(),
            "the desk learns nothing"
        );
        assert_eq!(
            known.location(),
            Some("/stab/nei-takk?melding=notice-consent-no")
        );
        assert!(yeses(&house, me.subject).await.is_empty());
        let other = LookUp::email(&Email::parse("ingen@example.no").unwrap());
        let first = ControllerId::from_raw(1);
        assert!(house.vault.suppressed(first, "news", &other).await.unwrap());
        let line = house
            .vault
            .consents_of(me.subject)
            .await
            .unwrap()
            .pop()
            .unwrap();
        assert_eq!(
            (line.form.as_str(), line.actor_kind.as_str()),
            ("letter", "staff")
        );
        house.clock.advance_ms(60 * MINUTE);
        let (_, officer) = house.staff(Role::Privacy).await;
        let found = officer
            .post("/stab/personvern/samtykker", &[("who", KARI)])
            .await;
        let page = found.location().unwrap().to_owned();
        for (day, time, words) in [
            ("2026-11-05", "12:00", "Lovlig: Samtykket gjaldt."),
            ("2026-11-10", "12:00", "Lovlig slik vi visste det da."),
            ("2026-11-12", "12:00", "Ikke lovlig: Et nei var kommet fram"),
            (
                "2026-11-13",
                "09:30",
                "Ikke lovlig: Det var ikke noe samtykke.",
            ),
            (
                "2026-11-01",
                "12:00",
                "Ikke lovlig: Det var ikke noe samtykke.",
            ),
        ] {
            let answer = officer
                .get(&format!("{page}?dag={day}&tid={time}"))
                .await
                .body;
            assert!(answer.contains(words), "{day} {time}: {answer}");
        }
        let ahead = officer
            .get(&format!("{page}?dag=2027-01-01&tid=10:00"))
            .await
            .body;
        assert!(ahead.contains("ikke kommet"));
        let told = officer.get(&page).await.body;
        assert!(told.contains("mottatt 11. november 2026") && told.contains("Kari Nordmann"));
        let openings = house.vault.openings_about(me.subject, 20).await.unwrap();
        assert!(openings.iter().any(|one| one.case_kind == "consents"));
        assert_eq!(desk.get(&page).await.status, 403, "the desk sees no ledger");
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_in_the_desks_form_stands_at_the_field() {
    each(|house| async move {
        let (_, desk) = house.staff(Role::Reception).await;
        let form = |changes: &[(&'static str, &'static str)]| {
            let mut form = letter(KARI, "2026-11-01", "2026-11-02");
            for (name, value) in changes {
                form.retain(|(field, _)| field != name);
                if !value.is_empty() {
                    form.push((name, value));
                }
            }
            form
        };
        for (changes, words) in [
            (&[("email", "")][..], "Skriv e-post eller telefon"),
            (&[("what", "")], "f-what-error"),
            (&[("way", "dove")], "f-way-error"),
            (&[("said", "2027-01-01")], "f-said-error"),
            (&[("received", "2026-10-31")], "f-received-error"),
        ] {
            let answer = desk.post("/stab/nei-takk", &form(changes)).await;
            assert_eq!(answer.status, 422, "{changes:?}");
            assert!(answer.body.contains(words), "{changes:?}");
        }
        let page = desk.get("/stab/nei-takk").await.body;
        assert!(!page.contains(" checked"));
    })
    .await;
}

#[tokio::test]
async fn a_receipt_is_the_persons_own_and_holds_the_words() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(&format!("/nn{PAGE}"), &said("news", "1")).await;
        house.clock.advance_ms(MINUTE);
        client.post(PAGE, &said("news", "0")).await;
        let id = house.vault.consents_of(me.subject).await.unwrap()[0]
            .id
            .get();
        let page = client.get(&format!("{PAGE}/{id}")).await;
        assert_eq!(page.status, 200);
        assert!(
            page.body
                .contains("kan sende meg nyhendebrev på e-post om verkstaden")
        );
        let file = client.get(&format!("{PAGE}/{id}.json")).await;
        let receipt: serde_json::Value = serde_json::from_str(&file.body).unwrap();
        let record = &receipt["dpv:hasRecordOfActivity"];
        let conforms = &record["dct:conformsTo"]["@id"];
        assert_eq!(
            conforms,
            "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
        );
        let uuid = record["dct:identifier"].as_str().unwrap();
        assert!(uuid.len() == 36 && &uuid[14..15] == "4" && "89ab".contains(&uuid[19..20]));
        assert_eq!(
            record["dpv:hasConsentStatus"]["@id"],
            "dpv:ConsentWithdrawn"
        );
        assert_eq!(record["dpv:hasActivity"].as_array().unwrap().len(), 2);
        let notices = record["dpv:hasNotice"].as_array().unwrap();
        let langs: Vec<&str> = notices
            .iter()
            .filter_map(|one| one["dct:language"].as_str())
            .collect();
        assert_eq!(langs, ["nn", "nb"], "the words as they were read");
        assert_eq!(
            record["dpv:hasDataController"]["dpv:hasName"],
            "Westrum Karosseri AS"
        );
        let receivers = record["dpv:hasProcess"]["dpv:hasRecipient"]
            .as_array()
            .unwrap();
        assert!(receivers.iter().any(|one| one["dct:identifier"] == "make"));
        assert!(!file.body.contains("Kari") && !file.body.contains("example.no"));
        let again = client.get(&format!("{PAGE}/{id}.json")).await.body;
        assert_eq!(again, file.body, "the same numbers each time");
        let url = "https://example.no/personvern";
        let all = crate::records_27560(&house.vault, me.subject, url)
            .await
            .unwrap();
        assert_eq!(all.len(), 1);
        let (_, other) = house.customer("Ola Nordmann", "ola@example.no", "").await;
        for file in [format!("{id}"), format!("{id}.json"), "x.json".to_owned()] {
            assert_eq!(other.get(&format!("{PAGE}/{file}")).await.status, 404);
        }
    })
    .await;
}

fn version_2() -> Arc<Declaration> {
    let text = include_str!("../../../../declarations/westrum.toml");
    let text = text.replacen("version = 1\n", "version = 2\n", 1);
    let text = text.replace(
        "om verkstedet, tjenester og tilbud",
        "om verkstedet, kurs og tilbud",
    );
    Arc::new(Declaration::parse(&text).unwrap())
}

#[tokio::test]
async fn a_new_declaration_asks_again_what_changed_and_nothing_else() {
    each(|house| async move {
        let (me, client) = house.customer("Kari Nordmann", KARI, "").await;
        client.post(PAGE, &said("news", "1")).await;
        client.post(PAGE, &said("technical", "1")).await;
        let shown = client.get(PAGE).await.body;
        let old = forms(&shown, "1").len();
        house.vault.promise(version_2(), rules());
        let shown = client.get(PAGE).await.body;
        assert!(shown.contains("Noe er endret siden du sa ja"));
        assert!(shown.contains("Spørsmålet har fått en annen ordlyd."));
        assert_eq!(
            forms(&shown, "1").len(),
            old + 1,
            "one of four is asked again"
        );
        assert_eq!(forms(&shown, "0").len(), 2, "both can be taken back");
        let usable = house.vault.consents_usable(me.subject).await.unwrap();
        let usable: Vec<&str> = usable.iter().map(|line| line.topic.as_str()).collect();
        assert_eq!(usable, ["technical"]);
        assert!(client.get("/min-side").await.body.contains("Noe er endret"));
        let mut stale = said("news", "1").to_vec();
        stale.push(("shown", "of another text"));
        let refused = client.post(PAGE, &stale).await;
        assert!(refused.location().unwrap().contains("notice-consent-words"));
        house.clock.advance_ms(MINUTE);
        let link = crate::consent_link(&house.vault, me.subject).unwrap();
        let renewed = house.client.post(&link, &said("news", "1")).await;
        assert_eq!(renewed.status, 200, "the link may renew");
        assert_eq!(
            house.vault.consents_usable(me.subject).await.unwrap().len(),
            2
        );
        let lines = house.vault.consents_of(me.subject).await.unwrap();
        assert_eq!(lines[2].text_version, "2");
        assert!(!client.get(PAGE).await.body.contains("Noe er endret"));
    })
    .await;
}
