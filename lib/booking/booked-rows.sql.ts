/** The fields of a claim as its JSON is read. */
export const WISH_COLUMNS = `kind text, slot int, office text, service text, pub bool, hold uuid, person uuid, until timestamptz,
    id uuid, code text, status text, channel uuid, "partnerHash" text, "ruleSet" text, locale text,
    index1 text, sealed1 text, type1 text, index2 text, sealed2 text, type2 text,
    "actorKind" text, actor text, event1 text, event2 text, agreed2 bool, note jsonb, "caseId" uuid, scope text, key uuid, request text, answer text`

/**
 * The rows that a booking leaves, of all claims in `admitted` ($2 is now): appointment, people, record, messages, and the
 * answer under the key of its caller.
 */
export const BOOKED_ROWS = `new_appointment AS (
  INSERT INTO appointment (id, code, office_id, slot_id, service, status, pool, channel_id, held_until,
    partner_code_hash, rule_set_id, case_id, created_at, confirmed_at)
  SELECT id, code, office, slot, service, status, CASE WHEN pub THEN 'public' ELSE 'staff' END, channel, until,
    decode("partnerHash", 'base64'), "ruleSet", "caseId", $2::timestamptz, CASE WHEN status = 'confirmed' THEN $2::timestamptz END
  FROM admitted WHERE kind = 'book'
),
new_party AS (
  INSERT INTO party (appointment_id, role, service, party_type, person_index, sealed, locale, agreed_at)
  SELECT id, 1, service, type1, decode(index1, 'base64'), decode(sealed1, 'base64'), locale, $2::timestamptz
  FROM admitted WHERE kind = 'book'
  UNION ALL
  SELECT id, 2, service, type2, decode(index2, 'base64'), decode(sealed2, 'base64'), locale, CASE WHEN agreed2 THEN $2::timestamptz END
  FROM admitted WHERE kind = 'book' AND index2 IS NOT NULL
),
new_entry AS (
  INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id, detail)
  SELECT $2::timestamptz, "actorKind", actor, 'appointment-booked', 'appointment', id::text, office, note FROM admitted WHERE kind = 'book'
),
new_message AS (
  INSERT INTO outbox_message (appointment_id, role, event, locale, due_at)
  SELECT id, 1, event1, locale, $2::timestamptz FROM admitted WHERE kind = 'book'
  UNION ALL SELECT id, 2, event2, locale, $2::timestamptz FROM admitted WHERE kind = 'book' AND event2 IS NOT NULL
),
new_result AS (
  INSERT INTO write_result (scope, key, request_hash, operation, appointment_id, answer, created_at)
  SELECT scope, key, decode(request, 'base64'), 'book', id, convert_from(decode(answer, 'base64'), 'UTF8'), $2::timestamptz FROM admitted WHERE kind = 'book'
)`
