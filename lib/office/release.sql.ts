import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Queryable } from './store.ts'

/** From when on the places of days are on offer that are held back until an instant of their own, the earliest of a day. */
export async function readReleases(
  queryable: Queryable,
  wish: {
    readonly officeId: string
    readonly service: Service
    readonly from: CalendarDate
    readonly until: CalendarDate
    readonly now: Date
  },
): Promise<{ readonly date: CalendarDate; readonly at: Date }[]> {
  const { rows } = await queryable.query({
    name: 'releases',
    text: `
SELECT d.date::text AS date, min(d.release_at) AS at
FROM service_day d JOIN lane l ON l.id = d.lane_id
WHERE l.office_id = $1 AND $2 = ANY(l.services) AND d.date BETWEEN $3 AND $4
  AND d.release_at > $5 AND d.public_percent > 0 AND NOT EXISTS (
    SELECT FROM closure c WHERE c.office_id = $1 AND (c.lane_id IS NULL OR c.lane_id = l.id)
      AND d.date BETWEEN c."from" AND c."until")
GROUP BY d.date ORDER BY d.date`,
    values: [wish.officeId, wish.service, wish.from, wish.until, wish.now],
  })
  return rows
}
