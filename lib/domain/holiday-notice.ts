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

const HEADING = new RegExp(`^(?:[一二三四五六七八九十]+、)?((?:${NAMES})(?:、(?:${NAMES}))*)[：:](.*)`)
const DAY = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:（(?:周([一二三四五六日])|[^）]*)）)?/g
const REST = /^(.*?)(?:放假|休息)/
const COUNT = /共(\d{1,2})天/
const WORK = /([^。；]*?)上班/g

// What stands around the holidays in a notice: title, number, to whom, by whose leave, the closing sentences, the day.
const FRAME =
  /^(?:国务院办公厅|国办|各省|经国务院|节假日期间|鼓励|此件|（此件|\d{4}年\d{1,2}月\d{1,2}日$|日期[,，\t]|"?date"?[,，\t])/

const KINDS: Readonly<Record<string, NoticeDay['kind']>> = {
  holiday: 'holiday',
  放假: 'holiday',
  'makeup-workday': 'makeup-workday',
  上班: 'makeup-workday',
  调休上班: 'makeup-workday',
}

/**
 * Reads what was pasted: the notice in its own words (one holiday a line, as the State Council writes them), or a table of
 * `date,kind,name` with a kind of `holiday` or `makeup-workday`. Everything that is wrong is told by line: what cannot be
 * read, a day of another year, a day said twice or both free and worked, a make-up workday that is no weekend, a count
 * that does not agree. A notice takes the place of all that was known of its year, so it has to name every holiday.
 */
export function readNotice(text: string, year: number): Result<readonly NoticeDay[]> {
  const errors = new Map<string, RefusalDetail>()
  const wrong = (path: string, reason: string) => void errors.set(`${path} ${reason}`, { path, reason })
  const days = new Map<CalendarDate, NoticeDay>()
  const named = new Set<string>()
  for (const [index, line] of linesOf(text).entries()) {
    const path = `line.${index + 1}`
    const read = readLine(line, year, (reason) => wrong(path, reason))
    for (const name of read.holidays) named.add(name)
    for (const day of read.days) {
      if (Number(day.date.slice(0, 4)) !== year) wrong(path, 'other-year')
      if (day.kind === 'makeup-workday' && weekdayOf(day.date) < 6) wrong(path, 'workday-on-weekday')
      const said = days.get(day.date)
      if (said) wrong(path, said.kind === day.kind ? 'said-twice' : 'holiday-and-workday')
      else days.set(day.date, day)
    }
  }
  if (errors.size === 0 && days.size === 0) wrong('text', 'no-days')
  if (errors.size === 0)
    for (const name of BY_NAME.keys()) if (!named.has(name)) wrong(`holiday.${name}`, 'holiday-missing')
  if (errors.size > 0) return refuse('invalid-input', [...errors.values()])
  return accept([...days.values()].sort((one, other) => one.date.localeCompare(other.date)))
}

type Wrong = (reason: string) => void

interface ReadLine {
  readonly days: readonly NoticeDay[]
  /** The holidays that the line gives free days to. */
  readonly holidays: readonly string[]
}

const NOTHING: ReadLine = { days: [], holidays: [] }

// A table that was saved by a spreadsheet begins with a mark of its encoding.
function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
}

function readLine(line: string, year: number, wrong: Wrong): ReadLine {
  if (/^"?\d{4}[-/]/.test(line)) return readRow(line, wrong)
  const heading = HEADING.exec(line)
  if (heading) return readSentence(heading[1] ?? '', heading[2] ?? '', year, wrong)
  // A line that is passed over may have been the one with the working Saturdays.
  if (line !== '' && !FRAME.test(line)) wrong('not-understood')
  return NOTHING
}

function readRow(line: string, wrong: Wrong): ReadLine {
  const cells = line.split(/[,，\t]/).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'))
  const [day = '', kindSaid = '', name = ''] = cells
  const [date, kind] = [day.replace(SLASHED, dashed), KINDS[kindSaid]]
  if (!isCalendarDate(date) || !kind || name === '' || cells.length > 3) {
    wrong('not-understood')
    return NOTHING
  }
  const words = namesIn(name)
  const holiday = nameOf(words) ?? { 'zh-CN': name, 'zh-Hant': name, en: name }
  const isWorked = kind === 'makeup-workday'
  return {
    days: [{ date, kind, name: isWorked && nameOf(words) ? workdayOf(holiday) : holiday }],
    holidays: isWorked ? [] : words,
  }
}

/** 2027/2/5, as spreadsheets write it. */
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/

function dashed(_: string, year: string, month: string, day: string): string {
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function readSentence(heading: string, body: string, year: number, wrong: Wrong): ReadLine {
  const words = namesIn(heading)
  const name = nameOf(words)
  const rest = REST.exec(body)?.[1]
  if (!name || rest === undefined) {
    wrong('not-understood')
    return NOTHING
  }
  const holidays = rangeOf(rest, year)
  const count = COUNT.exec(body)?.[1]
  if (holidays.length === 0) wrong('not-understood')
  else if (count !== undefined && Number(count) !== holidays.length) wrong('count-differs')
  if (daysIn(body, year, isSaidWrong).length > 0) wrong('weekday-differs')
  const worked = [...body.slice(rest.length).matchAll(WORK)].flatMap((match) => daysIn(match[1] ?? '', year))
  return {
    days: [
      ...holidays.map((date) => ({ date, kind: 'holiday', name }) as const),
      ...worked.map((date) => ({ date, kind: 'makeup-workday', name: workdayOf(name) }) as const),
    ],
    holidays: words,
  }
}

/** The holidays in "中秋节、国庆节"; none when one of the words is no holiday of the whole nation. */
function namesIn(text: string): string[] {
  const words = text.split('、')
  return words.every((word) => BY_NAME.has(word)) ? words : []
}

function nameOf(words: readonly string[]): LocalizedText | undefined {
  const names = words.flatMap((word) => BY_NAME.get(word) ?? [])
  if (names.length === 0) return undefined
  const joined = (locale: keyof LocalizedText, mark: string) => names.map((name) => name[locale]).join(mark)
  return { 'zh-CN': joined('zh-CN', '、'), 'zh-Hant': joined('zh-Hant', '、'), en: joined('en', ' and ') }
}

/** "2月15日（周日）至23日（周一）": the days from the first to the last named, or those that are named alone. */
function rangeOf(text: string, year: number): CalendarDate[] {
  const days = daysIn(text, year)
  const [first, last] = [days[0], days.at(-1)]
  if (!text.includes('至') || !first || !last) return days
  return last >= first && last <= addDays(first, 31) ? daysFrom(first, last) : []
}

/** A month or year that is not said again is the one said before. */
function daysIn(
  text: string,
  year: number,
  wanted: (date: CalendarDate, saidWeekday: string | undefined) => boolean = () => true,
): CalendarDate[] {
  let [inYear, inMonth] = [String(year), '']
  return [...text.matchAll(DAY)].flatMap(([, saidYear, saidMonth, day = '', weekday]) => {
    inYear = saidYear ?? inYear
    inMonth = saidMonth ?? inMonth
    const date = `${inYear}-${inMonth.padStart(2, '0')}-${day.padStart(2, '0')}`
    return isCalendarDate(date) && wanted(date, weekday) ? [date] : []
  })
}

/** Whether a day is said with a weekday that it does not have: one of the two is a slip. */
function isSaidWrong(date: CalendarDate, saidWeekday: string | undefined): boolean {
  return saidWeekday !== undefined && weekdayOf(date) !== WEEKDAYS.indexOf(saidWeekday) + 1
}

const WEEKDAYS = '一二三四五六日'

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
