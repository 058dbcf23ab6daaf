//! Chromium through its driver (WebDriver over HTTP), with scripts or without.

use std::{
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use serde_json::{Value, json};

use super::guard::{Running, end_users_of};

/// A phone and a desk: width, height, whether it is a phone.
pub const SIZES: [(&str, u32, u32, bool); 2] =
    [("phone", 390, 844, true), ("desk", 1280, 900, false)];

/// A browser with a fresh profile.
pub struct Driver {
    http: reqwest::Client,
    session: String,
    profile: tempfile::TempDir,
    _driver: Running,
}

impl Drop for Driver {
    fn drop(&mut self) {
        end_users_of(self.profile.path());
    }
}

/// Whether there is a browser here; absent, a test leaves itself out unless one is required.
pub fn there_is_a_browser() -> bool {
    let found = |name: &str| {
        std::env::var_os("PATH").is_some_and(|path| {
            std::env::split_paths(&path).any(|folder| folder.join(name).is_file())
        })
    };
    let there = found("chromium") && found("chromedriver");
    let required = std::env::var("KAROSSERI_REQUIRE_BROWSER").is_ok_and(|flag| flag == "1");
    assert!(
        there || !required,
        "KAROSSERI_REQUIRE_BROWSER=1 but there is no Chromium"
    );
    if !there {
        println!("left out: Chromium and its driver are not installed (./test installs them)");
    }
    there
}

impl Driver {
    /// Starts a browser.
    pub async fn start(with_scripts: bool) -> Self {
        let profile = tempfile::tempdir().expect("a profile");
        let port = super::free_port();
        let driver = Running::start(
            Command::new("chromedriver")
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null()),
        );
        let http = reqwest::Client::builder()
            .no_proxy()
            .timeout(Duration::from_secs(60))
            .build()
            .expect("a client");
        let base = format!("http://127.0.0.1:{port}");
        super::within(20, "chromedriver", || async {
            http.get(format!("{base}/status")).send().await.ok()
        })
        .await;
        let mut driver = Self {
            http,
            session: base,
            profile,
            _driver: driver,
        };
        let made = driver
            .ask("POST", "/session", driver.wishes(with_scripts))
            .await;
        let id = made["sessionId"].as_str().expect("a session");
        driver.session = format!("{}/session/{id}", driver.session);
        driver
    }

    fn wishes(&self, with_scripts: bool) -> Value {
        let profile = format!("--user-data-dir={}", self.profile.path().display());
        let mut options = json!({ "args": [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--disable-dev-shm-usage", "--no-first-run", "--disable-component-update",
            "--lang=nb-NO", profile,
        ]});
        if !with_scripts {
            options["prefs"] = json!({ "profile.managed_default_content_settings.javascript": 2 });
        }
        json!({ "capabilities": { "alwaysMatch": { "goog:chromeOptions": options } } })
    }

    /// One command; its failure ends the test with the driver's own words.
    async fn ask(&self, method: &str, path: &str, body: Value) -> Value {
        match self.try_ask(method, path, body).await {
            Ok(value) => value,
            Err(error) => panic!("{method} {path}: {error}"),
        }
    }

    async fn try_ask(&self, method: &str, path: &str, body: Value) -> Result<Value, String> {
        let url = format!("{}{path}", self.session);
        let request = match method {
            "POST" => self.http.post(url).json(&body),
            "DELETE" => self.http.delete(url),
            _ => self.http.get(url),
        };
        let answer = request.send().await.map_err(|e| e.to_string())?;
        let fine = answer.status().is_success();
        let body: Value = answer.json().await.map_err(|e| e.to_string())?;
        let value = body["value"].clone();
        if fine {
            Ok(value)
        } else {
            Err(value["message"].as_str().unwrap_or("?").to_owned())
        }
    }

    /// Ends the browser in good order.
    pub async fn end(self) {
        let _ = self.try_ask("DELETE", "", Value::Null).await;
    }

    /// Goes to an address.
    pub async fn go(&self, url: &str) {
        self.ask("POST", "/url", json!({ "url": url })).await;
    }

    /// Where it is.
    pub async fn url(&self) -> String {
        self.ask("GET", "/url", Value::Null)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The page as it stands.
    pub async fn source(&self) -> String {
        self.ask("GET", "/source", Value::Null)
            .await
            .as_str()
            .unwrap_or_default()
            .to_owned()
    }

    /// The words a visitor sees.
    pub async fn words(&self) -> String {
        let value = self.run("return document.body.innerText", json!([])).await;
        value.as_str().unwrap_or_default().to_owned()
    }

    /// Runs a script of the driver's own (it works with the page's scripts off, too).
    pub async fn run(&self, script: &str, args: Value) -> Value {
        self.ask(
            "POST",
            "/execute/sync",
            json!({ "script": script, "args": args }),
        )
        .await
    }

    /// Runs a script that answers later, through its last argument.
    pub async fn run_later(&self, script: &str) -> Value {
        self.ask(
            "POST",
            "/execute/async",
            json!({ "script": script, "args": [] }),
        )
        .await
    }

    /// Elements that fit, by id.
    pub async fn all(&self, css: &str) -> Vec<String> {
        let body = json!({ "using": "css selector", "value": css });
        let found = self.ask("POST", "/elements", body).await;
        let id = |e: &Value| Some(e.as_object()?.values().next()?.as_str()?.to_owned());
        found
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(id)
            .collect()
    }

    /// Whether something fits.
    pub async fn has(&self, css: &str) -> bool {
        !self.all(css).await.is_empty()
    }

    /// An element of the nth form, unfolded and brought to where it can be reached.
    async fn in_form(&self, nth: usize, css: &str) -> String {
        let script = "const form = document.forms[arguments[0]];
            const found = [...(form?.querySelectorAll(arguments[1]) ?? [])];
            const element = found.find(e => !e.disabled);
            if (!element) return null;
            for (let e = element; e; e = e.parentElement) {
                if (e.tagName === 'DETAILS') e.open = true;
                if (e.tagName === 'DIALOG' && !e.open) e.showModal();
            }
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            return element";
        let found = self.run(script, json!([nth, css])).await;
        match found
            .as_object()
            .and_then(|e| e.values().next())
            .and_then(Value::as_str)
        {
            Some(id) => id.to_owned(),
            None => panic!(
                "no {css} in form {nth} of {}:\n{}",
                self.url().await,
                self.words().await
            ),
        }
    }

    /// Presses a button of the nth form, and waits for the page it leads to.
    pub async fn press(&self, nth: usize, css: &str) {
        self.run("document.documentElement.dataset.left = '1'", json!([]))
            .await;
        self.click(nth, css).await;
        let still = "return document.documentElement?.dataset.left ?? ''";
        super::within(15, "the page a button leads to", || async {
            let body = json!({ "script": still, "args": [] });
            // Between two pages there is none to ask.
            let left = self.try_ask("POST", "/execute/sync", body).await.ok()?;
            (left == "").then_some(())
        })
        .await;
    }

    /// Ticks a box or takes a choice of the nth form, unless it is taken already.
    pub async fn pick(&self, nth: usize, css: &str) {
        let id = self.in_form(nth, css).await;
        let on = self
            .run("return arguments[0].checked", json!([element(&id)]))
            .await;
        if on != true {
            self.click(nth, css).await;
        }
    }

    async fn click(&self, nth: usize, css: &str) {
        let id = self.in_form(nth, css).await;
        let url = self.url().await;
        let Err(error) = self
            .try_ask("POST", &format!("/element/{id}/click"), json!({}))
            .await
        else {
            return;
        };
        // A choice may be drawn by its label, and the box itself lie hidden under it.
        let label =
            "const l = arguments[0].labels?.[0]; if (l) { l.click(); return true } return false";
        if self.run(label, json!([element(&id)])).await != true {
            panic!("click {css} on {url}: {error}");
        }
    }

    /// Writes into a field of the nth form, after emptying it.
    pub async fn write(&self, nth: usize, css: &str, text: &str) {
        let id = self.in_form(nth, css).await;
        let kind = "let e = arguments[0]; return e.tagName === 'SELECT' ? 'select' : e.type";
        let kind = self.run(kind, json!([element(&id)])).await;
        match kind.as_str().unwrap_or_default() {
            // What is typed into dates depends on the machine's language.
            "select" | "date" | "time" | "month" | "datetime-local" => {
                let set = "const e = arguments[0]; e.value = arguments[1];
                    e.dispatchEvent(new Event('change', { bubbles: true }))";
                self.run(set, json!([element(&id), text])).await;
            }
            kind => {
                if kind != "file" {
                    self.ask("POST", &format!("/element/{id}/clear"), json!({}))
                        .await;
                }
                let path = format!("/element/{id}/value");
                self.ask("POST", &path, json!({ "text": text })).await;
            }
        }
    }

    /// The cookies of the page: name, and whether pages' scripts can read it.
    pub async fn cookies(&self) -> Vec<Value> {
        let found = self.ask("GET", "/cookie", Value::Null).await;
        found.as_array().cloned().unwrap_or_default()
    }

    /// A window of this size.
    pub async fn resize(&self, width: u32, height: u32, phone: bool) {
        let params =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": phone });
        self.cdp("Emulation.setDeviceMetricsOverride", params).await;
        // A picture of something half-way between two states shows neither.
        let still =
            json!({ "features": [{ "name": "prefers-reduced-motion", "value": "reduce" }] });
        self.cdp("Emulation.setEmulatedMedia", still).await;
    }

    /// The whole page as a picture.
    pub async fn picture(&self, to: &Path) {
        let params = json!({ "format": "png", "captureBeyondViewport": true });
        let made = self.cdp("Page.captureScreenshot", params).await;
        let png = data_encoding::BASE64
            .decode(made["data"].as_str().unwrap_or_default().as_bytes())
            .expect("a picture");
        std::fs::write(to, png).expect("written");
    }

    /// One command of the browser's own protocol.
    pub async fn cdp(&self, command: &str, params: Value) -> Value {
        let body = json!({ "cmd": command, "params": params });
        self.ask("POST", "/goog/cdp/execute", body).await
    }
}

fn element(id: &str) -> Value {
    json!({ "element-6066-11e4-a52e-4f735466cecf": id })
}
