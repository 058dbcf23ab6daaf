//! The setup broken on purpose: the house around, the judge, the parser, the declaration.

use std::sync::Arc;

use axum::http::{HeaderValue, StatusCode};
use declaration::{
    Declaration,
    vocabulary::{Category, FieldDef, Origin},
};

use super::{
    ControllerRows, Facts,
    testing::Calm,
    tests::{failing, look},
};
use crate::tests::each;

/// What a house is broken with.
type Change = Box<dyn Fn(&mut Calm)>;

/// What the house around says, broken one thing at a time.
pub(super) fn broken() -> Vec<(&'static str, Change)> {
    fn facts(change: impl Fn(&mut Facts) + 'static) -> Change {
        Box::new(move |calm| change(&mut calm.facts))
    }
    let stranger = |what| ControllerRows {
        what,
        controller: Some(99),
        rows: 2,
    };
    let nobody = |what| ControllerRows {
        what,
        controller: None,
        rows: 1,
    };
    vec![
        (
            "controllers_declared",
            facts(move |f| f.controllers.push(stranger("visit"))),
        ),
        (
            "controllers_declared",
            facts(move |f| f.controllers.push(nobody("visit"))),
        ),
        (
            "staff_belong",
            facts(move |f| f.staff.push(stranger("staff"))),
        ),
        ("no_double_booking", facts(|f| f.double_bookings = vec![4])),
        (
            "notice_stamped",
            facts(|f| f.bookings_without_notice = vec![4]),
        ),
        ("look_ups_bound", facts(|f| f.look_ups_unbound = vec![4])),
        ("meters_monotonic", facts(|f| f.meters_down = vec![4])),
        (
            "closed_orders_intact",
            facts(|f| f.orders_changed = vec![4]),
        ),
        (
            "warranty_stated",
            facts(|f| f.lines_without_warranty = vec![4]),
        ),
        (
            "fields_declared",
            facts(|f| f.record_faults = vec!["contact.shoe_size".into()]),
        ),
        (
            "national_id_refused",
            facts(|f| f.national_ids = vec!["booking.reference".into()]),
        ),
        (
            "no_visitor_table",
            facts(|f| f.visits_wrong = vec!["visit_count.term: not known words (1)".into()]),
        ),
        (
            "columns_declared",
            Box::new(|calm| calm.differences = vec!["booking.name".into()]),
        ),
        (
            "declaration_checked",
            Box::new(|calm| calm.text = calm.text.replace("6(1)(b)", "6(1)(x)")),
        ),
        (
            "declaration_checked",
            Box::new(|calm| calm.text = calm.text.replacen("version = 1", "version = 2", 1)),
        ),
        (
            "contacts_on_page",
            Box::new(|calm| calm.body = calm.body.replace('@', " at ")),
        ),
        (
            "contacts_on_page",
            Box::new(|calm| calm.body = calm.body.replace("&nbsp;", "7")),
        ),
        (
            "no_cookie_before_log_in",
            Box::new(|calm| {
                calm.body
                    .push_str("<img src=\"https://facebook.example/x\">")
            }),
        ),
        (
            "no_cookie_before_log_in",
            Box::new(|calm| {
                calm.body
                    .push_str("<link rel=\"icon\" href=\"//cdn.example/i\">")
            }),
        ),
        (
            "no_cookie_before_log_in",
            Box::new(|calm| {
                calm.headers
                    .insert("set-cookie", HeaderValue::from_static("a=b"));
            }),
        ),
        (
            "no_cookie_before_log_in",
            Box::new(|calm| {
                calm.headers.remove("content-security-policy");
            }),
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_house_around_shows_is_seen() {
    each(|house| async move {
        for (name, change) in broken() {
            let mut calm = Calm::default();
            change(&mut calm);
            let seen = failing(&look(&house, &calm).await);
            assert!(seen.contains(&name), "{name}: {seen:?}");
        }
    })
    .await;
}

/// What the program itself says: the judge, the parser, the list of fields, the declaration.
#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_judge_parser_list_or_declaration_is_seen() {
    each(|house| async move {
        let mut sight = look(&house, &Calm::default()).await;
        sight.judge = |_, _, _| Ok(());
        assert_eq!(failing(&sight), vec!["purposes_bound"]);
        let mut sight = look(&house, &Calm::default()).await;
        sight.refuses = |_| false;
        assert_eq!(failing(&sight), vec!["national_id_refused"]);
        let mut sight = look(&house, &Calm::default()).await;
        const CARD: FieldDef = FieldDef {
            category: Category::Billing,
            name: "card_no",
            origin: Origin::Given,
            required: false,
            nb: "Kort",
            nn: "Kort",
            en: "Card",
        };
        sight.fields = &[CARD];
        assert!(failing(&sight).contains(&"no_card_numbers"));
        let mut sight = look(&house, &Calm::default()).await;
        sight.pages.entry("/personvern").or_default().status = StatusCode::NOT_FOUND;
        assert_eq!(failing(&sight), vec!["no_cookie_before_log_in"]);
        let text = Calm::default().text;
        for (name, from, to) in [
            (
                "recipients_in_eea",
                "countries = [\"NO\"]",
                "countries = [\"US\"]",
            ),
            (
                "processors_under_agreement",
                "controller = \"westrum\"",
                "controller = \"other\"",
            ),
            ("links_real", "https://", "http://"),
        ] {
            let mut sight = look(&house, &Calm::default()).await;
            assert!(text.contains(from), "{from}");
            sight.declaration = Arc::new(Declaration::archived(&text.replace(from, to)).unwrap());
            assert!(
                failing(&sight).contains(&name),
                "{name}: {:?}",
                failing(&sight)
            );
        }
    })
    .await;
}
