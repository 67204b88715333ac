import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { TICKET, ticketOf } from './store.ts'

/** By whose hand a number is given: somebody at the desk, or a device of the hall by which people do it themselves. */
export interface DeskHand {
  readonly kind: 'staff' | 'device'
  readonly id: string
}

interface Counter {
  readonly officeId: string
  readonly date: CalendarDate
  readonly letter: string
}

const DRAW = `
INSERT INTO ticket_counter (office_id, date, letter, last) VALUES ($1, $2, $3, 1)
ON CONFLICT (office_id, date, letter) DO UPDATE SET last = ticket_counter.last + 1 RETURNING last`

/** The next number of a letter on a day; parallel callers get different ones. */
export async function drawNumber(client: PoolClient, { officeId, date, letter }: Counter): Promise<number> {
  const { rows } = await client.query<{ last: number }>(DRAW, [officeId, date, letter])
  if (!rows[0]) throw new Error('a number was drawn without an answer')
  return rows[0].last
}

export interface NewTicket
  extends Counter,
    Pick<
      Ticket,
      | 'id'
      | 'service'
      | 'appointmentId'
      | 'expected'
      | 'present'
      | 'rank'
      | 'orderAt'
      | 'greenChannel'
      | 'locale'
      | 'createdAt'
    > {
  readonly sealed: Buffer | undefined
  /** Somebody else is here for the person. */
  readonly proxy?: boolean | undefined
  readonly by: DeskHand
  /** The roles that are here. */
  readonly here: readonly number[]
}

/**
 * Gives the next number, with its timed row and the record of it, in one statement; undefined when the appointment has
 * one already. What was drawn for nothing stays a gap.
 */
export async function giveNumber(database: Pool | PoolClient, made: NewTicket): Promise<Ticket | undefined> {
  const { rows } = await database.query({
    name: 'give a number',
    text: GIVE_NUMBER,
    values: [
      made.officeId,
      made.date,
      made.letter,
      made.id,
      made.service,
      made.appointmentId ?? null,
      made.expected,
      made.present,
      made.rank,
      made.orderAt,
      made.greenChannel,
      made.locale,
      made.sealed ?? null,
      made.createdAt,
      made.by.kind === 'staff' ? made.by.id : null,
      JSON.stringify({ here: made.here, ...(made.proxy ? { proxy: true } : {}) }),
      made.by.kind,
      made.by.id,
      made.proxy ?? false,
    ],
  })
  return rows[0] && ticketOf(rows[0])
}

const GIVE_NUMBER = `
WITH drawn AS (${DRAW}),
made AS (
  INSERT INTO ticket (id, office_id, date, letter, number, service, state, appointment_id, expected, present, rank, order_at,
    green_channel, locale, sealed, created_at, proxy)
  SELECT $4, $1, $2, $3, drawn.last, $5, 'waiting', $6, $7, $8, $9, $10, $11, $12, $13, $14, $19 FROM drawn
  ON CONFLICT (appointment_id) WHERE appointment_id IS NOT NULL AND state <> 'undone' DO NOTHING
  RETURNING *
),
noted AS (
  INSERT INTO ticket_event (ticket_id, at, event, state, staff_id, detail)
  SELECT id, created_at, CASE WHEN appointment_id IS NULL THEN 'give' ELSE 'arrive' END, state, $15::uuid, $16::jsonb FROM made
),
entry AS (
  INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id, detail)
  SELECT created_at, $17, $18::text,
    CASE WHEN appointment_id IS NULL THEN 'ticket-given' ELSE 'arrival-recorded' END,
    CASE WHEN appointment_id IS NULL THEN 'ticket' ELSE 'appointment' END,
    COALESCE(appointment_id, id)::text, office_id, $16::jsonb
  FROM made
)
SELECT ${TICKET} FROM made t`

/** Who walked in with a number of an office, still sealed; undefined where nobody was asked, or it is gone. */
export async function readSealedWalkIn(
  database: Pool,
  { id, officeId }: { readonly id: string; readonly officeId: string },
): Promise<Buffer | undefined> {
  const { rows } = await database.query<{ sealed: Buffer | null }>(
    'SELECT sealed FROM ticket WHERE id = $1 AND office_id = $2',
    [id, officeId],
  )
  return rows[0]?.sealed ?? undefined
}

/** Takes the names off the numbers of the days before this one. */
export async function eraseWalkIns(database: Pool, before: CalendarDate): Promise<number> {
  const { rowCount } = await database.query(
    'UPDATE ticket SET sealed = NULL WHERE sealed IS NOT NULL AND date < $1',
    [before],
  )
  return rowCount ?? 0
}
