import { randomUUID } from 'node:crypto'
import { bookAppointment } from '#lib/booking/book-appointment.ts'
import { confirmAppointment } from '#lib/booking/confirm-appointment.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { mintActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { PartyFacts } from '#lib/domain/party.ts'

/**
 * The two of a case book a visit on the first day from `from` on which a time is free: the one asks, the other agrees.
 * Tells whether they got one; who does not keeps the time that is kept for them.
 */
export async function bookVisit(
  pool: Pool,
  found: Pick<DivorceCase, 'officeId' | 'deadlines'>,
  wish: {
    readonly parties: readonly [PartyFacts, PartyFacts]
    readonly from: CalendarDate
    readonly now: Date
  },
): Promise<boolean> {
  const { parties, from, now } = wish
  const [first, second] = parties.map((identity) => mintActor({ kind: 'person', id: randomUUID(), identity }))
  const { rows } = await pool.query<{ id: number }>(
    `SELECT id FROM slot WHERE office_id = $1 AND open AND taken < capacity AND date BETWEEN $2 AND $3 ORDER BY date, id LIMIT 1`,
    [found.officeId, from, found.deadlines.certWindowEnd],
  )
  if (!first || !second || !rows[0]) return false
  const input = { slotId: rows[0].id, service: 'DIVORCE_CERTIFICATE' as const, parties: [...parties] }
  const booked = await bookAppointment(pool, { actor: first, input, key: randomUUID(), locale: 'zh-CN', now })
  if (!booked.ok) return false
  const { code, partnerCode = '' } = booked.value
  const agreed = await confirmAppointment(pool, { actor: second, code, partnerCode, key: randomUUID(), now })
  return agreed.ok
}

/**
 * The cases whose two people have a time for the certificate on this day: the one they booked, else the one that is kept
 * for them; and on a Saturday that their office offers, whoever can come.
 */
export async function findVisitsOn(pool: Pool, day: CalendarDate): Promise<ReadonlySet<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT k.case_id AS id FROM kept_seat k JOIN slot s ON s.id = k.slot_id WHERE s.date = $1
     UNION
     SELECT a.case_id FROM appointment a JOIN slot s ON s.id = a.slot_id
     WHERE a.case_id IS NOT NULL AND a.status = 'confirmed' AND s.date = $1
     UNION
     SELECT c.id FROM divorce_case c JOIN lane l ON l.office_id = c.office_id JOIN service_day d ON d.lane_id = l.id
     WHERE d.date = $1 AND c.status = 'open' AND $1 BETWEEN c.cert_window_start AND c.cert_window_end`,
    [day],
  )
  return new Set(rows.map(({ id }) => id))
}
