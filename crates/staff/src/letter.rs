//! The letters of this slice: the words, and the one place that hands them to the post.

use declaration::vocabulary::purpose::StaffAccess;
use values::{Email, Moment};
use vault::{Keep, Permit, VaultError, Work};
use web::Page;

/// What a letter with a link says, in the language of the page it was asked for on.
#[derive(Clone, Copy)]
pub struct Wording<'a> {
    page: &'a Page,
    subject: &'static str,
    body: &'static str,
    to: &'a str,
}

impl<'a> Wording<'a> {
    /// The letter for somebody who asked to log in, and where they were going.
    #[must_use]
    pub const fn log_in(page: &'a Page, to: &'a str) -> Self {
        Self {
            page,
            subject: "staff-mail-subject",
            body: "staff-mail-body",
            to,
        }
    }

    /// The letter for somebody who has just been added.
    #[must_use]
    pub const fn welcome(page: &'a Page) -> Self {
        Self {
            page,
            subject: "staff-welcome-subject",
            body: "staff-welcome-body",
            to: "",
        }
    }

    pub(crate) fn letter(&self, to: &Email, path: &str, good_until: Moment) -> letters::Letter {
        let mut link = self.page.address(path);
        if let Some(to) = web::local_path(self.to) {
            link.push_str("?til=");
            link.push_str(to);
        }
        let house = self.page.house();
        let subject = self.page.t.f1(self.subject, "house", house);
        let text = self
            .page
            .t
            .f(self.body, &[("house", &house), ("link", &link)]);
        letters::Letter::new(to.clone(), subject, text)
            .in_lang(self.page.lang)
            .until(good_until)
    }
}

/// Hands a letter to the post, inside a piece of work.
pub(crate) fn post(
    work: &mut Work,
    permit: &Permit<StaffAccess>,
    letter: letters::Letter,
    dedup: &str,
    keep: &Keep,
) -> Result<letters::Posted, VaultError> {
    letters::post(work, permit, letter, dedup, keep)
}
