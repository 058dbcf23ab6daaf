//! Checks of what a visitor without a session gets.

use axum::http::header;
use store::Column;

use super::{Finding, PageSeen, sight::Sight};

/// Pages that every house has.
const NEEDED: &[&str] = &["/", "/personvern"];

/// Columns that would tell of visitors.
const VISITOR: &[&str] = &[
    "ip",
    "ip_address",
    "user_agent",
    "referer",
    "referrer",
    "visitor_id",
    "client_id",
    "device_id",
    "remote_addr",
];

/// Parts of the names of tables that keep what visitors do.
const VISITS: [&str; 3] = ["page_view", "pageview", "visitor"];

pub(super) fn no_cookie_before_log_in(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for (path, page) in &sight.pages {
        if !page.status.is_success() && !NEEDED.contains(path) {
            continue;
        }
        finding.note(!page.status.is_success(), || {
            format!("{path}: {}", page.status)
        });
        finding.note(page.headers.contains_key(header::SET_COOKIE), || {
            format!("{path}: a cookie")
        });
        for other in others(page) {
            finding.wrong.push(format!("{path}: {other}"));
        }
    }
    finding
}

/// Addresses of other hosts that a browser would fetch by itself, and a policy that would let it.
fn others(page: &PageSeen) -> Vec<String> {
    let own = |address: &str| {
        (address.starts_with('/') && !address.starts_with("//"))
            || address.starts_with("data:")
            || address.starts_with('#')
            || address.is_empty()
    };
    let mut found: Vec<String> = Vec::new();
    for (marker, end) in [
        ("src=\"", '"'),
        ("srcset=\"", '"'),
        ("url(", ')'),
        ("action=\"", '"'),
    ] {
        let values = page.body.split(marker).skip(1);
        let values = values.filter_map(|rest| rest.split(end).next());
        found.extend(
            values
                .filter(|v| !own(v.trim_matches(['"', '\''])))
                .map(str::to_owned),
        );
    }
    for tag in page.body.split("<link ").skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let href = tag
            .split("href=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        found.extend(href.filter(|v| !own(v)).map(str::to_owned));
    }
    let policy = page.headers.get(header::CONTENT_SECURITY_POLICY);
    match policy.and_then(|value| value.to_str().ok()) {
        Some(policy) if !policy.contains("http") && !policy.contains('*') => {}
        _ => found.push("content-security-policy lets others in".to_owned()),
    }
    found
}

pub(super) fn contacts_on_page(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    let body = sight
        .pages
        .get("/personvern")
        .map(|page| page.body.replace("&#38;", "&"));
    let body = body.unwrap_or_default().replace("&amp;", "&");
    let packed: String = body
        .replace("&nbsp;", "")
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    for controller in sight.declaration.controllers() {
        let digits = controller.phone.len().saturating_sub(8);
        let phone = controller.phone.get(digits..).unwrap_or_default();
        finding.note(!body.contains(&controller.name), || {
            format!("{}: name", controller.key)
        });
        finding.note(!body.contains(&controller.email), || {
            format!("{}: e-mail", controller.key)
        });
        finding.note(!packed.contains(phone), || {
            format!("{}: phone", controller.key)
        });
        let address = controller
            .address
            .iter()
            .all(|line| body.contains(line.as_str()));
        finding.note(!address, || format!("{}: address", controller.key));
    }
    finding
}

/// The one table about visits, and all its columns. Rule: C38, C39.
const COUNTED: (&str, [&str; 5]) = (
    "visit_count",
    ["controller_id", "count", "county", "day", "term"],
);

/// Just the five columns, in the real schema; nothing in them but known words, counties and companies; and
/// no other column anywhere that tells of a visitor.
pub(super) fn no_visitor_table(sight: &Sight) -> Finding {
    let (table, wanted) = COUNTED;
    let mut finding = Finding::default();
    for column in &sight.columns {
        let (name, of) = (column.name.as_str(), column.table.as_str());
        let tells = if of == table {
            !wanted.contains(&name)
        } else {
            VISITOR.contains(&name) || VISITS.iter().any(|part| of.contains(part))
        };
        finding.note(tells, || format!("{of}.{name}"));
    }
    for name in wanted {
        let here = |column: &&Column| column.table == table && column.name == name;
        let missing = !sight.columns.iter().any(|column| here(&column));
        finding.note(missing, || format!("{table}.{name} is not there"));
    }
    finding.looked += sight.facts.visit_values;
    for wrong in &sight.facts.visits_wrong {
        finding.note(true, || wrong.clone());
    }
    finding
}
