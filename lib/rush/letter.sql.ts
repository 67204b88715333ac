import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { LetterOffice } from '#lib/domain/letter.ts'
import type { Service } from '#lib/domain/service.ts'
import type { WaitingStatus } from '#lib/domain/waiting.ts'

/** What a letter to a waiting couple may tell of a seat. */
export interface OfferRow {
  readonly service: Service
  readonly status: WaitingStatus
  readonly sealed: Buffer
  readonly personIndex: Buffer
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly office: LetterOffice
  /** Until when this seat is held for them; absent when it is not, or no longer. */
  readonly until: Date | null
}

export async function readOfferRow(
  pool: Pool,
  wish: { readonly entryId: string; readonly role: number; readonly slotId: number },
): Promise<OfferRow | undefined> {
  const { rows } = await pool.query<OfferRow>(
    `SELECT e.service, e.status, e.sealed, p.person_index AS "personIndex", s.date::text AS date,
       s.start_time AS "startTime", r.offer_until AS until, json_build_object('id', o.id,
         'regionCode', o.region_code, 'name', o.name, 'address', o.address, 'phone', o.phone) AS office
     FROM waiting_entry e
     JOIN waiting_party p ON p.entry_id = e.id AND p.role = $2
     JOIN slot s ON s.id = $3
     JOIN office o ON o.id = s.office_id
     LEFT JOIN returned_seat r ON r.entry_id = e.id AND r.slot_id = s.id
     WHERE e.id = $1`,
    [wish.entryId, wish.role, wish.slotId],
  )
  return rows[0]
}
