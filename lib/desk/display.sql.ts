import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { type Queryable, TICKET, ticketOf } from './store.ts'

/** Every number of an office on a day that was not undone, without its history. */
export async function readHallTickets(
  database: Queryable,
  officeId: string,
  date: CalendarDate,
): Promise<Ticket[]> {
  const { rows } = await database.query({
    name: 'tickets of the hall',
    text: `SELECT ${TICKET} FROM ticket t WHERE t.office_id = $1 AND t.date = $2 AND t.state <> 'undone'`,
    values: [officeId, date],
  })
  return rows.map(ticketOf)
}
