import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { ClockTime } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import { readComing } from './coming.sql.ts'
import { readComingPass } from './read-coming-pass.ts'

/** The question "still coming?" as the page shows it: no names, for a link may be seen by others. */
export interface ComingQuestion {
  readonly code: string
  readonly officeId: string
  readonly service: Service
  readonly date: CalendarDate
  readonly startTime: ClockTime
  readonly isForTwo: boolean
  /** `unasked` has no message behind it; `over` needs no answer any more. */
  readonly state: 'unasked' | 'asked' | 'yes' | 'over'
}

/** What a token asks about, and what has been answered; undefined where it opens nothing. Changes nothing. */
export async function findComing(pool: Pool, token: string, now: Date): Promise<ComingQuestion | undefined> {
  const pass = await readComingPass(pool, token, now)
  if (!pass) return undefined
  const { id, code, officeId, service, date, startTime, status, parties } = pass.appointment
  const shown = { code, officeId, service, date, startTime, isForTwo: parties.length > 1 }
  if (status !== 'confirmed') return { ...shown, state: 'over' }
  const known = await readComing(pool, id, pass.party.role)
  if (!known?.isAsked) return { ...shown, state: 'unasked' }
  return { ...shown, state: known.comingAt ? 'yes' : 'asked' }
}
