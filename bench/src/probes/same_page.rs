//! A customer's page without the page: one permit, the rows that are shown, opened and escaped.

use std::fmt::Write;

use customers::CustomerContact;
use declaration::vocabulary::{Category, purpose};
use karosseri::house::House;
use values::SubjectId;
use vault::{Actor, Ask, Sealed, Vault};

use crate::Res;

/// The probe.
pub struct SamePage(Vault);

impl SamePage {
    /// On a house's vault.
    pub fn of(house: &House) -> Self {
        Self(house.vault.clone())
    }

    /// The person's name, address and bookings as text.
    pub async fn render(&self, subject: i64) -> Res<String> {
        let (vault, subject) = (&self.0, SubjectId::from_raw(subject));
        let ask = Ask::open(Actor::Subject(subject), subject).of(&[Category::Contact]);
        let permit = vault.permit::<purpose::Visit>(ask).await?;
        let (contact, bookings) = vault
            .store()
            .read(move |db| {
                let contact = Sealed::<CustomerContact>::load_of(db, subject, 1)?;
                Ok((contact, bookings::find_by_subjects(db, &[subject])?))
            })
            .await?;
        let mut page = String::with_capacity(4 << 10);
        for sealed in &contact {
            let contact = vault.open(&permit, sealed)?;
            escape(&mut page, contact.name.reveal());
        }
        for row in bookings {
            write!(
                page,
                "<li>{} {}</li>",
                row.reference,
                row.starts_at.rfc3339()
            )?;
        }
        Ok(page)
    }
}

fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
}
