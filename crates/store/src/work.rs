//! A closure on its way to the engine and its answer on the way back.

use std::panic::{AssertUnwindSafe, catch_unwind};

use tokio::sync::oneshot;

use crate::{Db, StoreError};

/// A closure with its type forgotten.
pub(crate) trait Work: Send {
    /// Runs the closure; its answer is kept inside until [`Work::finish`].
    fn run(&mut self, db: &mut dyn Db) -> Result<(), StoreError>;
    /// Answers the caller, once it is known whether the work is durable.
    fn finish(self: Box<Self>, outcome: Result<(), StoreError>);
}

struct Typed<F, T> {
    closure: F,
    answer: Option<T>,
    reply: oneshot::Sender<Result<T, StoreError>>,
}

/// A closure and the channel its answer comes through.
#[allow(clippy::type_complexity)]
pub(crate) fn pack<T, F>(closure: F) -> (Box<dyn Work>, oneshot::Receiver<Result<T, StoreError>>)
where
    F: FnMut(&mut dyn Db) -> Result<T, StoreError> + Send + 'static,
    T: Send + 'static,
{
    let (reply, receiver) = oneshot::channel();
    let work = Typed {
        closure,
        answer: None,
        reply,
    };
    (Box::new(work), receiver)
}

impl<F, T> Work for Typed<F, T>
where
    F: FnMut(&mut dyn Db) -> Result<T, StoreError> + Send,
    T: Send,
{
    fn run(&mut self, db: &mut dyn Db) -> Result<(), StoreError> {
        self.answer = None;
        self.answer = Some(guarded(|| (self.closure)(db))?);
        Ok(())
    }

    fn finish(self: Box<Self>, outcome: Result<(), StoreError>) {
        let this = *self;
        let answer = outcome.and_then(|()| this.answer.ok_or(StoreError::Panicked));
        // The caller may have gone away; the work is done all the same.
        let _ = this.reply.send(answer);
    }
}

/// Runs a closure; a panic becomes an error and ends nothing else.
pub(crate) fn guarded<T>(closure: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    catch_unwind(AssertUnwindSafe(closure)).unwrap_or(Err(StoreError::Panicked))
}
