//! What lies in this slice's own tables about a person, for their copy: visits, prices they were asked
//! about, documents they were given, and the look-ups in the vehicle register made at the intake. Nobody
//! of the house is named, and nobody else of the visit.

use bookings::{Catalogue, look_ups};
use customers::{Aside, Beside, Cell};
use data_encoding::HEXLOWER;
use store::{Db, StoreError};
use values::SubjectId;
use vault::Vault;
use vehicles::{LookUpLine, look_ups_for};
use web::{App, Later, Page};

use crate::{
    approval::{ApprovalRow, approvals_of},
    complaint::{CaseLine, CaseRow, lines_of, of_customer},
    handover::{DocumentRow, documents_of},
    order::{self, OrderRow, of_person, parties},
};

/// Visits and what belongs to them.
pub struct RepairsBeside;

/// One visit, as far as it is the person's.
struct Visit {
    order: OrderRow,
    parts: Vec<String>,
    approvals: Vec<ApprovalRow>,
    documents: Vec<DocumentRow>,
    looked: Vec<LookUpLine>,
}

fn visits(db: &mut dyn Db, who: SubjectId) -> Result<Vec<Visit>, StoreError> {
    let mut all = Vec::new();
    for order in of_person(db, who)? {
        let parties = parties(db, order.visit)?;
        let mine = parties.into_iter().filter(|party| party.subject == who);
        let customer = order.customer == Some(who);
        let (approvals, documents, looked) = if customer {
            let documents = documents_of(db, order.id)?.into_iter();
            (
                approvals_of(db, order.id)?,
                documents.filter(|one| one.subject == who).collect(),
                look_ups_for(db, "visit", order.visit.get())?,
            )
        } else {
            (Vec::new(), Vec::new(), Vec::new())
        };
        all.push(Visit {
            parts: mine.map(|party| party.party).collect(),
            approvals,
            documents,
            looked,
            order,
        });
    }
    Ok(all)
}

/// A case of theirs: its row, the order's number, and its lines.
type Case = (CaseRow, i64, Vec<CaseLine>);

fn cases(db: &mut dyn Db, who: SubjectId) -> Result<Vec<Case>, StoreError> {
    let mut all = Vec::new();
    for row in of_customer(db, who)? {
        let order = order::by_id(db, row.order)?;
        let lines = lines_of(db, row.id)?;
        all.push((row, order.map_or(0, |order| order.number), lines));
    }
    Ok(all)
}

impl Beside for RepairsBeside {
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let read = move |db: &mut dyn Db| {
                Ok((visits(db, who)?, cases(db, who)?, Catalogue::load(db)?))
            };
            let (visits, cases, catalogue) = vault.store().read_long(read).await?;
            let mut told = vec![
                of_visits(page, &visits, &catalogue),
                of_approvals(page, &visits),
                of_documents(page, &visits),
                of_cases(page, &cases),
            ];
            let looked: Vec<LookUpLine> = visits.into_iter().flat_map(|one| one.looked).collect();
            told.push(look_ups(page, &looked));
            told.retain(|one| !one.rows.is_empty());
            Ok(told)
        })
    }
}

fn aside(
    page: &Page,
    name: &'static str,
    [title, lead]: [&str; 2],
    columns: &[(&'static str, &str)],
    rows: Vec<Vec<Cell>>,
) -> Aside {
    let columns = columns.iter();
    Aside {
        name,
        title: page.t.s(title).to_owned(),
        lead: page.t.s(lead).to_owned(),
        columns: columns
            .map(|(name, key)| (*name, page.t.s(key).to_owned()))
            .collect(),
        rows,
        calendar: None,
        portable: false,
    }
}

fn of_visits(page: &Page, visits: &[Visit], catalogue: &Catalogue) -> Aside {
    let part = |word: &str| {
        let key = match word {
            "customer" => "beside-part-customer",
            "deliverer" => "beside-part-deliverer",
            "collector" => "beside-part-collector",
            "payer" => "beside-part-payer",
            _ => "beside-part-other",
        };
        page.t.s(key).to_owned()
    };
    let row = |one: &Visit| {
        let place = catalogue.workshop(one.order.workshop);
        let parts: Vec<String> = one.parts.iter().map(|word| part(word)).collect();
        vec![
            Cell::At(one.order.opened_at),
            Cell::maybe_at(one.order.closed_at),
            Cell::Text(place.map_or_else(String::new, |place| place.name.clone())),
            Cell::Count(one.order.number),
            Cell::Text(parts.join(", ")),
        ]
    };
    let columns = [
        ("came_at", "beside-came"),
        ("left_at", "beside-left"),
        ("place", "beside-place"),
        ("order", "beside-order"),
        ("part", "beside-part"),
    ];
    let texts = ["beside-visits", "beside-visits-lead"];
    let mut told = aside(
        page,
        "visits",
        texts,
        &columns,
        visits.iter().map(row).collect(),
    );
    told.portable = true;
    told
}

fn of_approvals(page: &Page, visits: &[Visit]) -> Aside {
    let rows = visits.iter().flat_map(|one| {
        one.approvals.iter().map(|asked| {
            vec![
                Cell::At(asked.asked_at),
                Cell::Count(one.order.number),
                Cell::Text(page.money(asked.total)),
                Cell::maybe_at(asked.answered_at),
            ]
        })
    });
    let columns = [
        ("asked_at", "beside-at"),
        ("order", "beside-order"),
        ("total", "beside-total"),
        ("answered_at", "beside-answered"),
    ];
    let texts = ["beside-approvals", "beside-approvals-lead"];
    aside(page, "approvals", texts, &columns, rows.collect())
}

fn of_documents(page: &Page, visits: &[Visit]) -> Aside {
    let rows = visits.iter().flat_map(|one| {
        one.documents.iter().map(|document| {
            vec![
                Cell::At(document.made_at),
                Cell::Count(one.order.number),
                Cell::Count(document.version),
                Cell::Text(HEXLOWER.encode(&document.sha256)),
            ]
        })
    });
    let columns = [
        ("made_at", "beside-made"),
        ("order", "beside-order"),
        ("version", "beside-version"),
        ("sha256", "beside-sha256"),
    ];
    let texts = ["beside-documents", "beside-documents-lead"];
    aside(page, "documents", texts, &columns, rows.collect())
}

fn of_cases(page: &Page, cases: &[Case]) -> Aside {
    let word = |word: &'static str, key: &'static str| Cell::Word(word, page.t.s(key).to_owned());
    let day = |day| Cell::Text(page.date(day));
    let row = |(case, number, lines): &Case| {
        let last = lines.iter().map(|line| line.claim_until).max();
        let warranty = lines.iter().filter_map(|line| line.warranty_until).max();
        let outcome = case.outcome;
        let timely = case.timely;
        vec![
            Cell::At(case.opened_at),
            Cell::Count(*number),
            word(case.ground.as_str(), case.ground.message_id()),
            word(case.told.as_str(), case.told.message_id()),
            day(case.discovered),
            day(case.notified),
            Cell::At(case.delivered),
            last.map_or(Cell::Nothing, day),
            warranty.map_or(Cell::Nothing, day),
            timely.map_or(Cell::Nothing, |one| word(one.as_str(), one.message_id())),
            word(case.state.as_str(), case.state.message_id()),
            outcome.map_or(Cell::Nothing, |one| word(one.as_str(), one.message_id())),
            Cell::maybe_at(case.decided_at),
            Cell::maybe_at(case.closed_at),
        ]
    };
    let columns = [
        ("opened_at", "beside-at"),
        ("order", "beside-order"),
        ("ground", "complaint-which"),
        ("told", "complaint-told"),
        ("discovered_on", "complaint-discovered"),
        ("notified_on", "complaint-notified"),
        ("delivered_at", "complaint-delivered"),
        ("claim_until_on", "repair-longest-claim"),
        ("warranty_until_on", "repair-longest-warranty"),
        ("timely", "complaint-timely"),
        ("state", "beside-case-state"),
        ("outcome", "complaint-outcome"),
        ("decided_at", "beside-case-decided"),
        ("closed_at", "beside-case-closed"),
    ];
    let texts = ["beside-cases", "beside-cases-lead"];
    aside(
        page,
        "complaints",
        texts,
        &columns,
        cases.iter().map(row).collect(),
    )
}
