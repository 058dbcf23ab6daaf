//! The API's root: its description (OpenAPI 3.1), the declaration in force, and health.

use axum::{Json, extract::State, response::IntoResponse};
use serde::Serialize;
use utoipa::{OpenApi, ToSchema};
use vault::Vault;
use web::{App, Door, Error, Routes, Service};

/// The routes.
#[must_use]
pub fn routes() -> Routes {
    Routes::new()
        .get("/api/openapi.json", Door::Public, description)
        .get("/api/v1/declaration", Door::Public, declaration)
        .get("/api/v1/health", Door::Public, health)
}

/// The declaration in force.
#[derive(Serialize, ToSchema)]
struct DeclarationInForce {
    /// Its version.
    version: u32,
    /// The date it took effect.
    effective_on: String,
    /// SHA-256 of its canonical text, in hexadecimal.
    hash: String,
    /// The legal entities that decide over the data.
    controllers: Vec<ControllerInForce>,
    /// The page for people.
    page: String,
    /// The record of processing as JSON-LD.
    record: String,
}

/// A legal entity that decides over the data.
#[derive(Serialize, ToSchema)]
struct ControllerInForce {
    /// Its name.
    name: String,
    /// Where it is reached about personal data.
    email: String,
    /// Its phone.
    phone: String,
}

/// Whether the house can serve.
#[derive(Serialize, ToSchema)]
struct Health {
    /// `ok`, or `degraded` when something needs a person.
    status: &'static str,
    /// When the latest whole sweep ended (RFC 3339), if one has run.
    last_sweep: Option<String>,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Karosseri",
        description = "Times, bookings and the declaration of a vehicle-body workshop."
    ),
    paths(declaration, health),
    components(schemas(DeclarationInForce, ControllerInForce, Health))
)]
struct Root;

/// The whole description.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    let mut root = Root::openapi();
    root.merge(bookings::openapi());
    root.info.version = env!("CARGO_PKG_VERSION").to_owned();
    root
}

async fn description() -> impl IntoResponse {
    Json(openapi())
}

#[utoipa::path(get, path = "/api/v1/declaration", responses((status = 200, body = DeclarationInForce)))]
async fn declaration(
    State(app): State<App>,
    Service(vault): Service<Vault>,
) -> Result<Json<DeclarationInForce>, Error> {
    let declaration = vault.declaration();
    let base = &app.settings.base_url;
    Ok(Json(DeclarationInForce {
        version: declaration.version(),
        effective_on: declaration.effective_on().to_string(),
        hash: declaration.hash().to_owned(),
        controllers: declaration
            .controllers()
            .iter()
            .map(|controller| ControllerInForce {
                name: controller.name.clone(),
                email: controller.email.clone(),
                phone: controller.phone.clone(),
            })
            .collect(),
        page: format!("{base}/personvern"),
        record: format!("{base}/personvern.json"),
    }))
}

#[utoipa::path(get, path = "/api/v1/health", responses((status = 200, body = Health)))]
async fn health(Service(vault): Service<Vault>) -> Result<Json<Health>, Error> {
    let last = vault.last_sweep().await?.map(|(ended, _, _)| ended);
    // Nothing is lost yet, but a person should look.
    let late = !rights::keeping(&vault).await?.is_empty();
    Ok(Json(Health {
        status: if late { "degraded" } else { "ok" },
        last_sweep: last.map(values::Moment::rfc3339),
    }))
}
