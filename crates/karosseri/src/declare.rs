//! `karosseri declaration …`: declarations as files, without a database.

use std::{fs, path::Path, process::ExitCode};

use declaration::{Declaration, Lang, RuleTable, Severity};

use crate::{
    cli::DeclarationCommand,
    house::{HouseError, RULES, listed},
};

/// Runs one of the commands.
///
/// # Errors
/// When a file cannot be read or used.
pub fn run(command: &DeclarationCommand) -> Result<ExitCode, HouseError> {
    match command {
        DeclarationCommand::Check { file } => check(file),
        DeclarationCommand::Render { file, lang } => {
            let declaration = read(file)?;
            let page = declaration
                .render(parse_lang(lang)?)
                .map_err(|e| unrendered(&e))?;
            crate::say!("{page}");
            Ok(ExitCode::SUCCESS)
        }
        DeclarationCommand::Record { file, lang, json } => {
            let declaration = read(file)?;
            if *json {
                // The file does not know where it is served; the record names itself relatively.
                crate::say!("{:#}", declaration.dpv(""));
            } else {
                let record = declaration.record(parse_lang(lang)?);
                crate::say!("{}", record.map_err(|e| unrendered(&e))?);
            }
            Ok(ExitCode::SUCCESS)
        }
        DeclarationCommand::Diff { old, new, lang } => {
            let (old, new) = (archived(old)?, archived(new)?);
            for change in declaration::diff(&old, &new) {
                crate::say!("{}", change.line(parse_lang(lang)?));
            }
            Ok(ExitCode::SUCCESS)
        }
    }
}

fn check(file: &Path) -> Result<ExitCode, HouseError> {
    let text = text(file)?;
    let findings = Declaration::check_with(&text, Some(&rules()?));
    for finding in &findings {
        crate::say!("{}: {finding}", file.display());
    }
    let count = |severity| findings.iter().filter(|f| f.severity == severity).count();
    let errors = count(Severity::Error);
    crate::say!(
        "{}: {errors} errors, {} warnings, {} notes",
        file.display(),
        count(Severity::Warning),
        count(Severity::Note)
    );
    Ok(if errors == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

/// Reports what is wrong with a folder of pages.
///
/// # Errors
/// When there is no such folder.
pub fn check_site(folder: &Path) -> Result<ExitCode, HouseError> {
    fs::read_dir(folder).map_err(|e| HouseError::file(folder, &e))?;
    let library = site::Library::read(folder, &[]);
    for finding in &library.findings {
        crate::say!("{finding}");
    }
    let (pages, wrong) = (library.docs().len(), library.findings.len());
    crate::say!("{}: {pages} pages, {wrong} findings", folder.display());
    Ok(if wrong == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn unrendered(error: &dyn std::fmt::Display) -> HouseError {
    HouseError::Other(format!("the declaration cannot be rendered: {error}"))
}

fn text(file: &Path) -> Result<String, HouseError> {
    fs::read_to_string(file).map_err(|e| HouseError::file(file, &e))
}

fn read(file: &Path) -> Result<Declaration, HouseError> {
    Declaration::parse(&text(file)?).map_err(|findings| HouseError::Declaration {
        path: file.to_owned(),
        findings: listed(&findings),
    })
}

/// A declaration that may have errors: an older one is still worth comparing with.
fn archived(file: &Path) -> Result<Declaration, HouseError> {
    Declaration::archived(&text(file)?).map_err(|finding| HouseError::Declaration {
        path: file.to_owned(),
        findings: listed(&[finding]),
    })
}

fn rules() -> Result<RuleTable, HouseError> {
    RuleTable::parse(RULES).map_err(|findings| HouseError::Declaration {
        path: "rules.toml".into(),
        findings: listed(&findings),
    })
}

fn parse_lang(lang: &str) -> Result<Lang, HouseError> {
    Lang::from_code(lang)
        .ok_or_else(|| HouseError::Other(format!("`{lang}` is not a language here: nb, nn or en")))
}
