//! The register's answers, in its real skeleton.

use serde_json::{Value, json};

use super::Synthetic;

/// Stands in every field of the owner block and of the remarks: it must come out nowhere.
pub const OWNER_CANARY: &str = "KANARIEIER";

/// `feilmelding` alone.
pub(super) fn complaint(code: &str) -> Value {
    json!({"feilmelding": code, "kjoretoydataListe": null})
}

/// A vehicle whose technical data are held back.
pub(super) fn withheld(plate: &str) -> Value {
    json!({"feilmelding": null, "kjoretoydataListe": [{
        "kjoretoyId": {"kjennemerke": plate},
        "skjermingsomfang": [{"kodeVerdi": "EIERSKAP"}, {"kodeVerdi": "TEKNISK_DATA"}],
    }]})
}

/// A vehicle, owner block included.
pub(super) fn found(vehicle: &Synthetic) -> Value {
    json!({"feilmelding": null, "kjoretoydataListe": [{
        "kjoretoyId": {
            "kjennemerke": vehicle.plate, "understellsnummer": vehicle.vin, "kuid": "0000000001",
        },
        "forstegangsregistrering": {"registrertForstegangNorgeDato": vehicle.first},
        "kjennemerke": plates(vehicle),
        "registrering": {
            "fomTidspunkt": format!("{}T00:00:00+01:00", vehicle.first),
            "registreringsstatus": code("REGISTRERT", "Registrert"),
            "kjoringensArt": code("EGENTRANSP_ANNEN", "Egentransport"),
            "neringskode": "49.410", "avregistrertSidenDato": null,
        },
        "eierskap": owner(),
        "godkjenning": approval(vehicle),
        "periodiskKjoretoyKontroll": {
            "kontrollfrist": vehicle.inspection_due, "sistGodkjent": vehicle.inspected,
        },
    }]})
}

/// A value of a code list as the register writes it.
fn code(value: &str, name: &str) -> Value {
    json!({"kodeBeskrivelse": name, "kodeNavn": name, "kodeTypeId": null, "kodeVerdi": value,
        "tidligereKodeVerdi": []})
}

fn plates(vehicle: &Synthetic) -> Value {
    let row = |plate: &str, category: &str, kind: Value| {
        json!({"fomTidspunkt": format!("{}T00:00:00+01:00", vehicle.first), "tilTidspunkt": null,
            "kjennemerke": plate, "kjennemerkekategori": category, "kjennemerketype": kind})
    };
    let ordinary = row(
        vehicle.plate,
        "KJORETOY",
        code("ORDINART", "Ordinære kjennemerker"),
    );
    match vehicle.personal_plate {
        Some(plate) => json!([ordinary, row(plate, "PERSONLIG", Value::Null)]),
        None => json!([ordinary]),
    }
}

/// Synthetic people only; the birth date is one the real block would carry.
fn owner() -> Value {
    let person = json!({
        "person": {"fornavn": OWNER_CANARY, "mellomnavn": null, "etternavn": OWNER_CANARY,
            "fodselsdato": "1901-02-03"},
        "enhet": {"organisasjonsnavn": OWNER_CANARY, "organisasjonsnummer": "123456785"},
        "adresse": {"adresselinje1": OWNER_CANARY, "postnummer": "0000", "poststed": OWNER_CANARY,
            "kommunenummer": "0000", "kommunenavn": OWNER_CANARY, "land": "NORGE", "landkode": "NO"},
        "fomTidspunkt": "2019-11-04T00:00:00+01:00",
    });
    json!({"eier": person, "medeier": person, "leasingtaker": person, "underenhet": person})
}

fn approval(vehicle: &Synthetic) -> Value {
    let tests = json!({
        "adrAttestnummer": OWNER_CANARY, "adrTransportorNavn": OWNER_CANARY,
        "adrTransportorAdresse": OWNER_CANARY, "adrAnmerkninger": OWNER_CANARY,
        "adrPabyggTypeKode": code("FL", "Tank for brannfarlig væske"),
        "adrTankTekniskeData": {"adrTankNesteTetthetsproveDato": "2027-05-01",
            "adrTankNesteTrykkproveDato": "2029-05-01"},
    });
    let additional = if vehicle.dangerous_goods {
        json!([{"godkjenningstype": code("ADR", "ADR"), "godkjentTil": "2027-05-31",
            "tilleggsgodkjenningSpesifikkeData": {"adrGodkjenning": tests}}])
    } else {
        json!([])
    };
    json!({
        "forstegangsGodkjenning": {"forstegangRegistrertDato": vehicle.first,
            "bruktimport": {"kilometerstand": 0}},
        "kjoretoymerknad": [{"merknad": OWNER_CANARY, "merknadtypeKode": "KJORETOYMERKNAD"}],
        "tilleggsgodkjenninger": additional,
        "tekniskGodkjenning": {
            "gyldigFraDato": vehicle.first,
            "kjoretoyklassifisering": {"beskrivelse": vehicle.class_name,
                "tekniskKode": code(vehicle.class, vehicle.class_name)},
            "tekniskeData": technical(vehicle),
        },
    })
}

fn technical(vehicle: &Synthetic) -> Value {
    let [length, width, height, load_length] = vehicle.size_mm;
    let [kerb, gross, train] = vehicle.weights_kg;
    let axles: Vec<Value> = (1..=vehicle.axles)
        .map(|id| {
            let drives = vehicle.fuel.is_some() && id == vehicle.axles;
            json!({"id": id, "drivAksel": drives, "loftbar": false, "luftfjaering": vehicle.air})
        })
        .collect();
    let fuels: Vec<Value> = vehicle
        .fuel
        .iter()
        .map(|(value, name)| json!({"drivstoffKode": code(value, name), "maksNettoEffekt": 367.0}))
        .collect();
    json!({
        "generelt": {"merke": [{"merke": vehicle.make, "merkeKode": "0000"}],
            "handelsbetegnelse": [vehicle.model], "typebetegnelse": "SYNTETISK",
            "fabrikant": [{"fabrikantNavn": vehicle.make, "fabrikantRepresentantNavn": OWNER_CANARY}],
            "ferdigbyggetEllerEndretSomFolger": vehicle.completed_as},
        "karosseriOgLasteplan": {"karosseritype": code(vehicle.bodywork.0, vehicle.bodywork.1),
            "pabyggsKode": code(vehicle.body.0, vehicle.body.1),
            "hydrauliskLoft": vehicle.lift, "temperaturregulertSkap": vehicle.cold,
            "rFarge": [code(vehicle.colour.0, vehicle.colour.1)],
            "overhengBak": 0, "kjoringSide": "VENSTRE"},
        "dimensjoner": {"lengde": length, "bredde": width, "hoyde": height,
            "lengdeInnvendigLasteplan": load_length},
        "vekter": {"egenvekt": kerb, "nyttelast": gross - kerb - 75, "tillattTotalvekt": gross,
            "tekniskTillattTotalvekt": gross, "tillattVogntogvekt": train},
        "akslinger": {"antallAksler": vehicle.axles,
            "akselGruppe": [{"akselListe": {"aksel": axles}}]},
        "motorOgDrivverk": {"effektKraftuttakKW": vehicle.pto_kw,
            "motor": [{"motorKode": "SYNTETISK", "motorNummer": OWNER_CANARY, "drivstoff": fuels}]},
        "miljodata": {"euroKlasse": vehicle.euro.map(|name| code(name, name))},
        "bremser": {}, "dekkOgFelg": {}, "tilhengerkopling": {"kopling": []}, "persontall": {},
        "ovrigeTekniskeData": [{"datafeltNavn": "Merknad", "datafeltVerdi": OWNER_CANARY}],
    })
}
