//! Serves the workshop's day with a synthetic morning, to look at while working on it:
//! `cargo run -p repairs --example desk`, then 8101 (adviser), 8102 (technician), 8103 (customer).
//! The addresses of each page are printed.

use std::sync::Arc;

use axum::{
    extract::Request,
    http::header,
    middleware::{self, Next},
};
use jiff::civil::date;
use store::{Location, Store};
use values::{
    AccountId, ControllerId, Email, FreeText, Moment, PersonName, Phone, Plate, SubjectId,
};
use vault::{Actor, Personal};
use vehicles::register::{HttpRegister, RegisterKey, RegisterSettings, VehicleRegister, double};
use web::{App, Colleague, Me, Role, Services, Visitor, testing::Client};

type Fault = Box<dyn std::error::Error>;

const TABLES: &[&[store::Migration]] = &[
    vault::MIGRATIONS,
    web::MIGRATIONS,
    letters::MIGRATIONS,
    customers::MIGRATIONS,
    vehicles::MIGRATIONS,
    bookings::MIGRATIONS,
    repairs::MIGRATIONS,
];

fn colleague(role: Role) -> Visitor {
    Visitor::Staff(Colleague {
        staff: SubjectId::from_raw(if role == Role::Technician { 8 } else { 7 }),
        role,
        controller: ControllerId::from_raw(1),
    })
}

fn routes() -> web::Routes {
    repairs::routes().merge(customers::routes())
}

#[tokio::main]
async fn main() -> Result<(), Fault> {
    let folder = std::env::temp_dir().join(format!("karosseri-desk-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let store = Store::open(&Location::Folder(folder), TABLES).await?;
    let now = Moment::at_local(date(2026, 3, 2), 9, 0);
    let kept = vault::testing::vault_on(store, now).await?;
    let vault = kept.vault.clone();
    let lay = kept.world.clone();
    let workshop = vault
        .store()
        .write(move |db| {
            let place = ["Verkstedveien 1", "2320", "Furnes"];
            let first =
                bookings::lay_template(db, &lay, ControllerId::from_raw(1), "Furnes", place, true)?;
            let place = ["Havnegata 9", "2317", "Hamar"];
            bookings::lay_template(db, &lay, ControllerId::from_raw(2), "Hamar", place, false)?;
            Ok(first)
        })
        .await?;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = format!("http://{}", listener.local_addr()?);
    tokio::spawn(double::serve(listener));
    let settings = RegisterSettings::at(address, RegisterKey::new("demo"));
    let register: Arc<dyn VehicleRegister> =
        Arc::new(HttpRegister::new(&settings, kept.world.clock.clone())?);
    let services = Services::default()
        .with(vault.clone())
        .with(register)
        .with(customers::MinePanels(repairs::panels()));
    let texts = [
        repairs::LANG,
        vehicles::LANG,
        bookings::LANG,
        customers::LANG,
    ];
    let mut parts = web::testing::house(&texts, services);
    parts.world = kept.world.clone();
    let app = App::new(parts);
    let router = web::router(&app, routes());
    let client = Client::new(app.clone(), router.clone());
    let desk = client.as_visitor(colleague(Role::Reception)).await?;
    for (at, plate, name, nth) in [
        (10, "CU 10001", "Kari Nordmann", 1),
        (11, "CU 10003", "Ola Hansen", 2),
    ] {
        let services = vault
            .store()
            .read(|db| bookings::Catalogue::load(db))
            .await?
            .services;
        let service = services.get(1).or(services.first()).ok_or("no service")?.id;
        let new = bookings::NewBooking {
            workshop,
            service,
            starts_at: Moment::at_local(date(2026, 3, 2), at + 1, 0),
            needs: bookings::Needs::default(),
            contact: Personal::new(customers::CustomerContact {
                name: PersonName::parse(name)?,
                email: Some(Email::parse(&format!("kunde{nth}@example.no"))?),
                phone: Some(Phone::parse(&format!("4123456{nth}"))?),
                organisation: None,
                org_no: None,
                language: "nb".to_owned(),
                customer_no: None,
            }),
            plate: Plate::parse(plate)?,
            question: Some(FreeText::parse("Kranen siger ned når den står med last.")?),
            lang: web::Lang::Nb,
            notice_version: "1".to_owned(),
            via: bookings::Via::Web,
            actor: Actor::Visitor,
            known: None,
            key: None,
        };
        let booked = bookings::book(&app, &vault, &new)
            .await
            .map_err(|e| e.to_string())?;
        println!("intake /stab/inn/{}", booked.id);
    }
    let workshop = workshop.to_string();
    for (plate, name, lines, end) in [
        ("CU 10002", "Nordlast", 3, "closed"),
        ("CU 10004", "Fjordfisk", 3, "asked"),
        ("CU 10090", "Per Sakte", 0, "open"),
        ("CU 10005", "Lise Berg", 2, "ready"),
    ] {
        kept.clock.advance_ms(60_000);
        let email = format!("{}@example.no", plate.replace(' ', "").to_lowercase());
        let fields = [
            ("plate", plate),
            ("workshop", workshop.as_str()),
            ("name", name),
            ("email", email.as_str()),
            ("phone", "95496000"),
            ("owner", "self"),
            ("deliverer", "other"),
            ("deliverer_name", "Jonas Sjåfør"),
            ("deliverer_phone", "90012345"),
            ("words", "Det drypper olje under krana."),
            ("job", "Finn lekkasje på kran, tett og prøvekjør."),
            ("condition", "Ripe på venstre lem. Nøkkel i skap 4."),
        ];
        let answer = desk.post("/stab/inn/ny", &fields).await;
        let visit = answer
            .location()
            .ok_or(answer.body.clone())?
            .rsplit('/')
            .next()
            .unwrap_or("")
            .to_owned();
        println!("vehicle /stab/inntak/{visit}");
        kept.clock.advance_ms(60_000);
        desk.post(
            &format!("/stab/inntak/{visit}"),
            &[("meter", "new-odometer"), ("value", "184200")],
        )
        .await;
        let id = values::VisitId::from_raw(visit.parse()?);
        let order = vault
            .store()
            .read(move |db| repairs::order::by_visit(db, id))
            .await?
            .ok_or("order")?;
        let path = format!("/stab/ordre/{}", order.id);
        println!("order {path} ({end})");
        for (kind, text, quantity, price, months) in [
            ("finding", "Slange på første ledd er sprukket", "", "", ""),
            (
                "labour",
                "Byttet slange, etterfylt olje, prøvekjørt",
                "2,5",
                "1290",
                "12",
            ),
            ("part", "Hydraulikkslange 3/8\", 2 m", "1", "845,50", "24"),
        ]
        .into_iter()
        .take(lines)
        {
            kept.clock.advance_ms(60_000);
            let warranty = if months.is_empty() { "none" } else { "months" };
            desk.post(
                &format!("{path}/linje"),
                &[
                    ("kind", kind),
                    ("text", text),
                    ("quantity", quantity),
                    ("price", price),
                    ("warranty", warranty),
                    ("months", months),
                    ("severity", "major"),
                    ("part_no", if kind == "part" { "HK-3820" } else { "" }),
                ],
            )
            .await;
        }
        match end {
            "closed" => {
                desk.post(
                    &format!("{path}/utlevering"),
                    &[
                        ("buyer", "consumer"),
                        ("collector", "self"),
                        ("payer", "self"),
                        ("name", name),
                        ("terms", "14"),
                    ],
                )
                .await;
                let fields = [("text", "Byttet slange og kupling, prøvekjørt")];
                kept.clock.advance_ms(60_000);
                desk.post(&format!("{path}/tillegg"), &fields).await;
            }
            "asked" => {
                desk.post(
                    &format!("{path}/pris"),
                    &[("kind", "estimate"), ("how", "mail")],
                )
                .await;
                let id = order.id;
                let asked = vault
                    .store()
                    .read(move |db| repairs::approval::approvals_of(db, id))
                    .await?;
                if let Some(asked) = asked.first() {
                    println!(
                        "approve /godkjenn/{}",
                        repairs::approval::code_of(&vault, asked.id)
                    );
                }
            }
            "ready" => {
                desk.post(&format!("{path}/klar"), &[]).await;
            }
            _ => {}
        }
    }
    let email = Email::parse("cu10002@example.no")?;
    let me = customers::identify(&vault, Some(&email), None)
        .await?
        .ok_or("customer")?;
    let bought = vault
        .store()
        .read(move |db| repairs::handover::purchases(db, me))
        .await?;
    if let Some(bought) = bought.first() {
        println!("purchase /min-side/kjop/{}", bought.id);
    }
    for tie in vault.vehicles_of(me).await? {
        println!("mine /min-side/kjoretoy/{}", tie.vehicle);
    }
    let mine = Visitor::Subject(Me {
        subject: me,
        account: AccountId::from_raw(1),
    });
    let mut serving = Vec::new();
    for (port, visitor) in [
        (8101, colleague(Role::Reception)),
        (8102, colleague(Role::Technician)),
        (8103, mine),
    ] {
        let mut headers = axum::http::HeaderMap::new();
        web::log_in(&app, visitor, &mut headers).await?;
        let set = headers[header::SET_COOKIE].to_str()?.to_owned();
        let cookie: axum::http::HeaderValue = set.split(';').next().unwrap_or_default().parse()?;
        let always = middleware::from_fn(move |mut request: Request, next: Next| {
            let cookie = cookie.clone();
            async move {
                request.headers_mut().insert(header::COOKIE, cookie);
                next.run(request).await
            }
        });
        let router = router.clone().layer(always);
        let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
        serving.push(tokio::spawn(
            async move { axum::serve(listener, router).await },
        ));
    }
    println!("serving");
    for one in serving {
        one.await??;
    }
    Ok(())
}
