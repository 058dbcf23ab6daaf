//! A kind of record for each category, with every field of the vocabulary and a mark in it.

use vault::Personal;

/// What stands in a field of a person: found again wherever the field went.
pub(crate) fn mark(who: &str, category: &str, field: &str) -> String {
    match (category, field) {
        ("contact", "email") | ("rights_case", "reach") => {
            format!("{}@example.no", who.to_lowercase())
        }
        ("contact", "phone") => "+4791234567".to_owned(),
        _ => format!("MARK-{who}-{category}-{field}-Q7"),
    }
}

macro_rules! all {
    ($($kind:literal $make:ident $name:ident $category:ident $of:literal [$($field:ident)+];)+) => {
        $(vault::record! {
            /// Every field of the category.
            pub struct $name in $category as $kind {
                $(
                    /// A mark.
                    $field: String
                ),+
            }
        }
        pub(super) fn $make(who: &str) -> Personal<$name> {
            Personal::new($name { $($field: mark(who, $of, stringify!($field))),+ })
        })+

        /// Every category and field that carries a mark.
        pub(crate) const MARKS: &[(&str, &str)] = &[$($(($of, stringify!($field))),+),+];
    };
}

all! {
    "contact" all_contact AllContact Contact "contact" [name email phone organisation org_no language customer_no];
    "all_deliverer" all_deliverer AllDeliverer Deliverer "deliverer" [name email phone];
    "all_enquiry" all_enquiry AllEnquiry Enquiry "enquiry" [question service answer];
    "all_vehicle_link" all_vehicle_link AllVehicleLink VehicleLink "vehicle_link" [plate party owner_name owner_org_no];
    "all_vehicle" all_vehicle AllVehicle Vehicle "vehicle" [plate vin make model vehicle_class body_type colour first_registered status gross_weight_kg kerb_weight_kg payload_kg length_mm axles pto_kw hydraulic_lift temperature_box pkk_due_on technical source];
    "all_body_usage" all_body_usage AllBodyUsage BodyUsage "body_usage" [function meter value unit method note];
    "all_work" all_work AllWork Work "work" [text severity part_no serial done_by document];
    "all_purchase" all_purchase AllPurchase Purchase "purchase" [number plate buyer lines total_ore vat_ore warranty document approval];
    "all_billing" all_billing AllBilling Billing "billing" [name org_no address postal_code city email payment_terms_days kid amount_ore vat_ore document_no customer_no];
    "all_accounting_copy" all_accounting_copy AllAccountingCopy AccountingCopy "accounting_copy" [document_no issued_on seller name org_no address postal_code city lines total_ore vat_ore due_on];
    "all_claim" all_claim AllClaim Claim "claim" [text outcome];
    "all_marketing" all_marketing AllMarketing Marketing "marketing" [name email topics wishes source];
    "all_account" all_account AllAccount Account "account" [email language customer_no brought_from brought_on brought];
    "all_evidence" all_evidence AllEvidence Evidence "evidence" [description file];
    "all_correspondence" all_correspondence AllCorrespondence Correspondence "correspondence" [to subject text calendar];
    "all_rights_case" all_rights_case AllRightsCase RightsCase "rights_case" [request name reach identity answer field value];
}
