//! Sealing and opening: only here, only so, only now.

use declaration::vocabulary::{Category, purpose};
use store::plain;

use super::{
    CONTACT, Contact, Enquiry, Note, OFFICER, STAFF, START, add, contact, each, from_booking, lay,
    load, name_of, newcomer, permit, strand_of, tamper,
};
use crate::{Actor, Ask, Keep, RawSealed, Sealed, SubjectKind, VaultError};

fn refused(result: Result<crate::Personal<Contact>, VaultError>) -> VaultError {
    match result {
        Ok(_) => panic!("it opened"),
        Err(error) => error,
    }
}

#[test]
fn what_was_sealed_opens_again() {
    each(|t| async move {
        let (kari, record) = newcomer(&t.vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        assert_eq!(
            name_of(&t.vault, kari, record).await.unwrap(),
            "Kari Nordmann"
        );
        let second = add(&t.vault, kari, "Kari Hansen", &Keep::while_open("visit", 2))
            .await
            .unwrap();
        let all: Vec<Sealed<Contact>> = t
            .vault
            .store()
            .read(move |db| Sealed::load_of(db, kari, 10))
            .await
            .unwrap();
        assert_eq!(all.len(), 2);
        assert_eq!(
            name_of(&t.vault, kari, second).await.unwrap(),
            "Kari Hansen"
        );
        strand_of(&t.vault, kari).await;
        let found = crate::LookUp::email(&values::Email::parse("KARI@example.no").unwrap());
        assert_eq!(t.vault.find(&found).await.unwrap(), Some(kari));
        let start = crate::LookUp::name_start("nordm").unwrap();
        assert_eq!(t.vault.find_hint(&start, 5).await.unwrap(), [kari]);
    });
}

#[test]
fn a_permit_opens_only_what_it_was_given_for() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let (ola, _) = newcomer(vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        let sealed = load(vault.store(), record).await.unwrap();
        let covers = VaultError::PermitDoesNotCover;
        let said = |error: VaultError| error.to_string();

        let other = permit(vault, Ask::open(STAFF, ola)).await.unwrap();
        let error = refused(vault.open(&other, &sealed));
        assert_eq!(said(error), said(covers("another subject")));

        let seals = permit(vault, Ask::seal(STAFF, kari)).await.unwrap();
        let error = refused(vault.open(&seals, &sealed));
        assert_eq!(said(error), said(covers("for sealing only")));

        let enquiries = Ask::open(STAFF, kari).of(&[Category::Enquiry]);
        let narrow = vault.permit::<purpose::Visit>(enquiries).await.unwrap();
        let error = refused(vault.open(&narrow, &sealed));
        assert_eq!(said(error), said(covers("category not asked for")));

        let good = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        assert!(vault.open(&good, &sealed).is_ok());
        for late in [61_000, -61_000] {
            t.clock.set(START.plus_ms(late));
            let error = refused(vault.open(&good, &sealed));
            assert_eq!(said(error), said(covers("too old")));
            let mut work = vault.work();
            let again = Keep::while_open("booking", 1);
            let typed = contact("Kari", "k@example.no");
            assert!(work.seal(&good, &typed, &from_booking(), &again).is_err());
        }
        t.clock.set(START);
        let visitor = Ask::open(Actor::Visitor, kari);
        assert!(permit(vault, visitor).await.is_err());
    });
}

#[test]
fn a_permit_for_a_new_subject_is_good_for_the_work_that_makes_it() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, _) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let ask = Ask::seal_new(Actor::Visitor, kari).of(&[Category::Enquiry]);
        let forged = vault.permit::<purpose::Visit>(ask).await.unwrap();
        let question = crate::Personal::new(Enquiry {
            question: values::FreeText::parse("Hvor lang tid tar det?").unwrap(),
        });
        let mut work = vault.work();
        let keep = Keep::while_open("booking", 1);
        let sealed = work.seal(&forged, &question, &from_booking(), &keep);
        assert!(matches!(sealed, Err(VaultError::PermitDoesNotCover(_))));
        let mut work = vault.work();
        let made = work.subject(SubjectKind::Person);
        assert_ne!(made, kari);
        assert!(
            work.seal(&forged, &question, &from_booking(), &keep)
                .is_err()
        );
    });
}

/// Bytes moved to another row, strand, kind, subject or category do not open.
#[test]
fn moved_bytes_do_not_open() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, karis) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let (ola, olas) = newcomer(vault, "Ola Nordmann", "ola@example.no")
            .await
            .unwrap();
        let second = add(vault, kari, "Kari Hansen", &Keep::while_open("visit", 2))
            .await
            .unwrap();
        let of_kari = permit(vault, Ask::open(STAFF, kari)).await.unwrap();
        let raw = |records: &[RawSealed], id| records.iter().find(|r| r.id == id).unwrap().clone();
        let (all_kari, all_ola) = (
            vault.everything(kari).await.unwrap(),
            vault.everything(ola).await.unwrap(),
        );
        let (first, other, foreign) = (
            raw(&all_kari, karis),
            raw(&all_kari, second),
            raw(&all_ola, olas),
        );
        let opens = |raw: RawSealed| {
            let sealed = Sealed::<Contact>::try_from_raw(raw).unwrap();
            vault.open(&of_kari, &sealed).is_ok()
        };
        assert!(opens(first.clone()) && opens(other.clone()));

        let mut row = first.clone();
        row.id = second;
        assert!(!opens(row), "another row");
        let mut body = first.clone();
        body.body.clone_from(&other.body);
        assert!(!opens(body), "another body");
        let mut label = foreign.clone();
        label.subject = kari;
        assert!(!opens(label), "another subject's, relabelled");
        let mut strand = foreign.clone();
        strand.subject = kari;
        strand.strand = first.strand;
        assert!(!opens(strand), "another strand's key");
        let mut kind = first.clone();
        kind.kind = "note".to_owned();
        assert!(Sealed::<Contact>::try_from_raw(kind.clone()).is_err());
        let note = Sealed::<Note>::try_from_raw(kind).unwrap();
        assert!(vault.open(&of_kari, &note).is_err(), "another kind");
        for at in 0..first.body.len() {
            let mut bent = first.clone();
            bent.body[at] ^= 1;
            assert!(!opens(bent), "a bent byte at {at}");
        }
    });
}

/// Whoever holds the database cannot hand one person's strand to another.
#[test]
fn a_strand_given_another_subject_or_category_does_not_open() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let mut work = vault.work();
        let ola = work.subject(SubjectKind::Person);
        lay(vault, work).await.unwrap();
        let strand = strand_of(vault, kari).await;
        let change = "UPDATE strand SET subject_id = $2 WHERE id = $1";
        tamper(
            vault.store(),
            change,
            vec![strand.get().into(), ola.get().into()],
        )
        .await;
        assert!(matches!(
            name_of(vault, ola, record).await,
            Err(VaultError::DoesNotOpen)
        ));
        let back = vec![strand.get().into(), kari.get().into()];
        tamper(vault.store(), change, back).await;
        assert!(name_of(vault, kari, record).await.is_ok());
        let change = "UPDATE strand SET category = $2 WHERE id = $1";
        let values = vec![strand.get().into(), plain("enquiry")];
        tamper(vault.store(), change, values).await;
        let ask = Ask::open(OFFICER, kari).of(&[Category::Enquiry]);
        let permit = vault.permit::<purpose::Rights>(ask).await.unwrap();
        let raw = vault.everything(kari).await.unwrap().remove(0);
        assert!(matches!(
            vault.open_any(&permit, &raw),
            Err(VaultError::DoesNotOpen)
        ));
    });
}

/// Asks about one subject twice become one permit, not the last one.
#[test]
fn two_asks_about_one_subject_are_one_permit() {
    each(|t| async move {
        let vault = &t.vault;
        let (kari, record) = newcomer(vault, "Kari Nordmann", "kari@example.no")
            .await
            .unwrap();
        let asks = vec![
            Ask::open(STAFF, kari).of(CONTACT).case("booking", 1),
            Ask::open(STAFF, kari)
                .of(&[Category::Enquiry])
                .case("booking", 2),
        ];
        let mut permits = vault.permits::<purpose::Visit>(asks).await.unwrap();
        let permit = permits.remove(&kari).unwrap().unwrap();
        let sealed = load(vault.store(), record).await.unwrap();
        assert!(vault.open(&permit, &sealed).is_ok());
        assert_eq!(vault.openings_about(kari, 10).await.unwrap().len(), 2);
    });
}

#[test]
fn a_long_list_is_one_flight() {
    each(|t| async move {
        let mut asks = Vec::new();
        for n in 0..40 {
            let email = format!("c{n}@example.no");
            let (subject, _) = newcomer(&t.vault, "Kunde", &email).await.unwrap();
            asks.push(Ask::open(STAFF, subject).of(CONTACT).case("booking", n));
        }
        asks.push(Ask::open(STAFF, values::SubjectId::from_raw(5)).of(CONTACT));
        let permits = t.vault.permits::<purpose::Visit>(asks).await.unwrap();
        assert_eq!(permits.values().filter(|p| p.is_ok()).count(), 40);
        assert!(t.vault.check_chain().await.unwrap().broken_at.is_none());
        assert_eq!(t.vault.check_chain().await.unwrap().lines, 40);
    });
}

#[test]
fn every_statement_prepares_on_both_engines() {
    each(|t| async move {
        let count = t
            .vault
            .store()
            .prepare_all(&[crate::sql::ALL])
            .await
            .unwrap();
        assert_eq!(count, crate::sql::ALL.len());
    });
}
