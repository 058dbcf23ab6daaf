//! The statements of restrictions.

store::queries! {
    /// A restriction begins.
    ADD = "INSERT INTO rights_restriction (id, subject_id, request_id, ground, set_at, set_by, notice_at, lifted_at, lifted_by) VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL, NULL)";
    /// A strand that the restriction locks.
    ADD_STRAND = "INSERT INTO rights_restriction_strand (restriction_id, strand_id) VALUES ($1, $2)";
    /// Whether a restriction that stands locks a strand.
    LOCKS = "SELECT 1 AS yes FROM rights_restriction_strand o JOIN rights_restriction r ON r.id = o.restriction_id WHERE o.strand_id = $1 AND r.lifted_at IS NULL LIMIT 1";
    /// What a restriction locked and no other one that stands locks, too.
    STRANDS_FREED = "SELECT t.strand_id FROM rights_restriction_strand t WHERE t.restriction_id = $1 AND NOT EXISTS (SELECT 1 FROM rights_restriction_strand o JOIN rights_restriction r ON r.id = o.restriction_id WHERE o.strand_id = t.strand_id AND o.restriction_id <> $1 AND r.lifted_at IS NULL) ORDER BY t.strand_id";
    /// An erasure has locked a person's strands: no restriction opens them again.
    RELEASE = "DELETE FROM rights_restriction_strand WHERE strand_id = $1";
    /// The restriction of a request.
    OF_REQUEST = "SELECT id, subject_id, request_id, ground, set_at, notice_at, lifted_at FROM rights_restriction WHERE request_id = $1";
    /// Restrictions that stand about a person.
    OF_SUBJECT = "SELECT id, subject_id, request_id, ground, set_at, notice_at, lifted_at FROM rights_restriction WHERE subject_id = $1 AND lifted_at IS NULL ORDER BY set_at";
    /// All that stand.
    STANDING = "SELECT id, subject_id, request_id, ground, set_at, notice_at, lifted_at FROM rights_restriction WHERE lifted_at IS NULL ORDER BY set_at LIMIT $1";
    /// The person has been told that it will be lifted (Art. 18(3)).
    NOTICE = "UPDATE rights_restriction SET notice_at = $2 WHERE id = $1 AND notice_at IS NULL AND lifted_at IS NULL";
    /// It is lifted; without a notice before, it is not.
    LIFT = "UPDATE rights_restriction SET lifted_at = $2, lifted_by = $3 WHERE id = $1 AND lifted_at IS NULL AND notice_at IS NOT NULL AND notice_at < $2";
}
