//! Tests' view of the language files: the three languages in step, every key used exists.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

use fluent_bundle::FluentResource;
use fluent_syntax::ast;

use crate::{Lang, LangFiles};

/// Compares the three languages message by message and variable by variable.
/// An empty answer means that they are in step.
#[must_use]
pub fn check(files: &[LangFiles]) -> Vec<String> {
    let mut findings = Vec::new();
    for file in files {
        let nb = described(file, Lang::Nb, &mut findings);
        for lang in [Lang::Nn, Lang::En] {
            let other = described(file, lang, &mut findings);
            let name = format!("{}/{}.ftl", file.owner, lang.tag());
            for (key, variables) in &nb {
                match other.get(key) {
                    None => findings.push(format!("{name}: {key} is missing")),
                    Some(found) if found != variables => findings.push(format!(
                        "{name}: {key} uses {found:?}, bokmål {variables:?}"
                    )),
                    Some(_) => {}
                }
            }
            for key in other.keys().filter(|key| !nb.contains_key(*key)) {
                findings.push(format!("{name}: {key} is not in bokmål"));
            }
        }
    }
    findings
}

/// Looks through the sources and templates of a crate for `.s("key")`, `.f("key"` and `.f1("key"`
/// whose key no file defines. Keys put together at run time are the crate's own tests' job.
///
/// # Errors
/// A folder that cannot be read.
pub fn unknown_keys(root: &Path, files: &[LangFiles]) -> std::io::Result<Vec<String>> {
    let mut known = BTreeSet::new();
    let mut findings = Vec::new();
    for file in files {
        known.extend(described(file, Lang::Nb, &mut findings).into_keys());
    }
    for folder in ["src", "pages", "mail"] {
        walk(&root.join(folder), &mut |path, text| {
            for key in used_keys(text).filter(|key| !known.contains(*key)) {
                findings.push(format!("{}: no message {key}", path.display()));
            }
        })?;
    }
    Ok(findings)
}

/// For a crate's own test: both checks on this crate's folder, with the shell's texts known.
///
/// ```ignore
/// #[test]
/// fn texts_are_in_step() {
///     web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::TEXTS]);
/// }
/// ```
///
/// # Panics
/// When something is missing; the message lists all of it.
pub fn assert_texts(root: &str, files: &[LangFiles]) {
    let mut findings = check(files);
    let mut all = vec![crate::TEXTS];
    all.extend(files.iter().filter(|file| file.owner != crate::TEXTS.owner));
    match unknown_keys(Path::new(root), &all) {
        Ok(unknown) => findings.extend(unknown),
        Err(error) => findings.push(error.to_string()),
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
}

/// Classes in the templates of a crate that the stylesheet does not know: a misspelling, or a
/// style that belongs in the design system. Parts put in by the template itself are left out; a page that
/// carries its own style (a copy to read offline) knows that too.
///
/// # Errors
/// A folder that cannot be read.
pub fn unknown_classes(root: &Path) -> std::io::Result<Vec<String>> {
    let mut styles = crate::assets::STYLE.to_owned();
    walk(&root.join("pages"), &mut |_, text| {
        let own = text.split("<style>").skip(1);
        styles.extend(own.filter_map(|rest| rest.split("</style>").next()));
    })?;
    let known: BTreeSet<&str> = styles
        .split(|c: char| !(c.is_ascii_alphanumeric() || c == '-' || c == '_' || c == '.'))
        .flat_map(|word| word.split('.').skip(1))
        .collect();
    let mut findings = Vec::new();
    walk(&root.join("pages"), &mut |path, text| {
        for classes in text
            .split("class=\"")
            .skip(1)
            .filter_map(|rest| rest.split('"').next())
        {
            if classes.contains('{') {
                continue;
            }
            let unknown = classes
                .split_whitespace()
                .filter(|class| !known.contains(class));
            findings.extend(unknown.map(|class| format!("{}: no style {class}", path.display())));
        }
    })?;
    Ok(findings)
}

/// The names of the messages of a file.
pub(crate) fn keys(resource: &FluentResource) -> Vec<String> {
    resource
        .entries()
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect()
}

fn described(
    file: &LangFiles,
    lang: Lang,
    findings: &mut Vec<String>,
) -> BTreeMap<String, BTreeSet<String>> {
    let resource =
        FluentResource::try_new(file.of(lang).to_owned()).unwrap_or_else(|(rest, errors)| {
            findings.push(format!("{}/{}.ftl: {errors:?}", file.owner, lang.tag()));
            rest
        });
    resource
        .entries()
        .filter_map(|entry| match entry {
            ast::Entry::Message(message) => {
                let mut found = BTreeSet::new();
                if let Some(pattern) = &message.value {
                    variables(pattern, &mut found);
                }
                Some((message.id.name.to_owned(), found))
            }
            _ => None,
        })
        .collect()
}

fn variables(pattern: &ast::Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            of_expression(expression, found);
        }
    }
}

fn of_expression(expression: &ast::Expression<&str>, found: &mut BTreeSet<String>) {
    match expression {
        ast::Expression::Inline(inline) => of_inline(inline, found),
        ast::Expression::Select { selector, variants } => {
            of_inline(selector, found);
            for variant in variants {
                variables(&variant.value, found);
            }
        }
    }
}

fn of_inline(inline: &ast::InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        ast::InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            arguments
                .positional
                .iter()
                .for_each(|part| of_inline(part, found));
        }
        ast::InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}

fn used_keys(text: &str) -> impl Iterator<Item = &str> {
    [".s(\"", ".f(\"", ".f1(\""]
        .into_iter()
        .flat_map(move |call| {
            text.split(call)
                .skip(1)
                .filter_map(|rest| rest.split('"').next())
        })
}

fn walk(folder: &Path, seen: &mut dyn FnMut(&Path, &str)) -> std::io::Result<()> {
    if !folder.is_dir() {
        return Ok(());
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            walk(&path, seen)?;
        } else if (name.ends_with(".rs") && !name.contains("test"))
            || name.ends_with(".html")
            || name.ends_with(".txt")
        {
            let text = std::fs::read_to_string(&path)?;
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            let code: String = code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
                .flat_map(|line| [line, "\n"])
                .collect();
            seen(&path, &code);
        }
    }
    Ok(())
}
