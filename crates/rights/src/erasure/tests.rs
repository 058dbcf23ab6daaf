//! What a request ends, as a table.

use declaration::vocabulary::{Category, Purpose};
use values::{Moment, StrandId, SubjectId};
use vault::{Reason, StrandInfo, StrandState};

use super::plan::{Fate, can_end, fate, law, plan};

const NOW: Moment = Moment::from_millis(1_800_000_000_000);

fn reason(purpose: Purpose, source: &str, until: Moment) -> Reason {
    Reason {
        purpose: purpose.as_str().to_owned(),
        source_kind: source.to_owned(),
        source_id: 1,
        rule: "relationship-end@1".to_owned(),
        started_at: NOW,
        until,
    }
}

fn strand(category: Category, reasons: Vec<Reason>) -> StrandInfo {
    StrandInfo {
        id: StrandId::from_raw(1),
        subject: SubjectId::from_raw(2),
        category,
        state: StrandState::Live,
        keep_until: NOW,
        created_at: NOW,
        reasons,
    }
}

#[test]
fn which_purposes_a_person_can_end() {
    let ends = [
        Purpose::Visit,
        Purpose::Repair,
        Purpose::Account,
        Purpose::ServiceReminders,
        Purpose::Newsletter,
        Purpose::Prospecting,
    ];
    let stays = [
        Purpose::Accounting,
        Purpose::Claims,
        Purpose::Safety,
        Purpose::StaffAccess,
    ];
    for purpose in ends {
        assert!(can_end(purpose, Category::Contact), "{purpose:?}");
    }
    for purpose in stays {
        assert!(!can_end(purpose, Category::Contact), "{purpose:?}");
    }
    assert!(
        can_end(Purpose::Rights, Category::Correspondence),
        "old letters go"
    );
    assert!(
        !can_end(Purpose::Rights, Category::RightsCase),
        "the case stays"
    );
}

fn later() -> Moment {
    NOW.plus_days(100)
}

fn contact(reasons: Vec<Reason>) -> StrandInfo {
    strand(Category::Contact, reasons)
}

fn kept(purpose: Purpose, until: Moment) -> Fate {
    Fate::Kept {
        rule: "relationship-end@1".into(),
        purpose: purpose.as_str().into(),
        until,
    }
}

#[test]
fn what_a_person_can_end_goes_and_what_goes_on_blocks() {
    let (open, until) = (Moment::FOREVER, later());
    let busy = |source: &str| Fate::Busy {
        source: source.into(),
    };
    let table = [
        (None, Fate::Goes),
        (Some(reason(Purpose::Visit, "visit", until)), Fate::Goes),
        (
            Some(reason(Purpose::Visit, "booking", open)),
            busy("booking"),
        ),
        (Some(reason(Purpose::Repair, "order", open)), busy("order")),
        (
            Some(reason(Purpose::Claims, "claim", open)),
            kept(Purpose::Claims, open),
        ),
        (Some(reason(Purpose::Account, "account", open)), Fate::Goes),
        (
            Some(reason(Purpose::Newsletter, "consent", open)),
            Fate::Goes,
        ),
        (
            Some(reason(Purpose::Accounting, "purchase", NOW)),
            Fate::Goes,
        ),
        (
            Some(reason(Purpose::Claims, "purchase", until)),
            kept(Purpose::Claims, until),
        ),
    ];
    for (at, (reason, expected)) in table.into_iter().enumerate() {
        let strand = contact(reason.into_iter().collect());
        assert_eq!(fate(&strand, &[], NOW), expected, "row {at}");
    }
}

#[test]
fn law_is_stronger_than_a_hold_and_a_hold_than_nothing() {
    let hold = [("dispute".to_owned(), "2027-05-01".to_owned())];
    let visit = || reason(Purpose::Visit, "visit", later());
    let claims = || reason(Purpose::Claims, "purchase", later());
    let by_law = kept(Purpose::Claims, later());
    assert_eq!(fate(&contact(vec![claims(), visit()]), &[], NOW), by_law);
    assert_eq!(fate(&contact(vec![claims()]), &hold, NOW), by_law);
    let held = Fate::Held {
        reason: "dispute".into(),
        review_on: "2027-05-01".into(),
    };
    assert_eq!(fate(&contact(vec![visit()]), &hold, NOW), held);
}

#[test]
fn the_case_stays_and_its_old_letters_go() {
    let rights = |until| vec![reason(Purpose::Rights, "rights_request", until)];
    let case = strand(Category::RightsCase, rights(Moment::FOREVER));
    assert_eq!(
        fate(&case, &[], NOW),
        kept(Purpose::Rights, Moment::FOREVER)
    );
    let letters = strand(Category::Correspondence, rights(later()));
    assert_eq!(fate(&letters, &[], NOW), Fate::Goes);
}

#[test]
fn the_plan_ends_each_purpose_once_and_nothing_the_law_keeps() {
    let later = NOW.plus_days(9);
    let one = strand(
        Category::Purchase,
        vec![
            reason(Purpose::Accounting, "purchase", later),
            reason(Purpose::Account, "account", Moment::FOREVER),
            reason(Purpose::Account, "purchase", later),
        ],
    );
    let plan = plan(&[(one, Vec::new())], NOW);
    assert_eq!(plan[0].ends, vec![Purpose::Account]);
}

#[test]
fn what_stays_names_its_law() {
    let (declaration, rules) = (vault::testing::declaration(), vault::testing::rules());
    let said = law(&declaration, &rules, "accounting", "accounting-primary@1");
    assert!(said.contains("bokføringsloven § 13"), "{said}");
    assert!(
        law(&declaration, &rules, "claims", "claim-file@1").contains("håndverkertjenesteloven")
    );
}
