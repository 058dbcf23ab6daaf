//! "Was this letter lawful when it was sent?", as a table; and what a new declaration asks again.

use std::sync::Arc;

use declaration::{Declaration, vocabulary::Purpose, vocabulary::purpose};
use values::{ControllerId, Moment, SubjectId};

use super::{STAFF, START, each, lay, newcomer};
use crate::{
    Actor, Answers, Ask, ConsentSlip, ConsentState, Lawful, Matter, OlderWords, ReAsk, Refusal,
    Vault, VaultError, answers, as_of, testing::rules, usable,
};

const NEWS: &str = "news";

fn slip(subject: SubjectId, state: ConsentState, at: Moment) -> ConsentSlip {
    ConsentSlip {
        subject,
        controller: ControllerId::from_raw(1),
        purpose: Purpose::Newsletter,
        channel: "email",
        topic: NEWS,
        state,
        at,
        text_version: "1".to_owned(),
        lang: "nb",
        form: "letter",
        actor: STAFF,
    }
}

fn matter() -> Matter {
    Matter {
        controller: ControllerId::from_raw(1),
        purpose: "newsletter".to_owned(),
        channel: "email".to_owned(),
        topic: NEWS.to_owned(),
    }
}

/// A line: yes or no, said on a day, come in on a day, entered on a day.
type Said = (bool, i64, Option<i64>, i64);
/// A question: for a day, with what was known on a day, and the answer.
type Asked = (i64, i64, Lawful);

const fn day(days: i64) -> Moment {
    Moment::from_millis(START.millis() + days * 86_400_000)
}

#[rustfmt::skip]
const TABLE: &[(&str, &[Said], &[Asked])] = &[
    ("nothing said", &[], &[(5, 5, Lawful::No)]),
    ("a yes", &[(true, 1, None, 1)],
        &[(0, 9, Lawful::No), (1, 1, Lawful::Yes), (9, 9, Lawful::Yes), (9, 0, Lawful::No)]),
    ("a yes and a no, each entered at once", &[(true, 1, None, 1), (false, 5, None, 5)],
        &[(4, 4, Lawful::Yes), (4, 9, Lawful::Yes), (5, 5, Lawful::No), (9, 9, Lawful::No)]),
    // Dated Monday (7), come in Wednesday (9), entered Friday (11).
    ("a no by letter", &[(true, 1, None, 1), (false, 7, Some(9), 11)],
        &[(6, 6, Lawful::Yes), (6, 12, Lawful::Yes), (8, 8, Lawful::AsKnown), (10, 10, Lawful::Late),
          (8, 12, Lawful::No), (11, 11, Lawful::No), (12, 12, Lawful::No)]),
    ("a no entered late without a day of receipt", &[(true, 1, None, 1), (false, 7, None, 11)],
        &[(10, 10, Lawful::AsKnown), (10, 11, Lawful::No)]),
    ("a no, and a new yes", &[(true, 1, None, 1), (false, 3, None, 3), (true, 6, None, 6)],
        &[(2, 9, Lawful::Yes), (4, 9, Lawful::No), (7, 9, Lawful::Yes), (7, 5, Lawful::No)]),
    ("a yes entered late proves nothing before", &[(true, 1, None, 8)],
        &[(3, 3, Lawful::No), (3, 9, Lawful::Yes)]),
    ("yes and no of one instant: no", &[(true, 2, None, 2), (false, 2, None, 2)], &[(2, 2, Lawful::No)]),
    ("a no older than the yes", &[(true, 5, None, 5), (false, 3, Some(6), 7)],
        &[(6, 6, Lawful::Yes), (8, 8, Lawful::Yes)]),
];

#[test]
fn whether_a_letter_was_lawful_when_it_was_sent() {
    each(|t| async move {
        for (at, (name, said, asked)) in TABLE.iter().enumerate() {
            t.clock.set(START);
            let email = format!("n{at}@example.no");
            let (kari, _) = newcomer(&t.vault, "Kari", &email).await.unwrap();
            for (yes, said, received, entered) in *said {
                t.clock.set(day(*entered));
                let state = if *yes {
                    ConsentState::Given
                } else {
                    ConsentState::Withdrawn
                };
                let mut work = t.vault.work();
                work.consent_received(&slip(kari, state, day(*said)), received.map(day));
                lay(&t.vault, work).await.unwrap();
            }
            let lines = t.vault.consents_of(kari).await.unwrap();
            for (valid, known, expected) in *asked {
                let answer = as_of(&lines, &matter(), day(*valid), day(*known));
                let found = answer.lawful(day(*valid));
                assert_eq!(found, *expected, "{name}: day {valid} as known on {known}");
            }
        }
    });
}

/// Another topic, channel or controller is another matter.
#[test]
fn a_matter_is_asked_about_by_itself() {
    each(|t| async move {
        let (kari, _) = newcomer(&t.vault, "Kari", "kari@example.no").await.unwrap();
        let mut sister = slip(kari, ConsentState::Given, START);
        sister.controller = ControllerId::from_raw(2);
        t.vault.enter_consent(sister).await.unwrap();
        let all = t
            .vault
            .consents_as_of(kari, Purpose::Newsletter, START, START)
            .await
            .unwrap();
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].0.controller.get(), 2);
        assert_eq!(all[0].1.lawful(START), Lawful::Yes);
        let lines = t.vault.consents_of(kari).await.unwrap();
        assert!(as_of(&lines, &matter(), START, START).line.is_none());
    });
}

const WESTRUM: &str = include_str!("../../../../declarations/westrum.toml");

fn version_2(change: impl Fn(String) -> String) -> Arc<Declaration> {
    let text = WESTRUM.replacen("version = 1\n", "version = 2\n", 1);
    let changed = change(text.clone());
    assert!(
        changed != text || WESTRUM == text,
        "the change found nothing to change"
    );
    Arc::new(Declaration::parse(&changed).unwrap())
}

/// What version 2 changes, and whether the yes to `news` then has to be asked again.
#[rustfmt::skip]
fn changes() -> Vec<(&'static str, Arc<Declaration>, Answers)> {
    let swap = |from: &'static str, to: &'static str| version_2(move |text| text.replace(from, to));
    vec![
        ("another sentence of the page", swap("Her står det hva vi lagrer", "Dette er hva vi lagrer"), Answers::Still),
        ("the other question", swap("om vedlikehold, påbygg, regler", "om vedlikehold og regler"), Answers::Still),
        ("the same words in another language", swap("about the workshop, services and offers", "about the workshop"), Answers::Still),
        ("the words", swap("om verkstedet, tjenester og tilbud", "om verkstedet, kurs og tilbud"), Answers::Changed),
        ("the data", swap("uses = [\"marketing\", \"contact\"]", "uses = [\"marketing\"]"), Answers::Changed),
        ("who asks", swap("name = \"Westrum Karosseri AS\"", "name = \"Westrum Påbygg AS\""), Answers::Changed),
        ("not asked any more", swap("topic = \"news\"", "topic = \"courses\""), Answers::NotAsked),
    ]
}

#[test]
fn a_new_declaration_asks_again_only_what_changed() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        vault
            .enter_consent(slip(kari, ConsentState::Given, START))
            .await
            .unwrap();
        let line = vault.consents_of(kari).await.unwrap().remove(0);
        for (name, declaration, expected) in changes() {
            assert_eq!(answers(&declaration, &line), expected, "{name}");
            let again = i64::from(expected != Answers::Still);
            let count = ReAsk {
                again,
                carried: 1 - again,
            };
            assert_eq!(
                vault.re_asked_by(&declaration).await.unwrap(),
                count,
                "{name}"
            );
            vault.promise(declaration.clone(), rules());
            let still = expected == Answers::Still;
            assert_eq!(usable(&declaration, &line), still, "{name}");
            assert_eq!(may_write(vault, kari).await, still, "{name}: the judge");
            let usable = vault.consents_usable(kari).await.unwrap();
            assert_eq!(usable.len(), usize::from(still), "{name}");
        }
    });
}

/// A yes to older words that a person judged to cover the question holds as far as any other, and the line
/// keeps the words.
#[test]
fn a_yes_to_older_words_holds_until_what_it_covers_changes() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        let older = OlderWords {
            text: "Ja, send meg nyhetsbrev på e-post".to_owned(),
            whence: "skjemaet på nettsiden (2019–2021)".to_owned(),
        };
        let slip = slip(kari, ConsentState::Given, START);
        let mut work = vault.work();
        let not_asked = ConsentSlip {
            topic: "courses",
            ..slip.clone()
        };
        assert_eq!(work.consent_to_older(&not_asked, &older), None);
        assert!(work.consent_to_older(&slip, &older).is_some());
        lay(vault, work).await.unwrap();
        let line = vault.consents_of(kari).await.unwrap().remove(0);
        assert!(line.is_to_older_words());
        let kept = vault.consent_text(&line.text_hash).await.unwrap().unwrap();
        assert_eq!((kept.text, kept.version), (older.text, older.whence));
        assert!(may_write(vault, kari).await, "the judge");
        for (name, declaration, expected) in changes() {
            let still = expected == Answers::Still;
            let expected = if still { Answers::Covered } else { expected };
            assert_eq!(answers(&declaration, &line), expected, "{name}");
            assert_eq!(usable(&declaration, &line), still, "{name}");
            let again = vault.re_asked_by(&declaration).await.unwrap().again;
            assert_eq!(again, i64::from(!still), "{name}");
        }
    });
}

/// A new recipient is a new fact, and a renewed yes answers it.
#[test]
fn a_renewed_yes_is_good_again() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari", "kari@example.no").await.unwrap();
        vault
            .enter_consent(slip(kari, ConsentState::Given, START))
            .await
            .unwrap();
        let (_, declaration, _) = changes().remove(3);
        vault.promise(declaration, rules());
        assert!(!may_write(vault, kari).await);
        t.clock.advance_ms(60_000);
        let mut renewed = slip(kari, ConsentState::Given, t.world.now());
        renewed.text_version = "2".to_owned();
        vault.enter_consent(renewed).await.unwrap();
        assert!(may_write(vault, kari).await);
        let lines = vault.consents_of(kari).await.unwrap();
        let mut texts = Vec::new();
        for line in &lines {
            let text = vault.consent_text(&line.text_hash).await.unwrap().unwrap();
            assert_eq!(text.version, line.text_version);
            texts.push(text.text);
        }
        assert!(texts[0].contains("tjenester og tilbud") && texts[1].contains("kurs og tilbud"));
        let facts = vault
            .consent_facts(&lines[0].facts_hash)
            .await
            .unwrap()
            .unwrap();
        assert!(facts.contains("data contact marketing") && facts.contains("recipient make NO"));
    });
}

async fn may_write(vault: &Vault, subject: SubjectId) -> bool {
    let ask = Ask::open(Actor::Chore("letters"), subject).of(super::CONTACT);
    match vault.permit::<purpose::Newsletter>(ask).await {
        Ok(_) => true,
        Err(VaultError::Refused(Refusal::NoConsent | Refusal::CategoryUndeclared(..))) => false,
        Err(error) => panic!("{error}"),
    }
}
