//! People with a mark in every field that anything is kept in.

use declaration::vocabulary::{Category, MayUse, Purpose, PurposeType, purpose};
use values::{ControllerId, Email, PersonName, Phone, SubjectId};
use vault::{
    Actor, Ask, ConsentSlip, ConsentState, Keep, LookUp, Personal, Provenance, Record, SubjectKind,
    Vault, Work,
};

use super::records::*;

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
        mark(self.who, category, field)
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
        seal::<purpose::Visit, _>(vault, &mut work, person, &all_billing(who), sold()).await;
        let copy = all_accounting_copy(who);
        seal::<purpose::Accounting, _>(vault, &mut work, person, &copy, sold()).await;
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

vault::record! {
    /// What somebody asked.
    pub struct Asked in Enquiry as "enquiry" {
        /// The question.
        question: String,
    }
}

/// Somebody asks something.
pub(crate) async fn enquiry_of(vault: &Vault, who: SubjectId, text: &str) {
    let mut work = vault.work();
    let ask = Ask::seal(Actor::Subject(who), who).of(&[Category::Enquiry]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let record = Personal::new(Asked {
        question: text.to_owned(),
    });
    let keep = Keep::while_open("enquiry", 1);
    work.seal(&permit, &record, &from(), &keep).unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
}
