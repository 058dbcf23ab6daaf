//! Words of the declaration in the language of a page.

use vault::Vault;
use web::Lang;

/// The declaration's word for a language of the interface.
pub(crate) fn lang(lang: Lang) -> declaration::Lang {
    declaration::Lang::from_code(lang.tag()).unwrap_or_default()
}

/// What happens when a field is left out; empty when the declaration says nothing.
pub(crate) fn consequence(vault: &Vault, field: &str, of: Lang) -> String {
    let declaration = vault.declaration();
    let text = declaration.consequence(field);
    text.map_or_else(String::new, |text| text.in_lang(lang(of)).to_owned())
}
