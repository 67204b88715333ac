import { addDays, type CalendarDate, daysFrom, isCalendarDate, weekdayOf } from './calendar-date.ts'
import type { LocalizedText } from './localized-text.ts'
import { accept, type RefusalDetail, type Result, refuse } from './refusal.ts'

/** A day that a notice of the State Council sets apart. */
export interface NoticeDay {
  readonly date: CalendarDate
  readonly kind: 'holiday' | 'makeup-workday'
  readonly name: LocalizedText
}

/** The holidays of the whole nation, by the name in the notices. 全国年节及纪念日放假办法 art. 2. */
export const HOLIDAYS = {
  元旦: { 'zh-CN': '元旦', 'zh-Hant': '元旦', en: "New Year's Day" },
  春节: { 'zh-CN': '春节', 'zh-Hant': '春節', en: 'Spring Festival' },
  清明节: { 'zh-CN': '清明节', 'zh-Hant': '清明節', en: 'Qingming Festival' },
  劳动节: { 'zh-CN': '劳动节', 'zh-Hant': '勞動節', en: 'Labour Day' },
  端午节: { 'zh-CN': '端午节', 'zh-Hant': '端午節', en: 'Dragon Boat Festival' },
  中秋节: { 'zh-CN': '中秋节', 'zh-Hant': '中秋節', en: 'Mid-Autumn Festival' },
  国庆节: { 'zh-CN': '国庆节', 'zh-Hant': '國慶節', en: 'National Day' },
} as const satisfies Record<string, LocalizedText>

const BY_NAME = new Map<string, LocalizedText>(Object.entries(HOLIDAYS))
const NAMES = Object.keys(HOLIDAYS).join('|')

const HEADING = new RegExp(`(${NAMES})(?:、(?:${NAMES}))*[：:](.*)`)
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（[^）]*）)?/g
const REST = /^(.*?)(?:放假|休息)/
const COUNT = /共(\d{1,2})天/
const WORK = /([^。；]*?)上班/g

/**
 * Reads what was pasted: the notice in its own words (one holiday a line, as the State Council writes them), or lines of
 * `YYYY-MM-DD,holiday|makeup-workday,name`. Everything that is wrong is told by line: what cannot be read, a day of
 * another year, a day that is both, a make-up workday that is no weekend, a count that does not agree.
 */
export function readNotice(text: string, year: number): Result<readonly NoticeDay[]> {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const errors: RefusalDetail[] = []
  const days = lines.flatMap((line, index) => {
    const wrong = (reason: string) => void errors.push({ path: `line.${index + 1}`, reason })
    const read = /^\d{4}-/.test(line) ? readRow(line, wrong) : readSentence(line, year, wrong)
    for (const { date, kind } of read) {
      if (Number(date.slice(0, 4)) !== year) wrong('other-year')
      if (kind === 'makeup-workday' && weekdayOf(date) < 6) wrong('workday-on-weekday')
    }
    return read
  })
  for (const [date, same] of Map.groupBy(days, (day) => day.date))
    if (new Set(same.map(({ kind }) => kind)).size > 1)
      errors.push({ path: date, reason: 'holiday-and-workday' })
  if (days.length === 0 && errors.length === 0) errors.push({ path: 'text', reason: 'no-days' })
  if (errors.length > 0) return refuse('invalid-input', errors)
  const once = new Map(days.map((day) => [day.date, day]))
  return accept([...once.values()].sort((one, other) => one.date.localeCompare(other.date)))
}

type Wrong = (reason: string) => void

function readRow(line: string, wrong: Wrong): NoticeDay[] {
  const [date = '', kind = '', name = ''] = line.split(/[,，\t]/).map((cell) => cell.trim())
  if (!isCalendarDate(date) || (kind !== 'holiday' && kind !== 'makeup-workday')) {
    wrong('not-understood')
    return []
  }
  return [{ date, kind, name: BY_NAME.get(name) ?? { 'zh-CN': name, 'zh-Hant': name, en: name } }]
}

function readSentence(line: string, year: number, wrong: Wrong): NoticeDay[] {
  const heading = HEADING.exec(line)
  if (!heading) return []
  const name = BY_NAME.get(heading[1] ?? '')
  const body = heading[2] ?? ''
  const rest = REST.exec(body)?.[1]
  if (!name || rest === undefined) {
    wrong('not-understood')
    return []
  }
  const holidays = rangeOf(rest, year)
  const count = COUNT.exec(body)?.[1]
  if (holidays.length === 0) wrong('not-understood')
  else if (count !== undefined && Number(count) !== holidays.length) wrong('count-differs')
  const worked = [...body.slice(rest.length).matchAll(WORK)].flatMap((match) => daysIn(match[1] ?? '', year))
  return [
    ...holidays.map((date) => ({ date, kind: 'holiday', name }) as const),
    ...worked.map((date) => ({ date, kind: 'makeup-workday', name: workdayOf(name) }) as const),
  ]
}

/** "2月15日（周日）至23日（周一）": the days from the first to the last named, or those that are named alone. */
function rangeOf(text: string, year: number): CalendarDate[] {
  const days = daysIn(text, year)
  const [first, last] = [days[0], days.at(-1)]
  if (!text.includes('至') || !first || !last) return days
  return last >= first && last <= addDays(first, 31) ? daysFrom(first, last) : []
}

/** A month or year that is not said again is the one said before. */
function daysIn(text: string, year: number): CalendarDate[] {
  let [inYear, inMonth] = [String(year), '']
  return [...text.matchAll(DAY)].flatMap(([, saidYear, saidMonth, day = '']) => {
    inYear = saidYear ?? inYear
    inMonth = saidMonth ?? inMonth
    const date = `${inYear}-${inMonth.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCalendarDate(date) ? [date] : []
  })
}

/** What a weekend day is called that is worked in exchange. */
export function workdayOf(holiday: LocalizedText): LocalizedText {
  return {
    'zh-CN': `${holiday['zh-CN']}调休上班`,
    'zh-Hant': `${holiday['zh-Hant']}調休上班`,
    en: `Working day in exchange for ${holiday.en}`,
  }
}

/** What a notice changes in a year: for the eyes of whoever is about to enter it. */
export interface NoticeChange {
  readonly date: CalendarDate
  readonly from: NoticeDay['kind'] | 'ordinary'
  readonly to: NoticeDay['kind'] | 'ordinary'
}

/** The days on which a notice differs from what the calendar says now, in order. */
export function changesOf(
  before: ReadonlyMap<CalendarDate, NoticeDay['kind']>,
  notice: readonly NoticeDay[],
): NoticeChange[] {
  const after = new Map(notice.map(({ date, kind }) => [date, kind]))
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort()
    .map(
      (date) => ({ date, from: before.get(date) ?? 'ordinary', to: after.get(date) ?? 'ordinary' }) as const,
    )
    .filter(({ from, to }) => from !== to)
}
