//! The outline of the counties: read once, projected, and hatched.

use std::{collections::HashMap, sync::LazyLock};

use crate::place::COUNTIES;

/// Drawn by hand; the file says how.
const DRAWN: &str = include_str!("norway.txt");

/// Longitude and latitude in degrees.
type Place = (f64, f64);
/// A point of the drawing.
pub(super) type Point = (f64, f64);

/// Units of the drawing for an earth's radius: Norway becomes some 590 wide and 745 high.
const SCALE: f64 = 3_200.0;
/// Room for names in the sea to the west, and above.
const WEST: f64 = 104.0;
const NORTH: f64 = 30.0;
/// How far the lines of the hatching are from each other.
const HATCH: f64 = 6.0;

/// How a name stands at its point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Begins,
    Middle,
    Ends,
}

/// Where a name stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    pub anchor: Anchor,
    pub at: Point,
    /// Where a line leads to, if it does not stand at its county.
    pub to: Option<Point>,
    /// Whether it stands on its county, and not in the sea or abroad.
    pub inside: bool,
}

/// One county of the drawing.
#[derive(Debug)]
pub(super) struct Outline {
    /// The land and the islands, as rings of points.
    pub rings: Vec<Vec<Point>>,
    /// The same as a path.
    pub path: String,
    /// Lines across it, as a path.
    pub hatch: String,
    pub label: Option<Label>,
}

/// The counties in the order of [`COUNTIES`].
pub(super) static NORWAY: LazyLock<Vec<Outline>> = LazyLock::new(|| read(DRAWN));

/// The whole drawing's width and height.
pub(super) static SIZE: LazyLock<Point> = LazyLock::new(|| {
    let points = || NORWAY.iter().flat_map(|one| one.rings.iter().flatten());
    let wide = points().map(|(x, _)| *x).fold(0.0, f64::max);
    let high = points().map(|(_, y)| *y).fold(0.0, f64::max);
    (wide + 6.0, high + 70.0)
});

/// Where a place is on the drawing. Transverse Mercator on a sphere about 15° east, as maps of the whole
/// country are drawn.
pub(super) fn project((east, north): Place) -> Point {
    // The corner that the drawing is measured from: west of Vestland and north of the North Cape.
    const LEFT: f64 = -0.088_17;
    const TOP: f64 = -1.248_9;
    let (latitude, longitude) = (north.to_radians(), (east - 15.0).to_radians());
    let across = (latitude.cos() * longitude.sin()).atanh();
    let up = -(latitude.tan() / longitude.cos()).atan();
    ((across - LEFT) * SCALE + WEST, (up - TOP) * SCALE + NORTH)
}

/// Reads the file. What it says wrong is left out of the drawing; a test reads it strictly.
fn read(text: &str) -> Vec<Outline> {
    let mut lines: HashMap<&str, Vec<Place>> = HashMap::new();
    let mut counties: Vec<(Vec<Vec<Point>>, Option<Label>)> =
        vec![Default::default(); COUNTIES.len()];
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let Some((head, rest)) = line.split_once(": ") else {
            continue;
        };
        let mut head = head.split(' ');
        let (kind, name) = (
            head.next().unwrap_or_default(),
            head.next().unwrap_or_default(),
        );
        if kind == "line" {
            lines.insert(name, places(rest));
            continue;
        }
        let number = COUNTIES.iter().position(|(number, _)| *number == name);
        let Some(county) = number.and_then(|at| counties.get_mut(at)) else {
            continue;
        };
        match kind {
            "isle" => county
                .0
                .push(places(rest).into_iter().map(project).collect()),
            "land" => county
                .0
                .push(around(rest, &lines).into_iter().map(project).collect()),
            _ => county.1 = label(kind, head.next().unwrap_or_default(), &places(rest)),
        }
    }
    counties
        .into_iter()
        .map(|(rings, label)| Outline {
            path: path(&rings),
            hatch: hatch(&rings),
            label,
            rings,
        })
        .collect()
}

fn places(text: &str) -> Vec<Place> {
    text.split(", ")
        .filter_map(|point| {
            let (east, north) = point.split_once(' ')?;
            Some((east.parse().ok()?, north.parse().ok()?))
        })
        .collect()
}

/// The ring that these lines make; the first point is not repeated at the end.
fn around(names: &str, lines: &HashMap<&str, Vec<Place>>) -> Vec<Place> {
    let mut ring: Vec<Place> = Vec::new();
    for name in names.split(' ') {
        let mut line = match name.strip_prefix('-') {
            Some(name) => lines
                .get(name)
                .into_iter()
                .flatten()
                .rev()
                .copied()
                .collect(),
            None => lines.get(name).cloned().unwrap_or_default(),
        };
        // The next line begins where this one ends.
        line.pop();
        ring.extend(line);
    }
    ring
}

fn label(kind: &str, anchor: &str, places: &[Place]) -> Option<Label> {
    let inside = anchor == "on";
    let anchor = match anchor {
        "begins" => Anchor::Begins,
        "ends" => Anchor::Ends,
        _ => Anchor::Middle,
    };
    let near = kind == "near";
    let point = |place: &Place| {
        if near {
            super::inset::shown(project(*place))
        } else {
            project(*place)
        }
    };
    Some(Label {
        anchor,
        at: places.first().map(point)?,
        to: places.get(1).map(point),
        inside,
    })
}

fn path(rings: &[Vec<Point>]) -> String {
    let mut text = String::new();
    for ring in rings {
        for (at, (x, y)) in ring.iter().enumerate() {
            text.push_str(&format!("{}{x:.1} {y:.1}", if at == 0 { "M" } else { "L" }));
        }
        text.push('Z');
    }
    text
}

/// Lines from lower left to upper right, as far as they lie within. A pattern would be an address, and
/// pages have none but their own.
fn hatch(rings: &[Vec<Point>]) -> String {
    // Along such a line x + y is the same.
    let sums = || rings.iter().flatten().map(|(x, y)| x + y);
    let (least, most) = (sums().fold(f64::MAX, f64::min), sums().fold(0.0, f64::max));
    let mut text = String::new();
    let mut sum = (least / HATCH).ceil() * HATCH + 0.01;
    while sum < most {
        let mut cuts: Vec<f64> = rings.iter().flat_map(|ring| cuts(ring, sum)).collect();
        cuts.sort_by(f64::total_cmp);
        for pair in cuts.chunks_exact(2) {
            let [from, to] = [pair[0], pair[1]];
            text.push_str(&format!(
                "M{from:.1} {:.1}L{to:.1} {:.1}",
                sum - from,
                sum - to
            ));
        }
        sum += HATCH;
    }
    text
}

/// Where the line of this sum crosses a ring.
fn cuts(ring: &[Point], sum: f64) -> impl Iterator<Item = f64> {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .filter_map(move |((x1, y1), (x2, y2))| {
            let (one, two) = (x1 + y1 - sum, x2 + y2 - sum);
            ((one < 0.0) != (two < 0.0)).then(|| x1 + (x2 - x1) * one / (one - two))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Read strictly: every line of the file is used, and rings close where their lines meet.
    #[test]
    fn neighbours_meet_and_every_line_is_used() {
        let mut lines: HashMap<&str, Vec<Place>> = HashMap::new();
        let mut used: HashMap<&str, usize> = HashMap::new();
        for line in DRAWN
            .lines()
            .filter(|l| !l.starts_with('#') && !l.is_empty())
        {
            let (head, rest) = line.split_once(": ").unwrap();
            let (kind, name) = head.split_once(' ').unwrap();
            match kind {
                "line" => {
                    let read = places(rest);
                    assert_eq!(read.len(), rest.split(", ").count(), "{line}");
                    assert!(lines.insert(name, read).is_none(), "{name} twice");
                }
                "land" => {
                    let ends = |name: &str| {
                        let line = &lines[name.trim_start_matches('-')];
                        let (one, two) = (line[0], line[line.len() - 1]);
                        if name.starts_with('-') {
                            (two, one)
                        } else {
                            (one, two)
                        }
                    };
                    let names: Vec<&str> = rest.split(' ').collect();
                    for (at, name) in names.iter().enumerate() {
                        let next = names[(at + 1) % names.len()];
                        assert_eq!(ends(name).1, ends(next).0, "{head}: {name} {next}");
                        *used.entry(name.trim_start_matches('-')).or_default() += 1;
                    }
                }
                "isle" | "name" | "near" => {
                    let number = name.split(' ').next().unwrap();
                    assert!(COUNTIES.iter().any(|(known, _)| *known == number), "{line}");
                    assert_eq!(places(rest).len(), rest.split(", ").count(), "{line}");
                }
                _ => panic!("{line}"),
            }
        }
        for name in lines.keys() {
            let outer = ["coast", "sweden", "finland", "russia", "strait"];
            let outer = outer.iter().any(|kind| name.starts_with(kind))
                || (name.starts_with("hinn") && *name != "hinn-border");
            // A line between two counties is the border of both: no gap and no overlap.
            assert_eq!(used.get(name), Some(&if outer { 1 } else { 2 }), "{name}");
        }
    }

    fn within(rings: &[Vec<Point>], (x, y): Point) -> bool {
        let crossings = |ring: &Vec<Point>| {
            let next = ring.iter().cycle().skip(1);
            let edges = ring.iter().zip(next);
            edges
                .filter(|((x1, y1), (x2, y2))| {
                    (*y1 > y) != (*y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1
                })
                .count()
        };
        rings.iter().map(crossings).sum::<usize>() % 2 == 1
    }

    /// Towns that everybody can place lie in their county and in no other.
    #[test]
    fn towns_lie_in_their_counties() {
        for (town, place, county) in [
            ("Oslo", (10.75, 59.92), "Oslo"),
            ("Lillestrøm", (11.05, 59.96), "Akershus"),
            ("Sandvika", (10.52, 59.89), "Akershus"),
            ("Sarpsborg", (11.11, 59.28), "Østfold"),
            ("Tønsberg", (10.40, 59.27), "Vestfold"),
            ("Hønefoss", (10.26, 60.17), "Buskerud"),
            ("Geilo", (8.20, 60.53), "Buskerud"),
            ("Skien", (9.60, 59.21), "Telemark"),
            ("Kristiansand", (7.99, 58.16), "Agder"),
            ("Bryne", (5.65, 58.74), "Rogaland"),
            ("Voss", (6.42, 60.63), "Vestland"),
            ("Førde", (5.85, 61.45), "Vestland"),
            ("Furnes", (11.03, 60.86), "Innlandet"),
            ("Elverum", (11.56, 60.88), "Innlandet"),
            ("Otta", (9.54, 61.77), "Innlandet"),
            ("Molde", (7.30, 62.80), "Møre og Romsdal"),
            ("Oppdal", (9.69, 62.59), "Trøndelag"),
            ("Namsos", (11.70, 64.47), "Trøndelag"),
            ("Mosjøen", (13.25, 65.80), "Nordland"),
            ("Svolvær", (14.57, 68.24), "Nordland"),
            ("Harstad", (16.48, 68.79), "Troms"),
            ("Bardufoss", (18.55, 69.07), "Troms"),
            ("Karasjok", (25.51, 69.47), "Finnmark"),
            ("Vadsø", (29.70, 70.09), "Finnmark"),
        ] {
            let held: Vec<&str> = COUNTIES
                .iter()
                .zip(NORWAY.iter())
                .filter(|(_, outline)| within(&outline.rings, project(place)))
                .map(|((_, name), _)| *name)
                .collect();
            assert_eq!(held, [county], "{town}");
        }
    }

    #[test]
    fn the_drawing_fits_and_every_county_is_hatched_and_named() {
        let (wide, high) = *SIZE;
        assert!(
            (650.0..=740.0).contains(&wide) && (760.0..=860.0).contains(&high),
            "{wide} {high}"
        );
        for ((_, name), outline) in COUNTIES.iter().zip(NORWAY.iter()) {
            assert!(
                !outline.path.is_empty() && outline.hatch.len() > 20,
                "{name}"
            );
            let label = outline.label.unwrap();
            for (x, y) in outline.rings.iter().flatten().chain([&label.at]) {
                assert!(
                    (0.0..=wide).contains(x) && (0.0..=high).contains(y),
                    "{name} {x} {y}"
                );
            }
        }
    }
}
