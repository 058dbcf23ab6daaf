//! `/api/v1`: the same bookings for programs. Errors are problem details (RFC 9457), wrong fields with
//! a JSON pointer each.

mod bookings;
mod catalogue;
mod problem;
#[cfg(test)]
mod tests;

pub(crate) use bookings::{cancel, make, show};
pub(crate) use catalogue::{services, slots, workshops};

use utoipa::OpenApi;

/// The slice's part of the interface description.
#[derive(OpenApi)]
#[openapi(
    paths(
        catalogue::workshops,
        catalogue::services,
        catalogue::slots,
        bookings::make,
        bookings::show,
        bookings::cancel
    ),
    components(schemas(
        catalogue::WorkshopOut,
        catalogue::ServiceOut,
        catalogue::Words,
        catalogue::SlotOut,
        bookings::BookingIn,
        bookings::ContactIn,
        bookings::BookingOut,
        problem::Problem,
        problem::FieldProblem
    ))
)]
struct Api;

/// The slice's part of the interface description, for the binary to merge.
#[must_use]
pub fn openapi() -> utoipa::openapi::OpenApi {
    Api::openapi()
}
