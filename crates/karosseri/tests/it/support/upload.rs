//! A form with a file, as a browser sends it.

use super::client::{Client, Seen};

impl Client {
    /// Sends pairs and at most one file as a form of our own page, without going on.
    pub async fn post_file(
        &self,
        path: &str,
        pairs: &[(String, String)],
        file: Option<(&str, &[u8])>,
    ) -> Seen {
        const EDGE: &str = "----karosseri-test-edge";
        let mut body = Vec::new();
        for (name, value) in pairs {
            let part = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            );
            body.extend_from_slice(part.as_bytes());
        }
        if let Some((name, bytes)) = file {
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"fil\"\r\nContent-Type: application/octet-stream\r\n\r\n"
            );
            body.extend_from_slice(head.as_bytes());
            body.extend_from_slice(bytes);
            body.extend_from_slice(b"\r\n");
        }
        body.extend_from_slice(format!("--{EDGE}--\r\n").as_bytes());
        let kind = format!("multipart/form-data; boundary={EDGE}");
        let headers = [
            ("content-type", kind.as_str()),
            ("sec-fetch-site", "same-origin"),
        ];
        self.send("POST", path, &headers, body).await
    }
}
