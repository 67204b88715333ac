import type { Pool, PoolClient } from 'pg'
import type { AppointmentCode } from '#lib/domain/appointment-code.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import { lockSlots } from './store.ts'

/** A visit for the certificate that has not ended yet. */
export interface OpenVisit {
  readonly id: string
  readonly code: AppointmentCode
  readonly officeId: string
  readonly slotId: number
  readonly previousSlotId: number | null
  readonly status: AppointmentStatus
  readonly pool: 'public' | 'staff'
  readonly date: CalendarDate
  readonly startTime: ClockTime
}

/** The visit of a case that has not ended yet; there is at most one (`appointment_one_visit_per_case`). */
async function readOpenVisit(database: Pool | PoolClient, caseId: string): Promise<OpenVisit | undefined> {
  const { rows } = await database.query<OpenVisit>(VISIT, [caseId])
  return rows[0]
}

/**
 * The same, locked after its slots, as every statement of the house does it. Somebody who has moved it in between makes
 * the whole transaction run again (a serialization failure).
 */
export async function lockOpenVisit(client: PoolClient, caseId: string): Promise<OpenVisit | undefined> {
  const seen = await readOpenVisit(client, caseId)
  if (!seen) return undefined
  await lockSlots(client, slotsOf(seen))
  const { rows } = await client.query<OpenVisit>(`${VISIT} FOR NO KEY UPDATE OF a`, [caseId])
  const [visit] = rows
  if (visit && slotsOf(visit).some((id) => !slotsOf(seen).includes(id)))
    throw Object.assign(new Error('the visit was moved meanwhile'), { code: '40001' })
  return visit
}

/** The slots in which it holds a seat. */
export function slotsOf({ slotId, previousSlotId }: OpenVisit): number[] {
  return previousSlotId === null ? [slotId] : [slotId, previousSlotId]
}

const VISIT = `
SELECT a.id, a.code, a.office_id AS "officeId", a.slot_id AS "slotId", a.previous_slot_id AS "previousSlotId",
  a.status, a.pool, s.date::text AS date, s.start_time AS "startTime"
  FROM appointment a JOIN slot s ON s.id = a.slot_id
  WHERE a.case_id = $1 AND a.status IN ('awaiting-partner', 'confirmed')`

/** Closed cases that still have a visit ahead of them. */
export async function findClosedWithVisit(pool: Pool, today: CalendarDate): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT a.case_id AS id FROM appointment a JOIN slot s ON s.id = a.slot_id JOIN divorce_case c ON c.id = a.case_id
     WHERE a.case_id IS NOT NULL AND a.status IN ('awaiting-partner', 'confirmed') AND s.date >= $1 AND c.status <> 'open'
     LIMIT 1000`,
    [today],
  )
  return rows.map(({ id }) => id)
}
