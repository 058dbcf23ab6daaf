//! What is promised about one purpose.

use std::collections::BTreeMap;

use crate::{
    source::{Keep, PurposeSource},
    text::Text,
    vocabulary::{Basis, Category, Count, Purpose},
};

/// What is promised about one purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PurposeStatement {
    /// The purpose.
    pub id: Purpose,
    /// Legal basis for the customer.
    pub basis: Basis,
    /// Heading.
    pub title: Text,
    /// Why.
    pub why: Text,
    categories: Vec<Category>,
    /// What of it rests on our interest, as the main basis or beside it.
    of_interest: Vec<Category>,
    counts: Vec<Count>,
    keeps: BTreeMap<Category, Keep>,
}

impl PurposeStatement {
    /// Whether the use of `category` rests on a legitimate interest (Art. 6(1)(f)), for everybody or for
    /// some persons: what one can object to (Art. 21(1)).
    pub fn rests_on_interest(&self, category: Category) -> bool {
        self.of_interest.contains(&category)
    }

    /// Whether anything about the purpose rests on a legitimate interest.
    pub fn has_interest(&self) -> bool {
        !self.of_interest.is_empty()
    }

    /// How long `category` is kept for this purpose; `None`: this purpose is no reason to keep it.
    pub fn keeps(&self, category: Category) -> Option<&Keep> {
        self.keeps.get(&category)
    }

    /// Every category this purpose may use.
    pub fn categories(&self) -> &[Category] {
        &self.categories
    }

    /// Whether `kind` is counted for this purpose.
    pub fn counts(&self, kind: Count) -> bool {
        self.counts.contains(&kind)
    }

    /// Every retention, by category.
    pub fn retentions(&self) -> impl Iterator<Item = (Category, &Keep)> {
        self.keeps.iter().map(|(category, keep)| (*category, keep))
    }
}

impl PurposeStatement {
    pub(crate) fn from_source(source: &PurposeSource) -> Option<(Purpose, PurposeStatement)> {
        let id = Purpose::from_name(&source.id)?;
        let keeps = source.keep.iter();
        let named = |names: &[String]| -> Vec<Category> {
            let known = names.iter().filter_map(|name| Category::from_name(name));
            known.collect()
        };
        let basis = Basis::from_name(&source.basis).unwrap_or(Basis::Consent);
        let statement = PurposeStatement {
            id,
            basis,
            title: source.title.clone(),
            why: source.why.clone(),
            categories: named(&source.uses),
            of_interest: named(&of_interest(source, basis)),
            counts: source
                .counts
                .iter()
                .filter_map(|name| Count::from_name(name))
                .collect(),
            keeps: keeps
                .filter_map(|(name, keep)| Some((Category::from_name(name)?, keep.clone())))
                .collect(),
        };
        Some((id, statement))
    }
}

/// Names of the categories whose use rests on our interest: all where that is the main basis, else those
/// of each other basis that is one.
fn of_interest(source: &PurposeSource, basis: Basis) -> Vec<String> {
    let is_interest = |basis: &str| Basis::from_name(basis) == Some(Basis::LegitimateInterest);
    if basis == Basis::LegitimateInterest {
        return source.uses.clone();
    }
    let also = source.also.iter().filter(|also| is_interest(&also.basis));
    also.flat_map(|also| match also.categories[..] {
        [] => source.uses.clone(),
        _ => also.categories.clone(),
    })
    .collect()
}
