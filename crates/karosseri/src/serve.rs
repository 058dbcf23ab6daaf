//! `karosseri serve` and `karosseri demo`: listeners, chores, and an end without loss.

use std::{process::ExitCode, sync::Arc};

use axum::Router;
use letters::{MailSettings, Mailer, Sender, Tls};
use tokio::{net::TcpListener, sync::watch};
use values::World;
use vault::Vault;
use vehicles::register::{
    HttpRegister, NoRegister, RegisterKey, RegisterSettings, VehicleRegister,
};
use web::{App, Services, StoredSessions};

use crate::{
    adapters, chores, demo,
    house::{House, HouseError},
    parts,
    settings::Settings,
};

/// Readiness: the store answers.
struct StoreReady(Vault, Arc<chores::Watch>, make::Accounts);

impl web::health::Ready for StoreReady {
    fn ready(&self) -> web::Later<'_, ()> {
        Box::pin(async move {
            self.0.last_sweep().await.map_err(web::Error::from)?;
            Ok(())
        })
    }

    fn ailments(&self) -> web::Later<'_, Vec<web::health::Ailment>> {
        Box::pin(async move {
            let mut all = rights::ailments(&self.0).await?;
            all.extend(rights::keeping(&self.0).await?);
            all.extend(make::ailments(&self.0, &self.2).await?);
            all.extend(prospects::wash::ailments(&self.0).await?);
            all.extend(self.1.ailment());
            Ok(all)
        })
    }
}

/// The house as an application: state and routes.
///
/// # Errors
/// When a part cannot be made from the settings.
pub async fn app(house: &House, is_demo: bool) -> Result<(App, Router), HouseError> {
    app_with(house, is_demo, demo::PostBox::default(), true).await
}

/// The same without the limits for each visitor, for load tests and for furnishing the demo.
///
/// # Errors
/// As [`app`].
pub async fn app_for_load(house: &House) -> Result<(App, Router), HouseError> {
    app_with(house, false, demo::PostBox::default(), false).await
}

async fn app_with(
    house: &House,
    is_demo: bool,
    post_box: demo::PostBox,
    limits: bool,
) -> Result<(App, Router), HouseError> {
    let other = |e: &dyn std::fmt::Display| HouseError::Other(e.to_string());
    let vault = house.vault.clone();
    let texts = web::Texts::build(parts::LANG).map_err(|e| HouseError::Texts(e.to_string()))?;
    site::remember_version(&vault, crate::house::PUBLISHED_DECLARATION)
        .await
        .map_err(|e| other(&e))?;
    site::remember_version(&vault, &house.declaration_text)
        .await
        .map_err(|e| other(&e))?;
    let around = Arc::new(adapters::Surroundings::of(house));
    let public_site = site::Site::new(vault.clone())
        .with_facts(Arc::new(adapters::Workshops(vault.clone(), texts.clone())))
        .with_proof(Arc::new(adapters::LatestProof(vault.clone())))
        .with_texts(&texts)
        .with_pages(adapters::pages(house)?);
    let services = Services::default()
        .with(vault.clone())
        .with(vault.store().clone())
        .with(register(house)?)
        .with(public_site.clone())
        .with(panels())
        .with(customers::Besides(vec![
            Arc::new(bookings::BookingsBeside),
            Arc::new(repairs::RepairsBeside),
            Arc::new(newsletter::NewsletterBeside),
            Arc::new(make::MakeBeside),
        ]))
        .with(bookings::Catalogues::default())
        .with(crate::upkeep::Upkeep::of(house))
        .with(post_box)
        .with(around.clone() as Arc<dyn rights::Around>)
        .with(Arc::new(adapters::Officers(vault.clone())) as Arc<dyn rights::PrivacyDesk>);
    let accounts = make_accounts(house)?;
    let services = with_health(&vault, &accounts, services);
    let services = adapters::counter(house, &public_site, services)?;
    let services = with_watch(house, services, is_demo, limits);
    let services = with_newsletter(house, services)?;
    let services = with_newsletter_service(accounts, services);
    let app = App::new(web::House {
        world: house.world.clone(),
        texts,
        settings: web::Settings {
            base_url: house.settings.text("base_url").to_owned(),
            house: house_name(&vault.declaration()),
            demo: is_demo,
            behind_proxy: house.settings.yes("behind_proxy"),
            limits,
        },
        tagger: Arc::new(vault.clone()),
        sessions: Arc::new(StoredSessions::new(vault.store().clone())),
        services,
    });
    let router = web::router(&app, parts::routes());
    around.open_doors(router.clone());
    around.count_with(counter_of(&app)?);
    Ok((app, router))
}

/// Health, with what the chores say of themselves.
fn with_health(vault: &Vault, accounts: &make::Accounts, services: Services) -> Services {
    let watch = Arc::new(chores::Watch::default());
    let ready = StoreReady(vault.clone(), watch.clone(), accounts.clone());
    let ready: Arc<dyn web::health::Ready> = Arc::new(ready);
    services.with(ready).with(watch)
}

/// What the customer's own page is made of.
fn panels() -> customers::MinePanels {
    let mut panels = customers::panels();
    panels.push(Arc::new(bookings::BookingsPanel));
    panels.extend(repairs::panels());
    panels.extend(rights::panels());
    customers::MinePanels(panels)
}

/// What the house is called on its pages: the word its legal entities' names begin with, or the first
/// one's name.
fn house_name(declaration: &declaration::Declaration) -> String {
    let names: Vec<&str> = declaration
        .controllers()
        .iter()
        .map(|c| c.name.as_str())
        .collect();
    let Some(first) = names.first() else {
        return declaration.tenant().to_owned();
    };
    let word = first.split(' ').next().unwrap_or(first);
    let shared = names.len() > 1
        && names
            .iter()
            .all(|name| name.split(' ').next() == Some(word));
    if shared {
        word.to_owned()
    } else {
        (*first).to_owned()
    }
}

/// Openings out of the ordinary are noticed: today's work, the hours, the cases, the colleagues. A house
/// that is furnished or measured without limits does its work through time as it likes.
fn with_watch(house: &House, services: Services, is_demo: bool, limits: bool) -> Services {
    let colleagues = Arc::new(adapters::Colleagues(house.vault.clone()));
    if limits {
        house.vault.watch_with(Arc::new(adapters::Today {
            asks: house.settings.text("unusual_reads") == "ask",
            always_open: is_demo,
        }));
    }
    services
        .with(Arc::new(adapters::KnownCases) as Arc<dyn rights::Cases>)
        .with(colleagues.clone() as Arc<dyn rights::Officers>)
        .with(colleagues as Arc<dyn web::StaffNames>)
}

/// Sign-ups are taken only where a confirmation can be asked for.
fn with_newsletter(house: &House, services: Services) -> Result<Services, HouseError> {
    let workshops = Arc::new(adapters::Wishable(house.vault.clone()));
    let services = services
        .with(newsletter::Office::new())
        .with(workshops as Arc<dyn newsletter::Workshops>);
    Ok(match mail_settings(house)? {
        Some(_) => services.with(newsletter::SignUps::new()),
        None => services,
    })
}

/// The newsletter service, and what it has to tell the desk.
fn with_newsletter_service(accounts: make::Accounts, services: Services) -> Services {
    let board = web::BulletinBoard(vec![Arc::new(make::MakeBulletins)]);
    services.with(accounts).with(board)
}

/// The accounts at the newsletter service that the settings name, checked against the declaration.
fn make_accounts(house: &House) -> Result<make::Accounts, HouseError> {
    let written = house.settings.text("make");
    make::Accounts::read(written, &house.vault.declaration())
        .map_err(|e| HouseError::Other(format!("setting `make`: {e}")))
}

/// The newsletter's office opens: confirmations and campaigns leave through the house's mail server.
fn open_office(
    app: &App,
    settings: &Settings,
    mailer: &Mailer,
    tasks: &mut tokio::task::JoinSet<()>,
) -> Result<(), HouseError> {
    let other = |e: web::Error| HouseError::Other(e.to_string());
    let sender = Arc::new(newsletter::Plain::new(mailer.clone()));
    let mail = mailer.settings().clone();
    let number = |name: &str| settings.text(name).parse::<u32>();
    let usual = newsletter::Pace::default();
    let pace = newsletter::Pace {
        hands: number("mail_connections").map_or(usual.hands, |n| n as usize),
        a_domain_a_minute: number("mail_domain_a_minute").unwrap_or(usual.a_domain_a_minute),
        ..usual
    };
    let postal = newsletter::Postal::new(app.clone(), sender, mail, pace).map_err(other)?;
    let office = app.service::<newsletter::Office>().map_err(other)?;
    office.open(postal.clone());
    let sign_ups = app.service::<Arc<newsletter::SignUps>>().map_err(other)?;
    tasks.spawn(sign_ups.clone().work_through(postal.clone()));
    tasks.spawn(postal.work_through());
    Ok(())
}

/// The vehicle register the settings name; without a key nothing is looked up.
fn register(house: &House) -> Result<Arc<dyn VehicleRegister>, HouseError> {
    let Some(key) = house.settings.given("register_key") else {
        return Ok(Arc::new(NoRegister));
    };
    let settings = RegisterSettings::at(house.settings.text("register_url"), RegisterKey::new(key));
    HttpRegister::new(&settings, house.world.clock.clone())
        .map(|register| Arc::new(register) as Arc<dyn VehicleRegister>)
        .map_err(|e| HouseError::Other(format!("setting `register_url`: {e}")))
}

/// The mail server the settings name.
fn mail_settings(house: &House) -> Result<Option<MailSettings>, HouseError> {
    let settings = &house.settings;
    let Some(host) = settings.given("mail_host") else {
        return Ok(None);
    };
    let declaration = house.vault.declaration();
    let address = settings
        .given("mail_from")
        .map(str::to_owned)
        .or_else(|| declaration.controllers().first().map(|c| c.email.clone()))
        .unwrap_or_default();
    // The return address is read where its Maildir is named.
    let returns = settings.given("mail_return_address").unwrap_or(&address);
    let read_at = settings.given("mail_returns_maildir");
    let read_at = read_at.map(|_| returns.to_owned());
    let mail = MailSettings {
        host: host.to_owned(),
        port: settings.text("mail_port").parse().unwrap_or(25),
        tls: match settings.text("mail_tls") {
            "none" => Tls::None,
            "tls" => Tls::Implicit,
            _ => Tls::Starttls,
        },
        user: settings.given("mail_user").map(str::to_owned),
        password: settings.given("mail_password").map(str::to_owned),
        from: Sender {
            name: None,
            address,
        },
        helo: None,
        controller: std::collections::BTreeMap::new(),
        read_at,
    };
    mail.check().map_err(HouseError::Other)?;
    Ok(Some(mail))
}

/// Runs the house until it is told to stop.
///
/// # Errors
/// When a listener cannot be opened or the house cannot be assembled.
pub async fn serve(house: House) -> Result<ExitCode, HouseError> {
    let (app, router) = app(&house, false).await?;
    if let Some(code) = staff::set_up_code(&house.vault)
        .await
        .map_err(|e| HouseError::Other(e.to_string()))?
    {
        crate::say!(
            "This house is empty. Open {}/forste-gang",
            house.settings.text("base_url")
        );
        crate::say!("and give the set-up code {code}");
    }
    run(house, app, router).await
}

/// Runs the demo: a furnished house in a folder of its own, with a vehicle register double and a
/// mailbox on loopback.
///
/// # Errors
/// As [`serve`].
pub async fn demo(settings: Settings, world: World) -> Result<ExitCode, HouseError> {
    let (settings, mail_server) = demo::with_surroundings(settings).await?;
    demo::furnish_whole(&settings).await?;
    let house = House::open(settings, world).await?;
    let has_post_box = mail_server.is_some();
    let (app, router) = app_with(&house, true, demo::PostBox::on(mail_server), true).await?;
    demo::print_addresses(&house, has_post_box).await?;
    run(house, app, router).await
}

async fn run(house: House, app: App, router: Router) -> Result<ExitCode, HouseError> {
    let (stop, stopped) = watch::channel(false);
    let listener = listen(house.settings.text("listen"), "listen").await?;
    let mut tasks = tokio::task::JoinSet::new();
    if house.settings.text("health_listen") != "off" {
        let health = listen(house.settings.text("health_listen"), "health_listen").await?;
        let router = web::health::router(app.clone());
        tasks.spawn(until(health, router, stopped.clone()));
    }
    match mail_settings(&house)? {
        Some(mail) => {
            let mailer = crate::mail::mailer(&house.settings, mail)?;
            open_office(&app, &house.settings, &mailer, &mut tasks)?;
            tasks.spawn(letters::work_through(house.vault.clone(), mailer));
        }
        None => tracing::warn!("no mail_host is set: letters wait in the outbox"),
    }
    tasks.spawn(customers::work_through(app.clone()));
    tasks.spawn(chores::daily(house.clone(), app.clone()));
    tasks.spawn(make::work_through(app.clone()));
    let counter = counter_of(&app)?;
    adapters::know_places(&house, &counter);
    let (store, world) = (house.store().clone(), house.world.clone());
    tasks.spawn(statistics::work_through(counter.clone(), store, world));
    tracing::info!("listening on {}", house.settings.text("listen"));
    let serving = tokio::spawn(until(listener, router, stopped));
    wait_for_end().await;
    tracing::info!("stopping");
    // The receivers may be gone already: then there is nothing left to stop.
    let _ = stop.send(true);
    let _ = tokio::time::timeout(std::time::Duration::from_secs(10), serving).await;
    tasks.abort_all();
    if let Err(error) = counter.flush(house.store(), house.world.now()).await {
        tracing::warn!(%error, "the last visits were not written");
    }
    Ok(ExitCode::SUCCESS)
}

fn counter_of(app: &App) -> Result<Arc<statistics::Counter>, HouseError> {
    app.service::<Arc<statistics::Counter>>()
        .cloned()
        .map_err(|e| HouseError::Other(e.to_string()))
}

async fn listen(address: &str, setting: &str) -> Result<TcpListener, HouseError> {
    TcpListener::bind(address).await.map_err(|e| {
        HouseError::Other(format!(
            "setting `{setting}`: cannot listen on {address}: {e}"
        ))
    })
}

async fn until(listener: TcpListener, router: Router, mut stopped: watch::Receiver<bool>) {
    let service = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    let end = async move {
        // The sender lives as long as the house.
        let _ = stopped.wait_for(|stopped| *stopped).await;
    };
    if let Err(error) = axum::serve(listener, service)
        .with_graceful_shutdown(end)
        .await
    {
        tracing::error!(%error, "listener");
    }
}

async fn wait_for_end() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
