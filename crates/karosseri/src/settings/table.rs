//! The table of settings: what there is, what it is when nothing is said, and what it does.

/// One setting as the table describes it.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Its name in the file; in the environment `KAROSSERI_` and the name in capitals.
    pub name: &'static str,
    /// What it is when nothing is said.
    pub default: &'static str,
    /// What a value must look like, in words for an error message.
    pub expected: &'static str,
    /// What it does.
    pub meaning: &'static str,
    /// Whether it must never be printed.
    pub secret: bool,
}

const fn known(
    name: &'static str,
    default: &'static str,
    expected: &'static str,
    meaning: &'static str,
) -> Known {
    Known {
        name,
        default,
        expected,
        meaning,
        secret: false,
    }
}

const fn secret(name: &'static str, expected: &'static str, meaning: &'static str) -> Known {
    Known {
        name,
        default: "",
        expected,
        meaning,
        secret: true,
    }
}

/// Every setting.
pub const SETTINGS: &[Known] = &[
    known(
        "listen",
        "127.0.0.1:8080",
        "an address and a port, such as 127.0.0.1:8080",
        "Where the site listens. Put a proxy with TLS in front of it.",
    ),
    known(
        "health_listen",
        "127.0.0.1:8081",
        "an address and a port, or `off`",
        "Where /livez, /readyz and /metrics listen, away from visitors.",
    ),
    known(
        "base_url",
        "http://localhost:8080",
        "http:// or https:// and a host, without a slash at the end",
        "The address visitors use; links in mails begin with it.",
    ),
    known(
        "behind_proxy",
        "false",
        "true or false",
        "Whether a proxy in front adds X-Forwarded-For (used for limits, in memory only, never stored).",
    ),
    known(
        "data",
        "data",
        "a folder",
        "The data folder: the SQLite database, the custody and the blobs.",
    ),
    known(
        "database",
        "",
        "empty, or a postgres:// address",
        "A PostgreSQL server instead of SQLite in the data folder.",
    ),
    known(
        "schema",
        "karosseri",
        "a name of letters, digits and _",
        "The tenant's schema on PostgreSQL.",
    ),
    known(
        "custody",
        "",
        "empty, or a folder",
        "Where the tenant key and the erasure ledger lie; by default `custody` in the data folder. Keep it on another disk than the data and its backups.",
    ),
    known(
        "declaration",
        "",
        "empty, or a TOML file",
        "The workshop's declaration; by default `declaration.toml` in the data folder, which the first start makes from the reference declaration.",
    ),
    known(
        "rules",
        "",
        "empty, or a TOML file",
        "The rule table; by default `rules.toml` in the data folder if it is there, else the built-in one.",
    ),
    known(
        "mail_host",
        "",
        "empty, or a host name",
        "The mail server. Without one letters wait in the outbox, and say so.",
    ),
    known(
        "mail_port",
        "25",
        "a port number",
        "The mail server's port.",
    ),
    known(
        "mail_tls",
        "starttls",
        "none, starttls or tls",
        "How the connection to the mail server is protected. `none` is for a server on this machine.",
    ),
    known(
        "mail_user",
        "",
        "a user name, or empty",
        "Log-in at the mail server.",
    ),
    secret(
        "mail_password",
        "the password of mail_user",
        "Log-in at the mail server. Better in the environment than in the file.",
    ),
    known(
        "mail_from",
        "",
        "empty, or an e-mail address",
        "The sender of letters; by default the first controller's address in the declaration.",
    ),
    known(
        "mail_connections",
        "32",
        "a number from 1 to 64",
        "How many connections a newsletter goes out on at once: at most so many letters are sent twice if the program is killed. Letters about an order have one of their own.",
    ),
    known(
        "mail_domain_a_minute",
        "300",
        "a number up to 60000; 0 for no limit",
        "How many newsletters a minute go to addresses of one mail domain.",
    ),
    known(
        "mail_dns",
        "",
        "empty, or an address and port such as 192.0.2.53:53",
        "Name server that is asked what the mail domain publishes (`karosseri mail check`, /stab/drift); empty for the machine's own.",
    ),
    known(
        "mail_dkim_domain",
        "",
        "empty, or a domain such as example.no",
        "The domain that signs what leaves (DKIM). `karosseri mail keys` makes keys and says what to publish (docs/mail.md).",
    ),
    known(
        "mail_dkim_rsa_selector",
        "karosseri-rsa",
        "a word of letters, digits and hyphens",
        "The name the RSA key is published under, before `._domainkey.` and the domain.",
    ),
    known(
        "mail_dkim_rsa_key",
        "",
        "empty, or a file with a private RSA key in PEM form",
        "Relative to the data folder; by default `dkim/rsa.pem` in it, if it is there.",
    ),
    known(
        "mail_dkim_ed25519_selector",
        "karosseri-ed25519",
        "a word of letters, digits and hyphens",
        "The name the Ed25519 key is published under.",
    ),
    known(
        "mail_dkim_ed25519_key",
        "",
        "empty, or a file with a private Ed25519 key in PEM form",
        "Relative to the data folder; by default `dkim/ed25519.pem` in it, if it is there.",
    ),
    known(
        "mail_return_address",
        "",
        "empty, or an e-mail address",
        "Where what cannot be delivered comes back to; by default the sender's address.",
    ),
    known(
        "mail_returns_maildir",
        "",
        "empty, or a Maildir",
        "The mailbox of the return address, filled by the mail server (docs/mail.md). It is read every minute.",
    ),
    known(
        "register_url",
        "https://akfell-datautlevering.atlas.vegvesen.no",
        "http:// or https:// and a host",
        "The vehicle register (Statens vegvesen, Enkeltoppslag).",
    ),
    secret(
        "register_key",
        "the key the register gave the workshop, or empty",
        "Without a key nothing is looked up, and intake goes on by hand.",
    ),
    secret(
        "make",
        "a table for each legal entity, such as [make.westrum] with user_id, api_key and list",
        "Accounts at the newsletter service Make, one for each legal entity by its key in the declaration: `user_id`, `api_key`, `list`, and perhaps `topic` (`news`) and `address`. In the environment: the same as one line of TOML (docs/make.md).",
    ),
    known(
        "sweep_at",
        "03:00",
        "a time such as 03:00",
        "When the daily sweep runs, Norwegian time.",
    ),
    known(
        "unusual_reads",
        "ask",
        "ask or note",
        "Whether staff are asked for a reason before they open what is out of the ordinary (`ask`), or the line is only marked for the privacy officer (`note`).",
    ),
    known(
        "site_folder",
        "",
        "empty, or a folder",
        "The site's own pages in Markdown (docs/site-pages.md); by default `site` in the data folder.",
    ),
    known(
        "county_database",
        "",
        "empty, or an mmdb file",
        "From which county a visit comes (docs/county-database.md). Without it the county is `ukjent`.",
    ),
    known(
        "site_companies",
        "",
        "empty, or HOST = COMPANY and /PATH = COMPANY with commas between",
        "Whose the visits are where a page does not say: by the host's name or the beginning of the path, with the companies' keys of the declaration, such as `www.two.example = westrum, /verksteder/moelv = westrum`. The first company otherwise.",
    ),
    known(
        "public_statistics",
        "false",
        "true or false",
        "Whether everybody may see the site's figures at /tall; staff always can.",
    ),
    known(
        "smallest_count",
        "5",
        "a number from 3 to 1000",
        "No number of visits below this is shown to anybody. What stays below it loses its place when the day is over, then its day, and its search word when the month is over.",
    ),
    known(
        "log",
        "info",
        "error, warn, info, debug or trace",
        "How much is logged. No level logs personal data.",
    ),
];
