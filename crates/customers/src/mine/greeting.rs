//! Who you are to us: the first panel.

use vault::{Personal, Vault};
use web::{App, Later, Me, Page};

use crate::{
    account::AccountRecord,
    contact::CustomerContact,
    mine::MinePanel,
    profile::{load, own_permit},
};

/// The greeting.
pub(crate) struct Greeting;

#[derive(askama::Template)]
#[template(path = "panel_greeting.html")]
struct View<'a> {
    page: &'a Page,
    contact: Option<Personal<CustomerContact>>,
    account: Personal<AccountRecord>,
}

impl MinePanel for Greeting {
    fn order(&self) -> u16 {
        0
    }

    fn render<'a>(&'a self, app: &'a App, page: &'a Page, me: &'a Me) -> Later<'a, String> {
        Box::pin(async move {
            let vault = app.service::<Vault>()?;
            let permit = own_permit(vault, me).await?;
            let profile = load(vault, &permit).await?;
            let view = View {
                page,
                contact: profile.contact,
                account: profile.account,
            };
            Ok(askama::Template::render(&view)?)
        })
    }
}
