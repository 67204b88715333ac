import { DAY_COUNTS, DAY_SPREADS } from '#lib/domain/day-sums.ts'
import { APPOINTMENTS } from './appointment.sql.ts'
import { CHECKS } from './check.sql.ts'
import { columnOf, type DayPart } from './day-part.sql.ts'
import { CASES, ERRANDS } from './errand.sql.ts'
import { LOAD } from './load.sql.ts'
import { RATINGS } from './rating.sql.ts'
import { WAITS } from './wait.sql.ts'

/** The columns of a day, in the order in which `DAY_ROWS` tells them. */
export const DAY_COLUMNS = ['office_id', 'day', 'service', ...[...DAY_COUNTS, ...DAY_SPREADS].map(columnOf)]

// That a day was counted shows by its line for the office as a whole, also when nothing happened.
const EVERY_DAY: DayPart = {
  counts: [],
  spreads: [],
  sql: `SELECT p.office_id, p.day, '' AS service FROM place p`,
}

const PARTS = [EVERY_DAY, LOAD, APPOINTMENTS, WAITS, CHECKS, RATINGS, ERRANDS, CASES]

/**
 * What is on record of the offices and days of a table `place (office_id, day)`, by office, day and service, read
 * from the facts themselves. The one definition of every measure: sums by day are filled with it, and what has no sums yet
 * is read with it.
 */
export const DAY_ROWS = `SELECT office_id, day, service,
  ${DAY_COUNTS.map((name) => `sum(${columnOf(name)})::int AS ${columnOf(name)}`).join(', ')},
  ${DAY_SPREADS.map((name) => `COALESCE(max(${columnOf(name)}), '{}') AS ${columnOf(name)}`).join(', ')}
FROM (${PARTS.map(aligned).join(' UNION ALL ')}) parts GROUP BY office_id, day, service`

function aligned({ counts, spreads, sql }: DayPart): string {
  const columns = [
    ...DAY_COUNTS.map((name) => (counts.includes(name) ? columnOf(name) : '0')),
    ...DAY_SPREADS.map((name) => (spreads.includes(name) ? columnOf(name) : 'NULL::smallint[]')),
  ]
  return `SELECT office_id, day, service, ${columns.map((column, at) => `${column} AS ${DAY_COLUMNS[at + 3]}`).join(', ')} FROM (${sql}) part`
}
