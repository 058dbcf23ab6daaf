//! The judge's rules, each by itself: consent, objection, restriction and leave.

use declaration::{
    Declaration,
    vocabulary::{Category, Purpose, Role},
};

use super::judging::{KARI, askers, everything, staff, standing};
use crate::{
    Actor, Objection, Question, Refusal, Standing, StrandState, judge, testing::declaration,
};

/// What is answered about Kari's contact, with something changed about how she stands.
fn answer(actor: Actor, purpose: Purpose, change: &dyn Fn(&mut Standing)) -> Result<(), Refusal> {
    let mut standing = standing();
    change(&mut standing);
    let question = Question {
        actor,
        subject: KARI,
        purpose,
        category: Category::Contact,
    };
    judge(&declaration(), &question, &standing)
}

#[test]
fn consent_and_objection_decide() {
    let ask = answer;
    let chore = Actor::Chore("letters");
    let none: &dyn Fn(&mut Standing) = &|_| {};
    let consent: &dyn Fn(&mut Standing) = &|s| s.consent = true;
    let weighed: &dyn Fn(&mut Standing) = &|s| s.objection = Objection::Weighed;
    let objection: &dyn Fn(&mut Standing) = &|s| s.objection = Objection::Stands;
    assert_eq!(
        ask(chore, Purpose::Newsletter, none),
        Err(Refusal::NoConsent)
    );
    assert_eq!(ask(chore, Purpose::Newsletter, consent), Ok(()));
    assert_eq!(ask(chore, Purpose::ServiceReminders, none), Ok(()));
    assert_eq!(
        ask(chore, Purpose::ServiceReminders, objection),
        Err(Refusal::Objected)
    );
    assert_eq!(
        ask(chore, Purpose::ServiceReminders, weighed),
        Err(Refusal::Objected),
        "stopped at once, while it is weighed"
    );
}

#[test]
fn what_is_restricted_or_weighed_is_used_for_what_the_law_lets_through() {
    let ask = answer;
    let weighed: &dyn Fn(&mut Standing) = &|s| s.objection = Objection::Weighed;
    let objection: &dyn Fn(&mut Standing) = &|s| s.objection = Objection::Stands;
    let leave: &dyn Fn(&mut Standing) = &|s| {
        s.strand = Some(StrandState::Restricted);
        s.leave = true;
    };
    let restricted: &dyn Fn(&mut Standing) = &|s| s.strand = Some(StrandState::Restricted);
    // Claims may go on while an objection is weighed (Art. 18(2)), and not against one that is upheld.
    let claims = staff(Role::Claims);
    assert_eq!(ask(claims, Purpose::Claims, weighed), Ok(()));
    assert_eq!(
        ask(claims, Purpose::Claims, objection),
        Err(Refusal::Objected)
    );
    let adviser = staff(Role::Reception);
    assert_eq!(ask(adviser, Purpose::Visit, leave), Ok(()));
    assert_eq!(ask(adviser, Purpose::Visit, objection), Ok(()));
    assert_eq!(
        ask(adviser, Purpose::Visit, restricted),
        Err(Refusal::Restricted)
    );
    assert_eq!(
        ask(staff(Role::Claims), Purpose::Claims, restricted),
        Ok(())
    );
    assert_eq!(
        ask(staff(Role::Privacy), Purpose::Rights, restricted),
        Ok(())
    );
    assert_eq!(
        ask(Actor::Subject(KARI), Purpose::Visit, restricted),
        Ok(())
    );
}

/// Without the purpose in the declaration the feature is off, for everybody.
#[test]
fn an_undeclared_purpose_is_off() {
    let text =
        "format = 1\n[statement]\ntenant = \"t\"\ntitle = { nb = \"a\", nn = \"a\", en = \"a\" }\n";
    let empty = Declaration::archived(text).unwrap();
    for purpose in Purpose::ALL {
        for (_, actor, standing) in askers(*purpose) {
            let question = Question {
                actor,
                subject: KARI,
                purpose: *purpose,
                category: Category::Contact,
            };
            let refusal = judge(&empty, &question, &standing).unwrap_err();
            assert_eq!(refusal, Refusal::PurposeUndeclared(*purpose));
            assert!(refusal.to_string().contains(purpose.as_str()));
        }
    }
}

/// The deliverer of another's vehicle is in no contract: their data rests on an interest beside the
/// purpose's contract, and an objection stops it. The claim itself is the customer's own contract.
#[test]
fn an_interest_beside_the_contract_can_be_objected_to() {
    let declaration = declaration();
    let ask = |role, purpose, category, objection| {
        let question = Question {
            actor: staff(role),
            subject: KARI,
            purpose,
            category,
        };
        let standing = Standing {
            objection,
            ..standing()
        };
        judge(&declaration, &question, &standing)
    };
    for objection in [Objection::Weighed, Objection::Stands] {
        assert_eq!(
            ask(
                Role::Reception,
                Purpose::Visit,
                Category::Deliverer,
                objection
            ),
            Err(Refusal::Objected)
        );
        for category in [Category::Contact, Category::VehicleLink, Category::Enquiry] {
            let answer = ask(Role::Reception, Purpose::Visit, category, objection);
            assert_eq!(answer, Ok(()), "a contract: {category:?}");
        }
        let claim = ask(Role::Claims, Purpose::Claims, Category::Claim, objection);
        assert_eq!(claim, Ok(()));
    }
}

/// Leave opens what is restricted, and nothing else: not what only a hold keeps, nor what another reason
/// stands against.
#[test]
fn leave_frees_a_restriction_only() {
    everything(|declaration, q, s, answer| {
        if !s.leave || answer.is_err() {
            return;
        }
        let without = Standing { leave: false, ..*s };
        match judge(declaration, q, &without) {
            Ok(()) => {}
            Err(refusal) => {
                assert_eq!(refusal, Refusal::Restricted, "{q:?}");
                assert_eq!(s.strand, Some(StrandState::Restricted), "{q:?}");
            }
        }
    });
}
