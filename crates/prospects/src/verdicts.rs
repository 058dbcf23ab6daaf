//! What may be done with a prospect, way by way, with the reason: the one decision of the newsletter,
//! asked for each way of reaching somebody.

use newsletter::decide::{
    AddressKind, Basis, Channel, Facts, Matter, Register, Verdict, Whose, address_kind, decide,
};
use vault::{LookUp, Vault};
use web::{Error, Page};

use crate::{
    prospect::{Prospect, ProspectRecord},
    wash::{self, Against},
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
    let mut lines = Vec::new();
    if let Some(email) = &record.email {
        let look_up = LookUp::email(email);
        let facts = Facts {
            suppressed: vault.suppressed(prospect.controller, "", &look_up).await?,
            address: kind(record, address_kind(email)),
            ..facts(vault, prospect, record, Channel::Email)
        };
        lines.push(line(page, "prospect-way-email", &facts));
    }
    if let Some(phone) = &record.phone {
        let look_up = LookUp::phone(phone);
        let facts = Facts {
            suppressed: vault.suppressed(prospect.controller, "", &look_up).await?,
            register: wash::ask(vault, Against::Phone, &wash::by_phone(phone)).await?,
            ..facts(vault, prospect, record, Channel::Phone)
        };
        lines.push(line(page, "prospect-way-phone", &facts));
    }
    Ok(lines)
}

/// An address that has somebody's name beside it is that somebody's.
fn kind(record: &ProspectRecord, said: AddressKind) -> AddressKind {
    if record.name.is_some() {
        AddressKind::Named
    } else {
        said
    }
}

fn facts(vault: &Vault, prospect: &Prospect, record: &ProspectRecord, channel: Channel) -> Facts {
    Facts {
        matter: Matter::News,
        channel,
        controller: prospect.controller,
        at: vault.world().now(),
        declared: newsletter::declared(&vault.declaration()),
        whose: if record.form == "sole_trader" {
            Whose::SoleTrader
        } else {
            Whose::Company
        },
        address: AddressKind::Named,
        minor: false,
        restricted: false,
        suppressed: false,
        objected_at: None,
        said: None,
        yes_to_another: false,
        sale: None,
        register: Register::NotWashed,
        way_out: true,
    }
}

fn line(page: &Page, way: &str, facts: &Facts) -> Line {
    let (may, why) = match decide(facts) {
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
