//! A permit comes from the judge only.
use declaration::vocabulary::purpose;

fn forge(actor: vault::Actor, subject: values::SubjectId) -> vault::Permit<purpose::Visit> {
    vault::Permit { actor, subject }
}

fn main() {}
