//! What somebody must see to about keeping and erasing: a sweep that does not run or that asks, and holds
//! that run out soon. Entries for the house's health; no person is named.

use values::Moment;
use vault::{Vault, VaultError};
use web::health::Ailment;

/// Within how many days of the last one a sweep must run.
const ALIVE: &str = "sweep-alive";

/// The state of keeping and erasing, as far as it is not as it should be.
///
/// # Errors
/// When the store fails.
pub async fn keeping(vault: &Vault) -> Result<Vec<Ailment>, VaultError> {
    let now = vault.world().now();
    let mut all = Vec::new();
    let last = vault.last_sweep().await?.map(|(ended, _, _)| ended);
    if let Some(sentence) = dead(vault, last, now).await? {
        all.push(Ailment {
            name: "sweep_dead",
            count: 1,
            sentence,
        });
    }
    if let Some(doubt) = vault.doubt().await?.filter(|one| !one.confirmed(now)) {
        all.push(Ailment {
            name: "sweep_asks",
            count: doubt.due,
            sentence: format!(
                "the sweep asks first: {}; answer at /stab/personvern/sveip, or karosseri sweep --confirm",
                doubt.in_words()
            ),
        });
    }
    all.extend(broken(vault).await?);
    let today = now.local_date();
    let mut soon = 0;
    for hold in vault.holds().await? {
        if let Ok(day) = hold.review_on.parse() {
            soon += i64::from(vault.hold_reminder(day)? <= today);
        }
    }
    if soon > 0 {
        all.push(Ailment {
            name: "holds_run_out",
            count: soon,
            sentence: format!(
                "{soon} hold(s) run out soon and end by themselves: review them at /stab/personvern/hold"
            ),
        });
    }
    Ok(all)
}

/// Promises that the last proof found broken.
async fn broken(vault: &Vault) -> Result<Option<Ailment>, VaultError> {
    let last = crate::last_run(vault).await?;
    let fails = last.map_or(0, |run| run.fails);
    Ok((fails > 0).then(|| Ailment {
        name: "proof_fails",
        count: fails,
        sentence: format!(
            "the last proof found {fails} clause(s) of the declaration not kept: see /stab/personvern/bevis"
        ),
    }))
}

/// Whether the sweep is dead, in a sentence.
async fn dead(
    vault: &Vault,
    last: Option<Moment>,
    now: Moment,
) -> Result<Option<String>, VaultError> {
    let rules = vault.rules();
    let rule = rules.at(ALIVE, now.local_date());
    let grace = rule.map_or(2, |rule| i64::from(rule.after.days));
    let advice = "see that karosseri serve runs, or run karosseri sweep";
    match last {
        // Whichever clock is wrong: nothing that a date decides can be trusted until a person looks.
        Some(ended) if ended > now.plus_days(1) => Ok(Some(format!(
            "the last sweep ended {}, which is after what the clock says now ({}): set the clock, or answer              at /stab/personvern/sveip that it is right",
            ended.rfc3339(),
            now.rfc3339()
        ))),
        Some(ended) if ended.plus_days(grace) < now => Ok(Some(format!(
            "the last sweep ended {}: {advice}",
            ended.rfc3339()
        ))),
        Some(_) => Ok(None),
        // A house in which nothing is overdue has not needed one yet.
        None if vault.due_count(now.plus_days(-grace)).await? > 0 => Ok(Some(format!(
            "no sweep has ever run, and data are past their date: {advice}"
        ))),
        None => Ok(None),
    }
}
