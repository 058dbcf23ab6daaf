//! What comes back: undelivered letters and complaints.

use crate::{Back, progress, returned};

use super::*;

const HARD: Back = Back::Bounced {
    of_the_address: true,
    code: 511,
};
const FULL: Back = Back::Bounced {
    of_the_address: false,
    code: 522,
};

impl House {
    /// A campaign to everybody, sent; the Message-ID of each letter by its address.
    async fn sent(&self) -> (i64, Box<dyn Fn(&str) -> String>) {
        let before = self.taken().len();
        let id = self.campaign().await;
        for _ in 0..4 {
            self.office.turn().await.unwrap();
        }
        let taken = self.taken().split_off(before);
        let of = move |to: &str| {
            let (_, mail) = taken.iter().find(|(at, _)| at == to).unwrap();
            let id = parts(mail, "Message-ID").1;
            id.trim_matches(['<', '>']).to_owned()
        };
        (id, Box::new(of))
    }

    async fn is_suppressed(&self, email: &str) -> Option<String> {
        let look_up = vault::LookUp::email(&Email::parse(email).unwrap());
        let lines = self.vault.suppressions(&look_up).await.unwrap();
        let last = lines.last().filter(|line| line.suppressed);
        last.map(|line| line.source.clone())
    }
}

#[tokio::test]
async fn an_address_that_is_not_there_is_written_to_no_more() {
    each(|house| async move {
        for at in ["a@x.example.no", "b@x.example.no"] {
            house.subscriber(at).await;
        }
        let (id, message) = house.sent().await;
        let gone = message("a@x.example.no");
        assert!(returned(&house.vault, &gone, HARD).await.unwrap());
        assert!(!returned(&house.vault, &gone, HARD).await.unwrap(), "once");
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!((told.sent, told.failed, told.bounced), (1, 1, 1));
        let source = house.is_suppressed("a@x.example.no").await;
        assert_eq!(source.as_deref(), Some("bounce"));
        assert_eq!(house.is_suppressed("b@x.example.no").await, None);
        let (id, _) = house.sent().await;
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!(told.sent, 1);
        assert_eq!(told.skipped.get("suppressed"), Some(&1), "{told:?}");
        let shown = house.staff(Role::Marketing).await;
        let page = shown.get(&format!("/stab/nyhetsbrev/{id}")).await;
        assert_eq!(page.status, 200);
    })
    .await;
}

#[tokio::test]
async fn a_full_mailbox_is_given_three_campaigns() {
    each(|house| async move {
        house.subscriber("a@x.example.no").await;
        for turn in 1..=3 {
            let (_, message) = house.sent().await;
            let id = message("a@x.example.no");
            assert!(returned(&house.vault, &id, FULL).await.unwrap());
            let source = house.is_suppressed("a@x.example.no").await;
            assert_eq!(source.is_some(), turn == 3, "after {turn}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_complaint_is_a_no_to_everything_and_other_mail_is_nothing() {
    each(|house| async move {
        let subject = house.subscriber("a@x.example.no").await;
        let (id, message) = house.sent().await;
        let strange = [
            "n.00000000000000000000000000000000@verksted.example",
            "n.00@verksted.example",
            "77@verksted.example",
            "",
        ];
        for strange in strange {
            let done = returned(&house.vault, strange, Back::Complained).await;
            assert!(!done.unwrap(), "{strange}");
        }
        assert!(house.stands(subject).await);
        let unwanted = message("a@x.example.no");
        let complain = || returned(&house.vault, &unwanted, Back::Complained);
        assert!(complain().await.unwrap());
        assert!(!complain().await.unwrap(), "once");
        assert!(!house.stands(subject).await);
        let source = house.is_suppressed("a@x.example.no").await;
        assert_eq!(source.as_deref(), Some("complaint"));
        let told = progress(&house.vault, id).await.unwrap();
        assert_eq!((told.sent, told.complained), (1, 1));
        let desk = house.staff(Role::Marketing).await;
        let page = desk.get(&format!("/stab/nyhetsbrev/{id}")).await;
        assert!(page.body.contains("Meldt som uønsket"), "{}", page.body);
        assert!(!returned(&house.vault, &unwanted, HARD).await.unwrap());
    })
    .await;
}
