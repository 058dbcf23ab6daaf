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

#[test]
fn the_fate_of_a_strand() {
    let later = NOW.plus_days(100);
    let open = Moment::FOREVER;
    let hold = [("dispute".to_owned(), "2027-05-01".to_owned())];
    let contact = |reasons| strand(Category::Contact, reasons);
    let kept = |purpose: Purpose, until| Fate::Kept {
        rule: "relationship-end@1".into(),
        purpose: purpose.as_str().into(),
        until,
    };
    let busy = |source: &str| Fate::Busy {
        source: source.into(),
    };
    let held = Fate::Held {
        reason: "dispute".into(),
        review_on: "2027-05-01".into(),
    };
    type Hold = (String, String);
    let table: Vec<(StrandInfo, &[Hold], Fate)> = vec![
        (contact(vec![]), &[], Fate::Goes),
        (
            contact(vec![reason(Purpose::Visit, "visit", later)]),
            &[],
            Fate::Goes,
        ),
        (
            contact(vec![reason(Purpose::Visit, "booking", open)]),
            &[],
            busy("booking"),
        ),
        (
            contact(vec![reason(Purpose::Repair, "order", open)]),
            &[],
            busy("order"),
        ),
        (
            contact(vec![reason(Purpose::Claims, "claim", open)]),
            &[],
            busy("claim"),
        ),
        (
            contact(vec![reason(Purpose::Account, "account", open)]),
            &[],
            Fate::Goes,
        ),
        (
            contact(vec![reason(Purpose::Newsletter, "consent", open)]),
            &[],
            Fate::Goes,
        ),
        (
            contact(vec![
                reason(Purpose::Claims, "purchase", later),
                reason(Purpose::Visit, "visit", later),
            ]),
            &[],
            kept(Purpose::Claims, later),
        ),
        (
            contact(vec![reason(Purpose::Accounting, "purchase", NOW)]),
            &[],
            Fate::Goes,
        ),
        (
            contact(vec![reason(Purpose::Visit, "visit", later)]),
            &hold,
            held,
        ),
        (
            contact(vec![reason(Purpose::Claims, "purchase", later)]),
            &hold,
            kept(Purpose::Claims, later),
        ),
        (
            strand(
                Category::RightsCase,
                vec![reason(Purpose::Rights, "rights_request", open)],
            ),
            &[],
            kept(Purpose::Rights, open),
        ),
        (
            strand(
                Category::Correspondence,
                vec![reason(Purpose::Rights, "rights_request", later)],
            ),
            &[],
            Fate::Goes,
        ),
    ];
    for (at, (strand, holds, expected)) in table.into_iter().enumerate() {
        assert_eq!(fate(&strand, holds, NOW), expected, "row {at}");
    }
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
