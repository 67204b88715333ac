import type { Pool } from '#lib/db/pool.ts'
import { coolSeat } from './cool-seat.ts'
import { IS_WAITED_FOR } from './give-back.sql.ts'
import { isOfUse } from './kept-seat.sql.ts'
import { reopenSlots } from './reopen-slots.ts'

/** Which waits to look at; all of them when nothing is named. */
export interface OverdueScope {
  readonly slotId?: number
  readonly officeId?: string
  readonly appointmentId?: string
  readonly personIndexes?: readonly Buffer[]
}

/**
 * Ends what has run out at this instant: holds give their seat back, appointments whose partner did not answer expire,
 * a move that was not agreed to falls back on its old time. Called wherever a seat is about to be judged, so that
 * nothing depends on the sweeper; the sweeper only tidies. A seat of an appointment that a couple of the waiting list
 * wishes for is kept back for them; that of a visit for a divorce certificate stays with its case. Returns how many waits and holds were ended.
 */
export async function settleOverdue(pool: Pool, now: Date, scope: OverdueScope = {}): Promise<number> {
  const { rows } = await pool.query<{
    slot_id: number
    seats: number
    kept: { seatId: string; officeId: string }[]
  }>({
    name: 'settle-overdue',
    text: SETTLE_OVERDUE,
    values: [
      now,
      scope.slotId ?? null,
      scope.officeId ?? null,
      scope.appointmentId ?? null,
      scope.personIndexes ?? null,
    ],
  })
  for (const seat of rows.flatMap((row) => row.kept)) await coolSeat(pool, seat, now)
  reopenSlots(rows.map((row) => row.slot_id))
  return rows.reduce((seats, row) => seats + row.seats, 0)
}

// Slots are locked before holds and appointments, as the claims do, so that the two can never wait for each other.
const SETTLE_OVERDUE = `
WITH late_hold AS MATERIALIZED (
  SELECT id, slot_id FROM slot_hold
  WHERE expires_at <= $1 AND ($2::int IS NULL OR slot_id = $2) AND ($3::text IS NULL OR office_id = $3)
    AND $4::uuid IS NULL AND $5::bytea[] IS NULL
  LIMIT 500
),
late AS MATERIALIZED (
  SELECT id, slot_id FROM appointment a
  WHERE status = 'awaiting-partner' AND held_until <= $1 AND ($2::int IS NULL OR slot_id = $2)
    AND ($3::text IS NULL OR office_id = $3) AND ($4::uuid IS NULL OR id = $4)
    AND ($5::bytea[] IS NULL OR id IN (SELECT appointment_id FROM party WHERE active AND person_index = ANY($5)))
  LIMIT 500
),
locked AS MATERIALIZED (
  SELECT id FROM slot WHERE id IN (SELECT slot_id FROM late_hold UNION SELECT slot_id FROM late)
  ORDER BY id FOR NO KEY UPDATE
),
gone AS (
  DELETE FROM slot_hold h USING late_hold, locked
  WHERE h.id = late_hold.id AND locked.id = late_hold.slot_id AND h.expires_at <= $1
  RETURNING h.slot_id
),
lapsed AS (
  UPDATE appointment a
  SET status = CASE WHEN a.previous_slot_id IS NULL THEN 'expired' ELSE 'confirmed' END,
    slot_id = COALESCE(a.previous_slot_id, a.slot_id), previous_slot_id = NULL, held_until = NULL,
    partner_code_hash = NULL,
    ended_at = CASE WHEN a.previous_slot_id IS NULL THEN $1 END,
    end_reason = CASE WHEN a.previous_slot_id IS NULL THEN 'partner-did-not-answer' END
  FROM late, locked
  WHERE a.id = late.id AND locked.id = late.slot_id AND a.slot_id = late.slot_id
    AND a.status = 'awaiting-partner' AND a.held_until <= $1
  RETURNING a.id, late.slot_id AS freed, a.pool, a.status, a.office_id, a.asked_role, a.case_id
),
waited AS MATERIALIZED (
  SELECT lapsed.id FROM lapsed JOIN slot s ON s.id = lapsed.freed WHERE lapsed.pool = 'public' AND ${IS_WAITED_FOR}
),
-- Until the policy of its office has been asked, a seat rests for an hour.
kept AS (
  INSERT INTO returned_seat (id, slot_id, office_id, pool, cool_until, created_at)
  SELECT gen_random_uuid(), freed, office_id, pool, $1::timestamptz + interval '1 hour', $1 FROM lapsed JOIN waited USING (id)
  RETURNING id, slot_id, office_id
),
turned AS (
  INSERT INTO kept_seat (case_id, slot_id, office_id, created_at)
  SELECT c.id, s.id, s.office_id, $1 FROM lapsed JOIN divorce_case c ON c.id = lapsed.case_id JOIN slot s ON s.id = lapsed.freed
  WHERE lapsed.status = 'expired' AND lapsed.pool = 'staff' AND ${isOfUse(`($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date`)}
  ON CONFLICT (case_id) DO NOTHING
  RETURNING case_id, slot_id
),
freed AS (
  SELECT slot_id, count(*)::int AS seats, sum(pub)::int AS pub FROM (
    SELECT slot_id, 1 AS pub FROM gone
    UNION ALL SELECT freed, (pool = 'public')::int FROM lapsed
      WHERE id NOT IN (SELECT id FROM waited)
        AND NOT EXISTS (SELECT FROM turned t WHERE t.case_id = lapsed.case_id AND t.slot_id = lapsed.freed)) f
  GROUP BY slot_id
),
counted AS (
  UPDATE slot s SET taken = s.taken - freed.seats, public_taken = s.public_taken - freed.pub
  FROM freed WHERE s.id = freed.slot_id
),
released AS (
  UPDATE party p SET active = false FROM lapsed WHERE p.appointment_id = lapsed.id AND lapsed.status = 'expired'
  RETURNING p.appointment_id, p.role, p.locale
),
entry AS (
  INSERT INTO audit_entry (at, actor_kind, act, subject_kind, subject_id, office_id)
  SELECT $1, 'system', CASE status WHEN 'expired' THEN 'appointment-expired' ELSE 'move-lapsed' END, 'appointment', id::text, office_id
  FROM lapsed
),
message AS (
  INSERT INTO outbox_message (appointment_id, role, event, locale, due_at, detail)
  SELECT appointment_id, role, 'expired', locale, $1, NULL FROM released
  UNION ALL
  SELECT p.appointment_id, p.role, 'move-lapsed', p.locale, $1,
    jsonb_build_object('by', 3 - lapsed.asked_role, 'because', 'no-answer')
  FROM lapsed JOIN party p ON p.appointment_id = lapsed.id WHERE lapsed.status = 'confirmed'
)
SELECT slot_id, seats, '[]'::json AS kept FROM freed
UNION ALL SELECT slot_id, 1, '[]' FROM turned
UNION ALL
SELECT slot_id, count(*)::int, json_agg(json_build_object('seatId', id, 'officeId', office_id)) FROM kept GROUP BY slot_id`
