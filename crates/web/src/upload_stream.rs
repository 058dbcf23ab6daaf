//! A form of a session with one file of any length, handed on piece by piece as it comes: no more than a
//! piece is ever in memory, and nothing is laid on a disk.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, multipart::Field};

use crate::{App, Error, form, upload::is_multipart};

/// So much is listened to in all before the line is hung up.
const MOST_HEARD: usize = 1024 * 1024 * 1024;
/// The most text in the fields before the file.
const MOST_TEXT: usize = 16 * 1024;

/// What takes a file, piece by piece.
pub trait Taking: Send {
    /// The next piece, cut anywhere. False when it is of no use: what follows is heard, so that the
    /// browser hears the answer, and thrown away.
    fn take(&mut self, piece: &[u8]) -> impl Future<Output = bool> + Send;
}

/// What came with the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Streamed {
    /// No file, or an empty one.
    Nothing,
    /// A file, to its end.
    Whole,
    /// More than we listen to.
    TooLong,
}

/// The form. The file cannot be reached unless the token in front of it is the session's own.
pub struct UploadedStream {
    parts: Multipart,
    wanted: String,
}

impl FromRequest<App> for UploadedStream {
    type Rejection = Error;

    async fn from_request(mut request: Request, app: &App) -> Result<Self, Error> {
        form::same_origin(request.headers(), &app.settings.base_url)?;
        let wanted = form::session_token(&request)?;
        if !is_multipart(request.headers()) {
            // Without a file there is nothing to hear; but first, whose form is it?
            form::checked(form::pairs(request).await?, Some(&wanted))?;
            return Err(Error::BadRequest("content type"));
        }
        DefaultBodyLimit::disable().apply(&mut request);
        let parts = Multipart::from_request(request, app).await;
        let parts = parts.map_err(|_| Error::BadRequest("content type"))?;
        Ok(Self { parts, wanted })
    }
}

impl UploadedStream {
    /// Hears the form to its end.
    ///
    /// # Errors
    /// When the token is not the session's, or the form breaks off: then the file was not whole.
    pub async fn read(mut self, taking: &mut impl Taking) -> Result<Streamed, Error> {
        let mut pairs = Vec::new();
        let mut came = Streamed::Nothing;
        let mut is_ours = false;
        while let Some(part) = self.parts.next_field().await.map_err(broken)? {
            let name = part.name().unwrap_or_default().to_owned();
            if part.file_name().is_none() {
                pairs.push((name, short(part).await?));
                continue;
            }
            if !is_ours {
                form::checked(std::mem::take(&mut pairs), Some(&self.wanted))?;
                is_ours = true;
            }
            came = whole(part, taking).await?;
            if came == Streamed::TooLong {
                return Ok(came);
            }
        }
        if !is_ours {
            form::checked(pairs, Some(&self.wanted))?;
        }
        Ok(came)
    }
}

async fn whole(mut part: Field<'_>, taking: &mut impl Taking) -> Result<Streamed, Error> {
    let (mut heard, mut wanted) = (0, true);
    while let Some(piece) = part.chunk().await.map_err(broken)? {
        heard += piece.len();
        if heard > MOST_HEARD {
            return Ok(Streamed::TooLong);
        }
        if wanted {
            wanted = taking.take(&piece).await;
        }
    }
    Ok(if heard == 0 {
        Streamed::Nothing
    } else {
        Streamed::Whole
    })
}

async fn short(mut part: Field<'_>) -> Result<String, Error> {
    let mut bytes = Vec::new();
    while let Some(piece) = part.chunk().await.map_err(broken)? {
        if bytes.len() + piece.len() > MOST_TEXT {
            return Err(Error::BadRequest("too long"));
        }
        bytes.extend_from_slice(&piece);
    }
    String::from_utf8(bytes).map_err(|_| Error::BadRequest("text"))
}

fn broken<E>(_: E) -> Error {
    Error::BadRequest("parts")
}
