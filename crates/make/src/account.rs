//! How an account stands: when it was last asked, what failed, when to try again.

use store::{Db, Row, StoreError, Value};
use values::{ControllerId, Moment};
use vault::{Vault, VaultError};

use crate::{Failure, sql};

/// The longest pause between two tries.
const LONGEST_MINUTES: i64 = 60;
/// After so long without an answer a person should look.
const LATE_HOURS: i64 = 6;

/// How an account stands.
#[derive(Clone, Debug)]
pub struct AccountState {
    /// When events were last asked for.
    pub looked_at: Option<Moment>,
    /// When both sides were last compared.
    pub compared_at: Option<Moment>,
    /// When a person first agreed that what has no basis here is stopped there.
    pub agreed_at: Option<Moment>,
    /// Whether both sides agreed then.
    pub in_step: bool,
    /// What failed last, if it has not been mended.
    pub failure: Option<String>,
    /// How many times in a row.
    pub failures: i64,
    /// When last.
    pub failed_at: Option<Moment>,
    /// Since when, without a turn that went well.
    pub failing_since: Option<Moment>,
    /// Not before.
    pub next_at: Moment,
    /// Puts and stops that wait.
    pub owed: i64,
    /// Said yes here after a no there: nobody is made active there by us.
    pub newer: i64,
}

impl AccountState {
    /// Nothing has been asked yet.
    const fn new() -> Self {
        Self {
            looked_at: None,
            compared_at: None,
            agreed_at: None,
            in_step: false,
            failure: None,
            failures: 0,
            failed_at: None,
            failing_since: None,
            next_at: Moment::from_millis(0),
            owed: 0,
            newer: 0,
        }
    }

    /// Whether a person should look: the account is refused, or nothing has come through for long.
    #[must_use]
    pub fn is_late(&self, now: Moment) -> bool {
        let long = |since: Moment| since.plus_minutes(LATE_HOURS * 60) < now;
        self.is_refused() || self.failing_since.is_some_and(long)
    }

    /// Whether the service does not accept the account: only a person mends that.
    #[must_use]
    pub fn is_refused(&self) -> bool {
        self.failure.as_deref() == Some(word(Failure::Refused))
    }
}

/// Why a turn did not come to its end.
#[derive(Debug)]
pub(crate) enum Failing {
    /// The service.
    Service(Failure),
    /// The store or the vault.
    House(VaultError),
}

impl From<Failure> for Failing {
    fn from(failure: Failure) -> Self {
        Self::Service(failure)
    }
}

impl From<VaultError> for Failing {
    fn from(error: VaultError) -> Self {
        Self::House(error)
    }
}

/// The word of a failure; the page says it in words.
pub(crate) const fn word(failure: Failure) -> &'static str {
    match failure {
        Failure::Down => "down",
        Failure::Pause(_) => "pause",
        Failure::Refused => "refused",
        Failure::Unknown => "unknown",
        Failure::Malformed => "malformed",
        Failure::Short => "short",
    }
}

fn read(row: &Row) -> Result<AccountState, StoreError> {
    let at = |name: &str| Ok::<_, StoreError>(row.opt_i64(name)?.map(Moment::from_millis));
    Ok(AccountState {
        looked_at: at("looked_at")?,
        compared_at: at("compared_at")?,
        agreed_at: at("agreed_at")?,
        in_step: row.bool("in_step")?,
        failure: row.opt_text("failure")?.map(ToOwned::to_owned),
        failures: row.i64("failures")?,
        failed_at: at("failed_at")?,
        failing_since: at("failing_since")?,
        next_at: Moment::from_millis(row.i64("next_at")?),
        owed: row.i64("owed")?,
        newer: row.i64("newer")?,
    })
}

/// How the account of a legal entity stands.
///
/// # Errors
/// When the store fails.
pub async fn state(vault: &Vault, controller: ControllerId) -> Result<AccountState, VaultError> {
    let get = move |db: &mut dyn Db| {
        let row = db.opt(&sql::ACCOUNT, &[controller.get().into()])?;
        row.map_or_else(|| Ok(AccountState::new()), |row| read(&row))
    };
    Ok(vault.store().read(get).await?)
}

/// Writes one fact down.
pub(crate) async fn note(
    vault: &Vault,
    controller: ControllerId,
    statement: store::Sql,
    rest: Vec<Value>,
) -> Result<(), VaultError> {
    let key: Value = controller.get().into();
    let values: Vec<Value> = std::iter::once(key.clone()).chain(rest).collect();
    let write = move |db: &mut dyn Db| {
        db.exec(&sql::OPEN_ACCOUNT, std::slice::from_ref(&key))?;
        db.exec(&statement, &values).map(|_| ())
    };
    Ok(vault.store().write(write).await?)
}

/// Notes a failure, and when to try again: twice as long each time up to an hour, or as long as the
/// service asks for.
pub(crate) async fn failed(
    vault: &Vault,
    controller: ControllerId,
    before: &AccountState,
    failure: Failure,
) -> Result<(), VaultError> {
    let now = vault.world().now();
    let doublings = u32::try_from(before.failures.clamp(0, 6)).unwrap_or(6);
    let minutes = (1_i64 << doublings).min(LONGEST_MINUTES);
    let next = match failure {
        Failure::Down => now.plus_minutes(minutes),
        Failure::Pause(seconds) => now.plus_ms(i64::try_from(seconds).unwrap_or(3_600) * 1_000),
        // Nothing but a person mends these; they are tried all the same.
        Failure::Refused | Failure::Unknown | Failure::Malformed | Failure::Short => {
            now.plus_minutes(minutes.max(15))
        }
    };
    let rest = vec![
        word(failure).into(),
        now.millis().into(),
        next.millis().into(),
    ];
    note(vault, controller, sql::FAILED, rest).await
}
