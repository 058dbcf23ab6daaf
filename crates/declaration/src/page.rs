//! The public page and the record of processing, rendered from the declaration.

use askama::Template;

use crate::model::Declaration;
use crate::source::{Clause, Controller, Keep, PurposeSource, Recipient, Source};
use crate::text::{Lang, Text};
use crate::vocabulary::{Basis, Category, FieldDef, Purpose, fields_of};
use crate::words::{basis_name, category_name, country_name, day_name, heading};

#[derive(Template)]
#[template(path = "declaration.html")]
struct Page<'a> {
    view: View<'a>,
}

#[derive(Template)]
#[template(path = "record.html")]
struct Record<'a> {
    view: View<'a>,
}

/// What both templates ask. Methods take references because templates pass them.
struct View<'a> {
    declaration: &'a Declaration,
    source: &'a Source,
    lang: Lang,
}

impl Declaration {
    /// The page as one HTML fragment: `<article class="declaration" lang=…>` with a section per
    /// chapter. The layout around it is the site's. Anchors are the same in every language.
    ///
    /// # Errors
    /// Only if writing to memory fails.
    pub fn render(&self, lang: Lang) -> Result<String, askama::Error> {
        Page {
            view: View::of(self, lang),
        }
        .render()
    }

    /// The record of processing activities (GDPR Art. 30(1), and 30(2) per processor) as one HTML
    /// fragment.
    ///
    /// # Errors
    /// Only if writing to memory fails.
    pub fn record(&self, lang: Lang) -> Result<String, askama::Error> {
        Record {
            view: View::of(self, lang),
        }
        .render()
    }
}

impl<'a> View<'a> {
    fn of(declaration: &'a Declaration, lang: Lang) -> View<'a> {
        View {
            declaration,
            source: declaration.source(),
            lang,
        }
    }

    fn w(&self, key: &str) -> &'static str {
        heading(key, self.lang)
    }

    fn t<'t>(&self, text: &'t Text) -> &'t str {
        text.in_lang(self.lang)
    }

    fn day(&self) -> String {
        day_name(self.declaration.effective_on(), self.lang)
    }

    fn basis(&self, name: &str) -> &'static str {
        Basis::from_name(name).map_or("", |basis| basis_name(basis, self.lang))
    }

    fn category(&self, name: &str) -> &'static str {
        Category::from_name(name).map_or("", |category| category_name(category, self.lang))
    }

    fn categories(&self, names: &[String]) -> String {
        names
            .iter()
            .map(|name| self.category(name))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn countries(&self, codes: &[String]) -> String {
        codes
            .iter()
            .map(|code| country_name(code, self.lang))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn country(&self, code: &str) -> String {
        country_name(code, self.lang)
    }

    /// Categories that some purpose uses, with their fields.
    fn kept(&self) -> Vec<(Category, String)> {
        let used = Category::ALL
            .iter()
            .filter(|category| self.declaration.uses(**category));
        used.map(|category| (*category, self.fields(*category)))
            .collect()
    }

    fn name(&self, category: &Category) -> &'static str {
        category_name(*category, self.lang)
    }

    fn fields(&self, category: Category) -> String {
        fields_of(category)
            .map(|field| self.label(field))
            .collect::<Vec<_>>()
            .join(", ")
    }

    fn label(&self, field: &FieldDef) -> &'static str {
        match self.lang {
            Lang::Nb => field.nb,
            Lang::Nn => field.nn,
            Lang::En => field.en,
        }
    }

    /// Label of a field named `category.field`.
    fn field(&self, name: &str) -> String {
        let found = name.split_once('.').and_then(|(category, field)| {
            let category = Category::from_name(category)?;
            let field = crate::vocabulary::field(category, field)?;
            Some(format!(
                "{} ({})",
                self.label(field),
                category_name(category, self.lang)
            ))
        });
        found.unwrap_or_else(|| name.to_owned())
    }

    /// What a purpose keeps, in the order in which it lists what it uses.
    fn keeps<'p>(&self, purpose: &'p PurposeSource) -> Vec<(&'p str, &'p Keep)> {
        let kept = purpose
            .uses
            .iter()
            .filter_map(|name| Some((name.as_str(), purpose.keep.get(name)?)));
        kept.collect()
    }

    /// Categories a purpose uses without being a reason to keep them.
    fn only_used(&self, purpose: &PurposeSource) -> String {
        let used = purpose
            .uses
            .iter()
            .filter(|name| !purpose.keep.contains_key(*name));
        used.map(|name| self.category(name))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// What is counted, in words.
    fn counted(&self, kinds: &[String]) -> String {
        crate::words::counted(kinds, self.lang)
    }

    fn purpose_titles(&self, ids: &[String]) -> String {
        let titled = ids
            .iter()
            .filter_map(|id| self.source.purposes.iter().find(|one| &one.id == id));
        titled
            .map(|purpose| self.t(&purpose.title))
            .collect::<Vec<_>>()
            .join(", ")
    }

    /// Recipients that serve a purpose.
    fn recipients_of(&self, purpose: &PurposeSource) -> String {
        let serving = self
            .source
            .recipients
            .iter()
            .filter(|one| one.purposes.contains(&purpose.id));
        let names: Vec<_> = serving.map(|one| one.name.as_str()).collect();
        if names.is_empty() {
            self.w("none").to_owned()
        } else {
            names.join(", ")
        }
    }

    /// What existing customers get letters about under a purpose: name, what it is about, the notice
    /// where the address is given, and who writes.
    fn customer_topics(&self, purpose: &PurposeSource) -> Vec<(&'a str, &'a str, String, String)> {
        let own = purpose.id == Purpose::CustomerNews.as_str();
        let topics = self.declaration.customer_topics().iter().filter(|_| own);
        topics
            .map(|topic| {
                let (name, similar) = (
                    topic.name.in_lang(self.lang),
                    topic.similar.in_lang(self.lang),
                );
                let by = topic.controllers.iter();
                let by: Vec<&Controller> = by
                    .filter_map(|id| self.source.controllers.iter().find(|c| c.id == id.get()))
                    .collect();
                let names: Vec<&str> = by.iter().map(|one| one.name.as_str()).collect();
                let asks = by.iter().filter_map(|one| {
                    let one = self
                        .declaration
                        .controllers()
                        .iter()
                        .find(|c| c.key == one.key);
                    one.map(|one| topic.words(one, self.lang))
                });
                let asks: Vec<String> = asks.collect();
                (name, similar, asks.join(" "), names.join(", "))
            })
            .collect()
    }

    /// Countries of the recipients that serve a purpose.
    fn transfers_of(&self, purpose: &PurposeSource) -> String {
        let serving = self
            .source
            .recipients
            .iter()
            .filter(|one| one.purposes.contains(&purpose.id));
        let mut codes: Vec<_> = serving
            .flat_map(|one| one.countries.iter().cloned())
            .collect();
        codes.sort();
        codes.dedup();
        if codes.is_empty() {
            self.w("none").to_owned()
        } else {
            self.countries(&codes)
        }
    }

    /// Categories of persons a purpose concerns (Art. 30(1)(c)).
    fn persons(&self, purpose: &PurposeSource) -> &'static str {
        self.w(match Purpose::from_name(&purpose.id) {
            Some(Purpose::StaffAccess) => "persons_staff",
            Some(Purpose::Prospecting) => "persons_companies",
            Some(Purpose::Newsletter) => "persons_readers",
            Some(Purpose::CustomerNews) => "persons_buyers",
            Some(Purpose::Statistics) => "persons_nobody",
            _ => "persons_customers",
        })
    }

    fn processors(&self) -> impl Iterator<Item = &'a Recipient> {
        self.source
            .recipients
            .iter()
            .filter(|one| one.kind == "processor")
    }

    fn controller_name(&self, key: &str) -> &'a str {
        let found = self.source.controllers.iter().find(|one| one.key == key);
        found.map_or("", |one| one.name.as_str())
    }

    fn is_live(&self, clause: &Clause) -> bool {
        !clause.proof.is_empty()
    }
    fn phone(&self, controller: &Controller) -> String {
        crate::model::phone_shown(&controller.phone)
    }
}
