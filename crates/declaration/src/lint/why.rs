//! Purposes, bases, retention, required fields, sources, roles.

use std::collections::BTreeSet;

use super::{Marks, bound, declares, known_categories, uses};
use crate::model::required_fields;
use crate::rules::RuleTable;
use crate::source::{Keep, PurposeSource, RoleSource, Source};
use crate::text::Text;
use crate::vocabulary::{Basis, Category, Count, Purpose, Role, field};

pub(super) fn check(source: &Source, rules: Option<&RuleTable>, marks: &mut Marks<'_>) {
    marks.when(
        source.purposes.is_empty(),
        "",
        "purpose-missing",
        "no purpose is named",
    );
    let mut seen = BTreeSet::new();
    for (index, purpose) in source.purposes.iter().enumerate() {
        let path = format!("purpose/{index}");
        if !seen.insert(&purpose.id) {
            marks.say(
                &path,
                "purpose-twice",
                format!("`{}` stands twice", purpose.id),
            );
        }
        basis(&purpose.basis, purpose.interest.as_ref(), &path, marks);
        let lawless = purpose.basis == Basis::LegalObligation.as_str() && purpose.law.is_empty();
        marks.when(
            lawless,
            &path,
            "law-missing",
            "a legal obligation without a law",
        );
        for (number, also) in purpose.also.iter().enumerate() {
            basis(
                &also.basis,
                also.interest.as_ref(),
                &format!("{path}/also/{number}"),
                marks,
            );
            for name in &also.categories {
                marks.when(
                    !purpose.uses.contains(name),
                    &format!("{path}/also/{number}/categories"),
                    "category-elsewhere",
                    "another basis is for categories of the purpose's `uses`",
                );
            }
        }
        categories(purpose, &path, marks);
        counts(purpose, &path, marks);
        keeps(purpose, rules, &path, marks);
        unused(source, purpose, &path, marks);
    }
    kept_somewhere(source, marks);
    fields(source, marks);
    sources(source, marks);
    roles(source, marks);
}

fn basis(basis: &str, interest: Option<&Text>, path: &str, marks: &mut Marks<'_>) {
    match Basis::from_name(basis) {
        None if basis.is_empty() => {
            marks.say(path, "basis-missing", "the legal basis is not said");
        }
        None => {
            let at = format!("{path}/basis");
            marks.say(&at, "basis-unknown", format!("`{basis}` is no legal basis"));
        }
        Some(Basis::LegitimateInterest) if interest.is_none() => {
            marks.say(
                path,
                "interest-missing",
                "the legitimate interest is not named",
            );
        }
        Some(_) => {}
    }
}

fn categories(purpose: &PurposeSource, path: &str, marks: &mut Marks<'_>) {
    known_categories(&purpose.uses, &format!("{path}/uses"), marks);
    let Some(known) = Purpose::from_name(&purpose.id) else {
        let said = format!("`{}` is no purpose", purpose.id);
        return marks.say(&format!("{path}/id"), "purpose-unknown", said);
    };
    for (index, name) in purpose.uses.iter().enumerate() {
        let beyond =
            Category::from_name(name).is_some_and(|used| !known.categories().contains(&used));
        if beyond {
            let said = format!("`{}` may not use `{name}`", purpose.id);
            marks.say(&format!("{path}/uses/{index}"), "category-beyond", said);
        }
    }
}

/// What is counted is a kind the program has; only statistics count.
fn counts(purpose: &PurposeSource, path: &str, marks: &mut Marks<'_>) {
    let counts = Purpose::from_name(&purpose.id) == Some(Purpose::Statistics);
    marks.when(
        counts && purpose.counts.is_empty(),
        path,
        "counts-missing",
        "what is counted of visits is not said: only their number is",
    );
    for (index, name) in purpose.counts.iter().enumerate() {
        let at = format!("{path}/counts/{index}");
        if Count::from_name(name).is_none() {
            marks.say(
                &at,
                "counts-unknown",
                format!("`{name}` is nothing that is counted here"),
            );
        } else if !counts {
            marks.say(
                &at,
                "counts-elsewhere",
                format!("`{}` counts nothing", purpose.id),
            );
        }
    }
}

fn keeps(purpose: &PurposeSource, rules: Option<&RuleTable>, path: &str, marks: &mut Marks<'_>) {
    for (category, keep) in &purpose.keep {
        let at = format!("{path}/keep/{category}");
        if Category::from_name(category).is_none() {
            marks.say(
                &at,
                "category-unknown",
                format!("`{category}` is no category"),
            );
        } else if !purpose.uses.contains(category) {
            let said = format!("`{}` keeps `{category}` but does not use it", purpose.id);
            marks.say(&at, "keep-unused", said);
        }
        retention(keep, rules, &at, marks);
    }
}

/// A retention has a rule that exists and words with a number.
pub(super) fn retention(keep: &Keep, rules: Option<&RuleTable>, at: &str, marks: &mut Marks<'_>) {
    let whole = (&keep.rule, &keep.text);
    let cases = keep.cases.iter().map(|case| (&case.rule, &case.text));
    for (rule, text) in std::iter::once(whole).chain(cases) {
        marks.when(
            rule.is_empty(),
            at,
            "keep-rule-missing",
            "no rule computes the date",
        );
        if !rule.is_empty() && rules.is_some_and(|rules| !rules.has(rule)) {
            marks.say(
                at,
                "keep-rule-unknown",
                format!("the rule table has no `{rule}`"),
            );
        }
        if let Some(rule) = rules.and_then(|rules| rules.latest(rule)) {
            let unsaid = rule.numbers().find(|number| !says_number(text, *number));
            if let Some(number) = unsaid {
                let said = format!("`{}` says {number}, the words do not", rule.id);
                marks.say(at, "keep-number-wrong", said);
            }
        }
        let numberless = !text.nb.contains(|letter: char| letter.is_ascii_digit());
        marks.when(
            numberless,
            at,
            "keep-number-missing",
            "how long is said without a number",
        );
    }
}

/// Whether the number stands in the words of every language that has words.
fn says_number(text: &Text, number: i32) -> bool {
    let number = number.to_string();
    let spoken = [&text.nb, &text.nn, &text.en]
        .into_iter()
        .filter(|words| !words.is_empty());
    let says = |words: &String| {
        words
            .split(|letter: char| !letter.is_ascii_digit())
            .any(|part| part == number)
    };
    spoken.into_iter().all(says)
}

fn unused(source: &Source, purpose: &PurposeSource, path: &str, marks: &mut Marks<'_>) {
    let id = &purpose.id;
    let by_role = source.roles.iter().any(|role| role.purposes.contains(id));
    let by_recipient = source
        .recipients
        .iter()
        .any(|recipient| recipient.purposes.contains(id));
    let by_clause = source
        .clauses
        .iter()
        .any(|clause| clause.purposes.contains(id));
    if !(by_role || by_recipient || by_clause) {
        marks.say(
            path,
            "purpose-unused",
            format!("nothing serves the purpose `{id}`"),
        );
    }
}

/// Every category in use is kept by some purpose.
fn kept_somewhere(source: &Source, marks: &mut Marks<'_>) {
    let kept: BTreeSet<_> = source
        .purposes
        .iter()
        .flat_map(|purpose| purpose.keep.keys())
        .collect();
    let mut told = BTreeSet::new();
    for (index, purpose) in source.purposes.iter().enumerate() {
        for (number, used) in purpose.uses.iter().enumerate() {
            if !kept.contains(used) && told.insert(used) {
                let said = format!("how long `{used}` is kept is not said");
                marks.say(
                    &format!("purpose/{index}/uses/{number}"),
                    "keep-missing",
                    said,
                );
            }
        }
    }
}

fn fields(source: &Source, marks: &mut Marks<'_>) {
    for (index, stated) in source.fields.iter().enumerate() {
        let parts = stated.name.split_once('.');
        let known = parts.and_then(|(category, name)| field(Category::from_name(category)?, name));
        if known.is_none() {
            let at = format!("field/{index}");
            marks.say(
                &at,
                "field-unknown",
                format!("`{}` is no field", stated.name),
            );
        }
    }
    let used: Vec<_> = Category::ALL
        .iter()
        .copied()
        .filter(|one| uses(source, one.as_str()))
        .collect();
    for required in required_fields(&used) {
        if !source.fields.iter().any(|stated| stated.name == required) {
            let said = format!("what happens without `{required}` is not said");
            marks.say("field", "consequence-missing", said);
        }
    }
}

fn sources(source: &Source, marks: &mut Marks<'_>) {
    let elsewhere = uses(source, "vehicle") || declares(source, "prospecting");
    let said = "where data come from, when not from the person, is not said";
    marks.when(
        elsewhere && source.sources.is_empty(),
        "",
        "source-missing",
        said,
    );
    for (index, from) in source.sources.iter().enumerate() {
        let path = format!("source/{index}");
        let said = "which data come from here is not said";
        marks.when(
            from.categories.is_empty(),
            &path,
            "source-categories-missing",
            said,
        );
        let said = "when the person is told is not said";
        marks.when(from.notice.is_none(), &path, "source-notice-missing", said);
        known_categories(&from.categories, &format!("{path}/categories"), marks);
    }
}

fn roles(source: &Source, marks: &mut Marks<'_>) {
    marks.when(
        source.roles.is_empty(),
        "",
        "roles-missing",
        "no role is declared",
    );
    for (index, role) in source.roles.iter().enumerate() {
        let path = format!("role/{index}");
        if Role::from_name(&role.id).is_none() {
            marks.say(
                &format!("{path}/id"),
                "role-unknown",
                format!("`{}` is no role", role.id),
            );
        }
        bound(
            source,
            &role.purposes,
            &[],
            &path,
            "role-purpose-undeclared",
            marks,
        );
        role_rights(source, role, &path, marks);
    }
}

/// Opening many at once, and breaking the glass: never for the host, and never for more than a role
/// that is declared.
fn role_rights(source: &Source, role: &RoleSource, path: &str, marks: &mut Marks<'_>) {
    let host = Role::Operator.as_str();
    let opens = role.bulk || role.break_glass.is_some() || !role.purposes.is_empty();
    if role.id == host && opens {
        marks.say(
            path,
            "role-host-opens",
            "the operator is given something to open",
        );
    }
    if let Some(taken) = &role.break_glass {
        let declared = source.roles.iter().any(|other| other.id == *taken);
        if !declared || *taken == role.id || taken == host {
            marks.say(
                path,
                "role-glass-unknown",
                format!("`{}` may break the glass for `{taken}`", role.id),
            );
        }
    }
}
