//! What pages show of letters to existing customers, where there is anything to show.

use declaration::Declaration;
use values::ControllerId;
use vault::{CustomerLine, CustomerWord, as_customer};
use web::{Arg, Page};

use crate::{consents::controller_name, words};

/// How somebody stands towards the letters of one legal entity to its customers.
pub(crate) struct CustomerRow {
    pub controller: i64,
    pub entity: String,
    pub topic: &'static str,
    pub name: String,
    pub words: String,
    /// Message and colour of the badge.
    pub state: (&'static str, &'static str),
    pub since: String,
    /// Whether there is something to say no to.
    pub open: bool,
    /// Whether letters come.
    pub gets: bool,
}

/// A row for each legal entity that has offered somebody a no, or sold them something. None where the
/// declaration has no letters to customers.
pub(crate) fn customer_rows(
    page: &Page,
    declaration: &Declaration,
    lines: &[CustomerLine],
) -> Vec<CustomerRow> {
    let controllers = declaration.controllers().iter();
    let own = |id: ControllerId| lines.iter().any(|line| line.controller == id);
    controllers
        .filter(|one| own(one.id))
        .filter_map(|one| row(page, declaration, lines, one.id))
        .collect()
}

fn row(
    page: &Page,
    declaration: &Declaration,
    lines: &[CustomerLine],
    controller: ControllerId,
) -> Option<CustomerRow> {
    let topic = declaration.customer_topic_of(controller)?;
    let lang = words::lang(page.lang);
    let (words, _) = declaration.customer_notice(controller, lang)?;
    let now = page.now();
    let how = as_customer(lines, controller, now, now);
    let gets = how.stands(now);
    let over = how.sold.is_some() && !gets;
    let (state, since) = match (&how.no, &how.sold) {
        (Some(no), _) => (
            ("customer-state-no", "idle"),
            Some(("customer-no-since", no)),
        ),
        (None, Some(sold)) if gets => (
            ("customer-state-gets", "good"),
            Some(("customer-gets-since", sold)),
        ),
        _ if over => (("customer-state-over", "idle"), None),
        _ => (("customer-state-waits", "idle"), None),
    };
    let since = since.map(|(key, line)| page.t.f1(key, "date", page.on(line.at).as_str()));
    Some(CustomerRow {
        controller: controller.get(),
        entity: controller_name(declaration, controller),
        topic: topic.topic,
        name: topic.name.in_lang(lang).to_owned(),
        words,
        state,
        since: since.unwrap_or_default(),
        open: how.no.is_none() && !over,
        gets,
    })
}

/// A line of the ledger in a sentence.
pub(crate) fn customer_sentence(
    page: &Page,
    declaration: &Declaration,
    line: &CustomerLine,
) -> String {
    let controller = controller_name(declaration, line.controller);
    let values: [(&str, &dyn Arg); 2] = [
        ("controller", &controller.as_str()),
        ("version", &line.text_version.as_str()),
    ];
    let key = match line.word {
        CustomerWord::Offered => "customer-past-offered",
        CustomerWord::No => "customer-past-no",
        CustomerWord::Sold => "customer-past-sold",
    };
    page.t.f(key, &values)
}
