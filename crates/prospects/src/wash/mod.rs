//! The reservation register (markedsføringsloven §§ 12–14, Brønnøysundregistrene): the list of those
//! who do not want calls or letters, taken in as keyed hashes and asked before each first contact.
//!
//! A list holds to the end of the calendar month it was taken in, and never longer than the rule table
//! says: the law wants it washed before the first contact and then every month of use. When it ends, the
//! hashes are destroyed.

mod intake;
mod lines;

pub use intake::{Intake, PassedOver, WashError, Washed, take_in};
pub use lines::Unread;

use jiff::ToSpan;
use newsletter::decide::Register;
use store::{Db, bytes};
use values::{Moment, Phone};
use vault::{LookUp, Vault, VaultError};
use web::health::Ailment;

use crate::sql;

/// Hashes destroyed in one transaction.
const AT_ONCE: i64 = 5_000;
/// So long after a list has ended the house is asked for a new one; then it is taken that nobody calls.
const REMEMBERED_DAYS: i64 = 31;

/// What somebody reserved themselves against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Calls.
    Phone,
    /// Addressed letters.
    Post,
}

impl Against {
    /// Both.
    pub const ALL: &'static [Self] = &[Self::Phone, Self::Post];

    /// The word in the database.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Phone => "reserved_phone",
            Self::Post => "reserved_post",
        }
    }
}

/// A name at a postal code, whatever its spelling and the order of its words: for the register and for
/// us alike. Of three words or more every two are looked for as well, for people leave out what they are
/// called in the middle; in doubt somebody counts as reserved.
#[must_use]
pub fn by_post(name: &str, postal_code: &str) -> Vec<LookUp> {
    LookUp::posts(Against::Post.as_str(), name, postal_code)
}

/// A telephone number.
#[must_use]
pub fn by_phone(phone: &Phone) -> Vec<LookUp> {
    vec![LookUp::of(Against::Phone.as_str(), phone.reveal())]
}

/// A list that was taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// When.
    pub at: Moment,
    /// How many lines of this kind it had.
    pub lines: i64,
    /// The first instant at which it does not hold any more.
    pub ends: Moment,
}

/// When a list that was taken in at this instant ends.
#[must_use]
pub fn ends(vault: &Vault, at: Moment) -> Moment {
    let day = at.local_date();
    let next = day.first_of_month().checked_add(1.month()).unwrap_or(day);
    let month = Moment::at_local(next, 0, 0);
    let rules = vault.rules();
    let rule = rules.at("reservation-wash", day);
    rule.map_or(month, |rule| rule.until(at).min(month))
}

/// What the register says of somebody now, under any of these look-ups.
///
/// # Errors
/// When the store fails.
pub async fn ask(
    vault: &Vault,
    against: Against,
    look_ups: &[LookUp],
) -> Result<Register, VaultError> {
    let kind = against.as_str();
    let tags: Vec<_> = look_ups.iter().map(|one| vault.tag(one)).collect();
    let read = move |db: &mut dyn Db| {
        for tag in &tags {
            let values = [kind.into(), bytes(tag.hash().as_slice())];
            if db.opt(&sql::IS_RESERVED, &values)?.is_some() {
                return Ok(true);
            }
        }
        Ok(false)
    };
    if vault.store().read(read).await? {
        return Ok(Register::Reserved);
    }
    let now = vault.world().now();
    Ok(match last(vault, against).await? {
        Some(list) if now < list.ends => Register::Free,
        _ => Register::NotWashed,
    })
}

/// The last list taken in, whether or not it still holds.
///
/// # Errors
/// When the store fails.
pub async fn last(vault: &Vault, against: Against) -> Result<Option<List>, VaultError> {
    let read = move |db: &mut dyn Db| {
        let row = db.opt(&sql::LAST_WASH, &[against.as_str().into()])?;
        row.map(|row| Ok((Moment::from_millis(row.i64("at")?), row.i64("lines")?)))
            .transpose()
    };
    let found = vault.store().read(read).await?;
    Ok(found.map(|(at, lines)| List {
        at,
        lines,
        ends: ends(vault, at),
    }))
}

/// Destroys what is left of lists that have ended: nobody may be looked up in them. Answers how many.
///
/// # Errors
/// When the store fails; the next night does the rest.
pub async fn forget(vault: &Vault) -> Result<u64, VaultError> {
    let today = vault.world().now().local_date();
    let month = Moment::at_local(today.first_of_month(), 0, 0);
    let mut gone = 0;
    for against in Against::ALL {
        gone += unreserve(vault, *against, month).await?;
    }
    Ok(gone)
}

/// Those who were taken in before an instant are not reserved any more. In pieces, so that others get
/// their turn.
async fn unreserve(vault: &Vault, against: Against, before: Moment) -> Result<u64, VaultError> {
    let mut gone = 0;
    loop {
        let write = move |db: &mut dyn Db| {
            let kind = against.as_str();
            let values = [kind.into(), before.millis().into(), AT_ONCE.into()];
            db.exec(&sql::UNRESERVE, &values)
        };
        match vault.store().write(write).await? {
            0 => return Ok(gone),
            some => gone += some,
        }
    }
}

/// What the house's health says of the lists: one that was in use has ended. A house that never took one
/// in, or has done without for a month, calls nobody and needs none.
///
/// # Errors
/// When the store fails.
pub async fn ailments(vault: &Vault) -> Result<Vec<Ailment>, VaultError> {
    let now = vault.world().now();
    let mut ended = Vec::new();
    for against in Against::ALL {
        let last = last(vault, *against).await?;
        let in_use = |list: &List| now >= list.ends && now < list.ends.plus_days(REMEMBERED_DAYS);
        ended.extend(last.filter(in_use));
    }
    if ended.is_empty() {
        return Ok(Vec::new());
    }
    Ok(vec![Ailment {
        name: "reservations_old",
        count: i64::try_from(ended.len()).unwrap_or(i64::MAX),
        sentence: "the reservation register's list has ended: take in a new one at /stab/reservasjoner before \
                   anybody calls or writes to consumers"
            .to_owned(),
    }])
}
