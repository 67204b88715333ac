import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import type { CaseDates, DeadlineReading } from '#lib/domain/cooling-off.ts'
import { caseDates } from '#lib/domain/divorce-case.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { type CaseRecord, changeDates, findOpenCases } from './store.ts'
import { tellParties } from './tell-parties.ts'

/**
 * Computes the provisional dates anew, after a notice of the State Council was entered. Whoever's dates moved is told;
 * dates printed on a receipt stay as they are. Tells the ids of the cases whose dates moved.
 */
export async function recomputeCases(
  pool: Pool,
  { reading, now }: { readonly reading: DeadlineReading; readonly now: Date },
): Promise<readonly string[]> {
  const calendar = await readCalendar(pool)
  const moved: string[] = []
  for (const found of await findOpenCases(pool, 'c.provisional', [])) {
    if (await poolTransaction(pool, (client) => recompute(client, found, { calendar, reading, now })))
      moved.push(found.id)
  }
  return moved
}

async function recompute(
  client: PoolClient,
  found: CaseRecord,
  { calendar, reading, now }: { calendar: Calendar; reading: DeadlineReading; now: Date },
): Promise<boolean> {
  const dates = caseDates(calendar, found.acceptedOn, reading, found.printed)
  if (!dates.ok) return false
  const { provisional } = dates.value
  const hasMoved = DATES.some((date) => dates.value[date] !== found.deadlines[date])
  const stamp = { ...reading, officialYears: [...calendar.officialYears] }
  const change = { deadlines: dates.value, provisional, printed: found.printed, reading: stamp }
  if (!(await changeDates(client, found, change)) || !hasMoved) return false
  await writeEntry(client, {
    at: now,
    actorKind: 'system',
    act: 'case-dates-moved',
    subjectKind: 'case',
    subjectId: found.id,
    officeId: found.officeId,
  })
  await tellParties(client, found, 'case-dates-moved', { now, date: dates.value.certWindowEnd })
  return true
}

const DATES: readonly (keyof CaseDates)[] = [
  'coolingOffEnd',
  'certWindowStart',
  'firstServiceDay',
  'certWindowEnd',
]
