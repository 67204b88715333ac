import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { maskedView } from './masked-view.ts'
import { readListPlace } from './read-list-place.ts'
import { settleOverdue } from './settle-overdue.ts'
import { listByChannel } from './store.ts'
import type { AppointmentView } from './view-for.ts'

export interface ChannelListWish {
  readonly actor: ChannelActor
  readonly from: CalendarDate
  /** Included. */
  readonly to: CalendarDate
  readonly status?: AppointmentStatus | undefined
  /** As the page before gave it. */
  readonly cursor?: string | undefined
  readonly limit: number
  readonly now: Date
}

/** A page of the appointments that a channel itself has booked, by their time; everybody in them masked. */
export async function listChannelAppointments(
  pool: Pool,
  { actor, from, to, status, cursor, limit, now }: ChannelListWish,
): Promise<Result<{ readonly appointments: readonly AppointmentView[]; readonly next?: string }>> {
  const after = cursor === undefined ? undefined : readListPlace(cursor)
  if (cursor !== undefined && !after) {
    return refuse('invalid-input', [{ path: 'cursor', reason: 'wrong-value' }])
  }
  await settleOverdue(pool, now)
  const wish = { channelId: actor.id, from, to, status, after, most: limit + 1 }
  const found = await listByChannel(pool, wish)
  const page = found.slice(0, limit)
  const last = found.length > limit ? page.at(-1) : undefined
  const next = last && Buffer.from(`${last.date} ${last.startTime} ${last.id}`).toString('base64url')
  return accept({ appointments: page.map(maskedView), ...(next ? { next } : {}) })
}
