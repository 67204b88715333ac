import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import { settleOverdue } from './settle-overdue.ts'

/** How many appointments a channel has booked; each sum is of the same appointments, every one counted once. */
export interface ChannelCounts {
  readonly total: number
  readonly perStatus: readonly { readonly status: AppointmentStatus; readonly count: number }[]
  readonly perService: readonly { readonly service: Service; readonly count: number }[]
  readonly perDay: readonly { readonly date: CalendarDate; readonly count: number }[]
}

interface Counted {
  readonly status: AppointmentStatus
  readonly service: Service
  readonly date: CalendarDate
  readonly count: number
}

/** Counts what a channel itself has booked, by the day of the appointment: a moved one on its new day, and only there. */
export async function countChannelAppointments(
  pool: Pool,
  wish: {
    readonly actor: ChannelActor
    readonly from: CalendarDate
    /** Included. */
    readonly to: CalendarDate
    readonly now: Date
  },
): Promise<ChannelCounts> {
  await settleOverdue(pool, wish.now)
  const { rows } = await pool.query<Counted>(
    `SELECT a.status, a.service, s.date::text AS date, count(*)::int AS count
     FROM appointment a JOIN slot s ON s.id = a.slot_id
     WHERE a.channel_id = $1 AND s.date BETWEEN $2 AND $3
     GROUP BY a.status, a.service, s.date ORDER BY s.date, a.service, a.status`,
    [wish.actor.id, wish.from, wish.to],
  )
  return {
    total: rows.reduce((sum, { count }) => sum + count, 0),
    perStatus: sumBy(rows, 'status').map(([status, count]) => ({ status, count })),
    perService: sumBy(rows, 'service').map(([service, count]) => ({ service, count })),
    perDay: sumBy(rows, 'date').map(([date, count]) => ({ date, count })),
  }
}

function sumBy<Field extends 'status' | 'service' | 'date'>(
  rows: readonly Counted[],
  field: Field,
): [Counted[Field], number][] {
  const sums = new Map<Counted[Field], number>()
  for (const row of rows) sums.set(row[field], (sums.get(row[field]) ?? 0) + row.count)
  return [...sums]
}
