//! Pictures and documents of the folder: which are served, as what, under which address.

use std::path::{Path, PathBuf};

use super::Wrong;

/// Largest file that is served.
pub(crate) const LARGEST: u64 = 20 << 20;

/// A file that is served.
#[derive(Clone, Debug)]
pub(crate) struct Held {
    pub path: PathBuf,
    pub kind: &'static str,
}

/// What a file is, by its ending. No HTML, no script: a page's own host must not serve another's program.
fn kind(ending: &str) -> Option<&'static str> {
    Some(match ending {
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "gif" => "image/gif",
        "svg" => "image/svg+xml",
        "pdf" => "application/pdf",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => return None,
    })
}

/// The file with the name it is served by, which changes with its content.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn hold(path: &Path) -> Result<(String, Held), Wrong> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .map(str::to_lowercase)
        .ok_or(Wrong::FileKind)?;
    let kind = kind(&ending).ok_or(Wrong::FileKind)?;
    let size = std::fs::metadata(path)
        .map_err(|_| Wrong::Unreadable)?
        .len();
    if size > LARGEST {
        return Err(Wrong::TooLarge);
    }
    let body = std::fs::read(path).map_err(|_| Wrong::Unreadable)?;
    // FNV-1a: it only has to differ when the content does.
    let hash = body.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    let stem = super::slug(stem.unwrap_or("fil"));
    let name = format!("{stem}.{hash:016x}.{ending}");
    let path = path.to_owned();
    Ok((name, Held { path, kind }))
}
