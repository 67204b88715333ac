import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { type Queryable, TICKET, ticketOf } from './store.ts'

/** The visit that ended last at a window, since an instant, unless it was rated or somebody was called there afterwards. */
export async function findJustFinished(
  database: Queryable,
  at: {
    readonly officeId: string
    readonly window: string
    readonly date: CalendarDate
    readonly since: Date
  },
): Promise<Ticket | undefined> {
  const { rows } = await database.query({
    name: 'just finished at a window',
    text: `
SELECT last.* FROM (
  SELECT ${TICKET} FROM ticket t
  WHERE t.office_id = $1 AND t.date = $2 AND t."window" = $3 AND t.state = 'done' AND t.ended_at >= $4
  ORDER BY t.ended_at DESC, t.id LIMIT 1
) last
WHERE NOT EXISTS (SELECT FROM rating r WHERE r.ticket_id = last.id)
  AND NOT EXISTS (
    SELECT FROM ticket n WHERE n.office_id = $1 AND n.date = $2 AND n."window" = $3 AND n.id <> last.id
      AND (n.state IN ('called', 'serving') OR n.called_at > last."endedAt"))`,
    values: [at.officeId, at.date, at.window, at.since],
  })
  return rows[0] && ticketOf(rows[0])
}
