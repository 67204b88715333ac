/**
 * The control: what a booking writes (seat, appointment, two people, record, two messages, result), by one plain
 * statement per booking. Its messages are of kinds that nobody sends. The values are as long as the real ones, and made up in the database for next to nothing.
 * Variables as pgbench writes them.
 */
export const NAIVE_BOOKING = `
WITH seat AS (
  UPDATE slot SET taken = taken + 1, public_taken = public_taken + 1
  WHERE id = :slot::int AND open AND taken < capacity AND public_taken < public_capacity RETURNING id, office_id
),
made AS MATERIALIZED (
  SELECT uuidv7() AS id, seat.id AS slot_id, seat.office_id, sha256(int8send(:person::bigint)) AS index1,
    sha256(int8send(0 - :person::bigint)) AS index2, now() AS at FROM seat
),
new_appointment AS (
  INSERT INTO appointment (id, code, office_id, slot_id, service, status, pool, held_until, partner_code_hash, created_at)
  SELECT id, lpad(:person::bigint::text, 10, '0'), office_id, slot_id, 'MARRIAGE', 'awaiting-partner', 'public',
    at + interval '1 day', index2, at FROM made
),
new_party AS (
  INSERT INTO party (appointment_id, role, service, party_type, person_index, sealed, locale, agreed_at)
  SELECT id, 1, 'MARRIAGE', 'MAINLAND', index1, decode(repeat('ab', 200), 'hex'), 'zh-CN', at FROM made
  UNION ALL SELECT id, 2, 'MARRIAGE', 'MAINLAND', index2, decode(repeat('ab', 200), 'hex'), 'zh-CN', NULL FROM made
),
new_entry AS (
  INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id)
  SELECT at, 'channel', 'bench', 'appointment-booked', 'appointment', id::text, office_id FROM made
),
new_message AS (
  INSERT INTO outbox_message (appointment_id, role, event, locale, due_at)
  SELECT id, 1, 'bench', 'zh-CN', at FROM made UNION ALL SELECT id, 2, 'bench-of-partner', 'zh-CN', at FROM made
),
new_result AS (
  INSERT INTO write_result (scope, key, request_hash, operation, appointment_id, answer, created_at)
  SELECT 'channel bench', id, index1, 'book', id, repeat('x', 600), at FROM made
)
SELECT count(*) FROM made`.trim()
