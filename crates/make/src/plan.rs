//! What is to be done so that both sides agree: pure, from what the service holds and what may be
//! sent. Nobody who has said no anywhere is ever made active again.

use std::collections::{HashMap, HashSet};

use crate::wire::Standing;

/// One address as the service has it, by a mark that says nothing of it (a keyed hash).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct There {
    /// The mark of the address.
    pub mark: [u8; 32],
    /// The service's id.
    pub id: i64,
    /// How it stands there.
    pub standing: Standing,
}

/// One address as this house has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Here {
    /// The mark of the address.
    pub mark: [u8; 32],
    /// Our own id.
    pub subject: i64,
    /// Whether a letter may be sent now.
    pub may: bool,
}

/// What is to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// To be put on the list there: our ids.
    pub put: Vec<i64>,
    /// To be stopped there: letters may leave from there, not to be written to here.
    pub stop: Vec<There>,
    /// Said no there, and we did not know: our ids.
    pub withdraw: Vec<i64>,
    /// Letters come back there, and we did not know: our ids.
    pub bounced: Vec<i64>,
    /// Letters may leave from there, and unknown here: nobody knows by what right. They are stopped there, and listed.
    pub unknown: Vec<There>,
}

impl Plan {
    /// Whether both sides agree already.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Compares. An address may stand twice on either side; a no of either counts.
#[must_use]
pub fn plan(there: &[There], here: &[Here]) -> Plan {
    let mut plan = Plan::default();
    let ours: HashMap<[u8; 32], &Here> = here.iter().map(|row| (row.mark, row)).collect();
    let mut worst: HashMap<[u8; 32], Standing> = HashMap::new();
    for row in there {
        let seen = worst.entry(row.mark).or_insert(row.standing);
        *seen = seen.worse(row.standing);
    }
    // A word we do not know may mean that letters leave: it stops nobody who may get them.
    for row in there.iter().filter(|row| row.standing.may_send()) {
        match ours.get(&row.mark) {
            None => plan.unknown.push(*row),
            Some(own) if !own.may => plan.stop.push(*row),
            Some(_) => {}
        }
    }
    let mut done = HashSet::new();
    for own in here.iter().filter(|own| own.may && done.insert(own.mark)) {
        match worst.get(&own.mark) {
            None => plan.put.push(own.subject),
            Some(Standing::Unsubscribed) => plan.withdraw.push(own.subject),
            Some(Standing::Bounced) => plan.bounced.push(own.subject),
            Some(Standing::Active | Standing::Other) => {}
        }
    }
    plan
}

#[cfg(test)]
mod tests {
    use super::*;

    fn there(mark: u8, standing: Standing) -> There {
        There {
            mark: [mark; 32],
            id: i64::from(mark),
            standing,
        }
    }

    fn here(mark: u8, may: bool) -> Here {
        Here {
            mark: [mark; 32],
            subject: i64::from(mark) * 10,
            may,
        }
    }

    #[test]
    fn each_case_has_its_one_answer() {
        use Standing::{Active, Bounced, Other, Unsubscribed};
        let empty = Plan::default();
        let one = |there: &[There], here: &[Here]| plan(there, here);
        assert_eq!(one(&[], &[]), empty);
        assert_eq!(one(&[there(1, Active)], &[here(1, true)]), empty);
        assert_eq!(one(&[], &[here(1, true)]).put, [10]);
        assert_eq!(one(&[], &[here(1, false)]), empty);
        let stop = one(&[there(1, Active)], &[here(1, false)]);
        assert_eq!((stop.stop.len(), stop.put.len()), (1, 0));
        assert_eq!(
            one(&[there(1, Unsubscribed)], &[here(1, true)]).withdraw,
            [10]
        );
        assert_eq!(one(&[there(1, Unsubscribed)], &[here(1, false)]), empty);
        assert_eq!(one(&[there(1, Bounced)], &[here(1, true)]).bounced, [10]);
        assert_eq!(one(&[there(1, Other)], &[here(1, true)]), empty);
        let stop = one(&[there(1, Other)], &[here(1, false)]);
        assert_eq!(stop.stop, [there(1, Other)]);
        assert!(stop.put.is_empty() && stop.withdraw.is_empty() && stop.unknown.is_empty());
        assert_eq!(one(&[there(1, Other)], &[]).unknown, [there(1, Other)]);
        assert_eq!(one(&[there(1, Active)], &[]).unknown, [there(1, Active)]);
        assert_eq!(one(&[there(1, Unsubscribed)], &[]), empty);
    }

    #[test]
    fn words_are_read_whatever_their_capitals() {
        for (word, standing) in [
            ("active", Standing::Active),
            ("Active", Standing::Active),
            (" REACTIVATE ", Standing::Active),
            ("Unsubscribed", Standing::Unsubscribed),
            ("BOUNCE", Standing::Bounced),
            ("Bounced", Standing::Bounced),
            ("", Standing::Other),
            ("paused", Standing::Other),
        ] {
            assert_eq!(Standing::parse(word), standing, "{word}");
        }
    }

    #[test]
    fn a_no_on_one_of_two_rows_is_a_no() {
        let rows = [there(1, Standing::Active), there(1, Standing::Unsubscribed)];
        let plan = plan(&rows, &[here(1, true)]);
        assert_eq!(plan.withdraw, [10]);
        assert!(plan.put.is_empty());
    }
}
