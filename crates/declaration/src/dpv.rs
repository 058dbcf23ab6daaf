//! The record of processing as JSON-LD in the Data Privacy Vocabulary (DPV 2.3, `dpv:` and `eu-gdpr:`).

use serde_json::{Value, json};

use crate::model::Declaration;
use crate::source::{Controller, PurposeSource, Recipient, Source};
use crate::text::{Lang, Text};
use crate::vocabulary::Purpose;

impl Declaration {
    /// The record of processing (Art. 30) as JSON-LD. `base` is the address of the declaration page,
    /// which makes the names of its parts (`https://example.no/personvern`).
    pub fn dpv(&self, base: &str) -> Value {
        let source = self.source();
        let mut graph = vec![record(self, base)];
        graph.extend(source.controllers.iter().map(|one| controller(one, base)));
        graph.extend(source.recipients.iter().map(|one| recipient(one, base)));
        graph.extend(source.purposes.iter().map(|one| process(source, one, base)));
        json!({ "@context": context(), "@graph": graph })
    }
}

fn context() -> Value {
    json!({
        "dpv": "https://w3id.org/dpv#",
        "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
        "pd": "https://w3id.org/dpv/pd#",
        "loc": "https://w3id.org/dpv/loc#",
        "dct": "http://purl.org/dc/terms/",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
    })
}

fn record(declaration: &Declaration, base: &str) -> Value {
    let source = declaration.source();
    let role = if source.controllers.len() > 1 {
        "JointDataControllers"
    } else {
        "DataController"
    };
    let purposes = source
        .purposes
        .iter()
        .map(|one| reference(base, "formal", &one.id));
    let controllers = source
        .controllers
        .iter()
        .map(|one| reference(base, "ansvarlig", &one.key));
    json!({
        "@id": base,
        "@type": ["dpv:ROPA", "dpv:PrivacyNotice"],
        "dct:title": texts(&source.statement.title),
        "dct:hasVersion": declaration.version().to_string(),
        "dct:identifier": format!("sha256:{}", declaration.hash()),
        "dct:valid": { "@type": "xsd:date", "@value": declaration.effective_on().to_string() },
        "dpv:hasDataController": {
            "@type": format!("dpv:{role}"),
            "dpv:hasEntity": controllers.collect::<Vec<_>>(),
        },
        "dpv:hasProcess": purposes.collect::<Vec<_>>(),
        "dpv:hasRight": source.rights.iter().map(|one| right(&one.article)).collect::<Vec<_>>(),
        "dpv:hasTechnicalOrganisationalMeasure": source.measures.iter().map(|one| json!({
            "@type": "dpv:TechnicalOrganisationalMeasure",
            "dct:description": texts(&one.text),
        })).collect::<Vec<_>>(),
    })
}

fn controller(one: &Controller, base: &str) -> Value {
    json!({
        "@id": name(base, "ansvarlig", &one.key),
        "@type": "dpv:DataController",
        "dpv:hasName": one.name,
        "dct:identifier": one.org_no,
        "dpv:hasAddress": one.address.join(", "),
        "dpv:hasContact": [one.email, one.phone],
    })
}

fn recipient(one: &Recipient, base: &str) -> Value {
    let role = match one.kind.as_str() {
        "processor" => "dpv:DataProcessor",
        "controller" => "dpv:DataController",
        _ => "dpv:Recipient",
    };
    let agreements = one.agreements.iter().map(|agreement| {
        json!({
            "@type": "dpv:ControllerProcessorAgreement",
            "dct:title": agreement.document,
            "dct:date": { "@type": "xsd:date", "@value": agreement.signed_on },
            "dpv:hasDataController": reference(base, "ansvarlig", &agreement.controller),
        })
    });
    json!({
        "@id": name(base, "mottaker", &one.key),
        "@type": [role, "dpv:Recipient"],
        "dpv:hasName": one.name,
        "dct:description": texts(&one.service),
        "dpv:hasCountry": one.countries.iter().map(|code| json!({ "@id": format!("loc:{code}") })).collect::<Vec<_>>(),
        "dpv:hasLegalMeasure": agreements.collect::<Vec<_>>(),
    })
}

fn process(source: &Source, one: &PurposeSource, base: &str) -> Value {
    let bases = std::iter::once(&one.basis).chain(one.also.iter().map(|also| &also.basis));
    let serving = source
        .recipients
        .iter()
        .filter(|found| found.purposes.contains(&one.id));
    let storage = one.keep.iter().map(|(category, keep)| {
        json!({
            "@type": "dpv:StorageCondition",
            "dpv:hasPersonalData": data(category),
            "dct:description": texts(&keep.text),
            "dct:conformsTo": keep.rule,
        })
    });
    json!({
        "@id": name(base, "formal", &one.id),
        "@type": "dpv:Process",
        "dct:title": texts(&one.title),
        "dct:description": texts(&one.why),
        "dpv:hasPurpose": purpose_terms(&one.id).iter().map(|term| json!({ "@id": term })).collect::<Vec<_>>(),
        "dpv:hasLegalBasis": bases.filter_map(|basis| legal_basis(basis)).collect::<Vec<_>>(),
        "dpv:hasPersonalData": all_data(&one.uses),
        "dpv:hasRecipient": serving.map(|found| reference(base, "mottaker", &found.key)).collect::<Vec<_>>(),
        "dpv:hasStorageCondition": storage.collect::<Vec<_>>(),
        "dpv:hasDataSubject": { "@id": if one.id == "staff_access" { "dpv:Employee" } else { "dpv:Customer" } },
    })
}

/// Purposes of the vocabulary in words of DPV.
fn purpose_terms(id: &str) -> &'static [&'static str] {
    match Purpose::from_name(id) {
        Some(Purpose::Visit) => &["dpv:RequestedServiceProvision", "dpv:CustomerManagement"],
        Some(Purpose::Repair) => &[
            "dpv:ServiceProvision",
            "dpv:FulfilmentOfContractualObligation",
        ],
        Some(Purpose::Account) => &["dpv:CustomerManagement"],
        Some(Purpose::Accounting) => &["dpv:PaymentManagement", "dpv:LegalCompliance"],
        Some(Purpose::Claims) => &["dpv:CustomerClaimsManagement", "dpv:DisputeManagement"],
        Some(Purpose::Safety) => &["dpv:LegalCompliance", "dpv:RecordManagement"],
        Some(Purpose::ServiceReminders) => &["dpv:CustomerCare"],
        Some(Purpose::Newsletter | Purpose::CustomerNews | Purpose::Prospecting) => {
            &["dpv:DirectMarketing"]
        }
        Some(Purpose::Statistics) => &["dpv:ServiceUsageAnalytics"],
        Some(Purpose::Rights) => &["dpv:RightsFulfilment", "dpv:LegalCompliance"],
        Some(Purpose::StaffAccess) => &["dpv:RecordManagement"],
        None => &[],
    }
}

fn legal_basis(basis: &str) -> Option<Value> {
    let term = match basis {
        "6(1)(a)" => "eu-gdpr:A6-1-a",
        "6(1)(b)" => "eu-gdpr:A6-1-b",
        "6(1)(c)" => "eu-gdpr:A6-1-c",
        "6(1)(f)" => "eu-gdpr:A6-1-f",
        _ => return None,
    };
    Some(json!({ "@id": term }))
}

/// Categories in words of DPV's personal data extension, where it has them.
fn data(category: &str) -> Vec<Value> {
    let terms: &[&str] = match category {
        "contact" | "deliverer" => &["pd:Name", "pd:EmailAddress", "pd:TelephoneNumber"],
        "vehicle_link" => &["pd:VehicalLicenseNumber", "pd:CarOwned"],
        "vehicle" => &["pd:Vehicle", "pd:VehicleLicense"],
        "body_usage" => &["pd:VehicleUsage"],
        "purchase" => &["pd:Purchase"],
        "billing" => &["pd:PhysicalAddress", "pd:Transaction"],
        "marketing" | "account" => &["pd:EmailAddress"],
        "staff" => &["pd:Name", "pd:EmailAddressWork"],
        _ => &["dpv:PersonalData"],
    };
    terms.iter().map(|term| json!({ "@id": term })).collect()
}

/// The terms of several categories, each once.
fn all_data(categories: &[String]) -> Vec<Value> {
    let mut terms = Vec::new();
    for term in categories.iter().flat_map(|category| data(category)) {
        if !terms.contains(&term) {
            terms.push(term);
        }
    }
    terms
}

fn right(article: &str) -> Value {
    json!({ "@id": format!("eu-gdpr:A{article}") })
}

fn name(base: &str, kind: &str, key: &str) -> String {
    format!("{base}#{kind}-{key}")
}

fn reference(base: &str, kind: &str, key: &str) -> Value {
    json!({ "@id": name(base, kind, key) })
}

fn texts(text: &Text) -> Vec<Value> {
    let said =
        Lang::ALL.map(|lang| json!({ "@language": lang.code(), "@value": text.in_lang(lang) }));
    said.into()
}
