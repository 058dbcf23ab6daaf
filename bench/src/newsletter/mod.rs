//! Row 10: a campaign into Postfix's `smtp-sink`, signed and not, beside Postfix's own `smtp-source` into the
//! same sink in the same run; and what a long list costs in memory.

mod list;

use std::{
    path::Path,
    process::Stdio,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use ::newsletter::{
    Envelope, Pace, Plain, Postal, Sender, Sending,
    campaign::{self, About, Act},
    progress,
    subscriber::{Came, subscribe},
    topics::{self, Choice, Wishes},
};
use dispatch::dkim::{KeyText, Signer};
use karosseri::house::House;
use letters::{MailSettings, Mailer};
use tokio::process::{Child, Command};
use values::{Email, SubjectId};
use vault::{Actor, SigningKind, new_signing_key};
use web::{App, Lang};

pub use list::send_list;
use list::{lay_list, list};

use crate::{
    Res, fixture,
    stats::{Rounds, short},
    table::Table,
};

/// Recipients of a campaign; `KAROSSERI_BENCH_RECIPIENTS` says otherwise.
const RECIPIENTS: usize = 3_000;
/// People on the long list; `KAROSSERI_BENCH_LIST` says otherwise.
const LIST: i64 = 1_000_000;
/// Of the long list, people who are there and get their letter; `KAROSSERI_BENCH_PEOPLE` says otherwise.
const THERE: usize = 20_000;
const ROUNDS: usize = 3;
/// Subscribers laid down at once.
const AT_ONCE: usize = 64;

/// A sender that weighs what it hands on.
struct Weighed(Plain, Arc<AtomicU64>);

impl Sender for Weighed {
    fn send<'a>(&'a self, envelope: &'a Envelope, message: &'a [u8]) -> Sending<'a> {
        self.1.fetch_add(message.len() as u64, Ordering::Relaxed);
        self.0.send(envelope, message)
    }
}

/// A sink on a port of this machine, stopped when dropped.
struct Sink {
    _process: Child,
    port: u16,
}

impl Sink {
    async fn start() -> Res<Self> {
        let port = std::net::TcpListener::bind("127.0.0.1:0")?
            .local_addr()?
            .port();
        let process = Command::new("/usr/sbin/smtp-sink")
            .args(["-u", "nobody"])
            .args([format!("127.0.0.1:{port}"), "1000".to_owned()])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()?;
        for _ in 0..100 {
            if std::net::TcpStream::connect(("127.0.0.1", port)).is_ok() {
                return Ok(Self {
                    _process: process,
                    port,
                });
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Err("smtp-sink does not listen".into())
    }
}

/// Measures the row.
pub async fn run(table: &mut Table, folder: &Path) -> Res<()> {
    if !Path::new("/usr/sbin/smtp-sink").exists() {
        eprintln!("no smtp-sink (Postfix): row 10 is left out");
        return Ok(());
    }
    let house = fixture::open(folder, None).await?;
    let (app, _) = karosseri::serve::app_for_load(&house).await?;
    let choice = *topics::all(&house.vault.declaration())
        .first()
        .ok_or("a topic")?;
    let recipients = said("KAROSSERI_BENCH_RECIPIENTS", RECIPIENTS);
    people(&house, choice, "leser", recipients).await?;
    speed(table, &house, &app, choice, recipients).await?;
    let there = said("KAROSSERI_BENCH_PEOPLE", THERE);
    let count = i64::try_from(said("KAROSSERI_BENCH_LIST", usize::try_from(LIST)?))?;
    lay_list(&house, there, count).await?;
    house.store().clone().close().await?;
    list(table, folder, there, count).await
}

/// A number from the environment.
fn said(name: &str, otherwise: usize) -> usize {
    let said = std::env::var(name).ok();
    said.and_then(|n| n.parse().ok()).unwrap_or(otherwise)
}

async fn people(house: &House, choice: Choice, name: &str, count: usize) -> Res<()> {
    let version = house.vault.declaration().version().to_string();
    let at = house.world.now();
    for from in (0..count).step_by(AT_ONCE) {
        let mut all = tokio::task::JoinSet::new();
        for number in from..count.min(from + AT_ONCE) {
            let (vault, version) = (house.vault.clone(), version.clone());
            let email = Email::parse(&format!("{name}{number}@d{}.example.no", number % 500))
                .map_err(|_| "an address")?;
            all.spawn(async move {
                let came = Came {
                    form: "newsletter",
                    lang: Lang::Nb,
                    at,
                    actor: Actor::Visitor,
                };
                let wishes = Wishes::default();
                subscribe(&vault, &email, &[choice], &wishes, &version, came).await
            });
        }
        while let Some(done) = all.join_next().await {
            done??;
        }
    }
    Ok(())
}

async fn drafted(house: &House, choice: Choice) -> Res<i64> {
    let about = About {
        choice,
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: true,
    };
    // Both forms of it, the foot and the headers make about 12 KiB.
    let text =
        "Nå er det tid for vårsjekk av kran og lift, og vi har ledige timer i begge verkstedene. \
                Les mer på [siden vår](https://verksted.example/bestill).\n\n"
            .repeat(27);
    let by = SubjectId::from_raw(1);
    let (subject, text) = ("Vårsjekk".to_owned(), format!("# Vår\n\n{text}"));
    let id = campaign::draft(&house.vault, about, subject, text, by).await?;
    let now = house.world.now();
    if !campaign::act(&house.vault, id, Act::Schedule(now)).await? {
        return Err("the campaign is not scheduled".into());
    }
    Ok(id)
}

/// A signer with RSA, and with Ed25519 beside it (RFC 8463).
fn signer(both: bool) -> Res<Arc<Signer>> {
    let rsa = new_signing_key(SigningKind::Rsa2048)?;
    let short = new_signing_key(SigningKind::Ed25519)?;
    let key = |selector, pem| KeyText { selector, pem };
    let second = both.then(|| key("bench-ed", &short));
    let signer = Signer::new("verksted.example", Some(key("bench", &rsa)), second)?;
    Ok(Arc::new(signer))
}

async fn lane(office: &Arc<Postal>, house: &House, id: i64, recipients: i64) -> Res<()> {
    loop {
        let turned = office.turn().await?;
        if turned.sent > 0 {
            continue;
        }
        let told = progress(&house.vault, id).await?;
        if turned.away || (told.waiting == 0 && told.all() >= recipients) {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
}

/// Messages a second of one campaign, and the size of a message.
async fn campaign_of(
    house: &House,
    app: &App,
    choice: Choice,
    port: u16,
    signer: Option<Arc<Signer>>,
    recipients: usize,
) -> Res<(f64, u64)> {
    let mail = MailSettings::local(port, "post@verksted.example");
    let mut mailer = Mailer::new(mail.clone())?;
    if let Some(signer) = signer {
        mailer = mailer.signing(signer);
    }
    let weight = Arc::new(AtomicU64::new(0));
    let sender = Arc::new(Weighed(Plain::new(mailer), weight.clone()));
    let office = Postal::new(app.clone(), sender, mail, Pace::default())?;
    let id = drafted(house, choice).await?;
    let began = Instant::now();
    // Two lanes, as the house has them.
    let all = i64::try_from(recipients)?;
    let lane = || lane(&office, house, id, all);
    let (one, other) = tokio::join!(lane(), lane());
    one.and(other)?;
    let seconds = began.elapsed().as_secs_f64();
    let told = progress(&house.vault, id).await?;
    // The demo has subscribers of its own besides.
    if told.sent < all || told.waiting != 0 {
        return Err(format!("not everybody got it: {told:?}").into());
    }
    let sent = recipients as u64;
    Ok((
        sent as f64 / seconds,
        weight.load(Ordering::Relaxed) / sent.max(1),
    ))
}

/// Postfix's own source: as many messages of as many bytes on as many connections.
async fn source(port: u16, recipients: usize, bytes: u64) -> Res<f64> {
    let began = Instant::now();
    let status = Command::new("/usr/sbin/smtp-source")
        .args(["-d", "-s", &Pace::default().hands.to_string()])
        .args(["-l", &bytes.to_string(), "-m", &recipients.to_string()])
        .args(["-f", "post@verksted.example", "-t", "leser@example.no"])
        .arg(format!("127.0.0.1:{port}"))
        .stdout(Stdio::null())
        .status()
        .await?;
    if !status.success() {
        return Err("smtp-source failed".into());
    }
    Ok(recipients as f64 / began.elapsed().as_secs_f64())
}

async fn speed(
    table: &mut Table,
    house: &House,
    app: &App,
    choice: Choice,
    recipients: usize,
) -> Res<()> {
    let sink = Sink::start().await?;
    let (signer, both) = (signer(false)?, signer(true)?);
    let [mut unsigned, mut signed, mut twice, mut bare] = [(); 4].map(|()| Rounds::default());
    let mut bytes = 12 << 10;
    for _ in 0..ROUNDS {
        let plain = campaign_of(house, app, choice, sink.port, None, recipients).await?;
        bytes = plain.1;
        unsigned.add(plain.0);
        let keys = Some(signer.clone());
        let with = campaign_of(house, app, choice, sink.port, keys, recipients).await?;
        signed.add(with.0);
        let keys = Some(both.clone());
        let with = campaign_of(house, app, choice, sink.port, keys, recipients).await?;
        twice.add(with.0);
        // More of them: a short run would measure its start.
        bare.add(source(sink.port, recipients * 4, bytes).await?);
    }
    let alone = signing(&signer, bytes);
    let kib = bytes as f64 / 1024.0;
    for (job, rate, goal, wants) in [
        (
            "signed with RSA-2048",
            &signed,
            "≥ 2,700/s; ≥ 0.5 of smtp-source less the signing",
            2_700.0,
        ),
        (
            "signed with RSA-2048 and Ed25519",
            &twice,
            "≥ 2,700/s, as with one key",
            2_700.0,
        ),
        (
            "unsigned",
            &unsigned,
            "≥ 7,200/s; ≥ 0.5 of smtp-source",
            7_200.0,
        ),
    ] {
        table.add(
            "10",
            format!("newsletter to {recipients}, {kib:.1} KiB, {job}"),
            format!("{rate} messages/s"),
            format!(
                "smtp-source {bare} /s: ÷ = {}; signing alone {} /s on one core; fdatasync in each mark",
                rate.over(&bare),
                short(alone)
            ),
            goal,
            Some(rate.median() >= wants),
        );
    }
    Ok(())
}

/// Signatures a second on one core.
fn signing(signer: &Signer, bytes: u64) -> f64 {
    let mut message = "From: a@verksted.example\r\nTo: b@example.no\r\n\r\n".to_owned();
    while (message.len() as u64) < bytes {
        message.push_str("Nå er det tid for vårsjekk av kran og lift.\r\n");
    }
    let began = Instant::now();
    let count = 500;
    for _ in 0..count {
        // What fails here has failed in the campaign before.
        let _ = std::hint::black_box(signer.sign(message.as_bytes()));
    }
    f64::from(count) / began.elapsed().as_secs_f64()
}
