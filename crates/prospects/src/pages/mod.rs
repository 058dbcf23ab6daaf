//! `/stab/bedrifter`: what the marketing role sees and does; `/stab/kan-vi-ringe`: before the first call or
//! letter; `/stab/reservasjoner`: the register's list; `/bedrift/nei/{code}`: the way out.

mod list;
mod may;
mod new;
mod one;
mod out;
mod register;

use serde::Deserialize;
use web::Page;

use crate::prospect::{Notice, Prospect};

pub(crate) use list::list;
pub(crate) use may::{answer as may_answer, ask as may_ask, no as may_no};
pub(crate) use new::{ask, take};
pub(crate) use one::{remove, said_no, show, told};
pub(crate) use out::{out, way_out};
pub(crate) use register::{show as register, take as register_take};

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
