//! The rules with dates and ceilings, from the rule table.

use jiff::civil::date;
use values::{ApprovalId, Moment, Ore, RecordId, SubjectId, WorkOrderId};
use vehicles::Unit;

use crate::{
    ApprovalState, Buyer, LineKind, PriceKind, WarrantyKind,
    approval::{ApprovalRow, NeedsAnswer, ceiling, may_hand_over},
    handover::{claim_rule, warranty_until},
    order::{Limit, Warranty},
};

fn asked(state: ApprovalState, kind: PriceKind, kroner: i64) -> ApprovalRow {
    ApprovalRow {
        id: ApprovalId::from_raw(1),
        order: WorkOrderId::from_raw(1),
        customer: SubjectId::from_raw(1),
        kind,
        total: Ore::new(kroner * 100),
        shown: RecordId::from_raw(1),
        hash: Vec::new(),
        state,
        changes: 0,
        asked_at: Moment::from_millis(0),
        answered_at: None,
        via: None,
        note: None,
    }
}

#[test]
fn an_estimate_may_be_passed_by_fifteen_per_cent_and_no_more() {
    let rules = vault::testing::rules();
    let day = date(2026, 3, 2);
    let most = ceiling(&rules, PriceKind::Estimate, Ore::new(4_000_000), day);
    assert_eq!(most, Ok(Some(Ore::new(4_600_000))));
    let approved = [asked(ApprovalState::Approved, PriceKind::Estimate, 40_000)];
    assert_eq!(
        may_hand_over(&rules, &approved, Ore::new(4_600_000), day),
        Ok(())
    );
    assert_eq!(
        may_hand_over(&rules, &approved, Ore::new(4_600_001), day),
        Err(NeedsAnswer::PastEstimate {
            ceiling: Ore::new(4_600_000)
        })
    );
    let before = date(2000, 1, 1);
    let none = ceiling(&rules, PriceKind::Estimate, Ore::new(1), before);
    assert_eq!(none, Err(NeedsAnswer::NoRule));
}

#[test]
fn a_fixed_price_is_the_price_and_a_no_stands() {
    let rules = vault::testing::rules();
    let day = date(2026, 3, 2);
    let fixed = asked(ApprovalState::Approved, PriceKind::Fixed, 100);
    let over = may_hand_over(&rules, std::slice::from_ref(&fixed), Ore::new(10_001), day);
    assert_eq!(
        over,
        Err(NeedsAnswer::PastFixed {
            fixed: Ore::new(10_000)
        })
    );
    let no_to_more = [asked(ApprovalState::Declined, PriceKind::Fixed, 200), fixed];
    assert_eq!(
        may_hand_over(&rules, &no_to_more, Ore::new(10_000), day),
        Ok(())
    );
    for (state, wrong) in [
        (ApprovalState::Asked, NeedsAnswer::Waiting),
        (ApprovalState::Declined, NeedsAnswer::Declined),
    ] {
        let one = [asked(state, PriceKind::Fixed, 100)];
        assert_eq!(may_hand_over(&rules, &one, Ore::new(1), day), Err(wrong));
    }
    let free = [asked(ApprovalState::Approved, PriceKind::Indication, 1)];
    assert_eq!(
        may_hand_over(&rules, &free, Ore::new(9_999_999), day),
        Ok(())
    );
    assert_eq!(may_hand_over(&rules, &[], Ore::new(9_999_999), day), Ok(()));
}

#[test]
fn warranty_ends_on_a_day_that_exists() {
    let months = |months| Warranty {
        kind: WarrantyKind::Months,
        months,
        limit: None,
    };
    for (from, count, until) in [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 3, 2), 24, date(2028, 3, 2)),
    ] {
        assert_eq!(warranty_until(from, months(count)), Some(until));
    }
    assert_eq!(warranty_until(date(2026, 3, 2), Warranty::NONE), None);
    let limit = Some(Limit {
        value: 500,
        unit: Unit::Hours,
    });
    let by_limit = Warranty {
        kind: WarrantyKind::Limit,
        months: 0,
        limit,
    };
    assert_eq!(warranty_until(date(2026, 3, 2), by_limit), None);
}

#[test]
fn the_right_to_complain_follows_the_law_of_the_buyer() {
    let rules = vault::testing::rules();
    // A leap day; and half past midnight on the night the clock goes forward, which is the day before
    // in universal time.
    let leap = Moment::at_local(date(2024, 2, 29), 15, 0);
    let spring = Moment::at_local(date(2026, 3, 29), 0, 30);
    assert_eq!(spring.local_date(), date(2026, 3, 29));
    for (buyer, kind, long, at, until) in [
        (
            Buyer::Consumer,
            LineKind::Labour,
            false,
            leap,
            date(2026, 2, 28),
        ),
        (
            Buyer::Consumer,
            LineKind::Labour,
            true,
            leap,
            date(2029, 2, 28),
        ),
        (
            Buyer::Consumer,
            LineKind::Part,
            false,
            spring,
            date(2028, 3, 29),
        ),
        (
            Buyer::Consumer,
            LineKind::Part,
            true,
            spring,
            date(2031, 3, 29),
        ),
        (
            Buyer::Business,
            LineKind::Part,
            true,
            spring,
            date(2028, 3, 29),
        ),
        (
            Buyer::Business,
            LineKind::Labour,
            true,
            leap,
            date(2027, 2, 28),
        ),
    ] {
        let rule = rules
            .at(claim_rule(buyer, kind, long), at.local_date())
            .unwrap();
        assert_eq!(rule.last_day(at), until, "{buyer:?} {kind:?} {long}");
    }
}

#[test]
fn nothing_rewrites_lines_or_documents() {
    for statement in crate::QUERIES.iter().copied().flatten() {
        let text = statement.text.to_uppercase();
        for table in ["WORK_LINE", "DOCUMENT", "LINE_WARRANTY", "PURCHASE"] {
            for verb in [format!("UPDATE {table} "), format!("DELETE FROM {table}")] {
                assert!(!text.contains(&verb), "{}", statement.name);
            }
        }
    }
}

#[tokio::test]
async fn both_engines_take_every_statement() {
    store::testing::each_engine(super::house::TABLES, |store| async move {
        assert!(store.prepare_all(crate::QUERIES).await.unwrap() > 30);
    })
    .await;
}
