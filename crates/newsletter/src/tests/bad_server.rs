//! A campaign against a mail server on its bad days: slow, away, forgetful, lying. Nobody is left out,
//! nobody gets more than one copy too many, and the page says how it stands.

use std::{collections::BTreeMap, time::Duration};

use letters::testing::{MailServer, Mood};

use super::*;
use crate::{Plain, Progress, progress};

/// As many as a streak needs, and half as many again.
const MANY: usize = 30;
const MINUTE: i64 = 60_000;

/// `mail_connections` is a promise to whoever runs the mail server: no more than so many, each reused.
#[tokio::test]
async fn no_more_connections_are_opened_than_are_set_however_many_letters_go() {
    const SET: usize = 4;
    const LETTERS: usize = 60;
    each(|house| async move {
        for n in 0..LETTERS {
            house
                .subscriber(&format!("s{n}@x{}.example.no", n % 7))
                .await;
        }
        house.campaign().await;
        for at_once in [false, true] {
            let server = MailServer::start().await;
            if at_once {
                server.take_at_once();
                house.campaign().await;
            }
            let mail = MailSettings::local(server.port(), "nytt@verksted.example");
            let sender = Arc::new(Plain::new(server.mailer()));
            // Small batches: it is the same connections from one batch to the next.
            let pace = Pace {
                hands: SET,
                batch: 10,
                ..Pace::default()
            };
            let office = Postal::new(house.app.clone(), sender, mail, pace).unwrap();
            for _ in 0..LETTERS {
                let (one, other) = tokio::join!(office.turn(), office.turn());
                let idle = crate::Turned::default();
                if one.unwrap() == idle && other.unwrap() == idle {
                    break;
                }
            }
            assert_eq!(server.count(), LETTERS);
            let accepted = server.accepted();
            assert!((1..=SET).contains(&accepted), "{accepted} connections");
        }
    })
    .await;
}

/// An office of the same house that sends to a real server.
struct Bad {
    house: House,
    server: MailServer,
    office: Arc<Postal>,
    id: i64,
}

async fn each_bad<F, R>(recipients: usize, test: F)
where
    F: Fn(Bad) -> R,
    R: Future<Output = ()>,
{
    let test = &test;
    each(|house| async move {
        for n in 0..recipients {
            let address = format!("s{n}@x{}.example.no", n % 7);
            house.subscriber(&address).await;
        }
        let id = house.campaign().await;
        let server = MailServer::start().await;
        server.take_at_once();
        let mail = MailSettings::local(server.port(), "nytt@verksted.example");
        let sender = Arc::new(Plain::new(server.mailer().within(Duration::from_secs(5))));
        let app = house.app.clone();
        let office = Postal::new(app, sender, mail, Pace::default()).unwrap();
        test(Bad {
            house,
            server,
            office,
            id,
        })
        .await;
    })
    .await;
}

impl Bad {
    /// Turns until nothing is due at this instant.
    async fn turns(&self) {
        for _ in 0..20 {
            if self.office.turn().await.unwrap() == crate::Turned::default() {
                return;
            }
        }
    }

    /// Goes on for so many minutes, five at a time.
    async fn for_minutes(&self, minutes: i64) {
        for _ in 0..minutes / 5 {
            self.turns().await;
            self.house.clock.advance_ms(5 * MINUTE);
        }
    }

    async fn progress(&self) -> Progress {
        progress(&self.house.vault, self.id).await.unwrap()
    }

    async fn state(&self) -> (String, Option<String>) {
        let id = self.id;
        let read = move |db: &mut dyn Db| Ok(campaign::get(db, id)?.unwrap());
        let found = self.house.store.read(read).await.unwrap();
        (found.state.as_str().to_owned(), found.why)
    }

    /// How many copies who got.
    fn copies(&self) -> BTreeMap<String, usize> {
        let mut copies = BTreeMap::new();
        for letter in self.server.taken() {
            *copies.entry(letter.to).or_default() += 1;
        }
        copies
    }

    /// What the officer's page says.
    async fn says(&self, key: &str) -> bool {
        let desk = self.house.staff(Role::Marketing).await;
        let page = desk.get(&format!("/stab/nyhetsbrev/{}", self.id)).await;
        let words = self.house.app.texts.of(web::Lang::Nb).s(key).to_owned();
        assert_eq!(page.status, 200);
        page.body.contains(&words)
    }

    async fn resume(&self) {
        let desk = self.house.staff(Role::Marketing).await;
        let path = format!("/stab/nyhetsbrev/{}/gjor", self.id);
        assert_eq!(desk.post(&path, &[("act", "resume")]).await.status, 303);
    }

    /// Everybody has got it, nobody more than so often, and it is over.
    async fn all_have_it(&self, recipients: usize, at_most: usize) {
        let copies = self.copies();
        assert_eq!(copies.len(), recipients, "lost: {copies:?}");
        let most = copies.values().max();
        assert!(most.is_some_and(|most| *most <= at_most), "{copies:?}");
        assert_eq!(self.state().await, ("done".to_owned(), None));
    }
}

#[tokio::test]
async fn an_hour_of_later_costs_nobody_the_letter() {
    each_bad(MANY, |bad| async move {
        bad.server.set(Mood::Says("RCPT", 451));
        bad.for_minutes(60).await;
        let told = bad.progress().await;
        assert_eq!((told.waiting, told.sent, told.failed), (30, 0, 0));
        assert!(bad.says("newsletter-waiting").await);
        assert!(bad.copies().is_empty());
        bad.server.set(Mood::Willing);
        bad.for_minutes(300).await;
        bad.all_have_it(MANY, 1).await;
        assert_eq!(bad.progress().await.sent, 30);
    })
    .await;
}

#[tokio::test]
async fn a_slow_server_and_one_that_greets_nobody_get_everything_once() {
    each_bad(MANY, |bad| async move {
        bad.server.set(Mood::Says("HELLO", 421));
        bad.for_minutes(15).await;
        assert_eq!(bad.progress().await.waiting, 30);
        bad.server.set(Mood::Garbles("MAIL"));
        bad.for_minutes(15).await;
        assert!(bad.copies().is_empty());
        bad.server.set(Mood::Slow(Duration::from_millis(300)));
        bad.for_minutes(60).await;
        bad.all_have_it(MANY, 1).await;
    })
    .await;
}

#[tokio::test]
async fn what_is_never_answered_is_sent_once_more_and_then_said_to_be_unsure() {
    for mood in [Mood::HangsUp, Mood::Garbles(".")] {
        each_bad(8, |bad| async move {
            bad.server.set(mood);
            bad.turns().await;
            let told = bad.progress().await;
            assert_eq!((told.waiting, told.doubted, told.unsure), (8, 8, 0));
            assert!(bad.says("newsletter-doubted").await);
            // Between the two it says "later", which is no answer to the first.
            bad.server.set(Mood::Says("RCPT", 451));
            bad.house.clock.advance_ms(5 * MINUTE);
            bad.turns().await;
            assert_eq!(bad.progress().await.doubted, 8);
            bad.server.set(mood);
            bad.for_minutes(60).await;
            let told = bad.progress().await;
            assert_eq!((told.waiting, told.unsure, told.sent), (0, 8, 0));
            assert!(bad.says("newsletter-unsure").await);
            bad.server.set(Mood::Willing);
            bad.for_minutes(60).await;
            assert!(bad.copies().values().all(|copies| *copies == 2));
            bad.all_have_it(8, 2).await;
        })
        .await;
    }
}

#[tokio::test]
async fn a_server_that_answers_nobody_is_not_given_the_whole_list_twice() {
    each_bad(100, |bad| async move {
        bad.server.set(Mood::HangsUp);
        bad.for_minutes(30).await;
        assert_eq!(
            bad.state().await,
            ("paused".to_owned(), Some("silent".to_owned()))
        );
        assert!(bad.says("newsletter-silent").await);
        let doubled = bad.copies().len();
        assert!(
            (20..20 + Pace::default().hands).contains(&doubled),
            "{doubled}"
        );
        bad.server.set(Mood::Willing);
        bad.resume().await;
        bad.for_minutes(60).await;
        bad.all_have_it(100, 2).await;
        assert_eq!(bad.server.count(), 100 + doubled);
    })
    .await;
}

#[tokio::test]
async fn a_no_to_everybody_is_about_us_and_burns_nobody() {
    for (command, code) in [("MAIL", 554), ("RCPT", 550), (".", 554)] {
        each_bad(100, |bad| async move {
            bad.server.set(Mood::Says(command, code));
            bad.for_minutes(30).await;
            assert_eq!(
                bad.state().await,
                ("paused".to_owned(), Some("refused".to_owned())),
                "{command}"
            );
            let told = bad.progress().await;
            assert_eq!((told.waiting, told.failed), (100, 0), "{command}");
            assert!(bad.says("newsletter-refused").await);
            bad.server.set(Mood::Willing);
            bad.resume().await;
            bad.for_minutes(60).await;
            bad.all_have_it(100, 1).await;
        })
        .await;
    }
}
