//! The adapter against the double, over real HTTP on loopback.

use std::sync::Arc;
use std::time::{Duration, Instant};

use jiff::civil::date;
use tokio::net::TcpListener;
use values::{Moment, Plate, SetClock, Vin};

use super::double::{self, OWNER_CANARY};
use super::*;

fn noon() -> Moment {
    Moment::at_local(date(2026, 11, 22), 12, 0)
}

fn settings(address: &str) -> RegisterSettings {
    RegisterSettings {
        time_limit: Duration::from_millis(1500),
        ..RegisterSettings::at(address, RegisterKey::new("hemmelig-nokkel"))
    }
}

/// A register talking to a double of its own.
async fn start() -> (HttpRegister, Arc<SetClock>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(double::serve(listener));
    let clock = Arc::new(SetClock::at(noon()));
    let register = HttpRegister::new(&settings(&address), clock.clone()).unwrap();
    (register, clock)
}

async fn ask(register: &HttpRegister, plate: &str) -> Lookup {
    let plate = Plate::parse(plate).unwrap();
    register.look_up(Asked::Plate(&plate)).await
}

#[tokio::test]
async fn the_crane_lorry_is_found() {
    let (register, _) = start().await;
    let lorry = ask(&register, "cu 10001").await.found().unwrap();
    assert_eq!(lorry.vin.as_ref().unwrap().reveal(), "TESTSISDINKY00004");
    assert_eq!(lorry.plate.as_ref().unwrap().shown().reveal(), "CU 10001");
    assert_eq!(lorry.make.as_deref(), Some("SCANIA"));
    assert_eq!(lorry.model.as_deref(), Some("R 500"));
    assert_eq!(lorry.class.unwrap().name.as_deref(), Some("Lastebil"));
    assert_eq!(lorry.body.unwrap().value, "26");
    assert_eq!(lorry.hydraulic_lift, Some(true));
    assert_eq!(lorry.temperature_regulated, Some(false));
    assert_eq!((lorry.axles, lorry.driven_axles), (Some(3), Some(1)));
    assert_eq!(
        (lorry.gross_weight_kg, lorry.pto_kw),
        (Some(27_000), Some(60))
    );
    assert_eq!(lorry.pkk_due_on, Some(date(2027, 2, 28)));
    assert_eq!(lorry.pkk_approved_on, Some(date(2026, 2, 10)));
    assert_eq!(lorry.first_registered, Some(date(2019, 11, 4)));
    assert_eq!(lorry.status.unwrap().value, "REGISTRERT");
    assert_eq!(lorry.fetched_at, noon());
}

#[tokio::test]
async fn every_vehicle_of_the_double_is_found_by_plate_and_by_vin() {
    let (register, _) = start().await;
    for vehicle in double::vehicles() {
        let by_plate = ask(&register, vehicle.plate).await.found().unwrap();
        let vin = Vin::parse(vehicle.vin).unwrap();
        let by_vin = register.look_up(Asked::Vin(&vin)).await.found().unwrap();
        assert_eq!(by_plate.vin.unwrap().reveal(), vehicle.vin);
        assert_eq!(by_vin.plate.unwrap().shown().reveal(), vehicle.plate);
    }
}

#[tokio::test]
async fn a_personal_plate_leads_to_the_vehicle_and_its_ordinary_plate() {
    let (register, _) = start().await;
    let found = ask(&register, "syntet").await.found().unwrap();
    assert_eq!(found.plate.unwrap().reveal(), "CU10011");
    assert_eq!(found.personal_plate.unwrap().reveal(), "SYNTET");
    let other = ask(&register, "CU10001").await.found().unwrap();
    assert!(other.personal_plate.is_none());
}

#[tokio::test]
async fn dangerous_goods_zeroes_and_trailers() {
    let (register, _) = start().await;
    let tank = ask(&register, "CU 10006").await.found().unwrap();
    let adr = tank.adr.unwrap();
    assert_eq!(adr.valid_until, Some(date(2027, 5, 31)));
    assert_eq!(adr.leak_test_due, Some(date(2027, 5, 1)));
    assert_eq!(tank.load_length_mm, None);
    let trailer = ask(&register, "CU 1012").await.found().unwrap();
    assert!(trailer.fuels.is_empty() && trailer.train_weight_kg.is_none());
    assert_eq!(trailer.temperature_regulated, Some(true));
}

#[tokio::test]
async fn nothing_of_the_owner_and_of_remarks_comes_in() {
    let (register, _) = start().await;
    for vehicle in double::vehicles() {
        let lookup = ask(&register, vehicle.plate).await;
        let printed = format!("{lookup:?} {lookup:#?}");
        let technical = lookup.found().unwrap();
        let stored = serde_json::to_string(&technical).unwrap();
        for text in [&printed, &stored] {
            let squeezed = text.replace(' ', "");
            for hidden in [OWNER_CANARY, "1901", "123456785", "Kanari"] {
                assert!(!text.contains(hidden), "{hidden} came in");
            }
            assert!(!squeezed.contains(&vehicle.plate.replace(' ', "")));
            assert!(!text.contains(vehicle.vin));
        }
    }
}

#[tokio::test]
async fn the_double_does_send_the_owner_block() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!(
        "http://{}/enkeltoppslag/kjoretoydata",
        listener.local_addr().unwrap()
    );
    tokio::spawn(double::serve(listener));
    let client = reqwest::Client::builder()
        .no_proxy()
        .tls_certs_only([])
        .build()
        .unwrap();
    let question = client.get(format!("{address}?kjennemerke=CU10001"));
    assert_eq!(
        question.try_clone().unwrap().send().await.unwrap().status(),
        401
    );
    let answer = question
        .header("SVV-Authorization", "Apikey x")
        .send()
        .await
        .unwrap();
    let body = answer.text().await.unwrap();
    assert!(body.contains("fodselsdato") && body.contains(OWNER_CANARY));
}

/// Everything that this thread logs, at every level.
#[derive(Clone, Default)]
struct Journal(Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Journal {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_log_names_a_plate_a_chassis_number_or_the_key() {
    let journal = Journal::default();
    let writer = journal.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    let (register, _) = start().await;
    let vin = Vin::parse("TESTSISDINKY00004").unwrap();
    register.look_up(Asked::Vin(&vin)).await;
    for plate in ["CU 10001", "CU 10093", "CU 10094", "CU 10095", "CU 10099"] {
        ask(&register, plate).await;
    }
    let text = String::from_utf8(journal.0.lock().unwrap().clone()).unwrap();
    assert!(text.contains("register-found") && text.contains("register-over-quota"));
    for hidden in ["CU100", "CU 100", "TESTSISDINKY", "hemmelig", OWNER_CANARY] {
        assert!(!text.contains(hidden), "{hidden} was logged");
    }
}

#[tokio::test]
async fn stored_technical_data_are_read_back() {
    let (register, _) = start().await;
    let tank = ask(&register, "CU 10006").await.found().unwrap();
    let stored = serde_json::to_string(&tank).unwrap();
    let again: Technical = serde_json::from_str(&stored).unwrap();
    assert_eq!(serde_json::to_string(&again).unwrap(), stored);
    assert_eq!(again.adr, tank.adr);
    assert!(again.plate.is_none());
}

#[tokio::test]
async fn every_failure_has_its_word() {
    for (plate, word) in [
        ("CU 10077", "register-unknown"),
        ("CU 10089", "register-unknown"),
        ("CU 10092", "register-unknown"),
        ("CU 10098", "register-unknown"),
        ("CU 10093", "register-malformed"),
        ("CU 10094", "register-down"),
        ("CU 10096", "register-down"),
        ("CU 10095", "register-refused"),
        ("CU 10097", "register-withheld"),
        ("CU 10088", "register-over-quota"),
        ("CU 10091", "register-over-quota"),
        ("CU 10099", "register-over-quota"),
    ] {
        let (register, _) = start().await;
        assert_eq!(ask(&register, plate).await.message_id(), word, "{plate}");
    }
}

#[tokio::test]
async fn a_slow_register_does_not_hold_the_adviser_up() {
    let (register, _) = start().await;
    let began = Instant::now();
    let lookup = ask(&register, "CU 10090").await;
    assert!(matches!(lookup, Lookup::Slow), "{lookup:?}");
    assert!(began.elapsed() < Duration::from_secs(3));
}

#[tokio::test]
async fn a_body_that_never_ends_is_slow_too() {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let _ = stream.read(&mut [0; 1024]).await.unwrap();
        let head = b"HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n{";
        stream.write_all(head).await.unwrap();
        tokio::time::sleep(Duration::from_secs(60)).await;
    });
    let mut settings = settings(&address);
    settings.time_limit = Duration::from_millis(200);
    let register = HttpRegister::new(&settings, Arc::new(SetClock::at(noon()))).unwrap();
    assert!(matches!(ask(&register, "CU10001").await, Lookup::Slow));
}

#[tokio::test]
async fn a_register_that_is_not_there_is_down() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    let register = HttpRegister::new(&settings(&address), Arc::new(SetClock::at(noon()))).unwrap();
    assert!(matches!(ask(&register, "CU10001").await, Lookup::Down));
}

#[tokio::test]
async fn after_the_quota_it_is_not_asked_until_told() {
    let (register, clock) = start().await;
    let Lookup::OverQuota { retry_at } = ask(&register, "CU 10091").await else {
        panic!("quota expected");
    };
    assert_eq!(retry_at, noon().plus_ms(60_000));
    clock.advance_ms(59_999);
    let early = ask(&register, "CU 10001").await;
    assert!(matches!(early, Lookup::OverQuota { retry_at: same } if same == retry_at));
    clock.advance_ms(1);
    assert!(ask(&register, "CU 10001").await.found().is_some());
}

#[tokio::test]
async fn a_quota_without_a_time_opens_at_midnight_in_norway() {
    let (register, _) = start().await;
    let Lookup::OverQuota { retry_at } = ask(&register, "CU 10099").await else {
        panic!("quota expected");
    };
    assert_eq!(retry_at.rfc3339(), "2026-11-22T23:00:00Z");
}

#[tokio::test]
async fn a_foreign_plate_is_not_sent_anywhere() {
    let clock = Arc::new(SetClock::at(noon()));
    let register = HttpRegister::new(&settings("http://127.0.0.1:1"), clock).unwrap();
    assert!(matches!(
        ask(&register, "B-MW 12345").await,
        Lookup::Unknown
    ));
}

#[test]
fn settings_are_checked_and_do_not_print_the_key() {
    let clock: Arc<SetClock> = Arc::new(SetClock::at(noon()));
    let make = |address: &str, key: &str| {
        let settings = RegisterSettings::at(address, RegisterKey::new(key));
        HttpRegister::new(&settings, clock.clone()).map(|register| format!("{register:?}"))
    };
    for address in [
        "",
        "vegvesen",
        "http://example.no",
        "ftp://localhost",
        "mailto:a@b.no",
    ] {
        assert_eq!(
            make(address, "k").unwrap_err(),
            SetupError::Address,
            "{address}"
        );
    }
    for key in ["", " ", "a\nb", "æ\u{0}"] {
        assert_eq!(
            make("http://localhost:1", key).unwrap_err(),
            SetupError::Key
        );
    }
    assert_eq!(
        make("http://127.0.0.1:1", "hemmelig").unwrap(),
        "HttpRegister(…)"
    );
    let printed = format!("{:?}", settings(OFFICIAL_ADDRESS));
    assert!(!printed.contains("hemmelig"));
}

#[test]
fn answers_of_odd_shape() {
    let plate = Plate::parse("CU10001").unwrap();
    let read = |body: &str| answer::read(body.as_bytes(), Asked::Plate(&plate), noon());
    for (body, word) in [
        ("[]", "register-malformed"),
        ("{}", "register-malformed"),
        ("null", "register-malformed"),
        ("<html>", "register-malformed"),
        (r#"{"feilmelding":"HVA?"}"#, "register-malformed"),
        (
            r#"{"feilmelding":"KJENNEMERKE_UKJENT"}"#,
            "register-unknown",
        ),
        (
            r#"{"feilmelding":"KJENNEMERKE_UGYLDIG"}"#,
            "register-unknown",
        ),
        (r#"{"feilmelding":"INGEN_TILGANG"}"#, "register-refused"),
        (r#"{"kjoretoydataListe":[]}"#, "register-unknown"),
        (r#"{"kjoretoydataListe":[{}]}"#, "register-malformed"),
        (
            r#"{"skjermingsomfang":"TEKNISK_DATA"}"#,
            "register-withheld",
        ),
        (
            r#"{"skjermingsomfang":[{"kodeVerdi":"EIERSKAP"}],
               "kjoretoydataListe":[{"kjoretoyId":{"understellsnummer":"TESTSISDINKY00004"}}]}"#,
            "register-found",
        ),
    ] {
        assert_eq!(read(body).message_id(), word, "{body}");
    }
}

#[test]
fn values_of_odd_type_lose_only_themselves() {
    let plate = Plate::parse("CU10001").unwrap();
    let body = r#"{"feilmelding":null,"kjoretoydataListe":[
      {"kjoretoyId":{"kjennemerke":"CU 10002","understellsnummer":"TESTKRSR000000002"}},
      {"kjoretoyId":{"kjennemerke":"CU 10001","understellsnummer":42},
       "godkjenning":{"tekniskGodkjenning":{"tekniskeData":{
         "generelt":{"merke":[{"merke":null},{"merke":"SCANIA"}],"handelsbetegnelse":null,
                     "typebetegnelse":"eier 020132 99997"},
         "vekter":{"egenvekt":"14200","nyttelast":12725.4,"tillattTotalvekt":{}},
         "karosseriOgLasteplan":{"hydrauliskLoft":"ja"},"akslinger":null}}},
       "periodiskKjoretoyKontroll":{"kontrollfrist":"2027-02-28T00:00:00+01:00","sistGodkjent":"i fjor"}}]}"#;
    let lookup = answer::read(body.as_bytes(), Asked::Plate(&plate), noon());
    let found = lookup.found().unwrap();
    assert_eq!(found.plate.unwrap().reveal(), "CU10001");
    assert_eq!(found.make.as_deref(), Some("SCANIA"));
    assert_eq!((found.model, found.type_name), (None, None));
    assert_eq!(
        (found.kerb_weight_kg, found.payload_kg),
        (Some(14_200), Some(12_725))
    );
    assert_eq!((found.gross_weight_kg, found.hydraulic_lift), (None, None));
    assert_eq!(found.pkk_due_on, Some(date(2027, 2, 28)));
    assert_eq!(found.pkk_approved_on, None);
}

#[tokio::test]
async fn without_a_register_everything_goes_by_hand() {
    let plate = Plate::parse("CU10001").unwrap();
    let lookup = NoRegister.look_up(Asked::Plate(&plate)).await;
    assert_eq!(lookup.message_id(), "register-off");
}
