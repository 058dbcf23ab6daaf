//! Which role may open which field, for which purposes: a reviewed file. `KAROSSERI_BLESS=1` writes it.

use std::sync::{Arc, LazyLock};

use declaration::Declaration;
use declaration::vocabulary::{FIELDS, Purpose, Role};
use values::{ControllerId, SubjectId};

use crate::{Actor, Question, Standing, StrandState, judge, testing::declaration};

const HEAD: &str = "# Role x field: the purposes for which a role may open a field; `-`: it may not.\n\
    # From the vocabulary and the reference declaration, by the judge itself, on a living strand with\n\
    # consent. `[role]`: only while the glass is broken. Written by KAROSSERI_BLESS=1; review every line.\n";

fn promised() -> Arc<Declaration> {
    static READ: LazyLock<Arc<Declaration>> = LazyLock::new(declaration);
    Arc::clone(&READ)
}

fn purposes(
    role: Role,
    category: declaration::vocabulary::Category,
    glass: bool,
) -> Vec<&'static str> {
    let question = |purpose| Question {
        actor: Actor::Staff {
            id: SubjectId::from_raw(9),
            role,
            controller: ControllerId::from_raw(1),
        },
        subject: SubjectId::from_raw(1),
        purpose,
        category,
    };
    let standing = Standing {
        strand: Some(StrandState::Live),
        consent: true,
        objection: crate::Objection::No,
        leave: false,
        tied: false,
        vehicle: category.is_of_vehicle(),
        glass,
        unlocked: false,
    };
    let may = |purpose: &&Purpose| judge(&promised(), &question(**purpose), &standing).is_ok();
    let names = Purpose::ALL
        .iter()
        .filter(may)
        .map(|purpose| purpose.as_str());
    names.collect()
}

fn table() -> String {
    let mut text = HEAD.to_owned();
    for role in Role::ALL {
        let (declaration, name) = (promised(), role.as_str());
        text.push_str(&format!("\n{name}\n"));
        for field in FIELDS {
            let may = purposes(*role, field.category, false);
            let mut words = if may.is_empty() {
                "-".to_owned()
            } else {
                may.join(" ")
            };
            let more = purposes(*role, field.category, true);
            let more: Vec<_> = more.into_iter().filter(|p| !may.contains(p)).collect();
            if let (Some(taken), false) = (declaration.break_glass(*role), more.is_empty()) {
                words.push_str(&format!(" [{}: {}]", taken.as_str(), more.join(" ")));
            }
            let field = format!("{}.{}", field.category.as_str(), field.name);
            text.push_str(&format!("  {field:<32} {words}\n"));
        }
    }
    text
}

#[test]
fn the_fields_of_each_role_are_those_that_were_reviewed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/tests/roles.txt");
    let now = table();
    if std::env::var_os("KAROSSERI_BLESS").is_some() {
        std::fs::write(path, &now).unwrap();
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    let differs = now.lines().zip(reviewed.lines()).find(|(a, b)| a != b);
    assert!(now == reviewed, "{differs:?}");
}

#[test]
fn the_host_opens_nothing_and_the_technician_neither_name_nor_price() {
    let of = |role: Role| {
        FIELDS
            .iter()
            .filter(move |field| !purposes(role, field.category, false).is_empty())
    };
    assert_eq!(of(Role::Operator).count(), 0);
    for field in FIELDS {
        assert!(purposes(Role::Operator, field.category, true).is_empty());
    }
    for field in of(Role::Technician) {
        let category = field.category.as_str();
        assert!(
            ![
                "contact",
                "deliverer",
                "billing",
                "purchase",
                "correspondence",
                "marketing"
            ]
            .contains(&category),
            "{category}.{}",
            field.name
        );
    }
}
