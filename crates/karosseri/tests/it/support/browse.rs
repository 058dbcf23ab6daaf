//! A hand in a real browser: every page it comes to is looked at, at phone and desk width, by
//! axe-core, for cookies, for requests to others, and kept as a picture.

use std::{collections::BTreeSet, path::PathBuf};

use serde_json::{Value, json};

use super::{
    axe,
    client::local,
    driver::{Driver, SIZES},
    hand::{Hand, Having, has},
    html,
    maildir::Mailbox,
    program::Program,
    served::Served,
};

/// The site a browser is on.
#[derive(Clone, Copy)]
pub enum Site<'a> {
    /// The program, and the real mail server its letters go through.
    Program(&'a Program, &'a Mailbox),
    /// A house in this process: its clock is in the test's hand.
    House(&'a Served),
}

impl Site<'_> {
    /// Where it answers.
    fn base(&self) -> &str {
        match self {
            Self::Program(program, _) => &program.base,
            Self::House(served) => &served.base,
        }
    }
}

/// The hand.
pub struct Browser<'a> {
    /// One browser for each visitor, so that each keeps their own session.
    drivers: Vec<(&'static str, Driver)>,
    with_scripts: bool,
    site: Site<'a>,
    /// The language its pages are read in: nothing, or `/nn`, `/en`.
    lang: &'static str,
    axe: Option<String>,
    who: &'static str,
    pictures: PathBuf,
    looked_at: BTreeSet<String>,
    began: std::time::Instant,
    /// What no page may have, with the page.
    pub findings: Vec<String>,
}

/// What a page without anything of others shows: nothing loaded but its own, nothing laid down.
const TRACES: &str = "return {
    loaded: performance.getEntriesByType('resource').map(e => e.name)
        .concat([...document.querySelectorAll('[src],link[href]')].map(e => e.src || e.href)),
    kept: (() => { try { return localStorage.length + sessionStorage.length } catch { return 0 } })(),
    wide: document.documentElement.scrollWidth - innerWidth,
    lang: document.documentElement.lang,
    title: document.title,
    h1: document.querySelectorAll('h1').length }";

impl<'a> Browser<'a> {
    /// Starts one, with scripts or without.
    pub async fn start(site: Site<'a>, story: &str, with_scripts: bool) -> Self {
        let label = if with_scripts {
            "with-scripts"
        } else {
            "without-scripts"
        };
        let pictures = super::root().join("target/screenshots").join(story);
        let pictures = pictures.join(label);
        // Pictures of a former run would be mistaken for those of this one.
        let _ = std::fs::remove_dir_all(&pictures);
        std::fs::create_dir_all(&pictures).expect("a folder");
        Self {
            drivers: vec![("nobody", Driver::start(with_scripts).await)],
            with_scripts,
            // Without scripts axe-core does not run either; the pages are the same.
            axe: if with_scripts { axe::script() } else { None },
            site,
            lang: "",
            who: "nobody",
            pictures,
            looked_at: BTreeSet::new(),
            began: std::time::Instant::now(),
            findings: Vec::new(),
        }
    }

    /// Ends it.
    pub async fn end(self) {
        for (_, driver) in self.drivers {
            driver.end().await;
        }
    }

    /// Reads the pages in another language from here on; `nb` is the first.
    pub fn read_in(&mut self, lang: &'static str) {
        self.lang = match lang {
            "nn" => "/nn",
            "en" => "/en",
            _ => "",
        };
    }

    /// A picture of the page as it stands, at both widths, under a name of its own.
    pub async fn keep_picture(&self, name: &str) {
        for (size, width, height, phone) in SIZES {
            self.driver().resize(width, height, phone).await;
            let name = format!("{name}-{size}.png");
            self.driver().picture(&self.pictures.join(name)).await;
        }
    }

    /// The browser of whoever it is now.
    pub fn driver(&self) -> &Driver {
        let own = self.drivers.iter().find(|(known, _)| *known == self.who);
        &own.unwrap_or_else(|| panic!("{} has not logged in", self.who))
            .1
    }

    /// How many different pages were looked at.
    pub fn pages(&self) -> usize {
        self.looked_at.len()
    }

    /// Looks at the page it has come to, once for each kind of page and visitor.
    async fn look(&mut self) {
        if let Site::House(served) = self.site {
            served.house.tick();
        }
        let url = self.driver().url().await;
        let path = local(&url)
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .to_owned();
        let words = self.driver().words().await;
        let has_form_errors = self.driver().has("[aria-invalid=true]").await;
        let step = self
            .driver()
            .run(
                "return document.querySelector('[aria-current=step]')?.innerText ?? ''",
                json!([]),
            )
            .await;
        let kind = format!(
            "{} {}{} {}{}",
            self.who,
            self.lang,
            shape(&path),
            step.as_str().unwrap_or_default().trim(),
            if has_form_errors { " errors" } else { "" }
        );
        if !self.looked_at.insert(kind.clone()) {
            return;
        }
        println!("{:>6.1} s {kind}", self.began.elapsed().as_secs_f32());
        if words.trim().is_empty() {
            self.findings.push(format!("{kind}: an empty page"));
        }
        self.look_for_traces(&kind).await;
        for (size, width, height, phone) in SIZES {
            self.driver().resize(width, height, phone).await;
            let number = self.looked_at.len();
            let name = format!("{number:02}-{}-{size}.png", file_name(&kind));
            self.driver().picture(&self.pictures.join(name)).await;
            let wide = self
                .driver()
                .run(
                    "return document.documentElement.scrollWidth - innerWidth",
                    json!([]),
                )
                .await;
            if wide.as_i64().is_some_and(|wide| wide > 0) {
                self.findings
                    .push(format!("{kind}: {wide} px wider than a {size}"));
            }
            if let Some(axe) = &self.axe {
                let found = axe::findings(self.driver(), axe).await;
                self.findings
                    .extend(found.into_iter().map(|f| format!("{kind} ({size}): {f}")));
            }
        }
    }

    async fn look_for_traces(&mut self, kind: &str) {
        let traces = self.driver().run(TRACES, json!([])).await;
        let base = self.site.base().to_owned();
        let loaded = traces["loaded"].as_array().cloned().unwrap_or_default();
        for url in loaded.iter().filter_map(Value::as_str) {
            if !url.starts_with(&base) && !url.starts_with("data:") {
                self.findings.push(format!("{kind}: asks {url}"));
            }
        }
        if traces["kept"].as_i64() != Some(0) {
            self.findings
                .push(format!("{kind}: keeps something in the browser"));
        }
        let lang = if self.lang.is_empty() {
            "nb"
        } else {
            &self.lang[1..]
        };
        if traces["lang"] != lang || traces["title"].as_str().is_none_or(str::is_empty) {
            self.findings
                .push(format!("{kind}: without language or title"));
        }
        if traces["h1"] != 1 {
            self.findings.push(format!("{kind}: {} h1", traces["h1"]));
        }
        let cookies = self.driver().cookies().await;
        if self.who == "nobody" && !cookies.is_empty() {
            self.findings
                .push(format!("{kind}: a cookie before log-in"));
        }
        if cookies.len() > 1 {
            self.findings
                .push(format!("{kind}: {} cookies", cookies.len()));
        }
    }
}

/// A path without its codes and numbers.
fn shape(path: &str) -> String {
    let part = |part: &str| {
        let is_code =
            part.len() > 12 && part.chars().any(|c| c.is_ascii_digit() || c.is_uppercase());
        if is_code { "x" } else { part }.to_owned()
    };
    path.split('/').map(part).collect::<Vec<_>>().join("/")
}

fn file_name(kind: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    let name: String = kind.to_lowercase().chars().map(plain).collect();
    name.split('-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("-")
}

impl Hand for Browser<'_> {
    async fn be(&mut self, who: &'static str) {
        self.who = who;
    }

    async fn open(&mut self, path: &str) {
        let url = format!("{}{}{}", self.site.base(), self.lang, local(path));
        self.driver().go(&url).await;
        self.look().await;
    }

    async fn submit(&mut self, having: Having<'_>, typed: &[(&str, &str)]) {
        let forms = html::forms(&self.driver().source().await);
        let Some(nth) = forms.iter().position(|form| has(form, having)) else {
            panic!(
                "no form with {having:?} on {}:\n{}",
                self.driver().url().await,
                self.words().await
            )
        };
        let mut button = String::from("button:not([type=button]), input[type=submit]");
        for (name, value) in typed {
            let kinds: Vec<&str> = forms[nth]
                .fields
                .iter()
                .filter(|field| field.name == *name)
                .map(|field| field.kind.as_str())
                .collect();
            match kinds.first() {
                None => panic!("the form with {having:?} has no field {name}"),
                Some(&"submit") => button = format!("button[name=\"{name}\"][value=\"{value}\"]"),
                // What travels along unseen stays as it stands.
                Some(&"hidden") => {}
                Some(&("radio" | "checkbox")) => {
                    self.driver()
                        .pick(nth, &format!("[name=\"{name}\"][value=\"{value}\"]"))
                        .await;
                }
                Some(_) => {
                    self.driver()
                        .write(nth, &format!("[name=\"{name}\"]"), value)
                        .await
                }
            }
        }
        self.driver().press(nth, &button).await;
        self.look().await;
    }

    async fn give(&mut self, field: &str, file: &[u8]) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("fil.csv");
        std::fs::write(&path, file).expect("a file");
        let forms = html::forms(&self.driver().source().await);
        let having = [(field, "")];
        let nth = forms.iter().position(|form| has(form, &having));
        let nth = nth.unwrap_or_else(|| panic!("no form with {field}"));
        self.driver()
            .write(
                nth,
                &format!("[name=\"{field}\"]"),
                &path.display().to_string(),
            )
            .await;
        self.driver().press(nth, "button").await;
        self.look().await;
    }

    async fn source(&mut self) -> String {
        self.driver().source().await
    }

    async fn path(&mut self) -> String {
        local(&self.driver().url().await).to_owned()
    }

    async fn letter(&mut self, to: &str, containing: &str) -> String {
        match self.site {
            Site::Program(_, mailbox) => {
                let letter = mailbox.wait(to, containing).await;
                letter
                    .link(containing)
                    .unwrap_or_else(|| panic!("the letter has no {containing}"))
            }
            Site::House(served) => served.house.letter(to, containing).await,
        }
    }

    /// Follows a one-time link in a browser of its own, which stays logged in.
    async fn log_in(&mut self, who: &'static str, link: &str) {
        self.drivers.retain(|(known, _)| *known != who);
        self.drivers
            .push((who, Driver::start(self.with_scripts).await));
        self.who = who;
        self.driver()
            .go(&format!("{}{}", self.site.base(), local(link)))
            .await;
        let here = local(&self.driver().url().await).to_owned();
        let path = here.split(['?', '#']).next().unwrap_or_default();
        self.submit(&[("action", path)], &[]).await;
        let cookies = self.driver().cookies().await;
        let session = cookies.iter().find(|c| c["name"] == web::COOKIE);
        let Some(session) = session else {
            panic!("{link} does not log in:\n{}", self.words().await)
        };
        for (name, wanted) in [("httpOnly", true), ("secure", true)] {
            assert_eq!(session[name], wanted, "{name} of the session cookie");
        }
    }

    async fn file(&mut self, path: &str) -> Vec<u8> {
        let cookies = self.driver().cookies().await;
        let pair = |c: &Value| Some(format!("{}={}", c["name"].as_str()?, c["value"].as_str()?));
        let mut client = super::client::Client::at(self.site.base());
        client.cookie = cookies.first().and_then(pair);
        client.get(path).await.is(200).bytes
    }
}
