//! The route table: every path with who may enter. A route without a door does not exist.

use axum::{
    Router,
    extract::{Request, State},
    handler::Handler,
    http::{Method, header},
    middleware::{self, Next},
    response::{IntoResponse, Redirect, Response},
    routing::{MethodFilter, MethodRouter, on},
};

use crate::{
    App, Error, Lang, Role, Visitor,
    app::Site,
    health::Counts,
    limit::{self, Limit},
    sessions,
    visitor::Caller,
};

/// Where customers log in.
pub const LOG_IN: &str = "/logg-inn";
/// Where staff log in.
pub const STAFF_LOG_IN: &str = "/stab/logg-inn";

/// Who may enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    /// Everybody, without a session.
    Public,
    /// Whoever holds the code in the address; the handler checks the code.
    Link,
    /// A customer, for their own things; what is not theirs is not there (404).
    Subject,
    /// Staff in one of these roles.
    Staff(&'static [Role]),
}

/// A row of the route table.
#[derive(Clone, Debug)]
pub struct RouteInfo {
    /// The method.
    pub method: Method,
    /// The path pattern, without language: `/stab/ordre/{id}`.
    pub path: &'static str,
    /// Who may enter.
    pub door: Door,
    /// How often one visitor may, if that is limited.
    pub limit: Option<Limit>,
}

/// A part of the site's navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// The public pages.
    Public,
    /// A customer's own pages.
    Mine,
    /// The desk.
    Desk,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Link {
    pub area: Area,
    pub order: u16,
    pub path: &'static str,
    pub text: &'static str,
}

/// The table of a slice, and of the whole house when merged.
#[derive(Default)]
pub struct Routes {
    rows: Vec<(RouteInfo, MethodRouter<App>)>,
    links: Vec<Link>,
}

impl Routes {
    /// An empty table.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// A page to read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, door: Door, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.row(Method::GET, path, door, on(MethodFilter::GET, handler))
    }

    /// Something to do.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, door: Door, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.row(Method::POST, path, door, on(MethodFilter::POST, handler))
    }

    /// Something to remove, in the API.
    #[must_use]
    pub fn delete<H, T>(self, path: &'static str, door: Door, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.row(
            Method::DELETE,
            path,
            door,
            on(MethodFilter::DELETE, handler),
        )
    }

    /// Limits the route added last, for each visitor.
    #[must_use]
    pub fn limit(mut self, limit: Limit) -> Self {
        if let Some((info, _)) = self.rows.last_mut() {
            info.limit = Some(limit);
        }
        self
    }

    /// Adds a path to the navigation; shown to those its door lets in. Lower `order` comes first.
    #[must_use]
    pub fn link(mut self, area: Area, order: u16, path: &'static str, text: &'static str) -> Self {
        self.links.push(Link {
            area,
            order,
            path,
            text,
        });
        self
    }

    /// Adds another slice's table.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.rows.extend(other.rows);
        self.links.extend(other.links);
        self
    }

    /// The table as data, for the door matrix.
    #[must_use]
    pub fn table(&self) -> Vec<RouteInfo> {
        self.rows.iter().map(|(info, _)| info.clone()).collect()
    }

    fn row(
        mut self,
        method: Method,
        path: &'static str,
        door: Door,
        to: MethodRouter<App>,
    ) -> Self {
        self.rows.push((
            RouteInfo {
                method,
                path,
                door,
                limit: None,
            },
            to,
        ));
        self
    }

    pub(crate) fn into_router(mut self, app: &App) -> Router {
        self.links.sort_by_key(|link| link.order);
        let routes = self.table();
        let counts = Counts::new(routes.len());
        app.set_site(Site {
            routes,
            links: self.links,
            counts,
        });
        let mut router = Router::new();
        for (id, (info, to)) in self.rows.into_iter().enumerate() {
            let door = middleware::from_fn_with_state((app.clone(), RouteId(id)), enforce);
            router = router.route(info.path, to.route_layer(door));
        }
        router.with_state(app.clone())
    }
}

/// The row of the table that answered; the shell counts and logs by it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RouteId(pub usize);

async fn enforce(
    State((app, id)): State<(App, RouteId)>,
    mut request: Request,
    next: Next,
) -> Response {
    let from = crate::asking::From::of(&request);
    let mut answer = match open(&app, id, &mut request).await {
        Ok(None) => {
            let private = is_private(&app, id, &request);
            let mut answer = from.lead(next.run(request).await);
            if private {
                answer
                    .headers_mut()
                    .insert(header::CACHE_CONTROL, crate::headers::NO_STORE);
                answer
                    .headers_mut()
                    .insert("x-robots-tag", crate::headers::NO_INDEX);
            }
            answer
        }
        Ok(Some(log_in)) => log_in,
        Err(error) => error.into_response(),
    };
    answer.extensions_mut().insert(id);
    answer
}

/// Finds out who asks and whether the door opens; an answer here is the way to log in.
async fn open(app: &App, id: RouteId, request: &mut Request) -> Result<Option<Response>, Error> {
    let Some(route) = app.site().routes.get(id.0) else {
        return Err(Error::Internal("route"));
    };
    if let Some(limit) = route.limit
        && app.settings.limits
    {
        limit::check(app, id, limit, request)?;
    }
    let caller = match sessions::current(app, request.headers()).await {
        Ok(Some(session)) => Caller {
            glass: crate::asking::glass(app, &session.visitor).await?,
            visitor: session.visitor,
            csrf: sessions::csrf(app, &session.tag),
            session: Some(session.tag),
        },
        Ok(None) => Caller::default(),
        // Public pages stand even when sessions cannot be read.
        Err(_) if matches!(route.door, Door::Public | Door::Link) => Caller::default(),
        Err(error) => return Err(error),
    };
    let visitor = caller.visitor;
    let taken = caller.glass.map(|glass| glass.taken);
    request.extensions_mut().insert(caller);
    match (route.door, visitor) {
        (Door::Public | Door::Link, _) | (Door::Subject, Visitor::Subject(_)) => Ok(None),
        (Door::Staff(roles), Visitor::Staff(who)) if roles.contains(&who.role) => Ok(None),
        // The glass is broken: for a short while this one may go where the other role goes.
        (Door::Staff(roles), Visitor::Staff(_)) if taken.is_some_and(|r| roles.contains(&r)) => {
            Ok(None)
        }
        (Door::Subject, Visitor::Nobody) => to_log_in(LOG_IN, request),
        (Door::Staff(_), Visitor::Nobody) => to_log_in(STAFF_LOG_IN, request),
        (Door::Subject | Door::Staff(_), _) => Err(Error::Forbidden),
    }
}

fn to_log_in(page: &str, request: &Request) -> Result<Option<Response>, Error> {
    let path = request.uri().path();
    if request.method() != Method::GET || path.starts_with("/api/") {
        return Err(Error::LoggedOut);
    }
    let lang = request
        .extensions()
        .get::<Lang>()
        .copied()
        .unwrap_or_default();
    // The path only: a query may hold what somebody searched for.
    let to = format!("{0}{page}?til={0}{path}", lang.prefix());
    Ok(Some(Redirect::to(&to).into_response()))
}

fn is_private(app: &App, id: RouteId, request: &Request) -> bool {
    let public = app
        .site()
        .routes
        .get(id.0)
        .is_some_and(|route| route.door == Door::Public);
    !public || sessions::has_cookie(request.headers())
}

/// A path of this house to go on to after log-in; anything else could lead a visitor astray.
#[must_use]
pub fn local_path(to: &str) -> Option<&str> {
    let plain = to
        .bytes()
        .all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    (plain && to.starts_with('/') && !to.starts_with("//")).then_some(to)
}
