//! What stands, on the person's own page.

use declaration::vocabulary::Purpose;
use store::StoreError;
use vault::{ConsentLine, glance};
use web::{Error, Page};

use super::{TOPICS, standing};
use crate::mine::{Asking, Mine, Panel};

/// The consents in force.
pub(crate) struct ConsentsPanel;

#[derive(askama::Template)]
#[template(path = "panel_consents.html")]
struct View<'a> {
    page: &'a Page,
    given: Vec<String>,
}

impl Panel for ConsentsPanel {
    type Rows = Vec<ConsentLine>;
    const ORDER: u16 = 40;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        glance::consents_standing(asking.db, asking.me.subject)
    }

    fn show(&self, mine: &Mine<'_>, lines: Self::Rows) -> Result<String, Error> {
        let (vault, page) = (mine.vault, mine.page);
        let declaration = vault.declaration();
        if declaration.purpose(Purpose::Newsletter).is_none() {
            return Ok(String::new());
        }
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
    }
}
