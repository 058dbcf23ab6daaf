//! What the public pages are made of: the declaration, and facts that other slices bring if they are there.

use std::{
    future::Future,
    path::PathBuf,
    pin::Pin,
    sync::{Arc, OnceLock},
};

use values::{ControllerId, Moment};
use vault::Vault;
use web::Lang;

use crate::{
    library::{Library, Watched},
    search::{self, Index},
    shelf::Shelf,
};

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
    pub(crate) pages: Arc<Watched>,
    own_index: Arc<[OnceLock<Index>; 3]>,
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
            pages: Arc::default(),
            own_index: Arc::default(),
            facts: None,
            proof: None,
        }
    }

    /// With pages from a folder.
    #[must_use]
    pub fn with_pages(mut self, folder: PathBuf) -> Self {
        let declaration = self.vault.declaration();
        let companies = declaration.controllers().iter().map(|one| one.key.clone());
        self.pages = Arc::new(Watched::new(folder, companies.collect()));
        self
    }

    /// The pages of the folder as they were read last.
    #[must_use]
    pub fn library(&self) -> Arc<Library> {
        self.pages.library()
    }

    /// A word of the pages, in lower case, for its folded form. Names have a capital there and are none.
    #[must_use]
    pub fn word(&self, folded: &str) -> Option<String> {
        self.library().words.get(folded).cloned()
    }

    /// Whether these words lead to a page, in any language.
    #[must_use]
    pub fn finds(&self, words: &str) -> bool {
        let library = self.library();
        let in_pages = library
            .indexes
            .iter()
            .any(|index| !index.find(words).is_empty());
        in_pages
            || self
                .own_index
                .iter()
                .filter_map(OnceLock::get)
                .any(|index| !index.find(words).is_empty())
    }

    pub(crate) fn house_index(&self, lang: usize, make: impl FnOnce() -> Index) -> &Index {
        self.own_index[lang % 3].get_or_init(make)
    }

    /// With the texts of the house: its own pages can be found from the start, before anybody has searched.
    #[must_use]
    pub fn with_texts(self, texts: &web::Texts) -> Self {
        for lang in Lang::ALL {
            self.house_index(lang as usize, || search::house(texts.of(lang)));
        }
        self
    }

    /// Looks at the folder again, so that what is asked next is answered as it is now.
    pub async fn look(&self, now: Moment) {
        self.pages.fresh(now).await;
    }

    /// Differs when the words of the pages do.
    #[must_use]
    pub fn words_stamp(&self) -> u64 {
        self.library().stamp
    }

    /// Where a page about these words is begun: an address for those who write the site.
    #[must_use]
    pub fn begin(&self, words: &str) -> String {
        crate::own::begin(words)
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
