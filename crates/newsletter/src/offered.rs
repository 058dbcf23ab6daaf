//! What a page offers to choose from: topics of each legal entity, workshops, types of body.

use std::sync::Arc;

use vault::Vault;
use vehicles::BodyType;
use web::{App, Error, Later, Page};

use crate::topics::{self, Choice, Wishes, body_word};

/// The workshops one can wish for; the house brings them.
pub trait Workshops: Send + Sync {
    /// Numbers and names of those that are open.
    fn named<'a>(&'a self, app: &'a App) -> Later<'a, Vec<(i64, String)>>;
}

/// A thing to tick.
pub struct Tick {
    /// What the form sends.
    pub value: String,
    /// What it says.
    pub label: String,
    /// What it means.
    pub about: String,
    /// Whether it is ticked.
    pub checked: bool,
}

/// Topics of one legal entity.
pub struct Group {
    /// Its name.
    pub name: String,
    /// Its topics.
    pub ticks: Vec<Tick>,
}

/// All there is to choose.
pub struct Offer {
    /// Topics, by legal entity.
    pub groups: Vec<Group>,
    /// Types of body.
    pub bodies: Vec<Tick>,
    /// Workshops; empty when the house names none.
    pub workshops: Vec<Tick>,
}

async fn workshops(app: &App) -> Result<Vec<(i64, String)>, Error> {
    match app.service::<Arc<dyn Workshops>>() {
        Ok(known) => known.named(app).await,
        // A house that names none.
        Err(_) => Ok(Vec::new()),
    }
}

/// What can be chosen, with what is chosen already.
///
/// # Errors
/// When the house cannot name its workshops.
pub async fn offers(
    app: &App,
    vault: &Vault,
    page: &Page,
    chosen: &[Choice],
    bodies: &[String],
    workshop: Option<i64>,
) -> Result<Offer, Error> {
    let declaration = vault.declaration();
    let mut all = topics::all(&declaration);
    // What somebody gets as a customer can be left here, and not chosen.
    all.extend(
        chosen
            .iter()
            .filter(|one| !all.contains(one))
            .copied()
            .collect::<Vec<_>>(),
    );
    let group = |controller: &declaration::Controller| Group {
        name: controller.name.clone(),
        ticks: all
            .iter()
            .filter(|choice| choice.controller == controller.id)
            .map(|choice| Tick {
                value: choice.word(),
                label: choice.name(&declaration, page.lang),
                about: choice.words(&declaration, page.lang),
                checked: chosen.contains(choice),
            })
            .collect(),
    };
    let body = |body: &BodyType| Tick {
        value: body.as_str().to_owned(),
        label: page.t.s(&body.message_id()).to_owned(),
        about: String::new(),
        checked: bodies.iter().any(|chosen| chosen == body.as_str()),
    };
    let place = |(id, name): (i64, String)| Tick {
        value: id.to_string(),
        label: name,
        about: String::new(),
        checked: workshop == Some(id),
    };
    Ok(Offer {
        groups: declaration.controllers().iter().map(group).collect(),
        bodies: BodyType::ALL.iter().map(body).collect(),
        workshops: workshops(app).await?.into_iter().map(place).collect(),
    })
}

/// What was wished for, as far as there is such a thing.
///
/// # Errors
/// As [`offers`].
pub async fn wishes_typed(
    app: &App,
    bodies: &[String],
    workshop: Option<i64>,
) -> Result<Wishes, Error> {
    let known = workshops(app).await?;
    Ok(Wishes {
        workshop: workshop.filter(|id| known.iter().any(|(known, _)| known == id)),
        bodies: bodies.iter().filter_map(|body| body_word(body)).collect(),
    })
}
