//! Words cut to what stays when they are bent: `kraner`, `kranen` and `kran` are one.

/// Endings of bokmål, nynorsk and English, longest first.
const ENDINGS: [&str; 29] = [
    "ingene", "ingane", "erene", "ering", "erne", "eren", "erer", "eres", "enes", "anes", "inga",
    "ings", "ere", "ene", "ane", "ens", "ets", "ers", "ing", "ed", "en", "et", "er", "ar", "es",
    "e", "a", "s", "t",
];

/// What must be left of a word.
const SHORTEST: usize = 3;

/// The stem of a folded word.
pub(crate) fn stem(word: &str) -> &str {
    for ending in ENDINGS {
        if let Some(rest) = word.strip_suffix(ending)
            && rest.len() >= SHORTEST
            && word.is_ascii()
            // `t` alone bends adjectives only: `hydraulisk`, `hydraulisk-t`.
            && (ending != "t" || rest.ends_with("isk"))
        {
            return rest;
        }
    }
    word
}

/// The stem of a word as written.
pub(crate) fn stem_of(word: &str) -> String {
    let folded = values::fold_word(word);
    stem(&folded).to_owned()
}
