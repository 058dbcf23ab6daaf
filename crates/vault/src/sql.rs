//! The vault's statements.

store::queries! {
    /// Keys and marks of this tenant.
    KEYRING = "SELECT name, generation, fingerprint, wrapped FROM keyring";
    /// A key or mark is made once.
    KEYRING_PUT = "INSERT INTO keyring (name, generation, fingerprint, wrapped) VALUES ($1, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET generation = excluded.generation, fingerprint = excluded.fingerprint, wrapped = excluded.wrapped";
    /// One key or mark.
    KEYRING_ONE = "SELECT generation FROM keyring WHERE name = $1";
    /// Which tenant key wraps the strands now.
    TENANT_KEY = "SELECT generation, fingerprint FROM keyring WHERE name = 'tenant'";
    /// Whether anything was ever kept here: then keys are not made anew.
    INHABITED = "SELECT 1 AS yes FROM subject UNION ALL SELECT 1 AS yes FROM chain LIMIT 1";
    /// How much of the erasure ledger this database has seen.
    LEDGER_SEEN = "UPDATE keyring SET generation = $1 WHERE name = 'ledger' AND generation < $1";
    /// The chain begins.
    CHAIN_START = "INSERT INTO chain (id, seq, hash) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING";
    /// Takes numbers and, on PostgreSQL, the row's lock, so that links are made one after another.
    CHAIN_TAKE = "UPDATE chain SET seq = seq + $1 WHERE id = 1 RETURNING seq, hash";
    /// The new end of the chain.
    CHAIN_END = "UPDATE chain SET hash = $1 WHERE id = 1";
    /// The end of the chain, for the check.
    CHAIN = "SELECT seq, hash FROM chain WHERE id = 1";
    /// One opening.
    OPENING_ADD = "INSERT INTO opening (seq, at, actor_kind, actor_id, title, subject_id, categories, purpose, case_kind, case_id, hash, controller_id, marks, look_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    /// Which form the chain has.
    CHAIN_FORM = "SELECT generation FROM keyring WHERE name = 'chain'";
    /// A link in the form of today.
    OPENING_RELINK = "UPDATE opening SET hash = $2 WHERE seq = $1";
    /// The latest lines of one reader, for the count of the last hour.
    OPENINGS_RECENT = "SELECT at, subject_id, marks FROM opening WHERE seq > (SELECT seq FROM chain WHERE id = 1) - 5000 AND actor_kind = 'staff' AND actor_id = $1 AND at > $2";
    /// What a look was used for.
    OPENINGS_UNDER = "SELECT * FROM opening WHERE look_id = $1 AND at >= $2 AND at <= $3 ORDER BY seq LIMIT $4";
    /// Lines that were marked as out of the ordinary, newest first.
    OPENINGS_MARKED = "SELECT * FROM opening WHERE marks <> '' AND (marks LIKE '%unusual%' OR marks LIKE '%break_glass%') ORDER BY seq DESC LIMIT $1";
    /// Those of them that nobody was asked a reason for.
    OPENINGS_NOTED = "SELECT * FROM opening WHERE marks <> '' AND look_id = 0 AND (marks LIKE '%unusual%' OR marks LIKE '%break_glass%') ORDER BY seq DESC LIMIT $1";
    /// One line of the log.
    OPENING = "SELECT * FROM opening WHERE seq = $1";
    /// A reason is asked for, or the glass is broken.
    LOOK_ADD = "INSERT INTO look (id, staff_id, role, controller_id, kind, asked_at, given_at, until, reason, record_id, seen_at, seen_by) VALUES ($1, $2, $3, $4, $5, $6, NULL, 0, '', NULL, NULL, NULL)";
    /// Whom it is about.
    LOOK_PERSON_ADD = "INSERT INTO look_person (look_id, subject_id) VALUES ($1, $2) ON CONFLICT (look_id, subject_id) DO NOTHING";
    /// The same was asked a moment ago and not answered yet.
    LOOKS_WAITING = "SELECT id FROM look WHERE staff_id = $1 AND kind = $2 AND given_at IS NULL AND asked_at > $3 ORDER BY asked_at DESC LIMIT 20";
    /// Whom a look is about.
    LOOK_PERSONS = "SELECT subject_id FROM look_person WHERE look_id = $1 ORDER BY subject_id";
    /// One look.
    LOOK = "SELECT id, staff_id, role, controller_id, kind, asked_at, given_at, until, reason, record_id, seen_at, seen_by FROM look WHERE id = $1";
    /// The reason is given; once.
    LOOK_GIVE = "UPDATE look SET given_at = $2, until = $3, reason = $4, record_id = $5 WHERE id = $1 AND given_at IS NULL";
    /// What stands for a member of staff now.
    LOOKS_LIVE = "SELECT l.id AS id, l.kind AS kind, l.until AS until, p.subject_id AS subject_id FROM look l LEFT JOIN look_person p ON p.look_id = l.id WHERE l.staff_id = $1 AND l.until > $2 AND l.given_at <= $2";
    /// Whether the glass is broken for a member of staff now.
    GLASS = "SELECT id, until FROM look WHERE staff_id = $1 AND until > $2 AND given_at <= $2 AND kind = 'break_glass' ORDER BY until DESC LIMIT 1";
    /// It ends before its time.
    GLASS_END = "UPDATE look SET until = $2 WHERE staff_id = $1 AND kind = 'break_glass' AND until > $2";
    /// Looks for the officer, newest first.
    LOOKS = "SELECT id, staff_id, role, controller_id, kind, asked_at, given_at, until, reason, record_id, seen_at, seen_by FROM look ORDER BY asked_at DESC, id DESC LIMIT $1";
    /// How many nobody has looked at.
    LOOKS_UNSEEN = "SELECT COUNT(*) AS n FROM look WHERE seen_at IS NULL";
    /// An officer has looked at it.
    LOOK_SEEN = "UPDATE look SET seen_at = $2, seen_by = $3 WHERE id = $1 AND seen_at IS NULL";
    /// Who opened what about one subject.
    OPENINGS_ABOUT = "SELECT * FROM opening WHERE subject_id = $1 ORDER BY seq DESC LIMIT $2";
    /// How often one subject's data was opened, counted up to a limit, and when last.
    OPENINGS_COUNT = "SELECT COUNT(*) AS n, (SELECT at FROM opening WHERE subject_id = $1 ORDER BY seq DESC LIMIT 1) AS last FROM (SELECT seq FROM opening WHERE subject_id = $1 LIMIT $2) AS counted";
    /// The whole log in order, for the check.
    OPENINGS = "SELECT * FROM opening ORDER BY seq";
    /// A new subject.
    SUBJECT_ADD = "INSERT INTO subject (id, kind, created_at, forgotten_at) VALUES ($1, $2, $3, NULL)";
    /// What a subject is.
    SUBJECT = "SELECT id, kind, forgotten_at FROM subject WHERE id = $1";
    /// A subject with nothing left.
    SUBJECT_FORGET = "UPDATE subject SET forgotten_at = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM strand WHERE strand.subject_id = subject.id)";
    /// The subject is still there: a forgotten one counts no row and gets no new strand.
    SUBJECT_STILL = "UPDATE subject SET kind = kind WHERE id = $1 AND forgotten_at IS NULL";
    /// A subject's strands, but for those on their way out.
    STRANDS_OF = "SELECT id, subject_id, category, state, keep_until, created_at, wrapped FROM strand WHERE subject_id = $1 AND state <> 'ending' ORDER BY category";
    /// One strand.
    STRAND = "SELECT id, subject_id, category, state, keep_until, created_at, wrapped FROM strand WHERE id = $1";
    /// A new strand. Unique per subject and category.
    STRAND_ADD = "INSERT INTO strand (id, subject_id, category, state, keep_until, created_at, wrapped) VALUES ($1, $2, $3, 'live', 0, $4, $5)";
    /// The strand is still as it was judged: a changed one counts no row.
    STRAND_STILL = "UPDATE strand SET state = state WHERE id = $1 AND state = $2";
    /// The latest reason decides.
    STRAND_DATE = "UPDATE strand SET keep_until = (SELECT COALESCE(MAX(until), 0) FROM reason WHERE reason.strand_id = strand.id) WHERE id = $1";
    /// A restriction (GDPR Art. 18). A strand on its way out stays so.
    STRAND_RESTRICT = "UPDATE strand SET state = 'restricted' WHERE id = $1 AND state <> 'ending'";
    /// The restriction is lifted; what a hold alone keeps stays as it is.
    STRAND_LIFT = "UPDATE strand SET state = CASE WHEN state = 'restricted' THEN 'live' ELSE state END WHERE id = $1 AND state <> 'ending'";
    /// Kept by a hold alone from now on. A restriction is the stronger word and stays.
    STRAND_HELD = "UPDATE strand SET state = 'held' WHERE id = $1 AND state = 'live'";
    /// What was kept by a hold alone has a reason again.
    STRANDS_REVIVED = "UPDATE strand SET state = 'live' WHERE state = 'held' AND keep_until > $1";
    /// What goes next, after a place in the list. A hold whose day of review is over by $3 keeps nothing.
    STRANDS_DUE = "SELECT id, subject_id, category, state, keep_until, created_at, wrapped FROM strand WHERE keep_until <= $1 AND keep_until >= $4 AND (keep_until > $4 OR id > $5) AND state <> 'ending' AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.strand_id = strand.id AND hold.released_at IS NULL AND hold.review_on >= $3) ORDER BY keep_until, id LIMIT $2";
    /// How many strands are past their date.
    STRANDS_PAST = "SELECT COUNT(*) AS n FROM strand WHERE keep_until <= $1";
    /// How many strands there are.
    STRANDS_ALIVE = "SELECT COUNT(*) AS n FROM strand";
    /// A sweep that would do something unusual asks, once.
    DOUBT_ADD = "INSERT INTO sweep_doubt (id, at, why, due, alive, last_at, confirmed_at, confirmed_by, settled_at) SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS BIGINT), NULL, NULL, NULL FROM chain WHERE chain.id = 1 AND NOT EXISTS (SELECT 1 FROM sweep_doubt d WHERE d.settled_at IS NULL AND d.confirmed_at IS NULL AND d.why = $3)";
    /// The question that waits, or the answer that has not been used.
    DOUBT = "SELECT id, at, why, due, alive, last_at, confirmed_at, confirmed_by FROM sweep_doubt WHERE settled_at IS NULL ORDER BY at DESC, id DESC LIMIT 1";
    /// The question is still the same, by the clock as it stands now.
    DOUBT_SEEN = "UPDATE sweep_doubt SET seen_at = $2 WHERE settled_at IS NULL AND why = $1 AND (seen_at IS NULL OR seen_at < $2)";
    /// Another question takes the place of those that wait.
    DOUBTS_OTHER = "UPDATE sweep_doubt SET settled_at = $2 WHERE settled_at IS NULL AND why <> $1";
    /// What is past its date and was written, or got a reason, while the clock stood before the last
    /// sweep and nobody said that it was right: a day on either side counts as then.
    STRANDS_ASTRAY = "SELECT COUNT(*) AS n FROM strand s WHERE s.keep_until <= $1 AND s.state <> 'ending' AND EXISTS (SELECT 1 FROM sweep_doubt d WHERE d.why = 'behind' AND d.confirmed_at IS NULL AND ((s.created_at >= d.at - 86400000 AND s.created_at <= COALESCE(d.seen_at, d.at) + 86400000) OR EXISTS (SELECT 1 FROM reason r WHERE r.strand_id = s.id AND r.started_at >= d.at - 86400000 AND r.started_at <= COALESCE(d.seen_at, d.at) + 86400000)))";
    /// A person says that it is right.
    DOUBT_CONFIRM = "UPDATE sweep_doubt SET confirmed_at = $2, confirmed_by = $3 WHERE id = $1 AND settled_at IS NULL AND confirmed_at IS NULL";
    /// Asked and answered, or no longer a question.
    DOUBTS_SETTLE = "UPDATE sweep_doubt SET settled_at = $1 WHERE settled_at IS NULL";
    /// Somebody asks to open a locked record.
    UNLOCK_ADD = "INSERT INTO unlocking (id, subject_id, record_id, purpose, reason, asked_by, asked_at, lapses_at, agreed_by, agreed_at, good_until, closed_at) SELECT CAST($1 AS BIGINT), s.subject_id, r.id, CAST($3 AS TEXT), CAST($4 AS TEXT), CAST($5 AS BIGINT), CAST($6 AS BIGINT), CAST($7 AS BIGINT), NULL, NULL, NULL, NULL FROM record r JOIN strand s ON s.id = r.strand_id WHERE r.id = $2 AND s.category = $8 AND s.state <> 'ending'";
    /// Another agrees: never the one who asked, never twice, never too late.
    UNLOCK_AGREE = "UPDATE unlocking SET agreed_by = $2, agreed_at = $3, good_until = $4 WHERE id = $1 AND asked_by <> $2 AND agreed_by IS NULL AND closed_at IS NULL AND asked_at <= $3 AND lapses_at > $3";
    /// Declined, or done.
    UNLOCK_END = "UPDATE unlocking SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL";
    /// Whether two people have agreed that this one may open it now.
    UNLOCKED = "SELECT 1 AS yes FROM unlocking WHERE subject_id = $1 AND asked_by = $2 AND purpose = $3 AND agreed_by IS NOT NULL AND agreed_by <> asked_by AND agreed_at <= $4 AND good_until > $4 AND closed_at IS NULL LIMIT 1";
    /// One unlocking.
    UNLOCKING = "SELECT * FROM unlocking WHERE id = $1";
    /// The latest unlockings.
    UNLOCKINGS = "SELECT * FROM unlocking ORDER BY asked_at DESC, id DESC LIMIT $1";
    /// What has outlived its reasons and is kept by a hold alone.
    STRANDS_HELD = "SELECT id, subject_id, category, state, keep_until, created_at, wrapped FROM strand WHERE keep_until <= $1 AND state <> 'ending' AND EXISTS (SELECT 1 FROM hold WHERE hold.strand_id = strand.id AND hold.released_at IS NULL) ORDER BY keep_until, id LIMIT $2";
    /// All keys, for rotation.
    STRANDS_ALL = "SELECT id, subject_id, category, wrapped FROM strand ORDER BY id";
    /// A key under the new tenant key.
    STRAND_REWRAP = "UPDATE strand SET wrapped = $2 WHERE id = $1";
    /// The strand is about to go: from here on it opens for nobody, and no hold can be set. One with
    /// a reason or a hold left counts no row, whatever the list said that it was taken from.
    STRAND_ENDING = "UPDATE strand SET state = 'ending' WHERE id = $1 AND keep_until <= $2 AND NOT EXISTS (SELECT 1 FROM hold WHERE hold.strand_id = strand.id AND hold.released_at IS NULL)";
    /// Destructions that were cut short.
    STRANDS_ENDING = "SELECT id FROM strand WHERE state = 'ending' ORDER BY id LIMIT $1";
    /// Those of one subject.
    STRANDS_ENDING_OF = "SELECT id, category FROM strand WHERE subject_id = $1 AND state = 'ending' ORDER BY category, id";
    /// The key goes.
    STRAND_DESTROY = "DELETE FROM strand WHERE id = $1";
    /// A reason, opened or ended.
    REASON_PUT = "INSERT INTO reason (strand_id, purpose, source_kind, source_id, rule, started_at, until) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (strand_id, purpose, source_kind, source_id) DO UPDATE SET rule = excluded.rule, started_at = excluded.started_at, until = excluded.until";
    /// Why a strand lives.
    REASONS_OF = "SELECT strand_id, purpose, source_kind, source_id, rule, started_at, until FROM reason WHERE strand_id = $1 ORDER BY until DESC, purpose, source_kind, source_id";
    /// The reasons go with the strand.
    REASONS_DROP = "DELETE FROM reason WHERE strand_id = $1";
    /// A strand is locked at once with the end of its reasons, if any is left (GDPR Art. 18).
    STRAND_LOCK = "UPDATE strand SET state = 'restricted' WHERE id = $1 AND state <> 'ending' AND keep_until > $2";
    /// What a reason was for is kept elsewhere.
    REASON_LET_GO = "DELETE FROM reason WHERE strand_id = $1 AND purpose = $2 AND source_kind = $3 AND source_id = $4";
    /// One reason is withdrawn (an erasure request ends what only served the person's convenience).
    REASON_DROP = "DELETE FROM reason WHERE strand_id = $1 AND purpose = $2";
    /// A sealed record.
    RECORD_ADD = "INSERT INTO record (id, strand_id, kind, at, source_kind, source_ref, notice_version, body) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    /// One record with its strand's key.
    RECORD = "SELECT r.id, r.strand_id, r.kind, r.at, r.source_kind, r.source_ref, r.notice_version, r.body, s.subject_id, s.category, s.wrapped FROM record r JOIN strand s ON s.id = r.strand_id WHERE r.id = $1 AND s.state <> 'ending'";
    /// A subject's records of one kind, newest first.
    RECORDS_OF_KIND = "SELECT r.id, r.strand_id, r.kind, r.at, r.source_kind, r.source_ref, r.notice_version, r.body, s.subject_id, s.category, s.wrapped FROM strand s JOIN record r ON r.strand_id = s.id WHERE s.subject_id = $1 AND r.kind = $2 AND s.state <> 'ending' ORDER BY r.at DESC, r.id DESC LIMIT $3";
    /// Which records of a kind there are of whom, from one id to another, newest last.
    RECORDS_BETWEEN_SUBJECTS = "SELECT s.subject_id, r.id FROM strand s JOIN record r ON r.strand_id = s.id WHERE s.subject_id >= $1 AND s.subject_id <= $2 AND s.category = $3 AND r.kind = $4 AND s.state <> 'ending' ORDER BY s.subject_id, r.at, r.id";
    /// Everything about a subject.
    RECORDS_OF = "SELECT r.id, r.strand_id, r.kind, r.at, r.source_kind, r.source_ref, r.notice_version, r.body, s.subject_id, s.category, s.wrapped FROM strand s JOIN record r ON r.strand_id = s.id WHERE s.subject_id = $1 AND s.state <> 'ending' ORDER BY s.category, r.at, r.id";
    /// When the records of one category of a subject were sealed, for an export.
    RECORD_TIMES = "SELECT r.at AS at FROM strand s JOIN record r ON r.strand_id = s.id WHERE s.subject_id = $1 AND s.category = $2 AND s.state <> 'ending' ORDER BY r.at";
    /// The sealed records of one category of a subject in a stretch of time.
    RECORDS_BETWEEN = "SELECT r.id, r.strand_id, r.kind, r.at, r.source_kind, r.source_ref, r.notice_version, r.body, s.subject_id, s.category, s.wrapped FROM strand s JOIN record r ON r.strand_id = s.id WHERE s.subject_id = $1 AND s.category = $2 AND s.state <> 'ending' AND r.at >= $3 AND r.at <= $4 ORDER BY r.at, r.id";
    /// What lies under a destroyed key is noise; it goes when there is time.
    RECORDS_ORPHANED = "DELETE FROM record WHERE id IN (SELECT id FROM record WHERE strand_id = $1 LIMIT $2)";
    /// Destroyed strands under which something still lies, after one of them.
    STRANDS_ORPHANED = "SELECT e.strand_id AS id FROM erasure e WHERE e.strand_id > $1 AND EXISTS (SELECT 1 FROM record r WHERE r.strand_id = e.strand_id) ORDER BY e.strand_id LIMIT $2";
    /// A corrected record's predecessor goes.
    RECORD_DROP = "DELETE FROM record WHERE id = $1";
    /// A look-up that is one person's alone. Their own claim may be repeated; another's counts no row.
    BLIND_ADD = "INSERT INTO blind (kind, tag, subject_id, strand_id) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, tag) DO UPDATE SET strand_id = excluded.strand_id WHERE blind.subject_id = excluded.subject_id";
    /// Whose it is.
    BLIND = "SELECT subject_id, strand_id FROM blind WHERE kind = $1 AND tag = $2";
    /// A look-up moves to another subject's hands (a corrected e-mail, a moved personal plate).
    BLIND_DROP = "DELETE FROM blind WHERE kind = $1 AND tag = $2 AND subject_id = $3";
    /// Look-ups go with the strand.
    BLINDS_DROP = "DELETE FROM blind WHERE strand_id = $1";
    /// A look-up that several may share.
    HINT_ADD = "INSERT INTO hint (kind, tag, subject_id, strand_id) VALUES ($1, $2, $3, $4) ON CONFLICT (kind, tag, strand_id) DO NOTHING";
    /// Who may be meant.
    HINT = "SELECT DISTINCT subject_id FROM hint WHERE kind = $1 AND tag = $2 ORDER BY subject_id DESC LIMIT $3";
    /// A shared look-up that no longer fits (a corrected name).
    HINT_DROP = "DELETE FROM hint WHERE kind = $1 AND tag = $2 AND subject_id = $3";
    /// Hints go with the strand.
    HINTS_DROP = "DELETE FROM hint WHERE strand_id = $1";
    /// A person has to do with a vehicle.
    TIE_ADD = "INSERT INTO tie (vehicle_id, person_id, party, starts_at, ends_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (vehicle_id, person_id, party, starts_at) DO NOTHING";
    /// That ends (sold, handed back).
    TIE_END = "UPDATE tie SET ends_at = $4 WHERE vehicle_id = $1 AND person_id = $2 AND party = $3 AND ends_at > $4";
    /// A person's vehicles.
    TIES_OF_PERSON = "SELECT vehicle_id, person_id, party, starts_at, ends_at FROM tie WHERE person_id = $1 ORDER BY vehicle_id, starts_at";
    /// A vehicle's people.
    TIES_OF_VEHICLE = "SELECT vehicle_id, person_id, party, starts_at, ends_at FROM tie WHERE vehicle_id = $1 ORDER BY starts_at";
    /// Whether this person has to do with this vehicle at an instant.
    TIED = "SELECT 1 AS yes FROM tie WHERE vehicle_id = $1 AND person_id = $2 AND starts_at <= $3 AND ends_at > $3 LIMIT 1";
    /// No path from the person to a vehicle is left.
    TIES_DROP = "DELETE FROM tie WHERE person_id = $1";
    /// Nothing is left of a person or a vehicle.
    TIES_DROP_ALL = "DELETE FROM tie WHERE person_id = $1 OR vehicle_id = $1";
    /// A consent given or withdrawn: a new row, always, numbered as the person's lines came in.
    CONSENT_ADD = "INSERT INTO consent (id, subject_id, controller_id, purpose, channel, topic, state, at, recorded_at, text_version, lang, form, actor_kind, actor_id, text_hash, facts_hash, received_at, seq) SELECT CAST($1 AS BIGINT), CAST($2 AS BIGINT), CAST($3 AS BIGINT), CAST($4 AS TEXT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS TEXT), CAST($8 AS BIGINT), CAST($9 AS BIGINT), CAST($10 AS TEXT), CAST($11 AS TEXT), CAST($12 AS TEXT), CAST($13 AS TEXT), CAST($14 AS BIGINT), CAST($15 AS TEXT), CAST($16 AS TEXT), CAST($17 AS BIGINT), COALESCE(MAX(seq), 0) + 1 FROM consent WHERE subject_id = $2";
    /// Words that were answered, kept once.
    CONSENT_TEXT_KEEP = "INSERT INTO consent_text (hash, version, lang, text, first_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO NOTHING";
    /// Words that were answered.
    CONSENT_TEXT = "SELECT version, lang, text FROM consent_text WHERE hash = $1";
    /// Facts behind the words, kept once.
    CONSENT_FACTS_KEEP = "INSERT INTO consent_facts (hash, version, facts, first_at) VALUES ($1, $2, $3, $4) ON CONFLICT (hash) DO NOTHING";
    /// Facts behind the words.
    CONSENT_FACTS = "SELECT version, facts FROM consent_facts WHERE hash = $1";
    /// How many yeses stand, by what was answered.
    CONSENTS_BY_TEXT = "SELECT g.controller_id, g.purpose, g.channel, g.topic, g.lang, g.text_version, g.text_hash, g.facts_hash, COUNT(*) AS many FROM consent g WHERE g.state = 'given' AND NOT EXISTS (SELECT 1 FROM consent l WHERE l.subject_id = g.subject_id AND l.controller_id = g.controller_id AND l.purpose = g.purpose AND l.channel = g.channel AND l.topic = g.topic AND (l.at > g.at OR (l.at = g.at AND (l.state = 'withdrawn' OR l.seq > g.seq)))) GROUP BY g.controller_id, g.purpose, g.channel, g.topic, g.lang, g.text_version, g.text_hash, g.facts_hash";
    /// The ledger of one person.
    CONSENTS_OF = "SELECT * FROM consent WHERE subject_id = $1 ORDER BY at, id";
    /// An address leads to a person's ledger, for as long as there is a line in it.
    CONSENT_PROOF_KEEP = "INSERT INTO consent_proof (kind, tag, subject_id) SELECT CAST($1 AS TEXT), $2, CAST($3 AS BIGINT) WHERE EXISTS (SELECT 1 FROM consent WHERE subject_id = $3) OR EXISTS (SELECT 1 FROM customer_word WHERE subject_id = $3) ON CONFLICT (kind, tag, subject_id) DO NOTHING";
    /// The same for the addresses of a strand that goes.
    CONSENT_PROOF_STRAND = "INSERT INTO consent_proof (kind, tag, subject_id) SELECT b.kind, b.tag, b.subject_id FROM blind b WHERE b.strand_id = $1 AND b.kind IN ('email', 'phone') AND (EXISTS (SELECT 1 FROM consent c WHERE c.subject_id = b.subject_id) OR EXISTS (SELECT 1 FROM customer_word w WHERE w.subject_id = b.subject_id)) ON CONFLICT (kind, tag, subject_id) DO NOTHING";
    /// A word in the ledger of existing customers: a new row, always.
    CUSTOMER_ADD = "INSERT INTO customer_word (id, subject_id, controller_id, topic, word, at, recorded_at, received_at, until, text_hash, text_version, lang, form, actor_kind, actor_id, case_kind, case_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";
    /// One person's ledger as a customer.
    CUSTOMER_OF = "SELECT controller_id, topic, word, at, recorded_at, received_at, until, text_hash, text_version, form, actor_kind, actor_id FROM customer_word WHERE subject_id = $1 ORDER BY at, id";
    /// Whether a sale of a legal entity keeps the address now.
    CUSTOMER_KEPT = "SELECT 1 AS yes FROM strand s JOIN reason r ON r.strand_id = s.id WHERE s.subject_id = $1 AND s.category = 'contact' AND r.purpose = 'customer_news' AND r.source_kind = 'sale' AND r.source_id = $2 AND r.until > $3 LIMIT 1";
    /// Every address that a sale keeps now.
    CUSTOMERS_KEPT = "SELECT s.id AS strand_id, s.subject_id AS subject_id, r.source_id AS controller_id FROM reason r JOIN strand s ON s.id = r.strand_id WHERE r.purpose = 'customer_news' AND r.until > $1 ORDER BY s.id, r.source_id";
    /// What never led to a sale goes with its person.
    CUSTOMERS_UNSOLD = "DELETE FROM customer_word WHERE EXISTS (SELECT 1 FROM subject s WHERE s.id = customer_word.subject_id AND s.forgotten_at IS NOT NULL) AND NOT EXISTS (SELECT 1 FROM customer_word w WHERE w.subject_id = customer_word.subject_id AND w.controller_id = customer_word.controller_id AND w.word = 'sold')";
    /// Relations that are over, and since when: the no, or the end of what the sale kept.
    CUSTOMERS_ENDED = "SELECT q.subject_id, q.controller_id, CASE WHEN q.no_at IS NOT NULL AND q.no_at < q.until THEN q.no_at ELSE q.until END AS ended FROM (SELECT subject_id, controller_id, MAX(until) AS until, MAX(CASE WHEN word = 'no' THEN at ELSE NULL END) AS no_at FROM customer_word GROUP BY subject_id, controller_id HAVING MAX(until) IS NOT NULL) q WHERE CASE WHEN q.no_at IS NOT NULL AND q.no_at < q.until THEN q.no_at ELSE q.until END <= $1 ORDER BY q.subject_id, q.controller_id";
    /// They go when their proof has been kept for as long as it says.
    CUSTOMER_LAPSE = "DELETE FROM customer_word WHERE subject_id = $1 AND controller_id = $2";
    /// Whose ledgers an address leads to, newest person first.
    CONSENT_PROOFS = "SELECT subject_id FROM consent_proof WHERE kind = $1 AND tag = $2 ORDER BY subject_id DESC LIMIT 20";
    /// The hashes go with the last line.
    CONSENT_PROOF_LAPSE = "DELETE FROM consent_proof WHERE subject_id = $1 AND NOT EXISTS (SELECT 1 FROM consent WHERE consent.subject_id = consent_proof.subject_id) AND NOT EXISTS (SELECT 1 FROM customer_word WHERE customer_word.subject_id = consent_proof.subject_id)";
    /// Persons with something in the ledger that was taken back long ago, or who are long forgotten.
    CONSENTS_ENDED = "SELECT DISTINCT q.subject_id AS subject_id, q.forgotten_at AS forgotten_at FROM (SELECT c.subject_id AS subject_id, s.forgotten_at AS forgotten_at FROM consent c JOIN subject s ON s.id = c.subject_id WHERE c.subject_id > $2 GROUP BY c.subject_id, s.forgotten_at, c.controller_id, c.purpose, c.channel, c.topic HAVING MAX(c.at) <= $1 AND (COALESCE(s.forgotten_at, $1 + 1) <= $1 OR MAX(CASE WHEN c.state = 'withdrawn' THEN c.recorded_at ELSE -1 END) >= MAX(CASE WHEN c.state = 'given' THEN c.recorded_at ELSE -1 END))) q ORDER BY q.subject_id LIMIT $3";
    /// What was said about a matter goes when its proof has been kept for as long as promised.
    CONSENTS_LAPSE = "DELETE FROM consent WHERE subject_id = $1 AND controller_id = $2 AND purpose = $3 AND channel = $4 AND topic = $5";
    /// A word about an address: a new row, always, unless it would repeat the last one.
    SUPPRESSION_ADD = "INSERT INTO suppression (kind, tag, seq, scope_kind, controller_id, topic, state, at, source) SELECT CAST($1 AS TEXT), $2, (SELECT COALESCE(MAX(seq), 0) + 1 FROM suppression WHERE kind = $1 AND tag = $2), CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS TEXT), CAST($6 AS TEXT), CAST($7 AS BIGINT), CAST($8 AS TEXT) WHERE NOT EXISTS (SELECT 1 FROM suppression s WHERE s.kind = $1 AND s.tag = $2 AND s.scope_kind = $3 AND s.controller_id = $4 AND s.topic = $5 AND s.state = $6 AND NOT EXISTS (SELECT 1 FROM suppression o WHERE o.kind = $1 AND o.tag = $2 AND o.seq > s.seq AND o.state <> s.state))";
    /// Whether this very word about an address is there.
    SUPPRESSION_THERE = "SELECT 1 AS yes FROM suppression WHERE kind = $1 AND tag = $2 AND scope_kind = $3 AND controller_id = $4 AND topic = $5 AND state = $6 AND at = $7 LIMIT 1";
    /// A person who is known, and a line of whose ledger is not there.
    CONSENT_MISSING = "SELECT s.id FROM subject s WHERE s.id = $2 AND NOT EXISTS (SELECT 1 FROM consent c WHERE c.id = $1)";
    /// The same of a line of somebody's ledger as a customer.
    CUSTOMER_MISSING = "SELECT s.id FROM subject s WHERE s.id = $2 AND NOT EXISTS (SELECT 1 FROM customer_word c WHERE c.id = $1)";
    /// Whether a reason is there.
    REASON_THERE = "SELECT 1 AS yes FROM reason WHERE strand_id = $1 AND purpose = $2 AND source_kind = $3 AND source_id = $4";
    /// The last word that covers an address, a legal entity and a topic.
    SUPPRESSED = "SELECT state FROM suppression WHERE kind = $1 AND tag = $2 AND (scope_kind = 'all' OR (scope_kind = 'controller' AND controller_id = $3) OR (scope_kind = 'topic' AND controller_id = $3 AND topic = $4)) ORDER BY seq DESC LIMIT 1";
    /// Every word about an address.
    SUPPRESSIONS = "SELECT scope_kind, controller_id, topic, state, at, source FROM suppression WHERE kind = $1 AND tag = $2 ORDER BY seq";
    /// An objection that is weighed (Art. 21(1)).
    OBJECTION_ADD = "INSERT INTO objection (subject_id, purpose, at, stands) VALUES ($1, $2, $3, 'weighed') ON CONFLICT (subject_id, purpose) DO NOTHING";
    /// A no that nobody weighs: to marketing (Art. 21(3)), or to a reminder. It outlives any weighing.
    OBJECTION_SAY = "INSERT INTO objection (subject_id, purpose, at, stands) VALUES ($1, $2, $3, 'absolute') ON CONFLICT (subject_id, purpose) DO UPDATE SET stands = 'absolute', at = excluded.at";
    /// An objection was weighed and upheld.
    OBJECTION_UPHOLD = "UPDATE objection SET stands = 'upheld' WHERE subject_id = $1 AND purpose = $2 AND stands = 'weighed'";
    /// An objection was overruled or taken back; one that counts without it stays.
    OBJECTION_LIFT = "DELETE FROM objection WHERE subject_id = $1 AND purpose = $2 AND stands = 'weighed'";
    /// A no that nobody weighed was taken back by the person; one that was upheld stays.
    OBJECTION_TAKE_BACK = "DELETE FROM objection WHERE subject_id = $1 AND purpose = $2 AND stands = 'absolute'";
    /// A no to a kind of message about one's own vehicle.
    SERVICE_NO = "INSERT INTO service_no (subject_id, kind, at) VALUES ($1, $2, $3) ON CONFLICT (subject_id, kind) DO NOTHING";
    /// Taken back.
    SERVICE_AGAIN = "DELETE FROM service_no WHERE subject_id = $1 AND kind = $2";
    /// Whether there is one.
    SERVICE_NO_THERE = "SELECT at FROM service_no WHERE subject_id = $1 AND kind = $2";
    /// Those of people who are forgotten.
    SERVICE_NO_FORGET = "DELETE FROM service_no WHERE EXISTS (SELECT 1 FROM subject s WHERE s.id = service_no.subject_id AND s.forgotten_at IS NOT NULL)";
    /// Something restricted may be used (Art. 18(2)).
    LEAVE_ADD = "INSERT INTO restriction_leave (id, subject_id, purpose, ground, request_id, given_by, given_at, good_until, ended_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL)";
    /// Whether it may be, for a purpose, now. A clock set back before it was given opens nothing.
    LEAVE = "SELECT 1 AS yes FROM restriction_leave WHERE subject_id = $1 AND purpose = $2 AND good_until > $3 AND given_at <= $3 AND ended_at IS NULL LIMIT 1";
    /// What stands about a person.
    LEAVES_OF = "SELECT id, purpose, ground, given_by, given_at, good_until FROM restriction_leave WHERE subject_id = $1 AND good_until > $2 AND ended_at IS NULL ORDER BY given_at, id";
    /// It ends before its time.
    LEAVE_END = "UPDATE restriction_leave SET ended_at = $3 WHERE id = $1 AND subject_id = $2 AND good_until > $3 AND ended_at IS NULL";
    /// Everything a subject has objected to.
    OBJECTIONS_OF = "SELECT purpose, at, stands FROM objection WHERE subject_id = $1 ORDER BY purpose";
    /// Whether there is one.
    OBJECTION = "SELECT at, stands FROM objection WHERE subject_id = $1 AND purpose = $2";
    /// A hold.
    HOLD_ADD = "INSERT INTO hold (id, strand_id, reason, owner_id, set_at, review_on, released_at) SELECT CAST($1 AS BIGINT), s.id, CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS TEXT), NULL FROM strand s WHERE s.id = $2 AND s.state <> 'ending'";
    /// A hold that names one record: its strand stays, and of the strand nothing but that record when
    /// the reasons are gone.
    HOLD_RECORD = "INSERT INTO hold (id, strand_id, reason, owner_id, set_at, review_on, released_at, record_id) SELECT CAST($1 AS BIGINT), s.id, CAST($3 AS TEXT), CAST($4 AS BIGINT), CAST($5 AS BIGINT), CAST($6 AS TEXT), NULL, r.id FROM record r JOIN strand s ON s.id = r.strand_id WHERE r.id = $2 AND s.state <> 'ending'";
    /// A hold goes on with another day of review: the old line ends, a new one begins.
    HOLD_RENEW = "INSERT INTO hold (id, strand_id, reason, owner_id, set_at, review_on, released_at, record_id) SELECT CAST($1 AS BIGINT), h.strand_id, h.reason, CAST($3 AS BIGINT), CAST($4 AS BIGINT), CAST($5 AS TEXT), NULL, h.record_id FROM hold h JOIN strand s ON s.id = h.strand_id WHERE h.id = $2 AND h.released_at IS NULL AND s.state <> 'ending'";
    /// A hold whose day of review is over has not been renewed: it ends by itself (ISO days compare as text).
    HOLDS_EXPIRE = "UPDATE hold SET released_at = $2 WHERE released_at IS NULL AND review_on < $1";
    /// What a hold on single records does not name goes when its reasons are gone.
    RECORDS_UNHELD = "DELETE FROM record WHERE strand_id = $1 AND NOT EXISTS (SELECT 1 FROM hold w WHERE w.strand_id = record.strand_id AND w.released_at IS NULL AND w.record_id IS NULL) AND NOT EXISTS (SELECT 1 FROM hold h WHERE h.strand_id = record.strand_id AND h.record_id = record.id AND h.released_at IS NULL)";
    /// Whoever answers for a hold was reminded of its review, once.
    HOLD_REMINDED = "UPDATE hold SET reminded_at = $2 WHERE id = $1 AND reminded_at IS NULL AND released_at IS NULL";
    /// A hold ends.
    HOLD_RELEASE = "UPDATE hold SET released_at = $2, released_by = $3 WHERE id = $1 AND released_at IS NULL";
    /// What holds a strand.
    HOLDS_OF = "SELECT id, strand_id, reason, owner_id, set_at, review_on FROM hold WHERE strand_id = $1 AND released_at IS NULL ORDER BY set_at";
    /// What was destroyed about a subject.
    ERASURES_OF = "SELECT strand_id, subject_id, category, at, cause, rule FROM erasure WHERE subject_id = $1 ORDER BY at, strand_id";
    /// A strand was destroyed.
    ERASURE_ADD = "INSERT INTO erasure (strand_id, subject_id, category, at, cause, rule, actor_kind, actor_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (strand_id) DO NOTHING";
    /// Whom a strand was about, for the ledger's replay.
    STRAND_OWNER = "SELECT subject_id, category FROM strand WHERE id = $1";
    /// A sweep began.
    SWEEP_START = "INSERT INTO sweep (id, started_at, ended_at, destroyed, held) VALUES ($1, $2, NULL, 0, 0)";
    /// A sweep ended.
    SWEEP_END = "UPDATE sweep SET ended_at = $2, destroyed = $3, held = $4 WHERE id = $1";
    /// The latest whole sweep, by a clock that nobody has taken back.
    SWEEP_LAST = "SELECT started_at, ended_at, destroyed, held FROM sweep WHERE ended_at IS NOT NULL AND voided_at IS NULL ORDER BY started_at DESC LIMIT 1";
    /// A sweep goes on although others are dated after it: their clock was wrong, and they count no more.
    SWEEPS_VOID = "UPDATE sweep SET voided_at = $2 WHERE ended_at > $1 AND voided_at IS NULL";
}
