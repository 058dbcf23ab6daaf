//! May somebody be called or written to on paper? What the house knows under a number or an address is
//! found by keyed hashes: nobody's record is opened, and nothing of what was asked about is kept.

use declaration::vocabulary::Purpose;
use newsletter::decide::{
    AddressKind, Channel, Facts, Matter, Register, Said, Verdict, Whose, decide,
};
use store::Db;
use values::{ControllerId, Moment, Phone, PostalCode, SubjectId};
use vault::{
    ConsentState, LookUp, Scope, StrandState, Vault, VaultError,
    audience::{Reach, reach},
    usable,
};

use crate::wash::{self, Against};

/// Under which kind a no to letters on paper is kept.
const POST: &str = "post";
/// So many people may share a number.
const AT_MOST: i64 = 20;
/// What an objection of a person may be about that forbids to call or write for sale (GDPR Art. 21(2)).
const SALE: [Purpose; 2] = [Purpose::Newsletter, Purpose::Prospecting];

/// On whose behalf, and whom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Meant {
    /// Who would call or write.
    pub controller: ControllerId,
    /// Whom.
    pub whose: Whose,
    /// Whether they are known to be under age.
    pub minor: bool,
}

/// To whom a letter on paper goes.
pub(crate) struct Addressee<'a> {
    /// The name on it.
    pub name: &'a str,
    /// The postal code.
    pub postal_code: &'a PostalCode,
}

impl Addressee<'_> {
    /// The hashes under which a no to it is kept. People leave out what they are called in the middle; a
    /// company is called what it is called.
    pub(crate) fn look_ups(&self, whose: Whose) -> Vec<LookUp> {
        let code = self.postal_code.reveal();
        if whose.may_reserve() {
            LookUp::posts(POST, self.name, code)
        } else {
            vec![LookUp::post(POST, self.name, code)]
        }
    }
}

impl Meant {
    /// May they be called now?
    pub(crate) async fn call(self, vault: &Vault, phone: &Phone) -> Result<Verdict, VaultError> {
        let look_up = LookUp::phone(phone);
        let mut facts = self.facts(vault, Channel::Phone);
        facts.suppressed =
            suppressed(vault, self.controller, std::slice::from_ref(&look_up)).await?;
        facts.register = wash::ask(vault, Against::Phone, &wash::by_phone(phone)).await?;
        let mut known = vault.find_hint(&look_up, AT_MOST).await?;
        known.extend(vault.find(&look_up).await?);
        for subject in known {
            add_standing(vault, &mut facts, subject).await?;
        }
        Ok(decide(&facts))
    }

    /// May they be written to on paper?
    pub(crate) async fn write(
        self,
        vault: &Vault,
        to: &Addressee<'_>,
    ) -> Result<Verdict, VaultError> {
        let mut facts = self.facts(vault, Channel::Post);
        facts.suppressed = suppressed(vault, self.controller, &to.look_ups(self.whose)).await?;
        let register = wash::by_post(to.name, to.postal_code.reveal());
        facts.register = wash::ask(vault, Against::Post, &register).await?;
        Ok(decide(&facts))
    }

    /// What is known before anything is looked up.
    pub(crate) fn facts(self, vault: &Vault, channel: Channel) -> Facts {
        Facts {
            matter: Matter::News,
            channel,
            controller: self.controller,
            at: vault.world().now(),
            declared: newsletter::declared(&vault.declaration()),
            whose: self.whose,
            address: AddressKind::Named,
            minor: self.minor,
            restricted: false,
            suppressed: false,
            objected_at: None,
            said: None,
            yes_to_another: false,
            sale: None,
            register: Register::NotWashed,
            way_out: true,
        }
    }
}

/// Whether a no to this legal entity stands under any of the hashes, be it to one topic: who calls does
/// not keep to a topic.
pub(crate) async fn suppressed(
    vault: &Vault,
    controller: ControllerId,
    look_ups: &[LookUp],
) -> Result<bool, VaultError> {
    let declaration = vault.declaration();
    let topics = declaration.questions().iter().map(|one| one.topic);
    let topics: Vec<&str> = topics.chain([""]).collect();
    for look_up in look_ups {
        for topic in &topics {
            if vault.suppressed(controller, topic, look_up).await? {
                return Ok(true);
            }
        }
    }
    Ok(false)
}

/// What a person has said, and whether what is held of them may be used at all.
pub(crate) async fn add_standing(
    vault: &Vault,
    facts: &mut Facts,
    subject: SubjectId,
) -> Result<(), VaultError> {
    let strands = vault.strands_of(subject).await?;
    let locked = |state: &StrandState| matches!(state, StrandState::Restricted);
    facts.restricted |= strands.iter().any(|strand| locked(&strand.state));
    let read = move |db: &mut dyn Db| {
        let reached: Result<Vec<Option<Reach>>, _> = SALE
            .into_iter()
            .map(|purpose| reach(db, subject, purpose))
            .collect();
        reached
    };
    for reached in vault.store().read(read).await?.into_iter().flatten() {
        facts.objected_at = facts.objected_at.max(reached.objected_at);
        add_said(vault, facts, &reached);
    }
    Ok(())
}

/// A yes or a no to being called or written to on paper; of several a no is the last word.
fn add_said(vault: &Vault, facts: &mut Facts, reached: &Reach) {
    let channel = match facts.channel {
        Channel::Phone => declaration::Channel::Phone,
        _ => declaration::Channel::Post,
    };
    let declaration = vault.declaration();
    for line in &reached.consents {
        let is_about = line.controller == facts.controller
            && line.channel == channel.as_str()
            && line.purpose == Purpose::Newsletter.as_str();
        let said = Said {
            yes: line.state == ConsentState::Given,
            at: line.at,
            text_still_covers: usable(&declaration, line),
        };
        if is_about && facts.said.is_none_or(|before| before.yes) {
            facts.said = Some(said);
        }
    }
}

/// They do not want to be called, or written to on paper: the hash says so from now on, to everybody here.
pub(crate) async fn say_no(
    vault: &Vault,
    whose: Whose,
    phone: Option<&Phone>,
    to: Option<&Addressee<'_>>,
) -> Result<(), VaultError> {
    let mut look_ups: Vec<LookUp> = phone.map(LookUp::phone).into_iter().collect();
    look_ups.extend(to.map(|to| to.look_ups(whose)).unwrap_or_default());
    for look_up in &look_ups {
        vault.suppress(Scope::All, look_up, "phone").await?;
    }
    Ok(())
}

/// The last instant of the day at which people may be called.
pub(crate) fn until(now: Moment) -> Moment {
    Moment::at_local(now.local_date(), newsletter::decide::CALLS_TO, 0)
}
