import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import { caseDates } from '#lib/domain/divorce-case.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { type CaseRecord, changeDates, findOpenCases } from './store.ts'
import { tellParties } from './tell-parties.ts'

/**
 * Brings the dates of open cases to the calendar, after a notice of the State Council was entered. Each case keeps the
 * reading of the law under which it began, a period that has ended stays ended, and what is printed on a receipt stays
 * as it is. Whoever's dates moved is told. Tells the ids of the cases whose dates moved; run again it changes nothing.
 */
export async function recomputeCases(pool: Pool, now: Date): Promise<readonly string[]> {
  const [calendar, today] = [await readCalendar(pool), shanghaiToday(now)]
  const moved: string[] = []
  let after: readonly [CalendarDate | '-infinity', string] = ['-infinity', NO_ID]
  for (;;) {
    const batch = await findOpenCases(pool, LIVE, [today, ...after])
    for (const found of batch) {
      const change = changeOf(found, calendar, today)
      if (change && (await poolTransaction(pool, (client) => write(client, found, change, now))))
        moved.push(found.id)
    }
    const last = batch.at(-1)
    if (!last) return moved
    after = [last.deadlines.certWindowEnd, last.id]
  }
}

const NO_ID = '00000000-0000-0000-0000-000000000000'

const LIVE = `(c.provisional OR c.cert_window_end >= $1::date) AND (c.cert_window_end, c.id) > ($2::date, $3::uuid)`

interface Change {
  readonly deadlines: CaseDates
  readonly provisional: boolean
  readonly reading: CaseRecord['reading']
  readonly hasMoved: boolean
}

function changeOf(found: CaseRecord, calendar: Calendar, today: CalendarDate): Change | undefined {
  const { acceptedOn, deadlines, printed, reading } = found
  const { coolingOffEnd } = deadlines
  const fixed = coolingOffEnd < today ? { ...printed, coolingOffEnd } : printed
  const dates = caseDates(calendar, acceptedOn, reading, fixed)
  if (!dates.ok) return undefined
  const { provisional } = dates.value
  const hasMoved = DATES.some((date) => dates.value[date] !== deadlines[date])
  if (!hasMoved && provisional === found.provisional) return undefined
  const stamp = { ...reading, officialYears: [...calendar.officialYears] }
  return { deadlines: dates.value, provisional, reading: stamp, hasMoved }
}

async function write(client: PoolClient, found: CaseRecord, change: Change, now: Date): Promise<boolean> {
  const { hasMoved, ...dates } = change
  if (!(await changeDates(client, found, { ...dates, printed: found.printed })) || !hasMoved) return false
  await writeEntry(client, {
    at: now,
    actorKind: 'system',
    act: 'case-dates-moved',
    subjectKind: 'case',
    subjectId: found.id,
    officeId: found.officeId,
  })
  await tellParties(client, found, 'case-dates-moved', { now, date: change.deadlines.certWindowEnd })
  return true
}

const DATES: readonly (keyof CaseDates)[] = [
  'coolingOffEnd',
  'certWindowStart',
  'firstServiceDay',
  'certWindowEnd',
]
