//! The table: domain.md L10–L12, fixtures F3, F9 and F10, clauses C13, C31–C33.

use jiff::civil::date;
use values::{ControllerId, Email, Moment};

use super::*;

const OURS: ControllerId = ControllerId::from_raw(1);
const OTHERS: ControllerId = ControllerId::from_raw(2);

fn noon() -> Moment {
    Moment::at_local(date(2026, 3, 2), 12, 0)
}

/// A person about whom nothing is known but a private address; everything is declared.
pub(super) fn stranger() -> Facts {
    Facts {
        matter: Matter::News,
        channel: Channel::Email,
        controller: OURS,
        at: noon(),
        declared: Declared {
            consent: true,
            existing_customer: true,
            companies: true,
            service: true,
        },
        whose: Whose::Unknown,
        address: AddressKind::Named,
        minor: false,
        restricted: false,
        suppressed: false,
        objected_at: None,
        said: None,
        yes_to_another: false,
        sale: None,
        register: Register::Free,
        way_out: true,
    }
}

fn said(yes: bool) -> Option<Said> {
    Some(Said {
        yes,
        at: noon().plus_days(-1),
        text_still_covers: true,
    })
}

fn sale() -> Option<Sale> {
    Some(Sale {
        controller: OURS,
        own_similar: true,
        way_out_offered: true,
    })
}

type Row = (&'static str, fn(&mut Facts), Verdict);

fn check(rows: &[Row]) {
    for (name, change, expected) in rows {
        let mut facts = stranger();
        change(&mut facts);
        assert_eq!(decide(&facts), *expected, "{name}");
    }
}

const fn no(why: Why) -> Verdict {
    Verdict::No(why)
}

#[test]
fn consent_and_what_ends_it() {
    check(&[
        ("the default is no", |_| {}, no(Why::NoConsent)),
        (
            "a yes",
            |f| f.said = said(true),
            Verdict::Yes(Basis::Consent),
        ),
        (
            "a yes by text message",
            |f| {
                f.said = said(true);
                f.channel = Channel::Sms;
            },
            Verdict::Yes(Basis::Consent),
        ),
        (
            "withdrawn (C33)",
            |f| f.said = said(false),
            no(Why::Withdrawn),
        ),
        (
            "withdrawn beats a sale",
            |f| {
                f.said = said(false);
                f.sale = sale();
            },
            no(Why::Withdrawn),
        ),
        (
            "a yes to the other company",
            |f| f.yes_to_another = true,
            no(Why::WrongController),
        ),
        (
            "the text has changed",
            |f| {
                f.said = said(true).map(|s| Said {
                    text_still_covers: false,
                    ..s
                })
            },
            no(Why::AskAgain),
        ),
        (
            "said tomorrow",
            |f| {
                f.said = said(true).map(|s| Said {
                    at: noon().plus_days(1),
                    ..s
                })
            },
            no(Why::NoConsent),
        ),
        (
            "said at this very instant",
            |f| f.said = said(true).map(|s| Said { at: noon(), ..s }),
            Verdict::Yes(Basis::Consent),
        ),
        (
            "objected after the yes",
            |f| {
                f.said = said(true);
                f.objected_at = Some(noon());
            },
            no(Why::Objected),
        ),
        (
            "a yes after the objection",
            |f| {
                f.said = said(true);
                f.objected_at = Some(noon().plus_days(-2));
            },
            Verdict::Yes(Basis::Consent),
        ),
        (
            "on the list, whatever was said (C31, F9)",
            |f| {
                f.said = said(true);
                f.suppressed = true;
            },
            no(Why::Suppressed),
        ),
        (
            "restricted (Art. 18)",
            |f| {
                f.said = said(true);
                f.restricted = true;
            },
            no(Why::Restricted),
        ),
        (
            "under age",
            |f| {
                f.said = said(true);
                f.minor = true;
            },
            no(Why::Minor),
        ),
        (
            "no way out in the letter",
            |f| {
                f.said = said(true);
                f.way_out = false;
            },
            no(Why::NoWayOut),
        ),
        (
            "no newsletter declared",
            |f| {
                f.said = said(true);
                f.declared.consent = false;
            },
            no(Why::NotDeclared),
        ),
        (
            "a withdrawal by letter the same day as one at the provider (F10)",
            |f| {
                f.said = said(false);
                f.suppressed = true;
            },
            no(Why::Suppressed),
        ),
    ]);
}

#[test]
fn existing_customers_l11() {
    check(&[
        (
            "own similar services, way out offered",
            |f| f.sale = sale(),
            Verdict::Yes(Basis::ExistingCustomer),
        ),
        (
            "a sole trader may be a customer",
            |f| {
                f.sale = sale();
                f.whose = Whose::SoleTrader;
            },
            Verdict::Yes(Basis::ExistingCustomer),
        ),
        (
            "not declared (X6: as Westrum has it)",
            |f| {
                f.sale = sale();
                f.declared.existing_customer = false;
            },
            no(Why::NoConsent),
        ),
        (
            "the other company sold",
            |f| {
                f.sale = sale().map(|s| Sale {
                    controller: OTHERS,
                    ..s
                })
            },
            no(Why::WrongController),
        ),
        (
            "others' products",
            |f| {
                f.sale = sale().map(|s| Sale {
                    own_similar: false,
                    ..s
                })
            },
            no(Why::NotSimilar),
        ),
        (
            "no way out when the address was given",
            |f| {
                f.sale = sale().map(|s| Sale {
                    way_out_offered: false,
                    ..s
                })
            },
            no(Why::NoWayOutThen),
        ),
        (
            "no way out now",
            |f| {
                f.sale = sale();
                f.way_out = false;
            },
            no(Why::NoWayOut),
        ),
        (
            "objected",
            |f| {
                f.sale = sale();
                f.objected_at = Some(noon());
            },
            no(Why::Objected),
        ),
        (
            "on the list",
            |f| {
                f.sale = sale();
                f.suppressed = true;
            },
            no(Why::Suppressed),
        ),
    ]);
}

#[test]
fn companies_l10() {
    check(&[
        (
            "post@firma",
            |f| {
                f.whose = Whose::Company;
                f.address = AddressKind::Role;
            },
            Verdict::Yes(Basis::RoleAddress),
        ),
        (
            "ola.nordmann@firma",
            |f| f.whose = Whose::Company,
            no(Why::NamedAddress),
        ),
        (
            "a sole trader's post@ (F3)",
            |f| {
                f.whose = Whose::SoleTrader;
                f.address = AddressKind::Role;
            },
            no(Why::SoleTrader),
        ),
        (
            "a sole trader's own name (F3)",
            |f| f.whose = Whose::SoleTrader,
            no(Why::SoleTrader),
        ),
        (
            "a sole trader who said yes",
            |f| {
                f.whose = Whose::SoleTrader;
                f.said = said(true);
            },
            Verdict::Yes(Basis::Consent),
        ),
        (
            "a named person at a company who said yes",
            |f| {
                f.whose = Whose::Company;
                f.said = said(true);
            },
            Verdict::Yes(Basis::Consent),
        ),
        (
            "a role of nobody knows whom",
            |f| f.address = AddressKind::Role,
            no(Why::NoConsent),
        ),
        (
            "a company that said stop (F9: imported again)",
            |f| {
                f.whose = Whose::Company;
                f.address = AddressKind::Role;
                f.suppressed = true;
            },
            no(Why::Suppressed),
        ),
        (
            "approaches not declared",
            |f| {
                f.whose = Whose::Company;
                f.address = AddressKind::Role;
                f.declared.companies = false;
            },
            no(Why::NotDeclared),
        ),
        (
            "a text message to a company",
            |f| {
                f.whose = Whose::Company;
                f.address = AddressKind::Role;
                f.channel = Channel::Sms;
            },
            no(Why::NoConsent),
        ),
    ]);
}

#[test]
fn calls_and_paper_l12() {
    check(&[
        (
            "a letter",
            |f| f.channel = Channel::Post,
            Verdict::Yes(Basis::NotReserved),
        ),
        (
            "reserved",
            |f| {
                f.channel = Channel::Post;
                f.register = Register::Reserved;
            },
            no(Why::Reserved),
        ),
        (
            "not washed this month",
            |f| {
                f.channel = Channel::Phone;
                f.register = Register::NotWashed;
            },
            no(Why::NotWashed),
        ),
        (
            "a company cannot reserve",
            |f| {
                f.channel = Channel::Phone;
                f.whose = Whose::Company;
                f.register = Register::Reserved;
            },
            Verdict::Yes(Basis::NotReserved),
        ),
        (
            "nor can a sole trader",
            |f| {
                f.channel = Channel::Post;
                f.whose = Whose::SoleTrader;
                f.register = Register::NotWashed;
            },
            Verdict::Yes(Basis::NotReserved),
        ),
        (
            "a call at noon on a Monday",
            |f| f.channel = Channel::Phone,
            Verdict::Yes(Basis::NotReserved),
        ),
        (
            "a call at 21",
            |f| {
                f.channel = Channel::Phone;
                f.at = Moment::at_local(date(2026, 3, 2), 21, 0);
            },
            no(Why::NotNow),
        ),
        (
            "a call before 9",
            |f| {
                f.channel = Channel::Phone;
                f.at = Moment::at_local(date(2026, 3, 2), 8, 59);
            },
            no(Why::NotNow),
        ),
        (
            "a call on a Saturday",
            |f| {
                f.channel = Channel::Phone;
                f.at = Moment::at_local(date(2026, 3, 7), 12, 0);
            },
            no(Why::NotNow),
        ),
        (
            "a call on 17 May",
            |f| {
                f.channel = Channel::Phone;
                f.at = Moment::at_local(date(2027, 5, 17), 12, 0);
            },
            no(Why::NotNow),
        ),
        (
            "nothing of the kind declared",
            |f| {
                f.channel = Channel::Post;
                f.declared.companies = false;
            },
            no(Why::NotDeclared),
        ),
    ]);
}

#[test]
fn service_messages_are_a_class_of_their_own_c22() {
    let service = |f: &mut Facts| f.matter = Matter::Service;
    type Row = (&'static str, fn(&mut Facts), Verdict);
    let rows: &[Row] = &[
        ("without any consent", |_| {}, Verdict::Yes(Basis::Service)),
        (
            "no to news is no to news",
            |f| {
                f.said = said(false);
                f.suppressed = true;
            },
            Verdict::Yes(Basis::Service),
        ),
        (
            "objected to reminders",
            |f| f.objected_at = Some(noon()),
            no(Why::Objected),
        ),
        ("restricted", |f| f.restricted = true, no(Why::Restricted)),
        ("no way out in it", |f| f.way_out = false, no(Why::NoWayOut)),
        (
            "not declared",
            |f| f.declared.service = false,
            no(Why::NotDeclared),
        ),
    ];
    for (name, change, expected) in rows {
        let mut facts = stranger();
        service(&mut facts);
        change(&mut facts);
        assert_eq!(decide(&facts), *expected, "{name}");
    }
}

#[test]
fn addresses_say_what_they_are() {
    for (text, kind) in [
        ("post@firma.example", AddressKind::Role),
        ("Firmapost@firma.example", AddressKind::Role),
        ("post2@firma.example", AddressKind::Role),
        ("faktura.verksted@firma.example", AddressKind::Role),
        ("ola.nordmann@firma.example", AddressKind::Named),
        ("ola@firma.example", AddressKind::Named),
        ("post.ola@firma.example", AddressKind::Named),
        ("transport@gmail.com", AddressKind::Named),
        ("123@firma.example", AddressKind::Named),
    ] {
        let email = Email::parse(text).unwrap();
        assert_eq!(address_kind(&email), kind, "{text}");
    }
}

#[test]
fn nobody_who_is_on_the_list_or_said_no_gets_news_whatever_else_holds() {
    let whose = [
        Whose::Unknown,
        Whose::Person,
        Whose::SoleTrader,
        Whose::Company,
    ];
    let channels = [Channel::Email, Channel::Sms, Channel::Phone, Channel::Post];
    for (whose, channel) in whose.into_iter().flat_map(|w| channels.map(|c| (w, c))) {
        for address in [AddressKind::Role, AddressKind::Named] {
            let facts = Facts {
                whose,
                channel,
                address,
                sale: sale(),
                ..stranger()
            };
            let listed = Facts {
                suppressed: true,
                said: said(true),
                ..facts
            };
            let withdrawn = Facts {
                said: said(false),
                ..facts
            };
            assert!(matches!(decide(&listed), Verdict::No(_)));
            assert!(matches!(decide(&withdrawn), Verdict::No(_)));
        }
    }
}
