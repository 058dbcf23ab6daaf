//! `/stab/reklamasjon/{id}`: a case with its days in words; judging the time limits, deciding, closing.

use std::collections::BTreeMap;

use axum::{extract::State, response::Response};
use customers::CustomerContact;
use declaration::vocabulary::Category;
use serde::Deserialize;
use store::{Db, StoreError};
use values::{PersonName, RecordId, SubjectId};
use vault::{Personal, Sealed, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html, html_again};

use super::{
    CaseRow, ComplaintId, Notice,
    decide::{self, case_of},
    forms::{AssessForm, DecideForm, parse_assessment, parse_decision, seen},
    known::{by_id, lines_of},
    limits::notice,
    shown::{LineShown, for_rules, in_words, lines_of_case, notice_said},
    take::bought,
    to_open,
};
use crate::{
    at::At,
    job,
    open::{self, VehicleShown},
    order::OrderRow,
    records::{Complaint, ComplaintAssessment, ComplaintOutcome},
    words::{CaseState, Ground, Outcome, Timely},
};

/// What was said and written, opened.
pub(super) struct Texts {
    pub said: Option<Personal<Complaint>>,
    pub assessment: Option<Personal<ComplaintAssessment>>,
    pub outcome: Option<Personal<ComplaintOutcome>>,
}

fn load<R: vault::Record>(
    db: &mut dyn Db,
    id: Option<RecordId>,
) -> Result<Option<Sealed<R>>, StoreError> {
    id.map_or(Ok(None), |id| Sealed::load(db, id))
}

/// Opens what was said and written, under a permit for it.
pub(super) async fn texts(
    vault: &Vault,
    permit: &vault::Permit<declaration::vocabulary::purpose::Claims>,
    row: &CaseRow,
) -> Result<Texts, VaultError> {
    let (said, assessment, reason) = (row.said, row.assessment, row.reason);
    let read = vault.store().read(move |db| {
        Ok((
            load::<Complaint>(db, Some(said))?,
            load::<ComplaintAssessment>(db, assessment)?,
            load::<ComplaintOutcome>(db, reason)?,
        ))
    });
    let (said, assessment, outcome) = read.await?;
    Ok(Texts {
        said: said.map(|one| vault.open(permit, &one)).transpose()?,
        assessment: assessment.map(|one| vault.open(permit, &one)).transpose()?,
        outcome: outcome.map(|one| vault.open(permit, &one)).transpose()?,
    })
}

/// The case of an address, with its order.
async fn row_of(vault: &Vault, id: ComplaintId) -> Result<(CaseRow, OrderRow), Error> {
    let found = vault.store().read(move |db| by_id(db, id)).await?;
    let row = found.ok_or(Error::NotFound)?;
    let order = job::order(vault, row.order).await?;
    Ok((row, order))
}

#[derive(askama::Template)]
#[template(path = "complaint.html")]
struct CasePage {
    page: Page,
    row: CaseRow,
    order: OrderRow,
    contact: Option<Personal<CustomerContact>>,
    texts: Texts,
    vehicle: Option<VehicleShown>,
    lines: Vec<LineShown>,
    needs_a_judge: bool,
    said: (&'static str, String),
    /// Until when what the case needs is kept, once it is over.
    kept: String,
    letters: Vec<letters::Status>,
    names: BTreeMap<SubjectId, PersonName>,
    judge: AssessForm,
    decide: DecideForm,
    errors: Errors,
}

impl CasePage {
    fn name(&self, who: &SubjectId) -> String {
        let known = self.names.get(who);
        known.map_or_else(String::new, |name| name.reveal().to_owned())
    }

    fn open(&self) -> bool {
        self.row.state == CaseState::Open
    }

    fn is_ground(&self, ground: &Ground) -> bool {
        match Ground::from_name(self.judge.ground.as_str()) {
            Some(typed) => typed == *ground,
            None => self.row.ground == *ground,
        }
    }

    fn is_timely(&self, timely: &Timely) -> bool {
        match Timely::from_name(self.judge.timely.as_str()) {
            Some(typed) => typed == *timely,
            None => self.row.timely == Some(*timely),
        }
    }

    fn is_long(&self, line: &LineShown) -> bool {
        if self.judge.assessment.is_blank() && !self.errors.any() {
            line.long
        } else {
            self.judge.lasts(&line.work.id)
        }
    }

    fn unsent(&self) -> bool {
        let lost = |one: &letters::Status| {
            matches!(
                one.state,
                letters::State::Refused | letters::State::Deferred
            )
        };
        self.letters.iter().any(lost)
    }
}

type AboutCustomer = (Option<Personal<CustomerContact>>, Texts);

async fn about_customer(
    vault: &Vault,
    who: Colleague,
    row: &CaseRow,
) -> Result<AboutCustomer, Error> {
    let wanted: &[Category] = &[Category::Contact, Category::Claim];
    let asked = to_open(vault, who.actor(), row.customer, (wanted, case_of(row)));
    let permit = match asked.await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => {
            let texts = Texts {
                said: None,
                assessment: None,
                outcome: None,
            };
            return Ok((None, texts));
        }
        Err(error) => return Err(error.into()),
    };
    let contact = customers::latest_contact(vault, &permit).await?;
    let texts = texts(vault, &permit, row).await?;
    Ok((contact.map(|(_, contact)| contact), texts))
}

/// Whether word came in time, as the rules see it.
pub(super) async fn judged(vault: &Vault, row: &CaseRow) -> Result<Notice, VaultError> {
    let id = row.id;
    let lines = vault.store().read(move |db| lines_of(db, id)).await?;
    let by = (row.ground, row.buyer);
    let days = (row.discovered, row.notified);
    notice(&vault.rules(), by, &for_rules(&lines), days)
}

/// What was typed and is wrong.
#[derive(Default)]
struct Again {
    judge: AssessForm,
    decide: DecideForm,
    errors: Errors,
}

async fn page_of(
    vault: &Vault,
    page: Page,
    who: Colleague,
    (row, order): (CaseRow, OrderRow),
    again: Again,
) -> Result<CasePage, Error> {
    let case = case_of(&row);
    let (contact, texts) = about_customer(vault, who, &row).await?;
    let work = bought(vault, who.actor(), &order, case).await?.lines;
    let id = row.id;
    let lines = vault.store().read(move |db| lines_of(db, id)).await?;
    let wanted = [(order.vehicle, case.0, case.1)];
    let vehicles =
        open::vehicles::<declaration::vocabulary::purpose::Claims>(vault, who.actor(), &wanted);
    let vehicle = vehicles.await?.remove(&order.vehicle);
    let judged = judged(vault, &row).await?;
    let writers = row.decided_by.into_iter().chain([row.opened_by]);
    let names = page.staff_names(writers.collect(), case).await?;
    Ok(CasePage {
        said: notice_said(vault, &page, &judged),
        needs_a_judge: judged.needs_a_judge(),
        kept: in_words(vault, page.lang, super::OVER),
        lines: lines_of_case(vault, page.lang, (work, &lines)),
        letters: letters::status_of(vault, case.0, case.1).await?,
        page,
        row,
        order,
        contact,
        texts,
        vehicle,
        names,
        judge: again.judge,
        decide: again.decide,
        errors: again.errors,
    })
}

/// The case.
pub(crate) async fn show(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<ComplaintId>,
) -> Result<Response, Error> {
    let found = row_of(&vault, id).await?;
    html(&page_of(&vault, page, who, found, Again::default()).await?)
}

fn here(id: ComplaintId) -> String {
    format!("/stab/reklamasjon/{id}")
}

/// The message of a change that came too late, to stand at the form that was sent.
fn too_late(error: &VaultError) -> Option<&'static str> {
    match error {
        VaultError::Store(StoreError::Refused(why)) => Some(why),
        _ => None,
    }
}

/// Judges the time limits.
pub(crate) async fn assess(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<ComplaintId>,
    form: Signed<AssessForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (mut row, order) = row_of(&vault, id).await?;
    let new = row.changes;
    if let Some(judged) = parse_assessment(&typed, &mut errors) {
        row.changes = seen(&typed.seen);
        match decide::assess(&vault, who.actor(), (&row, &order), &judged).await {
            Ok(()) => return Ok(page.go_saying(&here(id), "notice-complaint-judged")),
            Err(error) => errors.add("assessment", too_late(&error).ok_or(error)?),
        }
        row.changes = new;
    }
    let again = Again {
        judge: typed,
        errors,
        ..Again::default()
    };
    html_again(&page_of(&vault, page, who, (row, order), again).await?)
}

/// Decides, and tells the customer.
pub(crate) async fn decide(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<ComplaintId>,
    form: Signed<DecideForm>,
) -> Result<Response, Error> {
    let Signed {
        data: typed,
        mut errors,
    } = form;
    let (mut row, order) = row_of(&vault, id).await?;
    let new = row.changes;
    let decision = parse_decision(&typed, &mut errors);
    if let Some((outcome, _)) = &decision
        && unjudged(&vault, &row, *outcome).await?
    {
        errors.add("outcome", "complaint-judge-first");
    }
    if let (Some((outcome, reason)), false) = (&decision, errors.any()) {
        row.changes = seen(&typed.seen);
        let done = decide::decide(
            &app,
            &vault,
            who.actor(),
            (&row, &order),
            (*outcome, reason),
        );
        match done.await {
            Ok(true) => return Ok(page.go_saying(&here(id), "notice-complaint-told")),
            Ok(false) => return Ok(page.go_saying(&here(id), "notice-complaint-call")),
            Err(error) => errors.add("reason", too_late(&error).ok_or(error)?),
        }
        row.changes = new;
    }
    let again = Again {
        decide: typed,
        errors,
        ..Again::default()
    };
    html_again(&page_of(&vault, page, who, (row, order), again).await?)
}

/// Whether a decision rests on a time limit that nobody has judged: `innen rimelig tid` is no number.
async fn unjudged(vault: &Vault, row: &CaseRow, outcome: Outcome) -> Result<bool, VaultError> {
    let free = matches!(outcome, Outcome::Goodwill | Outcome::Withdrawn);
    if free || row.timely.is_some() {
        return Ok(false);
    }
    Ok(judged(vault, row).await?.needs_a_judge())
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub(crate) struct Nothing {}

/// It is over.
pub(crate) async fn close(
    Service(vault): Service<Vault>,
    page: Page,
    who: Colleague,
    At(id): At<ComplaintId>,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let (row, order) = row_of(&vault, id).await?;
    decide::close(&vault, who.actor(), (&row, &order)).await?;
    Ok(page.go_saying(&here(id), "notice-complaint-closed"))
}
