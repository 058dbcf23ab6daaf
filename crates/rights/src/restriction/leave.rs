//! Using what is restricted (GDPR Art. 18(2)): with the person's consent, for a legal claim, for another's
//! rights, for the public. An officer writes down for which purpose and why; it lapses by itself, the
//! person reads it in their case, and every opening by it says so in the log.

use axum::{
    extract::{Path, State},
    response::Response,
};
use declaration::vocabulary::Purpose;
use serde::Deserialize;
use store::Db;
use values::{FreeText, Moment, Typed};
use vault::{Keep, Leave, LeaveGround, Personal, StrandInfo, StrandState, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed};

use crate::{
    objection::MARKETING,
    office::case::{Case, request},
    requests::{self, NewEvent, Request, What},
    words,
};

vault::record! {
    /// Why something restricted may be used.
    pub struct LeaveRecord in RightsCase as "rights_leave" {
        /// In the officer's words.
        reason: FreeText,
    }
}

/// The message with a ground's name.
pub(crate) const fn ground_key(ground: LeaveGround) -> &'static str {
    match ground {
        LeaveGround::Consent => "rights-leave-consent",
        LeaveGround::Claim => "rights-leave-claim",
        LeaveGround::Others => "rights-leave-others",
        LeaveGround::Public => "rights-leave-public",
    }
}

/// What leave may be given for: what the declaration has, but for what needs none (rights, claims), what
/// nothing of a person is used for, and what wants to sell something.
fn purposes(vault: &Vault) -> Vec<Purpose> {
    let never = |one: Purpose| {
        matches!(
            one,
            Purpose::Rights | Purpose::Claims | Purpose::Statistics | Purpose::StaffAccess
        ) || MARKETING.contains(&one)
    };
    let declaration = vault.declaration();
    let all = declaration.purposes().map(|one| one.id);
    all.filter(|one| !never(*one)).collect()
}

/// The part of a case's page that is about it; nothing to show where nothing is restricted.
pub(crate) struct Panel {
    pub offered: bool,
    pub standing: Vec<Standing>,
    pub purposes: Vec<(&'static str, String)>,
    pub grounds: Vec<(&'static str, &'static str)>,
}

/// Leave that stands, in words.
pub(crate) struct Standing {
    pub id: i64,
    pub purpose: String,
    pub ground: &'static str,
    pub until: Moment,
}

impl Panel {
    /// For the person of a case.
    pub async fn of(
        vault: &Vault,
        page: &Page,
        request: &Request,
        strands: impl Iterator<Item = &StrandInfo>,
    ) -> Result<Self, VaultError> {
        let declaration = vault.declaration();
        let name = |one: Purpose| words::purpose(&declaration, one.as_str(), page.lang);
        let standing = vault.leaves_of(request.subject).await?;
        let said = |one: Leave| Standing {
            id: one.id,
            purpose: name(one.purpose),
            ground: ground_key(one.ground),
            until: one.good_until,
        };
        let mut states = strands.map(|strand| strand.state);
        Ok(Self {
            offered: states.any(|state| state == StrandState::Restricted),
            standing: standing.into_iter().map(said).collect(),
            purposes: purposes(vault)
                .into_iter()
                .map(|one| (one.as_str(), name(one)))
                .collect(),
            grounds: LeaveGround::ALL
                .iter()
                .map(|one| (one.as_str(), ground_key(*one)))
                .collect(),
        })
    }
}

/// What is typed.
#[derive(Default, Deserialize)]
pub struct Use {
    #[serde(default)]
    purpose: String,
    #[serde(default)]
    ground: String,
    #[serde(default)]
    reason: Typed,
}

fn parse(
    vault: &Vault,
    typed: &Use,
    errors: &mut Errors,
) -> Option<(Purpose, LeaveGround, FreeText)> {
    let purpose = Purpose::from_name(&typed.purpose).filter(|one| purposes(vault).contains(one));
    if purpose.is_none() {
        errors.add("purpose", "error-choice");
    }
    let ground = LeaveGround::from_name(&typed.ground);
    if ground.is_none() {
        errors.add("ground", "error-choice");
    }
    let reason = errors.take("reason", FreeText::parse(typed.reason.as_str()));
    Some((purpose?, ground?, reason?))
}

/// Writes down that something restricted may be used for a purpose, and why.
///
/// # Errors
/// When there is no such case, or the store fails.
pub async fn give(
    State(_): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Use>,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    let Signed { data, mut errors } = form;
    let Some((purpose, ground, reason)) = parse(&vault, &data, &mut errors) else {
        let typed = data.reason.as_str().to_owned();
        let case = Case::of(&vault, page, who, request, errors, typed).await?;
        return web::html_again(&case);
    };
    note(&vault, who, &request, (purpose, ground), &reason).await?;
    let back = format!("/stab/personvern/krav/{id}");
    Ok(page.go_saying(&back, "notice-rights-leave-given"))
}

async fn note(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    what: (Purpose, LeaveGround),
    reason: &FreeText,
) -> Result<(), VaultError> {
    vault::again(|| async move {
        let actor = who.actor();
        let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
        let mut work = vault.work();
        let record = Personal::new(LeaveRecord {
            reason: reason.clone(),
        });
        let keep = Keep::from(requests::SOURCE, request.id.get(), work.at());
        work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
        let leave = vault.new_leave(request.subject, what, request.id, who.staff)?;
        let word = what.1.as_str();
        let event = NewEvent::of(vault, request.id, What::Allowed, actor, word);
        let laid = work.finish();
        let write = move |db: &mut dyn Db| {
            laid.lay(db)?;
            leave.lay(db)?;
            event.add(db)
        };
        vault.store().write(write).await?;
        Ok(())
    })
    .await
}

/// Nothing but the token of the session.
#[derive(Deserialize)]
pub struct Nothing {}

/// It ends before its time: a consent was withdrawn, a claim is settled.
///
/// # Errors
/// When none stands, or the store fails.
pub async fn end(
    Service(vault): Service<Vault>,
    Path((id, leave)): Path<(i64, i64)>,
    page: Page,
    who: Colleague,
    _: Signed<Nothing>,
) -> Result<Response, Error> {
    let request = request(&vault, id).await?;
    if !vault.end_leave(request.subject, leave).await? {
        return Err(Error::NotFound);
    }
    let event = NewEvent::of(&vault, request.id, What::AllowedNoMore, who.actor(), "");
    let write = move |db: &mut dyn Db| event.add(db);
    vault.store().write(write).await?;
    let back = format!("/stab/personvern/krav/{id}");
    Ok(page.go_saying(&back, "notice-rights-leave-ended"))
}
