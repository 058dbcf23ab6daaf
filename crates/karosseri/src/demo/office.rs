//! What the office of the demo has done besides the workshop's work: newsletters, companies found in the
//! open, a complaint, a recall. Through the same doors and functions as in a real house.

use std::sync::Arc;

use declaration::vocabulary::Role;
use letters::testing::MailServer;
use newsletter::{
    Pace, Plain, Postal,
    campaign::{self, About, Act},
    topics::{self, Wishes},
};
use values::{Moment, SubjectId};
use web::Lang;

use super::{
    figures,
    furnish::{Furnishing, other, working_day},
    newsletter_service::yes,
    people::CUSTOMERS,
    visits::{send, values_of},
};
use crate::house::HouseError;

/// Who has said yes to the newsletter in time for the one that was sent.
const READERS: [&str; 7] = [
    "per.lastebil@example.no",
    "ingrid.kjoring@example.no",
    "drift@example.no",
    "verksmester@example.no",
    "lars.hauling@example.no",
    "kari.tank@example.no",
    "olav.bonde@example.no",
];

/// Campaigns: subject and text.
const SENT: (&str, &str) = (
    "Klar for vinteren?",
    "# Klar for vinteren?\n\nSnart kommer kulda. Vi sjekker **hydraulikk, batteri og lys** mens bilen er inne likevel.\n\n\
     - Brøytefeste og strøapparat prøves under last\n- Olje og slanger ses etter\n\nHilsen oss på verkstedet\n",
);
const SCHEDULED: (&str, &str) = (
    "Åpningstider i romjula",
    "# Åpningstider i romjula\n\nVi har åpent **mandag til onsdag**, og stengt resten av uka.\n\nHilsen oss på verkstedet\n",
);
const DRAFT: (&str, &str) = (
    "Årlig kontroll av krana",
    "# Årlig kontroll av krana\n\nKraner skal kontrolleres hvert år. Svar på dette brevet, så finner vi en time.\n",
);

/// Companies: name, form, person, e-mail, phone, page, found so many days ago.
type Company = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    i64,
);
const COMPANIES: [Company; 3] = [
    (
        "Eksempel Transport AS",
        "company",
        "",
        "post@example.no",
        "",
        "https://www.example.no/kontakt",
        12,
    ),
    (
        "Prøve Anlegg AS",
        "company",
        "Nils Navn",
        "nils.navn@example.no",
        "",
        "https://www.example.no/ansatte",
        5,
    ),
    (
        "Mønster Renovasjon AS",
        "company",
        "",
        "",
        "22 00 00 00",
        "https://www.example.no/om",
        26,
    ),
];

/// All of it.
pub(super) async fn work(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    figures::visits(furnishing, now).await?;
    newsletters(furnishing, now).await?;
    companies(furnishing, now).await?;
    complaint(furnishing, now).await?;
    recall(furnishing, now).await?;
    furnishing.clock.set(now);
    Ok(())
}

/// One that was sent, with its account; one that waits for its day; one that is being written.
async fn newsletters(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    let vault = &furnishing.vault;
    let declaration = vault.declaration();
    let choice = topics::all(&declaration)
        .into_iter()
        .find(|choice| choice.topic == "news")
        .ok_or_else(|| other("the declaration asks nobody about news"))?;
    furnishing.clock.set(now.plus_days(-60));
    for email in READERS {
        yes(vault, email, &[choice]).await?;
    }
    let by = furnishing.colleague(Role::Marketing)?.staff;
    let sent_on = Moment::at_local(working_day(now, -20), 9, 0);
    furnishing.clock.set(sent_on);
    let sent = draft(furnishing, choice, SENT, by).await?;
    campaign::act(vault, sent, Act::Schedule(sent_on)).await?;
    post(furnishing).await?;
    furnishing.clock.set(now.plus_days(-2));
    let waits = draft(furnishing, choice, SCHEDULED, by).await?;
    let day = Moment::at_local(working_day(now, 6), 9, 0);
    campaign::act(vault, waits, Act::Schedule(day)).await?;
    furnishing.clock.set(now.plus_days(-1));
    draft(furnishing, choice, DRAFT, by).await?;
    Ok(())
}

async fn draft(
    furnishing: &Furnishing,
    choice: topics::Choice,
    (subject, text): (&str, &str),
    by: SubjectId,
) -> Result<i64, HouseError> {
    let about = About {
        choice,
        lang: Lang::Nb,
        segment: Wishes::default(),
        open: true,
    };
    let draft = campaign::draft(&furnishing.vault, about, subject.into(), text.into(), by);
    Ok(draft.await?)
}

/// Sends what is due, to a server that nobody reads.
async fn post(furnishing: &Furnishing) -> Result<(), HouseError> {
    let server = MailServer::start().await;
    let mailer = server.mailer();
    let mut settings = mailer.settings().clone();
    settings.read_at = Some("retur@verksted.example".to_owned());
    let sender = Arc::new(Plain::new(mailer));
    let office = Postal::new(furnishing.app.clone(), sender, settings, Pace::default());
    let office = office.map_err(other)?;
    // The second turn finds the list empty and closes the account.
    for _ in 0..3 {
        office.turn().await?;
    }
    Ok(())
}

/// A role's address, told by e-mail; a named person, who is not written to; one that is to be told by
/// telephone, soon.
async fn companies(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    let server = MailServer::start().await;
    let controllers = furnishing.vault.declaration();
    let controller = controllers.controllers()[0].id.get().to_string();
    for (company, form, name, email, phone, source, days) in COMPANIES {
        furnishing.clock.set(now.plus_days(-days));
        let on = furnishing.vault.world().now().local_date().to_string();
        let marketing = furnishing.colleague(Role::Marketing)?;
        let desk = furnishing.browser(Some(marketing)).await?;
        let fields = [
            ("company", company),
            ("form", form),
            ("name", name),
            ("email", email),
            ("phone", phone),
            ("source", source),
            ("on", on.as_str()),
            ("lang", "nb"),
            ("controller", controller.as_str()),
        ];
        send(&desk, "/stab/bedrifter/ny", &fields).await?;
        // The notice arrives the same day, where nobody reads it.
        letters::deliver_due(&furnishing.vault, &server.mailer()).await?;
        prospects::chore(&furnishing.vault).await?;
    }
    Ok(())
}

/// Something is wrong with what was bought: a case that waits for its decision.
async fn complaint(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    let bought = CUSTOMERS
        .iter()
        .filter(|one| one.visits_days_ago.iter().any(|days| *days > 30))
        .min_by_key(|one| one.visits_days_ago.iter().filter(|days| **days > 30).min())
        .ok_or_else(|| other("nobody has bought anything"))?;
    furnishing
        .clock
        .set(Moment::at_local(working_day(now, -4), 10, 0));
    let claims = furnishing.colleague(Role::Claims)?;
    let desk = furnishing.browser(Some(claims)).await?;
    let found = desk
        .post("/stab/reklamasjon/sok", &[("q", bought.plate)])
        .await;
    let order = found
        .body
        .split("/stab/reklamasjon/ny/")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .ok_or_else(|| other("the complaint's order is not found"))?;
    let path = format!("/stab/reklamasjon/ny/{order}");
    let form = desk.get(&path).await;
    let key = values_of(&form.body, "key").pop().unwrap_or_default();
    let day = |days: i64| working_day(now, days).to_string();
    let (discovered, notified) = (day(-6), day(-4));
    let fields = [
        ("key", key.as_str()),
        ("ground", "complaint"),
        ("told", "phone"),
        ("text", "Låsen på bakløfteren slipper når den er kald."),
        ("discovered", discovered.as_str()),
        ("notified", notified.as_str()),
    ];
    send(&desk, &path, &fields).await?;
    Ok(())
}

/// A part that many have is to be looked at: those who have to do with the vehicle are told.
async fn recall(furnishing: &Furnishing, now: Moment) -> Result<(), HouseError> {
    furnishing
        .clock
        .set(Moment::at_local(working_day(now, -9), 10, 0));
    let claims = furnishing.colleague(Role::Claims)?;
    let desk = furnishing.browser(Some(claims)).await?;
    let plates: Vec<&str> = CUSTOMERS
        .iter()
        .filter(|one| !one.visits_days_ago.is_empty())
        .map(|one| one.plate)
        .collect();
    let plates = plates.join("\n");
    let fields = [
        ("which", "plates"),
        ("plates", plates.as_str()),
        ("subject", "Kontroller låsen på bakløfteren"),
        (
            "text",
            "Låsen kan svikte. Ikke bruk bakløfteren før vi har sett på den.",
        ),
    ];
    send(&desk, "/stab/tilbakekalling", &fields).await?;
    newsletter::post_recalls(&furnishing.app)
        .await
        .map_err(other)?;
    Ok(())
}
