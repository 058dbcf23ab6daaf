//! The statements about campaigns and their texts.

store::queries! {
    /// A new draft.
    ADD = "INSERT INTO campaign (id, controller_id, topic, lang, segment, state, why, latest, sends,
             made_by, made_at, send_at, started_at, ended_at, built_to, built, batch, open,
             outside_batch, outside_handed, outside_perhaps)
           VALUES ($1, $2, $3, $4, $5, 'draft', NULL, 1, 1, $6, $7, NULL, NULL, NULL, 0, FALSE, 0, TRUE, 0, 0, 0)";
    /// One text of a campaign; never changed.
    TEXT_ADD = "INSERT INTO campaign_text (campaign_id, number, subject, body, made_by, made_at)
                VALUES ($1, $2, $3, $4, $5, $6)";
    /// A draft nobody has got is written over; nothing of it has left the house.
    TEXT_OVER = "UPDATE campaign_text SET subject = $3, body = $4, made_by = $5, made_at = $6
                 WHERE campaign_id = $1 AND number = $2";
    /// One campaign.
    GET = "SELECT * FROM campaign WHERE id = $1";
    /// One text.
    TEXT = "SELECT subject, body, made_at FROM campaign_text WHERE campaign_id = $1 AND number = $2";
    /// All campaigns, newest first, with the subject of their latest text.
    LIST = "SELECT c.*, t.subject AS subject FROM campaign c
            JOIN campaign_text t ON t.campaign_id = c.id AND t.number = c.latest
            ORDER BY c.made_at DESC, c.id DESC LIMIT $1";
    /// What has been sent and may be read by everybody, newest first.
    ARCHIVE = "SELECT c.*, t.subject AS subject FROM campaign c
               JOIN campaign_text t ON t.campaign_id = c.id AND t.number = c.sends
               WHERE c.open AND c.started_at IS NOT NULL AND c.state IN ('running', 'paused', 'done')
               ORDER BY c.started_at DESC, c.id DESC LIMIT $1";
    /// What a draft is about.
    ABOUT = "UPDATE campaign SET controller_id = $2, topic = $3, lang = $4, segment = $5, open = $6
             WHERE id = $1 AND state = 'draft'";
    /// A further text.
    NEWEST = "UPDATE campaign SET latest = $2 WHERE id = $1 AND latest = $3";
    /// The text that the remaining recipients get.
    SENDS = "UPDATE campaign SET sends = $2 WHERE id = $1";
    /// From one state to another; counts no row when it is not in that state.
    MOVE = "UPDATE campaign SET state = $3, why = NULL WHERE id = $1 AND state = $2";
    /// When it is to begin.
    SEND_AT = "UPDATE campaign SET send_at = $2, sends = latest WHERE id = $1";
    /// It begins.
    START = "UPDATE campaign SET state = 'running', why = NULL, started_at = $2
             WHERE id = $1 AND state = 'scheduled'";
    /// It is over.
    END = "UPDATE campaign SET state = $2, ended_at = $3 WHERE id = $1 AND ended_at IS NULL";
    /// Scheduled and due.
    DUE = "SELECT id FROM campaign WHERE state = 'scheduled' AND send_at <= $1 ORDER BY send_at, id";
    /// Under way.
    RUNNING = "SELECT id FROM campaign WHERE state = 'running' ORDER BY started_at, id";
    /// Every campaign that is not over, with its last batch.
    BATCHES = "SELECT id, state, batch FROM campaign WHERE ended_at IS NULL";
    /// It stops by itself, and says why.
    STOP = "UPDATE campaign SET state = 'paused', why = $2 WHERE id = $1 AND state = 'running'";
    /// Not before somebody has looked.
    HALT = "UPDATE campaign SET state = 'paused', why = $2, outside_batch = $3, outside_handed = $4,
              outside_perhaps = $5
            WHERE id = $1 AND ended_at IS NULL";
    /// The rest goes on after the database was fetched back.
    GO_ON = "UPDATE campaign SET state = 'running', why = NULL, started_at = COALESCE(started_at, $2),
               sends = CASE WHEN started_at IS NULL THEN latest ELSE sends END,
               batch = CASE WHEN batch < outside_batch THEN outside_batch ELSE batch END
             WHERE id = $1 AND why = 'restored' AND outside_batch > 0 AND ended_at IS NULL";
    /// What is over since then, or is not there.
    OVER = "SELECT ended_at FROM campaign WHERE id = $1";
}
