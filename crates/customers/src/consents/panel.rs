//! What stands, on the person's own page.

use declaration::vocabulary::Purpose;
use store::StoreError;
use vault::{ConsentLine, ConsentState, CustomerLine, glance, usable};
use web::{Error, Page};

use super::{Choice, view};
use crate::{
    as_customer::{CustomerRow, customer_rows},
    mine::{Asking, Mine, Panel},
};

/// The consents in force.
pub(crate) struct ConsentsPanel;

#[derive(askama::Template)]
#[template(path = "panel_consents.html")]
struct View<'a> {
    page: &'a Page,
    given: Vec<String>,
    again: bool,
    as_customer: Vec<CustomerRow>,
}

impl Panel for ConsentsPanel {
    type Rows = (Vec<ConsentLine>, Vec<CustomerLine>);
    const ORDER: u16 = 40;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Self::Rows, StoreError> {
        let me = asking.me.subject;
        let bought = vault::customer_lines(asking.db, me)?;
        Ok((glance::consents_standing(asking.db, me)?, bought))
    }

    fn show(&self, mine: &Mine<'_>, (lines, bought): Self::Rows) -> Result<String, Error> {
        let (vault, page) = (mine.vault, mine.page);
        let declaration = vault.declaration();
        if declaration.purpose(Purpose::Newsletter).is_none() {
            return Ok(String::new());
        }
        let again = lines.iter().filter(|line| {
            Choice::of(line).is_some()
                && line.state == ConsentState::Given
                && !usable(&declaration, line)
        });
        let again = again.count();
        let given = lines.iter().filter(|line| usable(&declaration, line));
        let given = given.filter_map(Choice::of).map(|one| {
            let controller = view::controller_name(&declaration, one.controller);
            let topic = view::topic_name(&declaration, one.topic, page.lang);
            let values: [(&str, &dyn web::Arg); 2] = [
                ("controller", &controller.as_str()),
                ("topic", &topic.as_str()),
            ];
            page.t.f("consent-line", &values)
        });
        let given = given.collect();
        let mut as_customer = customer_rows(page, &declaration, &bought);
        as_customer.retain(|one| one.gets);
        Ok(askama::Template::render(&View {
            page,
            given,
            again: again > 0,
            as_customer,
        })?)
    }
}
