import { getLocale, getTranslations } from 'next-intl/server'
import { type DayLine, dayFigures, dayLines } from '#components/desk/day-line.ts'
import { type DayFigure, type DayNews, newsSince } from '#components/desk/day-news.ts'
import { pool } from '#lib/db/pool.ts'
import { listAlarms } from '#lib/desk/list-alarms.ts'
import { type DeskDay, listDay } from '#lib/desk/list-day.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { alarmMark } from '#lib/domain/desk-alarm.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { clockText } from '#lib/format/dates.ts'

/** A reading of the day in one language, and what was told of it to those who had heard another one, or nothing. */
interface Worded {
  readonly lines: readonly DayLine[]
  readonly figures: readonly DayFigure[]
  readonly told: Map<readonly DayLine[] | undefined, Map<string, DayNews>>
}

/** A reading is put into words once for all screens of a language, however many are told of it. */
const worded = new WeakMap<DeskDay, Map<Locale, Worded>>()

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
    const languages = worded.get(day) ?? new Map<Locale, Worded>()
    worded.set(day, languages)
    const words = languages.get(locale) ?? {
      lines: dayLines(day.entries, say, now),
      figures: dayFigures(day.counts, say),
      told: new Map(),
    }
    languages.set(locale, words)
    const { lines, figures, told } = words
    const alarm = alarms.ok ? alarmMark(alarms.value) : ''
    const same = told.get(heard) ?? new Map<string, DayNews>()
    told.set(heard, same)
    const news = same.get(alarm) ?? {
      at: day.readAt.getTime(),
      ...newsSince(heard, lines),
      figures,
      time: clockText(locale, now),
      alarm,
    }
    same.set(alarm, news)
    heard = lines
    return news
  }
}
