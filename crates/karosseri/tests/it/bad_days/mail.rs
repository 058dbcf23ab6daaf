//! The mail server is down: the booking stands, the letter waits and arrives.

use letters::testing::Mood;

use crate::{
    slots,
    support::{house, steps},
};

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_waits_for_the_mail_server() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        for (number, mood) in (0_u32..).zip([
            Mood::Says("HELLO", 421),
            Mood::Says("RCPT", 451),
            Mood::Says(".", 452),
            Mood::HangsUp,
        ]) {
            spawned.mail.set(mood);
            let person = steps::Person::numbered(number);
            let mut client = spawned.visitor();
            let page = steps::book(&mut client, &person).await;
            let path = steps::manage_path(&page);
            spawned.deliver().await;
            client.open(&path).await.is(200);
            spawned.mail.set(Mood::Willing);
            let before = spawned
                .mail
                .taken()
                .iter()
                .filter(|l| l.to == person.email)
                .count();
            for _ in 0..4 {
                spawned
                    .clock
                    .set(values::Clock::now(&*spawned.clock).plus_ms(5 * 3_600_000));
                spawned.deliver().await;
            }
            let letters = spawned.mail.taken();
            let after = letters.iter().filter(|l| l.to == person.email).count();
            assert_eq!(after, before + 1, "{mood:?}");
            let letter = letters
                .iter()
                .rev()
                .find(|l| l.to == person.email)
                .expect("a letter");
            let link = letter.link("/time/").expect("the link to move or cancel");
            assert_eq!(link, path, "{mood:?}");
            assert!(
                letter
                    .calendar()
                    .is_some_and(|file| file.contains("BEGIN:VEVENT"))
            );
        }
        spawned.close().await;
    })
    .await;
}
