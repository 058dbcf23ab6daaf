//! The pages of the copy: to be read offline, on a phone or on paper. Styles of their own, no script,
//! nothing fetched from anywhere.

use askama::Template;
use declaration::vocabulary::Category;
use values::Moment;
use vault::Vault;
use web::Page;

use super::{
    Frame, Holder, Line,
    told::Told,
    topics::{TOPICS, Topic},
};
use crate::{
    held::{Card, card_of},
    words,
};

/// A page of the copy.
#[derive(Clone)]
pub(super) struct Nav {
    /// `pages/contact.html`.
    pub file: String,
    pub text: String,
}

impl Nav {
    /// The page of a category.
    pub fn of_category(page: &Page, holder: &Holder, category: Category) -> Self {
        let name = category.as_str();
        let vehicle = holder.folder.strip_prefix("vehicles/");
        let also = holder.folder.strip_prefix("also/");
        let file = match (vehicle, also) {
            (Some(nth), _) => format!("pages/vehicle-{nth}-{name}.html"),
            (_, Some(nth)) => format!("pages/also-{nth}-{name}.html"),
            _ => format!("pages/{name}.html"),
        };
        Self {
            file,
            text: words::category(name, page.lang),
        }
    }

    pub fn named(name: &str, text: impl Into<String>) -> Self {
        Self {
            file: format!("pages/{name}.html"),
            text: text.into(),
        }
    }

    /// Its name inside the folder of pages.
    pub fn name(&self) -> &str {
        self.file.strip_prefix("pages/").unwrap_or(&self.file)
    }
}

/// A heading and the pages under it.
pub(super) type Group = (String, Vec<Nav>);

/// The pages there are.
pub(super) struct Site {
    pub groups: Vec<Group>,
    end: Option<String>,
}

#[derive(Template)]
#[template(path = "copy_top.html")]
struct Top<'a> {
    page: &'a Page,
    title: &'a str,
    root: bool,
    made: Moment,
}

#[derive(Template)]
#[template(path = "copy_end.html")]
struct End<'a> {
    page: &'a Page,
    nav: &'a [Group],
}

#[derive(Template)]
#[template(path = "copy_category.html")]
struct CategoryTop<'a> {
    page: &'a Page,
    card: Card,
    path: String,
    /// Whether two people have to open it, and have not.
    locked: bool,
}

#[derive(Template)]
#[template(path = "copy_record.html")]
struct RecordPart<'a> {
    page: &'a Page,
    at: Moment,
    told: &'a Told<'a>,
}

#[derive(Template)]
#[template(path = "copy_topic.html")]
struct TopicPart<'a> {
    page: &'a Page,
    topic: &'a Topic,
}

/// A way into a page from the first one.
pub(super) struct Tile {
    pub href: String,
    pub title: String,
    pub lines: Vec<String>,
}

#[derive(Template)]
#[template(path = "copy_index.html")]
pub(super) struct Index<'a> {
    pub page: &'a Page,
    pub made: Moment,
    pub lead: String,
    /// Who the person is to us, in sentences.
    pub who: Vec<String>,
    pub held: usize,
    /// Whether something lies in the locked store.
    pub locked: bool,
    pub groups: Vec<(String, Vec<Tile>)>,
    pub next: Vec<String>,
    pub complaint: String,
    pub complaint_url: String,
    pub card: bool,
    pub calendars: Vec<String>,
}

impl Site {
    /// The pages a copy will have.
    pub fn of(frame: &Frame, page: &Page) -> Self {
        let mut groups: Vec<Group> = Vec::new();
        let mut vehicles = 0;
        for (nth, holder) in frame.holders.iter().enumerate() {
            let title = if nth == 0 {
                page.t.s("copy-about-you").to_owned()
            } else if holder.is_person() {
                page.t.f1("copy-also-you", "number", nth + 1)
            } else {
                vehicles += 1;
                page.t.f1("copy-vehicle", "number", vehicles)
            };
            let lines = holder.lines.iter();
            let pages = lines.map(|line| Nav::of_category(page, holder, line.info.category));
            groups.push((title, pages.collect()));
        }
        let asides = frame.asides.iter();
        let asides: Vec<Nav> = asides
            .map(|one| Nav::named(one.name, one.title.as_str()))
            .collect();
        if !asides.is_empty() {
            groups.push((page.t.s("copy-happened").to_owned(), asides));
        }
        let topics = TOPICS.iter();
        let topics = topics.map(|(name, key)| Nav::named(name, page.t.s(key)));
        groups.push((page.t.s("copy-how").to_owned(), topics.collect()));
        groups.retain(|(_, pages)| !pages.is_empty());
        Self { groups, end: None }
    }

    fn top(page: &Page, title: &str, root: bool, made: Moment) -> Result<String, askama::Error> {
        let top = Top {
            page,
            title,
            root,
            made,
        };
        top.render()
    }

    /// The end of every page: the way to the others.
    pub fn end(&mut self, page: &Page) -> Result<String, askama::Error> {
        if let Some(end) = &self.end {
            return Ok(end.clone());
        }
        let end = End {
            page,
            nav: &self.groups,
        };
        let end = end.render()?;
        self.end = Some(end.clone());
        Ok(end)
    }

    /// The beginning of a category's page.
    pub fn category_top(
        &self,
        vault: &Vault,
        page: &Page,
        (holder, line): (&Holder, &Line),
        nav: &Nav,
    ) -> Result<String, askama::Error> {
        let mut out = Self::top(page, &nav.text, false, page.now())?;
        let category = CategoryTop {
            page,
            card: card_of(vault, &page.t, page.lang, &line.info, &line.holds),
            path: format!("{}/{}", holder.folder, line.info.category.as_str()),
            locked: holder.locked.contains(&line.info.category),
        };
        out.push_str(&category.render()?);
        Ok(out)
    }

    /// A record on its category's page.
    pub fn record(
        &self,
        page: &Page,
        at: Moment,
        told: &Told<'_>,
    ) -> Result<String, askama::Error> {
        RecordPart { page, at, told }.render()
    }

    /// A topic's page.
    pub fn topic(&mut self, page: &Page, topic: &Topic) -> Result<String, askama::Error> {
        let mut out = Self::top(page, &topic.title, false, page.now())?;
        out.push_str(&TopicPart { page, topic }.render()?);
        out.push_str(&self.end(page)?);
        Ok(out)
    }

    /// The first page.
    pub fn index(index: &Index<'_>) -> Result<String, askama::Error> {
        let title = index.page.t.s("copy-title");
        let mut out = Self::top(index.page, title, true, index.made)?;
        out.push_str(&index.render()?);
        Ok(out)
    }
}
