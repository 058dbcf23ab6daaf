//! The statements of the queue: ids, states and instants.

store::queries! {
    /// One more who is to get it; once in a campaign.
    ADD = "INSERT INTO campaign_recipient (campaign_id, subject_id, state, reason, code, attempts,
             next_at, first_at, sent_at, revision, basis)
           VALUES ($1, $2, 'pending', NULL, NULL, 0, $3, NULL, NULL, NULL, $4) ON CONFLICT DO NOTHING";
    /// How far the list has come.
    BUILT = "UPDATE campaign SET built_to = $2, built = $3 WHERE id = $1";
    /// A further batch begins, if the campaign is under way.
    BATCH = "UPDATE campaign SET batch = batch + 1 WHERE id = $1 AND state = 'running' RETURNING batch";
    /// Takes what is due; no two workers take the same. It comes up again after the lease.
    CLAIM = "WITH due AS (
               SELECT subject_id FROM campaign_recipient
               WHERE campaign_id = $1 AND state IN ('pending', 'claimed') AND next_at <= $2
               ORDER BY next_at, subject_id LIMIT $4 {skip_locked})
             UPDATE campaign_recipient SET state = 'claimed', next_at = $3, attempts = attempts + 1,
               first_at = COALESCE(first_at, $2)
             WHERE campaign_id = $1 AND subject_id IN (SELECT subject_id FROM due)
             RETURNING subject_id, attempts, first_at, reason, basis";
    /// How an attempt ended. Only by the one who still holds it.
    MARK = "UPDATE campaign_recipient SET state = $4, reason = $5, code = $6, next_at = $7,
              sent_at = $8, revision = $9, message = $10, basis = $11
            WHERE campaign_id = $1 AND subject_id = $2 AND state = 'claimed' AND attempts = $3";
    /// Given back untouched: it does not count as an attempt.
    BACK = "UPDATE campaign_recipient SET state = 'pending', next_at = $4, attempts = attempts - 1
            WHERE campaign_id = $1 AND subject_id = $2 AND state = 'claimed' AND attempts = $3";
    /// Who is in somebody's hands.
    IN_HAND = "SELECT subject_id FROM campaign_recipient WHERE campaign_id = $1 AND state = 'claimed'";
    /// In nobody's hands any more: due at once.
    FREE = "UPDATE campaign_recipient SET next_at = $2 WHERE campaign_id = $1 AND state = 'claimed'";
    /// Refused since then for what was about us: on the list again.
    AGAIN = "UPDATE campaign_recipient SET state = 'pending', next_at = $3, attempts = attempts - 1
             WHERE campaign_id = $1 AND next_at >= $2 AND state = 'failed' AND reason IS NULL";
    /// The same for one who was on their way when the campaign stopped for it.
    AGAIN_LATE = "UPDATE campaign_recipient SET state = 'pending', next_at = $3, attempts = attempts - 1
                  WHERE campaign_id = $1 AND subject_id = $2 AND state = 'failed' AND reason IS NULL
                    AND EXISTS (SELECT 1 FROM campaign WHERE id = $1 AND state = 'paused' AND why = 'refused')";
    /// Whether anybody is left.
    LEFT = "SELECT 1 AS yes FROM campaign_recipient
            WHERE campaign_id = $1 AND state IN ('pending', 'claimed') LIMIT 1";
    /// When the next one is due.
    NEXT = "SELECT MIN(r.next_at) AS next_at FROM campaign_recipient r
            JOIN campaign c ON c.id = r.campaign_id
            WHERE c.state = 'running' AND r.state IN ('pending', 'claimed')";
    /// How many stand how.
    COUNT = "SELECT state, COALESCE(reason, '') AS reason, COUNT(*) AS n FROM campaign_recipient
             WHERE campaign_id = $1 GROUP BY state, COALESCE(reason, '')";
    /// On what those that were sent rested.
    BASES = "SELECT basis, COUNT(*) AS n FROM campaign_recipient
             WHERE campaign_id = $1 AND state = 'sent' GROUP BY basis";
    /// By which list somebody was opened.
    BASIS = "SELECT basis FROM campaign_recipient WHERE campaign_id = $1 AND subject_id = $2";
    /// How many were sent since.
    SINCE = "SELECT COUNT(*) AS n FROM campaign_recipient
             WHERE campaign_id = $1 AND state = 'sent' AND sent_at > $2";
    /// Which texts went to how many.
    TEXTS = "SELECT revision, COUNT(*) AS n FROM campaign_recipient
             WHERE campaign_id = $1 AND state = 'sent' AND revision IS NOT NULL GROUP BY revision ORDER BY revision";
    /// Whose letter it was.
    BY_MESSAGE = "SELECT campaign_id, subject_id, state, COALESCE(reason, '') AS reason
                  FROM campaign_recipient WHERE message = $1";
    /// It came back; once.
    BOUNCED = "UPDATE campaign_recipient SET state = 'failed', reason = 'bounced', code = $3
               WHERE campaign_id = $1 AND subject_id = $2 AND state IN ('sent', 'unsure') AND reason IS NULL";
    /// It was called unwanted.
    COMPLAINED = "UPDATE campaign_recipient SET reason = 'complained'
                  WHERE campaign_id = $1 AND subject_id = $2 AND state IN ('sent', 'failed', 'unsure')";
    /// How many letters to a person came back.
    BOUNCES = "SELECT COUNT(*) AS n FROM campaign_recipient
               WHERE subject_id = $1 AND state = 'failed' AND reason = 'bounced'";
    /// A forgotten person's rows.
    FORGET = "DELETE FROM campaign_recipient WHERE subject_id = $1";
    /// And what is known of their reminders.
    FORGET_REMINDERS = "DELETE FROM reminder WHERE subject_id = $1 OR vehicle_id = $1";
    /// What a person was on the list of.
    OF_PERSON = "SELECT r.state, r.sent_at, t.subject FROM campaign_recipient r
                 JOIN campaign c ON c.id = r.campaign_id
                 JOIN campaign_text t ON t.campaign_id = c.id AND t.number = COALESCE(r.revision, c.sends)
                 WHERE r.subject_id = $1 ORDER BY c.made_at, c.id";
    /// What a person was reminded of.
    REMINDED = "SELECT due_on, made_at FROM reminder WHERE subject_id = $1 ORDER BY made_at, due_on";
    /// Rows of people who are forgotten.
    TIDY_GONE = "DELETE FROM campaign_recipient WHERE subject_id IN
                   (SELECT id FROM subject WHERE forgotten_at IS NOT NULL)";
    /// Reminders to people who are forgotten.
    TIDY_REMINDERS = "DELETE FROM reminder WHERE subject_id IN
                        (SELECT id FROM subject WHERE forgotten_at IS NOT NULL)";
    /// Rows of campaigns that ended long ago; their sums stand no longer than that.
    TIDY = "DELETE FROM campaign_recipient WHERE campaign_id IN
              (SELECT id FROM campaign WHERE ended_at < $1)";
}
