//! Letters are signed as they leave, and what comes back is noted.

use std::sync::Arc;

use dispatch::dkim::{KeyText, Signer};
use vault::{SigningKind, new_signing_key};

use super::*;
use crate::returned;

#[tokio::test]
async fn a_letter_is_signed_comes_back_and_stands_as_refused() {
    let ed25519 = new_signing_key(SigningKind::Ed25519).unwrap();
    let rsa = new_signing_key(SigningKind::Rsa2048).unwrap();
    let key = |selector, pem| KeyText { selector, pem };
    let keys = (key("r1", &*rsa), key("e1", &*ed25519));
    let signer = Signer::new("verksted.example", Some(keys.0), Some(keys.1)).unwrap();
    let signer = Arc::new(signer);
    each(|place| {
        let signer = signer.clone();
        async move {
            let vault = &place.house.vault;
            send(vault, letter(), "booked-7").await.unwrap();
            let mailer = place.server.mailer().signing(signer);
            let mailer = mailer.returning_to("retur@verksted.example");
            assert_eq!(deliver_due(vault, &mailer).await.unwrap().sent, 1);
            let got = place.server.last_to(TO).unwrap();
            assert_eq!(got.from, "retur@verksted.example");
            let mail = mailparse::parse_mail(got.raw.as_bytes()).unwrap();
            let of = |name: &str| -> Vec<String> {
                let named = mail.headers.iter();
                let named = named.filter(|h| h.get_key().eq_ignore_ascii_case(name));
                named.map(|h| h.get_value()).collect()
            };
            let signatures = of("DKIM-Signature");
            assert_eq!(signatures.len(), 2, "{signatures:?}");
            for (signature, wants) in signatures.iter().zip(["a=rsa-sha256", "a=ed25519-sha256"]) {
                assert!(signature.contains(wants), "{signature}");
                assert!(signature.contains("d=verksted.example"), "{signature}");
            }
            let id = of("Message-ID").remove(0);
            let id = id.trim_matches(['<', '>']).to_owned();
            assert!(!returned(vault, "n.ab@verksted.example", 511).await.unwrap());
            assert!(!returned(vault, "12@verksted.example", 511).await.unwrap());
            assert!(returned(vault, &id, 511).await.unwrap());
            assert!(!returned(vault, &id, 511).await.unwrap(), "once");
            assert_eq!(place.state().await, (State::Refused, 1, Some(511)));
        }
    })
    .await;
}
