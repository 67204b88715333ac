import { readFileSync } from 'node:fs'
import type { Calendar } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'

/** A worked case of the law: what goes in, what must come out. `provisional` names what it assumes of an unannounced year. */
export interface VectorCase<Input = Record<string, unknown>, Expected = unknown> {
  readonly id: string
  readonly kind: string
  readonly title: string
  readonly input: Input
  readonly expected: Expected
  readonly provisional?: string
}

interface VectorCalendar {
  readonly status: string
  readonly holidays: readonly string[]
  readonly makeupWorkdays: readonly string[]
}

interface VectorFile {
  readonly calendars: Readonly<Record<string, VectorCalendar>>
  readonly cases: readonly VectorCase[]
}

const file: VectorFile = JSON.parse(
  readFileSync(process.env.VECTORS || new URL('../domain/vectors.json', import.meta.url), 'utf8'),
)

/** The cases of one kind, from `tests/domain/vectors.json` or the file that `VECTORS` names. */
export function casesOf<Input = Record<string, unknown>, Expected = unknown>(
  kind: string,
): VectorCase<Input, Expected>[] {
  return file.cases.filter((one) => one.kind === kind) as VectorCase<Input, Expected>[]
}

/** The calendars of these names as one; a year counts as official when its calendar says so. */
export function calendarOf(names: readonly string[]): Calendar {
  const calendars = names.map((name) => {
    const found = file.calendars[name]
    if (!found) throw new Error(`the vectors have no calendar ${name}`)
    return found
  })
  const official = calendars.filter((calendar) => calendar.status === 'official')
  return {
    holidays: new Set(calendars.flatMap((calendar) => calendar.holidays).map(calendarDate)),
    makeupWorkdays: new Set(calendars.flatMap((calendar) => calendar.makeupWorkdays).map(calendarDate)),
    officialYears: new Set(
      official.flatMap((calendar) => calendar.holidays).map((day) => Number(day.slice(0, 4))),
    ),
  }
}
