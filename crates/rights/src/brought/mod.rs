//! Data a person brings along from another workshop (GDPR Art. 20(1)): read with mistrust, shown, taken
//! when they say so, once. What is taken is theirs to read and ours not to change: it says where it
//! comes from, and goes with the account.

pub mod pages;
mod read;
pub mod sql;

use customers::account_of;
use declaration::vocabulary::{Category, purpose};
use sha2::{Digest, Sha256};
use store::{Db, StoreError, bytes};
use values::{FreeText, Line as OneLine, Plate, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Personal, Provenance, Vault, VaultError, Work};

pub(crate) use read::{Line, Said, read, settle};

vault::record! {
    /// Something that happened at another workshop, as the person brought it along. Never changed.
    pub struct Brought in Account as "brought" {
        /// Where.
        brought_from: OneLine,
        /// When, an ISO day.
        brought_on: String,
        /// What.
        brought: FreeText,
    }
}

vault::record! {
    /// A vehicle the person says they have to do with. It ties nothing: whoever only says a plate does not
    /// thereby see a vehicle's history.
    pub struct BroughtVehicle in VehicleLink as "brought_link" {
        /// Its plate.
        plate: Plate,
        /// As what.
        party: String,
    }
}

/// What came of taking it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Taken {
    pub lines: usize,
    pub plates: usize,
    /// What was here already.
    pub known: usize,
}

/// One thing to be taken, by a keyed hash of what it is: the same thing is taken once.
enum Thing<'a> {
    Line(&'a Line),
    Plate(&'a str),
}

fn tag(vault: &Vault, me: SubjectId, from: &str, thing: &Thing<'_>) -> [u8; 32] {
    let mut hash = Sha256::new();
    let mut part = |text: &str| {
        hash.update((text.len() as u64).to_le_bytes());
        hash.update(text.as_bytes());
    };
    part(&me.get().to_string());
    match thing {
        Thing::Line(line) => {
            part(from);
            part(&line.on);
            part(&line.text);
        }
        Thing::Plate(plate) => {
            part("plate");
            part(plate);
        }
    }
    *vault.tag_code("brought", &hash.finalize()).hash()
}

/// Takes what a person brought along; what is here already stays as it is.
///
/// # Errors
/// [`VaultError::Gone`] without an account; when the store fails.
pub(crate) async fn take(vault: &Vault, me: SubjectId, said: &Said) -> Result<Taken, VaultError> {
    let account = account_of(vault, me).await?.ok_or(VaultError::Gone)?;
    vault::again(|| async move {
        let known = vault.store().read(move |db| known(db, me)).await?;
        let ask = Ask::seal(Actor::Subject(me), me).of(&[Category::Account, Category::VehicleLink]);
        let permit: Permit<purpose::Account> = vault.permit(ask).await?;
        let mut work = vault.work();
        let keep = Keep::while_open("account", account.id.get());
        let (mut taken, mut rows) = (Taken::default(), Vec::new());
        let plates = said.plates.iter().map(|plate| Thing::Plate(plate));
        for thing in said.lines.iter().map(Thing::Line).chain(plates) {
            let tag = tag(vault, me, &said.from, &thing);
            if known.contains(&tag) {
                taken.known += 1;
                continue;
            }
            let record = seal(&mut work, &permit, &said.from, &thing, &keep)?;
            match thing {
                Thing::Line(_) => taken.lines += 1,
                Thing::Plate(_) => taken.plates += 1,
            }
            rows.push((tag, record));
        }
        let (at, laid) = (work.at(), work.finish());
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            for (tag, record) in &rows {
                let values = [
                    bytes(tag.as_slice()),
                    me.get().into(),
                    (*record).into(),
                    at.millis().into(),
                ];
                db.exec(&sql::ADD, &values)?;
            }
            Ok(())
        };
        vault.store().write(write).await?;
        Ok(taken)
    })
    .await
}

fn known(db: &mut dyn Db, me: SubjectId) -> Result<Vec<[u8; 32]>, StoreError> {
    let rows = db.all(&sql::OF, &[me.get().into()])?;
    rows.iter()
        .map(|row| {
            let tag = row.bytes("tag")?;
            <[u8; 32]>::try_from(tag).map_err(|_| StoreError::Type("rights_brought.tag".into()))
        })
        .collect()
}

fn seal(
    work: &mut Work,
    permit: &Permit<purpose::Account>,
    from: &str,
    thing: &Thing<'_>,
    keep: &Keep,
) -> Result<i64, VaultError> {
    let provenance = Provenance {
        source_kind: "other_workshop",
        source_ref: keep.source().1,
        notice_version: work.vault().declaration().version().to_string(),
    };
    let record = match thing {
        Thing::Line(line) => {
            let record = Personal::new(Brought {
                brought_from: OneLine::restore(from.to_owned()),
                brought_on: line.on.clone(),
                brought: FreeText::restore(line.text.clone()),
            });
            work.seal(permit, &record, &provenance, keep)?
        }
        Thing::Plate(plate) => {
            let record = Personal::new(BroughtVehicle {
                plate: Plate::restore((*plate).to_owned()),
                party: "brought".to_owned(),
            });
            work.seal(permit, &record, &provenance, keep)?
        }
    };
    Ok(record.get())
}

/// Nothing of a forgotten person is left in the table of what was brought.
///
/// # Errors
/// When the store fails.
pub(crate) fn forget(db: &mut dyn Db, subject: SubjectId) -> Result<(), StoreError> {
    db.exec(&sql::FORGET, &[subject.get().into()]).map(|_| ())
}
