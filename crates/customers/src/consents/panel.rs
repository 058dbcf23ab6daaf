//! What stands, on the person's own page.

use declaration::vocabulary::Purpose;
use vault::Vault;
use web::{App, Error, Later, Me, Page};

use super::{TOPICS, standing};
use crate::mine::MinePanel;

/// The consents in force.
pub(crate) struct ConsentsPanel;

#[derive(askama::Template)]
#[template(path = "panel_consents.html")]
struct View<'a> {
    page: &'a Page,
    given: Vec<String>,
}

impl MinePanel for ConsentsPanel {
    fn order(&self) -> u16 {
        40
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let declaration = vault.declaration();
            if declaration.purpose(Purpose::Newsletter).is_none() {
                return Ok(String::new());
            }
            let lines = vault
                .consents_standing(me.subject)
                .await
                .map_err(Error::from)?;
            let given = standing(vault, &lines);
            let given = given.iter().map(|one| {
                let controller = declaration.controller(one.controller);
                let controller = controller.map_or("", |c| c.name.as_str());
                let topic = TOPICS.iter().find(|topic| topic.id == one.topic);
                let topic = topic.map_or("", |topic| page.t.s(topic.name));
                page.t.f(
                    "consent-line",
                    &[("controller", &controller), ("topic", &topic)],
                )
            });
            let given = given.collect();
            Ok(askama::Template::render(&View { page, given })?)
        })
    }
}
