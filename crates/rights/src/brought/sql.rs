//! What has been brought along, by keyed hashes.

store::queries! {
    /// What is here already.
    OF = "SELECT tag FROM rights_brought WHERE subject_id = $1";
    /// Taken.
    ADD = "INSERT INTO rights_brought (tag, subject_id, record_id, at) VALUES ($1, $2, $3, $4)";
    /// The person is forgotten.
    FORGET = "DELETE FROM rights_brought WHERE subject_id = $1";
}
