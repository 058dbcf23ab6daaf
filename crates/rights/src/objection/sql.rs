//! The statements of objections.

store::queries! {
    /// An objection to a purpose, to be weighed.
    ADD = "INSERT INTO rights_objection (request_id, purpose, state, at, decided_at, decided_by) VALUES ($1, $2, 'pending', $3, NULL, NULL)";
    /// A no that nobody weighs: it counts as it is said.
    ADD_SETTLED = "INSERT INTO rights_objection (request_id, purpose, state, at, decided_at, decided_by) VALUES ($1, $2, 'upheld', $3, $3, NULL)";
    /// The purposes of a request.
    OF_REQUEST = "SELECT o.purpose, o.state, r.subject_id FROM rights_objection o JOIN rights_request r ON r.id = o.request_id WHERE o.request_id = $1 ORDER BY o.purpose";
    /// Weighed: upheld, or overruled with compelling grounds.
    DECIDE = "UPDATE rights_objection SET state = $3, decided_at = $4, decided_by = $5 WHERE request_id = $1 AND purpose = $2 AND state = 'pending'";
    /// Whether another objection of the person to the purpose stands; one that was taken back does not.
    STANDS = "SELECT 1 AS yes FROM rights_objection o JOIN rights_request r ON r.id = o.request_id WHERE r.subject_id = $1 AND o.purpose = $2 AND o.request_id <> $3 AND o.state <> 'overruled' AND r.state <> 'withdrawn' LIMIT 1";
}
