use proptest::prelude::*;
use values::{Email, Phone, Plate, PlateKind, Vin};

use super::*;

fn alone(typed: &str) -> Term {
    scrub(typed, &|_| None)
}

/// The site's own words, as its pages would answer.
fn with_pages(typed: &str) -> Term {
    scrub(typed, &|folded| {
        (folded == "kjoletorn").then(|| "kjøletørn".to_owned())
    })
}

#[test]
fn what_is_known_is_kept_and_nothing_else() {
    for (typed, wanted) in [
        ("Krankontroll", "krankontroll"),
        ("  BAKLØFTER  ", "bakløfter"),
        ("baklofter", "bakløfter"),
        ("service kran", "kran service"),
        ("kran, service!", "kran service"),
        ("kjøletørn", "kjøletørn"),
        ("EU-kontroll", "eu kontroll"),
    ] {
        assert_eq!(with_pages(typed).stored(), wanted, "{typed}");
    }
    assert_eq!(alone(" "), Term::None);
    assert_eq!(alone("xyzzy"), Term::Removed);
}

/// Fixture F11: a plate, an e-mail address, a telephone number, a person's name, and a normal word.
#[test]
fn f11_a_search_of_everything_keeps_the_normal_word() {
    for typed in [
        "AB 12345",
        "ab12345",
        "kari.nordmann@example.com",
        "kran@verksted.no",
        "+47 900 12 345",
        "90012345",
        "Kari Nordmann",
        "kari nordmann",
        "Dag Berg",
        "dag berge",
        "stein sandnes",
        "STEIN SANDNES",
        "Stein-Sandnes",
        "stein/sandnes",
        "aksel stang",
        "Aksel B. Stang",
        "STANG, AKSEL",
        "dag stein",
        "kari strøm",
        "kari.hove@firma.no sandnes",
        "Gulbrand Stang",
        "GULBRAND STANG",
        "WDB9634031L123456",
        "13097248022",
        "130972 48022",
    ] {
        assert_eq!(alone(typed), Term::Removed, "{typed}");
        let beside = alone(&format!("krankontroll {typed}"));
        assert_eq!(beside.stored(), "krankontroll", "{typed}");
    }
    // A word of the trade that somebody is called, beside nothing that could be the rest of a name.
    for (typed, wanted) in [
        ("aksel", "aksel"),
        ("aksel lastebil", "aksel lastebil"),
        ("verksted Sandnes", "sandnes verksted"),
        ("kran Stein Sandnes hjul", "hjul kran"),
    ] {
        assert_eq!(alone(typed).stored(), wanted, "{typed}");
    }
    assert_eq!(
        alone("AB12345 ola@example.com 90012345 Ola Hansen krankontroll").stored(),
        "krankontroll"
    );
}

#[test]
fn a_page_does_not_make_a_name_a_word() {
    let everything = |folded: &str| Some(folded.to_owned());
    assert_eq!(scrub("kari", &everything), Term::Removed);
    assert_eq!(scrub("nordmann", &everything), Term::Removed);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn no_plate_is_ever_stored(letters in "[A-HJ-PR-Za-hj-pr-z]{2}", gap in " ?|-", digits in "[1-9][0-9]{3,4}") {
        let plate = format!("{letters}{gap}{digits}");
        prop_assume!(Plate::parse(&plate).is_ok_and(|p| !matches!(p.kind(), PlateKind::Personal | PlateKind::Foreign)));
        never(&plate)?;
    }

    #[test]
    fn no_chassis_number_is_ever_stored(vin in "[A-HJ-NPR-Z0-9]{17}") {
        prop_assume!(Vin::parse(&vin).is_ok());
        never(&vin)?;
    }

    #[test]
    fn no_address_is_ever_stored(local in "(kran|service|dag|[a-z]{1,9})([._+](berg|hansen|[a-z0-9]{1,6}))?", host in "(verksted|lastebil|[a-z]{2,8})", end in "(no|com)") {
        let email = format!("{local}@{host}.{end}");
        prop_assume!(Email::parse(&email).is_ok());
        never(&email)?;
    }

    #[test]
    fn no_telephone_number_is_ever_stored(code in "(\\+47 ?|0047)?", first in "[2-9]", rest in "[0-9]{7}", spread in any::<bool>()) {
        let digits = format!("{first}{rest}");
        let number = if spread { format!("{code}{} {} {} {}", &digits[..2], &digits[2..4], &digits[4..6], &digits[6..]) } else { format!("{code}{digits}") };
        prop_assume!(Phone::parse(&number).is_ok());
        never(&number)?;
    }

    #[test]
    fn no_identity_number_is_ever_stored(day in 1_u32..=31, month in 1_u32..=12, rest in "[0-9]{7}", gap in " ?") {
        never(&format!("{day:02}{month:02}{}{gap}{}", &rest[..2], &rest[2..]))?;
    }

    /// Whoever is called so, however it is written, and whatever the pages know: a given name is not
    /// stored together with a neighbour, and neither is the neighbour.
    #[test]
    fn no_given_name_with_a_neighbour_is_ever_stored(
        given in of_line(0),
        family in prop_oneof![of_line(1), of_line(2), of_line(0), "[a-zæøå]{2,9}"],
        middle in prop_oneof![Just(""), Just("b "), Just("B. ")],
        between in prop_oneof![Just(" "), Just("-"), Just("/"), Just("&"), Just(" + "), Just(", ")],
        turned in any::<bool>(),
        case in 0..3_u8,
        beside in prop_oneof![Just(("", "")), Just(("krankontroll", "")), Just(("", "krankontroll"))],
    ) {
        prop_assume!(Sort::of(&fold_word(&family)) != Sort::Trade);
        let written = |word: &str| match case {
            0 => word.to_owned(),
            1 => word.to_uppercase(),
            _ => word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect(),
        };
        let (one, other) = if turned { (&family, &given) } else { (&given, &family) };
        let name = format!("{}{between}{middle}{}", written(one), written(other));
        let typed = format!("{} {name} {}", beside.0, beside.1);
        let everything = |folded: &str| Some(folded.to_owned());
        let stored = scrub(&typed, &everything);
        let wanted = if beside == ("", "") { REMOVED } else { "krankontroll" };
        prop_assert_eq!(stored.stored(), wanted, "{}", typed);
    }

    /// Whatever is typed: what is stored are letters, and words of the dictionary.
    #[test]
    fn only_known_words_are_ever_stored(typed in "\\PC{0,60}") {
        if let Term::Known(words) = alone(&typed) {
            for word in words.split(' ') {
                prop_assert!(TRADE.values().any(|known| *known == word), "{word}");
                prop_assert!(word.chars().all(char::is_alphabetic));
            }
        }
    }
}

/// A name of a line of the list.
fn of_line(nth: usize) -> impl Strategy<Value = String> {
    let line = include_str!("names.txt").lines().nth(nth).unwrap();
    let names: Vec<String> = line.split_whitespace().map(str::to_owned).collect();
    proptest::sample::select(names)
}

/// Alone nothing of it is kept; beside a known word nothing but that word.
fn never(secret: &str) -> Result<(), TestCaseError> {
    let stored = alone(secret);
    let stored = stored.stored();
    prop_assert!(
        !stored
            .to_lowercase()
            .contains(&secret.to_lowercase().replace(' ', ""))
    );
    prop_assert!(!stored.chars().any(|c| c.is_ascii_digit() || c == '@'));
    let beside = alone(&format!("bakløfter {secret} krankontroll"));
    let beside = beside.stored().to_owned();
    prop_assert!(!beside.contains(secret), "{beside}");
    prop_assert!(
        !beside.chars().any(|c| c.is_ascii_digit() || c == '@'),
        "{beside}"
    );
    Ok(())
}
