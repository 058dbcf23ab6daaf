//! What the house does by itself, as a table: what, how often.

use std::{sync::Arc, time::Duration};

use values::Moment;
use web::App;

use crate::house::House;

/// How often the table is looked at.
const ROUND: Duration = Duration::from_secs(60);

/// Runs what is due, for as long as the house stands. Every chore may be killed at any instant and
/// does the rest at its next turn.
pub async fn daily(house: House, app: App) {
    loop {
        crate::mail::chore(&house).await;
        if let Err(error) = round(&house, &app).await {
            tracing::error!(%error, "chore");
        }
        tokio::time::sleep(ROUND).await;
    }
}

/// What is done at every look.
async fn each_minute(
    house: &House,
    app: &App,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let recalled = newsletter::post_recalls(app).await;
    let recalled = recalled.map_err(|e| e.to_string())?;
    tracing::debug!(recalled, "letters of recalls");
    let followed = prospects::chore(&house.vault).await?;
    tracing::debug!(followed, "notices to companies");
    Ok(())
}

/// One look at the table.
///
/// # Errors
/// The first chore that failed.
pub async fn round(
    house: &House,
    app: &App,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let now = house.world.now();
    crate::log::sign(house, now).await?;
    rights::chore(app).await.map_err(|e| e.to_string())?;
    each_minute(house, app).await?;
    if sweep_is_due(house, now).await? {
        let copied = repairs::accounting::copy_older(&house.vault).await?;
        tracing::debug!(copied, "accounting copies of older purchases");
        let overdue = bookings::end_overdue(&house.vault).await?;
        tracing::debug!(overdue, "bookings that nobody came to");
        let report = match house.vault.sweep_or_ask().await? {
            vault::Night::Swept(report) => report,
            vault::Night::Asks(doubt) => {
                tracing::warn!(
                    doubt = doubt.in_words(),
                    "the sweep asks first: /stab/personvern/sveip, or karosseri sweep --confirm"
                );
                return Ok(());
            }
        };
        tracing::info!(
            destroyed = report.destroyed,
            held = report.held,
            left = report.left,
            "sweep"
        );
        // Erasures that waited for a hold may be done now: the person is told.
        rights::chore(app).await.map_err(|e| e.to_string())?;
        let cut = repairs::cut_links(&house.vault).await?;
        tracing::debug!(cut, "links of orders to people who are gone");
        letters::tidy(&house.vault).await?;
        newsletter::tidy(&house.vault).await?;
        let reminded = newsletter::remind(app).await.map_err(|e| e.to_string())?;
        tracing::debug!(?reminded, "deadlines that come near");
        let keys = house
            .store()
            .write(move |db| bookings::forget_keys(db, now))
            .await?;
        tracing::debug!(?keys, "idempotency keys forgotten");
        staff::chore(&house.vault).await?;
        let smallest = house.settings.text("smallest_count").parse().unwrap_or(5);
        let days = statistics::chore(&house.vault, now, smallest).await?;
        tracing::debug!(days, "days of visits forgotten");
        customers::tidy(&house.vault).await?;
        app.sessions.sweep(now).await.map_err(|e| e.to_string())?;
    }
    let last = rights::last_run(&house.vault).await?;
    if last.is_none_or(|run| run.at.plus_days(1) < now) {
        let around = app
            .service::<Arc<dyn rights::Around>>()
            .map_err(|e| e.to_string())?;
        let proof = rights::prove(&house.vault, around.as_ref()).await?;
        tracing::info!(holds = proof.holds(), fails = proof.fails(), "proof");
    }
    Ok(())
}

/// Once a day after the hour in the settings, Norwegian time; at once when a day was missed.
async fn sweep_is_due(
    house: &House,
    now: Moment,
) -> Result<bool, Box<dyn std::error::Error + Send + Sync>> {
    let hour = jiff::civil::Time::strptime("%H:%M", house.settings.text("sweep_at"))?;
    let today = Moment::at_local(now.local_date(), hour.hour(), hour.minute());
    let due = if now >= today {
        today
    } else {
        today.plus_days(-1)
    };
    Ok(house
        .vault
        .last_sweep()
        .await?
        .is_none_or(|(ended, _, _)| ended < due))
}
