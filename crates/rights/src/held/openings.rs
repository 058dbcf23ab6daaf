//! Who has opened a person's data, in words: role and company, never the colleague's name.

use declaration::Declaration;
use values::Moment;
use vault::OpeningLine;
use web::{Lang, Text};

use crate::words;

/// A line of the log in words.
pub(crate) struct Looked {
    pub at: Moment,
    pub who: String,
    pub categories: Vec<String>,
    pub purpose: String,
    pub case: String,
}

fn who(text: &Text, line: &OpeningLine) -> String {
    if line.actor_kind == "chore" {
        let key = match line.title.as_str() {
            "letters" | "deliver" => "rights-who-letters",
            "prove" => "rights-who-prove",
            _ => "rights-who-chore",
        };
        return text.s(key).to_owned();
    }
    let key = match line.title.as_str() {
        "reception" => "role-reception",
        "technician" => "role-technician",
        "claims" => "role-claims",
        "marketing" => "role-marketing",
        "privacy" => "role-privacy",
        "admin" => "role-admin",
        _ => "role-operator",
    };
    text.s(key).to_owned()
}

fn case(text: &Text, kind: &str) -> String {
    let key = match kind {
        "booking" => "rights-case-booking",
        "visit" => "rights-case-visit",
        "order" | "work_order" => "rights-case-order",
        "enquiry" => "rights-case-enquiry",
        "claim" => "rights-case-claim",
        "rights_request" => "rights-case-request",
        "log_in" => "rights-case-log-in",
        "message" => "rights-case-message",
        "" => "rights-case-none",
        _ => "rights-case-other",
    };
    text.s(key).to_owned()
}

/// A line in words.
pub(crate) fn looked(
    declaration: &Declaration,
    text: &Text,
    lang: Lang,
    line: &OpeningLine,
) -> Looked {
    let names = line.categories.split(',').filter(|name| !name.is_empty());
    Looked {
        at: line.at,
        who: who(text, line),
        categories: names.map(|name| words::category(name, lang)).collect(),
        purpose: words::purpose(declaration, &line.purpose, lang),
        case: case(text, &line.case_kind),
    }
}
