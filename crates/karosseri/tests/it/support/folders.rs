//! Looking for words in files, however they are written down.

use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
};

/// Every file under a folder.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut all = Vec::new();
    for entry in entries.flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => all.extend(files(&path)),
            Ok(kind) if kind.is_file() => all.push(path),
            _ => {}
        }
    }
    all
}

/// A word in every form it could lie in.
pub fn forms(word: &str) -> Vec<(&'static str, Vec<u8>)> {
    let raw = word.as_bytes();
    let mut forms = vec![("raw", raw.to_vec())];
    let wide = |bytes: fn(u16) -> [u8; 2]| word.encode_utf16().flat_map(bytes).collect();
    forms.push(("utf-16le", wide(u16::to_le_bytes)));
    forms.push(("utf-16be", wide(u16::to_be_bytes)));
    forms.push(("hex", data_encoding::HEXLOWER.encode(raw).into_bytes()));
    forms.push(("HEX", data_encoding::HEXUPPER.encode(raw).into_bytes()));
    for skip in 0..3 {
        // In base64 a word looks otherwise at each of three places; the ends depend on neighbours.
        let middle = &raw[(3 - skip) % 3..];
        let middle = &middle[..middle.len() / 3 * 3];
        forms.push(("base64", data_encoding::BASE64.encode(middle).into_bytes()));
        forms.push((
            "base64url",
            data_encoding::BASE64URL.encode(middle).into_bytes(),
        ));
    }
    forms
}

/// What is looked for: its name, how it is written, and the bytes.
type Pattern = (String, &'static str, Vec<u8>);

/// Words to look for in bytes and files, all in one pass.
pub struct Search {
    /// Patterns by their first two bytes: word, form, bytes.
    by_start: HashMap<[u8; 2], Vec<Pattern>>,
    /// Whether any pattern starts with these two bytes.
    starts: Vec<bool>,
}

impl Search {
    /// For these words in every form.
    pub fn new<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        let mut search = Self {
            by_start: HashMap::new(),
            starts: vec![false; 1 << 16],
        };
        for word in words {
            for (form, pattern) in forms(word.as_ref()) {
                search.add(word.as_ref(), form, pattern);
            }
        }
        search
    }

    /// For these bytes, as they are.
    pub fn bytes(&mut self, name: &str, pattern: Vec<u8>) {
        self.add(name, "bytes", pattern);
    }

    fn add(&mut self, word: &str, form: &'static str, pattern: Vec<u8>) {
        assert!(pattern.len() >= 4, "{word} is too short to look for");
        let start = [pattern[0], pattern[1]];
        self.starts[usize::from(u16::from_be_bytes(start))] = true;
        self.by_start
            .entry(start)
            .or_default()
            .push((word.to_owned(), form, pattern));
    }

    /// What is found in the bytes.
    pub fn found(&self, bytes: &[u8]) -> BTreeSet<String> {
        let mut hits = BTreeSet::new();
        for (at, pair) in bytes.windows(2).enumerate() {
            let start = [pair[0], pair[1]];
            if !self.starts[usize::from(u16::from_be_bytes(start))] {
                continue;
            }
            for (word, form, pattern) in &self.by_start[&start] {
                if bytes[at..].starts_with(pattern) {
                    hits.insert(format!("{word} ({form})"));
                }
            }
        }
        hits
    }

    /// What is found in any file of a folder, or in its name.
    pub fn found_under(&self, folder: &Path) -> Vec<String> {
        let mut hits = Vec::new();
        for path in files(folder) {
            // A file may go while we look: a journal, a temporary file.
            let Ok(mut bytes) = std::fs::read(&path) else {
                continue;
            };
            bytes.extend(path.display().to_string().into_bytes());
            hits.extend(
                self.found(&bytes)
                    .iter()
                    .map(|hit| format!("{}: {hit}", path.display())),
            );
        }
        hits
    }
}

/// Copies a folder with everything in it.
pub fn copy(from: &Path, to: &Path) {
    for path in files(from) {
        let to = to.join(path.strip_prefix(from).expect("inside"));
        std::fs::create_dir_all(to.parent().expect("a folder")).expect("made");
        std::fs::copy(&path, &to).expect("copied");
    }
}

#[test]
fn a_word_is_found_in_every_form() {
    let word = "Kanarifugl-42";
    let search = Search::new([word]);
    for (form, pattern) in forms(word) {
        let mut bytes = b"xxKa".to_vec();
        bytes.extend(pattern);
        bytes.push(0);
        assert!(!search.found(&bytes).is_empty(), "{form}");
    }
    for before in ["", "a", "ab"] {
        let packed = data_encoding::BASE64.encode(format!("{before}{word}zz").as_bytes());
        assert!(!search.found(packed.as_bytes()).is_empty(), "{before}");
    }
    assert!(search.found(b"Kanarifugl-43").is_empty());
}
