//! Walks through a house as one visitor: every page that can be reached, every form on the way.

use std::collections::{BTreeMap, VecDeque};

use web::RouteInfo;

use super::{
    client::{Client, Seen, local},
    html::{self, Form},
};

/// What was found on the way.
#[derive(Default)]
pub struct Walk {
    /// A real path for each row of the table that was met: `GET /stab/ordre/{id}`.
    pub paths: BTreeMap<String, Vec<String>>,
    /// Every form met, once for each place it goes to, with the page it stood on.
    pub forms: Vec<(String, Form)>,
    /// Every page read.
    pub pages: Vec<Seen>,
}

/// How many pages of one pattern are read.
const EACH: usize = 2;
/// How many pages are read in all.
const MOST: usize = 120;

/// The row of the table that answers to a path.
pub fn pattern_of(routes: &[RouteInfo], method: &str, path: &str) -> Option<&'static str> {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let fits = |pattern: &str| {
        let (mut parts, mut wanted) = (path.split('/'), pattern.split('/'));
        loop {
            match (parts.next(), wanted.next()) {
                (None, None) => return true,
                (Some(part), Some(want)) if want == part => {}
                (Some(part), Some(want)) if want.starts_with('{') && !part.is_empty() => {}
                _ => return false,
            }
        }
    };
    let of_method = routes
        .iter()
        .filter(|route| route.method.as_str() == method);
    let fitting: Vec<&'static str> = of_method.map(|r| r.path).filter(|p| fits(p)).collect();
    // A row without braces goes before one with.
    fitting
        .iter()
        .find(|p| !p.contains('{'))
        .or(fitting.first())
        .copied()
}

/// Walks from these paths; from a log-in only on pages behind it, the public ones are the same.
pub async fn walk(client: &mut Client, routes: &[RouteInfo], from: &[&str]) -> Walk {
    let is_in = client.cookie.is_some();
    let behind = |path: &str| {
        ["/min-side", "/stab"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    let mut walk = Walk::default();
    let mut queue: VecDeque<String> = from.iter().map(|path| (*path).to_owned()).collect();
    while let Some(path) = queue.pop_front() {
        let wanted = !is_in || behind(&path);
        if !wanted || walk.pages.len() >= MOST || !walk.note(routes, "GET", &path) {
            continue;
        }
        let page = client.open(&path).await;
        if page.status != 200 {
            continue;
        }
        let body = page.body();
        queue.extend(
            html::links(&body)
                .iter()
                .filter(|link| is_ours(link))
                .map(|l| clean(l)),
        );
        for form in html::forms(&body) {
            let action = if form.action.is_empty() {
                page.path.clone()
            } else {
                form.action.clone()
            };
            let form = Form {
                action: clean(&action),
                ..form
            };
            walk.note(
                routes,
                if form.method == "post" { "POST" } else { "GET" },
                &form.action,
            );
            walk.keep(routes, &page.path, form);
        }
        walk.pages.push(page);
    }
    walk
}

impl Walk {
    /// Notes a path; whether it is one to read.
    fn note(&mut self, routes: &[RouteInfo], method: &str, path: &str) -> bool {
        let Some(pattern) = pattern_of(routes, method, path) else {
            return false;
        };
        let known = self.paths.entry(format!("{method} {pattern}")).or_default();
        let plain = path.split(['?', '#']).next().unwrap_or_default().to_owned();
        if known.contains(&plain) || known.len() >= EACH {
            return false;
        }
        known.push(plain);
        true
    }

    /// Keeps the first two forms that go to one pattern.
    fn keep(&mut self, routes: &[RouteInfo], page: &str, form: Form) {
        let to = |form: &Form| pattern_of(routes, "POST", &form.action);
        if form.method == "post"
            && self
                .forms
                .iter()
                .filter(|(_, f)| to(f) == to(&form))
                .count()
                < 2
        {
            self.forms.push((page.to_owned(), form));
        }
    }
}

fn is_ours(link: &str) -> bool {
    link.starts_with('/') && !link.starts_with("//")
}

/// The path without its language and without what follows `#`.
fn clean(link: &str) -> String {
    let path = local(link).split('#').next().unwrap_or_default();
    web::split(path).1.to_owned()
}
