import { isDuplicate } from '#lib/db/conflict.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Ticket } from '#lib/domain/ticket.ts'
import { type Queryable, TICKET, ticketOf } from './store.ts'

/** Who calls whom to where. */
export interface Call {
  readonly officeId: string
  readonly date: CalendarDate
  readonly window: string
  readonly staffId: string
  readonly now: Date
}

/**
 * Calls whoever is next for an open window: today's, with everybody here, of a service of the window. Row and lock come
 * together, and a row that another clerk is just taking is stepped over: nobody is called twice, and nobody waits for
 * anybody. The call, its timed row and the record of it are one statement. Undefined when nobody waits, or the window
 * is not free.
 */
export async function claimNext(database: Queryable, call: Call): Promise<Ticket | undefined> {
  const { officeId, date, window, staffId, now } = call
  const values = [officeId, date, window, staffId, now]
  try {
    const { rows } = await database.query({ name: 'call next', text: CALL_NEXT, values })
    return rows[0] && ticketOf(rows[0])
  } catch (fault) {
    // The same window has called somebody in the same moment.
    if (isDuplicate(fault, 'ticket_one_per_window')) return undefined
    throw fault
  }
}

// Whoever was sent to one window waits for that one, unless it has closed meanwhile.
const CALL_NEXT = `
WITH next AS (
  SELECT t.id FROM ticket t
  WHERE t.office_id = $1 AND t.date = $2 AND t.state = 'waiting' AND t.present = t.expected
    AND t.service = ANY((SELECT w.services FROM desk_window w WHERE w.office_id = $1 AND w.name = $3 AND w.open)::text[])
    AND (t."window" IS NULL OR t."window" = $3 OR NOT EXISTS (
      SELECT FROM desk_window o WHERE o.office_id = $1 AND o.name = t."window" AND o.open))
    AND NOT EXISTS (
      SELECT FROM ticket b WHERE b.office_id = $1 AND b.date = $2 AND b."window" = $3 AND b.state IN ('called', 'serving'))
  ORDER BY t.rank, t.order_at, t.number LIMIT 1 FOR UPDATE OF t SKIP LOCKED
),
called AS (
  UPDATE ticket t SET state = 'called', "window" = $3, staff_id = $4, calls = t.calls + 1, called_at = $5, version = t.version + 1
  FROM next WHERE t.id = next.id
  RETURNING t.*
),
noted AS (
  INSERT INTO ticket_event (ticket_id, at, event, state, staff_id, "window")
  SELECT id, $5, 'call', state, staff_id, "window" FROM called
),
entry AS (
  INSERT INTO audit_entry (at, actor_kind, actor_id, act, subject_kind, subject_id, office_id, detail)
  SELECT $5, 'staff', $4::text, 'ticket-called', 'ticket', id::text, office_id, jsonb_build_object('window', "window") FROM called
)
SELECT ${TICKET} FROM called t`
