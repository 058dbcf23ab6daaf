//! Amounts and dates in letters and documents, where there is no page.

use jiff::civil::Date;
use values::Ore;
use web::{Lang, Text};

/// `12 400,00 kr`, or `NOK 12,400.00`.
pub(crate) fn money(lang: Lang, amount: Ore) -> String {
    let norwegian = amount.to_string();
    if lang == Lang::En {
        let digits = norwegian.trim_end_matches("kr").trim();
        let english = digits.replace('\u{a0}', ",").replace(",", "\u{1}");
        let mut parts: Vec<&str> = english.split('\u{1}').collect();
        let cents = parts.pop().unwrap_or_default().to_owned();
        return format!("NOK\u{a0}{}.{cents}", parts.join(","));
    }
    norwegian
}

/// `23. november 2026`.
pub(crate) fn date(text: &Text, day: Date) -> String {
    const MONTHS: [&str; 12] = [
        "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8",
        "month-9", "month-10", "month-11", "month-12",
    ];
    let month = usize::try_from(day.month() - 1).unwrap_or(0) % 12;
    let dot = if text.lang() == Lang::En { "" } else { "." };
    format!(
        "{}{dot} {} {}",
        day.day(),
        text.s(MONTHS[month]),
        day.year()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn money_is_written_in_each_language() {
        assert_eq!(
            money(Lang::Nb, Ore::new(1_240_050)),
            "12\u{a0}400,50\u{a0}kr"
        );
        assert_eq!(money(Lang::En, Ore::new(1_240_050)), "NOK\u{a0}12,400.50");
        assert_eq!(money(Lang::En, Ore::new(99)), "NOK\u{a0}0.99");
        assert_eq!(
            money(Lang::En, Ore::new(12_345_678_900)),
            "NOK\u{a0}123,456,789.00"
        );
    }
}
