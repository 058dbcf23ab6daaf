//! The server side of a measurement, in a process of its own: the product on one port, the probes on
//! another.

use std::{io::Read, net::SocketAddr, path::Path, sync::Arc};

use axum::{
    Router,
    body::Bytes,
    extract::{Path as At, State},
    http::{StatusCode, header},
    response::IntoResponse,
    routing::{get, post},
};
use karosseri::house::House;
use tokio::net::TcpListener;
use web::{App, Door, Routes, Services};

use crate::{
    Res, fixture,
    probes::{PgRows, Rows, same_page::SamePage, same_work::SameWork},
};

/// What the probes share.
pub struct Probes {
    house: House,
    /// Three bare rows a booking, group commit and one by one.
    group: Rows,
    single: Rows,
    pg: Option<PgRows>,
    work: SameWork,
    page: SamePage,
}

/// Runs until standard input ends.
pub async fn run(folder: &Path, database: Option<(&str, &str)>) -> Res<()> {
    let house = fixture::open(folder, database).await?;
    let (app, router) = karosseri::serve::app_for_load(&house).await?;
    let shell = behind_the_shell(&app);
    let probes = Arc::new(Probes {
        group: Rows::open(&folder.join("rows-group.db"), 256)?,
        single: Rows::open(&folder.join("rows-single.db"), 1)?,
        pg: match database {
            Some((url, schema)) => Some(PgRows::open(url, schema).await?),
            None => None,
        },
        work: SameWork::of(&house)?,
        page: SamePage::of(&house),
        house: house.clone(),
    });
    let bare = Router::new()
        .route("/tom", get(empty))
        .route("/bytes/{count}", get(same_bytes))
        .route("/side/{subject}", get(same_page))
        .route("/rows/group", post(rows_group))
        .route("/rows/single", post(rows_single))
        .route("/rows/pg", post(rows_pg))
        .route("/work", post(same_work))
        .route("/bookings", get(count))
        .route("/sveip", post(sweep))
        .with_state(probes);
    let listen = || TcpListener::bind("127.0.0.1:0");
    let (product, shelled, probe) = (listen().await?, listen().await?, listen().await?);
    println!("house {}", product.local_addr()?);
    println!("shell {}", shelled.local_addr()?);
    println!("bare {}", probe.local_addr()?);
    if database.is_none() {
        let addresses = karosseri::demo::addresses(&house).await?;
        let link = addresses
            .iter()
            .find(|(label, _)| label.starts_with("customer"));
        let path =
            link.and_then(|(_, address)| address.find("/logg-inn/").map(|at| &address[at..]));
        println!("link {}", path.unwrap_or_default());
    }
    println!("ready");
    for (listener, router) in [(product, router), (shelled, shell)] {
        let service = router.into_make_service_with_connect_info::<SocketAddr>();
        tokio::spawn(async move { axum::serve(listener, service).await });
    }
    tokio::spawn(async move { axum::serve(probe, bare).await });
    // Whoever started this holds the other end of its standard input.
    tokio::task::spawn_blocking(|| std::io::stdin().read(&mut [0])).await??;
    Ok(())
}

/// Handlers that do nothing, behind the product's own shell, doors and sessions.
fn behind_the_shell(app: &App) -> Router {
    let app = App::new(web::House {
        world: app.world.clone(),
        texts: app.texts.clone(),
        settings: app.settings.clone(),
        tagger: Arc::clone(&app.tagger),
        sessions: Arc::clone(&app.sessions),
        services: Services::default(),
    });
    let routes = Routes::new()
        .get("/tom", Door::Public, empty)
        .get("/min", Door::Subject, empty)
        .get("/hvem", Door::Subject, who);
    web::router(&app, routes)
}

async fn empty() -> &'static str {
    "ok"
}

/// Whose session it is, as the probe beside the page needs to know.
async fn who(me: web::Me) -> String {
    me.subject.to_string()
}

/// So many bytes, made once.
async fn same_bytes(At(count): At<usize>) -> impl IntoResponse {
    static BYTES: [u8; 256 << 10] = [b'x'; 256 << 10];
    let kind = [(header::CONTENT_TYPE, "text/html; charset=utf-8")];
    (kind, Bytes::from_static(&BYTES[..count.min(BYTES.len())]))
}

type Shared = State<Arc<Probes>>;

fn answered(done: Res<()>) -> (StatusCode, String) {
    match done {
        Ok(()) => (
            StatusCode::CREATED,
            "{\"reference\":\"00000000\"}".to_owned(),
        ),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

async fn rows_group(State(probes): Shared, body: String) -> (StatusCode, String) {
    answered(probes.group.book(&body).await)
}

async fn rows_single(State(probes): Shared, body: String) -> (StatusCode, String) {
    answered(probes.single.book(&body).await)
}

async fn rows_pg(State(probes): Shared, body: String) -> (StatusCode, String) {
    let Some(rows) = &probes.pg else {
        return (StatusCode::NOT_FOUND, String::new());
    };
    answered(rows.book(&body).await)
}

async fn same_work(State(probes): Shared, body: String) -> (StatusCode, String) {
    answered(probes.work.book(&body).await)
}

/// A night's sweep; how many strands it destroyed, and the seconds it took.
async fn sweep(State(probes): Shared) -> (StatusCode, String) {
    let begun = std::time::Instant::now();
    match probes.house.vault.sweep().await {
        Ok(report) => {
            let seconds = begun.elapsed().as_secs_f64();
            (StatusCode::OK, format!("{} {seconds}", report.destroyed))
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

async fn same_page(State(probes): Shared, At(subject): At<i64>) -> (StatusCode, String) {
    match probes.page.render(subject).await {
        Ok(page) => (StatusCode::OK, page),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

async fn count(State(probes): Shared) -> (StatusCode, String) {
    let read = probes
        .house
        .store()
        .read(|db| db.one(&crate::probes::BOOKINGS, &[])?.i64("count"));
    match read.await {
        Ok(count) => (StatusCode::OK, count.to_string()),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}
