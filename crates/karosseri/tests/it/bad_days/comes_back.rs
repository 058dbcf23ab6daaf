//! Whoever was forgotten, or whose data is restricted, books again; a stranger who types their address
//! learns nothing.

use declaration::vocabulary::{Category, Purpose, purpose};
use values::{Email, SubjectId};
use vault::{Actor, Ask, Cause, Keep, LookUp, StrandState, Vault};

use crate::{
    slots,
    support::{
        client::{Client, Seen},
        house::{self, Spawned},
        steps::{self, Person},
    },
};

fn look_up(person: &Person) -> LookUp {
    LookUp::email(&Email::parse(&person.email).unwrap())
}

async fn who(vault: &Vault, person: &Person) -> SubjectId {
    vault.find(&look_up(person)).await.unwrap().expect("known")
}

/// Everything goes but the contact, which a purchase keeps for claims: as an erasure leaves it.
async fn forget(vault: &Vault, subject: SubjectId) {
    let actor = Actor::Chore("rights");
    let ask = Ask::seal(actor, subject).of(&[Category::Contact]);
    let permit = vault.permit::<purpose::Visit>(ask).await.unwrap();
    let mut work = vault.work();
    let bought = Keep::from("purchase", 1, work.at());
    let claims = Purpose::Claims;
    work.also_keep(&permit, Category::Contact, claims, &bought)
        .unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    let strands = vault.strands_of(subject).await.unwrap().into_iter();
    let ends = strands.map(|one| (one.id, vec![Purpose::Visit, Purpose::Repair]));
    let doomed = vault.end_reasons_of_all(ends.collect()).await.unwrap();
    let cause = Cause {
        cause: "request",
        rule: "personvernforordningen art. 17 nr. 1".to_owned(),
        actor,
    };
    vault.destroy(&doomed, &cause).await.unwrap();
    let left = vault.strands_of(subject).await.unwrap();
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].state, StrandState::Restricted);
}

async fn restrict(vault: &Vault, subject: SubjectId) {
    for strand in vault.strands_of(subject).await.unwrap() {
        vault.restrict(strand.id, true).await.unwrap();
    }
}

/// The elements of a page in their order, without what was typed and chosen.
fn shape(page: &Seen) -> Vec<String> {
    let body = page.body();
    let tags = body.split('<').skip(1);
    let name = |tag: &str| -> String {
        let end = tag.find([' ', '>', '\n']).unwrap_or(tag.len());
        tag[..end].to_owned()
    };
    tags.map(name).collect()
}

async fn books(client: &mut Client, number: u32, person: &Person) -> Seen {
    let person = Person {
        plate: Person::numbered(number).plate,
        email: person.email.clone(),
        ..Person::numbered(number)
    };
    let page = steps::book(client, &person).await;
    assert!(page.link("/time/").is_some() || page.path.contains("/time/"));
    page
}

async fn letters_to(spawned: &Spawned, person: &Person) -> usize {
    spawned.deliver().await;
    let taken = spawned.mail.taken();
    taken.iter().filter(|one| one.to == person.email).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_forgotten_customer_books_again() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let vault = &spawned.house.vault;
        let (kari, stranger) = (Person::numbered(1), Person::numbered(2));
        books(&mut spawned.visitor(), 1, &kari).await;
        let before = who(vault, &kari).await;
        forget(vault, before).await;
        let letters = letters_to(&spawned, &kari).await;
        spawned.tick();
        let again = books(&mut spawned.visitor(), 3, &kari).await;
        let unknown = books(&mut spawned.visitor(), 4, &stranger).await;
        assert_eq!(shape(&again), shape(&unknown), "the answer tells nothing");
        let now = who(vault, &kari).await;
        assert_ne!(now, before, "a person of their own");
        let also = vault.find_hint(&look_up(&kari), 5).await.unwrap();
        assert_eq!(also, [before], "the claim file is found by it, too");
        assert_eq!(letters_to(&spawned, &kari).await, letters + 1);
        let left = vault.strands_of(before).await.unwrap();
        assert_eq!(left.len(), 1, "nothing was added to the claim file");
        // From now on they are known again.
        books(&mut spawned.visitor(), 5, &kari).await;
        assert_eq!(who(vault, &kari).await, now);
        spawned.close().await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restricted_customer_books_and_a_stranger_learns_nothing() {
    house::each_place(|place| async move {
        let spawned = slots::small(place).await;
        let vault = &spawned.house.vault;
        let (kari, stranger) = (Person::numbered(1), Person::numbered(2));
        books(&mut spawned.visitor(), 1, &kari).await;
        let subject = who(vault, &kari).await;
        let mut own = steps::log_in_by_mail(&spawned, &kari.email).await;
        restrict(vault, subject).await;
        let strands = vault.strands_of(subject).await.unwrap().len();
        let letters = letters_to(&spawned, &kari).await;
        let page = books(&mut spawned.visitor(), 3, &kari).await;
        let unknown = books(&mut spawned.visitor(), 4, &stranger).await;
        assert_eq!(shape(&page), shape(&unknown), "the answer tells nothing");
        assert_eq!(
            who(vault, &kari).await,
            subject,
            "their log-in stays theirs"
        );
        let also = vault.find_hint(&look_up(&kari), 5).await.unwrap();
        assert_eq!(also.len(), 1, "whoever looks finds both");
        assert_eq!(vault.strands_of(subject).await.unwrap().len(), strands);
        assert_eq!(letters_to(&spawned, &kari).await, letters + 1);
        // Their own act: the booking is theirs, and its letter comes although they are restricted.
        books(&mut own, 5, &kari).await;
        assert_eq!(letters_to(&spawned, &kari).await, letters + 2);
        // And so does the link to log in.
        spawned.pass_days(1);
        steps::log_in_by_mail(&spawned, &kari.email).await;
        spawned.close().await;
    })
    .await;
}
