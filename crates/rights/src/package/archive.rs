//! The archive: files written as they come, each hashed on the way; what is not compressed is never
//! held whole.

use std::io::{Cursor, Write};

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use values::Moment;
use zip::{ZipArchive, ZipWriter, result::ZipResult, write::SimpleFileOptions};

/// A file of the archive, for the manifest.
pub(super) struct Listed {
    pub path: String,
    pub bytes: u64,
    pub sha256: String,
    /// The schema it follows.
    pub schema: Option<&'static str>,
}

/// A file under way.
struct Open {
    path: String,
    hash: Sha256,
    bytes: u64,
    schema: Option<&'static str>,
}

/// A ZIP that is being written, in memory and compressed: it leaves the house whole or not at all.
pub(super) struct Archive {
    zip: ZipWriter<Cursor<Vec<u8>>>,
    options: SimpleFileOptions,
    open: Option<Open>,
    pub listed: Vec<Listed>,
}

impl Archive {
    /// An empty one; every file carries the time it was made.
    pub fn new(made: Moment) -> Self {
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
        // The fastest level: most of what is written is the same few words over and over.
        let options = SimpleFileOptions::default()
            .compression_method(zip::CompressionMethod::Deflated)
            .compression_level(Some(1))
            .last_modified_time(dated.unwrap_or_default());
        Self {
            zip: ZipWriter::new(Cursor::new(Vec::new())),
            options,
            open: None,
            listed: Vec::new(),
        }
    }

    /// Begins a file; the one before is done.
    pub fn start(&mut self, path: String, schema: Option<&'static str>) -> ZipResult<()> {
        self.done();
        self.zip.start_file(path.as_str(), self.options)?;
        self.open = Some(Open {
            path,
            hash: Sha256::new(),
            bytes: 0,
            schema,
        });
        Ok(())
    }

    /// More of the file under way.
    pub fn put(&mut self, bytes: &[u8]) -> ZipResult<()> {
        self.zip.write_all(bytes)?;
        if let Some(open) = &mut self.open {
            open.hash.update(bytes);
            open.bytes += bytes.len() as u64;
        }
        Ok(())
    }

    /// A whole file.
    pub fn file(
        &mut self,
        path: impl Into<String>,
        bytes: &[u8],
        schema: Option<&'static str>,
    ) -> ZipResult<()> {
        self.start(path.into(), schema)?;
        self.put(bytes)
    }

    fn done(&mut self) {
        if let Some(open) = self.open.take() {
            self.listed.push(Listed {
                path: open.path,
                bytes: open.bytes,
                sha256: HEXLOWER.encode(&open.hash.finalize()),
                schema: open.schema,
            });
        }
    }

    /// Takes over the files of another, compressed as they are.
    pub fn absorb(&mut self, mut other: Self) -> ZipResult<()> {
        self.done();
        other.done();
        if other.listed.is_empty() {
            return Ok(());
        }
        self.listed.append(&mut other.listed);
        self.zip
            .merge_archive(ZipArchive::new(other.zip.finish()?)?)
    }

    /// What is in it so far, in the order written.
    pub fn list(&mut self) -> &[Listed] {
        self.done();
        &self.listed
    }

    /// The bytes.
    pub fn finish(mut self) -> ZipResult<Vec<u8>> {
        self.done();
        Ok(self.zip.finish()?.into_inner())
    }
}
