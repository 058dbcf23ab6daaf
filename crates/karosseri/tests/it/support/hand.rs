//! Hands that do what people do: the same steps in a browser without a screen and in a real one.

use super::{
    client::{Client, Seen, filled, local},
    house::Spawned,
    html::{self, Form},
};

/// A field of a form, and what it holds or offers; nothing after the name means anything at all.
pub type Having<'a> = &'a [(&'a str, &'a str)];

/// What a person can do with a site.
#[allow(async_fn_in_trait)]
pub trait Hand {
    /// Becomes somebody: `nobody`, or a name this hand has logged in under.
    async fn be(&mut self, who: &'static str);
    /// Goes to a path or an address.
    async fn open(&mut self, path: &str);
    /// Fills in the first form that has these fields and sends it.
    async fn submit(&mut self, having: Having<'_>, typed: &[(&str, &str)]);
    /// Sends the first form that has a field for a file, with this one.
    async fn give(&mut self, field: &str, file: &[u8]);
    /// The page as it is written.
    async fn source(&mut self) -> String;
    /// The path it is on.
    async fn path(&mut self) -> String;
    /// The link in the latest letter to an address that contains this, from its path on.
    async fn letter(&mut self, to: &str, containing: &str) -> String;
    /// Follows a one-time link, and is this somebody from now on.
    async fn log_in(&mut self, who: &'static str, link: &str);
    /// A file, fetched with the session as a click on its link would.
    async fn file(&mut self, path: &str) -> Vec<u8>;

    /// The words on the page.
    async fn words(&mut self) -> String {
        html::words(&self.source().await)
    }

    /// Whether the page says so.
    async fn says(&mut self, word: &str) -> bool {
        self.words().await.contains(word)
    }

    /// The page must say so.
    async fn must_say(&mut self, word: &str) {
        let words = self.words().await;
        assert!(
            words.contains(word),
            "`{word}` is not on {}:\n{words}",
            self.path().await
        );
    }

    /// The first link that contains this.
    async fn link(&mut self, containing: &str) -> Option<String> {
        let links = html::links(&self.source().await);
        links.into_iter().find(|link| link.contains(containing))
    }

    /// Goes where the first such link leads.
    async fn follow(&mut self, containing: &str) {
        let Some(link) = self.link(containing).await else {
            let words = self.words().await;
            panic!("no link `{containing}` on {}:\n{words}", self.path().await);
        };
        self.open(&link).await;
    }

    /// The forms of the page that have these fields.
    async fn forms(&mut self, having: Having<'_>) -> Vec<Form> {
        let forms = html::forms(&self.source().await);
        forms.into_iter().filter(|form| has(form, having)).collect()
    }
}

/// Whether a form has these fields, holding or offering these values.
pub fn has(form: &Form, having: Having<'_>) -> bool {
    having.iter().all(|(name, value)| {
        form.fields
            .iter()
            .filter(|field| field.name == *name)
            .any(|field| {
                value.is_empty()
                    || field.value == *value
                    || field.options.iter().any(|o| o == value)
            })
            || (*name == "action" && form.action.contains(value))
    })
}

/// A hand in this process.
pub struct Inside<'a> {
    house: &'a Spawned,
    logged_in: Vec<(&'static str, Client)>,
    client: Client,
    page: Option<Seen>,
    /// Every page seen, for looking through.
    pub seen: Vec<Seen>,
}

impl<'a> Inside<'a> {
    /// Nobody yet.
    pub fn new(house: &'a Spawned) -> Self {
        Self {
            house,
            logged_in: Vec::new(),
            client: house.visitor(),
            page: None,
            seen: Vec::new(),
        }
    }

    /// The house it works in.
    pub fn house(&self) -> &'a Spawned {
        self.house
    }

    /// Knows somebody who is logged in.
    pub fn knows(&mut self, who: &'static str, client: Client) {
        self.logged_in.push((who, client));
    }

    /// Whoever it is now.
    pub fn client(&mut self) -> &mut Client {
        &mut self.client
    }

    /// The page it looks at.
    pub fn page(&self) -> &Seen {
        self.page.as_ref().expect("a page")
    }

    fn look(&mut self, page: Seen) {
        assert!(
            !page.status.is_server_error(),
            "{}: {}",
            page.path,
            page.words()
        );
        self.house.tick();
        self.seen.push(page.clone());
        self.page = Some(page);
    }
}

impl Hand for Inside<'_> {
    async fn be(&mut self, who: &'static str) {
        if who == "nobody" {
            self.client = self.house.visitor();
            return;
        }
        let known = self.logged_in.iter().find(|(name, _)| *name == who);
        self.client = match known {
            Some((_, client)) => client.clone(),
            None => {
                let client = self.house.enter(who).await;
                self.logged_in.push((who, client.clone()));
                client
            }
        };
    }

    async fn open(&mut self, path: &str) {
        let page = self.client.open(local(path)).await;
        self.look(page);
    }

    async fn submit(&mut self, having: Having<'_>, typed: &[(&str, &str)]) {
        let page = self.page().clone();
        let forms = html::forms(&page.body());
        let Some(form) = forms.into_iter().find(|form| has(form, having)) else {
            panic!(
                "no form with {having:?} on {}:\n{}",
                page.path,
                page.words()
            )
        };
        let action = if form.action.is_empty() {
            page.path.clone()
        } else {
            form.action.clone()
        };
        let form = Form { action, ..form };
        let answer = self.client.submit_as_is(&form, &filled(&form, typed)).await;
        let page = self.client.follow(answer).await;
        self.look(page);
    }

    async fn give(&mut self, field: &str, file: &[u8]) {
        let form = self.forms(&[(field, "")]).await.remove(0);
        let mut pairs = filled(&form, &[]);
        pairs.retain(|(name, _)| name != field);
        let answer = self
            .client
            .post_file(&form.action, &pairs, Some((field, file)))
            .await;
        let page = self.client.follow(answer).await;
        self.look(page);
    }

    async fn source(&mut self) -> String {
        self.page().body()
    }

    async fn path(&mut self) -> String {
        self.page().path.clone()
    }

    async fn letter(&mut self, to: &str, containing: &str) -> String {
        self.house.letter(to, containing).await
    }

    async fn log_in(&mut self, who: &'static str, link: &str) {
        self.logged_in.retain(|(known, _)| *known != who);
        let client = super::house::log_in(self.house.visitor(), link).await;
        self.knows(who, client);
        self.be(who).await;
    }

    async fn file(&mut self, path: &str) -> Vec<u8> {
        self.client.get(path).await.is(200).bytes
    }
}
