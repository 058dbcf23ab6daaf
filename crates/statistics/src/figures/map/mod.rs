//! Norway as fifteen tiles: where each county lies beside the others, and nothing of its shape.

use crate::place::COUNTIES;

/// Column and row of each county, in the order of [`COUNTIES`].
const PLACES: [(u16, u16); 15] = [
    (2, 4), // Oslo
    (0, 5), // Rogaland
    (0, 3), // Møre og Romsdal
    (3, 1), // Nordland
    (3, 5), // Østfold
    (3, 4), // Akershus
    (1, 4), // Buskerud
    (2, 3), // Innlandet
    (2, 5), // Vestfold
    (1, 5), // Telemark
    (1, 6), // Agder
    (0, 4), // Vestland
    (2, 2), // Trøndelag
    (4, 0), // Troms
    (5, 0), // Finnmark
];

const WIDE: u16 = 112;
const HIGH: u16 = 84;

/// A county on the map.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Tile {
    pub name: [&'static str; 2],
    pub x: u16,
    pub y: u16,
    /// How many, unless it is too few to be shown.
    pub count: Option<i64>,
    /// 0 (none) to 4 (most).
    pub level: u8,
}

impl Tile {
    pub const WIDE: u16 = WIDE - 6;
    pub const HIGH: u16 = HIGH - 6;

    /// Where its text begins.
    pub const fn text_x(&self) -> u16 {
        self.x + 9
    }

    pub const fn name_y(&self, line: u16) -> u16 {
        self.y + 24 + line * 20
    }

    pub const fn count_y(&self) -> u16 {
        self.y + HIGH - 16
    }
}

/// The map of these counts by the county's stored name.
pub(crate) fn tiles(count_of: impl Fn(&str) -> i64) -> Vec<Tile> {
    let counts: Vec<i64> = COUNTIES.iter().map(|(_, name)| count_of(name)).collect();
    let most = counts.iter().copied().max().unwrap_or(0).max(1);
    let level = |count: i64| {
        let step = (count * 4 + most - 1) / most;
        u8::try_from(step.clamp(0, 4)).unwrap_or(4)
    };
    COUNTIES
        .iter()
        .zip(PLACES)
        .zip(counts)
        .map(|(((_, name), (column, row)), count)| Tile {
            name: name
                .split_once(" og ")
                .map_or([*name, ""], |_| ["Møre og", "Romsdal"]),
            x: column * WIDE,
            y: row * HIGH,
            count: (count > 0).then_some(count),
            level: level(count),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_county_has_a_tile_of_its_own() {
        let tiles = tiles(|name| i64::from(name == "Rogaland") * 40 + i64::from(name == "Agder"));
        assert_eq!(tiles.len(), 15);
        for (at, tile) in tiles.iter().enumerate() {
            assert!(
                tiles[..at]
                    .iter()
                    .all(|other| (other.x, other.y) != (tile.x, tile.y))
            );
        }
        let of = |name: &str| tiles.iter().find(|tile| tile.name[0] == name).unwrap();
        assert_eq!(
            (of("Rogaland").level, of("Agder").level, of("Oslo").level),
            (4, 1, 0)
        );
        assert_eq!(of("Oslo").count, None);
    }
}
