//! One row per lint: the change to the reference that makes it speak.

use crate::source::{
    Agreement, Answering, Attested, CustomerTopicSource, DeviceItem, FieldSource, Keep, Link,
    PurposeSource, Source,
};
use crate::text::Text;

pub(super) fn say(nb: &str) -> Text {
    Text {
        nb: nb.into(),
        nn: nb.into(),
        en: nb.into(),
    }
}

/// A change that makes one lint speak.
pub(super) type Spoil = fn(&mut Source);

/// One row per lint: what makes the reference trigger it.
pub(super) const CASES: &[(&str, Spoil)] = &[
    ("format-version", |s| s.format = 2),
    ("text-missing", |s| s.statement.title.nn.clear()),
    ("version-missing", |s| s.statement.version = None),
    ("date-missing", |s| {
        s.statement.effective_on = Some("1. november".into())
    }),
    ("summary-missing", |s| s.statement.summary = None),
    ("controller-missing", |s| s.controllers.clear()),
    ("controller-twice", |s| s.controllers[1].id = 1),
    ("org-no-wrong", |s| {
        s.controllers[0].org_no = "123456789".into()
    }),
    ("contact-missing", |s| {
        s.controllers[0].phone = "95 49 60 00".into()
    }),
    ("privacy-contact-missing", |s| {
        s.controllers[0].privacy_contact = None
    }),
    ("arrangement-missing", |s| s.arrangement = None),
    ("purpose-missing", |s| s.purposes.clear()),
    ("purpose-unknown", |s| s.purposes[0].id = "profiling".into()),
    ("purpose-twice", |s| s.purposes.push(s.purposes[0].clone())),
    ("purpose-unused", |s| {
        s.roles.clear();
        s.recipients.clear();
        s.clauses.clear();
    }),
    ("basis-missing", |s| s.purposes[0].basis.clear()),
    ("basis-unknown", |s| s.purposes[0].basis = "6(1)(g)".into()),
    ("law-missing", |s| named(s, "accounting").law.clear()),
    ("interest-missing", |s| {
        named(s, "prospecting").interest = None
    }),
    ("category-unknown", |s| {
        s.purposes[0].uses.push("horoscope".into())
    }),
    ("category-beyond", |s| {
        named(s, "statistics").uses.push("contact".into())
    }),
    ("category-elsewhere", |s| {
        named(s, "visit").also[0].categories = vec!["staff".into()];
    }),
    ("counts-missing", |s| named(s, "statistics").counts.clear()),
    ("counts-unknown", |s| {
        named(s, "statistics").counts.push("browser".into())
    }),
    ("counts-elsewhere", |s| {
        s.purposes[0].counts.push("county".into())
    }),
    ("keep-missing", |s| {
        s.purposes
            .iter_mut()
            .for_each(|one| drop(one.keep.remove("billing")))
    }),
    ("keep-unused", |s| {
        s.purposes[0].uses.retain(|used| used != "contact")
    }),
    ("keep-rule-missing", |s| keep(s).rule.clear()),
    ("keep-rule-unknown", |s| {
        keep(s).rule = "until-we-feel-like-it".into()
    }),
    ("keep-number-missing", |s| {
        keep(s).text = say("så lenge vi har et kundeforhold")
    }),
    ("keep-number-wrong", |s| {
        keep(s).text = say("24 måneder etter")
    }),
    ("consequence-missing", |s| {
        s.fields.retain(|field| field.name != "contact.name")
    }),
    ("field-unknown", |s| {
        s.fields.push(FieldSource {
            name: "contact.shoe_size".into(),
            consequence: say("?"),
        });
    }),
    ("source-missing", |s| s.sources.clear()),
    ("source-categories-missing", |s| {
        s.sources[0].categories.clear()
    }),
    ("source-notice-missing", |s| s.sources[0].notice = None),
    ("roles-missing", |s| s.roles.clear()),
    ("role-unknown", |s| s.roles[0].id = "owner".into()),
    ("role-purpose-undeclared", |s| {
        s.purposes.retain(|one| one.id != "safety")
    }),
    ("role-host-opens", |s| s.roles[6].bulk = true),
    ("role-glass-unknown", |s| {
        s.roles[1].break_glass = Some("operator".into())
    }),
    ("recipients-missing", |s| s.recipients.clear()),
    ("recipient-name-missing", |s| s.recipients[0].name.clear()),
    ("recipient-placeholder", |s| {
        s.recipients[0].placeholder = true
    }),
    ("recipient-twice", |s| {
        s.recipients[1].key = "hosting".into()
    }),
    ("recipient-kind-unknown", |s| {
        s.recipients[0].kind = "friend".into()
    }),
    ("recipient-undeclared", |s| {
        s.purposes.retain(|one| one.id != "newsletter")
    }),
    ("recipient-country-missing", |s| {
        s.recipients[0].countries.clear()
    }),
    ("recipient-outside-eea", |s| {
        s.recipients[0].countries.push("US".into())
    }),
    // X2 as it was published: one of the two companies has signed.
    ("agreement-missing", |s| {
        drop(s.recipients[0].agreements.remove(0))
    }),
    ("agreement-controller-unknown", |s| {
        let foreign = Agreement {
            controller: "nobody".into(),
            ..agreement(s)
        };
        s.recipients[0].agreements.push(foreign);
    }),
    // X1 as it was published.
    ("only-contradicted", |s| {
        s.notices.access = Some(say("Behandles kun av Westrum Karosseri AS og Westrum AS."));
    }),
    ("storage-missing", |s| {
        s.storage.retain(|place| place.component != "backup")
    }),
    ("storage-outside-eea", |s| {
        s.storage[0].country = "US".into()
    }),
    ("storage-operator-unknown", |s| {
        s.storage[0].operator = "somebody".into()
    }),
    ("right-missing", |s| {
        s.rights.retain(|right| right.id != "portability")
    }),
    ("right-unknown", |s| s.rights[0].id = "fishing".into()),
    ("withdraw-missing", |s| s.notices.withdraw_consent = None),
    ("complaint-missing", |s| s.complaint = None),
    ("automated-missing", |s| {
        s.notices.automated_decisions = None
    }),
    ("further-purpose-missing", |s| {
        s.notices.further_purpose = None
    }),
    ("object-marketing-missing", |s| {
        s.notices.object_to_marketing = None
    }),
    ("answer-deadline-missing", |s| answering(s).deadline = None),
    ("answer-price-missing", |s| answering(s).price = None),
    ("answer-identity-missing", |s| answering(s).identity = None),
    ("device-missing", |s| s.device.clear()),
    ("device-consent", |s| {
        let item = DeviceItem {
            name: "_ga".into(),
            necessary: false,
            ..s.device[0].clone()
        };
        s.device.push(item);
    }),
    // X3 as it was published.
    ("consent-implied", |s| {
        s.statement.introduction =
            Some(say("Ved å bruke siden godkjenner du informasjonskapsler."));
    }),
    ("consent-missing", |s| s.consents.clear()),
    ("consent-unknown", |s| s.consents[0].channels.clear()),
    ("consent-unnamed", |s| {
        s.consents[0].text = say("Verkstedet kan skrive til meg {channel}.")
    }),
    ("consent-bundled", |s| {
        s.consents[0].text = say("{controller} kan skrive {channel}, og jeg godtar vilkårene.")
    }),
    ("consent-default", |s| {
        s.consents[0].text = say("{controller} skriver {channel} med mindre du sier nei.")
    }),
    ("customer-topic-missing", |s| {
        s.purposes.push(customer_news());
    }),
    ("customer-topic-unknown", |s| {
        s.customer_topics.push(customer_topic("own-services"));
    }),
    ("customer-topic-words", |s| {
        s.purposes.push(customer_news());
        let mut topic = customer_topic("own-services");
        topic.text = say("{controller} skriver til deg.");
        s.customer_topics.push(topic);
    }),
    ("statistics-missing", |s| s.notices.statistics = None),
    ("tracking-missing", |s| s.notices.tracking = None),
    ("evidence-missing", |s| s.notices.evidence = None),
    ("staff-missing", |s| s.notices.staff = None),
    ("measures-missing", |s| s.measures.clear()),
    ("link-dead", |s| {
        let (label, note) = (say("Facebook"), say("!"));
        s.links.push(Link {
            key: "dead".into(),
            url: "#".into(),
            label,
            note,
        });
    }),
    ("link-generic", |s| {
        s.links[0].url = "https://www.Facebook.com/?locale=nb_NO".into();
    }),
    ("clause-missing", |s| s.clauses.clear()),
    ("clause-twice", |s| s.clauses[1].number = "C01".into()),
    ("clause-unproven", |s| s.clauses[1].proof.clear()),
    ("clause-undeclared", |s| {
        s.clauses[1].purposes.push("profiling".into())
    }),
    ("proof-unknown", |s| {
        s.clauses[1].proof.push("live:we_promise".into())
    }),
    ("attested-incomplete", |s| {
        let what = "we promise".into();
        s.clauses[1].attested = Some(Attested {
            by: String::new(),
            on: "yesterday".into(),
            what,
        });
    }),
];

fn named<'s>(source: &'s mut Source, id: &str) -> &'s mut PurposeSource {
    source.purposes.iter_mut().find(|one| one.id == id).unwrap()
}

fn keep(source: &mut Source) -> &mut Keep {
    source.purposes[0].keep.get_mut("contact").unwrap()
}

fn answering(source: &mut Source) -> &mut Answering {
    source.answering.as_mut().unwrap()
}

fn agreement(source: &Source) -> Agreement {
    source.recipients[0].agreements[0].clone()
}

/// The purpose of letters to existing customers, as a house may declare it.
pub(super) fn customer_news() -> PurposeSource {
    let keep = Keep {
        rule: "relationship-end".into(),
        text: say("12 måneder"),
        cases: Vec::new(),
    };
    PurposeSource {
        id: "customer_news".into(),
        title: say("Brev til kunder"),
        why: say("For å fortelle kunder om egne, lignende tjenester."),
        basis: "6(1)(f)".into(),
        interest: Some(say("Kunder får vite om det vi gjør, og kan si nei.")),
        uses: vec!["contact".into()],
        keep: [("contact".to_owned(), keep)].into(),
        ..PurposeSource::default()
    }
}

/// What such letters are about.
pub(super) fn customer_topic(topic: &str) -> CustomerTopicSource {
    CustomerTopicSource {
        topic: topic.into(),
        name: say("Egne tjenester"),
        similar: say("Service og reparasjon som det du har kjøpt."),
        text: say("{controller} kan skrive til deg om dette. Du kan si nei takk."),
        channels: vec!["email".into()],
        controllers: Vec::new(),
    }
}
