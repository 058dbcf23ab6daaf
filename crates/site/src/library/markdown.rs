//! Markdown to HTML: no HTML of the writer's, nothing from other hosts, every link looked at.

use std::collections::HashMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

use super::Wrong;

/// Stands before local addresses until the page knows its language.
pub(crate) const PREFIX: char = '\u{1}';

/// A page's text, made.
#[derive(Clone, Debug, Default)]
pub(crate) struct Made {
    pub html: String,
    /// The words of headings, for search.
    pub headings: String,
    /// All words, for search.
    pub text: String,
    /// Local addresses that are linked to, with their lines.
    pub links: Vec<(usize, String)>,
    pub wrong: Vec<(usize, Wrong, String)>,
}

/// What a page may refer to: files and other pages of the folder, by the name as written.
pub(crate) struct Around<'a> {
    pub files: &'a HashMap<String, String>,
    pub pages: &'a HashMap<String, String>,
}

/// Makes the text. `first_line` is the number of lines above it.
pub(crate) fn make(text: &str, first_line: usize, around: &Around<'_>) -> Made {
    let text: String = text
        .chars()
        .filter(|c| !c.is_control() || matches!(c, '\n' | '\t'))
        .collect();
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    let events: Vec<_> = Parser::new_ext(&text, options).into_offset_iter().collect();
    let has_h1 = events.iter().any(|(event, _)| {
        matches!(event, Event::Start(Tag::Heading { level, .. }) if *level == HeadingLevel::H1)
    });
    let mut maker = Maker {
        around,
        shift: has_h1,
        made: Made::default(),
        heading: None,
        picture: None,
        links: Vec::new(),
        anchors: Vec::new(),
    };
    let mut out = Vec::with_capacity(events.len());
    for (event, range) in events {
        let line = first_line + 1 + text[..range.start].matches('\n').count();
        maker.take(event, line, &mut out);
    }
    let mut made = maker.done();
    html::push_html(&mut made.html, out.into_iter());
    made
}

struct Maker<'a> {
    around: &'a Around<'a>,
    shift: bool,
    made: Made,
    /// Where in the output the open heading began, and its words so far.
    heading: Option<(usize, HeadingLevel, String)>,
    /// The open picture: its address, its description so far, its line.
    picture: Option<(Option<String>, String, usize)>,
    /// For each open link, whether it is one.
    links: Vec<bool>,
    /// Links within the page, until all headings are known.
    anchors: Vec<(usize, String)>,
}

impl Maker<'_> {
    fn take<'e>(&mut self, event: Event<'e>, line: usize, out: &mut Vec<Event<'e>>) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => {
                let address = self.picture_address(&dest_url, line);
                self.picture = Some((address, String::new(), line));
            }
            Event::End(TagEnd::Image) => self.end_picture(out),
            Event::Text(words) | Event::Code(words) if self.picture.is_some() => {
                if let Some((_, said, _)) = &mut self.picture {
                    said.push_str(&words);
                }
            }
            _ if self.picture.is_some() => {}
            Event::Start(Tag::Heading { level, .. }) => {
                self.heading = Some((out.len(), self.shifted(level), String::new()));
            }
            Event::End(TagEnd::Heading(_)) => self.end_heading(out),
            Event::Start(Tag::Link { dest_url, .. }) => self.begin_link(&dest_url, line, out),
            Event::End(TagEnd::Link) => {
                if self.links.pop() == Some(true) {
                    out.push(Event::InlineHtml("</a>".into()));
                }
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                if !text.trim_start().starts_with("<!--") {
                    let about = text.lines().next().unwrap_or_default().trim().to_owned();
                    self.made.wrong.push((line, Wrong::Html, about));
                    out.push(Event::Text(text));
                }
            }
            Event::Start(Tag::HtmlBlock) => out.push(Event::Start(Tag::Paragraph)),
            Event::End(TagEnd::HtmlBlock) => out.push(Event::End(TagEnd::Paragraph)),
            event => {
                self.hear(&event);
                out.push(event);
            }
        }
    }

    /// Words go to the search, and to the heading they stand in.
    fn hear(&mut self, event: &Event<'_>) {
        match event {
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, _, heading)) = &mut self.heading {
                    heading.push_str(words);
                }
                self.made.text.push_str(words);
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_)
                if !self.made.text.ends_with([' ', '\n']) =>
            {
                self.made.text.push(' ');
            }
            _ => {}
        }
    }

    /// The page's title is the first heading; those of the text stand below it.
    fn shifted(&self, level: HeadingLevel) -> HeadingLevel {
        if !self.shift {
            return level;
        }
        match level {
            HeadingLevel::H1 => HeadingLevel::H2,
            HeadingLevel::H2 => HeadingLevel::H3,
            HeadingLevel::H3 => HeadingLevel::H4,
            HeadingLevel::H4 => HeadingLevel::H5,
            _ => HeadingLevel::H6,
        }
    }

    fn end_heading(&mut self, out: &mut Vec<Event<'_>>) {
        let Some((at, level, words)) = self.heading.take() else {
            return;
        };
        let id = super::slug(&words);
        out.insert(
            at,
            Event::InlineHtml(format!("<{level} id=\"{id}\">").into()),
        );
        out.push(Event::InlineHtml(format!("</{level}>\n").into()));
        self.made.headings.push_str(&words);
        self.made.headings.push('\n');
        self.made.text.push_str(". ");
        self.anchors.push((0, id));
    }

    fn picture_address(&mut self, url: &str, line: usize) -> Option<String> {
        let wrong = match self.around.files.get(plain_name(url)) {
            Some(address) => return Some(address.clone()),
            None if url.contains("://") || url.starts_with("//") || url.starts_with("data:") => {
                Wrong::RemotePicture
            }
            None => Wrong::NoFile,
        };
        self.made.wrong.push((line, wrong, url.to_owned()));
        None
    }

    fn end_picture(&mut self, out: &mut Vec<Event<'_>>) {
        let Some((address, said, line)) = self.picture.take() else {
            return;
        };
        if said.trim().is_empty() {
            self.made
                .wrong
                .push((line, Wrong::NoDescription, String::new()));
        }
        match address {
            Some(address) => {
                let said = escape(&said);
                let tag = format!("<img src=\"{address}\" alt=\"{said}\" loading=\"lazy\">");
                out.push(Event::InlineHtml(tag.into()));
            }
            None => out.push(Event::Text(CowStr::from(said))),
        }
    }

    fn begin_link(&mut self, url: &str, line: usize, out: &mut Vec<Event<'_>>) {
        let target = self.target(url, line);
        self.links.push(target.is_some());
        if let Some((href, outward)) = target {
            let rel = if outward {
                " rel=\"noopener noreferrer\""
            } else {
                ""
            };
            let tag = format!("<a href=\"{}\"{rel}>", escape(&href));
            out.push(Event::InlineHtml(tag.into()));
        }
    }

    /// Where a link leads and whether that is out of the house; nothing when it leads nowhere.
    fn target(&mut self, url: &str, line: usize) -> Option<(String, bool)> {
        let local = |path: &str| format!("{PREFIX}{path}");
        let name = plain_name(url);
        if let Some(path) = self.around.pages.get(name) {
            return Some((local(path), false));
        }
        if let Some(address) = self.around.files.get(name) {
            return Some((address.clone(), false));
        }
        if is_real(url) {
            return Some((url.to_owned(), true));
        }
        let rest = |scheme: &str| url.strip_prefix(scheme).is_some_and(|rest| rest.len() > 3);
        if rest("mailto:") || rest("tel:") {
            return Some((url.to_owned(), false));
        }
        if let Some(id) = url.strip_prefix('#').filter(|id| !id.is_empty()) {
            self.anchors.push((line, id.to_owned()));
            return Some((url.to_owned(), false));
        }
        if url.starts_with('/') && !url.starts_with("//") {
            self.made.links.push((line, url.to_owned()));
            return Some((local(url), false));
        }
        let wrong = if url.starts_with("http://") {
            Wrong::Insecure
        } else {
            Wrong::DeadLink
        };
        self.made.wrong.push((line, wrong, url.to_owned()));
        None
    }

    /// Links within the page must have somewhere to lead.
    fn done(mut self) -> Made {
        let ids: Vec<&String> = self
            .anchors
            .iter()
            .filter(|(line, _)| *line == 0)
            .map(|(_, id)| id)
            .collect();
        let dead = |(line, id): &&(usize, String)| *line > 0 && !ids.contains(&id);
        let dead: Vec<_> = self.anchors.iter().filter(dead).cloned().collect();
        for (line, id) in dead {
            self.made
                .wrong
                .push((line, Wrong::DeadLink, format!("#{id}")));
        }
        self.made
    }
}

/// A link that leads to a host. Rule: C42; the published statement had a dead `#`.
pub(crate) fn is_real(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| {
        host.contains('.') && !host.ends_with('.') && !host.contains(char::is_whitespace)
    })
}

/// The name of a file as it is referred to: without `./` before and `#…` after it.
fn plain_name(url: &str) -> &str {
    let url = url.strip_prefix("./").unwrap_or(url);
    match url.split_once('#') {
        Some((name, _)) if !name.is_empty() => name,
        _ => url,
    }
}

pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}
