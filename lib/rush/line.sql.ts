import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { WaitingStatus } from '#lib/domain/waiting.ts'

/** A couple's place in the line, as far as a message needs it. */
export interface LinePlace {
  readonly entryId: string
  readonly locale: Locale
}

/** A seat that came free and is offered to nobody. */
export interface FreeSeat {
  readonly seatId: string
  readonly slotId: number
  readonly officeId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly open: boolean
}

/** Ends the wait of a couple that is in one of these states; its people may join again, its seat is offered to nobody. */
export async function endEntry(
  client: PoolClient,
  entryId: string,
  end: {
    readonly from: readonly WaitingStatus[]
    readonly status: 'booked' | 'lapsed' | 'left'
    readonly appointmentId?: string | undefined
    readonly now: Date
  },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE waiting_entry SET status = $3, ended_at = $4, appointment_id = $5 WHERE id = $1 AND status = ANY($2::text[])`,
    [entryId, end.from, end.status, end.now, end.appointmentId ?? null],
  )
  if (rowCount === 0) return false
  await client.query('UPDATE waiting_party SET active = false WHERE entry_id = $1', [entryId])
  await releaseOffer(client, entryId)
  return true
}

/** Takes an offer back; the couple keeps its place. False when it has no offer. */
export async function takeOfferBack(client: PoolClient, entryId: string): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE waiting_entry SET status = 'waiting' WHERE id = $1 AND status = 'offered'`,
    [entryId],
  )
  if (rowCount === 1) await releaseOffer(client, entryId)
  return rowCount === 1
}

async function releaseOffer(client: PoolClient, entryId: string): Promise<void> {
  await client.query('UPDATE returned_seat SET entry_id = NULL, offer_until = NULL WHERE entry_id = $1', [
    entryId,
  ])
}

/** Locks a slot, before anything else: the order in which every statement of the house locks. */
export async function lockSlot(client: PoolClient, slotId: number): Promise<void> {
  await client.query('SELECT FROM slot WHERE id = $1 FOR NO KEY UPDATE', [slotId])
}

/** Locks the slot of a seat and then the seat, in the order of the house; undefined when it is gone or offered. */
export async function lockFreeSeat(
  client: PoolClient,
  seat: { readonly seatId: string; readonly slotId: number },
): Promise<FreeSeat | undefined> {
  await lockSlot(client, seat.slotId)
  const { rows } = await client.query<FreeSeat>(
    `SELECT r.id AS "seatId", r.slot_id AS "slotId", r.office_id AS "officeId", s.date::text AS date,
       s.start_time AS "startTime", s.open
     FROM returned_seat r JOIN slot s ON s.id = r.slot_id WHERE r.id = $1 AND r.entry_id IS NULL FOR UPDATE OF r`,
    [seat.seatId],
  )
  return rows[0]
}

/** Offers a seat to the first couple that wishes for it; undefined when nobody is left. `except` has just said no. */
export async function offerToNext(
  client: PoolClient,
  seat: FreeSeat,
  offer: { readonly until: Date; readonly except?: string | undefined },
): Promise<LinePlace | undefined> {
  const { rows } = await client.query<LinePlace>(
    `WITH next AS (
       SELECT e.id FROM waiting_entry e
       WHERE e.status = 'waiting' AND e.id IS DISTINCT FROM $4::uuid
         AND e.service = ANY((SELECT l.services FROM slot s JOIN lane l ON l.id = s.lane_id WHERE s.id = $1)::text[])
         AND EXISTS (SELECT FROM waiting_wish w WHERE w.entry_id = e.id AND w.office_id = $2
           AND $3::date BETWEEN w."from" AND w."until")
       ORDER BY e.position LIMIT 1 FOR UPDATE SKIP LOCKED)
     UPDATE waiting_entry e SET status = 'offered' FROM next WHERE e.id = next.id RETURNING e.id AS "entryId", e.locale`,
    [seat.slotId, seat.officeId, seat.date, offer.except ?? null],
  )
  const [place] = rows
  if (place)
    await client.query('UPDATE returned_seat SET entry_id = $2, offer_until = $3 WHERE id = $1', [
      seat.seatId,
      place.entryId,
      offer.until,
    ])
  return place
}

/** Nobody waits for the seat any more: it is the public's again. Its slot is locked. */
export async function giveToPublic(client: PoolClient, seat: FreeSeat): Promise<void> {
  await client.query('DELETE FROM returned_seat WHERE id = $1', [seat.seatId])
  await client.query('UPDATE slot SET taken = taken - 1, public_taken = public_taken - 1 WHERE id = $1', [
    seat.slotId,
  ])
}

/** The seats that have rested and are offered to nobody, those that came first first. */
export async function listCooled(pool: Pool, now: Date): Promise<{ seatId: string; slotId: number }[]> {
  const { rows } = await pool.query<{ seatId: string; slotId: number }>(
    `SELECT id AS "seatId", slot_id AS "slotId" FROM returned_seat WHERE entry_id IS NULL AND cool_until <= $1
     ORDER BY cool_until, id LIMIT 500`,
    [now],
  )
  return rows
}
