import type { Pool, PoolClient } from 'pg'

/**
 * The slots whose counters differ from their rows. The counters are exactly the appointments that keep a seat in a slot,
 * the old times kept during a move, the holds, the seats kept for the waiting list and for divorce cases, and those offered
 * in place of a time that the office cannot hold; of the public's counter, those of the public.
 */
export async function findUnbalancedSlots(pool: Pick<Pool | PoolClient, 'query'>): Promise<unknown[]> {
  return (await pool.query(UNBALANCED)).rows
}

const UNBALANCED = `
WITH seat AS (
  SELECT slot_id, pool FROM appointment WHERE status IN ('awaiting-partner', 'confirmed', 'attended', 'no-show')
  UNION ALL SELECT previous_slot_id, pool FROM appointment
    WHERE status IN ('awaiting-partner', 'confirmed') AND previous_slot_id IS NOT NULL
  UNION ALL SELECT slot_id, 'public' FROM slot_hold
  UNION ALL SELECT slot_id, pool FROM returned_seat
  UNION ALL SELECT slot_id, 'staff' FROM kept_seat
  UNION ALL SELECT d.slot_id, a.pool FROM changed_appointment d JOIN appointment a ON a.id = d.appointment_id
    WHERE d.state = 'offered'
),
counted AS (
  SELECT slot_id, count(*)::int AS seats, (count(*) FILTER (WHERE pool = 'public'))::int AS public_seats
  FROM seat GROUP BY slot_id
)
SELECT s.id, s.taken, COALESCE(c.seats, 0) AS seats, s.public_taken, COALESCE(c.public_seats, 0) AS public_seats
FROM slot s LEFT JOIN counted c ON c.slot_id = s.id
WHERE s.taken <> COALESCE(c.seats, 0) OR s.public_taken <> COALESCE(c.public_seats, 0) OR s.taken > s.capacity`
