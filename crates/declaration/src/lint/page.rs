//! What the page must say once: rights, complaint, notices, device, measures, links.

use super::{Marks, declares, is_front_door, is_real_link, uses, why::retention};
use crate::rules::RuleTable;
use crate::source::Source;
use crate::text::Text;

/// The rights of Art. 15–21.
const RIGHTS: [&str; 6] = [
    "access",
    "rectification",
    "erasure",
    "restriction",
    "objection",
    "portability",
];

pub(super) fn check(source: &Source, rules: Option<&RuleTable>, marks: &mut Marks<'_>) {
    rights(source, marks);
    answering(source, rules, marks);
    notices(source, marks);
    device(source, marks);
    let said = "what protects the data is not said";
    marks.when(source.measures.is_empty(), "", "measures-missing", said);
    for (index, link) in source.links.iter().enumerate() {
        let dead = !is_real_link(&link.url);
        marks.when(
            dead,
            &format!("link/{index}/url"),
            "link-dead",
            "the link leads nowhere",
        );
        marks.when(
            is_front_door(&link.url),
            &format!("link/{index}/url"),
            "link-generic",
            "the link leads to the front door of a service that everybody has a page on",
        );
    }
}

fn rights(source: &Source, marks: &mut Marks<'_>) {
    for right in RIGHTS {
        if !source.rights.iter().any(|stated| stated.id == right) {
            marks.say(
                "right",
                "right-missing",
                format!("the right of {right} is not said"),
            );
        }
    }
    for (index, right) in source.rights.iter().enumerate() {
        if !RIGHTS.contains(&right.id.as_str()) {
            let said = format!("`{}` is no right of the list", right.id);
            marks.say(&format!("right/{index}/id"), "right-unknown", said);
        }
    }
    match &source.complaint {
        None => marks.say("", "complaint-missing", "where one complains is not said"),
        Some(complaint) => {
            let dead = !is_real_link(&complaint.url);
            marks.when(
                dead,
                "complaint/url",
                "link-dead",
                "the link to the authority leads nowhere",
            );
        }
    }
}

fn answering(source: &Source, rules: Option<&RuleTable>, marks: &mut Marks<'_>) {
    let answering = source.answering.clone().unwrap_or_default();
    let at = "answering";
    let said = "within what time a request is answered is not said";
    marks.when(
        answering.deadline.is_none(),
        at,
        "answer-deadline-missing",
        said,
    );
    if let Some(deadline) = &answering.deadline {
        retention(deadline, rules, "answering/deadline", marks);
    }
    let said = "what a request costs is not said";
    marks.when(answering.price.is_none(), at, "answer-price-missing", said);
    let said = "how we know who asks is not said";
    marks.when(
        answering.identity.is_none(),
        at,
        "answer-identity-missing",
        said,
    );
}

/// What must be said once: whether it must be, the words, the lint, what it is about.
type Asked<'a> = (bool, &'a Option<Text>, &'static str, &'static str);

fn notices(source: &Source, marks: &mut Marks<'_>) {
    for (needed, text, code, about) in asked(source) {
        let said = format!("nothing is said about {about}");
        marks.when(needed && text.is_none(), "notices", code, &said);
    }
}

#[rustfmt::skip]
fn asked(source: &Source) -> [Asked<'_>; 8] {
    let said = &source.notices;
    let consent = source.purposes.iter().any(|purpose| purpose.basis == "6(1)(a)");
    let newsletter = declares(source, "newsletter") || declares(source, "customer_news");
    let marketing = newsletter
        || declares(source, "prospecting")
        || declares(source, "service_reminders");
    let counting = declares(source, "statistics");
    let (evidence, staff) = (uses(source, "evidence"), uses(source, "staff"));
    [
        (true, &said.automated_decisions, "automated-missing", "automated decisions"),
        (true, &said.further_purpose, "further-purpose-missing", "a new purpose"),
        (consent, &said.withdraw_consent, "withdraw-missing", "withdrawing consent"),
        (marketing, &said.object_to_marketing, "object-marketing-missing", "objecting to marketing"),
        (newsletter, &said.tracking, "tracking-missing", "tracking in letters"),
        (counting, &said.statistics, "statistics-missing", "what is counted"),
        (evidence, &said.evidence, "evidence-missing", "photos and signatures"),
        (staff, &said.staff, "staff-missing", "employees' names"),
    ]
}

fn device(source: &Source, marks: &mut Marks<'_>) {
    let silent = source.device.is_empty() || source.notices.device.is_none();
    let said = "what is stored on the device is not listed";
    marks.when(silent, "notices", "device-missing", said);
    for (index, item) in source.device.iter().enumerate() {
        if !item.necessary || item.party != "self" {
            let said = format!("`{}` needs consent first", item.name);
            marks.say(&format!("device/{index}"), "device-consent", said);
        }
    }
}
