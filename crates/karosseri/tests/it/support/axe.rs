//! axe-core on the page that stands in the browser.

use serde_json::Value;

use super::driver::Driver;

/// The script, if the surroundings name one.
pub fn script() -> Option<String> {
    let path = super::given("KAROSSERI_TEST_AXE", "KAROSSERI_REQUIRE_BROWSER")?;
    Some(std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{path}: {e}")))
}

/// Findings that keep somebody out: rule, weight, where.
pub async fn findings(driver: &Driver, script: &str) -> Vec<String> {
    let run = "const done = arguments[arguments.length - 1];
        axe.run(document, { resultTypes: ['violations'] }).then(
            found => done(found.violations.map(v => [v.id, v.impact, v.help,
                v.nodes.map(n => n.target.join(' ')).join(', ')])),
            error => done([['axe', 'critical', String(error), '']]));";
    let there = driver
        .run("return typeof axe === 'object'", Value::Array(Vec::new()))
        .await;
    let script = if there == true { "" } else { script };
    let found = driver.run_later(&format!("{script}\n{run}")).await;
    let serious = |f: &&Value| matches!(f[1].as_str(), Some("serious" | "critical"));
    let said = |f: &Value| {
        let word = |at: usize| f[at].as_str().unwrap_or_default();
        format!("{} ({}): {}: {}", word(0), word(1), word(2), word(3))
    };
    found
        .as_array()
        .into_iter()
        .flatten()
        .filter(serious)
        .map(said)
        .collect()
}
