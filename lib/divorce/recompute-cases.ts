import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { datesAnew } from './dates-anew.ts'
import { type CaseRecord, changeDates } from './store.ts'
import { tellParties } from './tell-parties.ts'
import { walkLiveCases } from './walk-live-cases.ts'

/**
 * Brings the dates of open cases to the calendar, after a notice of the State Council was entered. Each case keeps the
 * reading of the law under which it began, a period that has ended stays ended, and what is printed on a receipt stays
 * as it is. Whoever's dates moved is told. Tells the ids of the cases whose dates moved; run again it changes nothing.
 */
export async function recomputeCases(pool: Pool, now: Date): Promise<readonly string[]> {
  const [calendar, today] = [await readCalendar(pool), shanghaiToday(now)]
  const moved: string[] = []
  for await (const found of walkLiveCases(pool, today)) {
    const change = changeOf(found, calendar, today)
    if (change && (await poolTransaction(pool, (client) => write(client, found, change, now))))
      moved.push(found.id)
  }
  return moved
}

interface Change {
  readonly deadlines: CaseDates
  readonly provisional: boolean
  readonly reading: CaseRecord['reading']
  readonly hasMoved: boolean
}

function changeOf(found: CaseRecord, calendar: Calendar, today: CalendarDate): Change | undefined {
  const anew = datesAnew(found, calendar, today)
  if (!anew) return undefined
  const { dates: deadlines, hasMoved } = anew
  const { provisional } = deadlines
  if (!hasMoved && provisional === found.provisional) return undefined
  const reading = { ...found.reading, officialYears: [...calendar.officialYears] }
  return { deadlines, provisional, reading, hasMoved }
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
