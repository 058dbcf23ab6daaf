//! One message: written, asked about in the instant before it leaves, handed over.

use declaration::vocabulary::{Category, Purpose};
use store::Db;
use values::{Email, SubjectId};
use vault::{
    LookUp, VaultError,
    audience::{self, Reach, Use},
    suppressed_in,
};

use super::{
    List,
    opened::Item,
    turn::{Ended, Postal},
};
use crate::{
    Basis, Verdict, Why,
    campaign::{self, Campaign, State},
    compose::{self, Letterhead},
    decide,
    facts::{self, Asked, Customer},
    sending::{Envelope, Outcome},
    subscriber::is_yes,
};

impl Postal {
    pub(super) async fn attempt(
        &self,
        campaign: &Campaign,
        head: &Letterhead,
        item: &Item,
    ) -> Result<Ended, VaultError> {
        let opened = match &item.opened {
            Ok(opened) => opened,
            Err(reason) => return Ok(Ended::Skipped(reason)),
        };
        if !opened.wishes.are_in(&campaign.segment) {
            return Ok(Ended::Skipped("segment"));
        }
        let now = self.vault.world().now();
        if let Some(at) = self.gates.resting(opened.email.reveal(), now) {
            return Ok(Ended::Back(at));
        }
        let subject = item.claimed.subject;
        let write = |why: List| {
            let to = (subject, &opened.email);
            compose::message(&self.app, campaign, head, why, item.claimed.first_at, to).ok()
        };
        let mut message = write(item.claimed.list);
        // Nothing but the hand-over comes after this question.
        let why = match self
            .may(campaign, (subject, item.claimed.list), &opened.email)
            .await?
        {
            Asked::Now(Verdict::Yes(Basis::ExistingCustomer)) => List::Customer,
            Asked::Now(Verdict::Yes(Basis::Consent | Basis::RoleAddress)) => List::Consent,
            Asked::Now(Verdict::Yes(_)) => return Ok(Ended::Skipped(Why::NoConsent.as_str())),
            Asked::Now(Verdict::No(why)) => return Ok(Ended::Skipped(why.as_str())),
            Asked::Gone => return Ok(Ended::Skipped("gone")),
            Asked::Stopped => return Ok(Ended::Back(now)),
        };
        // What stands at the foot is what it rests on, also where somebody has said yes meanwhile.
        if why != item.claimed.list {
            message = write(why);
        }
        let Some(message) = message else {
            return Ok(Ended::Skipped("unwritable"));
        };
        let envelope = Envelope {
            from: head.from.1.clone(),
            to: opened.email.clone(),
        };
        Ok(match self.sender.send(&envelope, &message).await {
            Outcome::Taken => Ended::Sent(why),
            Outcome::Never(code) => Ended::Failed(Some(code)),
            Outcome::Away(_) => Ended::Away,
            Outcome::Unsure => Ended::Unsure,
            Outcome::Later(code) => {
                if code.is_some() {
                    self.gates.rest(opened.email.reveal(), now);
                }
                Ended::Later(code)
            }
        })
    }

    /// Asks at this very moment: the campaign, the ledger, the list of those not to be written to.
    async fn may(
        &self,
        campaign: &Campaign,
        (subject, list): (SubjectId, List),
        email: &Email,
    ) -> Result<Asked, VaultError> {
        let tag = self.vault.tag(&LookUp::email(email));
        let (id, about, sends) = (campaign.id, campaign.about, campaign.sends);
        let at = self.vault.world().now();
        // Where the address lies, and what it is used for.
        let (category, purpose) = match list {
            List::Consent => (Category::Marketing, Purpose::Newsletter),
            List::Customer => (Category::Contact, Purpose::CustomerNews),
        };
        let by_sale = about.of_customers(&self.vault.declaration()).is_some();
        let read = move |db: &mut dyn Db| {
            let stands = campaign::get(db, id)?;
            if stands.is_none_or(|one| one.state != State::Running || one.sends != sends) {
                return Ok(None);
            }
            let suppressed = suppressed_in(db, &tag, about.controller, about.topic)?;
            let reach = audience::reach(db, subject, Purpose::Newsletter)?;
            let yes = |reach: &Reach| reach.consents.iter().any(|line| is_yes(line, about));
            // Whoever has said yes to a topic that is none for customers gets it for that alone.
            let customer = if by_sale || !reach.as_ref().is_some_and(yes) {
                Customer::read(db, subject, about, at)?
            } else {
                Customer::default()
            };
            let in_use = audience::in_use(db, subject, category, purpose, at)?;
            Ok(Some((suppressed, in_use, reach, customer)))
        };
        let Some((suppressed, in_use, reach, customer)) = self.vault.store().read(read).await?
        else {
            return Ok(Asked::Stopped);
        };
        let (Some(reach), false) = (reach, in_use == Use::Gone) else {
            return Ok(Asked::Gone);
        };
        let restricted = in_use == Use::Restricted;
        let now = self.vault.world().now();
        let facts = facts::of_subscriber(
            &self.vault.declaration(),
            about,
            email,
            (&reach, &customer),
            (suppressed, restricted),
            now,
        );
        Ok(Asked::Now(decide(&facts)))
    }
}
