//! Openings out of the ordinary, over the pages: who is stopped and asked, what the officer and the
//! person see of it, the broken glass, many in one go, and the log as a file at the command line.

use std::fs;

use declaration::vocabulary::{Category, Role, purpose};
use store::Sql;
use values::{Clock, ControllerId, Moment, PersonName, SubjectId};
use vault::{Actor, Ask, Keep, LookUp, Personal, Provenance, SubjectKind};

use crate::support::{
    house::{self, Place, Spawned},
    program, steps,
};

const ASK: &[(&str, &str)] = &[("unusual_reads", "ask")];
const KARI: &str = "kari@kunde.example";
const OFFICER: &str = "personvern@verksted.example";
const UNUSUAL: &str = "/stab/personvern/uvanlig";

const OLD_ORDER: Sql = Sql {
    name: "test",
    text: "SELECT o.id AS id FROM work_order o JOIN visit v ON v.id = o.visit_id WHERE v.customer_id = $1 AND v.closed_at IS NOT NULL ORDER BY o.id DESC LIMIT 1",
};
const NO_OFFICER: Sql = Sql {
    name: "test",
    text: "UPDATE staff SET state = 'left' WHERE role = 'privacy'",
};

/// The demo's house two months on, on a Wednesday morning: nobody of then is in today's work.
async fn later(place: Place, more: &[(&'static str, &str)]) -> Spawned {
    let house = house::furnished(place, more).await;
    let mut day = house.clock.now().plus_days(60).local_date();
    while day.weekday() != jiff::civil::Weekday::Wednesday {
        day = day.tomorrow().expect("a day");
    }
    house.clock.set(Moment::at_local(day, 10, 0));
    house
}

async fn kari(house: &Spawned) -> SubjectId {
    let email = values::Email::parse(KARI).expect("an address");
    let found = house.house.vault.find(&LookUp::email(&email)).await;
    found.expect("read").expect("Kari")
}

/// The path of an order of hers that was closed long ago.
async fn old_order(house: &Spawned) -> String {
    let kari = kari(house).await;
    let read = move |db: &mut dyn store::Db| db.one(&OLD_ORDER, &[kari.get().into()])?.i64("id");
    let id = house.house.store().read(read).await.expect("an order");
    format!("/stab/ordre/{id}")
}

async fn lines(house: &Spawned) -> Vec<vault::OpeningLine> {
    let kari = kari(house).await;
    let lines = house.house.vault.openings_about(kari, 500).await;
    lines.expect("the log")
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_todays_work_opens_after_a_reason_that_officer_and_person_see() {
    house::each_place(|place| async move {
        let house = later(place, ASK).await;
        let path = old_order(&house).await;
        let before = lines(&house).await.len();
        let mut desk = house.enter("reception").await;
        let asked = desk.open(&path).await.is(200);
        assert!(asked.path.starts_with("/stab/grunn/"), "{}", asked.path);
        let words = asked.words();
        assert!(words.contains("Personen har ingen bestilling, besøk eller sak hos oss nå"));
        assert!(!words.contains("Kari"), "{words}");
        assert_eq!(lines(&house).await.len(), before, "nothing is opened yet");
        let mute = desk.submit(&asked, "/stab/grunn/", &[("words", "")]).await;
        assert!(mute.is(422).body().contains("f-reason-error"));
        let typed = [("reason", "error"), ("words", "Timene ble ført feil.")];
        let opened = desk.submit(&asked, "/stab/grunn/", &typed).await.is(200);
        assert_eq!(opened.path.split('?').next(), Some(path.as_str()));
        assert!(
            opened.words().contains("Kari Eksempel"),
            "{}",
            opened.words()
        );
        let now = lines(&house).await;
        assert!(now.len() > before);
        assert!(now[0].marks.contains("unusual") && now[0].look != 0);

        let mut officer = house.enter("privacy").await;
        let list = officer.open(UNUSUAL).await.is(200);
        assert!(list.words().contains("Retter en feil i et eldre oppdrag"));
        let one = list.link(&format!("{UNUSUAL}/")).expect("a line");
        let one = officer.open(&one).await.is(200);
        assert!(
            one.words().contains("Timene ble ført feil."),
            "{}",
            one.words()
        );
        let seen = officer.submit(&one, UNUSUAL, &[]).await.is(200);
        assert!(
            seen.link(&format!("{UNUSUAL}/")).is_none(),
            "{}",
            seen.words()
        );
        let all = officer.open(&format!("{UNUSUAL}?vis=alle")).await;
        assert!(all.link(&format!("{UNUSUAL}/")).is_some());

        let mut me = steps::log_in_by_mail(&house, KARI).await;
        let mine = me.open("/min-side/hvem-har-sett").await.is(200).words();
        assert!(mine.contains("utenom det vanlige"), "{mine}");
        assert!(mine.contains("Retter en feil i et eldre oppdrag"), "{mine}");
        assert!(
            !mine.contains("Timene ble ført feil."),
            "the reader's own words"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_is_asked_the_officer_sees_what_was_marked() {
    house::each_place(|place| async move {
        let house = later(place, &[]).await;
        let path = old_order(&house).await;
        let mut desk = house.enter("reception").await;
        let opened = desk.open(&path).await.is(200);
        assert_eq!(opened.path, path);
        assert!(lines(&house).await[0].marks.contains("unusual"));
        let mut officer = house.enter("privacy").await;
        for page in [UNUSUAL, "/stab/personvern/logg"] {
            let words = officer.open(page).await.is(200).words();
            assert!(words.contains("et besøk"), "{page}: {words}");
            let marked = ["utenom det vanlige", "merket som uvanlig"];
            assert!(
                marked.iter().any(|mark| words.contains(mark)),
                "{page}: {words}"
            );
        }
    })
    .await;
}

fn announced(house: &Spawned) -> usize {
    let letters = house.mail.taken();
    let told = letters.iter().filter(|letter| letter.to == OFFICER);
    told.filter(|letter| letter.link("uvanlig").is_some())
        .count()
}

const TAKEN: [(&str, &str); 3] = [
    ("reason", "danger"),
    ("words", "Bilen tok fyr."),
    ("sure", "1"),
];

#[tokio::test(flavor = "multi_thread")]
async fn the_glass_is_announced_opens_for_half_an_hour_and_is_not_broken_unseen() {
    house::each_place(|place| async move {
        let house = later(place, ASK).await;
        let path = old_order(&house).await;
        let mut hand = house.enter("technician").await;
        hand.get(&path).await.is(403);
        house.deliver().await;
        let before = announced(&house);
        let page = hand.open("/stab/nodtilgang").await.is(200);
        hand.submit(&page, "/stab/nodtilgang", &TAKEN).await.is(200);
        house.deliver().await;
        assert_eq!(announced(&house), before + 1, "the officer gets a letter");
        let opened = hand.open(&path).await.is(200);
        assert!(
            opened.words().contains("Kari Eksempel"),
            "{}",
            opened.words()
        );
        assert!(lines(&house).await[0].marks.contains("break_glass"));
        let mut officer = house.enter("privacy").await;
        let list = officer.open(&format!("{UNUSUAL}?vis=nodtilgang")).await;
        assert!(list.is(200).words().contains("Fare for liv eller helse"));
        house.clock.set(house.clock.now().plus_minutes(29));
        hand.get(&path).await.is(200);
        house.clock.set(house.clock.now().plus_minutes(2));
        hand.get(&path).await.is(403);

        let form = hand.open("/stab/nodtilgang").await.is(200);
        let gone = |db: &mut dyn store::Db| db.exec(&NO_OFFICER, &[]);
        let left = house.house.store().write(gone).await.expect("written");
        assert_eq!(left, 1);
        let refused = hand.submit(&form, "/stab/nodtilgang", &TAKEN).await.is(422);
        let words = refused.words();
        assert!(words.contains("Ingen personvernansvarlig er registrert"));
        hand.get(&path).await.is(403);
        let page = hand.open("/stab/nodtilgang").await.is(200);
        assert!(page.words().contains("Nødtilgang kan ikke tas nå"));
    })
    .await;
}

/// So many people whom nobody has to do with.
async fn crowd(house: &Spawned, many: usize) -> Vec<SubjectId> {
    let vault = &house.house.vault;
    let (mut work, mut all) = (vault.work(), Vec::new());
    for _ in 0..many {
        let subject = work.subject(SubjectKind::Person);
        let ask = Ask::seal_new(Actor::Visitor, subject).of(&[Category::Contact]);
        let permit = vault.permit::<purpose::Visit>(ask).await.expect("a permit");
        let contact = Personal::new(customers::CustomerContact {
            name: PersonName::parse("Prøve Person").expect("a name"),
            email: None,
            phone: None,
            organisation: None,
            org_no: None,
            language: "nb".to_owned(),
            customer_no: None,
        });
        let from = Provenance {
            source_kind: "data_subject",
            source_ref: 1,
            notice_version: "1".to_owned(),
        };
        let keep = Keep::while_open("booking", 1);
        work.seal(&permit, &contact, &from, &keep).expect("sealed");
        all.push(subject);
    }
    let laid = work.finish();
    let write = move |db: &mut dyn store::Db| laid.lay(db);
    vault.store().write(write).await.expect("laid");
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn many_in_one_go_end_at_the_limit_and_begin_again_an_hour_later() {
    house::each_place(|place| async move {
        let house = later(place, ASK).await;
        let mut desk = house.enter("reception").await;
        let home = desk.open("/stab").await.is(200);
        let found = desk.submit(&home, "/stab/sok", &[("q", "Kari Eks")]).await;
        assert!(found.is(200).words().contains("Kari Eksempel"));
        let line = lines(&house).await.remove(0);
        assert!(line.marks.contains("bulk") && line.title == "reception");
        let reader = Actor::Staff {
            id: SubjectId::from_raw(line.actor_id),
            role: Role::Reception,
            controller: ControllerId::from_raw(line.controller),
        };
        let vault = &house.house.vault;
        let limit = vault.limits(Role::Reception).expect("limits").bulk;
        let crowd = crowd(&house, limit - 1).await;
        let asks = crowd.iter().map(|one| {
            let ask = Ask::open(reader, *one).of(&[Category::Contact]);
            ask.case("desk", 0).bulk()
        });
        let opened = vault.permits::<purpose::Visit>(asks.collect()).await;
        assert_eq!(opened.expect("within the limit").len(), limit - 1);
        let more = desk
            .submit(&home, "/stab/sok", &[("q", "Siri Syn")])
            .await
            .is(409);
        let words = more.words();
        assert!(words.contains("Grensen for hvor mange personer"), "{words}");
        assert!(!words.contains("Siri Syntetisk"));
        house.clock.set(house.clock.now().plus_minutes(61));
        let again = desk
            .submit(&home, "/stab/sok", &[("q", "Siri Syn")])
            .await
            .is(200);
        assert!(again.words().contains("Siri Syntetisk"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_is_a_file_that_the_command_checks_and_refuses_when_touched() {
    house::each_place(|place| async move {
        let house = later(place.clone(), &[]).await;
        let path = old_order(&house).await;
        house.enter("reception").await.open(&path).await.is(200);
        let (key, _) = house.house.vault.log_key().expect("a key");
        house.close().await;
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("log.jsonl").display().to_string();
        let told = program::run(&place, &["log", "export", &file]).is(0);
        assert!(told.said.contains(&key), "{}", told.said);
        let whole = fs::read_to_string(&file).expect("the file");
        // Whoever checks has neither the data nor a secret.
        let check = |text: &str| {
            fs::write(&file, text).expect("written");
            let bare = program::place_in(&folder.path().join("elsewhere"));
            program::run(&bare, &["log", "verify", &file, "--key", &key])
        };
        let fine = check(&whole).is(0);
        assert!(fine.said.contains("the chain is whole"), "{}", fine.said);
        let rows: Vec<&str> = whole.lines().collect();
        let at = rows.iter().rposition(|row| row.contains("reception"));
        let at = at.expect("a line of the desk");
        let joined = |rows: &[String]| rows.join("\n") + "\n";
        let owned = || rows.iter().map(|row| (*row).to_owned()).collect::<Vec<_>>();
        let mut changed = owned();
        changed[at] = changed[at].replace("reception", "privacy");
        let mut left_out = owned();
        left_out.remove(at);
        let mut turned = owned();
        turned.swap(at, at - 1);
        for (what, rows) in [
            ("changed", changed),
            ("left out", left_out),
            ("turned", turned),
        ] {
            let refused = check(&joined(&rows));
            assert_eq!(
                refused.code,
                Some(1),
                "{what}: {}{}",
                refused.said,
                refused.errors
            );
            assert!(
                refused.said.contains("broken at line"),
                "{what}: {}",
                refused.said
            );
        }
        let other = "0".repeat(64);
        fs::write(&file, &whole).expect("written");
        let stranger = program::run(&place, &["log", "verify", &file, "--key", &other]);
        assert_ne!(stranger.code, Some(0), "signed by somebody else");
    })
    .await;
}
