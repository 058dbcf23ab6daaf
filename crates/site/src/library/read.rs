//! Reading the folder.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
};

use web::Lang;

use super::{
    Doc, Kind, Library, PageFinding, Wrong, files,
    front::{self, Front},
    markdown::{self, Around, Made},
};
use crate::search::{Entry, Index};

/// Addresses of one part that the house uses itself.
const TAKEN: [&str; 24] = [
    "api",
    "bestill",
    "demo",
    "en",
    "favicon",
    "filer",
    "forste-gang",
    "godkjenn",
    "kvittering",
    "logg-inn",
    "min-side",
    "nb",
    "nn",
    "nyheter",
    "nyhetsbrev",
    "personvern",
    "sok",
    "sporsmal",
    "stab",
    "static",
    "tall",
    "tilgjengelighet",
    "time",
    "tjenester",
];

/// How deep folders lie in the folder.
const DEEPEST: usize = 4;

/// A page's file, before its text is made.
struct Raw {
    file: String,
    slug: String,
    lang: Lang,
    front: Front,
    text: String,
    lines: usize,
}

impl Library {
    /// Reads a folder. What is wrong is in the findings; what is not wrong is shown. `companies` are the
    /// keys a page may belong to; empty asks nothing.
    #[must_use]
    pub fn read(folder: &Path, companies: &[String]) -> Self {
        let mut library = Self::default();
        let mut paths = Vec::new();
        walk(folder, 0, &mut paths);
        paths.sort();
        let (pages, others): (Vec<_>, Vec<_>) = paths
            .into_iter()
            .partition(|path| path.extension().is_some_and(|ending| ending == "md"));
        let name = |path: &Path| {
            let inside = path.strip_prefix(folder).unwrap_or(path);
            inside.display().to_string().replace('\\', "/")
        };
        let mut addresses = HashMap::new();
        for path in &others {
            match files::hold(path) {
                Ok((served, held)) => {
                    addresses.insert(name(path), format!("/filer/{served}"));
                    library.files.insert(served, held);
                }
                Err(wrong) => library.say(&name(path), 0, wrong, ""),
            }
        }
        let mut raws: Vec<Raw> = Vec::new();
        for path in &pages {
            raws.extend(library.head(path, &name(path)));
        }
        inherit(&mut raws);
        library.make(&raws, &addresses, companies);
        library.index();
        library.stamp = stamp(folder);
        library
    }

    fn say(&mut self, file: &str, line: usize, wrong: Wrong, about: &str) {
        self.findings.push(PageFinding {
            file: file.to_owned(),
            line,
            wrong,
            about: about.to_owned(),
        });
    }

    /// Reads a page's file down to its head.
    fn head(&mut self, path: &Path, file: &str) -> Option<Raw> {
        let Ok(text) = std::fs::read_to_string(path) else {
            self.say(file, 0, Wrong::Unreadable, "");
            return None;
        };
        let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
        let stem = path.file_stem()?.to_str()?.to_owned();
        let (slug, by_name) = match stem.rsplit_once('.') {
            Some((slug, tag)) => (slug.to_owned(), Lang::from_tag(tag)),
            None => (stem, Some(Lang::Nb)),
        };
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let (Some(by_name), true) = (by_name, !slug.is_empty() && slug.chars().all(fits)) else {
            self.say(file, 0, Wrong::Name, "");
            return None;
        };
        let (front, lines, wrong) = front::split(&text);
        let stops = wrong.iter().any(|(_, wrong, _)| wrong.stops());
        for (line, wrong, about) in wrong {
            self.say(file, line, wrong, &about);
        }
        let body: Vec<&str> = text.lines().skip(lines).collect();
        (!stops).then(|| Raw {
            file: file.to_owned(),
            slug,
            lang: front.language.unwrap_or(by_name),
            front,
            text: body.join("\n"),
            lines,
        })
    }

    fn make(&mut self, raws: &[Raw], files: &HashMap<String, String>, companies: &[String]) {
        let mut pages = HashMap::new();
        for raw in raws {
            if let Some(kind) = raw.front.kind {
                pages.insert(raw.file.clone(), format!("{}{}", kind.under(), raw.slug));
            }
        }
        let mut links = Vec::new();
        for raw in raws {
            let folder = raw.file.rsplit_once('/').map_or("", |(folder, _)| folder);
            let (near_files, near_pages) = (near(files, folder), near(&pages, folder));
            let around = Around {
                files: &near_files,
                pages: &near_pages,
            };
            let made = markdown::make(&raw.text, raw.lines, &around);
            for (line, wrong, about) in &made.wrong {
                self.say(&raw.file, *line, *wrong, about);
            }
            let own = |(line, to): &(usize, String)| (raw.file.clone(), *line, to.clone());
            links.extend(made.links.iter().map(own));
            self.take(raw, made, companies);
        }
        self.look_at(&links);
    }

    /// Takes a page that is whole.
    fn take(&mut self, raw: &Raw, made: Made, companies: &[String]) {
        let front = &raw.front;
        let wrong = match (&front.title, front.kind) {
            (None, _) => Some(Wrong::Title),
            (_, None) => Some(Wrong::NoKind),
            (_, Some(Kind::News)) if front.date.is_none() => Some(Wrong::NoDate),
            (_, Some(Kind::Page))
                if TAKEN.contains(&raw.slug.as_str()) || raw.slug == "verksteder" =>
            {
                Some(Wrong::Taken)
            }
            (_, Some(kind)) => {
                let same =
                    |doc: &Doc| (doc.kind, &doc.slug, doc.lang) == (kind, &raw.slug, raw.lang);
                self.docs.iter().any(same).then_some(Wrong::Twice)
            }
        };
        if let Some(wrong) = wrong {
            self.say(&raw.file, 1, wrong, "");
            return;
        }
        let (Some(title), Some(kind)) = (front.title.clone(), front.kind) else {
            return;
        };
        if let Some(key) = &front.company
            && !companies.is_empty()
            && !companies.contains(key)
        {
            self.say(&raw.file, 1, Wrong::Company, key);
        }
        self.docs.push(Doc {
            kind,
            slug: raw.slug.clone(),
            lang: raw.lang,
            title,
            summary: front.summary.clone().unwrap_or_default(),
            date: front.date,
            nav: front.nav,
            workshop: front.workshop.clone(),
            company: front.company.clone(),
            html: made.html,
            headings: made.headings,
            text: made.text,
            file: raw.file.clone(),
        });
    }

    /// Links to the folder's own addresses must lead somewhere, and others to a part of the house; whether
    /// they lead somewhere within it is the crawl test's.
    fn look_at(&mut self, links: &[(String, usize, String)]) {
        for (file, line, to) in links {
            let path = to.split(['#', '?']).next().unwrap_or_default();
            let (_, path) = web::split(path);
            let under = Kind::ALL
                .iter()
                .filter(|kind| **kind != Kind::Page)
                .any(|kind| path.len() > kind.under().len() && path.starts_with(kind.under()));
            let leads = match path.strip_prefix("/filer/") {
                Some(served) => self.files.contains_key(served),
                None if !under && is_of_house(path) => true,
                None => self.docs.iter().any(|doc| doc.path() == path),
            };
            if !leads {
                self.say(file, *line, Wrong::DeadLink, to);
            }
        }
    }

    fn index(&mut self) {
        for lang in Lang::ALL {
            let today = jiff::civil::Date::MAX;
            let docs = Kind::ALL
                .iter()
                .flat_map(|kind| self.list(*kind, lang, today));
            let entries: Vec<Entry> = docs.map(Entry::of).collect();
            self.indexes[lang as usize] = Index::of(entries);
        }
        let texts = self.docs.iter().flat_map(|doc| [&doc.text, &doc.title]);
        let tokens = texts.flat_map(|text| text.split_whitespace());
        for word in tokens
            .filter(|token| is_word(token))
            .flat_map(values::words)
        {
            let lower = word.chars().all(char::is_lowercase);
            if lower && word.chars().count() >= 3 {
                self.words.insert(values::fold_word(word), word.to_owned());
            }
        }
    }
}

/// Whether an address begins as one of the house's own does.
fn is_of_house(path: &str) -> bool {
    let first = path.split('/').nth(1).unwrap_or_default();
    let plain = first.split('.').next().unwrap_or_default();
    let files = ["robots.txt", "sitemap.xml"];
    path == "/" || first == "verksteder" || TAKEN.contains(&plain) || files.contains(&first)
}

/// Whether what stands between two spaces is of words only. An address (`kari.hove@firma.no`) has a name
/// in lower case, and a name is no word of the page.
fn is_word(token: &str) -> bool {
    let inner = token.trim_matches(|c: char| !c.is_alphanumeric());
    !inner.contains(|c: char| matches!(c, '@' | '.' | '/' | '_') || c.is_numeric())
}

/// What a page in this folder may call things: from the folder on, or from the top.
fn near(all: &HashMap<String, String>, folder: &str) -> HashMap<String, String> {
    let mut near = all.clone();
    if !folder.is_empty() {
        for (name, address) in all {
            if let Some(short) = name.strip_prefix(folder).and_then(|s| s.strip_prefix('/')) {
                near.insert(short.to_owned(), address.clone());
            } else {
                near.insert(format!("../{name}"), address.clone());
            }
        }
    }
    near
}

/// What a sibling does not say, its bokmål page says.
fn inherit(raws: &mut [Raw]) {
    let heads: Vec<(String, String, Front)> = raws
        .iter()
        .filter(|raw| raw.lang == Lang::Nb)
        .map(|raw| {
            (
                folder_of(&raw.file).to_owned(),
                raw.slug.clone(),
                raw.front.clone(),
            )
        })
        .collect();
    for raw in raws.iter_mut().filter(|raw| raw.lang != Lang::Nb) {
        let folder = folder_of(&raw.file);
        let head = heads
            .iter()
            .find(|(f, slug, _)| f == folder && *slug == raw.slug);
        let Some((_, _, nb)) = head else { continue };
        let own = &mut raw.front;
        own.kind = own.kind.or(nb.kind);
        own.date = own.date.or(nb.date);
        own.nav = own.nav.or(nb.nav);
        own.workshop = own.workshop.take().or_else(|| nb.workshop.clone());
        own.company = own.company.take().or_else(|| nb.company.clone());
    }
}

fn folder_of(file: &str) -> &str {
    file.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Every file of the folder but hidden ones; links out of it are not followed.
pub(super) fn walk(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return;
    };
    for entry in entries.flatten() {
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if hidden || kind.is_symlink() {
            continue;
        }
        if kind.is_dir() && depth < DEEPEST {
            walk(&entry.path(), depth + 1, found);
        } else if kind.is_file() {
            found.push(entry.path());
        }
    }
}

/// A number that differs when a file of the folder does: names, sizes, times of change.
pub(super) fn stamp(folder: &Path) -> u64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut paths = Vec::new();
    walk(folder, 0, &mut paths);
    paths.sort();
    let mut hasher = DefaultHasher::new();
    for path in paths {
        path.hash(&mut hasher);
        if let Ok(about) = std::fs::metadata(&path) {
            about.len().hash(&mut hasher);
            about.modified().ok().hash(&mut hasher);
        }
    }
    hasher.finish()
}
