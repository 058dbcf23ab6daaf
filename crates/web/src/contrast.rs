//! Colours that meet on a page differ enough. Rule: WCAG 2.2, 1.4.3 (4.5) and 1.4.11 (3).

use std::collections::HashMap;

/// Foreground, background, least ratio.
const PAIRS: &[(&str, &str, f64)] = &[
    ("ink", "paper", 7.0),
    ("ink", "sheet", 7.0),
    ("ink", "sunk", 7.0),
    ("ink-2", "paper", 4.5),
    ("ink-2", "sheet", 4.5),
    ("ink-2", "sunk", 4.5),
    ("ink-2", "petrol-wash", 4.5),
    ("petrol", "paper", 4.5),
    ("petrol", "sheet", 4.5),
    ("petrol", "sunk", 4.5),
    ("petrol", "petrol-wash", 4.5),
    ("petrol-deep", "paper", 4.5),
    ("on-petrol", "petrol", 4.5),
    ("on-petrol", "petrol-deep", 4.5),
    ("oxide", "paper", 4.5),
    ("oxide", "sheet", 4.5),
    ("paper", "oxide", 4.5),
    ("paper", "ink", 4.5),
    ("good", "good-wash", 4.5),
    ("warn", "warn-wash", 4.5),
    ("bad", "bad-wash", 4.5),
    ("bad", "paper", 4.5),
    ("bad", "sheet", 4.5),
    ("ink", "good-wash", 4.5),
    ("ink", "warn-wash", 4.5),
    ("ink", "bad-wash", 4.5),
    ("ink", "petrol-wash", 4.5),
    ("on-bad", "bad", 4.5),
    ("on-steel", "steel", 7.0),
    ("on-steel-2", "steel", 4.5),
    ("line-strong", "sheet", 3.0),
    ("line-strong", "paper", 3.0),
];

fn tokens(part: &str) -> HashMap<&str, [f64; 3]> {
    part.lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
        .filter_map(|(name, rest)| Some((name, colour(rest.get(..6)?)?)))
        .collect()
}

fn colour(hex: &str) -> Option<[f64; 3]> {
    let part = |at| {
        u8::from_str_radix(hex.get(at..at + 2)?, 16)
            .ok()
            .map(f64::from)
    };
    Some([part(0)?, part(2)?, part(4)?])
}

fn luminance(colour: [f64; 3]) -> f64 {
    let [red, green, blue] = colour.map(|part| {
        let part = part / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn ratio(one: [f64; 3], other: [f64; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn colours_that_meet_differ_enough() {
    let file = include_str!("../assets/css/1-tokens.css");
    let (light, dark) = file.split_once("prefers-color-scheme: dark").unwrap();
    let light = tokens(light);
    let mut night = light.clone();
    night.extend(tokens(dark));
    let mut wrong = Vec::new();
    for (theme, colours) in [("light", &light), ("dark", &night)] {
        for (front, back, least) in PAIRS {
            let found = ratio(colours[front], colours[back]);
            if found < *least {
                wrong.push(format!(
                    "{theme}: {front} on {back} is {found:.2}, not {least}"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
