//! A form of a session with one file: PDF, PNG or JPEG, by its own first bytes and not by what its
//! sender calls it. What was typed is never lost over a file that is refused.

use axum::{
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field},
    http::{HeaderMap, header},
};
use serde::de::DeserializeOwned;

use crate::{
    App, Error, Errors,
    fields::{Pairs, fill},
    form,
};

/// The largest file.
pub const MOST_FILE: usize = 4 * 1024 * 1024;
/// The most text beside it.
const MOST_TEXT: usize = 256 * 1024;
/// So much is listened to in all before the line is hung up, so that a browser hears the answer.
const MOST_HEARD: usize = 48 * 1024 * 1024;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A document (ISO 32000).
    Pdf,
    /// A picture (ISO/IEC 15948).
    Png,
    /// A picture (ISO/IEC 10918).
    Jpeg,
}

impl FileKind {
    /// What the first bytes say it is.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let starts: [(&[u8], Self); 3] = [
            (b"%PDF-", Self::Pdf),
            (b"\x89PNG\r\n\x1a\n", Self::Png),
            (b"\xff\xd8\xff", Self::Jpeg),
        ];
        let found = starts.iter().find(|(start, _)| bytes.starts_with(start));
        found.map(|(_, kind)| *kind)
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
        }
    }

    /// How a file's name ends.
    #[must_use]
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Png => "png",
            Self::Jpeg => "jpg",
        }
    }
}

/// A file that came with a form. Its name is not taken: names of files name persons.
pub struct File {
    /// What it is.
    pub kind: FileKind,
    /// All of it.
    pub bytes: Vec<u8>,
}

/// A form of a session with at most one file; the fields cannot be reached unless its token is the
/// session's own. A refused file stands in the errors under its field's name.
pub struct Uploaded<T> {
    /// What was typed.
    pub data: T,
    /// What is already known to be wrong.
    pub errors: Errors,
    /// The file, if one came and was taken.
    pub file: Option<File>,
}

/// The same with one ZIP. What lies in it is the reader's to mistrust.
pub struct UploadedZip<T> {
    /// What was typed.
    pub data: T,
    /// What is already known to be wrong.
    pub errors: Errors,
    /// The archive, if one came and was taken.
    pub zip: Option<Vec<u8>>,
}

/// The same with one table, as a spreadsheet writes it. Whether it is one the reader finds out.
pub struct UploadedTable<T> {
    /// What was typed.
    pub data: T,
    /// What is already known to be wrong.
    pub errors: Errors,
    /// The table's bytes, if one came and was taken.
    pub table: Option<Vec<u8>>,
}

impl<T: DeserializeOwned> FromRequest<App> for Uploaded<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let (data, errors, bytes) = take(request, app, |b| FileKind::of(b).is_some()).await?;
        let file = bytes.and_then(|bytes| FileKind::of(&bytes).map(|kind| File { kind, bytes }));
        Ok(Self { data, errors, file })
    }
}

impl<T: DeserializeOwned> FromRequest<App> for UploadedZip<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let (data, errors, zip) = take(request, app, |b| b.starts_with(b"PK\x03\x04")).await?;
        Ok(Self { data, errors, zip })
    }
}

impl<T: DeserializeOwned> FromRequest<App> for UploadedTable<T> {
    type Rejection = Error;

    async fn from_request(request: Request, app: &App) -> Result<Self, Error> {
        let (data, errors, table) = take(request, app, |_| true).await?;
        Ok(Self {
            data,
            errors,
            table,
        })
    }
}

/// Takes a form with one file that looks as it should.
async fn take<T: DeserializeOwned>(
    mut request: Request,
    app: &App,
    fits: fn(&[u8]) -> bool,
) -> Result<(T, Errors, Option<Vec<u8>>), Error> {
    form::same_origin(request.headers(), &app.settings.base_url)?;
    let wanted = form::session_token(&request)?;
    let heard = if is_multipart(request.headers()) {
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, app).await;
        hear(parts.map_err(|_| Error::BadRequest("content type"))?, fits).await?
    } else {
        Heard {
            pairs: form::pairs(request).await?,
            ..Heard::default()
        }
    };
    let (pairs, mut errors) = form::checked(heard.pairs, Some(&wanted))?;
    if let Some((field, message)) = heard.refused {
        errors.add(&field, message);
    }
    let data = fill(&pairs).map_err(|_| Error::BadRequest("fields"))?;
    Ok((data, errors, heard.file))
}

pub(crate) fn is_multipart(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.and_then(|kind| kind.to_str().ok())
        .is_some_and(|kind| kind.starts_with("multipart/form-data"))
}

#[derive(Default)]
struct Heard {
    pairs: Pairs,
    file: Option<Vec<u8>>,
    /// The file's field, and why it was refused.
    refused: Option<(String, &'static str)>,
}

/// RFC 7578. The file stands last in our forms: whatever becomes of it, the words are here already.
async fn hear(mut parts: Multipart, fits: fn(&[u8]) -> bool) -> Result<Heard, Error> {
    let mut heard = Heard::default();
    let mut typed = 0;
    loop {
        let part = match parts.next_field().await {
            Ok(Some(part)) => part,
            Ok(None) => return Ok(heard),
            // Cut off inside the file: what was typed is whole.
            Err(_) if heard.refused.is_some() => return Ok(heard),
            Err(_) => return Err(Error::BadRequest("parts")),
        };
        let name = part.name().unwrap_or_default().to_owned();
        if part.file_name().is_some() {
            match take_file(part, fits).await? {
                Taken::Nothing => {}
                Taken::File(file) => heard.file = Some(file),
                Taken::Refused(why) => heard.refused = Some((name, why)),
                Taken::HungUp(why) => {
                    heard.refused = Some((name, why));
                    return Ok(heard);
                }
            }
            continue;
        }
        let text = take_text(part, MOST_TEXT - typed).await?;
        typed += text.len();
        heard.pairs.push((name, text));
    }
}

async fn take_text(mut part: Field<'_>, at_most: usize) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(chunk) = next(&mut part).await? {
        if bytes.len() + chunk.len() > at_most {
            return Err(Error::BadRequest("too long"));
        }
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Error::BadRequest("text"))
}

enum Taken {
    Nothing,
    File(Vec<u8>),
    Refused(&'static str),
    HungUp(&'static str),
}

async fn take_file(mut part: Field<'_>, fits: fn(&[u8]) -> bool) -> Result<Taken, Error> {
    let (mut bytes, mut all) = (Vec::new(), 0);
    while let Some(chunk) = next(&mut part).await? {
        all += chunk.len();
        if all > MOST_HEARD {
            return Ok(Taken::HungUp("error-file-large"));
        }
        if all <= MOST_FILE {
            bytes.extend_from_slice(&chunk);
        }
    }
    Ok(match all {
        0 => Taken::Nothing,
        _ if all > MOST_FILE => Taken::Refused("error-file-large"),
        _ if !fits(&bytes) => Taken::Refused("error-file-kind"),
        _ => Taken::File(bytes),
    })
}

async fn next(
    part: &mut Field<'_>,
) -> Result<Option<impl AsRef<[u8]> + std::ops::Deref<Target = [u8]>>, Error> {
    part.chunk().await.map_err(|_| Error::BadRequest("parts"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_what_it_begins_with() {
        assert_eq!(FileKind::of(b"%PDF-1.7 ..."), Some(FileKind::Pdf));
        assert_eq!(FileKind::of(b"\x89PNG\r\n\x1a\n..."), Some(FileKind::Png));
        assert_eq!(FileKind::of(b"\xff\xd8\xff\xe0.."), Some(FileKind::Jpeg));
        for other in [&b"<html>"[..], b"MZ", b"", b"<svg onload=x>", b"PK\x03\x04"] {
            assert_eq!(FileKind::of(other), None);
        }
    }
}
