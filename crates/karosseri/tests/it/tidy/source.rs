//! Rust sources as this house reads them: what is code, and how long each function is.

use std::path::{Path, PathBuf};

/// A source file with what is text and comment blanked out; lines stay where they are.
pub struct Source {
    /// Its path from the root of the repository.
    pub path: String,
    /// As it is written.
    pub text: String,
    /// Without strings and comments.
    pub code: String,
}

/// Every Rust file of the workspace's own crates.
pub fn all(root: &Path) -> Vec<Source> {
    let mut paths: Vec<PathBuf> = ["crates", "bench"]
        .iter()
        .flat_map(|folder| crate::support::folders::files(&root.join(folder)))
        .filter(|path| path.extension().is_some_and(|end| end == "rs"))
        .collect();
    paths.sort();
    let source = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a source");
        let path = path
            .strip_prefix(root)
            .expect("inside")
            .display()
            .to_string();
        Source {
            code: code(&text),
            path,
            text,
        }
    };
    paths.into_iter().map(source).collect()
}

impl Source {
    /// The crate it belongs to.
    pub fn owner(&self) -> &str {
        self.path
            .split('/')
            .find(|part| *part != "crates")
            .unwrap_or_default()
    }

    /// Whether it is there for tests only.
    pub fn is_test(&self) -> bool {
        let name = |part: &str| part.starts_with("test") || part == "examples" || part == "double";
        self.path.split('/').any(name)
    }

    /// Functions with their length in lines.
    pub fn functions(&self) -> Vec<(String, usize)> {
        let mut found = Vec::new();
        let words = self.code.match_indices("fn ");
        for (at, _) in words {
            let before = self.code[..at].chars().next_back();
            if before.is_some_and(|c| c.is_alphanumeric() || c == '_') {
                continue;
            }
            let rest = &self.code[at + 3..];
            let name: String = rest
                .chars()
                .take_while(|c| c.is_alphanumeric() || *c == '_')
                .collect();
            let end = rest.find(['{', ';']);
            let Some(open) = end.filter(|end| rest[*end..].starts_with('{')) else {
                continue;
            };
            if !name.is_empty() {
                let body = &rest[open..open + block(&rest[open..])];
                found.push((
                    name,
                    body.lines().count() + rest[..open].lines().count() - 1,
                ));
            }
        }
        found
    }

    /// The part before the tests, without lines that are comments.
    pub fn in_use(&self) -> String {
        let text = self
            .text
            .split("#[cfg(test)]\nmod")
            .next()
            .unwrap_or_default();
        let lines = text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        lines.flat_map(|line| [line, "\n"]).collect()
    }
}

/// The length of a block that starts with `{`.
fn block(text: &str) -> usize {
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}

/// The text with strings and comments made blank.
fn code(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            'r' if rest.starts_with("r\"") || rest.starts_with("r#") => raw(rest),
            '"' => quoted(rest),
            '\'' => character(rest),
            _ => 0,
        };
        if length == 0 {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        } else {
            out.extend(
                rest[..length]
                    .chars()
                    .map(|c| if c == '\n' { '\n' } else { ' ' }),
            );
            rest = &rest[length..];
        }
    }
    out
}

fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at + 1,
            _ => {}
        }
    }
    text.len()
}

fn raw(text: &str) -> usize {
    let hashes = text[1..].chars().take_while(|c| *c == '#').count();
    if !text[1 + hashes..].starts_with('"') {
        return 0;
    }
    let end = format!("\"{}", "#".repeat(hashes));
    text[2 + hashes..]
        .find(&end)
        .map_or(text.len(), |at| 2 + hashes + at + end.len())
}

/// A character between quotes; a lifetime is not one.
fn character(text: &str) -> usize {
    let mut chars = text.char_indices().skip(1);
    match (chars.next(), chars.next()) {
        (Some((_, '\\')), Some(_)) => text[3..].find('\'').map_or(0, |at| at + 4),
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 0,
    }
}

#[test]
fn sources_are_read_with_their_strings_blanked() {
    let text = "fn a<'x>() { let c = '{'; let q = '\\''; \"}\\\"\"; r#\"}\"# }\n// fn b() {\nfn c(\n) {\n}\n";
    let source = Source {
        path: "crates/x/src/a.rs".into(),
        text: text.into(),
        code: code(text),
    };
    let wanted = vec![("a".to_owned(), 1), ("c".to_owned(), 3)];
    assert_eq!(source.functions(), wanted);
    assert_eq!(source.owner(), "x");
}
