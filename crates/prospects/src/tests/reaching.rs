//! Before the first call and the first letter: what the house knows is found without opening anybody.

use declaration::vocabulary::Purpose;
use jiff::civil::date;
use newsletter::decide::{Basis, Verdict, Whose, Why};
use values::{Moment, Phone, PostalCode, SubjectId};
use vault::{LookUp, Scope, Vault};

use super::{down, each, nine};
use crate::{
    reach::{Addressee, Meant, say_no},
    wash,
};

const NUMBER: &str = "+4740000001";
const RESERVED: &str = "+4740000002";
const YES: Verdict = Verdict::Yes(Basis::NotReserved);

store::queries! {
    /// Openings and permits.
    OPENINGS = "SELECT COUNT(*) AS n FROM opening";
}

fn meant(vault: &Vault, whose: Whose) -> Meant {
    Meant {
        controller: vault.declaration().controllers()[0].id,
        whose,
        minor: false,
    }
}

async fn call(vault: &Vault, whose: Whose, number: &str) -> Verdict {
    let phone = Phone::parse(number).unwrap();
    meant(vault, whose).call(vault, &phone).await.unwrap()
}

async fn write(vault: &Vault, whose: Whose, name: &str) -> Verdict {
    let postal_code = &PostalCode::parse("2320").unwrap();
    let to = Addressee { name, postal_code };
    meant(vault, whose).write(vault, &to).await.unwrap()
}

async fn openings(vault: &Vault) -> i64 {
    let count = |db: &mut dyn store::Db| db.one(&OPENINGS, &[])?.i64("n");
    vault.store().read(count).await.unwrap()
}

#[tokio::test]
async fn the_register_and_the_hours() {
    each(async |house| {
        let vault = &house.vault;
        let not_washed = Verdict::No(Why::NotWashed);
        assert_eq!(call(vault, Whose::Person, NUMBER).await, not_washed);
        assert_eq!(write(vault, Whose::Person, "Kari Prøve").await, not_washed);
        assert_eq!(call(vault, Whose::Company, NUMBER).await, YES);
        assert_eq!(write(vault, Whose::Company, "Prøve AS").await, YES);
        let list = "telefon;navn;postnr\n40000002;Kari Anne Prøve;2320\n";
        wash::take_in(vault, list.as_bytes()).await.unwrap();
        let reserved = Verdict::No(Why::Reserved);
        assert_eq!(call(vault, Whose::Person, NUMBER).await, YES);
        assert_eq!(call(vault, Whose::Person, RESERVED).await, reserved);
        assert_eq!(call(vault, Whose::Company, RESERVED).await, YES);
        assert_eq!(write(vault, Whose::Person, "Kari Prøve").await, reserved);
        assert_eq!(write(vault, Whose::Person, "Ola Prøve").await, YES);
        let minor = Meant {
            minor: true,
            ..meant(vault, Whose::Person)
        };
        let phone = Phone::parse(NUMBER).unwrap();
        let said = minor.call(vault, &phone).await.unwrap();
        assert_eq!(said, Verdict::No(Why::Minor));
        house.clock.set(Moment::at_local(date(2026, 3, 7), 12, 0));
        let not_now = Verdict::No(Why::NotNow);
        assert_eq!(call(vault, Whose::Person, NUMBER).await, not_now);
        assert_eq!(call(vault, Whose::Person, RESERVED).await, reserved);
        assert_eq!(call(vault, Whose::Company, NUMBER).await, YES);
        assert_eq!(write(vault, Whose::Person, "Ola Prøve").await, YES);
    })
    .await;
}

#[tokio::test]
async fn who_said_no_is_not_called_again() {
    each(async |house| {
        let vault = &house.vault;
        let list = "telefon;navn;postnr\n40000002;Kari Reservert;2320\n";
        wash::take_in(vault, list.as_bytes()).await.unwrap();
        let suppressed = Verdict::No(Why::Suppressed);
        let phone = Phone::parse(NUMBER).unwrap();
        let postal_code = &PostalCode::parse("2320").unwrap();
        for (whose, name) in [
            (Whose::Person, "Kari Anne Prøve"),
            (Whose::Company, "Prøve Transport AS"),
        ] {
            let to = Addressee { name, postal_code };
            say_no(vault, whose, Some(&phone), Some(&to)).await.unwrap();
            assert_eq!(call(vault, whose, NUMBER).await, suppressed);
            assert_eq!(write(vault, whose, name).await, suppressed);
        }
        let kari = write(vault, Whose::Person, "Prøve, Kari").await;
        assert_eq!(kari, suppressed, "without what she is called in the middle");
        let other = write(vault, Whose::Company, "Annen Transport AS").await;
        assert_eq!(other, YES, "only the company itself");
        house.clock.set(nine().plus_days(400));
        assert_eq!(call(vault, Whose::Company, NUMBER).await, suppressed);
        // To one topic of this legal entity is a no to its calls, to another's it is not.
        let controllers = vault.declaration().controllers().to_vec();
        let topic = vault.declaration().questions()[0].topic.to_owned();
        let look_up = LookUp::phone(&Phone::parse(RESERVED).unwrap());
        let scope = Scope::Topic(controllers[1].id, topic.clone());
        vault.suppress(scope, &look_up, "phone").await.unwrap();
        assert_eq!(call(vault, Whose::Company, RESERVED).await, YES);
        let scope = Scope::Topic(controllers[0].id, topic);
        vault.suppress(scope, &look_up, "phone").await.unwrap();
        assert_eq!(call(vault, Whose::Company, RESERVED).await, suppressed);
    })
    .await;
}

#[tokio::test]
async fn an_objection_is_found_without_opening_anybody() {
    each(async |house| {
        let vault = &house.vault;
        wash::take_in(vault, "telefon\n40000002\n".as_bytes())
            .await
            .unwrap();
        let known: SubjectId = down(vault, None, Some(NUMBER)).await.subject;
        assert_eq!(call(vault, Whose::Person, NUMBER).await, YES);
        let before = openings(vault).await;
        vault
            .enter_objection(known, Purpose::Prospecting)
            .await
            .unwrap();
        let objected = Verdict::No(Why::Objected);
        assert_eq!(call(vault, Whose::Person, NUMBER).await, objected);
        assert_eq!(call(vault, Whose::Company, NUMBER).await, objected);
        for strand in vault.strands_of(known).await.unwrap() {
            vault.restrict(strand.id, true).await.unwrap();
        }
        let restricted = Verdict::No(Why::Restricted);
        assert_eq!(call(vault, Whose::Person, NUMBER).await, restricted);
        assert_eq!(openings(vault).await, before, "nobody was opened");
    })
    .await;
}
