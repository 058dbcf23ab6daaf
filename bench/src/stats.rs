//! Medians with their ranges, as the table shows them.

use std::fmt;

/// The values of alternated rounds.
#[derive(Clone, Default)]
pub struct Rounds(Vec<f64>);

impl Rounds {
    /// Adds a round's value.
    pub fn add(&mut self, value: f64) {
        self.0.push(value);
    }

    /// The middle value; 0 when there is none.
    pub fn median(&self) -> f64 {
        let sorted = self.sorted();
        sorted.get(sorted.len() / 2).copied().unwrap_or(0.0)
    }

    /// Round by round, this one over the other.
    pub fn over(&self, other: &Self) -> Self {
        Self(
            self.0
                .iter()
                .zip(&other.0)
                .map(|(a, b)| a / b.max(f64::MIN_POSITIVE))
                .collect(),
        )
    }

    fn sorted(&self) -> Vec<f64> {
        let mut sorted = self.0.clone();
        sorted.sort_by(f64::total_cmp);
        sorted
    }
}

/// `median (least–most)`.
impl fmt::Display for Rounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sorted = self.sorted();
        let (Some(least), Some(most)) = (sorted.first(), sorted.last()) else {
            return f.write_str("–");
        };
        let median = short(self.median());
        if sorted.len() == 1 {
            return f.write_str(&median);
        }
        write!(f, "{median} ({}–{})", short(*least), short(*most))
    }
}

/// Three significant digits, thousands apart.
pub fn short(value: f64) -> String {
    if value >= 1_000.0 {
        let whole = format!("{value:.0}");
        let mut out = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at) % 3 == 0 {
                out.push(' ');
            }
            out.push(digit);
        }
        return out;
    }
    match value {
        v if v >= 100.0 => format!("{v:.0}"),
        v if v >= 10.0 => format!("{v:.1}"),
        v if v >= 0.1 => format!("{v:.2}"),
        v => format!("{v:.3}"),
    }
}

/// A value at a part of a sorted list.
pub fn at(sorted: &[u64], part: f64) -> f64 {
    let place = (sorted.len() as f64 * part) as usize;
    sorted
        .get(place.min(sorted.len().saturating_sub(1)))
        .map_or(0.0, |value| *value as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_median_with_its_range() {
        let mut rounds = Rounds::default();
        assert_eq!(rounds.to_string(), "–");
        rounds.add(12.0);
        assert_eq!(rounds.to_string(), "12.0");
        rounds.add(4_321.4);
        rounds.add(150.0);
        assert_eq!(rounds.to_string(), "150 (12.0–4 321)");
        let mut twice = Rounds::default();
        [24.0, 8_642.8, 300.0]
            .into_iter()
            .for_each(|value| twice.add(value));
        assert_eq!(twice.over(&rounds).to_string(), "2.00 (2.00–2.00)");
    }

    #[test]
    fn the_last_of_a_hundred_is_the_99th_percentile() {
        let sorted: Vec<u64> = (1..=100).collect();
        assert!((at(&sorted, 0.99) - 100.0).abs() < f64::EPSILON);
        assert!((at(&sorted, 0.5) - 51.0).abs() < f64::EPSILON);
        assert!(at(&[], 0.99).abs() < f64::EPSILON);
    }
}
