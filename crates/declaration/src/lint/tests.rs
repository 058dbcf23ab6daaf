use super::*;
use crate::source::{Agreement, Attested, DeviceItem, FieldSource, Keep, Link, read};
use crate::{Declaration, print};

const GOOD: &str = include_str!("../../../../declarations/westrum.toml");
const PUBLISHED: &str = include_str!("../../../../declarations/westrum-0.toml");

/// The reference with its placeholders filled in.
fn good() -> Source {
    let mut source = read(GOOD).unwrap();
    source
        .recipients
        .iter_mut()
        .for_each(|recipient| recipient.placeholder = false);
    source
}

fn rules() -> RuleTable {
    RuleTable::parse(crate::rules::SHIPPED_RULES).unwrap()
}

fn findings(source: &Source) -> Vec<Finding> {
    Declaration::check_with(&print::print(source), Some(&rules()))
}

fn list(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}

fn say(nb: &str) -> Text {
    Text {
        nb: nb.into(),
        nn: nb.into(),
        en: nb.into(),
    }
}

/// A change that makes one lint speak.
type Spoil = fn(&mut Source);

/// One row per lint: what makes the reference trigger it.
const CASES: &[(&str, Spoil)] = &[
    ("format-version", |s| s.format = 2),
    ("text-missing", |s| s.statement.title.nn.clear()),
    ("version-missing", |s| s.statement.version = None),
    ("date-missing", |s| {
        s.statement.effective_on = Some("1. november".into())
    }),
    ("summary-missing", |s| s.statement.summary = None),
    ("controller-missing", |s| s.controllers.clear()),
    ("controller-twice", |s| s.controllers[1].id = 1),
    ("org-no-wrong", |s| {
        s.controllers[0].org_no = "123456789".into()
    }),
    ("contact-missing", |s| {
        s.controllers[0].phone = "95 49 60 00".into()
    }),
    ("privacy-contact-missing", |s| {
        s.controllers[0].privacy_contact = None
    }),
    ("arrangement-missing", |s| s.arrangement = None),
    ("purpose-missing", |s| s.purposes.clear()),
    ("purpose-unknown", |s| s.purposes[0].id = "profiling".into()),
    ("purpose-twice", |s| s.purposes.push(s.purposes[0].clone())),
    ("purpose-unused", |s| {
        s.roles.clear();
        s.recipients.clear();
        s.clauses.clear();
    }),
    ("basis-missing", |s| s.purposes[0].basis.clear()),
    ("basis-unknown", |s| s.purposes[0].basis = "6(1)(g)".into()),
    ("law-missing", |s| named(s, "accounting").law.clear()),
    ("interest-missing", |s| {
        named(s, "prospecting").interest = None
    }),
    ("category-unknown", |s| {
        s.purposes[0].uses.push("horoscope".into())
    }),
    ("category-beyond", |s| {
        named(s, "statistics").uses.push("contact".into())
    }),
    ("keep-missing", |s| {
        s.purposes
            .iter_mut()
            .for_each(|one| drop(one.keep.remove("billing")))
    }),
    ("keep-unused", |s| {
        s.purposes[0].uses.retain(|used| used != "contact")
    }),
    ("keep-rule-missing", |s| keep(s).rule.clear()),
    ("keep-rule-unknown", |s| {
        keep(s).rule = "until-we-feel-like-it".into()
    }),
    ("keep-number-missing", |s| {
        keep(s).text = say("så lenge vi har et kundeforhold")
    }),
    ("consequence-missing", |s| {
        s.fields.retain(|field| field.name != "contact.name")
    }),
    ("field-unknown", |s| {
        s.fields.push(FieldSource {
            name: "contact.shoe_size".into(),
            consequence: say("?"),
        });
    }),
    ("source-missing", |s| s.sources.clear()),
    ("source-categories-missing", |s| {
        s.sources[0].categories.clear()
    }),
    ("source-notice-missing", |s| s.sources[0].notice = None),
    ("roles-missing", |s| s.roles.clear()),
    ("role-unknown", |s| s.roles[0].id = "owner".into()),
    ("role-purpose-undeclared", |s| {
        s.purposes.retain(|one| one.id != "safety")
    }),
    ("recipients-missing", |s| s.recipients.clear()),
    ("recipient-name-missing", |s| s.recipients[0].name.clear()),
    ("recipient-placeholder", |s| {
        s.recipients[0].placeholder = true
    }),
    ("recipient-twice", |s| {
        s.recipients[1].key = "hosting".into()
    }),
    ("recipient-kind-unknown", |s| {
        s.recipients[0].kind = "friend".into()
    }),
    ("recipient-undeclared", |s| {
        s.purposes.retain(|one| one.id != "newsletter")
    }),
    ("recipient-country-missing", |s| {
        s.recipients[0].countries.clear()
    }),
    ("recipient-outside-eea", |s| {
        s.recipients[0].countries.push("US".into())
    }),
    // X2 as it was published: one of the two companies has signed.
    ("agreement-missing", |s| {
        drop(s.recipients[0].agreements.remove(0))
    }),
    ("agreement-controller-unknown", |s| {
        let foreign = Agreement {
            controller: "nobody".into(),
            ..agreement(s)
        };
        s.recipients[0].agreements.push(foreign);
    }),
    // X1 as it was published.
    ("only-contradicted", |s| {
        s.notices.access = Some(say("Behandles kun av Westrum Karosseri AS og Westrum AS."));
    }),
    ("storage-missing", |s| {
        s.storage.retain(|place| place.component != "backup")
    }),
    ("storage-outside-eea", |s| {
        s.storage[0].country = "US".into()
    }),
    ("storage-operator-unknown", |s| {
        s.storage[0].operator = "somebody".into()
    }),
    ("right-missing", |s| {
        s.rights.retain(|right| right.id != "portability")
    }),
    ("right-unknown", |s| s.rights[0].id = "fishing".into()),
    ("withdraw-missing", |s| s.notices.withdraw_consent = None),
    ("complaint-missing", |s| s.complaint = None),
    ("automated-missing", |s| {
        s.notices.automated_decisions = None
    }),
    ("further-purpose-missing", |s| {
        s.notices.further_purpose = None
    }),
    ("object-marketing-missing", |s| {
        s.notices.object_to_marketing = None
    }),
    ("answer-deadline-missing", |s| answering(s).deadline = None),
    ("answer-price-missing", |s| answering(s).price = None),
    ("answer-identity-missing", |s| answering(s).identity = None),
    ("device-missing", |s| s.device.clear()),
    ("device-consent", |s| {
        let item = DeviceItem {
            name: "_ga".into(),
            necessary: false,
            ..s.device[0].clone()
        };
        s.device.push(item);
    }),
    // X3 as it was published.
    ("consent-implied", |s| {
        s.statement.introduction =
            Some(say("Ved å bruke siden godkjenner du informasjonskapsler."));
    }),
    ("statistics-missing", |s| s.notices.statistics = None),
    ("tracking-missing", |s| s.notices.tracking = None),
    ("evidence-missing", |s| s.notices.evidence = None),
    ("staff-missing", |s| s.notices.staff = None),
    ("measures-missing", |s| s.measures.clear()),
    ("link-dead", |s| {
        let (label, note) = (say("Facebook"), say("!"));
        s.links.push(Link {
            key: "dead".into(),
            url: "#".into(),
            label,
            note,
        });
    }),
    ("clause-missing", |s| s.clauses.clear()),
    ("clause-twice", |s| s.clauses[1].number = "C01".into()),
    ("clause-unproven", |s| s.clauses[1].proof.clear()),
    ("clause-undeclared", |s| {
        s.clauses[1].purposes.push("profiling".into())
    }),
    ("proof-unknown", |s| {
        s.clauses[1].proof.push("live:we_promise".into())
    }),
    ("attested-incomplete", |s| {
        let what = "we promise".into();
        s.clauses[1].attested = Some(Attested {
            by: String::new(),
            on: "yesterday".into(),
            what,
        });
    }),
];

fn named<'s>(source: &'s mut Source, id: &str) -> &'s mut crate::source::PurposeSource {
    source.purposes.iter_mut().find(|one| one.id == id).unwrap()
}

fn keep(source: &mut Source) -> &mut Keep {
    source.purposes[0].keep.get_mut("contact").unwrap()
}

fn answering(source: &mut Source) -> &mut crate::source::Answering {
    source.answering.as_mut().unwrap()
}

fn agreement(source: &Source) -> Agreement {
    source.recipients[0].agreements[0].clone()
}

#[test]
fn each_lint_speaks_where_it_should() {
    for (code, spoil) in CASES {
        let mut source = good();
        spoil(&mut source);
        let found = findings(&source);
        let spoken = found.iter().find(|finding| finding.code == *code);
        let spoken = spoken.unwrap_or_else(|| panic!("{code} is silent:\n{}", list(&found)));
        assert!(!spoken.help.is_empty() && spoken.line >= 1, "{code}");
        let lint = LINTS.iter().find(|lint| lint.code == *code).unwrap();
        assert_eq!(spoken.severity, lint.severity);
    }
}

#[test]
fn no_lint_speaks_where_it_should_not() {
    let found = findings(&good());
    assert!(found.is_empty(), "{}", list(&found));
}

#[test]
fn every_lint_has_a_case_and_a_line_of_help() {
    for lint in LINTS {
        let cases = CASES.iter().filter(|(code, _)| *code == lint.code).count();
        assert_eq!(cases, usize::from(lint.code != "format"), "{}", lint.code);
        assert!(!lint.help.is_empty());
    }
    assert_eq!(LINTS.len(), CASES.len() + 1);
}

#[test]
fn an_error_refuses_and_a_warning_does_not() {
    let mut source = good();
    source.statement.summary = None;
    assert!(Declaration::parse(&print::print(&source)).is_ok());
    source.complaint = None;
    let found = Declaration::parse(&print::print(&source)).unwrap_err();
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        ["complaint-missing", "summary-missing"],
        "the gravest first"
    );
}

#[test]
fn what_is_no_declaration_names_the_line() {
    for (text, line) in [
        ("format = 1\nnonsense = true\n", 2),
        ("format = 1\n\n[statement]\ntenant = 3\n", 4),
        ("format = \n", 1),
    ] {
        let found = Declaration::parse(text).unwrap_err();
        assert_eq!((found[0].code, found[0].line), ("format", line), "{text}");
    }
}

#[test]
fn the_reference_only_waits_for_names() {
    let found = Declaration::check_with(GOOD, Some(&rules()));
    let codes: Vec<_> = found.iter().map(|one| one.code).collect();
    assert_eq!(
        codes,
        ["recipient-placeholder", "recipient-placeholder"],
        "{}",
        list(&found)
    );
    let line = GOOD
        .lines()
        .position(|line| line.starts_with("key = \"hosting\""))
        .unwrap();
    assert_eq!(
        found[0].line, line,
        "the line of [[recipient]], just above its key"
    );
}

#[test]
fn a_finding_points_at_its_line() {
    let spoilt = GOOD.replacen(
        "countries = [\"NO\"]",
        "countries = [\n  \"NO\",\n  \"US\",\n]",
        1,
    );
    let found = Declaration::check(&spoilt);
    let line = spoilt.lines().position(|line| line == "  \"US\",").unwrap() + 1;
    let spoken = found
        .iter()
        .find(|one| one.code == "recipient-outside-eea")
        .unwrap();
    assert_eq!(spoken.line, line);
}

/// The statement as it was published: what the check has to find in it.
#[test]
fn the_published_statement_shows_its_gaps() {
    let found = Declaration::check(PUBLISHED);
    let expected = [
        "basis-missing",
        "recipient-name-missing",
        "recipient-country-missing",
        "keep-number-missing",
        "keep-missing",
        "right-missing",
        "complaint-missing",
        "consequence-missing",
        "automated-missing",
        "further-purpose-missing",
        "source-categories-missing",
        "source-notice-missing",
        "object-marketing-missing",
        "arrangement-missing",
        "answer-deadline-missing",
        "answer-price-missing",
        "answer-identity-missing",
        "version-missing",
        "date-missing",
        "device-missing",
        "tracking-missing",
        "measures-missing",
        "privacy-contact-missing",
        "only-contradicted",
        "consent-implied",
        "link-dead",
        "agreement-missing",
        "clause-missing",
        "storage-missing",
        "roles-missing",
    ];
    for code in expected {
        assert!(
            found.iter().any(|finding| finding.code == code),
            "{code} is silent"
        );
    }
    // What the published statement does say is not held against it.
    for code in [
        "withdraw-missing",
        "controller-missing",
        "contact-missing",
        "purpose-missing",
    ] {
        assert!(!found.iter().any(|finding| finding.code == code), "{code}");
    }
}

#[test]
fn saying_only_on_our_instruction_is_allowed() {
    let mut source = good();
    source.notices.access = Some(say("Kun vi, og leverandører etter instruks fra oss."));
    source.notices.access.as_mut().unwrap().en =
        "Only us, and suppliers on our instruction.".into();
    assert!(findings(&source).is_empty());
}
