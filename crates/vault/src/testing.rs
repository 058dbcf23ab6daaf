//! A vault for tests: the reference declaration, a clock that stands still, seeded chance.

use std::sync::Arc;

use declaration::{Declaration, RuleTable};
use store::Store;
use values::{Moment, SeededChance, SetClock, World};

use crate::{Custody, Vault, VaultError};

/// A vault on a store, with the clock to move and the folder that holds its key (removed on drop).
pub struct TestVault {
    /// The vault.
    pub vault: Vault,
    /// Its clock.
    pub clock: Arc<SetClock>,
    /// Its time and chance.
    pub world: World,
    /// Its custody.
    pub custody: tempfile::TempDir,
}

/// The reference declaration.
///
/// # Panics
/// When it does not pass its own check.
#[must_use]
pub fn declaration() -> Arc<Declaration> {
    let text = include_str!("../../../declarations/westrum.toml");
    match Declaration::parse(text) {
        Ok(declaration) => Arc::new(declaration),
        Err(findings) => panic!("declarations/westrum.toml: {findings:#?}"),
    }
}

/// The rule table.
///
/// # Panics
/// When it does not parse.
#[must_use]
pub fn rules() -> Arc<RuleTable> {
    match RuleTable::parse(include_str!("../../../declarations/rules.toml")) {
        Ok(rules) => Arc::new(rules),
        Err(findings) => panic!("declarations/rules.toml: {findings:#?}"),
    }
}

/// A vault on `store`, at `at`.
///
/// # Errors
/// As [`Vault::unlock`].
pub async fn vault_on(store: Store, at: Moment) -> Result<TestVault, VaultError> {
    vault_declaring(store, at, declaration()).await
}

/// The same, promising something else than the reference declaration.
///
/// # Errors
/// As [`Vault::unlock`].
pub async fn vault_declaring(
    store: Store,
    at: Moment,
    declaration: Arc<Declaration>,
) -> Result<TestVault, VaultError> {
    let clock = Arc::new(SetClock::at(at));
    let world = World {
        clock: clock.clone(),
        chance: Arc::new(SeededChance::new(42)),
    };
    let custody = tempfile::tempdir()
        .map_err(|e| VaultError::custody(std::path::Path::new("custody"), &e))?;
    let place = Custody::folder(custody.path())?;
    let vault = Vault::unlock(store, place, declaration, rules(), world.clone()).await?;
    Ok(TestVault {
        vault,
        clock,
        world,
        custody,
    })
}
