//! Questions: with a booking, or on their own.

use values::FreeText;

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
