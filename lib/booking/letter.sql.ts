import type { Pool } from 'pg'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { LetterOffice } from '#lib/domain/letter.ts'
import type { Service } from '#lib/domain/service.ts'

/** Everything a letter to one of the people of an appointment may tell. */
export interface LetterRow {
  readonly code: string
  readonly slotId: number
  readonly service: Service
  readonly status: AppointmentStatus
  readonly heldUntil: Date | null
  readonly askedRole: number
  readonly partnerCodeRound: number
  readonly date: CalendarDate
  readonly startTime: ClockTime
  /** The time that is kept until a new one is agreed to. */
  readonly keptDate: CalendarDate | null
  readonly keptTime: ClockTime | null
  readonly office: LetterOffice
  readonly people: number
  readonly personIndex: Buffer
  readonly sealed: Buffer
  readonly otherSealed: Buffer | null
}

/** The appointment as the one in this role is told of it; undefined when its people are no longer known. */
export async function readLetterRow(
  pool: Pool,
  appointmentId: string,
  role: number,
): Promise<LetterRow | undefined> {
  const { rows } = await pool.query<LetterRow>({
    name: 'letter-row',
    text: `
      SELECT a.code, a.slot_id AS "slotId", a.service, a.status, a.held_until AS "heldUntil", a.asked_role AS "askedRole",
        a.partner_code_round AS "partnerCodeRound", s.date::text AS date, s.start_time AS "startTime",
        k.date::text AS "keptDate", k.start_time AS "keptTime", json_build_object('id', o.id,
          'regionCode', o.region_code, 'name', o.name, 'address', COALESCE((SELECT t.address FROM stop t WHERE t.office_id = o.id AND t.date = s.date
            AND s.start_time >= t.opens AND s.start_time < t.closes LIMIT 1), o.address), 'phone', o.phone) AS office,
        CASE WHEN q.role IS NULL THEN 1 ELSE 2 END AS people, p.person_index AS "personIndex", p.sealed,
        q.sealed AS "otherSealed"
      FROM appointment a
      JOIN slot s ON s.id = a.slot_id
      JOIN office o ON o.id = a.office_id
      JOIN party p ON p.appointment_id = a.id AND p.role = $2
      LEFT JOIN party q ON q.appointment_id = a.id AND q.role = 3 - $2
      LEFT JOIN slot k ON k.id = a.previous_slot_id
      WHERE a.id = $1 AND a.anonymised_at IS NULL`,
    values: [appointmentId, role],
  })
  return rows[0]
}
