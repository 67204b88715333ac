import type { PoolClient } from 'pg'

/**
 * Whether a couple waits for a seat in slot `s`: its office, its day, and a service of its lane. Where more are booked
 * than the plan has by now, the seat is nobody's: it goes with the one who gave it up.
 */
export const IS_WAITED_FOR = `
s.open AND (s.planned_capacity IS NULL OR (s.taken <= s.planned_capacity AND s.public_taken <= s.planned_public)) AND EXISTS (
  SELECT FROM waiting_wish w JOIN waiting_entry e ON e.id = w.entry_id
  WHERE w.office_id = s.office_id AND s.date BETWEEN w."from" AND w."until" AND e.status = 'waiting'
    AND e.service = ANY((SELECT services FROM lane WHERE lane.id = s.lane_id)::text[]))`

/**
 * Keeps a seat of the public back for the waiting list: it stays counted as taken. Tells the office, or undefined when
 * nobody waits for it.
 */
export async function keepForWaiting(
  client: PoolClient,
  slotId: number,
  now: Date,
): Promise<{ seatId: string; officeId: string } | undefined> {
  const { rows } = await client.query<{ seatId: string; officeId: string }>(
    `INSERT INTO returned_seat (id, slot_id, office_id, pool, cool_until, created_at)
     SELECT gen_random_uuid(), s.id, s.office_id, 'public', $2, $2 FROM slot s WHERE s.id = $1 AND ${IS_WAITED_FOR}
     RETURNING id AS "seatId", office_id AS "officeId"`,
    [slotId, now],
  )
  return rows[0]
}
