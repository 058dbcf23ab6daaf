//! What a part of the house wants everybody at the desk to know at once. The start pages of the desk show
//! it and need not know which part it is from.

use std::sync::Arc;

use crate::{App, Error, Later, Page};

/// One thing to know now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bulletin {
    /// In one line.
    pub title: String,
    /// What it means, and what to do meanwhile.
    pub lines: Vec<String>,
    /// Where more stands, for those whose doors lead there: address and text.
    pub link: Option<(String, String)>,
}

/// A part of the house that may have something to tell.
pub trait Bulletins: Send + Sync {
    /// What it has to tell now.
    fn tell<'a>(&'a self, app: &'a App, page: &'a Page) -> Later<'a, Vec<Bulletin>>;
}

/// All parts that may.
#[derive(Clone, Default)]
pub struct BulletinBoard(pub Vec<Arc<dyn Bulletins>>);

impl Page {
    /// What there is to know now.
    ///
    /// # Errors
    /// When a part cannot find out.
    pub async fn bulletins(&self) -> Result<Vec<Bulletin>, Error> {
        let Ok(board) = self.app.service::<BulletinBoard>() else {
            return Ok(Vec::new());
        };
        let mut all = Vec::new();
        for part in &board.0 {
            all.extend(part.tell(&self.app, self).await?);
        }
        Ok(all)
    }
}
