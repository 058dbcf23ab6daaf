//! Asked to be forgotten, and answered.

use crate::support::{hand::Hand, html, steps::first_offered};

/// The privacy officer answers what else was asked.
pub async fn answer_others<H: Hand>(hand: &mut H) {
    hand.be("privacy").await;
    hand.open("/stab/personvern").await;
    let cases = html::links(&hand.source().await);
    for case in cases
        .iter()
        .filter(|link| link.contains("/stab/personvern/krav/"))
    {
        hand.open(case).await;
        let form = [("outcome", "answered"), ("text", "")];
        let Some(found) = hand.forms(&form).await.into_iter().next() else {
            continue;
        };
        let mut typed = vec![("outcome", "answered"), ("text", "Vi har rettet det.")];
        // A correction that no press can carry out: what was changed is named.
        if found.has("changed") {
            typed.extend([("category", "contact"), ("changed", "Rettet for hånd")]);
        }
        hand.submit(&form, &typed).await;
        hand.open(case).await;
        let open = hand.forms(&form).await;
        assert!(open.is_empty(), "{case} is open: {}", hand.words().await);
    }
}

/// The customer asks to be forgotten.
pub async fn ask_to_be_forgotten<H: Hand>(hand: &mut H, who: &'static str) {
    hand.be(who).await;
    hand.open("/min-side/rettigheter").await;
    hand.follow("/min-side/rettigheter/glem-meg").await;
    let form = hand.forms(&[("sure", "")]).await.remove(0);
    let yes = first_offered(&form, "sure", "");
    hand.submit(&[("sure", "")], &[("sure", &yes)]).await;
}

/// The privacy officer carries it out; the receipt tells per category what is gone and what is kept,
/// by which law, until when.
pub async fn answer<H: Hand>(hand: &mut H, name: &str) -> String {
    hand.be("privacy").await;
    for _ in 0..5 {
        hand.open("/stab/personvern").await;
        let source = hand.source().await;
        let mut open = html::links(&source);
        open.retain(|link| link.contains("/stab/personvern/krav/"));
        let mut done = false;
        for case in open {
            hand.open(&case).await;
            if let Some(form) = hand
                .forms(&[("sure", ""), ("action", "/slett")])
                .await
                .into_iter()
                .next()
            {
                let yes = first_offered(&form, "sure", "");
                hand.submit(&[("sure", ""), ("action", "/slett")], &[("sure", &yes)])
                    .await;
                done = true;
                break;
            }
        }
        if done {
            let words = hand.words().await;
            assert!(
                hand.path().await.contains("/kvittering/"),
                "no receipt:\n{words}"
            );
            assert!(!words.contains(name), "the receipt names the person");
            assert!(words.contains('§'), "the receipt cites no law:\n{words}");
            return words;
        }
    }
    panic!("no request to carry out:\n{}", hand.words().await)
}
