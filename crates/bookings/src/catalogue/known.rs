//! The catalogue in memory, as long as nobody has changed it: one number is read instead of everything.

use std::sync::{Arc, Mutex, PoisonError};

use store::{Db, StoreError};
use web::App;

use super::{Catalogue, sql};

/// The catalogue as it was read last, with its revision. A part of the services.
#[derive(Clone, Default)]
pub struct Catalogues(Arc<Mutex<Option<Known>>>);

/// A revision, and what the catalogue was at it.
type Known = (i64, Arc<Catalogue>);

impl Catalogue {
    /// The catalogue of this snapshot: out of memory while the revision in the database, which every
    /// change raises in its own transaction, is the one in memory. For snapshots only: inside a
    /// transaction that writes, a revision may be one that never comes to be ([`Catalogue::load`]).
    ///
    /// # Errors
    /// When the store fails.
    pub fn known(app: &App, db: &mut dyn Db) -> Result<Arc<Self>, StoreError> {
        let Ok(Catalogues(held)) = app.service::<Catalogues>() else {
            return Ok(Arc::new(Self::load(db)?));
        };
        let revision = match db.opt(&sql::REVISION, &[])? {
            Some(row) => row.i64("revision")?,
            None => 0,
        };
        let held = || held.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, catalogue)) = &*held()
            && *known == revision
        {
            return Ok(Arc::clone(catalogue));
        }
        let catalogue = Arc::new(Self::load(db)?);
        *held() = Some((revision, Arc::clone(&catalogue)));
        Ok(catalogue)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::Catalogue;
    use crate::{
        catalogue::setup,
        tests::{House, each_house},
    };

    async fn known(house: &House) -> Arc<Catalogue> {
        let app = house.app.clone();
        let read = move |db: &mut dyn store::Db| Catalogue::known(&app, db);
        house.vault.store().read(read).await.unwrap()
    }

    #[tokio::test]
    async fn what_is_in_memory_is_what_lies_there() {
        each_house(|house| async move {
            let first = known(&house).await;
            assert!(Arc::ptr_eq(&first, &known(&house).await));
            let workshop = house.workshop;
            let close = move |db: &mut dyn store::Db, undo: bool| {
                setup::close_day(db, workshop, jiff::civil::date(2027, 1, 4), "Telling")?;
                match undo {
                    true => Err(store::StoreError::Refused("undone")),
                    false => Ok(()),
                }
            };
            let store = house.vault.store();
            assert!(store.write(move |db| close(db, true)).await.is_err());
            assert!(Arc::ptr_eq(&first, &known(&house).await), "undone");
            store.write(move |db| close(db, false)).await.unwrap();
            let second = known(&house).await;
            assert_eq!(*second, store.read(|db| Catalogue::load(db)).await.unwrap());
            assert_eq!(second.workshop(workshop).unwrap().closed.len(), 1);
            house.one_bay().await;
            let third = known(&house).await;
            assert!(!third.workshop(workshop).unwrap().bays[0].open);
            let catalogue = third.clone();
            let service = catalogue.services[0].clone();
            let set = move |db: &mut dyn store::Db| {
                let dearer = crate::Service {
                    minutes: 45,
                    ..service.clone()
                };
                setup::set_service(db, &dearer)
            };
            store.write(set).await.unwrap();
            assert_eq!(known(&house).await.services[0].minutes, 45);
        })
        .await;
    }
}
