//! One visit from the phone call to the hand-over, through the same forms as people use.

use axum::http::StatusCode;
use jiff::civil::Date;
use values::Moment;
use web::testing::{Answer, Client};

use super::{
    furnish::{Furnishing, book},
    people::{Customer, Far},
};
use crate::house::HouseError;

/// Kilometres driven between two visits.
const KM_BETWEEN: i64 = 38_000;

/// What is done at a visit: finding, labour with hours (thousandths) and price, part with number and
/// price, in kroner.
struct Job {
    finding: (&'static str, &'static str),
    labour: (&'static str, &'static str, &'static str),
    part: (&'static str, &'static str, &'static str, &'static str),
}

const JOBS: &[Job] = &[
    Job {
        finding: ("Slitasje i foringer på svingsøyle", "minor"),
        labour: ("Byttet foringer og smurt svingsøyle", "3,5", "1 290,00"),
        part: ("Foringssett", "FS-2041", "1", "2 480,00"),
    },
    Job {
        finding: ("Hydraulikkslange med sprekk ved kobling", "major"),
        labour: ("Byttet slange, luftet og prøvd under last", "2", "1 290,00"),
        part: ("Hydraulikkslange 3/8, 1,2 m", "HS-0381", "2", "640,00"),
    },
    Job {
        finding: ("Årlig kontroll uten vesentlige mangler", "remark"),
        labour: ("Kontroll av påbygg med prøvelast", "4", "1 290,00"),
        part: ("Filter og olje", "FO-1100", "1", "1 150,00"),
    },
    Job {
        finding: ("Pakning i lås lekker vann", "minor"),
        labour: ("Byttet pakning og justert dør", "1,5", "1 290,00"),
        part: ("Dørpakning, meter", "DP-0007", "6", "95,00"),
    },
];

fn not_through(step: &str, answer: &Answer) -> HouseError {
    // The page's summary says what was wrong; it holds synthetic data only.
    let why: String = answer
        .body
        .lines()
        .filter(|line| line.contains("notice--bad") || line.contains("href=\"#f-"))
        .take(6)
        .collect();
    HouseError::Other(format!(
        "furnishing the demo: {step}: {} {why}",
        answer.status
    ))
}

/// Sends a form and answers where it leads.
pub(super) async fn send(
    client: &Client,
    path: &str,
    fields: &[(&str, &str)],
) -> Result<String, HouseError> {
    let answer = client.post(path, fields).await;
    match answer.location() {
        Some(to) if answer.status == StatusCode::SEE_OTHER => {
            let to = to.split(['?', '#']).next().unwrap_or(to);
            Ok(to.to_owned())
        }
        _ => Err(not_through(path, &answer)),
    }
}

/// A whole visit on a day of the past.
pub(super) async fn through(
    furnishing: &Furnishing,
    customer: &Customer,
    date: Date,
    number: usize,
) -> Result<(), HouseError> {
    let (order, job) = begin(furnishing, customer, date, number).await?;
    furnishing.clock.set(Moment::at_local(date, 11, 30));
    let desk = furnishing.desk(customer).await?;
    write_lines(&desk, &order, job).await?;
    let note = format!("Snakket med {}", customer.name);
    let approval = [
        ("kind", "estimate"),
        ("how", "phone"),
        ("answer", "yes"),
        ("note", note.as_str()),
    ];
    send(&desk, &format!("{order}/pris"), &approval).await?;
    furnishing.clock.set(Moment::at_local(date, 13, 0));
    hand_over(&desk, &order, customer).await
}

/// A visit that has come so far and stands there.
pub(super) async fn so_far(
    furnishing: &Furnishing,
    customer: &Customer,
    date: Date,
    far: Far,
) -> Result<(), HouseError> {
    let (order, job) = begin(furnishing, customer, date, customer.visits_days_ago.len()).await?;
    furnishing.clock.set(Moment::at_local(date, 11, 0));
    let desk = furnishing.desk(customer).await?;
    write_lines(&desk, &order, job).await?;
    let by_letter = [("kind", "estimate"), ("how", "mail")];
    let note = format!("Snakket med {}", customer.name);
    let by_phone = [
        ("kind", "estimate"),
        ("how", "phone"),
        ("answer", "yes"),
        ("note", note.as_str()),
    ];
    let price = format!("{order}/pris");
    match far {
        Far::Asked => send(&desk, &price, &by_letter).await.map(|_| ()),
        Far::Ready => {
            send(&desk, &price, &by_phone).await?;
            send(&desk, &format!("{order}/klar"), &[]).await.map(|_| ())
        }
    }
}

/// From the phone call to the technician's findings; answers the order's address.
async fn begin(
    furnishing: &Furnishing,
    customer: &Customer,
    date: Date,
    number: usize,
) -> Result<(String, &'static Job), HouseError> {
    let before = date.yesterday().unwrap_or(date);
    furnishing.clock.set(Moment::at_local(before, 10, 0));
    let question = if customer.question.is_empty() {
        "Service"
    } else {
        customer.question
    };
    let booking = book(furnishing, customer, Moment::at_local(date, 9, 0), question).await?;
    furnishing.clock.set(Moment::at_local(date, 9, 5));
    let desk = furnishing.desk(customer).await?;
    let technician = furnishing.browser(furnishing.technician.first()).await?;
    let intake = receive(&desk, customer, &booking.to_string()).await?;
    let order = read_meters(&desk, &intake, customer, number).await?;
    furnishing.clock.set(Moment::at_local(date, 10, 0));
    let job = &JOBS[(number + customer.service) % JOBS.len()];
    repair(&technician, &order, job).await?;
    Ok((order, job))
}

async fn receive(desk: &Client, customer: &Customer, booking: &str) -> Result<String, HouseError> {
    let mut fields = vec![
        ("owner", "self"),
        ("deliverer", "self"),
        ("job", "Se på det kunden sier"),
    ];
    if let Some((name, phone)) = customer.deliverer {
        fields[1] = ("deliverer", "other");
        fields.extend([("deliverer_name", name), ("deliverer_phone", phone)]);
    }
    if !customer.organisation.is_empty() {
        fields[0] = ("owner", "other");
        fields.push(("owner_name", customer.organisation));
        fields.push(("owner_org_no", customer.org_no));
    }
    send(desk, &format!("/stab/inn/{booking}"), &fields).await
}

/// Reads the meters the page asks for, and answers the order's address.
async fn read_meters(
    desk: &Client,
    intake: &str,
    customer: &Customer,
    number: usize,
) -> Result<String, HouseError> {
    let page = desk.get(intake).await;
    let kilometres = customer.km + KM_BETWEEN * number as i64;
    let mut fields: Vec<(String, String)> = Vec::new();
    for (index, key) in values_of(&page.body, "meter").into_iter().enumerate() {
        // The first meter is the odometer; a body's own counters run at their own pace.
        let value = match index {
            0 => kilometres,
            n => kilometres / (40 * n as i64),
        };
        fields.push(("meter".to_owned(), key));
        fields.push(("value".to_owned(), value.to_string()));
    }
    for name in ["make", "model", "vin", "first"] {
        fields.push((name.to_owned(), shown_in(&page.body, name)));
    }
    fields.push(("body".to_owned(), chosen_in(&page.body, "body")));
    let fields: Vec<(&str, &str)> = fields
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    send(desk, intake, &fields).await
}

/// What a field of the page is filled with: a browser would send it back.
fn shown_in(body: &str, name: &str) -> String {
    let mark = format!("name=\"{name}\" type=\"");
    let field = body
        .split(&mark)
        .nth(1)
        .and_then(|rest| rest.split('>').next());
    let value = field.and_then(|field| field.split("value=\"").nth(1));
    value
        .and_then(|value| value.split('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// Which choice of a list is made.
fn chosen_in(body: &str, name: &str) -> String {
    let list = body.split(&format!("name=\"{name}\"")).nth(1);
    let list = list
        .and_then(|rest| rest.split("</select>").next())
        .unwrap_or_default();
    let before = list
        .split("\" selected")
        .next()
        .filter(|before| before.len() < list.len());
    before
        .and_then(|before| before.rsplit('"').next())
        .unwrap_or_default()
        .to_owned()
}

/// The values of the hidden fields of a name, in order.
pub(super) fn values_of(body: &str, name: &str) -> Vec<String> {
    let mark = format!("name=\"{name}\" value=\"");
    body.match_indices(&mark)
        .filter_map(|(at, _)| body[at + mark.len()..].split('"').next().map(str::to_owned))
        .collect()
}

async fn repair(technician: &Client, order: &str, job: &Job) -> Result<(), HouseError> {
    let path = order.replace("/stab/ordre/", "/stab/verksted/");
    let (text, severity) = job.finding;
    send(
        technician,
        &path,
        &[("kind", "finding"), ("text", text), ("severity", severity)],
    )
    .await?;
    Ok(())
}

/// The adviser adds priced lines.
async fn write_lines(desk: &Client, order: &str, job: &Job) -> Result<(), HouseError> {
    let path = format!("{order}/linje");
    let (text, hours, price) = job.labour;
    let labour = [
        ("kind", "labour"),
        ("text", text),
        ("quantity", hours),
        ("price", price),
        ("vat", "general"),
        ("warranty", "months"),
        ("months", "12"),
    ];
    send(desk, &path, &labour).await?;
    let (text, part_no, quantity, price) = job.part;
    let part = [
        ("kind", "part"),
        ("text", text),
        ("part_no", part_no),
        ("quantity", quantity),
        ("price", price),
        ("vat", "general"),
        ("warranty", "months"),
        ("months", "24"),
        ("long_life", "true"),
    ];
    send(desk, &path, &part).await?;
    Ok(())
}

async fn hand_over(desk: &Client, order: &str, customer: &Customer) -> Result<(), HouseError> {
    send(desk, &format!("{order}/klar"), &[]).await?;
    let business = !customer.organisation.is_empty();
    let fields = [
        ("buyer", if business { "business" } else { "consumer" }),
        ("collector", "self"),
        ("payer", "self"),
        (
            "name",
            if business {
                customer.organisation
            } else {
                customer.name
            },
        ),
        ("org_no", customer.org_no),
        ("address", "Eksempelveien 10"),
        ("postal_code", "2320"),
        ("city", "Furnes"),
        ("email", customer.email),
        ("terms", "14"),
    ];
    send(desk, &format!("{order}/utlevering"), &fields).await?;
    Ok(())
}
