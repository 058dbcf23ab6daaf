//! What each live proof looks at, and what to do when it does not hold, for the command line.

use declaration::vocabulary::ProofName;

const MARKETING: (&str, &str) = (
    "people within reach of marketing",
    "run the sweep; find what sealed marketing data without consent",
);

const CUSTOMERS: (&str, &str) = (
    "addresses kept for letters to customers",
    "find what kept the address without a sale or an offered no, and end that reason",
);

/// What is looked at; what to do.
pub(super) const fn of(name: ProofName) -> (&'static str, &'static str) {
    use ProofName as P;
    match name {
        P::ControllersDeclared => (
            "rows that name a controller",
            "give the rows a controller of the declaration",
        ),
        P::RulesCited => (
            "automatic acts and the rules they cite",
            "put the missing rule back into rules.toml; find what ended strands without one",
        ),
        P::NoCookieBeforeLogIn => (
            "public pages as a stranger gets them",
            "remove the cookie or the address of the other host from the page",
        ),
        P::ProvenancePresent => (
            "sealed records with source and notice",
            "find the form that seals without provenance",
        ),
        P::NoDoubleBooking => (
            "bookings that stand",
            "move one of the bookings; the unique index on occupancy must be there",
        ),
        P::NoticeStamped => (
            "bookings with the notice shown",
            "find the form that books without a notice version",
        ),
        P::FieldsDeclared => (
            "fields and categories in use",
            "declare the category, or remove the field from its record",
        ),
        P::ColumnsDeclared => (
            "columns of the schema",
            "mark the column in the crate's columns.txt, or drop it",
        ),
        P::NationalIdRefused => (
            "national identity numbers offered and searched for",
            "restore the check of the parser; clear the place that holds one",
        ),
        P::LookUpsBound => (
            "look-ups in the vehicle register",
            "find who looked up without a case, and why",
        ),
        P::RegisterOwnerDropped => (
            "vehicle records and their fields",
            "remove the holder's data from the adapter's answer",
        ),
        P::MetersMonotonic => (
            "meters in reading order",
            "correct the reading, or record the meter's replacement",
        ),
        P::ClosedOrdersIntact => (
            "closed orders against their documents",
            "compare the order with its document and a backup: a row was changed",
        ),
        P::MarketingNeedsConsent => MARKETING,
        P::CustomersCouldSayNo => CUSTOMERS,
        P::PurposesBound => (
            "role, purpose and category, asked of the judge, and what is locked asked for alone",
            "the judge and the declaration disagree: do not go on",
        ),
        P::DelivererApart => (
            "reasons of deliverers' data",
            "find what keeps a deliverer by another rule",
        ),
        P::StrandsHaveReasons => (
            "strands and their reasons",
            "run the sweep: karosseri sweep",
        ),
        P::HoldsReviewed => (
            "holds that stand",
            "review the hold on /stab/personvern/hold",
        ),
        P::NoCardNumbers => (
            "fields and columns by name",
            "remove the field: card numbers are never stored",
        ),
        P::HistoryNeedsAccount => (
            "purchases kept for an account",
            "end the account reason of the purchase",
        ),
        P::WarrantyStated => (
            "purchase lines",
            "state the warranty of the line in a correction",
        ),
        P::StaffBelong => (
            "members of staff who may log in",
            "give the member an employer of the declaration, or end the access",
        ),
        P::LogChainWhole => (
            "lines of the opening log",
            "somebody changed the log: compare with a backup and report it",
        ),
        P::ProcessorsUnderAgreement => (
            "processors and controllers",
            "sign the agreement and enter it in the declaration",
        ),
        P::HostIsBlind => (
            "sealed bodies and wrapped keys",
            "something lies in the clear: find what wrote it, and rotate the tenant key",
        ),
        P::RecipientsInEea => (
            "recipients and places of storage",
            "name the safeguard of Art. 45 or 46, or end the transfer",
        ),
        P::RelationshipEndComputed => (
            "dates of contact details, counted again",
            "run the sweep; find what wrote another date",
        ),
        P::VehicleLifeDated => ("vehicles with a date", "give the vehicle its expected life"),
        P::WithdrawalsStand => (
            "the consent ledger and what it ends",
            "run the sweep; find what keeps data after a withdrawal",
        ),
        P::RightsInTime => (
            "requests about rights",
            "answer the request on /stab/personvern",
        ),
        P::ErasuresReadBack => (
            "destroyed strands, looked for again",
            "start again, which replays the ledger; then run the sweep",
        ),
        P::ContactsOnPage => (
            "names and addresses on /personvern",
            "the page must show what the declaration has",
        ),
        P::DeclarationChecked => ("clauses of the declaration", "karosseri declaration check"),
        P::NoVisitorTable => (
            "columns of the schema, and what is stored of visits",
            "drop the column that tells of visitors, or the rows that say what is not declared",
        ),
        P::LinksReal => (
            "outgoing links",
            "put a real https address into the declaration",
        ),
        P::SweepAlive => (
            "the daily sweep",
            "see that the chores run: karosseri sweep",
        ),
    }
}
