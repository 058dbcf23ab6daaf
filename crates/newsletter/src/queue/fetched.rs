//! After the database was fetched back from a copy: nobody gets a letter twice, and the rest get it.
//!
//! Who is about to be handed over is noted in the custody, a batch at a time, and what came of them
//! afterwards (`vault::Horizon`). A database that knows of fewer batches is a copy: its campaign is halted
//! until the office lets it go on, and then everybody who had been handed over is left out. Of the batches
//! in hand when the program ended it is not known who got the letter: they stand as perhaps delivered.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use store::{Db, Row, StoreError};
use values::{Moment, SubjectId};
use vault::{Came, Horizon, Known, LookUp, Mark, Vault, VaultError};

use super::{
    Batch, Claimed,
    opened::Item,
    sql,
    turn::{Ended, Postal, Turned},
};
use crate::{
    campaign::{self, Campaign, Outside, RESTORED},
    compose::Letterhead,
};

/// What the files in the custody are named after.
const NAME: &str = "campaign";

/// What is known outside of a campaign.
pub(super) fn horizon(vault: &Vault, id: i64) -> Horizon {
    vault.horizon(NAME, id)
}

/// Compares what the database knows with what has left the house. Campaigns of which more was begun
/// than the database knows of, or of which that is not known, are halted and say why. Answers how many.
///
/// # Errors
/// When the store or the custody fails.
pub async fn look_at_horizon(vault: &Vault) -> Result<u64, VaultError> {
    look(vault, false).await
}

/// The same for whoever knows that the database was fetched back a moment ago: who was in hand when the
/// copy was taken may have been handed over since.
///
/// # Errors
/// When the store or the custody fails.
pub async fn was_fetched_back(vault: &Vault) -> Result<u64, VaultError> {
    look(vault, true).await
}

/// What the database knows of a campaign that is not over.
struct Seen {
    id: i64,
    batch: i64,
    under_way: bool,
    in_hand: Vec<SubjectId>,
}

fn seen(db: &mut dyn Db) -> Result<Vec<Seen>, StoreError> {
    let rows = db.all(&campaign::sql::BATCHES, &[])?;
    let of = |row: &Row| {
        let id = row.i64("id")?;
        let in_hand = db.all(&sql::IN_HAND, &[id.into()])?;
        let in_hand = in_hand.iter().map(|row| row.i64("subject_id"));
        Ok(Seen {
            id,
            batch: row.i64("batch")?,
            under_way: ["running", "paused", "scheduled"].contains(&row.text("state")?),
            in_hand: in_hand
                .map(|id| id.map(SubjectId::from_raw))
                .collect::<Result<_, _>>()?,
        })
    };
    rows.iter().map(of).collect()
}

async fn look(vault: &Vault, fetched_back: bool) -> Result<u64, VaultError> {
    let mut halted = 0;
    for one in vault.store().read(seen).await? {
        let Some(outside) = ahead(&horizon(vault, one.id), &one, fetched_back)? else {
            continue;
        };
        let values = [
            one.id.into(),
            RESTORED.into(),
            outside.batch.into(),
            outside.handed.into(),
            outside.perhaps.into(),
        ];
        let halt = move |db: &mut dyn Db| db.exec(&campaign::sql::HALT, &values);
        halted += vault.store().write(halt).await?;
        tracing::warn!(
            campaign = one.id,
            handed = outside.handed,
            perhaps = outside.perhaps,
            known = outside.batch > 0,
            "newsletter: halted, the database is older than what was sent"
        );
    }
    Ok(halted)
}

/// What had left the house that the database does not know of; `None` when it knows everything.
fn ahead(
    horizon: &Horizon,
    seen: &Seen,
    fetched_back: bool,
) -> Result<Option<Outside>, VaultError> {
    // The file is gone or damaged: what has left is not known.
    let unknown = Some(Outside::default());
    let reached = match horizon.reached() {
        Ok(Some(reached)) => reached,
        Ok(None) => return Ok(unknown.filter(|_| seen.under_way && seen.batch > 0)),
        Err(VaultError::Corrupt(_)) => return Ok(unknown),
        Err(error) => return Err(error),
    };
    let more = reached.batch > seen.batch;
    if !more && (seen.in_hand.is_empty() || reached.batch == 0) {
        return Ok(None);
    }
    let known = horizon.known(reached.batch)?;
    // It is marked here before it is noted there: in hand here and taken there is an older copy.
    let taken = |who: &SubjectId| {
        let found = known.find(&[horizon.subject(*who)]);
        found.is_some_and(|(came, _)| fetched_back || came == Came::Taken)
    };
    if !more && !seen.in_hand.iter().any(taken) {
        return Ok(None);
    }
    let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
    Ok(Some(Outside {
        batch: known.batch.max(seen.batch),
        handed: count(known.taken + known.perhaps),
        perhaps: count(known.perhaps),
    }))
}

/// Files of campaigns that are over, or that no database knows, go when no backup may be older than them.
pub(super) async fn tidy(vault: &Vault) -> Result<(), VaultError> {
    let now = vault.world().now();
    for id in vault.horizons(NAME)? {
        let read = move |db: &mut dyn Db| {
            let row = db.opt(&campaign::sql::OVER, &[id.into()])?;
            row.map(|row| row.opt_i64("ended_at")).transpose()
        };
        let file = horizon(vault, id);
        let over = match vault.store().read(read).await? {
            Some(ended) => ended.map(Moment::from_millis),
            None => file.reached().ok().flatten().map(|reached| reached.at),
        };
        if let Some(over) = over
            && vault.backups_until(over)? < now
        {
            file.remove()?;
        }
    }
    Ok(())
}

/// Who was handed over of the campaigns that go on after a restore: read once, from what the custody had
/// at that time.
#[derive(Default)]
pub(super) struct Before(Mutex<HashMap<(i64, i64), Arc<Known>>>);

impl Before {
    fn of(&self, vault: &Vault, campaign: &Campaign) -> Result<Option<Arc<Known>>, VaultError> {
        let key = (campaign.id, campaign.outside.batch);
        if key.1 == 0 {
            return Ok(None);
        }
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all.get(&key) {
            return Ok(Some(known.clone()));
        }
        let known = Arc::new(horizon(vault, key.0).known(key.1)?);
        all.insert(key, known.clone());
        Ok(Some(known))
    }

    /// The campaign is over.
    pub(super) fn forget(&self, id: i64) {
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|(campaign, _), _| *campaign != id);
    }
}

impl Postal {
    /// Takes those out of a batch who had been handed over before the database was fetched back, by their
    /// id: they are marked as they stood, and not opened.
    pub(super) async fn without_known(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        batch: Batch,
        turned: &mut Turned,
    ) -> Result<Batch, VaultError> {
        let Some(known) = self.before.of(&self.vault, campaign)? else {
            return Ok(batch);
        };
        let horizon = horizon(&self.vault, campaign.id);
        let mut people = Vec::new();
        for one in batch.people {
            match known.find(&[horizon.subject(one.subject)]) {
                Some(found) => self.was_handed(campaign, head, &one, found, turned).await?,
                None => people.push(one),
            }
        }
        let number = batch.number;
        Ok(Batch { number, people })
    }

    /// The same by the address, for whoever came back as somebody else.
    pub(super) async fn without_known_addresses(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        items: Vec<Item>,
        turned: &mut Turned,
    ) -> Result<Vec<Item>, VaultError> {
        let Some(known) = self.before.of(&self.vault, campaign)? else {
            return Ok(items);
        };
        let horizon = horizon(&self.vault, campaign.id);
        let mut rest = Vec::new();
        for item in items {
            let address = item.opened.as_ref().ok();
            let mark = address.map(|opened| horizon.address(&LookUp::email(&opened.email)));
            match mark.and_then(|mark| known.find(&[mark])) {
                Some(found) => {
                    self.was_handed(campaign, head, &item.claimed, found, turned)
                        .await?;
                }
                None => rest.push(item),
            }
        }
        Ok(rest)
    }

    async fn was_handed(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        one: &Claimed,
        (came, at): (Came, Moment),
        turned: &mut Turned,
    ) -> Result<(), VaultError> {
        turned.skipped += 1;
        let ended = Ended::Before(came == Came::Taken, at);
        self.mark(campaign, head, one, ended).await
    }
}

/// A batch on its way: noted outside before anything of it leaves, and afterwards what came of it.
pub(super) struct OnTheWay {
    horizon: Horizon,
    number: i64,
    people: HashMap<SubjectId, usize>,
    came: Mutex<Vec<Came>>,
}

impl OnTheWay {
    /// Notes everybody of the batch who may be handed over, and waits for the disk.
    pub(super) fn begin(
        vault: &Vault,
        campaign: &Campaign,
        number: i64,
        items: &[Item],
    ) -> Result<Self, VaultError> {
        let horizon = horizon(vault, campaign.id);
        let (mut marks, mut people): (Vec<[Mark; 2]>, _) = (Vec::new(), HashMap::new());
        for item in items {
            let goes = item.goes_to(campaign).filter(|_| item.not_before.is_none());
            if let Some(to) = goes {
                let subject = item.claimed.subject;
                let address = horizon.address(&LookUp::email(to));
                people.insert(subject, marks.len());
                marks.push([horizon.subject(subject), address]);
            }
        }
        if !marks.is_empty() {
            horizon.begun(number, &marks)?;
        }
        Ok(Self {
            horizon,
            number,
            came: Mutex::new(vec![Came::Back; marks.len()]),
            people,
        })
    }

    /// One is in hand: whatever happens to the hand, perhaps they get it.
    pub(super) fn in_hand(&self, subject: SubjectId) {
        self.note(subject, Came::Perhaps);
    }

    /// What an attempt came to, as it is noted outside.
    pub(super) const fn came(ended: &Ended) -> Came {
        match ended {
            Ended::Sent(_) => Came::Taken,
            Ended::Unsure => Came::Perhaps,
            _ => Came::Back,
        }
    }

    /// What came of one, once the database has it.
    pub(super) fn note(&self, subject: SubjectId, came: Came) {
        let mut all = self.came.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(place) = self.people.get(&subject).and_then(|at| all.get_mut(*at)) {
            *place = came;
        }
    }

    /// The batch is through. If this is not written, its people count as perhaps delivered after a restore.
    pub(super) fn end(&self) {
        let came = self.came.lock().unwrap_or_else(PoisonError::into_inner);
        if came.is_empty() {
            return;
        }
        if let Err(error) = self.horizon.ended(self.number, &came) {
            tracing::warn!(%error, "newsletter: what came of a batch is not noted");
        }
    }
}
