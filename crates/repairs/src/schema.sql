CREATE TABLE visit (
  id {i64} PRIMARY KEY NOT NULL,
  controller_id {i64} NOT NULL,
  workshop_id {i64} NOT NULL,
  booking_id {i64},
  vehicle_id {i64} NOT NULL,
  customer_id {i64},
  state {text} NOT NULL,
  opened_at {i64} NOT NULL,
  opened_by {i64} NOT NULL,
  closed_at {i64},
  lookup {text} NOT NULL,
  words_record {i64},
  job_record {i64},
  condition_record {i64},
  notice_version {text} NOT NULL,
  lang {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX visit__booking_id ON visit (booking_id);
CREATE UNIQUE INDEX visit__vehicle_id ON visit (vehicle_id) WHERE state = 'open';
CREATE INDEX visit_vehicle ON visit (vehicle_id, opened_at);
CREATE INDEX visit_customer ON visit (customer_id, opened_at);
CREATE TABLE visit_party (
  visit_id {i64} NOT NULL,
  party {text} NOT NULL,
  subject_id {i64} NOT NULL,
  record_id {i64},
  at {i64} NOT NULL,
  PRIMARY KEY (visit_id, party, subject_id)
) {strict};
CREATE INDEX visit_party_subject ON visit_party (subject_id);
CREATE TABLE number_series (
  controller_id {i64} PRIMARY KEY NOT NULL,
  last {i64} NOT NULL
) {strict};
CREATE TABLE work_order (
  id {i64} PRIMARY KEY NOT NULL,
  visit_id {i64} NOT NULL REFERENCES visit (id),
  controller_id {i64} NOT NULL,
  workshop_id {i64} NOT NULL,
  number {i64} NOT NULL,
  stage {text} NOT NULL,
  changes {i64} NOT NULL,
  told_at {i64},
  closed_at {i64},
  closed_by {i64}
) {strict};
CREATE UNIQUE INDEX work_order__visit_id ON work_order (visit_id);
CREATE UNIQUE INDEX work_order__controller_id__number ON work_order (controller_id, number);
CREATE INDEX work_order_workshop ON work_order (workshop_id, stage);
CREATE TABLE work_line (
  id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL REFERENCES work_order (id),
  kind {text} NOT NULL,
  record_id {i64},
  quantity {i64} NOT NULL,
  price_ore {i64},
  vat_bp {i64} NOT NULL,
  warranty {text} NOT NULL,
  warranty_months {i64} NOT NULL,
  limit_value {i64} NOT NULL,
  limit_unit {text} NOT NULL,
  long_life {bool} NOT NULL,
  at {i64} NOT NULL,
  by_staff {i64} NOT NULL,
  voids {i64},
  amends {bool} NOT NULL
) {strict};
CREATE UNIQUE INDEX work_line__voids ON work_line (voids);
CREATE INDEX work_line_order ON work_line (order_id, id);
CREATE TABLE approval (
  id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL REFERENCES work_order (id),
  customer_id {i64} NOT NULL,
  tag {bytes} NOT NULL,
  kind {text} NOT NULL,
  total_ore {i64} NOT NULL,
  shown_record {i64} NOT NULL,
  shown_hash {bytes} NOT NULL,
  changes {i64} NOT NULL,
  state {text} NOT NULL,
  asked_at {i64} NOT NULL,
  asked_by {i64} NOT NULL,
  answered_at {i64},
  answered_via {text},
  answered_by {i64},
  note_record {i64}
) {strict};
CREATE UNIQUE INDEX approval__tag ON approval (tag);
CREATE INDEX approval_order ON approval (order_id, asked_at);
CREATE INDEX approval_state ON approval (state);
CREATE TABLE purchase (
  id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL REFERENCES work_order (id),
  customer_id {i64} NOT NULL,
  payer_id {i64} NOT NULL,
  controller_id {i64} NOT NULL,
  record_id {i64} NOT NULL,
  billing_record {i64} NOT NULL,
  buyer {text} NOT NULL,
  total_ore {i64} NOT NULL,
  vat_ore {i64} NOT NULL,
  due_on {text} NOT NULL,
  at {i64} NOT NULL
) {strict};
CREATE UNIQUE INDEX purchase__order_id ON purchase (order_id);
CREATE INDEX purchase_customer ON purchase (customer_id, at);
CREATE TABLE line_warranty (
  line_id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL,
  kind {text} NOT NULL,
  from_on {text} NOT NULL,
  until_on {text},
  claim_until_on {text} NOT NULL,
  claim_rule {text} NOT NULL
) {strict};
CREATE INDEX line_warranty_order ON line_warranty (order_id);
CREATE TABLE document (
  id {i64} PRIMARY KEY NOT NULL,
  order_id {i64} NOT NULL REFERENCES work_order (id),
  version {i64} NOT NULL,
  copy {text} NOT NULL,
  subject_id {i64} NOT NULL,
  record_id {i64} NOT NULL,
  sha256 {bytes} NOT NULL,
  lang {text} NOT NULL,
  made_at {i64} NOT NULL,
  made_by {i64} NOT NULL
) {strict};
CREATE UNIQUE INDEX document__order_id__version__copy ON document (order_id, version, copy);
