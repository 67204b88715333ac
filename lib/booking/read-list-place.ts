import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { isClockTime } from '#lib/domain/clock.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import type { ListPlace } from './store.ts'

/** The place at which a list goes on, from the cursor that was given out; undefined for anything else. */
export function readListPlace(cursor: string): ListPlace | undefined {
  const [date = '', startTime = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ')
  return isCalendarDate(date) && isClockTime(startTime) && isUuid(id) ? { date, startTime, id } : undefined
}
