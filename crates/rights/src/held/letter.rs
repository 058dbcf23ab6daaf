//! A letter that came on paper, scanned: a file in the copy and a link on the page, never its bytes as text.

use axum::{body::Body, extract::Path, http::header, response::Response};
use data_encoding::BASE64;
use declaration::vocabulary::{Category, purpose::Rights};
use store::Db;
use values::RecordId;
use vault::{Ask, Opened, Permit, Record, Sealed, Vault};
use web::{Error, File, FileKind, Me, Service};

use crate::requests::ScanRecord;

/// The scan that a field holds, if it is one.
pub(crate) fn scanned(record: &Opened, field: &str, text: &str) -> Option<File> {
    let is_scan = record.kind == ScanRecord::KIND && field == "file";
    is_scan.then(|| decoded(text)).flatten()
}

/// A scan as it was laid down.
pub(crate) fn decoded(text: &str) -> Option<File> {
    let bytes = BASE64.decode(text.as_bytes()).ok()?;
    let kind = FileKind::of(&bytes)?;
    Some(File { kind, bytes })
}

/// A scan as an attachment of that name.
pub(crate) fn as_attachment(file: File, name: &str) -> Result<Response, Error> {
    let ending = file.kind.ending();
    let named = format!("attachment; filename=\"{name}.{ending}\"");
    Response::builder()
        .header(header::CONTENT_TYPE, file.kind.media_type())
        .header(header::CONTENT_DISPOSITION, named)
        .header(header::CACHE_CONTROL, "no-store")
        .body(Body::from(file.bytes))
        .map_err(|_| Error::Internal("headers"))
}

/// The person's own letter, as it was scanned.
///
/// # Errors
/// When there is none of that number, or it is somebody else's.
pub async fn download(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    me: Me,
) -> Result<Response, Error> {
    let record = RecordId::from_raw(id);
    let load = move |db: &mut dyn Db| Sealed::<ScanRecord>::load(db, record);
    let found = vault.store().read(load).await?;
    let sealed = found.filter(|sealed| sealed.subject() == me.subject);
    let sealed = sealed.ok_or(Error::NotFound)?;
    let ask = Ask::open(me.actor(), me.subject).of(&[Category::Evidence]);
    let permit: Permit<Rights> = vault.permit(ask).await?;
    let scan = decoded(&vault.open(&permit, &sealed)?.file);
    as_attachment(
        scan.ok_or(Error::Internal("a scan does not decode"))?,
        "brev",
    )
}
