import type { CalendarDate } from './calendar-date.ts'
import type { Service } from './service.ts'

/** Places of some time: total is booked and free together, but for a service, which shares its windows with others. */
export interface Seats {
  readonly booked: number
  readonly free: number
  readonly total: number
}

interface Facts {
  readonly lanes: readonly { readonly id: string; readonly services: readonly Service[] }[]
  readonly seats: readonly {
    readonly laneId: string
    readonly date: CalendarDate
    readonly hour: string
    readonly taken: number
    readonly total: number
  }[]
  readonly booked: readonly {
    readonly laneId: string
    readonly date: CalendarDate
    readonly hour: string
    readonly service: Service
    readonly count: number
  }[]
}

/**
 * The sums of a week: by day and hour, by day, and by service and day; of all lanes, of one of them, or of those that serve
 * `service`. A place that is taken for a case or while somebody fills in the form counts as booked, as nobody else can have it.
 */
export function addUp(
  { lanes, seats, booked }: Facts,
  only: { readonly laneId?: string | undefined; readonly service?: Service | undefined } = {},
): {
  readonly hours: readonly string[]
  readonly cells: ReadonlyMap<string, Seats>
  readonly totals: ReadonlyMap<CalendarDate, Seats>
  readonly services: ReadonlyMap<string, Seats>
} {
  const { laneId, service } = only
  const shown = lanes.filter(({ id }) => laneId === undefined || id === laneId)
  const servesIt = new Set(
    shown.filter((lane) => service === undefined || lane.services.includes(service)).map(({ id }) => id),
  )
  const cells = new Map<string, Seats>()
  const totals = new Map<CalendarDate, Seats>()
  for (const { laneId: lane, date, hour, taken, total } of seats) {
    if (!servesIt.has(lane)) continue
    const some = { booked: service === undefined ? taken : 0, free: Math.max(0, total - taken), total }
    put(cells, `${date} ${hour}`, some)
    put(totals, date, some)
  }
  for (const one of service === undefined ? [] : booked) {
    if (one.service !== service || !servesIt.has(one.laneId)) continue
    put(cells, `${one.date} ${one.hour}`, { booked: one.count, free: 0, total: 0 })
    put(totals, one.date, { booked: one.count, free: 0, total: 0 })
  }
  const hours = [...new Set([...cells.keys()].map((key) => key.slice(11)))].sort()
  return { hours, cells, totals, services: byService(shown, seats, booked) }
}

function byService(
  lanes: Facts['lanes'],
  seats: Facts['seats'],
  booked: Facts['booked'],
): ReadonlyMap<string, Seats> {
  const served = new Map(lanes.map(({ id, services }) => [id, services]))
  const sums = new Map<string, Seats>()
  for (const { laneId, date, taken, total } of seats) {
    for (const service of served.get(laneId) ?? [])
      put(sums, `${service} ${date}`, { booked: 0, free: Math.max(0, total - taken), total })
  }
  for (const { laneId, date, service, count } of booked) {
    if (served.has(laneId)) put(sums, `${service} ${date}`, { booked: count, free: 0, total: 0 })
  }
  return sums
}

function put<Key>(sums: Map<Key, Seats>, key: Key, more: Seats): void {
  const before = sums.get(key) ?? { booked: 0, free: 0, total: 0 }
  sums.set(key, {
    booked: before.booked + more.booked,
    free: before.free + more.free,
    total: before.total + more.total,
  })
}
