import { getLocale, getTranslations } from 'next-intl/server'
import { type DayLine, dayFigures, dayLines } from '#components/desk/day-line.ts'
import { type DayNews, newsSince } from '#components/desk/day-news.ts'
import { pool } from '#lib/db/pool.ts'
import { listAlarms } from '#lib/desk/list-alarms.ts'
import { type DeskDay, listDay } from '#lib/desk/list-day.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { alarmMark } from '#lib/domain/desk-alarm.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { clockText } from '#lib/format/dates.ts'

/** The words of a day, put together once for all screens of a language that were told of the same reading. */
const worded = new WeakMap<DeskDay, Map<Locale, readonly DayLine[]>>()

/** Tells one screen what has changed since it was last told; the first time all of it. */
export async function tellDay(viewer: {
  readonly actor: StaffActor
  readonly officeId: string
}): Promise<() => Promise<DayNews | undefined>> {
  const t = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const say = (key: string, values?: Readonly<Record<string, string | number>>) => t(key as 'title', values)
  let heard: readonly DayLine[] | undefined
  return async () => {
    const now = new Date()
    const [listed, alarms] = await Promise.all([
      listDay(pool(), { ...viewer, date: shanghaiToday(now), now }),
      listAlarms(pool(), { ...viewer, now }),
    ])
    if (!listed.ok) return undefined
    const day = listed.value
    const words = worded.get(day) ?? new Map<Locale, readonly DayLine[]>()
    worded.set(day, words)
    const lines = words.get(locale) ?? dayLines(day.entries, say, now)
    words.set(locale, lines)
    const news = newsSince(heard, lines)
    heard = lines
    return {
      at: day.readAt.getTime(),
      ...news,
      figures: dayFigures(day.counts, say),
      time: clockText(locale, now),
      alarm: alarms.ok ? alarmMark(alarms.value) : '',
    }
  }
}
