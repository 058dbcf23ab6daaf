use crate::words::*;

#[test]
fn texts_are_in_step() {
    web::check::assert_texts(env!("CARGO_MANIFEST_DIR"), &[crate::LANG, vehicles::LANG]);
}

#[test]
fn every_word_has_its_message() {
    let texts = web::testing::house(&[crate::LANG], web::Services::default()).texts;
    let nb = texts.of(web::Lang::Nb);
    let ids = LineKind::ALL
        .iter()
        .map(|one| one.message_id())
        .chain(Severity::ALL.iter().map(|one| one.message_id()))
        .chain(WarrantyKind::ALL.iter().map(|one| one.message_id()))
        .chain(PriceKind::ALL.iter().map(|one| one.message_id()))
        .chain(Stage::ALL.iter().map(|one| one.message_id()))
        .chain(ApprovalState::ALL.iter().map(|one| one.message_id()))
        .chain(Buyer::ALL.iter().map(|one| one.message_id()))
        .chain(Ground::ALL.iter().map(|one| one.message_id()))
        .chain(Told::ALL.iter().map(|one| one.message_id()))
        .chain(CaseState::ALL.iter().map(|one| one.message_id()))
        .chain(Outcome::ALL.iter().map(|one| one.message_id()))
        .chain(Timely::ALL.iter().map(|one| one.message_id()));
    for id in ids {
        assert!(nb.has(id), "{id}");
    }
    for id in [
        "repair-order-closed",
        "complaint-nobody",
        "complaint-changed",
        "repair-nobody-to-ask",
        "repair-unpriced",
        "repair-nothing-to-ask",
        "repair-order-changed",
        "repair-line-corrected",
        "repair-price-not-approved",
        "repair-answered-already",
        "repair-price-replaced",
        "repair-already-here",
        "notice-repair-told",
        "notice-repair-call",
        "notice-repair-closed",
        "notice-repair-here",
    ] {
        assert!(nb.has(id), "{id}");
    }
}

#[test]
fn records_stand_in_the_vocabulary() {
    assert_eq!(crate::check_records(), Ok(()));
}
