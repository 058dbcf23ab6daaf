//! Search over the site: an index in memory for each language, made when the pages are read.

mod index;
mod page;
mod snippet;
mod stem;
#[cfg(test)]
mod tests;

pub(crate) use index::{Entry, Found, Index};
pub(crate) use page::house;
pub use page::show;
pub(crate) use snippet::Piece;
