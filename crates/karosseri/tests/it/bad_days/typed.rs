//! Wrong plate, e-mail, phone, time: a sentence at the field, and nothing typed is lost.

use crate::{
    slots,
    support::{client::Seen, house, html, steps},
};

/// The page says at this field that something is wrong.
fn says_at(page: &Seen, field: &str) {
    let body = page.body();
    let tag = body
        .split('<')
        .find(|tag| tag.contains(&format!("name=\"{field}\"")))
        .unwrap_or_else(|| panic!("no field {field} on {}", page.path));
    assert!(
        tag.contains("aria-invalid"),
        "field {field} is not marked: <{tag}"
    );
    let described = tag
        .split("aria-describedby=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next());
    let ids: Vec<&str> = described.unwrap_or_default().split_whitespace().collect();
    let sentence = ids.iter().any(|id| {
        let place = body
            .split(&format!(" id=\"{id}\""))
            .nth(1)
            .unwrap_or_default();
        let inside = place.split("</p>").next().unwrap_or_default();
        let words = inside.split_once('>').map(|(_, words)| html::words(words));
        words.is_some_and(|words| words.len() > 12)
    });
    assert!(
        sentence,
        "field {field} says nothing: {ids:?}:\n{}",
        page.words()
    );
}

/// The page shows again what was typed.
fn still_shows(page: &Seen, typed: &[(&str, &str)]) {
    let forms = html::forms(&page.body());
    for (name, value) in typed.iter().filter(|(name, _)| *name != "til") {
        let mut fields = forms.iter().flat_map(|form| &form.fields);
        let there =
            fields.any(|field| field.name == *name && field.value.replace("\r\n", "\n") == *value);
        assert!(there, "{name} `{value}` is lost on {}", page.path);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_field_is_told_at_the_field_and_nothing_is_lost() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let mut client = spawned.visitor();
        let page = client.open("/bestill").await.is(200);
        for plate in ["12", "ÆØ 1234567890", "!"] {
            let typed = [("plate", plate), ("til", "tjeneste")];
            let again = client.submit(&page, "/bestill", &typed).await.is(422);
            says_at(&again, "plate");
            still_shows(&again, &typed);
        }
        let page = steps::book_until_contact(&mut client, "CU 12345").await;
        let right = [
            ("name", "Prøve Person"),
            ("email", "prove@kunde.example"),
            ("phone", "95496000"),
            ("organisation", "Prøve & Sønn \"AS\""),
            ("question", "Linje en\nlinje to <b>"),
            ("til", "oppsummering"),
        ];
        for (field, wrong) in [
            ("email", "prove@"),
            ("email", "prove kunde.example"),
            ("phone", "12"),
            ("phone", "abc"),
            ("name", ""),
        ] {
            let typed: Vec<(&str, &str)> = right
                .iter()
                .map(|(n, v)| (*n, if *n == field { wrong } else { *v }))
                .collect();
            let again = client.submit(&page, "/bestill", &typed).await.is(422);
            says_at(&again, field);
            still_shows(&again, &typed);
        }
        let reachable: Vec<(&str, &str)> = right
            .iter()
            .map(|(n, v)| {
                (
                    *n,
                    if matches!(*n, "email" | "phone") {
                        ""
                    } else {
                        *v
                    },
                )
            })
            .collect();
        let again = client.submit(&page, "/bestill", &reachable).await.is(422);
        says_at(&again, "email");
        client.submit(&page, "/bestill", &right).await.is(200);
        spawned.close().await;
    })
    .await;
}

/// A time that somebody else took in the meantime: 409, and the nearest free ones.
#[tokio::test(flavor = "multi_thread")]
async fn a_taken_slot_is_told_with_the_nearest_free_ones() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        // Two bays: two others take the same first time while the third is still typing.
        let mut pages = Vec::new();
        for number in 0..3 {
            let mut client = spawned.visitor();
            let person = steps::Person::numbered(number);
            let page = steps::book_until_contact(&mut client, &person.plate).await;
            let typed = [
                ("name", person.name.as_str()),
                ("email", &person.email),
                ("til", "oppsummering"),
            ];
            let page = client.submit(&page, "/bestill", &typed).await.is(200);
            pages.push((client, page));
        }
        let (mut last, summary) = pages.pop().expect("three");
        for (mut client, page) in pages {
            client
                .submit(&page, "/bestill", &[("til", "bestill")])
                .await
                .is(200);
        }
        let told = last
            .submit(&summary, "/bestill", &[("til", "bestill")])
            .await
            .is(409);
        let form = told.form("/bestill");
        let starts = steps::offered(&form, "til")
            .into_iter()
            .filter(|til| til.starts_with("start:"));
        assert!(
            starts.count() > 0,
            "no free time is offered:\n{}",
            told.words()
        );
        still_shows(&told, &[("name", &steps::Person::numbered(2).name)]);
        spawned.close().await;
    })
    .await;
}
