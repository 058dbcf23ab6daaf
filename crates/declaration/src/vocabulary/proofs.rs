//! The live proofs that a clause of a declaration may name.

macro_rules! proofs {
    ($($(#[$doc:meta])* $name:ident = $text:literal),+ $(,)?) => {
        /// A check on live data that a clause may cite as `live:NAME`.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        pub enum ProofName { $($(#[$doc])* $name),+ }
        impl ProofName {
            /// Every proof the program can run.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];
            /// The name in a declaration.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
            /// The proof of that name.
            #[must_use]
            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|proof| proof.as_str() == name)
            }
        }
    };
}

proofs! {
    /// Every booking, visit, purchase, consent and request names a declared controller.
    ControllersDeclared = "controllers_declared",
    /// Every automatic act that ended a strand names a rule and its version.
    RulesCited = "rules_cited",
    /// The public pages set no cookie and name no other host (checked against the response).
    NoCookieBeforeLogIn = "no_cookie_before_log_in",
    /// Every sealed record has a source and the version of the notice shown.
    ProvenancePresent = "provenance_present",
    /// No bay is occupied twice.
    NoDoubleBooking = "no_double_booking",
    /// Every booking carries the version of the declaration shown when it was made.
    NoticeStamped = "notice_stamped",
    /// Every sealed field is in the vocabulary, and its category is declared.
    FieldsDeclared = "fields_declared",
    /// Every column of the database is marked, and every personal one is sealed.
    ColumnsDeclared = "columns_declared",
    /// A national identity number is refused (tried on the running parser) and none is stored.
    NationalIdRefused = "national_id_refused",
    /// Every register look-up names a booking or a visit and who asked.
    LookUpsBound = "look_ups_bound",
    /// No owner data of the register is among sealed vehicle fields.
    RegisterOwnerDropped = "register_owner_dropped",
    /// No meter goes down without a replacement.
    MetersMonotonic = "meters_monotonic",
    /// Every closed order equals the hash of its document.
    ClosedOrdersIntact = "closed_orders_intact",
    /// Nobody is in reach of marketing without a standing consent.
    MarketingNeedsConsent = "marketing_needs_consent",
    /// Every address kept for letters to customers belongs to a sale, an offered no, and none said.
    CustomersCouldSayNo = "customers_could_say_no",
    /// Every role may do just what the declaration gives it: the judge is asked.
    PurposesBound = "purposes_bound",
    /// A deliverer's contact has its own strand and the shortest date.
    DelivererApart = "deliverer_apart",
    /// Every strand that lives has a reason with a rule, and none has outlived its last.
    StrandsHaveReasons = "strands_have_reasons",
    /// Held strands have a reason and a review date.
    HoldsReviewed = "holds_reviewed",
    /// No payment card number is among the fields the program can store.
    NoCardNumbers = "no_card_numbers",
    /// Purchases of people without an account are not kept for the account's sake.
    HistoryNeedsAccount = "history_needs_account",
    /// Every purchase line has its warranty stated.
    WarrantyStated = "warranty_stated",
    /// Every member of staff belongs to a declared controller.
    StaffBelong = "staff_belong",
    /// The opening log's chain is whole.
    LogChainWhole = "log_chain_whole",
    /// Every processor has an agreement with each controller that uses it, or is flagged.
    ProcessorsUnderAgreement = "processors_under_agreement",
    /// Stored bytes open only with the tenant key, which is not in the database.
    HostIsBlind = "host_is_blind",
    /// Every declared recipient is in the EEA or has a safeguard.
    RecipientsInEea = "recipients_in_eea",
    /// Contact data of ended relationships is gone when its date has passed.
    RelationshipEndComputed = "relationship_end_computed",
    /// Every vehicle has a date of expected life.
    VehicleLifeDated = "vehicle_life_dated",
    /// The consent ledger is append-only and its withdrawals stand.
    WithdrawalsStand = "withdrawals_stand",
    /// Every rights request has a date it must be answered by, and none is overdue.
    RightsInTime = "rights_in_time",
    /// What was reported destroyed cannot be opened: read back.
    ErasuresReadBack = "erasures_read_back",
    /// The contact address, e-mail and phone on the page are those of the declaration.
    ContactsOnPage = "contacts_on_page",
    /// The declaration passes its own check without errors.
    DeclarationChecked = "declaration_checked",
    /// Nothing about visitors is stored: the schema has no table for it.
    NoVisitorTable = "no_visitor_table",
    /// Every outgoing link of the declaration is a real https address.
    LinksReal = "links_real",
    /// The sweep has run within two days.
    SweepAlive = "sweep_alive",
}
