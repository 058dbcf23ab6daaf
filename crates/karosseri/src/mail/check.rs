//! `karosseri mail check`, and the same on the page for upkeep: asks the name servers what the domain publishes, and says what to mend.

use std::{net::SocketAddr, process::ExitCode};

use declaration::Declaration;
use dispatch::dns::{Finding, Resolver, judge};
use web::{Arg, Lang, Text};

use crate::{
    house::{House, HouseError},
    parts,
    settings::Settings,
};

/// What was found about the domain letters come from.
pub struct Checked {
    /// The domain.
    pub domain: String,
    /// One thing each.
    pub lines: Vec<Line>,
}

/// One thing that is right or to be mended.
pub struct Line {
    /// Whether something is to be done.
    pub to_mend: bool,
    /// How it stands, and what to do.
    pub text: String,
}

pub(super) async fn run(
    house: &House,
    lang: &str,
    server: Option<SocketAddr>,
) -> Result<ExitCode, HouseError> {
    let lang = Lang::ALL
        .into_iter()
        .find(|known| known.tag() == lang)
        .ok_or_else(|| other(&format!("`{lang}` is not a language here: nb, nn or en")))?;
    let texts = web::Texts::build(parts::LANG).map_err(|e| HouseError::Texts(e.to_string()))?;
    let words = texts.of(lang);
    let declaration = house.vault.declaration();
    let checked = look(&house.settings, &declaration, words, server).await?;
    crate::say!(
        "{}",
        words.f1("mail-check-title", "domain", checked.domain.as_str())
    );
    for line in &checked.lines {
        let mark = if line.to_mend {
            "mail-check-mend"
        } else {
            "mail-check-good"
        };
        crate::say!("{} {}", words.s(mark), line.text);
    }
    Ok(if checked.lines.iter().any(|line| line.to_mend) {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

fn other(e: &dyn std::fmt::Display) -> HouseError {
    HouseError::Other(e.to_string())
}

/// Asks the name server named, or the one in the settings, or those of this machine, what the domain publishes.
///
/// # Errors
/// A setting that is wrong, with what was expected.
pub async fn look(
    settings: &Settings,
    declaration: &Declaration,
    words: &Text,
    server: Option<SocketAddr>,
) -> Result<Checked, HouseError> {
    let signer = super::signer(settings)?;
    let from = sender_domain(settings, declaration);
    let domain = signer
        .as_ref()
        .map_or(from.as_str(), |signer| signer.domain());
    if domain.is_empty() {
        return Err(other(
            &"setting `mail_from` is empty; expected an e-mail address",
        ));
    }
    let set = settings.given("mail_dns").and_then(|at| at.parse().ok());
    let resolver = match server.or(set) {
        Some(server) => Resolver::at(server),
        None => Resolver::of_this_machine(),
    };
    let resolver = resolver.map_err(|e| other(&e))?;
    let records = signer.as_ref().map(|s| s.records()).unwrap_or_default();
    let published = resolver.published(domain, &records).await;
    let findings = judge(domain, &published);
    let mut lines: Vec<Line> = findings
        .iter()
        .map(|finding| line(words, domain, finding))
        .collect();
    if !is_aligned(&from, domain) {
        let values: [(&str, &dyn Arg); 2] = [("from", &from.as_str()), ("domain", &domain)];
        lines.push(Line {
            to_mend: true,
            text: words.f("mail-check-not-aligned", &values),
        });
    }
    Ok(Checked {
        domain: domain.to_owned(),
        lines,
    })
}

/// A finding in a line: how it stands, and what to do.
fn line(words: &Text, domain: &str, finding: &Finding) -> Line {
    let (name, text) = match finding {
        Finding::NoAnswer(name) | Finding::KeyStands(name) => (name.as_str(), ""),
        Finding::KeyMissing(name, text) | Finding::KeyDiffers(name, text) => {
            (name.as_str(), text.as_str())
        }
        _ => (domain, ""),
    };
    let values: [(&str, &dyn Arg); 3] = [("name", &name), ("text", &text), ("domain", &domain)];
    Line {
        to_mend: finding.is_to_mend(),
        text: words.f(finding.message_id(), &values),
    }
}

/// The domain letters are from.
fn sender_domain(settings: &Settings, declaration: &Declaration) -> String {
    let first = declaration.controllers().first().map(|c| c.email.clone());
    let address = settings.given("mail_from").map(str::to_owned);
    let address = address.or(first).unwrap_or_default();
    let domain = address.rsplit('@').next().unwrap_or_default();
    domain.to_ascii_lowercase()
}

/// Whether a signature of one domain speaks for a sender of the other: the same, or one lies in the
/// other (RFC 7489 section 3.1.1, without the list of public suffixes).
fn is_aligned(from: &str, signs: &str) -> bool {
    let lies_in = |one: &str, other: &str| one.ends_with(&format!(".{other}"));
    from == signs || lies_in(from, signs) || lies_in(signs, from)
}

#[cfg(test)]
mod tests {
    use super::is_aligned;

    #[test]
    fn a_domain_speaks_for_its_own() {
        for (from, signs, is) in [
            ("a.no", "a.no", true),
            ("post.a.no", "a.no", true),
            ("a.no", "post.a.no", true),
            ("ba.no", "a.no", false),
            ("b.no", "a.no", false),
        ] {
            assert_eq!(is_aligned(from, signs), is, "{from} {signs}");
        }
    }
}
