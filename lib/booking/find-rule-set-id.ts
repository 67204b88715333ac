import { once } from '#lib/db/once.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'

const KNOWN_FOR_MS = 60_000

interface Known {
  readonly until: number
  readonly loading: Promise<string | undefined>
}

const known = once('rule-set-ids', () => new Map<string, Known>())

/** Which dated rules a new appointment is stamped with: those in force on its day. */
export function findRuleSetId(
  pool: Pool,
  service: Service,
  on: CalendarDate,
  now: Date,
): Promise<string | undefined> {
  const key = `${service} ${on}`
  const cached = known.get(key)
  if (cached && cached.until > now.getTime()) return cached.loading
  const loading = readRuleSetId(pool, service, on)
  known.set(key, { loading, until: now.getTime() + KNOWN_FOR_MS })
  loading.catch(() => known.delete(key))
  return loading
}

async function readRuleSetId(pool: Pool, service: Service, on: CalendarDate): Promise<string | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT id FROM checklist_rule_set WHERE service = $1 AND taken_back_by IS NULL AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2)
     ORDER BY valid_from DESC LIMIT 1`,
    [service, on],
  )
  return rows[0]?.id
}
