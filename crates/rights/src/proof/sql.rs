//! The statements of the proof's memory.

store::queries! {
    /// A run that came to its end.
    RUN_ADD = "INSERT INTO proof_run (id, at, version, hash, holds, attested, fails) VALUES ($1, $2, $3, $4, $5, $6, $7)";
    /// One clause of it.
    LINE_ADD = "INSERT INTO proof_line (run_id, place, number, verdict, evidence) VALUES ($1, $2, $3, $4, $5)";
    /// The latest run. One dated in the future ran by a clock that was wrong: it counts only where there is
    /// no other.
    RUN_LAST = "SELECT id, at, version, hash, holds, attested, fails FROM proof_run ORDER BY CASE WHEN at <= $1 THEN 0 ELSE 1 END, at DESC, id DESC LIMIT 1";
    /// Its clauses.
    LINES_OF = "SELECT number, verdict, evidence FROM proof_line WHERE run_id = $1 ORDER BY place";
    /// Runs older than two years say nothing to anybody.
    LINES_TIDY = "DELETE FROM proof_line WHERE run_id IN (SELECT id FROM proof_run WHERE at < $1)";
    /// The same.
    RUNS_TIDY = "DELETE FROM proof_run WHERE at < $1";
}
