//! Checks of what the declaration, the vocabulary and the judge say.

use declaration::{
    lint::EEA,
    vocabulary::{Category, FieldDef, Purpose, Role},
};
use values::{ControllerId, SubjectId};
use vault::{Actor, Question, Standing};

use super::{Finding, sight::Sight};

/// Sample numbers (synthetic, valid check digits) in the ways people write them.
const NATIONAL_IDS: &[&str] = &["02013299997", "020132 99997", "nr 02.01.32.99997 takk"];

/// Parts of field names that would mean a payment card.
const CARD: &[&str] = &["card", "kort", "pan", "cvc", "cvv", "expiry"];

/// Parts of field names that would mean the holder of a vehicle as the register has them.
const HOLDER: &[&str] = &[
    "owner", "eier", "eigar", "holder", "address", "birth", "person",
];

/// What the judge answers a member of staff of this role, about somebody, consent given.
fn may(sight: &Sight, role: Role, asked: (Purpose, Category), unlocked: bool) -> bool {
    let standing = Standing {
        strand: None,
        consent: true,
        objection: vault::Objection::No,
        leave: false,
        tied: false,
        vehicle: false,
        unlocked,
        glass: false,
    };
    let question = Question {
        actor: Actor::Staff {
            id: SubjectId::from_raw(1),
            role,
            controller: ControllerId::from_raw(1),
        },
        subject: SubjectId::from_raw(2),
        purpose: asked.0,
        category: asked.1,
    };
    (sight.judge)(&sight.declaration, &question, &standing).is_ok()
}

/// Each role may do what the declaration gives it and nothing else; and what is locked (the accounting
/// copy) nobody may open alone, whatever their role and purpose: two have to agree.
pub(super) fn purposes_bound(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for role in Role::ALL {
        for purpose in Purpose::ALL {
            for category in Category::ALL {
                let asked = (*purpose, *category);
                let name = || {
                    let (purpose, category) = (purpose.as_str(), category.as_str());
                    format!("{} {purpose} {category}", role.as_str())
                };
                let locked = category.is_locked();
                let said = may(sight, *role, asked, locked);
                finding.note(said != promised(sight, *role, *purpose, *category), name);
                if locked {
                    finding.note(may(sight, *role, asked, false), || {
                        format!("{}: alone", name())
                    });
                }
            }
        }
    }
    finding
}

/// Read off the declaration's own lines, apart from the judge.
fn promised(sight: &Sight, role: Role, purpose: Purpose, category: Category) -> bool {
    let source = sight.declaration.source();
    let serves = source
        .roles
        .iter()
        .any(|r| r.id == role.as_str() && r.purposes.iter().any(|p| p == purpose.as_str()));
    let uses = source
        .purposes
        .iter()
        .any(|p| p.id == purpose.as_str() && p.uses.iter().any(|c| c == category.as_str()));
    // Rights reach whatever is kept: a person may ask about all of it.
    serves && (uses || (purpose == Purpose::Rights && purpose.categories().contains(&category)))
}

pub(super) fn fields_declared(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for (category, _) in &sight.traces.categories {
        let known = Category::from_name(category).is_some_and(|c| sight.declaration.uses(c));
        finding.note(!known, || category.clone());
    }
    finding
        .wrong
        .extend(sight.facts.record_faults.iter().cloned());
    finding.looked += i64::try_from(sight.fields.len()).unwrap_or(0);
    finding
}

pub(super) fn national_id_refused(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for (at, sample) in NATIONAL_IDS.iter().enumerate() {
        finding.note(!(sight.refuses)(sample), || {
            format!("sample {at} was taken")
        });
    }
    finding.note((sight.refuses)("Kranen lekker, ring meg"), || {
        "ordinary text was refused".into()
    });
    finding.looked += sight.facts.texts_searched;
    finding
        .wrong
        .extend(sight.facts.national_ids.iter().cloned());
    finding
}

fn named(fields: &[FieldDef], parts: &[&str]) -> Vec<String> {
    let hit = |name: &str| name.split('_').any(|word| parts.contains(&word));
    let found = fields.iter().filter(|field| hit(field.name));
    found
        .map(|field| format!("{}.{}", field.category.as_str(), field.name))
        .collect()
}

pub(super) fn no_card_numbers(sight: &Sight) -> Finding {
    let mut finding = Finding {
        looked: i64::try_from(sight.fields.len() + sight.columns.len()).unwrap_or(0),
        wrong: named(sight.fields, CARD),
    };
    for column in &sight.columns {
        if column.name.split('_').any(|word| CARD.contains(&word)) {
            finding
                .wrong
                .push(format!("{}.{}", column.table, column.name));
        }
    }
    finding
}

pub(super) fn register_owner_dropped(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for field in &sight.vehicle_fields {
        let known = sight
            .fields
            .iter()
            .any(|f| f.category == Category::Vehicle && f.name == field);
        let holder = field.split('_').any(|word| HOLDER.contains(&word));
        finding.note(!known || holder, || format!("vehicle.{field}"));
    }
    let stated: Vec<FieldDef> = sight
        .fields
        .iter()
        .filter(|field| field.category == Category::Vehicle)
        .copied()
        .collect();
    finding.wrong.extend(named(&stated, HOLDER));
    finding.looked += sight.vehicle_records;
    finding
}

pub(super) fn processors_under_agreement(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    let processors = sight
        .declaration
        .recipients()
        .iter()
        .filter(|r| r.kind == "processor");
    for processor in processors {
        for controller in sight.declaration.controllers() {
            let signed = processor.agreements.iter().any(|agreement| {
                agreement.controller == controller.key && !agreement.signed_on.is_empty()
            });
            finding.note(!signed, || {
                format!("{} and {}", processor.key, controller.key)
            });
        }
    }
    finding
}

pub(super) fn recipients_in_eea(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for recipient in sight.declaration.recipients() {
        let inside = !recipient.countries.is_empty()
            && recipient
                .countries
                .iter()
                .all(|code| EEA.contains(&code.as_str()));
        finding.note(!inside && recipient.safeguard.is_none(), || {
            recipient.key.clone()
        });
    }
    for storage in &sight.declaration.source().storage {
        finding.note(!EEA.contains(&storage.country.as_str()), || {
            storage.component.clone()
        });
    }
    finding
}

pub(super) fn declaration_checked(sight: &Sight) -> Finding {
    let mut finding = Finding {
        looked: i64::try_from(sight.declaration.clauses().len()).unwrap_or(0),
        wrong: sight.declaration_errors.clone(),
    };
    finding.note(!sight.same_declaration, || {
        "the file is not what is in force".into()
    });
    finding
}

pub(super) fn links_real(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    let source = sight.declaration.source();
    let complaint = source.complaint.iter().map(|complaint| &complaint.url);
    for url in source.links.iter().map(|link| &link.url).chain(complaint) {
        let host = url
            .strip_prefix("https://")
            .and_then(|rest| rest.split('/').next());
        let real = host.is_some_and(|host| {
            host.contains('.') && !host.starts_with('.') && !host.contains(char::is_whitespace)
        });
        finding.note(!real, || url.clone());
    }
    finding
}

pub(super) fn staff_belong(sight: &Sight) -> Finding {
    declared(
        sight,
        sight
            .facts
            .staff
            .iter()
            .map(|row| ("staff", row.controller, row.rows)),
    )
}

pub(super) fn controllers_declared(sight: &Sight) -> Finding {
    let rows = sight.facts.controllers.iter();
    let rows = rows.map(|row| (row.what, row.controller, row.rows));
    let consents = sight.traces.consent_controllers.iter();
    let consents = consents.map(|(controller, n)| ("consent", Some(controller.get()), *n));
    let requests = sight.deadlines.controllers.iter();
    let requests = requests.map(|(controller, n)| ("rights_request", Some(*controller), *n));
    declared(sight, rows.chain(consents).chain(requests))
}

fn declared<'a>(sight: &Sight, rows: impl Iterator<Item = (&'a str, Option<i64>, i64)>) -> Finding {
    let mut finding = Finding::default();
    for (what, controller, count) in rows {
        let known = controller.is_some_and(|id| {
            sight
                .declaration
                .controller(ControllerId::from_raw(id))
                .is_some()
        });
        finding.note(!known, || {
            format!("{what}: {count} with controller {controller:?}")
        });
        finding.looked += count - 1;
    }
    finding
}
