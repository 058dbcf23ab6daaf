//! Karosseri: the customer system of a vehicle-body workshop, in which the privacy declaration is the
//! program. This crate assembles the slices, reads the settings and answers the command line.

#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

/// Prints a line. Whoever has stopped reading (`| head`) has read enough: that is no error.
macro_rules! say {
    ($($text:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(std::io::stdout(), $($text)*);
    }};
}
pub(crate) use say;

pub mod adapters;
pub mod api;
pub mod checks;
pub mod chores;
pub mod cli;
pub mod commands;
pub mod declare;
pub mod demo;
pub mod house;
pub mod log;
pub mod mail;
pub mod parts;
pub mod serve;
pub mod settings;
pub mod upkeep;

use std::process::ExitCode;

use cli::{Cli, Command};
use house::{House, HouseError};
use settings::Settings;
use values::World;

/// Texts of the demo's own pages.
pub const LANG: web::LangFiles = web::lang_files!("lang");

/// Runs a command line.
#[must_use]
pub fn run(cli: Cli) -> ExitCode {
    let settings = match read_settings(&cli) {
        Ok(settings) => settings,
        Err(error) => return refuse(&error),
    };
    start_log(settings.text("log"));
    if let Command::Declaration(command) = &cli.command {
        return declare::run(command).unwrap_or_else(|error| refuse(&error));
    }
    if let Command::Log {
        command: Some(cli::LogCommand::Verify { file, key, head }),
    } = &cli.command
    {
        return log::verify(file, key.as_deref(), head.as_deref())
            .unwrap_or_else(|error| refuse(&error));
    }
    if let Command::Mail(cli::MailCommand::Keys { domain, to }) = &cli.command {
        return mail::keys(&settings, domain, to.as_deref()).unwrap_or_else(|error| refuse(&error));
    }
    if let Command::Site(cli::SiteCommand::Check { folder }) = &cli.command {
        let folder = folder
            .clone()
            .unwrap_or_else(|| settings.path_in_data("site_folder", "site"));
        return declare::check_site(&folder).unwrap_or_else(|error| refuse(&error));
    }
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build();
    match runtime {
        Ok(runtime) => runtime
            .block_on(run_in(cli.command, settings))
            .unwrap_or_else(|error| refuse(&error)),
        Err(error) => refuse(&error),
    }
}

async fn run_in(command: Command, settings: Settings) -> Result<ExitCode, HouseError> {
    let world = World::system();
    match command {
        Command::Restore { from } => commands::restore(&settings, world, &from).await,
        Command::Demo => serve::demo(settings, world).await,
        Command::Serve => serve::serve(House::open(settings, world).await?).await,
        other => commands::run(House::open(settings, world).await?, other).await,
    }
}

fn read_settings(cli: &Cli) -> Result<Settings, settings::SettingsError> {
    let mut said = cli.place.overrides();
    if matches!(cli.command, Command::Demo) && cli.place.data.is_none() {
        said.push(("data", "demo-data".to_owned()));
    }
    Settings::read(cli.place.settings.as_deref(), std::env::vars(), &said)
}

/// Logs to standard error: levels and events, no personal data at any level.
fn start_log(level: &str) {
    let filter = tracing_subscriber::EnvFilter::new(format!("warn,karosseri={level},web={level}"));
    // A second start in one process (tests) keeps the first log.
    let _ = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_target(false)
        .try_init();
}

fn refuse(error: &dyn std::fmt::Display) -> ExitCode {
    eprintln!("karosseri: {error}");
    ExitCode::from(2)
}
