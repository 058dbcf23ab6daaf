//! The reservation register, on both engines.

use newsletter::decide::Register;
use values::Phone;
use vault::Vault;

use super::{each, nine};
use crate::wash::{self, Against, Intake, PassedOver, Unread, WashError, Washed};

store::queries! {
    /// Hashes of the register.
    HASHES = "SELECT COUNT(*) AS n FROM reserved";
}

const MINE: &str = "+4740000001";
const OTHER: &str = "+4740000002";

async fn by_phone(vault: &Vault, text: &str) -> Register {
    let look_ups = wash::by_phone(&Phone::parse(text).unwrap());
    wash::ask(vault, Against::Phone, &look_ups).await.unwrap()
}

async fn by_post(vault: &Vault, name: &str, code: &str) -> Register {
    let look_ups = wash::by_post(name, code);
    wash::ask(vault, Against::Post, &look_ups).await.unwrap()
}

async fn take_in(vault: &Vault, file: &str) -> Washed {
    wash::take_in(vault, file.as_bytes()).await.unwrap()
}

async fn reserved(vault: &Vault) -> i64 {
    let count = |db: &mut dyn store::Db| db.one(&HASHES, &[])?.i64("n");
    vault.store().read(count).await.unwrap()
}

#[tokio::test]
async fn the_register_is_asked_in_the_month_it_was_taken_in() {
    each(async |house| {
        let vault = &house.vault;
        assert_eq!(by_phone(vault, MINE).await, Register::NotWashed);
        let file =
            "\u{feff}Telefon;Navn;Postnummer\n40000001;Prøve Kari;2320\n;Ola Prøve;2320\nx;;\n";
        let washed = take_in(vault, file).await;
        assert_eq!(
            (washed.phones, washed.addresses, washed.passed_over),
            (1, 2, 1)
        );
        let why = Unread::Phone;
        assert_eq!(washed.named, [PassedOver { line: 4, why }]);
        assert_eq!(by_phone(vault, MINE).await, Register::Reserved);
        assert_eq!(by_phone(vault, OTHER).await, Register::Free);
        house.clock.set(nine().plus_days(31));
        assert_eq!(by_phone(vault, OTHER).await, Register::NotWashed);
        take_in(vault, "telefon\n40000002\n").await;
        assert_eq!(by_phone(vault, MINE).await, Register::Free);
        assert_eq!(by_phone(vault, OTHER).await, Register::Reserved);
    })
    .await;
}

#[tokio::test]
async fn a_name_is_found_however_it_is_written() {
    each(async |house| {
        let vault = &house.vault;
        let file = "Etternavn;Fornavn;Postnr\nØSTLIE;KARI ANNE;0234 OSLO\nPrøve;Ola;2320\n";
        take_in(vault, file).await;
        for (name, code, said) in [
            ("Kari Østlie", "0234", Register::Reserved),
            ("Kari Anne Østlie", "0234", Register::Reserved),
            ("østlie, kari-anne", "0234", Register::Reserved),
            ("Kari Oestlie", "0234", Register::Reserved),
            ("Ola Per Prøve", "2320", Register::Reserved),
            ("Kari Østlie", "2320", Register::Free),
            ("Per Østlie", "0234", Register::Free),
        ] {
            assert_eq!(by_post(vault, name, code).await, said, "{name} {code}");
        }
    })
    .await;
}

#[tokio::test]
async fn real_files_in_pieces_of_any_size() {
    each(async |house| {
        let vault = &house.vault;
        let files: [&[u8]; 4] = [
            b"sep=;\r\nTelefon;Navn;Postnummer\r\n+47 400 00 001;\"Pr\xf8ve, Kari\";2320\r\n",
            "\u{feff}\"Tlf.\",\"Navn\",\"Postnr\"\n\"40 00 00 01\",\"Prøve Kari\",\"N-2320\""
                .as_bytes(),
            "Fornavn\tEtternavn\tPostnummer\tMobil\nKari\tPrøve\t2320\t0047 40000001\n\n"
                .as_bytes(),
            "navn;postnummer;telefon\nKari Prøve;2320;40000001".as_bytes(),
        ];
        for file in files {
            for size in [1, 7, file.len()] {
                house.clock.advance_ms(1);
                let mut intake = Intake::new(vault);
                for piece in file.chunks(size) {
                    intake.push(piece).await.unwrap();
                }
                let washed = intake.end().await.unwrap();
                assert_eq!((washed.phones, washed.addresses), (1, 1));
                assert_eq!(washed.passed_over, 0);
                assert_eq!(by_phone(vault, MINE).await, Register::Reserved);
                let said = by_post(vault, "Kari Prøve", "2320").await;
                assert_eq!(said, Register::Reserved);
            }
        }
        house.clock.advance_ms(1);
        take_in(vault, "40000002\n400 00 003\n").await;
        assert_eq!(by_phone(vault, OTHER).await, Register::Reserved);
        assert_eq!(by_phone(vault, MINE).await, Register::Free);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_is_no_list_changes_nothing() {
    each(async |house| {
        let vault = &house.vault;
        take_in(vault, "telefon\n40000002\n").await;
        let kind = |error: &WashError| match error {
            WashError::Empty => "empty",
            WashError::Columns => "columns",
            WashError::NoText => "no text",
            WashError::File(_) | WashError::Vault(_) => "other",
        };
        let long = format!("telefon{}\n", "x".repeat(20_000));
        let files: [(&[u8], &str); 8] = [
            (b"", "empty"),
            (b"telefon\n", "empty"),
            (b"telefon\nring meg\n", "empty"),
            (b"a;b\n1;2\n", "columns"),
            (long.as_bytes(), "columns"),
            (b"PK\x03\x04 workbook", "no text"),
            (b"\xff\xfet\0e\0l\0", "no text"),
            (b"%PDF-1.7", "no text"),
        ];
        for (file, why) in files {
            let error = wash::take_in(vault, file).await.err().unwrap();
            assert_eq!(kind(&error), why, "{error}");
        }
        assert_eq!(by_phone(vault, OTHER).await, Register::Reserved);
    })
    .await;
}

#[tokio::test]
async fn a_file_that_breaks_off_frees_nobody() {
    each(async |house| {
        let vault = &house.vault;
        take_in(vault, "telefon\n40000002\n").await;
        let before = wash::last(vault, Against::Phone).await.unwrap();
        house.clock.advance_ms(1_000);
        let mut intake = Intake::new(vault);
        let many: String = (0..3_000).map(|n| format!("4100{n:04}\n")).collect();
        intake.push(b"telefon\n").await.unwrap();
        intake.push(many.as_bytes()).await.unwrap();
        drop(intake);
        assert_eq!(by_phone(vault, OTHER).await, Register::Reserved);
        assert_eq!(by_phone(vault, "41000000").await, Register::Reserved);
        assert_eq!(wash::last(vault, Against::Phone).await.unwrap(), before);
        let too_long = format!("telefon\n{}\n40000001\n", "4".repeat(40_000));
        house.clock.advance_ms(1_000);
        let washed = take_in(vault, &too_long).await;
        assert_eq!((washed.phones, washed.passed_over), (1, 1));
        assert_eq!(washed.named[0].why, Unread::TooLong);
        assert_eq!(by_phone(vault, OTHER).await, Register::Free);
    })
    .await;
}

/// Also at the end of a short month, and while the rule table's month would reach longer.
#[tokio::test]
async fn when_a_list_ends_it_is_asked_for_and_destroyed() {
    each(async |house| {
        let vault = &house.vault;
        assert!(wash::ailments(vault).await.unwrap().is_empty());
        take_in(vault, "telefon\n40000001\n").await;
        let list = wash::last(vault, Against::Phone).await.unwrap().unwrap();
        let april = values::Moment::at_local(jiff::civil::date(2026, 4, 1), 0, 0);
        assert_eq!((list.lines, list.ends), (1, april));
        house.clock.set(april.plus_ms(-1));
        assert_eq!(wash::forget(vault).await.unwrap(), 0);
        assert!(wash::ailments(vault).await.unwrap().is_empty());
        assert_eq!(by_phone(vault, OTHER).await, Register::Free);
        house.clock.set(april);
        assert_eq!(by_phone(vault, OTHER).await, Register::NotWashed);
        assert_eq!(wash::ailments(vault).await.unwrap()[0].count, 1);
        assert_eq!(wash::forget(vault).await.unwrap(), 1);
        assert_eq!(reserved(vault).await, 0);
        assert_eq!(by_phone(vault, MINE).await, Register::NotWashed);
        house.clock.set(april.plus_days(32));
        assert!(
            wash::ailments(vault).await.unwrap().is_empty(),
            "nobody calls any more"
        );
    })
    .await;
}
