//! Markdown to HTML and to plain text. Nothing in it is fetched from anywhere and no link is changed:
//! what stands between the brackets is what the reader's program opens.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// What is refused, and on which line.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Fault {
    /// Counted from 1.
    pub line: usize,
    /// What.
    pub kind: FaultKind,
}

/// What can be refused.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FaultKind {
    /// A picture: it would be fetched when the letter is opened, and tell who opened it.
    Picture,
    /// HTML: it could fetch something.
    Html,
    /// A link that is not https, mailto or tel.
    Link,
}

impl FaultKind {
    /// The message that says it.
    #[must_use]
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Picture => "newsletter-fault-picture",
            Self::Html => "newsletter-fault-html",
            Self::Link => "newsletter-fault-link",
        }
    }
}

/// The two parts of a letter, and the links in it as they were written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As HTML, without the frame.
    pub html: String,
    /// As plain text.
    pub text: String,
    /// Where its links lead.
    pub links: Vec<String>,
}

fn is_fine(link: &str) -> bool {
    ["https://", "mailto:", "tel:"]
        .iter()
        .any(|scheme| link.starts_with(scheme))
}

/// Everything in a text that is refused, in order.
#[must_use]
pub fn faults(markdown: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (event, place) in Parser::new_ext(markdown, Options::empty()).into_offset_iter() {
        let kind = match event {
            Event::Start(Tag::Image { .. }) => FaultKind::Picture,
            Event::Html(_) | Event::InlineHtml(_) => FaultKind::Html,
            Event::Start(Tag::Link { ref dest_url, .. }) if !is_fine(&written(dest_url)) => {
                FaultKind::Link
            }
            _ => continue,
        };
        let line = 1 + markdown[..place.start].matches('\n').count();
        faults.push(Fault { line, kind });
    }
    faults
}

/// An address in angle brackets (`<post@firma.no>`) comes without its scheme.
fn written(link: &str) -> String {
    if !link.contains(':') && link.contains('@') {
        format!("mailto:{link}")
    } else {
        link.to_owned()
    }
}

/// The letter in both forms. What [`faults`] names is left out: a picture becomes its words.
#[must_use]
pub fn render(markdown: &str) -> Written {
    render_own(markdown, "https://")
}

/// The same for the house's own words: links that begin with `own`, its address, are fine, too.
pub(crate) fn render_own(markdown: &str, own: &str) -> Written {
    let mut links = Vec::new();
    let events: Vec<Event<'_>> = Parser::new_ext(markdown, Options::empty())
        .filter_map(|event| harmless(event, own, &mut links))
        .collect();
    let text = plain(&events);
    let mut out = String::with_capacity(markdown.len() * 2);
    html::push_html(&mut out, events.into_iter());
    Written {
        html: out,
        text,
        links,
    }
}

fn harmless<'a>(event: Event<'a>, own: &str, links: &mut Vec<String>) -> Option<Event<'a>> {
    match event {
        Event::Html(_) | Event::InlineHtml(_) => None,
        Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => None,
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Link {
            link_type,
            dest_url,
            title,
            id,
        }) => {
            let link = written(&dest_url);
            let dest_url = if is_fine(&link) || link.starts_with(own) {
                links.push(link);
                dest_url
            } else {
                CowStr::Borrowed("#")
            };
            Some(Event::Start(Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            }))
        }
        other => Some(other),
    }
}

/// Where the writer of the plain text stands.
#[derive(Default)]
struct Plain {
    out: String,
    /// The numbers of the lists around; none for one with dashes.
    lists: Vec<Option<u64>>,
    quotes: usize,
    /// Links that are open: where their words began, and where they lead.
    links: Vec<(usize, String)>,
    heading: Option<usize>,
}

fn plain(events: &[Event<'_>]) -> String {
    let mut plain = Plain::default();
    for event in events {
        plain.take(event);
    }
    let lines: Vec<&str> = plain.out.lines().map(str::trim_end).collect();
    let mut text = lines.join("\n").trim().to_owned();
    text.push('\n');
    while text.contains("\n\n\n") {
        text = text.replace("\n\n\n", "\n\n");
    }
    text
}

impl Plain {
    fn take(&mut self, event: &Event<'_>) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::End(tag) => self.close(tag),
            Event::Text(text) | Event::Code(text) => self.out.push_str(text),
            Event::SoftBreak => self.out.push(' '),
            Event::HardBreak => self.line(),
            Event::Rule => self.out.push_str("\n* * *\n\n"),
            _ => {}
        }
    }

    fn line(&mut self) {
        self.out.push('\n');
        self.out.push_str(&"> ".repeat(self.quotes));
        self.out.push_str(&"  ".repeat(self.lists.len()));
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => {
                self.out.push_str("\n\n");
                self.heading = Some(self.out.len());
            }
            Tag::Paragraph if self.quotes > 0 => self.line(),
            Tag::List(first) => self.lists.push(*first),
            Tag::Item => {
                let depth = self.lists.len().saturating_sub(1);
                self.out.push('\n');
                self.out.push_str(&"  ".repeat(depth));
                match self.lists.last_mut() {
                    Some(Some(number)) => {
                        self.out.push_str(&format!("{number}. "));
                        *number += 1;
                    }
                    _ => self.out.push_str("- "),
                }
            }
            Tag::BlockQuote(_) => self.quotes += 1,
            Tag::CodeBlock(_) => self.out.push('\n'),
            Tag::Link { dest_url, .. } => self.links.push((self.out.len(), written(dest_url))),
            _ => {}
        }
    }

    fn close(&mut self, tag: &TagEnd) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("\n\n"),
            TagEnd::Heading(level) => self.underline(*level),
            TagEnd::List(_) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.out.push_str("\n\n");
                }
            }
            TagEnd::BlockQuote(_) => {
                self.quotes = self.quotes.saturating_sub(1);
                self.out.push('\n');
            }
            TagEnd::CodeBlock => self.out.push('\n'),
            TagEnd::Link => self.link(),
            _ => {}
        }
    }

    fn underline(&mut self, level: HeadingLevel) {
        let began = self.heading.take().unwrap_or(self.out.len());
        let width = self.out[began..].chars().count().min(72);
        let mark = if level == HeadingLevel::H1 { "=" } else { "-" };
        self.out.push('\n');
        self.out.push_str(&mark.repeat(width));
        self.out.push_str("\n\n");
    }

    /// The address stands after the words, unless it is the words.
    fn link(&mut self) {
        let Some((began, link)) = self.links.pop() else {
            return;
        };
        let words = self.out[began..].to_owned();
        if words != link && format!("mailto:{words}") != link {
            self.out.push_str(&format!(" ({link})"));
        }
    }
}
