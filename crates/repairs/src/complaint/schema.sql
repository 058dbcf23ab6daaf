CREATE TABLE complaint (
  id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL REFERENCES work_order (id),
  customer_id {i64} NOT NULL,
  controller_id {i64} NOT NULL,
  ground {text} NOT NULL,
  buyer {text} NOT NULL,
  told {text} NOT NULL,
  state {text} NOT NULL,
  changes {i64} NOT NULL,
  discovered_on {text} NOT NULL,
  notified_on {text} NOT NULL,
  delivered_at {i64} NOT NULL,
  said_record {i64} NOT NULL,
  opened_at {i64} NOT NULL,
  opened_by {i64} NOT NULL,
  key_tag {bytes} NOT NULL,
  timely {text} NOT NULL,
  assessment_record {i64},
  outcome {text} NOT NULL,
  outcome_record {i64},
  decided_at {i64},
  decided_by {i64},
  closed_at {i64},
  closed_by {i64}
) {strict};
CREATE UNIQUE INDEX complaint__key_tag ON complaint (key_tag);
CREATE INDEX complaint_order ON complaint (order_id);
CREATE INDEX complaint_customer ON complaint (customer_id, opened_at);
CREATE INDEX complaint_state ON complaint (state, opened_at);
CREATE TABLE complaint_line (
  complaint_id {i64} NOT NULL REFERENCES complaint (id),
  line_id {i64} NOT NULL,
  long_life {bool} NOT NULL,
  claim_until_on {text} NOT NULL,
  claim_rule {text} NOT NULL,
  warranty_until_on {text},
  PRIMARY KEY (complaint_id, line_id)
) {strict};
