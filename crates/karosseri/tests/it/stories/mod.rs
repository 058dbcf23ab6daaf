//! The fixtures of the field as stories: each is told once, and taken by a hand in this process on both
//! engines, and by a real browser with scripts and without. In the browser they follow each other in one
//! house, so that every kind of page is looked at once.

mod calls;
mod f12;
mod f2;
mod f3;
mod f5;
mod letters;
mod screens;
mod steps;

use crate::support::{
    browse::{Browser, Site},
    driver,
    hand::Hand,
    house::Spawned,
    program,
    served::Served,
};

/// What a story has to do with: the house it happens in, and how much of it is told.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The house.
    pub house: &'a Spawned,
    /// Whether a real browser takes the steps: then what only repeats itself is told shorter.
    pub short: bool,
}

/// A story inside this process, on both engines.
macro_rules! told_inside {
    ($($story:ident),*) => { $(
        mod $story {
            use crate::{stories, support::{hand::Inside, house}};

            #[tokio::test(flavor = "multi_thread")]
            async fn inside() {
                house::each_place(|place| async move {
                    let spawned = house::furnished(place, &[]).await;
                    let mut hand = Inside::new(&spawned);
                    let setting = stories::Setting { house: &spawned, short: false };
                    stories::$story::tell(&mut hand, setting).await;
                    drop(hand);
                    spawned.close().await;
                })
                .await;
            }
        }
    )* };
}

mod told {
    told_inside!(f2, f3, f5, f12, calls);
}

/// Every story, one after the other.
async fn all<H: Hand>(hand: &mut H, setting: Setting<'_>) {
    f2::tell(hand, setting).await;
    f3::tell(hand, setting).await;
    f5::tell(hand, setting).await;
    f12::tell(hand, setting).await;
    calls::tell(hand, setting).await;
}

async fn in_a_browser(with_scripts: bool) {
    if !driver::there_is_a_browser() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let served = Served::furnished(program::place_in(folder.path()), &[]).await;
    let mut browser = Browser::start(Site::House(&served), "stories", with_scripts).await;
    let setting = Setting {
        house: &served.house,
        short: true,
    };
    all(&mut browser, setting).await;
    println!("{} kinds of page were looked at", browser.pages());
    let findings = std::mem::take(&mut browser.findings);
    browser.end().await;
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

#[tokio::test(flavor = "multi_thread")]
async fn with_scripts() {
    in_a_browser(true).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_scripts() {
    in_a_browser(false).await;
}
