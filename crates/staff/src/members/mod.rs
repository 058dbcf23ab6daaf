//! Members of staff: who works here, as what, for which legal entity.

mod pages;
#[cfg(test)]
mod tests;

pub use pages::{added, end, ended, link_sent, list_page};

use declaration::{
    Declaration,
    vocabulary::{Category, Role, purpose},
};
use store::{Db, Row, StoreError};
use values::{ControllerId, Email, Moment, PersonName, SubjectId, WorkshopId};
use vault::{Actor, Ask, Keep, LookUp, Permit, Personal, Provenance, Sealed, SubjectKind, Vault};

use crate::{StaffError, error::again, sql};

/// What the reasons of a member's strands belong to.
pub(crate) const CASE: &str = "staff";

vault::record! {
    /// Name and address of a member of staff.
    pub struct StaffMember in Staff as "staff" {
        /// The name.
        name: PersonName,
        /// Where log-in links go.
        email: Email,
    }
}

/// Somebody who is to work here.
pub(crate) struct NewMember {
    /// Name and address.
    pub who: Personal<StaffMember>,
    /// As what.
    pub role: Role,
    /// For which legal entity.
    pub controller: ControllerId,
}

/// What the table says of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Post {
    /// Who.
    pub id: SubjectId,
    /// As what; `None` for a role that this program does not have.
    pub role: Option<Role>,
    /// For which legal entity.
    pub controller: ControllerId,
    /// Where, if at one place only.
    pub workshop: Option<WorkshopId>,
    /// Since when.
    pub added_at: Moment,
    /// Until when; `None` while they work here.
    pub ended_at: Option<Moment>,
}

/// A member with what is sealed about them; nothing when it is gone by its rule.
pub struct Member {
    /// What the table says.
    pub post: Post,
    /// Name and address.
    pub who: Option<Personal<StaffMember>>,
}

impl Post {
    pub(crate) fn read(row: &Row) -> Result<Self, StoreError> {
        Ok(Self {
            id: SubjectId::from_raw(row.i64("id")?),
            role: Role::from_name(row.text("role")?),
            controller: ControllerId::from_raw(row.i64("controller_id")?),
            workshop: row.opt_i64("workshop_id")?.map(WorkshopId::from_raw),
            added_at: Moment::from_millis(row.i64("added_at")?),
            ended_at: match row.text("state")? {
                "active" => None,
                _ => Some(Moment::from_millis(
                    row.opt_i64("ended_at")?.unwrap_or_default(),
                )),
            },
        })
    }

    /// Whether they work here.
    #[must_use]
    pub const fn active(&self) -> bool {
        self.ended_at.is_none()
    }

    /// Who they are in a session, if they may have one: they work here, in a role the program has, for a
    /// legal entity the declaration has. Rule: clause C25.
    #[must_use]
    pub fn colleague(&self, declaration: &Declaration) -> Option<web::Colleague> {
        declaration.controller(self.controller)?;
        Some(web::Colleague {
            staff: self.active().then_some(self.id)?,
            role: self.role?,
            controller: self.controller,
        })
    }
}

/// How a member is found by the address typed at log-in. Apart from customers' addresses: one person may
/// be both.
pub(crate) fn by_email(email: &Email) -> LookUp {
    LookUp::of("staff_email", email.lookup_form().reveal())
}

/// Who works here under this address.
///
/// # Errors
/// When the store fails.
pub async fn find(vault: &Vault, email: &Email) -> Result<Option<SubjectId>, StaffError> {
    Ok(vault.find(&by_email(email)).await?)
}

/// Adds a member of staff, from the command line.
///
/// # Errors
/// [`StaffError::Taken`], [`StaffError::NoController`], or a failure of the vault.
pub async fn add(
    vault: &Vault,
    name: PersonName,
    email: Email,
    role: Role,
    controller: ControllerId,
) -> Result<SubjectId, StaffError> {
    let who = Personal::new(StaffMember { name, email });
    let new = NewMember {
        who,
        role,
        controller,
    };
    add_as(vault, Actor::Chore("staff add"), &new, None).await
}

/// Adds a member; with the tag of a set-up code only if nobody has been added before, and the code is
/// used up by it.
pub(crate) async fn add_as(
    vault: &Vault,
    actor: Actor,
    new: &NewMember,
    set_up: Option<[u8; 32]>,
) -> Result<SubjectId, StaffError> {
    let controller = new.controller;
    if vault.declaration().controller(controller).is_none() {
        return Err(StaffError::NoController(controller.get()));
    }
    if find(vault, &new.who.email).await?.is_some() {
        return Err(StaffError::Taken);
    }
    again(|| add_once(vault, actor, new, set_up)).await
}

async fn add_once(
    vault: &Vault,
    actor: Actor,
    new: &NewMember,
    set_up: Option<[u8; 32]>,
) -> Result<SubjectId, StaffError> {
    let (who, role, controller) = (&new.who, new.role, new.controller);
    let mut work = vault.work();
    let id = work.subject(SubjectKind::Staff);
    let ask = Ask::seal_new(actor, id)
        .of(&[Category::Staff])
        .case(CASE, id.get());
    let permit: Permit<purpose::StaffAccess> = vault.permit(ask).await?;
    let provenance = Provenance {
        source_kind: if set_up.is_some() {
            "data_subject"
        } else {
            "employer"
        },
        source_ref: id.get(),
        notice_version: vault.declaration().version().to_string(),
    };
    work.seal(&permit, who, &provenance, &Keep::while_open(CASE, id.get()))?;
    work.claim(&permit, Category::Staff, &by_email(&who.email))?;
    // Found again in what customers wrote, by its keyed hash, without opening it (rights' review).
    for word in who.name.reveal().split_whitespace() {
        let word = LookUp::of("staff_name", &word.to_lowercase());
        work.hint(&permit, Category::Staff, &word)?;
    }
    let (at, laid) = (work.at(), work.finish());
    let written = vault.store().write(move |db| {
        if let Some(tag) = set_up {
            first_of_all(db, tag)?;
        }
        laid.lay(db)?;
        db.exec(
            &sql::ADD,
            &[
                id.get().into(),
                controller.get().into(),
                role.as_str().into(),
                at.millis().into(),
            ],
        )?;
        Ok(())
    });
    match written.await {
        Ok(()) => Ok(id),
        Err(StoreError::Unique(index)) if index.starts_with("blind__") => Err(StaffError::Taken),
        Err(StoreError::Refused(reason)) if reason == WRONG_CODE => Err(StaffError::WrongCode),
        Err(error) => Err(error.into()),
    }
}

const WRONG_CODE: &str = "staff-wrong-code";

/// Nobody is here yet, and the code is the one that was printed.
fn first_of_all(db: &mut dyn Db, tag: [u8; 32]) -> Result<(), StoreError> {
    let nobody = db.one(&sql::COUNT, &[])?.i64("n")? == 0;
    if nobody && db.exec(&sql::SETUP_USE, &[store::bytes(tag)])? == 1 {
        Ok(())
    } else {
        Err(StoreError::Refused(WRONG_CODE))
    }
}

/// Everybody who works here or did, names opened under the actor's permit.
///
/// # Errors
/// When the actor may not, or the store fails.
pub async fn list(vault: &Vault, actor: Actor) -> Result<Vec<Member>, StaffError> {
    let posts = vault
        .store()
        .read(|db| {
            db.all(&sql::ALL_MEMBERS, &[])?
                .iter()
                .map(Post::read)
                .collect::<Result<Vec<_>, _>>()
        })
        .await?;
    let asks = posts.iter().map(|post| {
        Ask::open(actor, post.id)
            .of(&[Category::Staff])
            .case(CASE, post.id.get())
    });
    let permits = vault
        .permits::<purpose::StaffAccess>(asks.collect())
        .await?;
    let ids: Vec<SubjectId> = posts.iter().map(|post| post.id).collect();
    let mut sealed = vault
        .store()
        .read(move |db| {
            ids.iter()
                .map(|id| newest(db, *id))
                .collect::<Result<Vec<_>, _>>()
        })
        .await?
        .into_iter();
    let mut members = Vec::with_capacity(posts.len());
    for post in posts {
        let who = match (sealed.next().flatten(), permits.get(&post.id)) {
            (Some(sealed), Some(Ok(permit))) => Some(vault.open(permit, &sealed)?),
            _ => None,
        };
        members.push(Member { post, who });
    }
    Ok(members)
}

/// What the table says of one member.
///
/// # Errors
/// [`StaffError::NoMember`], or a failure of the store.
pub async fn post(vault: &Vault, id: SubjectId) -> Result<Post, StaffError> {
    let row = vault
        .store()
        .read(move |db| db.opt(&sql::MEMBER, &[id.get().into()]))
        .await?;
    row.map(|row| Post::read(&row))
        .transpose()?
        .ok_or(StaffError::NoMember)
}

/// One member with name and address, and the permit they were opened under.
pub(crate) async fn open(
    vault: &Vault,
    actor: Actor,
    id: SubjectId,
) -> Result<(Permit<purpose::StaffAccess>, Personal<StaffMember>), StaffError> {
    let ask = Ask::open(actor, id)
        .of(&[Category::Staff, Category::Correspondence])
        .case(CASE, id.get());
    let permit = vault.permit(ask).await?;
    let sealed = vault.store().read(move |db| newest(db, id)).await?;
    let who = vault.open(&permit, &sealed.ok_or(StaffError::NoMember)?)?;
    Ok((permit, who))
}

pub(crate) fn newest(
    db: &mut dyn Db,
    id: SubjectId,
) -> Result<Option<Sealed<StaffMember>>, StoreError> {
    Ok(Sealed::load_of(db, id, 1)?.pop())
}

/// Ends a member's work here: from now the rule for those who have left counts, their address is free, and
/// their links open nothing. The caller closes the sessions.
///
/// # Errors
/// [`StaffError::NoMember`], [`StaffError::LastAdmin`], or a failure of the vault.
pub async fn end_work(vault: &Vault, actor: Actor, id: SubjectId) -> Result<(), StaffError> {
    again(|| end_once(vault, actor, id)).await
}

async fn end_once(vault: &Vault, actor: Actor, id: SubjectId) -> Result<(), StaffError> {
    if !post(vault, id).await?.active() {
        return Err(StaffError::NoMember);
    }
    let (permit, who) = open(vault, actor, id).await?;
    let mut work = vault.work();
    let at = work.at();
    work.unclaim(&permit, &by_email(&who.email));
    work.end(&permit, Category::Staff, &Keep::from(CASE, id.get(), at))?;
    let laid = work.finish();
    let written = vault.store().write(move |db| {
        let is_admin = db.one(&sql::MEMBER, &[id.get().into()])?.text("role")? == "admin";
        if is_admin && db.one(&sql::OTHER_ADMINS, &[id.get().into()])?.i64("n")? == 0 {
            return Err(StoreError::Refused(LAST_ADMIN));
        }
        laid.lay(db)?;
        db.exec(&sql::END, &[id.get().into(), at.millis().into()])?;
        db.exec(&sql::LINKS_DROP, &[id.get().into()])?;
        Ok(())
    });
    match written.await {
        Err(StoreError::Refused(reason)) if reason == LAST_ADMIN => Err(StaffError::LastAdmin),
        other => Ok(other?),
    }
}

const LAST_ADMIN: &str = "staff-last-admin";
