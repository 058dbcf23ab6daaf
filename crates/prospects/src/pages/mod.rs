//! `/stab/bedrifter`: what the marketing role sees and does; `/bedrift/nei/{code}`: the way out.

mod list;
mod new;
mod one;
mod out;

use serde::Deserialize;
use web::Page;

use crate::prospect::{Notice, Prospect};

pub(crate) use list::list;
pub(crate) use new::{ask, take};
pub(crate) use one::{remove, said_no, show, told};
pub(crate) use out::{out, way_out};

/// How the notice stands, in words and colour.
struct NoticeView {
    tone: &'static str,
    text: String,
}

fn notice_view(page: &Page, prospect: &Prospect) -> NoticeView {
    let due = page.on_day(prospect.notice_due_at);
    let late = page.now() >= prospect.notice_due_at;
    let (tone, text) = match prospect.notice {
        Notice::Given => ("good", page.t.s("prospect-notice-given").to_owned()),
        Notice::Posted => ("idle", page.t.s("prospect-notice-posted").to_owned()),
        Notice::Owed | Notice::Failed if late => {
            ("bad", page.t.s("prospect-notice-late").to_owned())
        }
        Notice::Owed => (
            "wait",
            page.t.f1("prospect-notice-owed", "date", due.as_str()),
        ),
        Notice::Failed => (
            "bad",
            page.t.f1("prospect-notice-failed", "date", due.as_str()),
        ),
    };
    NoticeView { tone, text }
}

/// A button's form.
#[derive(Default, Deserialize)]
pub(crate) struct Nothing {}
