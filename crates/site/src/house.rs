//! What the public pages are made of: the declaration, and facts that other slices bring if they are there.

use std::{future::Future, pin::Pin, sync::Arc};

use values::{ControllerId, Moment};
use vault::Vault;
use web::Lang;

use crate::shelf::Shelf;

/// What an answer of another slice comes as.
pub type Soon<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// A workshop as a visitor is told of it. Operational facts only.
#[derive(Clone, Debug)]
pub struct Workplace {
    /// What it is called.
    pub name: String,
    /// Where it lies.
    pub address: String,
    /// When it is open, in words.
    pub hours: String,
    /// What it does.
    pub services: Vec<String>,
    /// Which legal entity runs it.
    pub controller: ControllerId,
    /// Where a time there is booked, without language: `/bestill?verksted=…`.
    pub book: String,
}

/// What the booking slice knows of the workshops.
pub trait SiteFacts: Send + Sync {
    /// The workshops that take bookings. When they cannot be read, none: the page stands without them.
    fn workshops(&self, lang: Lang) -> Soon<'_, Vec<Workplace>>;
}

/// What the latest proof of the declaration found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ProofSummary {
    /// When it ended.
    pub at: Moment,
    /// Clauses that hold on live data.
    pub holds: i64,
    /// Clauses that somebody vouches for.
    pub attested: i64,
    /// Clauses that do not hold.
    pub fails: i64,
}

/// The latest proof; the rights slice keeps them.
pub trait LastProof: Send + Sync {
    /// The latest one that ran to its end.
    fn last(&self) -> Soon<'_, Option<ProofSummary>>;
}

/// The public site as a part of the house.
#[derive(Clone)]
pub struct Site {
    pub(crate) vault: Vault,
    pub(crate) shelf: Arc<Shelf>,
    facts: Option<Arc<dyn SiteFacts>>,
    proof: Option<Arc<dyn LastProof>>,
}

impl Site {
    /// A site that shows the vault's declaration.
    #[must_use]
    pub fn new(vault: Vault) -> Self {
        Self {
            vault,
            shelf: Arc::default(),
            facts: None,
            proof: None,
        }
    }

    /// With workshops.
    #[must_use]
    pub fn with_facts(mut self, facts: Arc<dyn SiteFacts>) -> Self {
        self.facts = Some(facts);
        self
    }

    /// With the latest proof.
    #[must_use]
    pub fn with_proof(mut self, proof: Arc<dyn LastProof>) -> Self {
        self.proof = Some(proof);
        self
    }

    pub(crate) async fn workshops(&self, lang: Lang) -> Vec<Workplace> {
        match &self.facts {
            Some(facts) => facts.workshops(lang).await,
            None => Vec::new(),
        }
    }

    pub(crate) async fn proof(&self) -> Option<ProofSummary> {
        self.proof.as_ref()?.last().await
    }
}

/// The declaration's language for a page's.
pub(crate) fn lang(lang: Lang) -> declaration::Lang {
    declaration::Lang::from_code(lang.tag()).unwrap_or_default()
}
