//! Letters to existing customers: declared as an addition, and not there without it.

#![allow(clippy::unwrap_used)] // a test may

use declaration::{Declaration, Lang, RuleTable, rules};
use values::ControllerId;

const WESTRUM: &str = include_str!("../../../declarations/westrum.toml");
const CUSTOMERS: &str = include_str!("../../../declarations/existing-customers.toml");

#[test]
fn letters_to_existing_customers_are_declared_or_not_there() {
    let plain = Declaration::parse(WESTRUM).unwrap();
    let first = ControllerId::from_raw(1);
    assert!(plain.customer_topics().is_empty() && plain.customer_topic_of(first).is_none());
    let table = RuleTable::parse(rules::SHIPPED_RULES).unwrap();
    let text = format!("{WESTRUM}\n{CUSTOMERS}");
    let told = Declaration::parse_with(&text, &table).unwrap();
    let topic = told.customer_topic_of(first).unwrap();
    assert_eq!(topic.topic, "own-services");
    let (words, hash) = told.customer_notice(first, Lang::Nb).unwrap();
    assert!(words.starts_with("Når du er kunde, kan Westrum Karosseri AS sende deg e-post"));
    let second = told.customer_notice(ControllerId::from_raw(2), Lang::Nb);
    assert_ne!(second.unwrap().1, hash, "each in its own name");
    for lang in Lang::ALL {
        let (page, record) = (told.render(lang).unwrap(), told.record(lang).unwrap());
        let name = topic.name.in_lang(lang);
        assert!(page.contains(name) && record.contains(name), "{lang:?}");
        assert!(page.contains("formal-customer_news") && record.contains("formal-customer_news"));
        let (bare, kept) = (plain.render(lang).unwrap(), plain.record(lang).unwrap());
        assert!(!bare.contains("customer_news") && !kept.contains("customer_news"));
    }
    assert!(
        told.record(Lang::Nb)
            .unwrap()
            .contains("Kunder som har kjøpt noe")
    );
    // A topic on another basis is no topic, even in a file that was never checked.
    for spoilt in [
        text.replacen(
            "uses = [\"contact\"]\n[purpose.keep]\ncontact",
            "uses = [\"contact\"]\n[purpose.keep]\nclaim",
            1,
        ),
        text.replace(
            "channels = [\"email\"]\n\n[[clause]]\nnumber = \"C90\"",
            "\n[[clause]]\nnumber = \"C90\"",
        ),
    ] {
        assert!(Declaration::parse_with(&spoilt, &table).is_err());
        let read = Declaration::archived(&spoilt).unwrap();
        assert!(read.customer_topic_of(first).is_none());
    }
}
