//! The bytes of one message: headers, plain text, HTML. The same letter to the same person is the same
//! bytes each time, so that a copy sent twice is recognised by its Message-ID.

use std::borrow::Cow;

use mail_builder::{
    MessageBuilder,
    headers::{
        HeaderType, address::Address, content_type::ContentType, date::Date, raw::Raw, text::Text,
    },
    mime::{BodyPart, MimePart},
};
use values::Moment;

use super::Written;

/// What stands around the written text: the same for everybody who gets it.
pub(crate) struct Frame {
    /// Subject line.
    pub subject: String,
    /// Language tag.
    pub lang: &'static str,
    /// Both forms of the text.
    pub written: Written,
    /// Who writes and why, above the ways out.
    pub why: String,
    /// Who is behind it and where, one line each.
    pub from_whom: Vec<String>,
}

/// The ways out of one letter: words and address.
pub(crate) struct Ends<'a> {
    /// A link each, with its words.
    pub links: &'a [(String, String)],
    /// Why this one gets it, where it is not for the frame's reason.
    pub why: Option<&'a str>,
}

/// What stands in the headers.
pub(crate) struct Heading<'a> {
    /// Left part of the Message-ID.
    pub id: &'a str,
    /// Right part of the Message-ID.
    pub domain: &'a str,
    /// When the letter was first about to be sent.
    pub at: Moment,
    /// Name and address of the sender.
    pub from: (Option<&'a str>, &'a str),
    /// Where an answer goes.
    pub reply_to: Option<&'a str>,
    /// To whom.
    pub to: &'a str,
    /// Name and id of the list (RFC 2919); none for a letter that is no newsletter.
    pub list: Option<(&'a str, &'a str)>,
    /// Ways out for the reader's program: https (RFC 8058), and mailto where mail is read.
    pub out: Option<(&'a str, Option<&'a str>)>,
}

/// The message.
pub(crate) fn bytes(
    heading: &Heading<'_>,
    frame: &Frame,
    ends: &Ends<'_>,
) -> std::io::Result<Vec<u8>> {
    let mut message = MessageBuilder::new()
        .from(address(heading.from.0, heading.from.1))
        .to(address(None, heading.to))
        .message_id(format!("{}@{}", heading.id, heading.domain))
        .date(Date::new(heading.at.millis().div_euclid(1000)))
        .subject(one_line(&frame.subject))
        .header("Content-Language", HeaderType::Text(Text::new(frame.lang)));
    if let Some(reply_to) = heading.reply_to.filter(|to| *to != heading.from.1) {
        message = message.reply_to(address(None, reply_to));
    }
    if let Some((name, id)) = heading.list {
        let name: String = name
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == ' ')
            .collect();
        message = message.header("List-Id", raw(format!("{} <{id}>", name.trim())));
        message = message.header("Precedence", raw("bulk".to_owned()));
    } else {
        message = message.header("Auto-Submitted", raw("auto-generated".to_owned()));
    }
    if let Some((https, mailto)) = heading.out {
        let mailto = mailto.map_or_else(String::new, |to| format!(", <{to}>"));
        message = message
            .header("List-Unsubscribe", raw(format!("<{https}>{mailto}")))
            .header(
                "List-Unsubscribe-Post",
                raw("List-Unsubscribe=One-Click".to_owned()),
            );
    }
    let kind = ContentType::new("multipart/alternative")
        // "=_" stands in no encoded text (RFC 2045, 6.7).
        .attribute("boundary", format!("=_a_{}", heading.id));
    let parts = vec![
        part("text/plain", text(frame, ends)),
        part("text/html", html(frame, ends)),
    ];
    message
        .body(MimePart::new(kind, BodyPart::Multipart(parts)))
        .write_to_vec()
}

fn raw(text: String) -> HeaderType<'static> {
    HeaderType::Raw(Raw::new(text))
}

fn address<'a>(name: Option<&'a str>, email: &'a str) -> Address<'a> {
    Address::new_address(name.map(Cow::from), email)
}

/// A header never spans lines of our making.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn part(kind: &'static str, text: String) -> MimePart<'static> {
    let kind = ContentType::new(kind).attribute("charset", "utf-8");
    MimePart::new(kind, BodyPart::Text(text.into()))
}

/// The plain-text part, which every letter has.
pub(crate) fn text(frame: &Frame, ends: &Ends<'_>) -> String {
    let mut out = frame.written.text.clone();
    out.push_str("\n-- \n");
    out.push_str(ends.why.unwrap_or(&frame.why));
    out.push('\n');
    for (words, link) in ends.links {
        out.push_str(&format!("{words}: {link}\n"));
    }
    for line in &frame.from_whom {
        out.push('\n');
        out.push_str(line);
    }
    out.push('\n');
    out
}

/// Light and dark by the reader's own setting; nothing is fetched.
const STYLE: &str = "body{margin:0;background:#fff;color:#1c2024;font:16px/1.55 sans-serif}\
.l,.f{max-width:38em;margin:0 auto;padding:1.25em}.f{font-size:14px;color:#55606b;border-top:1px solid #d5dae0}\
a{color:#0b5cab}h1{font-size:1.5em;line-height:1.25}h2{font-size:1.2em}blockquote{margin:0;padding-left:1em;\
border-left:3px solid #d5dae0}@media(prefers-color-scheme:dark){body{background:#15181b;color:#e8eaed}\
.f{color:#a9b2bb;border-color:#3a4149}a{color:#8cc4ff}blockquote{border-color:#3a4149}}";

fn html(frame: &Frame, ends: &Ends<'_>) -> String {
    format!(
        "<!doctype html>\n<html lang=\"{}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{}</title>\
         <style>{STYLE}</style></head>\n<body><div class=\"l\">\n{}</div>\n<div class=\"f\">\n{}</div></body></html>\n",
        frame.lang,
        escaped(&frame.subject),
        frame.written.html,
        foot(frame, ends)
    )
}

fn foot(frame: &Frame, ends: &Ends<'_>) -> String {
    let mut out = format!("<p>{}</p>\n", escaped(ends.why.unwrap_or(&frame.why)));
    for (words, link) in ends.links {
        out.push_str(&format!(
            "<p><a href=\"{}\">{}</a></p>\n",
            escaped(link),
            escaped(words)
        ));
    }
    let whom: Vec<String> = frame.from_whom.iter().map(|line| escaped(line)).collect();
    if !whom.is_empty() {
        out.push_str(&format!("<p>{}</p>\n", whom.join("<br>\n")));
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
