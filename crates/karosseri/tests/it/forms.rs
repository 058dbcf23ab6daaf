//! Every form as it is rendered: what a person can choose between must be different things. A choice whose
//! value was lost on the way to the page looks right and cannot be sent.

use std::collections::BTreeMap;

use karosseri::parts;

use crate::{
    doors::{STARTS, everybody},
    support::{
        crawl::walk,
        house::{self, each_place},
        html::Form,
    },
};

/// What is wrong with a form's choices.
fn wrong_in(form: &Form) -> Vec<String> {
    let mut groups: BTreeMap<(&str, &str), Vec<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    for field in &form.fields {
        match field.kind.as_str() {
            "radio" | "checkbox" if field.name.is_empty() => {
                wrong.push("a choice without a name".to_owned());
            }
            "radio" | "checkbox" => {
                let key = (field.kind.as_str(), field.name.as_str());
                groups.entry(key).or_default().push(&field.value);
            }
            "select" => {
                let mut options: Vec<&str> = field.options.iter().map(String::as_str).collect();
                let count = options.len();
                options.sort_unstable();
                options.dedup();
                if options.len() < count {
                    wrong.push(format!("{}: two options send the same", field.name));
                }
            }
            _ => {}
        }
    }
    for ((kind, name), mut values) in groups {
        let count = values.len();
        if kind == "radio" && count < 2 {
            wrong.push(format!("{name}: one radio button alone"));
        }
        // Of several one may mean "none of these".
        if kind == "checkbox" && values.iter().any(|value| value.trim().is_empty()) {
            wrong.push(format!("{name}: a choice that sends nothing"));
        }
        values.sort_unstable();
        values.dedup();
        if values.len() < count {
            wrong.push(format!("{name}: two choices send the same"));
        }
    }
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn what_can_be_chosen_differs() {
    each_place(|place| async move {
        let spawned = house::furnished(place, &[("public_statistics", "true")]).await;
        let routes = parts::routes().table();
        let (mut seen, mut wrong) = (0, Vec::new());
        for (who, mut client) in everybody(&spawned).await {
            let walk = walk(&mut client, &routes, STARTS).await;
            for (page, form) in &walk.forms {
                seen += 1;
                let found = wrong_in(form);
                let told = found.iter().map(|what| format!("{who} {page}: {what}"));
                wrong.extend(told);
            }
        }
        assert!(seen > 60, "few forms: {seen}");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        spawned.close().await;
    })
    .await;
}

#[test]
fn a_lost_value_is_seen() {
    let page = r#"<form method="post"><input type="radio" name="a" value="1">
        <input type="radio" name="a" value="1"><input type="checkbox" name="b" value="">
        <select name="c"><option value="x">x</option><option value="x">y</option></select></form>"#;
    let forms = crate::support::html::forms(page);
    assert_eq!(wrong_in(&forms[0]).len(), 3, "{:?}", wrong_in(&forms[0]));
}
