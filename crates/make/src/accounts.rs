//! The accounts: one per legal entity, from the settings, checked against the declaration before
//! anything starts.

use std::{collections::BTreeMap, sync::Arc};

use declaration::{Declaration, vocabulary::Purpose};
use newsletter::topics::{self, Choice};
use tokio::sync::Mutex;
use values::ControllerId;

use crate::{Make, MakeSettings, import::Waiting};

/// The key of the service among the declaration's recipients.
pub const RECIPIENT: &str = "make";

/// One legal entity's account, ready to be used.
pub struct Account {
    /// The legal entity.
    pub controller: ControllerId,
    /// The topic the list there is about.
    pub choice: Choice,
    /// The service.
    pub service: Make,
    /// One turn at a time: nobody is sent twice because a person presses while the chore is at it.
    pub(crate) busy: Mutex<()>,
    /// A file of subscribers that somebody has looked at.
    pub(crate) waiting: Waiting,
}

/// Every account of the house.
#[derive(Clone, Default)]
pub struct Accounts(Arc<Vec<Account>>);

impl Accounts {
    /// Reads `[make.<legal entity>]` tables, as TOML: `westrum = { user_id = …, api_key = …, list = 17 }`.
    ///
    /// # Errors
    /// In words, the first thing that is wrong. No key is repeated.
    pub fn read(text: &str, declaration: &Declaration) -> Result<Self, String> {
        // The parser's own words may quote the line, and a key may stand in it.
        let table: BTreeMap<String, toml::Value> =
            toml::from_str(text).map_err(|_| "[make]: not TOML".to_owned())?;
        let mut accounts = Vec::with_capacity(table.len());
        let mut users: BTreeMap<String, String> = BTreeMap::new();
        for (key, value) in table {
            let (account, user) = account(&key, value, declaration)?;
            // Its terms bind an account to one organisation number.
            if let Some(other) = users.insert(user, key.clone()) {
                return Err(format!(
                    "[make.{key}]: the same user_id as [make.{other}]; each legal entity has an account of its own"
                ));
            }
            accounts.push(account);
        }
        Ok(Self(Arc::new(accounts)))
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Account] {
        &self.0
    }

    /// The one of a legal entity.
    #[must_use]
    pub fn of(&self, controller: ControllerId) -> Option<&Account> {
        self.0.iter().find(|one| one.controller == controller)
    }
}

/// An account, and the user it is at the service.
fn account(
    key: &str,
    value: toml::Value,
    declaration: &Declaration,
) -> Result<(Account, String), String> {
    let controllers = declaration.controllers();
    let controller = controllers
        .iter()
        .find(|one| one.key == key)
        .ok_or_else(|| {
            let known: Vec<&str> = controllers.iter().map(|one| one.key.as_str()).collect();
            format!(
                "[make.{key}]: the declaration has no such legal entity; expected one of {}",
                known.join(", ")
            )
        })?;
    let recipient = declaration
        .recipients()
        .iter()
        .find(|one| one.key == RECIPIENT);
    let recipient = recipient.ok_or_else(|| {
        format!("[make.{key}]: the declaration has no recipient `{RECIPIENT}`: nothing may be sent there")
    })?;
    if !recipient
        .purposes
        .iter()
        .any(|one| one == Purpose::Newsletter.as_str())
    {
        return Err(format!(
            "[make.{key}]: the declaration's recipient `{RECIPIENT}` is not one of the newsletter's"
        ));
    }
    let written: MakeSettings = value.try_into().map_err(|_| {
        format!("[make.{key}]: expected user_id, api_key and list, and perhaps topic and address")
    })?;
    let choice = topics::all(declaration)
        .into_iter()
        .find(|one| one.controller == controller.id && one.topic == written.topic);
    let choice = choice.ok_or_else(|| {
        format!(
            "[make.{key}]: the declaration does not ask about `{}` by e-mail for this legal entity",
            written.topic
        )
    })?;
    let service = Make::new(&written).map_err(|error| format!("[make.{key}]: {error}"))?;
    let account = Account {
        controller: controller.id,
        choice,
        service,
        busy: Mutex::new(()),
        waiting: Waiting::default(),
    };
    Ok((account, written.user_id.trim().to_owned()))
}
