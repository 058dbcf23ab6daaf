//! The crate from outside: the reference declaration, its pages, its record, its history.

#![allow(clippy::unwrap_used)] // a test may

use declaration::vocabulary::{Activity, Basis, Category, ProofName, Purpose, Role, fields_of};
use declaration::{Declaration, Lang, RuleTable, diff, render_changes, rules};
use values::ControllerId;

const WESTRUM: &str = include_str!("../../../declarations/westrum.toml");
const PUBLISHED: &str = include_str!("../../../declarations/westrum-0.toml");

const EXISTING_CUSTOMERS: &str = include_str!("../../../declarations/existing-customers.toml");

fn westrum() -> Declaration {
    Declaration::parse(WESTRUM).unwrap()
}

#[test]
fn the_reference_answers_what_the_vault_asks() {
    let told = westrum();
    assert_eq!((told.version(), told.tenant()), (1, "westrum"));
    assert_eq!(told.hash().len(), 64);
    let ids: Vec<_> = told
        .controllers()
        .iter()
        .map(|one| (one.id, one.key.as_str()))
        .collect();
    let expected = [(1, "westrum-karosseri"), (2, "westrum")];
    assert_eq!(
        ids,
        expected.map(|(id, key)| (ControllerId::from_raw(id), key))
    );
    assert_eq!(
        told.purpose(Purpose::Newsletter).unwrap().basis,
        Basis::Consent
    );
    assert_eq!(
        told.purpose(Purpose::Accounting).unwrap().basis,
        Basis::LegalObligation
    );
    let visit = told.purpose(Purpose::Visit).unwrap();
    let contact = visit.keeps(Category::Contact).unwrap();
    assert_eq!(contact.rule, "relationship-end");
    assert_eq!(contact.rule_when("cancelled"), "booking-cancelled");
    assert_eq!(contact.rule_when("anything else"), "relationship-end");
    assert!(visit.keeps(Category::Claim).is_none());
    assert!(visit.categories().contains(&Category::Deliverer));
    assert!(
        told.consequence("contact.name").is_some() && told.consequence("contact.hat").is_none()
    );
}

#[test]
fn roles_see_no_more_than_they_need() {
    let told = westrum();
    let sees = |role, category| {
        let purposes = told
            .role_purposes(role)
            .iter()
            .filter_map(|one| told.purpose(*one));
        purposes
            .into_iter()
            .any(|purpose| purpose.categories().contains(&category))
    };
    assert!(sees(Role::Reception, Category::Contact) && sees(Role::Technician, Category::Work));
    for category in [
        Category::Contact,
        Category::Deliverer,
        Category::Billing,
        Category::Claim,
    ] {
        assert!(!sees(Role::Technician, category), "{category:?}");
        assert!(
            !sees(Role::Admin, category) && !sees(Role::Operator, category),
            "{category:?}"
        );
    }
    assert!(
        !sees(Role::Reception, Category::Marketing) && !sees(Role::Marketing, Category::Vehicle)
    );
}

#[test]
fn every_retention_cites_a_rule_that_holds_on_the_day() {
    let table = RuleTable::parse(rules::SHIPPED_RULES).unwrap();
    let told = westrum();
    for purpose in told.purposes() {
        for (category, keep) in purpose.retentions() {
            let cited = std::iter::once(&keep.rule).chain(keep.cases.iter().map(|case| &case.rule));
            for rule in cited {
                assert!(
                    table.at(rule, told.effective_on()).is_some(),
                    "{category:?}: {rule}"
                );
            }
        }
    }
    let obliging = told.source().obligations.iter().flat_map(|one| &one.rules);
    for rule in obliging {
        assert!(table.has(rule), "{rule}");
    }
}

#[test]
fn every_clause_of_the_statement_is_there_with_its_proof() {
    let told = westrum();
    let numbers: Vec<_> = told
        .clauses()
        .iter()
        .map(|clause| clause.number.clone())
        .collect();
    let expected: Vec<_> = (1..=43).map(|number| format!("C{number:02}")).collect();
    assert_eq!(numbers, expected);
    // What the reference does not do it does not prove either.
    let elsewhere = |one: &&ProofName| EXISTING_CUSTOMERS.contains(one.as_str());
    for proof in ProofName::ALL.iter().filter(|one| !elsewhere(one)) {
        let cited = told
            .clauses()
            .iter()
            .any(|clause| clause.live_proofs().any(|one| one == *proof));
        assert!(cited, "no clause cites {proof:?}");
    }
}

#[test]
fn what_is_not_promised_is_named() {
    let told = westrum();
    let mut activity = Activity {
        name: "test.read",
        purpose: Purpose::Newsletter,
        reads: &[Category::Marketing],
        writes: &[],
        recipients: &["make"],
    };
    assert!(told.undeclared(&activity).is_empty());
    activity.reads = &[Category::Vehicle];
    activity.recipients = &["facebook"];
    let said: Vec<_> = told
        .undeclared(&activity)
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(said.len(), 2);
    assert!(said[0].contains("\"vehicle\"") && said[0].contains("newsletter"));
    assert!(said[1].contains("key = \"facebook\""));
    let without = WESTRUM.replace("id = \"statistics\"", "id = \"statistic\"");
    assert!(
        Declaration::archived(&without)
            .unwrap()
            .purpose(Purpose::Statistics)
            .is_none()
    );
}

#[test]
fn the_page_says_everything_in_three_languages() {
    let told = westrum();
    for lang in Lang::ALL {
        let page = told.render(lang).unwrap();
        let record = told.record(lang).unwrap();
        assert!(page.contains(&format!("lang=\"{lang}\"")));
        for html in [&page, &record] {
            assert!(
                !html.contains("style=") && !html.contains("<script"),
                "{lang}"
            );
            assert!(
                !html.contains(">?<") && !html.contains("href=\"#\""),
                "{lang}"
            );
        }
        for text in [
            &told.source().clauses[0].text,
            &told.source().rights[2].text,
        ] {
            assert!(page.contains(text.in_lang(lang)), "{lang}");
        }
        for anchor in [
            "ansvarlig",
            "hva",
            "hvorfor",
            "hvem",
            "rettigheter",
            "klage",
            "C43",
        ] {
            assert!(page.contains(&format!("id=\"{anchor}\"")), "{anchor}");
        }
        let ids: Vec<_> = page
            .split(" id=\"")
            .skip(1)
            .map(|rest| rest.split('"').next())
            .collect();
        let single = ids
            .iter()
            .all(|id| ids.iter().filter(|other| *other == id).count() == 1);
        assert!(single, "an anchor stands twice");
        for processor in ["Make AS", "Driftsleverandøren (fylles inn)"] {
            assert!(
                page.contains(processor) && record.contains(processor),
                "{processor}"
            );
        }
    }
    assert!(told.render(Lang::Nb).unwrap().contains("1. november 2026"));
}

#[test]
fn the_machine_readable_record_refers_only_to_what_it_holds() {
    let base = "https://example.no/personvern";
    let graph = westrum().dpv(base);
    let nodes = graph["@graph"].as_array().unwrap();
    let names: Vec<_> = nodes
        .iter()
        .filter_map(|node| node["@id"].as_str())
        .collect();
    let text = graph.to_string();
    let referred = text
        .split('"')
        .filter(|part| part.starts_with("https://example.no/"));
    for name in referred {
        assert!(names.contains(&name), "{name}");
    }
    for term in [
        "eu-gdpr:A6-1-f",
        "dpv:JointDataControllers",
        "eu-gdpr:A20",
        "loc:NO",
    ] {
        assert!(text.contains(term), "{term}");
    }
}

#[test]
fn the_history_can_be_read() {
    let (old, new) = (Declaration::archived(PUBLISHED).unwrap(), westrum());
    let changes = diff(&old, &new);
    for lang in Lang::ALL {
        let lines: Vec<_> = changes.iter().map(|change| change.line(lang)).collect();
        assert!(
            lines
                .iter()
                .all(|line| !line.contains('?') || line.contains("Make")),
            "{lang}"
        );
        let html = render_changes(&changes, lang).unwrap();
        assert!(html.contains("Make AS") && html.contains("<del>") && html.contains("<ins>"));
    }
    let said = |line: &str| {
        changes
            .iter()
            .any(|change| change.line(Lang::Nb).contains(line))
    };
    assert!(said("Nytt: Rettighet «Sletting»"));
    assert!(said("Rettsgrunnlag: «» → «Avtale med deg"));
    assert!(said("Så lenge vi har et kundeforhold til deg"));
    assert!(diff(&new, &new).is_empty());
    assert!(
        render_changes(&[], Lang::Nb)
            .unwrap()
            .contains("Ingen endringer.")
    );
}

#[test]
fn what_is_gone_is_shown_as_gone() {
    let (new, old) = (Declaration::archived(PUBLISHED).unwrap(), westrum());
    let gone = diff(&old, &new)
        .iter()
        .map(|one| one.line(Lang::En))
        .collect::<Vec<_>>()
        .join("\n");
    assert!(gone.contains("Removed: Right «Erasure»"), "{gone}");
}

#[test]
fn it_can_be_shared() {
    fn shared<T: Send + Sync + 'static>(_: &T) {}
    shared(&std::sync::Arc::new(westrum()));
}

#[test]
fn the_documentation_lists_every_lint_and_table() {
    let guide = include_str!("../../../docs/declaration.md");
    for lint in declaration::lint::LINTS {
        let row = format!("| `{}` | {} |", lint.code, lint.severity.word());
        assert!(guide.contains(&row), "docs/declaration.md lacks {row}");
    }
    for table in WESTRUM
        .lines()
        .filter(|line| line.starts_with('[') && line.ends_with(']'))
    {
        assert!(guide.contains(table), "docs/declaration.md lacks {table}");
    }
}

#[test]
fn the_locked_copy_has_the_fields_of_the_obligation_and_no_other() {
    let told = westrum();
    let locked = Category::AccountingCopy;
    let listed: Vec<String> = told
        .source()
        .obligations
        .iter()
        .filter(|one| one.categories.iter().any(|name| name == locked.as_str()))
        .flat_map(|one| one.fields.clone())
        .collect();
    let kept: Vec<String> = fields_of(locked)
        .map(|field| format!("{}.{}", locked.as_str(), field.name))
        .collect();
    assert_eq!(listed, kept);
    for purpose in Purpose::ALL {
        let uses = purpose.categories().contains(&locked);
        let may = matches!(purpose, Purpose::Accounting | Purpose::Rights);
        assert_eq!(uses, may, "{purpose:?}");
    }
}

/// The format has no key for an answer: a yes cannot be filled in beforehand.
#[test]
fn a_consent_cannot_be_ticked_beforehand() {
    for key in [
        "checked = true",
        "default = true",
        "required = true",
        "answer = \"yes\"",
    ] {
        let text = WESTRUM.replacen("topic = \"news\"", &format!("topic = \"news\"\n{key}"), 1);
        let found = Declaration::parse(&text).unwrap_err();
        assert_eq!(found[0].code, "format", "{key}");
    }
}

#[test]
fn a_question_names_who_asks_and_how() {
    let told = westrum();
    let first = ControllerId::from_raw(1);
    let asked = |lang| {
        told.asked_for("newsletter", first, "email", "news", lang)
            .unwrap()
    };
    assert_eq!(
        asked(Lang::Nb).text,
        "Westrum Karosseri AS kan sende meg nyhetsbrev på e-post om verkstedet, tjenester og tilbud."
    );
    assert!(
        asked(Lang::En)
            .text
            .starts_with("Westrum Karosseri AS may send me newsletters by e-mail")
    );
    assert_ne!(asked(Lang::Nb).text_hash, asked(Lang::Nn).text_hash);
    assert_eq!(asked(Lang::Nb).facts_hash, asked(Lang::Nn).facts_hash);
    let second = told.asked_for(
        "newsletter",
        ControllerId::from_raw(2),
        "email",
        "news",
        Lang::Nb,
    );
    assert_ne!(second.unwrap().facts_hash, asked(Lang::Nb).facts_hash);
    for (purpose, channel, topic) in [
        ("newsletter", "sms", "news"),
        ("visit", "email", "news"),
        ("newsletter", "email", "x"),
    ] {
        assert!(
            told.asked_for(purpose, first, channel, topic, Lang::Nb)
                .is_none()
        );
    }
}
