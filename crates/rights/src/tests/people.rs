//! People with a mark in every field that anything is kept in.

use declaration::vocabulary::{Category, MayUse, Purpose, PurposeType, purpose};
use values::{ControllerId, Email, PersonName, Phone, SubjectId};
use vault::{
    Actor, Ask, ConsentSlip, ConsentState, Keep, LookUp, Personal, Provenance, Record, SubjectKind,
    Vault, Work,
};

vault::record! {
    /// Every field of the category.
    pub struct AllContact in Contact as "contact" {
        /// A mark.
        name: String,
        /// A mark.
        email: String,
        /// A mark.
        phone: String,
        /// A mark.
        organisation: String,
        /// A mark.
        org_no: String,
        /// A mark.
        language: String,
        /// A mark.
        customer_no: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllDeliverer in Deliverer as "all_deliverer" {
        /// A mark.
        name: String,
        /// A mark.
        email: String,
        /// A mark.
        phone: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllEnquiry in Enquiry as "all_enquiry" {
        /// A mark.
        question: String,
        /// A mark.
        service: String,
        /// A mark.
        answer: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllVehicleLink in VehicleLink as "all_vehicle_link" {
        /// A mark.
        plate: String,
        /// A mark.
        party: String,
        /// A mark.
        owner_name: String,
        /// A mark.
        owner_org_no: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllVehicle in Vehicle as "all_vehicle" {
        /// A mark.
        plate: String,
        /// A mark.
        vin: String,
        /// A mark.
        make: String,
        /// A mark.
        model: String,
        /// A mark.
        vehicle_class: String,
        /// A mark.
        body_type: String,
        /// A mark.
        colour: String,
        /// A mark.
        first_registered: String,
        /// A mark.
        status: String,
        /// A mark.
        gross_weight_kg: String,
        /// A mark.
        kerb_weight_kg: String,
        /// A mark.
        payload_kg: String,
        /// A mark.
        length_mm: String,
        /// A mark.
        axles: String,
        /// A mark.
        pto_kw: String,
        /// A mark.
        hydraulic_lift: String,
        /// A mark.
        temperature_box: String,
        /// A mark.
        pkk_due_on: String,
        /// A mark.
        technical: String,
        /// A mark.
        source: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllBodyUsage in BodyUsage as "all_body_usage" {
        /// A mark.
        function: String,
        /// A mark.
        meter: String,
        /// A mark.
        value: String,
        /// A mark.
        unit: String,
        /// A mark.
        method: String,
        /// A mark.
        note: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllWork in Work as "all_work" {
        /// A mark.
        text: String,
        /// A mark.
        severity: String,
        /// A mark.
        part_no: String,
        /// A mark.
        serial: String,
        /// A mark.
        done_by: String,
        /// A mark.
        document: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllPurchase in Purchase as "all_purchase" {
        /// A mark.
        number: String,
        /// A mark.
        plate: String,
        /// A mark.
        buyer: String,
        /// A mark.
        lines: String,
        /// A mark.
        total_ore: String,
        /// A mark.
        vat_ore: String,
        /// A mark.
        warranty: String,
        /// A mark.
        document: String,
        /// A mark.
        approval: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllBilling in Billing as "all_billing" {
        /// A mark.
        name: String,
        /// A mark.
        org_no: String,
        /// A mark.
        address: String,
        /// A mark.
        postal_code: String,
        /// A mark.
        city: String,
        /// A mark.
        email: String,
        /// A mark.
        payment_terms_days: String,
        /// A mark.
        kid: String,
        /// A mark.
        amount_ore: String,
        /// A mark.
        vat_ore: String,
        /// A mark.
        document_no: String,
        /// A mark.
        customer_no: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllClaim in Claim as "all_claim" {
        /// A mark.
        text: String,
        /// A mark.
        outcome: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllMarketing in Marketing as "all_marketing" {
        /// A mark.
        name: String,
        /// A mark.
        email: String,
        /// A mark.
        topics: String,
        /// A mark.
        source: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllAccount in Account as "all_account" {
        /// A mark.
        email: String,
        /// A mark.
        language: String,
        /// A mark.
        customer_no: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllEvidence in Evidence as "all_evidence" {
        /// A mark.
        description: String,
        /// A mark.
        file: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllCorrespondence in Correspondence as "all_correspondence" {
        /// A mark.
        to: String,
        /// A mark.
        subject: String,
        /// A mark.
        text: String,
        /// A mark.
        calendar: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllRightsCase in RightsCase as "all_rights_case" {
        /// A mark.
        request: String,
        /// A mark.
        name: String,
        /// A mark.
        reach: String,
        /// A mark.
        identity: String,
        /// A mark.
        answer: String,
    }
}

vault::record! {
    /// Every field of the category.
    pub struct AllStaff in Staff as "all_staff" {
        /// A mark.
        name: String,
        /// A mark.
        email: String,
    }
}

/// A mark for a field of a person: found again wherever the field went.
fn mark(who: &str, category: &str, field: &str) -> String {
    format!("MARK-{who}-{category}-{field}-Q7")
}

/// Every category and field that carries a mark.
pub(crate) const MARKS: &[(&str, &str)] = &[
    ("contact", "name"),
    ("contact", "email"),
    ("contact", "phone"),
    ("contact", "organisation"),
    ("contact", "org_no"),
    ("contact", "language"),
    ("contact", "customer_no"),
    ("deliverer", "name"),
    ("deliverer", "email"),
    ("deliverer", "phone"),
    ("enquiry", "question"),
    ("enquiry", "service"),
    ("enquiry", "answer"),
    ("vehicle_link", "plate"),
    ("vehicle_link", "party"),
    ("vehicle_link", "owner_name"),
    ("vehicle_link", "owner_org_no"),
    ("vehicle", "plate"),
    ("vehicle", "vin"),
    ("vehicle", "make"),
    ("vehicle", "model"),
    ("vehicle", "vehicle_class"),
    ("vehicle", "body_type"),
    ("vehicle", "colour"),
    ("vehicle", "first_registered"),
    ("vehicle", "status"),
    ("vehicle", "gross_weight_kg"),
    ("vehicle", "kerb_weight_kg"),
    ("vehicle", "payload_kg"),
    ("vehicle", "length_mm"),
    ("vehicle", "axles"),
    ("vehicle", "pto_kw"),
    ("vehicle", "hydraulic_lift"),
    ("vehicle", "temperature_box"),
    ("vehicle", "pkk_due_on"),
    ("vehicle", "technical"),
    ("vehicle", "source"),
    ("body_usage", "function"),
    ("body_usage", "meter"),
    ("body_usage", "value"),
    ("body_usage", "unit"),
    ("body_usage", "method"),
    ("body_usage", "note"),
    ("work", "text"),
    ("work", "severity"),
    ("work", "part_no"),
    ("work", "serial"),
    ("work", "done_by"),
    ("work", "document"),
    ("purchase", "number"),
    ("purchase", "plate"),
    ("purchase", "buyer"),
    ("purchase", "lines"),
    ("purchase", "total_ore"),
    ("purchase", "vat_ore"),
    ("purchase", "warranty"),
    ("purchase", "document"),
    ("purchase", "approval"),
    ("billing", "name"),
    ("billing", "org_no"),
    ("billing", "address"),
    ("billing", "postal_code"),
    ("billing", "city"),
    ("billing", "email"),
    ("billing", "payment_terms_days"),
    ("billing", "kid"),
    ("billing", "amount_ore"),
    ("billing", "vat_ore"),
    ("billing", "document_no"),
    ("billing", "customer_no"),
    ("claim", "text"),
    ("claim", "outcome"),
    ("marketing", "name"),
    ("marketing", "email"),
    ("marketing", "topics"),
    ("marketing", "source"),
    ("account", "email"),
    ("account", "language"),
    ("account", "customer_no"),
    ("evidence", "description"),
    ("evidence", "file"),
    ("correspondence", "to"),
    ("correspondence", "subject"),
    ("correspondence", "text"),
    ("correspondence", "calendar"),
    ("rights_case", "request"),
    ("rights_case", "name"),
    ("rights_case", "reach"),
    ("rights_case", "identity"),
    ("rights_case", "answer"),
];

fn all_contact(who: &str) -> Personal<AllContact> {
    let m = |field: &str| mark(who, "contact", field);
    Personal::new(AllContact {
        name: m("name"),
        email: format!("{}@example.no", who.to_lowercase()),
        phone: "+4791234567".to_owned(),
        organisation: m("organisation"),
        org_no: m("org_no"),
        language: m("language"),
        customer_no: m("customer_no"),
    })
}

fn all_deliverer(who: &str) -> Personal<AllDeliverer> {
    let m = |field: &str| mark(who, "deliverer", field);
    Personal::new(AllDeliverer {
        name: m("name"),
        email: m("email"),
        phone: m("phone"),
    })
}

fn all_enquiry(who: &str) -> Personal<AllEnquiry> {
    let m = |field: &str| mark(who, "enquiry", field);
    Personal::new(AllEnquiry {
        question: m("question"),
        service: m("service"),
        answer: m("answer"),
    })
}

fn all_vehicle_link(who: &str) -> Personal<AllVehicleLink> {
    let m = |field: &str| mark(who, "vehicle_link", field);
    Personal::new(AllVehicleLink {
        plate: m("plate"),
        party: m("party"),
        owner_name: m("owner_name"),
        owner_org_no: m("owner_org_no"),
    })
}

fn all_vehicle(who: &str) -> Personal<AllVehicle> {
    let m = |field: &str| mark(who, "vehicle", field);
    Personal::new(AllVehicle {
        plate: m("plate"),
        vin: m("vin"),
        make: m("make"),
        model: m("model"),
        vehicle_class: m("vehicle_class"),
        body_type: m("body_type"),
        colour: m("colour"),
        first_registered: m("first_registered"),
        status: m("status"),
        gross_weight_kg: m("gross_weight_kg"),
        kerb_weight_kg: m("kerb_weight_kg"),
        payload_kg: m("payload_kg"),
        length_mm: m("length_mm"),
        axles: m("axles"),
        pto_kw: m("pto_kw"),
        hydraulic_lift: m("hydraulic_lift"),
        temperature_box: m("temperature_box"),
        pkk_due_on: m("pkk_due_on"),
        technical: m("technical"),
        source: m("source"),
    })
}

fn all_body_usage(who: &str) -> Personal<AllBodyUsage> {
    let m = |field: &str| mark(who, "body_usage", field);
    Personal::new(AllBodyUsage {
        function: m("function"),
        meter: m("meter"),
        value: m("value"),
        unit: m("unit"),
        method: m("method"),
        note: m("note"),
    })
}

fn all_work(who: &str) -> Personal<AllWork> {
    let m = |field: &str| mark(who, "work", field);
    Personal::new(AllWork {
        text: m("text"),
        severity: m("severity"),
        part_no: m("part_no"),
        serial: m("serial"),
        done_by: m("done_by"),
        document: m("document"),
    })
}

fn all_purchase(who: &str) -> Personal<AllPurchase> {
    let m = |field: &str| mark(who, "purchase", field);
    Personal::new(AllPurchase {
        number: m("number"),
        plate: m("plate"),
        buyer: m("buyer"),
        lines: m("lines"),
        total_ore: m("total_ore"),
        vat_ore: m("vat_ore"),
        warranty: m("warranty"),
        document: m("document"),
        approval: m("approval"),
    })
}

fn all_billing(who: &str) -> Personal<AllBilling> {
    let m = |field: &str| mark(who, "billing", field);
    Personal::new(AllBilling {
        name: m("name"),
        org_no: m("org_no"),
        address: m("address"),
        postal_code: m("postal_code"),
        city: m("city"),
        email: m("email"),
        payment_terms_days: m("payment_terms_days"),
        kid: m("kid"),
        amount_ore: m("amount_ore"),
        vat_ore: m("vat_ore"),
        document_no: m("document_no"),
        customer_no: m("customer_no"),
    })
}

fn all_claim(who: &str) -> Personal<AllClaim> {
    let m = |field: &str| mark(who, "claim", field);
    Personal::new(AllClaim {
        text: m("text"),
        outcome: m("outcome"),
    })
}

fn all_marketing(who: &str) -> Personal<AllMarketing> {
    let m = |field: &str| mark(who, "marketing", field);
    Personal::new(AllMarketing {
        name: m("name"),
        email: m("email"),
        topics: m("topics"),
        source: m("source"),
    })
}

fn all_account(who: &str) -> Personal<AllAccount> {
    let m = |field: &str| mark(who, "account", field);
    Personal::new(AllAccount {
        email: m("email"),
        language: m("language"),
        customer_no: m("customer_no"),
    })
}

fn all_evidence(who: &str) -> Personal<AllEvidence> {
    let m = |field: &str| mark(who, "evidence", field);
    Personal::new(AllEvidence {
        description: m("description"),
        file: m("file"),
    })
}

fn all_correspondence(who: &str) -> Personal<AllCorrespondence> {
    let m = |field: &str| mark(who, "correspondence", field);
    Personal::new(AllCorrespondence {
        to: m("to"),
        subject: m("subject"),
        text: m("text"),
        calendar: m("calendar"),
    })
}

fn all_rights_case(who: &str) -> Personal<AllRightsCase> {
    let m = |field: &str| mark(who, "rights_case", field);
    Personal::new(AllRightsCase {
        request: m("request"),
        name: m("name"),
        reach: format!("{}@example.no", who.to_lowercase()),
        identity: m("identity"),
        answer: m("answer"),
    })
}

/// A person with something of everything, and a vehicle.
pub(crate) struct Person {
    pub subject: SubjectId,
    pub vehicle: SubjectId,
    pub who: &'static str,
}

fn from() -> Provenance {
    Provenance {
        source_kind: "data_subject",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

/// Seals one record for a purpose, as a chore: the purposes' own rules are what is tried here.
async fn seal<P, R>(
    vault: &Vault,
    work: &mut Work,
    subject: SubjectId,
    record: &Personal<R>,
    keep: Keep,
) where
    R: Record,
    P: PurposeType + MayUse<R::Category>,
{
    use declaration::vocabulary::CategoryType;
    let ask = Ask::seal_new(Actor::Chore("test"), subject).of(&[R::Category::ID]);
    let permit = vault.permit::<P>(ask).await.unwrap();
    work.seal(&permit, record, &from(), &keep).unwrap();
}

impl Person {
    /// The mark of a field, as it was sealed.
    pub fn mark(&self, category: &str, field: &str) -> String {
        match (category, field) {
            ("contact", "email") | ("rights_case", "reach") => self.email(),
            ("contact", "phone") => "+4791234567".to_owned(),
            _ => mark(self.who, category, field),
        }
    }

    /// Their address.
    pub fn email(&self) -> String {
        format!("{}@example.no", self.who.to_lowercase())
    }

    /// Somebody whose visit is over, with something in every category.
    pub async fn with_everything(vault: &Vault, who: &'static str) -> Self {
        let mut work = vault.work();
        let person = work.subject(SubjectKind::Person);
        let vehicle = work.subject(SubjectKind::Vehicle);
        let now = work.at();
        let done = || Keep::from("visit", 1, now);
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_contact(who), done()).await;
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_deliverer(who), done()).await;
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_enquiry(who), done()).await;
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_vehicle_link(who), done()).await;
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_evidence(who), done()).await;
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_correspondence(who), done()).await;
        let sold = || Keep::from("purchase", 1, now);
        seal::<purpose::Claims, _>(vault, &mut work, person, &all_purchase(who), sold()).await;
        seal::<purpose::Claims, _>(vault, &mut work, person, &all_claim(who), sold()).await;
        seal::<purpose::Accounting, _>(vault, &mut work, person, &all_billing(who), sold()).await;
        let account = Keep::while_open("account", 1);
        seal::<purpose::Account, _>(vault, &mut work, person, &all_account(who), account).await;
        let case = Keep::from("rights_request", 1, now);
        seal::<purpose::Rights, _>(vault, &mut work, person, &all_rights_case(who), case).await;
        let life = || Keep::from("vehicle", 1, now);
        seal::<purpose::Visit, _>(vault, &mut work, vehicle, &all_vehicle(who), life()).await;
        seal::<purpose::Visit, _>(vault, &mut work, vehicle, &all_body_usage(who), life()).await;
        seal::<purpose::Visit, _>(vault, &mut work, vehicle, &all_work(who), life()).await;
        work.tie(vehicle, person, "owner");
        let found = Ask::seal_new(Actor::Chore("test"), person).of(&[Category::Contact]);
        let permit = vault.permit::<purpose::Visit>(found).await.unwrap();
        let email = Email::parse(&format!("{}@example.no", who.to_lowercase())).unwrap();
        work.claim(&permit, Category::Contact, &LookUp::email(&email))
            .unwrap();
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
        let person = Self {
            subject: person,
            vehicle,
            who,
        };
        person.news(vault).await;
        person
    }

    /// The newsletter, with the consent it needs.
    async fn news(&self, vault: &Vault) {
        vault
            .enter_consent(slip(vault, self.subject, ConsentState::Given))
            .await
            .unwrap();
        let ask = Ask::seal(Actor::Chore("test"), self.subject).of(&[Category::Marketing]);
        let permit = vault.permit::<purpose::Newsletter>(ask).await.unwrap();
        let mut work = vault.work();
        let keep = Keep::while_open("consent", 1);
        work.seal(&permit, &all_marketing(self.who), &from(), &keep)
            .unwrap();
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
    }

    /// Somebody who has booked a time that still stands.
    pub async fn with_booking(vault: &Vault, name: &str, email: &str) -> SubjectId {
        let contact = Personal::new(customers::CustomerContact {
            name: PersonName::parse(name).unwrap(),
            email: Email::parse_optional(email).unwrap(),
            phone: Phone::parse_optional("").unwrap(),
            organisation: None,
            org_no: None,
            language: "nb".to_owned(),
            customer_no: None,
        });
        let mut work = vault.work();
        let (source, keep) = (from(), Keep::while_open("booking", 9));
        let taken = customers::take_contact(
            vault,
            &mut work,
            Actor::Visitor,
            None,
            &contact,
            &source,
            &keep,
        );
        let subject = taken.await.unwrap().subject;
        let laid = work.finish();
        vault.store().write(move |db| laid.lay(db)).await.unwrap();
        subject
    }
}

/// A line for the consent ledger.
pub(crate) fn slip(vault: &Vault, subject: SubjectId, state: ConsentState) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: ControllerId::from_raw(1),
        purpose: Purpose::Newsletter,
        channel: "email",
        topic: "news",
        state,
        at: vault.world().now(),
        text_version: "1".to_owned(),
        lang: "nb",
        form: "min-side",
        actor: Actor::Subject(subject),
    }
}
