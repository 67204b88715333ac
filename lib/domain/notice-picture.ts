import { type CalendarDate, weekdayOf } from './calendar-date.ts'
import type { AffectedCouple, DayPlaces } from './change-picture.ts'
import type { NoticeChange } from './holiday-notice.ts'
import type { Service } from './service.ts'

/** What a notice does on one day, in all offices together. */
export interface NoticeDayPicture extends NoticeChange {
  readonly becomes: 'rest' | 'work'
  readonly lost: number
  readonly gained: number
  /** Whose time goes. */
  readonly couples: number
  readonly services: readonly { readonly service: Service; readonly couples: number }[]
  /** How many of them the law leaves only some days, and the earliest of their last days. Civil Code art. 1077(2). */
  readonly legal: number
  readonly latest: CalendarDate | undefined
  /** Whom no message reaches. */
  readonly withoutContact: number
}

/**
 * The pictures of single offices put together by day: a row for every day that a notice changes, also where there are no
 * places yet.
 */
export function noticePicture(
  changes: readonly NoticeChange[],
  offices: readonly { readonly days: readonly DayPlaces[]; readonly affected: readonly AffectedCouple[] }[],
  reached: ReadonlySet<string>,
): NoticeDayPicture[] {
  const places = Map.groupBy(
    offices.flatMap(({ days }) => days),
    ({ date }) => date,
  )
  const concerned = Map.groupBy(
    offices.flatMap(({ affected }) => affected),
    ({ date }) => date,
  )
  return changes.map((change) => {
    const couples = concerned.get(change.date) ?? []
    const total = (name: 'lost' | 'gained') =>
      (places.get(change.date) ?? []).reduce((sum, day) => sum + day[name], 0)
    const lastDays = couples.flatMap(({ latest }) => latest ?? []).sort()
    return {
      ...change,
      becomes: isRest(change) ? 'rest' : 'work',
      lost: total('lost'),
      gained: total('gained'),
      couples: couples.length,
      services: [...Map.groupBy(couples, ({ service }) => service)]
        .map(([service, own]) => ({ service, couples: own.length }))
        .sort((one, other) => other.couples - one.couples || one.service.localeCompare(other.service)),
      legal: lastDays.length,
      latest: lastDays[0],
      withoutContact: couples.filter(({ appointmentId }) => !reached.has(appointmentId)).length,
    }
  })
}

function isRest({ date, to }: NoticeChange): boolean {
  return to === 'holiday' || (to === 'ordinary' && weekdayOf(date) >= 6)
}
