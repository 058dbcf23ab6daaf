//! What can go wrong with staff, in words that name nobody.

use store::StoreError;
use vault::VaultError;

/// Every failure of this slice.
#[derive(Debug, thiserror::Error)]
pub enum StaffError {
    /// The address is another member's.
    #[error("this e-mail belongs to another member of staff")]
    Taken,
    /// The declaration has no such legal entity. Rule: clause C25.
    #[error("the declaration has no controller {0}: add a [[controller]] with that id")]
    NoController(i64),
    /// There is no such member, or they have left.
    #[error("there is no such member of staff")]
    NoMember,
    /// The house would be without an administrator.
    #[error("the last administrator cannot be ended; add another one first")]
    LastAdmin,
    /// The set-up code is not the one that was printed, or somebody was first.
    #[error("the set-up code is not right")]
    WrongCode,
    /// The vault failed.
    #[error(transparent)]
    Vault(#[from] VaultError),
}

impl From<StoreError> for StaffError {
    fn from(error: StoreError) -> Self {
        Self::Vault(VaultError::Store(error))
    }
}

impl From<StaffError> for web::Error {
    fn from(error: StaffError) -> Self {
        match error {
            StaffError::Taken => Self::Conflict("error-taken"),
            StaffError::NoController(_) => Self::Conflict("staff-no-controller"),
            StaffError::NoMember => Self::NotFound,
            StaffError::LastAdmin => Self::Conflict("staff-last-admin"),
            StaffError::WrongCode => Self::Conflict("staff-wrong-code"),
            StaffError::Vault(error) => error.into(),
        }
    }
}

/// Does a piece of work again while it meets another writer's (at most five times).
pub(crate) async fn again<T, W>(mut piece: impl FnMut() -> W) -> Result<T, StaffError>
where
    W: Future<Output = Result<T, StaffError>>,
{
    for _ in 0..4 {
        match piece().await {
            Err(StaffError::Vault(error)) if error.is_race() => {}
            other => return other,
        }
    }
    piece().await
}
