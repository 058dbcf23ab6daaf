//! How far a campaign has come, in the lines of its page.

use web::Page;

use crate::{
    campaign::{Campaign, State as How},
    queue::Progress,
};

/// How far it has come, in words.
pub(super) struct Told {
    pub all: i64,
    pub done: i64,
    pub lines: Vec<(String, String)>,
}

/// How a campaign stands after the database was fetched back from a copy, in sentences; `None` when it was
/// not. `listed` is how many are on the list, where the copy has all of it.
pub(super) fn fetched(
    page: &Page,
    campaign: &Campaign,
    listed: Option<i64>,
) -> Option<Vec<String>> {
    if !campaign.fetched_back()? {
        return Some(vec![page.t.s("newsletter-restored").to_owned()]);
    }
    let outside = campaign.outside;
    let handed = page.count(outside.handed);
    let all = listed.map(|all| page.count(all.max(outside.handed)));
    let first = match &all {
        Some(all) => page.t.f(
            "newsletter-fetched-of",
            &[("handed", &handed), ("all", all)],
        ),
        None => page.t.f("newsletter-fetched", &[("handed", &handed)]),
    };
    let mut lines = vec![first];
    if outside.perhaps > 0 {
        let perhaps = page.count(outside.perhaps);
        lines.push(
            page.t
                .f("newsletter-fetched-perhaps", &[("perhaps", &perhaps)]),
        );
    }
    lines.push(page.t.s("newsletter-fetched-look").to_owned());
    Some(lines)
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

/// The message of a state, and the colour of its badge.
pub(super) const fn words(state: How) -> (&'static str, &'static str) {
    match state {
        How::Draft => ("newsletter-state-draft", "idle"),
        How::Scheduled => ("newsletter-state-scheduled", "info"),
        How::Running => ("newsletter-state-running", "info"),
        How::Paused => ("newsletter-state-paused", "warn"),
        How::Done => ("newsletter-state-done", "good"),
        How::Cancelled => ("newsletter-state-cancelled", "bad"),
    }
}

/// How often a page of a campaign that moves by itself is looked at again, in seconds.
pub(super) fn fresh(campaign: Option<&Campaign>) -> &'static str {
    match campaign.map(|c| c.state) {
        Some(How::Running) => "3",
        Some(How::Scheduled) => "10",
        _ => "",
    }
}
