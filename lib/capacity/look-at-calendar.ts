import type { Calendar } from '#lib/domain/calendar.ts'
import type { NoticeChange } from '#lib/domain/holiday-notice.ts'
import { type NoticeDayPicture, noticePicture } from '#lib/domain/notice-picture.ts'
import { drawCalendar } from './draw-calendar.ts'
import { findReachable } from './find-reachable.ts'
import { listPlaces, type Queryable } from './plan.sql.ts'

/** What a change of the calendar would do to all offices together, for whoever decides about it. */
export interface CalendarPicture {
  /** Every day that becomes another one. */
  readonly days: readonly NoticeDayPicture[]
  readonly couples: number
  /** Where couples lose their time, most first, and how many of them are within a legal period. */
  readonly concerned: readonly {
    readonly officeId: string
    readonly regionCode: string
    readonly couples: number
    readonly legal: number
  }[]
  /** By it `changeByNotice` knows that this is still the picture that was looked at. */
  readonly hash: string
}

/** What other holidays would do to places and couples, by day. Writes nothing. */
export async function lookAtCalendar(
  queryable: Queryable,
  wish: {
    readonly before: Calendar
    readonly after: Calendar
    readonly changes: readonly NoticeChange[]
    readonly now: Date
  },
): Promise<CalendarPicture> {
  const { changes, ...facts } = wish
  const { offices, hash } = await drawCalendar(queryable, {
    ...facts,
    dates: changes.map(({ date }) => date),
  })
  const ids = offices.flatMap(({ affected }) => affected.map(({ appointmentId }) => appointmentId))
  const reached = await findReachable(queryable, ids)
  const losing = offices.filter(({ affected }) => affected.length > 0)
  const places = await listPlaces(
    queryable,
    losing.map(({ officeId }) => officeId),
  )
  const regions = new Map(places.map(({ id, regionCode }) => [id, regionCode]))
  const concerned = losing
    .map(({ officeId, affected }) => ({
      officeId,
      regionCode: regions.get(officeId) ?? '',
      couples: affected.length,
      legal: affected.filter(({ latest }) => latest !== undefined).length,
    }))
    .sort((one, other) => other.couples - one.couples || one.officeId.localeCompare(other.officeId))
  return { days: noticePicture(changes, offices, reached), couples: ids.length, concerned, hash }
}
