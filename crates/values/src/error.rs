//! What can be wrong with one field of a form: a word, never the text that was typed.

/// Why a typed value was refused. It carries nothing of the value, so it may be logged.
///
/// Each word is a message in the language files; see [`FieldError::message_id`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, thiserror::Error)]
#[error("{}", self.message_id())]
pub enum FieldError {
    /// The field is empty.
    Missing,
    /// More characters than the field takes.
    TooLong,
    /// Characters that no text should hold (control and direction marks).
    Characters,
    /// Holds a national identity number or D-number, which this house never keeps.
    NationalId,
    /// Not a person's name.
    Name,
    /// Not an e-mail address.
    Email,
    /// Not a telephone number.
    Phone,
    /// Not a registration plate.
    Plate,
    /// Not a chassis number.
    Vin,
    /// Not an organisation number (length or check digit).
    OrgNo,
    /// Not four digits.
    PostalCode,
    /// Not an address.
    Address,
    /// Not a payment reference (KID).
    Kid,
    /// Not a bank account number.
    AccountNo,
    /// Not a date.
    Date,
    /// Not a time of day.
    Time,
    /// Not a number.
    Number,
    /// Not an amount of money.
    Amount,
    /// A number outside what is possible.
    Range,
    /// Not one of the choices offered.
    Choice,
    /// A box that must be ticked is not.
    Unticked,
    /// Somebody else has it.
    Taken,
}

impl FieldError {
    /// Every word, for the test that keeps the language files complete.
    pub const ALL: &[FieldError] = &[
        Self::Missing,
        Self::TooLong,
        Self::Characters,
        Self::NationalId,
        Self::Name,
        Self::Email,
        Self::Phone,
        Self::Plate,
        Self::Vin,
        Self::OrgNo,
        Self::PostalCode,
        Self::Address,
        Self::Kid,
        Self::AccountNo,
        Self::Date,
        Self::Time,
        Self::Number,
        Self::Amount,
        Self::Range,
        Self::Choice,
        Self::Unticked,
        Self::Taken,
    ];

    /// The key of its sentence in the language files.
    pub const fn message_id(self) -> &'static str {
        match self {
            Self::Missing => "error-missing",
            Self::TooLong => "error-too-long",
            Self::Characters => "error-characters",
            Self::NationalId => "error-national-id",
            Self::Name => "error-name",
            Self::Email => "error-email",
            Self::Phone => "error-phone",
            Self::Plate => "error-plate",
            Self::Vin => "error-vin",
            Self::OrgNo => "error-org-no",
            Self::PostalCode => "error-postal-code",
            Self::Address => "error-address",
            Self::Kid => "error-kid",
            Self::AccountNo => "error-account-no",
            Self::Date => "error-date",
            Self::Time => "error-time",
            Self::Number => "error-number",
            Self::Amount => "error-amount",
            Self::Range => "error-range",
            Self::Choice => "error-choice",
            Self::Unticked => "error-unticked",
            Self::Taken => "error-taken",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::FieldError;
    use std::collections::BTreeSet;

    #[test]
    fn every_word_has_its_own_message() {
        let ids: BTreeSet<_> = FieldError::ALL.iter().map(|e| e.message_id()).collect();
        assert_eq!(ids.len(), FieldError::ALL.len());
        assert!(ids.iter().all(|id| id.starts_with("error-")));
        assert_eq!(FieldError::Plate.to_string(), "error-plate");
    }
}
