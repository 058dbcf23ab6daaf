//! The statements that write.

store::queries! {
    /// Visits of the last half second.
    ADD = "INSERT INTO visit_count (day, controller_id, term, county, count) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (day, controller_id, term, county) DO UPDATE SET count = visit_count.count + excluded.count";
    /// Cells of past days that are too small to say where they come from.
    SMALL_PLACES = "SELECT day, controller_id, term, county, count FROM visit_count WHERE day < $1 AND count < $2 AND county <> '(flere)'";
    /// Cells of past days that are too small even without the place.
    SMALL_CELLS = "SELECT day, controller_id, term, county, count FROM visit_count WHERE day < $1 AND count < $2 AND county = '(flere)'";
    /// Every different search.
    TERMS = "SELECT DISTINCT term FROM visit_count ORDER BY term";
    /// Every different place.
    COUNTIES = "SELECT DISTINCT county FROM visit_count ORDER BY county";
    /// Every different company.
    COMPANIES = "SELECT DISTINCT controller_id FROM visit_count ORDER BY controller_id";
    /// Cells of a search.
    OF_TERM = "SELECT day, controller_id, term, county, count FROM visit_count WHERE term = $1";
    /// Cells that say where somebody was.
    PLACED = "SELECT day, controller_id, term, county, count FROM visit_count WHERE county <> 'ukjent' AND county <> '(flere)'";
    /// Cells that say what was searched for.
    SEARCHED = "SELECT day, controller_id, term, county, count FROM visit_count WHERE term <> ''";
    /// One cell goes.
    DROP_CELL = "DELETE FROM visit_count WHERE day = $1 AND controller_id = $2 AND term = $3 AND county = $4";
    /// The oldest day.
    OLDEST = "SELECT day FROM visit_count ORDER BY day LIMIT 1";
    /// A day goes.
    DROP_DAY = "DELETE FROM visit_count WHERE day = $1";
}
