use declaration::vocabulary::{Category, Purpose, purpose};
use jiff::civil::date;
use proptest::prelude::*;
use store::{Migration, StoreError};
use values::{ControllerId, MeterTenths, Moment, Plate, SubjectId};
use vault::{Actor, Ask, Permit, Provenance, Vault, testing::vault_on};

use super::*;

const TABLES: &[&[Migration]] = &[vault::MIGRATIONS, crate::MIGRATIONS];

fn tenths(value: i64) -> MeterTenths {
    MeterTenths::new(value).unwrap()
}

#[test]
fn a_value_never_goes_down() {
    assert!(check_step(None, tenths(0)).is_ok());
    assert!(check_step(Some(tenths(10)), tenths(10)).is_ok());
    let lower = check_step(Some(tenths(10)), tenths(9));
    assert!(matches!(lower, Err(ReadingError::Lower { last }) if last == tenths(10)));
}

proptest! {
    /// Whatever is read, what is taken is sorted.
    #[test]
    fn taken_readings_are_sorted(read in prop::collection::vec(0_i64..1_000_000, 0..50)) {
        let mut taken: Vec<MeterTenths> = Vec::new();
        for value in read {
            if check_step(taken.last().copied(), tenths(value)).is_ok() {
                taken.push(tenths(value));
            }
        }
        prop_assert!(taken.is_sorted());
    }
}

#[test]
fn words_come_back() {
    for function in Function::ALL {
        assert_eq!(Function::from_name(function.as_str()), Some(*function));
    }
    assert_eq!(Method::from_name("rfms"), Some(Method::Rfms));
    assert_eq!(Function::CraneHours.unit(), Unit::Hours);
}

const DESK: Actor = Actor::Staff {
    id: SubjectId::from_raw(7),
    role: declaration::vocabulary::Role::Reception,
    controller: ControllerId::from_raw(1),
};

fn provenance() -> Provenance {
    Provenance {
        source_kind: "staff_observation",
        source_ref: 1,
        notice_version: "1".to_owned(),
    }
}

async fn vehicle_of(vault: &Vault, plate: &str) -> SubjectId {
    let mut work = vault.work();
    let plate = Plate::parse(plate).unwrap();
    let from = provenance();
    let id = crate::take_vehicle(vault, &mut work, DESK, &plate, None, &from).await;
    let id = id.unwrap();
    let laid = work.finish();
    vault.store().write(move |db| laid.lay(db)).await.unwrap();
    id
}

async fn permit(vault: &Vault, vehicle: SubjectId) -> Permit<purpose::Visit> {
    let ask = Ask::open(DESK, vehicle).of(&[Category::BodyUsage, Category::Vehicle]);
    vault.permit(ask.case("visit", 1)).await.unwrap()
}

async fn read(
    vault: &Vault,
    vehicle: SubjectId,
    meter: values::MeterId,
    value: i64,
) -> Result<(), ReadingError> {
    let permit = permit(vault, vehicle).await;
    let mut work = vault.work();
    let keep = crate::keep(vault, vehicle).await?;
    let new = NewReading {
        meter,
        value: tenths(value),
        method: Method::Manual,
        note: None,
    };
    let step = read_meter(
        vault,
        &mut work,
        &permit,
        vehicle,
        new,
        &provenance(),
        &keep,
    )
    .await?;
    let laid = work.finish();
    let write = vault.store().write(move |db| {
        laid.lay(db)?;
        step.lay(db)
    });
    write
        .await
        .map_err(|error| ReadingError::Vault(error.into()))
}

#[tokio::test]
async fn a_meter_goes_up_and_a_new_one_begins_again() {
    store::testing::each_engine(TABLES, |store| async move {
        let now = Moment::at_local(date(2026, 3, 2), 9, 0);
        let kept = vault_on(store, now).await.unwrap();
        let vault = &kept.vault;
        let vehicle = vehicle_of(vault, "CU 10001").await;
        let (first, second) = (kept.world.id(), kept.world.id());
        let unit = Function::CraneHours.unit();
        vault
            .store()
            .write(move |db| add_meter(db, first, vehicle, Function::CraneHours, unit, now))
            .await
            .unwrap();
        read(vault, vehicle, first, 12_345).await.unwrap();
        read(vault, vehicle, first, 12_345).await.unwrap();
        let lower = read(vault, vehicle, first, 12_344).await;
        assert_eq!(lower.unwrap_err().message_id(), "error-meter-lower");
        let replace = move |db: &mut dyn store::Db| replace_meter(db, first, second, now);
        vault.store().write(replace).await.unwrap();
        let twice = vault.store().write(replace).await;
        assert_eq!(twice, Err(StoreError::Refused("error-meter-replaced")));
        let old = read(vault, vehicle, first, 20_000).await;
        assert!(matches!(old, Err(ReadingError::Replaced)));
        read(vault, vehicle, second, 5).await.unwrap();
        let other = vehicle_of(vault, "AB 12345").await;
        let other = read(vault, other, second, 6).await;
        assert!(matches!(other, Err(ReadingError::NoMeter)));
        let permit = permit(vault, vehicle).await;
        let shown = readings(vault, &permit, vehicle).await.unwrap();
        let values: Vec<i64> = shown.iter().map(|one| one.value.tenths()).collect();
        assert_eq!(values.len(), 3);
        assert!(values.contains(&5) && values.contains(&12_345));
        let meters = vault.store().read(move |db| meters_of(db, vehicle)).await;
        let meters = meters.unwrap();
        let old = meters.iter().find(|meter| meter.id == first);
        assert_eq!(old.unwrap().replaced_by, Some(second));
    })
    .await;
}

#[tokio::test]
async fn two_readers_at_once_do_not_pass_each_other() {
    store::testing::each_engine(TABLES, |store| async move {
        let now = Moment::at_local(date(2026, 3, 2), 9, 0);
        let kept = vault_on(store, now).await.unwrap();
        let vault = &kept.vault;
        let vehicle = vehicle_of(vault, "CU 10001").await;
        let meter = kept.world.id();
        vault
            .store()
            .write(move |db| add_meter(db, meter, vehicle, Function::Odometer, Unit::Km, now))
            .await
            .unwrap();
        let permit = permit(vault, vehicle).await;
        let keep = crate::keep(vault, vehicle).await.unwrap();
        let mut steps = Vec::new();
        for value in [200, 100] {
            let mut work = vault.work();
            let new = NewReading {
                meter,
                value: tenths(value),
                method: Method::Manual,
                note: None,
            };
            let from = provenance();
            let step = read_meter(vault, &mut work, &permit, vehicle, new, &from, &keep).await;
            steps.push((work.finish(), step.unwrap()));
        }
        let mut done = Vec::new();
        for (laid, step) in steps {
            let write = vault.store().write(move |db| {
                laid.lay(db)?;
                step.lay(db)
            });
            done.push(write.await.is_ok());
        }
        assert_eq!(done, [true, false]);
    })
    .await;
}

#[test]
fn technicians_read_meters_for_the_repair() {
    assert!(Purpose::Repair.categories().contains(&Category::BodyUsage));
}
