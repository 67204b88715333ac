import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { type Queryable, TICKET, ticketOf } from './store.ts'

/** A ticket with its history, and who walked in, still sealed. */
export interface StoredDayTicket extends DayTicket {
  readonly sealed: Buffer | undefined
}

const history = (more = '') => `
SELECT ${TICKET}, h."sinceAt", h."readyAt", h."firstCalledAt", COALESCE(h.here, '[]'::jsonb) AS here${more}
FROM ticket t
CROSS JOIN LATERAL (
  SELECT COALESCE(max(e.at) FILTER (WHERE e.event <> 'tick'), t.created_at) AS "sinceAt",
    COALESCE(max(e.at) FILTER (WHERE e.event IN ('give', 'arrive')), t.created_at) AS "readyAt",
    min(e.at) FILTER (WHERE e.event = 'call') AS "firstCalledAt",
    (array_agg(e.detail->'here' ORDER BY e.id DESC) FILTER (WHERE e.event IN ('give', 'arrive', 'depart')))[1] AS here
  FROM ticket_event e WHERE e.ticket_id = t.id
) h`

/** Every number given on a day that was not undone, with its history. */
export async function readDayTickets(
  database: Queryable,
  officeId: string,
  date: CalendarDate,
): Promise<StoredDayTicket[]> {
  const { rows } = await database.query({
    name: 'tickets of the day',
    text: `${history(', t.sealed')} WHERE t.office_id = $1 AND t.date = $2 AND t.state <> 'undone' ORDER BY t.created_at, t.id`,
    values: [officeId, date],
  })
  return rows.map((row) => ticketOf(row) as StoredDayTicket)
}

/**
 * The number of a day that has this id or is of this appointment; without an id that of whoever stands at a window. Not
 * one that was undone.
 */
export async function findDayTicket(
  database: Queryable,
  sought: {
    readonly officeId: string
    readonly date: CalendarDate
    readonly id?: string | undefined
    readonly window?: string | undefined
  },
): Promise<StoredDayTicket | undefined> {
  const { officeId, date, id, window } = sought
  const of = id
    ? { name: 'ticket of the day', condition: '(t.id = $3 OR t.appointment_id = $3)' }
    : { name: 'ticket at the window', condition: `t."window" = $3 AND t.state IN ('called', 'serving')` }
  const { rows } = await database.query({
    name: of.name,
    text: `${history(', t.sealed')} WHERE t.office_id = $1 AND t.date = $2 AND t.state <> 'undone' AND ${of.condition}`,
    values: [officeId, date, id ?? window],
  })
  return rows[0] && (ticketOf(rows[0]) as StoredDayTicket)
}

/** The numbers of a day that were not undone, without their history. */
export async function readLine(database: Queryable, officeId: string, date: CalendarDate): Promise<Ticket[]> {
  const { rows } = await database.query({
    name: 'line of the day',
    text: `SELECT ${TICKET} FROM ticket t WHERE t.office_id = $1 AND t.date = $2 AND t.state <> 'undone'`,
    values: [officeId, date],
  })
  return rows.map(ticketOf)
}

/** The tickets of these appointments that were not undone, of whichever day. */
export async function readTicketsOf(
  database: Queryable,
  appointmentIds: readonly string[],
): Promise<DayTicket[]> {
  const { rows } = await database.query({
    name: 'tickets of appointments',
    text: `${history()} WHERE t.appointment_id = ANY($1::uuid[]) AND t.state <> 'undone'`,
    values: [appointmentIds],
  })
  return rows.map((row) => ticketOf(row) as DayTicket)
}
