//! The statements that read. None shows a cell smaller than the setting, but what has no word and no place.

store::queries! {
    /// Visits by search, of a span of days.
    BY_TERM = "SELECT term, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND (count >= $2 OR (county = '(flere)' AND term IN ('', '(sjeldne)'))) GROUP BY term ORDER BY n DESC, term";
    /// Visits by county; of one search if there is one.
    BY_COUNTY = "SELECT county, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND (count >= $2 OR (county = '(flere)' AND term IN ('', '(sjeldne)'))) AND ($3 = '' OR term = $3) GROUP BY county ORDER BY n DESC, county";
    /// Visits by day; of one search if there is one.
    BY_DAY = "SELECT day, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND (count >= $2 OR (county = '(flere)' AND term IN ('', '(sjeldne)'))) AND ($3 = '' OR term = $3) GROUP BY day ORDER BY day";
    /// Every cell that is shown, for a spreadsheet.
    CELLS = "SELECT day, controller_id, term, county, count FROM visit_count WHERE day >= $1 AND (count >= $2 OR (county = '(flere)' AND term IN ('', '(sjeldne)'))) ORDER BY day, controller_id, term, county";
}
