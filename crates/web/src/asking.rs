//! Around openings that are out of the ordinary: the way to the page that asks why, the broken glass of
//! a session, and the names of colleagues for pages of slices that do not know the staff.

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    extract::Request,
    http::{Method, header},
    response::{IntoResponse, Redirect, Response},
};
use values::{PersonName, SubjectId};
use vault::{Glass, Vault};

use crate::{App, Error, Lang, Later, Page, Visitor, local_path};

/// Where a reason is given; the number follows.
pub const REASON: &str = "/stab/grunn";
/// Where the glass is broken.
pub const GLASS: &str = "/stab/nodtilgang";

/// Who colleagues are, opened for the purpose of staff access with a case in the log.
pub trait StaffNames: Send + Sync {
    /// The names of those that are still kept.
    fn names<'a>(
        &'a self,
        ids: Vec<SubjectId>,
        case: (&'static str, i64),
    ) -> Later<'a, BTreeMap<SubjectId, PersonName>>;
}

impl Page {
    /// The names of colleagues, where the house knows them; nothing otherwise.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn staff_names(
        &self,
        mut ids: Vec<SubjectId>,
        case: (&'static str, i64),
    ) -> Result<BTreeMap<SubjectId, PersonName>, Error> {
        ids.sort_unstable();
        ids.dedup();
        match self.app.service::<Arc<dyn StaffNames>>() {
            Ok(known) if !ids.is_empty() => known.names(ids, case).await,
            _ => Ok(BTreeMap::new()),
        }
    }
}

/// The broken glass of a visitor, if the house has a vault and the role may break it at all.
pub(crate) async fn glass(app: &App, visitor: &Visitor) -> Result<Option<Glass>, Error> {
    let (Visitor::Staff(who), Ok(vault)) = (visitor, app.service::<Vault>()) else {
        return Ok(None);
    };
    Ok(vault.glass(who.actor()).await?)
}

/// Where a request came from, for the way back after a reason was given.
pub(crate) struct From {
    back: String,
    lang: Lang,
}

impl From {
    pub(crate) fn of(request: &Request) -> Self {
        let lang = request.extensions().get::<Lang>().copied();
        let lang = lang.unwrap_or_default();
        let back = match *request.method() {
            // The path only: a query may hold what somebody searched for.
            Method::GET | Method::HEAD => format!("{}{}", lang.prefix(), request.uri().path()),
            _ => referrer(request).unwrap_or_else(|| format!("{}/stab", lang.prefix())),
        };
        Self { back, lang }
    }

    /// An answer that asks for a reason becomes the way to the page that asks.
    pub(crate) fn lead(&self, answer: Response) -> Response {
        let Some(Error::NeedsReason(look)) = answer.extensions().get::<Error>() else {
            return answer;
        };
        let to = format!("{}{REASON}/{look}?til={}", self.lang.prefix(), self.back);
        Redirect::to(&to).into_response()
    }
}

/// The page of this house that a form was sent from.
fn referrer(request: &Request) -> Option<String> {
    let from = request.headers().get(header::REFERER)?.to_str().ok()?;
    let path = match from.split_once("://") {
        Some((_, rest)) => &rest[rest.find('/')?..],
        None => from,
    };
    let path = path.split(['?', '#']).next()?;
    local_path(path).map(str::to_owned)
}
