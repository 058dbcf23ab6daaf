//! What lies in this slice's own table about a person, for their copy: whether their address is at the
//! newsletter service, and since when.

use customers::{Aside, Beside, Cell};
use store::{Db, StoreError};
use values::{ControllerId, Moment, SubjectId};
use vault::Vault;
use web::{App, Later, Page};

use crate::{lines::State, sql};

/// The newsletter service.
pub struct MakeBeside;

const fn words(state: State) -> &'static str {
    match state {
        State::Not => "beside-make-not",
        State::Sending | State::Told => "beside-make-told",
        State::Stopped | State::Again => "beside-make-stopped",
    }
}

impl Beside for MakeBeside {
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page, who: SubjectId) -> Later<'a, Vec<Aside>> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let read = move |db: &mut dyn Db| {
                let rows = db.all(&sql::OF_PERSON, &[who.get().into()])?;
                let rows = rows.iter().map(|row| {
                    let controller = ControllerId::from_raw(row.i64("controller_id")?);
                    let since = Moment::from_millis(row.i64("since")?);
                    Ok((controller, State::of(row.text("state")?), since))
                });
                rows.collect::<Result<Vec<_>, StoreError>>()
            };
            let all = vault.store().read(read).await?;
            if all.is_empty() {
                return Ok(Vec::new());
            }
            let declaration = vault.declaration();
            let row = |(controller, state, since): (ControllerId, State, Moment)| {
                let name = declaration.controller(controller);
                vec![
                    Cell::Text(name.map_or_else(String::new, |one| one.name.clone())),
                    Cell::Word(state.as_str(), page.t.s(words(state)).to_owned()),
                    Cell::At(since),
                ]
            };
            Ok(vec![Aside {
                name: "newsletter_service",
                title: page.t.s("beside-make").to_owned(),
                lead: page.t.s("beside-make-lead").to_owned(),
                columns: vec![
                    ("controller", page.t.s("beside-make-controller").to_owned()),
                    ("state", page.t.s("beside-make-state").to_owned()),
                    ("since", page.t.s("beside-make-since").to_owned()),
                ],
                rows: all.into_iter().map(row).collect(),
                calendar: None,
                portable: false,
            }])
        })
    }
}
