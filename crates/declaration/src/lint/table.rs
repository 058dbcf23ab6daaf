//! Every lint: its stable code, how grave it is, and what to do about it.

use super::entry::{Lint, lint};
use crate::finding::Severity::{Error, Warning};

/// The whole list, in the order of the chapters of `docs/declaration.md`.
pub const LINTS: &[Lint] = &[
    lint("format", Error, "described in docs/declaration.md"),
    lint("format-version", Error, "this program reads format = 1"),
    lint("text-missing", Error, "write the sentence in nb, nn and en"),
    lint(
        "version-missing",
        Error,
        "add `version` to [statement] (Art. 5(2), 7(1))",
    ),
    lint(
        "date-missing",
        Error,
        "add `effective_on` as 2026-01-31 to [statement] (Art. 5(2), 7(1))",
    ),
    lint(
        "summary-missing",
        Warning,
        "add `summary` to [statement]: what is new since the version before",
    ),
    lint(
        "controller-missing",
        Error,
        "add a [[controller]] (Art. 13(1)(a))",
    ),
    lint(
        "controller-twice",
        Error,
        "`id` and `key` of a controller are its own",
    ),
    lint(
        "org-no-wrong",
        Error,
        "nine digits with a valid check digit",
    ),
    lint(
        "contact-missing",
        Error,
        "add `address`, `email` and `phone` (+47…) (Art. 13(1)(a), C37)",
    ),
    lint(
        "privacy-contact-missing",
        Error,
        "name the data protection officer, or say that there is none and who answers (Art. 13(1)(b))",
    ),
    lint(
        "arrangement-missing",
        Error,
        "several controllers: add [arrangement] with its `essence` (Art. 26(2))",
    ),
    lint(
        "purpose-missing",
        Error,
        "add a [[purpose]] (Art. 13(1)(c))",
    ),
    lint("purpose-unknown", Error, "use a purpose of the vocabulary"),
    lint("purpose-twice", Error, "one [[purpose]] per id"),
    lint(
        "purpose-unused",
        Warning,
        "give it to a role, a recipient or a clause, or leave it out",
    ),
    lint(
        "basis-missing",
        Error,
        "add `basis` (Art. 13(1)(c)): 6(1)(a), 6(1)(b), 6(1)(c), 6(1)(f) or none",
    ),
    lint(
        "basis-unknown",
        Error,
        "write 6(1)(a), 6(1)(b), 6(1)(c), 6(1)(f) or none",
    ),
    lint("law-missing", Error, "6(1)(c) names the law: add `law`"),
    lint(
        "interest-missing",
        Error,
        "6(1)(f) names the interest and why it weighs more: add `interest` (Art. 13(1)(d))",
    ),
    lint(
        "category-unknown",
        Error,
        "use a category of the vocabulary",
    ),
    lint(
        "category-beyond",
        Error,
        "the vocabulary does not let this purpose use the category; take it out",
    ),
    lint("category-elsewhere", Error, "not in `uses`: take it out"),
    lint(
        "counts-missing",
        Warning,
        "add `counts` to the purpose `statistics`: search_term, county",
    ),
    lint(
        "counts-unknown",
        Error,
        "the program counts search_term and county, and has no column for anything else",
    ),
    lint(
        "counts-elsewhere",
        Error,
        "only the purpose `statistics` counts: take it out",
    ),
    lint(
        "keep-missing",
        Error,
        "a used category needs a retention: add it to `keep` of a purpose (Art. 13(2)(a))",
    ),
    lint(
        "keep-unused",
        Error,
        "a retention for a category that the purpose does not use",
    ),
    lint(
        "keep-rule-missing",
        Error,
        "add `rule`: an id of the rule table (Art. 13(2)(a))",
    ),
    lint(
        "keep-rule-unknown",
        Error,
        "add the rule to rules.toml or use one that is there",
    ),
    lint(
        "keep-number-missing",
        Error,
        "say a number: of hours, days, months or years (Art. 5(1)(e), 13(2)(a))",
    ),
    lint(
        "keep-number-wrong",
        Error,
        "words and rule say the same number: change the words, or cite another rule",
    ),
    lint(
        "consequence-missing",
        Error,
        "a required field says what happens if it is not given: add a [[field]] (Art. 13(2)(e))",
    ),
    lint(
        "field-unknown",
        Error,
        "use a field of the vocabulary, written category.field",
    ),
    lint(
        "source-missing",
        Error,
        "data that do not come from the person need a [[source]] (Art. 14(2)(f))",
    ),
    lint(
        "source-categories-missing",
        Error,
        "say which `categories` come from this source (Art. 14(1)(d))",
    ),
    lint(
        "source-notice-missing",
        Error,
        "say when the person is told: add `notice` (Art. 14(3))",
    ),
    lint(
        "roles-missing",
        Error,
        "add a [[role]]: without one nobody of the staff may open anything",
    ),
    lint("role-unknown", Error, "use a role of the vocabulary"),
    lint(
        "role-purpose-undeclared",
        Error,
        "declare the purpose or take it from the role",
    ),
    lint(
        "role-host-opens",
        Error,
        "whoever runs the machines opens nothing: no purposes, no `bulk`, no `break_glass` for the operator (Art. 28, 32(4))",
    ),
    lint(
        "role-glass-unknown",
        Error,
        "`break_glass` names another declared role, and not the operator's",
    ),
    lint(
        "recipients-missing",
        Error,
        "name who receives data: hosting, mail, newsletter, registers (Art. 13(1)(e))",
    ),
    lint(
        "recipient-name-missing",
        Error,
        "recipients are named (Art. 13(1)(e))",
    ),
    lint(
        "recipient-placeholder",
        Warning,
        "fill in the name and take `placeholder` away before publishing",
    ),
    lint("recipient-twice", Error, "`key` of a recipient is its own"),
    lint(
        "recipient-kind-unknown",
        Error,
        "write processor, controller or recipient",
    ),
    lint(
        "recipient-undeclared",
        Error,
        "a recipient serves declared purposes with categories they use",
    ),
    lint(
        "recipient-country-missing",
        Error,
        "add `countries` (Art. 13(1)(f))",
    ),
    lint(
        "recipient-outside-eea",
        Error,
        "outside the EEA: add `safeguard` with the mechanism of Art. 45 or 46 (Art. 13(1)(f))",
    ),
    lint(
        "agreement-missing",
        Error,
        "a processor has an agreement with EACH controller: add it to `agreement` (Art. 28(3))",
    ),
    lint(
        "agreement-controller-unknown",
        Error,
        "use the key of a [[controller]]",
    ),
    lint(
        "only-contradicted",
        Error,
        "\"kun\"/\"only\" beside other recipients is not true; say \"etter instruks fra oss\" and name them",
    ),
    lint(
        "storage-missing",
        Error,
        "say where database, backup and mail lie: add [[storage]] (Art. 13(1)(f))",
    ),
    lint("storage-outside-eea", Error, "a component lies in the EEA"),
    lint(
        "storage-operator-unknown",
        Error,
        "`operator` is the key of a controller or a recipient",
    ),
    lint(
        "right-missing",
        Error,
        "add a [[right]] for each of access, rectification, erasure, restriction, objection, portability (Art. 13(2)(b))",
    ),
    lint(
        "right-unknown",
        Error,
        "use access, rectification, erasure, restriction, objection or portability",
    ),
    lint(
        "withdraw-missing",
        Error,
        "consent is a basis: add `withdraw_consent` to [notices] (Art. 13(2)(c))",
    ),
    lint(
        "consent-missing",
        Error,
        "add a [[consent]] with the words of the question (Art. 7(1))",
    ),
    lint(
        "consent-unknown",
        Error,
        "a [[consent]] has one topic of one purpose on consent, and known channels and controllers",
    ),
    lint(
        "consent-unnamed",
        Error,
        "write {controller} and {channel} in the question, in each language (Art. 4(11))",
    ),
    lint(
        "consent-bundled",
        Error,
        "ask apart from terms, orders and other texts (Art. 7(2), 7(4))",
    ),
    lint(
        "consent-default",
        Error,
        "silence is no yes: no answer beforehand, no \"unless\" (Art. 4(11), 25(2))",
    ),
    lint(
        "customer-topic-missing",
        Error,
        "customer_news needs a [[customer_topic]] per legal entity that writes, 6(1)(f) with its interest, and a keep for contact",
    ),
    lint(
        "customer-topic-unknown",
        Error,
        "a [[customer_topic]] belongs to the purpose customer_news: one short word, channels = [\"email\"], one per controller",
    ),
    lint(
        "customer-topic-words",
        Error,
        "the notice names {controller}, says that one can say no, and speaks of no consent (mfl. § 15 third paragraph)",
    ),
    lint(
        "complaint-missing",
        Error,
        "add [complaint] with Datatilsynet and its address (Art. 13(2)(d), 77)",
    ),
    lint(
        "automated-missing",
        Error,
        "add `automated_decisions` to [notices]; say \"none\" if so (Art. 13(2)(f), 22)",
    ),
    lint(
        "further-purpose-missing",
        Error,
        "add `further_purpose` to [notices] (Art. 13(3), 14(4))",
    ),
    lint(
        "object-marketing-missing",
        Error,
        "add `object_to_marketing` to [notices]; it is shown apart (Art. 21(4))",
    ),
    lint(
        "answer-deadline-missing",
        Error,
        "add `deadline` to [answering] (Art. 12(3))",
    ),
    lint(
        "answer-price-missing",
        Error,
        "add `price` to [answering]: free (Art. 12(5))",
    ),
    lint(
        "answer-identity-missing",
        Error,
        "add `identity` to [answering] (Art. 12(6))",
    ),
    lint(
        "device-missing",
        Error,
        "list what is stored on the visitor's device: add [[device]] and `device` in [notices] (ekomloven § 3-15)",
    ),
    lint(
        "device-consent",
        Error,
        "only what is strictly necessary and our own: nothing here asks for consent first (ekomloven § 3-15)",
    ),
    lint(
        "consent-implied",
        Error,
        "using a page is not consent (Art. 4(11), ekomloven § 3-15): take the sentence out",
    ),
    lint(
        "statistics-missing",
        Error,
        "add `statistics` to [notices]: what the site counts",
    ),
    lint(
        "tracking-missing",
        Error,
        "add `tracking` to [notices]: whether opens and clicks in letters are followed (Art. 13)",
    ),
    lint(
        "evidence-missing",
        Error,
        "add `evidence` to [notices]: photos and signatures at intake (Art. 13(1)(c), 14(1)(d))",
    ),
    lint(
        "staff-missing",
        Error,
        "add `staff` to [notices]: employees' names on work lines (Art. 13)",
    ),
    lint(
        "measures-missing",
        Error,
        "add [[measure]]: what protects the data (Art. 32); where they lie is not a measure",
    ),
    lint("link-dead", Error, "a link is a real https address"),
    lint(
        "link-generic",
        Warning,
        "a link to a service such as Facebook says whose page: add its path",
    ),
    lint(
        "clause-missing",
        Error,
        "add [[clause]]: promises with their proofs",
    ),
    lint("clause-twice", Error, "one [[clause]] per number"),
    lint(
        "clause-unproven",
        Error,
        "add `proof = [\"live:NAME\"]` or `attested = { by, on, what }`",
    ),
    lint(
        "clause-undeclared",
        Error,
        "a clause binds declared purposes and categories they use",
    ),
    lint(
        "proof-unknown",
        Error,
        "write live:NAME with a proof the program can run (docs/declaration.md)",
    ),
    lint(
        "attested-incomplete",
        Error,
        "an attestation says by whom, on which day (2026-01-31) and for what",
    ),
];
