//! What people do, step by step, in a browser without scripts.

use letters::testing::Received;

use super::{
    client::{Client, Seen, local},
    house::Spawned,
    html::Form,
};

/// Somebody who books.
#[derive(Clone, Debug)]
pub struct Person {
    /// Plate of the vehicle.
    pub plate: String,
    /// Name.
    pub name: String,
    /// E-mail.
    pub email: String,
    /// Telephone.
    pub phone: String,
    /// Company.
    pub organisation: String,
    /// What they ask.
    pub question: String,
}

impl Person {
    /// A made-up person.
    pub fn numbered(number: u32) -> Self {
        Self {
            plate: format!("CU {}", 20_000 + number),
            name: format!("Prøve Person {}", letters_of(number)),
            email: format!("person{number}@kunde.example"),
            phone: format!("9{:07}", 1_230_000 + number),
            organisation: String::new(),
            question: format!("Bakløfteren henger, sak {}.", letters_of(number)),
        }
    }
}

fn letters_of(mut number: u32) -> String {
    let mut word = String::from("K");
    while number > 0 {
        word.push(char::from(b'a' + u8::try_from(number % 26).expect("small")));
        number /= 26;
    }
    word
}

/// The values a form offers under a name.
pub fn offered(form: &Form, name: &str) -> Vec<String> {
    let fields = form.fields.iter().filter(|field| field.name == name);
    let values = fields.flat_map(|field| match field.kind.as_str() {
        "select" => field.options.clone(),
        _ => vec![field.value.clone()],
    });
    values.filter(|value| !value.is_empty()).collect()
}

/// The first value offered that begins so.
pub fn first_offered(form: &Form, name: &str, start: &str) -> String {
    let offered = offered(form, name);
    let found = offered.iter().find(|value| value.starts_with(start));
    found
        .unwrap_or_else(|| panic!("{} offers no {name} `{start}…`: {offered:?}", form.action))
        .clone()
}

/// Goes through `/bestill` up to the page that asks who it is.
pub async fn book_until_contact(client: &mut Client, plate: &str) -> Seen {
    let page = client.open("/bestill").await;
    let page = client
        .submit(&page, "/bestill", &[("plate", plate), ("til", "tjeneste")])
        .await
        .is(200);
    let service = first_offered(&page.form("/bestill"), "service", "");
    let typed = [("service", service.as_str()), ("til", "tid")];
    let mut page = client.submit(&page, "/bestill", &typed).await.is(200);
    for _ in 0..5 {
        let form = page.form("/bestill");
        if let Some(start) = offered(&form, "til")
            .iter()
            .find(|til| til.starts_with("start:"))
        {
            return client
                .submit(&page, "/bestill", &[("til", start)])
                .await
                .is(200);
        }
        let weeks: Vec<String> = offered(&form, "til")
            .into_iter()
            .filter(|til| til.starts_with("uke:"))
            .collect();
        let next = weeks.last().expect("another week").clone();
        page = client
            .submit(&page, "/bestill", &[("til", &next)])
            .await
            .is(200);
    }
    panic!("no free time in five weeks:\n{}", page.words())
}

/// Books a time; the page behind the confirmation.
pub async fn book(client: &mut Client, person: &Person) -> Seen {
    let page = book_until_contact(client, &person.plate).await;
    let typed = [
        ("name", person.name.as_str()),
        ("email", &person.email),
        ("phone", &person.phone),
        ("organisation", &person.organisation),
        ("question", &person.question),
        ("til", "oppsummering"),
    ];
    let page = client.submit(&page, "/bestill", &typed).await.is(200);
    client
        .submit(&page, "/bestill", &[("til", "bestill")])
        .await
        .is(200)
}

/// The path of the booking's own page, from what the confirmation shows.
pub fn manage_path(page: &Seen) -> String {
    let path = page.link("/time/").unwrap_or_else(|| page.path.clone());
    let code = local(&path)
        .split("/time/")
        .nth(1)
        .and_then(|rest| rest.split(['/', '?']).next());
    let code = code.unwrap_or_else(|| panic!("no booking on {}:\n{}", page.path, page.words()));
    format!("/time/{code}")
}

/// Asks for a log-in link and follows it.
pub async fn log_in_by_mail(house: &Spawned, email: &str) -> Client {
    let mut client = house.visitor();
    let page = client.open("/logg-inn").await.is(200);
    client
        .submit(&page, "/logg-inn", &[("email", email)])
        .await
        .is(200);
    house.deliver().await;
    let letter = last_with(house, email, "/logg-inn/");
    super::house::log_in(client, &letter.link("/logg-inn/").expect("a link")).await
}

/// The latest letter to an address with such a link.
pub fn last_with(house: &Spawned, email: &str, link: &str) -> Received {
    let letters = house.mail.taken();
    let found = letters
        .into_iter()
        .rev()
        .find(|l| l.to == email && l.link(link).is_some());
    found.unwrap_or_else(|| panic!("no letter with {link} has come"))
}
