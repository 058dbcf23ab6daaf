//! Everything about a person in one file they can keep: a site to read offline, data for machines, and
//! a manifest with the hash of each part (GDPR Art. 15(3)); or what they may take elsewhere (Art. 20).
//!
//! The records are read, opened and written one by one on one snapshot of the books; only what is
//! compressed is held. What is destroyed while it is made does not leave the house: the copy is given
//! up, with a sentence, and nothing of it is sent.

mod archive;
mod cards;
pub(crate) mod case;
mod first;
mod gave;
mod parts;
pub mod schema;
mod site;
mod told;
mod topics;
pub(crate) mod write;

use std::collections::BTreeMap;

use customers::{Aside, Besides};
use declaration::vocabulary::{Category, purpose::Rights};
use values::{Moment, SubjectId};
use vault::{
    Actor, Ask, ConsentLine, OpeningLine, Permit, Refusal, StrandInfo, Tie, Vault, VaultError,
};
use web::{App, Error, Page};

use crate::{
    held::{OF_VEHICLE, OPENINGS},
    requests::{self, Request, people},
    review::{self, Decided, Key},
};

pub(crate) use told::why_masked;

/// What the copy is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// All of it, to read (Art. 15).
    Access,
    /// What they gave and what was observed about them, to take elsewhere (Art. 20).
    Portable,
}

/// A strand that goes into the copy.
pub(super) struct Line {
    pub info: StrandInfo,
    /// Reason and review date of each hold.
    pub holds: Vec<(String, String)>,
}

/// The person, once for every subject they are in the books, or a vehicle they have to do with.
pub(super) struct Holder {
    pub subject: SubjectId,
    /// Where its files lie.
    pub folder: String,
    pub tie: Option<Tie>,
    pub lines: Vec<Line>,
    /// Categories that only two people together may open, and have not: told of, and left shut.
    pub(super) locked: Vec<Category>,
    permit: Option<Permit<Rights>>,
}

impl Holder {
    /// Whether it is the person and no vehicle.
    pub(super) const fn is_person(&self) -> bool {
        self.tie.is_none()
    }
}

/// What goes into a copy, but for the records.
pub(crate) struct Frame {
    pub(super) scope: Scope,
    pub(super) me: SubjectId,
    pub(super) made: Moment,
    pub(super) holders: Vec<Holder>,
    pub(super) former: Vec<Tie>,
    pub(super) consents: Vec<ConsentLine>,
    pub(super) requests: Vec<Request>,
    pub(super) openings: Vec<OpeningLine>,
    pub(super) erased: Vec<(Category, Moment, String)>,
    pub(super) asides: Vec<Aside>,
    pub(super) decided: BTreeMap<Key, Decided>,
}

/// Who asks, about whom, and for which request (0: the person themself, who needs none).
#[derive(Clone, Copy)]
pub(crate) struct For {
    pub actor: Actor,
    pub subject: SubjectId,
    pub case: i64,
}

impl For {
    /// Every subject that is this person: of the case, or by the e-mail they log in with.
    async fn people(self, vault: &Vault) -> Result<Vec<SubjectId>, VaultError> {
        if self.case == 0 {
            return people::of_person(vault, self.subject).await;
        }
        let case = values::RightsRequestId::from_raw(self.case);
        people::of_id(vault, case, self.subject).await
    }

    /// The same for another subject of the person, who acts as that one, too.
    fn as_of(self, person: SubjectId) -> Self {
        let actor = match self.actor {
            Actor::Subject(_) => Actor::Subject(person),
            other => other,
        };
        Self {
            actor,
            subject: person,
            ..self
        }
    }
}

/// Makes the copy. What was found to need a look is noted for the privacy officer.
///
/// # Errors
/// [`Error::Conflict`] when something of it was destroyed meanwhile; when the store fails.
pub(crate) async fn make(
    app: &App,
    vault: &Vault,
    page: &Page,
    whose: For,
    scope: Scope,
) -> Result<Vec<u8>, Error> {
    let frame = gather(app, vault, page, whose, scope).await?;
    let written = write::write(vault, page, frame).await?;
    whole(vault, &written).await?;
    review::open(vault, whose.subject, written.found).await?;
    Ok(written.bytes)
}

/// A page in the language a request was made in: the copy is the person's, whoever hands it over.
pub(crate) fn in_language(app: &App, page: &Page, lang: web::Lang) -> Page {
    let mut page = page.clone();
    page.l = lang.prefix();
    page.lang = lang;
    page.t = app.texts.of(lang).clone();
    page
}

/// What was destroyed, or is on its way, since the copy was begun must not leave in it.
pub(crate) async fn whole(vault: &Vault, written: &write::Written) -> Result<(), Error> {
    for (holder, strands) in &written.strands {
        let now = vault.strands_of(*holder).await?;
        let there = |id| now.iter().any(|info| info.id == id);
        if !strands.iter().copied().all(there) {
            return Err(Error::Conflict("rights-package-changed"));
        }
    }
    Ok(())
}

/// Reads everything but the records.
pub(crate) async fn gather(
    app: &App,
    vault: &Vault,
    page: &Page,
    whose: For,
    scope: Scope,
) -> Result<Frame, Error> {
    let now = vault.world().now();
    let me = whose.subject;
    let people = whose.people(vault).await?;
    let (holders, former) = holders(vault, whose, (&people, scope), now).await?;
    let decided = vault
        .store()
        .read(move |db| review::decided(db, me))
        .await?;
    let mut frame = Frame {
        scope,
        me,
        made: now,
        holders,
        former,
        consents: Vec::new(),
        requests: Vec::new(),
        openings: Vec::new(),
        erased: Vec::new(),
        asides: asides(app, vault, page, (&people, scope)).await?,
        decided,
    };
    for person in people {
        frame.consents.extend(vault.consents_of(person).await?);
        frame
            .requests
            .extend(requests::of_subject(vault, person).await?);
        frame
            .openings
            .extend(vault.openings_about(person, OPENINGS).await?);
        frame.erased.extend(vault.erasures_of(person).await?);
    }
    Ok(frame)
}

/// The person under every subject they are in the books, and the vehicles they have to do with now;
/// those they had to do with before.
async fn holders(
    vault: &Vault,
    whose: For,
    (people, scope): (&[SubjectId], Scope),
    now: Moment,
) -> Result<(Vec<Holder>, Vec<Tie>), VaultError> {
    let (mut holders, mut former) = (Vec::new(), Vec::new());
    for (nth, person) in people.iter().enumerate() {
        let whose = whose.as_of(*person);
        let mut one = holder(vault, whose, *person, Category::ALL, scope).await?;
        if nth > 0 {
            one.folder = format!("also/{nth}");
        }
        holders.push(one);
    }
    for person in people {
        for tie in vault.vehicles_of(*person).await? {
            if tie.ends_at <= now || tie.starts_at > now {
                former.push(tie);
            } else if !holders.iter().any(|known| known.subject == tie.vehicle) {
                let whose = whose.as_of(*person);
                let mut vehicle = holder(vault, whose, tie.vehicle, OF_VEHICLE, scope).await?;
                vehicle.folder = format!("vehicles/{}", holders.len() + 1 - people.len());
                vehicle.tie = Some(tie);
                holders.push(vehicle);
            }
        }
    }
    Ok((holders, former))
}

/// What the slices keep beside the records.
async fn asides(
    app: &App,
    vault: &Vault,
    page: &Page,
    (people, scope): (&[SubjectId], Scope),
) -> Result<Vec<Aside>, Error> {
    let mut all: Vec<Aside> = Vec::new();
    for person in people {
        let mut theirs = gave::asides(vault, page, *person).await?;
        theirs.extend(case::asides(vault, page, *person).await?);
        if let Ok(besides) = app.service::<Besides>() {
            for one in &besides.0 {
                theirs.extend(one.tell(app, page, *person).await?);
            }
        }
        for aside in theirs {
            let known = all.iter_mut().find(|known| known.name == aside.name);
            match known {
                Some(known) => known.rows.extend(aside.rows),
                None => all.push(aside),
            }
        }
    }
    all.retain(|aside| scope == Scope::Access || aside.portable);
    Ok(all)
}

/// The strands of a subject that go into the copy, with leave to open them.
async fn holder(
    vault: &Vault,
    whose: For,
    subject: SubjectId,
    among: &[Category],
    scope: Scope,
) -> Result<Holder, VaultError> {
    let mut lines = Vec::new();
    for info in vault.strands_of(subject).await? {
        let goes = scope == Scope::Access || told::strand_travels(vault, &info);
        if !among.contains(&info.category) || !goes {
            continue;
        }
        let holds = vault.holds_of(info.id).await?;
        let holds = holds.into_iter().map(|(_, why, review)| (why, review));
        lines.push(Line {
            holds: holds.collect(),
            info,
        });
    }
    lines.sort_by_key(|line| line.info.category);
    let ask = Ask::open(whose.actor, subject).case(requests::SOURCE, whose.case);
    let all: Vec<Category> = lines.iter().map(|line| line.info.category).collect();
    let permit = leave(vault, ask.of(&all), &all).await?;
    let shut = |category: &&Category| {
        category.is_locked() && permit.as_ref().is_none_or(|permit| !permit.has(**category))
    };
    let locked = all.iter().filter(shut).copied().collect();
    Ok(Holder {
        subject,
        folder: "data".to_owned(),
        tie: None,
        lines,
        locked,
        permit,
    })
}

/// Leave to open these; what is locked, only where two have agreed that this officer may (Art. 32). None
/// where nothing may be opened.
async fn leave(
    vault: &Vault,
    ask: Ask,
    all: &[Category],
) -> Result<Option<Permit<Rights>>, VaultError> {
    if all.is_empty() {
        return Ok(None);
    }
    if all.iter().any(|category| !category.is_locked()) {
        return vault.permit_but_locked(ask).await.map(Some);
    }
    match vault.permit(ask).await {
        Err(VaultError::Refused(Refusal::NeedsTwo)) => Ok(None),
        answer => answer.map(Some),
    }
}
