//! Forms and words of a page, as a browser without scripts would see them.

/// A form.
#[derive(Clone, Debug, Default)]
pub struct Form {
    /// Where it goes.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// What is in it.
    pub fields: Vec<Field>,
}

/// A field of a form.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// `text`, `email`, `checkbox`, `radio`, `select`, `textarea`, `hidden`, `submit` …
    pub kind: String,
    /// What is in it, or what choosing it sends.
    pub value: String,
    /// Whether a box or a choice is on.
    pub on: bool,
    /// The choices of a select.
    pub options: Vec<String>,
}

impl Form {
    /// What a browser would send, if nothing were touched and the first button pressed.
    pub fn pairs(&self) -> Vec<(String, String)> {
        let sent = |f: &&Field| match f.kind.as_str() {
            "checkbox" | "radio" => f.on,
            "submit" | "button" | "reset" => false,
            _ => !f.name.is_empty(),
        };
        let mut pairs: Vec<(String, String)> = self
            .fields
            .iter()
            .filter(sent)
            .map(|f| (f.name.clone(), f.value.clone()))
            .collect();
        let button = self.fields.iter().find(|f| f.kind == "submit");
        if let Some(button) = button.filter(|b| !b.name.is_empty()) {
            pairs.push((button.name.clone(), button.value.clone()));
        }
        pairs
    }

    /// Whether it has a field of this name.
    pub fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Fields a person types into.
    pub fn typed(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| {
            matches!(
                field.kind.as_str(),
                "text" | "email" | "tel" | "search" | "textarea" | "number" | "date" | "url"
            )
        })
    }
}

/// A tag: name, whether it closes, attributes, and where its text begins.
struct Tag<'a> {
    name: &'a str,
    closes: bool,
    attributes: Vec<(&'a str, String)>,
    end: usize,
}

impl Tag<'_> {
    fn get(&self, name: &str) -> Option<&str> {
        self.attributes
            .iter()
            .find(|(n, _)| *n == name)
            .map(|(_, value)| value.as_str())
    }
    fn has(&self, name: &str) -> bool {
        self.get(name).is_some()
    }
    fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }
}

/// Every form of a page; fields outside a form that name one by `form="id"` are left out.
pub fn forms(page: &str) -> Vec<Form> {
    let mut forms: Vec<Form> = Vec::new();
    let mut open = false;
    for tag in tags(page) {
        match (tag.name, tag.closes) {
            ("form", false) => {
                open = true;
                let method = tag.get("method").unwrap_or("get").to_lowercase();
                forms.push(Form {
                    action: tag.text("action"),
                    method,
                    fields: Vec::new(),
                });
            }
            ("form", true) => open = false,
            (name, false) if open => {
                if let Some(form) = forms.last_mut() {
                    take(form, name, &tag, page);
                }
            }
            _ => {}
        }
    }
    forms
}

fn take(form: &mut Form, name: &str, tag: &Tag<'_>, page: &str) {
    let until = |end: &str| {
        let rest = &page[tag.end..];
        decode(&rest[..rest.find(end).unwrap_or(rest.len())])
    };
    let mut field = Field {
        name: tag.text("name"),
        value: tag.text("value"),
        on: tag.has("checked"),
        ..Field::default()
    };
    match name {
        "input" => {
            field.kind = tag.get("type").unwrap_or("text").to_owned();
            if matches!(field.kind.as_str(), "checkbox" | "radio") && !tag.has("value") {
                field.value = "on".to_owned();
            }
        }
        "textarea" => {
            field.kind = "textarea".to_owned();
            // A line break right after the tag is not part of the text.
            field.value = until("</textarea").trim_start_matches('\n').to_owned();
        }
        "select" => field.kind = "select".to_owned(),
        "button" => field.kind = tag.get("type").unwrap_or("submit").to_owned(),
        "option" => return option(form, tag, until("</option")),
        _ => return,
    }
    form.fields.push(field);
}

fn option(form: &mut Form, tag: &Tag<'_>, words: String) {
    let Some(select) = form
        .fields
        .last_mut()
        .filter(|field| field.kind == "select")
    else {
        return;
    };
    let value = tag
        .get("value")
        .map_or_else(|| words.trim().to_owned(), str::to_owned);
    if tag.has("selected") || select.options.is_empty() {
        select.value.clone_from(&value);
    }
    select.options.push(value);
}

/// Addresses the page links to.
pub fn links(page: &str) -> Vec<String> {
    tags(page)
        .filter(|tag| tag.name == "a" && !tag.closes)
        .map(|tag| tag.text("href"))
        .collect()
}

/// The words of a page, without tags.
pub fn words(page: &str) -> String {
    let mut words = String::new();
    let mut at = 0;
    for tag in tags(page) {
        let start = page[..tag.end].rfind('<').unwrap_or(at).max(at);
        words.push_str(&page[at..start]);
        words.push(' ');
        at = tag.end;
    }
    words.push_str(&page[at..]);
    decode(&words)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn tags(page: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + page[at..].find('<')?;
            if let Some(rest) = page[start..].strip_prefix("<!--") {
                at = start + 4 + rest.find("-->")? + 3;
                continue;
            }
            let tag = read(page, start + 1)?;
            at = tag.end;
            if !tag.closes && matches!(tag.name, "script" | "style") {
                at += page[at..].find("</").unwrap_or(0);
            }
            return Some(tag);
        }
    })
}

fn read(page: &str, start: usize) -> Option<Tag<'_>> {
    let closes = page[start..].starts_with('/');
    let start = start + usize::from(closes);
    let part = |at: usize, stops: fn(char) -> bool| {
        let rest = &page[at..];
        at + rest.find(stops).unwrap_or(rest.len())
    };
    let mut at = part(start, |c| c.is_whitespace() || c == '>' || c == '/');
    let name = &page[start..at];
    let mut attributes = Vec::new();
    loop {
        at += page[at..].find(|c: char| !c.is_whitespace() && c != '/')?;
        if page[at..].starts_with('>') {
            return Some(Tag {
                name,
                closes,
                attributes,
                end: at + 1,
            });
        }
        let end = part(at, |c| c.is_whitespace() || matches!(c, '=' | '>'));
        let key = &page[at..end];
        at = end;
        let Some(rest) = page[at..].strip_prefix('=') else {
            attributes.push((key, String::new()));
            continue;
        };
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''));
        let (value, length) = match quote {
            Some(quote) => {
                let end = rest[1..].find(quote)?;
                (&rest[1..=end], end + 3)
            }
            None => {
                let end = rest.find(|c: char| c.is_whitespace() || c == '>')?;
                (&rest[..end], end + 1)
            }
        };
        attributes.push((key, decode(value)));
        at += length;
    }
}

/// Text with its character references replaced.
pub fn decode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find('&') {
        out.push_str(&rest[..start]);
        rest = &rest[start..];
        let end = rest.find(';').filter(|end| *end < 10);
        let found = end.and_then(|end| Some((reference(&rest[1..end])?, end + 1)));
        let (c, length) = found.unwrap_or(('&', 1));
        out.push(c);
        rest = &rest[length..];
    }
    out + rest
}

fn reference(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[test]
fn forms_are_read_as_a_browser_reads_them() {
    let page = r#"<!doctype html><p>a &amp; b</p><form action='/x?a=1&amp;b' method="POST">
        <input name=n value="K&#39;ri"><input type=checkbox name=c checked>
        <select name="s"><option value="1">en</option><option selected>to</option></select>
        <textarea name="t">
linje &lt;1&gt;</textarea><button name="go" value="on">Send</button></form>"#;
    let forms = forms(page);
    assert_eq!(
        (forms[0].action.as_str(), forms[0].method.as_str()),
        ("/x?a=1&b", "post")
    );
    let sent = forms[0].pairs();
    let sent: Vec<(&str, &str)> = sent.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let wanted = [
        ("n", "K'ri"),
        ("c", "on"),
        ("s", "to"),
        ("t", "linje <1>"),
        ("go", "on"),
    ];
    assert_eq!(sent, wanted);
    assert!(words(page).starts_with("a & b"));
}
