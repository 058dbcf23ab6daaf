//! The counties of Norway with their numbers, drawn on the server: no file of anybody else's, nothing that a
//! browser fetches.

mod inset;
mod outline;

use outline::{Anchor, NORWAY, SIZE};

use super::Line;
use crate::place::COUNTIES;

/// How many steps of colour there are.
const STEPS: usize = 4;

/// A county on the map.
#[derive(Debug)]
pub(crate) struct Area {
    pub name: &'static str,
    /// How many, unless it is too few to be shown, or none.
    pub count: Option<i64>,
    /// 0 (not shown) to 4 (most).
    pub level: usize,
    /// Its land, as a path.
    pub path: &'static str,
    /// Lines across what is not shown.
    pub hatch: &'static str,
    /// Whether it is in the inset as well.
    pub near: bool,
    pub label: Option<Label>,
}

/// A name on the map.
#[derive(Debug)]
pub(crate) struct Label {
    pub x: String,
    pub y: String,
    /// Where the number below it stands.
    pub y2: String,
    /// `start`, `middle` or `end`.
    pub anchor: &'static str,
    /// A line to what it names: x, y, x, y.
    pub leads: Option<[String; 4]>,
    /// Whether it stands on the county's colour.
    pub inside: bool,
}

/// A step of colour: from how many to how many.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub level: usize,
    pub from: i64,
    pub to: i64,
}

/// The map of some counts.
#[derive(Debug)]
pub(crate) struct Map {
    pub areas: Vec<Area>,
    pub steps: Vec<Step>,
}

impl Map {
    /// Draws the lines that name a county.
    pub fn of(lines: &[Line]) -> Self {
        let count_of = |name: &str| lines.iter().find(|line| line.what == name).map(|l| l.count);
        let counts: Vec<i64> = COUNTIES
            .iter()
            .filter_map(|(_, name)| count_of(name))
            .collect();
        let steps = steps(&counts);
        let areas = COUNTIES
            .iter()
            .zip(NORWAY.iter())
            .map(|((number, name), outline)| {
                let count = count_of(name);
                Area {
                    name,
                    count,
                    level: count.map_or(0, |count| level(&steps, count)),
                    path: &outline.path,
                    hatch: &outline.hatch,
                    near: inset::SHOWN.contains(number),
                    label: outline.label.map(Label::of),
                }
            });
        Self {
            areas: areas.collect(),
            steps,
        }
    }

    pub fn view(&self) -> String {
        format!("0 0 {:.0} {:.0}", SIZE.0, SIZE.1)
    }

    pub fn inset(&self) -> String {
        inset::view()
    }

    /// The inset's frame: left, top, width, height.
    pub const fn frame(&self) -> (f64, f64, f64, f64) {
        inset::FRAME
    }

    /// The step of a place of the table; nothing for what is not on the map.
    pub fn level_of(&self, name: &str) -> Option<usize> {
        let area = self.areas.iter().find(|area| area.name == name)?;
        Some(area.level)
    }

    /// Counties without a number.
    pub fn hidden(&self) -> usize {
        self.areas
            .iter()
            .filter(|area| area.count.is_none())
            .count()
    }
}

impl Label {
    fn of(label: outline::Label) -> Self {
        let (x, y) = label.at;
        let said = |number: f64| format!("{number:.0}");
        let beside = match label.anchor {
            Anchor::Begins => x - 5.0,
            Anchor::Middle => x,
            Anchor::Ends => x + 5.0,
        };
        Self {
            x: said(x),
            y: said(y),
            y2: said(y + 20.0),
            anchor: match label.anchor {
                Anchor::Begins => "start",
                Anchor::Middle => "middle",
                Anchor::Ends => "end",
            },
            leads: label
                .to
                .map(|(to_x, to_y)| [said(beside), said(y - 6.0), said(to_x), said(to_y)]),
            inside: label.inside,
        }
    }
}

/// Steps that grow by the same factor: where one county has ten times as many as the next, both are seen.
fn steps(counts: &[i64]) -> Vec<Step> {
    let (Some(least), Some(most)) = (counts.iter().min(), counts.iter().max()) else {
        return Vec::new();
    };
    let (low, high) = (*least as f64, *most as f64);
    let mut steps: Vec<Step> = Vec::new();
    let mut from = *least;
    for number in 1..=STEPS {
        let to = low * (high / low).powf(number as f64 / STEPS as f64);
        let to = if number == STEPS {
            *most
        } else {
            to.floor() as i64
        };
        if to >= from {
            steps.push(Step {
                level: number,
                from,
                to,
            });
            from = to + 1;
        }
    }
    steps
}

fn level(steps: &[Step], count: i64) -> usize {
    let step = steps.iter().find(|step| count <= step.to);
    step.map_or(0, |step| step.level)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(what: &str, count: i64) -> Line {
        Line {
            what: what.to_owned(),
            count,
        }
    }

    #[test]
    fn steps_follow_each_other_and_hold_every_count() {
        for counts in [
            &[5, 5][..],
            &[5, 6],
            &[5, 40, 1_000],
            &[7],
            &[5, 6, 7, 8, 9],
            &[12, 3_000_000],
        ] {
            let steps = steps(counts);
            assert_eq!(
                steps.last().map(|step| step.to),
                counts.iter().max().copied()
            );
            assert_eq!(
                steps.first().map(|step| step.from),
                counts.iter().min().copied()
            );
            for pair in steps.windows(2) {
                assert_eq!(pair[0].to + 1, pair[1].from);
            }
            for count in counts {
                assert!((1..=STEPS).contains(&level(&steps, *count)));
            }
        }
        assert!(steps(&[]).is_empty());
    }

    #[test]
    fn the_most_is_darkest_and_what_is_not_shown_is_hatched() {
        let map = Map::of(&[
            line("Rogaland", 4_000),
            line("Agder", 6),
            line("utlandet", 90_000),
        ]);
        let level = |name: &str| map.level_of(name);
        assert_eq!(
            (level("Rogaland"), level("Agder"), level("Oslo")),
            (Some(4), Some(1), Some(0))
        );
        assert_eq!(level("utlandet"), None);
        assert_eq!((map.areas.len(), map.hidden()), (15, 13));
        assert_eq!(map.steps.last().map(|step| step.to), Some(4_000));
    }
}
