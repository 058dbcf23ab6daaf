//! A house around the vault in which everything is in order.

use axum::http::{HeaderMap, HeaderValue, StatusCode};
use vault::VaultError;

use super::{Around, ControllerRows, Facts, PageSeen, Soon};

/// Everything in order, unless a test says otherwise.
#[derive(Clone)]
pub(crate) struct Calm {
    pub facts: Facts,
    pub differences: Vec<String>,
    pub text: String,
    pub body: String,
    pub headers: HeaderMap,
}

impl Default for Calm {
    fn default() -> Self {
        let policy = HeaderValue::from_static("default-src 'self'");
        let mut headers = HeaderMap::new();
        headers.insert("content-security-policy", policy);
        let rows = |what| ControllerRows {
            what,
            controller: Some(1),
            rows: 3,
        };
        Self {
            facts: Facts {
                controllers: vec![rows("booking")],
                staff: vec![rows("staff")],
                bookings: 3,
                ..Facts::default()
            },
            differences: Vec::new(),
            text: include_str!("../../../../declarations/westrum.toml").to_owned(),
            body: body(),
            headers,
        }
    }
}

/// A page with every contact of the declaration on it.
fn body() -> String {
    let declaration = vault::testing::declaration();
    let mut body = String::from("<link rel=\"stylesheet\" href=\"/static/a.css\"><p>");
    for one in declaration.controllers() {
        body.push_str(&format!(
            "{} {} {} ",
            one.name,
            one.email,
            one.address.join(", ")
        ));
        let phone = one.phone.trim_start_matches("+47");
        let groups: Vec<&str> = (0..4)
            .filter_map(|at| phone.get(at * 2..at * 2 + 2))
            .collect();
        body.push_str(&groups.join("&nbsp;"));
    }
    body
}

impl Around for Calm {
    fn page<'a>(&'a self, _: &'a str) -> Soon<'a, PageSeen> {
        let page = PageSeen {
            status: StatusCode::OK,
            headers: self.headers.clone(),
            body: self.body.clone(),
        };
        Box::pin(async move { page })
    }

    fn column_differences(&self) -> Soon<'_, Result<Vec<String>, VaultError>> {
        let differences = self.differences.clone();
        Box::pin(async move { Ok(differences) })
    }

    fn declaration_text(&self) -> String {
        self.text.clone()
    }

    fn facts(&self) -> Soon<'_, Result<Facts, VaultError>> {
        let facts = self.facts.clone();
        Box::pin(async move { Ok(facts) })
    }
}
