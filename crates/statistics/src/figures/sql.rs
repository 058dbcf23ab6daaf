//! The statements that read. No sum smaller than the setting is answered, whatever it is a sum of; days are
//! summed to bars first, and hidden there.

store::queries! {
    /// Visits by search, of a span of days.
    BY_TERM = "SELECT term, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 GROUP BY term HAVING CAST(SUM(count) AS BIGINT) >= $2 ORDER BY n DESC, term";
    /// Visits by county; of one search if there is one.
    BY_COUNTY = "SELECT county, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND ($3 = '' OR term = $3) GROUP BY county HAVING CAST(SUM(count) AS BIGINT) >= $2 ORDER BY n DESC, county";
    /// Visits by day; of one search if there is one. Small sums are hidden when the bars are drawn.
    BY_DAY = "SELECT day, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND ($2 = '' OR term = $2) GROUP BY day ORDER BY day";
    /// Every cell that is shown, for a spreadsheet.
    CELLS = "SELECT day, controller_id, term, county, count FROM visit_count WHERE day >= $1 AND count >= $2 ORDER BY day, controller_id, term, county";
}
