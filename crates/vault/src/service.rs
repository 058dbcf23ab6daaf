//! Messages about a person's own vehicle: that a deadline comes near, that the work is done, that something
//! is unsafe. They are no marketing; each kind has a no of its own (the declaration's C22), and each no can
//! be taken back by whoever said it.

use declaration::vocabulary::{Category, Purpose};
use store::{Db, StoreError};
use values::{Moment, SubjectId};

use crate::{Vault, VaultError, sql};

/// A kind of message about a person's own vehicle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ServiceMessage {
    /// A deadline comes near. A no to it is an objection to the purpose (GDPR Art. 21).
    Reminder,
    /// The work is done and the vehicle can be fetched. Who says no is rung up.
    Ready,
    /// The vehicle may be unsafe.
    Recall,
}

impl ServiceMessage {
    /// Every kind, in the order pages show them.
    pub const ALL: [Self; 3] = [Self::Ready, Self::Reminder, Self::Recall];

    /// Its word in forms and tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reminder => "reminder",
            Self::Ready => "ready",
            Self::Recall => "recall",
        }
    }

    /// The kind of a word.
    #[must_use]
    pub fn from_name(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }
}

/// When a person said no to a kind, if the no stands.
fn no_at(
    db: &mut dyn Db,
    subject: SubjectId,
    kind: ServiceMessage,
) -> Result<Option<Moment>, StoreError> {
    let (statement, word) = match kind {
        ServiceMessage::Reminder => (&sql::OBJECTION, Purpose::ServiceReminders.as_str()),
        other => (&sql::SERVICE_NO_THERE, other.as_str()),
    };
    let row = db.opt(statement, &[subject.get().into(), word.into()])?;
    row.map(|row| row.i64("at").map(Moment::from_millis))
        .transpose()
}

/// Whether a person has said no to a kind.
///
/// # Errors
/// When the store fails.
pub fn said_no_to_service(
    db: &mut dyn Db,
    subject: SubjectId,
    kind: ServiceMessage,
) -> Result<bool, StoreError> {
    Ok(no_at(db, subject, kind)?.is_some())
}

impl Vault {
    /// The kinds a person has said no to.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn service_noes(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<ServiceMessage>, VaultError> {
        let noes = self.service_noes_since(subject).await?;
        Ok(noes.into_iter().map(|(kind, _)| kind).collect())
    }

    /// The same, with when.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn service_noes_since(
        &self,
        subject: SubjectId,
    ) -> Result<Vec<(ServiceMessage, Moment)>, VaultError> {
        let read = move |db: &mut dyn Db| {
            let mut noes = Vec::new();
            for kind in ServiceMessage::ALL {
                noes.extend(no_at(db, subject, kind)?.map(|at| (kind, at)));
            }
            Ok(noes)
        };
        Ok(self.inner.store.read(read).await?)
    }

    /// No more of this kind, from now on. What was kept for reminders alone is kept no longer, and a
    /// reminder that waits is not sent.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn stop_service(
        &self,
        subject: SubjectId,
        kind: ServiceMessage,
    ) -> Result<(), VaultError> {
        if kind == ServiceMessage::Reminder {
            return self.stop_reminders(subject).await;
        }
        let at = self.now().millis();
        let write = move |db: &mut dyn Db| {
            let values = [subject.get().into(), kind.as_str().into(), at.into()];
            db.exec(&sql::SERVICE_NO, &values)
        };
        self.inner.store.write(write).await?;
        Ok(())
    }

    async fn stop_reminders(&self, subject: SubjectId) -> Result<(), VaultError> {
        self.enter_objection(subject, Purpose::ServiceReminders)
            .await?;
        self.end_reminders(subject).await
    }

    /// What is kept of a person for reminders alone is kept no longer.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn end_reminders(&self, subject: SubjectId) -> Result<(), VaultError> {
        let purpose = Purpose::ServiceReminders;
        for strand in self.strands_of(subject).await? {
            if strand.category != Category::Correspondence {
                self.end_reasons(strand.id, vec![purpose]).await?;
            }
        }
        Ok(())
    }

    /// The person wants this kind again. Reminders come again when a visit has given a new reason to keep
    /// what they need.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn resume_service(
        &self,
        subject: SubjectId,
        kind: ServiceMessage,
    ) -> Result<(), VaultError> {
        let (statement, word) = match kind {
            ServiceMessage::Reminder => (
                &sql::OBJECTION_TAKE_BACK,
                Purpose::ServiceReminders.as_str(),
            ),
            other => (&sql::SERVICE_AGAIN, other.as_str()),
        };
        let write = move |db: &mut dyn Db| db.exec(statement, &[subject.get().into(), word.into()]);
        self.inner.store.write(write).await?;
        Ok(())
    }
}
