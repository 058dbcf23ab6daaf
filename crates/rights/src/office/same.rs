//! Who else in the books the person of a case is. One person may be a customer, and have delivered,
//! fetched or paid for others: what an officer ticks is in the copy, the erasure and the answer.

use axum::{extract::Path, response::Response};
use customers::FoundBy;
use declaration::vocabulary::{Category, purpose::Rights};
use serde::Deserialize;
use store::Db;
use values::{Email, Moment, PersonName, Phone, SubjectId, Typed};
use vault::{Ask, Permit, Sealed, StrandInfo, Vault, VaultError};
use web::{Colleague, Error, Page, Routes, Service, Signed, html, html_again};

use super::{
    case::{Case, open_request},
    conflict,
};
use crate::{
    OFFICER,
    requests::{
        self, CaseRecord, ClaimRecord, Request, State as Stands, identity, people, was_changed,
    },
    words,
};

/// The addresses.
pub(crate) fn routes() -> Routes {
    Routes::new()
        .post("/stab/personvern/krav/{id}/finn", OFFICER, search)
        .post("/stab/personvern/krav/{id}/samme", OFFICER, tick)
}

/// Categories with a name somebody can be told by, the surest first.
const NAMED: &[Category] = &[
    Category::Contact,
    Category::Deliverer,
    Category::Billing,
    Category::Marketing,
];

/// Somebody in the books who is the person, or may be: no more than is needed to decide.
pub(crate) struct Same {
    pub id: SubjectId,
    /// What is held of them, in words.
    pub what: String,
    /// Since when.
    pub since: Moment,
    /// How they were found.
    pub by: &'static str,
    /// Whether the case is about them.
    pub theirs: bool,
    /// Their name, where an officer has looked for them; the log has it.
    pub name: Option<String>,
}

impl Same {
    fn of(page: &Page, strands: &[StrandInfo], by: Option<FoundBy>) -> Option<Self> {
        let first = strands.first()?;
        let names = strands.iter().map(|one| one.category.as_str());
        let names: Vec<String> = names.map(|n| words::category(n, page.lang)).collect();
        let since = strands.iter().map(|one| one.created_at).min()?;
        Some(Self {
            id: first.subject,
            what: names.join(" · "),
            since,
            by: key(by),
            theirs: by.is_none(),
            name: None,
        })
    }

    /// What the box is called.
    pub(crate) fn title(&self) -> &str {
        self.name.as_deref().unwrap_or(&self.what)
    }

    /// What stands under it.
    pub(crate) fn hint(&self, page: &Page) -> String {
        let since = page
            .t
            .f1("rights-same-since", "day", page.on(self.since).as_str());
        let by = page.t.s(self.by);
        match self.name {
            Some(_) => format!("{by} · {} · {since}", self.what),
            None => format!("{by} · {since}"),
        }
    }
}

const fn key(by: Option<FoundBy>) -> &'static str {
    match by {
        None => "rights-same-by-case",
        Some(FoundBy::Email) => "rights-same-by-email",
        Some(FoundBy::Phone) => "rights-same-by-phone",
        Some(FoundBy::Number) => "rights-same-by-number",
        Some(FoundBy::Plate) => "rights-same-by-plate",
        Some(FoundBy::Name) => "rights-same-by-name",
    }
}

/// Those the case is about beside its own subject, and those it may be about.
pub(super) async fn all(
    vault: &Vault,
    page: &Page,
    who: Colleague,
    request: &Request,
) -> Result<Vec<Same>, Error> {
    let known = people::of_case(vault, request).await?;
    let mut found = Vec::new();
    for person in known.iter().skip(1) {
        let strands = vault.strands_of(*person).await?;
        found.extend(Same::of(page, &strands, None));
    }
    if request.state == Stands::Open && request.decided_at.is_none() {
        for (person, by) in suggested(vault, who, request).await? {
            if !known.contains(&person) {
                let strands = vault.strands_of(person).await?;
                found.extend(Same::of(page, &strands, Some(by)));
            }
        }
    }
    Ok(found)
}

/// Whoever shares the e-mail, the telephone or the name of the case, or of the contact we have.
async fn suggested(
    vault: &Vault,
    who: Colleague,
    request: &Request,
) -> Result<Vec<(SubjectId, FoundBy)>, VaultError> {
    let permit = match requests::open_case(vault, who.actor(), request.subject, request.id).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let told = Told::of(vault, &permit, request).await?;
    customers::maybe_the_same(vault, &told.emails, &told.phones, told.name.as_ref()).await
}

/// How the person of a case calls themselves and is reached.
#[derive(Default)]
struct Told {
    emails: Vec<Email>,
    phones: Vec<Phone>,
    name: Option<PersonName>,
}

impl Told {
    async fn of(
        vault: &Vault,
        permit: &Permit<Rights>,
        request: &Request,
    ) -> Result<Self, VaultError> {
        let subject = request.subject;
        let load = move |db: &mut dyn Db| {
            Ok((
                Sealed::<CaseRecord>::load_of(db, subject, 50)?,
                Sealed::<ClaimRecord>::load_of(db, subject, 50)?,
            ))
        };
        let (said, claimed) = vault.store().read(load).await?;
        let (id, mut told) = (request.id.get(), Self::default());
        for sealed in said.iter().filter(|one| one.raw().source_ref == id) {
            let one = vault.open(permit, sealed)?;
            told.add(one.name.as_ref(), one.reach.as_ref());
        }
        for sealed in claimed.iter().filter(|one| one.raw().source_ref == id) {
            let one = vault.open(permit, sealed)?;
            told.add(one.name.as_ref(), one.reach.as_ref());
        }
        if let Some((_, contact)) = customers::latest_contact(vault, permit).await? {
            told.emails.extend(contact.email.clone());
            told.phones.extend(contact.phone.clone());
            told.name = Some(contact.name.clone());
        }
        Ok(told)
    }

    fn add(&mut self, name: Option<&PersonName>, reach: Option<&values::Line>) {
        if let Some(reach) = reach {
            self.emails.extend(Email::parse(reach.reveal()).ok());
            self.phones.extend(Phone::parse(reach.reveal()).ok());
        }
        self.name = self.name.take().or_else(|| name.cloned());
    }
}

/// What is looked for.
#[derive(Default, Deserialize)]
pub struct Sought {
    #[serde(default)]
    q: Typed,
}

/// Looks for somebody by e-mail, telephone, customer number or plate. To look is to open: the log has
/// whose name was shown, and for which case.
///
/// # Errors
/// When the request is answered, or the store fails.
pub async fn search(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Sought>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let request = match open_request(&vault, &page, who, id, "").await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let known = people::of_case(&vault, &request).await?;
    let mut found = Vec::new();
    for (person, by) in customers::meant_by(&vault, data.q.as_str()).await? {
        let strands = vault.strands_of(person).await?;
        if known.contains(&person) {
            continue;
        }
        if let Some(mut one) = Same::of(&page, &strands, Some(by)) {
            one.name = name_of(&vault, who, &request, &strands).await?;
            found.push(one);
        }
    }
    if found.is_empty() {
        errors.add("q", "rights-error-nobody");
    }
    let nobody = errors.any();
    let mut case = Case::of(&vault, page, who, request, errors, String::new()).await?;
    case.same
        .retain(|one| !found.iter().any(|new| new.id == one.id));
    found.append(&mut case.same);
    case.same = found;
    case.sought = data.q;
    if nobody {
        html_again(&case)
    } else {
        html(&case)
    }
}

/// The newest name of the surest kind that stands with somebody who was looked for.
async fn name_of(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    strands: &[StrandInfo],
) -> Result<Option<String>, VaultError> {
    let named = strands.iter().map(|one| one.category);
    let named: Vec<Category> = named.filter(|one| NAMED.contains(one)).collect();
    let Some(subject) = strands.first().map(|one| one.subject) else {
        return Ok(None);
    };
    if named.is_empty() {
        return Ok(None);
    }
    let ask = Ask::open(who.actor(), subject)
        .of(&named)
        .case(requests::SOURCE, request.id.get());
    let permit = vault.permit::<Rights>(ask).await?;
    let mut names: Vec<(usize, String)> = Vec::new();
    for raw in vault.everything(subject).await? {
        let sure = NAMED.iter().position(|one| *one == raw.category);
        if let Some(sure) = sure.filter(|_| permit.has(raw.category))
            && let Some(name) = vault.open_any(&permit, &raw)?.field("name")
        {
            names.push((sure, name.to_owned()));
        }
    }
    // Oldest first: the last of the surest is the newest.
    let surest = names.into_iter().rev().min_by_key(|(sure, _)| *sure);
    Ok(surest.map(|(_, name)| name))
}

/// What was shown, and what of it is ticked.
#[derive(Default, Deserialize)]
pub struct Ticked {
    #[serde(default)]
    version: i64,
    #[serde(default)]
    shown: Vec<i64>,
    #[serde(default)]
    subjects: Vec<i64>,
}

/// Who the person is in the books. A case of nobody we knew moves to the customer that is ticked.
///
/// # Errors
/// When the request is answered or being carried out, or the store fails.
pub async fn tick(
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Ticked>,
) -> Result<Response, Error> {
    let Signed { data, errors } = form;
    let request = match open_request(&vault, &page, who, id, "").await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    if request.decided_at.is_some() {
        return conflict::page(&vault, page, who, id, "").await;
    }
    if errors.any() {
        let case = Case::of(&vault, page, who, request, errors, String::new()).await?;
        return html_again(&case);
    }
    match settle(&vault, who, &request, &data).await {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, "").await,
        other => {
            other?;
            let back = format!("/stab/personvern/krav/{id}");
            Ok(page.go_saying(&back, "notice-rights-matched"))
        }
    }
}

async fn settle(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    data: &Ticked,
) -> Result<(), VaultError> {
    let known = people::of_case(vault, request).await?;
    let mut request = Request {
        version: data.version,
        ..request.clone()
    };
    let mut theirs = Vec::new();
    for id in data.subjects.iter().copied().map(SubjectId::from_raw) {
        let there = vault.subject(id).await?;
        let person = there.is_some_and(|(kind, gone)| kind == "person" && gone.is_none());
        if person && !known.contains(&id) && !theirs.contains(&id) {
            theirs.push(id);
        }
    }
    let mut not_theirs: Vec<SubjectId> = known.iter().skip(1).copied().collect();
    not_theirs.retain(|id| data.shown.contains(&id.get()) && !data.subjects.contains(&id.get()));
    if identity::is_unknown(vault, &request).await?
        && let Some(customer) = customer_among(vault, &theirs).await?
    {
        theirs.retain(|id| *id != customer);
        request = identity::adopt(vault, who.actor(), &request, customer).await?;
        if theirs.is_empty() && not_theirs.is_empty() {
            return Ok(());
        }
    }
    people::decide(vault, who.actor(), &request, &theirs, &not_theirs).await
}

/// The first of these who has told how they are reached: that is where a case belongs.
async fn customer_among(
    vault: &Vault,
    people: &[SubjectId],
) -> Result<Option<SubjectId>, VaultError> {
    for person in people {
        let strands = vault.strands_of(*person).await?;
        if strands.iter().any(|one| one.category == Category::Contact) {
            return Ok(Some(*person));
        }
    }
    Ok(None)
}
