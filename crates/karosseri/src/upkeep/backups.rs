//! When backups were written, so that somebody sees that they are.

use store::{BackupReport, Db, Migration, StoreError};
use values::Moment;

/// A backup is old after so many days: erasure is promised within the age a copy may have, and a house
/// that is lost loses what came after its last copy.
const OLD_DAYS: i64 = 2;
/// So many are remembered.
const KEPT: i64 = 100;

pub(super) const FIRST: Migration = Migration {
    name: "upkeep-1",
    sql: "CREATE TABLE backup_taken (id {i64} PRIMARY KEY NOT NULL, at {i64} NOT NULL, row_count {i64} NOT NULL, byte_count {i64} NOT NULL) {strict};",
};

pub(super) mod sql {
    //! The statements.

    store::queries! {
        /// One was written.
        ADD = "INSERT INTO backup_taken (id, at, row_count, byte_count) VALUES ($1, $1, $2, $3) ON CONFLICT DO NOTHING";
        /// The latest.
        LAST = "SELECT at, row_count, byte_count FROM backup_taken ORDER BY at DESC LIMIT 1";
        /// Older ones are forgotten.
        TIDY = "DELETE FROM backup_taken WHERE id NOT IN (SELECT id FROM backup_taken ORDER BY at DESC LIMIT $1)";
    }
}

/// A backup that was written and verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backup {
    /// When.
    pub at: Moment,
    /// Rows in it.
    pub rows: i64,
    /// Bytes of it.
    pub bytes: i64,
}

impl Backup {
    /// Whether it is time for another.
    #[must_use]
    pub fn is_old(&self, now: Moment) -> bool {
        self.at.plus_days(OLD_DAYS) < now
    }
}

/// Notes that a backup was written. The note is not in that backup, but in the next.
///
/// # Errors
/// When the store fails.
pub fn note(db: &mut dyn Db, report: &BackupReport, at: Moment) -> Result<(), StoreError> {
    let rows: u64 = report.tables.iter().map(|table| table.rows).sum();
    let number = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    let values = [
        at.millis().into(),
        number(rows).into(),
        number(report.bytes).into(),
    ];
    db.exec(&sql::ADD, &values)?;
    db.exec(&sql::TIDY, &[KEPT.into()]).map(|_| ())
}

/// The latest backup anybody wrote from this house.
///
/// # Errors
/// When the store fails.
pub fn last(db: &mut dyn Db) -> Result<Option<Backup>, StoreError> {
    let row = db.opt(&sql::LAST, &[])?;
    row.map(|row| {
        Ok(Backup {
            at: Moment::from_millis(row.i64("at")?),
            rows: row.i64("row_count")?,
            bytes: row.i64("byte_count")?,
        })
    })
    .transpose()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_grows_old_after_two_days() {
        let at = Moment::from_millis(0);
        let one = Backup {
            at,
            rows: 1,
            bytes: 1,
        };
        assert!(!one.is_old(at.plus_days(2)));
        assert!(one.is_old(at.plus_days(2).plus_ms(1)));
    }
}
