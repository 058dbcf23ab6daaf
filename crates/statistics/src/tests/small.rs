//! What is too small to be shown, and what becomes of it night by night.

use super::*;

fn on(day: &str, term: &str, county: &str, count: i64) -> (String, String, String, i64) {
    (day.into(), term.into(), county.into(), count)
}

impl World {
    async fn searches(&self, typed: &str, from: &str, times: usize) {
        for _ in 0..times {
            self.visit(&format!("/sok?{typed}"), from, &[]).await;
        }
        self.flush().await;
    }

    /// The next day has begun, and the night's work is done.
    async fn sleep(&self) {
        self.test.clock.advance_ms(24 * 3_600_000);
        chore(&self.test.vault, self.test.world.now(), 5)
            .await
            .unwrap();
    }

    async fn figures(&self, period: &str) -> (String, String) {
        // The session of yesterday is over.
        let desk = self.staff(Role::Marketing).await;
        let page = desk.get(&format!("/stab/tall?p={period}")).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        let csv = desk.get(&format!("/stab/tall.csv?p={period}")).await;
        (page.body, csv.body)
    }
}

/// Every number that a page or a file gives of visits.
fn numbers((page, csv): &(String, String)) -> Vec<i64> {
    let mut found: Vec<String> = Vec::new();
    // The third figure is how many words find nothing: no number of visits.
    for (cell, most) in [("right number\">", usize::MAX), ("figure__number\">", 2)] {
        let rest = page.split(cell).skip(1).take(most);
        found.extend(rest.map(|rest| rest.split('<').next().unwrap().to_owned()));
    }
    for county in page.split("norway__count\"").skip(1) {
        let text = county.split_once('>').unwrap().1;
        found.push(text.split('<').next().unwrap().to_owned());
    }
    for bar in page.split("<title>").skip(1) {
        let text = bar.split("</title>").next().unwrap();
        found.extend(text.rsplit_once(": ").map(|(_, count)| count.to_owned()));
    }
    let rows = csv.lines().skip(1);
    found.extend(rows.map(|row| row.rsplit(';').next().unwrap().to_owned()));
    let digits = |text: &String| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    found
        .iter()
        .filter_map(|text| digits(text).parse().ok())
        .collect()
}

/// C39: ten searches a day on two words and from four counties are a page that says something.
#[tokio::test]
async fn a_word_of_two_a_day_is_seen_after_the_week() {
    each(|store| async move {
        let world = open(store, false, false).await;
        // A Monday.
        world.test.clock.advance_ms(24 * 3_600_000);
        for _ in 0..7 {
            world.searches("lakkering", "81.0.0.9", 1).await;
            world.searches("lakkering", "81.6.0.9", 1).await;
            world.sleep().await;
        }
        assert_eq!(
            world.rows().await,
            [on("2026-11-23", "lakkering", "(flere)", 14)]
        );
        let figures = world.figures("30").await;
        assert!(figures.0.contains(">lakkering</a>"), "{}", figures.0);
        assert!(figures.0.contains("Flere fylker"), "{}", figures.0);
        assert!(!figures.0.contains("county_database"), "there is one");
        assert!(
            figures
                .1
                .contains("2026-11-23;Westrum Karosseri AS;lakkering;(flere);14\r\n"),
            "{}",
            figures.1
        );
    })
    .await;
}

/// A sum is what is hidden or shown: two a day are five after three days, before any night has come.
#[tokio::test]
async fn many_small_cells_are_a_sum() {
    each(|store| async move {
        let world = open(store, false, false).await;
        for from in ["81.0.0.9", "81.6.0.9", "81.1.0.9"] {
            world.searches("kran", from, 2).await;
        }
        let figures = world.figures("30").await;
        assert!(figures.0.contains(">kran</a>"), "{}", figures.0);
        assert!(!figures.0.contains("Rogaland</th>"), "two say too much");
        assert_eq!(figures.1.lines().count(), 1, "{}", figures.1);
    })
    .await;
}

#[tokio::test]
async fn small_cells_lose_place_then_day_then_word() {
    each(|store| async move {
        let world = open(store, false, false).await;
        world.searches("kran", "81.0.0.9", 6).await;
        world.searches("kran", "81.6.0.9", 2).await;
        world.searches("kran", "81.1.0.9", 4).await;
        world.searches("lakkering", "81.0.0.9", 3).await;
        // The same evening nothing is folded yet; the next night it is.
        chore(&world.test.vault, day(), 5).await.unwrap();
        assert_eq!(world.rows().await.len(), 4);
        world.sleep().await;
        let large = [row("kran", "(flere)", 6), row("kran", "Rogaland", 6)];
        let with = |mut rows: Vec<_>| {
            rows.extend(large.clone());
            rows
        };
        // That Sunday ended a week as well; the month goes on.
        assert_eq!(
            world.rows().await,
            with(vec![on("2026-11-01", "lakkering", "(flere)", 3)])
        );
        world.searches("bremser", "81.0.0.9", 2).await;
        world.sleep().await;
        assert_eq!(
            world.rows().await[3..],
            [on("2026-11-23", "bremser", "(flere)", 2)]
        );
        for _ in 0..6 {
            world.sleep().await;
        }
        assert_eq!(
            world.rows().await,
            with(vec![
                on("2026-11-01", "bremser", "(flere)", 2),
                on("2026-11-01", "lakkering", "(flere)", 3),
            ])
        );
        for _ in 0..3 {
            world.sleep().await;
            let rare = on("2026-11-01", "(sjeldne)", "(flere)", 5);
            let left = world.rows().await;
            if world.test.world.now().local_date() > jiff::civil::date(2026, 11, 30) {
                assert_eq!(left, with(vec![rare]));
            }
        }
        let figures = world.figures("30").await;
        assert!(
            figures
                .1
                .contains("2026-11-22;Westrum Karosseri AS;kran;Rogaland;6\r\n"),
            "{}",
            figures.1
        );
        assert!(!figures.0.contains(">lakkering<") && !figures.1.contains("lakkering"));
    })
    .await;
}

/// Whatever is folded into whatever, nobody reads a number under the smallest: neither what has no word,
/// nor what has no place, nor a bar, nor a row of the file.
#[tokio::test]
async fn no_page_and_no_file_says_a_number_below_the_smallest() {
    each(|store| async move {
        let world = open(store, false, false).await;
        let mut shown = 0;
        for night in 0..12 {
            world.visit("/side", "81.6.0.9", &[]).await;
            world.searches("kran", "81.0.0.9", 1 + night % 7).await;
            world.searches("xyzzy", "81.1.0.9", 1).await;
            world
                .searches("bremser", "8.8.8.8", usize::from(night == 3))
                .await;
            for period in ["30", "90", "alt"] {
                let figures = world.figures(period).await;
                let numbers = numbers(&figures);
                shown += numbers.len();
                let small = |n: &&i64| (1..5).contains(*n);
                assert_eq!(
                    numbers.iter().find(small),
                    None,
                    "{night} {numbers:?}\n{figures:?}"
                );
                let (_, left_out) = figures.0.split_once("small\">Av ").unwrap_or(("", "0"));
                let said = left_out.split(' ').next().unwrap();
                assert!(
                    said.parse().is_ok_and(|n: i64| n == 0 || n >= 5),
                    "{said:.60}"
                );
            }
            world.sleep().await;
        }
        assert!(shown > 100, "{shown}");
    })
    .await;
}
