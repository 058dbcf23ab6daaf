//! The first page: who the person is to us, what there is, what happens to it, and where to complain.

use declaration::vocabulary::Category;
use values::Moment;

use super::{
    site::{Index, Nav, Tile},
    write::Writer,
};
use crate::{held::card_of, words};

/// What a person is to us, by what is held: the first that fits stands first.
const WHO: &[(Category, &str)] = &[
    (Category::Purchase, "copy-who-customer"),
    (Category::Account, "copy-who-account"),
    (Category::Deliverer, "copy-who-deliverer"),
    (Category::Enquiry, "copy-who-asked"),
    (Category::Marketing, "copy-who-news"),
    (Category::Staff, "copy-who-staff"),
];

pub(super) fn index<'a>(writer: &'a Writer<'a>) -> Index<'a> {
    let (frame, page) = (writer.frame, writer.page);
    let people = frame.holders.iter().filter(|holder| holder.is_person());
    let mine: Vec<Category> = people
        .flat_map(|person| person.lines.iter().map(|line| line.info.category))
        .collect();
    let has = |category: &Category| mine.contains(category);
    let who = WHO.iter().filter(|(category, _)| has(category));
    let mut who: Vec<String> = who
        .map(|(_, key)| page.t.f1(key, "house", page.house()))
        .collect();
    if who.is_empty() {
        who.push(page.t.s("copy-who-little").to_owned());
    }
    let records: usize = writer.counts.values().sum();
    let kinds = frame
        .holders
        .iter()
        .map(|holder| holder.lines.len())
        .sum::<usize>();
    who.push(
        page.t
            .f("copy-sum", &[("records", &records), ("kinds", &kinds)]),
    );
    let vehicles = frame.holders.iter().filter(|holder| !holder.is_person());
    let vehicles = vehicles.count();
    if vehicles > 0 {
        who.push(page.t.f1("copy-sum-vehicles", "count", vehicles));
    }
    let declaration = writer.vault.declaration();
    let complaint = declaration.source().complaint.as_ref();
    let tongue = words::tongue(page.lang);
    let calendars = frame.asides.iter().filter(|one| one.calendar.is_some());
    let (house, when) = (page.house().to_owned(), page.at(frame.made));
    let lead = page.t.f("copy-lead", &[("house", &house), ("when", &when)]);
    Index {
        page,
        made: frame.made,
        lead,
        who,
        held: writer.screen.held,
        locked: frame.holders.iter().any(|one| !one.locked.is_empty()),
        groups: tiles(writer),
        next: next(writer),
        complaint: complaint.map_or_else(String::new, |one| one.text.in_lang(tongue).to_owned()),
        complaint_url: complaint.map_or_else(String::new, |one| one.url.clone()),
        card: writer.card.is_some(),
        calendars: calendars.map(|one| format!("{}.ics", one.name)).collect(),
    }
}

fn tiles(writer: &Writer<'_>) -> Vec<(String, Vec<Tile>)> {
    let (frame, page) = (writer.frame, writer.page);
    let untils: Vec<(String, String)> = frame
        .holders
        .iter()
        .flat_map(|holder| holder.lines.iter().map(move |line| (holder, line)))
        .map(|(holder, line)| {
            let nav = Nav::of_category(page, holder, line.info.category);
            let card = card_of(writer.vault, &page.t, page.lang, &line.info, &line.holds);
            (
                nav.file,
                format!("{}: {}", page.t.s(card.goes_key()), card.until),
            )
        })
        .collect();
    let tile = |nav: &Nav| {
        let count = writer.counts.get(&nav.file);
        let aside = frame
            .asides
            .iter()
            .find(|one| nav.name() == format!("{}.html", one.name));
        let count = count.copied().or(aside.map(|one| one.rows.len()));
        let mut lines: Vec<String> = count
            .map(|count| page.t.f1("copy-count", "count", count))
            .into_iter()
            .collect();
        let until = untils.iter().find(|(file, _)| *file == nav.file);
        lines.extend(until.map(|(_, until)| until.clone()));
        Tile {
            href: nav.file.clone(),
            title: nav.text.clone(),
            lines,
        }
    };
    let groups = writer.site.groups.iter();
    groups
        .map(|(title, pages)| (title.clone(), pages.iter().map(tile).collect()))
        .collect()
}

/// What happens to it from here, in sentences.
fn next(writer: &Writer<'_>) -> Vec<String> {
    let (frame, page) = (writer.frame, writer.page);
    let mut next = vec![page.t.s("copy-next-nothing").to_owned()];
    let mut dated: Vec<(Moment, Category)> = frame
        .holders
        .iter()
        .flat_map(|holder| &holder.lines)
        .filter(|line| line.holds.is_empty() && !line.info.keep_until.is_forever())
        .map(|line| (line.info.keep_until, line.info.category))
        .collect();
    dated.sort_unstable();
    if let Some((at, category)) = dated.first() {
        let what = words::category(category.as_str(), page.lang);
        let day = words::last_day(*at, page.lang);
        next.push(
            page.t
                .f("copy-next-first", &[("what", &what), ("day", &day)]),
        );
    }
    if let Some((at, category)) = dated.last().filter(|_| dated.len() > 1) {
        let what = words::category(category.as_str(), page.lang);
        let day = words::last_day(*at, page.lang);
        next.push(
            page.t
                .f("copy-next-last", &[("what", &what), ("day", &day)]),
        );
    }
    let waits = frame
        .requests
        .iter()
        .find(|one| one.state == crate::requests::State::Open);
    if let Some(one) = waits {
        let what = page.t.s(one.kind.key()).to_owned();
        let day = page.on(one.last_day());
        next.push(
            page.t
                .f("copy-next-request", &[("what", &what), ("day", &day)]),
        );
    }
    next
}
