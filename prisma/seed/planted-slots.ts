import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Connection } from './insert-rows.ts'

/** A slot while its appointments are being planned. */
export interface PlantedSlot {
  readonly id: number
  readonly officeId: string
  readonly laneId: string
  readonly date: CalendarDate
  readonly startTime: ClockTime
  /** Free seats of the public's share, and of the share kept for phone and walk-in. */
  publicFree: number
  staffFree: number
}

/** Every slot there is, by lane, day and time. */
export async function readPlantedSlots(connection: Connection): Promise<PlantedSlot[]> {
  const { rows } = await connection.query<PlantedSlot>(
    `SELECT id, office_id AS "officeId", lane_id AS "laneId", date::text AS date, start_time AS "startTime",
       public_capacity - public_taken AS "publicFree",
       capacity - public_capacity - (taken - public_taken) AS "staffFree"
     FROM slot WHERE open ORDER BY lane_id, date, start_time`,
  )
  return rows
}

/** Takes a seat of the slot's share; false when that share has none left. */
export function takeSeatOf(slot: PlantedSlot, pool: 'public' | 'staff'): boolean {
  if (pool === 'public' ? slot.publicFree < 1 : slot.staffFree < 1) return false
  if (pool === 'public') slot.publicFree -= 1
  else slot.staffFree -= 1
  return true
}
