//! What is sealed. What is done to a vehicle lies at the vehicle and names nobody; what somebody
//! bought, said or pays lies at that person.

use values::{Address, Email, FreeText, Line, OrgNo, PersonName, Phone, Plate, PostalCode};

vault::record! {
    /// The text of a line: what was found or done. At the vehicle.
    pub struct WorkText in Work as "work_line" {
        /// What.
        text: FreeText,
        /// How grave, of a finding: a word of [`Severity`](crate::Severity).
        severity: Option<String>,
        /// Part number.
        part_no: Option<Line>,
        /// Serial or batch number.
        serial: Option<Line>,
    }
}

vault::record! {
    /// What the vehicle looked like when it came. At the vehicle.
    pub struct Condition in Work as "condition" {
        /// Damage, key, load.
        text: FreeText,
    }
}

vault::record! {
    /// What is to be done, in the adviser's words. At the vehicle.
    pub struct Job in Work as "job" {
        /// What.
        text: FreeText,
    }
}

vault::record! {
    /// The vehicle's copy of a closed order: what was done, and nobody's name or price.
    pub struct VehicleDocument in Work as "order_document" {
        /// The order's number.
        text: String,
        /// The document, byte for byte.
        document: String,
    }
}

vault::record! {
    /// Who handed the vehicle in, or came for it, for somebody else.
    pub struct Deliverer in Deliverer as "deliverer" {
        /// Name.
        name: PersonName,
        /// E-mail.
        email: Option<Email>,
        /// Telephone.
        phone: Option<Phone>,
    }
}

vault::record! {
    /// A price as it was shown to the customer.
    pub struct PriceShown in Purchase as "price_shown" {
        /// The order's number.
        number: String,
        /// How the price was meant: a word of [`PriceKind`](crate::PriceKind).
        approval: String,
        /// Line by line, to read.
        lines: String,
        /// With tax.
        total_ore: i64,
        /// The tax in it.
        vat_ore: i64,
        /// What was shown, byte for byte.
        document: String,
    }
}

vault::record! {
    /// What the customer answered, beside yes or no.
    pub struct PriceAnswer in Purchase as "price_answer" {
        /// The order's number.
        number: String,
        /// Their words, or whom the adviser spoke with.
        approval: FreeText,
    }
}

vault::record! {
    /// What somebody bought when an order was handed over.
    pub struct Purchase in Purchase as "purchase" {
        /// The order's number.
        number: String,
        /// The vehicle's plate.
        plate: Option<Plate>,
        /// Who bought.
        buyer: PersonName,
        /// Line by line, to read.
        lines: String,
        /// With tax.
        total_ore: i64,
        /// The tax in it.
        vat_ore: i64,
        /// Warranty line by line, to read.
        warranty: String,
        /// The customer's copy, byte for byte.
        document: String,
    }
}

vault::record! {
    /// Who pays, and how. At whoever pays.
    pub struct Billing in Billing as "billing" {
        /// Invoice recipient.
        name: PersonName,
        /// Organisation number.
        org_no: Option<OrgNo>,
        /// Invoice address.
        address: Option<Address>,
        /// Postal code.
        postal_code: Option<PostalCode>,
        /// Town.
        city: Option<Line>,
        /// E-mail for invoices.
        email: Option<Email>,
        /// Payment terms.
        payment_terms_days: i64,
        /// Payment id.
        kid: String,
        /// With tax.
        amount_ore: i64,
        /// The tax in it.
        vat_ore: i64,
        /// The order's number.
        document_no: String,
    }
}

vault::record! {
    /// The copy of a voucher that bookkeeping law asks for, and no field more. Locked, at whoever pays.
    pub struct Voucher in AccountingCopy as "voucher" {
        /// The document's number: the order's.
        document_no: String,
        /// ISO date.
        issued_on: String,
        /// Name and organisation number of whoever sold.
        seller: String,
        /// Who pays.
        name: PersonName,
        /// Organisation number.
        org_no: Option<OrgNo>,
        /// Address.
        address: Option<Address>,
        /// Postal code.
        postal_code: Option<PostalCode>,
        /// Town.
        city: Option<Line>,
        /// What was delivered, line by line.
        lines: String,
        /// With tax.
        total_ore: i64,
        /// The tax in it.
        vat_ore: i64,
        /// ISO date.
        due_on: String,
    }
}

vault::record! {
    /// What somebody says is wrong with what they bought. At that person.
    pub struct Complaint in Claim as "complaint" {
        /// The order's number.
        number: String,
        /// The lines it is about, to read.
        about: String,
        /// What is wrong, in their words.
        text: FreeText,
    }
}

vault::record! {
    /// How the time limits of a case were judged, and why.
    pub struct ComplaintAssessment in Claim as "complaint_assessment" {
        /// The order's number.
        number: String,
        /// Why.
        assessment: FreeText,
    }
}

vault::record! {
    /// What came of a case, and why.
    pub struct ComplaintOutcome in Claim as "complaint_outcome" {
        /// The order's number.
        number: String,
        /// What, in words.
        outcome: String,
        /// Why.
        reason: FreeText,
    }
}

/// Every field stands in the vocabulary.
pub(crate) fn check() -> Result<(), String> {
    vault::check_fields::<WorkText>()?;
    vault::check_fields::<Condition>()?;
    vault::check_fields::<Job>()?;
    vault::check_fields::<VehicleDocument>()?;
    vault::check_fields::<Deliverer>()?;
    vault::check_fields::<PriceShown>()?;
    vault::check_fields::<PriceAnswer>()?;
    vault::check_fields::<Purchase>()?;
    vault::check_fields::<Billing>()?;
    vault::check_fields::<Voucher>()?;
    vault::check_fields::<Complaint>()?;
    vault::check_fields::<ComplaintAssessment>()?;
    vault::check_fields::<ComplaintOutcome>()
}
