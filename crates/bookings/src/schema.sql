CREATE TABLE workshop (
  id {i64} PRIMARY KEY NOT NULL,
  controller_id {i64} NOT NULL,
  name {text} NOT NULL,
  address {text} NOT NULL,
  postal_code {text} NOT NULL,
  city {text} NOT NULL,
  phone {text} NOT NULL,
  notice_minutes {i64} NOT NULL,
  horizon_days {i64} NOT NULL,
  open {bool} NOT NULL
) {strict};
CREATE TABLE workshop_hours (
  workshop_id {i64} NOT NULL REFERENCES workshop (id),
  weekday {i64} NOT NULL,
  opens {i64} NOT NULL,
  closes {i64} NOT NULL,
  PRIMARY KEY (workshop_id, weekday)
) {strict};
CREATE TABLE closed_day (
  workshop_id {i64} NOT NULL REFERENCES workshop (id),
  day {text} NOT NULL,
  note {text} NOT NULL,
  PRIMARY KEY (workshop_id, day)
) {strict};
CREATE TABLE bay (
  id {i64} PRIMARY KEY NOT NULL,
  workshop_id {i64} NOT NULL REFERENCES workshop (id),
  name {text} NOT NULL,
  max_length_cm {i64},
  max_height_cm {i64},
  open {bool} NOT NULL
) {strict};
CREATE INDEX bay_workshop ON bay (workshop_id);
CREATE TABLE service (
  id {i64} PRIMARY KEY NOT NULL,
  name_nb {text} NOT NULL,
  name_nn {text} NOT NULL,
  name_en {text} NOT NULL,
  about_nb {text} NOT NULL,
  about_nn {text} NOT NULL,
  about_en {text} NOT NULL,
  minutes {i64} NOT NULL,
  open {bool} NOT NULL,
  place {i64} NOT NULL
) {strict};
CREATE TABLE booking (
  id {i64} PRIMARY KEY NOT NULL,
  reference {text} NOT NULL,
  controller_id {i64} NOT NULL,
  workshop_id {i64} NOT NULL REFERENCES workshop (id),
  bay_id {i64} NOT NULL REFERENCES bay (id),
  service_id {i64} NOT NULL REFERENCES service (id),
  starts_at {i64} NOT NULL,
  ends_at {i64} NOT NULL,
  state {text} NOT NULL,
  subject_id {i64} NOT NULL,
  vehicle_id {i64} NOT NULL,
  contact_record {i64} NOT NULL,
  enquiry_record {i64},
  link_record {i64} NOT NULL,
  notice_version {text} NOT NULL,
  manage_tag {bytes} NOT NULL,
  made_at {i64} NOT NULL,
  sequence {i64} NOT NULL,
  length_cm {i64} NOT NULL,
  height_cm {i64} NOT NULL,
  lang {text} NOT NULL,
  via {text} NOT NULL
) {strict};
CREATE UNIQUE INDEX booking__reference ON booking (reference);
CREATE UNIQUE INDEX booking__manage_tag ON booking (manage_tag);
CREATE INDEX booking_subject ON booking (subject_id, starts_at);
CREATE INDEX booking_vehicle ON booking (vehicle_id, starts_at);
CREATE INDEX booking_time ON booking (starts_at, ends_at);
CREATE TABLE occupancy (
  bay_id {i64} NOT NULL,
  step {i64} NOT NULL,
  booking_id {i64} NOT NULL
) {strict};
CREATE UNIQUE INDEX occupancy__bay_id__step ON occupancy (bay_id, step);
CREATE INDEX occupancy_booking ON occupancy (booking_id);
CREATE TABLE idempotency (
  key_tag {bytes} NOT NULL,
  body_tag {bytes} NOT NULL,
  booking_id {i64} NOT NULL,
  at {i64} NOT NULL
) {strict};
CREATE UNIQUE INDEX idempotency__key_tag ON idempotency (key_tag);
CREATE INDEX idempotency_at ON idempotency (at);
CREATE TABLE enquiry_case (
  id {i64} PRIMARY KEY NOT NULL,
  controller_id {i64} NOT NULL,
  subject_id {i64} NOT NULL,
  contact_record {i64} NOT NULL,
  enquiry_record {i64} NOT NULL,
  link_record {i64},
  state {text} NOT NULL,
  made_at {i64} NOT NULL,
  answered_at {i64},
  answered_by {i64},
  answer_record {i64},
  lang {text} NOT NULL,
  key_tag {bytes} NOT NULL
) {strict};
CREATE UNIQUE INDEX enquiry_case__key_tag ON enquiry_case (key_tag);
CREATE INDEX enquiry_case_state ON enquiry_case (state, made_at);
CREATE INDEX enquiry_case_subject ON enquiry_case (subject_id);
