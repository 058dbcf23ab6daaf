//! Today's work, as bookings, visits and cases show it: what an opening is held against. And who the
//! colleagues are, for slices that do not know the staff.

use std::{collections::BTreeMap, sync::Arc};

use declaration::vocabulary::{Category, Role, purpose};
use letters::Letter;
use rights::{Announcement, Case, CaseFacts};
use staff::StaffMember;
use store::{Db, StoreError, plain};
use values::{Moment, PersonName, SubjectId};
use vault::{Actor, Ask, Day, Gaze, Keep, LookSlip, Sealed, Usual, Vault, VaultError};
use web::Later;

/// The statements.
pub mod sql {
    store::queries! {
        /// Whether a person belongs to today's work of the house: the legal entities of a tenant share customer
        /// service, whoever employs the reader.
        AT_WORK = "SELECT 1 AS yes FROM booking WHERE subject_id = $1 AND (made_at >= $2 OR (starts_at >= $2 AND starts_at <= $3 AND state IN ('booked', 'arrived'))) UNION ALL SELECT 1 AS yes FROM visit WHERE customer_id = $1 AND (closed_at IS NULL OR closed_at >= $2) UNION ALL SELECT 1 AS yes FROM visit_party p JOIN visit v ON v.id = p.visit_id WHERE p.subject_id = $1 AND (v.closed_at IS NULL OR v.closed_at >= $2) UNION ALL SELECT 1 AS yes FROM purchase WHERE payer_id = $1 AND at >= $2 UNION ALL SELECT 1 AS yes FROM enquiry_case WHERE subject_id = $1 AND (answered_at IS NULL OR answered_at >= $2) UNION ALL SELECT 1 AS yes FROM complaint WHERE customer_id = $1 AND (closed_at IS NULL OR closed_at >= $2) UNION ALL SELECT 1 AS yes FROM prospect WHERE subject_id = $1 AND state = 'open' UNION ALL SELECT 1 AS yes FROM rights_request WHERE subject_id = $1 AND (answered_at IS NULL OR answered_at >= $2) LIMIT 1";
        /// The hours of a legal entity's workshops on a weekday that is no closed day.
        HOURS = "SELECT h.opens AS opens, h.closes AS closes FROM workshop_hours h JOIN workshop w ON w.id = h.workshop_id WHERE w.controller_id = $1 AND h.weekday = $2 AND NOT EXISTS (SELECT 1 FROM closed_day c WHERE c.workshop_id = w.id AND c.day = $3)";
        /// Whether it has any hours at all.
        ANY_HOURS = "SELECT COUNT(*) AS n FROM workshop_hours h JOIN workshop w ON w.id = h.workshop_id WHERE w.controller_id = $1";
        /// When and where a booking is.
        BOOKING = "SELECT b.starts_at AS at, w.name AS place FROM booking b JOIN workshop w ON w.id = b.workshop_id WHERE b.id = $1";
        /// When and where a visit was.
        VISIT = "SELECT v.opened_at AS at, w.name AS place FROM visit v JOIN workshop w ON w.id = v.workshop_id WHERE v.id = $1";
        /// When and where an order was.
        ORDER = "SELECT v.opened_at AS at, w.name AS place FROM work_order o JOIN visit v ON v.id = o.visit_id JOIN workshop w ON w.id = o.workshop_id WHERE o.id = $1";
        /// When a question was asked.
        ENQUIRY = "SELECT made_at AS at, CAST(NULL AS TEXT) AS place FROM enquiry_case WHERE id = $1";
        /// When a complaint came, and where the work was done.
        CLAIM = "SELECT c.opened_at AS at, w.name AS place FROM complaint c JOIN work_order o ON o.id = c.order_id JOIN workshop w ON w.id = o.workshop_id WHERE c.id = $1";
        /// When a request came.
        REQUEST = "SELECT received_at AS at, CAST(NULL AS TEXT) AS place FROM rights_request WHERE id = $1";
    }
}

/// Today's work of this house.
pub struct Today {
    /// Whether a reader is asked, or the line only marked (setting `unusual_reads`).
    pub asks: bool,
    /// The demo is open round the clock.
    pub always_open: bool,
}

impl Usual for Today {
    fn day(&self, db: &mut dyn Db, gaze: &Gaze) -> Result<Day, StoreError> {
        let since = gaze.at.plus_days(-gaze.days).millis();
        let until = gaze.at.plus_days(gaze.days).millis();
        let batch: Vec<_> = gaze
            .persons
            .iter()
            .map(|person| {
                let values = vec![person.get().into(), since.into(), until.into()];
                (&sql::AT_WORK, values)
            })
            .collect();
        let answers = db.fetch(&batch)?;
        let there = gaze.persons.iter().zip(&answers);
        let at_work = there.filter(|(_, rows)| !rows.is_empty());
        Ok(Day {
            at_work: at_work.map(|(person, _)| *person).collect(),
            open: self.always_open || open(db, gaze)?,
        })
    }

    fn asks(&self) -> bool {
        self.asks
    }
}

/// Whether a workshop of the reader's legal entity is open, or nearly. One without hours always is.
fn open(db: &mut dyn Db, gaze: &Gaze) -> Result<bool, StoreError> {
    let controller = gaze.controller.get();
    let local = gaze.at.local();
    let minute = i64::from(local.hour()) * 60 + i64::from(local.minute());
    let values = [
        controller.into(),
        i64::from(local.weekday().to_monday_one_offset()).into(),
        plain(local.date().to_string()),
    ];
    for row in db.all(&sql::HOURS, &values)? {
        let from = row.i64("opens")? - gaze.margin;
        let until = row.i64("closes")? + gaze.margin;
        if (from..=until).contains(&minute) {
            return Ok(true);
        }
    }
    Ok(db.one(&sql::ANY_HOURS, &[controller.into()])?.i64("n")? == 0)
}

/// What the slices' tables know of cases.
pub struct KnownCases;

impl rights::Cases for KnownCases {
    fn of(&self, db: &mut dyn Db, cases: &[Case]) -> Result<BTreeMap<Case, CaseFacts>, StoreError> {
        let mut known = BTreeMap::new();
        for case in cases {
            let statement = match case.0.as_str() {
                "booking" => &sql::BOOKING,
                "visit" => &sql::VISIT,
                "order" | "work_order" => &sql::ORDER,
                "enquiry" => &sql::ENQUIRY,
                "claim" => &sql::CLAIM,
                "rights_request" => &sql::REQUEST,
                _ => continue,
            };
            if let Some(row) = db.opt(statement, &[case.1.into()])? {
                let facts = CaseFacts {
                    place: row.opt_text("place")?.map(str::to_owned),
                    at: Some(Moment::from_millis(row.i64("at")?)),
                };
                known.insert(case.clone(), facts);
            }
        }
        Ok(known)
    }
}

/// Who works here, opened for the purpose of staff access.
pub struct Colleagues(pub Vault);

impl Colleagues {
    async fn members(
        &self,
        chore: &'static str,
        ids: &[SubjectId],
        case: (&'static str, i64),
    ) -> Result<Vec<(SubjectId, vault::Personal<StaffMember>)>, VaultError> {
        let asks = ids.iter().map(|id| {
            Ask::open(Actor::Chore(chore), *id)
                .of(&[Category::Staff])
                .case(case.0, case.1)
        });
        let permits = self
            .0
            .permits::<purpose::StaffAccess>(asks.collect())
            .await?;
        let ids: Vec<SubjectId> = permits.keys().copied().collect();
        let load = move |db: &mut dyn Db| {
            let mut found = Vec::new();
            for id in &ids {
                found.extend(Sealed::<StaffMember>::load_of(db, *id, 1)?);
            }
            Ok(found)
        };
        let mut members = Vec::new();
        for sealed in self.0.store().read(load).await? {
            if let Some(Ok(permit)) = permits.get(&sealed.subject()) {
                members.push((sealed.subject(), self.0.open(permit, &sealed)?));
            }
        }
        Ok(members)
    }

    async fn slip(&self, letter: Announcement) -> Result<LookSlip, VaultError> {
        let role = Role::Privacy.as_str();
        let officers = move |db: &mut dyn Db| {
            let rows = db.all(&super::sql::OFFICERS, &[role.into()])?;
            let ids = rows
                .iter()
                .map(|row| row.i64("id").map(SubjectId::from_raw));
            ids.collect::<Result<Vec<_>, _>>()
        };
        let officers = self.0.store().read(officers).await?;
        let members = self.members("openings", &officers, ("look", 0)).await?;
        let (mut work, mut posted) = (self.0.work(), Vec::new());
        for (id, member) in &members {
            let ask = Ask::seal(Actor::Chore("openings"), *id).of(&[Category::Correspondence]);
            let permit = self.0.permit::<purpose::StaffAccess>(ask).await?;
            let keep = Keep::from("staff", id.get(), work.at());
            let mail = Letter::new(
                member.email.clone(),
                letter.subject.clone(),
                letter.text.clone(),
            );
            let occasion = format!("{}-{}", letter.occasion, id.get());
            posted.push(letters::post(&mut work, &permit, mail, &occasion, &keep)?);
        }
        let laid = work.finish();
        Ok(Arc::new(move |db: &mut dyn Db| {
            laid.lay(db)?;
            posted.iter().try_for_each(|one| one.enqueue(db))
        }))
    }
}

impl web::StaffNames for Colleagues {
    fn names<'a>(
        &'a self,
        ids: Vec<SubjectId>,
        case: (&'static str, i64),
    ) -> Later<'a, BTreeMap<SubjectId, PersonName>> {
        Box::pin(async move {
            let members = self.members("staff_names", &ids, case).await?;
            let named = members.into_iter();
            Ok(named
                .map(|(id, member)| (id, member.name.clone()))
                .collect())
        })
    }
}

impl rights::Officers for Colleagues {
    fn letters(&self, letter: Announcement) -> Later<'_, LookSlip> {
        Box::pin(async move { Ok(self.slip(letter).await?) })
    }
}
