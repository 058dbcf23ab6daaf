//! What the steps show.

use declaration::vocabulary::{Category, Purpose};
use jiff::{ToSpan, civil::Date};
use store::{Db, StoreError};
use values::{BookingId, Moment};
use vault::Vault;
use web::{Errors, Lang, Page};

use super::draft::Draft;
use crate::{
    book,
    catalogue::{Catalogue, Needs, Service, Workshop},
    slots::{self, Closed, DaySlots},
};

/// A start to press.
pub(crate) struct Start {
    pub at: Moment,
    pub time: String,
}

/// A day to choose from.
pub(crate) struct Day {
    pub name: String,
    pub date: Date,
    pub closed: Option<String>,
    pub starts: Vec<Start>,
}

/// A week to choose from.
pub(crate) struct Week {
    pub days: Vec<Day>,
    pub before: Option<Date>,
    pub after: Option<Date>,
    pub number: i64,
    /// The first free start after an empty week.
    pub next_free: Option<(Date, String)>,
    pub any: bool,
}

/// The notice shown where data is collected (GDPR Art. 13).
pub(crate) struct Notice {
    pub version: String,
    pub why: String,
    pub keep: String,
    pub name: String,
    pub reach: String,
    pub plate: String,
    pub who: String,
}

fn words(lang: Lang) -> declaration::Lang {
    declaration::Lang::from_code(lang.tag()).unwrap_or_default()
}

/// Made from the declaration in force.
pub(crate) fn notice(vault: &Vault, lang: Lang) -> Notice {
    let declaration = vault.declaration();
    let lang = words(lang);
    let said = |field: &str| {
        let text = declaration.consequence(field);
        text.map_or("", |text| text.in_lang(lang)).to_owned()
    };
    let visit = declaration.purpose(Purpose::Visit);
    let keep = visit.and_then(|visit| visit.keeps(Category::Contact));
    let names: Vec<&str> = declaration
        .controllers()
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    Notice {
        version: declaration.version().to_string(),
        why: visit.map_or("", |visit| visit.why.in_lang(lang)).to_owned(),
        keep: keep.map_or("", |keep| keep.text.in_lang(lang)).to_owned(),
        name: said("contact.name"),
        reach: said("contact.email"),
        plate: said("vehicle_link.plate"),
        who: names.join(", "),
    }
}

/// Days in the words of a page.
pub(crate) fn days_view(page: &Page, days: Vec<DaySlots>) -> Vec<Day> {
    let today = page.now().local_date();
    days.into_iter()
        .filter(|day| day.date >= today)
        .filter(|day| !(day.closed == Some(Closed::Weekday) && weekend(day.date)))
        .map(|day| Day {
            name: page.day(day.date),
            date: day.date,
            closed: day.closed.map(|closed| match closed {
                Closed::Weekday => page.t.s("slots-closed").to_owned(),
                Closed::Holiday(holiday) => page.t.s(holiday.message_id()).to_owned(),
                Closed::Own(note) if note.is_empty() => page.t.s("slots-closed").to_owned(),
                Closed::Own(note) => note,
            }),
            starts: day
                .free
                .into_iter()
                .map(|at| Start {
                    at,
                    time: page.time(at),
                })
                .collect(),
        })
        .collect()
}

fn weekend(date: Date) -> bool {
    date.weekday().to_monday_zero_offset() >= 5
}

/// Everything free in a workshop from today to its horizon.
pub(crate) async fn all_free(
    vault: &Vault,
    workshop: &Workshop,
    service: &Service,
    needs: Needs,
    but: Option<BookingId>,
) -> Result<Vec<DaySlots>, StoreError> {
    let now = vault.world().now();
    let (_, until) = slots::window(workshop, now);
    let (id, from) = (workshop.id, now);
    let busy = vault
        .store()
        .read(move |db: &mut dyn Db| slots::taken_of(db, id, from, until, but))
        .await?;
    let today = slots::monday(now.local_date());
    let days = workshop.horizon_days.clamp(0, 730) + 8;
    let days = (0..days).filter_map(|nth| today.checked_add(nth.days()).ok());
    Ok(slots::free_days(workshop, service, needs, days, &busy, now))
}

/// The week that is asked for, or the first with something free.
pub(crate) fn week(page: &Page, days: Vec<DaySlots>, asked: Option<Date>) -> Week {
    let this = slots::monday(page.now().local_date());
    let first_free = days.iter().find(|day| !day.free.is_empty());
    let first_free = first_free.map(|day| slots::monday(day.date));
    let last = days.last().map_or(this, |day| slots::monday(day.date));
    let monday = asked.map(slots::monday).or(first_free).unwrap_or(this);
    let monday = monday.clamp(this, last);
    let later = days
        .iter()
        .find(|day| slots::monday(day.date) > monday && !day.free.is_empty())
        .and_then(|day| Some((slots::monday(day.date), page.on_day(*day.free.first()?))));
    let shown: Vec<DaySlots> = days
        .into_iter()
        .filter(|day| slots::monday(day.date) == monday)
        .collect();
    let any = shown.iter().any(|day| !day.free.is_empty());
    let moved = |weeks: i64| monday.checked_add((7 * weeks).days()).ok();
    Week {
        days: days_view(page, shown),
        before: moved(-1).filter(|one| *one >= this),
        after: moved(1).filter(|one| *one <= last),
        number: i64::from(monday.iso_week_date().week()),
        next_free: later.filter(|_| !any),
        any,
    }
}

/// `2 t 30 min`.
pub(crate) fn duration(page: &Page, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    let hours_text = page.t.f1("duration-hours", "count", hours);
    let rest_text = page.t.f1("duration-minutes", "count", rest);
    match (hours, rest) {
        (0, _) => rest_text,
        (_, 0) => hours_text,
        _ => format!("{hours_text} {rest_text}"),
    }
}

/// Everything once more, before it is booked.
pub(super) struct Summary {
    pub plate: String,
    pub service: String,
    pub when: String,
    pub workshop: String,
    pub place: String,
}

pub(super) fn summary(page: &Page, draft: &Draft, catalogue: &Catalogue) -> Option<Summary> {
    let mut errors = Errors::new();
    let workshop = draft.workshop(catalogue)?;
    let start = draft.start()?;
    Some(Summary {
        plate: draft.plate(&mut errors)?.shown().reveal().to_owned(),
        service: draft.service(catalogue)?.name(page.lang).to_owned(),
        when: book::when(&page.t, start),
        workshop: workshop.name.clone(),
        place: workshop.place(),
    })
}
