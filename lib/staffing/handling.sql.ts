import type { MeasuredService } from '#lib/domain/hour-advice.ts'
import type { Service } from '#lib/domain/service.ts'
import type { OfficeDays, Queryable } from './store.ts'

/** The handling times of a service. */
interface MeasuredRow extends MeasuredService {
  readonly service: Service
}

/** So many visits tell the mean as well as all of them. */
const MOST_VISITS = 2000
/** Nobody is served for so long: somebody forgot to press the key. */
const LONGEST_MINUTES = 180

/**
 * How long finished visits took at the windows, from the sums by day where each of the days has them (whole minutes), and
 * otherwise from every step of the latest visits. PERF: that is thousands of steps; the sums are four weeks of lines.
 */
export async function readHandling(database: Queryable, days: OfficeDays): Promise<MeasuredRow[]> {
  const { rows } = await database.query<MeasuredRow>(
    `WITH line AS MATERIALIZED (
       SELECT service, handling_minutes FROM number_day WHERE office_id = $1 AND day BETWEEN $2 AND $3
     ),
     visits AS (SELECT service, unnest(handling_minutes)::float8 AS minutes FROM line)
     SELECT service, count(*)::int AS visits, avg(minutes) AS mean, var_pop(minutes) AS variance
     FROM visits WHERE minutes > 0 AND minutes <= $4 AND (SELECT count(*) FROM line WHERE service = '') = $3::date - $2::date + 1
     GROUP BY service`,
    [days.officeId, days.from, days.until, LONGEST_MINUTES],
  )
  return rows.length > 0 ? rows : readSteps(database, days)
}

/**
 * The same from the steps of the latest finished visits: all the time in which they were being
 * served, without the time in which they were put aside.
 */
async function readSteps(database: Queryable, days: OfficeDays): Promise<MeasuredRow[]> {
  const { rows } = await database.query<MeasuredRow>(
    `WITH latest AS MATERIALIZED (
       SELECT id, service FROM ticket WHERE office_id = $1 AND date BETWEEN $2 AND $3 AND state = 'done'
       ORDER BY date DESC LIMIT ${MOST_VISITS}
     ),
     steps AS (
       SELECT t.id, t.service, e.state, e.at, lead(e.at) OVER (PARTITION BY e.ticket_id ORDER BY e.at, e.id) AS until
       FROM latest t JOIN ticket_event e ON e.ticket_id = t.id
     ),
     visits AS (
       SELECT service, (EXTRACT(EPOCH FROM sum(until - at)) / 60)::float8 AS minutes
       FROM steps WHERE state = 'serving' GROUP BY id, service
     )
     SELECT service, count(*)::int AS visits, avg(minutes) AS mean, var_pop(minutes) AS variance
     FROM visits WHERE minutes > 0 AND minutes <= $4 GROUP BY service`,
    [days.officeId, days.from, days.until, LONGEST_MINUTES],
  )
  return rows
}
