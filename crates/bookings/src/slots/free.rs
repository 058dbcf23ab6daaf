//! What is free: the offered starts less what bays are taken for.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{ToSpan, civil::Date};
use store::{Db, StoreError};
use values::{BayId, BookingId, Moment, WorkshopId};

use super::{Closed, open_hours, starts, steps, window};
use crate::{
    book::sql,
    catalogue::{Needs, Service, Workshop},
};

/// The steps each bay is taken for.
#[derive(Clone, Debug, Default)]
pub struct Busy(BTreeMap<BayId, BTreeSet<i64>>);

impl Busy {
    /// A step is taken.
    pub fn take(&mut self, bay: BayId, step: i64) {
        self.0.entry(bay).or_default().insert(step);
    }

    /// How many steps are taken.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.values().map(BTreeSet::len).sum()
    }

    fn is_free(&self, bay: BayId, (first, end): (i64, i64)) -> bool {
        self.0
            .get(&bay)
            .is_none_or(|taken| taken.range(first..end).next().is_none())
    }

    /// Whether any bay of the workshop that takes the vehicle is free for all of it.
    #[must_use]
    pub fn any_free(&self, workshop: &Workshop, needs: Needs, start: Moment, minutes: i64) -> bool {
        let span = steps(start, minutes);
        let mut bays = workshop.bays.iter().filter(|bay| bay.takes(needs));
        bays.any(|bay| self.is_free(bay.id, span))
    }
}

/// What is taken in a workshop between two instants; a booking that is about to move does not count.
///
/// # Errors
/// When the store fails.
pub fn taken_of(
    db: &mut dyn Db,
    workshop: WorkshopId,
    from: Moment,
    until: Moment,
    but: Option<BookingId>,
) -> Result<Busy, StoreError> {
    let values = [
        workshop.get().into(),
        super::step_of(from).into(),
        super::step_of(until).into(),
        but.map_or(0, BookingId::get).into(),
    ];
    let mut busy = Busy::default();
    for row in db.all(&sql::TAKEN, &values)? {
        busy.take(BayId::from_raw(row.i64("bay_id")?), row.i64("step")?);
    }
    Ok(busy)
}

/// A day with its free starts, or why it is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DaySlots {
    /// The day.
    pub date: Date,
    /// Why it is closed, if it is.
    pub closed: Option<Closed>,
    /// Free starts.
    pub free: Vec<Moment>,
}

/// The free starts of some days.
pub fn free_days(
    workshop: &Workshop,
    service: &Service,
    needs: Needs,
    days: impl Iterator<Item = Date>,
    busy: &Busy,
    now: Moment,
) -> Vec<DaySlots> {
    let (from, until) = window(workshop, now);
    days.map(|date| match open_hours(workshop, date) {
        Err(closed) => DaySlots {
            date,
            closed: Some(closed),
            free: Vec::new(),
        },
        Ok(hours) => {
            let free = starts(hours, date, service.minutes).filter(|start| {
                workshop.open
                    && (from..until).contains(start)
                    && busy.any_free(workshop, needs, *start, service.minutes)
            });
            DaySlots {
                date,
                closed: None,
                free: free.collect(),
            }
        }
    })
    .collect()
}

/// The free starts nearest to one that is not, the nearest first; looked for in the weeks around it.
///
/// # Errors
/// When the store fails.
pub fn nearest(
    db: &mut dyn Db,
    workshop: &Workshop,
    service: &Service,
    needs: Needs,
    wanted: Moment,
    now: Moment,
    at_most: usize,
) -> Result<Vec<Moment>, StoreError> {
    let around = wanted.local_date();
    let days: Vec<Date> = (-7_i64..=21)
        .filter_map(|days| around.checked_add(days.days()).ok())
        .collect();
    let (Some(first), Some(last)) = (days.first(), days.last()) else {
        return Ok(Vec::new());
    };
    let (from, until) = (Moment::at_local(*first, 0, 0), Moment::after_day(*last));
    let busy = taken_of(db, workshop.id, from, until, None)?;
    let free = free_days(workshop, service, needs, days.into_iter(), &busy, now);
    let mut starts: Vec<Moment> = free.into_iter().flat_map(|day| day.free).collect();
    starts.sort_by_key(|start| (start.millis() - wanted.millis()).abs());
    starts.truncate(at_most);
    starts.sort();
    Ok(starts)
}
