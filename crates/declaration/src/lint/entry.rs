//! What a lint is.

use crate::finding::Severity;

/// One lint.
#[derive(Clone, Copy, Debug)]
pub struct Lint {
    /// Stable code.
    pub code: &'static str,
    /// How grave.
    pub severity: Severity,
    /// What to write, and who asks for it.
    pub help: &'static str,
}

pub(super) const fn lint(code: &'static str, severity: Severity, help: &'static str) -> Lint {
    Lint {
        code,
        severity,
        help,
    }
}
