import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { keepFresh } from '#lib/office/keep-fresh.ts'
import { readHandling } from './handling.sql.ts'
import { readPast } from './history.sql.ts'
import type { Queryable } from './store.ts'

/** From so many weeks before today the coming ones are foretold; how long visits take from the last of them. */
const HISTORY_WEEKS = 12
const HANDLING_WEEKS = 4

/**
 * What the weeks up to yesterday tell of an office. PERF: what is over hardly changes, so it is kept for a minute: whoever
 * plans looks at one week after the other, and at one wait after the other.
 */
export function loadPast(database: Queryable, officeId: string, now: Date) {
  const until = addDays(shanghaiToday(now), -1)
  const since = (weeks: number) => ({ officeId, from: addDays(until, 1 - 7 * weeks), until })
  return keepFresh(`past of ${officeId} until ${until}`, now, async () => {
    const [past, measured] = await Promise.all([
      readPast(database, since(HISTORY_WEEKS)),
      readHandling(database, since(HANDLING_WEEKS)),
    ])
    return { ...past, measured }
  })
}
