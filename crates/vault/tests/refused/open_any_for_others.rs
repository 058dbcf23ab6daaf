//! Opening a record of whatever kind is for answering requests only.
use declaration::vocabulary::purpose;

fn open(
    vault: &vault::Vault,
    permit: &vault::Permit<purpose::Visit>,
    raw: &vault::RawSealed,
) {
    let _ = vault.open_any(permit, raw);
}

fn main() {}
