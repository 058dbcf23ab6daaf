//! The database's file, read again when it has been replaced. A file that is damaged leaves what was read
//! before, and is named until it is whole.

use std::{
    fs,
    path::Path,
    sync::{Arc, Mutex, PoisonError, RwLock},
    time::SystemTime,
};

use super::{CountyError, Ranges};

/// What tells one file from another.
type Stamp = (u64, Option<SystemTime>);

/// The ranges in use, and the file they are of.
#[derive(Debug, Default)]
pub(crate) struct Watched {
    ranges: RwLock<Arc<Ranges>>,
    /// The file that was looked at last, and what was wrong with it. Held while a file is read, so that it
    /// is read once.
    last: Mutex<Option<(Stamp, Result<(), CountyError>)>>,
}

impl Watched {
    /// The ranges in use; empty ones know nothing.
    pub fn ranges(&self) -> Arc<Ranges> {
        self.ranges
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    pub fn take(&self, ranges: Ranges) {
        *self.ranges.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(ranges);
    }

    /// Reads the file if it is another than last time. Takes seconds for a large one. Answers how many
    /// networks are known of a file that was read now.
    pub fn look(&self, path: &Path) -> Result<Option<usize>, CountyError> {
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let facts = fs::metadata(path).map_err(|e| CountyError::of(path, &e))?;
        let stamp = (facts.len(), facts.modified().ok());
        if let Some((was, result)) = &*last
            && *was == stamp
        {
            return result.clone().map(|()| None);
        }
        let read = Ranges::read(path);
        let result = read.as_ref().map(|_| ()).map_err(Clone::clone);
        *last = Some((stamp, result));
        let ranges = read?;
        let known = ranges.len();
        self.take(ranges);
        Ok(Some(known))
    }
}
