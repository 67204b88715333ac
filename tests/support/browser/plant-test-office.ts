import type { Pool } from 'pg'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { type OfficeWish, type PlantedOffice, plantOffice } from '#prisma/seed/factories/plant-office.ts'

/** An office that belongs to one test, open every day of a week, far from those of the demo world. */
export interface TestOffice extends PlantedOffice {
  readonly days: readonly CalendarDate[]
}

/** Two places in each quarter of an hour from 09:00 to 11:00, unless asked otherwise. */
export async function plantTestOffice(
  database: Pool,
  wish: Pick<OfficeWish, 'id' | 'accepts' | 'capacity'> & { readonly services?: readonly Service[] },
): Promise<TestOffice> {
  const today = shanghaiToday(new Date())
  const days = Array.from({ length: 7 }, (_, index) => addDays(today, index + 4))
  const { capacity = 2, services = ['MARRIAGE', 'DIVORCE_APPLICATION'] } = wish
  const hours = { opens: '09:00', closes: '11:00' }
  const office = await plantOffice(database, {
    ...wish,
    ...hours,
    regionCode: '610702',
    services,
    days,
    capacity,
  })
  // Slots without opening hours behind them are closed when the clock makes the next day's.
  await database.query(
    `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, works_on_rest_day, valid_from)
     VALUES ($1, $1, '{1,2,3,4,5,6,7}', $2, $3, $4, 100, true, $5)`,
    [office.laneId, hours.opens, hours.closes, capacity, today],
  )
  return { ...office, days }
}
