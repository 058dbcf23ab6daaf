//! The catalogue out of the database: five questions in one flight.

use store::{Db, Row, StoreError};
use values::{BayId, ControllerId, ServiceId, WorkshopId};

use super::{Bay, Catalogue, Hours, Service, Workshop, sql};

impl Catalogue {
    /// Reads everything.
    ///
    /// # Errors
    /// When the store fails.
    pub fn load(db: &mut dyn Db) -> Result<Self, StoreError> {
        let questions = [
            (&sql::WORKSHOPS, Vec::new()),
            (&sql::HOURS, Vec::new()),
            (&sql::CLOSED, Vec::new()),
            (&sql::BAYS, Vec::new()),
            (&sql::SERVICES, Vec::new()),
        ];
        let mut answers = db.fetch(&questions)?.into_iter();
        let mut next = || answers.next().unwrap_or_default();
        let (workshops, hours, closed, bays, services) = (next(), next(), next(), next(), next());
        let mut catalogue = Self {
            workshops: workshops.iter().map(workshop).collect::<Result<_, _>>()?,
            services: services.iter().map(service).collect::<Result<_, _>>()?,
        };
        for row in &hours {
            let Some(workshop) = catalogue.of(row)? else {
                continue;
            };
            let weekday = usize::try_from(row.i64("weekday")? - 1).unwrap_or(7);
            if let Some(day) = workshop.hours.get_mut(weekday) {
                *day = Some(Hours {
                    opens: row.i64("opens")?,
                    closes: row.i64("closes")?,
                });
            }
        }
        for row in &closed {
            let day = row.text("day")?.parse();
            if let (Some(workshop), Ok(day)) = (catalogue.of(row)?, day) {
                workshop.closed.insert(day, row.text("note")?.to_owned());
            }
        }
        for row in &bays {
            let bay = bay(row)?;
            if let Some(workshop) = catalogue.of(row)? {
                workshop.bays.push(bay);
            }
        }
        Ok(catalogue)
    }

    fn of(&mut self, row: &Row) -> Result<Option<&mut Workshop>, StoreError> {
        let id = WorkshopId::from_raw(row.i64("workshop_id")?);
        Ok(self.workshops.iter_mut().find(|one| one.id == id))
    }
}

fn workshop(row: &Row) -> Result<Workshop, StoreError> {
    Ok(Workshop {
        id: WorkshopId::from_raw(row.i64("id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        name: row.text("name")?.to_owned(),
        address: row.text("address")?.to_owned(),
        postal_code: row.text("postal_code")?.to_owned(),
        city: row.text("city")?.to_owned(),
        phone: row.text("phone")?.to_owned(),
        notice_minutes: row.i64("notice_minutes")?,
        horizon_days: row.i64("horizon_days")?,
        open: row.bool("open")?,
        hours: [None; 7],
        closed: Default::default(),
        bays: Vec::new(),
    })
}

fn bay(row: &Row) -> Result<Bay, StoreError> {
    Ok(Bay {
        id: BayId::from_raw(row.i64("id")?),
        name: row.text("name")?.to_owned(),
        max_length_cm: row.opt_i64("max_length_cm")?,
        max_height_cm: row.opt_i64("max_height_cm")?,
        open: row.bool("open")?,
    })
}

fn service(row: &Row) -> Result<Service, StoreError> {
    let text = |name: &str| row.text(name).map(str::to_owned);
    Ok(Service {
        id: ServiceId::from_raw(row.i64("id")?),
        names: [text("name_nb")?, text("name_nn")?, text("name_en")?],
        about: [text("about_nb")?, text("about_nn")?, text("about_en")?],
        minutes: row.i64("minutes")?,
        open: row.bool("open")?,
    })
}
