//! Signing up: a letter with a link, and nothing stored before the link was used. The letter waits in
//! memory; if the process ends before it left, the person asks again.

mod pages;

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use values::{Email, Moment};
use vault::{LookUp, Vault, VaultError};
use web::{App, Lang};

use crate::{
    codes::{SignUp, seal_stop},
    letter::{Ends, Frame, Heading, bytes, render_own},
    queue::Postal,
    sending::{Envelope, Outcome},
};

pub use pages::{ask, asked, confirm, confirmed, sent, stop, stopped};

/// So many letters wait at most.
const MOST: usize = 500;
/// So many confirmations are asked of one address within an hour, whoever asks.
const AN_HOUR: u32 = 3;
const TRIES: u32 = 5;

struct Waiting {
    to: Email,
    id: String,
    controller: String,
    subject: String,
    text: String,
    lang: Lang,
    stop: String,
    at: Moment,
    tries: u32,
    not_before: Moment,
}

/// Confirmations that wait to be asked for, in memory only.
#[derive(Default)]
pub struct SignUps {
    waiting: Mutex<VecDeque<Waiting>>,
    /// By keyed hash of the address: how often of late, and since when.
    of_late: Mutex<HashMap<[u8; 32], (u32, Moment)>>,
    bell: tokio::sync::Notify,
}

impl SignUps {
    /// None yet.
    #[must_use]
    pub fn new() -> Arc<Self> {
        Arc::new(Self::default())
    }

    /// Asks for a confirmation. Whoever the address belongs to, the answer is the same; an address
    /// that was asked often of late is not asked again.
    fn ask(&self, app: &App, vault: &Vault, sign_up: &SignUp) -> Result<(), VaultError> {
        let now = vault.world().now();
        if !self.may_ask(vault, &sign_up.email, now) {
            return Ok(());
        }
        let declaration = vault.declaration();
        let first = sign_up.choices.first();
        let Some(controller) = first.and_then(|c| declaration.controller(c.controller)) else {
            return Ok(());
        };
        let base = format!("{}{}", app.settings.base_url, sign_up.lang.prefix());
        let confirm = format!("{base}/nyhetsbrev/bekreft/{}", sign_up.seal(vault)?);
        let stop = format!(
            "{base}/nyhetsbrev/stopp/{}",
            seal_stop(vault, &sign_up.email)?
        );
        let words = app.texts.of(sign_up.lang);
        let text = words.f(
            "newsletter-confirm-letter",
            &[
                ("house", &app.settings.house.as_str()),
                ("confirm", &confirm),
                ("stop", &stop),
            ],
        );
        let secret = vault.world().secret();
        let waiting = Waiting {
            to: sign_up.email.clone(),
            id: format!("s.{}", data_encoding::HEXLOWER.encode(&secret[..16])),
            controller: controller.key.clone(),
            subject: words.f1(
                "newsletter-confirm-subject",
                "house",
                app.settings.house.as_str(),
            ),
            text,
            lang: sign_up.lang,
            stop,
            at: now,
            tries: 0,
            not_before: now,
        };
        let mut all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
        if all.len() < MOST {
            all.push_back(waiting);
        }
        drop(all);
        self.bell.notify_one();
        Ok(())
    }

    fn may_ask(&self, vault: &Vault, email: &Email, now: Moment) -> bool {
        let tag = *vault.tag(&LookUp::email(email)).hash();
        let mut of_late = self.of_late.lock().unwrap_or_else(PoisonError::into_inner);
        of_late.retain(|_, (_, since)| since.plus_minutes(60) > now);
        let (times, _) = of_late.entry(tag).or_insert((0, now));
        *times += 1;
        *times <= AN_HOUR
    }

    /// Sends what waits. Answers how many the mail server took.
    pub async fn send_due(&self, office: &Postal) -> usize {
        let now = office.vault.world().now();
        let due: VecDeque<Waiting> = {
            let mut all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
            let (due, later): (VecDeque<_>, VecDeque<_>) =
                all.drain(..).partition(|one| one.not_before <= now);
            *all = later;
            due
        };
        let mut taken = 0;
        for mut one in due {
            match send(office, &one).await {
                Outcome::Taken => taken += 1,
                Outcome::Never(_) => {}
                // It may have arrived: once more, and no oftener.
                Outcome::Unsure if one.tries > 0 => {}
                Outcome::Later(_) | Outcome::Away(_) | Outcome::Unsure if one.tries + 1 < TRIES => {
                    one.tries += 1;
                    one.not_before = now.plus_minutes(i64::from(one.tries));
                    let mut all = self.waiting.lock().unwrap_or_else(PoisonError::into_inner);
                    all.push_back(one);
                }
                Outcome::Later(_) | Outcome::Away(_) | Outcome::Unsure => {}
            }
        }
        taken
    }

    /// Sends as they come in.
    pub async fn work_through(self: Arc<Self>, office: Arc<Postal>) {
        loop {
            self.send_due(&office).await;
            tokio::select! {
                () = self.bell.notified() => {}
                () = tokio::time::sleep(Duration::from_secs(30)) => {}
            }
        }
    }
}

async fn send(office: &Postal, one: &Waiting) -> Outcome {
    let mail = &office.mail;
    let sender = mail.controller.get(&one.controller).unwrap_or(&mail.from);
    let name = sender.name.clone();
    let name = name.unwrap_or_else(|| office.app.settings.house.clone());
    let frame = Frame {
        subject: one.subject.clone(),
        lang: one.lang.tag(),
        written: render_own(&one.text, &office.app.settings.base_url),
        why: office
            .app
            .texts
            .of(one.lang)
            .s("newsletter-confirm-why")
            .to_owned(),
        from_whom: Vec::new(),
    };
    let heading = Heading {
        id: &one.id,
        domain: mail.own_name(),
        at: one.at,
        from: (Some(&name), &sender.address),
        reply_to: None,
        to: one.to.reveal(),
        list: None,
        out: Some((&one.stop, None)),
    };
    let Ok(message) = bytes(
        &heading,
        &frame,
        &Ends {
            links: &[],
            why: None,
        },
    ) else {
        return Outcome::Never(0);
    };
    let envelope = Envelope {
        from: sender.address.clone(),
        to: one.to.clone(),
    };
    office.sender.send(&envelope, &message).await
}
