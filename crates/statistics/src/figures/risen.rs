//! What is searched for more than before.

use store::{Db, StoreError};

use super::{Figures, Line, Period, Span, lines, sql};
use crate::words::{RARE, REMOVED};

/// How many are listed.
const MOST: usize = 8;

/// A search that has risen.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Risen {
    pub what: String,
    /// How many in the span before; nothing when they were too few to be shown, or none.
    pub before: Option<i64>,
    pub count: i64,
}

/// Compares with as many days before. Nothing when there is nothing to compare with.
pub(crate) fn risen(
    db: &mut dyn Db,
    span: &Span,
    period: Period,
    figures: &Figures,
) -> Result<Option<Vec<Risen>>, StoreError> {
    let Some(before) = span.before(period) else {
        return Ok(None);
    };
    let before = lines(db, &sql::BY_TERM, "term", &before.values())?;
    Ok((!before.is_empty()).then(|| compare(&figures.terms, &before, span.smallest)))
}

/// The largest growth first. It must be a fifth, and as many as the smallest number that is shown: one more
/// than yesterday says nothing.
fn compare(now: &[Line], before: &[Line], smallest: i64) -> Vec<Risen> {
    let words = now
        .iter()
        .filter(|line| ![REMOVED, RARE, ""].contains(&line.what.as_str()));
    let mut risen: Vec<(i64, Risen)> = words
        .filter_map(|line| {
            let was = before
                .iter()
                .find(|was| was.what == line.what)
                .map(|was| was.count);
            let growth = line.count - was.unwrap_or(0);
            let enough = growth >= smallest && growth * 5 >= was.unwrap_or(0);
            enough.then(|| {
                let risen = Risen {
                    what: line.what.clone(),
                    before: was,
                    count: line.count,
                };
                (growth, risen)
            })
        })
        .collect();
    risen.sort_by_key(|(growth, _)| std::cmp::Reverse(*growth));
    risen.truncate(MOST);
    risen.into_iter().map(|(_, risen)| risen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_grown_by_enough_is_listed_largest_first() {
        let line = |what: &str, count| Line {
            what: what.to_owned(),
            count,
        };
        let now = [
            line("kran", 100),
            line("bakløfter", 40),
            line("lakk", 12),
            line("rust", 9),
            line("(fjernet)", 900),
        ];
        let before = [line("kran", 90), line("bakløfter", 10), line("rust", 8)];
        let risen = compare(&now, &before, 5);
        let said: Vec<_> = risen
            .iter()
            .map(|r| (r.what.as_str(), r.before, r.count))
            .collect();
        // The crane grew by a ninth, the rust by one.
        assert_eq!(said, [("bakløfter", Some(10), 40), ("lakk", None, 12)]);
    }
}
