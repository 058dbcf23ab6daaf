use std::{collections::BTreeMap, sync::atomic::Ordering};

use crate::{
    Turned, progress,
    subscriber::{NoTo, leave},
};

use super::*;

pub(super) async fn some(house: &House, n: usize) -> Vec<SubjectId> {
    let mut all = Vec::new();
    for at in 0..n {
        all.push(
            house
                .subscriber(&format!("s{at}@x{}.example.no", at % 3))
                .await,
        );
    }
    all
}

pub(super) async fn run(house: &House) -> Turned {
    let mut last = Turned::default();
    for _ in 0..20 {
        last = house.office.turn().await.unwrap();
    }
    last
}

pub(super) async fn state(house: &House, id: i64) -> (String, Option<String>) {
    let read = move |db: &mut dyn Db| Ok(campaign::get(db, id)?.unwrap());
    let found = house.store.read(read).await.unwrap();
    (found.state.as_str().to_owned(), found.why)
}

#[tokio::test]
async fn everybody_gets_it_once_and_the_bytes_say_how_to_leave() {
    each(|house| async move {
        some(&house, 7).await;
        let id = house.campaign().await;
        run(&house).await;
        assert_eq!(house.taken_to().len(), 7);
        assert_eq!(state(&house, id).await.0, "done");
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(
            (told.sent, told.waiting, told.texts.as_slice()),
            (7, 0, &[(1, 7)][..])
        );
        let (_, mail) = &house.taken()[0];
        assert_eq!(
            parts(mail, "List-Unsubscribe-Post").1,
            "List-Unsubscribe=One-Click"
        );
        let mut ids: Vec<String> = house
            .taken()
            .iter()
            .map(|(_, m)| parts(m, "Message-ID").1)
            .collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 7);
        run(&house).await;
        assert_eq!(house.taken_to().len(), 7, "done is done");
    })
    .await;
}

#[tokio::test]
async fn a_no_between_queue_and_hand_over_is_heard() {
    each(|house| async move {
        let all = some(&house, 3).await;
        let id = house.campaign().await;
        // The first hand-over withdraws the others, as they would themselves, in the middle of it.
        let vault = house.vault.clone();
        house.mood(|_| Outcome::Away(None));
        house.office.turn().await.unwrap();
        let came = house.came();
        leave(&vault, all[1], NoTo::Topic(news()), came)
            .await
            .unwrap();
        vault
            .suppress(
                vault::Scope::All,
                &vault::LookUp::email(&Email::parse("s2@x2.example.no").unwrap()),
                "phone",
            )
            .await
            .unwrap();
        house.mood(|_| Outcome::Taken);
        house.clock.advance_ms(60_000);
        run(&house).await;
        assert_eq!(house.taken_to(), ["s0@x0.example.no"]);
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(told.skipped.get("withdrawn"), Some(&1), "{told:?}");
        assert_eq!(told.skipped.get("suppressed"), Some(&1), "{told:?}");
        assert_eq!(state(&house, id).await.0, "done");
    })
    .await;
}

/// A sender in whose first hand-over another of the batch is restricted, and the next one's data erased.
struct Meanwhile {
    vault: Vault,
    all: Vec<(String, SubjectId)>,
    taken: Mutex<Vec<String>>,
}

impl Meanwhile {
    async fn others(&self, first: &str) {
        let others = self.all.iter().filter(|(to, _)| to != first);
        let others: Vec<SubjectId> = others.map(|(_, who)| *who).collect();
        for strand in self.vault.strands_of(others[0]).await.unwrap() {
            self.vault.restrict(strand.id, true).await.unwrap();
        }
        let all = self.vault.strands_of(others[1]).await.unwrap();
        let ends = all.iter().map(|one| (one.id, vec![Purpose::Newsletter]));
        let ended = self.vault.end_reasons_of_all(ends.collect()).await.unwrap();
        let cause = vault::Cause {
            cause: "request",
            rule: "test".to_owned(),
            actor: Actor::Chore("test"),
        };
        self.vault.destroy(&ended, &cause).await.unwrap();
    }
}

impl Sender for Meanwhile {
    fn send<'a>(&'a self, envelope: &'a Envelope, _: &'a [u8]) -> Sending<'a> {
        Box::pin(async move {
            let to = envelope.to.reveal().to_owned();
            if self.taken.lock().unwrap().is_empty() {
                self.others(&to).await;
            }
            self.taken.lock().unwrap().push(to);
            Outcome::Taken
        })
    }
}

#[tokio::test]
async fn a_restriction_between_the_opening_of_a_batch_and_the_hand_over_is_heard() {
    each(|house| async move {
        let all = some(&house, 4).await.into_iter().enumerate();
        let all = all.map(|(at, who)| (format!("s{at}@x{}.example.no", at % 3), who));
        let id = house.campaign().await;
        let sender = Arc::new(Meanwhile {
            vault: house.vault.clone(),
            all: all.collect(),
            taken: Mutex::default(),
        });
        let mail = MailSettings::local(25, "nytt@verksted.example");
        // One hand: the others of the batch are open and wait their turn.
        let pace = Pace {
            hands: 1,
            ..Pace::default()
        };
        let office = Postal::new(house.app.clone(), sender.clone(), mail, pace).unwrap();
        office.turn().await.unwrap();
        assert_eq!(sender.taken.lock().unwrap().len(), 2);
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(told.skipped.get("restricted"), Some(&1), "{told:?}");
        assert_eq!(told.skipped.get("gone"), Some(&1), "{told:?}");
    })
    .await;
}

/// Who is in a dead worker's hands, whose leases run out.
async fn in_dead_hands(house: &House) -> Vec<i64> {
    let take = |db: &mut dyn Db| {
        let rows = db.all(&CLAIMED, &[])?;
        db.exec(&LEASES, &[])?;
        rows.iter().map(|row| row.i64("subject_id")).collect()
    };
    house.store.write(take).await.unwrap()
}

#[tokio::test]
async fn killed_between_claim_and_mark_loses_none_and_doubles_only_what_was_in_flight() {
    each(|house| async move {
        let all = some(&house, 60).await;
        let id = house.campaign().await;
        let address = |at: usize| format!("s{at}@x{}.example.no", at % 3);
        let mut allowed: BTreeMap<String, usize> = (0..60).map(|at| (address(at), 1)).collect();
        let mut met = 0;
        for _ in 0..6 {
            // Three are taken and marked, further ones taken and not, when the process dies.
            house.recorder.answers.store(3, Ordering::SeqCst);
            let before = house.taken().len();
            let office = house.office.clone();
            let turn = tokio::spawn(async move { office.turn().await });
            while house.taken().len() < before + 6 && !turn.is_finished() {
                tokio::task::yield_now().await;
            }
            turn.abort();
            let _ = turn.await;
            let taken: Vec<String> = house.taken().drain(before..).map(|(to, _)| to).collect();
            let dead = in_dead_hands(&house).await;
            let mut on_the_way = 0;
            for (at, who) in all.iter().enumerate() {
                if dead.contains(&who.get()) && taken.contains(&address(at)) {
                    on_the_way += 1;
                    *allowed.get_mut(&address(at)).unwrap() += 1;
                }
            }
            assert!(on_the_way <= Pace::default().hands, "{on_the_way}");
            met += on_the_way;
        }
        assert!(met > 0, "no kill met a letter on its way");
        house.recorder.answers.store(usize::MAX, Ordering::SeqCst);
        run(&house).await;
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!((told.sent, told.waiting), (60, 0));
        for (to, allowed) in &allowed {
            let served = house.taken_to().iter().filter(|one| *one == to).count();
            assert!(
                (1..=*allowed).contains(&served),
                "{to}: {served}, {allowed}"
            );
        }
        let mut ids: Vec<String> = house
            .taken()
            .iter()
            .map(|(_, m)| parts(m, "Message-ID").1)
            .collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), 60, "a copy bears the same Message-ID");
    })
    .await;
}

#[tokio::test]
async fn later_comes_again_never_does_not_and_away_hurts_nobody() {
    each(|house| async move {
        some(&house, 3).await;
        let id = house.campaign().await;
        house.mood(|to| match to {
            "s0@x0.example.no" => Outcome::Later(Some(451)),
            "s1@x1.example.no" => Outcome::Never(550),
            _ => Outcome::Taken,
        });
        house.office.turn().await.unwrap();
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!((told.sent, told.failed, told.waiting), (1, 1, 1));
        assert_eq!(
            house.office.turn().await.unwrap(),
            Turned::default(),
            "not at once"
        );
        house.mood(|_| Outcome::Away(None));
        house.clock.advance_ms(100_000);
        assert!(house.office.turn().await.unwrap().away);
        house.mood(|_| Outcome::Taken);
        house.clock.advance_ms(100_000);
        run(&house).await;
        assert_eq!(state(&house, id).await.0, "done");
        assert_eq!(house.taken_to(), ["s0@x0.example.no", "s2@x2.example.no"]);
    })
    .await;
}

#[tokio::test]
async fn an_edit_under_way_is_a_new_text_and_reaches_the_rest_only_if_said() {
    each(|house| async move {
        some(&house, 2).await;
        let id = house.campaign().await;
        house.mood(|to| {
            if to == "s0@x0.example.no" {
                Outcome::Taken
            } else {
                Outcome::Later(None)
            }
        });
        house.office.turn().await.unwrap();
        let by = SubjectId::from_raw(1);
        let write = |text: &'static str, rest| {
            let vault = house.vault.clone();
            async move {
                campaign::write(
                    &vault,
                    id,
                    None,
                    "Vår".to_owned(),
                    text.to_owned(),
                    rest,
                    by,
                )
                .await
            }
        };
        write("Andre tekst", false).await.unwrap();
        house.clock.advance_ms(200_000);
        house.office.turn().await.unwrap();
        write("Andre tekst", true).await.unwrap();
        house.mood(|_| Outcome::Taken);
        house.clock.advance_ms(3_600_000);
        run(&house).await;
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(told.texts, [(1, 1), (2, 1)]);
        assert!(
            parts(&house.taken()[1].1, "Subject")
                .0
                .contains("Andre tekst")
        );
        assert!(write("Tredje", true).await.is_err(), "over is over");
        let page = house.client.get(&format!("/nyhetsbrev/arkiv/{id}")).await;
        assert!(page.status == 200 && page.body.contains("Andre tekst"));
    })
    .await;
}

#[tokio::test]
async fn the_office_writes_looks_tests_sends_and_pauses() {
    each(|house| async move {
        some(&house, 1).await;
        let desk = house.staff(Role::Marketing).await;
        for path in ["/stab/nyhetsbrev", "/stab/nyhetsbrev/ny"] {
            assert_eq!(desk.get(path).await.status, 200, "{path}");
        }
        let picture = [
            ("topic", "1-news"),
            ("lang", "nb"),
            ("subject", "Hei"),
            ("text", "Hei\n\n![x](https://x.example/a.png)"),
        ];
        let refused = desk.post("/stab/nyhetsbrev", &picture).await;
        assert_eq!(refused.status, 422);
        assert!(refused.body.contains("Linje 3"), "{}", refused.body);
        let fine = [
            ("topic", "1-news"),
            ("lang", "nb"),
            ("subject", "Hei"),
            ("text", "Hei *du*"),
            ("open", "1"),
        ];
        let shown = desk.post("/stab/nyhetsbrev/forhandsvisning", &fine).await;
        assert!(shown.status == 200 && shown.body.contains("<em>du</em>"));
        // The letter whole: who writes, why one gets it, every way out; and the plain text.
        let words = house.app.texts.of(web::Lang::Nb);
        for key in ["newsletter-out-link", "newsletter-choices-link"] {
            assert_eq!(shown.body.matches(words.s(key)).count(), 3, "{key}");
        }
        assert_eq!(shown.body.matches("Du får dette brevet fordi").count(), 3);
        assert!(shown.body.contains("95\u{a0}49\u{a0}60\u{a0}00"));
        let made = desk.post("/stab/nyhetsbrev", &fine).await;
        let place = made
            .location()
            .unwrap()
            .split('?')
            .next()
            .unwrap()
            .to_owned();
        assert!(desk.get(&place).await.body.contains("<em>du</em>"));
        assert_eq!(
            house
                .client
                .get(&place.replace("/stab/nyhetsbrev", "/nyhetsbrev/arkiv"))
                .await
                .status,
            404
        );
        let act = format!("{place}/gjor");
        assert_eq!(desk.post(&act, &[("act", "pause")]).await.status, 409);
        assert_eq!(
            desk.post(&act, &[("act", "schedule"), ("at", "2026-12-01T10:00")])
                .await
                .status,
            303
        );
        run(&house).await;
        assert!(house.taken().is_empty());
        assert_eq!(desk.post(&act, &[("act", "unschedule")]).await.status, 303);
        assert_eq!(desk.post(&act, &[("act", "send")]).await.status, 303);
        run(&house).await;
        assert_eq!(house.taken().len(), 1);
        let over = desk.get(&place).await.body;
        assert!(over.contains("1 av 1"));
        // What is over cannot be written in, and its text can begin a new draft.
        assert!(!over.contains("data-preview") && over.contains("Nytt utkast"));
        assert!(over.contains(">\nHei *du*</textarea>"), "{over}");
    })
    .await;
}
