//! "Was this letter lawful when it was sent?", for letters to existing customers: the sale, the offered no and
//! the no, as they were known then.

use declaration::Declaration;
use values::{ControllerId, Moment};
use vault::{CustomerLine, Lawful, Vault, as_customer};
use web::{Arg, Error, Page};

use super::{
    officer::{Answer, Entered, Line, entered_words},
    view,
};
use crate::as_customer::customer_sentence;

/// The answer for each legal entity that offered a no or sold something.
pub(super) fn customer_answers(
    page: &Page,
    declaration: &Declaration,
    lines: &[CustomerLine],
    at: Moment,
) -> Vec<Answer> {
    let mut controllers: Vec<ControllerId> = lines.iter().map(|line| line.controller).collect();
    controllers.sort_unstable();
    controllers.dedup();
    let one = |id: &ControllerId| answer(page, declaration, lines, (*id, at));
    controllers.iter().map(one).collect()
}

fn answer(
    page: &Page,
    declaration: &Declaration,
    lines: &[CustomerLine],
    (id, at): (ControllerId, Moment),
) -> Answer {
    let then = as_customer(lines, id, at, at);
    let (kind, key) = match then.lawful(at) {
        Lawful::Yes => ("good", "customer-lawful-yes"),
        Lawful::AsKnown => ("warn", "customer-lawful-as-known"),
        Lawful::Late => ("bad", "consent-lawful-late"),
        Lawful::No => ("bad", "customer-lawful-no"),
    };
    let mut own = lines.iter().filter(|line| line.controller == id);
    let topic = own.next_back().map_or("", |line| line.topic.as_str());
    let topic = view::topic_name(declaration, topic, page.lang);
    let controller = view::controller_name(declaration, id);
    let values: [(&str, &dyn Arg); 2] = [
        ("topic", &topic.as_str()),
        ("controller", &controller.as_str()),
    ];
    let told = |line: &CustomerLine| {
        let what = customer_sentence(page, declaration, line);
        format!("{what}. {}", entered(page, line))
    };
    let known = [&then.offered, &then.sold, &then.no];
    let known: Vec<String> = known.into_iter().flatten().map(told).collect();
    Answer {
        title: page.t.f("consent-line", &values),
        kind,
        verdict: page.t.s(key).to_owned(),
        then: if known.is_empty() {
            page.t.s("consent-lawful-nothing").to_owned()
        } else {
            known.join(" ")
        },
        now: then.unknown.as_ref().map(told),
    }
}

fn entered(page: &Page, line: &CustomerLine) -> String {
    let of = Entered {
        said: line.at,
        recorded: line.recorded_at,
        received: line.received_at,
        form: &line.form,
        by: (line.actor_kind.as_str(), line.actor_id),
    };
    entered_words(page, &of)
}

/// A line of the timeline, with the notice of that time.
pub(super) async fn customer_timeline(
    page: &Page,
    vault: &Vault,
    declaration: &Declaration,
    line: &CustomerLine,
) -> Result<Line, Error> {
    let words = vault.consent_text(&line.text_hash).await?;
    Ok(Line {
        machine: line.at.rfc3339(),
        when: format!("{} {}", page.on(line.at), page.time(line.at)),
        what: customer_sentence(page, declaration, line),
        entered: entered(page, line),
        words: words.map_or_else(String::new, |words| words.text),
        outlasted: false,
    })
}
