//! A national identity number in any field of any form: refused at the field, in no file, in no log.

use crate::{
    doors,
    support::{
        client::{Client, filled},
        crawl,
        folders::Search,
        house,
        html::Form,
    },
};

/// A made-up number of the rule's own publication (Skatteetaten, nyttfnr2032).
const NUMBER: &str = "02013299997";
/// How somebody might write it.
const WRITTEN: &str = "020132 99997";

/// Forms in which what is typed only searches: the field is refused there too.
async fn try_form(client: &Client, page: &str, form: &Form) -> Vec<String> {
    let fields: Vec<String> = form.typed().map(|field| field.name.clone()).collect();
    let mut findings = Vec::new();
    for field in fields.iter().filter(|name| !name.is_empty()) {
        let form_here = Form {
            action: form.action.clone(),
            ..form.clone()
        };
        let pairs = filled(&form_here, &[(field.as_str(), WRITTEN)]);
        let answer = client.submit_as_is(&form_here, &pairs).await;
        let body = answer.body();
        let what = format!("{page}: {} field {field}", form.action);
        // A search of the desk shows an empty page: the number was taken out before it was looked for.
        let is_search = ["/stab/sok", "/stab/reklamasjon/sok"];
        if is_search.iter().any(|one| form.action.ends_with(one)) && answer.status == 200 {
            assert!(
                !body.contains(NUMBER) && !body.contains(WRITTEN),
                "{what}: repeated"
            );
        } else if answer.status.is_success() || answer.status.is_redirection() {
            findings.push(format!("{what}: taken ({})", answer.status));
        } else if answer.status != 422 {
            findings.push(format!(
                "{what}: {} instead of a sentence at the field",
                answer.status
            ));
        }
        if body.contains(NUMBER) || body.contains(WRITTEN) {
            findings.push(format!("{what}: the answer repeats it"));
        }
    }
    findings
}

#[tokio::test(flavor = "multi_thread")]
async fn a_national_identity_number_is_refused_everywhere() {
    let log = crate::support::log::capture();
    house::each_place(move |place| {
        let log = log.clone();
        async move {
            let data = place.data.clone();
            let spawned = house::furnished(place, &[]).await;
            let routes = karosseri::parts::routes().table();
            let mut findings = Vec::new();
            let mut tried = 0;
            for (name, mut client) in doors::everybody(&spawned).await {
                let walk = crawl::walk(&mut client, &routes, doors::STARTS).await;
                for (page, form) in &walk.forms {
                    if form.action.contains("/stab/ut") || form.action.contains("/logg-ut") {
                        continue;
                    }
                    tried += form.typed().count();
                    let found = try_form(&client, page, form).await;
                    findings.extend(found.into_iter().map(|f| format!("{name}: {f}")));
                }
            }
            assert!(tried > 40, "only {tried} fields were met");
            assert!(findings.is_empty(), "{}", findings.join("\n"));
            spawned.close().await;
            let search = Search::new([NUMBER, WRITTEN]);
            let found = search.found_under(&data);
            assert!(found.is_empty(), "{found:?}");
            let logged = search.found(log.text().as_bytes());
            assert!(logged.is_empty(), "in the log: {logged:?}");
        }
    })
    .await;
}
