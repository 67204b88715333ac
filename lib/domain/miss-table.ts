import { LEAD_BOUNDS, type MissCount, missRate } from './forecast.ts'
import type { Service } from './service.ts'

/** Appointments of the past of one service and one class of lead time, and of how many nobody came. */
export interface MissRow extends MissCount {
  readonly service: Service
  /** lib/domain/forecast.ts */
  readonly lead: number
}

/** Who stays away, by service and by how far ahead they booked. */
export interface MissTable {
  readonly all: MissCount
  readonly services: readonly {
    readonly service: Service
    /** By class of lead time; undefined where nobody booked like that. */
    readonly classes: readonly ({ readonly rate: number; readonly count: MissCount } | undefined)[]
  }[]
}

/** The shares of couples who stayed away, each drawn towards that of all where little is known. */
export function tabulateMisses(rows: readonly MissRow[]): MissTable {
  const all = rows.reduce(
    (sum, { booked, missed }) => ({ booked: sum.booked + booked, missed: sum.missed + missed }),
    { booked: 0, missed: 0 },
  )
  const classes = [...LEAD_BOUNDS, Number.POSITIVE_INFINITY]
  return {
    all,
    services: [...Map.groupBy(rows, ({ service }) => service)].map(([service, own]) => ({
      service,
      classes: classes.map((_, lead) => {
        const count = own.find((row) => row.lead === lead)
        return count && { rate: missRate(count, all), count }
      }),
    })),
  }
}

/** How probable it is that a couple with such a booking stays away. */
export function rateOfBooking(
  table: MissTable,
  booking: { readonly service: Service; readonly lead: number },
): number {
  const own = table.services.find(({ service }) => service === booking.service)
  return own?.classes[booking.lead]?.rate ?? missRate({ booked: 0, missed: 0 }, table.all)
}
