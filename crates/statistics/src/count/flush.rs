//! Writing away what was counted.

use std::{sync::Arc, time::Duration};

use store::{Store, StoreError, plain};
use values::{Moment, World};

use super::{Counter, sql};

/// How long what is counted is only in memory: half of what a crash may cost.
const PAUSE: Duration = Duration::from_millis(500);

impl Counter {
    /// Writes what has been counted since the last time, in one transaction; what cannot be written
    /// stays for the next time.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn flush(&self, store: &Store, now: Moment) -> Result<usize, StoreError> {
        let counts = self.take();
        if counts.is_empty() {
            return Ok(0);
        }
        let cells = counts.len();
        let day = now.local_date().to_string();
        let to_write = counts.clone();
        let written = store
            .write(move |db| {
                let batch: Vec<_> = to_write
                    .iter()
                    .map(|(cell, count)| {
                        let values = vec![
                            plain(day.as_str()),
                            cell.controller.into(),
                            plain(cell.term.as_str()),
                            cell.county.name().into(),
                            i64::from(*count).into(),
                        ];
                        (&sql::ADD, values)
                    })
                    .collect();
                db.many(&batch)
            })
            .await;
        match written {
            Ok(_) => Ok(cells),
            Err(error) => {
                self.put_back(counts);
                Err(error)
            }
        }
    }
}

/// Writes for as long as the house stands.
pub async fn work_through(counter: Arc<Counter>, store: Store, world: World) {
    let mut day = world.now().local_date();
    loop {
        tokio::time::sleep(PAUSE).await;
        let now = world.now();
        if let Err(error) = counter.flush(&store, now).await {
            tracing::warn!(%error, "visits wait to be written");
        }
        if now.local_date() != day {
            day = now.local_date();
            counter.begin_day();
        }
    }
}
