//! A letter as the bytes of a message: headers, text, a plain HTML alternative, a calendar file.
//!
//! The same letter gives the same bytes each time, so that a copy sent twice is recognised.

use mail_builder::{
    MessageBuilder,
    headers::{
        HeaderType, address::Address, content_type::ContentType, date::Date, raw::Raw, text::Text,
    },
    mime::{BodyPart, MimePart},
};
use values::Moment;

/// What a message is made of.
pub(crate) struct Envelope<'a> {
    /// Id of the job: the left part of the Message-ID and the seed of the boundaries.
    pub id: i64,
    /// The right part of the Message-ID.
    pub domain: &'a str,
    /// When it was posted.
    pub at: Moment,
    /// Who it is from: name and address.
    pub from: (Option<&'a str>, &'a str),
    /// Where an answer goes, when not to the sender.
    pub reply_to: Option<&'a str>,
    /// To whom, in the form the server takes.
    pub to: &'a str,
    /// Language tag.
    pub lang: &'a str,
    /// Subject line.
    pub subject: &'a str,
    /// The text.
    pub text: &'a str,
    /// A calendar file.
    pub calendar: Option<&'a str>,
}

/// The bytes of the message.
pub(crate) fn build(letter: &Envelope<'_>) -> std::io::Result<Vec<u8>> {
    let raw = |text: &'static str| HeaderType::Raw(Raw::new(text));
    let mut message = MessageBuilder::new()
        .from(address(letter.from.0, letter.from.1))
        .to(address(None, letter.to))
        .message_id(format!("{}@{}", letter.id, letter.domain))
        .date(Date::new(letter.at.millis().div_euclid(1000)))
        .subject(one_line(letter.subject))
        .header("Auto-Submitted", raw("auto-generated"))
        .header(
            "Content-Language",
            HeaderType::Text(Text::new(letter.lang.to_owned())),
        );
    if let Some(reply_to) = letter.reply_to.filter(|to| *to != letter.from.1) {
        message = message.reply_to(address(None, reply_to));
    }
    message.body(body(letter)).write_to_vec()
}

fn address<'a>(name: Option<&'a str>, email: &'a str) -> Address<'a> {
    Address::new_address(name.map(std::borrow::Cow::from), email)
}

/// A header never spans lines of our making.
fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

fn body<'a>(letter: &Envelope<'a>) -> MimePart<'a> {
    let html = html(letter.text, letter.lang);
    let both = multipart(
        "multipart/alternative",
        letter.id,
        'a',
        vec![part("text/plain", letter.text), part("text/html", html)],
    );
    let Some(calendar) = letter.calendar else {
        return both;
    };
    let kind = ContentType::new("text/calendar")
        .attribute("method", method(calendar))
        .attribute("charset", "utf-8");
    let file = MimePart::new(kind, BodyPart::Text(calendar.into())).attachment("time.ics");
    multipart("multipart/mixed", letter.id, 'm', vec![both, file])
}

fn part<'a>(kind: &'static str, text: impl Into<std::borrow::Cow<'a, str>>) -> MimePart<'a> {
    let kind = ContentType::new(kind).attribute("charset", "utf-8");
    MimePart::new(kind, BodyPart::Text(text.into()))
}

fn multipart<'a>(
    kind: &'static str,
    id: i64,
    level: char,
    parts: Vec<MimePart<'a>>,
) -> MimePart<'a> {
    // "=_" stands in no encoded text (RFC 2045, 6.7).
    let boundary = format!("=_{level}_{id:016x}");
    let kind = ContentType::new(kind).attribute("boundary", boundary);
    MimePart::new(kind, BodyPart::Multipart(parts))
}

/// What the calendar file says it is for; programs want the same word in the header (RFC 6047).
fn method(calendar: &str) -> &'static str {
    let said = calendar
        .lines()
        .find_map(|line| line.strip_prefix("METHOD:"))
        .map(str::trim);
    match said {
        Some("CANCEL") => "CANCEL",
        Some("REQUEST") => "REQUEST",
        _ => "PUBLISH",
    }
}

/// The text as HTML: paragraphs, line breaks and links; nothing that is fetched from anywhere.
fn html(text: &str, lang: &str) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"></head>\n<body style=\"margin:0 auto;max-width:36em;padding:1em;\
         font-family:sans-serif;font-size:16px;line-height:1.5\">\n"
    );
    let text = text.replace("\r\n", "\n");
    for paragraph in text
        .split("\n\n")
        .map(|p| p.trim_matches('\n'))
        .filter(|p| !p.is_empty())
    {
        out.push_str("<p>");
        for (at, line) in paragraph.lines().enumerate() {
            if at > 0 {
                out.push_str("<br>\n");
            }
            html_line(line, &mut out);
        }
        out.push_str("</p>\n");
    }
    out.push_str("</body></html>\n");
    out
}

fn html_line(line: &str, out: &mut String) {
    for (at, word) in line.split(' ').enumerate() {
        if at > 0 {
            out.push(' ');
        }
        if word.starts_with("https://") || word.starts_with("http://") {
            let link = word.trim_end_matches(['.', ',', ';', ')']);
            out.push_str("<a href=\"");
            escape(link, out);
            out.push_str("\">");
            escape(link, out);
            out.push_str("</a>");
            escape(&word[link.len()..], out);
        } else {
            escape(word, out);
        }
    }
}

fn escape(text: &str, out: &mut String) {
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
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(calendar: Option<&'static str>) -> String {
        let letter = Envelope {
            id: 4711,
            domain: "verksted.example",
            at: Moment::at_local(jiff::civil::date(2026, 3, 2), 9, 0),
            from: (Some("Verkstedet på Hamar"), "post@verksted.example"),
            reply_to: Some("kunde@verksted.example"),
            to: "kari@example.no",
            lang: "nb",
            subject: "Timen din er bestilt\r\nBcc: x@example.no",
            text: "Hei!\n\nÅpne https://verksted.example/a?b=1&c=2.\nHilsen <oss>",
            calendar,
        };
        String::from_utf8(build(&letter).unwrap()).unwrap()
    }

    #[test]
    fn headers_say_who_when_and_that_a_program_wrote() {
        let message = sample(None);
        let head = message.split("\r\n\r\n").next().unwrap();
        assert!(
            head.contains("Message-ID: <4711@verksted.example>"),
            "{head}"
        );
        assert!(
            head.contains("Date: Mon, 2 Mar 2026 08:00:00 +0000"),
            "{head}"
        );
        assert!(head.contains("Auto-Submitted: auto-generated"), "{head}");
        assert!(head.contains("Content-Language: nb"), "{head}");
        assert!(head.contains("<post@verksted.example>"), "{head}");
        assert!(
            head.contains("Reply-To: <kunde@verksted.example>"),
            "{head}"
        );
        assert!(!head.contains("\r\nBcc:"), "a subject cannot add a header");
        assert_eq!(sample(None), message, "the same letter, the same bytes");
        assert!(message.lines().all(|line| line.len() <= 998));
    }

    #[test]
    fn html_is_made_of_the_text_and_fetches_nothing() {
        let made = html("Hei!\n\nÅpne https://a.example/?b=1&c=2.\n<script>", "nn");
        assert!(made.contains("<html lang=\"nn\">"));
        assert!(made.contains("<p>Hei!</p>"));
        assert!(made.contains(
            "<a href=\"https://a.example/?b=1&amp;c=2\">https://a.example/?b=1&amp;c=2</a>.<br>"
        ));
        assert!(made.contains("&lt;script&gt;") && !made.contains("<script"));
        assert!(!made.contains("src=") && !made.contains("<link"));
    }

    #[test]
    fn a_calendar_file_goes_along_with_its_method() {
        let made = sample(Some(
            "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n",
        ));
        assert!(made.contains("multipart/mixed"));
        assert!(
            made.contains("text/calendar") && made.contains("method=\"CANCEL\""),
            "{made}"
        );
        assert!(sample(Some("BEGIN:VCALENDAR")).contains("method=\"PUBLISH\""));
        assert!(!sample(None).contains("text/calendar"));
    }
}
