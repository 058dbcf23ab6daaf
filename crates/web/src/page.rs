//! What every template needs to know, and how an answer is made of a template.

use std::sync::Arc;

use askama::Template;
use axum::{
    extract::FromRequestParts,
    http::{HeaderValue, StatusCode, header, request::Parts},
    response::{IntoResponse, Redirect, Response},
};

use crate::{
    App, Area, Door, Error, Lang, Role, Text, Visitor,
    visitor::{Caller, caller},
};

/// The view of a page: its language, its visitor and its place. Templates name it `page`.
#[derive(Clone)]
pub struct Page {
    /// What links begin with: `<a href="{{ page.l }}/bestill">`.
    pub l: &'static str,
    /// The language.
    pub lang: Lang,
    /// The texts of the language: `{{ page.t.s("key") }}`.
    pub t: Arc<Text>,
    /// Who is here.
    pub visitor: Visitor,
    /// The path without language and query.
    pub path: String,
    /// The token for the forms of a session; empty without one.
    pub csrf: String,
    /// The broken glass, while it is.
    pub glass: Option<vault::Glass>,
    query: String,
    pub(crate) app: App,
}

/// A line of the navigation.
pub struct NavLink {
    /// The address, with its language.
    pub href: String,
    /// What it says.
    pub text: String,
    /// Whether the page lies under it.
    pub here: bool,
    /// What stands above it, where a long navigation goes over to other work.
    pub heading: Option<String>,
}

/// Pages that stand in the foot besides those that always do: path and message. A part of the house.
#[derive(Clone, Debug, Default)]
pub struct FootLinks(pub Vec<(&'static str, &'static str)>);

/// As many lines as are read at a glance; a longer navigation has headings.
const GLANCE: usize = 9;

/// The heading over the links of an order in the desk's navigation; none over the daily work.
const fn desk_group(order: u16) -> Option<&'static str> {
    match order {
        0..60 => None,
        60..70 => Some("frame-group-privacy"),
        70..80 => Some("frame-group-web"),
        _ => Some("frame-group-house"),
    }
}

/// A line of the language switch.
pub struct LangLink {
    /// The same page in this language.
    pub href: String,
    /// The language.
    pub lang: Lang,
    /// Whether the page is in it already.
    pub here: bool,
}

impl FromRequestParts<App> for Page {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Self::Rejection> {
        let lang = parts.extensions.get::<Lang>().copied().unwrap_or_default();
        let mut page = Self::new(app, lang, parts.uri.path(), caller(parts));
        parts
            .uri
            .query()
            .unwrap_or_default()
            .clone_into(&mut page.query);
        Ok(page)
    }
}

impl Page {
    pub(crate) fn new(app: &App, lang: Lang, path: &str, caller: Caller) -> Self {
        Self {
            l: lang.prefix(),
            lang,
            t: app.texts.of(lang).clone(),
            visitor: caller.visitor,
            path: path.to_owned(),
            csrf: caller.csrf,
            glass: caller.glass,
            query: String::new(),
            app: app.clone(),
        }
    }

    /// The same page in another language: for a letter to somebody who reads that one.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> Self {
        Self {
            l: lang.prefix(),
            lang,
            t: self.app.texts.of(lang).clone(),
            ..self.clone()
        }
    }

    /// The address of a file of ours, with its content's hash: `{{ page.asset("karosseri.css") }}`.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::address(name)
    }

    /// The house's name.
    #[must_use]
    pub fn house(&self) -> &str {
        &self.app.settings.house
    }

    /// Whom to reach and how, from the declaration: controllers that share an address together.
    #[must_use]
    pub fn reached_at(&self) -> Vec<Vec<declaration::Controller>> {
        let Ok(vault) = self.app.service::<vault::Vault>() else {
            return Vec::new();
        };
        let declaration = vault.declaration();
        let groups = declaration.reached_at().into_iter();
        groups
            .map(|group| group.into_iter().cloned().collect())
            .collect()
    }

    /// Whether this is the demo.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.app.settings.demo
    }

    /// A full address, for mail and calendar files.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}{}{path}", self.app.settings.base_url, self.l)
    }

    /// The navigation of an area: what this visitor's doors let them into.
    #[must_use]
    pub fn nav(&self, area: Area) -> Vec<NavLink> {
        let site = self.app.site();
        let mine = |path: &str| {
            let door = site
                .routes
                .iter()
                .find(|route| route.path == path)
                .map(|route| route.door);
            let taken = self.glass.map(|glass| glass.taken);
            match (door, self.visitor.role()) {
                (Some(Door::Staff(roles)), Some(role)) => {
                    roles.contains(&role) || taken.is_some_and(|role| roles.contains(&role))
                }
                (Some(Door::Staff(_)) | None, _) => false,
                (Some(_), _) => true,
            }
        };
        // The deepest link above the page is where the visitor is.
        let links: Vec<_> = site
            .links
            .iter()
            .filter(|link| link.area == area && mine(link.path))
            .collect();
        let here = links
            .iter()
            .map(|link| link.path)
            .filter(|path| under(&self.path, path))
            .max_by_key(|path| path.len());
        let grouped = area == Area::Desk && links.len() > GLANCE;
        let mut group = None;
        links
            .iter()
            .map(|link| {
                let before = std::mem::replace(&mut group, desk_group(link.order));
                NavLink {
                    href: format!("{}{}", self.l, link.path),
                    text: self.t.s(link.text).to_owned(),
                    here: Some(link.path) == here,
                    heading: group
                        .filter(|_| grouped && group != before)
                        .map(|key| self.t.s(key).to_owned()),
                }
            })
            .collect()
    }

    /// The navigation of the public pages.
    #[must_use]
    pub fn public_nav(&self) -> Vec<NavLink> {
        self.nav(Area::Public)
    }

    /// What the house has put into the foot.
    #[must_use]
    pub fn foot_links(&self) -> Vec<NavLink> {
        let links = self.app.service::<FootLinks>().ok();
        let links = links.into_iter().flat_map(|links| &links.0);
        links
            .map(|(path, text)| NavLink {
                href: format!("{}{path}", self.l),
                text: self.t.s(text).to_owned(),
                here: self.path == *path,
                heading: None,
            })
            .collect()
    }

    /// The navigation of a customer's own pages.
    #[must_use]
    pub fn mine_nav(&self) -> Vec<NavLink> {
        self.nav(Area::Mine)
    }

    /// The navigation of the desk.
    #[must_use]
    pub fn desk_nav(&self) -> Vec<NavLink> {
        self.nav(Area::Desk)
    }

    /// The same page in every language.
    #[must_use]
    pub fn languages(&self) -> Vec<LangLink> {
        Lang::ALL
            .into_iter()
            .map(|lang| LangLink {
                href: format!("{}{}", lang.prefix(), self.path),
                lang,
                here: lang == self.lang,
            })
            .collect()
    }

    /// The message that the page before asked to be shown here; see [`Page::go_saying`].
    #[must_use]
    pub fn notice(&self) -> Option<&str> {
        let key = self
            .query
            .split('&')
            .find_map(|pair| pair.strip_prefix("melding="))?;
        let key = key.strip_prefix("notice-").map(|_| key)?;
        self.t.s_known(key)
    }

    /// A path of the house in the page's language, for forms.
    #[must_use]
    pub fn address_here(&self, path: &str) -> String {
        format!("{}{path}", self.l)
    }

    /// Goes on to another page of the house, in the same language (303).
    #[must_use]
    pub fn go(&self, path: &str) -> Response {
        Redirect::to(&format!("{}{path}", self.l)).into_response()
    }

    /// Goes on to another page, which shows a message: a key that begins with `notice-`.
    #[must_use]
    pub fn go_saying(&self, path: &str, notice: &'static str) -> Response {
        let mark = if path.contains('?') { '&' } else { '?' };
        self.go(&format!("{path}{mark}melding={notice}"))
    }

    /// The name of the visitor's role, when it is a member of staff.
    #[must_use]
    pub fn role_name(&self) -> Option<&str> {
        Some(self.t.s(match self.visitor.role()? {
            Role::Reception => "role-reception",
            Role::Technician => "role-technician",
            Role::Claims => "role-claims",
            Role::Marketing => "role-marketing",
            Role::Privacy => "role-privacy",
            Role::Admin => "role-admin",
            Role::Operator => "role-operator",
        }))
    }

    /// The present instant, for pages that say "today".
    #[must_use]
    pub fn now(&self) -> values::Moment {
        self.app.world.now()
    }
}

fn under(page: &str, link: &str) -> bool {
    page == link
        || (link != "/"
            && page
                .strip_prefix(link)
                .is_some_and(|rest| rest.starts_with('/')))
}

/// A page (200).
///
/// # Errors
/// A template that does not render.
pub fn html(template: &impl Template) -> Result<Response, Error> {
    html_with(StatusCode::OK, template)
}

/// A form shown again with what is wrong (422); what was typed is still in it.
///
/// # Errors
/// A template that does not render.
pub fn html_again(template: &impl Template) -> Result<Response, Error> {
    html_with(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// A page with another status.
///
/// # Errors
/// A template that does not render.
pub fn html_with(status: StatusCode, template: &impl Template) -> Result<Response, Error> {
    let body = template.render()?;
    let kind = HeaderValue::from_static("text/html; charset=utf-8");
    Ok((status, [(header::CONTENT_TYPE, kind)], body).into_response())
}
