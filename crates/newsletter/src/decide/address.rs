//! What an e-mail address says of itself: a role, or a person's name.

use values::Email;

/// A role's address or a named one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum AddressKind {
    /// An address of a role, such as `post@`.
    Role,
    /// Everything else: it may be somebody's name, and counts as a person's.
    Named,
}

/// Words that stand for a role and for nobody in particular.
const ROLES: &[&str] = &[
    "admin",
    "administrasjon",
    "bestilling",
    "bilverksted",
    "booking",
    "butikk",
    "contact",
    "dagligleder",
    "drift",
    "faktura",
    "firma",
    "firmapost",
    "flate",
    "hello",
    "hei",
    "info",
    "invoice",
    "kontakt",
    "kontor",
    "kundeservice",
    "lager",
    "mail",
    "marked",
    "office",
    "ordre",
    "ordrekontor",
    "order",
    "post",
    "postmottak",
    "regnskap",
    "resepsjon",
    "salg",
    "sales",
    "sentralbord",
    "service",
    "support",
    "transport",
    "transportleder",
    "verksted",
];

/// Providers where people have their own addresses: whatever stands before the `@`, it is somebody's.
const PRIVATE_DOMAINS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "hotmail.com",
    "hotmail.no",
    "outlook.com",
    "live.no",
    "live.com",
    "yahoo.com",
    "yahoo.no",
    "icloud.com",
    "me.com",
    "online.no",
    "getmail.no",
    "broadpark.no",
    "frisurf.no",
    "lyse.net",
    "altibox.no",
    "proton.me",
    "protonmail.com",
    "msn.com",
];

/// A role only if every part of what stands before the `@` is a word for one (or a number after it),
/// at a domain that is not one of private mailboxes. In doubt it is a name.
#[must_use]
pub fn address_kind(email: &Email) -> AddressKind {
    let text = email.reveal().to_lowercase();
    let Some((local, domain)) = text.split_once('@') else {
        return AddressKind::Named;
    };
    let local = local.split('+').next().unwrap_or(local);
    let mut parts = local
        .split(['.', '-', '_'])
        .map(|part| part.trim_end_matches(|c: char| c.is_ascii_digit()))
        .filter(|part| !part.is_empty())
        .peekable();
    let role = parts.peek().is_some() && parts.all(|part| ROLES.contains(&part));
    if role && !PRIVATE_DOMAINS.contains(&domain) {
        AddressKind::Role
    } else {
        AddressKind::Named
    }
}
