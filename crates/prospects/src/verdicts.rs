//! What may be done with a prospect, way by way, with the reason: the one decision of the newsletter,
//! asked for each way of reaching somebody.

use newsletter::decide::{
    AddressKind, Basis, Channel, Facts, Verdict, Whose, address_kind, decide,
};
use vault::{LookUp, Vault, VaultError};
use web::{Error, Page};

use crate::{
    prospect::{Prospect, ProspectRecord},
    reach::{self, Addressee, Meant},
};

/// One way of reaching somebody.
pub(crate) struct Line {
    /// Which way.
    pub way: String,
    /// Whether it may be used now.
    pub may: bool,
    /// Why, or why not.
    pub why: String,
}

/// Every way there is an address for.
pub(crate) async fn of(
    vault: &Vault,
    page: &Page,
    prospect: &Prospect,
    record: &ProspectRecord,
) -> Result<Vec<Line>, Error> {
    let meant = Meant {
        controller: prospect.controller,
        whose: if record.form == "sole_trader" {
            Whose::SoleTrader
        } else {
            Whose::Company
        },
        minor: false,
    };
    let mut lines = Vec::new();
    if let Some(email) = &record.email {
        let mut facts = meant.facts(vault, Channel::Email);
        let look_up = LookUp::email(email);
        facts.suppressed = reach::suppressed(vault, prospect.controller, &[look_up]).await?;
        facts.address = kind(record, address_kind(email));
        lines.push(line(
            page,
            "prospect-way-email",
            by_email(vault, facts, prospect).await?,
        ));
    }
    if let Some(phone) = &record.phone {
        let verdict = meant.call(vault, phone).await?;
        lines.push(line(page, "prospect-way-phone", verdict));
    }
    if let Some(to) = addressee(record) {
        let verdict = meant.write(vault, &to).await?;
        lines.push(line(page, "prospect-way-post", verdict));
    }
    Ok(lines)
}

/// To whom a letter would be addressed, if there is a postal code.
pub(crate) fn addressee(record: &ProspectRecord) -> Option<Addressee<'_>> {
    record.postal_code.as_ref().map(|postal_code| Addressee {
        name: record.company.reveal(),
        postal_code,
    })
}

async fn by_email(
    vault: &Vault,
    mut facts: Facts,
    prospect: &Prospect,
) -> Result<Verdict, VaultError> {
    reach::add_standing(vault, &mut facts, prospect.subject).await?;
    // What was said of calls and letters on paper says nothing of e-mail.
    facts.said = None;
    Ok(decide(&facts))
}

/// An address that has somebody's name beside it is that somebody's.
fn kind(record: &ProspectRecord, said: AddressKind) -> AddressKind {
    if record.name.is_some() {
        AddressKind::Named
    } else {
        said
    }
}

fn line(page: &Page, way: &str, verdict: Verdict) -> Line {
    let (may, why) = match verdict {
        Verdict::Yes(basis) => (true, page.t.s(basis_key(basis)).to_owned()),
        Verdict::No(why) => {
            let key = format!("prospect-no-{}", why.as_str().replace('_', "-"));
            (false, page.t.s(&key).to_owned())
        }
    };
    Line {
        way: page.t.s(way).to_owned(),
        may,
        why,
    }
}

const fn basis_key(basis: Basis) -> &'static str {
    match basis {
        Basis::RoleAddress => "prospect-yes-role",
        Basis::NotReserved => "prospect-yes-not-reserved",
        _ => "prospect-yes-other",
    }
}
