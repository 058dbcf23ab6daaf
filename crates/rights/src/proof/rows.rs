//! Checks of the rows of the vault and of the slices.

use declaration::vocabulary::{Category, Purpose};
use values::Moment;

use super::{
    Finding,
    sight::{GRACE_DAYS, Sight},
};

pub(super) fn rules_cited(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    for (cause, rule, count) in &sight.traces.erasure_rules {
        // Requests cite the article; what a replay or a restart finished had its cause before.
        let by_itself = cause == "sweep";
        let cited = sight.rules.cited(rule).is_some();
        finding.note(by_itself && !cited, || format!("{cause}: {rule:?}"));
        finding.note(cause == "request" && rule.is_empty(), || {
            format!("{cause} without article")
        });
        finding.looked += count - 2;
    }
    for (rule, count) in &sight.traces.reason_rules {
        finding.note(sight.rules.cited(rule).is_none(), || {
            format!("reason: {rule:?}")
        });
        finding.looked += count - 1;
    }
    finding
}

pub(super) fn provenance_present(sight: &Sight) -> Finding {
    let wrong = sight
        .traces
        .sourceless
        .iter()
        .map(|id| id.get())
        .collect::<Vec<_>>();
    Finding::of(sight.traces.records, &wrong)
}

pub(super) fn no_double_booking(sight: &Sight) -> Finding {
    Finding::of(sight.facts.bookings, &sight.facts.double_bookings)
}

pub(super) fn notice_stamped(sight: &Sight) -> Finding {
    Finding::of(sight.facts.bookings, &sight.facts.bookings_without_notice)
}

pub(super) fn columns_declared(sight: &Sight) -> Finding {
    Finding {
        looked: i64::try_from(sight.columns.len()).unwrap_or(0),
        wrong: sight.column_differences.clone(),
    }
}

pub(super) fn look_ups_bound(sight: &Sight) -> Finding {
    Finding::of(sight.facts.look_ups, &sight.facts.look_ups_unbound)
}

pub(super) fn meters_monotonic(sight: &Sight) -> Finding {
    Finding::of(sight.facts.meters, &sight.facts.meters_down)
}

pub(super) fn closed_orders_intact(sight: &Sight) -> Finding {
    Finding::of(sight.facts.closed_orders, &sight.facts.orders_changed)
}

pub(super) fn warranty_stated(sight: &Sight) -> Finding {
    Finding::of(
        sight.facts.purchase_lines,
        &sight.facts.lines_without_warranty,
    )
}

pub(super) fn marketing_needs_consent(sight: &Sight) -> Finding {
    let reach = i64::try_from(sight.traces.marketing.len()).unwrap_or(0);
    Finding::of(reach, &sight.unconsented)
}

pub(super) fn customers_could_say_no(sight: &Sight) -> Finding {
    let (looked, wrong) = &sight.as_customers;
    Finding::of(*looked, wrong)
}

pub(super) fn withdrawals_stand(sight: &Sight) -> Finding {
    let mut finding = Finding::of(sight.traces.consents, &sight.traces.unproven);
    finding
        .wrong
        .extend(sight.unheard.iter().map(|id| format!("strand {id}")));
    finding
}

/// A deliverer's strand is kept by its own rule alone, and no rule for a customer's contact is shorter.
pub(super) fn deliverer_apart(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    let visit = sight.declaration.purpose(Purpose::Visit);
    let rule_of = |category| {
        visit
            .and_then(|v| v.keeps(category))
            .map(|keep| keep.rule.clone())
    };
    let own = rule_of(Category::Deliverer);
    for (strand, reason) in &sight.deliverer {
        let id = reason.rule.split('@').next().unwrap_or_default();
        let wrong = own.as_deref() != Some(id) || reason.purpose != Purpose::Visit.as_str();
        finding.note(wrong, || format!("strand {strand:?} by {}", reason.rule));
    }
    let until = |category| {
        let rule = rule_of(category)?;
        Some(sight.rules.latest(&rule)?.until(sight.now))
    };
    let longer = match (until(Category::Deliverer), until(Category::Contact)) {
        (Some(deliverer), Some(contact)) => deliverer > contact,
        (None, _) => visit.is_some_and(|v| v.categories().contains(&Category::Deliverer)),
        _ => false,
    };
    finding.note(longer, || "the deliverer's rule is not the shortest".into());
    finding
}

pub(super) fn strands_have_reasons(sight: &Sight) -> Finding {
    let traces = &sight.traces;
    let mut finding = Finding::of(traces.strands, &traces.reasonless);
    finding.wrong.extend(
        traces
            .overdue
            .iter()
            .map(|id| format!("{id} past its date")),
    );
    finding.wrong.extend(
        traces
            .misdated
            .iter()
            .map(|id| format!("{id} with another date")),
    );
    let unborn = traces.unborn.iter();
    finding
        .wrong
        .extend(unborn.map(|id| format!("{id} for an event that has not happened yet")));
    finding
}

pub(super) fn holds_reviewed(sight: &Sight) -> Finding {
    Finding::of(sight.traces.holds, &sight.traces.unreviewed)
}

pub(super) fn history_needs_account(sight: &Sight) -> Finding {
    let purchases = sight
        .traces
        .categories
        .iter()
        .find(|(name, _)| name == "purchase");
    Finding::of(
        purchases.map_or(0, |(_, n)| *n),
        &sight.traces.history_alone,
    )
}

pub(super) fn host_is_blind(sight: &Sight) -> Finding {
    let mut finding = Finding::of(sight.traces.bodies, &sight.traces.in_clear);
    finding.note(sight.traces.key_inside, || {
        "the tenant key lies in the database".into()
    });
    finding
}

/// Each date is counted again from its event, and none has passed unheeded.
pub(super) fn relationship_end_computed(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    let waited = sight.now.plus_days(-GRACE_DAYS);
    for (strand, reason) in &sight.contact {
        let counted = sight
            .rules
            .cited(&reason.rule)
            .map(|r| r.until(reason.started_at));
        finding.note(counted != Some(reason.until), || {
            format!("strand {strand:?} by {}", reason.rule)
        });
    }
    let late = |until: Moment| until < waited;
    let mut latest = std::collections::BTreeMap::new();
    for (strand, reason) in &sight.contact {
        let until = latest.entry(*strand).or_insert(reason.until);
        *until = (*until).max(reason.until);
    }
    for (strand, until) in latest {
        // What a hold keeps is held, with its own review.
        let overdue = sight.traces.overdue.contains(&strand.get());
        finding.note(late(until) && overdue, || {
            format!("strand {strand:?} is past its date")
        });
    }
    finding
}

pub(super) fn vehicle_life_dated(sight: &Sight) -> Finding {
    let vehicles = sight
        .traces
        .categories
        .iter()
        .find(|(name, _)| name == "vehicle");
    Finding::of(vehicles.map_or(0, |(_, n)| *n), &sight.traces.undated)
}

pub(super) fn rights_in_time(sight: &Sight) -> Finding {
    let mut finding = Finding::of(sight.deadlines.all, &sight.deadlines.overdue);
    let misdated = sight.deadlines.misdated.iter();
    finding
        .wrong
        .extend(misdated.map(|id| format!("{id} with another date than the rule's")));
    finding
}

pub(super) fn erasures_read_back(sight: &Sight) -> Finding {
    Finding::of(sight.traces.erasures, &sight.traces.survivors)
}

pub(super) fn log_chain_whole(sight: &Sight) -> Finding {
    let mut finding = Finding {
        looked: sight.chain.lines,
        wrong: Vec::new(),
    };
    if let Some(seq) = sight.chain.broken_at {
        finding.wrong.push(format!("line {seq}"));
    }
    finding
}

pub(super) fn sweep_alive(sight: &Sight) -> Finding {
    let mut finding = Finding::default();
    // A house in which nothing was ever kept has nothing to sweep.
    let empty = sight.traces.strands == 0 && sight.traces.erasures == 0;
    // A sweep that ended in the future ran by a clock that was wrong, or this one is.
    let alive = sight.last_sweep.is_some_and(|ended| {
        ended >= sight.now.plus_days(-GRACE_DAYS) && ended <= sight.now.plus_days(1)
    });
    let said = sight.last_sweep.map_or_else(
        || {
            "no sweep has ever run here; run karosseri sweep, or let karosseri serve do it tonight"
                .to_owned()
        },
        |ended| format!("the last sweep ended {}", ended.rfc3339()),
    );
    finding.note(!alive && !empty, || said.clone());
    finding
}
