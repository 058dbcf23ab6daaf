//! Objections: to marketing, which nobody weighs; to what rests on our interest, which is weighed; by
//! letter, without an account, and taken back.

use declaration::vocabulary::{Category, Purpose, Role, purpose};
use store::Db;
use values::{ControllerId, Email, RightsRequestId, SubjectId};
use vault::{Ask, ConsentState, LookUp, Refusal, Vault, VaultError};
use web::testing::Client;

use super::{House, Person, colleague, desk::version, each};
use crate::{
    objection::{self, MARKETING},
    requests::{self, Request},
};

const PROTEST: &str = "/min-side/rettigheter/protest";

async fn newest(vault: &Vault) -> Request {
    let open = requests::waiting(vault, 100).await.unwrap();
    open.into_iter().max_by_key(|one| one.id).unwrap()
}

async fn protest(own: &Client, purpose: Purpose) {
    let fields = [("purposes", purpose.as_str()), ("text", "Jeg vil ikke.")];
    assert_eq!(own.post(PROTEST, &fields).await.status, 303);
}

async fn answer(officer: &Client, case: RightsRequestId, outcome: &str, upheld: &str) {
    let path = format!("/stab/personvern/krav/{}", case.get());
    let seen = version(&officer.get(&path).await);
    let fields = [
        ("outcome", outcome),
        ("version", seen.as_str()),
        ("purposes", upheld),
        ("text", "Grunner."),
    ];
    let answered = officer.post(&format!("{path}/svar"), &fields).await;
    assert_eq!(answered.status, 303, "{}", answered.body);
}

/// Whether reception may read a category of somebody for a visit.
async fn visit(vault: &Vault, who: SubjectId, category: Category) -> Result<(), VaultError> {
    let ask = Ask::open(colleague(Role::Reception).actor(), who)
        .of(&[category])
        .case("booking", 1);
    vault.permit::<purpose::Visit>(ask).await.map(|_| ())
}

fn objected(answer: &Result<(), VaultError>) -> bool {
    matches!(answer, Err(VaultError::Refused(Refusal::Objected)))
}

async fn stands(house: &House, who: SubjectId) -> Vec<Purpose> {
    house.vault.objections_of(who).await.unwrap()
}

async fn is_suppressed(vault: &Vault, email: &str) -> bool {
    let email = Email::parse(email).unwrap();
    let by = ControllerId::from_raw(1);
    vault
        .suppressed(by, "news", &LookUp::email(&email))
        .await
        .unwrap()
}

async fn consents(vault: &Vault, who: SubjectId) -> Vec<ConsentState> {
    let lines = vault.consents_standing(who).await.unwrap();
    lines.into_iter().map(|line| line.state).collect()
}

/// What the reference declaration has of it: no letters to existing customers.
fn declared_marketing() -> impl Iterator<Item = Purpose> {
    let all = MARKETING.iter().copied();
    all.filter(|one| *one != Purpose::CustomerNews)
}

#[tokio::test(flavor = "multi_thread")]
async fn marketing_is_nothing_to_weigh() {
    each(|house| async move {
        let weighed = objection::possible(&house.vault);
        assert_eq!(
            weighed,
            [Purpose::Visit, Purpose::Claims, Purpose::ServiceReminders],
            "interests, also those beside a contract"
        );
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        let page = own.get(PROTEST).await;
        for purpose in declared_marketing() {
            let value = format!("value=\"{}\"", purpose.as_str());
            assert!(!page.body.contains(&value), "{value}");
            let fields = [("purposes", purpose.as_str()), ("text", "Nei.")];
            assert_eq!(own.post(PROTEST, &fields).await.status, 422);
        }
        // A reminder is no marketing, and one press ends it: no reason, no case, nobody weighs.
        let fields = [("purposes", "service_reminders")];
        assert_eq!(own.post(PROTEST, &fields).await.status, 303);
        assert_eq!(
            stands(&house, kari.subject).await,
            [Purpose::ServiceReminders]
        );
        let open = requests::waiting(&house.vault, 100).await.unwrap();
        assert!(open.is_empty());
        // What is weighed asks for a reason.
        let fields = [("purposes", "visit")];
        assert_eq!(own.post(PROTEST, &fields).await.status, 422);
        assert_eq!(
            own.post("/min-side/rettigheter/reklame", &[]).await.status,
            303
        );
        let now = stands(&house, kari.subject).await;
        assert!(declared_marketing().all(|one| now.contains(&one)));
        assert_eq!(
            consents(&house.vault, kari.subject).await,
            [ConsentState::Withdrawn]
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn no_marketing_outlives_the_overruling_of_an_older_protest() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        protest(&own, Purpose::Visit).await;
        let case = newest(&house.vault).await;
        // A protest from the days when marketing could be weighed.
        let (id, subject) = (case.id.get(), kari.subject.get());
        let old = move |db: &mut dyn Db| {
            let word = Purpose::Prospecting.as_str();
            db.exec(
                &objection::sql::ADD,
                &[id.into(), word.into(), 1_i64.into()],
            )?;
            let values = [subject.into(), word.into(), 1_i64.into()];
            db.exec(&vault::sql::OBJECTION_ADD, &values)
        };
        house.vault.store().write(old).await.unwrap();
        assert_eq!(
            own.post("/min-side/rettigheter/reklame", &[]).await.status,
            303
        );
        let officer = house.as_role(Role::Privacy).await;
        answer(&officer, case.id, "refused", "").await;
        let now = stands(&house, kari.subject).await;
        assert!(now.contains(&Purpose::Prospecting), "{now:?}");
        assert!(!now.contains(&Purpose::Visit), "overruled with grounds");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_delivers_for_another_can_object_and_the_contract_goes_on() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        let officer = house.as_role(Role::Privacy).await;
        let deliverer = || visit(vault, kari.subject, Category::Deliverer);
        assert!(deliverer().await.is_ok());
        protest(&own, Purpose::Visit).await;
        assert!(objected(&deliverer().await), "not used while it is weighed");
        assert!(visit(vault, kari.subject, Category::Contact).await.is_ok());
        // What it was kept for ends all the same.
        let end = Ask::end(colleague(Role::Reception).actor(), kari.subject);
        let end = end.of(&[Category::Deliverer]);
        assert!(vault.permit::<purpose::Visit>(end).await.is_ok());
        answer(&officer, newest(vault).await.id, "refused", "").await;
        assert!(deliverer().await.is_ok(), "overruled with grounds");
        protest(&own, Purpose::Visit).await;
        let upheld = newest(vault).await.id;
        answer(&officer, upheld, "answered", "visit").await;
        assert!(objected(&deliverer().await), "upheld");
        // Another one that is overruled does not bring it back.
        protest(&own, Purpose::Visit).await;
        answer(&officer, newest(vault).await.id, "refused", "").await;
        assert!(objected(&deliverer().await), "the upheld one stands");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_objection_taken_back_stops_nothing_unless_another_stands() {
    each(|house| async move {
        let kari = Person::with_everything(&house.vault, "KARI").await;
        let own = house.as_person(kari.subject).await;
        let mut cases = Vec::new();
        for _ in 0..2 {
            protest(&own, Purpose::Visit).await;
            cases.push(newest(&house.vault).await.id.get());
            house.clock.set(house.vault.world().now().plus_minutes(1));
        }
        let take_back = |id: i64| {
            let own = own.clone();
            async move {
                let path = format!("/min-side/rettigheter/{id}/trekk");
                assert_eq!(own.post(&path, &[]).await.status, 303);
            }
        };
        take_back(cases[0]).await;
        assert_eq!(stands(&house, kari.subject).await, [Purpose::Visit]);
        take_back(cases[1]).await;
        assert!(stands(&house, kari.subject).await.is_empty());
        let used = visit(&house.vault, kari.subject, Category::Deliverer).await;
        assert!(used.is_ok());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_against_marketing_stops_it_before_anybody_weighs_the_rest() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await;
        let officer = house.as_role(Role::Privacy).await;
        let email = kari.email();
        let letter = |email: &str, objected: &[&'static str]| {
            let (officer, email) = (officer.clone(), email.to_owned());
            let mut fields = vec![
                ("kind", "objection"),
                ("channel", "letter"),
                ("received", "2026-10-28"),
                ("level", "in_doubt"),
                ("lang", "nb"),
            ];
            fields.extend(objected.iter().map(|one| ("objected", *one)));
            async move {
                let mut fields = fields;
                fields.push(("email", email.as_str()));
                officer.post("/stab/personvern/ny", &fields).await
            }
        };
        let nothing = letter(&email, &[]).await;
        assert_eq!(nothing.status, 422);
        assert!(nothing.body.contains("f-objected-error"));
        let taken = letter(&email, &["marketing", "visit"]).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        assert_eq!(
            consents(vault, kari.subject).await,
            [ConsentState::Withdrawn]
        );
        assert!(is_suppressed(vault, &email).await);
        let now = stands(&house, kari.subject).await;
        assert!(
            declared_marketing().all(|one| now.contains(&one)),
            "{now:?}"
        );
        assert!(!now.contains(&Purpose::Visit), "who asks is in doubt");
        // The officer has only the rest to weigh, and refusing it changes nothing.
        let case = newest(vault).await;
        let path = format!("/stab/personvern/krav/{}", case.id.get());
        let page = officer.get(&path).await.body;
        assert!(page.contains("name=\"purposes\" value=\"visit\""));
        assert!(!page.contains("name=\"purposes\" value=\"newsletter\""));
        answer(&officer, case.id, "refused", "").await;
        let now = stands(&house, kari.subject).await;
        assert!(
            declared_marketing().all(|one| now.contains(&one)),
            "{now:?}"
        );
        let unknown = letter("nobody@example.no", &["marketing"]).await;
        assert_eq!(unknown.status, 303);
        assert!(is_suppressed(vault, "nobody@example.no").await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn saying_no_to_marketing_without_an_account_is_the_same_for_everybody() {
    each(|house| async move {
        let vault = &house.vault;
        let kari = Person::with_everything(vault, "KARI").await;
        let path = "/personvern/reklame";
        let empty = house.client.post(path, &[]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("f-email-error"));
        let known = house.client.post(path, &[("email", &kari.email())]).await;
        let unknown = house
            .client
            .post(path, &[("email", "nobody@example.no")])
            .await;
        assert_eq!((known.status, unknown.status), (web_ok(), web_ok()));
        assert_eq!(known.body, unknown.body);
        assert!(is_suppressed(vault, &kari.email()).await);
        assert!(is_suppressed(vault, "nobody@example.no").await);
        assert!(!is_suppressed(vault, "other@example.no").await);
        assert_eq!(
            consents(vault, kari.subject).await,
            [ConsentState::Withdrawn]
        );
        let now = stands(&house, kari.subject).await;
        assert!(declared_marketing().all(|one| now.contains(&one)));
        assert!(!now.contains(&Purpose::ServiceReminders), "no marketing");
        let email = kari.email();
        let fields = [("email", email.as_str()), ("reminders", "1")];
        assert_eq!(house.client.post(path, &fields).await.status, 200);
        let now = stands(&house, kari.subject).await;
        assert!(now.contains(&Purpose::ServiceReminders));
    })
    .await;
}

fn web_ok() -> axum::http::StatusCode {
    axum::http::StatusCode::OK
}
