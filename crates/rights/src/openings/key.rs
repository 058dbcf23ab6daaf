//! `/personvern/logg-nokkel`: what anybody needs to check a file of the opening log; and the file.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use vault::{SignedHead, Vault};
use web::{Error, Page, Service, html};

#[derive(askama::Template)]
#[template(path = "openings_key.html")]
struct Key {
    page: Page,
    key: String,
    head: Option<SignedHead>,
    /// Where the log ended then, in words.
    said: String,
}

/// The public key of the log and its last signed end.
///
/// # Errors
/// When the custody fails.
pub async fn show(Service(vault): Service<Vault>, page: Page) -> Result<Response, Error> {
    let (key, head) = vault.log_key()?;
    let said = head.as_ref().map_or_else(String::new, |head| {
        let at = page.at(head.at).to_string();
        let args: [(&str, &dyn web::Arg); 2] = [("line", &head.seq), ("at", &at)];
        page.t.f("openings-key-head-said", &args)
    });
    html(&Key {
        page,
        key,
        head,
        said,
    })
}

/// A file in memory: ids and words of the program, some two hundred bytes a line.
#[derive(Clone, Default)]
struct File(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for File {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut file = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        file.extend_from_slice(bytes);
        Ok(bytes.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// The whole log as a file that is checked without the house.
///
/// # Errors
/// When the store fails.
pub async fn file(Service(vault): Service<Vault>) -> Result<Response, Error> {
    let file = File::default();
    vault.export_log(file.clone()).await?;
    let bytes = std::mem::take(&mut *file.0.lock().unwrap_or_else(PoisonError::into_inner));
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (
            header::CONTENT_DISPOSITION,
            "attachment; filename=\"innsynslogg.jsonl\"",
        ),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, bytes).into_response())
}
