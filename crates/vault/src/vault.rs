//! The vault itself: keys in memory, and what is needed to judge.

use std::sync::{Arc, RwLock};

use declaration::{
    Declaration, RuleTable,
    vocabulary::{Category, CategoryType, Purpose, field},
};
use store::Store;
use values::{Moment, World};

use crate::{
    Record, VaultError,
    custody::Custody,
    keys::{self, Keys},
    opening::Queue,
};

/// Who may open what. Cheap to clone.
#[derive(Clone)]
pub struct Vault {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) store: Store,
    pub(crate) custody: Custody,
    pub(crate) keys: RwLock<Keys>,
    pub(crate) promises: RwLock<Promises>,
    pub(crate) openings: Queue,
    pub(crate) notary: crate::notary::Notary,
    pub(crate) watch: crate::look_store::Watch,
    pub(crate) world: World,
}

/// The declaration in force and the rules it cites.
#[derive(Clone)]
pub(crate) struct Promises {
    pub(crate) declaration: Arc<Declaration>,
    pub(crate) rules: Arc<RuleTable>,
}

impl Vault {
    /// Opens the vault of a tenant: finds or makes its keys, and replays the ledger of noes and the
    /// erasure ledger before anything can be read.
    ///
    /// # Errors
    /// When the key is missing, is another one, or the data is older than a key rotation. Nothing
    /// is ever overwritten.
    pub async fn unlock(
        store: Store,
        custody: Custody,
        declaration: Arc<Declaration>,
        rules: Arc<RuleTable>,
        world: World,
    ) -> Result<Self, VaultError> {
        let keys = keys::find_or_make(&store, &custody, &world).await?;
        let notary = custody.notary(&*world.chance)?;
        let vault = Self {
            inner: Arc::new(Inner {
                store,
                custody,
                keys: RwLock::new(keys),
                promises: RwLock::new(Promises { declaration, rules }),
                openings: Queue::default(),
                notary,
                watch: crate::look_store::Watch::default(),
                world,
            }),
        };
        vault.check_keeps()?;
        vault.relink_log().await?;
        // First the noes: what goes with a strand takes the proof of its consents along.
        vault.replay_noes().await?;
        vault.replay_ledger().await?;
        Ok(vault)
    }

    /// The store below. For features' own rows; personal data goes through [`crate::Work`].
    #[must_use]
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// Time and chance.
    #[must_use]
    pub fn world(&self) -> &World {
        &self.inner.world
    }

    pub(crate) fn now(&self) -> Moment {
        self.inner.world.now()
    }

    pub(crate) fn promises(&self) -> Promises {
        self.inner
            .promises
            .read()
            .unwrap_or_else(std::sync::PoisonError::into_inner)
            .clone()
    }

    /// The declaration in force.
    #[must_use]
    pub fn declaration(&self) -> Arc<Declaration> {
        self.promises().declaration
    }

    /// The rules in force.
    #[must_use]
    pub fn rules(&self) -> Arc<RuleTable> {
        self.promises().rules
    }

    /// Puts another version of the declaration and the rules in force, for what is judged from now.
    pub fn promise(&self, declaration: Arc<Declaration>, rules: Arc<RuleTable>) {
        let mut held = self
            .inner
            .promises
            .write()
            .unwrap_or_else(std::sync::PoisonError::into_inner);
        *held = Promises { declaration, rules };
    }

    /// Until when data of a category is kept for a purpose, counted from an event, and the rule
    /// (`id@version`) that says so.
    ///
    /// # Errors
    /// When the declaration does not keep the category for the purpose, or names a missing rule.
    pub fn until(
        &self,
        purpose: Purpose,
        category: Category,
        rule_override: Option<&str>,
        from: Moment,
    ) -> Result<(String, Moment), VaultError> {
        let promises = self.promises();
        let undeclared = crate::Refusal::CategoryUndeclared(purpose, category);
        let keep = promises
            .declaration
            .purpose(purpose)
            .ok_or(crate::Refusal::PurposeUndeclared(purpose))?
            .keeps(category)
            .ok_or(undeclared)?;
        let id = rule_override.unwrap_or(&keep.rule);
        let day = if from.is_forever() { self.now() } else { from };
        // What happened before the first version of a rule held (a vehicle older than the table) is
        // counted by the version that holds today.
        let rule = promises
            .rules
            .at(id, day.local_date())
            .or_else(|| promises.rules.at(id, self.now().local_date()))
            .ok_or_else(|| VaultError::RuleMissing(id.to_owned()))?;
        Ok((rule.cited(), rule.until(from)))
    }

    /// Every rule the declaration names is in the rule table.
    fn check_keeps(&self) -> Result<(), VaultError> {
        let promises = self.promises();
        for purpose in Purpose::ALL {
            let Some(statement) = promises.declaration.purpose(*purpose) else {
                continue;
            };
            for category in Category::ALL {
                if let Some(keep) = statement.keeps(*category)
                    && !promises.rules.has(&keep.rule)
                {
                    return Err(VaultError::RuleMissing(keep.rule.clone()));
                }
            }
        }
        Ok(())
    }
}

/// Compares a kind of record with the vocabulary: every field stands under the record's category.
///
/// # Errors
/// The first field that does not.
pub fn check_fields<R: Record>() -> Result<(), String> {
    match R::FIELDS
        .iter()
        .find(|name| field(R::Category::ID, name).is_none())
    {
        Some(name) => Err(format!(
            "record `{}`: field `{name}` is not in the vocabulary under `{}`",
            R::KIND,
            R::Category::ID.as_str()
        )),
        None => Ok(()),
    }
}
