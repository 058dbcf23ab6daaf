//! Questions: with a booking, or on their own (`/sporsmal`), to the desk's list and answered by mail.

mod ask;
mod desk;
pub(crate) mod sql;
mod store_side;
#[cfg(test)]
mod tests;

pub(crate) use ask::{form, send, thanks};
pub(crate) use desk::{answer, list, show};
pub use store_side::{Case, NewEnquiry, ask as take_enquiry, open_cases};

use values::FreeText;

values::ids! {
    /// A question on its own.
    EnquiryId,
}

vault::record! {
    /// What a person asks about a vehicle, a product or a service.
    pub struct Enquiry in Enquiry as "enquiry" {
        /// The question.
        question: Option<FreeText>,
        /// What it is about.
        service: Option<String>,
        /// The answer.
        answer: Option<FreeText>,
    }
}
