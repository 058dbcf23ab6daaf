//! The archive.

use std::io::{Cursor, Write};

use values::Moment;
use zip::{ZipWriter, result::ZipResult, write::SimpleFileOptions};

use super::files::Part;

/// The parts as one archive, each dated to when it was made.
pub(super) fn zip(parts: &[Part], made: Moment) -> ZipResult<Vec<u8>> {
    let local = made.local();
    let small = |number: i8| u8::try_from(number).unwrap_or(1);
    let dated = zip::DateTime::from_date_and_time(
        u16::try_from(local.year()).unwrap_or(1980),
        small(local.month()),
        small(local.day()),
        small(local.hour()),
        small(local.minute()),
        0,
    );
    let options = SimpleFileOptions::default()
        .compression_method(zip::CompressionMethod::Deflated)
        .last_modified_time(dated.unwrap_or_default());
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        archive.start_file(part.name.as_str(), options)?;
        archive.write_all(&part.bytes)?;
    }
    Ok(archive.finish()?.into_inner())
}
