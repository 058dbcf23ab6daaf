//! What the pages do to those who read them: nothing is fetched from another host, nothing is left on the
//! device, and a visit becomes a number. C03, C38, C42.

use karosseri::parts;
use statistics::Counter;

use crate::support::{
    crawl::walk,
    house::{self, each_place},
};

/// Attributes whose address a browser fetches by itself, or sends what was typed to.
const FETCHED: [&str; 6] = [
    " src=\"",
    " srcset=\"",
    " action=\"",
    " poster=\"",
    " data=\"",
    "url(",
];

#[tokio::test]
async fn no_public_page_asks_another_host_or_leaves_anything() {
    each_place(|place| async move {
        let spawned = house::furnished(place, &[("public_statistics", "true")]).await;
        let routes = parts::routes().table();
        let mut nobody = spawned.visitor();
        let starts = ["/", "/sok?q=kran", "/tall", "/bestill", "/sitemap.xml"];
        let walk = walk(&mut nobody, &routes, &starts).await;
        assert!(walk.pages.len() > 20, "{}", walk.pages.len());
        for page in &walk.pages {
            assert!(page.headers.get("set-cookie").is_none(), "{}", page.path);
            let policy = page.headers["content-security-policy"]
                .to_str()
                .expect("text");
            assert!(
                !policy.contains("http") && !policy.contains('*'),
                "{}",
                page.path
            );
            let body = page.body();
            for fetched in FETCHED {
                for rest in body.split(fetched).skip(1) {
                    let own = rest.starts_with('/') && !rest.starts_with("//");
                    assert!(
                        own || rest.starts_with('"'),
                        "{}: {fetched}{:.40}",
                        page.path,
                        rest
                    );
                }
            }
            for tag in body.split("<link ").skip(1) {
                let href = tag.split("href=\"").nth(1).unwrap_or_default();
                assert!(
                    href.starts_with('/') && !href.starts_with("//"),
                    "{}",
                    page.path
                );
            }
        }
        assert!(nobody.cookie.is_none());
        // A program that reads is not counted.
        let counter = spawned
            .app
            .service::<std::sync::Arc<Counter>>()
            .expect("a counter");
        assert_eq!(counter.held(), 0);
        spawned.close().await;
    })
    .await;
}
