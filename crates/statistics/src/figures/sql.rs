//! The statements that read. No sum smaller than the setting is answered, whatever it is a sum of; days are
//! summed to bars first, and hidden there. `$1` up to before `$2` are the days, `$3` is a company or 0 for all.

store::queries! {
    /// Visits of a span of days.
    ALL_VISITS = "SELECT CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND day < $2 AND ($3 = 0 OR controller_id = $3) HAVING CAST(SUM(count) AS BIGINT) >= $4";
    /// Visits by search.
    BY_TERM = "SELECT term, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND day < $2 AND ($3 = 0 OR controller_id = $3) GROUP BY term HAVING CAST(SUM(count) AS BIGINT) >= $4 ORDER BY n DESC, term";
    /// Visits by county; of one search if there is one.
    BY_COUNTY = "SELECT county, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND day < $2 AND ($3 = 0 OR controller_id = $3) AND ($5 = '' OR term = $5) GROUP BY county HAVING CAST(SUM(count) AS BIGINT) >= $4 ORDER BY n DESC, county";
    /// Visits by day; of one search if there is one. Small sums are hidden when the bars are drawn.
    BY_DAY = "SELECT day, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND day < $2 AND ($3 = 0 OR controller_id = $3) AND ($4 = '' OR term = $4) GROUP BY day ORDER BY day";
    /// Every cell that is shown, for a spreadsheet; `$5` and `$6` say whether words and counties are.
    CELLS = "SELECT day, controller_id, CASE WHEN $5 = 1 THEN term ELSE '' END AS term, CASE WHEN $6 = 1 THEN county ELSE '' END AS county, CAST(SUM(count) AS BIGINT) AS n FROM visit_count WHERE day >= $1 AND day < $2 AND ($3 = 0 OR controller_id = $3) GROUP BY 1, 2, 3, 4 HAVING CAST(SUM(count) AS BIGINT) >= $4 ORDER BY 1, 2, 3, 4";
}
