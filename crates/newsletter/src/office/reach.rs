//! How many a campaign would reach as things stand now, before anybody presses "send".

use declaration::vocabulary::Purpose;
use store::Db;
use vault::{Vault, VaultError, audience};
use web::Page;

use crate::{
    campaign::{Campaign, State},
    topics::{CHANNEL, Wishes},
};

/// Longer lists are counted to here.
const AT_MOST: i64 = 100_000;

/// The sentences of a campaign that has not begun; none of any other. Nobody is opened to count them: what
/// somebody wishes for is sealed, so of a segment it is said that fewer get it, and not how many.
pub(super) async fn reach(
    vault: &Vault,
    page: &Page,
    campaign: Option<&Campaign>,
) -> Result<Vec<String>, VaultError> {
    let waits = |c: &&Campaign| matches!(c.state, State::Draft | State::Scheduled);
    let Some(campaign) = campaign.filter(waits) else {
        return Ok(Vec::new());
    };
    let (about, now) = (campaign.about, page.now());
    let customers = about.of_customers(&vault.declaration()).is_some();
    let read = move |db: &mut dyn Db| {
        let matter = (about.controller, CHANNEL, about.topic);
        let yes = audience::count_yes(db, Purpose::Newsletter, matter, AT_MOST + 1)?;
        let bought = if customers {
            audience::count_bought(db, about.controller, now, AT_MOST + 1)?
        } else {
            0
        };
        Ok((yes, bought))
    };
    let (yes, bought) = vault.store().read_long(read).await?;
    let counted = |n: i64, some: &str, many: &str| match n {
        n if n > AT_MOST => page.t.f1(many, "count", page.count(AT_MOST)),
        n => page.t.f1(some, "count", n),
    };
    let mut lines = vec![counted(yes, "newsletter-reach", "newsletter-reach-many")];
    if customers {
        let (some, many) = ("newsletter-reach-bought", "newsletter-reach-bought-many");
        lines.push(counted(bought, some, many));
    }
    if campaign.segment != Wishes::default() {
        lines.push(page.t.s("newsletter-reach-segment").to_owned());
    }
    Ok(lines)
}
