import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import type { TicketState } from '#lib/domain/ticket.ts'
import type { Queryable } from './store.ts'

/** One of the people of an appointment who chose how to be reached and proved it. */
interface RatingReader {
  readonly role: number
  readonly locale: Locale
  /** What they ask of the desk, sealed. */
  readonly care: Buffer | null
}

/** The people of an appointment who have chosen a contact that was proved and still takes messages. */
export async function readRatingReaders(database: Queryable, appointmentId: string): Promise<RatingReader[]> {
  const { rows } = await database.query<RatingReader>(
    `SELECT p.role, p.locale, p.care FROM party p JOIN contact c ON c.person_index = p.person_index
     WHERE p.appointment_id = $1 AND c.verified_at IS NOT NULL AND c.dead_since IS NULL ORDER BY p.role`,
    [appointmentId],
  )
  return rows
}

/** The last visit of an appointment as a message about its rating sees it. */
export interface VisitBehindLetter {
  readonly ticketId: string
  readonly state: TicketState
  readonly isRated: boolean
  readonly date: CalendarDate
  readonly service: Service
  readonly officeId: string
  readonly regionCode: string
  readonly personIndex: Buffer
}

export async function findVisitBehindLetter(
  database: Queryable,
  { appointmentId, role }: { readonly appointmentId: string; readonly role: number },
): Promise<VisitBehindLetter | undefined> {
  const { rows } = await database.query<VisitBehindLetter>(
    `SELECT t.id AS "ticketId", t.state, r.ticket_id IS NOT NULL AS "isRated", t.date::text AS date, t.service,
       t.office_id AS "officeId", o.region_code AS "regionCode", p.person_index AS "personIndex"
     FROM ticket t JOIN office o ON o.id = t.office_id
     JOIN appointment a ON a.id = t.appointment_id AND a.anonymised_at IS NULL
     JOIN party p ON p.appointment_id = a.id AND p.role = $2
     LEFT JOIN rating r ON r.ticket_id = t.id
     WHERE t.appointment_id = $1 AND t.state <> 'undone' ORDER BY t.created_at DESC LIMIT 1`,
    [appointmentId, role],
  )
  return rows[0]
}
