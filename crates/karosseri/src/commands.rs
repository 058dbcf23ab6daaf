//! Commands that open the house, do one thing and end.

use std::{path::Path, process::ExitCode, sync::Arc};

use declaration::vocabulary::{Category, Role};
use store::StoreError;
use values::{Email, PersonName, World};

use crate::{
    cli::{Command, KeyCommand, StaffCommand},
    house::{House, HouseError, location},
    settings::Settings,
    upkeep,
};

/// How long a printed log-in link is good for.
const HALF_AN_HOUR_MS: i64 = 30 * 60_000;

fn other(error: &dyn std::fmt::Display) -> HouseError {
    HouseError::Other(error.to_string())
}

/// Runs a command in an open house.
///
/// # Errors
/// In words that say what to do.
pub async fn run(house: House, command: Command) -> Result<ExitCode, HouseError> {
    match command {
        Command::Prove { json } => prove(&house, json).await,
        Command::Sweep { dry_run: true, .. } => dry_run(&house).await,
        Command::Sweep { confirm, .. } => sweep(&house, confirm).await,
        Command::Backup { to } => backup(&house, &to).await,
        Command::Wash { file } => wash(&house, &file).await,
        Command::Key(KeyCommand::Rotate) => rotate(&house).await,
        Command::Key(KeyCommand::Show) => {
            let (generation, fingerprint) = house.vault.key_name();
            crate::say!("tenant key {fingerprint}, generation {generation}");
            Ok(ExitCode::SUCCESS)
        }
        Command::Staff(command) => staff_command(&house, command).await,
        Command::Log { command } => crate::log::run(&house, command).await,
        Command::Mail(command) => crate::mail::run(&house, command).await,
        Command::Serve
        | Command::Demo
        | Command::Restore { .. }
        | Command::Declaration(_)
        | Command::Site(_) => Err(HouseError::Other(
            "this command does not run in an open house".to_owned(),
        )),
    }
}

async fn prove(house: &House, json: bool) -> Result<ExitCode, HouseError> {
    let (app, _) = crate::serve::app(house, false).await?;
    let around = app
        .service::<Arc<dyn rights::Around>>()
        .map_err(|e| other(&e))?;
    let proof = rights::prove(&house.vault, around.as_ref()).await?;
    if json {
        let text = serde_json::to_string_pretty(&proof).map_err(|e| other(&e))?;
        crate::say!("{text}");
    } else {
        crate::say!("{}", proof.in_words());
    }
    Ok(if proof.fails() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn dry_run(house: &House) -> Result<ExitCode, HouseError> {
    let due = house.vault.due(house.world.now(), 100_000).await?;
    let rules = house.vault.rules();
    for due in &due {
        let about = match due.strand.category {
            Category::Staff => "a member of staff",
            category if category.is_of_vehicle() => "a vehicle",
            _ => "a person",
        };
        let why = due.last_reason.as_ref().map_or_else(
            || "no reason is left".to_owned(),
            |reason| {
                let rule = rules.cited(&reason.rule);
                let words = rule.map_or("", |rule| rule.text.in_lang(declaration::Lang::En));
                format!(
                    "{}: {words} (counted from {}, for {})",
                    reason.rule,
                    reason.started_at.local_date(),
                    reason.purpose
                )
            },
        );
        crate::say!(
            "strand {} {} of {about}, since {}: {why}",
            due.strand.id.get(),
            due.strand.category.as_str(),
            due.strand.keep_until.local_date(),
        );
    }
    if let Some(doubt) = house.vault.doubt().await? {
        crate::say!("the sweep asks first: {}", doubt.in_words());
    }
    crate::say!(
        "{} strands would be destroyed; nothing was changed",
        due.len()
    );
    Ok(ExitCode::SUCCESS)
}

async fn sweep(house: &House, confirm: bool) -> Result<ExitCode, HouseError> {
    let report = if confirm {
        house.vault.sweep().await?
    } else {
        match house.vault.sweep_or_ask().await? {
            vault::Night::Swept(report) => report,
            vault::Night::Asks(doubt) => {
                crate::say!("{}", doubt.in_words());
                crate::say!(
                    "nothing was destroyed; if that is right, run karosseri sweep --confirm"
                );
                return Ok(ExitCode::FAILURE);
            }
        }
    };
    crate::say!(
        "destroyed {}, kept by a hold {}, left for the next time {}, finished from before {}",
        report.destroyed,
        report.held,
        report.left,
        report.resumed
    );
    Ok(if report.left == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

async fn backup(house: &House, to: &Path) -> Result<ExitCode, HouseError> {
    let report = house.store().backup(to).await?;
    let (at, taken) = (house.world.now(), report.clone());
    let note = move |db: &mut dyn store::Db| upkeep::note_backup(db, &taken, at);
    house.store().write(note).await?;
    crate::say!("{}: {}", to.display(), told(&report));
    crate::say!("the tenant key is not in it: keep the custody folder apart, and keep it too");
    Ok(ExitCode::SUCCESS)
}

/// Brings a backup into an empty place; opening the house replays the erasure ledger before anything
/// can be read.
///
/// # Errors
/// When the place is not empty, the backup is damaged, or it is from before a key rotation.
pub async fn restore(
    settings: &Settings,
    world: World,
    from: &Path,
) -> Result<ExitCode, HouseError> {
    store::verify(from).await?;
    let report = store::restore(from, &location(settings), crate::parts::MIGRATIONS)
        .await
        .map_err(|e| match e {
            StoreError::Refused(reason) => HouseError::Other(format!("not restored: {reason}")),
            error => HouseError::Store(error),
        })?;
    crate::say!("{}: {}", from.display(), told(&report));
    let house = House::open(settings.clone(), world).await?;
    house.vault.log_restored().await?;
    let (generation, fingerprint) = house.vault.key_name();
    crate::say!("opens with tenant key {fingerprint}, generation {generation}");
    crate::say!("whoever was forgotten since the backup has been forgotten again");
    crate::say!("whoever said no since the backup is not written to");
    let halted = newsletter::was_fetched_back(&house.vault).await?;
    if halted > 0 {
        crate::say!(
            "newsletters that were under way: {halted}, halted; their pages say who had got them, and the rest can go on"
        );
    }
    Ok(ExitCode::SUCCESS)
}

fn told(report: &store::BackupReport) -> String {
    let rows: u64 = report.tables.iter().map(|table| table.rows).sum();
    format!(
        "{rows} rows in {} tables, {} bytes, verified",
        report.tables.len(),
        report.bytes
    )
}

/// Takes in the reservation register's list: keyed hashes only, whatever else stands in the file.
async fn wash(house: &House, file: &Path) -> Result<ExitCode, HouseError> {
    let opened = std::fs::File::open(file)
        .map_err(|error| HouseError::Other(format!("{}: {error}", file.display())))?;
    let washed = prospects::wash::take_in(&house.vault, opened)
        .await
        .map_err(|error| HouseError::Other(format!("{}: {error}", file.display())))?;
    println!(
        "taken in: {} telephone numbers, {} addresses; {} lines had something unreadable. Good for this month.",
        washed.phones, washed.addresses, washed.passed_over
    );
    let named: Vec<String> = washed
        .named
        .iter()
        .map(|one| one.line.to_string())
        .collect();
    if !named.is_empty() {
        println!("passed over in line {}", named.join(", "));
    }
    Ok(ExitCode::SUCCESS)
}

async fn rotate(house: &House) -> Result<ExitCode, HouseError> {
    let count = house.vault.rotate().await?;
    let (generation, fingerprint) = house.vault.key_name();
    crate::say!(
        "{count} strand keys are wrapped by tenant key {fingerprint}, generation {generation}"
    );
    crate::say!("the old key is destroyed: backups from before now cannot be opened any more");
    Ok(ExitCode::SUCCESS)
}

async fn staff_command(house: &House, command: StaffCommand) -> Result<ExitCode, HouseError> {
    let vault = &house.vault;
    let id = match command {
        StaffCommand::Add {
            name,
            email,
            role,
            controller,
        } => {
            let wrong = |what: &str, why: &str| HouseError::Other(format!("--{what}: {why}"));
            let name =
                PersonName::parse(&name).map_err(|_| wrong("name", "expected a full name"))?;
            let email =
                Email::parse(&email).map_err(|_| wrong("email", "expected an e-mail address"))?;
            let role = Role::from_name(&role).ok_or_else(|| {
                let known: Vec<&str> = Role::ALL.iter().map(|r| r.as_str()).collect();
                wrong("role", &format!("expected one of {}", known.join(", ")))
            })?;
            let declaration = vault.declaration();
            let controller = declaration
                .controllers()
                .iter()
                .find(|known| controller.as_ref().is_none_or(|key| known.key == *key))
                .ok_or_else(|| wrong("controller", "the declaration has no such controller"))?;
            staff::add(vault, name, email, role, controller.id)
                .await
                .map_err(|e| other(&e))?
        }
        StaffCommand::Link { email } => {
            let email = Email::parse(&email)
                .map_err(|_| HouseError::Other("--email: expected an e-mail address".into()))?;
            staff::find(vault, &email)
                .await
                .map_err(|e| other(&e))?
                .ok_or_else(|| HouseError::Other("nobody on the staff has that address".into()))?
        }
    };
    let path = staff::one_time_link(vault, id, HALF_AN_HOUR_MS)
        .await
        .map_err(|e| other(&e))?;
    crate::say!(
        "one-time log-in link: {}{path}",
        house.settings.text("base_url")
    );
    Ok(ExitCode::SUCCESS)
}
