//! `karosseri mail keys`: two new keys and the records to publish.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt},
    path::{Path, PathBuf},
    process::ExitCode,
};

use dispatch::dkim::{KeyText, Signer};
use vault::{SigningKind, new_signing_key};

use crate::{house::HouseError, settings::Settings};

use super::{FILES, folder};

/// The longest piece of a text record (RFC 1035, 3.3).
const PIECE: usize = 255;

pub(super) fn run(
    settings: &Settings,
    domain: &str,
    to: Option<&Path>,
) -> Result<ExitCode, HouseError> {
    let rsa = new_signing_key(SigningKind::Rsa2048)?;
    let ed25519 = new_signing_key(SigningKind::Ed25519)?;
    let signer = Signer::new(
        domain,
        Some(KeyText {
            selector: settings.text("mail_dkim_rsa_selector"),
            pem: &rsa,
        }),
        Some(KeyText {
            selector: settings.text("mail_dkim_ed25519_selector"),
            pem: &ed25519,
        }),
    )
    .map_err(|e| HouseError::Other(e.to_string()))?;
    let to = to.map_or_else(|| folder(settings), PathBuf::from);
    let files = FILES.map(|name| to.join(name));
    if let Some(there) = files.iter().find(|file| file.exists()) {
        return Err(HouseError::Other(format!(
            "{}: there is a key already, and it is not written over; mail signed with it would not be believed any more",
            there.display()
        )));
    }
    fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(&to)
        .map_err(|e| HouseError::file(&to, &e))?;
    for (file, key) in files.iter().zip([&rsa, &ed25519]) {
        write(file, key).map_err(|e| HouseError::file(file, &e))?;
    }
    tell(settings, &signer, &files);
    Ok(ExitCode::SUCCESS)
}

fn write(file: &Path, text: &str) -> std::io::Result<()> {
    let mut file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(file)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

fn tell(settings: &Settings, signer: &Signer, files: &[PathBuf; 2]) {
    let domain = signer.domain();
    crate::say!("Two keys are made; nobody else needs to see them:");
    for file in files {
        crate::say!("  {}", file.display());
    }
    crate::say!("\nIn the settings file:\n");
    crate::say!("[mail.dkim]\ndomain = \"{domain}\"");
    for (name, file) in ["rsa_key", "ed25519_key"].into_iter().zip(files) {
        // The usual place needs no word.
        if file.parent() != Some(folder(settings).as_path()) {
            let file = fs::canonicalize(file).unwrap_or_else(|_| file.clone());
            crate::say!("{name} = \"{}\"", file.display());
        }
    }
    crate::say!("\nAt the domain's name servers:\n");
    for (name, text) in signer.records() {
        crate::say!("{name}. IN TXT {}", pieces(&text));
    }
    let own = match settings.given("mail_host") {
        Some(host) if host.parse::<std::net::IpAddr>().is_err() && host != "localhost" => {
            format!("a:{host} ")
        }
        _ => String::new(),
    };
    crate::say!("\nIf the domain has none yet (there may be only one of each):\n");
    crate::say!("{domain}. IN TXT \"v=spf1 {own}mx ~all\"");
    crate::say!("_dmarc.{domain}. IN TXT \"v=DMARC1; p=quarantine\"");
    crate::say!("\nThen: karosseri mail check");
}

/// A text record as zone files have it: pieces of at most 255 bytes, which are read as one.
fn pieces(text: &str) -> String {
    let pieces: Vec<String> = text
        .as_bytes()
        .chunks(PIECE)
        .map(|piece| format!("\"{}\"", String::from_utf8_lossy(piece)))
        .collect();
    pieces.join(" ")
}
