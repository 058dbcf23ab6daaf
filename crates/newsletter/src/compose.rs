//! The letter of a campaign to one recipient.

use store::Db;
use values::{Email, Moment, SubjectId};
use vault::{Vault, VaultError};
use web::App;

use crate::{
    campaign::{self, Campaign, Revision},
    codes::Out,
    letter::{Ends, Frame, Heading, bytes, render},
    queue::List,
};

/// What the subject of a mail says that is a no, before the code.
pub(crate) const NO_BY_MAIL: &str = "ut";

/// What all letters of a campaign have in common.
pub(crate) struct Letterhead {
    pub frame: Frame,
    /// Why one gets it as an existing customer.
    pub why_customer: String,
    pub revision: i64,
    /// Name and address of the sender.
    pub from: (String, String),
    pub reply_to: String,
    pub domain: String,
    pub list: (String, String),
    /// Where a no by mail is read; none when nobody reads it.
    pub read_at: Option<String>,
}

/// The letterhead of a campaign in its text of now; `None` when there is no such text.
pub(crate) async fn letterhead(
    app: &App,
    mail: &letters::MailSettings,
    campaign: &Campaign,
) -> Result<Option<Letterhead>, VaultError> {
    let vault = app.service::<Vault>().map_err(|_| VaultError::Gone)?;
    let (id, number) = (campaign.id, campaign.sends);
    let read = move |db: &mut dyn Db| campaign::text(db, id, number);
    let text = vault.store().read(read).await?;
    Ok(text.and_then(|text| head(app, vault, mail, campaign, &text)))
}

/// The letterhead around a text.
pub(crate) fn head(
    app: &App,
    vault: &Vault,
    mail: &letters::MailSettings,
    campaign: &Campaign,
    text: &Revision,
) -> Option<Letterhead> {
    let declaration = vault.declaration();
    let controller = declaration.controller(campaign.about.controller)?;
    let topic = campaign.about.name(&declaration, campaign.lang);
    let named: [(&str, &dyn web::Arg); 2] =
        [("topic", &topic), ("controller", &controller.name.as_str())];
    let why_customer = app
        .texts
        .of(campaign.lang)
        .f("newsletter-why-customer", &named);
    let domain = mail.own_name().to_owned();
    let list = format!("{}.{}.{domain}", campaign.about.topic, controller.key);
    Some(Letterhead {
        frame: frame(app, controller, &topic, campaign.lang, text),
        why_customer,
        revision: text.number,
        from: sender(mail, controller),
        reply_to: controller.email.clone(),
        domain,
        list: (topic, list),
        read_at: mail.read_at.clone(),
    })
}

/// What stands around a text: the same in a letter and where it is shown before it is sent.
pub(crate) fn frame(
    app: &App,
    controller: &declaration::Controller,
    topic: &str,
    lang: web::Lang,
    text: &Revision,
) -> Frame {
    let why = app.texts.of(lang).f(
        "newsletter-why",
        &[("topic", &topic), ("controller", &controller.name.as_str())],
    );
    Frame {
        subject: text.subject.clone(),
        lang: lang.tag(),
        written: render(&text.body),
        why,
        from_whom: from_whom(controller),
    }
}

/// Name and address of who writes for a legal entity.
pub(crate) fn sender(
    mail: &letters::MailSettings,
    controller: &declaration::Controller,
) -> (String, String) {
    let sender = mail.controller.get(&controller.key).unwrap_or(&mail.from);
    let name = sender.name.clone();
    let name = name.unwrap_or_else(|| controller.name.clone());
    (name, sender.address.clone())
}

fn from_whom(controller: &declaration::Controller) -> Vec<String> {
    vec![
        controller.name.clone(),
        controller.email.clone(),
        controller.phone_shown(),
    ]
}

/// The left part of the Message-ID: the same for the same campaign and recipient, and telling nobody
/// who it is.
pub(crate) fn message_id(vault: &Vault, campaign: i64, subject: SubjectId) -> String {
    let hex = data_encoding::HEXLOWER.encode(&message_tag(vault, campaign, subject));
    format!("n.{hex}")
}

/// The bytes of it.
pub(crate) fn message_tag(vault: &Vault, campaign: i64, subject: SubjectId) -> [u8; 16] {
    let what = format!("{campaign} {}", subject.get());
    let tag = vault.tag_code("newsletter-message", what.as_bytes());
    let mut short = [0; 16];
    short.copy_from_slice(&tag.hash()[..16]);
    short
}

/// The bytes of a Message-ID, if it has the form of ours.
pub(crate) fn tag_of_message_id(id: &str) -> Option<[u8; 16]> {
    let hex = id.split('@').next()?.strip_prefix("n.")?;
    let bytes = data_encoding::HEXLOWER.decode(hex.as_bytes()).ok()?;
    bytes.try_into().ok()
}

/// The bytes of the letter.
pub(crate) fn message(
    app: &App,
    campaign: &Campaign,
    head: &Letterhead,
    why: List,
    first_at: Moment,
    (subject, to): (SubjectId, &Email),
) -> Result<Vec<u8>, VaultError> {
    let vault = app.service::<Vault>().map_err(|_| VaultError::Gone)?;
    let id = message_id(vault, campaign.id, subject);
    let code = Out {
        subject,
        choice: campaign.about,
        campaign: campaign.id,
    }
    .seal(vault)?;
    let out = format!("{}/nyhetsbrev/ut/{code}", base(app, campaign.lang));
    let links = ends(app, campaign.lang, campaign.shelf(), &code);
    let mailto = head.read_at.as_ref();
    let mailto = mailto.map(|at| format!("mailto:{at}?subject={NO_BY_MAIL}%20{code}"));
    let heading = Heading {
        id: &id,
        domain: &head.domain,
        at: first_at,
        from: (Some(&head.from.0), &head.from.1),
        reply_to: Some(&head.reply_to),
        to: to.reveal(),
        list: Some((&head.list.0, &head.list.1)),
        out: Some((&out, mailto.as_deref())),
    };
    let ends = Ends {
        links: &links,
        why: match why {
            List::Consent => None,
            List::Customer => Some(&head.why_customer),
        },
    };
    bytes(&heading, &head.frame, &ends).map_err(|_| VaultError::Corrupt("message"))
}

/// The ways out at the foot of a letter, in its language, and where it stands in the archive, if it does.
pub(crate) fn ends(
    app: &App,
    lang: web::Lang,
    shelf: Option<i64>,
    code: &str,
) -> Vec<(String, String)> {
    let words = app.texts.of(lang);
    let base = base(app, lang);
    let mut links = vec![
        (
            words.s("newsletter-out-link").to_owned(),
            format!("{base}/nyhetsbrev/ut/{code}"),
        ),
        (
            words.s("newsletter-choices-link").to_owned(),
            format!("{base}/nyhetsbrev/valg/{code}"),
        ),
    ];
    if let Some(id) = shelf {
        let read = format!("{base}/nyhetsbrev/arkiv/{id}");
        links.push((words.s("newsletter-read-link").to_owned(), read));
    }
    links
}

fn base(app: &App, lang: web::Lang) -> String {
    format!("{}{}", app.settings.base_url, lang.prefix())
}
