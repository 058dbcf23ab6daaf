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
    newsletter::MIGRATIONS,
    make::MIGRATIONS,
    prospects::MIGRATIONS,
    bookings::MIGRATIONS,
    repairs::MIGRATIONS,
    rights::MIGRATIONS,
    staff::MIGRATIONS,
    site::MIGRATIONS,
    statistics::MIGRATIONS,
    crate::upkeep::MIGRATIONS,
];

/// The marks of every column.
pub const COLUMNS: &[&str] = &[
    include_str!("../../store/columns.txt"),
    include_str!("../../vault/columns.txt"),
    include_str!("../../web/columns.txt"),
    include_str!("../../letters/columns.txt"),
    include_str!("../../customers/columns.txt"),
    include_str!("../../vehicles/columns.txt"),
    include_str!("../../newsletter/columns.txt"),
    include_str!("../../make/columns.txt"),
    include_str!("../../prospects/columns.txt"),
    include_str!("../../bookings/columns.txt"),
    include_str!("../../repairs/columns.txt"),
    include_str!("../../rights/columns.txt"),
    include_str!("../../staff/columns.txt"),
    include_str!("../../site/columns.txt"),
    statistics::COLUMNS,
    crate::upkeep::COLUMNS,
];

/// Statements of the core and of the house itself.
const QUERIES: &[&[Sql]] = &[
    vault::sql::ALL,
    vault::evidence::sql::ALL,
    vault::audience::sql::ALL,
    web::sql::ALL,
    crate::adapters::QUERIES,
    crate::adapters::TODAY_QUERIES,
    crate::upkeep::QUERIES,
];

/// Statements of the slices.
#[must_use]
pub fn queries() -> Vec<&'static [Sql]> {
    let mut lists = QUERIES.to_vec();
    for slice in [
        letters::QUERIES,
        customers::QUERIES,
        vehicles::QUERIES,
        newsletter::QUERIES,
        make::QUERIES,
        prospects::QUERIES,
        bookings::QUERIES,
        repairs::QUERIES,
        rights::QUERIES,
        staff::QUERIES,
        site::QUERIES,
        statistics::QUERIES,
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
        newsletter::ACTIVITIES,
        make::ACTIVITIES,
        prospects::ACTIVITIES,
        bookings::ACTIVITIES,
        repairs::ACTIVITIES,
        rights::ACTIVITIES,
        staff::ACTIVITIES,
        site::ACTIVITIES,
        statistics::ACTIVITIES,
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
    newsletter::LANG,
    make::LANG,
    prospects::LANG,
    bookings::LANG,
    repairs::LANG,
    rights::LANG,
    staff::LANG,
    site::LANG,
    statistics::LANG,
    crate::LANG,
];

/// Records whose fields are not in the vocabulary.
#[must_use]
pub fn check_records() -> Vec<String> {
    [
        letters::check_records(),
        customers::check_records(),
        vehicles::check_records(),
        newsletter::check_records(),
        prospects::check_records(),
        bookings::check_records(),
        repairs::check_records(),
        rights::check_records(),
        staff::check_records(),
        site::check_records(),
        statistics::check_records(),
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
        .merge(newsletter::routes())
        .merge(make::routes())
        .merge(prospects::routes())
        .merge(bookings::routes())
        .merge(repairs::routes())
        .merge(rights::routes())
        .merge(staff::routes())
        .merge(statistics::routes())
        .merge(crate::api::routes())
        .merge(crate::upkeep::routes())
        .merge(crate::demo::routes())
}
