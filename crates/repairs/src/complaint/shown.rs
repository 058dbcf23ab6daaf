//! Lines, rules and judgements in words.

use jiff::civil::Date;
use vault::Vault;
use web::{Arg, Lang, Page};

use super::{CaseLine, LimitLine, Notice, Reach, take::Bought};
use crate::{order::WorkLine, say};

/// A line with its last days.
pub(super) struct LineShown {
    pub work: WorkLine,
    pub last: Date,
    pub law: String,
    pub warranty: Option<Date>,
    pub long: bool,
}

/// The declaration's language for a page's.
fn tongue(lang: Lang) -> declaration::Lang {
    declaration::Lang::from_code(lang.tag()).unwrap_or_default()
}

/// A rule in words, by `id@version` or by its id.
pub(super) fn in_words(vault: &Vault, lang: Lang, rule: &str) -> String {
    let rules = vault.rules();
    let known = rules.cited(rule).or_else(|| rules.latest(rule));
    known.map_or_else(
        || rule.to_owned(),
        |rule| rule.text.in_lang(tongue(lang)).to_owned(),
    )
}

/// A rule in words, with its law and its version: `2 år etter … (håndverkertjenesteloven § 22, …@1)`.
pub(super) fn law(vault: &Vault, lang: Lang, cited: &str) -> String {
    let rules = vault.rules();
    rules.cited(cited).map_or_else(
        || cited.to_owned(),
        |rule| {
            let text = rule.text.in_lang(tongue(lang));
            format!("{text} ({}, {cited})", rule.reference)
        },
    )
}

/// The lines that were paid for, as they were stated at the hand-over.
pub(super) fn lines_bought(vault: &Vault, lang: Lang, bought: Bought) -> Vec<LineShown> {
    let covers = bought.covers;
    let covered = bought.lines.into_iter().filter_map(|line| {
        let cover = covers.iter().find(|cover| cover.line == line.id)?;
        line.current().then(|| LineShown {
            last: cover.claim_until,
            law: law(vault, lang, &cover.claim_rule),
            warranty: cover.until,
            long: line.long_life,
            work: line,
        })
    });
    covered.collect()
}

/// The lines a case is about, as it counts them.
pub(super) fn lines_of_case(
    vault: &Vault,
    lang: Lang,
    (work, lines): (Vec<WorkLine>, &[CaseLine]),
) -> Vec<LineShown> {
    let shown = work.into_iter().filter_map(|work| {
        let line = lines.iter().find(|line| line.line == work.id)?;
        Some(LineShown {
            last: line.claim_until,
            law: law(vault, lang, &line.claim_rule),
            warranty: line.warranty_until,
            long: line.long_life,
            work,
        })
    });
    shown.collect()
}

/// The lines of a case as the rules ask for them.
pub(super) fn for_rules(lines: &[CaseLine]) -> Vec<LimitLine> {
    let line = |line: &CaseLine| LimitLine {
        by_law: Reach {
            last: line.claim_until,
            rule: line.claim_rule.clone(),
        },
        warranty: line.warranty_until,
    };
    lines.iter().map(line).collect()
}

/// Whether word came in time, in a sentence, and the kind of message it is shown as.
pub(super) fn notice_said(vault: &Vault, page: &Page, notice: &Notice) -> (&'static str, String) {
    let t = &page.t;
    let (kind, key, reach, days) = match notice {
        Notice::InTime { until } => ("good", "complaint-in-time", Some(until), 0),
        Notice::Judge { days, last } => ("warn", "complaint-judge", Some(last), *days),
        Notice::TooLate { last } => ("warn", "complaint-too-late", Some(last), 0),
        Notice::None => ("warn", "complaint-no-warranty", None, 0),
    };
    let (mut day, mut rule) = (String::new(), String::new());
    if let Some(reach) = reach {
        day = say::date(t, reach.last);
        rule = if reach.rule.is_empty() {
            t.s("complaint-by-terms").to_owned()
        } else {
            law(vault, page.lang, &reach.rule)
        };
    }
    let days = i64::from(days);
    let args: [(&str, &dyn Arg); 3] = [("day", &day), ("rule", &rule), ("days", &days)];
    (kind, t.f(key, &args))
}
