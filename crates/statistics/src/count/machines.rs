//! Programs that read, and browsers that read ahead. What a visitor calls itself is looked at here and not
//! kept.

use axum::http::{HeaderMap, HeaderName, HeaderValue, header};

/// Parts of what machines call themselves: searchers, previews, headless browsers, monitors, feed readers,
/// archives, checkers, libraries.
const MACHINES: &[&str] = &[
    "bot",
    "crawl",
    "spider",
    "slurp",
    "http",
    "(compatible;",
    "; compatible;",
    "headless",
    "phantomjs",
    "puppeteer",
    "playwright",
    "selenium",
    "webdriver",
    "cypress",
    "electron",
    "jsdom",
    "preview",
    "prerender",
    "lighthouse",
    "pagespeed",
    "gtmetrix",
    "ptst/",
    "monitor",
    "uptime",
    "pingdom",
    "statuscake",
    "site24x7",
    "datadog",
    "newrelic",
    "nagios",
    "zabbix",
    "feed",
    "rss",
    "newsblur",
    "inoreader",
    "netnewswire",
    "thunderbird",
    "archive",
    "scan",
    "checker",
    "validator",
    "inspect",
    "scrapy",
    "wget",
    "curl/",
    "python",
    "java/",
    "go-",
    "externalagent",
    "externalhit",
    "read-aloud",
    "google-",
    "chatgpt",
    "perplexity",
    "claude",
    "nutch",
];

/// How much of a name is looked at.
const LONGEST: usize = 512;

/// Whether it is a program that reads, or a browser that fetches a page nobody has asked for yet.
pub(super) fn is_machine(headers: &HeaderMap) -> bool {
    is_ahead(headers) || headers.get(header::USER_AGENT).is_none_or(is_named_so)
}

/// A page that is fetched ahead, or as a part of another page.
fn is_ahead(headers: &HeaderMap) -> bool {
    let said = |name: &'static str| headers.get(HeaderName::from_static(name));
    let ahead = |value: &HeaderValue| {
        let value = value.as_bytes().to_ascii_lowercase();
        ["prefetch", "prerender", "preview"].iter().any(|word| {
            value
                .windows(word.len())
                .any(|part| part == word.as_bytes())
        })
    };
    let names = ["sec-purpose", "purpose", "x-purpose", "x-moz"];
    names.into_iter().filter_map(said).any(ahead)
        || said("sec-fetch-dest").is_some_and(|value| value != "document")
}

fn is_named_so(agent: &HeaderValue) -> bool {
    let agent = agent.as_bytes();
    // Every browser of today begins so.
    if !agent.starts_with(b"Mozilla/5.0 (") {
        return true;
    }
    let mut lower = [0_u8; LONGEST];
    let length = agent.len().min(LONGEST);
    lower[..length].copy_from_slice(&agent[..length]);
    lower.make_ascii_lowercase();
    let Ok(name) = std::str::from_utf8(&lower[..length]) else {
        return true;
    };
    MACHINES.iter().any(|part| {
        // A telephone of the make Cubot is none.
        name.match_indices(part)
            .any(|(at, _)| !(*part == "bot" && name[..at].ends_with("cu")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROME: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36";

    fn machine(headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, HeaderValue::from_static(value));
        }
        is_machine(&map)
    }

    #[test]
    fn browsers_of_people_are_counted() {
        for agent in [
            CHROME,
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/141.0.0.0 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 9; CUBOT_X18_Plus) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/99.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0",
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 OPR/125.0.0.0",
            "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 [FBAN/FBIOS;FBAV/540.0]",
        ] {
            assert!(!machine(&[("user-agent", agent)]), "{agent}");
        }
        let read = [
            ("user-agent", CHROME),
            ("sec-fetch-dest", "document"),
            ("purpose", "navigate"),
        ];
        assert!(!machine(&read));
    }

    #[test]
    fn programs_are_not() {
        for agent in [
            "",
            "-",
            "curl/8.5.0",
            "Wget/1.24",
            "python-requests/2.32",
            "Go-http-client/2.0",
            "okhttp/4.12",
            "FeedFetcher-Google; (+http://www.google.com/feedfetcher.html)",
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1)",
            "Mozilla/5.0",
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; Yahoo! Slurp; help.example)",
            "Mozilla/5.0 (compatible; SomethingNew/1.0)",
            "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 (compatible; GoogleOther)",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0) Chrome/141.0.0.0 Safari/537.36",
            "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; ChatGPT-User/1.0)",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/141.0.0.0 Safari/537.36",
            "Mozilla/5.0 (Unknown; Linux x86_64) AppleWebKit/538.1 (KHTML, like Gecko) PhantomJS/2.1.1 Safari/538.1",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Chrome-Lighthouse",
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 PingdomPageSpeed/1.0",
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 DatadogSynthetics",
            "Mozilla/5.0 (Windows; U) UptimeRobot/2.0",
            "Mozilla/5.0 (Windows NT 10.0) StatusCake",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) NetNewsWire/6.1",
            "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.0",
            "Mozilla/5.0 (Linux; Android 11) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 Google-Read-Aloud",
        ] {
            assert!(machine(&[("user-agent", agent)]), "{agent}");
        }
        assert!(machine(&[]), "whoever says nothing");
    }

    #[test]
    fn what_is_fetched_ahead_or_inside_another_page_is_not() {
        for said in [
            ("sec-purpose", "prefetch"),
            ("sec-purpose", "prefetch;prerender"),
            ("sec-purpose", "prefetch;anonymous-client-ip"),
            ("purpose", "prefetch"),
            ("purpose", "Prefetch"),
            ("x-purpose", "preview"),
            ("x-moz", "prefetch"),
            ("sec-fetch-dest", "iframe"),
            ("sec-fetch-dest", "empty"),
        ] {
            assert!(machine(&[("user-agent", CHROME), said]), "{said:?}");
        }
    }
}
