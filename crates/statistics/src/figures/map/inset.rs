//! The counties around the Oslofjord once more, larger: where most people live they are too small to see.

use super::outline::Point;

/// The corner of what is enlarged, on the drawing.
const CORNER: Point = (190.0, 624.0);
/// How much larger.
const TIMES: f64 = 2.3;
/// The frame on the drawing: where Sweden and Finland would be.
pub(crate) const FRAME: (f64, f64, f64, f64) = (332.0, 484.0, 364.0, 292.0);

/// The counties that are shown in it, by number.
pub(super) const SHOWN: [&str; 7] = ["03", "31", "32", "33", "34", "39", "40"];

/// Where a point of the drawing is in the inset.
pub(super) fn shown((x, y): Point) -> Point {
    (
        (x - CORNER.0) * TIMES + FRAME.0,
        (y - CORNER.1) * TIMES + FRAME.1,
    )
}

/// The part of the drawing that is enlarged, as a view box.
pub(crate) fn view() -> String {
    let (_, _, wide, high) = FRAME;
    format!(
        "{} {} {:.1} {:.1}",
        CORNER.0,
        CORNER.1,
        wide / TIMES,
        high / TIMES
    )
}
