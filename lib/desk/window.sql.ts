import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { DeskWindow } from '#lib/domain/desk-day.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { type Queryable, TICKET, ticketOf } from './store.ts'

/** The place of an office and its windows, in the order in which they hang. */
export async function readDesk(
  database: Queryable,
  officeId: string,
): Promise<
  { readonly id: string; readonly regionCode: string; readonly windows: readonly DeskWindow[] } | undefined
> {
  const { rows } = await database.query(
    `SELECT o.id, o.region_code AS "regionCode", COALESCE(w.windows, '[]'::json) AS windows
     FROM office o CROSS JOIN LATERAL (
       SELECT json_agg(json_build_object('name', name, 'services', services, 'open', open) ORDER BY position, name) AS windows
       FROM desk_window WHERE office_id = o.id) w
     WHERE o.id = $1`,
    [officeId],
  )
  return rows[0]
}

/** The windows of an office that are open. */
export async function listOpenWindows(database: Queryable, officeId: string): Promise<DeskWindow[]> {
  const { rows } = await database.query<DeskWindow>(
    'SELECT name, services, open FROM desk_window WHERE office_id = $1 AND open ORDER BY position, name',
    [officeId],
  )
  return rows
}

/** Whether an office has this window, open. */
export async function isWindowOpen(
  database: Queryable,
  at: { readonly officeId: string; readonly window: string },
): Promise<boolean> {
  const { rowCount } = await database.query(
    'SELECT FROM desk_window WHERE office_id = $1 AND name = $2 AND open',
    [at.officeId, at.window],
  )
  return rowCount === 1
}

/** Who stands at a window of an office on a day. */
export async function findAtWindow(
  database: Queryable,
  at: { readonly officeId: string; readonly date: CalendarDate; readonly window: string },
): Promise<Ticket | undefined> {
  const { rows } = await database.query(
    `SELECT ${TICKET} FROM ticket t
     WHERE t.office_id = $1 AND t.date = $2 AND t."window" = $3 AND t.state IN ('called', 'serving')`,
    [at.officeId, at.date, at.window],
  )
  return rows[0] && ticketOf(rows[0])
}
