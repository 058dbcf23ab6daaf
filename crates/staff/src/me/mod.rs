//! "Who am I here": the logged-in member, and what their role may see.

mod pages;
#[cfg(test)]
mod tests;

pub use pages::show;
