//! How far a campaign has come, in the lines of its page.

use web::Page;

use crate::queue::Progress;

/// How far it has come, in words.
pub(super) struct Told {
    pub all: i64,
    pub done: i64,
    pub lines: Vec<(String, String)>,
}

/// On what those that were sent rested, behind how many they were: where customers are written to as such.
fn based(page: &Page, progress: &Progress, lines: &mut Vec<(String, String)>) {
    if progress.as_customers == 0 {
        return;
    }
    let line = |key: &str, n| (page.t.s(key).to_owned(), page.count(n));
    let two = [
        line("newsletter-by-consent", progress.by_consent),
        line("newsletter-as-customers", progress.as_customers),
    ];
    lines.splice(1..1, two);
}

/// Every line there is something to say in.
pub(super) fn told(page: &Page, progress: &Progress) -> Told {
    let mut lines = vec![
        (
            page.t.s("newsletter-sent").to_owned(),
            page.count(progress.sent),
        ),
        (
            page.t.s("newsletter-waiting").to_owned(),
            page.count(progress.waiting),
        ),
    ];
    based(page, progress, &mut lines);
    if progress.doubted > 0 {
        let doubted = page.t.s("newsletter-doubted").to_owned();
        lines.push((doubted, page.count(progress.doubted)));
    }
    if progress.unsure > 0 {
        let unsure = page.t.s("newsletter-unsure").to_owned();
        lines.push((unsure, page.count(progress.unsure)));
    }
    if progress.failed > 0 {
        let failed = page.t.s("newsletter-failed").to_owned();
        lines.push((failed, page.count(progress.failed)));
    }
    for (key, n) in [
        ("newsletter-bounced", progress.bounced),
        ("newsletter-complained", progress.complained),
    ] {
        if n > 0 {
            lines.push((page.t.s(key).to_owned(), page.count(n)));
        }
    }
    for (reason, n) in &progress.skipped {
        let key = format!("newsletter-why-{}", reason.replace('_', "-"));
        let reason = page
            .t
            .s_known(&key)
            .unwrap_or(page.t.s("newsletter-why-other"));
        lines.push((reason.to_owned(), page.count(*n)));
    }
    if progress.a_minute > 0 {
        let speed = page.t.f1("newsletter-a-minute", "count", progress.a_minute);
        lines.push((page.t.s("newsletter-speed").to_owned(), speed));
    }
    if let Some(minutes) = progress.minutes_left() {
        let left = page.t.f1("newsletter-minutes", "count", minutes);
        lines.push((page.t.s("newsletter-left").to_owned(), left));
    }
    if progress.texts.len() > 1 {
        for (number, n) in &progress.texts {
            let text = page.t.f1("newsletter-text-number", "number", *number);
            lines.push((text, page.count(*n)));
        }
    }
    Told {
        all: progress.all().max(1),
        done: progress.all() - progress.waiting,
        lines,
    }
}
