//! `karosseri log …`: the opening log, checked in the database, written to a file, and checked there by
//! somebody who has neither the database nor any secret.

use std::{
    fs::File,
    io::{BufReader, BufWriter},
    path::Path,
    process::ExitCode,
};

use values::Moment;
use vault::{ChainReport, VaultError};

use crate::{
    cli::LogCommand,
    house::{House, HouseError},
};

/// How often the end of the log is signed by itself.
const SIGN_EVERY_MINUTES: i64 = 60;

/// Runs a command in an open house.
///
/// # Errors
/// When the store, the custody or the file fails.
pub async fn run(house: &House, command: Option<LogCommand>) -> Result<ExitCode, HouseError> {
    match command {
        None => {
            let report = house.vault.check_chain().await?;
            told(&report);
            Ok(code(&report))
        }
        Some(LogCommand::Export { to }) => {
            let file = File::create(&to).map_err(|e| HouseError::file(&to, &e))?;
            let lines = house.vault.export_log(BufWriter::new(file)).await?;
            let (key, _) = house.vault.log_key()?;
            crate::say!("{}: {lines} lines, up to a signed end", to.display());
            crate::say!(
                "check it anywhere: karosseri log verify {} --key {key}",
                to.display()
            );
            Ok(ExitCode::SUCCESS)
        }
        Some(LogCommand::Key) => {
            let (key, head) = house.vault.log_key()?;
            crate::say!("public key {key}");
            if let Some(head) = head {
                crate::say!(
                    "end {}:{} signed {}",
                    head.seq,
                    head.hash,
                    head.at.rfc3339()
                );
            }
            Ok(ExitCode::SUCCESS)
        }
        Some(LogCommand::Verify { file, key, head }) => {
            verify(&file, key.as_deref(), head.as_deref())
        }
    }
}

/// Checks a file of the log.
///
/// # Errors
/// When the file cannot be read or is no log.
pub fn verify(path: &Path, key: Option<&str>, head: Option<&str>) -> Result<ExitCode, HouseError> {
    let file = File::open(path).map_err(|e| HouseError::file(path, &e))?;
    let kept = head.map(|head| {
        let parts = head.split_once(':');
        let number = parts.and_then(|(seq, hash)| Some((seq.parse().ok()?, hash)));
        number.ok_or_else(|| HouseError::Other("--head: expected NUMBER:HASH".to_owned()))
    });
    let report = vault::verify_log(BufReader::new(file), key, kept.transpose()?)
        .map_err(|e| HouseError::Other(format!("{}: {e}", path.display())))?;
    told(&report.chain);
    crate::say!("last hash {}", report.end);
    match (key, report.keys.as_slice()) {
        (_, []) => crate::say!("no end is signed: nothing shows whether lines were cut off"),
        (Some(_), [key]) => crate::say!("signed with the key given, {key}"),
        (_, keys) => crate::say!(
            "signed with {}: compare with /personvern/logg-nokkel, or give --key",
            keys.join(", ")
        ),
    }
    if report.unsigned > 0 {
        crate::say!("{} lines after the last signed end", report.unsigned);
    }
    Ok(code(&report.chain))
}

fn told(report: &ChainReport) {
    match report.broken_at {
        None => crate::say!("{} lines, the chain is whole", report.lines),
        Some(line) => {
            crate::say!("{} lines; the chain is broken at line {line}", report.lines);
        }
    }
    if let Some((seq, at)) = report.last_head {
        let heads = report.heads;
        crate::say!(
            "{heads} signed ends fit, the last at line {seq}, {}",
            at.rfc3339()
        );
    }
    for (first, last, at) in &report.lost {
        crate::say!(
            "lines {first} to {last} were lost when a backup was restored, {}",
            at.rfc3339()
        );
    }
}

fn code(report: &ChainReport) -> ExitCode {
    if report.whole() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Signs the end of the log when the last signed one is an hour old, or dated in the future: then a clock
/// was wrong, and there is nothing to wait for.
///
/// # Errors
/// When the store or the custody fails.
pub async fn sign(house: &House, now: Moment) -> Result<(), VaultError> {
    let (_, last) = house.vault.log_key()?;
    let fresh = |at: Moment| at <= now.plus_days(1) && now < at.plus_minutes(SIGN_EVERY_MINUTES);
    if !last.is_some_and(|last| fresh(last.at)) {
        house.vault.sign_log().await?;
    }
    Ok(())
}
