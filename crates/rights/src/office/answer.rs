//! The answer to a case, and what it brings about.

use axum::{
    extract::{Path, State},
    response::Response,
};
use customers::disclosures;
use declaration::vocabulary::{Category, Purpose};
use serde::Deserialize;
use store::Db;
use values::{FreeText, Typed};
use vault::{Keep, Personal, Vault, VaultError};
use web::{App, Colleague, Error, Errors, Page, Service, Signed, html_again};

use super::{
    case::{Case, open_request},
    conflict, post,
};
use crate::{
    objection, rectification,
    requests::{
        self, CaseRecord, Kind, NewEvent, Request, State as Stands, What, claim,
        paper::{Paper, Told},
        people, sql, was_changed,
    },
    restriction::{self, Ground},
    review, words,
};

/// The words of an answer.
#[derive(Default, Deserialize)]
pub struct Words {
    #[serde(default)]
    pub(super) version: i64,
    #[serde(default)]
    pub(super) text: Typed,
    #[serde(default)]
    outcome: String,
    /// A restriction: why (Art. 18(1)).
    #[serde(default)]
    ground: String,
    /// A restriction: which strands; none means all.
    #[serde(default)]
    strands: Vec<i64>,
    /// An objection: the purposes for which it is upheld.
    #[serde(default)]
    purposes: Vec<String>,
    /// A rectification by hand: in which kind of data.
    #[serde(default)]
    category: String,
    /// A rectification by hand: what was changed.
    #[serde(default)]
    changed: Typed,
}

/// What has to be known of a case before it can be answered.
struct Ready {
    /// A correction has been carried out already.
    corrected: bool,
    /// So many pieces of free text wait for a look before the person's copy is whole.
    unread: i64,
}

impl Ready {
    async fn of(vault: &Vault, who: Colleague, request: &Request) -> Result<Self, VaultError> {
        let corrected = if request.kind == Kind::Rectification {
            let permit =
                requests::open_case(vault, who.actor(), request.subject, request.id).await?;
            let events = requests::events(vault, request.id).await?;
            rectification::is_done(vault, &permit, request, &events).await?
        } else {
            false
        };
        let unread = match request.kind {
            Kind::Access | Kind::Portability => review::waiting_of(vault, request.subject).await?,
            _ => 0,
        };
        Ok(Self { corrected, unread })
    }
}

/// What an officer changed by hand: in which kind of data, and what.
fn by_hand(data: &Words, errors: &mut Errors) -> Option<(Category, FreeText)> {
    let category = Category::from_name(&data.category);
    if category.is_none() {
        errors.add("category", "error-choice");
    }
    let changed = errors.take("changed", FreeText::parse(data.changed.as_str()));
    Some((category?, changed?))
}

fn outcome(request: &Request, ready: &Ready, data: &Words, errors: &mut Errors) -> Option<Stands> {
    let state = match data.outcome.as_str() {
        // An erasure is done by carrying it out, and answered by what is read back.
        "answered" if request.kind != Kind::Erasure => Some(Stands::Answered),
        "refused" => Some(Stands::Refused),
        _ => None,
    };
    if state.is_none() {
        errors.add("outcome", "error-choice");
    }
    if state == Some(Stands::Answered) && !request.identity.is_proven() {
        errors.add("outcome", "rights-error-identity");
    }
    if state == Some(Stands::Answered) && ready.unread > 0 {
        errors.add("outcome", "rights-error-unread");
    }
    let grounded = request.kind != Kind::Restriction || Ground::from_name(&data.ground).is_some();
    if state == Some(Stands::Answered) && !grounded {
        errors.add("ground", "error-choice");
    }
    state
}

/// Answers a request that is no erasure: done, or refused with reasons (Art. 12(4)). A restriction
/// locks the person's strands; an objection ends the purposes for which it is upheld; a withdrawal is
/// entered in the ledger of consents.
///
/// # Errors
/// When the request is answered, or the store fails.
pub async fn answer(
    State(app): State<App>,
    Service(vault): Service<Vault>,
    Path(id): Path<i64>,
    page: Page,
    who: Colleague,
    form: Signed<Words>,
) -> Result<Response, Error> {
    let Signed { data, mut errors } = form;
    let typed = data.text.as_str().to_owned();
    let request = match open_request(&vault, &page, who, id, &typed).await? {
        Ok(request) => request,
        Err(answer) => return Ok(answer),
    };
    let ready = Ready::of(&vault, who, &request).await?;
    let state = outcome(&request, &ready, &data, &mut errors);
    let done = state == Some(Stands::Answered);
    let changed = if done && request.kind == Kind::Rectification && !ready.corrected {
        by_hand(&data, &mut errors)
    } else {
        None
    };
    let text = errors.take("text", FreeText::parse(&typed));
    let (Some(state), Some(text), false) = (state, text, errors.any()) else {
        let mut case = Case::of(&vault, page, who, request, errors, typed).await?;
        case.mending.changed = (data.category, data.changed);
        return html_again(&case);
    };
    if data.version != request.version {
        return conflict::page(&vault, page, who, id, &typed).await;
    }
    let named = changed.as_ref().map(|(_, what)| what.reveal());
    let said = words::changed(&app, &request, named, text.reveal());
    let said = words::answered(&app, &vault, &request, state, &said);
    let mut acts = act(&vault, who, &request, state, &data).await?;
    if let Some((category, _)) = changed {
        acts.correct(&vault, who, &request, category).await?;
    }
    let closed = close(&app, &vault, who, &request, state, &said, move |db| {
        acts.lay(db)
    })
    .await;
    match closed {
        Err(error) if was_changed(&error) => conflict::page(&vault, page, who, id, &typed).await,
        other => Ok(if other? {
            page.go_saying(&post::path(&request), "notice-rights-paper")
        } else {
            page.go_saying("/stab/personvern", "notice-rights-answered")
        }),
    }
}

/// What the answer itself brings about, in its own transaction.
#[derive(Clone, Default)]
struct Acts {
    restriction: Option<restriction::Rows>,
    objection: Option<(Request, Vec<Purpose>, values::SubjectId, values::Moment)>,
    /// Who has to be told of it (Art. 19).
    owing: disclosures::Owing,
    event: Option<NewEvent>,
}

impl Acts {
    fn lay(&self, db: &mut dyn Db) -> Result<(), store::StoreError> {
        if let Some(rows) = &self.restriction {
            rows.lay(db)?;
        }
        if let Some((request, upheld, officer, at)) = &self.objection {
            objection::decide(db, request, upheld, *officer, *at)?;
        }
        if let Some(event) = &self.event {
            event.add(db)?;
        }
        self.owing.lay(db)
    }

    /// Something was put right by hand, in data of this kind: whoever got that is told.
    async fn correct(
        &mut self,
        vault: &Vault,
        who: Colleague,
        request: &Request,
        category: Category,
    ) -> Result<(), VaultError> {
        let (about, cause) = ([category], disclosures::Cause::Rectification);
        let (whose, number) = (request.subject, Some(request.id));
        self.owing = disclosures::owing(vault, whose, &about, cause, number).await?;
        let event = NewEvent::of(vault, request.id, What::Corrected, who.actor(), "");
        self.event = Some(event);
        Ok(())
    }
}

async fn act(
    vault: &Vault,
    who: Colleague,
    request: &Request,
    state: Stands,
    data: &Words,
) -> Result<Acts, VaultError> {
    let mut acts = Acts::default();
    let done = state == Stands::Answered;
    match request.kind {
        Kind::Restriction if done => {
            let ground = Ground::from_name(&data.ground).unwrap_or(Ground::Accuracy);
            let rows =
                restriction::Rows::of(vault, request, ground, &data.strands, who.staff).await?;
            acts.restriction = Some(rows);
            let (all, cause) = (Category::ALL, disclosures::Cause::Restriction);
            let (whose, number) = (request.subject, Some(request.id));
            acts.owing = disclosures::owing(vault, whose, all, cause, number).await?;
        }
        Kind::Objection => {
            let named = data
                .purposes
                .iter()
                .filter_map(|name| Purpose::from_name(name));
            let upheld = if done { named.collect() } else { Vec::new() };
            acts.objection = Some((request.clone(), upheld, who.staff, vault.world().now()));
        }
        Kind::Withdrawal if done => withdraw(vault, who, request).await?,
        _ => {}
    }
    Ok(acts)
}

/// Every consent of the person ends, as they said it: by letter, by telephone. Said twice, it ends once.
async fn withdraw(vault: &Vault, who: Colleague, request: &Request) -> Result<(), VaultError> {
    let came = customers::ConsentCame {
        form: request.channel.form(),
        actor: who.actor(),
        lang: words::lang_of(&request.lang),
        said_at: request.written_on,
        received_at: Some(request.received_at),
    };
    for person in people::of_case(vault, request).await? {
        customers::withdraw_everything(vault, person, came).await?;
    }
    let event = NewEvent::of(vault, request.id, What::Withdrawn, who.actor(), "");
    let write = move |db: &mut dyn Db| event.add(db);
    Ok(vault.store().write(write).await?)
}

/// Closes a case with its answer, by e-mail where there is an address; where there is none, a letter on
/// paper is owed: the answer is true then. `also` runs in the same transaction.
pub(crate) async fn close<A>(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    state: Stands,
    said: &str,
    also: A,
) -> Result<bool, VaultError>
where
    A: Fn(&mut dyn Db) -> Result<(), store::StoreError> + Clone + Send + 'static,
{
    vault::again(|| close_once(app, vault, who, request, state, said, also.clone())).await
}

async fn close_once<A>(
    app: &App,
    vault: &Vault,
    who: Colleague,
    request: &Request,
    state: Stands,
    said: &str,
    also: A,
) -> Result<bool, VaultError>
where
    A: Fn(&mut dyn Db) -> Result<(), store::StoreError> + Send + 'static,
{
    let actor = who.actor();
    let permit = requests::open_case(vault, actor, request.subject, request.id).await?;
    let email = requests::reply_to(vault, &permit, Some(request.id)).await?;
    let (mut work, now) = (vault.work(), vault.world().now());
    let keep = Keep::from(requests::SOURCE, request.id.get(), now);
    let record = Personal::new(CaseRecord {
        request: None,
        name: None,
        reach: None,
        identity: None,
        answer: Some(said.to_owned()),
    });
    let record = work.seal(&permit, &record, &requests::made(vault, request), &keep)?;
    work.end(&permit, Category::Evidence, &keep)?;
    let posted = match email {
        Some(email) => {
            let letter = words::answer_letter(app, request, said.to_owned(), email);
            let occasion = format!("rights-answered-{}", request.id.get());
            Some(letters::post(&mut work, &permit, letter, &occasion, &keep)?)
        }
        None => None,
    };
    let what = match state {
        Stands::Refused => What::Refused,
        _ => What::Answered,
    };
    let event = NewEvent::of(vault, request.id, what, actor, "");
    let told = Told::of(vault, actor, request, (Paper::Answer, record), posted);
    let owed = told.is_owed();
    let (laid, id, version) = (work.finish(), request.id, request.version);
    let closing = vec![
        id.get().into(),
        state.as_str().into(),
        now.millis().into(),
        who.staff.get().into(),
        record.get().into(),
    ];
    let write = move |db: &mut dyn Db| {
        claim(db, id, version)?;
        laid.lay(db)?;
        also(db)?;
        db.exec(&sql::CLOSE, &closing)?;
        event.add(db)?;
        told.lay(db)
    };
    vault.store().write(write).await?;
    Ok(owed)
}
