//! What the main path does not touch: the technician's pages, what comes by letter and telephone, what a
//! person asks for themselves, and a company found again after its owner was forgotten.

use super::squeezed;
use crate::{
    journey::Case,
    support::{
        client::{Seen, filled},
        crawl,
        hand::{Hand, Inside},
        steps,
    },
};

/// Every page a technician can reach, while the work is going on: no word of whom it is for.
pub async fn technician_sees_nobody(hand: &mut Inside<'_>, case: &Case, order: &str) {
    hand.be("technician").await;
    let routes = karosseri::parts::routes().table();
    let job = order.replace("/stab/ordre/", "/stab/verksted/");
    let walk = crawl::walk(hand.client(), &routes, &[job.as_str(), "/stab"]).await;
    assert!(walk.pages.len() > 3, "the technician walked nowhere");
    let met = |page: &Seen| squeezed(&page.body()).contains(&squeezed(&case.work[1]));
    assert!(walk.pages.iter().any(met), "the work itself was not met");
    for page in &walk.pages {
        let body = squeezed(&page.body());
        for word in case.of_people() {
            assert!(
                !body.contains(&squeezed(&word)),
                "the technician reads {word} on {}",
                page.path
            );
        }
    }
}

/// What a person writes and calls about, as the officer writes it down, with the letter itself.
pub async fn letters_come(hand: &mut Inside<'_>, case: &Case, stem: &str) -> Vec<String> {
    let word = |name: &str| format!("{stem}{name}");
    let today = values::Clock::now(&*hand.house().clock).local_date();
    let scan = format!("%PDF-1.7 {}", word("skann"));
    let mut said = vec![word("skann")];
    hand.be("privacy").await;
    for (kind, channel) in [("access", "letter"), ("rectification", "phone")] {
        let page = hand.client().open("/stab/personvern/ny").await.is(200);
        let form = page.form("/stab/personvern/ny");
        let (text, reason) = (word(channel), word(&format!("{channel}grunn")));
        let day = today.to_string();
        let typed = [
            ("kind", kind),
            ("channel", channel),
            ("received", day.as_str()),
            ("email", case.person.email.as_str()),
            ("text", text.as_str()),
            ("level", "vouched"),
            ("reason", reason.as_str()),
        ];
        let file = (channel == "letter").then_some(("scan", scan.as_bytes()));
        let pairs = filled(&form, &typed);
        let taken = hand.client().post_file(&form.action, &pairs, file).await;
        taken.is(303);
        said.extend([text, reason]);
        hand.house().tick();
    }
    said
}

/// What they write themselves: what is wrong, and what they do not want.
pub async fn ask_for_more(hand: &mut Inside<'_>, who: &'static str, stem: &str) -> Vec<String> {
    let word = |name: &str| format!("{stem}{name}");
    let (value, why, protest) = (word("rettverdi"), word("retthvorfor"), word("protest"));
    hand.be(who).await;
    hand.open("/min-side/rettigheter/rett").await;
    let form = hand.forms(&[("value", ""), ("field", "")]).await.remove(0);
    let field = steps::first_offered(&form, "field", "");
    let typed = [("field", field.as_str()), ("value", &value), ("text", &why)];
    hand.submit(&[("value", ""), ("field", "")], &typed).await;
    hand.open("/min-side/rettigheter/protest").await;
    let form = hand.forms(&[("purposes", "")]).await.remove(0);
    let purpose = steps::first_offered(&form, "purposes", "");
    let typed = [("purposes", purpose.as_str()), ("text", &protest)];
    hand.submit(&[("purposes", "")], &typed).await;
    vec![value, why, protest]
}

/// Whoever is forgotten is not written down again from what others have published.
pub async fn not_found_again(hand: &mut Inside<'_>, case: &Case) {
    let said = hand.house().app.texts.of(web::Lang::Nb);
    let said = said.s("prospect-error-suppressed").to_owned();
    let today = values::Clock::now(&*hand.house().clock).local_date();
    for (field, value) in [("email", &case.person.email), ("phone", &case.person.phone)] {
        hand.be("marketing").await;
        hand.open("/stab/bedrifter/ny").await;
        let having = [("company", ""), ("source", "")];
        let form = hand.forms(&having).await.remove(0);
        let controller = steps::first_offered(&form, "controller", "");
        let day = today.to_string();
        let typed = [
            ("company", "Eksempel Transport AS"),
            (field, value.as_str()),
            ("source", "https://www.eksempel.example/kontakt"),
            ("on", day.as_str()),
            ("form", "company"),
            ("controller", controller.as_str()),
        ];
        hand.submit(&having, &typed).await;
        hand.must_say(&said).await;
    }
}
