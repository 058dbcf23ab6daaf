use values::Moment;

use super::{message::*, *};

const LETTER: &str = "# Vår på verkstedet\n\nHei! Nå er *krana* klar.\n\n- [Bestill](https://verksted.example/bestill?a=1&b=2)\n- ring <tel:+4762331000>\n\n1. først\n2. så\n\n> sitat\n\nSvar til <post@verksted.example>.\n\n---\n\nTakk  \nfor nå\n";

fn sample() -> String {
    let frame = Frame {
        subject: "Vår på verkstedet\r\nBcc: x@example.no".to_owned(),
        lang: "nb",
        written: render(LETTER),
        why: "Du får dette fordi du sa ja.".to_owned(),
        from_whom: vec!["Verkstedet AS".to_owned(), "Veien 1".to_owned()],
    };
    let links = [(
        "Meld deg av".to_owned(),
        "https://verksted.example/nyhetsbrev/ut/abc".to_owned(),
    )];
    let heading = Heading {
        id: "c1.aa",
        domain: "verksted.example",
        at: Moment::at_local(jiff::civil::date(2026, 3, 2), 9, 0),
        from: (Some("Verkstedet"), "nytt@verksted.example"),
        reply_to: Some("post@verksted.example"),
        to: "kari@example.no",
        list: Some(("Nytt fra verkstedet", "news.westrum.verksted.example")),
        out: Some((
            "https://verksted.example/nyhetsbrev/ut/abc",
            Some("mailto:nytt@verksted.example?subject=ut"),
        )),
    };
    String::from_utf8(
        bytes(
            &heading,
            &frame,
            &Ends {
                links: &links,
                why: None,
            },
        )
        .unwrap(),
    )
    .unwrap()
}

#[test]
fn plain_text_says_what_the_html_says() {
    let written = render(LETTER);
    assert_eq!(
        written.text,
        "Vår på verkstedet\n=================\n\nHei! Nå er krana klar.\n\n- Bestill (https://verksted.example/bestill?a=1&b=2)\n- ring tel:+4762331000\n\n1. først\n2. så\n\n> sitat\n\nSvar til post@verksted.example.\n\n* * *\n\nTakk\nfor nå\n"
    );
    assert!(written.html.contains("<h1>Vår på verkstedet</h1>"));
    assert!(
        written
            .html
            .contains("href=\"https://verksted.example/bestill?a=1&amp;b=2\"")
    );
}

#[test]
fn pictures_html_and_odd_links_are_refused_with_their_line() {
    let text = "Hei\n\n![logo](https://x.example/a.png)\n\n<img src=x>\n\n[a](http://x.example) [b](javascript:alert(1))\n\n[c](https://x.example)\n";
    let found: Vec<(usize, FaultKind)> = faults(text).iter().map(|f| (f.line, f.kind)).collect();
    assert_eq!(
        found,
        [
            (3, FaultKind::Picture),
            (5, FaultKind::Html),
            (7, FaultKind::Link),
            (7, FaultKind::Link)
        ]
    );
    assert!(faults(LETTER).is_empty());
    let written = render(text);
    for bad in ["<img", "http://", "javascript", "a.png"] {
        assert!(
            !written.html.contains(bad) && !written.text.contains(bad),
            "{bad}: {}",
            written.html
        );
    }
}

#[test]
fn links_in_the_bytes_are_the_written_ones_and_nothing_is_fetched() {
    let mail = sample();
    let parsed = mailparse::parse_mail(mail.as_bytes()).unwrap();
    let html = parsed.subparts[1].get_body().unwrap();
    let mut links: Vec<String> = html
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|link| link.replace("&amp;", "&"))
        .collect();
    let mut written = render(LETTER).links;
    written.push("https://verksted.example/nyhetsbrev/ut/abc".to_owned());
    links.sort();
    written.sort();
    assert_eq!(links, written);
    for fetched in [
        "src=",
        "url(",
        "<link",
        "<img",
        "http://",
        "@import",
        "background=\"",
    ] {
        assert!(!html.contains(fetched), "{fetched}");
    }
    let text = parsed.subparts[0].get_body().unwrap();
    for link in &written {
        assert!(text.contains(link.trim_start_matches("mailto:")), "{link}");
    }
}

#[test]
fn headers_carry_the_way_out_and_no_line_of_the_subject() {
    let mail = sample();
    let parsed = mailparse::parse_mail(mail.as_bytes()).unwrap();
    let header = |name: &str| {
        let found = parsed
            .headers
            .iter()
            .find(|h| h.get_key().eq_ignore_ascii_case(name));
        found.map(|h| h.get_value()).unwrap_or_default()
    };
    assert_eq!(
        header("List-Unsubscribe-Post"),
        "List-Unsubscribe=One-Click"
    );
    assert_eq!(
        header("List-Unsubscribe"),
        "<https://verksted.example/nyhetsbrev/ut/abc>, <mailto:nytt@verksted.example?subject=ut>"
    );
    assert_eq!(
        header("List-Id"),
        "Nytt fra verkstedet <news.westrum.verksted.example>"
    );
    assert_eq!(header("Message-ID"), "<c1.aa@verksted.example>");
    assert_eq!(header("Bcc"), "");
    assert_eq!(sample(), mail, "the same letter, the same bytes");
    assert!(mail.lines().all(|line| line.len() <= 998));
}

#[test]
fn offers_are_found_in_service_messages() {
    for (text, found) in [
        ("Fristen for EU-kontroll er 31. mars.", None),
        ("Hei!\nNå har vi vårtilbud på service.", Some((2, "tilbud"))),
        ("20 % på olje", Some((1, "%"))),
        ("Rabattkode: VÅR", Some((1, "rabatt"))),
        ("Bestill og spar tid", Some((1, "spar"))),
        ("Get a free check", Some((1, "free"))),
        ("Salten og sparebank er ikke tilsalg", None),
    ] {
        assert_eq!(offer_in(text), found, "{text}");
    }
}
