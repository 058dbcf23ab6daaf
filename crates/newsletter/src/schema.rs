//! The tables of this slice: campaigns as officers write them, and the queue by ids. No address is in
//! any of them.

use store::Migration;

/// Steps of the schema.
pub const MIGRATIONS: &[Migration] = &[Migration {
    name: "newsletter-1",
    sql: "CREATE TABLE campaign (
            id {i64} PRIMARY KEY NOT NULL,
            controller_id {i64} NOT NULL,
            topic {text} NOT NULL,
            lang {text} NOT NULL,
            segment {text} NOT NULL,
            state {text} NOT NULL,
            why {text},
            latest {i64} NOT NULL,
            sends {i64} NOT NULL,
            made_by {i64} NOT NULL,
            made_at {i64} NOT NULL,
            send_at {i64},
            started_at {i64},
            ended_at {i64},
            built_to {i64} NOT NULL,
            built {bool} NOT NULL,
            batch {i64} NOT NULL,
            open {bool} NOT NULL
          ) {strict};
          CREATE INDEX campaign_state ON campaign (state, send_at);
          CREATE TABLE campaign_text (
            campaign_id {i64} NOT NULL,
            number {i64} NOT NULL,
            subject {text} NOT NULL,
            body {text} NOT NULL,
            made_by {i64} NOT NULL,
            made_at {i64} NOT NULL,
            PRIMARY KEY (campaign_id, number)
          ) {norowid};
          CREATE TABLE campaign_recipient (
            campaign_id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            state {text} NOT NULL,
            reason {text},
            code {i64},
            attempts {i64} NOT NULL,
            next_at {i64} NOT NULL,
            first_at {i64},
            sent_at {i64},
            revision {i64},
            PRIMARY KEY (campaign_id, subject_id)
          ) {norowid};
          CREATE INDEX campaign_recipient_due ON campaign_recipient (campaign_id, next_at, subject_id)
            WHERE state IN ('pending', 'claimed');
          CREATE INDEX campaign_recipient_state ON campaign_recipient (campaign_id, state, sent_at);
          CREATE INDEX campaign_recipient_subject ON campaign_recipient (subject_id);
          CREATE TABLE reminder (
            vehicle_id {i64} NOT NULL,
            subject_id {i64} NOT NULL,
            due_on {text} NOT NULL,
            made_at {i64} NOT NULL,
            PRIMARY KEY (vehicle_id, subject_id, due_on)
          ) {norowid};
          CREATE INDEX reminder_subject ON reminder (subject_id);
          CREATE TABLE reminder_look (
            vehicle_id {i64} PRIMARY KEY NOT NULL,
            look_at {i64} NOT NULL
          ) {norowid};
          CREATE TABLE reminder_setting (
            id {i64} PRIMARY KEY NOT NULL,
            days_before {i64} NOT NULL
          ) {norowid};",
}, Migration {
    // What a letter was known by on its way: what comes back quotes it.
    name: "newsletter-returned-2",
    sql: "ALTER TABLE campaign_recipient ADD COLUMN message {bytes};
          CREATE INDEX campaign_recipient_message ON campaign_recipient (message)
            WHERE message IS NOT NULL;",
}, Migration {
    name: "newsletter-recall-3",
    sql: "CREATE TABLE recall (
            id {i64} PRIMARY KEY NOT NULL,
            controller_id {i64} NOT NULL,
            subject {text} NOT NULL,
            body {text} NOT NULL,
            make {text} NOT NULL,
            bodies {text} NOT NULL,
            made_by {i64} NOT NULL,
            made_at {i64} NOT NULL
          ) {strict};
          CREATE TABLE recall_vehicle (
            recall_id {i64} NOT NULL,
            vehicle_id {i64} NOT NULL,
            state {text} NOT NULL,
            PRIMARY KEY (recall_id, vehicle_id)
          ) {norowid};
          CREATE INDEX recall_vehicle_pending ON recall_vehicle (recall_id, vehicle_id)
            WHERE state = 'pending';
          CREATE INDEX recall_vehicle_of ON recall_vehicle (vehicle_id);
          CREATE TABLE recall_no (
            subject_id {i64} PRIMARY KEY NOT NULL,
            at {i64} NOT NULL
          ) {strict};",
}, Migration {
    // What had left the house when the database was fetched back from a copy.
    name: "newsletter-outside-4",
    sql: "ALTER TABLE campaign ADD COLUMN outside_batch {i64} NOT NULL DEFAULT 0;
          ALTER TABLE campaign ADD COLUMN outside_handed {i64} NOT NULL DEFAULT 0;
          ALTER TABLE campaign ADD COLUMN outside_perhaps {i64} NOT NULL DEFAULT 0;",
}, Migration {
    // On what a letter rests: by which list it was opened, and by what the decision let it through.
    name: "newsletter-basis-5",
    sql: "ALTER TABLE campaign_recipient ADD COLUMN basis {text} NOT NULL DEFAULT 'consent';",
}, Migration {
    // Nos to recalls lie beside those to other messages about one's own vehicle.
    name: "newsletter-service-6",
    sql: "INSERT INTO service_no (subject_id, kind, at) SELECT subject_id, 'recall', at FROM recall_no;
          DROP TABLE recall_no;",
}];
