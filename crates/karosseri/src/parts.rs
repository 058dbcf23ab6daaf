//! The parts of the house, listed once: what each slice brings.

use declaration::vocabulary::Activity;
use store::{Migration, Sql};
use web::{LangFiles, Routes};

/// The schema, in the order it is built.
pub const MIGRATIONS: &[&[Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    bookings::MIGRATIONS,
    repairs::MIGRATIONS,
    rights::MIGRATIONS,
    staff::MIGRATIONS,
    site::MIGRATIONS,
];

/// The marks of every column.
pub const COLUMNS: &[&str] = &[
    include_str!("../../store/columns.txt"),
    include_str!("../../vault/columns.txt"),
    include_str!("../../web/columns.txt"),
    include_str!("../../letters/columns.txt"),
    include_str!("../../customers/columns.txt"),
    include_str!("../../vehicles/columns.txt"),
    include_str!("../../bookings/columns.txt"),
    include_str!("../../repairs/columns.txt"),
    include_str!("../../rights/columns.txt"),
    include_str!("../../staff/columns.txt"),
    include_str!("../../site/columns.txt"),
];

/// Statements of the core and of the house itself.
const QUERIES: &[&[Sql]] = &[
    vault::sql::ALL,
    vault::evidence::sql::ALL,
    web::sql::ALL,
    crate::adapters::QUERIES,
];

/// Statements of the slices.
#[must_use]
pub fn queries() -> Vec<&'static [Sql]> {
    let mut lists = QUERIES.to_vec();
    for slice in [
        letters::QUERIES,
        customers::QUERIES,
        vehicles::QUERIES,
        bookings::QUERIES,
        repairs::QUERIES,
        rights::QUERIES,
        staff::QUERIES,
        site::QUERIES,
    ] {
        lists.extend_from_slice(slice);
    }
    lists
}

/// What the slices do with personal data.
pub fn activities() -> impl Iterator<Item = &'static Activity> {
    [
        letters::ACTIVITIES,
        customers::ACTIVITIES,
        vehicles::ACTIVITIES,
        bookings::ACTIVITIES,
        repairs::ACTIVITIES,
        rights::ACTIVITIES,
        staff::ACTIVITIES,
        site::ACTIVITIES,
    ]
    .into_iter()
    .flatten()
}

/// What the pages say.
pub const LANG: &[LangFiles] = &[
    web::TEXTS,
    letters::LANG,
    customers::LANG,
    vehicles::LANG,
    bookings::LANG,
    repairs::LANG,
    rights::LANG,
    staff::LANG,
    site::LANG,
    crate::LANG,
];

/// Records whose fields are not in the vocabulary.
#[must_use]
pub fn check_records() -> Vec<String> {
    [
        letters::check_records(),
        customers::check_records(),
        vehicles::check_records(),
        bookings::check_records(),
        repairs::check_records(),
        rights::check_records(),
        staff::check_records(),
        site::check_records(),
    ]
    .into_iter()
    .filter_map(Result::err)
    .collect()
}

/// The whole route table.
#[must_use]
pub fn routes() -> Routes {
    site::routes()
        .merge(customers::routes())
        .merge(vehicles::routes())
        .merge(bookings::routes())
        .merge(repairs::routes())
        .merge(rights::routes())
        .merge(staff::routes())
        .merge(crate::api::routes())
        .merge(crate::demo::routes())
}
