//! Norwegian decimal numbers as whole numbers of their smallest part: no floating point.

use crate::FieldError;

/// The gap between thousands, and between a number and its unit.
pub(crate) const NO_BREAK: char = '\u{a0}';

/// Parses `1 234,50` (or `1234.5`) with at most `places` decimals into the smallest part.
pub(crate) fn parse(typed: &str, places: usize) -> Result<i64, FieldError> {
    let text: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    if text.is_empty() {
        return Err(FieldError::Missing);
    }
    let (negative, unsigned) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, part) = unsigned.split_once([',', '.']).unwrap_or((unsigned, ""));
    let is_number = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    let bare_comma = part.is_empty() && whole.len() != unsigned.len();
    if whole.is_empty() || bare_comma || !is_number(whole) || !is_number(part) {
        return Err(FieldError::Number);
    }
    if part.len() > places {
        return Err(FieldError::Number);
    }
    let digits = format!("{whole}{part:0<places$}");
    let value: i64 = digits.parse().map_err(|_| FieldError::Range)?;
    Ok(if negative { -value } else { value })
}

/// Writes a number of smallest parts with thousands apart: `1 234,50`. `least` decimals always
/// stand; further ones only if they are not zero.
pub(crate) fn write(
    out: &mut impl std::fmt::Write,
    value: i64,
    places: u32,
    least: usize,
) -> std::fmt::Result {
    let scale = 10_u64.pow(places);
    let size = value.unsigned_abs();
    if value < 0 {
        out.write_char('\u{2212}')?;
    }
    let whole = (size / scale).to_string();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            out.write_char(NO_BREAK)?;
        }
        out.write_char(digit)?;
    }
    if places == 0 {
        return Ok(());
    }
    let width = places as usize;
    let part = format!("{:0width$}", size % scale);
    let kept = part.trim_end_matches('0').len().max(least);
    if kept > 0 {
        write!(out, ",{}", &part[..kept])?;
    }
    Ok(())
}

/// `value * numerator / denominator`, rounded half away from zero; none on overflow.
pub(crate) fn scaled(value: i64, numerator: i64, denominator: i64) -> Option<i64> {
    let product = i128::from(value) * i128::from(numerator);
    let denominator = i128::from(denominator);
    let half = if product < 0 {
        -denominator / 2
    } else {
        denominator / 2
    };
    i64::try_from(product.checked_add(half)?.checked_div(denominator)?).ok()
}
