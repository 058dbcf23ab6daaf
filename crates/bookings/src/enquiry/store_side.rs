//! Questions in the database and in the vault.

use declaration::vocabulary::{Category, purpose};
use letters::Letter;
use store::{Db, Row, StoreError, bytes};
use values::{ControllerId, Email, FreeText, Moment, Plate, RecordId, SubjectId};
use vault::{Actor, Ask, Keep, Permit, Personal, Provenance, Sealed, Vault, VaultError};
use web::{App, Lang};

use customers::CustomerContact;
use vehicles::VehicleLink;

use super::{Enquiry, EnquiryId, sql};

/// A question on its own, as the database knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Its id.
    pub id: EnquiryId,
    /// To whom.
    pub controller: ControllerId,
    /// Who asked.
    pub subject: SubjectId,
    /// Their contact.
    pub contact_record: RecordId,
    /// The question.
    pub enquiry_record: RecordId,
    /// The vehicle's plate, if they gave one.
    pub link_record: Option<RecordId>,
    /// Whether it waits for an answer.
    pub open: bool,
    /// When.
    pub made_at: Moment,
    /// When it was answered.
    pub answered_at: Option<Moment>,
    /// The answer.
    pub answer_record: Option<RecordId>,
    /// The language it was asked in.
    pub lang: Lang,
}

fn case(row: &Row) -> Result<Case, StoreError> {
    Ok(Case {
        id: EnquiryId::from_raw(row.i64("id")?),
        controller: ControllerId::from_raw(row.i64("controller_id")?),
        subject: SubjectId::from_raw(row.i64("subject_id")?),
        contact_record: RecordId::from_raw(row.i64("contact_record")?),
        enquiry_record: RecordId::from_raw(row.i64("enquiry_record")?),
        link_record: row.opt_i64("link_record")?.map(RecordId::from_raw),
        open: row.text("state")? == "open",
        made_at: Moment::from_millis(row.i64("made_at")?),
        answered_at: row.opt_i64("answered_at")?.map(Moment::from_millis),
        answer_record: row.opt_i64("answer_record")?.map(RecordId::from_raw),
        lang: Lang::from_tag(row.text("lang")?).unwrap_or_default(),
    })
}

/// Questions that wait, oldest first, then the last answered.
///
/// # Errors
/// When the store fails.
pub fn open_cases(db: &mut dyn Db) -> Result<Vec<Case>, StoreError> {
    db.all(&sql::LIST, &[])?.iter().map(case).collect()
}

pub(super) fn by_id(db: &mut dyn Db, id: EnquiryId) -> Result<Option<Case>, StoreError> {
    db.opt(&sql::BY_ID, &[id.get().into()])?
        .as_ref()
        .map(case)
        .transpose()
}

/// A question to be taken in.
pub struct NewEnquiry {
    /// To whom.
    pub controller: ControllerId,
    /// Who asks.
    pub contact: Personal<CustomerContact>,
    /// What.
    pub question: FreeText,
    /// About which vehicle.
    pub plate: Option<Plate>,
    /// In which language.
    pub lang: Lang,
    /// The version of the declaration that was shown.
    pub notice_version: String,
    /// Who does it.
    pub actor: Actor,
    /// The person, if logged in.
    pub known: Option<SubjectId>,
    /// Hash of the form's key: sent twice it is one question.
    pub key_tag: [u8; 32],
}

/// Takes a question in.
///
/// # Errors
/// When the judge refuses or the store fails.
pub async fn ask(vault: &Vault, new: &NewEnquiry) -> Result<(), VaultError> {
    vault::again(|| attempt(vault, new)).await
}

async fn attempt(vault: &Vault, new: &NewEnquiry) -> Result<(), VaultError> {
    let id: EnquiryId = vault.world().id();
    let keep = Keep::while_open("enquiry", id.get());
    let provenance = Provenance {
        source_kind: "data_subject",
        source_ref: id.get(),
        notice_version: new.notice_version.clone(),
    };
    let mut work = vault.work();
    let (email, phone) = (new.contact.email.as_ref(), new.contact.phone.as_ref());
    let known = match new.known {
        Some(subject) => Some(subject),
        None => customers::identify(vault, email, phone).await?,
    };
    let contact = &new.contact;
    let person = customers::take_contact(
        vault,
        &mut work,
        new.actor,
        known,
        contact,
        &provenance,
        &keep,
    )
    .await?;
    let enquiry = Personal::new(Enquiry {
        question: Some(new.question.clone()),
        service: None,
        answer: None,
    });
    let enquiry = work.seal(&person.permit, &enquiry, &provenance, &keep)?;
    let link = new.plate.as_ref().map(|plate| {
        let link = link_of(plate);
        vehicles::note_link(&mut work, &person.permit, &link, &provenance, &keep)
    });
    let link = link.transpose()?;
    let values = [
        id.get().into(),
        new.controller.get().into(),
        person.subject.get().into(),
        person.record.get().into(),
        enquiry.get().into(),
        link.map(RecordId::get).into(),
        work.at().millis().into(),
        new.lang.tag().into(),
        bytes(new.key_tag.as_slice()),
    ];
    let (laid, key) = (work.finish(), new.key_tag);
    let write = vault.store().write(move |db| {
        if db.opt(&sql::BY_KEY, &[bytes(key.as_slice())])?.is_some() {
            return Ok(());
        }
        laid.lay(db)?;
        db.exec(&sql::ADD, &values).map(|_| ())
    });
    match write.await {
        Err(StoreError::Unique(index)) if index == "enquiry_case__key_tag" => Ok(()),
        other => Ok(other?),
    }
}

fn link_of(plate: &Plate) -> Personal<VehicleLink> {
    Personal::new(VehicleLink {
        plate: plate.clone(),
        party: "enquirer".to_owned(),
        owner_name: None,
        owner_org_no: None,
    })
}

/// A question opened for the desk.
pub(super) struct Opened {
    pub contact: Option<Personal<CustomerContact>>,
    pub enquiry: Option<Personal<Enquiry>>,
    pub link: Option<Personal<VehicleLink>>,
    pub answer: Option<Personal<Enquiry>>,
}

const CATEGORIES: &[Category] = &[
    Category::Contact,
    Category::Enquiry,
    Category::VehicleLink,
    Category::Correspondence,
];

pub(super) async fn open(vault: &Vault, actor: Actor, case: &Case) -> Result<Opened, VaultError> {
    let ask = Ask::open(actor, case.subject)
        .of(&CATEGORIES[..3])
        .case("enquiry", case.id.get());
    let permit = match vault.permit::<purpose::Visit>(ask).await {
        Ok(permit) => permit,
        Err(VaultError::Gone) => {
            return Ok(Opened {
                contact: None,
                enquiry: None,
                link: None,
                answer: None,
            });
        }
        Err(error) => return Err(error),
    };
    let case = case.clone();
    let (contact, enquiry, link, answer) = vault
        .store()
        .read(move |db| {
            let link = case
                .link_record
                .map(|id| Sealed::<VehicleLink>::load(db, id));
            let link = link.transpose()?.flatten();
            let answer = case.answer_record.map(|id| Sealed::<Enquiry>::load(db, id));
            let answer = answer.transpose()?.flatten();
            Ok((
                Sealed::<CustomerContact>::load(db, case.contact_record)?,
                Sealed::<Enquiry>::load(db, case.enquiry_record)?,
                link,
                answer,
            ))
        })
        .await?;
    Ok(Opened {
        contact: contact.map(|one| vault.open(&permit, &one)).transpose()?,
        enquiry: enquiry.map(|one| vault.open(&permit, &one)).transpose()?,
        link: link.map(|one| vault.open(&permit, &one)).transpose()?,
        answer: answer.map(|one| vault.open(&permit, &one)).transpose()?,
    })
}

/// Answers: sealed, sent by mail where there is an address, and the question's reasons end. False when
/// it was answered already.
pub(super) async fn give_answer(
    app: &App,
    vault: &Vault,
    actor: Actor,
    case: &Case,
    answer: &FreeText,
) -> Result<bool, VaultError> {
    vault::again(|| async {
        let mut work = vault.work();
        let ask = Ask::open(actor, case.subject)
            .of(CATEGORIES)
            .case("enquiry", case.id.get());
        let permit = vault.permit::<purpose::Visit>(ask).await?;
        let email = email_of(vault, &permit, case).await?;
        let provenance = Provenance {
            source_kind: "staff_observation",
            source_ref: case.id.get(),
            notice_version: vault.declaration().version().to_string(),
        };
        let ended = Keep::from("enquiry", case.id.get(), work.at());
        let record = Personal::new(Enquiry {
            question: None,
            service: None,
            answer: Some(answer.clone()),
        });
        let record = work.seal(&permit, &record, &provenance, &ended)?;
        for category in [Category::Contact, Category::VehicleLink] {
            work.end(&permit, category, &ended)?;
        }
        let posted = match email {
            Some(email) => {
                let letter = letter_of(app, case, email, answer);
                let dedup = format!("enquiry-{}", case.id.get());
                Some(letters::post(&mut work, &permit, letter, &dedup, &ended)?)
            }
            None => None,
        };
        let values = [
            case.id.get().into(),
            work.at().millis().into(),
            actor.id().into(),
            record.get().into(),
        ];
        let laid = work.finish();
        let write = vault.store().write(move |db| {
            laid.lay(db)?;
            if db.exec(&sql::ANSWER, &values)? != 1 {
                return Err(StoreError::Refused("enquiry-answered"));
            }
            if let Some(posted) = &posted {
                posted.enqueue(db)?;
            }
            Ok(())
        });
        was_first(write.await)
    })
    .await
}

async fn email_of(
    vault: &Vault,
    permit: &Permit<purpose::Visit>,
    case: &Case,
) -> Result<Option<Email>, VaultError> {
    let record = case.contact_record;
    let sealed = vault
        .store()
        .read(move |db| Sealed::<CustomerContact>::load(db, record))
        .await?;
    let contact = sealed.map(|one| vault.open(permit, &one)).transpose()?;
    Ok(contact.and_then(|contact| contact.email.clone()))
}

fn letter_of(app: &App, case: &Case, to: Email, answer: &FreeText) -> Letter {
    let text = app.texts.of(case.lang);
    let house = app.settings.house.as_str();
    let subject = text.f1("letter-answer-subject", "house", house);
    let body = text.f(
        "letter-answer-text",
        &[("answer", &answer.reveal()), ("house", &house)],
    );
    Letter::new(to, subject, body)
        .in_lang(case.lang)
        .from(case.controller)
}

fn was_first(done: Result<(), StoreError>) -> Result<bool, VaultError> {
    match done {
        Ok(()) => Ok(true),
        Err(StoreError::Refused("enquiry-answered")) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
