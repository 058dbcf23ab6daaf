//! Names of categories, bases, rights and countries, and the headings of the pages, in three languages.

use jiff::civil::Date;

use crate::text::Lang;
use crate::vocabulary::{Basis, Category, Count};

/// A day as people write it: `1. november 2026`, `1 November 2026`; a dash for no day at all.
pub fn day_name(day: Date, lang: Lang) -> String {
    if day == Date::ZERO {
        return "–".to_owned();
    }
    let month = usize::try_from(day.month() - 1).unwrap_or_default();
    match lang {
        Lang::Nb | Lang::Nn => format!("{}. {} {}", day.day(), MONTHS[month % 12], day.year()),
        Lang::En => format!(
            "{} {} {}",
            day.day(),
            ENGLISH_MONTHS[month % 12],
            day.year()
        ),
    }
}

const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
];

const ENGLISH_MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// One line of a table of words.
type Word = (&'static str, [&'static str; 3]);

fn look(table: &[Word], key: &str, lang: Lang) -> Option<&'static str> {
    let (_, words) = table.iter().find(|(name, _)| *name == key)?;
    let [nb, nn, en] = *words;
    Some(match lang {
        Lang::Nb => nb,
        Lang::Nn => nn,
        Lang::En => en,
    })
}

/// A heading or label of the pages; `?` for a key that the table lacks (a test keeps that from happening).
pub(crate) fn heading(key: &str, lang: Lang) -> &'static str {
    look(HEADINGS, key, lang).unwrap_or("?")
}

/// What a category is called.
pub fn category_name(category: Category, lang: Lang) -> &'static str {
    look(CATEGORIES, category.as_str(), lang).unwrap_or(category.as_str())
}

/// What is counted, in words: `søkeord, fylke`.
pub(crate) fn counted(kinds: &[String], lang: Lang) -> String {
    let known = kinds.iter().filter_map(|name| Count::from_name(name));
    known
        .map(|kind| kind.label(lang))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What a legal basis is called, with its article.
pub fn basis_name(basis: Basis, lang: Lang) -> &'static str {
    look(BASES, basis.as_str(), lang).unwrap_or(basis.as_str())
}

/// What a country is called; its code if we have no name.
pub fn country_name(code: &str, lang: Lang) -> String {
    look(COUNTRIES, code, lang).map_or_else(|| code.to_owned(), str::to_owned)
}

#[rustfmt::skip]
const CATEGORIES: &[Word] = &[
    ("contact", ["Kontaktopplysninger", "Kontaktopplysningar", "Contact details"]),
    ("deliverer", ["Den som leverer kjøretøyet", "Den som leverer køyretøyet", "The person handing in the vehicle"]),
    ("enquiry", ["Spørsmål og beskrivelser", "Spørsmål og skildringar", "Questions and descriptions"]),
    ("vehicle_link", ["Din tilknytning til et kjøretøy", "Di tilknyting til eit køyretøy", "Your connection to a vehicle"]),
    ("vehicle", ["Kjøretøyet og påbygget", "Køyretøyet og påbygget", "The vehicle and its body"]),
    ("body_usage", ["Bruk av påbyggets funksjoner", "Bruk av funksjonane på påbygget", "Use of the body's functions"]),
    ("work", ["Utført arbeid og funn", "Utført arbeid og funn", "Work done and findings"]),
    ("purchase", ["Kjøp og garantier", "Kjøp og garantiar", "Purchases and warranties"]),
    ("billing", ["Faktura og betaling", "Faktura og betaling", "Invoices and payment"]),
    ("accounting_copy", ["Regnskapskopi (låst)", "Rekneskapskopi (låst)", "Accounting copy (locked)"]),
    ("claim", ["Reklamasjon og garantisak", "Reklamasjon og garantisak", "Complaint or warranty case"]),
    ("marketing", ["Nyhetsbrev og henvendelser", "Nyhendebrev og førespurnader", "Newsletter and approaches"]),
    ("account", ["Kundekonto", "Kundekonto", "Customer account"]),
    ("evidence", ["Bilder og underskrifter", "Bilete og underskrifter", "Photos and signatures"]),
    ("correspondence", ["Meldinger vi har sendt deg", "Meldingar vi har sendt deg", "Messages we sent you"]),
    ("rights_case", ["Krav om rettigheter", "Krav om rettar", "Requests about your rights"]),
    ("staff", ["Ansatte", "Tilsette", "Staff"]),
];

#[rustfmt::skip]
const BASES: &[Word] = &[
    ("6(1)(a)", ["Samtykke (personvernforordningen art. 6 nr. 1 bokstav a)", "Samtykke (personvernforordninga art. 6 nr. 1 bokstav a)", "Consent (GDPR Art. 6(1)(a))"]),
    ("6(1)(b)", ["Avtale med deg (personvernforordningen art. 6 nr. 1 bokstav b)", "Avtale med deg (personvernforordninga art. 6 nr. 1 bokstav b)", "Agreement with you (GDPR Art. 6(1)(b))"]),
    ("6(1)(c)", ["Plikt etter lov (personvernforordningen art. 6 nr. 1 bokstav c)", "Plikt etter lov (personvernforordninga art. 6 nr. 1 bokstav c)", "Legal obligation (GDPR Art. 6(1)(c))"]),
    ("6(1)(f)", ["Berettiget interesse (personvernforordningen art. 6 nr. 1 bokstav f)", "Rettkomen interesse (personvernforordninga art. 6 nr. 1 bokstav f)", "Legitimate interest (GDPR Art. 6(1)(f))"]),
    ("none", ["Ingen personopplysninger lagres", "Ingen personopplysningar blir lagra", "No personal data are kept"]),
];

#[rustfmt::skip]
const COUNTRIES: &[Word] = &[
    ("AT", ["Østerrike", "Austerrike", "Austria"]), ("BE", ["Belgia", "Belgia", "Belgium"]),
    ("BG", ["Bulgaria", "Bulgaria", "Bulgaria"]), ("CY", ["Kypros", "Kypros", "Cyprus"]),
    ("CZ", ["Tsjekkia", "Tsjekkia", "Czechia"]), ("DE", ["Tyskland", "Tyskland", "Germany"]),
    ("DK", ["Danmark", "Danmark", "Denmark"]), ("EE", ["Estland", "Estland", "Estonia"]),
    ("ES", ["Spania", "Spania", "Spain"]), ("FI", ["Finland", "Finland", "Finland"]),
    ("FR", ["Frankrike", "Frankrike", "France"]), ("GR", ["Hellas", "Hellas", "Greece"]),
    ("HR", ["Kroatia", "Kroatia", "Croatia"]), ("HU", ["Ungarn", "Ungarn", "Hungary"]),
    ("IE", ["Irland", "Irland", "Ireland"]), ("IS", ["Island", "Island", "Iceland"]),
    ("IT", ["Italia", "Italia", "Italy"]), ("LI", ["Liechtenstein", "Liechtenstein", "Liechtenstein"]),
    ("LT", ["Litauen", "Litauen", "Lithuania"]), ("LU", ["Luxembourg", "Luxembourg", "Luxembourg"]),
    ("LV", ["Latvia", "Latvia", "Latvia"]), ("MT", ["Malta", "Malta", "Malta"]),
    ("NL", ["Nederland", "Nederland", "the Netherlands"]), ("NO", ["Norge", "Noreg", "Norway"]),
    ("PL", ["Polen", "Polen", "Poland"]), ("PT", ["Portugal", "Portugal", "Portugal"]),
    ("RO", ["Romania", "Romania", "Romania"]), ("SE", ["Sverige", "Sverige", "Sweden"]),
    ("SI", ["Slovenia", "Slovenia", "Slovenia"]), ("SK", ["Slovakia", "Slovakia", "Slovakia"]),
];

#[rustfmt::skip]
const HEADINGS: &[Word] = &[
    ("version", ["Utgave", "Utgåve", "Version"]),
    ("effective", ["Gjelder fra", "Gjeld frå", "In force from"]),
    ("new", ["Nytt i denne utgaven", "Nytt i denne utgåva", "New in this version"]),
    ("contents", ["Innhold", "Innhald", "Contents"]),
    ("who", ["Hvem som er ansvarlig", "Kven som er ansvarleg", "Who is responsible"]),
    ("org_no", ["Organisasjonsnummer", "Organisasjonsnummer", "Organisation number"]),
    ("letter", ["Brev", "Brev", "Letter"]),
    ("email", ["E-post", "E-post", "E-mail"]),
    ("phone", ["Telefon", "Telefon", "Telephone"]),
    ("arrangement", ["Slik deler selskapene ansvaret", "Slik deler selskapa ansvaret", "How the companies share responsibility"]),
    ("what", ["Hva vi lagrer om deg", "Kva vi lagrar om deg", "What we keep about you"]),
    ("required", ["må gis", "må gjevast", "must be given"]),
    ("kind", ["Opplysning", "Opplysning", "Data"]),
    ("consists", ["Består av", "Består av", "Consists of"]),
    ("why", ["Hvorfor, på hvilket grunnlag og hvor lenge", "Kvifor, på kva grunnlag og kor lenge", "Why, on what basis and for how long"]),
    ("basis", ["Rettsgrunnlag", "Rettsgrunnlag", "Legal basis"]),
    ("law", ["Loven", "Lova", "The law"]),
    ("interest", ["Interessen, og hvorfor den veier mest", "Interessa, og kvifor ho veg mest", "The interest, and why it weighs more"]),
    ("keep", ["Lagres", "Blir lagra", "Kept"]),
    ("uses_only", ["Brukes også til dette, lagres ikke for det", "Blir òg brukt til dette, ikkje lagra for det", "Also used for this, not kept for it"]),
    ("consequence", ["Hvis du ikke vil gi opplysningen", "Om du ikkje vil gje opplysninga", "If you do not want to give it"]),
    ("sources", ["Hvor opplysningene kommer fra når de ikke er fra deg", "Kvar opplysningane kjem frå når dei ikkje er frå deg", "Where data come from when not from you"]),
    ("told", ["Når du får vite det", "Når du får vite det", "When you are told"]),
    ("access", ["Hvem som bruker opplysningene", "Kven som bruker opplysningane", "Who uses the data"]),
    ("roles", ["Roller hos oss", "Roller hos oss", "Roles with us"]),
    ("recipients", ["Mottakere utenfor selskapene", "Mottakarar utanfor selskapa", "Recipients outside the companies"]),
    ("processor", ["databehandler", "databehandlar", "processor"]),
    ("controller", ["selvstendig ansvarlig", "sjølvstendig ansvarleg", "controller of its own"]),
    ("recipient", ["mottaker", "mottakar", "recipient"]),
    ("agreement", ["Avtale", "Avtale", "Agreement"]),
    ("sub_processors", ["Underleverandører", "Underleverandørar", "Sub-processors"]),
    ("safeguard", ["Overføringsgrunnlag", "Overføringsgrunnlag", "Safeguard"]),
    ("where", ["Hvor opplysningene ligger", "Kvar opplysningane ligg", "Where the data lie"]),
    ("marketing", ["Nei til markedsføring", "Nei til marknadsføring", "No to marketing"]),
    ("consent", ["Trekke tilbake samtykke", "Trekkje tilbake samtykke", "Withdrawing consent"]),
    ("question", ["Spørsmål om samtykke", "Spørsmål om samtykke", "Question of consent"]),
    ("rights", ["Rettighetene dine", "Rettane dine", "Your rights"]),
    ("article", ["art.", "art.", "Art."]),
    ("answering", ["Svar, pris og identitet", "Svar, pris og identitet", "Answer, price and identity"]),
    ("complaint", ["Klage til Datatilsynet", "Klage til Datatilsynet", "Complaint to the supervisory authority"]),
    ("automated", ["Automatiske avgjørelser", "Automatiske avgjerder", "Automated decisions"]),
    ("further", ["Nye formål", "Nye formål", "New purposes"]),
    ("device", ["Informasjonskapsler og enheten din", "Informasjonskapslar og eininga di", "Cookies and your device"]),
    ("name", ["Navn", "Namn", "Name"]),
    ("for", ["Til hva", "Til kva", "What for"]),
    ("lifetime", ["Varighet", "Varer", "Lifetime"]),
    ("party", ["Settes av", "Blir sett av", "Set by"]),
    ("self", ["oss", "oss", "us"]),
    ("statistics", ["Besøkstall", "Besøkstal", "Visits"]),
    ("tracking", ["Sporing i nyhetsbrev", "Sporing i nyhendebrev", "Tracking in newsletters"]),
    ("evidence", ["Bilder og underskrifter", "Bilete og underskrifter", "Photos and signatures"]),
    ("staff", ["Til deg som arbeider her", "Til deg som arbeider her", "To you who work here"]),
    ("security", ["Hvordan opplysningene beskyttes", "Korleis opplysningane er verna", "How the data are protected"]),
    ("obligations", ["Hva lovene krever at vi beholder", "Kva lovene krev at vi tek vare på", "What the law requires us to keep"]),
    ("links", ["Lenker til andre", "Lenkjer til andre", "Links to others"]),
    ("clauses", ["Løftene, og hva som viser at de holder", "Lovnadene, og kva som viser at dei held", "The promises, and what shows that they hold"]),
    ("live", ["kontrolleres på virkelige data", "blir kontrollert på verkelege data", "checked on live data"]),
    ("attested", ["bekreftet av", "stadfesta av", "attested by"]),
    ("record", ["Protokoll over behandlingsaktiviteter", "Protokoll over behandlingsaktivitetar", "Record of processing activities"]),
    ("record_note", ["Etter personvernforordningen art. 30 nr. 1, laget av erklæringen", "Etter personvernforordninga art. 30 nr. 1, laga av fråsegna", "Under GDPR Art. 30(1), made from the declaration"]),
    ("record_processor", ["Databehandlere og hva de gjør for oss (art. 30 nr. 2)", "Databehandlarar og kva dei gjer for oss (art. 30 nr. 2)", "Processors and what they do for us (Art. 30(2))"]),
    ("persons", ["Hvem det gjelder", "Kven det gjeld", "Whom it concerns"]),
    ("persons_customers", ["Kunder, eiere, brukere og de som leverer", "Kundar, eigarar, brukarar og dei som leverer", "Customers, owners, users and those who hand in"]),
    ("persons_staff", ["Ansatte", "Tilsette", "Staff"]),
    ("persons_companies", ["Kontaktpunkter i bedrifter", "Kontaktpunkt i bedrifter", "Contact points in companies"]),
    ("persons_readers", ["De som har sagt ja til nyhetsbrev", "Dei som har sagt ja til nyhendebrev", "Those who said yes to the newsletter"]),
    ("persons_buyers", ["Kunder som har kjøpt noe og ikke har sagt nei", "Kundar som har kjøpt noko og ikkje har sagt nei", "Customers who bought something and have not said no"]),
    ("customer_topic", ["Hva brevene til kunder handler om", "Kva breva til kundar handlar om", "What the letters to customers are about"]),
    ("customer_topic_by", ["Fra", "Frå", "From"]),
    ("customer_topic_notice", ["Det vi sier når du gir oss e-posten", "Det vi seier når du gjev oss e-posten", "What we say when you give us your e-mail"]),
    ("persons_nobody", ["Ingen", "Ingen", "Nobody"]),
    ("purpose", ["Formål", "Formål", "Purpose"]),
    ("deadline", ["Planlagt sletting", "Planlagd sletting", "Planned erasure"]),
    ("transfers", ["Land og overføring", "Land og overføring", "Country and transfer"]),
    ("none", ["Ingen", "Ingen", "None"]),
    ("on_behalf", ["På vegne av", "På vegner av", "On behalf of"]),
    ("changes", ["Hva som er endret", "Kva som er endra", "What has changed"]),
    ("no_changes", ["Ingen endringer.", "Ingen endringar.", "No changes."]),
    ("reason", ["Hvorfor", "Kvifor", "Why"]),
    ("words", ["Ordlyd", "Ordlyd", "Wording"]),
    ("data_used", ["Opplysninger", "Opplysningar", "Data"]),
    ("counted", ["Det som telles", "Det som blir talt", "What is counted"]),
    ("privacy_contact", ["Personvernombud", "Personvernombod", "Data protection officer"]),
    ("added", ["Nytt", "Nytt", "New"]),
    ("removed", ["Tatt ut", "Teke ut", "Removed"]),
    ("changed", ["Endret", "Endra", "Changed"]),
    ("before", ["Før", "Før", "Before"]),
    ("now", ["Nå", "No", "Now"]),
    ("retention", ["Lagringstid", "Lagringstid", "Retention"]),
    ("right", ["Rettighet", "Rett", "Right"]),
    ("clause", ["Løfte", "Lovnad", "Promise"]),
    ("notice", ["Opplysning på siden", "Opplysning på sida", "Statement on the page"]),
    ("measure", ["Sikkerhetstiltak", "Tryggingstiltak", "Security measure"]),
    ("source", ["Kilde", "Kjelde", "Source"]),
    ("role", ["Rolle", "Rolle", "Role"]),
    ("responsible", ["Behandlingsansvarlig", "Behandlingsansvarleg", "Controller"]),
    ("storage", ["Lagringssted", "Lagringsstad", "Place of storage"]),
    ("on_device", ["Lagret på enheten", "Lagra på eininga", "Stored on the device"]),
    ("obligation", ["Plikt", "Plikt", "Obligation"]),
    ("link", ["Lenke", "Lenkje", "Link"]),
    ("field", ["Hvis du ikke gir", "Om du ikkje gjev", "If you do not give"]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_there_in_every_language() {
        for table in [CATEGORIES, BASES, COUNTRIES, HEADINGS] {
            for (key, words) in table {
                assert!(words.iter().all(|word| !word.is_empty()), "{key}");
                assert_eq!(
                    table.iter().filter(|(other, _)| other == key).count(),
                    1,
                    "{key}"
                );
            }
        }
        let named = |category: &Category| look(CATEGORIES, category.as_str(), Lang::Nb).is_some();
        assert!(Category::ALL.iter().all(named));
        assert!(
            Basis::ALL
                .iter()
                .all(|basis| look(BASES, basis.as_str(), Lang::Nn).is_some())
        );
        assert!(
            crate::lint::EEA
                .iter()
                .all(|code| look(COUNTRIES, code, Lang::En).is_some())
        );
    }
}
