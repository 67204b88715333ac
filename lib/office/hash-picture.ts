import { createHash } from 'node:crypto'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { NoticeDay } from '#lib/domain/holiday-notice.ts'

/**
 * A short word for what somebody saw who looked at a notice before entering it: the calendar as it stood, and what the
 * notice says. Another word means that one of the two has changed since.
 */
export function hashPicture(
  before: ReadonlyMap<CalendarDate, NoticeDay['kind']>,
  notice: readonly NoticeDay[],
): string {
  const stood = [...before].sort(([one], [other]) => one.localeCompare(other))
  const said = notice.map(({ date, kind, name }) => [date, kind, name['zh-CN']])
  return createHash('sha256')
    .update(JSON.stringify([stood, said]))
    .digest('hex')
    .slice(0, 32)
}
