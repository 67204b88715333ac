import { type CalendarDate, calendarDate } from '#lib/domain/calendar-date.ts'
import { type ClockTime, clockTimeOf, minutesOf } from '#lib/domain/clock.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Service } from '#lib/domain/service.ts'
import { type Connection, insertRows } from '../insert-rows.ts'
import { localized } from '../localized.ts'
import { REGIONS } from '../regions.ts'

export interface OfficeWish {
  readonly id: string
  readonly regionCode?: string
  readonly services?: readonly Service[]
  readonly accepts?: readonly PartyType[]
  readonly onlineBooking?: boolean
  /** The days with slots; no calendar is asked. */
  readonly days?: readonly CalendarDate[]
  readonly opens?: ClockTime
  readonly closes?: ClockTime
  readonly slotMinutes?: number
  readonly capacity?: number
  readonly publicCapacity?: number
}

export interface PlantedOffice {
  readonly officeId: string
  readonly laneId: string
  readonly slots: readonly {
    readonly id: number
    readonly date: CalendarDate
    readonly startTime: ClockTime
  }[]
}

/** An office for a test or a trial: one lane, and slots on the days that are asked for. */
export async function plantOffice(connection: Connection, wish: OfficeWish): Promise<PlantedOffice> {
  const { id, regionCode = '330523', services = ['MARRIAGE'], slotMinutes = 15, capacity = 1 } = wish
  const laneId = `${id}-lane`
  await plantRegions(connection, regionCode)
  await insertRows(connection, 'office', [officeRow(wish, regionCode)])
  await insertRows(
    connection,
    'office_service',
    services.map((service) => ({ office_id: id, service, mode: 'register' })),
  )
  const lane = { id: laneId, office_id: id, name: localized('窗口', '窗口', 'Windows'), services }
  await insertRows(connection, 'lane', [{ ...lane, slot_minutes: slotMinutes, position: 0 }])
  const { days = [calendarDate('2026-12-01')], opens = '09:00', closes = '12:00' } = wish
  const times: ClockTime[] = []
  for (let at = minutesOf(opens); at + slotMinutes <= minutesOf(closes); at += slotMinutes) {
    times.push(clockTimeOf(at))
  }
  await insertRows(
    connection,
    'slot',
    days.flatMap((date) =>
      times.map((startTime) => ({
        office_id: id,
        lane_id: laneId,
        date,
        start_time: startTime,
        end_time: clockTimeOf(minutesOf(startTime) + slotMinutes),
        capacity,
        public_capacity: wish.publicCapacity ?? capacity,
        taken: 0,
        public_taken: 0,
        open: true,
      })),
    ),
  )
  const { rows } = await connection.query<PlantedOffice['slots'][number]>(
    `SELECT id, date::text AS date, start_time AS "startTime" FROM slot WHERE lane_id = $1 ORDER BY date, start_time`,
    [laneId],
  )
  return { officeId: id, laneId, slots: rows }
}

async function plantRegions(connection: Connection, code: string): Promise<void> {
  const codes = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  for (const [position, region] of REGIONS.entries()) {
    if (!codes.includes(region.code)) continue
    await connection.query(
      `INSERT INTO region (code, level, parent_code, name, position) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
      [region.code, region.level, region.parent ?? null, region.name, position],
    )
  }
}

function officeRow(wish: OfficeWish, regionCode: string): Record<string, unknown> {
  const { id, accepts = ['MAINLAND', 'MILITARY'], onlineBooking = true } = wish
  return {
    id,
    region_code: regionCode,
    tier: 'centre',
    name: localized(`示例登记处 ${id}`, `示例登記處 ${id}`, `Sample office ${id}`),
    address: localized('示例路1号', '示例路1號', '1 Shili Road'),
    lat: 30.6,
    lng: 119.7,
    phone: '0572-0000999',
    hours: localized('周一至周五 9:00–12:00', '週一至週五 9:00–12:00', 'Monday to Friday 9:00–12:00'),
    accepts,
    facilities: [],
    online_booking: onlineBooking,
    position: 1000,
  }
}
