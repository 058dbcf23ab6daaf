//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// The customer system of a vehicle-body workshop, in which the privacy declaration is the program.
#[derive(Debug, Parser)]
#[command(version, about)]
pub struct Cli {
    /// Where and how.
    #[command(flatten)]
    pub place: Place,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where the data lies and which settings are used.
#[derive(Clone, Debug, Args)]
pub struct Place {
    /// Settings file (docs/settings.md)
    #[arg(long, global = true, env = "KAROSSERI_SETTINGS")]
    pub settings: Option<PathBuf>,
    /// Data folder, instead of the one in the settings
    #[arg(long, global = true)]
    pub data: Option<PathBuf>,
    /// A PostgreSQL server (postgres://…) instead of SQLite in the data folder
    #[arg(long, global = true)]
    pub database: Option<String>,
    /// Address and port to listen on, instead of the one in the settings
    #[arg(long, global = true)]
    pub listen: Option<String>,
}

impl Place {
    /// What the command line says of the settings.
    #[must_use]
    pub fn overrides(&self) -> Vec<(&'static str, String)> {
        let mut said = Vec::new();
        if let Some(data) = &self.data {
            said.push(("data", data.display().to_string()));
        }
        if let Some(database) = &self.database {
            said.push(("database", database.clone()));
        }
        if let Some(listen) = &self.listen {
            said.push(("listen", listen.clone()));
            said.push((
                "base_url",
                format!("http://{}", listen.replace("127.0.0.1", "localhost")),
            ));
        }
        said
    }
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the house: site, desk, API and chores
    Serve,
    /// Run a house with two companies, three workshops and synthetic customers in ./demo-data
    Demo,
    /// Check, show and compare declarations
    #[command(subcommand)]
    Declaration(DeclarationCommand),
    /// Walk every clause of the declaration on live data; exit code 0 only if none fails
    Prove {
        /// For machines
        #[arg(long)]
        json: bool,
    },
    /// Destroy what has outlived its last reason (also done daily by `serve`)
    Sweep {
        /// Only list what would go, and why
        #[arg(long)]
        dry_run: bool,
        /// Go on although the clock or the number is unusual
        #[arg(long, conflicts_with = "dry_run")]
        confirm: bool,
    },
    /// Write a verified backup of the data (never of the key) to a file
    Backup {
        /// The file to write
        to: PathBuf,
    },
    /// Bring a backup into an empty data folder or schema; who was forgotten since stays forgotten
    Restore {
        /// The file to read
        from: PathBuf,
    },
    /// The tenant key
    #[command(subcommand)]
    Key(KeyCommand),
    /// Staff
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Take in the list of the reservation register (CSV with `telefon`, or `navn` and `postnummer`); `/stab/reservasjoner` does the same
    Wash {
        /// The file
        file: PathBuf,
    },
    /// The site's own pages in Markdown
    #[command(subcommand)]
    Site(SiteCommand),
    /// Mail: keys to sign with, and whether the domain is set up
    #[command(subcommand)]
    Mail(MailCommand),
    /// The opening log: without more, check its chain and its signed ends in the database
    Log {
        /// What to do with it
        #[command(subcommand)]
        command: Option<LogCommand>,
    },
}

/// `declaration …`
#[derive(Debug, Subcommand)]
pub enum DeclarationCommand {
    /// Report gaps and contradictions with their lines; exit code 1 if there is an error
    Check {
        /// The declaration
        file: PathBuf,
    },
    /// Print the public page
    Render {
        /// The declaration
        file: PathBuf,
        /// nb, nn or en
        #[arg(long, default_value = "nb")]
        lang: String,
    },
    /// Print the record of processing (GDPR Art. 30)
    Record {
        /// The declaration
        file: PathBuf,
        /// nb, nn or en
        #[arg(long, default_value = "nb")]
        lang: String,
        /// DPV JSON-LD instead of HTML
        #[arg(long)]
        json: bool,
    },
    /// Print what changed between two declarations
    Diff {
        /// The older one
        old: PathBuf,
        /// The newer one
        new: PathBuf,
        /// nb, nn or en
        #[arg(long, default_value = "nb")]
        lang: String,
    },
}

/// `site …`
#[derive(Debug, Subcommand)]
pub enum SiteCommand {
    /// Report what is wrong with the pages, with file and line; exit code 1 if there is anything
    Check {
        /// The folder, instead of the one in the settings
        folder: Option<PathBuf>,
    },
}

/// `mail …`
#[derive(Debug, Subcommand)]
pub enum MailCommand {
    /// Make two keys to sign mail with (RSA and Ed25519) and print the records to publish
    Keys {
        /// The domain mail is sent from
        #[arg(long)]
        domain: String,
        /// The folder to write them to; by default `dkim` in the data folder
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// Ask the name servers what the domain publishes; exit code 1 if something is to be mended
    Check {
        /// nb, nn or en
        #[arg(long, default_value = "nb")]
        lang: String,
        /// Ask this name server (address and port) instead of the machine's own
        #[arg(long)]
        dns: Option<std::net::SocketAddr>,
    },
}

/// `log …`
#[derive(Debug, Subcommand)]
pub enum LogCommand {
    /// Write the whole log to a file that can be checked without the database and without any secret
    Export {
        /// The file to write
        to: PathBuf,
    },
    /// Check such a file; needs neither database nor key. Exit code 1 if it was changed or cut
    Verify {
        /// The file
        file: PathBuf,
        /// The public key from /personvern/logg-nokkel, in hex
        #[arg(long)]
        key: Option<String>,
        /// A signed end somebody wrote down before, as NUMBER:HASH
        #[arg(long)]
        head: Option<String>,
    },
    /// Print the public key and the last signed end
    Key,
}

/// `key …`
#[derive(Debug, Subcommand)]
pub enum KeyCommand {
    /// Make a new tenant key, wrap every strand key with it and destroy the old one
    Rotate,
    /// Print the key's generation and fingerprint
    Show,
}

/// `staff …`
#[derive(Debug, Subcommand)]
pub enum StaffCommand {
    /// Add a member of staff and print a one-time log-in link
    Add {
        /// Full name
        #[arg(long)]
        name: String,
        /// E-mail at work
        #[arg(long)]
        email: String,
        /// reception, technician, claims, marketing, privacy, admin or operator
        #[arg(long)]
        role: String,
        /// Key of the controller in the declaration; the first one if not given
        #[arg(long)]
        controller: Option<String>,
    },
    /// Print a new one-time log-in link for somebody who is staff already
    Link {
        /// E-mail at work
        #[arg(long)]
        email: String,
    },
}
