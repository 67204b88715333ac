import type { PoolClient } from 'pg'

/** A seat on its way from an offer to an appointment, or back. */
export interface SeatInHand {
  readonly seatId: string
  readonly slotId: number
  readonly officeId: string
  readonly entryId: string
  readonly personId: string
}

/**
 * Turns an offered seat into a hold of the person who takes it, under the same id; another hold of theirs gives its seat
 * back. False when the offer has been taken or taken back meanwhile. Returns the slots that came free.
 */
export async function holdOffered(
  client: PoolClient,
  seat: SeatInHand & { readonly service: string },
  times: { readonly now: Date; readonly until: Date },
): Promise<{ readonly held: boolean; readonly freed: readonly number[] }> {
  await client.query(
    `SELECT FROM slot WHERE id = $1 OR id IN (SELECT slot_id FROM slot_hold WHERE person_id = $2)
     ORDER BY id FOR NO KEY UPDATE`,
    [seat.slotId, seat.personId],
  )
  const { rowCount } = await client.query(
    'DELETE FROM returned_seat WHERE id = $1 AND entry_id = $2 AND offer_until > $3',
    [seat.seatId, seat.entryId, times.now],
  )
  if (rowCount === 0) return { held: false, freed: [] }
  const { rows } = await client.query<{ slotId: number }>(
    'DELETE FROM slot_hold WHERE person_id = $1 RETURNING slot_id AS "slotId"',
    [seat.personId],
  )
  const freed = rows.map(({ slotId }) => slotId)
  await client.query(
    'UPDATE slot SET taken = taken - 1, public_taken = public_taken - 1 WHERE id = ANY($1::int[])',
    [freed],
  )
  await client.query(
    `INSERT INTO slot_hold (id, slot_id, office_id, service, person_id, expires_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [seat.seatId, seat.slotId, seat.officeId, seat.service, seat.personId, times.until, times.now],
  )
  return { held: true, freed }
}

/** The booking was refused: the hold is the offer again that it was. Nothing when the hold is gone. */
export async function offerAgain(
  client: PoolClient,
  seat: SeatInHand,
  until: Date,
  now: Date,
): Promise<void> {
  await client.query('SELECT FROM slot WHERE id = $1 FOR NO KEY UPDATE', [seat.slotId])
  await client.query(
    `WITH given AS (DELETE FROM slot_hold WHERE id = $1 AND person_id = $2 RETURNING id, slot_id, office_id)
     INSERT INTO returned_seat (id, slot_id, office_id, pool, cool_until, entry_id, offer_until, created_at)
     SELECT given.id, given.slot_id, given.office_id, 'public', $4, e.id, CASE WHEN e.id IS NOT NULL THEN $5::timestamptz END, $4
     FROM given LEFT JOIN waiting_entry e ON e.id = $3 AND e.status = 'offered'
       AND NOT EXISTS (SELECT FROM returned_seat r WHERE r.entry_id = e.id)`,
    [seat.seatId, seat.personId, seat.entryId, now, until],
  )
}
