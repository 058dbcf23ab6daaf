//! Who you are to us: the first panel.

use declaration::vocabulary::Category;
use store::StoreError;
use vault::{Personal, Sealed, VaultError};
use web::{Error, Page};

use crate::{
    account::AccountRecord,
    contact::CustomerContact,
    mine::{Asking, Mine, Panel},
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

/// The newest of each.
pub(crate) struct Rows {
    contact: Option<Sealed<CustomerContact>>,
    account: Option<Sealed<AccountRecord>>,
}

impl Panel for Greeting {
    type Rows = Rows;
    const ORDER: u16 = 0;

    fn read(&self, asking: &mut Asking<'_>) -> Result<Rows, StoreError> {
        let who = asking.me.subject;
        asking.open(who, &[Category::Account, Category::Contact]);
        Ok(Rows {
            contact: Sealed::load_of(asking.db, who, 1)?.pop(),
            account: Sealed::load_of(asking.db, who, 1)?.pop(),
        })
    }

    fn show(&self, mine: &Mine<'_>, rows: Rows) -> Result<String, Error> {
        let permit = mine.permit(mine.me.subject)?;
        let contact = rows.contact.map(|sealed| mine.vault.open(permit, &sealed));
        let account = rows.account.ok_or(VaultError::Gone)?;
        let view = View {
            page: mine.page,
            contact: contact.transpose()?,
            account: mine.vault.open(permit, &account)?,
        };
        Ok(askama::Template::render(&view)?)
    }
}
