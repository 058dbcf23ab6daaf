//! Every personal field the program can keep. Forms, notices, exports, portability and the record of
//! processing are made from this list.

use super::Category;

/// How a field comes to us (decides what is portable under GDPR Art. 20).
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Origin {
    /// The person typed or told it.
    Given,
    /// Seen or measured by staff, an instrument or a register.
    Observed,
    /// Made by the program or by staff from the rest.
    Derived,
}

/// One field inside sealed records.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FieldDef {
    /// The category whose strand seals it.
    pub category: Category,
    /// The name in records and exports.
    pub name: &'static str,
    /// How it comes to us.
    pub origin: Origin,
    /// Whether the service is impossible without it (GDPR Art. 13(2)(e)).
    pub required: bool,
    /// Label in bokmål.
    pub nb: &'static str,
    /// Label in nynorsk.
    pub nn: &'static str,
    /// Label in English.
    pub en: &'static str,
}

/// The field of that name in a category.
#[must_use]
pub fn field(category: Category, name: &str) -> Option<&'static FieldDef> {
    fields_of(category).find(|field| field.name == name)
}

/// The fields of a category, in the order they are shown.
pub fn fields_of(category: Category) -> impl Iterator<Item = &'static FieldDef> {
    FIELDS
        .iter()
        .filter(move |field| field.category == category)
}

macro_rules! fields {
    ($($cat:ident { $($name:ident $origin:ident $req:ident $nb:literal $nn:literal $en:literal;)+ })+) => {
        /// Every personal field the program can keep.
        pub const FIELDS: &[FieldDef] = &[$($(FieldDef {
            category: Category::$cat,
            name: stringify!($name),
            origin: Origin::$origin,
            required: fields!(@$req),
            nb: $nb, nn: $nn, en: $en,
        }),+),+];
    };
    (@required) => { true };
    (@optional) => { false };
}

fields! {
    Contact {
        name Given required "Navn" "Namn" "Name";
        email Given optional "E-post" "E-post" "E-mail";
        phone Given optional "Telefon" "Telefon" "Phone";
        organisation Given optional "Firma" "Firma" "Company";
        org_no Given optional "Organisasjonsnummer" "Organisasjonsnummer" "Organisation number";
        language Given optional "Språk" "Språk" "Language";
        customer_no Derived optional "Kundenummer" "Kundenummer" "Customer number";
    }
    Deliverer {
        name Given required "Navn på den som leverer" "Namn på den som leverer" "Name of the person handing in";
        email Given optional "E-post" "E-post" "E-mail";
        phone Given optional "Telefon" "Telefon" "Phone";
    }
    Enquiry {
        question Given optional "Spørsmål eller beskrivelse" "Spørsmål eller skildring" "Question or description";
        service Given optional "Tjeneste" "Teneste" "Service";
        answer Derived optional "Svar" "Svar" "Answer";
    }
    VehicleLink {
        plate Given required "Kjennemerke" "Kjennemerke" "Registration plate";
        party Derived required "Rolle for kjøretøyet" "Rolle for køyretøyet" "Role for the vehicle";
        owner_name Given optional "Oppgitt eier" "Oppgitt eigar" "Owner as stated";
        owner_org_no Given optional "Eierens organisasjonsnummer" "Organisasjonsnummeret til eigaren" "Owner's organisation number";
    }
    Vehicle {
        plate Observed required "Kjennemerke" "Kjennemerke" "Registration plate";
        vin Observed optional "Understellsnummer" "Understellsnummer" "Chassis number";
        make Observed optional "Merke" "Merke" "Make";
        model Observed optional "Modell" "Modell" "Model";
        vehicle_class Observed optional "Kjøretøygruppe" "Køyretøygruppe" "Vehicle class";
        body_type Observed optional "Påbygg" "Påbygg" "Body";
        colour Observed optional "Farge" "Farge" "Colour";
        first_registered Observed optional "Første gang registrert" "Første gong registrert" "First registered";
        status Observed optional "Registreringsstatus" "Registreringsstatus" "Registration status";
        gross_weight_kg Observed optional "Tillatt totalvekt (kg)" "Tillaten totalvekt (kg)" "Gross weight (kg)";
        kerb_weight_kg Observed optional "Egenvekt (kg)" "Eigenvekt (kg)" "Kerb weight (kg)";
        payload_kg Observed optional "Nyttelast (kg)" "Nyttelast (kg)" "Payload (kg)";
        length_mm Observed optional "Lengde (mm)" "Lengd (mm)" "Length (mm)";
        axles Observed optional "Aksler" "Akslar" "Axles";
        pto_kw Observed optional "Kraftuttak (kW)" "Kraftuttak (kW)" "Power take-off (kW)";
        hydraulic_lift Observed optional "Hydraulisk løft" "Hydraulisk løft" "Hydraulic lift";
        temperature_box Observed optional "Temperaturregulert skap" "Temperaturregulert skap" "Temperature-controlled box";
        pkk_due_on Observed optional "Frist for EU-kontroll" "Frist for EU-kontroll" "Periodic inspection due";
        technical Observed optional "Øvrige tekniske data" "Andre tekniske data" "Other technical data";
        source Observed required "Kilde" "Kjelde" "Source";
    }
    BodyUsage {
        function Observed required "Funksjon" "Funksjon" "Function";
        meter Observed required "Måler" "Målar" "Meter";
        value Observed required "Verdi" "Verdi" "Value";
        unit Observed required "Enhet" "Eining" "Unit";
        method Observed required "Avlest hvordan" "Avlese korleis" "How it was read";
        note Observed optional "Merknad" "Merknad" "Note";
    }
    Work {
        text Derived required "Hva som er gjort eller funnet" "Kva som er gjort eller funne" "What was done or found";
        severity Derived optional "Alvorlighet" "Alvorsgrad" "Severity";
        part_no Derived optional "Delenummer" "Delenummer" "Part number";
        serial Derived optional "Serie- eller partinummer" "Serie- eller partinummer" "Serial or batch number";
        done_by Derived optional "Utført av" "Utført av" "Done by";
        document Derived optional "Dokument" "Dokument" "Document";
    }
    Purchase {
        number Derived required "Ordrenummer" "Ordrenummer" "Order number";
        plate Observed optional "Kjennemerke" "Kjennemerke" "Registration plate";
        buyer Given optional "Kjøper" "Kjøpar" "Buyer";
        lines Derived required "Hva som er kjøpt" "Kva som er kjøpt" "What was bought";
        total_ore Derived required "Sum i øre" "Sum i øre" "Total in øre";
        vat_ore Derived optional "Merverdiavgift i øre" "Meirverdiavgift i øre" "VAT in øre";
        warranty Derived optional "Garanti" "Garanti" "Warranty";
        document Derived optional "Dokument" "Dokument" "Document";
        approval Given optional "Godkjenning av pris" "Godkjenning av pris" "Approval of the price";
    }
    Billing {
        name Given required "Fakturamottaker" "Fakturamottakar" "Invoice recipient";
        org_no Given optional "Organisasjonsnummer" "Organisasjonsnummer" "Organisation number";
        address Given optional "Fakturaadresse" "Fakturaadresse" "Invoice address";
        postal_code Given optional "Postnummer" "Postnummer" "Postal code";
        city Given optional "Poststed" "Poststad" "Town";
        email Given optional "E-post for faktura" "E-post for faktura" "E-mail for invoices";
        payment_terms_days Derived optional "Betalingsfrist (dager)" "Betalingsfrist (dagar)" "Payment terms (days)";
        kid Derived optional "KID" "KID" "Payment id";
        amount_ore Derived optional "Beløp i øre" "Beløp i øre" "Amount in øre";
        vat_ore Derived optional "Merverdiavgift i øre" "Meirverdiavgift i øre" "VAT in øre";
        document_no Derived optional "Bilagsnummer" "Bilagsnummer" "Document number";
        customer_no Derived optional "Kundenummer" "Kundenummer" "Customer number";
    }
    AccountingCopy {
        document_no Derived required "Bilagsnummer" "Bilagsnummer" "Document number";
        issued_on Derived required "Bilagsdato" "Bilagsdato" "Date of the document";
        seller Derived required "Selger" "Seljar" "Seller";
        name Derived required "Betaler" "Betalar" "Payer";
        org_no Derived optional "Organisasjonsnummer" "Organisasjonsnummer" "Organisation number";
        address Derived optional "Adresse" "Adresse" "Address";
        postal_code Derived optional "Postnummer" "Postnummer" "Postal code";
        city Derived optional "Poststed" "Poststad" "Town";
        lines Derived required "Hva som er levert, linje for linje" "Kva som er levert, linje for linje" "What was delivered, line by line";
        total_ore Derived required "Sum i øre" "Sum i øre" "Total in øre";
        vat_ore Derived required "Merverdiavgift i øre" "Meirverdiavgift i øre" "VAT in øre";
        due_on Derived optional "Forfall" "Forfall" "Due on";
    }
    Claim {
        text Given required "Hva som er galt" "Kva som er gale" "What is wrong";
        number Derived optional "Ordrenummer" "Ordrenummer" "Order number";
        about Derived optional "Hva saken gjelder" "Kva saka gjeld" "What the case is about";
        assessment Derived optional "Vurdering av fristene" "Vurdering av fristane" "Assessment of the time limits";
        outcome Derived optional "Utfall" "Utfall" "Outcome";
        reason Derived optional "Begrunnelse" "Grunngjeving" "Reason";
    }
    Marketing {
        name Given optional "Fornavn" "Førenamn" "First name";
        email Given required "E-post" "E-post" "E-mail";
        topics Given optional "Temaer" "Tema" "Topics";
        wishes Given optional "Ønsker for innholdet" "Ønske for innhaldet" "Wishes for the content";
        source Observed optional "Kilde" "Kjelde" "Source";
        company Observed optional "Bedrift" "Bedrift" "Company";
        org_no Observed optional "Organisasjonsnummer" "Organisasjonsnummer" "Organisation number";
        phone Observed optional "Telefon" "Telefon" "Telephone";
        form Observed optional "Organisasjonsform" "Organisasjonsform" "Form of organisation";
        address Observed optional "Postadresse" "Postadresse" "Postal address";
        postal_code Observed optional "Postnummer" "Postnummer" "Postal code";
    }
    Account {
        email Given required "E-post for innlogging" "E-post for innlogging" "E-mail for log-in";
        language Given optional "Språk" "Språk" "Language";
        customer_no Derived optional "Kundenummer" "Kundenummer" "Customer number";
        brought_from Given optional "Tatt med fra" "Teke med frå" "Brought along from";
        brought_on Given optional "Dato der" "Dato der" "Date there";
        brought Given optional "Historikk tatt med" "Historikk teken med" "History brought along";
    }
    Evidence {
        description Observed optional "Beskrivelse" "Skildring" "Description";
        file Observed optional "Fil" "Fil" "File";
    }
    Correspondence {
        to Derived required "Sendt til" "Sendt til" "Sent to";
        subject Derived required "Emne" "Emne" "Subject";
        text Derived required "Innhold" "Innhald" "Content";
        calendar Derived optional "Kalenderfil" "Kalenderfil" "Calendar file";
    }
    RightsCase {
        request Given optional "Hva du ba om" "Kva du bad om" "What you asked for";
        name Given optional "Navn" "Namn" "Name";
        reach Given optional "Svar sendes til" "Svar skal til" "Answer goes to";
        identity Derived optional "Hvordan identiteten ble bekreftet" "Korleis identiteten vart stadfesta" "How identity was established";
        answer Derived optional "Svar" "Svar" "Answer";
        field Given optional "Hva som skal rettes" "Kva som skal rettast" "What is to be corrected";
        value Given optional "Riktig opplysning" "Rett opplysning" "The correct information";
        reason Given optional "Grunn som ble oppgitt for å åpne opplysninger" "Grunn som vart oppgjeven for å opne opplysningar" "Reason given for opening data";
    }
    Staff {
        name Given required "Navn" "Namn" "Name";
        email Given required "E-post" "E-post" "E-mail";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_stands_once_in_its_category() {
        for (i, one) in FIELDS.iter().enumerate() {
            assert!(
                !FIELDS[..i]
                    .iter()
                    .any(|f| f.category == one.category && f.name == one.name),
                "{:?}.{} stands twice",
                one.category,
                one.name
            );
            assert!(!one.nb.is_empty() && !one.nn.is_empty() && !one.en.is_empty());
        }
    }

    #[test]
    fn each_category_has_fields() {
        for category in Category::ALL {
            assert!(
                fields_of(*category).next().is_some(),
                "{category:?} has no field"
            );
        }
    }
}
